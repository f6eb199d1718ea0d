//! The browser's own modal dialog: it keeps the focus inside, closes with
//! Escape, and gives the focus back to where it came from.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, HtmlDialogElement};

use super::page;

/// Opens the page's `dialog` element, if there is one that is not open, and
/// calls when Escape is pressed in it.
pub fn open(cancelled: impl Fn() + 'static) {
    let found = page::document().query_selector("dialog:not([open])");
    let Ok(Some(element)) = found else { return };
    let cancel = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        // The program takes it away; the browser alone would only hide it.
        event.prevent_default();
        cancelled();
    });
    page::listen(&element, "cancel", cancel);
    // It fails only for an element that is not in the page.
    let _ = element.unchecked_into::<HtmlDialogElement>().show_modal();
}

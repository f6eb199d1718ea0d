//! The browser's own modal dialog: it keeps the focus inside, closes with
//! Escape, and gives the focus back to where it came from.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Element, HtmlDialogElement, UiEvent};

use super::page;

thread_local! {
    /// The id and the words of what had the focus before. The page may have
    /// been drawn anew since, and then the browser no longer knows it.
    static BEFORE: RefCell<(String, String)> = RefCell::default();
}

/// Opens the `dialog` element over the page, if there is one that is not open.
pub fn open() {
    let found = page::document().query_selector("dialog:not([open])");
    if let Ok(Some(dialog)) = found {
        if let Some(focused) = page::document().active_element() {
            let words = focused.text_content().unwrap_or_default();
            let is_control = focused.matches("button, input").unwrap_or(false);
            if is_control && focused.closest("dialog").is_ok_and(|it| it.is_none()) {
                BEFORE.set((focused.id(), words));
            }
        }
        leave_out_a_second_click(&dialog);
        // It fails only for an element that is not in the page.
        let _ = dialog.unchecked_into::<HtmlDialogElement>().show_modal();
    }
}

/// The second click of a double click on what opened the dialog must not press
/// or tick what has just come under it.
fn leave_out_a_second_click(dialog: &Element) {
    let first = Cell::new(true);
    let clicked = Closure::<dyn Fn(UiEvent)>::new(move |event: UiEvent| {
        if event.detail() > 1 && first.get() {
            event.prevent_default();
            event.stop_propagation();
        } else {
            first.set(false);
        }
    });
    let options = AddEventListenerOptions::new();
    options.set_capture(true);
    let listener = clicked.as_ref().unchecked_ref();
    let _ = dialog.add_event_listener_with_callback_and_add_event_listener_options(
        "click", listener, &options,
    );
    // It lives as long as the element may.
    clicked.forget();
}

/// Gives the focus back to what had it before the dialog, where the page was
/// drawn anew meanwhile.
pub fn give_back() {
    let lost = page::document()
        .active_element()
        .is_none_or(|focused| focused.tag_name() == "BODY");
    let (id, words) = BEFORE.take();
    if !lost || (!id.is_empty() && page::focus_on(&id)) || words.is_empty() {
        return;
    }
    let Ok(buttons) = page::document().query_selector_all("button") else {
        return;
    };
    let same = (0..buttons.length())
        .filter_map(|at| buttons.item(at))
        .find(|it| it.text_content().as_deref() == Some(&words));
    if let Some(button) = same.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

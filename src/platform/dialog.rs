//! The browser's own modal dialog: it keeps the focus inside, closes with
//! Escape, and gives the focus back to where it came from.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::page;

/// Opens the `dialog` element over the page, if there is one that is not open.
pub fn open() {
    let found = page::document().query_selector("dialog:not([open])");
    if let Ok(Some(dialog)) = found {
        // It fails only for an element that is not in the page.
        let _ = dialog.unchecked_into::<HtmlDialogElement>().show_modal();
    }
}

//! The browser's own modal dialog: it keeps the focus inside, closes with
//! Escape, and gives the focus back to where it came from.

use web_sys::HtmlDialogElement;

/// Opens a `dialog` element over the page, if it is not open.
pub fn open(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        // It fails only for an element that is not in the page.
        let _ = dialog.show_modal();
    }
}

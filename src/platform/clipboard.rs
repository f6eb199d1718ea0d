//! Copying text, for a link that no longer works.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::promise::settle;

/// Copies, then says on the button whether it worked; where the browser
/// forbids copying, the text itself is shown to copy by hand.
pub fn copy(text: &str, event: &Event) {
    let Some(button) = event
        .current_target()
        .and_then(|t| t.dyn_into::<Element>().ok())
    else {
        return;
    };
    let shown = format!("Copy this: {text}");
    write(text, move |copied| {
        button.set_text_content(Some(if copied { "Copied" } else { &shown }));
    });
}

/// Copies; tells whether the browser allowed it.
pub fn write(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = web_sys::window().map(|w| w.navigator().clipboard());
    match clipboard {
        // Absent where the page is not served over a secure connection.
        Some(clipboard) if !clipboard.is_undefined() => {
            settle(clipboard.write_text(text).unchecked_into(), move |done| {
                then(done.is_ok());
            });
        }
        _ => then(false),
    }
}

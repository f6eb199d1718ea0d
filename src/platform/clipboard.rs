//! Copying text.

use wasm_bindgen::JsCast;

use super::promise::settle;

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

//! Copying text, for a link that no longer works.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, MouseEvent};

/// Copies, then says on the button whether it worked; where the browser
/// forbids copying, the text itself is shown to copy by hand.
pub fn copy(text: &str, event: &MouseEvent) {
    let Some(button) = event
        .current_target()
        .and_then(|t| t.dyn_into::<Element>().ok())
    else {
        return;
    };
    let text = text.to_owned();
    let clipboard = web_sys::window().map(|w| w.navigator().clipboard());
    spawn_local(async move {
        let copied = match clipboard {
            // Absent where the page is not served over a secure connection.
            Some(clipboard) if !clipboard.is_undefined() => {
                JsFuture::from(clipboard.write_text(&text)).await.is_ok()
            }
            _ => false,
        };
        button.set_text_content(Some(&if copied {
            "Copied".to_owned()
        } else {
            format!("Copy this: {text}")
        }));
    });
}

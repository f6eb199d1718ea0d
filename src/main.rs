//! Wiring and mount, nothing else.

/// What must be there before anything else can fail.
#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
}

/// Puts the app into the page; `boot.js` calls it once every part that the
/// address needs is there.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn begin() {
    waymark::ui::mount();
}

/// The program runs in a browser; natively there is only the library.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

//! Wiring and mount, nothing else.

/// Puts the app into the page that `index.html` has on the screen already.
#[cfg(target_arch = "wasm32")]
fn main() {
    // In a release a panic has no words: see `scripts/build.sh`.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    waymark::ui::mount();
}

/// The program runs in a browser; natively there is only the library.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}

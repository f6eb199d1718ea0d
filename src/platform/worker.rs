//! A newer release, fetched and waiting; see `boot.js` and `sw.js`.

use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::Event;

use super::page::listen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = waymark, js_name = takeNewRelease)]
    fn take_new_release();
}

/// Calls `ready` when a newer release is here, whole.
pub fn on_new_release(ready: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        let heard = Closure::<dyn Fn(Event)>::new(move |_| ready());
        listen(&window, "waymark-new-release", heard);
    }
}

/// Takes the newer release, and loads the page again. Only after
/// [`on_new_release`] has called.
pub fn take() {
    take_new_release();
}

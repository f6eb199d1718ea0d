//! The framework's words, a file of their own that `boot.js` fetches.

use super::promise::settle;
use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::domain::framework;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = waymark)]
    static BOOT: Boot;

    type Boot;
    #[wasm_bindgen(method, getter)]
    fn words(this: &Boot) -> Option<String>;
    #[wasm_bindgen(method, setter)]
    fn set_words(this: &Boot, words: Option<String>);
    #[wasm_bindgen(method, js_name = fetchWords)]
    fn fetch_words(this: &Boot) -> Promise;
}

/// Takes the words if they have arrived. Says whether the framework is here.
pub fn take() -> bool {
    if let Some(words) = BOOT.with(Boot::words) {
        framework::install(words);
        BOOT.with(|boot| boot.set_words(None));
    }
    framework::is_here()
}

/// Asks for the words; `done` is told whether the framework is here.
pub fn ask(done: impl FnOnce(bool) + 'static) {
    // Whether they arrived is seen by looking.
    settle(BOOT.with(Boot::fetch_words), move |_| done(take()));
}

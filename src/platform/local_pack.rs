//! What the host of the site adds, or what somebody tries out in its place;
//! `boot.js` asks for it, and the session's part waits for it.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::app::local::PackFrom;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = waymark, js_name = packFrom)]
    fn pack_from() -> String;
    #[wasm_bindgen(js_namespace = waymark, js_name = packText)]
    fn pack_text() -> String;
}

/// Whether there is one, good or bad.
pub fn is_there() -> bool {
    !pack_from().is_empty()
}

/// The pack as it came, and from where.
pub fn read() -> (PackFrom, String) {
    let from = match pack_from().as_str() {
        "trial" => PackFrom::Trial,
        "file" => PackFrom::File,
        _ => PackFrom::Host,
    };
    (from, pack_text())
}

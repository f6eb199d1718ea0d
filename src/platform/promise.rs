//! What the browser answers later.

use js_sys::Promise;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Calls once with what the promise brings, or with why it brings nothing.
pub fn settle(promise: Promise, then: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    boxed(promise, Box::new(then));
}

/// Each future is a type with 2 kB of code of its own, so there is one.
fn boxed(promise: Promise, then: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    spawn_local(async move { then(JsFuture::from(promise).await) });
}

//! The system's share sheet, where the browser hands files to it.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{File, FilePropertyBag, window};

use super::promise::settle;

#[wasm_bindgen]
extern "C" {
    /// The navigator of a browser that may not have these at all: then a call
    /// is an error like any other.
    type Sheet;
    #[wasm_bindgen(method, catch, js_name = canShare)]
    fn can_share(this: &Sheet, what: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Sheet, what: &JsValue) -> Result<Promise, JsValue>;
}

/// What became of sharing.
pub enum Shared {
    /// The sheet took it, or the person closed the sheet.
    Settled,
    /// The browser would not.
    Refused,
}

fn sheet() -> Option<Sheet> {
    let navigator: JsValue = window()?.navigator().into();
    Some(navigator.unchecked_into())
}

/// As text: the one kind of ours that every share sheet takes.
fn parcel(name: &str, text: &str) -> Result<JsValue, JsValue> {
    let kind = FilePropertyBag::new();
    kind.set_type("text/plain");
    let parts = Array::of1(&text.into());
    let file = File::new_with_str_sequence_and_options(&parts, name, &kind)?;
    let parcel = Object::new();
    Reflect::set(&parcel, &"files".into(), &Array::of1(&file))?;
    Ok(parcel.into())
}

/// Whether this browser shares files.
pub fn takes_files() -> bool {
    let asked = || sheet()?.can_share(&parcel("plan.txt", "{}").ok()?).ok();
    asked().unwrap_or(false)
}

/// Opens the sheet with a file; only while a press is being answered.
pub fn share(name: &str, text: &str, done: impl FnOnce(Shared) + 'static) {
    let asked = parcel(name, text).and_then(|parcel| match sheet() {
        Some(sheet) => sheet.share(&parcel),
        None => Err(JsValue::NULL),
    });
    match asked {
        Ok(promise) => settle(promise, move |answer| {
            done(match answer {
                Err(error) if !was_closed(&error) => Shared::Refused,
                Ok(_) | Err(_) => Shared::Settled,
            });
        }),
        Err(_) => done(Shared::Refused),
    }
}

/// The person closed the sheet: nothing went wrong.
fn was_closed(error: &JsValue) -> bool {
    let name = Reflect::get(error, &"name".into());
    name.is_ok_and(|name| name.as_string().as_deref() == Some("AbortError"))
}

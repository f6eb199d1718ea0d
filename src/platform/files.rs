//! Files to and from the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, Event, File, HtmlAnchorElement, HtmlInputElement, Url,
};

use super::promise::settle;
use super::{clock, page};

/// A file somebody chose: its name and bytes, or why there are none.
pub enum Chosen {
    Read { name: String, bytes: Vec<u8> },
    TooLarge { name: String, bytes: usize },
    NotRead { name: String },
}

/// Saves a text as an ordinary download. False where the browser refused.
pub fn save(name: &str, text: &str) -> bool {
    try_save(name, text).is_ok()
}

fn try_save(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(match name.rsplit('.').next() {
        Some("ics") => "text/calendar;charset=utf-8",
        Some("csv") => "text/csv;charset=utf-8",
        _ => "application/json",
    });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = page::document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Some browsers begin to read only after the click has returned.
    clock::after(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Reads the file of an input of type file, and empties the input so that the
/// same file can be chosen again. More than `most` bytes are not read.
pub fn chosen(event: &Event, most: usize, then: impl FnOnce(Chosen) + 'static) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let file = input.files().and_then(|files| files.get(0));
    if let Some(file) = file {
        read(file, most, then);
    }
    input.set_value("");
}

/// Calls with every file that is dropped anywhere on the page.
pub fn on_drop(most: usize, then: impl Fn(Chosen) + Clone + 'static) {
    let over = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let drag = event.unchecked_ref::<DragEvent>();
        let carries_files = drag
            .data_transfer()
            .is_some_and(|data| data.types().includes(&"Files".into(), 0));
        if carries_files {
            event.prevent_default();
        }
    });
    page::listen(&page::document(), "dragover", over);
    let dropped = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let file = event
            .unchecked_ref::<DragEvent>()
            .data_transfer()
            .and_then(|data| data.files())
            .and_then(|files| files.get(0));
        if let Some(file) = file {
            // Or the browser would leave the page and show the file.
            event.prevent_default();
            read(file, most, then.clone());
        }
    });
    page::listen(&page::document(), "drop", dropped);
}

fn read(file: File, most: usize, then: impl FnOnce(Chosen) + 'static) {
    let name = file.name();
    let bytes = file.size();
    if bytes > most as f64 {
        then(Chosen::TooLarge {
            name,
            bytes: bytes as usize,
        });
        return;
    }
    settle(file.array_buffer().unchecked_into(), move |buffer| {
        then(match buffer {
            Ok(buffer) => Chosen::Read {
                name,
                bytes: Uint8Array::new(&buffer).to_vec(),
            },
            Err(_) => Chosen::NotRead { name },
        });
    });
}

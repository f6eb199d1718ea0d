//! Files to and from the person.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, Event, File, FileList, HtmlAnchorElement,
    HtmlInputElement, Url,
};

use super::promise::settle;
use super::{clock, page};

/// A file somebody chose: its name and bytes, or why there are none.
pub enum Chosen {
    Read { name: String, bytes: Vec<u8> },
    TooLarge { name: String, bytes: usize },
    NotRead { name: String },
    Folder { name: String },
}

/// What is called with the files, once each is read or known not to be.
type Then = Box<dyn FnOnce(Vec<Chosen>)>;

#[wasm_bindgen]
extern "C" {
    /// One of the things that are dropped.
    type Dropped;
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Dropped) -> Result<JsValue, JsValue>;
}

/// Saves a text as an ordinary download. False where the browser refused.
pub fn save(name: &str, text: &str) -> bool {
    try_save(name, &text.into()).is_ok()
}

/// The same with bytes.
pub fn save_bytes(name: &str, bytes: &[u8]) -> bool {
    try_save(name, &Uint8Array::from(bytes)).is_ok()
}

fn try_save(name: &str, content: &JsValue) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(match name.rsplit('.').next() {
        Some("ics") => "text/calendar;charset=utf-8",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/json",
    });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &kind)?;
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

/// Reads the files of an input of type file, and empties the input so that the
/// same file can be chosen again. More than `most` bytes of one are not read.
pub fn chosen(event: &Event, most: usize, then: impl FnOnce(Vec<Chosen>) + 'static) {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let files = all(input.files());
    input.set_value("");
    read_all(files, Vec::new(), most, Box::new(then));
}

/// Calls with the files that are dropped anywhere on the page.
pub fn on_drop(most: usize, then: impl Fn(Vec<Chosen>) + Clone + 'static) {
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
        let Some(data) = event.unchecked_ref::<DragEvent>().data_transfer() else {
            return;
        };
        let mut files = all(data.files());
        if files.is_empty() {
            return;
        }
        // Or the browser would leave the page and show the file.
        event.prevent_default();
        let folders = folders(&data);
        let is_folder = |file: &File| folders.contains(&file.name());
        let not_read = files.extract_if(.., |file| is_folder(file));
        let done = not_read
            .map(|it| Chosen::Folder { name: it.name() })
            .collect();
        read_all(files, done, most, Box::new(then.clone()));
    });
    page::listen(&page::document(), "drop", dropped);
}

/// A list of files as one of ours; the last first.
fn all(files: Option<FileList>) -> Vec<File> {
    let count = files.as_ref().map_or(0, FileList::length);
    let each = (0..count).rev();
    each.filter_map(|at| files.as_ref()?.get(at)).collect()
}

/// The names of the folders among what is dropped, which look like files.
fn folders(data: &DataTransfer) -> Vec<String> {
    let items = Reflect::get(data, &"items".into()).unwrap_or_default();
    let items = Array::from(&items).into_iter();
    let names = items.filter_map(|item| {
        let entry = item.unchecked_into::<Dropped>().entry().ok()?;
        let of = |name: &str| Reflect::get(&entry, &name.into()).ok();
        of("isDirectory")?.as_bool().filter(|is| *is)?;
        of("name")?.as_string()
    });
    names.collect()
}

/// Reads them one after the other, from the end of the list.
fn read_all(mut files: Vec<File>, mut done: Vec<Chosen>, most: usize, then: Then) {
    let Some(file) = files.pop() else {
        if !done.is_empty() {
            then(done);
        }
        return;
    };
    let (name, bytes) = (file.name(), file.size());
    if bytes > most as f64 {
        let bytes = bytes as usize;
        done.push(Chosen::TooLarge { name, bytes });
        return read_all(files, done, most, then);
    }
    settle(file.array_buffer().unchecked_into(), move |buffer| {
        done.push(match buffer {
            Ok(buffer) => Chosen::Read {
                name,
                bytes: Uint8Array::new(&buffer).to_vec(),
            },
            Err(_) => Chosen::NotRead { name },
        });
        read_all(files, done, most, then);
    });
}

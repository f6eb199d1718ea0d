//! Many files from the person, read one at a time: none is in memory before it
//! is its turn.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

use super::clock;
use super::files::Chosen;

#[wasm_bindgen]
extern "C" {
    /// One of the things that are dropped.
    type Dropped;
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Dropped) -> Result<JsValue, JsValue>;
    /// A file or a folder.
    type Entry;
    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_folder(this: &Entry) -> bool;
    #[wasm_bindgen(method)]
    fn file(this: &Entry, then: &Function, failed: &Function);
    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &Entry) -> Reader;
    /// Reads what is in a folder, some of it at a time.
    type Reader;
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &Reader, then: &Function, failed: &Function);
}

/// A file whose turn has not come.
pub struct Waiting(File);

impl Waiting {
    /// Its bytes, or why there are none. More than `most` are not read.
    pub async fn read(self, most: usize) -> Chosen {
        let (name, bytes) = (self.0.name(), self.0.size());
        if bytes > most as f64 {
            let bytes = bytes as usize;
            return Chosen::TooLarge { name, bytes };
        }
        match JsFuture::from(self.0.array_buffer().unchecked_into::<Promise>()).await {
            Ok(buffer) => Chosen::Read {
                name,
                bytes: Uint8Array::new(&buffer).to_vec(),
            },
            Err(_) => Chosen::NotRead { name },
        }
    }
}

/// The files of an input of type file, which is emptied so that the same can
/// be chosen again.
pub fn chosen(event: &Event) -> Vec<Waiting> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = list(input.files());
    input.set_value("");
    files
}

fn list(files: Option<FileList>) -> Vec<Waiting> {
    let count = files.as_ref().map_or(0, FileList::length);
    let each = (0..count).filter_map(|at| files.as_ref()?.get(at));
    each.map(Waiting).collect()
}

/// Takes what is dropped, so that nothing else on the page does: the files, and
/// those in the folders, however deep.
pub fn dropped(event: &Event) -> impl Future<Output = Vec<Waiting>> + use<> {
    event.prevent_default();
    event.stop_propagation();
    let data = event.unchecked_ref::<DragEvent>().data_transfer();
    let mut files = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    if let Some(data) = data {
        // Only now: once this returns, the browser forgets what was dropped.
        let items = Reflect::get(&data, &"items".into()).unwrap_or_default();
        for item in Array::from(&items) {
            let entry = item.unchecked_into::<Dropped>().entry();
            let entry = entry.ok().filter(|it| it.is_object());
            entries.extend(entry.map(JsCast::unchecked_into::<Entry>));
        }
        // Only folders need them: of what a script drops, WebKit has entries
        // whose files it never hands over.
        if !entries.iter().any(Entry::is_folder) {
            entries.clear();
            files = list(data.files());
        }
    }
    async move {
        while let Some(entry) = entries.pop() {
            if entry.is_folder() {
                let reader = entry.reader();
                // A hundred at a time, until there are no more.
                while let Some(some) = answer(&mut |then, not| reader.read(&then, &not)).await {
                    let some = Array::from(&some);
                    if some.length() == 0 {
                        break;
                    }
                    entries.extend(some.into_iter().map(JsCast::unchecked_into::<Entry>));
                }
            } else if let Some(file) = answer(&mut |then, not| entry.file(&then, &not)).await {
                files.push(Waiting(file.unchecked_into()));
            }
        }
        files
    }
}

/// What something of the browser answers by calling back.
async fn answer(mut ask: &mut dyn FnMut(Function, Function)) -> Option<JsValue> {
    JsFuture::from(Promise::new(&mut ask)).await.ok()
}

/// Lets the browser draw, and hear of taps.
pub async fn give_way() {
    let promise = Promise::new(&mut |then, _| {
        clock::after(0, move || {
            let _ = then.call0(&JsValue::NULL);
        });
    });
    let _ = JsFuture::from(promise).await;
}

//! What this tab keeps until it is closed, for when the page is loaded again.
//! Where the browser forbids it, nothing is kept.

use web_sys::{Storage, window};

use super::page;
use crate::app::session::Keys;

fn store() -> Option<(Storage, String)> {
    let store = window()?.session_storage().ok()??;
    let keys = Keys::new(page::path().as_deref());
    Some((store, format!("{}drafts", keys.prefix())))
}

/// What was kept.
pub fn read() -> Option<String> {
    let (store, key) = store()?;
    store.get_item(&key).ok()?
}

/// Keeps a text; takes it away where it is empty.
pub fn write(text: &str) {
    let Some((store, key)) = store() else {
        return;
    };
    let _ = match text {
        "" => store.remove_item(&key),
        text => store.set_item(&key, text),
    };
}

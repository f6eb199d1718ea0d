//! The browser's local storage as a [`Store`]. A browser may forbid it, and
//! then even asking for it fails: every call asks anew, for a setting can
//! change while the page is open. The session then keeps everything in memory
//! and says so.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, window};

use super::promise::settle;
use crate::app::session::{StorageUsage, Store, StoreError};
use crate::domain::limits::utf16_units;

/// What browsers hold for an origin, in UTF-16 units; all its pages share it.
const ORIGIN_UNITS: usize = 5 * 1024 * 1024;

/// `DOMException` codes of a full storage: the standard's, and old Firefox's.
const FULL_CODES: [u16; 2] = [22, 1014];

/// Keeps texts in the browser's local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStore;

/// The storage, where the browser lets us have it. `LocalStorage::raw` panics
/// otherwise, so the browser is asked first.
fn storage() -> Result<Storage, StoreError> {
    match window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
        Some(Ok(None) | Err(_)) | None => Err(StoreError::Blocked),
    }
}

/// Which failure the browser reports.
fn failure(error: JsValue) -> StoreError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return StoreError::Other(format!("{error:?}"));
    };
    let name = exception.name();
    if name.contains("Quota") || name.contains("QUOTA") || FULL_CODES.contains(&exception.code()) {
        StoreError::Full
    } else if name == "SecurityError" {
        StoreError::Blocked
    } else {
        StoreError::Other(name)
    }
}

/// All names there are. By number, as the browser counts them: nothing else
/// can run in between, but another tab may, so a gap is no end.
fn names(storage: &Storage) -> Result<Vec<String>, StoreError> {
    let count = storage.length().map_err(failure)?;
    let mut names = Vec::new();
    for index in 0..count {
        names.extend(storage.key(index).map_err(failure)?);
    }
    Ok(names)
}

/// Whether anything is stored under a name that begins like this.
pub fn holds_any(prefix: &str) -> bool {
    BrowserStore.keys(prefix).is_ok_and(|keys| !keys.is_empty())
}

impl Store for BrowserStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(failure)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(failure)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(failure)
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let names = names(&storage()?)?;
        Ok(names
            .into_iter()
            .filter(|name| name.starts_with(prefix))
            .collect())
    }

    fn usage(&self, prefix: &str) -> Result<StorageUsage, StoreError> {
        let storage = storage()?;
        let (mut ours, mut all) = (0, 0);
        for name in names(&storage)? {
            let text = storage
                .get_item(&name)
                .map_err(failure)?
                .unwrap_or_default();
            let units = utf16_units(&name) + utf16_units(&text);
            all += units;
            if name.starts_with(prefix) {
                ours += units;
            }
        }
        Ok(StorageUsage {
            used: 2 * ours,
            left: 2 * ORIGIN_UNITS.saturating_sub(all),
        })
    }
}

/// Asks the browser not to clear what is stored when it needs room. The answer
/// is false where it declines or cannot promise.
pub fn ask_to_keep(then: impl FnOnce(bool) + 'static) {
    let manager = window().map(|window| window.navigator().storage());
    // Absent where the page is not served over a secure connection.
    let manager = manager.filter(|manager| !manager.is_undefined());
    match manager.and_then(|manager| manager.persist().ok()) {
        Some(promise) => settle(promise.unchecked_into(), move |kept| {
            then(kept == Ok(JsValue::TRUE));
        }),
        None => then(false),
    }
}

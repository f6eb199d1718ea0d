//! The pack that is being made: kept in this browser as it grows.

use leptos::prelude::*;

use crate::app::local::PackFrom;
use crate::app::session::{Keys, Store};
use crate::domain::framework::shipped;
use crate::domain::local::{Pack, decode, encode};
use crate::platform::storage::BrowserStore;
use crate::platform::{clock, page};
use crate::ui::local_pack::at_start;

/// How long after a change it is stored, in milliseconds.
const KEEP_AFTER: i32 = 400;

/// The pack, for every part of the form.
#[derive(Clone, Copy)]
pub struct Draft {
    pub pack: RwSignal<Pack>,
    /// Counts the packs that took the place of another: the form is then drawn
    /// anew.
    pub number: RwSignal<u32>,
    /// What was there before, to bring back; kept in this browser too.
    pub before: RwSignal<Option<Pack>>,
    /// What was done with all of it, until something else is done.
    pub done: RwSignal<&'static str>,
    /// What this browser does with it, in a sentence.
    pub kept: RwSignal<&'static str>,
    is_due: StoredValue<bool>,
}

const IS_KEPT: &str = "Kept in this browser. Nobody else has it until you save the file.";
const IS_NOT_KEPT: &str =
    "This browser does not keep it. Save the file before you close this page.";

impl Draft {
    /// What was begun here, or the pack that came with the page, or nothing.
    pub fn begin() -> Self {
        let begun = stored(&keys().local_draft());
        let kept = if begun.is_some() { IS_KEPT } else { "" };
        let came = || at_start().and_then(|came| came.pack.clone());
        let pack = begun.or_else(came);
        Self {
            pack: RwSignal::new(pack.unwrap_or_default()),
            number: RwSignal::new(0),
            before: RwSignal::new(stored(&keys().local_draft_before())),
            done: RwSignal::new(""),
            kept: RwSignal::new(kept),
            is_due: StoredValue::new(false),
        }
    }

    /// Makes a change, and keeps it in a moment.
    pub fn change(self, change: impl FnOnce(&mut Pack)) {
        self.pack.update(change);
        if self.done.with_untracked(|done| !done.is_empty()) {
            self.done.set("");
        }
        if !self.is_due.get_value() {
            self.is_due.set_value(true);
            clock::after(KEEP_AFTER, move || {
                // The page may be left, but not before all was kept.
                if self.is_due.try_get_value() == Some(true) {
                    self.keep();
                }
            });
        }
    }

    /// Keeps it now.
    pub fn keep(self) {
        self.is_due.set_value(false);
        let text = self.pack.with_untracked(encode);
        let is_kept = BrowserStore.write(&keys().local_draft(), &text).is_ok();
        self.kept.set(if is_kept { IS_KEPT } else { IS_NOT_KEPT });
    }

    /// Keeps what is not kept yet.
    pub fn keep_if_due(self) {
        if self.is_due.try_get_value() == Some(true) {
            self.keep();
        }
    }

    /// Another pack takes its place. What can be had again in another way is
    /// not kept to be brought back.
    pub fn replace(self, pack: Pack) {
        let site = of_site();
        let is_lost = |it: &Pack| !it.is_empty() && *it != pack && Some(it) != site.as_ref();
        let old = Some(self.pack.get_untracked()).filter(is_lost);
        let before = old.or_else(|| self.before.get_untracked().filter(is_lost));
        self.keep_before(before);
        self.pack.set(pack);
        self.number.update(|number| *number += 1);
        self.keep();
    }

    /// It is in a file, and no other is to be brought back.
    pub fn forget_before(self) {
        self.keep_before(None);
    }

    /// Keeps what was there before, through a reload too.
    fn keep_before(self, before: Option<Pack>) {
        // Where the browser keeps nothing, it is there for as long as the page.
        let _ = match &before {
            Some(pack) => BrowserStore.write(&keys().local_draft_before(), &encode(pack)),
            None => BrowserStore.remove(&keys().local_draft_before()),
        };
        self.before.set(before);
    }
}

/// What the site has now, nothing where nothing came. None where that is not
/// known: a pack that is tried out stands in its place, and a file has no site.
pub fn of_site() -> Option<Pack> {
    let came = at_start();
    let is_known = page::path().is_some() && came.is_none_or(|it| it.from != PackFrom::Trial);
    is_known.then(|| came.and_then(|it| it.pack.clone()).unwrap_or_default())
}

/// A draft that is stored. One that cannot be read stays, beside what is begun
/// in its place.
fn stored(key: &str) -> Option<Pack> {
    let text = BrowserStore.read(key).ok().flatten()?;
    let opened = decode(text.as_bytes(), shipped()).ok();
    if opened.is_none() {
        let _ = BrowserStore.write(&format!("{key}-unread"), &text);
    }
    Some(opened?.pack)
}

fn keys() -> Keys {
    Keys::new(page::path().as_deref())
}

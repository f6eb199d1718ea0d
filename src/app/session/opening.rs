//! Opening files, and going back to what was here before.

use super::record::Head;
use super::state::{Dialog, Opening, Reading, Undo, UndoOf, adopt_if_none};
use super::told::Told;
use super::{Effect, Event, How, Place, Session, Store, Turn};
use crate::domain::document::Document;
use crate::domain::file::{Kind, Opened, Refusal, decode, merge};
use crate::domain::words::excerpt;

/// What a stored copy is called where a file would be named.
const STORED_COPY: &str = "the copy kept in this browser";

impl Session {
    pub(super) fn file_chosen(&mut self, name: String, bytes: &[u8]) {
        let name = excerpt(&name);
        self.talk
            .told
            .retain(|(_, told)| !matches!(told, Told::FileRefused { .. }));
        // A stored text that was saved as it stood opens like the file it is.
        let stored = std::str::from_utf8(bytes)
            .ok()
            .map(|text| Head::split(text).1);
        let bytes = stored.as_deref().map_or(bytes, str::as_bytes);
        match decode(bytes, &self.setup.known) {
            Err(refusal) => self.refuse(&name, &refusal),
            Ok(opened) if opened.kind == Kind::Plan => {
                self.talk.dialog = None;
                self.talk.reading = Some(Reading { name, opened });
                self.effects.push(Effect::LookAt(Place::Plan));
            }
            Ok(opened) => self.ask_to_open(name, opened),
        }
    }

    pub(super) fn file_too_large(&mut self, name: String, bytes: usize) {
        self.refuse(&excerpt(&name), &Refusal::TooLarge { bytes });
    }

    pub(super) fn file_not_read(&mut self, name: String) {
        let sentence = format!(
            "“{}” was not opened. The browser could not read it. Check that it is still there \
             and not open in another program, then choose it again.",
            excerpt(&name),
        );
        self.tell_here(Told::FileRefused { sentence });
    }

    /// Says what became of a file, where the person sees it.
    fn tell_here(&mut self, told: Told) {
        let place = Place::Message(self.talk.next_id);
        self.talk.tell(told);
        self.effects.push(Effect::LookAt(place));
    }

    fn refuse(&mut self, name: &str, refusal: &Refusal) {
        self.tell_here(Told::FileRefused {
            sentence: refusal.sentence(name),
        });
    }

    /// Tries to open a copy that was kept aside: what an older version of the
    /// app could not read, a newer one may.
    pub(super) fn open_copy(&mut self, key: String, store: &dyn Store) {
        if !self.keeping.copies.contains(&key) {
            return;
        }
        match store.read(&key) {
            Ok(Some(text)) => self.file_chosen(STORED_COPY.to_owned(), text.as_bytes()),
            Ok(None) | Err(_) => self.talk.tell(Told::CopyNotRead),
        }
    }

    pub(super) fn continue_from_plan(&mut self) {
        let Some(reading) = &self.talk.reading else {
            return;
        };
        let (name, opened) = (reading.name.clone(), reading.opened.clone());
        self.ask_to_open(name, opened);
    }

    fn ask_to_open(&mut self, name: String, opened: Opened) {
        let remarks = opened
            .remarks
            .iter()
            .map(|remark| remark.sentence(&name))
            .collect();
        self.talk.dialog = Some(Dialog::Opening(Box::new(Opening {
            merged: merge(&self.document, &opened.document),
            document: opened.document,
            created: opened.created,
            remarks,
            name,
            without_undo: false,
        })));
    }

    /// What is here has changed while the dialog is open.
    pub(super) fn compare_opening(&mut self) {
        if let Some(Dialog::Opening(opening)) = &mut self.talk.dialog {
            opening.merged = merge(&self.document, &opening.document);
        }
    }

    /// Does what the person decided. The undo copy is stored first; where that
    /// fails, nothing is changed until the person decides again.
    pub(super) fn open(&mut self, how: How, turn: &Turn, store: &dyn Store) {
        self.compare_opening();
        let mut opening = match self.talk.dialog.take() {
            Some(Dialog::Opening(opening)) => opening,
            other => {
                self.talk.dialog = other;
                return;
            }
        };
        let (new, replaced) = match (how, &opening.merged) {
            (How::Replace, _) => (opening.document.clone(), Vec::new()),
            (How::Merge, Ok(merged)) => (merged.document.clone(), merged.replaced.clone()),
            (How::Merge, Err(_)) => {
                self.talk.dialog = Some(Dialog::Opening(opening));
                return;
            }
        };
        let stored = self.document.is_empty() || {
            let document = self.document.clone();
            self.store_undo(&document, turn, store)
        };
        if !stored && !opening.without_undo {
            opening.without_undo = true;
            self.talk.dialog = Some(Dialog::Opening(opening));
            return;
        }
        self.talk.reading = None;
        let before = self.replace_document(new, turn);
        let name = opening.name;
        self.back.undo = Some(Undo {
            of: UndoOf::Opening { name: name.clone() },
            document: before,
        });
        self.talk.forget_opening();
        self.tell_here(Told::Opened { name, replaced });
        self.save(turn, store);
    }

    /// Goes back; what is here now is what the next undo brings back, so that
    /// nothing entered since is lost.
    pub(super) fn undo(&mut self, turn: &Turn, store: &dyn Store) {
        let Some(undo) = self.undo_copy(store) else {
            return;
        };
        self.talk.reading = None;
        let before = self.replace_document(undo.document, turn);
        self.talk.forget_opening();
        self.tell_here(Told::Undone);
        self.save(turn, store);
        // Until it is saved, the stored undo copy may be the only one of what
        // is here now.
        if !self.keeping.unsaved {
            self.store_undo_or_tell(&before, turn, store);
        }
        self.back.undo = Some(Undo {
            of: UndoOf::Undo,
            document: before,
        });
    }

    /// What to go back to, from memory or else from the store.
    pub(super) fn undo_copy(&mut self, store: &dyn Store) -> Option<Undo> {
        if let Some(undo) = self.back.undo.take() {
            return Some(undo);
        }
        if !self.keeping.has_undo_copy {
            return None;
        }
        let read = store.read(&self.setup.keys.undo());
        let document: Option<Document> = read
            .ok()
            .flatten()
            .and_then(|text| decode(text.as_bytes(), &self.setup.known).ok())
            .map(|opened| opened.document);
        if document.is_none() {
            self.talk.tell(Told::CopyNotRead);
        }
        document.map(|document| Undo {
            of: UndoOf::Earlier,
            document,
        })
    }

    /// Makes room; the copy stays in memory until the page is left.
    pub(super) fn drop_undo_copy(&mut self, turn: &Turn, store: &dyn Store) {
        if let Some(undo) = self.undo_copy(store) {
            self.back.undo = Some(undo);
        }
        let key = self.setup.keys.undo();
        match store.remove(&key) {
            Ok(()) => {
                self.keeping.has_undo_copy = false;
                self.save(turn, store);
            }
            Err(_) => self.talk.tell(Told::NotRemoved {
                names: vec![self.name_of(&key)],
                again: Event::DropUndoCopy,
            }),
        }
        adopt_if_none(&mut self.document, turn);
    }
}

//! Keeping the document in the store.

use super::record::{ANCESTORS, Head, Revision, mark_of};
use super::state::Agreed;
use super::told::Told;
use super::{Session, Store, Turn};
use crate::domain::document::Document;
use crate::domain::file::{Purpose, encode};

impl Session {
    /// Stores what is not stored yet. First takes in what another tab stored
    /// meanwhile; writes nothing where the person must decide first.
    pub(super) fn save(&mut self, turn: &Turn, store: &dyn Store) {
        if !self.keeping.unsaved {
            return;
        }
        self.count_changes(turn);
        if self.meet(store) && self.keeping.may_write() && self.keeping.unsaved {
            self.write(turn, store);
        }
    }

    /// Counts what was changed between two saves as one change: a person types
    /// a reflection, not its letters.
    pub(super) fn count_changes(&mut self, turn: &Turn) {
        if std::mem::take(&mut self.keeping.touched) {
            self.backup.changed(turn.at.today);
        }
    }

    fn write(&mut self, turn: &Turn, store: &dyn Store) {
        let mut new = self.next_revision(turn);
        let head = Head {
            revision: new.revision.clone(),
            after: new.after.clone(),
            backup: new.backup.clone(),
        };
        let file = encode(&self.document, Purpose::Stored, &self.header(turn), &[]);
        let text = head.before(&file);
        match store.write(&self.key(), &text) {
            Ok(()) => {
                new.mark = mark_of(&text);
                self.keeping.last_saved = new.saved;
                self.keeping.agree(new);
                self.keeping.unsaved = false;
                self.keeping.failure = None;
            }
            Err(error) => self.keeping.failure = Some(error),
        }
    }

    fn next_revision(&self, turn: &Turn) -> Agreed {
        let mut after: Vec<Revision> = Vec::new();
        let seen = self.keeping.agreed.iter().rev();
        let own = seen.clone().map(|agreed| &agreed.revision);
        for revision in own.chain(seen.flat_map(|agreed| &agreed.after)) {
            if after.len() < ANCESTORS && !after.contains(revision) {
                after.push(revision.clone());
            }
        }
        Agreed {
            revision: Revision {
                counter: self.keeping.counter + 1,
                tab: self.setup.tab.clone(),
            },
            after,
            document: self.document.clone(),
            backup: self.backup.clone(),
            saved: Some(turn.at.now),
            mark: 0,
        }
    }

    /// Goes on beside what cannot be read; it stays under its key.
    pub(super) fn continue_under_new_key(&mut self, turn: &Turn, store: &dyn Store) {
        if self.keeping.unreadable.take().is_none() {
            return;
        }
        self.next_key();
        self.keeping.unsaved = true;
        self.save(turn, store);
    }

    /// What stands under the key in use stays as it is; the next is used.
    pub(super) fn next_key(&mut self) {
        let key = self.key();
        self.keeping.copies.push(key);
        self.keeping.number += 1;
        self.keeping.expected = false;
    }

    /// Stores a copy to go back to. True if it is stored.
    pub(super) fn store_undo(
        &mut self,
        document: &Document,
        turn: &Turn,
        store: &dyn Store,
    ) -> bool {
        let text = encode(document, Purpose::Stored, &self.header(turn), &[]);
        let stored = store.write(&self.setup.keys.undo(), &text);
        self.keeping.has_undo_copy |= stored.is_ok();
        stored.is_ok()
    }

    /// Like [`Self::store_undo`], and says so where it cannot be stored.
    pub(super) fn store_undo_or_tell(
        &mut self,
        document: &Document,
        turn: &Turn,
        store: &dyn Store,
    ) {
        if !self.store_undo(document, turn, store) {
            self.talk.tell(Told::UndoOnlyHere);
        }
    }
}

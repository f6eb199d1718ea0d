//! Keeping the document in the store.

use super::messages::Message;
use super::state::StoredRevision;
use super::stored_text::{ANCESTORS, MOST_REVISIONS, RevisionHeader, RevisionId, fingerprint};
use super::{Session, StepContext, Store};
use crate::domain::document::Document;
use crate::domain::file::{Purpose, WrittenPlan, encode};

impl Session {
    /// Stores what is not stored yet. First takes in what another tab stored
    /// meanwhile; writes nothing where the person must decide first.
    pub(super) fn save(&mut self, context: &StepContext, store: &dyn Store) {
        if !self.storage.unsaved {
            return;
        }
        self.count_changes(context);
        if self.read_store(store) && self.storage.may_write() && self.storage.unsaved {
            self.write(context, store);
        }
    }

    /// Counts what was changed between two saves as one change: a person types
    /// a reflection, not its letters.
    pub(super) fn count_changes(&mut self, context: &StepContext) {
        if std::mem::take(&mut self.storage.touched) {
            self.backup.changed(context.at.today);
        }
    }

    fn write(&mut self, context: &StepContext, store: &dyn Store) {
        let mut new = self.next_revision(context);
        let head = RevisionHeader {
            revision: new.revision.clone(),
            ancestors: new.ancestors.clone(),
            backup: new.backup.clone(),
        };
        let file = encode(
            &self.document,
            Purpose::Stored,
            &self.header(context),
            &WrittenPlan::default(),
        );
        let text = head.prepend_to(&file);
        match store.write(&self.key(), &text) {
            Ok(()) => {
                new.fingerprint = fingerprint(&text);
                self.storage.last_saved = new.saved_at;
                self.storage.remember(new);
                self.storage.unsaved = false;
                self.storage.failure = None;
                self.measure_again(store);
            }
            Err(error) => self.storage.failure = Some(error),
        }
    }

    fn next_revision(&self, context: &StepContext) -> StoredRevision {
        let mut ancestors: Vec<RevisionId> = Vec::new();
        let seen = self.storage.seen_revisions.iter().rev();
        let own = seen.clone().map(|seen| &seen.revision);
        for revision in own.chain(seen.flat_map(|seen| &seen.ancestors)) {
            if ancestors.len() < ANCESTORS && !ancestors.contains(revision) {
                ancestors.push(revision.clone());
            }
        }
        StoredRevision {
            revision: RevisionId {
                counter: self.storage.counter % MOST_REVISIONS + 1,
                tab: self.config.tab.clone(),
            },
            ancestors,
            document: self.document.clone(),
            backup: self.backup.clone(),
            saved_at: Some(context.at.now),
            fingerprint: 0,
        }
    }

    /// Goes on beside what cannot be read; it stays under its key.
    pub(super) fn continue_under_new_key(&mut self, context: &StepContext, store: &dyn Store) {
        if self.storage.unreadable.take().is_none() {
            return;
        }
        self.next_key();
        self.storage.unsaved = true;
        self.save(context, store);
    }

    /// What stands under the key in use stays as it is; the next is used.
    pub(super) fn next_key(&mut self) {
        let key = self.key();
        self.storage.copies.push(key);
        self.storage.key_number = self.storage.key_number.next();
        self.storage.in_store = false;
    }

    /// Stores a copy to go back to. True if it is stored.
    pub(super) fn store_undo(
        &mut self,
        document: &Document,
        context: &StepContext,
        store: &dyn Store,
    ) -> bool {
        let text = encode(
            document,
            Purpose::Stored,
            &self.header(context),
            &WrittenPlan::default(),
        );
        let stored = store.write(&self.config.keys.undo(), &text);
        self.storage.has_undo_copy |= stored.is_ok();
        stored.is_ok()
    }

    /// Like [`Self::store_undo`], and says so where it cannot be stored.
    pub(super) fn store_undo_or_warn(
        &mut self,
        document: &Document,
        context: &StepContext,
        store: &dyn Store,
    ) {
        if !self.store_undo(document, context, store) {
            self.ui.show(Message::UndoNotStored);
        }
    }
}

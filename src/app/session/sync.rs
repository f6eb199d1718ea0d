//! Meeting what stands in the store: at the start, when another tab has
//! changed it, and before every write.

use super::keys::OURS;
use super::messages::Message;
use super::state::{
    StorageConflict, StoredRevision, TabConflict, UndoReason, UndoSnapshot, UnreadableText,
    empty_document,
};
use super::stored_text::{ANCESTORS, RevisionHeader, fingerprint};
use super::{Effect, Prefer, Session, StepContext, Store, StoreError};
use crate::domain::document::Document;
use crate::domain::file::{FileRemark, decode, preview, reconcile};

impl Session {
    /// Looks at the store without having anything to write.
    pub(super) fn sync(&mut self, context: &StepContext, store: &dyn Store) {
        self.read_store(store);
        if self.storage.unsaved && self.storage.may_write() {
            self.effects.push(Effect::SaveSoon);
        }
        super::state::ensure_id(&mut self.document, context);
    }

    /// Another tab stored or removed something. Where it removed everything
    /// and nothing here is unsaved, this tab follows: the person confirmed it.
    /// Where no key is named, another program emptied the store of this address,
    /// which we never do: then this tab may have the last copy, and asks.
    pub(super) fn storage_changed(
        &mut self,
        key: Option<&str>,
        context: &StepContext,
        store: &dyn Store,
    ) {
        if key.is_some_and(|key| !key.starts_with(self.config.keys.prefix())) {
            return;
        }
        self.sync(context, store);
        let gone = matches!(self.storage.conflict, Some(StorageConflict::Gone));
        if gone && !self.storage.unsaved && key.is_some() {
            self.remove_here_too(context);
        }
    }

    /// Takes in what the store holds. False where it cannot be read at all;
    /// afterwards there may be a question, or something unreadable.
    pub(super) fn read_store(&mut self, store: &dyn Store) -> bool {
        let met = self.try_to_read_store(store);
        match met {
            Err(error) => {
                self.storage.failure = Some(error);
                false
            }
            Ok(()) => {
                if !self.storage.unsaved {
                    self.storage.failure = None;
                }
                true
            }
        }
    }

    fn try_to_read_store(&mut self, store: &dyn Store) -> Result<(), StoreError> {
        self.find_key(store.keys(OURS)?);
        if self.storage.unreadable.is_some() {
            return Ok(());
        }
        self.storage.conflict = None;
        match store.read(&self.key())? {
            Some(text) => self.read_stored(text),
            None if self.storage.in_store => self.storage.conflict = Some(StorageConflict::Gone),
            None => {}
        }
        Ok(())
    }

    /// The highest document number is in use: another tab may have gone on
    /// under a new key.
    fn find_key(&mut self, keys: Vec<String>) {
        let number = |key: &String| self.config.keys.number(key);
        let highest = keys.iter().filter_map(number).max().unwrap_or_default();
        let moved = highest > self.storage.key_number;
        let in_use = highest.max(self.storage.key_number.clone());
        let aside = |key: &String| number(key).is_some_and(|number| number != in_use);
        self.storage.copies = keys.iter().filter(|key| aside(key)).cloned().collect();
        let elsewhere = |key: &&String| self.config.keys.elsewhere(key).is_some();
        self.storage.elsewhere = keys.iter().filter(elsewhere).cloned().collect();
        self.storage.has_undo_copy = keys.contains(&self.config.keys.undo());
        self.storage.key_number = in_use;
        if moved {
            self.storage.unreadable = None;
            self.storage.in_store = true;
            // The other tab could not read what this one may still have.
            self.storage.unsaved |= !self.document.is_empty();
        }
    }

    fn read_stored(&mut self, text: String) {
        let (head, file) = RevisionHeader::split(&text);
        let fingerprint = fingerprint(&text);
        let newest = self.storage.seen_revisions.last();
        // The mark too: a text this tab did not write may be damaged.
        if newest.is_some_and(|newest| {
            newest.revision == head.revision && newest.fingerprint == fingerprint
        }) {
            self.storage.in_store = true;
            return;
        }
        match decode(file.as_bytes(), &self.config.known_ids) {
            Err(why) => {
                self.storage.unreadable = Some(UnreadableText {
                    key: self.key(),
                    why,
                    text,
                });
            }
            Ok(opened) => {
                let lossy = opened.remarks.iter().any(loses_something);
                self.take_in_revision(StoredRevision {
                    revision: head.revision,
                    ancestors: head.ancestors,
                    document: opened.document,
                    backup: head.backup,
                    saved_at: opened.created,
                    fingerprint,
                });
                if lossy {
                    self.next_key();
                    self.storage.unsaved = true;
                    self.ui.show(Message::KeptAside);
                }
            }
        }
    }

    /// Lays another tab's document and this one together.
    fn take_in_revision(&mut self, theirs: StoredRevision) {
        let base = self
            .common_base(&theirs)
            .unwrap_or_else(|| self.document.clone());
        let together = |prefer| reconcile(&base, &self.document, &theirs.document, prefer);
        let (base, conflicts) = match (together(Prefer::Mine), together(Prefer::Theirs)) {
            (Ok(mine), Ok(others)) => {
                // Changed in both, but to the same: no question.
                if preview(&mine.document, &others.document).is_empty() {
                    return self.go_on_with(others.document, theirs);
                }
                (Some(base), mine.conflicts)
            }
            _ => (None, Vec::new()),
        };
        let both = TabConflict {
            theirs,
            base,
            conflicts,
        };
        self.storage.conflict = Some(StorageConflict::TwoTabs(Box::new(both)));
        self.storage.unsaved = true;
    }

    /// What both began from; None where theirs is to be taken as it is.
    fn common_base(&self, theirs: &StoredRevision) -> Option<Document> {
        let storage = &self.storage;
        let is_ancestor = |seen: &&StoredRevision| {
            seen.revision == theirs.revision || theirs.ancestors.contains(&seen.revision)
        };
        if let Some(base) = storage.seen_revisions.iter().rev().find(is_ancestor) {
            return Some(base.document.clone());
        }
        // They do not say. Where nothing here is unsaved, theirs is taken if
        // it is another document, or so far ahead that the list of what it was
        // made from no longer reaches back to ours.
        let clear = storage.seen_revisions.last().is_none_or(|ours| {
            ours.document.id() != theirs.document.id()
                || theirs.revision.counter >= ours.revision.counter.saturating_add(ANCESTORS as u64)
        });
        (storage.unsaved || !clear).then(Document::default)
    }

    /// The document to go on with, now that theirs is taken in.
    fn go_on_with(&mut self, document: Document, theirs: StoredRevision) {
        let first = self.storage.seen_revisions.is_empty() && self.document.is_empty();
        let news = !preview(&self.document, &document).is_empty();
        let backup = if self.storage.unsaved {
            self.backup.with(&theirs.backup)
        } else {
            theirs.backup.clone()
        };
        self.document = document;
        self.backup = backup;
        // What was just loaded needs no saving, even if it had no id.
        let same = self.document == theirs.document && self.backup == theirs.backup;
        self.storage.unsaved = !first && !same;
        self.storage.last_saved = theirs.saved_at;
        self.storage.remember(theirs);
        self.compare_opening();
        if news && !first {
            self.ui.show(Message::ChangedInOtherTab);
        }
    }

    /// The person decided between two tabs; what was not chosen is kept to go
    /// back to.
    pub(super) fn resolve_conflict(
        &mut self,
        prefer: Prefer,
        context: &StepContext,
        store: &dyn Store,
    ) {
        let TabConflict { theirs, base, .. } = match self.storage.conflict.take() {
            Some(StorageConflict::TwoTabs(both)) => *both,
            other => {
                self.storage.conflict = other;
                return;
            }
        };
        let side = |prefer| {
            let together = base
                .as_ref()
                .and_then(|base| reconcile(base, &self.document, &theirs.document, prefer).ok());
            let whole = match prefer {
                Prefer::Mine => &self.document,
                Prefer::Theirs => &theirs.document,
            };
            together.map_or_else(|| whole.clone(), |together| together.document)
        };
        let (chosen, other) = match prefer {
            Prefer::Mine => (side(Prefer::Mine), side(Prefer::Theirs)),
            Prefer::Theirs => (side(Prefer::Theirs), side(Prefer::Mine)),
        };
        self.store_undo_or_warn(&other, context, store);
        self.undo.snapshot = Some(UndoSnapshot {
            reason: UndoReason::ResolvedConflict,
            document: other,
        });
        self.go_on_with(chosen, theirs);
        self.ui.forget_opening();
        self.ui.show(Message::TabChosen { prefer });
        self.storage.unsaved = true;
        self.save(context, store);
    }

    /// What was stored is gone; what is here is stored again.
    pub(super) fn store_again(&mut self, context: &StepContext, store: &dyn Store) {
        if matches!(self.storage.conflict, Some(StorageConflict::Gone)) {
            self.storage.conflict = None;
            self.storage.in_store = false;
            self.storage.unsaved = true;
            self.save(context, store);
        }
    }

    /// What was stored is gone; it is let go here too.
    pub(super) fn remove_here_too(&mut self, context: &StepContext) {
        if matches!(self.storage.conflict, Some(StorageConflict::Gone)) {
            self.reset(context);
            self.ui.show(Message::RemovedInOtherTab);
        }
    }

    /// Nothing entered, nothing stored, no way back.
    pub(super) fn reset(&mut self, context: &StepContext) {
        self.document = empty_document(&context.new_id);
        self.backup = Default::default();
        self.storage = super::state::StorageState {
            key_number: self.storage.key_number.clone(),
            counter: self.storage.counter,
            elsewhere: std::mem::take(&mut self.storage.elsewhere),
            failure: self.storage.failure.take(),
            ..Default::default()
        };
        self.undo = Default::default();
        self.ui.dialog = None;
        self.ui.shared_plan = None;
        self.ui.download = None;
        self.ui.waiting.clear();
        self.ui.drafts.clear();
        self.ui.messages.clear();
    }
}

/// What a decoder left out would be lost with the next write.
fn loses_something(remark: &FileRemark) -> bool {
    matches!(
        remark,
        FileRemark::LinkDropped { .. }
            | FileRemark::RepeatedName { .. }
            | FileRemark::RepeatedEntry { .. }
    )
}

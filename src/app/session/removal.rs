//! Taking things out on request, and putting them back until the page is left.

use super::state::{Dialog, Question, Removed, Undo, UndoOf};
use super::told::Told;
use super::{Event, Session, Store, StoreError, Turn};
use crate::domain::file::merge;

impl Session {
    /// "Finish on a shared computer": the file first. Where nothing was
    /// entered there is no file, and only what else is kept to remove.
    pub(super) fn ask_finish(&mut self, turn: &Turn) {
        if self.document.is_empty() {
            self.talk.dialog = Some(Dialog::RemoveEverything);
            return;
        }
        self.save_backup(turn);
        self.talk.dialog = Some(Dialog::Finish { saved: false });
    }

    /// The browser has the backup file.
    pub(super) fn finish_saved(&mut self) {
        if let Some(Dialog::Finish { saved }) = &mut self.talk.dialog {
            *saved = true;
        }
    }

    pub(super) fn confirm(&mut self, turn: &Turn, store: &dyn Store) {
        match self.talk.dialog.take() {
            Some(Dialog::RemoveEverything) => self.remove_everything(true, turn, store),
            Some(Dialog::Finish { saved: true }) if self.is_backed_up() => {
                self.remove_everything(false, turn, store);
            }
            // Something changed after the file was saved: it needs another.
            Some(Dialog::Finish { saved: true }) => self.ask_finish(turn),
            Some(Dialog::RemoveCopy { key }) => self.remove_copy(&key, store),
            other => self.talk.dialog = other,
        }
    }

    fn is_backed_up(&self) -> bool {
        let nothing_since = self.backup.changes == 0 && !self.keeping.touched;
        self.document.is_empty() || nothing_since
    }

    /// Removes what this app keeps in the browser and in this tab. A way back
    /// is in memory only, or there is none.
    fn remove_everything(&mut self, way_back: bool, turn: &Turn, store: &dyn Store) {
        // What another tab stored belongs to what can be put back.
        self.meet(store);
        let keys = match store.keys(self.setup.keys.prefix()) {
            Ok(keys) => keys,
            // Where nothing could ever be kept, only memory is to be cleared.
            Err(StoreError::Blocked) if !self.keeping.expected => Vec::new(),
            Err(_) => {
                self.talk.tell(Told::NotRemoved {
                    names: vec!["everything".into()],
                    again: Event::AskRemoveEverything,
                });
                return;
            }
        };
        let undecided = self.keeping.unreadable.is_some()
            || matches!(self.keeping.question, Some(Question::Both(_)));
        let mut removed = Removed {
            backup: self.backup.clone(),
            ..Removed::default()
        };
        let mut left = Vec::new();
        for key in &keys {
            // Memory has what stands under the document's own key.
            if way_back && (undecided || *key != self.key()) {
                match store.read(key) {
                    Ok(Some(text)) => removed.texts.push((key.clone(), text)),
                    Ok(None) => {}
                    Err(_) => {
                        left.push(key.clone());
                        continue;
                    }
                }
            }
            if store.remove(key).is_err() {
                left.push(key.clone());
            }
        }
        removed.texts.retain(|(key, _)| !left.contains(key));
        if self.keeping.unreadable.is_some() {
            // Its key stays free, so that it can be put back.
            self.next_key();
        }
        removed.document = Some(std::mem::take(&mut self.document));
        let names: Vec<_> = left.iter().map(|key| self.name_of(key)).collect();
        self.begin_anew(turn);
        if way_back {
            self.back.removed = Some(removed);
        }
        self.talk.tell(match (names.is_empty(), way_back) {
            (false, _) => Told::NotRemoved {
                names,
                again: Event::AskRemoveEverything,
            },
            (true, true) => Told::Removed,
            (true, false) => Told::Finished,
        });
    }

    fn remove_copy(&mut self, key: &str, store: &dyn Store) {
        if !self.keeping.copies.iter().any(|copy| copy == key) {
            return;
        }
        let text = store.read(key);
        match text.and_then(|text| store.remove(key).map(|()| text)) {
            Ok(text) => {
                self.keeping.copies.retain(|copy| copy != key);
                let removed = self.back.removed.get_or_insert_default();
                removed
                    .texts
                    .extend(text.map(|text| (key.to_owned(), text)));
                self.talk.tell(Told::Removed);
            }
            Err(_) => self.talk.tell(Told::NotRemoved {
                names: vec![self.name_of(key)],
                again: Event::RemoveCopy {
                    key: key.to_owned(),
                },
            }),
        }
    }

    /// Puts back what was removed, beside what was entered since.
    pub(super) fn undo_removal(&mut self, turn: &Turn, store: &dyn Store) {
        let Some(mut removed) = self.back.removed.take() else {
            return;
        };
        removed.texts.retain(|(key, text)| {
            // What has come to stand there since is not written over.
            let free = matches!(store.read(key), Ok(None));
            !(free && store.write(key, text).is_ok())
        });
        if let Some(document) = removed.document.take() {
            self.backup = self.backup.with(&removed.backup);
            if self.document.is_empty() {
                self.replace_document(document, turn);
            } else if let Ok(merged) = merge(&self.document, &document) {
                self.replace_document(merged.document, turn);
            } else {
                let document = self.replace_document(document, turn);
                self.back.undo = Some(Undo {
                    of: UndoOf::Undo,
                    document,
                });
            }
        }
        self.talk
            .told
            .retain(|(_, told)| !matches!(told, Told::Removed));
        if removed.texts.is_empty() {
            self.talk.tell(Told::PutBack);
        } else {
            self.back.removed = Some(removed);
            self.talk.tell(Told::NotPutBack);
        }
        self.save(turn, store);
    }

    /// What stands under a key, in words.
    pub(super) fn name_of(&self, key: &str) -> String {
        match self.setup.keys.number(key) {
            Some(number) if number == self.keeping.number => "your answers and plan".into(),
            Some(1) => "an older copy".into(),
            Some(number) => format!("an older copy (number {number})"),
            None if key == self.setup.keys.undo() => "the copy kept for undo".into(),
            None => format!("“{key}”"),
        }
    }
}

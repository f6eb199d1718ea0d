//! Taking things out on request, and putting them back until the page is left.

use super::keys::DocumentNumber;
use super::messages::Message;
use super::state::{Dialog, RemovedData, StorageConflict, UndoReason, UndoSnapshot};
use super::{Event, Session, StepContext, Store, StoreError, WritePlan};
use crate::domain::file::merge;
use crate::domain::words::excerpt;

impl Session {
    /// "Finish on a shared computer": the file first. Where nothing was
    /// entered there is no file, and only what else is kept to remove.
    pub(super) fn ask_finish_on_shared_computer(
        &mut self,
        context: &StepContext,
        write_plan: WritePlan,
    ) {
        if self.document.is_empty() {
            self.ui.dialog = Some(Dialog::FinishOnSharedComputer { saved: true });
            return;
        }
        self.save_backup(context, write_plan);
        self.ui.dialog = Some(Dialog::FinishOnSharedComputer { saved: false });
    }

    /// The browser has the backup file.
    pub(super) fn finish_saved(&mut self) {
        if let Some(Dialog::FinishOnSharedComputer { saved }) = &mut self.ui.dialog {
            *saved = true;
        }
    }

    /// The person says yes to what the dialog asks.
    pub(super) fn confirm_removal(
        &mut self,
        context: &StepContext,
        store: &dyn Store,
        write_plan: WritePlan,
    ) {
        match self.ui.dialog.take() {
            Some(Dialog::RemoveEverything) => self.remove_everything(true, context, store),
            Some(Dialog::FinishOnSharedComputer { saved: true }) if self.is_backed_up() => {
                self.remove_everything(false, context, store);
            }
            // Something changed after the file was saved: it needs another.
            Some(Dialog::FinishOnSharedComputer { saved: true }) => {
                self.ask_finish_on_shared_computer(context, write_plan)
            }
            Some(Dialog::RemoveCopy { key }) => self.remove_copy(&key, store),
            other => self.ui.dialog = other,
        }
    }

    fn is_backed_up(&self) -> bool {
        let nothing_since = self.backup.in_no_file() == 0 && !self.storage.touched;
        self.document.is_empty() || nothing_since
    }

    /// Removes what this app keeps in the browser and in this tab. A way back
    /// is in memory only, or there is none.
    fn remove_everything(&mut self, way_back: bool, context: &StepContext, store: &dyn Store) {
        // What another tab stored belongs to what can be put back.
        self.read_store(store);
        let keys = match store.keys(self.config.keys.prefix()) {
            Ok(keys) => keys,
            // Where nothing could ever be kept, only memory is to be cleared.
            Err(StoreError::Blocked) if !self.storage.in_store => Vec::new(),
            Err(_) => {
                self.ui.show(Message::NotRemoved {
                    names: vec!["everything".into()],
                    again: Event::AskRemoveEverything,
                });
                return;
            }
        };
        let undecided = self.storage.unreadable.is_some()
            || matches!(self.storage.conflict, Some(StorageConflict::TwoTabs(_)));
        let mut removed = RemovedData {
            backup: self.backup.clone(),
            ..RemovedData::default()
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
        if self.storage.unreadable.is_some() {
            // Its key stays free, so that it can be put back.
            self.next_key();
        }
        removed.document = Some(std::mem::take(&mut self.document));
        let names: Vec<_> = left.iter().map(|key| self.name_of(key)).collect();
        self.reset(context);
        if way_back {
            self.undo.removed = Some(removed);
        }
        self.ui.show(match (names.is_empty(), way_back) {
            (false, _) => Message::NotRemoved {
                names,
                again: Event::AskRemoveEverything,
            },
            (true, true) => Message::Removed,
            (true, false) => Message::Finished,
        });
    }

    fn remove_copy(&mut self, key: &str, store: &dyn Store) {
        if !self.storage.copies.iter().any(|copy| copy == key) {
            return;
        }
        let text = store.read(key);
        match text.and_then(|text| store.remove(key).map(|()| text)) {
            Ok(text) => {
                self.storage.copies.retain(|copy| copy != key);
                let removed = self.undo.removed.get_or_insert_default();
                removed
                    .texts
                    .extend(text.map(|text| (key.to_owned(), text)));
                self.ui.show(Message::Removed);
            }
            Err(_) => self.ui.show(Message::NotRemoved {
                names: vec![self.name_of(key)],
                again: Event::RemoveCopy {
                    key: key.to_owned(),
                },
            }),
        }
    }

    /// Puts back what was removed, beside what was entered since.
    pub(super) fn undo_removal(&mut self, context: &StepContext, store: &dyn Store) {
        let Some(mut removed) = self.undo.removed.take() else {
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
                self.replace_document(document, context);
            } else if let Ok(merged) = merge(&self.document, &document, context.at.now) {
                self.replace_document(merged.document, context);
            } else {
                let document = self.replace_document(document, context);
                self.undo.snapshot = Some(UndoSnapshot {
                    reason: UndoReason::EarlierUndo,
                    document,
                });
            }
        }
        self.ui
            .messages
            .retain(|(_, message)| !matches!(message, Message::Removed));
        if removed.texts.is_empty() {
            self.ui.show(Message::PutBack);
        } else {
            self.undo.removed = Some(removed);
            self.ui.show(Message::NotPutBack);
        }
        self.save(context, store);
    }

    /// What stands under a key, in words.
    pub(super) fn name_of(&self, key: &str) -> String {
        match self.config.keys.number(key) {
            Some(number) if number == self.storage.key_number => "your answers and plan".into(),
            Some(number) if number == DocumentNumber::first() => "an older copy".into(),
            Some(number) => format!("an older copy (number {})", excerpt(number.digits())),
            None if key == self.config.keys.undo() => "the copy kept for undo".into(),
            None if self.config.keys.reviewed(key).is_some() => {
                "your view of somebody’s plan".into()
            }
            None if key.contains("reviewed-plan:") => "a plan somebody sent you".into(),
            None => match self.config.keys.elsewhere(key) {
                Some(place) => format!(
                    "answers that belong to another address of this site ({})",
                    excerpt(place)
                ),
                None => format!("“{key}”"),
            },
        }
    }
}

//! Opening files, and going back to what was here before.

use super::messages::Message;
use super::state::{Dialog, PendingFile, SharedPlanFile, UndoReason, UndoSnapshot, ensure_id};
use super::stored_text::RevisionHeader;
use super::{Effect, Event, FocusTarget, OpenMode, Session, StepContext, Store};
use crate::domain::document::Document;
use crate::domain::file::{Kind, OpenedFile, Refusal, decode, merge};
use crate::domain::words::excerpt;

/// What a stored copy is called where a file would be named.
const STORED_COPY: &str = "the copy kept in this browser";

impl Session {
    pub(super) fn file_chosen(&mut self, name: String, bytes: &[u8]) {
        let name = excerpt(&name);
        self.ui
            .messages
            .retain(|(_, message)| !matches!(message, Message::FileRefused { .. }));
        // A stored text that was saved as it stood opens like the file it is.
        let stored = std::str::from_utf8(bytes)
            .ok()
            .map(|text| RevisionHeader::split(text).1);
        let bytes = stored.as_deref().map_or(bytes, str::as_bytes);
        match decode(bytes, &self.config.known_ids) {
            Err(refusal) => self.refuse(&name, &refusal),
            Ok(opened) if opened.kind == Kind::Plan => {
                self.ui.dialog = None;
                self.ui.shared_plan = Some(SharedPlanFile { name, opened });
                self.effects.push(Effect::Focus(FocusTarget::SharedPlan));
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
        self.show_and_focus(Message::FileRefused { sentence });
    }

    /// Says what became of a file, where the person sees it.
    fn show_and_focus(&mut self, message: Message) {
        let place = FocusTarget::Message(self.ui.next_id);
        self.ui.show(message);
        self.effects.push(Effect::Focus(place));
    }

    fn refuse(&mut self, name: &str, refusal: &Refusal) {
        self.show_and_focus(Message::FileRefused {
            sentence: refusal.sentence(name),
        });
    }

    /// Tries to open a copy that was kept aside: what an older version of the
    /// app could not read, a newer one may.
    pub(super) fn open_copy(&mut self, key: String, store: &dyn Store) {
        if !self.storage.copies.contains(&key) {
            return;
        }
        match store.read(&key) {
            Ok(Some(text)) => self.file_chosen(STORED_COPY.to_owned(), text.as_bytes()),
            Ok(None) | Err(_) => self.ui.show(Message::CopyNotRead),
        }
    }

    pub(super) fn continue_from_plan(&mut self) {
        let Some(shared_plan) = &self.ui.shared_plan else {
            return;
        };
        let (name, opened) = (shared_plan.name.clone(), shared_plan.opened.clone());
        self.ask_to_open(name, opened);
    }

    fn ask_to_open(&mut self, name: String, opened: OpenedFile) {
        let remarks = opened
            .remarks
            .iter()
            .map(|remark| remark.sentence(&name))
            .collect();
        self.ui.dialog = Some(Dialog::OpenFile(Box::new(PendingFile {
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
        if let Some(Dialog::OpenFile(opening)) = &mut self.ui.dialog {
            opening.merged = merge(&self.document, &opening.document);
        }
    }

    /// Does what the person decided. The undo copy is stored first; where that
    /// fails, nothing is changed until the person decides again.
    pub(super) fn open(&mut self, how: OpenMode, context: &StepContext, store: &dyn Store) {
        self.compare_opening();
        let mut opening = match self.ui.dialog.take() {
            Some(Dialog::OpenFile(opening)) => opening,
            other => {
                self.ui.dialog = other;
                return;
            }
        };
        let (new, replaced) = match (how, &opening.merged) {
            (OpenMode::Replace, _) => (opening.document.clone(), Vec::new()),
            (OpenMode::Merge, Ok(merged)) => (merged.document.clone(), merged.replaced.clone()),
            (OpenMode::Merge, Err(_)) => {
                self.ui.dialog = Some(Dialog::OpenFile(opening));
                return;
            }
        };
        let stored = self.document.is_empty() || {
            let document = self.document.clone();
            self.store_undo(&document, context, store)
        };
        if !stored && !opening.without_undo {
            opening.without_undo = true;
            self.ui.dialog = Some(Dialog::OpenFile(opening));
            return;
        }
        self.ui.shared_plan = None;
        let before = self.replace_document(new, context);
        let name = opening.name;
        self.undo.snapshot = Some(UndoSnapshot {
            reason: UndoReason::OpenedFile { name: name.clone() },
            document: before,
        });
        self.ui.forget_opening();
        self.show_and_focus(Message::FileOpened { name, replaced });
        self.save(context, store);
    }

    /// Goes back; what is here now is what the next undo brings back, so that
    /// nothing entered since is lost.
    pub(super) fn undo(&mut self, context: &StepContext, store: &dyn Store) {
        let Some(undo) = self.undo_copy(store) else {
            return;
        };
        self.ui.shared_plan = None;
        let before = self.replace_document(undo.document, context);
        self.ui.forget_opening();
        self.show_and_focus(Message::Undone);
        self.save(context, store);
        // Until it is saved, the stored undo copy may be the only one of what
        // is here now.
        if !self.storage.unsaved {
            self.store_undo_or_warn(&before, context, store);
        }
        self.undo.snapshot = Some(UndoSnapshot {
            reason: UndoReason::EarlierUndo,
            document: before,
        });
    }

    /// What to go back to, from memory or else from the store.
    pub(super) fn undo_copy(&mut self, store: &dyn Store) -> Option<UndoSnapshot> {
        if let Some(undo) = self.undo.snapshot.take() {
            return Some(undo);
        }
        if !self.storage.has_undo_copy {
            return None;
        }
        let read = store.read(&self.config.keys.undo());
        let document: Option<Document> = read
            .ok()
            .flatten()
            .and_then(|text| decode(text.as_bytes(), &self.config.known_ids).ok())
            .map(|opened| opened.document);
        if document.is_none() {
            self.ui.show(Message::CopyNotRead);
        }
        document.map(|document| UndoSnapshot {
            reason: UndoReason::EarlierVisit,
            document,
        })
    }

    /// Makes room; the copy stays in memory until the page is left.
    pub(super) fn remove_undo_copy(&mut self, context: &StepContext, store: &dyn Store) {
        if let Some(undo) = self.undo_copy(store) {
            self.undo.snapshot = Some(undo);
        }
        let key = self.config.keys.undo();
        match store.remove(&key) {
            Ok(()) => {
                self.storage.has_undo_copy = false;
                self.save(context, store);
            }
            Err(_) => self.ui.show(Message::NotRemoved {
                names: vec![self.name_of(&key)],
                again: Event::RemoveUndoCopy,
            }),
        }
        ensure_id(&mut self.document, context);
    }
}

//! Opening files, and going back to what was here before.

use super::messages::Message;
use super::state::{Dialog, PendingFile, UndoReason, UndoSnapshot, WaitingFile, ensure_id};
use super::stored_text::RevisionHeader;
use super::{Effect, Event, FocusTarget, OpenMode, Session, StepContext, Store};
use crate::domain::dates::Moment;
use crate::domain::document::Document;
use crate::domain::file::{
    AnyFile, FileKind, OpenedFile, Refusal, decode, decode_any, merge, newest,
};
use crate::domain::words::excerpt;

/// What a stored copy is called where a file would be named.
const STORED_COPY: &str = "the copy kept in this browser";

impl Session {
    /// Opens what was chosen or dropped, one after the other, and says which
    /// of it was not opened and why.
    pub(super) fn files_chosen(
        &mut self,
        files: Vec<Event>,
        context: &StepContext,
        store: &dyn Store,
    ) {
        self.ui
            .messages
            .retain(|(_, message)| !matches!(message, Message::FilesRefused { .. }));
        let mut refused = Vec::new();
        let mut opened = Vec::new();
        for file in files {
            match self.read_file(file) {
                Ok(file) => opened.push(file),
                Err(sentence) => refused.push(sentence),
            }
        }
        if !refused.is_empty() {
            self.show_and_focus(Message::FilesRefused { sentences: refused });
        }
        if !opened.is_empty() {
            // What is chosen now comes before what still waited.
            self.ui.dialog = None;
            opened.append(&mut self.ui.waiting);
            self.ui.waiting = opened;
            self.open_first(context, store);
        }
    }

    /// One file, or a sentence that says why it was not opened.
    fn read_file(&self, file: Event) -> Result<WaitingFile, String> {
        let refuse = |name: &str, refusal: Refusal| refusal.sentence(&excerpt(name));
        match file {
            Event::FileChosen { name, bytes } => {
                // A stored text that was saved as it stood opens like the file it is.
                let stored = std::str::from_utf8(&bytes)
                    .ok()
                    .map(|text| RevisionHeader::split(text).1);
                let bytes = stored.as_deref().map_or(&bytes[..], str::as_bytes);
                match decode_any(bytes, &self.config.known_ids) {
                    Ok(file) => Ok(WaitingFile {
                        name: excerpt(&name),
                        bytes: match &file {
                            AnyFile::Document(it) if it.kind == FileKind::Plan => bytes.to_vec(),
                            _ => Vec::new(),
                        },
                        file,
                    }),
                    Err(refusal) => Err(refuse(&name, refusal)),
                }
            }
            Event::FileTooLarge { name, bytes } => Err(refuse(&name, Refusal::TooLarge { bytes })),
            Event::FileNotRead { name } => Err(format!(
                "“{}” was not opened. The browser could not read it. Check that it is still there \
                 and not open in another program, then choose it again.",
                excerpt(&name),
            )),
            Event::FolderDropped { name } => Err(format!(
                "“{}” was not opened. It is a folder: open it, and drop the file that is in it.",
                excerpt(&name),
            )),
            _ => Err(String::new()),
        }
    }

    /// What was dropped together opens one after the other.
    pub(super) fn open_next(&mut self, context: &StepContext, store: &dyn Store) {
        if self.ui.dialog.is_none() && self.ui.shared_plan.is_none() {
            self.open_first(context, store);
        }
    }

    fn open_first(&mut self, context: &StepContext, store: &dyn Store) {
        if self.ui.waiting.is_empty() {
            return;
        }
        let WaitingFile { name, file, bytes } = self.ui.waiting.remove(0);
        let opened = match file {
            AnyFile::Review(opened) => return self.ask_to_take_in(name, *opened),
            AnyFile::Document(opened) => *opened,
        };
        if opened.kind == FileKind::Plan {
            return self.read_plan(name, opened, &bytes, store);
        }
        let is_given = self.backup.given.is_some_and(|given| {
            let created = opened.created.map(Moment::utc_day);
            created.is_some_and(|day| day.days_until(given.day).abs() <= 1)
        });
        if is_given && opened.document.id() == self.document.id() {
            self.backup_is_there(context);
        }
        self.ask_to_open(name, opened, context);
    }

    /// Says what became of a file, where the person sees it.
    pub(super) fn show_and_focus(&mut self, message: Message) {
        let place = FocusTarget::Message(self.ui.next_id);
        self.ui.show(message);
        self.effects.push(Effect::Focus(place));
    }

    /// Tries to open a copy that was kept aside: what an older version of the
    /// app could not read, a newer one may.
    pub(super) fn open_copy(&mut self, key: String, context: &StepContext, store: &dyn Store) {
        if !self.storage.copies.contains(&key) && !self.storage.elsewhere.contains(&key) {
            return;
        }
        match store.read(&key) {
            Ok(Some(text)) => {
                let (name, bytes) = (STORED_COPY.to_owned(), text.into_bytes());
                self.files_chosen(vec![Event::FileChosen { name, bytes }], context, store);
            }
            Ok(None) | Err(_) => self.ui.show(Message::CopyNotRead),
        }
    }

    /// "This is mine": asks to open the plan that is shown as the document.
    pub(super) fn continue_from_plan(&mut self, context: &StepContext) {
        let Some(shared_plan) = &self.ui.shared_plan else {
            return;
        };
        let (name, opened) = (shared_plan.name.clone(), shared_plan.opened.clone());
        self.ask_to_open(name, opened, context);
    }

    fn ask_to_open(&mut self, name: String, opened: OpenedFile, context: &StepContext) {
        let remarks = opened.remarks.iter();
        let mut remarks: Vec<_> = remarks.map(|remark| remark.sentence(&name)).collect();
        for (whose, document) in [
            (format!("“{name}”"), &opened.document),
            ("What is here already".to_owned(), &self.document),
        ] {
            let newest = newest(document).map(Moment::utc_day);
            if let Some(day) = newest.filter(|day| !day.is_past(context.at.today)) {
                remarks.push(format!(
                    "{whose} has something that says it was entered on {}, which is still to \
                     come: the clock of that device was wrong. It does not count as newer than \
                     what has a day that can be true.",
                    day.long()
                ));
            }
        }
        let now = context.at.now;
        self.ui.dialog = Some(Dialog::OpenFile(Box::new(PendingFile {
            merged: merge(&self.document, &opened.document, now),
            now,
            today: context.at.today,
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
            opening.merged = merge(&self.document, &opening.document, opening.now);
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

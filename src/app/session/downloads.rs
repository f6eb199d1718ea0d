//! Files for the person to keep or to share.

use super::backup::GivenBackup;
use super::messages::Message;
use super::state::PendingDownload;
use super::{Effect, Session, StepContext, Store, WritePlan};
use crate::domain::document::Document;
use crate::domain::file::{FileKind, Purpose, ShareOption, encode, file_name};
use crate::domain::plan_hash::plan_hash;

impl Session {
    /// Gives the browser a backup, to count once the person says it is there.
    pub(super) fn save_backup(&mut self, context: &StepContext, write_plan: WritePlan) {
        let (name, text) = self.backup_file(context, write_plan);
        self.count_changes(context);
        self.download(name, text, Some(self.backup.changes));
    }

    /// Gives the browser a plan with what was ticked, and remembers which.
    pub(super) fn save_plan(
        &mut self,
        ticks: &[ShareOption],
        context: &StepContext,
        write_plan: WritePlan,
    ) {
        let (name, text) = self.plan_file(ticks, context, write_plan);
        // So that a review of it can be told to be one. Where there is no room
        // for that, the file matters more.
        let noted = self
            .document
            .note_saved_plan(&plan_hash(text.as_bytes()), context.at);
        if noted.is_ok() {
            self.storage.unsaved = true;
            self.effects.push(Effect::SaveSoon);
        }
        self.download(name, text, None);
    }

    /// A text as it stands under its key, whatever it is.
    pub(super) fn download_copy(&mut self, key: &str, context: &StepContext, store: &dyn Store) {
        let unreadable = self.storage.unreadable.as_ref().filter(|it| it.key == key);
        let text = match unreadable {
            Some(unreadable) => Some(unreadable.text.clone()),
            None if key.starts_with(self.config.keys.prefix()) => store.read(key).ok().flatten(),
            None => None,
        };
        match text {
            Some(text) => {
                let name = format!("waymark-stored-copy-{}.json", context.at.today.iso());
                self.download(name, text, None);
            }
            None => self.ui.show(Message::CopyNotRead),
        }
    }

    /// Gives the browser what an undo would bring back.
    pub(super) fn download_undo(
        &mut self,
        context: &StepContext,
        store: &dyn Store,
        write_plan: WritePlan,
    ) {
        if let Some(undo) = self.undo_copy(store) {
            let text = self.file(&undo.document, Purpose::Backup, context, write_plan);
            self.download(file_name(FileKind::Backup, context.at.today), text, None);
            self.undo.snapshot = Some(undo);
        }
    }

    /// The browser was given the file. It does not tell whether it kept it, so
    /// what it covers is reminded of until the person says that it is there.
    pub(super) fn downloaded(&mut self, name: &str, context: &StepContext) {
        let Some(download) = self.ui.download.take_if(|it| it.name == name) else {
            return;
        };
        let Some(covers) = download.covers else {
            return;
        };
        self.backup.given = Some(GivenBackup {
            day: context.at.today,
            covers,
        });
        self.keep_backup_note();
        self.finish_saved();
    }

    /// The backup was taken along as text.
    pub(super) fn backup_copied(&mut self, context: &StepContext) {
        self.count_changes(context);
        self.backup.given = Some(GivenBackup {
            day: context.at.today,
            covers: self.backup.changes,
        });
        self.keep_backup_note();
    }

    /// The person says that the file is there, or has opened it.
    pub(super) fn backup_is_there(&mut self, context: &StepContext) {
        self.backup.is_there(context.at.today);
        self.keep_backup_note();
    }

    fn keep_backup_note(&mut self) {
        if self.storage.in_store || !self.document.is_empty() {
            self.storage.unsaved = true;
            self.effects.push(Effect::SaveSoon);
        }
    }

    /// The browser did not take the file.
    pub(super) fn download_failed(&mut self, name: &str) {
        if self.ui.download.take_if(|it| it.name == name).is_some() {
            self.ui.show(Message::FileNotSaved {
                name: name.to_owned(),
            });
        }
    }

    /// The text of a file.
    pub(super) fn file(
        &self,
        document: &Document,
        purpose: Purpose<'_>,
        context: &StepContext,
        write_plan: WritePlan,
    ) -> String {
        let plan = write_plan(document, context.at.today);
        encode(document, purpose, &self.header(context), &plan)
    }

    /// Asks for a text to be given to the browser as a file. `covers` is how
    /// many changes a backup has.
    pub(super) fn download(&mut self, name: String, text: String, covers: Option<u32>) {
        // It is tried again: what is said of it is about this time.
        self.ui
            .messages
            .retain(|(_, message)| !matches!(message, Message::FileNotSaved { .. }));
        self.ui.download = Some(PendingDownload {
            name: name.clone(),
            covers,
        });
        self.effects.push(Effect::Download { name, text });
    }
}

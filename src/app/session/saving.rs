//! Files for the person to keep or to share.

use super::state::Download;
use super::told::Told;
use super::{BackupNote, Effect, Session, Store, Turn};
use crate::domain::document::Document;
use crate::domain::file::{Kind, Purpose, Tick, encode, file_name};

impl Session {
    pub(super) fn save_backup(&mut self, turn: &Turn) {
        let (name, text) = self.backup_file(turn);
        self.count_changes(turn);
        self.download(name, text, Some(self.backup.changes));
    }

    pub(super) fn save_plan(&mut self, ticks: &[Tick], turn: &Turn) {
        let (name, text) = self.plan_file(ticks, turn);
        self.download(name, text, None);
    }

    /// A text as it stands under its key, whatever it is.
    pub(super) fn download_copy(&mut self, key: &str, turn: &Turn, store: &dyn Store) {
        let unreadable = self.keeping.unreadable.as_ref().filter(|it| it.key == key);
        let text = match unreadable {
            Some(unreadable) => Some(unreadable.text.clone()),
            None if key.starts_with(self.setup.keys.prefix()) => store.read(key).ok().flatten(),
            None => None,
        };
        match text {
            Some(text) => {
                let name = format!("waymark-stored-copy-{}.json", turn.at.today.iso());
                self.download(name, text, None);
            }
            None => self.talk.tell(Told::CopyNotRead),
        }
    }

    pub(super) fn download_undo(&mut self, turn: &Turn, store: &dyn Store) {
        if let Some(undo) = self.undo_copy(store) {
            let text = self.file(&undo.document, Purpose::Backup, turn);
            self.download(file_name(Kind::Backup, turn.at.today), text, None);
            self.back.undo = Some(undo);
        }
    }

    /// The browser has the file: what it covers needs no reminder.
    pub(super) fn downloaded(&mut self, name: &str, turn: &Turn) {
        let Some(download) = self.talk.download.take_if(|it| it.name == name) else {
            return;
        };
        let Some(covers) = download.covers else {
            return;
        };
        let more = self.backup.changes.saturating_sub(covers);
        self.backup = BackupNote {
            changes: more,
            first_change: (more > 0).then_some(turn.at.today),
            ..BackupNote::saved(turn.at.today)
        };
        if self.keeping.expected || !self.document.is_empty() {
            self.keeping.unsaved = true;
            self.effects.push(Effect::SaveSoon);
        }
        self.finish_saved();
    }

    pub(super) fn download_failed(&mut self, name: &str) {
        if self.talk.download.take_if(|it| it.name == name).is_some() {
            self.talk.tell(Told::FileNotSaved {
                name: name.to_owned(),
            });
        }
    }

    pub(super) fn file(&self, document: &Document, purpose: Purpose<'_>, turn: &Turn) -> String {
        let actions = (self.setup.write_plan)(document, turn.at.today);
        encode(document, purpose, &self.header(turn), &actions)
    }

    fn download(&mut self, name: String, text: String, covers: Option<u32>) {
        // It is tried again: what is said of it is about this time.
        self.talk
            .told
            .retain(|(_, told)| !matches!(told, Told::FileNotSaved { .. }));
        self.talk.download = Some(Download {
            name: name.clone(),
            covers,
        });
        self.effects.push(Effect::Download { name, text });
    }
}

//! One event, one step.

use super::state::{Dialog, begun};
use super::{Change, Effect, Event, Place, Session, Store, Turn};

impl Session {
    /// Takes an event in and answers with what the shell is to do. Whatever
    /// the store does, memory keeps everything.
    pub fn step(&mut self, event: Event, turn: &Turn, store: &dyn Store) -> Vec<Effect> {
        match event {
            Event::Start => {
                self.document = begun(&turn.fresh);
                self.look(turn, store);
            }
            Event::Change(change) => self.change(change, turn),
            Event::SaveDue | Event::Hidden => self.save(turn, store),
            Event::Woke => self.look(turn, store),
            Event::StorageChanged { key } => self.storage_changed(key.as_deref(), turn, store),

            Event::ContinueUnderNewKey => self.continue_under_new_key(turn, store),
            Event::DownloadCopy { key } => self.download_copy(&key, turn, store),
            Event::OpenCopy { key } => self.open_copy(key, store),
            Event::RemoveCopy { key } => self.talk.dialog = Some(Dialog::RemoveCopy { key }),

            Event::Choose(prefer) => self.choose(prefer, turn, store),
            Event::KeepHere => self.keep_here(turn, store),
            Event::LetGoHere => self.let_go_here(turn),

            Event::FileChosen { name, bytes } => self.file_chosen(name, &bytes),
            Event::FileTooLarge { name, bytes } => self.file_too_large(name, bytes),
            Event::FileNotRead { name } => self.file_not_read(name),
            Event::Open(how) => self.open(how, turn, store),
            Event::ContinueFromPlan => self.continue_from_plan(),
            Event::ClosePlan => {
                self.talk.reading = None;
                self.effects.push(Effect::LookAt(Place::OpenFile));
            }
            Event::Undo => self.undo(turn, store),
            Event::DownloadUndo => self.download_undo(turn, store),
            Event::DropUndoCopy => self.drop_undo_copy(turn, store),

            Event::SaveBackup => self.save_backup(turn),
            Event::SavePlan(ticks) => self.save_plan(&ticks, turn),
            Event::Downloaded { name } => self.downloaded(&name, turn),
            Event::DownloadFailed { name } => self.download_failed(&name),
            Event::RemindLater => self.talk.remind_later = true,

            Event::AskRemoveEverything => self.talk.dialog = Some(Dialog::RemoveEverything),
            Event::AskFinish => self.ask_finish(turn),
            Event::Confirm => self.confirm(turn, store),
            Event::UndoRemoval => self.undo_removal(turn, store),

            Event::Cancel => self.talk.dialog = None,
            Event::Measure => self.measure(store),
            Event::AskToKeep => self.effects.push(Effect::AskToKeep),
            Event::KeepAnswered(keeps) => self.talk.keeps = Some(keeps),
            Event::Dismiss(id) => self.talk.told.retain(|(told, _)| *told != id),
        }
        std::mem::take(&mut self.effects)
    }

    fn change(&mut self, change: Change, turn: &Turn) {
        match change.apply(&mut self.document, turn.at) {
            Ok(()) => {
                self.keeping.unsaved = true;
                self.keeping.touched = true;
                self.effects.push(Effect::SaveSoon);
            }
            Err(error) => self.effects.push(Effect::Refused(error)),
        }
    }

    fn measure(&mut self, store: &dyn Store) {
        // What cannot be measured is not shown; that the store fails is said
        // where something was to be kept.
        self.talk.room = store.room(self.setup.keys.prefix()).ok();
    }
}

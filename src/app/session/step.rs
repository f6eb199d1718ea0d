//! One event, one step.

use super::messages::Message;
use super::state::{Dialog, empty_document};
use super::{Change, Effect, Event, FocusTarget, Session, StepContext, Store, WritePlan};

impl Session {
    /// Takes in what is entered and what happens by itself, and answers with
    /// what the shell is to do. Whatever the store does, memory keeps
    /// everything. Gives back what somebody asked for: see [`Session::carry_out`].
    pub fn step(
        &mut self,
        event: Event,
        context: &StepContext,
        store: &dyn Store,
    ) -> Result<Vec<Effect>, Box<Event>> {
        match event {
            Event::Start => {
                self.document = empty_document(&context.new_id);
                self.sync(context, store);
            }
            Event::Change(change) => self.change(change, context),
            Event::SaveDue | Event::PageHidden => self.save(context, store),
            Event::PageShown => self.sync(context, store),
            Event::StorageChanged { key } => self.storage_changed(key.as_deref(), context, store),

            Event::Downloaded { name } => self.downloaded(&name, context),
            Event::DownloadFailed { name } => self.download_failed(&name),
            Event::BackupCopied => self.backup_copied(context),
            Event::BackupIsThere => self.backup_is_there(context),
            Event::RemindLater => self.ui.remind_later = true,

            Event::CloseDialog if self.ui.waiting.is_empty() => self.ui.dialog = None,
            Event::MeasureStorage => self.measure_storage(store),
            Event::RequestPersistence => self.effects.push(Effect::RequestPersistence),
            Event::PersistenceAnswered(persisted) => self.ui.persisted = Some(persisted),
            Event::DismissNotice(id) => self.ui.messages.retain(|(message, _)| *message != id),
            asked => return Err(Box::new(asked)),
        }
        Ok(std::mem::take(&mut self.effects))
    }

    /// Carries out what somebody asked for: files, ways back, removal. Apart
    /// from [`Session::step`], as a page can be used before this is here.
    pub fn carry_out(
        &mut self,
        asked: Event,
        context: &StepContext,
        store: &dyn Store,
        write_plan: WritePlan,
    ) -> Vec<Effect> {
        match asked {
            Event::ContinueUnderNewKey => self.continue_under_new_key(context, store),
            Event::DownloadCopy { key } => self.download_copy(&key, context, store),
            Event::OpenCopy { key } => self.open_copy(key, context, store),
            Event::RemoveCopy { key } => self.ui.dialog = Some(Dialog::RemoveCopy { key }),

            Event::ResolveConflict(prefer) => self.resolve_conflict(prefer, context, store),
            Event::StoreAgain => self.store_again(context, store),
            Event::RemoveHereToo => self.remove_here_too(context),

            chosen @ (Event::FileChosen { .. }
            | Event::FileTooLarge { .. }
            | Event::FileNotRead { .. }
            | Event::FolderDropped { .. }) => self.files_chosen(vec![chosen], context, store),
            Event::FilesChosen(files) => self.files_chosen(files, context, store),
            Event::CloseDialog => {
                self.ui.dialog = None;
                self.open_next(context, store);
            }
            Event::OpenFile(how) => {
                self.open(how, context, store);
                self.open_next(context, store);
            }
            Event::ContinueFromPlan => self.continue_from_plan(context),
            Event::CloseSharedPlan => {
                self.close_plan(store);
                self.effects.push(Effect::Focus(FocusTarget::OpenFile));
                self.open_next(context, store);
            }
            Event::EditReview(edit) => self.edit_review(edit, context, store),
            Event::SaveReview => self.save_review(context),
            Event::ReviewGiven => self.review_given(),
            Event::FindDrafts => self.find_drafts(store),
            Event::OpenDraft(plan) => self.open_draft(&plan, store),
            Event::AskRemoveDraft(plan) => self.ui.dialog = Some(Dialog::RemoveDraft { plan }),
            Event::RemoveDraft(plan) => {
                self.ui.dialog = None;
                self.remove_draft(&plan, store);
            }
            Event::AskRemoveReview(review) => {
                self.ui.dialog = Some(Dialog::RemoveReview { review });
            }
            Event::RemoveReview(review) => {
                self.ui.dialog = None;
                self.change(Change::RemoveReview(review), context);
                self.show_and_focus(Message::ReviewRemoved);
            }
            Event::TakeInReview => {
                self.take_in_review(context, store);
                self.open_next(context, store);
            }
            Event::Undo => self.undo(context, store),
            Event::DownloadUndo => self.download_undo(context, store, write_plan),
            Event::RemoveUndoCopy => self.remove_undo_copy(context, store),

            Event::SaveBackup => self.save_backup(context, write_plan),
            Event::SavePlan(ticks) => self.save_plan(&ticks, context, write_plan),

            Event::AskRemoveEverything => {
                self.find_drafts(store);
                self.ui.dialog = Some(Dialog::RemoveEverything);
            }
            Event::AskFinishOnSharedComputer => {
                self.find_drafts(store);
                self.ask_finish_on_shared_computer(context, write_plan);
            }
            Event::ConfirmRemoval => self.confirm_removal(context, store, write_plan),
            Event::UndoRemoval => self.undo_removal(context, store),

            other => return self.step(other, context, store).unwrap_or_default(),
        }
        self.measure_again(store);
        std::mem::take(&mut self.effects)
    }

    fn change(&mut self, change: Change, context: &StepContext) {
        match change.apply(&mut self.document, context.at) {
            Ok(()) => {
                self.storage.unsaved = true;
                self.storage.touched = true;
                self.effects.push(Effect::SaveSoon);
            }
            Err(error) => self.effects.push(Effect::ChangeRefused(error)),
        }
    }

    /// Once it is shown how much is stored, it is so after every change of it.
    pub(super) fn measure_again(&mut self, store: &dyn Store) {
        if self.ui.usage.is_some() {
            self.measure_storage(store);
        }
    }

    fn measure_storage(&mut self, store: &dyn Store) {
        // What cannot be measured is not shown; that the store fails is said
        // where something was to be kept.
        self.ui.usage = store.usage(self.config.keys.prefix()).ok();
    }
}

//! Somebody's plan that this person reads and gives a view of. The view is a
//! draft under a key of its own for each plan, stored with every change, and
//! never mixed up with what the person entered about themselves; once it is
//! saved as a file and closed, or removed, the browser keeps it no longer.

use super::messages::Message;
use super::state::{Dialog, PendingReview, Reading, ReviewDraft, SharedPlanFile};
use super::{Effect, FocusTarget, Session, StepContext, Store, StoreError};
use crate::app::review::{ReviewEdit, before_it_is_taken_in, together};
use crate::domain::document::{Review, ReviewedPlan};
use crate::domain::file::{
    FileKind, OpenedFile, OpenedReview, decode, decode_review, encode_review, file_name_of,
};
use crate::domain::framework::bundled;
use crate::domain::ids::{PlanHash, ReviewId};
use crate::domain::plan_hash::plan_hash;

impl Session {
    /// Opens somebody's plan, with the view of it that was begun before.
    pub(super) fn read_plan(
        &mut self,
        name: String,
        opened: OpenedFile,
        bytes: &[u8],
        store: &dyn Store,
    ) {
        let hash = plan_hash(bytes);
        let draft = self.stored_draft(&hash, store);
        self.ui.dialog = None;
        self.ui.shared_plan = Some(SharedPlanFile {
            name,
            opened,
            reading: Reading {
                hash,
                text: String::from_utf8_lossy(bytes).into_owned(),
                draft,
                failure: None,
            },
        });
        self.find_drafts(store);
        self.effects.push(Effect::Focus(FocusTarget::SharedPlan));
    }

    fn stored_draft(&self, hash: &PlanHash, store: &dyn Store) -> Option<ReviewDraft> {
        let text = store.read(&self.config.keys.review(hash)).ok()??;
        let opened = decode_review(text.as_bytes(), &self.config.known_ids).ok()?;
        Some(ReviewDraft {
            id: opened.id,
            stored: Some(opened.review.clone()),
            review: opened.review,
            given: false,
        })
    }

    /// The view of the plan being read, begun or not.
    pub fn review_draft(&self) -> Option<&Review> {
        let plan = self.ui.shared_plan.as_ref()?;
        plan.reading.draft.as_ref().map(|draft| &draft.review)
    }

    /// Why the draft is not stored; None where it is, or there is none.
    pub fn review_failure(&self) -> Option<&StoreError> {
        let plan = self.ui.shared_plan.as_ref()?;
        plan.reading.failure.as_ref()
    }

    /// Which plan is being read, by its hash.
    pub fn plan_being_read(&self) -> Option<&PlanHash> {
        let plan = self.ui.shared_plan.as_ref()?;
        Some(&plan.reading.hash)
    }

    /// The drafts there are of other plans, by the hash of each.
    pub fn review_drafts(&self) -> &[(PlanHash, String)] {
        &self.ui.drafts
    }

    /// Changes the view of the plan being read, and stores it at once.
    pub(super) fn edit_review(
        &mut self,
        edit: ReviewEdit,
        context: &StepContext,
        store: &dyn Store,
    ) {
        let Some(plan) = &self.ui.shared_plan else {
            return;
        };
        let draft = match &plan.reading.draft {
            Some(draft) => draft.clone(),
            None => {
                let created = plan.opened.created.map(|it| it.utc_day());
                let of = ReviewedPlan::new(created, plan.reading.hash.clone());
                ReviewDraft {
                    id: ReviewId::new(context.new_id.as_str()),
                    review: Review::new(context.at.today, of),
                    stored: None,
                    given: false,
                }
            }
        };
        match edit.apply(&draft.review) {
            Ok(mut review) => {
                review.created = context.at.today;
                let draft = ReviewDraft {
                    review,
                    given: false,
                    ..draft
                };
                self.store_draft(draft, context, store);
            }
            Err(error) => self.effects.push(Effect::ChangeRefused(error)),
        }
    }

    /// Stores the draft, with what another tab wrote of it meanwhile. The plan
    /// goes beside it, so that a reload loses neither; where there is no room
    /// for both, the draft alone.
    fn store_draft(&mut self, mut draft: ReviewDraft, context: &StepContext, store: &dyn Store) {
        let header = self.header(context);
        let Some(plan) = &mut self.ui.shared_plan else {
            return;
        };
        let (name, reading) = (&plan.name, &mut plan.reading);
        let key = self.config.keys.review(&reading.hash);
        let mut kept_aside = None;
        let written = (|| {
            if let Some(text) = store.read(&key)? {
                match decode_review(text.as_bytes(), &self.config.known_ids) {
                    Ok(theirs) if Some(&theirs.review) != draft.stored.as_ref() => {
                        let nothing = Review::new(draft.review.created, draft.review.of.clone());
                        let base = draft.stored.as_ref().unwrap_or(&nothing);
                        draft.review = together(base, &draft.review, &theirs.review);
                        draft.id = theirs.id;
                    }
                    Ok(_) => {}
                    // What cannot be read is never written over.
                    Err(_) => {
                        let aside = self.config.keys.unread_review(&reading.hash);
                        store.write(&aside, &text)?;
                        kept_aside = Some(aside);
                    }
                }
            }
            store.write(
                &key,
                &encode_review(&draft.id, &draft.review, &header, true),
            )
        })();
        if written.is_ok() {
            draft.stored = Some(draft.review.clone());
            let beside = self.config.keys.reviewed_plan(&reading.hash);
            if !matches!(store.read(&beside), Ok(Some(_))) {
                let _ = store.write(&beside, &[name, "\n", &reading.text].concat());
            }
        }
        reading.failure = written.err();
        reading.draft = Some(draft);
        if let Some(key) = kept_aside {
            self.ui.show(Message::DraftKeptAside { key });
        }
    }

    /// Looks for drafts, of the plan being read and of others.
    pub(super) fn find_drafts(&mut self, store: &dyn Store) {
        self.meet_draft(store);
        let reading = self.ui.shared_plan.as_ref();
        let reading = reading.map(|plan| plan.reading.hash.clone());
        let Ok(keys) = store.keys(self.config.keys.prefix()) else {
            return;
        };
        let mut drafts = Vec::new();
        for key in keys {
            let Some(hash) = self.config.keys.reviewed(&key) else {
                continue;
            };
            if Some(&hash) != reading.as_ref() {
                let name = self.draft_name(&hash, store);
                drafts.push((hash, name));
            }
        }
        self.ui.drafts = drafts;
    }

    /// Whose plan a draft is of, or what its file was called, or of which day.
    fn draft_name(&self, hash: &PlanHash, store: &dyn Store) -> String {
        let beside = store.read(&self.config.keys.reviewed_plan(hash));
        if let Ok(Some(text)) = beside
            && let Some((name, file)) = text.split_once('\n')
        {
            let opened = decode(file.as_bytes(), &self.config.known_ids).ok();
            let worker = opened.and_then(|it| it.document.profile().name.get().cloned());
            return worker.map_or(name.to_owned(), |worker| {
                format!("the training plan of {worker}")
            });
        }
        let draft = self.stored_draft(hash, store);
        let saved = draft.and_then(|draft| draft.review.of.created);
        saved.map_or("a plan".to_owned(), |day| {
            format!("a plan saved on {}", day.long())
        })
    }

    /// Goes on with a draft: opens the plan that was kept beside it, or says
    /// which file to open.
    pub(super) fn open_draft(&mut self, hash: &PlanHash, store: &dyn Store) {
        let text = store.read(&self.config.keys.reviewed_plan(hash));
        let opened = text.ok().flatten().and_then(|text| {
            let (name, file) = text.split_once('\n')?;
            let opened = decode(file.as_bytes(), &self.config.known_ids).ok()?;
            let same = plan_hash(file.as_bytes()) == *hash && opened.kind == FileKind::Plan;
            same.then(|| (name.to_owned(), opened, file.to_owned()))
        });
        match opened {
            Some((name, opened, file)) => self.read_plan(name, opened, file.as_bytes(), store),
            None => self.ui.show(Message::PlanNotKept),
        }
    }

    /// Removes a draft, of the plan being read or another.
    pub(super) fn remove_draft(&mut self, hash: &PlanHash, store: &dyn Store) {
        if self.remove_stored_draft(hash, store).is_err() {
            self.ui.show(Message::DraftNotRemoved);
            return;
        }
        // The plan went with it, so it is not left standing there either.
        self.ui
            .shared_plan
            .take_if(|plan| plan.reading.hash == *hash);
        self.show_and_focus(Message::DraftRemoved);
        self.find_drafts(store);
    }

    /// The review file as it is now: its name and its text.
    pub fn review_file(&self, context: &StepContext) -> Option<(String, String)> {
        let plan = self.ui.shared_plan.as_ref()?;
        let draft = plan.reading.draft.as_ref()?;
        let mut review = draft.review.clone();
        let words: Vec<_> = review.agreed().map(|action| action.id.clone()).collect();
        review.actions.retain(|action| words.contains(&action.id));
        let text = encode_review(&draft.id, &review, &self.header(context), false);
        let worker = plan.opened.document.profile().name.get();
        let name = file_name_of("review", worker.map(String::as_str), context.at.today);
        Some((name, text))
    }

    /// Gives the browser the reader's view as a file.
    pub(super) fn save_review(&mut self, context: &StepContext) {
        if let Some((name, text)) = self.review_file(context) {
            self.download(name, text, None);
        }
    }

    /// The browser was given the view as a file. It stays here until its plan
    /// is closed, to be put right and saved again; then it is kept no longer,
    /// for it is about somebody else.
    pub(super) fn review_given(&mut self) {
        if let Some(plan) = &mut self.ui.shared_plan
            && let Some(draft) = &mut plan.reading.draft
        {
            draft.given = true;
        }
    }

    /// Closes the plan being read, and forgets what was said of it once that
    /// is in a file.
    pub(super) fn close_plan(&mut self, store: &dyn Store) {
        if let Some(plan) = self.ui.shared_plan.take()
            && plan.reading.draft.is_some_and(|draft| draft.given)
            && self.remove_stored_draft(&plan.reading.hash, store).is_err()
        {
            self.ui.show(Message::DraftNotRemoved);
        }
        self.find_drafts(store);
    }

    fn remove_stored_draft(&self, hash: &PlanHash, store: &dyn Store) -> Result<(), StoreError> {
        let keys = &self.config.keys;
        store
            .remove(&keys.review(hash))
            .and_then(|()| store.remove(&keys.reviewed_plan(hash)))
    }

    /// Another tab wrote or removed the draft of the plan being read: what it
    /// wrote is seen here at once, and what is only here stays.
    pub(super) fn meet_draft(&mut self, store: &dyn Store) {
        let Some(plan) = &self.ui.shared_plan else {
            return;
        };
        let mine = plan.reading.draft.clone();
        let draft = match (mine, self.stored_draft(&plan.reading.hash, store)) {
            (mine, None) => mine.map(|mine| ReviewDraft {
                stored: None,
                ..mine
            }),
            (None, theirs) => theirs,
            (Some(mine), Some(theirs)) => {
                let nothing = Review::new(mine.review.created, mine.review.of.clone());
                let base = mine.stored.as_ref().unwrap_or(&nothing);
                let review = together(base, &mine.review, &theirs.review);
                Some(ReviewDraft {
                    given: mine.given && review == mine.review,
                    review,
                    ..theirs
                })
            }
        };
        if let Some(plan) = &mut self.ui.shared_plan {
            plan.reading.draft = draft;
        }
    }

    /// Whether the view as it stands was given to the browser as a file.
    pub fn review_is_saved(&self) -> bool {
        let plan = self.ui.shared_plan.as_ref();
        let draft = plan.and_then(|plan| plan.reading.draft.as_ref());
        draft.is_some_and(|draft| draft.given)
    }

    /// A review was opened: asks the worker whether to take it in.
    pub(super) fn ask_to_take_in(&mut self, name: String, opened: OpenedReview) {
        let (paragraphs, mut lists) =
            before_it_is_taken_in(bundled(), &self.document, &opened.id, &opened.review);
        let remarks = opened.remarks.iter();
        let remarks: Vec<_> = remarks.map(|remark| remark.sentence(&name)).collect();
        if !remarks.is_empty() {
            lists.push(("About this file:".to_owned(), remarks));
        }
        self.ui.dialog = Some(Dialog::OpenReview(Box::new(PendingReview {
            paragraphs,
            lists,
            id: opened.id,
            review: opened.review,
            name,
        })));
    }

    /// Takes in the review in the dialog.
    pub(super) fn take_in_review(&mut self, context: &StepContext, store: &dyn Store) {
        let pending = match self.ui.dialog.take() {
            Some(Dialog::OpenReview(pending)) => *pending,
            other => {
                self.ui.dialog = other;
                return;
            }
        };
        let before = self.document.clone();
        match self
            .document
            .receive_review(&pending.id, pending.review, context.at)
        {
            Ok(()) => {
                self.storage.unsaved = true;
                self.storage.touched = true;
                self.undo.snapshot = Some(super::state::UndoSnapshot {
                    reason: super::state::UndoReason::OpenedFile {
                        name: pending.name.clone(),
                    },
                    document: before,
                });
                self.ui.forget_opening();
                self.ui.show(Message::ReviewTakenIn { name: pending.name });
                self.save(context, store);
                self.effects.push(Effect::Focus(FocusTarget::Reviews));
            }
            Err(error) => self.effects.push(Effect::ChangeRefused(error)),
        }
    }
}

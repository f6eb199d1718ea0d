//! What a reader of a plan sent back: their view of it, as it was received,
//! and which of the actions they agreed the worker has taken on.

use super::{
    ActionChange, ActionEdit, ChangeError, ClockReading, Document, JsonFields, change_time,
    check_count, check_id, check_text,
};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::ids::{ActionId, CompetencyId, PlanHash, ReviewId};
use crate::domain::limits::{
    CHANGES, COMPETENCIES, NAME, REVIEW_ACTIONS, REVIEW_COMMENT, REVIEWER_ROLE, REVIEWS,
    SHARED_PLANS, TITLE,
};
use crate::domain::score::Score;
use crate::domain::sorted_map::SortedMap;

/// Somebody's view of a plan they were sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The day it was saved.
    pub created: Day,
    pub reviewer: Reviewer,
    pub of: ReviewedPlan,
    /// By competency; one that is not there was not answered.
    pub ratings: SortedMap<CompetencyId, ReviewRating>,
    pub comment: String,
    pub actions: Vec<AgreedAction>,
    /// The day both look at it again.
    pub next_review: Option<Day>,
    pub(in crate::domain) extra: JsonFields,
}

/// Who gave the view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reviewer {
    pub name: String,
    /// Such as "supervisor".
    pub role: String,
    pub(in crate::domain) extra: JsonFields,
}

/// Which plan file was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewedPlan {
    /// The day that file was saved, where it says so.
    pub created: Option<Day>,
    pub sha256: PlanHash,
    pub(in crate::domain) extra: JsonFields,
}

/// What a reader said of one competency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewRating {
    /// None where a later version said something this one does not know.
    pub view: Option<ReaderView>,
    pub(in crate::domain) extra: JsonFields,
}

/// One of the six statements, or that there was nothing to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderView {
    Score(Score),
    /// "I have not seen this."
    NotSeen,
}

/// An action both agreed.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreedAction {
    /// One of the plan that was read, or `own:` and something random.
    pub id: ActionId,
    pub title: String,
    pub month: Option<Month>,
    pub(in crate::domain) extra: JsonFields,
}

/// A review in the worker's document.
#[derive(Clone, Debug, PartialEq)]
pub struct ReceivedReview {
    pub changed: Moment,
    /// As it came; None where it was removed, which is kept so that a merge
    /// does not bring it back.
    pub review: Option<Review>,
    /// The actions the worker has taken on, and the day they did.
    pub accepted: SortedMap<ActionId, Day>,
    pub(in crate::domain) extra: JsonFields,
}

/// That something left in a file, so that what comes back, or is saved next,
/// can be told to be about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Noted {
    /// When it was saved.
    pub changed: Moment,
    pub(in crate::domain) extra: JsonFields,
}

/// What the worker changed about an action since they took it on as agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SinceAgreed {
    /// Moved to another month, or to none.
    Month(Option<Month>),
    /// In other words now.
    Title(String),
    PutAside,
    /// Another way was taken instead.
    Swapped,
}

impl Review {
    /// An empty view of one plan file.
    pub fn new(created: Day, of: ReviewedPlan) -> Self {
        Self {
            created,
            reviewer: Reviewer::default(),
            of,
            ratings: SortedMap::new(),
            comment: String::new(),
            actions: Vec::new(),
            next_review: None,
            extra: JsonFields::new(),
        }
    }

    /// What the reader said of a competency; None for nothing.
    pub fn view(&self, competency: &CompetencyId) -> Option<ReaderView> {
        self.ratings.get(competency)?.view
    }

    /// The agreed actions that say what to do: one without words is none.
    pub fn agreed(&self) -> impl Iterator<Item = &AgreedAction> {
        let says = |action: &&AgreedAction| !action.title.trim().is_empty();
        self.actions.iter().filter(says)
    }

    /// An agreed action by its id.
    pub fn action(&self, id: &ActionId) -> Option<&AgreedAction> {
        self.actions.iter().find(|action| &action.id == id)
    }

    /// Nothing in it that anybody could read.
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.created, self.of.clone())
    }

    /// Whether every text and list keeps to its limit. `TooLong`, `TooMany`,
    /// `BadId`.
    pub fn check(&self) -> Result<(), ChangeError> {
        check_text(&self.reviewer.name, NAME)?;
        check_text(&self.reviewer.role, REVIEWER_ROLE)?;
        check_id(self.of.sha256.as_str())?;
        check_count(self.ratings.len(), COMPETENCIES)?;
        for competency in self.ratings.keys() {
            check_id(competency.as_str())?;
        }
        check_text(&self.comment, REVIEW_COMMENT)?;
        check_count(self.actions.len(), REVIEW_ACTIONS)?;
        for action in &self.actions {
            check_id(action.id.as_str())?;
            check_text(&action.title, TITLE)?;
        }
        // Of two with one id only one could be taken on.
        for (i, AgreedAction { id, .. }) in self.actions.iter().enumerate() {
            if self.actions.iter().take(i).any(|other| other.id == *id) {
                let id = id.as_str().to_owned();
                return Err(ChangeError::BadId { id });
            }
        }
        Ok(())
    }
}

impl ReviewedPlan {
    /// The plan file of this hash, saved on that day.
    pub fn new(created: Option<Day>, sha256: PlanHash) -> Self {
        Self {
            created,
            sha256,
            extra: JsonFields::new(),
        }
    }
}

impl AgreedAction {
    /// An action to agree.
    pub fn new(id: ActionId, title: impl Into<String>, month: Option<Month>) -> Self {
        Self {
            id,
            title: title.into(),
            month,
            extra: JsonFields::new(),
        }
    }

    /// What is different about the action now.
    pub fn since(&self, now: Option<&ActionChange>) -> Vec<SinceAgreed> {
        let Some(now) = now else {
            return Vec::new();
        };
        let month = self.month.is_some() && now.month != self.month;
        let own = now.own.as_ref().filter(|title| **title != self.title);
        [
            month.then_some(SinceAgreed::Month(now.month)),
            own.map(|title| SinceAgreed::Title(title.clone())),
            now.dismissed.then_some(SinceAgreed::PutAside),
            now.swapped.is_some().then_some(SinceAgreed::Swapped),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl Noted {
    fn at(at: ClockReading) -> Self {
        Self {
            changed: at.now,
            extra: JsonFields::new(),
        }
    }
}

impl ReviewRating {
    /// What a reader says.
    pub fn new(view: ReaderView) -> Self {
        Self {
            view: Some(view),
            extra: JsonFields::new(),
        }
    }
}

/// Whether an action is in nobody's words but a person's.
fn is_own(action: &ActionId) -> bool {
    action.as_str().starts_with("own:")
}

impl Document {
    /// The reviews there are, without those removed.
    pub fn reviews(&self) -> impl Iterator<Item = (&ReviewId, &ReceivedReview, &Review)> {
        let all = self.parts.reviews.iter();
        all.filter_map(|(id, received)| Some((id, received, received.review.as_ref()?)))
    }

    /// A review by its id; None where it is not there or was removed.
    pub fn review(&self, id: &ReviewId) -> Option<&Review> {
        self.parts.reviews.get(id)?.review.as_ref()
    }

    /// Takes a review in, or a newer copy of one that is here. `TooLong`,
    /// `TooMany`, `BadId`, `DocumentFull`.
    pub fn receive_review(
        &mut self,
        id: &ReviewId,
        review: Review,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        review.check()?;
        let mut received = self.received(id, at);
        if received.review.as_ref() == Some(&review) {
            return Ok(());
        }
        received
            .accepted
            .retain(|action, _| review.action(action).is_some());
        received.review = Some(review);
        self.put_review(id, received, at)
    }

    /// Takes a review out again; the actions that were taken on stay in the
    /// plan. `NotThere`.
    pub fn remove_review(&mut self, id: &ReviewId, at: ClockReading) -> Result<(), ChangeError> {
        self.review(id).ok_or_else(|| not_there(id.as_str()))?;
        let removed = ReceivedReview {
            review: None,
            accepted: SortedMap::new(),
            ..self.received(id, at)
        };
        self.put_review(id, removed, at)
    }

    /// Takes an agreed action into the plan, in its month. `NotThere`,
    /// `TooMany`, `DocumentFull`.
    pub fn accept_agreed(
        &mut self,
        review: &ReviewId,
        action: &ActionId,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        let agreed = self.review(review).and_then(|it| it.action(action));
        let agreed = agreed.ok_or_else(|| not_there(action.as_str()))?.clone();
        let mut received = self.received(review, at);
        if received.accepted.contains_key(action) {
            return Ok(());
        }
        received.accepted.insert(action.clone(), at.today);
        // All of it or nothing: there may be room for a part only.
        let mut changed = self.clone();
        changed.put_review(review, received, at)?;
        // What the worker calls it stays.
        let is_named = changed.change(action).is_some_and(|it| it.own.is_some());
        if is_own(action) && !is_named {
            changed.change_action(action, ActionEdit::Own(agreed.title), at)?;
        }
        // Where no month says when, it stays at the top: what was agreed is
        // not to be looked for.
        let when = match agreed.month {
            Some(month) => ActionEdit::Month(Some(month)),
            None => ActionEdit::Pinned(true),
        };
        changed.change_action(action, when, at)?;
        changed.change_action(action, ActionEdit::Dismissed(None), at)?;
        *self = changed;
        Ok(())
    }

    /// Says no to an agreed action: it is put aside, and can be brought back.
    /// `NotThere`, `TooMany`, `DocumentFull`.
    pub fn decline_agreed(
        &mut self,
        review: &ReviewId,
        action: &ActionId,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        let agreed = self.review(review).and_then(|it| it.action(action));
        let title = agreed
            .ok_or_else(|| not_there(action.as_str()))?
            .title
            .clone();
        let mut changed = self.clone();
        let is_named = changed.change(action).is_some_and(|it| it.own.is_some());
        if is_own(action) && !is_named {
            changed.change_action(action, ActionEdit::Own(title), at)?;
        }
        changed.change_action(action, ActionEdit::Dismissed(Some(String::new())), at)?;
        *self = changed;
        Ok(())
    }

    /// The reviews an action was agreed in and taken on from, with the day.
    pub fn agreed<'a>(
        &'a self,
        action: &'a ActionId,
    ) -> impl Iterator<Item = (&'a Review, &'a AgreedAction, Day)> {
        self.reviews().filter_map(move |(_, received, review)| {
            let on = received.accepted.get(action)?;
            Some((review, review.action(action)?, *on))
        })
    }

    /// The plan files saved to share, by hash.
    pub fn saved_plans(&self) -> impl Iterator<Item = (&PlanHash, &Noted)> {
        self.parts.saved_plans.iter()
    }

    /// Takes note that a plan file was saved; of very many the oldest is
    /// forgotten. `BadId`, `DocumentFull`.
    pub fn note_saved_plan(
        &mut self,
        plan: &PlanHash,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        let saved = &self.parts.saved_plans;
        // The same file again says nothing new, and two tabs that save it
        // need not be asked about it.
        if saved.contains_key(plan) {
            return Ok(());
        }
        let mut changed = self.clone();
        if saved.len() >= SHARED_PLANS.most {
            let oldest = saved.iter().min_by_key(|(_, it)| it.changed);
            if let Some((oldest, _)) = oldest {
                changed.parts.saved_plans.remove(oldest);
                changed.units = changed.parts.units();
            }
        }
        let note = Noted::at(at);
        changed.put(|parts| &mut parts.saved_plans, plan, note, SHARED_PLANS)?;
        *self = changed;
        Ok(())
    }

    /// The actions that had an entry in a calendar file.
    pub fn in_calendar(&self) -> impl Iterator<Item = &ActionId> {
        self.parts.in_calendar.keys()
    }

    /// Takes note of an action's entry in a calendar file, so that a later
    /// file can cancel it. `BadId`, `TooMany`, `DocumentFull`.
    pub fn note_in_calendar(
        &mut self,
        action: &ActionId,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        if self.parts.in_calendar.contains_key(action) {
            return Ok(());
        }
        let note = Noted::at(at);
        self.put(|parts| &mut parts.in_calendar, action, note, CHANGES)
    }

    /// What stands under a review's id, or would.
    fn received(&self, id: &ReviewId, at: ClockReading) -> ReceivedReview {
        let old = self.parts.reviews.get(id).cloned();
        old.unwrap_or_else(|| ReceivedReview {
            changed: at.now,
            review: None,
            accepted: SortedMap::new(),
            extra: JsonFields::new(),
        })
    }

    fn put_review(
        &mut self,
        id: &ReviewId,
        mut received: ReceivedReview,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        received.changed = change_time(at, Some(received.changed));
        self.put(|parts| &mut parts.reviews, id, received, REVIEWS)
    }
}

fn not_there(id: &str) -> ChangeError {
    ChangeError::NotThere { id: id.to_owned() }
}

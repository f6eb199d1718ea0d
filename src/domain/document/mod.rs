//! All that one worker has entered, and nothing derived. Every change is a
//! method: it takes the time and any new id as arguments, keeps to the limits,
//! and on an error leaves the document as it was. Absent means not answered.

mod answers;
mod errors;
mod own_resources;
mod plan_changes;
mod profile;
mod rating;
mod rating_changes;
mod review;
mod size;
mod units;

pub use answers::{Answer, AnswerChange, RequirementStatus, TopicStatus};
pub use errors::ChangeError;
pub use own_resources::{BetterLink, Course};
pub use plan_changes::{ActionChange, ActionEdit, ActionStatus};
#[cfg(test)]
pub(crate) use profile::every_answer;
pub(in crate::domain) use profile::profile_fields;
pub use profile::{
    DatedAnswer, Experience, LearningHours, Profile, ProfileAnswer, SchemeFunded, WiderWork,
};
pub use rating::{Entry, Evidence, FeatureSeen, Rating};
pub use rating_changes::{EntryChange, WhichEntry};
pub use review::{
    AgreedAction, Noted, ReaderView, ReceivedReview, Review, ReviewRating, ReviewedPlan, Reviewer,
    SinceAgreed,
};

use units::Units;

use crate::domain::dates::{Day, Moment};
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, DocumentId, PlanHash, RequirementId, ResourceId, ReviewId,
    TopicId,
};
use crate::domain::limits::{self, DOCUMENT_UNITS, DOCUMENT_WARNING_UNITS, Limit, utf16_units};
use crate::domain::score::Score;
use crate::domain::sorted_map::SortedMap;

/// Fields of a file this version does not know, kept to be written back.
pub type JsonFields = serde_json::Map<String, serde_json::Value>;

/// When a change is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockReading {
    /// Now, in UTC.
    pub now: Moment,
    /// The worker's day.
    pub today: Day,
}

/// All that one worker has entered. Every document there is keeps to the
/// limits, so every one can be saved and opened again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    parts: Parts,
    /// What `parts` takes, kept so that a keystroke need not measure it all.
    units: usize,
}

/// What a document is made of; open to `file`, which reads and writes it.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::domain) struct Parts {
    pub id: Option<DocumentId>,
    pub achieved_at: DatedAnswer<Score>,
    pub profile: Profile,
    /// By competency, newest entry last.
    pub ratings: SortedMap<CompetencyId, Vec<Entry>>,
    pub topics: SortedMap<TopicId, Answer<TopicStatus>>,
    pub requirements: SortedMap<RequirementId, Answer<RequirementStatus>>,
    pub changes: SortedMap<ActionId, ActionChange>,
    pub links: SortedMap<ResourceId, BetterLink>,
    pub courses: SortedMap<CourseId, Course>,
    pub reviews: SortedMap<ReviewId, ReceivedReview>,
    pub saved_plans: SortedMap<PlanHash, Noted>,
    pub in_calendar: SortedMap<ActionId, Noted>,
    pub unknown: UnknownFields,
}

impl Default for Parts {
    /// Not inlined: it is long, and written out wherever one is made.
    #[inline(never)]
    fn default() -> Self {
        Self {
            id: None,
            achieved_at: DatedAnswer::default(),
            profile: Profile::default(),
            ratings: SortedMap::new(),
            topics: SortedMap::new(),
            requirements: SortedMap::new(),
            changes: SortedMap::new(),
            links: SortedMap::new(),
            courses: SortedMap::new(),
            reviews: SortedMap::new(),
            saved_plans: SortedMap::new(),
            in_calendar: SortedMap::new(),
            unknown: UnknownFields::default(),
        }
    }
}

/// Unknown fields of the file's own groups. Those of an entry, an answer and
/// so on stay with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::domain) struct UnknownFields {
    pub file: JsonFields,
    pub framework: JsonFields,
    pub rules: JsonFields,
    pub worker: JsonFields,
    pub local: JsonFields,
    pub plan: JsonFields,
}

impl Document {
    /// An empty document. `BadId`.
    pub fn new(id: DocumentId) -> Result<Self, ChangeError> {
        let mut document = Self::default();
        document.adopt(id)?;
        Ok(document)
    }

    /// None for a plan that was shared.
    pub fn id(&self) -> Option<&DocumentId> {
        self.parts.id.as_ref()
    }

    /// Makes it this worker's own: "this is mine, continue from it". `BadId`.
    pub fn adopt(&mut self, id: DocumentId) -> Result<(), ChangeError> {
        check_id(id.as_str())?;
        self.parts.id = Some(id);
        Ok(())
    }

    /// Nothing was ever entered; there may be an id.
    pub fn is_empty(&self) -> bool {
        let mut nothing = Parts::default();
        nothing.id.clone_from(&self.parts.id);
        self.parts == nothing
    }

    /// The last day on which something was rated or answered that a plan
    /// follows from. What is only written, marked or moved is no answer.
    pub fn last_answered(&self) -> Option<Day> {
        let mut last = None;
        // All of it, so that a new answer is thought of here.
        let Profile {
            role,
            experience,
            aim,
            here,
            name: _,
            workplace: _,
            scheme_funded,
            in_somerset,
            area: _,
            in_area,
            hours_a_month,
            start,
            caseload,
            wider,
            next_review: _,
            last_review: _,
        } = &self.parts.profile;
        macro_rules! see {
            ($($answer:ident)*) => {
                $(last = last.max($answer.changed().map(Moment::utc_day));)*
            };
        }
        see!(role experience aim here scheme_funded in_somerset in_area hours_a_month start caseload wider);
        last = last.max(self.parts.achieved_at.changed().map(Moment::utc_day));
        for (_, entries) in self.parts.ratings.iter() {
            last = last.max(entries.iter().map(Entry::rated_day).max());
        }
        let topics = self.parts.topics.iter().map(|(_, it)| it.changed);
        let requirements = self.parts.requirements.iter().map(|(_, it)| it.changed);
        for changed in topics.chain(requirements) {
            last = last.max(Some(changed.utc_day()));
        }
        for (_, course) in self.parts.courses.iter() {
            last = last.max(Some(course.changed.utc_day()));
        }
        last
    }

    /// What it takes as it is stored, in UTF-16 units: never less than the
    /// stored text has, and at most 1,000,000.
    pub fn units(&self) -> usize {
        self.units + size::ENVELOPE
    }

    /// Four fifths of the room are taken.
    pub fn is_nearly_full(&self) -> bool {
        self.units() >= DOCUMENT_WARNING_UNITS
    }

    /// The score that counts as achieved; 3 unless another was chosen.
    pub fn achieved_at(&self) -> Score {
        self.parts
            .achieved_at
            .get()
            .copied()
            .unwrap_or(Score::COMPETENT)
    }

    /// Chooses the score that counts as achieved. `DocumentFull`.
    pub fn choose_achieved_at(
        &mut self,
        score: Score,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        let mut chosen = self.parts.achieved_at.clone();
        chosen.set(Some(score), at);
        self.resize(self.parts.achieved_at.units(), chosen.units())?;
        self.parts.achieved_at = chosen;
        Ok(())
    }

    /// What it is made of, to write and to compare.
    pub(in crate::domain) fn parts(&self) -> &Parts {
        &self.parts
    }

    /// A document of these parts, where they fit the limits of lists and of
    /// the whole. Each text must already fit its own.
    pub(in crate::domain) fn assemble(parts: Parts) -> Result<Self, ChangeError> {
        parts.check_counts()?;
        let document = Self {
            units: parts.units(),
            parts,
        };
        if document.units() > DOCUMENT_UNITS {
            return Err(ChangeError::DocumentFull);
        }
        Ok(document)
    }

    /// Takes note that something of `before` units now has `after`. Call it
    /// before changing anything.
    fn resize(&mut self, before: usize, after: usize) -> Result<(), ChangeError> {
        let units = self.units + after - before;
        if units > self.units && units + size::ENVELOPE > DOCUMENT_UNITS {
            return Err(ChangeError::DocumentFull);
        }
        self.units = units;
        Ok(())
    }
}

/// Never earlier than what it changes, whatever the clock says; but what it
/// changes may have been made by a clock that ran ahead, and is not believed.
fn change_time(at: ClockReading, before: Option<Moment>) -> Moment {
    let tomorrow = at.now.unix() + 24 * 60 * 60;
    let before = before.filter(|before| before.unix() <= tomorrow);
    before.map_or(at.now, |before| before.max(at.now))
}

fn check_text(text: &str, limit: Limit) -> Result<(), ChangeError> {
    let units = utf16_units(text);
    if units > limit.most {
        return Err(ChangeError::TooLong { limit, units });
    }
    Ok(())
}

fn check_id(id: &str) -> Result<(), ChangeError> {
    if id.is_empty() || utf16_units(id) > limits::ID.most {
        return Err(ChangeError::BadId { id: id.to_owned() });
    }
    Ok(())
}

fn check_count(count: usize, limit: Limit) -> Result<(), ChangeError> {
    if count > limit.most {
        return Err(ChangeError::TooMany { limit });
    }
    Ok(())
}

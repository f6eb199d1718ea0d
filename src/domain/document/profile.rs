//! What a worker says about themselves and their post. Nothing is required.

use super::units::Units;
use super::{
    ChangeError, ClockReading, Document, JsonFields, change_time, check_count, check_id, check_text,
};
use crate::domain::dates::{Day, Moment};
use crate::domain::ids::{LevelId, RoleId, TopicId};
use crate::domain::limits::{CASELOAD, HOURS_A_MONTH, NAME, WORKPLACE};
use crate::domain::sorted_set::SortedSet;

/// An answer and when it was last changed. `changed` without a value: it was
/// answered and taken back, which wins over an older answer in a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedAnswer<T> {
    pub(in crate::domain) value: Option<T>,
    pub(in crate::domain) changed: Option<Moment>,
    pub(in crate::domain) extra: JsonFields,
}

impl<T> Default for DatedAnswer<T> {
    fn default() -> Self {
        Self {
            value: None,
            changed: None,
            extra: JsonFields::new(),
        }
    }
}

impl<T: PartialEq> DatedAnswer<T> {
    /// The answer; None where there is none.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// When it was last answered or taken back; None where never.
    pub fn changed(&self) -> Option<Moment> {
        self.changed
    }

    /// Answers, or takes back; the same again changes nothing.
    pub(super) fn set(&mut self, value: Option<T>, at: ClockReading) {
        if self.value != value {
            self.value = value;
            self.changed = Some(change_time(at, self.changed));
        }
    }
}

/// How long the worker has done this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Experience {
    /// Unanswered induction and core topics count as to do, for half a year.
    JustStarting,
    UnderAYear,
    OneToTwoYears,
    ThreeYearsOrMore,
}

/// Whether the post is paid for through a network's additional roles scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeFunded {
    Yes,
    No,
    DontKnow,
}

/// Hours a month for learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LearningHours {
    /// 0 to 744.
    Known(u16),
    Unknown,
}

/// What a worker has taken on beyond their own caseload (Table 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WiderWork {
    WiderResponsibilities,
    Leadership,
    Specialism,
}

/// About the worker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    pub role: DatedAnswer<RoleId>,
    pub experience: DatedAnswer<Experience>,
    /// The career level aimed for.
    pub aim: DatedAnswer<LevelId>,
    /// Where the worker says they are now; theirs, never corrected.
    pub here: DatedAnswer<LevelId>,
    pub name: DatedAnswer<String>,
    pub workplace: DatedAnswer<String>,
    pub scheme_funded: DatedAnswer<SchemeFunded>,
    pub in_somerset: DatedAnswer<bool>,
    /// The place whose host asked, and whether they work there. Somerset has
    /// an answer of its own, as the framework's resources are from there.
    pub area: DatedAnswer<String>,
    pub in_area: DatedAnswer<bool>,
    pub hours_a_month: DatedAnswer<LearningHours>,
    /// When they began in this post.
    pub start: DatedAnswer<Day>,
    pub caseload: DatedAnswer<SortedSet<TopicId>>,
    /// An empty set says "none taken on".
    pub wider: DatedAnswer<SortedSet<WiderWork>>,
    pub next_review: DatedAnswer<Day>,
    /// The review before it: what was the next one until another was given.
    pub last_review: DatedAnswer<Day>,
}

/// Hands the name of every field of [`Profile`] to a macro, so that what must
/// be done to each is written once. None is forgotten: `size` takes a profile
/// apart by these names, and does not compile where one is missing.
macro_rules! profile_fields {
    ($each:ident) => {
        $each!(
            role experience aim here name workplace scheme_funded in_somerset area in_area hours_a_month
            start caseload wider next_review last_review
        )
    };
}

pub(in crate::domain) use profile_fields;

/// One answer about the worker; None takes it back.
#[derive(Clone, Debug, PartialEq)]
pub enum ProfileAnswer {
    Role(Option<RoleId>),
    Experience(Option<Experience>),
    Aim(Option<LevelId>),
    Here(Option<LevelId>),
    /// An empty name takes it back.
    Name(String),
    /// An empty workplace takes it back.
    Workplace(String),
    SchemeFunded(Option<SchemeFunded>),
    InSomerset(Option<bool>),
    /// Whether they work in the place of this name.
    InArea(String, Option<bool>),
    HoursAMonth(Option<LearningHours>),
    Start(Option<Day>),
    Caseload(Option<SortedSet<TopicId>>),
    Wider(Option<SortedSet<WiderWork>>),
    NextReview(Option<Day>),
}

impl Document {
    /// What the worker said of themselves.
    pub fn profile(&self) -> &Profile {
        &self.parts.profile
    }

    /// Answers one question about the worker. `TooLong`, `TooMany`,
    /// `TooManyHours`, `BadId`, `DocumentFull`.
    pub fn set_profile(
        &mut self,
        answer: ProfileAnswer,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        answer.check()?;
        let mut profile = self.parts.profile.clone();
        profile.answer(answer, at);
        self.resize(self.parts.profile.units(), profile.units())?;
        self.parts.profile = profile;
        Ok(())
    }
}

#[cfg(test)]
pub(crate) mod every_answer;
#[cfg(test)]
mod tests;

/// "Just starting" lasts half a year, in days.
const STARTING: i64 = 183;

impl Profile {
    /// When each answer was last given or taken back, of those that ever were.
    pub fn changes(&self) -> impl Iterator<Item = Moment> {
        macro_rules! all {
            ($($field:ident)+) => { [$(self.$field.changed),+] };
        }
        profile_fields!(all).into_iter().flatten()
    }

    /// The worker says they are just starting, and half a year has not gone by
    /// since the start day; where none is given, since the day they said so.
    pub fn is_just_starting(&self, today: Day) -> bool {
        self.says_just_starting() && today < self.starting_ends(today)
    }

    /// They said so, and half a year has gone by: the tool asks again.
    pub fn was_just_starting(&self, today: Day) -> bool {
        self.says_just_starting() && !self.is_just_starting(today)
    }

    fn says_just_starting(&self) -> bool {
        self.experience.get() == Some(&Experience::JustStarting)
    }

    fn starting_ends(&self, today: Day) -> Day {
        let said = self.experience.changed().map(Moment::utc_day);
        let from = self.start.get().copied().or(said).unwrap_or(today);
        from.plus_days(STARTING)
    }

    fn answer(&mut self, answer: ProfileAnswer, at: ClockReading) {
        let text = |text: String| Some(text).filter(|t| !t.is_empty());
        match answer {
            ProfileAnswer::Role(role) => self.role.set(role, at),
            ProfileAnswer::Experience(experience) => self.experience.set(experience, at),
            ProfileAnswer::Aim(level) => self.aim.set(level, at),
            ProfileAnswer::Here(level) => self.here.set(level, at),
            ProfileAnswer::Name(name) => self.name.set(text(name), at),
            ProfileAnswer::Workplace(workplace) => self.workplace.set(text(workplace), at),
            ProfileAnswer::SchemeFunded(answer) => self.scheme_funded.set(answer, at),
            ProfileAnswer::InSomerset(answer) => self.in_somerset.set(answer, at),
            ProfileAnswer::InArea(area, answer) => {
                // An answer about no place is none.
                let answer = answer.filter(|_| !area.is_empty());
                self.area.set(answer.map(|_| area), at);
                self.in_area.set(answer, at);
            }
            ProfileAnswer::HoursAMonth(hours) => self.hours_a_month.set(hours, at),
            ProfileAnswer::Start(day) => self.start.set(day, at),
            ProfileAnswer::Caseload(topics) => self.caseload.set(topics, at),
            ProfileAnswer::Wider(wider) => self.wider.set(wider, at),
            ProfileAnswer::NextReview(day) => {
                let was = self.next_review.get().copied();
                // Of a date typed today, the parts before the last are none.
                let stood = self
                    .next_review
                    .changed()
                    .is_some_and(|changed| changed.utc_day() < at.now.utc_day());
                if let Some(was) = was.filter(|was| stood && *was <= at.today && day != Some(*was))
                {
                    self.last_review.set(Some(was), at);
                }
                self.next_review.set(day, at);
            }
        }
    }
}

impl ProfileAnswer {
    fn check(&self) -> Result<(), ChangeError> {
        match self {
            Self::Role(Some(role)) => check_id(role.as_str()),
            Self::Aim(Some(level)) | Self::Here(Some(level)) => check_id(level.as_str()),
            Self::Name(name) => check_text(name, NAME),
            Self::Workplace(workplace) => check_text(workplace, WORKPLACE),
            Self::InArea(area, _) => check_text(area, NAME),
            Self::HoursAMonth(Some(LearningHours::Known(hours))) if *hours > HOURS_A_MONTH => {
                Err(ChangeError::TooManyHours)
            }
            Self::Caseload(Some(topics)) => {
                check_count(topics.len(), CASELOAD)?;
                topics.iter().try_for_each(|topic| check_id(topic.as_str()))
            }
            _ => Ok(()),
        }
    }
}

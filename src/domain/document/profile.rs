//! What a worker says about themselves and their post. Nothing is required.

use super::room::Units;
use super::{At, ChangeError, Document, Extra, check_count, check_id, check_text, stamp};
use crate::domain::dates::{Day, Moment};
use crate::domain::ids::{LevelId, RoleId, TopicId};
use crate::domain::limits::{CASELOAD, HOURS_A_MONTH, NAME, WORKPLACE};
use crate::domain::set::Set;

/// An answer and when it was last changed. `changed` without a value: it was
/// answered and taken back, which wins over an older answer in a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamped<T> {
    pub(in crate::domain) value: Option<T>,
    pub(in crate::domain) changed: Option<Moment>,
    pub(in crate::domain) extra: Extra,
}

impl<T> Default for Stamped<T> {
    fn default() -> Self {
        Self {
            value: None,
            changed: None,
            extra: Extra::new(),
        }
    }
}

impl<T: PartialEq> Stamped<T> {
    /// The answer; None where there is none.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// When it was last answered or taken back; None where never.
    pub fn changed(&self) -> Option<Moment> {
        self.changed
    }

    pub(super) fn set(&mut self, value: Option<T>, at: At) {
        if self.value != value {
            self.value = value;
            self.changed = Some(stamp(at, self.changed));
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
pub enum Hours {
    /// 0 to 744.
    Known(u16),
    Unknown,
}

/// What a worker has taken on beyond their own caseload (Table 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wider {
    WiderResponsibilities,
    Leadership,
    Specialism,
}

/// About the worker.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    pub role: Stamped<RoleId>,
    pub experience: Stamped<Experience>,
    /// The career level aimed for.
    pub aim: Stamped<LevelId>,
    /// Where the worker says they are now; theirs, never corrected.
    pub here: Stamped<LevelId>,
    pub name: Stamped<String>,
    pub workplace: Stamped<String>,
    pub scheme_funded: Stamped<SchemeFunded>,
    pub in_somerset: Stamped<bool>,
    pub hours_a_month: Stamped<Hours>,
    /// When they began in this post.
    pub start: Stamped<Day>,
    pub caseload: Stamped<Set<TopicId>>,
    /// An empty set says "none taken on".
    pub wider: Stamped<Set<Wider>>,
    pub next_review: Stamped<Day>,
    /// The review before it: what was the next one until another was given.
    pub last_review: Stamped<Day>,
}

/// Hands the name of every field of [`Profile`] to a macro, so that what must
/// be done to each is written once and none is forgotten.
macro_rules! profile_fields {
    ($each:ident) => {
        $each!(
            role experience aim here name workplace scheme_funded in_somerset hours_a_month
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
    HoursAMonth(Option<Hours>),
    Start(Option<Day>),
    Caseload(Option<Set<TopicId>>),
    Wider(Option<Set<Wider>>),
    NextReview(Option<Day>),
}

impl Document {
    /// What the worker said of themselves.
    pub fn profile(&self) -> &Profile {
        &self.parts.profile
    }

    /// Answers one question about the worker. `TooLong`, `TooMany`,
    /// `TooManyHours`, `BadId`, `DocumentFull`.
    pub fn set_profile(&mut self, answer: ProfileAnswer, at: At) -> Result<(), ChangeError> {
        answer.check()?;
        let mut profile = self.parts.profile.clone();
        profile.answer(answer, at);
        self.make_room(self.parts.profile.units(), profile.units())?;
        self.parts.profile = profile;
        Ok(())
    }
}

/// "Just starting" lasts half a year, in days.
const STARTING: i64 = 183;

impl Profile {
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

    fn answer(&mut self, answer: ProfileAnswer, at: At) {
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
            Self::HoursAMonth(Some(Hours::Known(hours))) if *hours > HOURS_A_MONTH => {
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

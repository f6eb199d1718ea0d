//! The words of version 1: the file's spelling of every choice, which never
//! changes, apart from the program's.

use super::super::FileKind;
use super::super::format_table::Words;
use crate::domain::document::{
    ActionStatus, Experience, FeatureSeen, RequirementStatus, SchemeFunded, TopicStatus, WiderWork,
};

/// A choice that has words in a file.
pub trait FileWord: Copy + 'static {
    const WORDS: &'static Words;
    /// In the order of their words.
    const ALL: &'static [Self];

    fn word(self) -> &'static str;

    fn of(word: &str) -> Option<Self> {
        Self::ALL.get(Self::WORDS.find(word)?).copied()
    }
}

macro_rules! one_of {
    ($($word:literal)+) => {
        Words { words: &[$($word),+], wanted: concat!("one of:" $(, " ", $word)+) }
    };
}

macro_rules! choices {
    ($($type:ty as $words:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        pub static $words: Words = one_of!($($word)+);

        impl FileWord for $type {
            const WORDS: &'static Words = &$words;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    )+};
}

/// The first word of every file.
pub const WAYMARK: &str = "waymark";
/// Who rated: only the worker, in version 1.
pub const MYSELF: &str = "self";
/// How much opportunity there was, where there is no score.
pub const NONE: &str = "none";

/// What every file begins with.
pub static FORMAT: Words = one_of!("waymark");
/// The kind of a file that answers a plan.
pub static REVIEW: Words = one_of!("review");
/// Who may have rated.
pub static BY: Words = one_of!("self");
/// What is said instead of a score.
pub static OPPORTUNITY: Words = one_of!("none");

choices! {
    FileKind as KIND { Plan = "plan", Backup = "backup" }
    FeatureSeen as SEEN { Seen = "seen", Partly = "partly", NotThere = "not-there" }
    TopicStatus as TOPIC_STATUS {
        Confident = "confident",
        InProgress = "in-progress",
        NotYet = "not-yet",
        NotRelevant = "not-relevant",
    }
    RequirementStatus as REQUIREMENT_STATUS {
        Met = "met",
        NotMet = "not-met",
        Unsure = "unsure",
        DoesNotApply = "does-not-apply",
    }
    ActionStatus as ACTION_STATUS { ToDo = "to-do", Doing = "doing", Done = "done" }
    Experience as EXPERIENCE {
        JustStarting = "just-starting",
        UnderAYear = "under-a-year",
        OneToTwoYears = "one-to-two-years",
        ThreeYearsOrMore = "three-years-or-more",
    }
    SchemeFunded as SCHEME_FUNDED { Yes = "yes", No = "no", DontKnow = "dont-know" }
    WiderWork as WIDER {
        WiderResponsibilities = "wider-responsibilities",
        Leadership = "leadership",
        Specialism = "specialism",
    }
}

//! The words of version 1: the file's spelling of every choice.

use super::super::Kind;
use super::super::wire::{Words, words};
use crate::domain::document::{
    ActionStatus, Experience, RequirementStatus, SchemeFunded, Seen, TopicStatus, Wider,
};

/// The first word of every file.
pub const FORMAT: &str = "waymark";

/// The name of the format.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    Waymark,
}

/// Who rated. Only the worker, in version 1.
#[derive(Clone, Copy, Debug)]
pub enum By {
    Myself,
}

/// Why there is no score.
#[derive(Clone, Copy, Debug)]
pub enum Opportunity {
    None,
}

words! {
    Format { Waymark = "waymark" }
    Kind { Plan = "plan", Backup = "backup" }
    By { Myself = "self" }
    Opportunity { None = "none" }
    Seen { Seen = "seen", Partly = "partly", NotThere = "not-there" }
    TopicStatus {
        Confident = "confident",
        InProgress = "in-progress",
        NotYet = "not-yet",
        NotRelevant = "not-relevant",
    }
    RequirementStatus {
        Met = "met",
        NotMet = "not-met",
        Unsure = "unsure",
        DoesNotApply = "does-not-apply",
    }
    ActionStatus { ToDo = "to-do", Doing = "doing", Done = "done" }
    Experience {
        JustStarting = "just-starting",
        UnderAYear = "under-a-year",
        OneToTwoYears = "one-to-two-years",
        ThreeYearsOrMore = "three-years-or-more",
    }
    SchemeFunded { Yes = "yes", No = "no", DontKnow = "dont-know" }
    Wider {
        WiderResponsibilities = "wider-responsibilities",
        Leadership = "leadership",
        Specialism = "specialism",
    }
}

//! What a plan is made of.

use crate::domain::dates::{Day, Month};
use crate::domain::document::{ActionChange, ActionStatus};
use crate::domain::framework::model::{Effort, Origin, Target, Text};
use crate::domain::ids::{ActionId, ResourceId};
use crate::domain::score::Score;

/// A worker's training plan. An action stands in one of the lists only.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What to do next, at most seven: three asks, two competencies to practise
    /// and one course at most, so that none hides the others.
    pub next: Vec<Action>,
    /// What else the employer or network owes, and is asked for.
    pub ask: Vec<Action>,
    /// The rest, stage by stage; those of one stage stand together.
    pub later: Vec<Action>,
    /// A record of what was finished, latest first.
    pub done: Vec<Action>,
    /// Put aside by the worker, or swapped for another way.
    pub dismissed: Vec<Action>,
    /// Answered "not there yet", and helped by no action that is left.
    pub open: Vec<StillOpen>,
    pub notes: Vec<Note>,
    /// What to grow in, where nothing is left to work on.
    pub growth: Option<Growth>,
    /// The day the suggested months are counted from: the last answer given,
    /// or the start day. None where none are suggested.
    pub months_from: Option<Day>,
}

impl Plan {
    /// Every action, in the order of the lists.
    pub fn actions(&self) -> impl Iterator<Item = &Action> {
        let lists = [
            &self.next,
            &self.ask,
            &self.later,
            &self.done,
            &self.dismissed,
        ];
        lists.into_iter().flatten()
    }
}

/// One thing to do. Its id names what is done, never why.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub id: ActionId,
    pub kind: ActionKind,
    pub title: String,
    /// At least one.
    pub reasons: Vec<Reason>,
    /// What is open and this helps with.
    pub helps_with: Vec<Help>,
    /// How to do it, in one sentence no other action of the plan has. Empty
    /// for what the worker wrote, and for what this version does not know.
    pub how: String,
    pub resource: Option<Learning>,
    /// For a competency below the score looked for.
    pub practice: Option<Practice>,
    /// How much time it takes, and who says so.
    pub effort: Option<Effort>,
    /// The worker's, or suggested from the hours they have.
    pub month: Option<Month>,
    /// To begin this week, outside the hours for learning.
    pub this_week: bool,
    /// Whom to ask, where somebody else arranges it.
    pub whom: Option<String>,
    /// Services to tell people about, where the source lists any.
    pub services: Vec<Learning>,
    pub stage: Stage,
    /// What could be done instead; a swap takes one of them.
    pub other_ways: Vec<OtherWay>,
    /// All the worker changed about it: status, texts, pin.
    pub yours: Option<ActionChange>,
    /// The worker's month is past and it is not done.
    pub slipped: bool,
    /// The month this tool suggested is past and it is not done: the tool
    /// asks, and moves nothing.
    pub overtaken: bool,
    pub(super) rank: Rank,
}

impl Action {
    /// How far the worker says it is; None where they have said nothing.
    pub fn status(&self) -> Option<ActionStatus> {
        self.yours.as_ref()?.status
    }

    /// Whether the worker marked it as done.
    pub fn is_done(&self) -> bool {
        self.status() == Some(ActionStatus::Done)
    }

    /// It helps with safety, and is not a thing to agree on or to go through:
    /// so it comes before what waits for its stage.
    pub fn waits_for_no_stage(&self) -> bool {
        use ActionKind::{Ask, GoThrough, Own, Practise, Rate};
        self.rank.safety && !matches!(self.kind, Ask | GoThrough | Own | Practise | Rate)
    }

    /// Whether the worker keeps it at the top.
    pub fn is_pinned(&self) -> bool {
        self.yours.as_ref().is_some_and(|yours| yours.pinned)
    }

    /// The month is the worker's own, not a suggestion.
    pub fn month_is_yours(&self) -> bool {
        self.yours
            .as_ref()
            .is_some_and(|yours| yours.month.is_some())
    }

    /// The month is this tool's suggestion.
    pub fn month_is_suggested(&self) -> bool {
        self.month.is_some() && !self.month_is_yours()
    }

    /// What to answer or rate again now that this is done and the answer does
    /// not say so yet. Offered, never done silently.
    pub fn offers(&self) -> &[Help] {
        if self.is_done() {
            &self.helps_with
        } else {
            &[]
        }
    }
}

/// What kind of action it is; the first part of its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// `resource:` – a course, a page to read, a forum to join.
    Learn,
    /// `practise:` – a competency below the score looked for.
    Practise,
    /// `rate:` – a competency not rated, or that there was no opportunity to show.
    Rate,
    /// `job:` – learned at work.
    OnTheJob,
    /// `ask:` – what the employer or network arranges.
    Ask,
    /// `go-through:` – a section not answered yet.
    GoThrough,
    /// `own:` – the worker's.
    Own,
    /// Something this version does not know, which the worker wrote on.
    Unknown,
}

impl ActionKind {
    /// Its word in a file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Learn => "resource",
            Self::Practise => "practise",
            Self::Rate => "rate",
            Self::OnTheJob => "job",
            Self::Ask => "ask",
            Self::GoThrough => "go-through",
            Self::Own => "own",
            Self::Unknown => "unknown",
        }
    }
}

/// Why an action is in the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// "You rated Promoting Autonomy 2; Mid-career looks for 3."
    pub sentence: String,
    /// What it is evidence of.
    pub about: Vec<Target>,
}

/// Something answered "not there yet", by name, and why no action helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillOpen {
    pub target: Target,
    pub title: Text,
    pub because: OpenBecause,
}

/// Why something is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenBecause {
    /// What would help was put aside.
    PutAside,
    /// A background section: reading, and a self-check for those who want one.
    ForReading,
    /// The worker has not picked it for the people they support.
    NotPicked,
    /// The network's duty, in a post that its scheme does not pay for.
    NotBound,
}

impl OpenBecause {
    /// What to say beside its name.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::PutAside => "You put aside what would help.",
            Self::ForReading => {
                "It is for reading and for checking yourself. Nothing asks for it, so add it to your plan if you want to work on it."
            }
            Self::NotPicked => {
                "You have not picked it for the people you support. Pick it, and your plan says how."
            }
            Self::NotBound => {
                "You said that the scheme does not pay for your post, so your network is not bound to it."
            }
        }
    }
}

/// What an action helps with, and who says that it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    pub target: Target,
    pub title: Text,
    pub origin: Origin,
    /// The part of it that helps: "session 2, on making plans with people".
    pub part: Option<Text>,
}

/// What an action learns from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learning {
    /// The framework's; none for a course the worker added.
    pub id: Option<ResourceId>,
    pub title: String,
    pub provider: String,
    /// The web address of the very thing: the worker's better link, where
    /// there is one. None where nothing listed leads to it.
    pub url: Option<String>,
    pub replaced: bool,
    /// The host of the site, who added it.
    pub added_by: Option<Text>,
    /// What is listed about it and is not itself: a guide, under its own name.
    pub about: Option<NamedLink>,
}

/// A link and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedLink {
    pub title: Text,
    pub url: Text,
}

/// How to practise a competency: things to do, never a description of weaker
/// practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    pub now: Score,
    /// What it leads to: one score up, and at least Competent.
    pub goal: Score,
    /// Two to four things to do more, or to begin; the tool's own.
    pub steps: Vec<Text>,
    /// One thing to watch for; the tool's own.
    pub watch_for: Text,
    /// The two cells of the rubric the steps were drawn from.
    pub source: Text,
    /// The features seen least, two at most.
    pub features: Vec<Text>,
    /// Whether any was ticked; otherwise nothing is known of how often they
    /// are seen.
    pub ticked: bool,
}

/// Growth instead of gaps: everything is recorded that the aim looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The level after the aim.
    pub next_level: Option<Text>,
    /// Competencies one could practise further, the lowest first. Pinning its
    /// action makes it part of the plan.
    pub choices: Vec<GrowthChoice>,
}

/// A competency to grow in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrowthChoice {
    pub id: ActionId,
    pub title: Text,
    pub practice: Practice,
}

/// Where an action belongs: a career level, or what the worker picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Stages come in this order.
    pub place: u8,
    pub title: Text,
}

/// Another way to learn the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherWay {
    pub id: ActionId,
    pub title: String,
}

/// Something to know about the plan as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The role is link worker until one is chosen.
    RoleNotChosen(String),
    /// The aim is the tool's supposition, and why.
    AimSupposed(String),
    /// The aim chosen lies below what is said or recorded.
    AimsBelow(String),
    /// The framework's levels are this tool's extension to the role.
    Extension(String),
    /// A question: they said they were just starting, half a year ago.
    StillStarting(String),
    /// A question: nothing is said about wider responsibilities.
    WiderNotAnswered(String),
    /// Why no months are suggested.
    NoMonths(String),
    /// A question: months this tool suggested are past.
    MonthsPassed(String),
}

impl Note {
    /// What it says to the worker.
    pub fn sentence(&self) -> &str {
        match self {
            Self::RoleNotChosen(it)
            | Self::AimSupposed(it)
            | Self::AimsBelow(it)
            | Self::Extension(it)
            | Self::StillStarting(it)
            | Self::WiderNotAnswered(it)
            | Self::NoMonths(it)
            | Self::MonthsPassed(it) => it,
        }
    }
}

/// What decides an action's place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rank {
    /// Helps with a safety topic that is open.
    pub safety: bool,
    /// Others owe it.
    pub owed: bool,
    /// The network's duty, answered "not met".
    pub not_met: bool,
    /// The network's duty, answered at all.
    pub answered_duty: bool,
    /// How many weaker competencies come before the one it helps with; none
    /// where it helps with no competency.
    pub turn: Option<u8>,
    /// The worker took it on from a review.
    pub agreed: bool,
    /// A list that only confirms what is surely done.
    pub confirms: bool,
    /// A place to book on a course.
    pub is_course: bool,
    /// How much it helps.
    pub strength: u16,
    pub aside: bool,
    /// Minutes of learning, for the months.
    pub minutes: u32,
}

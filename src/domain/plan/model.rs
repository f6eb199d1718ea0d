//! What a plan is made of.

use crate::domain::dates::Month;
use crate::domain::document::{ActionChange, ActionStatus};
use crate::domain::framework::model::{Effort, Origin, Target, Text};
use crate::domain::ids::{ActionId, ResourceId};
use crate::domain::score::Score;

/// A worker's training plan. An action stands in one of the lists only.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What to do next, at most seven. A place is kept for what the network
    /// owes, and one for practice, so that a long induction hides neither.
    pub next: Vec<Action>,
    /// What to ask the employer or network for, besides what is in `next`.
    pub ask: Vec<Action>,
    /// The rest, stage by stage; those of one stage stand together.
    pub later: Vec<Action>,
    /// A record of what was finished, latest first.
    pub done: Vec<Action>,
    /// Put aside by the worker, or swapped for another way.
    pub dismissed: Vec<Action>,
    /// To work on, but helped by no action that is left.
    pub open: Vec<Named>,
    pub notes: Vec<Note>,
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
    pub stage: Stage,
    /// What could be done instead; a swap takes one of them.
    pub other_ways: Vec<OtherWay>,
    /// All the worker changed about it: status, texts, pin.
    pub yours: Option<ActionChange>,
    /// The worker's month is past and it is not done.
    pub slipped: bool,
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

/// Something to work on, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub target: Target,
    pub title: Text,
}

/// What an action helps with, and who says that it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Help {
    pub target: Target,
    pub title: Text,
    pub origin: Origin,
}

/// What an action learns from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learning {
    /// The framework's; none for a course the worker added.
    pub id: Option<ResourceId>,
    pub title: String,
    pub provider: String,
    /// A web address: the worker's better link, where there is one.
    pub url: Option<String>,
    pub replaced: bool,
}

/// How to practise a competency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// One above the score that stands.
    pub goal: Score,
    /// What that score looks like.
    pub looks_like: Text,
    /// The features seen least, two at most.
    pub features: Vec<Text>,
    /// Whether any was ticked; otherwise nothing is known of how often they
    /// are seen.
    pub ticked: bool,
    /// One thing to watch for.
    pub watch_for: Text,
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
    AimNotChosen(String),
    AimsBelow(String),
    /// The framework's levels are this tool's extension to the role.
    Extension(String),
    /// A question: nothing is said about wider responsibilities.
    WiderNotAnswered(String),
    /// Why no months are suggested.
    NoMonths(String),
}

impl Note {
    /// What it says to the worker.
    pub fn sentence(&self) -> &str {
        match self {
            Self::RoleNotChosen(it)
            | Self::AimNotChosen(it)
            | Self::AimsBelow(it)
            | Self::Extension(it)
            | Self::WiderNotAnswered(it)
            | Self::NoMonths(it) => it,
        }
    }
}

/// What decides an action's place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rank {
    /// Helps with a safety topic that is open.
    pub safety: u16,
    pub induction: bool,
    pub duty: bool,
    /// How much it helps.
    pub strength: u16,
    /// An ask, and something else in the plan helps with the same.
    pub backed: bool,
    pub aside: bool,
    /// Minutes of learning, for the months.
    pub minutes: u32,
}

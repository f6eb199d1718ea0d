//! What an action's id names, and an action before it is put into words.

use crate::domain::framework::model::{Competency, Requirement, Section, Topic};
use crate::domain::ids::{ActionId, HOSTS_OWN};

use super::context::Context;
use super::gaps::Gaps;
use super::ways::Ways;

/// What an action's id names.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    /// A way to learn, by its place among the ways.
    Learn(usize),
    Practise(&'static Competency),
    Rate(&'static Competency),
    Job(Matter),
    Ask(Matter),
    /// Which wider responsibilities to take on.
    Wider,
    GoThrough(&'static Section),
    Own,
    /// What the host of this site, or of another, listed and lists no more.
    Gone,
    Unknown,
}

/// What is learned on the job, or asked for.
#[derive(Clone, Copy)]
pub(super) enum Matter {
    Topic(&'static Topic),
    Requirement(&'static Requirement),
}

impl Matter {
    /// The id of what it is.
    pub fn id(self) -> &'static str {
        match self {
            Self::Topic(topic) => topic.id.as_str(),
            Self::Requirement(requirement) => requirement.id.as_str(),
        }
    }

    /// Its place among the gaps.
    pub fn gap(self, gaps: &Gaps) -> Option<usize> {
        gaps.index.find(self.id())
    }
}

/// What the worker decided about an action.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Decision {
    /// Touched, so it stays.
    Keep,
    /// Taken instead of another action.
    TakeInstead,
    /// Dismissed, or swapped for another.
    PutAside,
}

/// An action before it is put into words.
pub(super) struct Proposal {
    pub id: ActionId,
    pub subject: Subject,
    /// None for what the steps came to by themselves.
    pub decision: Option<Decision>,
}

impl Proposal {
    /// An action that the steps came to by themselves.
    pub fn new(kind: &str, id: &str, subject: Subject) -> Self {
        Self {
            id: ActionId::new(format!("{kind}:{id}")),
            subject,
            decision: None,
        }
    }
}

/// The id of the action about wider responsibilities, after its kind.
pub(super) const WIDER: &str = "wider-responsibilities";

/// What an id names; `Unknown` where this version and framework do not know.
pub(super) fn subject(context: &Context, ways: &Ways, id: &ActionId) -> Subject {
    known(context, ways, id).unwrap_or(Subject::Unknown)
}

fn known(context: &Context, ways: &Ways, action: &ActionId) -> Option<Subject> {
    let (kind, id) = action.as_str().split_once(':')?;
    let framework = context.framework;
    let competency = || {
        let mut all = framework.competencies.0.iter();
        all.find(|it| it.id.as_str() == id)
    };
    let section = || {
        let mut all = framework.sections.0.iter();
        all.find(|it| it.id.as_str() == id)
    };
    Some(match kind {
        "resource" => match ways.by_id.find(id) {
            Some(way) => Subject::Learn(way),
            None if id.starts_with(HOSTS_OWN) => Subject::Gone,
            None => return None,
        },
        "practise" => Subject::Practise(competency()?),
        "rate" => Subject::Rate(competency()?),
        "job" => Subject::Job(matter(context, id)?),
        "ask" if id == WIDER => Subject::Wider,
        "ask" => Subject::Ask(matter(context, id)?),
        "go-through" => Subject::GoThrough(section()?),
        "own" => {
            context.document.change(action)?.own.as_ref()?;
            Subject::Own
        }
        _ => return None,
    })
}

fn matter(context: &Context, id: &str) -> Option<Matter> {
    if let Some(topic) = context.topic(id) {
        return Some(Matter::Topic(topic));
    }
    let roles = context.framework.roles.0.iter();
    let mut requirements = roles.flat_map(|role| role.requirements.0.iter());
    requirements
        .find(|it| it.id.as_str() == id)
        .map(Matter::Requirement)
}

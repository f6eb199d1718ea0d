//! The worker's changes, read before the steps begin: what was touched is
//! seated first and stays; what was put aside or swapped gives way.

use crate::domain::document::{ActionChange, Document};
use crate::domain::framework::model::{Competency, Requirement, Section, Topic};
use crate::domain::ids::ActionId;

use super::actions::Item;
use super::view::{Index, View};
use super::ways::Ways;
use super::work_on::WorkOn;

/// What an action's id names.
#[derive(Clone, Copy)]
pub(super) enum Subject {
    /// A way, by its place in the order.
    Way(usize),
    Practise(&'static Competency),
    Rate(&'static Competency),
    Job(Matter),
    Ask(Matter),
    /// Which wider responsibilities to take on.
    Wider,
    GoThrough(&'static Section),
    Own,
    Unknown,
}

/// What is learned on the job, or asked for.
#[derive(Clone, Copy)]
pub(super) enum Matter {
    Topic(&'static Topic),
    Requirement(&'static Requirement),
}

impl Matter {
    /// Its place among the things to work on.
    pub fn thing(self, work: &WorkOn) -> Option<usize> {
        let id = match self {
            Self::Topic(topic) => topic.id.as_str(),
            Self::Requirement(requirement) => requirement.id.as_str(),
        };
        work.index.find(id)
    }
}

/// What the worker decided about an action.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Seated,
    /// Taken instead of another action.
    SwappedIn,
    /// Dismissed, or swapped for another.
    Aside,
}

/// What the worker decided, by action.
pub(super) struct Laid<'a> {
    pub fates: Vec<(&'a ActionId, Subject, Fate)>,
    pub by_id: Index<'a>,
    /// By way.
    pub aside_ways: Vec<bool>,
}

impl Laid<'_> {
    pub fn seated(&self) -> impl Iterator<Item = Subject> {
        let seated = self.fates.iter().filter(|(.., fate)| *fate != Fate::Aside);
        seated.map(|(_, subject, _)| *subject)
    }
}

pub(super) fn read<'a>(view: &View<'a>, ways: &Ways<'a>) -> Laid<'a> {
    let mut fates = Vec::new();
    let mut swapped_in: Vec<&'a ActionId> = Vec::new();
    for (id, change) in view.document.changes() {
        if is_blank(change) {
            continue;
        }
        let swapped = swapped_for(view, ways, id);
        swapped_in.extend(swapped);
        let fate = if change.dismissed || swapped.is_some() {
            Fate::Aside
        } else {
            Fate::Seated
        };
        fates.push((id, subject(view, ways, id), fate));
    }
    let ids = |fates: &[(&'a ActionId, Subject, Fate)]| {
        let ids = fates
            .iter()
            .enumerate()
            .map(|(at, (id, ..))| (id.as_str(), at as u16));
        Index::new(ids.collect())
    };
    let by_id = ids(&fates);
    let mut missing = Vec::new();
    for id in swapped_in {
        match by_id.find(id.as_str()) {
            Some(at) if fates[at].2 == Fate::Aside => {}
            Some(at) => fates[at].2 = Fate::SwappedIn,
            None => missing.push((id, subject(view, ways, id), Fate::SwappedIn)),
        }
    }
    // Two may be swapped for the same one: its first place is the one found.
    let first = ids(&missing);
    for (at, it) in missing.iter().enumerate() {
        if first.find(it.0.as_str()) == Some(at) {
            fates.push(*it);
        }
    }
    let by_id = ids(&fates);
    let mut aside_ways = vec![false; ways.all.len()];
    for (_, subject, fate) in &fates {
        if let (Subject::Way(way), Fate::Aside) = (subject, fate) {
            aside_ways[*way] = true;
        }
    }
    Laid {
        fates,
        by_id,
        aside_ways,
    }
}

pub(super) fn listed(laid: &Laid) -> Vec<Item> {
    let fates = laid.fates.iter();
    fates
        .map(|(id, subject, fate)| Item {
            id: (*id).clone(),
            subject: *subject,
            fate: Some(*fate),
        })
        .collect()
}

/// Everything was taken back: as if it had never been touched.
fn is_blank(change: &ActionChange) -> bool {
    let texts = [
        &change.notes,
        &change.obstacles,
        &change.help,
        &change.learned,
        &change.dismissed_because,
    ];
    change.status.is_none()
        && change.month.is_none()
        && !change.dismissed
        && !change.pinned
        && change.swapped.is_none()
        && change.own.is_none()
        && texts.iter().all(|text| text.is_empty())
}

/// The most swaps that are followed: "instead of that, instead of that".
const SWAPS: usize = 20;

/// The action taken instead. None where there is none to take, or where the
/// swaps lead back here.
fn swapped_for<'a>(view: &View<'a>, ways: &Ways<'a>, from: &ActionId) -> Option<&'a ActionId> {
    let next = |document: &'a Document, id: &ActionId| document.change(id)?.swapped.as_ref();
    let first = next(view.document, from)?;
    if matches!(subject(view, ways, first), Subject::Unknown) {
        return None;
    }
    let mut at = first;
    for _ in 0..SWAPS {
        if at == from {
            return None;
        }
        match next(view.document, at) {
            Some(further) => at = further,
            None => return Some(first),
        }
    }
    None
}

/// What an id names; `Unknown` where this version and framework do not know.
fn subject(view: &View, ways: &Ways, id: &ActionId) -> Subject {
    known(view, ways, id).unwrap_or(Subject::Unknown)
}

fn known(view: &View, ways: &Ways, action: &ActionId) -> Option<Subject> {
    let (kind, id) = action.as_str().split_once(':')?;
    let framework = view.framework;
    let competency = || {
        framework
            .competencies
            .0
            .iter()
            .find(|it| it.id.as_str() == id)
    };
    Some(match kind {
        "resource" => Subject::Way(ways.by_id.find(id)?),
        "practise" => Subject::Practise(competency()?),
        "rate" => Subject::Rate(competency()?),
        "job" => Subject::Job(matter(view, id)?),
        "ask" if id == "wider-responsibilities" => Subject::Wider,
        "ask" => Subject::Ask(matter(view, id)?),
        "go-through" => Subject::GoThrough(
            framework
                .sections
                .0
                .iter()
                .find(|it| it.id.as_str() == id)?,
        ),
        "own" => {
            view.document.change(action)?.own.as_ref()?;
            Subject::Own
        }
        _ => return None,
    })
}

fn matter(view: &View, id: &str) -> Option<Matter> {
    if let Some(topic) = view.topic(id) {
        return Some(Matter::Topic(topic));
    }
    let mut requirements = view
        .framework
        .roles
        .0
        .iter()
        .flat_map(|role| role.requirements.0.iter());
    requirements
        .find(|it| it.id.as_str() == id)
        .map(Matter::Requirement)
}

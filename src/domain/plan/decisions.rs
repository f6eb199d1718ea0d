//! The worker's changes, read before the choice is made: what was touched
//! stays; what was put aside or swapped gives way.

use crate::domain::document::{ActionChange, Document};
use crate::domain::ids::ActionId;

use super::context::Context;
use super::index::Index;
use super::subject::{Decision, Proposal, Subject, subject};
use super::ways::Ways;

/// What the worker decided, by action.
pub(super) struct Decisions<'a> {
    pub all: Vec<(&'a ActionId, Subject, Decision)>,
    /// Places in `all`, by action.
    pub by_id: Index<'a>,
    /// By way: it was put aside.
    pub aside_ways: Vec<bool>,
}

impl Decisions<'_> {
    /// What was decided about an action.
    pub fn about(&self, id: &str) -> Option<Decision> {
        self.by_id.find(id).map(|place| self.all[place].2)
    }

    /// The actions that were touched, as proposals.
    pub fn proposals(&self) -> Vec<Proposal> {
        let all = self.all.iter();
        all.map(|(id, subject, decision)| Proposal {
            id: (*id).clone(),
            subject: *subject,
            decision: Some(*decision),
        })
        .collect()
    }
}

/// All that the worker changed, as decisions.
pub(super) fn read<'a>(context: &Context<'a>, ways: &Ways<'a>) -> Decisions<'a> {
    let mut all = Vec::new();
    let mut taken_instead: Vec<&'a ActionId> = Vec::new();
    for (id, change) in context.document.changes() {
        if is_blank(change) {
            continue;
        }
        let swapped = swapped_for(context, ways, id);
        taken_instead.extend(swapped);
        let decision = if change.dismissed || swapped.is_some() {
            Decision::PutAside
        } else {
            Decision::Keep
        };
        all.push((id, subject(context, ways, id), decision));
    }
    let ids = |all: &[(&'a ActionId, Subject, Decision)]| {
        let ids = all
            .iter()
            .enumerate()
            .map(|(at, (id, ..))| (id.as_str(), at as u16));
        Index::new(ids.collect())
    };
    let by_id = ids(&all);
    let mut missing = Vec::new();
    for id in taken_instead {
        match by_id.find(id.as_str()) {
            Some(at) if all[at].2 == Decision::PutAside => {}
            Some(at) => all[at].2 = Decision::TakeInstead,
            None => missing.push((id, subject(context, ways, id), Decision::TakeInstead)),
        }
    }
    // Two may be swapped for the same one: its first place is the one found.
    let first = ids(&missing);
    for (at, it) in missing.iter().enumerate() {
        if first.find(it.0.as_str()) == Some(at) {
            all.push(*it);
        }
    }
    let by_id = ids(&all);
    let mut aside_ways = vec![false; ways.all.len()];
    for (_, subject, decision) in &all {
        if let (Subject::Learn(way), Decision::PutAside) = (subject, decision) {
            aside_ways[*way] = true;
        }
    }
    Decisions {
        all,
        by_id,
        aside_ways,
    }
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
fn swapped_for<'a>(
    context: &Context<'a>,
    ways: &Ways<'a>,
    from: &ActionId,
) -> Option<&'a ActionId> {
    let next = |document: &'a Document, id: &ActionId| document.change(id)?.swapped.as_ref();
    let first = next(context.document, from)?;
    if matches!(subject(context, ways, first), Subject::Unknown) {
        return None;
    }
    let mut at = first;
    for _ in 0..SWAPS {
        if at == from {
            return None;
        }
        match next(context.document, at) {
            Some(further) => at = further,
            None => return Some(first),
        }
    }
    None
}

//! Step 3. Few: one action for each way that is best for something open, with
//! all it is best for. What nothing fits is learned on the job in the way the
//! source gives; what others owe is asked for. One job stands once.

use crate::domain::ids::ActionId;

use super::decisions::Decisions;
use super::gaps::{About, Gap, Gaps};
use super::index::NONE;
use super::model::{Action, OpenBecause, StillOpen};
use super::subject::{Decision, Matter, Proposal, Subject, WIDER};
use super::ways::{Choice, Source, Ways};

/// What was chosen.
pub(super) struct Selection {
    /// For each gap the way to learn it; `NONE` where it is asked for, learned
    /// on the job or only practised.
    pub way_of_gap: Vec<u16>,
    /// By way: it stands in the plan.
    pub chosen: Vec<bool>,
}

/// The third step of a plan: as few ways as meet the gaps.
pub(super) fn choose(gaps: &Gaps, ways: &Ways, decisions: &Decisions) -> Selection {
    let mut selection = Selection {
        way_of_gap: Vec::with_capacity(gaps.all.len()),
        chosen: vec![false; ways.all.len()],
    };
    let mut instead = vec![false; ways.all.len()];
    for (_, subject, decision) in &decisions.all {
        if let Subject::Learn(way) = subject {
            selection.chosen[*way] |= *decision != Decision::PutAside;
            instead[*way] |= *decision == Decision::TakeInstead;
        }
    }
    for (place, gap) in gaps.all.iter().enumerate() {
        let way = if gap.is_owed() || is_learned_at_work(gap, decisions) {
            NONE
        } else {
            way_for(&ways.of_gap[place], &instead, decisions)
        };
        if way != NONE {
            selection.chosen[usize::from(way)] = true;
        }
        selection.way_of_gap.push(way);
    }
    // A course the worker added stays, whatever it helps with.
    for (place, way) in ways.all.iter().enumerate() {
        selection.chosen[place] |=
            matches!(way.source, Source::Own(..)) && !decisions.aside_ways[place];
    }
    selection
}

/// The best way that was not put aside; what the worker took instead of the
/// best one before the next best.
fn way_for(choices: &[Choice], instead: &[bool], decisions: &Decisions) -> u16 {
    let is_aside = |way: u16| decisions.aside_ways[usize::from(way)];
    let Some(best) = choices.iter().find(|it| it.by_itself) else {
        return NONE;
    };
    if is_aside(best.way)
        && let Some(taken) = choices.iter().find(|it| instead[usize::from(it.way)])
    {
        return taken.way;
    }
    let mut left = choices.iter().filter(|it| it.by_itself);
    left.find(|it| !is_aside(it.way)).map_or(NONE, |it| it.way)
}

/// The worker took it up at work.
fn is_learned_at_work(gap: &Gap, decisions: &Decisions) -> bool {
    if decisions.all.is_empty() {
        return false;
    }
    let Some(job) = on_the_job(gap) else {
        return false;
    };
    let decision = decisions.about(job.id.as_str());
    decision.is_some_and(|it| it != Decision::PutAside)
}

/// Adds the ways chosen, what is learned on the job, what is asked for and
/// what is gone through.
pub(super) fn list(list: &mut Vec<Proposal>, gaps: &Gaps, ways: &Ways, selection: &Selection) {
    for (place, way) in ways.all.iter().enumerate() {
        if selection.chosen[place] {
            list.push(Proposal::new("resource", way.id(), Subject::Learn(place)));
        }
    }
    for (place, gap) in gaps.all.iter().enumerate() {
        if gap.is_owed() {
            list.extend(asked(gap));
        } else if selection.way_of_gap[place] == NONE {
            list.extend(on_the_job(gap));
        }
    }
    if gaps.wider {
        list.push(Proposal::new("ask", WIDER, Subject::Wider));
    }
    for it in &gaps.unanswered {
        let section = it.section;
        let subject = Subject::GoThrough(section);
        list.push(Proposal::new("go-through", section.id.as_str(), subject));
    }
}

fn matter(gap: &Gap) -> Option<Matter> {
    match gap.about {
        About::Topic(topic) => Some(Matter::Topic(topic)),
        About::Requirement(requirement) => Some(Matter::Requirement(requirement)),
        About::Competency(..) => None,
    }
}

/// What others owe, apart from what is learned.
fn asked(gap: &Gap) -> Option<Proposal> {
    let matter = matter(gap)?;
    Some(Proposal::new("ask", matter.id(), Subject::Ask(matter)))
}

fn on_the_job(gap: &Gap) -> Option<Proposal> {
    let matter = matter(gap)?;
    Some(Proposal::new("job", matter.id(), Subject::Job(matter)))
}

/// The id of learning something at work.
pub(super) fn job_id(matter: Matter) -> ActionId {
    ActionId::new(format!("job:{}", matter.id()))
}

/// What is helped by no action that is left, and what asks for nothing.
pub(super) fn open(gaps: &Gaps, actions: &[Action]) -> Vec<StillOpen> {
    let mut helped = vec![false; gaps.all.len()];
    for action in actions.iter().filter(|action| !action.rank.aside) {
        for help in &action.helps_with {
            if let Some(gap) = gaps.index.find(help.target.id()) {
                helped[gap] = true;
            }
        }
    }
    let mut open = Vec::new();
    for (gap, helped) in gaps.all.iter().zip(helped) {
        if !helped {
            open.push(StillOpen {
                target: gap.target(),
                title: gap.title(),
                because: OpenBecause::PutAside,
            });
        }
    }
    open.extend(gaps.beside.iter().cloned());
    open
}

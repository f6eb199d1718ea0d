//! Step 3. The few that help most. What the worker has touched is seated
//! first; then each way is taken, in its fixed order, if it helps with
//! something still open. Taking less away from what is open can only leave
//! ways out, which is why finishing never adds work.
//! What no way covers is learned on the job, or asked for.

use super::actions::Item;
use super::changes::{Laid, Matter, Subject};
use super::model::{Action, Named};
use super::view::arranged_by;
use super::ways::{Fit, Source, Ways};
use super::work_on::{Thing, What, WorkOn};
use crate::domain::framework::model::RequirementKind;
use crate::domain::ids::ActionId;

/// What was chosen.
pub(super) struct Few {
    /// By way: it stands in the plan.
    pub taken: Vec<bool>,
    /// By thing: a way that stands in the plan helps with it.
    pub helped: Vec<bool>,
    /// By thing: it is learned on the job already, or by a way.
    covered: Vec<bool>,
}

pub(super) fn choose(work: &WorkOn, ways: &Ways, laid: &Laid) -> Few {
    let mut few = Few {
        taken: vec![false; ways.all.len()],
        helped: vec![false; work.things.len()],
        covered: vec![false; work.things.len()],
    };
    for seat in laid.seated() {
        match seat {
            Subject::Way(way) => few.take(ways, way, Fit::Never),
            Subject::Job(matter) => {
                if let Some(thing) = matter.thing(work) {
                    few.covered[thing] = true;
                }
            }
            _ => {}
        }
    }
    for (place, way) in ways.all.iter().enumerate() {
        // A course the worker added stays, whatever it helps with.
        let local = matches!(way.source, Source::Local(..));
        let helps = local
            || way
                .links
                .iter()
                .any(|link| link.fit == Fit::Fully && !few.covered[usize::from(link.thing)]);
        if helps && !few.taken[place] && !laid.aside_ways[place] {
            few.take(ways, place, Fit::Fully);
        }
    }
    // A duty is helped by what is in the plan anyway.
    for (place, way) in ways.all.iter().enumerate() {
        if !few.taken[place] {
            continue;
        }
        for link in way.links.iter().filter(|link| link.fit > Fit::Never) {
            few.helped[usize::from(link.thing)] = true;
        }
    }
    few
}

impl Few {
    fn take(&mut self, ways: &Ways, place: usize, least: Fit) {
        self.taken[place] = true;
        for link in ways.all[place]
            .links
            .iter()
            .filter(|link| link.fit >= least)
        {
            self.covered[usize::from(link.thing)] = true;
            self.helped[usize::from(link.thing)] = true;
        }
    }
}

/// Adds the ways taken, what is learned on the job, and what is asked for.
pub(super) fn list(list: &mut Vec<Item>, work: &WorkOn, ways: &Ways, few: &Few) {
    for (place, way) in ways
        .all
        .iter()
        .enumerate()
        .filter(|(place, _)| few.taken[*place])
    {
        list.push(Item::new(way.action_id(), Subject::Way(place)));
    }
    for (place, thing) in work.things.iter().enumerate() {
        if let Some(ask) = asked(thing) {
            list.push(ask);
        } else if !few.covered[place] {
            list.extend(on_the_job(thing));
        }
    }
    if work.wider {
        list.push(Item::new(
            ActionId::known("ask:wider-responsibilities"),
            Subject::Wider,
        ));
    }
    for section in &work.go_through {
        let id = format!("go-through:{}", section.section.id);
        list.push(Item::new(
            ActionId::new(id),
            Subject::GoThrough(section.section),
        ));
    }
}

/// What others owe, apart from what is learned.
fn asked(thing: &Thing) -> Option<Item> {
    let (id, target) = match thing.what {
        What::Topic(topic) => {
            arranged_by(topic)?;
            (topic.id.as_str(), Matter::Topic(topic))
        }
        What::Requirement(it) if it.kind == RequirementKind::Scheme => {
            (it.id.as_str(), Matter::Requirement(it))
        }
        _ => return None,
    };
    Some(Item::new(
        ActionId::new(format!("ask:{id}")),
        Subject::Ask(target),
    ))
}

fn on_the_job(thing: &Thing) -> Option<Item> {
    let (id, target) = match thing.what {
        What::Topic(topic) => (topic.id.as_str(), Matter::Topic(topic)),
        What::Requirement(it) => (it.id.as_str(), Matter::Requirement(it)),
        What::Competency(..) => return None,
    };
    Some(Item::new(
        ActionId::new(format!("job:{id}")),
        Subject::Job(target),
    ))
}

/// What is to work on and helped by no action that is left.
pub(super) fn open(work: &WorkOn, actions: &[Action]) -> Vec<Named> {
    let mut helped = vec![false; work.things.len()];
    for action in actions.iter().filter(|action| !action.rank.aside) {
        for help in &action.helps_with {
            if let Some(thing) = work.index.find(help.target.id()) {
                helped[thing] = true;
            }
        }
    }
    let things = work.things.iter().zip(helped);
    things
        .filter(|(_, helped)| !helped)
        .map(|(thing, _)| Named {
            target: thing.target(),
            title: thing.title(),
        })
        .collect()
}

//! Where each action stands while somebody works on the page: nothing moves
//! under the hand. What was marked stays in its list until the page is left or
//! somebody presses for something to move.

use crate::domain::ids::ActionId;
use crate::domain::plan::{Action, Plan};

/// The lists of a plan that is being worked on, as they were when it was
/// arranged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    next: Vec<ActionId>,
    ask: Vec<ActionId>,
    later: Vec<ActionId>,
}

impl Places {
    /// As a plan has them by itself.
    pub fn of(plan: &Plan) -> Self {
        let ids = |list: &[Action]| list.iter().map(|it| it.id.clone()).collect();
        Self {
            next: ids(&plan.next),
            ask: ids(&plan.ask),
            later: ids(&plan.later),
        }
    }

    /// As a plan has them by itself, but what stands here and is finished
    /// stays in its list, at its number.
    pub fn again(&self, plan: &Plan) -> Self {
        let mut places = Self::of(plan);
        let is_done = |id: &ActionId| plan.done.iter().any(|it| it.id == *id);
        for (mine, anew) in [
            (&self.next, &mut places.next),
            (&self.ask, &mut places.ask),
            (&self.later, &mut places.later),
        ] {
            for (at, id) in mine.iter().enumerate().filter(|(_, id)| is_done(id)) {
                anew.insert(at.min(anew.len()), id.clone());
            }
        }
        places
    }

    /// A plan with every action where it stood, as far as it is still open or
    /// was finished here. What is new stands after that.
    pub fn arrange(&self, plan: &Plan) -> Plan {
        let mut plan = plan.clone();
        let mut held = Vec::new();
        for list in [
            &mut plan.next,
            &mut plan.ask,
            &mut plan.later,
            &mut plan.done,
        ] {
            list.retain(|action| {
                let is_held = self.holds(&action.id);
                if is_held {
                    held.push(action.clone());
                }
                !is_held
            });
        }
        for (mine, list) in [
            (&self.next, &mut plan.next),
            (&self.ask, &mut plan.ask),
            (&self.later, &mut plan.later),
        ] {
            let held = mine
                .iter()
                .filter_map(|id| held.iter().find(|it| it.id == *id));
            list.splice(0..0, held.cloned().collect::<Vec<_>>());
        }
        // Those of one stage stand together.
        plan.later.sort_by_key(|action| action.stage.place);
        plan
    }

    /// Where an action stands that somebody is working on.
    fn holds(&self, id: &ActionId) -> bool {
        [&self.next, &self.ask, &self.later]
            .into_iter()
            .any(|list| list.contains(id))
    }
}

//! Step 5. Order and time, as a mentor would. This week, outside the hours:
//! agree what safety needs, ask for what the network owes, begin the first
//! practice, rate, go through. Then learning, by stage and by how much it
//! helps, in months from the hours there are; none where they are 0 or not
//! known.
//!
//! A suggested month is counted from the day of the last answer, in an order
//! that no mark, pin or note changes: so it stays where it is, whatever day it
//! is read on, and once it is past the plan asks.

use crate::domain::dates::{Day, Month};
use crate::domain::document::{ActionStatus, LearningHours};

use super::context::Context;
use super::model::{Action, ActionKind, Growth, Plan, StillOpen};
use super::notes;
use super::order::{Key, in_order, key};

/// The most actions to do next, and of each kind among them.
const NEXT: usize = 7;
const ASKS: usize = 3;
const AGREED: usize = 2;
const PRACTISED: usize = 2;
const RATED: usize = 2;
const LISTS: usize = 1;
const COURSES: usize = 1;
/// No action helps with more than this.
const MOST: u16 = 8_000;
/// With fewer days left in a month, the first month is the next.
const DAYS_LEFT: i64 = 10;

/// What comes first. A mark of the worker's moves an action to `BEGUN`.
const AGREE: u16 = 0;
const OWED: u16 = 1;
const BEGUN: u16 = 2;
const PRACTISE: u16 = 3;
const RATE: u16 = 4;
const SAFETY: u16 = 5;
const LEARN_FIRST: u16 = 6;
const PRACTISE_SECOND: u16 = 7;
const LEARN_SECOND: u16 = 8;
const GO_THROUGH: u16 = 9;
const STAGE: u16 = 10;
const CONFIRM: u16 = 11;
const ASK: u16 = 12;
const KEPT: u16 = 13;

/// The fifth step of a plan: what comes first, and in which month.
pub(super) fn arrange(
    context: &Context,
    actions: Vec<Action>,
    open: Vec<StillOpen>,
    growth: Option<Growth>,
) -> Plan {
    let mut plan = Plan {
        next: Vec::new(),
        ask: Vec::new(),
        later: Vec::new(),
        done: Vec::new(),
        dismissed: Vec::new(),
        open,
        notes: notes::notes(context),
        growth,
        months_from: None,
    };
    let mut actions = in_order(actions, |action| place(action, tier(action)));
    plan.months_from = suggest_months(context, &mut actions);
    let mut live = Vec::with_capacity(actions.len());
    for action in actions {
        if action.rank.aside {
            plan.dismissed.push(action);
        } else if action.is_done() {
            plan.done.push(action);
        } else {
            live.push(action);
        }
    }
    let passed = live.iter().filter(|action| action.overtaken).count();
    if passed > 0 {
        plan.notes.push(notes::months_passed(passed));
    }
    let this_month = context.today.month();
    let live = in_order(live, |action| place(action, tier_now(action, this_month)));
    let next = choose_next(&live, this_month);
    let mut later = Vec::new();
    for (at, mut action) in live.into_iter().enumerate() {
        let is_next = next.contains(&at);
        action.this_week = is_this_week(&action, is_next);
        if is_next {
            plan.next.push(action);
        } else if action.rank.owed {
            plan.ask.push(action);
        } else {
            later.push(action);
        }
    }
    plan.later = in_order(later, |action| {
        let waits = !action.waits_for_no_stage();
        key([u16::from(waits), u16::from(action.stage.place)])
    });
    plan.done = in_order(plan.done, |action| {
        let day = action.yours.as_ref().and_then(|yours| yours.done_on);
        let days = day.map_or(i64::from(u16::MAX), |day| day.days_until(context.today));
        key([days.clamp(0, i64::from(u16::MAX)) as u16])
    });
    plan
}

/// Where an action stands by what it is, whatever the worker marked.
fn tier(action: &Action) -> u16 {
    let rank = &action.rank;
    match (action.kind, rank.turn) {
        (ActionKind::Ask, _) if rank.safety => AGREE,
        (ActionKind::Ask, _) if rank.answered_duty => OWED,
        (ActionKind::Ask, _) if rank.owed => ASK,
        (ActionKind::Practise, Some(0)) => PRACTISE,
        (ActionKind::Practise, Some(1)) => PRACTISE_SECOND,
        (ActionKind::Rate, _) => RATE,
        (ActionKind::GoThrough, _) if rank.confirms => CONFIRM,
        (ActionKind::GoThrough, _) => GO_THROUGH,
        (ActionKind::Own, _) => STAGE,
        _ if action.waits_for_no_stage() => SAFETY,
        (ActionKind::Learn, Some(0)) => LEARN_FIRST,
        (ActionKind::Learn, Some(1)) => LEARN_SECOND,
        _ if rank.strength == 0 && action.yours.is_some() => KEPT,
        _ => STAGE,
    }
}

/// Where it stands now: after safety and what is owed comes what was begun.
fn tier_now(action: &Action, this_month: Month) -> u16 {
    let tier = tier(action);
    if tier > BEGUN && is_begun(action, this_month) {
        BEGUN
    } else {
        tier
    }
}

/// Pinned, agreed with a reader, under way, or wanted this month or before.
fn is_begun(action: &Action, this_month: Month) -> bool {
    let agreed = action.rank.agreed;
    agreed
        || action.yours.as_ref().is_some_and(|yours| {
            yours.pinned
                || yours.status == Some(ActionStatus::Doing)
                || yours.month.is_some_and(|month| month <= this_month)
        })
}

/// Tier, then what comes first within it: the duty not met, the stage, the
/// lower rating, and how much it helps.
fn place(action: &Action, tier: u16) -> Key {
    let rank = &action.rank;
    let stage = match tier {
        OWED => u16::from(!rank.not_met),
        STAGE | CONFIRM | GO_THROUGH | ASK | KEPT => u16::from(action.stage.place),
        _ => 0,
    };
    let turn = rank.turn.map_or(u16::MAX, u16::from);
    let (first, then) = match action.kind {
        ActionKind::Practise => (0, turn),
        // Of two that help as much, the one that takes less time.
        _ => {
            let effort = action.effort.filter(|_| tier != SAFETY);
            let band = effort.map_or(0, |effort| effort.band as u16);
            (1, (MOST - rank.strength.min(MOST)) * 4 + band)
        }
    };
    key([tier, stage, first, then])
}

/// The first seven: a place is kept among the first three for a duty that is
/// not met, and no kind hides the others. What is left fills up.
fn choose_next(live: &[Action], this_month: Month) -> Vec<usize> {
    let (mut next, mut waiting) = (Vec::with_capacity(NEXT), Vec::new());
    let mut taken = Taken::default();
    for (at, action) in live.iter().enumerate() {
        // What was begun has its place, but none before the duty not met.
        let begun = is_begun(action, this_month) && tier(action) != AGREE;
        if next.len() < NEXT && (begun || taken.has_room(action)) {
            taken.count(action);
            next.push(at);
        } else if !action.rank.owed {
            waiting.push(at);
        }
    }
    for at in waiting {
        let action = &live[at];
        let hides = action.kind == ActionKind::Practise && taken.practised >= PRACTISED
            || action.rank.is_course && taken.courses >= COURSES;
        if next.len() < NEXT && !hides {
            taken.count(action);
            next.push(at);
        }
    }
    next
}

/// How many of each kind stand in the first seven.
#[derive(Default)]
struct Taken {
    asks: usize,
    practised: usize,
    rated: usize,
    lists: usize,
    courses: usize,
}

impl Taken {
    fn has_room(&self, action: &Action) -> bool {
        match action.kind {
            ActionKind::Ask if tier(action) == AGREE => self.asks < AGREED,
            ActionKind::Ask if action.rank.owed => self.asks < ASKS,
            ActionKind::Practise => self.practised < PRACTISED,
            ActionKind::Rate => self.rated < RATED,
            ActionKind::GoThrough => self.lists < LISTS,
            _ => !action.rank.is_course || self.courses < COURSES,
        }
    }

    fn count(&mut self, action: &Action) {
        self.asks += usize::from(action.rank.owed);
        self.practised += usize::from(action.kind == ActionKind::Practise);
        self.rated += usize::from(action.kind == ActionKind::Rate);
        self.lists += usize::from(action.kind == ActionKind::GoThrough);
        self.courses += usize::from(action.rank.is_course);
    }
}

/// What begins this week, outside the hours for learning.
fn is_this_week(action: &Action, is_next: bool) -> bool {
    match action.kind {
        ActionKind::Ask => is_next || action.rank.safety || action.rank.not_met,
        ActionKind::Practise => is_next && action.rank.turn == Some(0),
        ActionKind::Rate | ActionKind::GoThrough => is_next,
        _ => false,
    }
}

/// Gives each action a month, and says the day they are counted from.
fn suggest_months(context: &Context, actions: &mut [Action]) -> Option<Day> {
    let profile = context.document.profile();
    let Some(LearningHours::Known(hours @ 1..)) = profile.hours_a_month.get() else {
        return None;
    };
    let answered = context.document.last_answered().unwrap_or(context.today);
    // Nobody can begin before they are in post.
    let from = profile
        .start
        .get()
        .map_or(answered, |day| answered.max(*day));
    let first = first_month(from);
    let this_month = context.today.month();
    let learns = actions
        .iter()
        .any(|it| it.waits_for_no_stage() && !it.rank.aside);
    // What is learned for safety does not wait for the hours, and comes before
    // what does.
    let courses = first.plus(i32::from(learns));
    let (mut minutes, mut safe, mut practised, mut rated) = (0, 0, 0, 0);
    for action in actions.iter_mut().filter(|action| !action.rank.aside) {
        let month = match action.kind {
            _ if action.waits_for_no_stage() => {
                safe += 1;
                first.plus((safe - 1_i32) / 2)
            }
            // Two at a time.
            ActionKind::Practise => {
                practised += 1;
                first.plus((practised - 1) / 2 * 2)
            }
            ActionKind::Rate => {
                rated += 1;
                first.plus((rated - 1) / 2)
            }
            ActionKind::Ask | ActionKind::GoThrough => first,
            _ => {
                let month = courses.plus((minutes / (u32::from(*hours) * 60)) as i32);
                minutes += action.rank.minutes;
                month
            }
        };
        if action.month.is_none() && !action.is_done() {
            action.month = Some(month);
            action.overtaken = month < this_month;
        }
    }
    Some(from)
}

fn first_month(from: Day) -> Month {
    let month = from.month();
    if from.days_until(month.last_day()) < DAYS_LEFT {
        month.plus(1)
    } else {
        month
    }
}

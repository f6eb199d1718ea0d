//! Step 5. Order and time: safety and what the worker has begun or pinned,
//! the induction, then what the network must make sure of, then stage by
//! stage, practice first, then by how much it helps. Months, not days, from
//! the hours there are; none where they are 0 or not known.

use crate::domain::dates::Month;
use crate::domain::document::{ActionStatus, LearningHours};

use super::model::{Action, ActionKind, Named, Plan};
use super::notes;
use super::view::View;

/// The most actions to do next.
const NEXT: usize = 7;
/// "The first weeks", in days.
const FIRST_WEEKS: i64 = 28;

const SAFETY: u16 = 0;
const BEGUN: u16 = 1;
const INDUCTION: u16 = 2;
const DUTY: u16 = 3;
const STAGE: u16 = 4;
const RATE: u16 = 5;
const GO_THROUGH: u16 = 6;
const KEPT: u16 = 7;

/// Sorts by key and hands back the places.
fn sorted(mut keys: Vec<([u16; 4], usize)>) -> Vec<usize> {
    keys.sort_unstable();
    keys.into_iter().map(|(_, place)| place).collect()
}

pub(super) fn arrange(view: &View, actions: Vec<Action>, open: Vec<Named>) -> Plan {
    let mut plan = Plan {
        next: Vec::new(),
        ask: Vec::new(),
        later: Vec::new(),
        done: Vec::new(),
        dismissed: Vec::new(),
        open,
        notes: notes::notes(view),
    };
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
    let this_month = view.today.month();
    let mut keys = Vec::with_capacity(live.len());
    for (place, action) in live.iter().enumerate() {
        keys.push((key(action, this_month), place));
    }
    let mut live = in_order(live, sorted(keys));
    suggest_months(view, &mut live);
    let next = choose_next(&live, this_month);
    let mut later = Vec::new();
    for (place, action) in live.into_iter().enumerate() {
        if next.contains(&place) {
            plan.next.push(action);
        } else if action.kind == ActionKind::Ask {
            plan.ask.push(action);
        } else {
            later.push(action);
        }
    }
    let mut keys = Vec::with_capacity(later.len());
    for (place, action) in later.iter().enumerate() {
        keys.push(([u16::from(action.stage.place), 0, 0, 0], place));
    }
    plan.later = in_order(later, sorted(keys));
    let mut keys = Vec::with_capacity(plan.done.len());
    for (place, action) in plan.done.iter().enumerate() {
        let day = action.yours.as_ref().and_then(|yours| yours.done_on);
        let days = day.map_or(i64::from(u16::MAX), |day| day.days_until(view.today));
        keys.push(([days.clamp(0, i64::from(u16::MAX)) as u16, 0, 0, 0], place));
    }
    plan.done = in_order(plan.done, sorted(keys));
    plan
}

fn in_order(actions: Vec<Action>, places: Vec<usize>) -> Vec<Action> {
    let mut actions: Vec<Option<Action>> = actions.into_iter().map(Some).collect();
    places
        .into_iter()
        .filter_map(|place| actions[place].take())
        .collect()
}

/// Pinned, under way, or wanted this month or before.
fn is_begun(action: &Action, this_month: Month) -> bool {
    action.yours.as_ref().is_some_and(|yours| {
        yours.pinned
            || yours.status == Some(ActionStatus::Doing)
            || yours.month.is_some_and(|month| month <= this_month)
    })
}

fn tier(action: &Action, this_month: Month) -> u16 {
    match action.kind {
        _ if action.rank.safety > 0 => SAFETY,
        _ if is_begun(action, this_month) => BEGUN,
        ActionKind::Own => STAGE,
        ActionKind::Rate => RATE,
        ActionKind::GoThrough => GO_THROUGH,
        _ if action.rank.induction => INDUCTION,
        _ if action.rank.duty => DUTY,
        _ if action.rank.strength == 0 && action.yours.is_some() => KEPT,
        _ => STAGE,
    }
}

/// Tier, stage, what comes first within it, and how much it helps.
fn key(action: &Action, this_month: Month) -> [u16; 4] {
    let tier = tier(action, this_month);
    let stage = if tier < STAGE {
        0
    } else {
        u16::from(action.stage.place)
    };
    let first = match (tier, action.kind) {
        // Asking takes no learning time, so it need not wait.
        (SAFETY, ActionKind::Ask) | (STAGE, ActionKind::Practise) => 0,
        (SAFETY, _) => u16::MAX - action.rank.safety,
        _ => 1,
    };
    [tier, stage, first, u16::MAX - action.rank.strength]
}

/// The first seven, with a place kept for a duty of the network and one for
/// practice. What is only asked for stands in its own list, unless nothing
/// else helps with it.
fn choose_next(live: &[Action], this_month: Month) -> Vec<usize> {
    let can = |action: &Action| {
        let begun = is_begun(action, this_month);
        begun || !(action.kind == ActionKind::Ask && action.rank.backed)
    };
    let duty = live
        .iter()
        .position(|action| can(action) && tier(action, this_month) == DUTY);
    let practice = live.iter().position(|action| {
        can(action) && matches!(action.kind, ActionKind::Practise | ActionKind::Rate)
    });
    let mut next = Vec::with_capacity(NEXT);
    for (place, action) in live.iter().enumerate() {
        let kept = Some(place) == duty || Some(place) == practice;
        let still = |kept: Option<usize>| usize::from(kept.is_some_and(|it| it > place));
        let room = NEXT - still(duty) - still(practice);
        if can(action) && (kept || next.len() < room) && next.len() < NEXT {
            next.push(place);
        }
    }
    next
}

fn suggest_months(view: &View, live: &mut [Action]) {
    let profile = view.document.profile();
    let Some(LearningHours::Known(hours @ 1..)) = profile.hours_a_month.get() else {
        return;
    };
    // Nobody can begin before they are in post.
    let from = profile
        .start
        .get()
        .map_or(view.today, |start| (*start).max(view.today));
    let first_weeks = from.plus_days(FIRST_WEEKS).month();
    let mut minutes = 0;
    for action in live {
        let month = from
            .month()
            .plus((minutes / (u32::from(*hours) * 60)) as i32);
        let soon = action.rank.safety > 0 || action.rank.induction;
        minutes += action.rank.minutes;
        if action.month.is_none() {
            action.month = Some(if soon { month.min(first_weeks) } else { month });
        }
    }
}

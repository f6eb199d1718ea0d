//! Why an action is in the plan, in plain words.

use crate::domain::document::{ActionChange, ActionStatus, SchemeFunded};
use crate::domain::framework::model::{RequirementKind, Target};

use super::changes::Fate;
use super::model::Reason;
use super::view::View;
use super::work_on::{Thing, What, Why};

/// Names in a sentence: "A, B and C", or "A, B, C and 4 more".
pub(super) fn names(names: &[&str]) -> String {
    const MOST: usize = 4;
    let (shown, more) = if names.len() > MOST + 1 {
        names.split_at(MOST)
    } else {
        (names, &[][..])
    };
    let last = match (more.len(), shown.split_last()) {
        (0, Some((last, []))) => return (*last).to_owned(),
        (0, Some((last, before))) => return format!("{} and {last}", before.join(", ")),
        (more, _) => more,
    };
    format!("{} and {last} more", shown.join(", "))
}

/// The topics' reasons come together, one sentence for each answer given.
const TOGETHER: [Why; 5] = [
    Why::NoReason,
    Why::NotYet,
    Why::InProgress,
    Why::Starting,
    Why::Chosen,
];

/// Why, by the things an action helps with.
pub(super) fn reasons(view: &View, things: &[&Thing], with_safety: bool) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let safety: Vec<&&Thing> = things.iter().filter(|thing| thing.is_safety()).collect();
    if with_safety && !safety.is_empty() {
        reasons.push(Reason {
            sentence: "It is about safety, so it comes first.".to_owned(),
            about: safety.iter().map(|thing| thing.target()).collect(),
        });
    }
    for why in TOGETHER {
        let same = |thing: &&&Thing| thing.why == why && matches!(thing.what, What::Topic(_));
        let (mut titles, mut about) = (Vec::new(), Vec::new());
        for thing in things.iter().filter(same) {
            titles.push(thing.title());
            about.push(thing.target());
        }
        if !about.is_empty() {
            let titles = names(&titles);
            let sentence = match why {
                Why::NotYet => format!("You answered “not yet” to {titles}."),
                Why::InProgress => format!("You are part of the way with {titles}."),
                Why::Starting => {
                    format!("You are just starting, and have not answered yet: {titles}.")
                }
                Why::NoReason => format!("You set {titles} aside without giving a reason."),
                _ => format!("You picked {titles} for the people you support."),
            };
            reasons.push(Reason { sentence, about });
        }
    }
    for thing in things {
        let sentence = match thing.what {
            What::Topic(_) => continue,
            What::Competency(competency, now, looks_for) => format!(
                "You rated {} {now}; {} looks for {looks_for}.",
                competency.title,
                view.looking(thing.stage),
            ),
            What::Requirement(requirement) => requirement_reason(view, thing, requirement.kind),
        };
        reasons.push(Reason {
            sentence,
            about: vec![thing.target()],
        });
    }
    reasons
}

fn requirement_reason(view: &View, thing: &Thing, kind: RequirementKind) -> String {
    let said = match thing.why {
        Why::NotMet => "you answered “not met”",
        Why::Unsure => "you are not sure where it stands",
        _ => "you are just starting, and have not answered yet",
    };
    let title = thing.title();
    let list = match kind {
        RequirementKind::Scheme => {
            return match view.document.profile().scheme_funded.get() {
                Some(SchemeFunded::Yes) => format!(
                    "Your post is scheme-funded, so your network had to make sure of this (2020/21; check this year’s rules): {title}; {said}."
                ),
                _ => format!(
                    "If your post is scheme-funded, your network had to make sure of this (2020/21; check this year’s rules): {title}; {said}."
                ),
            };
        }
        RequirementKind::Essential => "essential",
        RequirementKind::Desirable => "desirable",
    };
    format!("The sample person specification lists {title} as {list}, and {said}.")
}

/// One sentence about one thing.
pub(super) fn about(sentence: String, target: Target) -> Reason {
    Reason {
        sentence,
        about: vec![target],
    }
}

/// Why an action is here that helps with nothing open.
pub(super) fn yours(change: Option<&ActionChange>, fate: Option<Fate>) -> Reason {
    let sentence = match change {
        Some(change) if change.status == Some(ActionStatus::Done) => match change.done_on {
            Some(day) => format!("You marked this as done on {}.", day.long()),
            None => "You marked this as done.".to_owned(),
        },
        _ if fate == Some(Fate::SwappedIn) => "You chose this instead of another way.".to_owned(),
        Some(change) if change.dismissed => "You put this aside.".to_owned(),
        Some(change) if change.swapped.is_some() && fate == Some(Fate::Aside) => {
            "You chose another way instead.".to_owned()
        }
        Some(change) if change.own.is_some() => "You added this yourself.".to_owned(),
        Some(change) if change.pinned => "You pinned this.".to_owned(),
        Some(_) => "You made this part of your plan.".to_owned(),
        None => "You added this course yourself.".to_owned(),
    };
    Reason {
        sentence,
        about: Vec::new(),
    }
}

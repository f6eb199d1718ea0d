//! Why an action is in the plan, in plain words.

use crate::domain::document::{ActionChange, ActionStatus, SchemeFunded};
use crate::domain::framework::model::{RequirementKind, Target};

use super::context::Context;
use super::gaps::{About, Because, Gap};
use super::model::Reason;
use super::subject::Decision;

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
const TOGETHER: [Because; 5] = [
    Because::NoReason,
    Because::NotYet,
    Because::InProgress,
    Because::Starting,
    Because::Chosen,
];

/// Why, by the gaps an action helps with.
pub(super) fn reasons(context: &Context, gaps: &[&Gap], with_safety: bool) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let safety: Vec<&&Gap> = gaps.iter().filter(|gap| gap.is_safety()).collect();
    if with_safety && !safety.is_empty() {
        reasons.push(Reason {
            sentence: "It is about safety, so it comes first.".to_owned(),
            about: safety.iter().map(|gap| gap.target()).collect(),
        });
    }
    for because in TOGETHER {
        let same = |gap: &&&Gap| gap.because == because && matches!(gap.about, About::Topic(_));
        let (mut titles, mut about) = (Vec::new(), Vec::new());
        for gap in gaps.iter().filter(same) {
            titles.push(gap.title());
            about.push(gap.target());
        }
        if !about.is_empty() {
            let titles = names(&titles);
            let sentence = match because {
                Because::NotYet => format!("You answered “not yet” to {titles}."),
                Because::InProgress => format!("You are part of the way with {titles}."),
                Because::Starting => {
                    format!("You are just starting, and have not answered yet: {titles}.")
                }
                Because::NoReason => format!("You set {titles} aside without giving a reason."),
                _ => format!("You picked {titles} for the people you support."),
            };
            reasons.push(Reason { sentence, about });
        }
    }
    for gap in gaps {
        let sentence = match gap.about {
            About::Topic(_) => continue,
            About::Competency(competency, now, looks_for) => format!(
                "You rated {} {now}; {} looks for {looks_for}.",
                competency.title,
                context.looking(gap.stage),
            ),
            About::Requirement(requirement) => requirement_reason(context, gap, requirement.kind),
        };
        reasons.push(Reason {
            sentence,
            about: vec![gap.target()],
        });
    }
    reasons
}

fn requirement_reason(context: &Context, gap: &Gap, kind: RequirementKind) -> String {
    let said = match gap.because {
        Because::NotMet => "you answered “not met”",
        Because::Unsure => "you are not sure where it stands",
        _ => "you are just starting, and have not answered yet",
    };
    let title = gap.title();
    let list = match kind {
        RequirementKind::Scheme => {
            return match context.document.profile().scheme_funded.get() {
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

/// One sentence about one gap.
pub(super) fn about(sentence: String, target: Target) -> Reason {
    Reason {
        sentence,
        about: vec![target],
    }
}

/// Why an action is here that helps with nothing open.
pub(super) fn yours(
    change: Option<&ActionChange>,
    decision: Option<Decision>,
    is_agreed: bool,
) -> Reason {
    let sentence = match change {
        Some(change) if change.status == Some(ActionStatus::Done) => match change.done_on {
            Some(day) => format!("You marked this as done on {}.", day.long()),
            None => "You marked this as done.".to_owned(),
        },
        _ if decision == Some(Decision::TakeInstead) => {
            "You chose this instead of another way.".to_owned()
        }
        Some(change) if change.dismissed => "You put this aside.".to_owned(),
        Some(change) if change.swapped.is_some() && decision == Some(Decision::PutAside) => {
            "You chose another way instead.".to_owned()
        }
        Some(change) if change.own.is_some() && is_agreed => {
            "It was agreed with somebody who read your plan.".to_owned()
        }
        Some(change) if change.own.is_some() => "This is an action of your own.".to_owned(),
        Some(change) if change.pinned => "You pinned this.".to_owned(),
        Some(_) => "You made this part of your plan.".to_owned(),
        None => "You added this course yourself.".to_owned(),
    };
    Reason {
        sentence,
        about: Vec::new(),
    }
}

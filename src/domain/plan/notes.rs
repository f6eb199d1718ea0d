//! What to know about the plan as a whole.

use crate::domain::document::LearningHours;
use crate::domain::framework::model::Origin;

use super::context::Context;
use super::model::Note;

/// What the plan supposes or cannot know, and where to change that.
pub(super) fn notes(context: &Context) -> Vec<Note> {
    let (bearing, profile) = (&context.bearing, context.document.profile());
    let mut notes = Vec::new();
    if !bearing.role_chosen {
        notes.push(Note::RoleNotChosen(format!(
            "This plan is for a {} until you choose your role.",
            bearing.role.title.to_lowercase(),
        )));
    }
    if let Some(reason) = &bearing.supposed {
        notes.push(Note::AimSupposed(format!(
            "You have not chosen an aim. This plan supposes {}, because {}.",
            bearing.aim.title,
            reason.because(),
        )));
    }
    if bearing.aims_below(context.framework, context.document) {
        notes.push(Note::AimsBelow(aims_below(context)));
    }
    if bearing.role.levels_origin == Origin::Tool {
        notes.push(Note::Extension(format!(
            "The framework was written for link workers and health coaches. Its career levels for a {} are this tool’s extension.",
            bearing.role.title.to_lowercase(),
        )));
    }
    if profile.was_just_starting(context.today) {
        notes.push(Note::StillStarting(
            "You said that you are just starting, and half a year has gone by. How long have you done this now?".to_owned(),
        ));
    }
    if context.aims_highest() && profile.wider.get().is_none() {
        notes.push(Note::WiderNotAnswered(format!(
            "{} also looks for wider responsibilities, leadership or a specialism. Have you taken any on? You have not said yet.",
            bearing.aim.title,
        )));
    }
    if !matches!(profile.hours_a_month.get(), Some(LearningHours::Known(1..))) {
        notes.push(Note::NoMonths(
            "No months are suggested, because no hours for learning are given. You can choose a month for any action.".to_owned(),
        ));
    }
    notes
}

/// Only what the worker said of themselves is said to be where they are.
fn aims_below(context: &Context) -> String {
    let (bearing, ladder) = (&context.bearing, &context.framework.ladder);
    let here = context.document.profile().here.get();
    let here = here.and_then(|id| context.level(id));
    let covered = bearing.covered.max(Some(bearing.aim_index));
    let (at, said) = match here {
        Some(here) if Some(here) >= covered => (here, "you say that you are at"),
        _ => (covered.unwrap_or_default(), "what you have recorded covers"),
    };
    let next = match ladder.get(at + 1) {
        Some(next) => format!(
            "If you would like to go further, {} is the next one.",
            next.title
        ),
        None => format!(
            "If you would like to deepen it, aim for {}.",
            ladder[at].title
        ),
    };
    format!(
        "You aim for {}, and {said} {}. It is fine to strengthen what you have. {next}",
        bearing.aim.title, ladder[at].title,
    )
}

/// Asked once months this tool suggested are past.
pub(super) fn months_passed(passed: usize) -> Note {
    let (months, ask) = match passed {
        1 => (
            "One month that this tool suggested is",
            "Is it done, or would another month suit you?",
        ),
        _ => (
            "Some months that this tool suggested are",
            "Are those actions done, or would other months suit you?",
        ),
    };
    Note::MonthsPassed(format!("{months} past. Nothing was moved. {ask}"))
}

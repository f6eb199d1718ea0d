//! What to know about the plan as a whole.

use crate::domain::document::LearningHours;
use crate::domain::framework::model::Origin;

use super::model::Note;
use super::view::View;

pub(super) fn notes(view: &View) -> Vec<Note> {
    let (bearing, profile) = (&view.bearing, view.document.profile());
    let ladder = &view.framework.ladder;
    let mut notes = Vec::new();
    if !bearing.role_chosen {
        notes.push(Note::RoleNotChosen(format!(
            "This plan is for a {} until you choose your role.",
            bearing.role.title.to_lowercase(),
        )));
    }
    if !bearing.aim_chosen {
        notes.push(Note::AimNotChosen(format!(
            "This plan leads to {} until you choose an aim.",
            bearing.aim.title,
        )));
    }
    if bearing.aims_below(view.framework, view.document) {
        let here = profile.here.get().and_then(|id| view.level(id));
        let at = bearing.covered.max(here).unwrap_or(bearing.aim_index);
        let there = ladder[at].title;
        let next = match ladder.get(at + 1) {
            Some(next) => format!(
                "If you would like to go further, {} is the next one.",
                next.title
            ),
            None => format!("If you would like to deepen it, aim for {there}."),
        };
        notes.push(Note::AimsBelow(format!(
            "You aim for {}, and you are already at {there} by your own account or by what you recorded. It is fine to strengthen what you have. {next}",
            bearing.aim.title,
        )));
    }
    if bearing.role.levels_origin == Origin::Tool {
        notes.push(Note::Extension(format!(
            "The framework was written for link workers and health coaches. Its career levels for a {} are this tool’s extension.",
            bearing.role.title.to_lowercase(),
        )));
    }
    if view.aims_highest() && profile.wider.get().is_none() {
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

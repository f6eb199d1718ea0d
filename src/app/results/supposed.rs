//! What another choice would make of the same answers: another role or aim,
//! another pass score.

use super::{StateGroup, against, covers, levels, requirements};
use crate::app::rating_words::score_words;
use crate::domain::document::Document;
use crate::domain::framework::model::{Framework, Origin, Text};
use crate::domain::ladder::Bearing;

/// A role and an aim, each by its place in the framework.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Supposed {
    pub role: usize,
    pub aim: usize,
}

/// The worker's own.
pub fn mine(framework: &'static Framework, document: &Document) -> Supposed {
    let bearing = Bearing::of(framework, document);
    let role = framework.roles.iter();
    Supposed {
        role: role.take_while(|role| role.id != bearing.role.id).count(),
        aim: bearing.aim_index,
    }
}

/// What would lie between, and what that aim looks for.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    pub covers: String,
    pub is_extension: bool,
    pub requirements: String,
    /// The six competencies, a sentence each.
    pub competencies: Vec<String>,
    /// The levels up to that aim that are not covered.
    pub levels: Vec<(Text, Vec<StateGroup>)>,
}

/// The same answers for another role and aim; None for the worker's own, and
/// for one the framework does not have.
pub fn what_if(
    framework: &'static Framework,
    document: &Document,
    supposed: Supposed,
) -> Option<WhatIf> {
    if supposed == mine(framework, document) {
        return None;
    }
    let bearing = Bearing {
        role: framework.roles.get(supposed.role)?,
        aim: framework.ladder.get(supposed.aim)?,
        aim_index: supposed.aim,
        ..Bearing::of(framework, document)
    };
    let mut between = levels(framework, document, &bearing);
    between.truncate(bearing.aim_index + 1);
    between.retain(|level| !level.is_covered);
    Some(WhatIf {
        covers: covers(framework, document, &bearing).swap_remove(0),
        is_extension: bearing.role.levels_origin == Origin::Tool,
        requirements: requirements(document, bearing.role),
        competencies: against(framework, document, &bearing)
            .into_iter()
            .map(|line| format!("{}: {}", line.title, line.sentence))
            .collect(),
        levels: between
            .into_iter()
            .map(|level| (level.level.title, level.groups))
            .collect(),
    })
}

/// What is said once another pass score was chosen, as the page around it
/// changes without a word.
pub fn pass_mark_chosen(framework: &'static Framework, document: &Document) -> String {
    format!(
        "A competency counts as achieved from {}. {}",
        score_words(framework, document.achieved_at()),
        covers(framework, document, &Bearing::of(framework, document)).swap_remove(0)
    )
}

//! What `#/results` shows, as plain data.

mod competencies;
mod history;
mod levels;
mod next;
mod sheet;
mod shown;
mod supposed;
#[cfg(test)]
mod tests;

pub use competencies::{
    CompetencyResult, Strengths, WorkOn, competency_results, strengths, work_on,
};
pub use history::{HistoryPoint, MOST_POINTS, history, trend};
pub use levels::{AnswerLink, LevelResult, StateGroup, covers, levels, requirements};
pub use next::{NextStep, next_step};
pub use sheet::{SheetReflection, SheetRow, SupervisionSheet, role_and_aim, sheet};
pub use shown::{
    Against, First, Fold, Ladder, OneUp, Rung, Strong, Titled, Trend, TrendPoint, Trends, against,
    first, ladder, one_up, strong, trends,
};
pub use supposed::{Supposed, WhatIf, mine, pass_mark_chosen, what_if};

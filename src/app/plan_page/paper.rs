//! The plan on paper, as plain data: a document to sign.

use super::status_words;
use crate::app::results::role_and_aim;
use crate::app::words;
use crate::domain::dates::Day;
use crate::domain::document::{ActionStatus, Document};
use crate::domain::framework::model::{Effort, Framework, Origin, Text};
use crate::domain::ladder::Bearing;
use crate::domain::plan::{Action, Plan};

/// Everything that stands on paper, list by list.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Whose it is, for what, and of which day.
    pub facts: Vec<(Text, String)>,
    pub next: Vec<PaperRow>,
    /// What others are asked for, and when.
    pub ask: Vec<(String, String)>,
    /// Titles, stage by stage.
    pub later: Vec<(Text, Vec<String>)>,
    /// What was finished, and the day.
    pub done: Vec<(String, String)>,
}

/// What is done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperRow {
    pub title: String,
    /// Empty for none.
    pub provider: String,
    /// "doing"; empty where it is not begun.
    pub begun: String,
    /// Marked with a star where this tool suggests it; empty for none.
    pub month: String,
    /// Marked with a star where this tool estimates it; empty for none.
    pub time: String,
}

/// Puts a plan on paper.
pub fn paper(framework: &Framework, document: &Document, plan: &Plan, today: Day) -> Paper {
    let profile = document.profile();
    let mut facts: Vec<(Text, String)> = Vec::new();
    for (name, value) in [("Name", &profile.name), ("Workplace", &profile.workplace)] {
        facts.extend(value.get().map(|value| (name, value.clone())));
    }
    facts.extend(role_and_aim(&Bearing::of(framework, document)));
    facts.push(("Date", today.long()));
    let review = profile.next_review.get();
    facts.extend(review.map(|day| ("Next review", day.long())));
    let mut later: Vec<(Text, Vec<String>)> = Vec::new();
    for action in &plan.later {
        let title = action.title.clone();
        match later.last_mut() {
            Some((stage, titles)) if *stage == action.stage.title => titles.push(title),
            _ => later.push((action.stage.title, vec![title])),
        }
    }
    let asked = |action: &Action| (action.title.clone(), month(action));
    Paper {
        facts,
        next: plan.next.iter().map(row).collect(),
        ask: plan.ask.iter().map(asked).collect(),
        later,
        done: plan.done.iter().map(finished).collect(),
    }
}

fn row(action: &Action) -> PaperRow {
    let resource = action.resource.as_ref();
    let is_begun = action.status() == Some(ActionStatus::Doing);
    PaperRow {
        title: action.title.clone(),
        provider: resource.map_or_else(String::new, |it| it.provider.clone()),
        begun: match is_begun {
            true => status_words(ActionStatus::Doing).to_lowercase(),
            false => String::new(),
        },
        month: month(action),
        time: action.effort.map_or_else(String::new, time),
    }
}

fn month(action: &Action) -> String {
    match action.month {
        Some(month) if action.month_is_yours() => month.long(),
        Some(month) => format!("{}*", month.long()),
        None => String::new(),
    }
}

fn time(effort: Effort) -> String {
    let mark = match effort.origin {
        Origin::Framework => "",
        Origin::Tool => "*",
    };
    format!("{}{mark}", words::effort(effort.band))
}

fn finished(action: &Action) -> (String, String) {
    let day = action.yours.as_ref().and_then(|yours| yours.done_on);
    (
        action.title.clone(),
        day.map_or_else(String::new, Day::long),
    )
}

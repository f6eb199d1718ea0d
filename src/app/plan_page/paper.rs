//! The plan on paper, as plain data.

use super::shown::later_heading;
use crate::app::results::role_and_aim;
use crate::app::review::agreed_with;
use crate::app::words;
use crate::domain::dates::Day;
use crate::domain::document::{ActionStatus, Document};
use crate::domain::framework::model::{Effort, Framework, Origin, Text};
use crate::domain::ladder::Bearing;
use crate::domain::plan::{Action, Learning, Plan};

/// Everything that stands on the paper but what is the same on every one.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperPlan {
    pub facts: Vec<(&'static str, String)>,
    pub next: Vec<Row>,
    pub ask: Vec<String>,
    /// Titles by stage.
    pub later: Vec<(Text, String)>,
    pub done: Vec<String>,
    /// Each action that is not done, with all there is to it; for whoever asks
    /// for that.
    pub full: Vec<Full>,
}

/// An action with how, why, score, provider and address.
#[derive(Clone, Debug, PartialEq)]
pub struct Full {
    pub title: String,
    pub lines: Vec<(&'static str, String)>,
}

/// An action of the table. A `*` marks what is this tool's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub title: String,
    pub provider: String,
    pub doing: bool,
    /// "Agreed with Jo Sample, supervisor …"; empty for nobody.
    pub agreed: String,
    pub month: String,
    pub time: String,
}

/// Puts a plan on paper.
pub fn paper(framework: &Framework, document: &Document, plan: &Plan, today: Day) -> PaperPlan {
    let bearing = Bearing::of(framework, document);
    let profile = document.profile();
    let mut facts: Vec<(&str, String)> = Vec::new();
    for (name, value) in [("Name", &profile.name), ("Workplace", &profile.workplace)] {
        facts.extend(value.get().map(|value| (name, value.clone())));
    }
    facts.extend(role_and_aim(&bearing));
    facts.push(("Date", today.long()));
    let review = profile.next_review.get();
    facts.extend(review.map(|day| ("Next review", day.long())));
    let stages = plan
        .later
        .chunk_by(|a, b| later_heading(a) == later_heading(b));
    PaperPlan {
        facts,
        next: plan.next.iter().map(|it| row(document, it)).collect(),
        ask: plan.ask.iter().map(ask).collect(),
        later: stages
            .map(|stage| {
                let titles: Vec<&str> = stage.iter().map(|it| it.title.as_str()).collect();
                (later_heading(&stage[0]), format!("{}.", titles.join("; ")))
            })
            .collect(),
        done: plan.done.iter().map(done).collect(),
        full: {
            let lists = [&plan.next, &plan.ask, &plan.later];
            let all = lists.into_iter().flatten();
            all.map(|it| full(document, it)).collect()
        },
    }
}

fn full(document: &Document, action: &Action) -> Full {
    let practice = action.practice.as_ref();
    let resource = action.resource.as_ref();
    let reasons: Vec<&str> = action
        .reasons
        .iter()
        .map(|it| it.sentence.as_str())
        .collect();
    let mut lines = vec![
        ("How", action.how.clone()),
        (
            "Steps",
            practice.map_or_else(String::new, |it| it.steps.join(" ")),
        ),
        ("Why", reasons.join(" ")),
        ("Agreed", agreed_with(document, &action.id).join(" ")),
        (
            "Score",
            practice.map_or_else(String::new, |it| it.now.to_string()),
        ),
        (
            "With",
            resource.map_or_else(String::new, |it| it.title.clone()),
        ),
        ("From", resource.map_or_else(String::new, provider)),
        (
            "Address",
            resource.and_then(|it| it.url.clone()).unwrap_or_default(),
        ),
    ];
    lines.retain(|(_, words)| !words.is_empty());
    Full {
        title: action.title.clone(),
        lines,
    }
}

fn row(document: &Document, action: &Action) -> Row {
    let resource = action.resource.as_ref();
    Row {
        title: action.title.clone(),
        provider: resource.map_or_else(String::new, provider),
        doing: action.status() == Some(ActionStatus::Doing),
        agreed: agreed_with(document, &action.id).join(" "),
        month: month(action),
        time: action.effort.map_or_else(String::new, time),
    }
}

/// Who offers it, and who says so where the framework does not.
fn provider(it: &Learning) -> String {
    let added = it.added_by.map(|host| format!("added by {host}"));
    let both = [Some(it.provider.clone()), added];
    let both = both.into_iter().flatten().filter(|it| !it.is_empty());
    both.collect::<Vec<_>>().join(", ")
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
        Origin::Framework | Origin::Host => "",
        Origin::Tool => "*",
    };
    format!("{}{mark}", words::effort(effort.band))
}

fn ask(action: &Action) -> String {
    match month(action).as_str() {
        "" => action.title.clone(),
        month => format!("{}, {month}", action.title),
    }
}

fn done(action: &Action) -> String {
    let day = action.yours.as_ref().and_then(|yours| yours.done_on);
    match day {
        Some(day) => format!("{}, {}", action.title, day.long()),
        None => action.title.clone(),
    }
}

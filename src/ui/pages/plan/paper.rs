//! The plan on paper: a document to sign. Seen on paper only.

use crate::app::plan_page::{NO_VERDICT, status_words};
use crate::app::results::role_and_aim;
use crate::app::words;
use crate::domain::document::{ActionStatus, Document};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Effort, Origin};
use crate::domain::ladder::Bearing;
use crate::domain::plan::{Action, Plan};
use crate::platform::clock;
use crate::ui::components::signatures;
use crate::ui::element::{Element, each, el};

pub fn draw(document: &Document, plan: &Plan) -> Element {
    let bearing = Bearing::of(bundled(), document);
    let profile = document.profile();
    let mut facts: Vec<(&str, String)> = Vec::new();
    for (name, value) in [("Name", &profile.name), ("Workplace", &profile.workplace)] {
        facts.extend(value.get().map(|value| (name, value.clone())));
    }
    facts.extend(role_and_aim(&bearing));
    facts.push(("Date", clock::today().long()));
    facts.extend(
        profile
            .next_review
            .get()
            .map(|day| ("Next review", day.long())),
    );
    let facts = each(facts, |(name, words)| {
        el("div")
            .with(el("dt").with(name))
            .with(el("dd").with(words))
    });
    el("section")
        .class("paper")
        .with(el("h2").class("paper-title").with("Training plan"))
        .with(el("dl").class("paper-facts").with(facts))
        .with(table("What I do next", &plan.next))
        .with(asks(&plan.ask))
        .with(later(&plan.later))
        .with(done(&plan.done))
        .with(el("p").with(NO_VERDICT))
        .with(signatures())
}

fn table(caption: &'static str, actions: &[Action]) -> Option<Vec<Element>> {
    let rows = each(actions, |action| {
        let provider = action
            .resource
            .as_ref()
            .filter(|it| !it.provider.is_empty())
            .map(|it| el("span").class("soft").with(format!(", {}", it.provider)));
        let doing = action
            .status()
            .filter(|status| *status == ActionStatus::Doing)
            .map(|status| el("span").with(format!(" ({})", status_words(status).to_lowercase())));
        el("tr")
            .with(
                el("th")
                    .attr("scope", "row")
                    .with(action.title.clone())
                    .with(provider)
                    .with(doing),
            )
            .with(el("td").with(month(action)))
            .with(el("td").with(action.effort.map(time)))
    });
    (!actions.is_empty()).then(|| {
        let table = el("table")
            .with(el("caption").with(caption))
            .with(el("thead").with(
                el("tr").with(each(["Action", "Month", "Time it takes"], |words| {
                    el("th").attr("scope", "col").with(words)
                })),
            ))
            .with(el("tbody").with(rows));
        vec![
            table,
            el("p")
                .class("small")
                .with("* This tool’s own estimate or suggestion."),
        ]
    })
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

fn asks(actions: &[Action]) -> Option<Vec<Element>> {
    let items = each(actions, |action| {
        let month = month(action);
        let stop = if month.is_empty() { "" } else { ", " };
        el("li").with(format!("{}{stop}{month}", action.title))
    });
    (!actions.is_empty()).then(|| {
        vec![
            el("h3").with("What I ask my employer or network for"),
            el("ul").with(items),
        ]
    })
}

fn later(actions: &[Action]) -> Option<Vec<Element>> {
    let stages = each(
        actions.chunk_by(|a, b| a.stage.place == b.stage.place),
        |stage| {
            let mut titles = String::new();
            for action in stage {
                if !titles.is_empty() {
                    titles.push_str("; ");
                }
                titles.push_str(&action.title);
            }
            el("p")
                .with(el("strong").with(format!("{}: ", stage[0].stage.title)))
                .with(format!("{titles}."))
        },
    );
    (!actions.is_empty()).then(|| vec![el("h3").with("Later"), el("div").with(stages)])
}

fn done(actions: &[Action]) -> Option<Vec<Element>> {
    let items = each(actions, |action| {
        let day = action.yours.as_ref().and_then(|yours| yours.done_on);
        let day = day.map_or_else(String::new, |day| format!(", {}", day.long()));
        el("li").with(format!("{}{day}", action.title))
    });
    (!actions.is_empty()).then(|| vec![el("h3").with("Done"), el("ul").with(items)])
}

//! A plan from a file, to read and to print.

use leptos::prelude::AnyView;

use crate::app::shared_plan::{Fact, SharedPlan, SharedPlanItem};
use crate::domain::file::NOT_A_VERDICT;
use crate::platform::page;
use crate::ui::components::form::button;
use crate::ui::components::{external_link, signatures};
use crate::ui::element::{Element, Part, each, el};
use crate::ui::session::PLAN_READ;

/// Somebody's plan on the page "Your data", with room to sign.
pub fn section(plan: SharedPlan) -> Element {
    let from = format!("From the file “{}”, only to read.", plan.file);
    let remarks = each(&plan.remarks, |remark| el("li").with(remark.clone()));
    let print = button("button plain", "Print this plan", || {
        page::print_only("plan-read");
    });
    el("section")
        .class("plan-read flow")
        .attr("aria-labelledby", PLAN_READ)
        .with(whole(plan, "h2", "h3"))
        .with(signatures())
        .with(el("p").class("hint").with(from))
        .with(el("ul").class("remarks").with(remarks))
        .with(el("p").class("buttons").with(print))
}

/// All that a plan says; `head` is the kind of its heading, `part` that of its
/// parts.
pub fn whole(plan: SharedPlan, head: &'static str, part: &'static str) -> AnyView {
    let score = |(name, rating): Fact| {
        el("tr")
            .with(el("th").attr("scope", "row").with(name))
            .with(el("td").attr("data-label", "Rating").with(rating))
    };
    let scores = el("table")
        .class("stacks narrow")
        .with(el("caption").with("The latest rating of each competency"))
        .with(
            el("thead").with(el("tr").with(each(["Competency", "Rating"], |words| {
                el("th").attr("scope", "col").with(words)
            }))),
        )
        .with(el("tbody").with(each(plan.scores, score)));
    let actions: AnyView = if plan.actions.is_empty() {
        el("p").with("There are no actions in it.").view()
    } else {
        el("ol")
            .class("plan-items")
            .with(each(plan.actions, item))
            .view()
    };
    let more = each(plan.more, |(heading, items)| {
        let list = el("ul").class("plan-items").with(each(items, item));
        vec![el(part).with(heading), list]
    });
    vec![
        el(head).attr("id", PLAN_READ).with(plan.title).part(),
        el("p").with(NOT_A_VERDICT).part(),
        facts(plan.facts).part(),
        scores.part(),
        el(part).with("Actions").part(),
        el("p")
            .class("hint")
            .with("In the reasons, “you” is the person whose plan this is.")
            .part(),
        actions,
        more,
    ]
    .part()
}

fn facts(all: Vec<Fact>) -> Option<Element> {
    let rows = |(name, value)| vec![el("dt").with(name), el("dd").with(value)];
    (!all.is_empty()).then(|| el("dl").class("facts").with(each(all, rows)))
}

fn item(it: SharedPlanItem) -> Element {
    let link = it
        .link
        .map(|(url, words)| el("p").with(external_link(&url, &words)));
    el("li")
        .with(el("p").class("plan-item").with(it.title))
        .with(each(it.why, |why| el("p").with(why)))
        .with(facts(it.facts))
        .with(link)
}

//! The sheet for supervision: one side of A4.

use leptos::prelude::*;

use super::{cell, h2};
use crate::app::results::{SupervisionSheet, sheet};
use crate::domain::framework::bundled;
use crate::domain::ladder::Bearing;
use crate::platform::{clock, page};
use crate::ui::components::form::button;
use crate::ui::element::{Element, each, el, live};
use crate::ui::session::Keeper;

pub fn section(keeper: Keeper) -> AnyView {
    let print = button("button", "Print the supervision sheet", || {
        page::print_only("sheet")
    });
    let shown = live(move || {
        keeper.read(|document| {
            let bearing = Bearing::of(bundled(), document);
            draw(sheet(bundled(), document, &bearing, clock::today()))
        })
    });
    let intro = el("div")
        .class("flow")
        .with(h2("For supervision"))
        .with(el("p").with("One side of paper to take along. Your supervisor can write their own score beside yours."))
        .with(el("p").class("buttons").with(print));
    vec![intro.view(), shown].into_any()
}

fn draw(it: SupervisionSheet) -> Element {
    let facts = each(it.facts, |(name, words)| {
        el("div")
            .with(el("dt").with(name))
            .with(el("dd").with(words))
    });
    let rows = each(it.rows, |row| {
        el("tr")
            .with(el("th").attr("scope", "row").with(row.title))
            .with(cell("My score", row.answer))
            .with(cell("Change", row.change))
            .with(
                el("td")
                    .class("to-fill")
                    .attr("data-label", "Supervisor’s score"),
            )
    });
    let table = el("table")
        .class("stacks")
        .with(el("caption").with("The six competencies"))
        .with(el("thead").with(el("tr").with(each(
            [
                "Competency".to_owned(),
                "My score".to_owned(),
                it.since,
                "Supervisor’s score".to_owned(),
            ],
            |words| el("th").attr("scope", "col").with(words),
        ))))
        .with(el("tbody").with(rows));
    let safety: AnyView = if it.safety.is_empty() {
        el("p").with("None is open.").view()
    } else {
        el("ul")
            .class("columns")
            .with(each(it.safety, |words| el("li").with(words)))
            .view()
    };
    let agreed = each(0..4, |_| el("div").class("write-on"));
    let next = match it.next_review.is_empty() {
        true => el("span").class("write-on short").view(),
        false => it.next_review.into_any(),
    };
    el("section")
        .class("sheet")
        .attr("id", "sheet")
        .attr("aria-labelledby", "sheet-title")
        .with(el("h3").attr("id", "sheet-title").with("Supervision sheet"))
        .with(el("p").class("small").with("A self-assessment for development; not an assessment by an employer, not for pay or capability decisions."))
        .with(el("dl").class("sheet-facts").with(facts))
        .with(el("h4").with("Safety topics still open"))
        .with(safety)
        .with(table)
        .with((!it.also.is_empty()).then(|| el("p").class("small").with(it.also)))
        .with(
            el("h4")
                .with("Three things to talk about ")
                .with(el("span").class("aside").with("(this tool’s suggestion; yours come first)")),
        )
        .with(el("ol").with(each(it.talk, |words| el("li").with(words))))
        .with(el("h4").with("What we agreed"))
        .with(agreed)
        .with(el("p").class("next-review").with(el("strong").with("Next review: ")).with(next))
}

//! How the ratings changed.

use leptos::prelude::*;

use super::{Seen, cell, details, h2, head};
use crate::app::results::{MOST_POINTS, capital, history, trend};
use crate::ui::element::{each, el};

pub fn section(seen: &Seen) -> AnyView {
    let mut parts = Vec::new();
    let mut once = Vec::new();
    for competency in &seen.framework.competencies {
        let points = history(seen.document, competency);
        // One rating is no change yet: a line says it.
        let points = match &points[..] {
            [] => continue,
            [only] => {
                let words = only.current_rating.words(seen.framework);
                once.push(el("li").with(format!("{}: {words}, {}", competency.title, only.date)));
                continue;
            }
            all => all,
        };
        let left_out = points.len().saturating_sub(MOST_POINTS);
        let columns = each(&points[left_out..], |point| {
            el("li")
                .with(
                    el("span")
                        .class("column")
                        .attr("data-is", point.current_rating.style_name())
                        .with(el("span").class("fill")),
                )
                .with(el("span").class("is").with(point.current_rating.short()))
                .with(el("span").class("date").with(point.date.clone()))
        });
        let rows = each(points, |point| {
            el("tr")
                .with(el("th").attr("scope", "row").with(point.date.clone()))
                .with(cell(
                    "Your answer",
                    capital(&point.current_rating.words(seen.framework)),
                ))
                .with(cell("Change", capital(&point.change)))
        });
        let table = el("table")
            .class("stacks")
            .with(el("caption").with(format!("{}: every rating", competency.title)))
            .with(head(vec!["Date", "Your answer", "Change"]))
            .with(el("tbody").with(rows));
        let earlier = (left_out > 0).then(|| {
            el("p").class("small").with(format!(
                "The last {MOST_POINTS} of {}. All are in the table.",
                points.len()
            ))
        });
        parts.push(
            el("div")
                .class("flow")
                .with(el("h3").with(competency.title))
                .with(el("p").with(trend(seen.framework, points)))
                .with(
                    el("ol")
                        .class("trend")
                        .attr("aria-hidden", "true")
                        .with(columns),
                )
                .with(earlier)
                .with(details(
                    format!("{} as a table", competency.title),
                    false,
                    table.view(),
                )),
        );
    }
    let begin = (parts.is_empty() && once.is_empty()).then(|| {
        el("p").with("Each rating is kept with its date. Once you have rated a competency, you see here how it changes.")
    });
    let once = (!once.is_empty()).then(|| {
        el("div")
            .class("flow")
            .with(el("h3").with("Rated once"))
            .with(el("ul").with(once))
            .with(el("p").with("Rate one of these again, and you see here how it changed."))
    });
    el("section")
        .class("flow")
        .with(h2("How it changed"))
        .with(begin)
        .with(parts)
        .with(once)
        .view()
}

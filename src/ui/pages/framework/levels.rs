//! Career levels and the pay the framework suggested for them.

use leptos::prelude::AnyView;

use super::{all, fact, paragraphs, place, table};
use crate::app::framework_parts::FrameworkPart;
use crate::domain::framework::model::{Framework, Origin};
use crate::ui::components::form::link;
use crate::ui::element::{Part as _, each, el};

pub fn ladder(framework: &Framework) -> AnyView {
    let item = |part: FrameworkPart| el("li").with(link(part.href(), part.heading()));
    let levels = each(framework.ladder.iter(), |level| {
        let sections = each(level.sections.iter(), |id| {
            let section = framework.section(id.as_str());
            section.map(|section| item(FrameworkPart::Section(section)))
        });
        let competencies = (!level.competencies.is_empty()).then(|| {
            let items = each(level.competencies.iter(), |id| {
                let competency = framework.competency(id.as_str());
                competency.map(|it| item(FrameworkPart::Competency(it)))
            });
            all([
                el("p").with("Assessed competencies:").part(),
                el("ul").with(items).part(),
            ])
        });
        el("li")
            .class("card")
            .with(el("h2").with(level.full_title))
            .with(el("p").with(level.about))
            .with(el("p").with("What it asks for:"))
            .with(el("ul").with(sections))
            .with(competencies)
            .with(fact(
                "When this tool says it is covered: ",
                level.covered_when,
            ))
            .with(el("p").with(format!("Suggested band: {}, or equivalent.", level.band)))
            .with(place(level.source, Origin::Framework))
    });
    all([
        el("p").class("lead").with("The framework suggests five levels. They are a way to see what comes next, not a verdict on anybody.").part(),
        el("p")
            .with("When a level counts as covered is this tool’s own rule where the framework names none: score 3 (Competent) for every level below the last. A level here is no claim to pay. ")
            .with(link(FrameworkPart::Pay.href(), FrameworkPart::Pay.heading()))
            .part(),
        el("ol").class("cards").with(levels).part(),
    ])
}

pub fn pay(framework: &Framework) -> AnyView {
    let pay = &framework.pay;
    let suggested = each(framework.ladder.iter(), |level| {
        el("tr")
            .with(el("th").attr("scope", "row").with(level.title))
            .with(el("td").attr("data-label", "Band").with(level.band))
            .with(el("td").attr("data-label", "Pay a year").with(level.pay))
    });
    let bands = each(pay.bands.iter(), |band| {
        let rows = each(band.rows.iter(), |row| {
            el("tr")
                .with(el("th").attr("scope", "row").with(row.years))
                .with(el("td").with(format!("£{}", row.hourly)))
                .with(el("td").with(pounds(row.annual)))
        });
        table(
            "narrow",
            el("caption").with(format!("Band {}, {}", band.band, pay.year)),
            &["Years", "An hour", "A year"],
            rows,
        )
    });
    all([
        el("div")
            .class("notice caution")
            .with(el("p").with(pay.warning))
            .part(),
        paragraphs(&pay.text),
        table(
            "stacks",
            el("caption").with(format!("What the framework suggested, {}", pay.year)),
            &["Career level", "Band", "Pay a year"],
            suggested,
        )
        .part(),
        el("h2")
            .with(format!("Agenda for Change, {}", pay.year))
            .part(),
        bands,
        place(pay.source, Origin::Framework),
    ])
}

/// "£19,737".
fn pounds(amount: u32) -> String {
    format!("£{},{:03}", amount / 1000, amount % 1000)
}

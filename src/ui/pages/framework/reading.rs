//! Parts that are read from top to bottom.

use leptos::prelude::AnyView;

use super::{all, paragraphs, passage, place, table};
use crate::domain::framework::model::{Framework, Origin, Passage};
use crate::ui::components::external_link;
use crate::ui::element::{Part, each, el};

pub fn passages(all: &[Passage]) -> AnyView {
    each(all, passage)
}

pub fn somerset_model(framework: &Framework) -> AnyView {
    let about = &framework.about;
    all([
        el("h2").with("Four layers of support").part(),
        steps(&about.somerset_model),
        el("h2").with("Why it works this way").part(),
        steps(&about.logic_model),
    ])
}

/// One after the other, with the place of the first.
fn steps(steps: &[Passage]) -> AnyView {
    let items = each(steps, |step| {
        el("li")
            .with(el("strong").with(step.title))
            .with(paragraphs(&step.text))
    });
    let first = steps.first();
    all([
        el("ol").class("flow").with(items).part(),
        first
            .map(|step| place(step.source, Origin::Framework))
            .part(),
    ])
}

pub fn scale(framework: &Framework) -> AnyView {
    let rows = each(framework.scale.levels.iter(), |level| {
        el("tr")
            .with(
                el("th")
                    .attr("scope", "row")
                    .with(format!("{} – {}", level.score, level.name)),
            )
            .with(el("td").with(level.descriptor))
    });
    let prompts = each(framework.scale.prompts.iter(), |it| {
        el("section")
            .class("flow")
            .with(el("h3").with(it.title))
            .with(paragraphs(&it.text))
            .with(place(it.source, it.origin))
    });
    all([
        table(
            "stacks",
            el("caption").with("The six scores"),
            &["Score", "What it means"],
            rows,
        )
        .part(),
        place("Section 7, Table 2", Origin::Framework),
        passages(&framework.scale.how_to_score),
        el("h2").with("Two questions to ask yourself").part(),
        prompts,
    ])
}

pub fn references(framework: &Framework) -> AnyView {
    let rows = each(framework.references.iter(), |reference| {
        let link = reference
            .resource
            .as_ref()
            .and_then(|id| framework.resource(id.as_str()))
            .and_then(|resource| resource.addresses.first())
            .map(|address| external_link(address.url, "Find it"));
        let mut of = format!(". {}", reference.provider);
        if let Some(date) = reference.date {
            of += &format!(", {date}");
        }
        el("li")
            .with(el("strong").with(reference.title))
            .with(of + ". ")
            .with(link)
    });
    all([
        el("p").with("The draft national framework for link workers (Appendix 2) was made from these documents. It informed the Somerset framework; it asks nothing of you.").part(),
        el("ol").class("flow").with(rows).part(),
        el("p").class("small soft").with("Addresses are as listed in March 2021. They have not been checked since.").part(),
    ])
}

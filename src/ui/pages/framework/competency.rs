//! One of the six assessed competencies: features, interactions, rubric.

use leptos::prelude::AnyView;

use super::{all, names, place, table};
use crate::app::framework_parts::FrameworkPart;
use crate::domain::framework::model::{Competency, Framework, Origin, Target};
use crate::ui::components::form::link;
use crate::ui::element::{Part as _, each, el};
use crate::ui::pages::resources::helped_by;

pub fn body(framework: &Framework, it: &Competency) -> AnyView {
    let level = framework.ladder.iter().find(|l| l.id == it.level);
    let rows = each(it.statements.iter().rev(), |statement| {
        let name = framework
            .scale
            .levels
            .iter()
            .find(|l| l.score == statement.score)
            .map_or("", |l| l.name);
        el("tr")
            .with(
                el("th")
                    .attr("scope", "row")
                    .with(format!("{} – {name}", statement.score)),
            )
            .with(el("td").with(statement.text))
    });
    all([
        el("p").class("lead").with(it.summary).part(),
        level
            .map(|level| {
                el("p")
                    .with("First assessed at: ")
                    .with(link(FrameworkPart::Ladder.href(), level.title))
                    .with(format!(" ({}).", level.training))
            })
            .part(),
        el("h2").with("Key features").part(),
        el("p").with("What can be seen in a conversation.").part(),
        el("ul")
            .with(each(it.features.iter(), |feature| {
                el("li").with(feature.text)
            }))
            .part(),
        el("h2").with("What it looks like in a conversation").part(),
        names(&it.interactions),
        el("h2").with("The six scores").part(),
        el("p")
            .with("What a worker would say of their own practice at each score. ")
            .with(link(FrameworkPart::Scale.href(), "How to score"))
            .part(),
        table(
            "stacks",
            el("caption")
                .class("visually-hidden")
                .with(format!("{}: the six scores", it.title)),
            &["Score", "In your words"],
            rows,
        )
        .part(),
        place(it.source, Origin::Framework),
        el("h2").with("Training that helps").part(),
        el("p")
            .with("Training helps with a skill; practice and rating again are what closes it.")
            .part(),
        helped_by(framework, &Target::Competency(it.id.clone())).part(),
    ])
}

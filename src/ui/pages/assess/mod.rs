//! `#/assess`: the competencies to rate, each with its status; and the page
//! of each one.

mod earlier;
mod evidence;
mod rating;

use leptos::prelude::*;

pub use rating::page as competency_page;

use super::title;
use crate::app::assess;
use crate::domain::document::Document;
use crate::domain::framework::bundled;
use crate::domain::framework::model::Competency;
use crate::domain::ladder::Bearing;
use crate::ui::components::form::link;
use crate::ui::element::{Element, each, el};
use crate::ui::session::Keeper;

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || keeper.look(|document| list(document, &heading)))
}

fn list(document: &Document, heading: &str) -> AnyView {
    let groups = assess::groups(bundled(), document);
    let bearing = Bearing::of(bundled(), document);
    let level = bearing.aim.title;
    let whose = if bearing.aim_chosen {
        format!("These are the ones for the level you aim for, {level}. ")
    } else {
        format!(
            "You have not chosen the level you aim for. This tool supposes {level}, and these are the ones for it. "
        )
    };
    let change = if bearing.aim_chosen {
        "Change my aim"
    } else {
        "Choose my aim"
    };
    let now = if groups.now.is_empty() {
        el("p").with("The level you aim for does not look at any of the six yet. You can rate ahead if you like.")
    } else {
        competencies(document, &groups.now)
    };
    let later = (!groups.later.is_empty()).then(|| {
        el("details")
            .flag("open", groups.now.is_empty())
            .with(el("summary").with(format!("Later ({})", groups.later.len())))
            .with(el("p").with(
                "They belong to levels above. You can rate them whenever you like; nothing is expected.",
            ))
            .with(competencies(document, &groups.later))
    });
    el("div")
        .class("flow")
        .with(title(heading))
        .with(el("p").class("lead").with(
            "Look at two or three recent conversations, one competency at a time. It takes about five minutes each, and only you see it.",
        ))
        .with(
            el("p")
                .with(whose)
                .with(link("#/about-you", change)),
        )
        .with(now)
        .with(later)
        .with(
            el("p")
                .with(link("#/plan", "Go to my training plan"))
                .with(" It is made from what you have answered so far."),
        )
        .view()
}

fn competencies(document: &Document, list: &[&Competency]) -> Element {
    el("ul").class("tasks").with(each(list, |competency| {
        el("li")
            .with(link(
                format!("#/assess/{}", competency.id),
                competency.title,
            ))
            .with(
                el("span")
                    .class("status")
                    .with(assess::status(bundled(), document, competency)),
            )
            .with(el("span").class("about").with(competency.summary))
    }))
}

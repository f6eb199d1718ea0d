//! `#/topics` and `#/topics/{section}`: where a worker is with induction,
//! knowledge and skills.

mod card;
mod mark;
mod section;

use leptos::prelude::*;

use super::title;
use crate::app::route::Route;
use crate::app::topics::{SectionGroup, groups, progress};
use crate::app::words;
use crate::domain::document::Document;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Section, Topic};
use crate::domain::ladder::Bearing;
use crate::ui::components::form::link;
use crate::ui::element::{Element, each, el};
use crate::ui::session::Keeper;

pub use section::page as section_page;

/// All sections, with how far each is.
pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || keeper.look(|document| all(&heading, document)))
}

fn all(heading: &str, document: &Document) -> AnyView {
    let framework = bundled();
    let bearing = Bearing::of(framework, document);
    let groups = groups(framework, &bearing);
    el("div")
        .class("flow")
        .with(title(heading))
        .with(
            el("p")
                .class("lead")
                .with("Say where you are with each topic. What you leave out stays unanswered: nothing is guessed."),
        )
        .with(shown_for(&bearing))
        .with(each(&groups, |it| group(it, &bearing, document)))
        .view()
}

/// Whom the page is shown for, and where to change it.
fn shown_for(bearing: &Bearing) -> Element {
    let chosen = bearing.role_chosen && bearing.aim_chosen;
    let (remark, change) = if chosen {
        ("", "Change my role or aim")
    } else {
        (
            "This is where the tool starts until you choose. ",
            "Choose my role and aim",
        )
    };
    el("p")
        .with("Shown for: ")
        .with(el("strong").with(format!(
            "{}, aiming for {}",
            bearing.role.title, bearing.aim.title
        )))
        .with(". ")
        .with(remark)
        .with(link(Route::AboutYou.href(), change))
}

fn group(group: &SectionGroup<'static>, bearing: &Bearing, document: &Document) -> AnyView {
    let about = (!group.about.is_empty()).then(|| el("p").with(group.about));
    let sections = el("ul")
        .class("ways")
        .with(each(&group.sections, |section| {
            row(section, bearing, document)
        }));
    let heading = el("h2").with(group.heading);
    if group.closed {
        let count = words::count(group.sections.len(), "list", "lists");
        return vec![
            heading,
            about.unwrap_or_else(|| el("p")),
            el("details")
                .class("more")
                .with(
                    el("summary")
                        .with(format!("Show {count}"))
                        .with(super::answering::unseen(format!(": {}", group.heading))),
                )
                .with(sections),
        ]
        .into_iter()
        .map(Element::view)
        .collect::<Vec<AnyView>>()
        .into_any();
    }
    let mut parts = vec![heading];
    parts.extend(about);
    parts.push(sections);
    parts
        .into_iter()
        .map(Element::view)
        .collect::<Vec<AnyView>>()
        .into_any()
}

fn row(section: &'static Section, bearing: &Bearing, document: &Document) -> Element {
    let framework = bundled();
    let topics: Vec<&Topic> = framework.topics_of(section).collect();
    let level = section
        .level
        .as_ref()
        .and_then(|id| framework.ladder.iter().find(|level| level.id == *id))
        .map(|level| format!("For {}. ", level.title));
    let others = !section.roles.is_empty() && !section.roles.contains(&bearing.role.id);
    el("li")
        .with(link(
            Route::TopicsSection(section.id.clone()).href(),
            section.title,
        ))
        .with(
            el("span")
                .with(level)
                .with(format!("{}.", progress(document, section, &topics)))
                .with(others.then_some(" Written for link workers.")),
        )
}

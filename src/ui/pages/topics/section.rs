//! One section: every topic with its answer.

use leptos::prelude::*;

use super::super::title;
use super::{card, mark};
use crate::app::route::Route;
use crate::app::topics::{groups, neighbours, progress};
use crate::app::words;
use crate::domain::document::Document;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Section, Topic};
use crate::domain::ids::SectionId;
use crate::domain::ladder::Bearing;
use crate::ui::components::form::link;
use crate::ui::element::{Element, each, el, live};
use crate::ui::pages::own_words;
use crate::ui::session::Keeper;

/// The page of a section the framework has.
pub fn page(heading: String, id: &SectionId) -> AnyView {
    let keeper = expect_context::<Keeper>();
    let Some(section) = bundled().section(id.as_str()) else {
        return super::super::not_found();
    };
    mark::forget();
    keeper.page(move || keeper.look(|document| whole(keeper, &heading, section, document)))
}

fn whole(keeper: Keeper, heading: &str, section: &'static Section, document: &Document) -> AnyView {
    let framework = bundled();
    let topics: Vec<&'static Topic> = framework.topics_of(section).collect();
    let parts: Vec<&[&'static Topic]> = topics.chunk_by(|a, b| a.group == b.group).collect();
    let grouped = parts.len() > 1;
    let mut place = 0;
    let lists = each(parts, |part| {
        place += 1;
        let count = words::count(part.len(), "topic", "topics");
        let head = match part[0].group {
            Some(group) => el("h2").with(group),
            None => el("h2").class("visually-hidden").with(count),
        };
        let mut shown = vec![head.view()];
        if let Some(group) = part[0].group.filter(|_| grouped) {
            shown.push(counts(keeper, section, part.to_vec()));
            shown.push(mark::all(keeper, section, place, group, part.to_vec()));
        }
        let cards = each(part, |topic| card::topic(keeper, section, topic, document));
        shown.push(el("ul").class("cards").with(cards).view());
        shown.into_any()
    });
    let all_of_it = if grouped {
        "the whole section"
    } else {
        "this section"
    };
    el("div")
        .class("flow")
        .with(crumb())
        .with(title(heading))
        .with(each(section.text, |text| el("p").with(*text)))
        .with(own_words(section.own.iter().copied()))
        .with(
            el("p").with(link(
                Route::FrameworkPart(section.id.to_string()).href(),
                "Read how this is learned, and find training for it",
            )),
        )
        .with(
            el("p").with("Choose what is true today. Leave out what you are not sure of: you can come back, and no answer is a wrong one."),
        )
        .with(counts(keeper, section, topics.clone()))
        .with(mark::all(keeper, section, 0, all_of_it, topics))
        .with(lists)
        .with(ways_on(document, section))
        .view()
}

fn crumb() -> Element {
    el("p").class("crumb").with(link(
        Route::Topics.href(),
        "Induction, knowledge and skills",
    ))
}

/// How far these topics are, always as it is now.
fn counts(keeper: Keeper, section: &'static Section, topics: Vec<&'static Topic>) -> AnyView {
    el("p")
        .class("progress")
        .with(live(move || {
            let words = keeper.read(|document| progress(document, section, &topics));
            format!("{words}.")
        }))
        .view()
}

/// The sections before and after.
fn ways_on(document: &Document, section: &Section) -> Element {
    let framework = bundled();
    let (before, after) = neighbours(
        &groups(framework, &Bearing::of(framework, document)),
        section,
    );
    let to = |label: &'static str, section: &'static Section| {
        el("li").with(label).with(link(
            Route::TopicsSection(section.id.clone()).href(),
            section.title,
        ))
    };
    el("nav").attr("aria-label", "Sections").with(
        el("ul")
            .class("ways-on")
            .with(after.map(|it| to("Next: ", it)))
            .with(before.map(|it| to("Previous: ", it)))
            .with(el("li").with(link(Route::Topics.href(), "All sections"))),
    )
}

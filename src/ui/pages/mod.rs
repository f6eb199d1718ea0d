//! One file or folder a route.

mod about_you;
mod answering;
mod assess;
pub mod framework;
#[cfg(feature = "gallery")]
mod gallery;
mod handover;
mod home;
mod plan;
mod plan_read;
mod privacy;
mod requirements;
pub mod resources;
mod results;
mod statements;
mod topics;
mod your_data;

use leptos::prelude::AnyView;

use crate::app::framework_parts::Part;
use crate::app::route::Route;
use crate::app::words;
use crate::domain::framework::bundled;
use crate::ui::components::{Button, Tone, notice};
use crate::ui::element::{Element, each, el};

/// The heading of a route's page, and its window's title.
pub fn heading(route: &Route) -> String {
    let fixed = match route {
        Route::Home => "Your own practice, your own plan",
        Route::AboutYou => "About you",
        Route::Assess => "Rate your practice",
        Route::Topics => "Induction, knowledge and skills",
        Route::Requirements => "What your role requires",
        Route::Results => "Where you stand",
        Route::Plan => "Your training plan",
        Route::Resources => "Training resources",
        Route::Framework => "The framework",
        Route::YourData => "Your data",
        Route::Privacy => "Privacy",
        Route::Accessibility => "Accessibility",
        Route::Review => "Review somebody’s plan",
        Route::Team => "What a team needs",
        #[cfg(feature = "gallery")]
        Route::Gallery => "Gallery",
        Route::NotFound => NOT_FOUND,
        Route::AssessCompetency(id) => bundled()
            .competency(id.as_str())
            .map_or(NOT_FOUND, |c| c.title),
        Route::TopicsSection(id) => bundled()
            .section(id.as_str())
            .map_or(NOT_FOUND, |s| s.title),
        Route::Resource(id) => bundled()
            .resource(id.as_str())
            .map_or(NOT_FOUND, |_| "Training resources"),
        Route::FrameworkPart(slug) => {
            Part::find(bundled(), slug).map_or(NOT_FOUND, |part| part.heading())
        }
    };
    fixed.to_owned()
}

const NOT_FOUND: &str = "Page not found";

/// The id of the element an address points at within its page.
pub fn arrive_at(route: &Route) -> Option<String> {
    match route {
        Route::Resource(id) => Some(resources::element_id(id)),
        Route::FrameworkPart(slug) => {
            let topic = bundled().topic(slug)?;
            Some(framework::topic_element_id(&topic.id))
        }
        _ => None,
    }
}

/// Draws a route's page.
pub fn draw(route: Route) -> AnyView {
    let heading = heading(&route);
    if heading == NOT_FOUND {
        return not_found();
    }
    if !route.is_built() {
        return not_built_yet(heading);
    }
    match route {
        Route::Home => home::page(heading),
        Route::AboutYou => about_you::page(heading),
        Route::Assess => assess::page(heading),
        Route::AssessCompetency(id) => {
            let competency = bundled().competency(id.as_str());
            competency.map_or_else(not_found, assess::competency_page)
        }
        Route::Framework => framework::contents_page(heading),
        Route::FrameworkPart(slug) => framework::part_page(&slug).unwrap_or_else(not_found),
        Route::Resources => resources::page(heading, None),
        Route::Resource(id) => resources::page(heading, Some(id)),
        Route::Topics => topics::page(heading),
        Route::TopicsSection(id) => topics::section_page(heading, &id),
        Route::Requirements => requirements::page(heading),
        Route::Results => results::page(heading),
        Route::Plan => plan::page(heading),
        Route::YourData => your_data::page(heading),
        Route::Privacy => privacy::page(heading),
        Route::Accessibility => statements::accessibility(heading),
        #[cfg(feature = "gallery")]
        Route::Gallery => gallery::page(heading),
        _ => not_found(),
    }
}

/// Instead of a page whose words are still on their way, or did not arrive.
pub fn awaiting(failed: bool, again: Box<dyn Fn()>) -> AnyView {
    if failed {
        let press = Button {
            label: "Try again".to_owned(),
            press: again,
        };
        return notice(
            Tone::Error,
            "This page could not be loaded. Check your connection and try again. Nothing of yours has changed.".to_owned(),
            Vec::new(),
            vec![press],
        )
        .view();
    }
    el("p")
        .attr("role", "status")
        .with("Loading the framework …")
        .view()
}

fn not_found() -> AnyView {
    dead_end(
        NOT_FOUND,
        "There is no page at this address. If you typed it, check it; if you followed a link, the page may have a new name. Nothing of yours has changed.",
    )
}

fn not_built_yet(heading: String) -> AnyView {
    dead_end(&heading, "This page is not built yet.")
}

/// A page that only says why it is empty, with ways on.
fn dead_end(heading: &str, why: &'static str) -> AnyView {
    let ways = [
        ("#/", "Go to the first page"),
        ("#/framework", "Read the framework"),
        ("#/resources", "Find training"),
    ];
    el("div")
        .class("flow")
        .with(title(heading))
        .with(el("p").with(why))
        .with(el("ul").with(each(ways, |(href, words)| {
            el("li").with(el("a").attr("href", href).with(words))
        })))
        .view()
}

/// What this tool adds to the framework's words, marked as its own.
pub fn own_words(texts: impl IntoIterator<Item = &'static str>) -> AnyView {
    each(texts, |text| {
        el("p")
            .with(el("span").class("tag own").with(words::OWN))
            .with(" ")
            .with(text)
    })
}

/// The one main heading of a page; the focus comes here.
pub fn title(heading: &str) -> Element {
    el("h1")
        .class("page-title")
        .attr("tabindex", "-1")
        .with(heading.to_owned())
}

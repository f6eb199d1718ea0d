//! One file or folder a route.

pub mod framework;
#[cfg(feature = "gallery")]
mod gallery;
pub mod resources;
mod statements;
mod your_data;

use leptos::prelude::*;

use crate::app::framework_parts::Part;
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::ui::session::Keeper;

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
pub fn draw(route: Route, keeper: Keeper, search: resources::Search) -> AnyView {
    let heading = heading(&route);
    if heading == NOT_FOUND {
        return not_found();
    }
    if !route.is_built() {
        return not_built_yet(heading);
    }
    match route {
        // The first words stand in index.html and are shown as they are.
        Route::Home => ().into_any(),
        Route::Framework => framework::contents_page(heading),
        Route::FrameworkPart(slug) => framework::part_page(&slug).unwrap_or_else(not_found),
        Route::Resources => resources::page(heading, None, search),
        Route::Resource(id) => resources::page(heading, Some(id), search),
        Route::YourData => your_data::page(heading, keeper),
        Route::Privacy => statements::privacy(heading),
        Route::Accessibility => statements::accessibility(heading),
        #[cfg(feature = "gallery")]
        Route::Gallery => gallery::page(heading),
        _ => not_found(),
    }
}

fn not_found() -> AnyView {
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{NOT_FOUND}</h1>
            <p>"There is no page at this address. If you typed it, check it; if you followed a link, the page may have a new name. Nothing of yours has changed."</p>
            <ul>
                <li><a href="#/">"Go to the first page"</a></li>
                <li><a href="#/framework">"Read the framework"</a></li>
                <li><a href="#/resources">"Find training"</a></li>
            </ul>
        </div>
    }
    .into_any()
}

fn not_built_yet(heading: String) -> AnyView {
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p>"This page is not built yet."</p>
            <ul>
                <li><a href="#/framework">"Read the framework"</a></li>
                <li><a href="#/resources">"Find training"</a></li>
            </ul>
        </div>
    }
    .into_any()
}

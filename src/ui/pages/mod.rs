//! One file or folder a route.

mod about_you;
mod answering;
mod assess;
mod copy_button;
pub mod export;
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

use leptos::prelude::*;

pub use resources::Search;

use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::ui::element::{Element, el};
use crate::ui::parts::Page;

/// The page of a route without parts.
fn page_of(route: Route, view: AnyView) -> Option<Page> {
    Some(Page {
        heading: route.heading().to_owned(),
        points_at: None,
        view,
    })
}

fn named(heading: &str, points_at: Option<String>, view: AnyView) -> Option<Page> {
    Some(Page {
        heading: heading.to_owned(),
        points_at,
        view,
    })
}

/// `#/`, for somebody who comes back.
pub fn home(route: Route) -> Option<Page> {
    page_of(route, view! { <home::Home/> }.into_any())
}

/// `#/about-you`.
pub fn about_you(route: Route) -> Option<Page> {
    let view = about_you::page(route.heading().to_owned());
    page_of(route, view)
}

/// `#/assess` and `#/assess/{competency}`.
pub fn assess(route: Route) -> Option<Page> {
    match route {
        Route::AssessCompetency(id) => {
            let competency = bundled().competency(id.as_str())?;
            named(competency.title, None, assess::competency_page(competency))
        }
        route => {
            let view = assess::page(route.heading().to_owned());
            page_of(route, view)
        }
    }
}

/// `#/topics` and `#/topics/{section}`.
pub fn topics(route: Route) -> Option<Page> {
    match route {
        Route::TopicsSection(id) => {
            let section = bundled().section(id.as_str())?;
            let view = topics::section_page(section.title.to_owned(), &id);
            named(section.title, None, view)
        }
        route => {
            let view = topics::page(route.heading().to_owned());
            page_of(route, view)
        }
    }
}

/// `#/requirements`.
pub fn requirements(route: Route) -> Option<Page> {
    let view = requirements::page(route.heading().to_owned());
    page_of(route, view)
}

/// `#/results`.
pub fn results(route: Route) -> Option<Page> {
    let view = results::page(route.heading().to_owned());
    page_of(route, view)
}

/// `#/plan`.
pub fn plan(route: Route) -> Option<Page> {
    page_of(route, view! { <plan::PlanPage/> }.into_any())
}

/// `#/resources`, also opened at one of them.
pub fn resources(route: Route) -> Option<Page> {
    let heading = route.heading();
    let opened = match route {
        Route::Resource(id) => {
            bundled().resource(id.as_str())?;
            Some(id)
        }
        _ => None,
    };
    let points_at = opened.as_ref().map(resources::element_id);
    let view = resources::page(heading.to_owned(), opened);
    named(heading, points_at, view)
}

/// `#/framework` and `#/framework/{part}`.
pub fn framework(route: Route) -> Option<Page> {
    match route {
        Route::FrameworkPart(slug) => {
            let part = crate::app::framework_parts::Part::find(bundled(), &slug)?;
            let points_at = bundled()
                .topic(&slug)
                .map(|topic| framework::topic_element_id(&topic.id));
            named(part.heading(), points_at, framework::part_page(&slug)?)
        }
        route => {
            let view = framework::contents_page(route.heading().to_owned());
            page_of(route, view)
        }
    }
}

/// `#/your-data`.
pub fn your_data(route: Route) -> Option<Page> {
    let view = your_data::page(route.heading().to_owned());
    page_of(route, view)
}

/// `#/privacy` and `#/accessibility`.
pub fn statements(route: Route) -> Option<Page> {
    let heading = route.heading().to_owned();
    let view = match route {
        Route::Privacy => privacy::page(heading),
        _ => statements::accessibility(heading),
    };
    page_of(route, view)
}

/// `#/gallery`.
#[cfg(feature = "gallery")]
pub fn gallery(route: Route) -> Option<Page> {
    let view = gallery::page(route.heading().to_owned());
    page_of(route, view)
}

/// The one main heading of a page; the focus comes here.
#[component]
fn PageTitle(children: Children) -> impl IntoView {
    view! { <h1 class="page-title" tabindex="-1">{children()}</h1> }
}

/// The one main heading of a page; the focus comes here.
pub fn title(heading: &str) -> Element {
    el("h1")
        .class("page-title")
        .attr("tabindex", "-1")
        .with(heading.to_owned())
}

/// Stands where nothing is to be shown; pages ask before.
pub fn not_found() -> AnyView {
    crate::ui::element::nothing()
}

//! One file or folder a route.

mod about_you;
mod answering;
mod asked_link;
mod assess;
mod copy_button;
pub mod export;
pub mod framework;
#[cfg(feature = "gallery")]
mod gallery;
mod home;
mod own_words;
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

pub use own_words::{Described, OwnView, OwnWords};
pub use plan::{Opened, PlanState, draw as plan_opened};
pub use resources::Search;

use crate::app::route::Route;
use crate::domain::framework::bundled;
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
    page_of(route, view! { <about_you::AboutYou/> }.into_any())
}

/// `#/assess` and `#/assess/{competency}`.
pub fn assess(route: Route) -> Option<Page> {
    match route {
        Route::AssessCompetency(id) => {
            let competency = bundled().competency(id.as_str())?;
            let view = view! { <assess::RateCompetency competency/> }.into_any();
            named(competency.title, None, view)
        }
        route => page_of(route, view! { <assess::Assess/> }.into_any()),
    }
}

/// `#/topics` and `#/topics/{section}`.
pub fn topics(route: Route) -> Option<Page> {
    match route {
        Route::TopicsSection(id) => {
            let section = bundled().section(id.as_str())?;
            let view = view! { <topics::SectionPage section/> }.into_any();
            named(section.title, None, view)
        }
        route => page_of(route, view! { <topics::Topics/> }.into_any()),
    }
}

/// `#/requirements`.
pub fn requirements(route: Route) -> Option<Page> {
    page_of(route, view! { <requirements::Requirements/> }.into_any())
}

/// `#/results`.
pub fn results(route: Route) -> Option<Page> {
    page_of(route, view! { <results::Results/> }.into_any())
}

/// `#/plan`.
pub fn plan(route: Route) -> Option<Page> {
    page_of(route, view! { <plan::TrainingPlan/> }.into_any())
}

/// `#/resources`, also opened at one of them.
pub fn resources(route: Route) -> Option<Page> {
    let heading = route.heading();
    let opened = match route {
        Route::Resource(id) => {
            let mut all = bundled().resources.iter();
            Some((all.position(|it| it.id == id)?, id))
        }
        _ => None,
    };
    let points_at = opened.as_ref().map(|(_, id)| resources::element_id(id));
    let opened = opened.map(|(place, _)| place);
    let view = view! { <resources::Resources opened/> }.into_any();
    named(heading, points_at, view)
}

/// `#/framework` and `#/framework/{part}`.
pub fn framework(route: Route) -> Option<Page> {
    match route {
        Route::FrameworkPart(slug) => {
            let part = crate::app::framework_parts::FrameworkPart::find(bundled(), &slug)?;
            let points_at = bundled()
                .topic(&slug)
                .map(|topic| framework::topic_element_id(&topic.id));
            let view = view! { <framework::PartPage part/> }.into_any();
            named(part.heading(), points_at, view)
        }
        route => page_of(route, view! { <framework::Contents/> }.into_any()),
    }
}

/// `#/your-data`.
pub fn your_data(route: Route) -> Option<Page> {
    page_of(route, view! { <your_data::YourDataPage/> }.into_any())
}

/// The backup as text, on the page "Your data".
pub fn backup_text() -> AnyView {
    view! { <your_data::BackupText/> }.into_any()
}

/// `#/privacy` and `#/accessibility`.
pub fn statements(route: Route) -> Option<Page> {
    let view = match route {
        Route::Privacy => view! { <privacy::Privacy/> }.into_any(),
        _ => view! { <statements::Accessibility/> }.into_any(),
    };
    page_of(route, view)
}

/// `#/gallery`.
#[cfg(feature = "gallery")]
pub fn gallery(route: Route) -> Option<Page> {
    page_of(route, view! { <gallery::Gallery/> }.into_any())
}

/// The one main heading of a page; the focus comes here.
#[component]
fn PageTitle(children: Children) -> impl IntoView {
    view! { <h1 class="page-title" tabindex="-1">{children()}</h1> }
}

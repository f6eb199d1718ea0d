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
mod local;
mod own_words;
mod plan;
mod plan_read;
mod privacy;
mod requirements;
pub mod resources;
mod results;
mod review;
mod statements;
mod team;
mod topics;
mod your_data;

use leptos::prelude::*;

pub use assess::RatingState;
pub use local::Draft as PackDraft;
pub use own_words::{Described, HostNotes, OwnView, OwnWords};
pub use plan::{Opened, PlanState, draw as plan_opened};
pub use resources::Search;
pub use review::{Opened as OpenedReview, draw as review_opened};

use crate::app::route::Route;
use crate::app::team::FilesRead;
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

/// `#/assess`.
pub fn assess(route: Route) -> Option<Page> {
    page_of(route, view! { <assess::Assess/> }.into_any())
}

/// `#/assess/{competency}`.
pub fn rate(route: Route) -> Option<Page> {
    let Route::AssessCompetency(id) = route else {
        return None;
    };
    let competency = bundled().competency(id.as_str())?;
    let view = view! { <assess::RateCompetency competency/> }.into_any();
    named(competency.title, None, view)
}

/// `#/topics`.
pub fn topics(route: Route) -> Option<Page> {
    page_of(route, view! { <topics::Topics/> }.into_any())
}

/// `#/topics/{section}`.
pub fn topics_section(route: Route) -> Option<Page> {
    let Route::TopicsSection(id) = route else {
        return None;
    };
    let section = bundled().section(id.as_str())?;
    let view = view! { <topics::SectionPage section/> }.into_any();
    named(section.title, None, view)
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

/// `#/framework`.
pub fn framework(route: Route) -> Option<Page> {
    page_of(route, view! { <framework::Contents/> }.into_any())
}

/// `#/framework/{part}`.
pub fn framework_part(route: Route) -> Option<Page> {
    let Route::FrameworkPart(slug) = route else {
        return None;
    };
    let part = crate::app::framework_parts::FrameworkPart::find(bundled(), &slug)?;
    let points_at = bundled()
        .topic(&slug)
        .map(|topic| framework::topic_element_id(&topic.id));
    let view = view! { <framework::PartPage part/> }.into_any();
    named(part.heading(), points_at, view)
}

/// `#/your-data`.
pub fn your_data(route: Route) -> Option<Page> {
    page_of(route, view! { <your_data::YourDataPage/> }.into_any())
}

/// `#/review`.
pub fn review(route: Route) -> Option<Page> {
    page_of(route, view! { <review::ReviewPage/> }.into_any())
}

/// What stands below on the page of the plan.
pub fn plan_below(state: PlanState) -> AnyView {
    view! { <plan::Below state/> }.into_any()
}

/// What stands below on the page of one competency.
pub fn rate_below(state: RatingState) -> AnyView {
    view! { <assess::Below state/> }.into_any()
}

/// What readers of the plan sent back, on the page of where you stand.
pub fn results_reviews() -> AnyView {
    view! { <results::Reviews/> }.into_any()
}

/// What stands below where you stand.
pub fn results_below() -> AnyView {
    view! { <results::Below/> }.into_any()
}

/// `#/team`.
pub fn team(route: Route) -> Option<Page> {
    page_of(route, view! { <team::TeamPage/> }.into_any())
}

/// What is told of a team, on the page `#/team`.
pub fn team_figures(files: RwSignal<FilesRead>) -> AnyView {
    view! { <team::Told files/> }.into_any()
}

/// `#/local`.
pub fn local(route: Route) -> Option<Page> {
    page_of(route, view! { <local::LocalPage/> }.into_any())
}

/// The form of a local pack, on the page `#/local`.
pub fn local_form(draft: PackDraft) -> AnyView {
    view! { <local::Below draft/> }.into_any()
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

//! The parts the program is loaded in. The first part has the frame and the
//! route; everything named here is behind a seam of Leptos' splitter and is
//! asked for when a route needs it. What several parts share is sent once.

use leptos::prelude::*;
pub use leptos::wasm_split::SplitLoaderError;
use leptos::wasm_split::wasm_split;

use super::local_pack;
use super::pages::{self, Opened, OpenedReview, PackDraft, PlanState, RatingState};
use super::requests;
use super::session::{self, SessionContext};
use crate::app::handover::Format;
use crate::app::review::ReaderPage;
use crate::app::route::Route;
use crate::app::session::{Effect, Event, Session, StepContext};
use crate::app::team::FilesRead;
use crate::domain::document::ClockReading;

/// A page that has been drawn.
pub struct Page {
    /// What its `h1` says; the window's title.
    pub heading: String,
    /// The id of what the address points at within the page, if not all of it.
    pub points_at: Option<String>,
    pub view: AnyView,
}

/// Draws the page of a route; nothing where the framework has no such thing.
/// A plain function, so that the part that has it need not be named elsewhere.
pub type DrawPage = fn(Route) -> Option<Page>;

/// Begins the session; the second draws the messages of every page.
pub type BeginSession = fn() -> SessionContext;

/// Takes what the host of the site adds.
pub type TakePack = fn();

/// Carries out what somebody asked the session for.
pub type CarryOut = fn(&mut Session, Event, &StepContext) -> Vec<Effect>;

/// Draws what is opened on the page of the plan.
pub type DrawOpened = fn(PlanState, Opened) -> AnyView;

/// Draws what stands below the plan's actions.
pub type DrawBelowPlan = fn(PlanState) -> AnyView;

/// Draws what stands below on the page of one competency.
pub type DrawBelowRating = fn(RatingState) -> AnyView;

/// Draws somebody's plan, once one is open, and what its reader says.
pub type DrawReview = fn(Memo<Option<ReaderPage>>, OpenedReview) -> AnyView;

/// Draws what is told of a team, once its files are read.
pub type DrawTeam = fn(RwSignal<FilesRead>) -> AnyView;

/// Draws the form of a local pack.
pub type DrawLocal = fn(PackDraft) -> AnyView;

/// Draws a part of a page that comes after the rest of it.
pub type DrawHere = fn() -> AnyView;

/// Writes rows of `domain::export` as the bytes of a file for another program.
pub type ExportFile = fn(Format, &[String], ClockReading) -> Vec<u8>;

/// Each function is a part of its own: its body and what only it needs travel
/// apart, and calling it loads them first.
macro_rules! parts {
    ($($part:ident, $preload:ident: $kind:ty = $function:path;)+) => {
        $(
            #[wasm_split($part, fallible, wasm_split_path = leptos::wasm_split, preload($preload))]
            fn $part() -> Result<$kind, SplitLoaderError> {
                Ok($function)
            }
        )+
    };
}

parts! {
    part_session, load_session: BeginSession = session::begin;
    part_requests, load_requests: CarryOut = requests::carry_out;
    part_local_pack, load_local_pack: TakePack = local_pack::take;
    part_home, load_home: DrawPage = pages::home;
    part_about_you, load_about_you: DrawPage = pages::about_you;
    part_assess, load_assess: DrawPage = pages::assess;
    part_rate, load_rate: DrawPage = pages::rate;
    part_rate_below, load_rate_below: DrawBelowRating = pages::rate_below;
    part_topics, load_topics: DrawPage = pages::topics;
    part_topics_section, load_topics_section: DrawPage = pages::topics_section;
    part_requirements, load_requirements: DrawPage = pages::requirements;
    part_results, load_results: DrawPage = pages::results;
    part_plan, load_plan: DrawPage = pages::plan;
    part_resources, load_resources: DrawPage = pages::resources;
    part_framework, load_framework: DrawPage = pages::framework;
    part_framework_part, load_framework_part: DrawPage = pages::framework_part;
    part_your_data, load_your_data: DrawPage = pages::your_data;
    part_review, load_review: DrawPage = pages::review;
    part_review_opened, load_review_opened: DrawReview = pages::review_opened;
    part_team, load_team: DrawPage = pages::team;
    part_team_figures, load_team_figures: DrawTeam = pages::team_figures;
    part_local, load_local: DrawPage = pages::local;
    part_local_form, load_local_form: DrawLocal = pages::local_form;
    part_statements, load_statements: DrawPage = pages::statements;
    part_plan_opened, load_plan_opened: DrawOpened = pages::plan_opened;
    part_plan_below, load_plan_below: DrawBelowPlan = pages::plan_below;
    part_results_reviews, load_results_reviews: DrawHere = pages::results_reviews;
    part_results_below, load_results_below: DrawHere = pages::results_below;
    part_backup_text, load_backup_text: DrawHere = pages::backup_text;
    part_export, load_export: ExportFile = pages::export::write;
}

#[cfg(feature = "gallery")]
parts! {
    part_gallery, load_gallery: DrawPage = pages::gallery;
}

/// The session's part.
pub async fn session() -> Result<BeginSession, SplitLoaderError> {
    part_session().await
}

/// The part that carries out what is asked of the session.
pub async fn requests() -> Result<CarryOut, SplitLoaderError> {
    part_requests().await
}

/// The part that takes what the host adds: asked for only where that is
/// something.
pub async fn local_pack() -> Result<TakePack, SplitLoaderError> {
    part_local_pack().await
}

/// The part with a route's page; none for a route without one.
pub async fn page(route: &Route) -> Result<Option<DrawPage>, SplitLoaderError> {
    let draw = match route {
        Route::Home => part_home().await,
        Route::AboutYou => part_about_you().await,
        Route::Assess => part_assess().await,
        Route::AssessCompetency(_) => part_rate().await,
        Route::Topics => part_topics().await,
        Route::TopicsSection(_) => part_topics_section().await,
        Route::Requirements => part_requirements().await,
        Route::Results => part_results().await,
        Route::Plan => part_plan().await,
        Route::Resources | Route::Resource(_) => part_resources().await,
        Route::Framework => part_framework().await,
        Route::FrameworkPart(_) => part_framework_part().await,
        Route::YourData => part_your_data().await,
        Route::Review => part_review().await,
        Route::Team => part_team().await,
        Route::Local => part_local().await,
        Route::Privacy | Route::Accessibility => part_statements().await,
        #[cfg(feature = "gallery")]
        Route::Gallery => part_gallery().await,
        Route::NotFound => return Ok(None),
    };
    draw.map(Some)
}

/// The part with what is opened on the page of the plan.
pub async fn opened_in_plan() -> Result<DrawOpened, SplitLoaderError> {
    part_plan_opened().await
}

/// The part with what stands below the plan's actions.
pub async fn below_plan() -> Result<DrawBelowPlan, SplitLoaderError> {
    part_plan_below().await
}

/// The part with what stands below on the page of one competency.
pub async fn below_rating() -> Result<DrawBelowRating, SplitLoaderError> {
    part_rate_below().await
}

/// The part with what readers of the plan sent back.
pub async fn reviews() -> Result<DrawHere, SplitLoaderError> {
    part_results_reviews().await
}

/// The part with somebody's plan and the reader's view of it.
pub async fn opened_review() -> Result<DrawReview, SplitLoaderError> {
    part_review_opened().await
}

/// The part with what is told of a team.
pub async fn team_figures() -> Result<DrawTeam, SplitLoaderError> {
    part_team_figures().await
}

/// The part with the form of a local pack.
pub async fn local_form() -> Result<DrawLocal, SplitLoaderError> {
    part_local_form().await
}

/// The part with what stands below where you stand.
pub async fn below_results() -> Result<DrawHere, SplitLoaderError> {
    part_results_below().await
}

/// The part with the backup as text.
pub async fn backup_text() -> Result<DrawHere, SplitLoaderError> {
    part_backup_text().await
}

/// The part that writes calendars and spreadsheets: asked for with the first
/// such file, and never before.
pub async fn export() -> Result<ExportFile, SplitLoaderError> {
    part_export().await
}

/// Fetches the parts that are not here yet, one after the other, so that the
/// next page is there at once. What does not arrive is asked for again when
/// its page is.
pub async fn load_the_rest() {
    let _ = load_requests().await;
    let _ = load_about_you().await;
    let _ = load_assess().await;
    let _ = load_rate().await;
    let _ = load_rate_below().await;
    let _ = load_plan().await;
    let _ = load_plan_below().await;
    let _ = load_plan_opened().await;
    let _ = load_results().await;
    let _ = load_results_below().await;
    let _ = load_results_reviews().await;
    let _ = load_topics().await;
    let _ = load_topics_section().await;
    let _ = load_home().await;
    let _ = load_requirements().await;
    let _ = load_resources().await;
    let _ = load_framework().await;
    let _ = load_framework_part().await;
    let _ = load_your_data().await;
    let _ = load_review().await;
    let _ = load_review_opened().await;
    let _ = load_backup_text().await;
    let _ = load_team().await;
    let _ = load_team_figures().await;
    let _ = load_statements().await;
}

//! The parts the program is loaded in. The first part has the frame and the
//! route; everything named here is behind a seam of Leptos' splitter and is
//! asked for when a route needs it. What several parts share is sent once.

use leptos::prelude::*;
pub use leptos::wasm_split::SplitLoaderError;
use leptos::wasm_split::wasm_split;

use super::pages::{self, Opened, PlanState};
use super::requests;
use super::session::{self, SessionContext};
use crate::app::handover::Format;
use crate::app::route::Route;
use crate::app::session::{Effect, Event, Session, StepContext};
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

/// Carries out what somebody asked the session for.
pub type CarryOut = fn(&mut Session, Event, &StepContext) -> Vec<Effect>;

/// Draws what is opened on the page of the plan.
pub type DrawOpened = fn(PlanState, Opened) -> AnyView;

/// Draws the backup as text, to take along where a browser saves no files.
pub type DrawBackupText = fn() -> AnyView;

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
    part_home, load_home: DrawPage = pages::home;
    part_about_you, load_about_you: DrawPage = pages::about_you;
    part_assess, load_assess: DrawPage = pages::assess;
    part_topics, load_topics: DrawPage = pages::topics;
    part_requirements, load_requirements: DrawPage = pages::requirements;
    part_results, load_results: DrawPage = pages::results;
    part_plan, load_plan: DrawPage = pages::plan;
    part_resources, load_resources: DrawPage = pages::resources;
    part_framework, load_framework: DrawPage = pages::framework;
    part_your_data, load_your_data: DrawPage = pages::your_data;
    part_statements, load_statements: DrawPage = pages::statements;
    part_plan_opened, load_plan_opened: DrawOpened = pages::plan_opened;
    part_backup_text, load_backup_text: DrawBackupText = pages::backup_text;
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

/// The part with a route's page; none for a route without one.
pub async fn page(route: &Route) -> Result<Option<DrawPage>, SplitLoaderError> {
    let draw = match route {
        Route::Home => part_home().await,
        Route::AboutYou => part_about_you().await,
        Route::Assess | Route::AssessCompetency(_) => part_assess().await,
        Route::Topics | Route::TopicsSection(_) => part_topics().await,
        Route::Requirements => part_requirements().await,
        Route::Results => part_results().await,
        Route::Plan => part_plan().await,
        Route::Resources | Route::Resource(_) => part_resources().await,
        Route::Framework | Route::FrameworkPart(_) => part_framework().await,
        Route::YourData => part_your_data().await,
        Route::Privacy | Route::Accessibility => part_statements().await,
        #[cfg(feature = "gallery")]
        Route::Gallery => part_gallery().await,
        Route::Review | Route::Team | Route::NotFound => return Ok(None),
    };
    draw.map(Some)
}

/// The part with what is opened on the page of the plan.
pub async fn opened_in_plan() -> Result<DrawOpened, SplitLoaderError> {
    part_plan_opened().await
}

/// The part with the backup as text.
pub async fn backup_text() -> Result<DrawBackupText, SplitLoaderError> {
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
    let _ = load_plan().await;
    let _ = load_plan_opened().await;
    let _ = load_results().await;
    let _ = load_topics().await;
    let _ = load_home().await;
    let _ = load_requirements().await;
    let _ = load_resources().await;
    let _ = load_framework().await;
    let _ = load_your_data().await;
    let _ = load_backup_text().await;
    let _ = load_statements().await;
}

//! `#/assess`: the competencies to rate, each with its status; and the page
//! of each one.

mod earlier;
mod evidence;
mod rating;
mod state;

use leptos::prelude::*;

pub use rating::{Below, RateCompetency};
pub use state::RatingState;

use super::PageTitle;
use crate::app::assess;
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::domain::ids::CompetencyId;
use crate::ui::components::Each;
use crate::ui::session::use_session;

/// The list of what to rate: competencies, topics and requirements.
#[component]
pub fn Assess() -> impl IntoView {
    let session = use_session();
    let lists = session.memo(|document| assess::lists(bundled(), document));
    let count_later = move || lists.with(|it| it.later.len());
    let is_empty = Memo::new(move |_| lists.with(|it| it.now.is_empty()));
    let is_whole = Memo::new(move |_| lists.with(|it| it.later.is_empty()));
    let now = Signal::derive(move || lists.with(|it| it.now.clone()));
    let later = Signal::derive(move || lists.with(|it| it.later.clone()));
    view! {
        <div class="flow">
            <PageTitle>{Route::Assess.heading()}</PageTitle>
            <p class="lead">
                "Look at two or three recent conversations, one competency at a time. It takes about five minutes each, and only you see it."
            </p>
            <p>
                <span prop:textContent=move || lists.with(|it| it.whose.clone())></span>
                " "
                <a href="#/about-you" prop:textContent=move || lists.with(|it| it.change_aim)></a>
            </p>
            {move || if is_empty.get() {
                view! {
                    <p>"The level you aim for does not look at any of the six yet. You can rate ahead if you like."</p>
                }
                .into_any()
            } else {
                view! { <Competencies ids=now/> }.into_any()
            }}
            {move || (!is_whole.get()).then(|| view! {
                <details open=is_empty.get_untracked()>
                    <summary prop:textContent=move || format!("Later ({})", count_later())></summary>
                    <p>
                        "They belong to levels above. You can rate them whenever you like; nothing is expected."
                    </p>
                    <Competencies ids=later/>
                </details>
            })}
            <p>
                <a href="#/plan">"Go to my training plan"</a>
                " It is made from what you have answered so far."
            </p>
        </div>
    }
}

#[component]
fn Competencies(ids: Signal<Vec<CompetencyId>>) -> impl IntoView {
    view! {
        <ul class="tasks" role="list">
            <Each each=move || ids.get() key=CompetencyId::clone let:id>
                <Task id/>
            </Each>
        </ul>
    }
}

/// A competency with how far it is rated.
#[component]
fn Task(id: CompetencyId) -> impl IntoView {
    let session = use_session();
    bundled().competency(id.as_str()).map(|competency| {
        let status = session.memo(move |document| assess::status(bundled(), document, competency));
        view! {
            <li>
                <a href=format!("#/assess/{}", competency.id)>{competency.title}</a>
                <span class="status" prop:textContent=status></span>
                <span class="about">{competency.summary}</span>
            </li>
        }
    })
}

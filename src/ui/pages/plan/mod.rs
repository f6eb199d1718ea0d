//! `#/plan`: what to do next and why, and what the worker makes of it.

mod add;
mod card;
mod changing;
mod draw_opened;
mod filters;
mod handover;
mod in_few_words;
mod lists;
mod opened;
mod paper;
mod state;

use leptos::prelude::*;

use super::PageTitle;
use crate::app::about_you::bearing_sentence;
use crate::app::plan_page::{is_first_visit, is_long};
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::platform::page;
use crate::ui::components::Each;
use crate::ui::components::fields::{Answer, CheckboxGroup};
use crate::ui::parts::{self, DrawBelowPlan};
use crate::ui::when_here::WhenHere;
pub use draw_opened::draw;
use handover::HandOver;
pub use opened::Opened;
use opened::OpenedHere;
pub use state::PlanState;

/// The page of the plan.
#[component]
pub fn TrainingPlan() -> impl IntoView {
    let state = PlanState::new();
    view! {
        <div class="flow plan">
            <PageTitle>{Route::Plan.heading()}</PageTitle>
            <Intro state/>
            <FewWords state/>
            <ShowOnly state/>
            <p class="said" id="plan-said" role="status" prop:textContent=move || state.said.get()></p>
            <lists::Lists state/>
            <WhenHere part=parts::below_plan draw=move |draw: DrawBelowPlan| draw(state)/>
        </div>
    }
}

/// What stands below the actions: it is used later.
#[component]
pub fn Below(state: PlanState) -> impl IntoView {
    view! {
        <add::Add state/>
        <HandOver state/>
        <paper::Paper state/>
    }
}

/// Whom the plan is for, what to know about it, and what to do with it.
#[component]
fn Intro(state: PlanState) -> impl IntoView {
    let is_first = state.session.memo(is_first_visit);
    let bearing = state
        .session
        .memo(|document| bearing_sentence(bundled(), document));
    let notes = move || state.shown.with(|shown| shown.notes.clone());
    let months = move || state.shown.with(|shown| shown.months.clone());
    view! {
        <p class="lead">
            "What to do next, and why. It follows your answers. Change it as you like: it is yours."
        </p>
        {move || is_first.get().then(|| view! {
            <div class="notice">
                <p>
                    "You have not answered anything yet. "
                    <a href=Route::AboutYou.href()>"Tell it about you"</a>
                    ", and the plan becomes yours."
                </p>
            </div>
        })}
        <p><span prop:textContent=bearing></span> " " <a href="#/about-you">"Change role or aim"</a></p>
        <ul class="plan-notes">
            <Each each=notes key=|(said, _)| said.clone() let:note>
                <li>
                    {note.0} " "
                    {note.1.map(|(asked, words)| view! { <a href=asked.href()>{words}</a> })}
                </li>
            </Each>
        </ul>
        <p class="soft" prop:textContent=months></p>
        <CheckboxGroup
            name="paper-has"
            legend="What else goes on paper?"
            answers=vec![Answer {
                value: "full".to_owned(),
                label: "How and why of each action".to_owned(),
                hint: "Also prints the score it is about, the provider and the web address.".to_owned(),
            }]
            chosen=Signal::derive(move || {
                state.paper_in_full.get().then(|| "full".to_owned()).into_iter().collect::<Vec<_>>()
            })
            on_tick=Callback::new(move |(_, is_ticked)| state.paper_in_full.set(is_ticked))
        />
        <p class="buttons">
            <button type="button" class="button" on:click=|_| page::print_only("plan")>"Print my plan"</button>
            <a href="#hand-over">"Save or share it"</a>
        </p>
    }
}

/// The plan in a few words, on request.
#[component]
fn FewWords(state: PlanState) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    view! {
        <details class="more" on:toggle=move |_| was_opened.set(true)>
            <summary>"The plan in a few words, to read out"</summary>
            <div class="flow">
                <Show when=move || was_opened.get()>
                    <OpenedHere state opened=Opened::InFewWords/>
                </Show>
            </div>
        </details>
    }
}

/// Selects that leave some of the cards, on request; for long plans.
#[component]
fn ShowOnly(state: PlanState) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let is_there = Memo::new(move |_| state.plan.with(is_long));
    view! {
        <Show when=move || is_there.get()>
            <details class="more" id="plan-filters" on:toggle=move |_| was_opened.set(true)>
                <summary>"Show only some of the actions"</summary>
                <div class="filters">
                    <Show when=move || was_opened.get()>
                        <OpenedHere state opened=Opened::Filters/>
                    </Show>
                </div>
            </details>
        </Show>
    }
}

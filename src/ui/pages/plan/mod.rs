//! `#/plan`: what to do next and why, and what the worker makes of it.

mod add;
mod card;
mod changing;
mod draw_opened;
mod handover;
mod lists;
mod opened;
mod paper;
mod state;

use leptos::prelude::*;

use super::PageTitle;
use super::copy_button::CopyButton;
use crate::app::about_you::bearing_sentence;
use crate::app::plan_page::{Filter, FilterOptions, STATUSES, filter_options, is_first_visit};
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::domain::plan::summary;
use crate::platform::page;
use crate::ui::components::Each;
pub use draw_opened::draw;
use handover::HandOver;
pub use opened::Opened;
pub use state::PlanState;

#[component]
pub fn TrainingPlan() -> impl IntoView {
    let state = PlanState::new();
    view! {
        <div class="flow plan">
            <PageTitle>{Route::Plan.heading()}</PageTitle>
            <Intro state/>
            <InFewWords state/>
            <Filters state/>
            <p class="said" id="plan-said" role="status" prop:textContent=move || state.said.get()></p>
            <lists::Lists state/>
            <add::Add state/>
            <HandOver state/>
            <paper::Paper state/>
        </div>
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
        <p class="buttons">
            <button type="button" class="button" on:click=|_| page::print_only("plan")>"Print my plan"</button>
            <a href="#hand-over">"Save or share it"</a>
        </p>
    }
}

#[component]
fn InFewWords(state: PlanState) -> impl IntoView {
    let words = Memo::new(move |_| state.plan.with(summary));
    view! {
        <details class="more">
            <summary>"The plan in a few words, to read out"</summary>
            <div class="flow">
                <p prop:textContent=words></p>
                <p>{move || view! { <CopyButton label="Copy these words" of="" text=words.get()/> }}</p>
            </div>
        </details>
    }
}

/// Selects that leave some of the cards; for long plans.
#[component]
fn Filters(state: PlanState) -> impl IntoView {
    let found = Memo::new(move |_| state.plan.with(filter_options));
    let is_there = Memo::new(move |_| found.with(Option::is_some));
    let of = move |list: fn(FilterOptions) -> Vec<(String, String)>| {
        Signal::derive(move || found.get().map_or_else(Vec::new, list))
    };
    let statuses = || {
        STATUSES
            .iter()
            .map(|(_, value, words)| ((*value).to_owned(), (*words).to_owned()))
            .collect::<Vec<_>>()
    };
    view! {
        <Show when=move || is_there.get()>
            <details class="more" id="plan-filters">
                <summary>"Show only some of the actions"</summary>
                <div class="filters">
                    <FilterBy state id="filter-status" label="How far" any="All" options=Signal::derive(statuses) set=|filter, value| filter.status = value/>
                    <FilterBy state id="filter-kind" label="Kind" any="All kinds" options=of(|it| it.kinds) set=|filter, value| filter.kind = value/>
                    <FilterBy state id="filter-month" label="Month" any="Any month" options=of(|it| it.months) set=|filter, value| filter.month = value/>
                </div>
            </details>
        </Show>
    }
}

#[component]
fn FilterBy(
    state: PlanState,
    id: &'static str,
    label: &'static str,
    any: &'static str,
    options: Signal<Vec<(String, String)>>,
    set: fn(&mut Filter, String),
) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                id=id
                class="select"
                on:change=move |event| state.filter(|filter| set(filter, event_target_value(&event)))
            >
                <option value="">{any}</option>
                <Each each=move || options.get() key=|option| option.clone() let:option>
                    <option value=option.0>{option.1}</option>
                </Each>
            </select>
        </div>
    }
}

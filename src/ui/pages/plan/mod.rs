//! `#/plan`: what to do next and why, and what the worker makes of it.
//!
//! Nothing jumps under the hand. A mark, a month or a word typed leaves every
//! card where it is; one moves when somebody presses for it, and the focus
//! goes with it.

mod add;
mod asked_link;
mod body;
mod card;
mod changing;
mod filters;
mod folded;
mod lists;
mod paper;
mod record;
mod state;

use leptos::prelude::*;

use self::asked_link::AskedLink;
use self::state::PlanState;
use super::PageTitle;
use super::copy_button::CopyButton;
use super::handover::HandOver;
use crate::app::about_you::bearing_sentence;
use crate::app::plan_page::is_first_visit;
use crate::app::question::{AboutYou, Asked};
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::domain::plan::summary;
use crate::platform::page as browser;

#[component]
pub fn PlanPage() -> impl IntoView {
    let page = PlanState::new();
    view! {
        <div class="flow plan">
            <PageTitle>{Route::Plan.heading()}</PageTitle>
            <Intro page/>
            <FewWords page/>
            <filters::Filters page/>
            <p class="said" id="plan-said" role="status" prop:textContent=page.said></p>
            <div class="flow plan-lists">
                <lists::ToDo page/>
                <record::Record page/>
            </div>
            <add::Add page/>
            <HandOver plan=page.plan/>
            <paper::Paper page/>
        </div>
    }
}

/// Whom the plan is for, and what to know about it.
#[component]
fn Intro(page: PlanState) -> impl IntoView {
    let is_first = page.session.memo(is_first_visit);
    let notes = move || page.shown.with(|shown| shown.notes.clone());
    let months = move || page.shown.with(|shown| shown.months.clone());
    view! {
        <p class="lead">
            "What to do next, and why. It follows your answers. Change it as you like: it is yours."
        </p>
        {move || match is_first.get() {
            true => view! { <BeforeAnyAnswer page/> }.into_any(),
            false => view! { <MadeFor page/> }.into_any(),
        }}
        <ul class="plan-notes">
            <For each=notes key=|(sentence, _)| sentence.clone() let((sentence, way))>
                <li>{sentence} " " {way.map(|(asked, words)| view! { <AskedLink asked words/> })}</li>
            </For>
        </ul>
        <p class="soft" prop:textContent=months></p>
        <p class="buttons">
            <button type="button" class="button" on:click=|_| browser::print_only("plan")>
                "Print my plan"
            </button>
            <a href="#hand-over">"Save or share it"</a>
        </p>
    }
}

#[component]
fn BeforeAnyAnswer(page: PlanState) -> impl IntoView {
    let words = move || {
        page.shown.with(|shown| {
            format!(
                "You have not answered anything yet. This is where the tool starts: a {}, with {} as the first level to aim for. ",
                shown.made_for.role.to_lowercase(),
                shown.made_for.aim
            )
        })
    };
    let asked = Asked::about_you(AboutYou::Role);
    view! {
        <div class="notice">
            <p>
                <span prop:textContent=words></span>
                <AskedLink asked words="Tell it about you"/>
                ", and the plan becomes yours."
            </p>
        </div>
    }
}

/// The role and the aim, and where to choose the aim.
#[component]
fn MadeFor(page: PlanState) -> impl IntoView {
    let sentence = page
        .session
        .memo(|document| bearing_sentence(bundled(), document));
    let is_supposed = Memo::new(move |_| {
        page.shown
            .with(|shown| shown.made_for.supposed_because.is_some())
    });
    let choose = move || {
        let asked = page.shown.with(|shown| shown.made_for.choose.clone());
        let words = match is_supposed.get() {
            true => "Choose my aim",
            false => "Change my aim",
        };
        view! { <AskedLink asked words/> }
    };
    view! { <p><span prop:textContent=sentence></span> " " {choose}</p> }
}

#[component]
fn FewWords(page: PlanState) -> impl IntoView {
    let words = Memo::new(move |_| page.plan.with(summary));
    view! {
        <details class="more">
            <summary>"The plan in a few words, to read out"</summary>
            <div class="flow">
                <p prop:textContent=words></p>
                // Other words are another thing to copy.
                <For each=move || [words.get()] key=|words| words.clone() let:text>
                    <p><CopyButton label="Copy these words" of="the plan in a few words" text/></p>
                </For>
            </div>
        </details>
    }
}

//! `#/results`: what the answers cover, what lies between here and the aim, how
//! it changed, and the sheet for supervision.

mod competencies;
mod history;
mod levels;
mod others;
mod sheet;
mod what_if;

use leptos::prelude::*;

pub use others::Reviews;

use super::PageTitle;
use crate::app::results;
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::platform::clock;
use crate::ui::parts::{self, DrawHere};
use crate::ui::session::use_session;
use crate::ui::when_here::WhenHere;

/// The page of where the worker stands.
#[component]
pub fn Results() -> impl IntoView {
    view! {
        <div class="flow results">
            <PageTitle>{Route::Results.heading()}</PageTitle>
            <First/>
            <competencies::Strong/>
            <competencies::AgainstTheAim/>
            <others::Others/>
            <WhenHere part=parts::below_results draw=|draw: DrawHere| draw()/>
        </div>
    }
}

/// What stands below: it is read later, and the sheet needs the whole plan.
#[component]
pub fn Below() -> impl IntoView {
    view! {
        <levels::Ladder/>
        <levels::PassMark/>
        <what_if::WhatIf/>
        <history::History/>
        <sheet::Sheet/>
    }
}

/// What to do next, and for which role and aim all this is shown.
#[component]
fn First() -> impl IntoView {
    let session = use_session();
    let first = session.memo(|document| results::first(bundled(), document, clock::today()));
    view! {
        <div class="flow">
            <p class="lead" id="next">
                <span prop:textContent=move || first.with(|it| it.next.sentence.clone())></span>
                " "
                <a
                    href=move || first.with(|it| it.next.href.clone())
                    prop:textContent=move || first.with(|it| it.next.link_text.clone())
                ></a>
            </p>
            <p>
                <span prop:textContent=move || first.with(|it| it.shown_for.clone())></span>
                " "
                <a href="#/about-you">"Change my role or aim"</a>
            </p>
            <Extension is_shown=Signal::derive(move || first.with(|it| it.is_extension))/>
        </div>
    }
}

/// That the levels of a role are the tool's own.
#[component]
fn Extension(is_shown: Signal<bool>) -> impl IntoView {
    view! {
        <p class="small" hidden=move || !is_shown.get()>
            <span class="tag own">"This tool’s own"</span>
            " The framework’s levels were written for link workers and health coaches. For this role they are this tool’s extension."
        </p>
    }
}

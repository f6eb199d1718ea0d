//! What the page shows only to whoever opens it: a part of the program of its
//! own, asked for with the first that is opened.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::PlanState;
use crate::app::plan_page::{Card, List};
use crate::ui::parts;

/// What was opened.
#[derive(Clone)]
pub enum Opened {
    Change {
        card: Memo<Card>,
        list: List,
        kept: RwSignal<bool>,
    },
    Finished(Card),
    PutAside(Card),
    OwnAction,
    Course,
    /// The dialog before a plan file is saved; what became of it is told.
    WhatLeaves(Callback<String>),
}

/// Shows it once its part is here, or says that it did not arrive.
#[component]
pub fn WhenHere(state: PlanState, opened: Opened) -> impl IntoView {
    let part = RwSignal::new(None);
    let ask = move || {
        spawn_local(async move {
            let arrived = parts::opened_in_plan().await;
            // What opened it may be gone.
            part.try_set(Some(arrived.ok()));
        });
    };
    ask();
    move || {
        match part.get() {
        None => view! { <div aria-busy="true"></div> }.into_any(),
        Some(Some(draw)) => draw(state, opened.clone()),
        Some(None) => view! {
            <p role="alert">"This could not be loaded. " {parts::what_helps()}</p>
            <p><button type="button" class="button plain" on:click=move |_| ask()>"Try again"</button></p>
        }
        .into_any(),
    }
    }
}

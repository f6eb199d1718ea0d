//! What the page shows only to whoever opens it: a part of the program of its
//! own, asked for with the first that is opened.

use leptos::prelude::*;

use super::state::PlanState;
use crate::app::plan_page::{Card, List};
use crate::ui::parts::{self, DrawOpened};
use crate::ui::when_here::WhenHere;

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

/// Shows it once its part is here.
#[component]
pub fn OpenedHere(state: PlanState, opened: Opened) -> impl IntoView {
    view! { <WhenHere part=parts::opened_in_plan draw=move |draw: DrawOpened| draw(state, opened.clone())/> }
}

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
    Notes {
        card: Memo<Card>,
        kept: RwSignal<bool>,
    },
    /// What somebody learned when the action slipped.
    Learned(Memo<Card>),
    /// What an action that was marked as done offers.
    DoneHere {
        card: Memo<Card>,
        list: List,
    },
    Finished(Card),
    PutAside(Card),
    OwnAction,
    InFewWords,
    Filters,
    Course,
    /// The dialog before a plan file is saved; what became of it is told.
    WhatLeaves(Callback<String>),
}

/// Shows it once its part is here.
#[component]
pub fn OpenedHere(state: PlanState, opened: Opened) -> impl IntoView {
    view! { <WhenHere part=parts::opened_in_plan draw=move |draw: DrawOpened| draw(state, opened.clone())/> }
}

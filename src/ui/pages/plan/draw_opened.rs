//! Draws what is opened on the page: what is in the part of its own.

use leptos::prelude::*;

use super::add::{CourseForm, OwnAction};
use super::card::{DoneHere, Finished, PutAside};
use super::changing::{Changing, LEARNED, Written, WrittenNotes};
use super::filters::Filters;
use super::handover::ChooseWhatLeaves;
use super::in_few_words::InFewWords;
use super::opened::Opened;
use super::state::PlanState;

/// Draws it; the part's own function.
pub fn draw(state: PlanState, opened: Opened) -> AnyView {
    match opened {
        Opened::Change { card, list, kept } => {
            view! { <Changing state card list kept/> }.into_any()
        }
        Opened::Notes { card, kept } => view! { <WrittenNotes state card kept/> }.into_any(),
        Opened::Learned(card) => view! { <Written state card text=LEARNED/> }.into_any(),
        Opened::DoneHere { card, list } => view! { <DoneHere state card list/> }.into_any(),
        Opened::Finished(card) => view! { <Finished state card/> }.into_any(),
        Opened::PutAside(card) => view! { <PutAside state card/> }.into_any(),
        Opened::OwnAction => view! { <OwnAction state/> }.into_any(),
        Opened::InFewWords => view! { <InFewWords state/> }.into_any(),
        Opened::Filters => view! { <Filters state/> }.into_any(),
        Opened::Course => view! { <CourseForm state/> }.into_any(),
        Opened::WhatLeaves(close) => view! { <ChooseWhatLeaves close/> }.into_any(),
    }
}

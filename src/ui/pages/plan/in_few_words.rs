//! The plan in a few words: opened on request.

use leptos::prelude::*;

use super::state::PlanState;
use crate::domain::plan::summary;
use crate::ui::pages::copy_button::CopyButton;

/// The plan in a few words, to copy.
#[component]
pub fn InFewWords(state: PlanState) -> impl IntoView {
    let words = Memo::new(move |_| state.plan.with(summary));
    view! {
        <p prop:textContent=words></p>
        <p>{move || view! { <CopyButton label="Copy these words" of="" text=words.get()/> }}</p>
    }
}

//! Answering a topic, a requirement or another thing of a list: the answer,
//! taking it back, and a note.

use leptos::prelude::*;

use super::fields::{Answer, RadioGroup, Shape, TextArea};
use super::hidden::Hidden;

/// Said beside what was refused, which is then shown as it is kept.
pub const NOT_KEPT: &str = "This was not kept: there is no room left for more.";

/// What the button that takes an answer back is called.
const CLEAR: &str = "Clear my answer";

/// Short answers side by side, of which one may be chosen and taken back, and
/// whether what was entered is kept.
#[component]
pub fn AnswerGroup(
    /// Unique in the page; names the controls and the parts.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: String,
    /// Why it is asked, or how to answer. Empty for none.
    #[prop(into, optional)]
    hint: String,
    answers: Vec<Answer>,
    /// The value chosen now.
    #[prop(into)]
    chosen: Signal<Option<String>>,
    /// Is told the value, or None where the answer is taken back.
    #[prop(into)]
    on_choose: Callback<Option<String>>,
    /// Of what, said aloud by the button that takes the answer back.
    #[prop(into)]
    of: String,
    /// Whether what was entered last is kept.
    #[prop(into)]
    is_kept: Signal<bool>,
) -> impl IntoView {
    let said = move || if is_kept.get() { "" } else { NOT_KEPT };
    view! {
        <RadioGroup name legend hint answers chosen on_choose shape=Shape::Row clear=CLEAR clear_of=of/>
        <p class="said" role="status" prop:textContent=said></p>
    }
}

/// A note, open where there is one.
#[component]
pub fn Note(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// What it is on.
    #[prop(into)]
    of: String,
    /// What is kept.
    #[prop(into)]
    value: Signal<String>,
    /// In UTF-16 units, as browsers count.
    limit: usize,
    /// Is told all of the text, up to the limit, at every change.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let is_there = value.with_untracked(|text| !text.is_empty());
    let summary = move || {
        value.with(|text| {
            if text.is_empty() {
                "Add a note"
            } else {
                "My note"
            }
        })
    };
    view! {
        <details class="note" open=is_there>
            <summary><span prop:textContent=summary></span><Hidden>{format!(" on {of}")}</Hidden></summary>
            <TextArea id label=format!("My note on “{of}”") value limit on_input rows=3 free=true/>
        </details>
    }
}

use leptos::prelude::*;

use super::notice::{Button, lines, row};

/// What a dialog asks.
pub struct Question {
    pub title: String,
    pub paragraphs: Vec<String>,
    /// Lists with a heading each.
    pub lists: Vec<(String, Vec<String>)>,
    /// The way out last.
    pub buttons: Vec<Button>,
}

/// A modal dialog, to be opened once it is in the page.
pub fn dialog(question: Question) -> AnyView {
    let lists = question
        .lists
        .into_iter()
        .map(|(heading, list)| view! { <h3>{heading}</h3> {lines(list)} })
        .collect_view();
    let paragraphs = question
        .paragraphs
        .into_iter()
        .map(|text| view! { <p>{text}</p> })
        .collect_view();
    view! {
        <dialog class="dialog" aria-labelledby="dialog-title">
            <div class="flow">
                <h2 id="dialog-title" tabindex="-1">{question.title}</h2>
                {paragraphs}
                {lists}
                {row(question.buttons)}
            </div>
        </dialog>
    }
    .into_any()
}

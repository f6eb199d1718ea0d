use leptos::prelude::*;
use leptos::{ev, html};

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

/// A modal dialog. `open` puts the element over the page once it is there;
/// `cancel` answers Escape.
pub fn dialog(
    question: Question,
    open: Callback<NodeRef<html::Dialog>>,
    cancel: Callback<()>,
) -> AnyView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if element.with(Option::is_some) {
            open.run(element);
        }
    });
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
        <dialog
            node_ref=element
            class="dialog"
            aria-labelledby="dialog-title"
            on:cancel=move |event: ev::Event| {
                // The program takes it away; the browser alone would only hide it.
                event.prevent_default();
                cancel.run(());
            }
        >
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

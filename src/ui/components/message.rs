//! Messages: what went wrong or is to be known, and what can be done.

use leptos::prelude::*;

use super::buttons::{Action, Buttons};

/// How a message is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// Spoken at once by a screen reader, and shown as an error summary.
    Error,
    Caution,
    Calm,
}

/// A message with what can be done about it.
#[component]
pub fn Message(
    /// Where the focus can be sent; empty for nowhere.
    #[prop(into, optional)]
    id: String,
    urgency: Urgency,
    #[prop(into)] text: String,
    /// Details, a line each.
    #[prop(optional)]
    list: Vec<String>,
    #[prop(optional)] actions: Vec<Action>,
) -> impl IntoView {
    let (class, role) = match urgency {
        Urgency::Error => ("error-summary", "alert"),
        Urgency::Caution => ("notice caution", "status"),
        Urgency::Calm => ("notice", "status"),
    };
    view! {
        <div class=class role=role id=(!id.is_empty()).then_some(id)>
            <p>{text}</p>
            <Lines list/>
            <Buttons actions/>
        </div>
    }
}

/// A list of lines; nothing where there is none.
#[component]
pub fn Lines(list: Vec<String>) -> impl IntoView {
    let items = list
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <ul>{items}</ul> })
}

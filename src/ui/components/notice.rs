use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// How a message is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Spoken at once by a screen reader, and shown as an error summary.
    Error,
    Caution,
    Calm,
}

/// A button of a notice or dialog.
pub struct Button {
    pub label: String,
    pub press: Box<dyn Fn(MouseEvent)>,
}

/// A message with what can be done about it.
pub fn notice(tone: Tone, text: String, list: Vec<String>, buttons: Vec<Button>) -> AnyView {
    let class = match tone {
        Tone::Error => "error-summary",
        Tone::Caution => "notice caution",
        Tone::Calm => "notice",
    };
    let role = if tone == Tone::Error {
        "alert"
    } else {
        "status"
    };
    view! {
        <div class=class role=role>
            <p>{text}</p>
            {lines(list)}
            {row(buttons)}
        </div>
    }
    .into_any()
}

/// A list, or nothing.
pub fn lines(list: Vec<String>) -> AnyView {
    if list.is_empty() {
        return ().into_any();
    }
    let items = list.into_iter().map(|line| view! { <li>{line}</li> });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

/// Buttons side by side, the first the main one; or nothing.
pub fn row(buttons: Vec<Button>) -> AnyView {
    if buttons.is_empty() {
        return ().into_any();
    }
    let buttons = buttons
        .into_iter()
        .enumerate()
        .map(|(place, Button { label, press })| {
            let class = if place == 0 { "button" } else { "button plain" };
            view! {
                <button type="button" class=class on:click=press>{label}</button>
            }
        });
    view! { <div class="buttons">{buttons.collect_view()}</div> }.into_any()
}

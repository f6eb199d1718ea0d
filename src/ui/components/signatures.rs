use leptos::prelude::*;

use crate::ui::element::{Element, each, el};

/// Room to sign and to date, for the worker and for the supervisor.
#[component]
pub fn Signatures() -> impl IntoView {
    view! {
        <div class="signatures">
            <p>"Worker, signature:"</p>
            <p>"Date:"</p>
            <p>"Supervisor, signature:"</p>
            <p>"Date:"</p>
        </div>
    }
}

/// Two places to sign and to date, for the worker and for the supervisor.
pub fn signatures() -> Element {
    el("div")
        .class("signatures")
        .with(each(["Worker", "Supervisor"], |who| {
            vec![
                el("p").with(format!("{who}, signature:")),
                el("p").with("Date:"),
            ]
        }))
}

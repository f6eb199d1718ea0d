//! Lines to sign on, for paper.

use leptos::prelude::*;

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

//! Words for screen readers alone.

use leptos::prelude::*;

/// Text for screen readers only, after words that many things share.
#[component]
pub fn Hidden(children: Children) -> impl IntoView {
    view! { <span class="visually-hidden">{children()}</span> }
}

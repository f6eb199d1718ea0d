//! A link to a question on another page.

use leptos::prelude::*;

use crate::app::question::Asked;
use crate::ui::components::Hidden;
use crate::ui::session::use_session;

/// Goes to the page, and there to the very question.
#[component]
pub fn AskedLink(
    asked: Asked,
    #[prop(into)] words: String,
    /// Of what, said aloud after the words. Empty for nothing.
    #[prop(into, optional)]
    of: String,
) -> impl IntoView {
    let session = use_session();
    let href = asked.href();
    let of = (!of.is_empty()).then(|| view! { <Hidden>{format!(": {of}")}</Hidden> });
    view! {
        <a href=href on:click=move |_| session.ask(asked.element.clone())>{words}{of}</a>
    }
}

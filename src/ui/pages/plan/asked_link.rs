use leptos::prelude::*;

use crate::app::question::Asked;
use crate::platform::page;
use crate::ui::components::Hidden;

/// A link to a page, and to the very question on it where one is meant.
#[component]
pub fn AskedLink(
    asked: Asked,
    #[prop(into)] words: String,
    /// Of what, said aloud after words that many links share. Empty for none.
    #[prop(into, optional)]
    of: String,
) -> impl IntoView {
    let href = asked.href();
    let of = (!of.is_empty()).then(|| view! { <Hidden>": " <bdi>{of}</bdi></Hidden> });
    let follow = {
        let href = href.clone();
        move |_| {
            if let Some(element) = &asked.element {
                page::arrive_at(&href, element);
            }
        }
    };
    view! { <a href=href on:click=follow>{words}{of}</a> }
}

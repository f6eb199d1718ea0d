//! `#/accessibility`, and what statements are made of: short and true.

use leptos::prelude::*;

use super::PageTitle;
use crate::app::route::Route;

/// A heading, a paragraph (or none: ""), and a list (or none).
pub type Passage = (&'static str, &'static str, &'static [&'static str]);

#[component]
pub fn Accessibility() -> impl IntoView {
    view! {
        <div class="flow">
            <PageTitle>{Route::Accessibility.heading()}</PageTitle>
            <p class="lead">
                "Waymark is meant to work for everyone, and to meet the Web Content Accessibility Guidelines 2.2 at level AA."
            </p>
            <Passages passages=ACCESSIBILITY/>
        </div>
    }
}

const ACCESSIBILITY: &[Passage] = &[
    (
        "What you can do",
        "",
        &[
            "Use every page with the keyboard alone. The first Tab offers a link past the menu.",
            "Use a screen reader: pages have one main heading each, and the focus moves to it when you change page.",
            "Zoom to 400 %, or use a screen 320 pixels wide, without scrolling sideways.",
            "Use your own colours, dark colours or reduced motion, as set in your device.",
            "Print any page.",
        ],
    ),
    (
        "How it is tested",
        "Every page is checked by the axe rules in two browser engines, in light and dark, and used by keyboard before a release. It has not been tested by people who use screen readers every day, and no outside audit has been made.",
        &[],
    ),
    (
        "What does not work yet",
        "The linked training belongs to other organisations. We have not checked how accessible it is.",
        &[],
    ),
];

/// Each passage under a heading of its own.
#[component]
pub fn Passages(
    passages: &'static [Passage],
    /// Whether they stand under a heading already.
    #[prop(optional)]
    below: bool,
) -> impl IntoView {
    passages
        .iter()
        .map(|(heading, text, items)| {
            let heading = if below {
                view! { <h3>{*heading}</h3> }.into_any()
            } else {
                view! { <h2>{*heading}</h2> }.into_any()
            };
            let text = (!text.is_empty()).then(|| view! { <p>{*text}</p> });
            let items = items.iter().map(|item| view! { <li>{*item}</li> });
            let list = (items.len() > 0).then(|| view! { <ul>{items.collect_view()}</ul> });
            view! { {heading} {text} {list} }
        })
        .collect_view()
}

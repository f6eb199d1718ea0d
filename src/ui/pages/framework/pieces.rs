//! What the parts are made of.

use leptos::prelude::*;

use crate::app::framework_parts::FrameworkPart;
use crate::app::words::OWN;
use crate::domain::framework::model::{Origin, Passage, Text};
use crate::ui::pages::OwnWords;

/// A link to another part.
#[component]
pub fn PartLink(part: FrameworkPart<'static>) -> impl IntoView {
    view! { <a href=part.href()>{part.heading()}</a> }
}

/// Texts, a paragraph each.
#[component]
pub fn Paragraphs(text: &'static [Text]) -> impl IntoView {
    text.iter()
        .map(|paragraph| view! { <p>{*paragraph}</p> })
        .collect_view()
}

/// A list of names, or nothing.
#[component]
pub fn Names(items: &'static [Text]) -> impl IntoView {
    let names = items.iter().map(|name| view! { <li>{*name}</li> });
    (!items.is_empty()).then(|| view! { <ul>{names.collect_view()}</ul> })
}

/// "Cost: none."
#[component]
pub fn Fact(
    /// With its colon and space.
    name: Text,
    #[prop(into)] value: String,
    /// More after it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <p><strong>{name}</strong>{value}{children.map(|children| children())}</p> }
}

/// Where something stands in the original, and whether it is the tool's own.
#[component]
pub fn Place(source: Text, #[prop(optional)] origin: Origin) -> impl IntoView {
    let own = (origin == Origin::Tool).then(|| view! { <span class="tag own">{OWN}</span> " " });
    view! { <p class="small soft place">{own}"In the original: " {source}</p> }
}

/// A passage under its own heading.
#[component]
pub fn PassageSection(passage: &'static Passage) -> impl IntoView {
    view! {
        <section class="flow">
            <h2>{passage.title}</h2>
            <Paragraphs text=&passage.text/>
            <Names items=&passage.items/>
            <OwnWords texts=&passage.own/>
            <Place source=passage.source origin=passage.origin/>
        </section>
    }
}

/// Passages, a section each.
#[component]
pub fn Passages(passages: &'static [Passage]) -> impl IntoView {
    passages
        .iter()
        .map(|passage| view! { <PassageSection passage/> })
        .collect_view()
}

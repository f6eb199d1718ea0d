//! `#/resources`: every training resource, to search and filter.

mod card;
mod search;

use leptos::prelude::*;

use crate::app::words;
use crate::domain::framework::model::{Audience, Framework, Resource, Target};
use crate::domain::framework::{bundled, section_of};
use crate::domain::ids::ResourceId;
use crate::platform::{clock, page};

pub use search::Search;

/// The element the address of one resource arrives at.
pub fn element_id(id: &ResourceId) -> String {
    format!("resource-{id}")
}

/// The page; `opened` is the resource the address names.
pub fn page(heading: String, opened: Option<ResourceId>) -> AnyView {
    let framework = bundled();
    let search = expect_context::<Search>();
    if let Some(id) = &opened {
        search.make_room_for(id);
    }
    let cards = framework
        .resources
        .iter()
        .enumerate()
        .map(|(place, resource)| card::card(framework, resource, place, search))
        .collect_view();
    let total = framework.resources.len();
    let none = move || search.found.with(|found| !found.contains(&true));
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p>"All that the framework lists, as in March 2021. Addresses have not been checked since: where a link is dead, copy the title and provider and search for them."</p>
            {search.form()}
            <p role="status" class="found">
                {move || {
                    let (n, shown) = (count(search.found), count(search.shown));
                    let first = if shown < n {
                        format!(", the first {shown} shown")
                    } else {
                        String::new()
                    };
                    if n == total {
                        format!("All {total} resources{first}")
                    } else {
                        format!("{} of {total}{first}", words::count(n, "resource", "resources"))
                    }
                }}
            </p>
            <div prop:hidden=move || !none() class="notice">
                <p>"Nothing is listed for that. Try fewer words or fewer filters."</p>
            </div>
            <h2 class="visually-hidden">"Resources"</h2>
            <ul class="cards resources">{cards}</ul>
            <p>
                <button
                    type="button"
                    class="button plain"
                    prop:hidden=move || count(search.shown) == count(search.found)
                    on:click=move |_| {
                        if let Some(place) = search.show_all() {
                            // Once it is drawn: what is hidden takes no focus.
                            clock::after(0, move || {
                                page::focus_on(&element_id(&framework.resources[place].id));
                            });
                        }
                    }
                >
                    {move || format!("Show all {}", count(search.found))}
                </button>
            </p>
        </div>
    }
    .into_any()
}

/// How many are marked.
fn count(marked: Memo<Vec<bool>>) -> usize {
    marked.with(|marked| marked.iter().filter(|it| **it).count())
}

/// What is listed for one thing, as links; a sentence where nothing is.
pub fn helped_by(framework: &Framework, target: &Target) -> AnyView {
    let found = framework.resources_for(target);
    if !found.is_empty() {
        return resource_links(framework, found);
    }
    match target {
        Target::Topic(id) => {
            let whole = Target::Section(section_of(id).into());
            let text = if framework.resources_for(&whole).is_empty() {
                "No training is listed for this."
            } else {
                "No training is listed for this alone; see the training for the whole section below."
            };
            view! { <p class="small">{text}</p> }.into_any()
        }
        Target::Section(_) => {
            view! { <p>"No training is listed for the section as a whole; see each topic."</p> }
                .into_any()
        }
        _ => ().into_any(),
    }
}

/// Links to resources in the list, with their kind and who they are for.
pub fn resource_links(_framework: &Framework, resources: Vec<&Resource>) -> AnyView {
    if resources.is_empty() {
        return ().into_any();
    }
    let count = words::count(resources.len(), "resource", "resources");
    let items = resources
        .into_iter()
        .map(|resource| {
            view! {
                <li>
                    <a href=format!("#/resources/{}", resource.id)>{resource.title}</a>
                    " – "
                    {words::kind(resource.kind).to_lowercase()}
                    {(resource.audience != Audience::Worker).then_some(", not training for you")}
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="helps">
            <summary>{count}</summary>
            <ul>{items}</ul>
        </details>
    }
    .into_any()
}

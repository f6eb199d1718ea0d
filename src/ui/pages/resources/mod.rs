//! `#/resources`: every training resource, to search and filter.

mod card;
mod search;

use leptos::prelude::*;

use crate::app::words;
use crate::domain::framework::model::{Audience, Framework, Resource, Target};
use crate::domain::framework::{bundled, section_of};
use crate::domain::ids::ResourceId;
use crate::ui::kept::{live, value};

pub use search::Search;

/// The element the address of one resource arrives at.
pub fn element_id(id: &ResourceId) -> String {
    format!("resource-{id}")
}

/// The page; `opened` is the resource the address names.
pub fn page(heading: String, opened: Option<ResourceId>, search: Search) -> AnyView {
    let framework = bundled();
    search.begin(opened.as_ref());
    let cards = framework
        .resources
        .iter()
        .enumerate()
        .map(|(place, resource)| card::card(framework, resource, place, search))
        .collect_view();
    let total = framework.resources.len();
    let hidden = value(move || search.found(|found| found.contains(&true)));
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p>"All that the framework lists, as in March 2021. Addresses have not been checked since: where a link is dead, copy the title and provider and search for them."</p>
            {search.form()}
            <p role="status" class="found">
                {live(move || {
                    let n = search.found(|found| found.iter().filter(|f| **f).count());
                    if n == total {
                        format!("All {total} resources")
                    } else {
                        format!("{} of {total}", words::count(n, "resource", "resources"))
                    }
                    .into_any()
                })}
            </p>
            <div prop:hidden=hidden class="notice">
                <p>"Nothing is listed for that. Try fewer words or fewer filters."</p>
            </div>
            <h2 class="visually-hidden">"Resources"</h2>
            <ul class="cards resources">{cards}</ul>
        </div>
    }
    .into_any()
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

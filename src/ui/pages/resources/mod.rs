//! `#/resources`: every training resource, to search and filter.

mod card;
mod search;

use leptos::prelude::{AnyView, expect_context};

use crate::app::words;
use crate::domain::framework::model::{Audience, Framework, Resource, Target};
use crate::domain::framework::{bundled, section_of};
use crate::domain::ids::ResourceId;
use crate::platform::{clock, page};
use crate::ui::components::form::{button, link};
use crate::ui::element::{Element, each, el, live};
use crate::ui::pages::title;

pub use search::Search;

/// The element the address of one resource arrives at.
pub fn element_id(id: &ResourceId) -> String {
    format!("resource-{id}")
}

/// The page; `opened` is the resource the address names.
pub fn page(heading: String, opened: Option<ResourceId>) -> AnyView {
    let framework = bundled();
    let search = expect_context::<Search>();
    search.begin(opened.as_ref());
    let cards = each(
        framework.resources.iter().enumerate(),
        |(place, resource)| card::card(framework, resource, place, search),
    );
    let total = framework.resources.len();
    let found = live(move || {
        let (n, shown) = search.counts();
        let first = if shown < n {
            format!(", the first {shown} shown")
        } else {
            String::new()
        };
        if n == total {
            format!("All {total} resources{first}")
        } else {
            format!(
                "{} of {total}{first}",
                words::count(n, "resource", "resources")
            )
        }
    });
    let show_all = move || {
        if let Some(place) = search.show_all() {
            // Once it is drawn: what is hidden takes no focus.
            clock::soon(move || {
                page::focus_on(&element_id(&framework.resources[place].id));
            });
        }
    };
    el("div")
        .class("flow")
        .with(title(&heading))
        .with(el("p").with("All that the framework lists, as in March 2021. Addresses have not been checked since: where a link is dead, copy the title and provider and search for them."))
        .with(search.form())
        .with(el("p").attr("role", "status").class("found").with(found))
        .with(
            el("div")
                .live_flag("hidden", move || search.counts().0 > 0)
                .class("notice")
                .with(el("p").with("Nothing is listed for that. Try fewer words or fewer filters.")),
        )
        .with(el("h2").class("visually-hidden").with("Resources"))
        .with(el("ul").class("cards resources").with(cards))
        .with(
            el("p").with(
                button("button plain", "Show all ", show_all)
                    .with(live(move || search.counts().0.to_string()))
                    .live_flag("hidden", move || {
                        let (found, shown) = search.counts();
                        shown == found
                    }),
            ),
        )
        .view()
}

/// What is listed for one thing, as links; a sentence where nothing is.
pub fn helped_by(framework: &Framework, target: &Target) -> Option<Element> {
    let found = framework.resources_for(target);
    if !found.is_empty() {
        return resource_links(found);
    }
    match target {
        Target::Topic(id) => {
            let whole = Target::Section(section_of(id).into());
            let text = if framework.resources_for(&whole).is_empty() {
                "No training is listed for this."
            } else {
                "No training is listed for this alone; see the training for the whole section below."
            };
            Some(el("p").class("small").with(text))
        }
        Target::Section(_) => {
            Some(el("p").with("No training is listed for the section as a whole; see each topic."))
        }
        _ => None,
    }
}

/// Links to resources in the list, with their kind and who they are for.
pub fn resource_links(resources: Vec<&Resource>) -> Option<Element> {
    if resources.is_empty() {
        return None;
    }
    let count = words::count(resources.len(), "resource", "resources");
    let items = each(resources, |resource| {
        let mut kind = format!(" – {}", words::kind(resource.kind).to_ascii_lowercase());
        if resource.audience != Audience::Worker {
            kind += ", not training for you";
        }
        el("li")
            .with(link(format!("#/resources/{}", resource.id), resource.title))
            .with(kind)
    });
    Some(
        el("details")
            .class("helps")
            .with(el("summary").with(count))
            .with(el("ul").with(items)),
    )
}

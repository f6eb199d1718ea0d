//! One resource.

use leptos::html;
use leptos::prelude::*;

use super::element_id;
use crate::app::resource_card::{Covered, Tag, added_by, audience, covers, dated, effort, facts};
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Address, Origin, Resource};
use crate::ui::components::{ExternalLink, Hidden};
use crate::ui::pages::Described;
use crate::ui::pages::copy_button::CopyButton;
use crate::ui::session::use_session;

/// A resource: what it is, what it takes and what it helps with.
#[component]
pub fn Card(
    resource: &'static Resource,
    #[prop(into)] is_shown: Signal<bool>,
    /// To move the focus to it.
    heading: NodeRef<html::H3>,
) -> impl IntoView {
    let Tag {
        text: effort,
        origin,
    } = effort(resource);
    let effort_class = if origin == Origin::Tool {
        "tag own"
    } else {
        "tag"
    };
    let facts = facts(resource, use_session().today());
    let facts = (!facts.is_empty()).then(|| {
        let rows = facts
            .into_iter()
            .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> })
            .collect_view();
        view! { <dl>{rows}</dl> }
    });
    view! {
        <li class="card" hidden=move || !is_shown.get()>
            <h3 node_ref=heading id=element_id(&resource.id) tabindex="-1" data-arrival="">{resource.title}</h3>
            <p class="soft">{resource.provider}</p>
            <ul class="tags" role="list">
                <li class="tag">{words::kind(resource.kind)}</li>
                <li class="tag">{words::area(bundled(), resource.area)}</li>
                <li class=effort_class>{effort}</li>
                {added_by(bundled(), resource).map(|text| view! { <li class="tag own">{text}</li> })}
                {audience(resource).map(|text| view! { <li class="tag score">{text}</li> })}
            </ul>
            <Described description=resource.description()/>
            {facts}
            <Parts resource/>
            <HelpsWith resource/>
            <Addresses resource/>
            <p class="small soft">
                {dated(bundled(), resource)} " "
                <CopyButton
                    label="Copy title and provider"
                    of=resource.title
                    text=format!("{}, {}", resource.title, resource.provider)
                />
            </p>
        </li>
    }
}

/// The names of its parts, where the source lists them.
#[component]
fn Parts(resource: &'static Resource) -> impl IntoView {
    let parts = resource.parts;
    (!parts.is_empty()).then(|| {
        view! {
            <details>
                <summary>{words::count(parts.len(), "part", "parts")}<Hidden>" of " {resource.title}</Hidden></summary>
                <ul>{parts.iter().map(|part| view! { <li>{*part}</li> }).collect_view()}</ul>
            </details>
        }
    })
}

/// What it helps with; drawn when it is opened, as it is most of a card.
#[component]
fn HelpsWith(resource: &'static Resource) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    let lists = move || {
        was_opened.get().then(|| {
            covers(bundled(), resource)
                .into_iter()
                .map(|(says, covered)| {
                    view! {
                        <div>
                            <p>{says}</p>
                            <ul>{covered.into_iter().map(cover).collect_view()}</ul>
                        </div>
                    }
                })
                .collect_view()
        })
    };
    (!resource.covers.is_empty()).then(|| {
        let count = words::count(resource.covers.len(), "thing", "things");
        view! {
            <details on:toggle=move |_| was_opened.set(true)>
                <summary>"Helps with " {count}<Hidden>": " {resource.title}</Hidden></summary>
                {lists}
            </details>
        }
    })
}

fn cover(covered: Covered) -> impl IntoView {
    let Covered {
        href,
        title,
        teaches,
    } = covered;
    view! { <li><a href=href>{title}</a>{teaches.map(|teaches| format!(": {teaches}"))}</li> }
}

#[component]
fn Addresses(resource: &'static Resource) -> impl IntoView {
    let several = resource.addresses.len() > 1;
    let text = move |address: &Address| match address.label {
        Some(label) if several => label,
        _ => resource.title,
    };
    (!resource.addresses.is_empty()).then(|| {
        let links = resource
            .addresses
            .iter()
            .map(|address| view! { <li><ExternalLink url=address.url text=text(address)/></li> })
            .collect_view();
        view! { <ul class="plain-list" role="list">{links}</ul> }
    })
}

//! One resource.

use leptos::prelude::*;

use super::{Search, element_id};
use crate::app::framework_parts::Part;
use crate::app::resource_search::target_title;
use crate::app::words;
use crate::domain::framework::model::{Audience, Cover, Framework, Origin, Resource, Target};
use crate::domain::framework::section_of;
use crate::platform::clipboard;
use crate::ui::components::external_link;
use crate::ui::kept::{then, value};

pub fn card(framework: &Framework, it: &Resource, place: usize, search: Search) -> AnyView {
    let hidden = value(move || search.found(|found| !found[place]));
    let several = it.addresses.len() > 1;
    let addresses = it
        .addresses
        .iter()
        .map(|address| {
            let label = match (&address.label, several) {
                (Some(label), true) => label,
                _ => it.title,
            };
            view! { <li>{external_link(address.url, label)}</li> }
        })
        .collect_view();
    let parts = (!it.parts.is_empty()).then(|| {
        let items = it
            .parts
            .iter()
            .map(|part| view! { <li>{*part}</li> })
            .collect_view();
        view! { <details><summary>{words::count(it.parts.len(), "part", "parts")}</summary><ul>{items}</ul></details> }
    });
    let audience = match it.audience {
        Audience::Worker => None,
        Audience::Service => Some("A service to tell people about"),
        Audience::PeopleSupported => Some("For the people you support"),
        Audience::Reference => Some("Behind the framework"),
    };
    let copy = format!("{}, {}", it.title, it.provider);
    view! {
        <li class="card" prop:hidden=hidden>
            <h3 id=element_id(&it.id) tabindex="-1" data-arrival>{it.title}</h3>
            <p class="soft">{it.provider}</p>
            <ul class="tags">
                <li class="tag">{words::kind(it.kind)}</li>
                <li class="tag">{words::area(it.area)}</li>
                <li class="tag" class:own=it.effort.origin == Origin::Tool>
                    {words::effort(it.effort.band)}
                    {(it.effort.origin == Origin::Tool).then_some(" (this tool’s estimate)")}
                </li>
                {audience.map(|text| view! { <li class="tag score">{text}</li> })}
            </ul>
            <p>{it.text}</p>
            {facts(it)}
            {parts}
            {covers(framework, &it.covers)}
            {(!it.addresses.is_empty()).then(|| view! { <ul class="plain-list">{addresses}</ul> })}
            <p class="small soft">
                {it.dated.map(|dated| format!("{dated} "))}
                {if it.addresses.is_empty() {
                    "No address was listed in March 2021. "
                } else {
                    "Listed in March 2021, not checked since. "
                }}
                <button type="button" class="link-button" on:click=then(move |event| clipboard::copy(&copy, &event))>
                    "Copy title and provider"
                </button>
            </p>
        </li>
    }
    .into_any()
}

/// What the source says of length, cost and rules.
fn facts(it: &Resource) -> AnyView {
    let sessions = it
        .sessions
        .map(|n| words::count(usize::from(n), "session", "sessions"));
    let length = match (sessions, it.duration) {
        (Some(sessions), Some(duration)) => Some(format!("{sessions}, {duration}")),
        (one, other) => one.or(other.map(str::to_owned)),
    };
    let open = it
        .open_to_all_sectors
        .then_some("Open to people in the voluntary sector and social care too, not only the NHS.");
    let rows = [
        ("Length", length.as_deref()),
        ("Cost", it.cost),
        ("Licence", it.licence),
        ("Provider", it.provider_rule),
        ("Who can use it", open),
    ];
    let rows = rows
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .collect::<Vec<_>>();
    if rows.is_empty() {
        return ().into_any();
    }
    let rows = rows
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value.to_owned()}</dd> })
        .collect_view();
    view! { <dl>{rows}</dl> }.into_any()
}

/// What it helps with: what the framework says, then what this tool adds.
fn covers(framework: &Framework, covers: &[Cover]) -> AnyView {
    if covers.is_empty() {
        return ().into_any();
    }
    let lists = [
        (Origin::Framework, "The framework lists it for:"),
        (Origin::Tool, "This tool adds, by what it teaches:"),
    ]
    .map(|(origin, says)| {
        let items = covers
            .iter()
            .filter(|cover| cover.origin == origin)
            .map(|cover| cover_link(framework, cover))
            .collect_view();
        (!items.is_empty()).then(|| view! { <div><p>{says}</p> <ul>{items}</ul></div> })
    });
    view! {
        <details>
            <summary>"Helps with " {words::count(covers.len(), "thing", "things")}</summary>
            {lists}
        </details>
    }
    .into_any()
}

fn cover_link(framework: &Framework, cover: &Cover) -> AnyView {
    let title = target_title(framework, &cover.target);
    let title = match &cover.target {
        Target::Section(_) => format!("{title} (the whole section)"),
        // Two sections may have a topic of one name.
        Target::Topic(id) => match framework.section(section_of(id)) {
            Some(section) => format!("{title} ({})", section.title),
            None => title.to_owned(),
        },
        _ => title.to_owned(),
    };
    view! {
        <li>
            <a href=href(framework, &cover.target)>{title}</a>
            {cover.teaches.map(|teaches| format!(": {teaches}"))}
        </li>
    }
    .into_any()
}

/// Where what a resource helps with is explained.
fn href(framework: &Framework, target: &Target) -> String {
    let part = match target {
        Target::Topic(id) => framework.topic(id.as_str()).and_then(|topic| {
            let section = framework.section(section_of(id))?;
            Some(Part::Topic(section, topic))
        }),
        Target::Competency(id) => framework.competency(id.as_str()).map(Part::Competency),
        Target::Section(id) => framework.section(id.as_str()).map(Part::Section),
        Target::Requirement(id) => framework.role_of(id).map(Part::Role),
    };
    part.unwrap_or(Part::Roles).href()
}

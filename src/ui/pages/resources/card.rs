//! One resource.

use super::{Search, element_id};
use crate::app::framework_parts::Part;
use crate::app::resource_search::target_title;
use crate::app::words;
use crate::domain::framework::model::{Audience, Cover, Framework, Origin, Resource, Target};
use crate::domain::framework::section_of;
use crate::platform::clipboard;
use crate::ui::components::external_link;
use crate::ui::components::form::link;
use crate::ui::element::{Element, each, el};
use crate::ui::pages::own_words;

pub fn card(framework: &Framework, it: &Resource, place: usize, search: Search) -> Element {
    let several = it.addresses.len() > 1;
    let addresses = (!it.addresses.is_empty()).then(|| {
        let items = each(it.addresses.iter(), |address| {
            let label = match (&address.label, several) {
                (Some(label), true) => label,
                _ => it.title,
            };
            el("li").with(external_link(address.url, label))
        });
        el("ul").class("plain-list").with(items)
    });
    let parts = (!it.parts.is_empty()).then(|| {
        el("details")
            .with(el("summary").with(words::count(it.parts.len(), "part", "parts")))
            .with(el("ul").with(each(it.parts.iter(), |part| el("li").with(*part))))
    });
    let audience = match it.audience {
        Audience::Worker => None,
        Audience::Service => Some("A service to tell people about"),
        Audience::PeopleSupported => Some("For the people you support"),
        Audience::Reference => Some("Behind the framework"),
    };
    let tag = |class, words: &str| el("li").class(class).with(words.to_owned());
    let effort = words::effort(it.effort.band);
    let effort = if it.effort.origin == Origin::Tool {
        tag("tag own", &format!("{effort} (this tool’s estimate)"))
    } else {
        tag("tag", effort)
    };
    let mut dated = it.dated.map_or(String::new(), |dated| format!("{dated} "));
    dated += if it.addresses.is_empty() {
        "No address was listed in March 2021. "
    } else {
        "Listed in March 2021, not checked since. "
    };
    let copied = format!("{}, {}", it.title, it.provider);
    let copy = el("button")
        .attr("type", "button")
        .class("link-button")
        .on("click", move |event| clipboard::copy(&copied, &event))
        .with("Copy title and provider");
    el("li")
        .class("card")
        .live_flag("hidden", move || !search.shows(place))
        .with(
            el("h3")
                .attr("id", element_id(&it.id))
                .attr("tabindex", "-1")
                .flag("data-arrival", true)
                .with(it.title),
        )
        .with(el("p").class("soft").with(it.provider))
        .with(
            el("ul")
                .class("tags")
                .with(tag("tag", words::kind(it.kind)))
                .with(tag("tag", words::area(it.area)))
                .with(effort)
                .with(audience.map(|text| tag("tag score", text))),
        )
        .with(el("p").with(it.text))
        .with(own_words(it.own))
        .with(facts(it))
        .with(parts)
        .with(covers(framework, &it.covers))
        .with(addresses)
        .with(el("p").class("small soft").with(dated).with(copy))
}

/// What the source says of length, cost and rules.
fn facts(it: &Resource) -> Option<Element> {
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
    if rows.iter().all(|(_, value)| value.is_none()) {
        return None;
    }
    let mut list = el("dl");
    for (name, value) in rows {
        if let Some(value) = value {
            list = list
                .with(el("dt").with(name))
                .with(el("dd").with(value.to_owned()));
        }
    }
    Some(list)
}

/// What it helps with: what the framework says, then what this tool adds.
fn covers(framework: &Framework, covers: &[Cover]) -> Option<Element> {
    if covers.is_empty() {
        return None;
    }
    let lists = [
        (Origin::Framework, "The framework lists it for:"),
        (Origin::Tool, "This tool adds, by what it teaches:"),
    ];
    let lists = each(lists, |(origin, says)| {
        if !covers.iter().any(|cover| cover.origin == origin) {
            return None;
        }
        let items = each(covers, |cover| {
            (cover.origin == origin).then(|| cover_link(framework, cover))
        });
        Some(
            el("div")
                .with(el("p").with(says))
                .with(el("ul").with(items)),
        )
    });
    let count = words::count(covers.len(), "thing", "things");
    Some(
        el("details")
            .with(el("summary").with(format!("Helps with {count}")))
            .with(lists),
    )
}

fn cover_link(framework: &Framework, cover: &Cover) -> Element {
    let title = target_title(framework, &cover.target);
    let title = match &cover.target {
        Target::Section(_) => format!("{title} ({})", cover.group.unwrap_or("the whole section")),
        // Two sections may have a topic of one name.
        Target::Topic(id) => match framework.section(section_of(id)) {
            Some(section) => format!("{title} ({})", section.title),
            None => title.to_owned(),
        },
        _ => title.to_owned(),
    };
    el("li")
        .with(link(href(framework, &cover.target), title))
        .with(cover.teaches.map(|teaches| format!(": {teaches}")))
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

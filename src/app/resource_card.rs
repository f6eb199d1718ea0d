//! What the card of a training resource says.

use crate::app::framework_parts::FrameworkPart;
use crate::app::resource_search::target_title;
use crate::app::words;
use crate::domain::dates::Day;
use crate::domain::framework::model::{
    Audience, Cover, Framework, HostWords, Origin, Resource, Target, Text,
};
use crate::domain::framework::section_of;
use crate::domain::ids::ResourceId;

/// A short fact, and whether it is this tool's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub text: String,
    pub origin: Origin,
}

/// How much time it takes.
pub fn effort(resource: &Resource) -> Tag {
    Tag {
        text: words::effort_and_who(resource.effort),
        origin: resource.effort.origin,
    }
}

/// Who it is for, where that is not the worker.
pub fn audience(resource: &Resource) -> Option<Text> {
    match resource.audience {
        Audience::Worker => None,
        Audience::Service => Some("A service to tell people about"),
        Audience::PeopleSupported => Some("For the people you support"),
        Audience::Reference => Some("Behind the framework"),
    }
}

/// Who added it, where that is the host of the site.
pub fn added_by(framework: &Framework, resource: &Resource) -> Option<String> {
    let host = framework.host.filter(|_| resource.is_hosts_own())?;
    Some(format!("Added by {}", host.name))
}

/// What the source and the host say of length, cost and rules: names and
/// values.
pub fn facts(resource: &Resource, today: Day) -> Vec<(Text, String)> {
    let sessions = resource
        .sessions
        .map(|n| words::count(usize::from(n), "session", "sessions"));
    let length = match (sessions, resource.duration) {
        (Some(sessions), Some(duration)) => Some(format!("{sessions}, {duration}")),
        (one, other) => one.or(other.map(str::to_owned)),
    };
    let open = resource
        .open_to_all_sectors
        .then_some("Open to people in the voluntary sector and social care too, not only the NHS.");
    let rest = [
        ("Cost", resource.cost),
        ("Licence", resource.licence),
        ("Provider", resource.provider_rule),
        ("Who can use it", open),
    ];
    let rest = rest.map(|(name, value)| (name, value.map(str::to_owned)));
    let host = resource.host;
    let dates = host.map(|it| it.next_dates(today).join(", "));
    let said = |it: fn(&HostWords) -> Option<Text>| host.and_then(it).map(str::to_owned);
    let of_host = [
        ("Who may come", said(|it| it.who)),
        ("How to book", said(|it| it.booking)),
        ("Next dates", dates.filter(|it| !it.is_empty())),
        ("Good to know here", said(|it| it.note)),
    ];
    [("Length", length)]
        .into_iter()
        .chain(rest)
        .chain(of_host)
        .filter_map(|(name, value)| Some((name, value?)))
        .collect()
}

/// When it was listed or checked, and with what remark.
pub fn dated(framework: &Framework, resource: &Resource) -> String {
    let listed = listed(framework, resource);
    match resource.dated {
        Some(dated) => format!("{dated} {listed}"),
        None => listed,
    }
}

/// What the whole list is, and by whom.
pub fn about(framework: &Framework) -> String {
    const SEARCH: &str = "where a link is dead, copy the title and provider and search for them.";
    match framework.host {
        None => format!(
            "All that the framework lists, as in March 2021. Addresses have not been checked since: {SEARCH}"
        ),
        Some(host) => format!(
            "What {} adds comes first, then what the framework lists, as in March 2021. Each says whether its address was checked since, and when: {SEARCH}",
            host.name
        ),
    }
}

/// What is known of its addresses, and by whom.
pub fn listed(framework: &Framework, resource: &Resource) -> String {
    let Some((host, said)) = framework.host.zip(resource.host) else {
        return match resource.addresses.is_empty() {
            true => "No address was listed in March 2021.",
            false => "Listed in March 2021, not checked since.",
        }
        .to_owned();
    };
    let name = host.name;
    if resource.is_hosts_own() {
        return match said.checked {
            Some(day) => format!("Added by {name}, checked on {day}."),
            None => format!("Added by {name}."),
        };
    }
    let mut listed = match (resource.addresses.is_empty(), said.is_gone, said.checked) {
        (_, true, Some(day)) => {
            format!("The address listed in March 2021 is gone: {name} looked on {day}.")
        }
        (_, true, None) => format!("The address listed in March 2021 is gone, as {name} found."),
        (true, _, _) => "No address was listed in March 2021.".to_owned(),
        (false, _, Some(day)) => format!("Checked on {day} by {name}."),
        (false, _, None) => "Listed in March 2021, not checked since.".to_owned(),
    };
    if said.is_hidden {
        listed.push_str(&format!(" {name} does not offer it here."));
    }
    listed
}

/// Something a resource helps with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Where it is explained.
    pub href: String,
    pub title: String,
    /// What in the resource teaches it.
    pub teaches: Option<Text>,
}

/// What a resource helps with, by who says so: what the framework says first,
/// then what this tool adds.
pub fn covers(framework: &Framework, resource: &Resource) -> Vec<(Text, Vec<Covered>)> {
    let covered = |cover: &Cover| Covered {
        href: href(framework, &cover.target),
        title: title(framework, cover),
        teaches: cover.teaches,
    };
    [
        (Origin::Framework, "The framework lists it for:"),
        (Origin::Host, "Whoever added it says that it helps with:"),
        (Origin::Tool, "This tool adds, by what it teaches:"),
    ]
    .into_iter()
    .map(|(origin, says)| {
        let those = resource.covers.iter().filter(|it| it.origin == origin);
        (says, those.map(covered).collect::<Vec<_>>())
    })
    .filter(|(_, covered)| !covered.is_empty())
    .collect()
}

fn title(framework: &Framework, cover: &Cover) -> String {
    let title = target_title(framework, &cover.target);
    match &cover.target {
        Target::Section(_) => format!("{title} ({})", cover.group.unwrap_or("the whole section")),
        // Two sections may have a topic of one name.
        Target::Topic(id) => match framework.section(section_of(id)) {
            Some(section) => format!("{title} ({})", section.title),
            None => title.to_owned(),
        },
        _ => title.to_owned(),
    }
}

fn href(framework: &Framework, target: &Target) -> String {
    let part = match target {
        Target::Topic(id) => framework.topic(id.as_str()).and_then(|topic| {
            let section = framework.section(section_of(id))?;
            Some(FrameworkPart::Topic(section, topic))
        }),
        Target::Competency(id) => framework
            .competency(id.as_str())
            .map(FrameworkPart::Competency),
        Target::Section(id) => framework.section(id.as_str()).map(FrameworkPart::Section),
        Target::Requirement(id) => framework.role_of(id).map(FrameworkPart::Role),
    };
    part.unwrap_or(FrameworkPart::Roles).href()
}

/// A link to a resource in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceLink {
    pub href: String,
    pub title: Text,
    /// Its kind and who it is for, after the title.
    pub kind: String,
}

/// The link to a resource.
pub fn link(resource: &Resource) -> ResourceLink {
    let mut kind = format!(" – {}", words::kind(resource.kind).to_ascii_lowercase());
    if resource.audience != Audience::Worker {
        kind += ", not training for you";
    }
    ResourceLink {
        href: format!("#/resources/{}", resource.id),
        title: resource.title,
        kind,
    }
}

/// The resources of these ids, in their order.
pub fn named<'a>(framework: &'a Framework, ids: &[ResourceId]) -> Vec<&'a Resource> {
    let found = |id: &ResourceId| framework.resource(id.as_str());
    ids.iter().filter_map(found).collect()
}

/// Says that nothing is listed for this; nothing where that goes without
/// saying.
pub fn nothing_listed(framework: &Framework, target: &Target) -> Option<Text> {
    match target {
        Target::Topic(id) => {
            let whole = Target::Section(section_of(id).into());
            Some(if framework.resources_for(&whole).is_empty() {
                "No training is listed for this."
            } else {
                "No training is listed for this alone; see the training for the whole section below."
            })
        }
        Target::Section(_) => {
            Some("No training is listed for the section as a whole; see each topic.")
        }
        Target::Competency(_) | Target::Requirement(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::route::Route;
    use crate::domain::framework::bundled;

    fn today() -> Day {
        Day::new(2026, 11, 23).expect("a day")
    }

    fn resource(id: &str) -> &'static Resource {
        bundled().resource(id).unwrap()
    }

    #[test]
    fn what_it_helps_with_leads_to_where_that_is_explained() {
        let mut seen = 0;
        for it in &bundled().resources {
            let groups = covers(bundled(), it);
            seen += groups
                .iter()
                .map(|(_, covered)| covered.len())
                .sum::<usize>();
            for covered in groups.into_iter().flat_map(|(_, covered)| covered) {
                let route = Route::parse(covered.href.trim_start_matches('#'));
                let Some(Route::FrameworkPart(slug)) = route else {
                    panic!("{} of {} leads nowhere", covered.href, it.id);
                };
                assert!(FrameworkPart::find(bundled(), &slug).is_some(), "{slug}");
            }
        }
        let all = bundled().resources.iter().map(|it| it.covers.len());
        assert_eq!(seen, all.sum::<usize>());
    }

    #[test]
    fn a_topic_is_told_with_its_section() {
        let groups = covers(bundled(), resource("e-lfh-communicating-with-empathy"));
        let mut all = groups.iter().flat_map(|(_, covered)| covered);
        assert!(all.any(|it| it.title == "Empathy (Level 1: engaging people)"));
    }

    #[test]
    fn no_fact_is_made_up() {
        for it in &bundled().resources {
            for (name, value) in facts(it, today()) {
                assert!(!value.is_empty(), "{name} of {}", it.id);
            }
            assert_eq!(
                facts(it, today()).iter().any(|(name, _)| *name == "Cost"),
                it.cost.is_some()
            );
        }
    }
}

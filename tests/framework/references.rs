//! Every id that something names is there, and the things that name each
//! other do so both ways.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::check;
use crate::data::{at_mut, list, list_mut, push, resources, set, text, topics, words};

/// A name that should lead somewhere: where it stands, what kind of thing it
/// names, and the id.
type Link = (String, &'static str, String);

fn links(data: &Value) -> Vec<Link> {
    let mut links = Vec::new();
    let mut add = |from: &Value, field: &str, kind: &'static str| {
        let named = from[field].as_str().into_iter().chain(words(from, field));
        let place = format!("{}.{field}", text(from, "id"));
        links.extend(named.map(|id| (place.clone(), kind, id.to_owned())));
    };
    for level in list(data, "ladder") {
        add(level, "sections", "section");
        add(level, "competencies", "competency");
    }
    for competency in list(data, "competencies") {
        add(competency, "level", "level");
    }
    for section in list(data, "sections") {
        add(section, "level", "level");
        add(section, "roles", "role");
    }
    for topic in topics(data) {
        add(topic, "same_as", "topic");
    }
    for resource in resources(data) {
        add(resource, "level", "level");
        add(resource, "roles", "role");
    }
    for tool in list(&data["practice"], "outcome_tools") {
        add(tool, "resources", "resource");
    }
    for directory in list(&data["practice"], "directories") {
        add(directory, "resource", "resource");
    }
    for reference in list(data, "references") {
        add(reference, "resource", "resource");
    }
    for resource in resources(data) {
        for cover in list(resource, "covers") {
            for kind in ["topic", "competency", "section", "requirement"] {
                if let Some(id) = cover["target"][kind].as_str() {
                    links.push((
                        format!("{}.covers", text(resource, "id")),
                        kind,
                        id.to_owned(),
                    ));
                }
            }
        }
    }
    for topic in topics(data) {
        let id = text(topic, "id");
        let section = id.split('/').next().unwrap_or_default();
        links.push((format!("{id}.id"), "section", section.to_owned()));
    }
    links
}

fn known(data: &Value) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let of = |place: &str| {
        list(data, place)
            .iter()
            .map(|item| text(item, "id"))
            .collect()
    };
    let requirements = list(data, "roles")
        .iter()
        .flat_map(|role| list(role, "requirements"));
    BTreeMap::from([
        ("section", of("sections")),
        ("competency", of("competencies")),
        ("level", of("ladder")),
        ("role", of("roles")),
        (
            "topic",
            topics(data).map(|topic| text(topic, "id")).collect(),
        ),
        (
            "resource",
            resources(data).map(|item| text(item, "id")).collect(),
        ),
        (
            "requirement",
            requirements.map(|item| text(item, "id")).collect(),
        ),
    ])
}

fn unresolved(data: &Value) -> Vec<String> {
    let known = known(data);
    links(data)
        .into_iter()
        .filter(|(_, kind, id)| !known[kind].contains(id.as_str()))
        .map(|(place, kind, id)| format!("{place}: there is no {kind} {id}"))
        .collect()
}

#[test]
fn every_reference_resolves() {
    check(
        unresolved,
        &[
            (
                "ladder, section",
                |d| push(d, "ladder.entry.sections", "x"),
                "no section x",
            ),
            (
                "ladder, competency",
                |d| push(d, "ladder.entry.competencies", "x"),
                "no competency x",
            ),
            (
                "competency, level",
                |d| set(d, "competencies.self-monitoring.level", "x"),
                "no level x",
            ),
            (
                "section, level",
                |d| set(d, "sections.level-1-skills.level", "x"),
                "no level x",
            ),
            (
                "section, role",
                |d| push(d, "sections.specialist-areas.roles", "x"),
                "no role x",
            ),
            (
                "topic, same as",
                |d| {
                    push(
                        d,
                        "topics.specialist-areas.specialist-areas/carers.same_as",
                        "x/y",
                    )
                },
                "no topic x/y",
            ),
            (
                "topic, section",
                |d| {
                    set(
                        d,
                        "topics.specialist-areas.specialist-areas/arts.id",
                        "x/arts",
                    )
                },
                "no section x",
            ),
            (
                "resource, level",
                |d| set(d, "resources.level-1.tpc-videos.level", "x"),
                "no level x",
            ),
            (
                "resource, role",
                |d| push(d, "resources.level-1.tpc-videos.roles", "x"),
                "no role x",
            ),
            (
                "cover, topic",
                |d| cover(d, json!({"topic": "level-1-skills/x"})),
                "no topic level-1-skills/x",
            ),
            (
                "cover, section",
                |d| cover(d, json!({"section": "x"})),
                "no section x",
            ),
            (
                "cover, competency",
                |d| cover(d, json!({"competency": "x"})),
                "no competency x",
            ),
            (
                "cover, requirement",
                |d| cover(d, json!({"requirement": "x"})),
                "no requirement x",
            ),
            (
                "outcome tool, resource",
                |d| push(d, "practice.outcome_tools.mycaw.resources", "x"),
                "mycaw.resources: there is no resource x",
            ),
            (
                "directory, resource",
                |d| {
                    set(
                        d,
                        "practice.directories.taunton-wellbeing-zone.resource",
                        "x",
                    )
                },
                "taunton-wellbeing-zone.resource: there is no resource x",
            ),
            (
                "document, resource",
                |d| set(d, "references.care-navigation-framework.resource", "x"),
                "care-navigation-framework.resource: there is no resource x",
            ),
        ],
    );
}

fn cover(data: &mut Value, target: Value) {
    push(
        data,
        "resources.level-1.tpc-videos.covers",
        json!({"target": target, "origin": "framework"}),
    );
}

/// What a topic says it is the same as, by its id.
fn same_as(data: &Value) -> BTreeMap<&str, Vec<&str>> {
    topics(data)
        .map(|topic| (text(topic, "id"), words(topic, "same_as")))
        .collect()
}

fn not_the_same(data: &Value) -> Vec<String> {
    let same = same_as(data);
    let safety: BTreeSet<&str> = topics(data)
        .filter(|topic| topic["safety"] == true)
        .map(|topic| text(topic, "id"))
        .collect();
    let of = |id: &str| same.get(id).map_or(&[][..], Vec::as_slice);
    let mut complaints = Vec::new();
    for (&one, others) in &same {
        for &other in others {
            if other == one {
                complaints.push(format!("{one} is the same as itself"));
            } else if !of(other).contains(&one) {
                complaints.push(format!(
                    "{one} is the same as {other}, which does not say so"
                ));
            }
            if safety.contains(one) != safety.contains(other) {
                complaints.push(format!("only one of {one} and {other} is a safety topic"));
            }
            for &third in of(other) {
                if third != one && !others.contains(&third) {
                    complaints.push(format!("{one} is the same as {other}, so it is as {third}"));
                }
            }
        }
    }
    complaints
}

#[test]
fn topics_that_are_the_same_all_say_so_and_are_alike_in_safety() {
    check(
        not_the_same,
        &[
            (
                "one way only",
                |d| {
                    list_mut(at_mut(
                        d,
                        "topics.level-1-skills.level-1-skills/empathy.same_as",
                    ))
                    .clear();
                },
                "workshop-competencies/empathy is the same as level-1-skills/empathy, which",
            ),
            (
                "itself",
                |d| {
                    push(
                        d,
                        "topics.level-1-skills.level-1-skills/empathy.same_as",
                        "level-1-skills/empathy",
                    )
                },
                "level-1-skills/empathy is the same as itself",
            ),
            (
                "a third left out",
                |d| {
                    push(
                        d,
                        "topics.level-1-skills.level-1-skills/empathy.same_as",
                        "level-1-skills/active-listening",
                    );
                    push(
                        d,
                        "topics.level-1-skills.level-1-skills/active-listening.same_as",
                        "level-1-skills/empathy",
                    );
                },
                "level-1-skills/empathy is the same as level-1-skills/active-listening, so it is",
            ),
            (
                "safety with no safety",
                |d| {
                    at_mut(d, "topics.level-1-skills.level-1-skills/empathy")["safety"] =
                        true.into();
                },
                "only one of level-1-skills/empathy and workshop-competencies/empathy is",
            ),
        ],
    );
}

/// A section or competency and the level that asks for it name each other. The
/// last level assesses all six again.
fn levels(data: &Value) -> Vec<String> {
    let ladder = list(data, "ladder");
    let last = ladder.last().map_or("", |level| text(level, "id"));
    let mut complaints = Vec::new();
    for (list_of, again) in [("sections", ""), ("competencies", last)] {
        for item in list(data, list_of) {
            let id = text(item, "id");
            let own = text(item, "level");
            for level in ladder {
                let level_id = text(level, "id");
                let wanted = level_id == own || level_id == again;
                if words(level, list_of).contains(&id) != wanted {
                    complaints.push(format!(
                        "{id} has the level {own:?}, and {level_id} says otherwise"
                    ));
                }
            }
            if list_of == "sections" && own.is_empty() == (item["standing"] == "framework") {
                complaints.push(format!(
                    "{id}: a framework section has a level, no other has"
                ));
            }
        }
    }
    for directory in list(&data["practice"], "directories") {
        if (directory["launched"] == true) == text(directory, "resource").is_empty() {
            complaints.push(format!(
                "{}: a launched directory has a resource, no other has",
                text(directory, "id")
            ));
        }
    }
    complaints
}

#[test]
fn sections_competencies_and_directories_stand_where_the_framework_has_them() {
    check(
        levels,
        &[
            (
                "a section in two levels",
                |d| push(d, "ladder.entry.sections", "core-knowledge"),
                "core-knowledge has the level \"early-career\", and entry",
            ),
            (
                "a competency not assessed again",
                |d| list_mut(at_mut(d, "ladder.wider-responsibilities.competencies")).clear(),
                "self-monitoring has the level \"established-career\", and wider",
            ),
            (
                "background with a level",
                |d| set(d, "sections.core-knowledge.standing", "background"),
                "core-knowledge: a framework section",
            ),
            (
                "an address for what is not there",
                |d| {
                    set(
                        d,
                        "practice.directories.taunton-wellbeing-zone.launched",
                        false,
                    )
                },
                "taunton-wellbeing-zone: a launched",
            ),
        ],
    );
}

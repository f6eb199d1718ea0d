//! Identifiers are part of the file format: unique, well formed, and frozen in
//! `ids.txt`. One may be added, none may change or go.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use waymark::domain::ids::is_well_formed;

use crate::check;
use crate::data::{checkout, list, list_mut, pop, push, set, text};

/// The committed list.
fn committed() -> String {
    let path = checkout().join("tests/framework/ids.txt");
    std::fs::read_to_string(path).expect("the committed list of ids can be read")
}

/// An item with an id: what kind of thing it is, its id, and the id of what it
/// stands in.
struct Item<'a> {
    kind: &'static str,
    id: &'a str,
    parent: &'a str,
}

/// The lists whose items have ids, and what their items are.
const KINDS: &[(&str, &str)] = &[
    ("about", "framework"),
    ("passages.purpose", "passage"),
    ("passages.kinds_of_training", "passage"),
    ("passages.somerset_model", "passage"),
    ("passages.logic_model", "passage"),
    ("passages.differences", "passage"),
    ("scale.how_to_score", "passage"),
    ("scale.prompts", "passage"),
    ("practice.apprenticeship", "passage"),
    ("practice.personalised_plan", "passage"),
    ("practice.outcome_tools", "outcome-tool"),
    ("practice.directories", "directory"),
    ("practice.referral_codes.uses", "code-use"),
    ("competencies", "competency"),
    ("competencies.features", "feature"),
    ("ladder", "level"),
    ("references", "reference"),
    ("roles", "role"),
    ("roles.requirements", "requirement"),
    ("roles.responsibilities", "responsibility"),
    ("roles.owed", "responsibility"),
    ("sections", "section"),
    ("topics", "topic"),
    ("resources", "resource"),
];

fn items(data: &Value) -> Vec<Item<'_>> {
    let mut found = Vec::new();
    walk(data, "", "", &mut found);
    found
}

fn walk<'a>(value: &'a Value, place: &str, parent: &'a str, found: &mut Vec<Item<'a>>) {
    match value {
        Value::Array(list) => list
            .iter()
            .for_each(|item| walk(item, place, parent, found)),
        Value::Object(map) => {
            let id = map.get("id").and_then(Value::as_str).unwrap_or(parent);
            if map.contains_key("id") {
                let kind = KINDS.iter().find(|(list, _)| *list == place);
                let (_, kind) = kind.unwrap_or_else(|| {
                    panic!("{place}: a new kind of id ({id}); name it in KINDS")
                });
                found.push(Item { kind, id, parent });
            }
            for (field, value) in map {
                // A folder's files are one list.
                let place = match place {
                    "topics" | "resources" => place.to_owned(),
                    "" => field.clone(),
                    _ => format!("{place}.{field}"),
                };
                walk(value, &place, id, found);
            }
        }
        _ => {}
    }
}

/// The ids as the list has them: “topic level-1-skills/empathy”.
pub fn lines(data: &Value) -> Vec<String> {
    items(data)
        .iter()
        .map(|item| format!("{} {}", item.kind, item.id))
        .collect()
}

const EMPATHY: &str = "topics.level-1-skills.level-1-skills/empathy.id";
const FEATURE: &str = "competencies.self-monitoring.features.self-monitoring/support.id";

fn unique(data: &Value) -> Vec<String> {
    let mut seen = BTreeSet::new();
    lines(data)
        .into_iter()
        .filter(|line| !seen.insert(line.clone()))
        .map(|line| format!("two items are called {line}"))
        .collect()
}

#[test]
fn an_id_is_used_once() {
    check(
        unique,
        &[
            (
                "two topics of one name",
                |d| set(d, EMPATHY, "level-1-skills/reflection"),
                "topic level-1-skills/reflection",
            ),
            (
                "two passages, in two lists",
                |d| set(d, "scale.prompts.openings-taken.id", "two-steps"),
                "passage two-steps",
            ),
        ],
    );
}

/// How many parts the ids of a kind have.
fn parts(kind: &str) -> usize {
    match kind {
        "topic" | "feature" => 2,
        _ => 1,
    }
}

fn well_formed(data: &Value) -> Vec<String> {
    items(data)
        .into_iter()
        .filter(|item| !is_well_formed(item.id) || item.id.split('/').count() != parts(item.kind))
        .map(|item| format!("{} {:?} is not well formed", item.kind, item.id))
        .collect()
}

#[test]
fn an_id_is_lower_case_words_joined_by_hyphens() {
    check(
        well_formed,
        &[
            (
                "a capital",
                |d| set(d, "ladder.entry.id", "Entry"),
                "level \"Entry\"",
            ),
            (
                "a space",
                |d| set(d, "ladder.entry.id", "en try"),
                "level \"en try\"",
            ),
            (
                "two hyphens",
                |d| set(d, "ladder.entry.id", "en--try"),
                "level \"en--try\"",
            ),
            ("nothing", |d| set(d, "ladder.entry.id", ""), "level \"\""),
            (
                "no section",
                |d| set(d, EMPATHY, "empathy"),
                "topic \"empathy\"",
            ),
            (
                "a part too many",
                |d| set(d, EMPATHY, "level-1-skills/a/b"),
                "skills/a/b\"",
            ),
        ],
    );
}

fn under_their_own(data: &Value) -> Vec<String> {
    let files = data["topics"].as_object().expect("a folder of files");
    let topics = files.iter().flat_map(|(file, topics)| {
        let topics = topics.as_array().expect("a list of topics");
        topics
            .iter()
            .map(move |topic| (file.as_str(), text(topic, "id")))
    });
    let all = items(data);
    let features = all
        .iter()
        .filter(|item| item.kind == "feature")
        .map(|item| (item.parent, item.id));
    topics
        .chain(features)
        .filter(|(owner, id)| id.split('/').next() != Some(owner))
        .map(|(owner, id)| format!("{id} stands under {owner}"))
        .collect()
}

#[test]
fn a_topic_is_named_under_its_section_and_a_feature_under_its_competency() {
    check(
        under_their_own,
        &[
            (
                "a topic of another section",
                |d| set(d, EMPATHY, "level-2-skills/empathy"),
                "level-2-skills/empathy stands under level-1-skills",
            ),
            (
                "a feature of another competency",
                |d| set(d, FEATURE, "promoting-autonomy/support"),
                "promoting-autonomy/support stands under self-monitoring",
            ),
        ],
    );
}

/// Compares the ids with the committed list.
fn frozen(committed: &str, data: &Value) -> Vec<String> {
    let committed: BTreeSet<&str> = committed.lines().collect();
    let here = lines(data);
    let here: BTreeSet<&str> = here.iter().map(String::as_str).collect();
    let gone = committed.difference(&here).map(|line| {
        format!("“{line}” is not in the data: an id may be added, none may change or go")
    });
    let new = here.difference(&committed).map(|line| {
        format!("“{line}” is new: if it is right for good, add it to tests/framework/ids.txt")
    });
    gone.chain(new).collect()
}

#[test]
fn an_id_may_be_added_and_none_may_change_or_go() {
    let committed = committed();
    check(
        |data| frozen(&committed, data),
        &[
            (
                "one changed",
                |d| set(d, EMPATHY, "level-1-skills/feeling"),
                "“topic level-1-skills/empathy” is not in the data: an id may be added",
            ),
            (
                "one gone",
                |d| pop(d, "resources.level-1"),
                "“resource better-conversation” is not in the data",
            ),
            (
                "one added and not listed",
                |d| push(d, "passages.purpose", json!({"id": "later"})),
                "“passage later” is new",
            ),
        ],
    );
}

fn out_of_order(committed: &str) -> Vec<String> {
    let lines: Vec<&str> = committed.lines().collect();
    lines
        .windows(2)
        .filter(|pair| pair[0] >= pair[1])
        .map(|pair| format!("“{}” should stand after “{}”, once", pair[0], pair[1]))
        .collect()
}

#[test]
fn the_committed_list_is_sorted() {
    assert_eq!(
        out_of_order("role a\nrole b\nrole a"),
        ["“role b” should stand after “role a”, once"]
    );
    assert_eq!(out_of_order("role a\nrole a").len(), 1);
    let complaints = out_of_order(&committed());
    assert!(complaints.is_empty(), "\n- {}\n", complaints.join("\n- "));
}

/// Roles, career levels, competencies and sections, in the framework's order.
#[rustfmt::skip]
const IN_ORDER: [(&str, &[&str]); 4] = [
    ("roles", &[
        "social-prescribing-link-worker", "health-and-wellbeing-coach", "care-coordinator",
        "other-role",
    ]),
    ("ladder", &[
        "entry", "early-career", "mid-career", "established-career", "wider-responsibilities",
    ]),
    ("competencies", &[
        "person-centred-approach", "promoting-autonomy", "action-planning-and-goal-setting",
        "managing-setbacks-and-problem-solving", "supporting-competence-and-self-efficacy",
        "self-monitoring",
    ]),
    ("sections", &[
        "local-induction", "core-knowledge", "level-1-skills", "level-2-skills",
        "level-3-components", "models-and-tools", "legislation-and-policy", "key-conditions",
        "social-prescribing-activities", "community-development", "professional-practice",
        "workshop-competencies", "caseload-topics", "specialist-areas",
    ]),
];

fn out_of_their_order(data: &Value) -> Vec<String> {
    IN_ORDER
        .iter()
        .map(|(place, wanted)| {
            (
                place,
                wanted,
                list(data, place).iter().map(|i| text(i, "id")),
            )
        })
        .filter(|(_, wanted, found)| !found.clone().eq(wanted.iter().copied()))
        .map(|(place, wanted, found)| {
            let found: Vec<&str> = found.collect();
            format!("{place}: {found:?}, not {wanted:?}")
        })
        .collect()
}

#[test]
fn roles_levels_competencies_and_sections_stand_in_order() {
    check(
        out_of_their_order,
        &[
            (
                "roles",
                |d| list_mut(&mut d["roles"]).swap(0, 1),
                "roles: [",
            ),
            (
                "levels",
                |d| list_mut(&mut d["ladder"]).swap(0, 1),
                "ladder: [",
            ),
            (
                "competencies",
                |d| pop(d, "competencies"),
                "competencies: [",
            ),
            (
                "sections",
                |d| list_mut(&mut d["sections"]).swap(4, 5),
                "sections: [",
            ),
        ],
    );
}

//! What must be there, counted: the table of the source's README.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::addresses;
use crate::check;
use crate::data::{at, at_mut, list, list_mut, pop, text, topics};

/// What is counted, how many there are, the list they stand in, and which of
/// its items count.
type Row = (&'static str, usize, &'static str, fn(&Value) -> bool);

const ALL: fn(&Value) -> bool = |_| true;
const SCHEME: fn(&Value) -> bool = |item| item["kind"] == "scheme";
const ESSENTIAL: fn(&Value) -> bool = |item| item["kind"] == "essential";
const DESIRABLE: fn(&Value) -> bool = |item| item["kind"] == "desirable";
const KEY: fn(&Value) -> bool = |item| item["group"] == "Key responsibilities";
const WIDER: fn(&Value) -> bool = |item| item["group"] == "Wider responsibilities";
const GENERIC: fn(&Value) -> bool = |item| item["group"] == "Generic professional capabilities";
const VALUES: fn(&Value) -> bool = |item| item["group"] == "Values in personalised care";
const LEADING: fn(&Value) -> bool =
    |item| item["id"] == "level-3-components/supervision-leadership-and-facilitation";
const IN_DEPTH: fn(&Value) -> bool = |item| !LEADING(item);
const LAUNCHED: fn(&Value) -> bool = |item| item["launched"] == true;
const NOT_YET: fn(&Value) -> bool = |item| item["launched"] == false;
const SIX_STATEMENTS: fn(&Value) -> bool = |item| list(item, "statements").len() == 6;
const FEATURES: fn(&Value) -> bool = |item| !list(item, "features").is_empty();
const INTERACTIONS: fn(&Value) -> bool = |item| !list(item, "interactions").is_empty();
const STEPS: fn(&Value) -> bool =
    |item| !list(item, "steps").is_empty() && !text(item, "watch_for").is_empty();
const DESCRIBED: fn(&Value) -> bool =
    |item| !text(item, "name").is_empty() && !text(item, "descriptor").is_empty();
const NEEDS_AND_PAY: fn(&Value) -> bool =
    |item| !list(item, "sections").is_empty() && text(item, "pay").starts_with('£');

#[rustfmt::skip]
const TABLE: &[Row] = &[
    ("assessed competencies", 6, "competencies", ALL),
    ("competencies with six statements", 6, "competencies", SIX_STATEMENTS),
    ("competencies with key features", 6, "competencies", FEATURES),
    ("competencies with interactions", 6, "competencies", INTERACTIONS),
    ("steps up, with things to do and one to watch for", 30, "steps-up", STEPS),
    ("Dreyfus scale levels with name and descriptor", 6, "scale.levels", DESCRIBED),
    ("career levels with needs and pay", 5, "ladder", NEEDS_AND_PAY),
    ("pay bands", 3, "pay.bands", ALL),
    ("pay rows of Band 3", 7, "pay.bands.0.rows", ALL),
    ("pay rows of Band 4", 7, "pay.bands.1.rows", ALL),
    ("pay rows of Band 5", 8, "pay.bands.2.rows", ALL),
    ("roles", 4, "roles", ALL),
    ("scheme requirements, link worker", 3, "roles.social-prescribing-link-worker.requirements", SCHEME),
    ("scheme requirements, coach", 4, "roles.health-and-wellbeing-coach.requirements", SCHEME),
    ("scheme requirements, coordinator", 2, "roles.care-coordinator.requirements", SCHEME),
    ("essential qualifications, link worker", 2, "roles.social-prescribing-link-worker.requirements", ESSENTIAL),
    ("desirable qualifications, link worker", 1, "roles.social-prescribing-link-worker.requirements", DESIRABLE),
    ("essential qualifications, coach", 1, "roles.health-and-wellbeing-coach.requirements", ESSENTIAL),
    ("desirable qualifications, coach", 1, "roles.health-and-wellbeing-coach.requirements", DESIRABLE),
    ("coordinator, key responsibilities", 10, "roles.care-coordinator.responsibilities", KEY),
    ("coordinator, wider responsibilities", 3, "roles.care-coordinator.responsibilities", WIDER),
    // Groups directed to (a and b), a first contact, a GP to supervise, worries
    // discussed, safeguarding supported, staff who know the coordinator.
    ("coordinator, what the network owes", 7, "roles.care-coordinator.owed", ALL),
    ("outcome tools", 6, "practice.outcome_tools", ALL),
    ("parts of a personalised plan", 7, "practice.personalised_plan.items", ALL),
    ("layers of the Somerset model", 4, "passages.somerset_model", ALL),
    ("topics of the two-day coaching course", 15, "resources.level-1.two-day-health-coaching-course.parts", ALL),
    ("kinds of training", 5, "passages.kinds_of_training", ALL),
    ("uses of the referral code", 5, "practice.referral_codes.uses.referral.when", ALL),
    ("uses of the decline code", 2, "practice.referral_codes.uses.decline.when", ALL),
    ("uses of no code", 2, "practice.referral_codes.uses.no-code.when", ALL),
    ("directories", 4, "practice.directories", LAUNCHED),
    ("directories not yet launched", 1, "practice.directories", NOT_YET),
    ("sections of topics", 14, "sections", ALL),
    ("local-induction", 11, "topics.local-induction", ALL),
    ("subjects of mandatory training", 11, "topics.local-induction.local-induction/mandatory-training.items", ALL),
    ("core-knowledge, generic capabilities", 6, "topics.core-knowledge", GENERIC),
    ("core-knowledge, values", 6, "topics.core-knowledge", VALUES),
    ("core-knowledge", 12, "topics.core-knowledge", ALL),
    ("level-1-skills", 14, "topics.level-1-skills", ALL),
    ("level-2-skills", 7, "topics.level-2-skills", ALL),
    ("level-3-components, at depth", 6, "topics.level-3-components", IN_DEPTH),
    ("level-3-components, supervision, leadership and facilitation", 1, "topics.level-3-components", LEADING),
    ("models-and-tools", 13, "topics.models-and-tools", ALL),
    ("legislation-and-policy", 22, "topics.legislation-and-policy", ALL),
    ("key-conditions", 5, "topics.key-conditions", ALL),
    ("social-prescribing-activities", 2, "topics.social-prescribing-activities", ALL),
    ("community-development", 6, "topics.community-development", ALL),
    ("professional-practice", 8, "topics.professional-practice", ALL),
    ("workshop-competencies", 34, "topics.workshop-competencies", ALL),
    ("caseload-topics", 19, "topics.caseload-topics", ALL),
    ("specialist-areas", 8, "topics.specialist-areas", ALL),
    ("documents reviewed for Appendix 2", 14, "references", ALL),
];

fn counted(data: &Value, (_, _, place, counts): &Row) -> usize {
    let items = at(data, place).as_array().expect("a list stands here");
    items.iter().filter(|item| counts(item)).count()
}

fn complaint(data: &Value, row: &Row) -> Option<String> {
    let (what, expected, place, _) = row;
    let found = counted(data, row);
    (found != *expected).then(|| format!("{what} ({place}): expected {expected}, found {found}"))
}

/// Shown with `cargo test --test framework counts -- --nocapture`.
#[test]
fn everything_in_the_readmes_table_is_there() {
    let data = crate::data::bundled_files();
    println!("{:62} expected  found", "what");
    let mut complaints = Vec::new();
    for row in TABLE {
        let (what, expected, place, counts) = row;
        println!("{what:62} {expected:8} {:6}", counted(data, row));
        complaints.extend(complaint(data, row));

        let mut one_less = data.clone();
        let items = list_mut(at_mut(&mut one_less, place));
        let last = items.iter().rposition(counts);
        items.remove(last.unwrap_or_else(|| panic!("{what}: there is none at all")));
        assert_eq!(counted(&one_less, row), counted(data, row) - 1, "{what}");
        assert!(
            complaint(&one_less, row).is_some_and(|c| c.contains(what)),
            "{what}: one less, and nothing was said"
        );
    }
    assert!(complaints.is_empty(), "\n- {}\n", complaints.join("\n- "));
}

fn distinct_counts(data: &Value) -> Vec<String> {
    let groups: BTreeSet<&str> = list(&data["topics"], "workshop-competencies")
        .iter()
        .map(|topic| text(topic, "group"))
        .filter(|group| !group.is_empty())
        .collect();
    let rows = [
        ("groups of workshop-competencies", 9, groups.len()),
        (
            "distinct web addresses",
            116,
            addresses::distinct(data).len(),
        ),
    ];
    rows.into_iter()
        .filter(|(_, expected, found)| expected != found)
        .map(|(what, expected, found)| format!("{what}: expected {expected}, found {found}"))
        .collect()
}

#[test]
fn groups_and_addresses_are_counted_once() {
    check(
        distinct_counts,
        &[
            (
                "a group lost",
                |d| {
                    list_mut(&mut d["topics"]["workshop-competencies"])
                        .retain(|topic| topic["group"] != "Ethical");
                },
                "groups of workshop-competencies: expected 9, found 8",
            ),
            (
                "an address lost",
                |d| pop(d, "resources.level-1.better-conversation.addresses"),
                "distinct web addresses: expected 116, found 115",
            ),
        ],
    );
}

/// The seven that come first in any plan.
const SAFETY: [&str; 7] = [
    "core-knowledge/mental-capacity",
    "core-knowledge/safeguarding-adults",
    "core-knowledge/safeguarding-children",
    "local-induction/clinical-escalation",
    "local-induction/mandatory-training",
    "local-induction/policies-and-procedures",
    "local-induction/supervision-and-appraisal",
];

fn safety(data: &Value) -> Vec<String> {
    topics(data)
        .filter_map(|topic| {
            let id = text(topic, "id");
            match (SAFETY.contains(&id), topic["safety"] == true) {
                (true, false) => Some(format!("{id} is a safety topic and not marked so")),
                (false, true) => Some(format!("{id} is marked as a safety topic")),
                _ => None,
            }
        })
        .collect()
}

#[test]
fn the_safety_topics_are_the_seven() {
    check(
        safety,
        &[
            (
                "one unmarked",
                |d| {
                    at_mut(d, "topics.core-knowledge.core-knowledge/mental-capacity")["safety"] =
                        false.into();
                },
                "core-knowledge/mental-capacity is a safety",
            ),
            (
                "one too many",
                |d| {
                    at_mut(d, "topics.core-knowledge.core-knowledge/disability")["safety"] =
                        true.into();
                },
                "core-knowledge/disability is marked",
            ),
        ],
    );
}

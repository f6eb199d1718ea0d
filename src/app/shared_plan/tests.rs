//! A plan file in words: all of it, and nothing else.

use super::*;
use crate::domain::dates::Moment;
use crate::domain::document::every_answer;
use crate::domain::file::{
    FrameworkName, Header, KnownIds, Purpose, ShareOption, WrittenPlan, decode, encode,
};
use crate::domain::framework::bundled;

const DEFAULT: &[u8] = include_bytes!("../../../tests/fixtures/v1/plan-default.json");
const EVERYTHING: &[u8] = include_bytes!("../../../tests/fixtures/v1/plan-everything.json");

fn opened(bytes: &[u8]) -> SharedPlan {
    let opened = decode(bytes, &KnownIds::of(bundled())).expect("it opens");
    describe("plan.json", &opened, bundled())
}

/// Every text of it, one a line.
fn all(plan: &SharedPlan) -> String {
    format!("{plan:#?}")
}

#[test]
fn everything_a_person_wrote_is_read_out() {
    let plan = opened(EVERYTHING);
    assert_eq!(plan.title, "The training plan of Sam Example");
    let text = all(&plan);
    for wrote in [
        "Sam Example",
        "Example Health Centre",
        "one to two years",
        "Early career",
        "not sure",
        "1 September 2025",
        "15 January 2027",
        "Dementia",
        "leadership",
        "I talked more than I listened.",
        "what matters to you?",
        "A first meeting; in September; https://example.org/notes?id=1#top",
        "partly",
        "not there",
        "Fridays, with Jo",
        "Done through my employer",
        "Certificate in my folder",
        "Visit the allotment project",
        "Few joint visits",
        "Jo, who has done it",
        "December is too short",
        "Not this year",
        "Six short sessions",
        "Ask Jo first",
        "January 2027",
        "Listening well",
        "Example Community College",
        "Two Tuesday evenings in March",
        "https://example.org/listening",
        "https://example.org/the-new-address",
        "https://example.org/coaching",
    ] {
        assert!(text.contains(wrote), "“{wrote}” is not in {text}");
    }
}

#[test]
fn five_things_that_are_no_score_are_told_apart() {
    let plan = opened(DEFAULT);
    assert_eq!(plan.title, "A training plan");
    let check = |competency: &str, expected: &str| {
        let found = plan.scores.iter().find(|(name, _)| name == competency);
        assert_eq!(
            found.map(|it| it.1.as_str()),
            Some(expected),
            "{competency}"
        );
    };
    check("Person Centred Approach", "score 3 (Competent)");
    check("Promoting Autonomy", "score 0 (Absence)");
    check("Self-monitoring", "no opportunity to show it yet");
    check("Action Planning and Goal Setting", "not rated");
}

#[test]
fn nothing_is_said_of_what_is_not_in_it() {
    let plan = opened(DEFAULT);
    let named: Vec<&str> = plan.facts.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(named, ["Saved on", "Role", "Aims at", "Counts as achieved"]);
    for (_, value) in &plan.facts {
        assert!(!value.is_empty());
    }
}

#[test]
fn no_answer_about_the_worker_is_shared_and_not_shown() {
    let header = Header {
        created: Moment::parse("2026-11-23T14:05:09Z").expect("a moment"),
        app: "waymark".to_owned(),
        framework: FrameworkName::of(bundled()),
    };
    let ticks = Purpose::Plan(&ShareOption::ALL);
    let text = encode(
        &every_answer::worker(),
        ticks,
        &header,
        &WrittenPlan::default(),
    );
    let shown = opened(text.as_bytes()).facts;
    let names = every_answer::field_names();
    assert_eq!(
        shown.len(),
        names.len() + 1,
        "“Saved on” and “Counts as achieved”; `area` and `in_area` are one: {shown:#?}"
    );
    for name in names {
        let mut file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let worker = file["worker"].as_object_mut().expect("a group");
        worker.remove(name).expect(name);
        let without = opened(file.to_string().as_bytes()).facts;
        assert_ne!(shown, without, "{name} is in the file and not shown");
    }
}

//! What a shared plan has in it, and what it has not until it is ticked.

use serde_json::{Value, json};
use waymark::domain::file::{Purpose, ShareOption, encode};

use crate::examples::{actions, worker};
use crate::support::header;

fn plan(ticks: &[ShareOption]) -> Value {
    let text = encode(&worker(), Purpose::Plan(ticks), &header(), &actions());
    serde_json::from_str(&text).expect("a plan is JSON")
}

/// Every text in a value, names of fields too.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| [vec![name.clone()], texts(value)].concat())
            .collect(),
        _ => vec![],
    }
}

/// What the worker in the examples wrote or said, and the tick that shares it.
const TICKED: [(ShareOption, &[&str]); 12] = [
    (ShareOption::Name, &["Sam Example"]),
    (ShareOption::Workplace, &["Example Health Centre"]),
    (
        ShareOption::AboutMyPost,
        &[
            "one-to-two-years",
            "early-career",
            "dont-know",
            "in_somerset",
            "hours_a_month",
            "2025-09-01",
            "caseload-topics/dementia",
            "leadership",
            "2027-01-15",
        ],
    ),
    (ShareOption::History, &["entry-1"]),
    // Beside the latest score there are none; with history there are.
    (ShareOption::Features, &[]),
    (
        ShareOption::Reflections,
        &["Better: “what matters to you?” came first.\nنعم 👍"],
    ),
    (ShareOption::Evidence, &[]),
    (
        ShareOption::Answers,
        &[
            "local-induction/supervision",
            "not-relevant",
            "link-worker-des-a",
            "met",
        ],
    ),
    (ShareOption::AnswerNotes, &[]),
    (
        ShareOption::ActionNotes,
        &[
            "Six short sessions",
            "Few joint visits",
            "Jo, who has done it",
            "December is too short",
            "Not this year",
            "Ask Jo first",
        ],
    ),
    (
        ShareOption::OwnActions,
        &["Visit the allotment project", "own:7d1e"],
    ),
    (
        ShareOption::LocalCourses,
        &[
            "https://example.org/the-new-address",
            "Listening well",
            "Example Community College",
            "https://example.org/listening",
            "Two Tuesday evenings in March",
            "topic:level-1-skills/empathy",
        ],
    ),
];

/// What needs two ticks.
const TICKED_TWICE: [(ShareOption, ShareOption, &[&str]); 4] = [
    (
        ShareOption::History,
        ShareOption::Reflections,
        &["I talked more than I listened."],
    ),
    (
        ShareOption::History,
        ShareOption::Evidence,
        &[
            "ev-1",
            "A first meeting",
            "in September",
            "https://example.org/notes?id=1#top",
        ],
    ),
    (
        ShareOption::History,
        ShareOption::Features,
        &["person-centred-approach/asks-first", "partly", "not-there"],
    ),
    (
        ShareOption::Answers,
        ShareOption::AnswerNotes,
        &[
            "Fridays, with Jo",
            "Done through my employer",
            "Certificate in my folder",
        ],
    ),
];

#[test]
fn by_default_role_aim_latest_scores_and_actions() {
    let plan = plan(&[]);
    let fields: Vec<_> = plan
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        fields,
        [
            "about",
            "app",
            "changes",
            "created",
            "format",
            "framework",
            "kind",
            "plan",
            "ratings",
            "rules",
            "version",
            "worker"
        ]
    );
    let worker: Vec<_> = plan["worker"].as_object().unwrap().keys().collect();
    assert_eq!(worker, ["aim", "role"]);
    assert_eq!(plan["rules"]["achieved_at"], 4);
    assert_eq!(
        plan["ratings"]["person-centred-approach"],
        json!([{
            "id": "entry-2",
            "date": "2026-11-23",
            "started": "2026-11-23T14:00:00Z",
            "changed": "2026-11-23T14:00:00Z",
            "by": "self",
            "score": 3,
        }])
    );
    assert_eq!(plan["ratings"]["self-monitoring"][0]["opportunity"], "none");
    assert_eq!(plan["ratings"]["promoting-autonomy"][0]["score"], 0);
    let change = &plan["changes"]["practise:promoting-autonomy"];
    assert_eq!(change["month"], "2027-01");
    assert_eq!(change["pinned"], true);
    assert_eq!(
        plan["changes"]["resource:health-coaching-two-day"]["dismissed"],
        true
    );
    assert_eq!(plan["plan"]["actions"].as_array().unwrap().len(), 1);
}

#[test]
fn each_tick_adds_its_own_and_nothing_else() {
    let default = texts(&plan(&[]));
    let all: Vec<&str> = TICKED
        .iter()
        .flat_map(|(_, texts)| texts.iter())
        .chain(TICKED_TWICE.iter().flat_map(|(_, _, texts)| texts.iter()))
        .copied()
        .collect();
    for private in &all {
        assert!(
            !default.iter().any(|text| text == private),
            "{private:?} without a tick"
        );
    }
    for (tick, shared) in TICKED {
        let texts = texts(&plan(&[tick]));
        for text in &all {
            let there = texts.iter().any(|other| other == text);
            assert_eq!(there, shared.contains(text), "{text:?} with {tick:?}");
        }
    }
    for (one, other, shared) in TICKED_TWICE {
        let both = texts(&plan(&[one, other]));
        for text in shared {
            assert!(
                both.iter().any(|other| other == text),
                "{text:?} with {one:?} and {other:?}"
            );
        }
    }
}

#[test]
fn every_plan_says_that_it_is_no_verdict() {
    for ticks in [&[][..], &ShareOption::ALL] {
        let about = plan(ticks)["about"].as_str().unwrap().to_owned();
        assert!(about.contains("not an assessment by an employer"));
        assert!(about.contains("not for pay or capability decisions"));
    }
}

#[test]
fn a_link_the_worker_replaced_stays_out_of_the_written_plan() {
    let mut actions = actions();
    let resource = actions[0].resource.as_mut().unwrap();
    resource.url = worker()
        .link(&"social-prescribing-e-learning".into())
        .cloned();
    let write = |ticks| {
        let text = encode(&worker(), Purpose::Plan(ticks), &header(), &actions);
        serde_json::from_str::<Value>(&text).unwrap()["plan"]["actions"][0]["resource"].clone()
    };
    assert_eq!(write(&[]).get("url"), None);
    assert_eq!(
        write(&[ShareOption::LocalCourses])["url"],
        "https://example.org/the-new-address"
    );
}

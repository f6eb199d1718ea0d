//! What a shared plan has in it, and what it has not until it is ticked.

use serde_json::{Value, json};
use waymark::domain::dates::Moment;
use waymark::domain::document::{
    ActionEdit, AnswerChange, Course, Document, EntryChange, ProfileAnswer, Rating,
    RequirementStatus, WhichEntry,
};
use waymark::domain::file::{Purpose, ShareOption, WrittenPlan, encode, merge};
use waymark::domain::ids::CompetencyId;
use waymark::domain::score::Score;

use crate::examples::{worker, written_plan};
use crate::support::{at, header, open};

fn plan(ticks: &[ShareOption]) -> Value {
    let text = encode(&worker(), Purpose::Plan(ticks), &header(), &written_plan());
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
const TICKED: [(ShareOption, &[&str]); 14] = [
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
    (
        ShareOption::Details,
        &[
            "You rated Promoting Autonomy 0; Mid-career looks for 4.",
            "Ask one more question before you offer an answer.",
        ],
    ),
    (ShareOption::ScoreFirst, &["score_first"]),
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
            "started": "2026-11-23",
            "changed": "2026-11-23",
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

/// Every text in a value that is a moment.
fn moments(value: &Value) -> Vec<String> {
    let is_moment = |text: &String| Moment::parse(text).is_some();
    texts(value).into_iter().filter(is_moment).collect()
}

#[test]
fn a_plan_has_days_and_no_moments() {
    assert_eq!(moments(&plan(&ShareOption::ALL)), [""; 0]);
    let plan = plan(&[ShareOption::History]);
    assert_eq!(plan["created"], "2026-11-23");
    let entries = &plan["ratings"]["person-centred-approach"];
    assert_eq!(entries[1]["started"], "2026-11-23");
}

#[test]
fn entries_of_one_day_stay_in_their_order() {
    let mut document = Document::default();
    let competency = CompetencyId::from("self-monitoring");
    // The ids are in the other order of the alphabet.
    for (id, score, when) in [("zz", 1, "09"), ("mm", 4, "10"), ("aa", 2, "11")] {
        let which = WhichEntry::RateAgain { new: id.into() };
        let rating = Rating::Score(Score::new(score).expect("0 to 5"));
        let at = at(&format!("2026-11-23T{when}:00:00Z"));
        document
            .rate(&competency, which, EntryChange::Rating(rating), at)
            .expect("a rating");
    }
    let ticks = [ShareOption::History];
    let text = encode(
        &document,
        Purpose::Plan(&ticks),
        &header(),
        &WrittenPlan::default(),
    );
    let opened = open(text.as_bytes()).expect("it opens").document;
    let ids: Vec<_> = opened
        .history(&competency)
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(ids, ["zz", "mm", "aa"]);
    assert_eq!(opened.score(&competency).map(Score::get), Some(2));
    // The same worker's own copy: nothing gives way.
    let now = at("2026-11-24T09:00:00Z").now;
    let merged = merge(&document, &opened, now).expect("room");
    assert_eq!(merged.replaced, []);
}

/// A document as a plan with these ticks.
fn plan_of(document: &Document, ticks: &[ShareOption]) -> Value {
    let text = encode(
        document,
        Purpose::Plan(ticks),
        &header(),
        &WrittenPlan::default(),
    );
    serde_json::from_str(&text).expect("a plan is JSON")
}

#[test]
fn what_was_only_written_leaves_no_trace() {
    let now = at("2026-11-23T14:00:00Z");
    let check = |what: &str, change: &dyn Fn(&mut Document)| {
        let mut document = Document::default();
        change(&mut document);
        let (before, after) = (plan_of(&Document::default(), &[]), plan_of(&document, &[]));
        assert_eq!(after, before, "{what}");
        assert_ne!(plan_of(&document, &ShareOption::ALL), before, "{what}");
    };
    check("a note on an action", &|it| {
        let note = ActionEdit::Notes("private".into());
        it.change_action(&"practise:x".into(), note, now)
            .expect("a note");
    });
    check("a reflection without a rating", &|it| {
        let which = WhichEntry::Today { new: "e".into() };
        let reflection = EntryChange::Reflection("private".into());
        it.rate(&"x".into(), which, reflection, now)
            .expect("a reflection");
    });
    check("an action of one's own", &|it| {
        let own = ActionEdit::Own("private".into());
        it.change_action(&"own:1".into(), own, now)
            .expect("an action");
    });
    check("an answer", &|it| {
        let status = AnswerChange::Status(Some(RequirementStatus::NotMet));
        it.answer_requirement(&"x".into(), status, now)
            .expect("an answer");
    });
}

#[test]
fn a_score_carried_on_beside_a_reflection_stays_on_its_day() {
    let mut document = Document::default();
    let competency = CompetencyId::from("self-monitoring");
    let today = |id: &str| WhichEntry::Today { new: id.into() };
    let score = Rating::Score(Score::new(3).expect("0 to 5"));
    let first = at("2026-10-05T09:00:00Z");
    document
        .rate(&competency, today("a"), EntryChange::Rating(score), first)
        .expect("a rating");
    let plain = plan_of(&document, &[]);
    let reflection = EntryChange::Reflection("private".into());
    document
        .rate(
            &competency,
            today("b"),
            reflection,
            at("2026-11-23T09:00:00Z"),
        )
        .expect("a reflection");
    // Not even with the history.
    for ticks in [&[][..], &[ShareOption::History]] {
        let now = plan_of(&document, ticks);
        let mut entry = now["ratings"]["self-monitoring"][0].clone();
        assert_eq!(
            now["ratings"]["self-monitoring"].as_array().map(Vec::len),
            Some(1)
        );
        entry["id"] = plain["ratings"]["self-monitoring"][0]["id"].clone();
        assert_eq!(entry, plain["ratings"]["self-monitoring"][0], "{ticks:?}");
    }
}

#[test]
fn what_was_taken_back_or_out_is_not_handed_on() {
    let now = at("2026-11-23T14:00:00Z");
    let mut document = Document::default();
    let empty = plan_of(&document, &ShareOption::ALL);
    let which = WhichEntry::Today { new: "e".into() };
    let cleared = EntryChange::Rating(Rating::Cleared);
    document
        .rate(&"x".into(), which, cleared, now)
        .expect("a rating");
    let course = Course::new("private", "", now);
    document
        .put_course(&"c".into(), course, now)
        .expect("a course");
    document
        .remove_course(&"c".into(), now)
        .expect("it is there");
    document
        .set_profile(ProfileAnswer::Name("private".into()), now)
        .expect("a name");
    document
        .set_profile(ProfileAnswer::Name(String::new()), now)
        .expect("no name");
    assert_eq!(plan_of(&document, &[]), plan_of(&Document::default(), &[]));
    let all: Vec<_> = ShareOption::ALL
        .into_iter()
        .filter(|it| *it != ShareOption::History)
        .collect();
    assert_eq!(plan_of(&document, &all), empty);
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
    let mut plan = written_plan();
    let resource = plan.actions[0].resource.as_mut().unwrap();
    resource.url = worker()
        .link(&"social-prescribing-e-learning".into())
        .cloned();
    let write = |ticks| {
        let text = encode(&worker(), Purpose::Plan(ticks), &header(), &plan);
        serde_json::from_str::<Value>(&text).unwrap()["plan"]["actions"][0]["resource"].clone()
    };
    assert_eq!(write(&[]).get("url"), None);
    assert_eq!(
        write(&[ShareOption::LocalCourses])["url"],
        "https://example.org/the-new-address"
    );
}

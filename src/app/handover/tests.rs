//! The words beside each tick name every answer about the worker it shares.

use super::*;
use crate::domain::dates::Moment;
use crate::domain::document::every_answer::{field_names, worker};
use crate::domain::file::{FrameworkName, Header, Purpose, WrittenPlan, encode};
use crate::domain::framework::bundled;

/// How each answer is named to whoever is about to share it.
const NAMED: [(&str, &str); 16] = [
    ("role", "your role"),
    ("experience", "How long I have done this"),
    ("aim", "your role and aim"),
    ("here", "where I say I am now"),
    ("name", "My name"),
    ("workplace", "My workplace"),
    ("scheme_funded", "scheme-funded or not"),
    ("in_somerset", "where I work"),
    ("area", "where I work"),
    ("in_area", "where I work"),
    ("hours_a_month", "hours for learning"),
    ("start", "start and review dates"),
    ("caseload", "the people I support"),
    ("wider", "wider responsibilities"),
    ("next_review", "start and review dates"),
    ("last_review", "start and review dates"),
];

/// The answers about the worker in a plan with these ticks.
fn shared(ticks: &[ShareOption]) -> Vec<String> {
    let header = Header {
        created: Moment::parse("2026-11-23T14:05:09Z").expect("a moment"),
        app: "waymark".to_owned(),
        framework: FrameworkName::of(bundled()),
    };
    let text = encode(
        &worker(),
        Purpose::Plan(ticks),
        &header,
        &WrittenPlan::default(),
    );
    let file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let worker = file["worker"].as_object().expect("a group");
    worker.keys().cloned().collect()
}

#[test]
fn what_a_tick_shares_is_named_beside_it() {
    let named = NAMED.map(|(field, _)| field);
    assert_eq!(named.as_slice(), field_names());
    let always = shared(&[]);
    for (field, words) in NAMED {
        if always.iter().any(|it| it == field) {
            assert!(ALWAYS.contains(words), "{field} is always shared");
        }
    }
    for option in ShareOption::ALL {
        let (title, more) = tick(option);
        for field in shared(&[option]) {
            if always.contains(&field) {
                continue;
            }
            let (_, words) = NAMED.iter().find(|it| it.0 == field).expect("named");
            let says = title.contains(words) || more.contains(words);
            assert!(
                says,
                "{option:?} shares {field}, but does not say “{words}”"
            );
        }
    }
}

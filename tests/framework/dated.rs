//! What was so at a date is told in the past, and a name is spelled one way.

use serde_json::Value;

use crate::check;
use crate::data::{Field, fields, set};
use crate::source::{self, plain_words};
use crate::wording::{NAMES, says};

/// How the data marks a thing as of a time that is past.
const PAST: [&str; 12] = [
    "2019",
    "2020",
    "2021",
    "2020/21",
    "2020–21",
    "2021/22",
    "2021–22",
    "2023/24",
    "2024",
    "2013",
    "2016",
    "2017",
];

/// Verbs that would say that it is still so.
const PRESENT: [&str; 18] = [
    "is", "are", "must", "binds", "bind", "runs", "run", "owes", "leads", "lead", "needs", "pays",
    "asks", "sets", "requires", "costs", "supports", "holds",
];

/// Prose in which the tool speaks of today.
const OF_TODAY: [&str; 4] = ["own", "warning", "how", "on_the_job"];

fn is_past(sentence: &str) -> bool {
    sentence
        .split(|c: char| !(c.is_alphanumeric() || "/–".contains(c)))
        .any(|word| PAST.contains(&word))
}

/// Sentences and their parts; the point in £46.20 ends none.
fn sentences(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in text.split_inclusive(' ') {
        found.last_mut().expect("one at least").push_str(word);
        if word.trim_end().ends_with(['.', '?', '!', ':', ';']) {
            found.push(String::new());
        }
    }
    found
}

fn still_so(data: &Value) -> Vec<String> {
    let prose = |f: &&Field| !NAMES.contains(&f.name) && !OF_TODAY.contains(&f.name);
    fields(data)
        .iter()
        .filter(prose)
        // What this tool says of itself it says today.
        .filter(|f| !f.place.starts_with("passages.differences"))
        .flat_map(|f| sentences(f.text).into_iter().map(move |it| (f, it)))
        .filter(|(_, sentence)| is_past(sentence))
        .filter_map(|(f, sentence)| {
            let words = plain_words(&sentence).join(" ");
            let verb = PRESENT.iter().find(|verb| says(&words, verb))?;
            Some(format!("{}: “{verb}” beside a date: {sentence}", f.place))
        })
        .collect()
}

const TEXT: &str = "topics.level-1-skills.level-1-skills/empathy.text";

#[test]
fn what_was_so_at_a_date_is_told_in_the_past() {
    check(
        still_so,
        &[
            (
                "a scheme that ends",
                |d| set(d, TEXT, "It lasts. The scheme is to end in 2024."),
                "empathy.text: “is”",
            ),
            (
                "rules of a year",
                |d| set(d, TEXT, "The 2020/21 rules bind the network."),
                "empathy.text: “bind”",
            ),
            (
                "in a licence",
                |d| {
                    set(
                        d,
                        "practice.outcome_tools.mycaw.licence",
                        "It costs £46.20 (March 2021).",
                    );
                },
                "mycaw.licence: “costs”",
            ),
        ],
    );
}

/// A name as the source has it, and other ways in which it was spelled.
#[rustfmt::skip]
const SPELLED: [(&str, &[&str]); 14] = [
    ("Somerset People Board for Health & Social Care", &["Somerset’s People Board", "Somerset People Board for Health and"]),
    ("Warwick Edinburgh Mental Wellbeing Scale", &["Warwick-Edinburgh"]),
    ("Measure Yourself Concerns & Wellbeing", &["Measure Yourself Concerns and"]),
    ("Well-being Star", &["Wellbeing Star", "Well-Being Star"]),
    ("Health Confidence score", &["Health Confidence Score", "health confidence score"]),
    ("Health and Wellbeing Advisors", &["ellbeing adviser"]),
    ("NHS e-Learning for health", &["NHS e-learning for health", "e-Learning for Health", "e-learning for healthcare"]),
    ("Future NHS platform", &["FutureNHS"]),
    ("SW Social Prescribing matters forum", &["Social Prescribing Matters"]),
    ("NHS Health Check", &["NHS health check", "NHS Health check"]),
    ("Physical Activity & Health", &["Physical Activity and Health"]),
    ("Spark Somerset", &["SPARK"]),
    ("University of the West of England", &["University of West of England"]),
    ("Institute for Apprenticeship and Technical Education", &["Institute for Apprenticeships"]),
];

fn spelled_otherwise(data: &Value) -> Vec<String> {
    fields(data)
        .iter()
        .filter(|f| f.name != "url" && f.name != "source")
        .flat_map(|f| {
            SPELLED.iter().flat_map(move |(name, others)| {
                others
                    .iter()
                    .filter(|other| f.text.contains(**other))
                    .map(move |other| format!("{}: “{other}” for “{name}”", f.place))
            })
        })
        .collect()
}

#[test]
fn a_name_is_spelled_one_way() {
    check(
        spelled_otherwise,
        &[
            (
                "a hyphen more",
                |d| set(d, TEXT, "The Short Warwick-Edinburgh scale."),
                "empathy.text: “Warwick-Edinburgh”",
            ),
            (
                "a role respelled",
                |d| {
                    set(
                        d,
                        "roles.other-role.also_called.1",
                        "Health and wellbeing adviser",
                    );
                },
                "also_called.1: “ellbeing adviser”",
            ),
        ],
    );
}

#[test]
fn and_that_is_the_sources() {
    let Some(text) = source::read("the spelling of names beside the source's") else {
        return;
    };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let unknown = |names: &[&'static str]| -> Vec<&'static str> {
        let is_unknown = |name: &&str| !text.contains(name);
        names.iter().copied().filter(is_unknown).collect()
    };
    assert_eq!(unknown(&["Wellbeing Moon"]).len(), 1, "any name is found");
    let names = SPELLED.map(|(name, _)| name);
    assert!(unknown(&names).is_empty(), "{:?}", unknown(&names));
}

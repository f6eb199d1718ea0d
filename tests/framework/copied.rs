//! Sentences are written anew: no nine words in a row are the source's.

use std::collections::HashSet;

use serde_json::Value;

use crate::check;
use crate::data::{Field, at_mut, fields, set};
use crate::source::{self, plain_words};
use crate::wording::NAMES;

const LENGTH: usize = 9;

/// Lists that hold sentences and not names.
const SENTENCES_IN_LISTS: [&str; 2] = [
    "practice.personalised_plan.items",
    "two-day-health-coaching-course.parts",
];

fn is_name(field: &Field) -> bool {
    NAMES.contains(&field.name) && !SENTENCES_IN_LISTS.iter().any(|it| field.place.contains(it))
}

fn copied(source: &HashSet<String>, data: &Value) -> Vec<String> {
    fields(data)
        .into_iter()
        .filter(|field| !is_name(field))
        .filter_map(|field| {
            let words = plain_words(field.text);
            let run = words
                .windows(LENGTH)
                .map(|run| run.join(" "))
                .find(|run| source.contains(run))?;
            Some(format!("{}: “{run}” stands in the source", field.place))
        })
        .collect()
}

#[test]
fn no_nine_words_in_a_row_are_the_sources() {
    let Some(text) = source::read("no nine words in a row are the source's") else {
        return;
    };
    let runs = source::runs(&text, LENGTH);
    assert!(runs.len() > 10_000, "the source was not read");
    check(
        |data| copied(&runs, data),
        &[
            (
                "a sentence of the source",
                |d| {
                    set(
                        d,
                        "topics.level-1-skills.level-1-skills/empathy.text",
                        "You know: ‘Open ended questions are questions that CANNOT be answered’ so.",
                    )
                },
                "level-1-skills/empathy.text",
            ),
            (
                "one that the foot of a page cuts in two",
                |d| {
                    set(
                        d,
                        "competencies.self-monitoring.summary",
                        "It asks you to build on previous Self-monitoring. Those achieving Level \
                         2 capabilities might be paid more.",
                    )
                },
                "self-monitoring.summary",
            ),
            (
                "a part of a plan, in a list",
                |d| {
                    set(
                        d,
                        "practice.personalised_plan.items.1",
                        "How best to support me: what people need to know about me",
                    )
                },
                "personalised_plan.items.1",
            ),
            (
                "a topic of the course, in a list",
                |d| {
                    set(
                        d,
                        "resources.level-1.two-day-health-coaching-course.parts.10",
                        "Understanding when health coaching is an effective approach and its limitations",
                    )
                },
                "two-day-health-coaching-course.parts.10",
            ),
        ],
    );
}

/// With a source of one sentence, so that it also runs where there is none.
#[test]
fn names_and_eight_words_may_be_the_sources() {
    let source = "One two three four five six seven eight nine ten.\nhttps://a.org/\neleven twelve";
    let runs = source::runs(source, LENGTH);
    let rule = |data: &Value| copied(&runs, data);
    let place = "resources.level-1.tpc-videos";
    let table = [
        (
            "eight words",
            "text",
            "x one two three four five six seven eight x",
            0,
        ),
        (
            "nine words",
            "text",
            "x One-two (three) four; five six SEVEN eight nine!",
            1,
        ),
        (
            "over an address",
            "dated",
            "four five six seven eight nine ten eleven twelve",
            1,
        ),
        (
            "a name",
            "title",
            "one two three four five six seven eight nine ten",
            0,
        ),
    ];
    for (what, field, words, expected) in table {
        let mut data = crate::data::bundled_files().clone();
        at_mut(&mut data, place)[field] = words.into();
        assert_eq!(rule(&data).len(), expected, "{what}: {:?}", rule(&data));
    }
}

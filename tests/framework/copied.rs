//! Sentences are written anew: no nine words in a row are the source's.

use std::collections::HashSet;

use serde_json::Value;

use crate::check;
use crate::data::{at_mut, fields, set};
use crate::source::{self, plain_words};
use crate::wording::NAMES;

const LENGTH: usize = 9;

fn copied(source: &HashSet<String>, data: &Value) -> Vec<String> {
    fields(data)
        .into_iter()
        .filter(|field| !NAMES.contains(&field.name))
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

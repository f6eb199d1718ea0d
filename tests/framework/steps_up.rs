//! Steps up: for every score below 5 what one score up asks for, as things a
//! person can do. The tool's own, each drawn from two cells of the source.

use std::collections::BTreeMap;

use serde_json::Value;
use waymark::domain::framework;
use waymark::domain::ids::CompetencyId;

use crate::check;
use crate::data::{fields, list, set, text, words};
use crate::source::plain_words;

/// Things to do, besides the one to watch for.
const FEWEST: usize = 2;
const MOST: usize = 4;

/// The longest statement has 84 words; a step up is no longer read.
const LONGEST: usize = 84;

fn name(step: &Value) -> String {
    format!("{} from {}", text(step, "competency"), step["from"])
}

fn misplaced(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut steps = list(data, "steps-up").iter();
    for competency in list(data, "competencies") {
        for from in 0..5_u64 {
            let wanted = format!("{} from {from}", text(competency, "id"));
            let Some(step) = steps.next() else {
                complaints.push(format!("{wanted} is missing"));
                continue;
            };
            if name(step) != wanted {
                complaints.push(format!("{} stands in the place of {wanted}", name(step)));
            }
            let title = text(competency, "title");
            let cells = format!("Appendix 6, {title}, scores {from} and {}", from + 1);
            if text(step, "source") != cells {
                complaints.push(format!("{wanted} should cite “{cells}”"));
            }
            if step["origin"] != "tool" {
                complaints.push(format!("{wanted} is the tool's own and should say so"));
            }
        }
    }
    complaints.extend(steps.map(|step| format!("{} is one too many", name(step))));
    complaints
}

#[test]
fn every_score_below_5_has_its_step_up_from_its_two_cells() {
    check(
        misplaced,
        &[
            (
                "one missing",
                |d| crate::data::pop(d, "steps-up"),
                "self-monitoring from 4 is missing",
            ),
            (
                "one too many",
                |d| {
                    let again = d["steps-up"][29].clone();
                    crate::data::push(d, "steps-up", again);
                },
                "self-monitoring from 4 is one too many",
            ),
            (
                "from another score",
                |d| set(d, "steps-up.3.from", 2),
                "from 2 stands in the place of person-centred-approach from 3",
            ),
            (
                "of another competency",
                |d| set(d, "steps-up.6.competency", "self-monitoring"),
                "in the place of promoting-autonomy from 1",
            ),
            (
                "cites one cell",
                |d| {
                    set(
                        d,
                        "steps-up.7.source",
                        "Appendix 6, Promoting Autonomy, score 3",
                    );
                },
                "promoting-autonomy from 2 should cite",
            ),
            (
                "said to be the framework's",
                |d| set(d, "steps-up.7.origin", "framework"),
                "promoting-autonomy from 2 is the tool's own",
            ),
        ],
    );
}

fn too_few_or_too_much(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for step in list(data, "steps-up") {
        let things = words(step, "steps");
        if !(FEWEST..=MOST).contains(&things.len()) {
            complaints.push(format!("{} has {} to do", name(step), things.len()));
        }
        let length: usize = things
            .iter()
            .chain([&text(step, "watch_for")])
            .map(|said| said.split_whitespace().count())
            .sum();
        if length > LONGEST {
            complaints.push(format!("{} has {length} words", name(step)));
        }
    }
    complaints
}

#[test]
fn a_step_up_is_two_to_four_things_and_no_longer_than_a_statement() {
    check(
        too_few_or_too_much,
        &[
            (
                "one thing",
                |d| set(d, "steps-up.0.steps", vec!["Ask."]),
                "person-centred-approach from 0 has 1 to do",
            ),
            (
                "five things",
                |d| set(d, "steps-up.0.steps", vec!["Ask."; 5]),
                "person-centred-approach from 0 has 5 to do",
            ),
            (
                "a long one",
                |d| set(d, "steps-up.0.watch_for", format!("{}.", "Ask ".repeat(86))),
                "person-centred-approach from 0 has",
            ),
        ],
    );
}

/// How a sentence begins that describes somebody's practice. A step is what to
/// do, said to the person who does it.
const NOT_A_STEP: [&str; 7] = ["i", "you", "there", "people", "they", "it", "this"];

fn described(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for step in list(data, "steps-up") {
        for said in words(step, "steps")
            .into_iter()
            .chain([text(step, "watch_for")])
        {
            let words = plain_words(said);
            let first = words.first().map_or("", String::as_str);
            if NOT_A_STEP.contains(&first) || words.iter().any(|word| word == "i") {
                complaints.push(format!(
                    "{} describes, and asks nothing: {said}",
                    name(step)
                ));
            }
        }
        let watch = text(step, "watch_for");
        if !watch.starts_with("Notice ") {
            complaints.push(format!("{}: “{watch}” is not to be noticed", name(step)));
        }
    }
    complaints
}

#[test]
fn a_step_up_is_something_to_do_and_no_description() {
    check(
        described,
        &[
            (
                "a statement of the rubric",
                |d| {
                    set(
                        d,
                        "steps-up.0.steps.1",
                        "Very little of what I do is person-centred.",
                    );
                },
                "person-centred-approach from 0 describes",
            ),
            (
                "how somebody works",
                |d| set(d, "steps-up.0.steps.1", "You rarely ask."),
                "person-centred-approach from 0 describes",
            ),
            (
                "a fault to watch for",
                |d| set(d, "steps-up.0.watch_for", "Talking too much."),
                "“Talking too much.” is not to be noticed",
            ),
        ],
    );
}

/// The sentences of steps up that stand more than once in the data.
fn said_twice(data: &Value) -> Vec<String> {
    let mut places: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for field in fields(data) {
        for sentence in field.text.split_inclusive(['.', '!', '?']) {
            let words = plain_words(sentence);
            if words.len() > 2 {
                places.entry(words).or_default().push(field.place.clone());
            }
        }
    }
    places
        .into_iter()
        .filter(|(_, places)| {
            let step = |place: &String| place.contains(".steps.") || place.ends_with("watch_for");
            places.len() > 1 && places.iter().any(step)
        })
        .map(|(words, places)| format!("“{}” stands at {}", words.join(" "), places.join(", ")))
        .collect()
}

#[test]
fn no_step_up_is_said_twice() {
    check(
        said_twice,
        &[
            (
                "in two steps, but for a comma",
                |d| {
                    set(d, "steps-up.2.steps.1", "Now, ask and wait.");
                    set(
                        d,
                        "steps-up.28.watch_for",
                        "Notice who talks. Now ask and wait!",
                    );
                },
                "“now ask and wait” stands at",
            ),
            (
                "in a step and in a topic",
                |d| {
                    set(
                        d,
                        "topics.level-1-skills.level-1-skills/empathy.on_the_job",
                        "Before you suggest anything, say back what you heard and wait.",
                    );
                },
                "level-1-skills/empathy.on_the_job",
            ),
        ],
    );
}

#[test]
fn the_program_finds_a_step_up_from_every_score_but_5() {
    let framework = framework::bundled();
    for competency in framework.competencies.iter() {
        for score in 0..5 {
            let step = framework.step_up(&competency.id, score);
            assert!(
                step.is_some_and(|it| it.competency == competency.id && it.from == score),
                "{} from {score}",
                competency.id
            );
        }
        assert!(
            framework.step_up(&competency.id, 5).is_none(),
            "{}",
            competency.id
        );
    }
    let unknown = CompetencyId::known("no-such-competency");
    assert!(framework.step_up(&unknown, 2).is_none());
}

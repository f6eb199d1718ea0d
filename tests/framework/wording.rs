//! How the data speaks: whole sentences, our own words for people, UK spelling.

use serde_json::{Value, json};

use crate::check;
use crate::data::{Field, at_mut, fields, set};
use crate::source::plain_words;

/// Names, facts and places: they stand as others gave them.
pub const NAMES: [&str; 12] = [
    "title",
    "name",
    "full_title",
    "provider",
    "short",
    "items",
    "parts",
    "label",
    "also_called",
    "url",
    "source",
    "pay",
];

/// Whole sentences.
const SENTENCES: [&str; 16] = [
    "text",
    "own",
    "summary",
    "descriptor",
    "interactions",
    "on_the_job",
    "dated",
    "about",
    "covered_when",
    "met_when",
    "how",
    "copyright",
    "warning",
    "licence",
    "steps",
    "watch_for",
];

/// A few words that are no sentence.
const PHRASES: [&str; 7] = [
    "teaches",
    "when",
    "cost",
    "duration",
    "provider_rule",
    "training",
    "group",
];

/// Ids, choices and figures.
const FACTS: [&str; 31] = [
    "id",
    "kind",
    "audience",
    "area",
    "level",
    "roles",
    "standing",
    "origin",
    "covered_origin",
    "met_when_origin",
    "levels_origin",
    "learned_by",
    "learned_by_origin",
    "arranged_by",
    "band",
    "same_as",
    "topic",
    "section",
    "sections",
    "competency",
    "competencies",
    "requirement",
    "resource",
    "resources",
    "code",
    "years",
    "hourly",
    "year",
    "version",
    "published",
    "date",
];

fn is_prose(field: &Field) -> bool {
    SENTENCES.contains(&field.name) || PHRASES.contains(&field.name)
}

const TEXT: &str = "topics.level-1-skills.level-1-skills/empathy.text";
const TITLE: &str = "topics.level-1-skills.level-1-skills/empathy.title";

fn unclassed(data: &Value) -> Vec<String> {
    fields(data)
        .into_iter()
        .filter(|f| !is_prose(f) && !NAMES.contains(&f.name) && !FACTS.contains(&f.name))
        .map(|f| {
            format!(
                "{}: say in wording.rs whether this is a name, prose or a fact",
                f.place
            )
        })
        .collect()
}

#[test]
fn every_field_is_known_as_name_prose_or_fact() {
    check(
        unclassed,
        &[(
            "a field nobody thought of",
            |d| at_mut(d, "ladder.entry")["motto"] = json!("Ask."),
            "ladder.entry.motto",
        )],
    );
}

fn untidy(data: &Value) -> Vec<String> {
    let fault = |f: &Field| {
        let sentence_end = |c: char| ".?!:”’)".contains(c);
        if f.text.trim().is_empty() {
            Some("is empty")
        } else if f.text.trim() != f.text || f.text.contains("  ") || f.text.contains('\n') {
            Some("has spaces at an end, two together, or a line break")
        } else if f.text.contains('"') || f.text.contains('\'') {
            Some("has a straight quotation mark or apostrophe")
        } else if SENTENCES.contains(&f.name) && !f.text.ends_with(sentence_end) {
            Some("does not end like a sentence")
        } else if SENTENCES.contains(&f.name) && f.text.starts_with(char::is_lowercase) {
            Some("does not begin like a sentence")
        } else {
            None
        }
    };
    fields(data)
        .iter()
        .filter_map(|f| Some(format!("{} {}: {}", f.place, fault(f)?, f.text)))
        .collect()
}

#[test]
fn text_is_tidy_and_sentences_end() {
    check(
        untidy,
        &[
            ("nothing", |d| set(d, TEXT, ""), "empathy.text is empty"),
            ("a space", |d| set(d, TITLE, " "), "empathy.title is empty"),
            (
                "no full stop",
                |d| set(d, TEXT, "You feel"),
                "empathy.text does not end",
            ),
            (
                "a comma",
                |d| set(d, TEXT, "You feel,"),
                "empathy.text does not end",
            ),
            (
                "no capital",
                |d| set(d, TEXT, "you feel."),
                "empathy.text does not begin",
            ),
            (
                "two spaces",
                |d| set(d, TEXT, "You  feel."),
                "empathy.text has spaces",
            ),
            (
                "a space behind",
                |d| set(d, TITLE, "Empathy "),
                "empathy.title has spaces",
            ),
            (
                "straight quotes",
                |d| set(d, TEXT, "You \"feel\"."),
                "text has a straight",
            ),
            (
                "straight apostrophe",
                |d| set(d, TEXT, "You don't."),
                "text has a straight",
            ),
            (
                "in a list of paragraphs",
                |d| set(d, "roles.care-coordinator.text.0", "You help"),
                "roles.care-coordinator.text.0 does not end",
            ),
        ],
    );
}

/// What we do not call people, or say of a worker.
const NOT_SAID: [&str; 10] = [
    "patient",
    "patients",
    "client",
    "clients",
    "service user",
    "service users",
    "gap",
    "gaps",
    "deficit",
    "deficits",
];

/// Names that have such a word in them.
const NAMES_IN_PROSE: [&str; 1] = ["patient activation measure"];

/// True where the words of `phrase` stand in `words`, a plain text.
pub fn says(words: &str, phrase: &str) -> bool {
    format!(" {words} ").contains(&format!(" {phrase} "))
}

fn not_our_words(data: &Value) -> Vec<String> {
    fields(data)
        .iter()
        .filter(|f| is_prose(f))
        .flat_map(|f| {
            let mut words = plain_words(f.text).join(" ");
            for name in NAMES_IN_PROSE {
                words = words.replace(name, "");
            }
            NOT_SAID
                .iter()
                .filter(|word| says(&words, word))
                .map(|word| format!("{} says “{word}”: {}", f.place, f.text))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn people_are_people_and_nobody_has_a_gap() {
    check(
        not_our_words,
        &[
            (
                "patients",
                |d| set(d, TEXT, "Ask patients."),
                "empathy.text says “patients”",
            ),
            (
                "client’s",
                |d| set(d, TEXT, "Ask (Clients)."),
                "empathy.text says “clients”",
            ),
            (
                "service-user",
                |d| set(d, TEXT, "A service-user."),
                "says “service user”",
            ),
            ("gap", |d| set(d, TEXT, "A gap."), "empathy.text says “gap”"),
            (
                "in a phrase",
                |d| set(d, "resources.level-3.cempac.covers.1.teaches", "deficits"),
                "teaches says “deficits”",
            ),
            (
                "beside the name that may stand",
                |d| set(d, TEXT, "The Patient Activation Measure for a patient."),
                "empathy.text says “patient”",
            ),
        ],
    );
}

/// How words begin that are spelled otherwise in the UK.
const NOT_UK: [&str; 24] = [
    "analyz",
    "apologiz",
    "behavior",
    "centered",
    "color",
    "counselor",
    "emphasiz",
    "enrollment",
    "favor",
    "fulfill",
    "judgmental",
    "labor",
    "maximiz",
    "minimiz",
    "neighbor",
    "normaliz",
    "organiz",
    "personaliz",
    "prioritiz",
    "realiz",
    "recogniz",
    "specializ",
    "summariz",
    "utiliz",
];

fn not_uk(data: &Value) -> Vec<String> {
    fields(data)
        .iter()
        .filter(|f| f.name != "url")
        .flat_map(|f| {
            plain_words(f.text)
                .into_iter()
                .filter(|word| NOT_UK.iter().any(|start| word.starts_with(start)))
                .map(|word| format!("{} has “{word}”, which is not UK spelling", f.place))
                .collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn spelling_is_that_of_the_uk() {
    check(
        not_uk,
        &[
            (
                "-ize",
                |d| set(d, TEXT, "You recognize it."),
                "empathy.text has “recognize”",
            ),
            (
                "-or",
                |d| set(d, TITLE, "Behavior change"),
                "empathy.title has “behavior”",
            ),
            (
                "-ization",
                |d| set(d, TEXT, "Normalization."),
                "has “normalization”",
            ),
        ],
    );
}

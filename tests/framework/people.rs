//! Nobody is named, and nobody's mailbox is given away.

use serde_json::Value;

use crate::check;
use crate::data::{fields, set};
use crate::source::plain_words;
use crate::wording::says;

const TEXT: &str = "topics.level-1-skills.level-1-skills/empathy.text";
const TITLE: &str = "topics.level-1-skills.level-1-skills/empathy.title";

/// The people the source names: they are no part of the project's data.
const PEOPLE: [&str; 14] = [
    "deborah",
    "dr lane",
    "kimberlee",
    "tracey",
    "canavan",
    "leitch",
    "camilla",
    "cavendish",
    "matt kelly",
    "kelly",
    "johnny vegas",
    "vegas",
    "richard",
    "jason",
];

/// Mailboxes of teams; no person's may stand beside them.
const MAILBOXES: [&str; 2] = ["england.swipc@nhs.net", "ECHO@st-margarets-hospice.org.uk"];

/// True for a name, or what is somebody's: an apostrophe leaves no trace.
fn named(words: &str, name: &str) -> bool {
    says(words, name) || says(words, &format!("{name}s"))
}

fn personal(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for field in fields(data) {
        let words = plain_words(field.text).join(" ");
        for name in PEOPLE.iter().filter(|name| named(&words, name)) {
            complaints.push(format!("{} names a person: {name}", field.place));
        }
        let mut rest = field.text.to_owned();
        for mailbox in MAILBOXES {
            rest = rest.replace(mailbox, "");
        }
        if rest.contains('@') || rest.contains("mailto:") || rest.contains("[personal") {
            complaints.push(format!("{} has a mailbox: {}", field.place, field.text));
        }
    }
    complaints
}

#[test]
fn no_person_is_named_and_no_mailbox_but_a_teams() {
    check(
        personal,
        &[
            (
                "a name",
                |d| set(d, TEXT, "Ask Tracey."),
                "empathy.text names a person: tracey",
            ),
            (
                "what is somebody's",
                |d| set(d, TEXT, "Ask for Tracey’s list."),
                "empathy.text names a person: tracey",
            ),
            (
                "a name in a title",
                |d| set(d, TITLE, "A talk by Jason Leitch"),
                "empathy.title names a person: leitch",
            ),
            (
                "a mailbox",
                |d| set(d, TEXT, "Ask a.b@nhs.net."),
                "empathy.text has a mailbox",
            ),
            (
                "one beside a team's",
                |d| set(d, TEXT, "england.swipc@nhs.net or x@nhs.net."),
                "empathy.text has a mailbox",
            ),
        ],
    );
}

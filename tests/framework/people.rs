//! Nobody is named, and nobody's mailbox is given away.

use serde_json::Value;

use crate::check;
use crate::data::{fields, set};
use crate::source::plain_words;

const TEXT: &str = "topics.level-1-skills.level-1-skills/empathy.text";
const TITLE: &str = "topics.level-1-skills.level-1-skills/empathy.title";

/// The people the source names, as hashes of one word each: they are no part
/// of the project, not even of its tests. The first is of "exampleperson".
const PEOPLE: [u64; 13] = [
    0x4a0c1cd87ee6d474,
    0x250062c7c38aa09a,
    0x25cf5450333399e5,
    0x343840103525a3d4,
    0x3ed0b83902280bbc,
    0x41681ab6d2aaba01,
    0x4a04554c15405c49,
    0x75672c609c57ae95,
    0x840872afa80c3d1a,
    0x913cac111985f0ac,
    0xc9b28a08aad841fd,
    0xd2a1dad3479f2b90,
    0xe3b03bf2d76f366c,
];

/// Mailboxes of teams; no person's may stand beside them.
const MAILBOXES: [&str; 2] = ["england.swipc@nhs.net", "ECHO@st-margarets-hospice.org.uk"];

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// True for a name, or what is somebody's: an apostrophe leaves no trace.
fn names_somebody(word: &str) -> bool {
    let owner = word.strip_suffix('s').unwrap_or(word);
    PEOPLE.contains(&hash(word)) || PEOPLE.contains(&hash(owner))
}

fn personal(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for field in fields(data) {
        let words = plain_words(field.text);
        for name in words.iter().filter(|word| names_somebody(word)) {
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
                |d| set(d, TEXT, "Ask Exampleperson."),
                "empathy.text names a person: exampleperson",
            ),
            (
                "what is somebody's",
                |d| set(d, TEXT, "Ask for Exampleperson’s list."),
                "empathy.text names a person: exampleperson",
            ),
            (
                "a name in a title",
                |d| set(d, TITLE, "A talk by An Exampleperson"),
                "empathy.title names a person: exampleperson",
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

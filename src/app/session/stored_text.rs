//! What stands under a document's key: the file, with one field before all
//! others that says which revision it is. One text, so that the browser writes
//! both or neither, and still a file that opens like any other.

use serde_json::{Map, Value};

use super::backup::BackupNote;

/// How many earlier revisions a revision names.
pub(super) const ANCESTORS: usize = 32;

/// No storage was ever written this often: a higher counter is none of ours.
pub(super) const MOST_REVISIONS: u64 = 1 << 52;

const HEAD: &str = "{\"stored\":";

/// A counter, and the tab that wrote it: two tabs never write the same one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionId {
    pub counter: u64,
    pub tab: String,
}

impl RevisionId {
    fn text(&self) -> String {
        format!("{}-{}", self.counter, self.tab)
    }

    /// For a text that does not say: equal texts have equal ones.
    fn of_text(text: &str) -> Self {
        Self {
            counter: 0,
            tab: format!("{:x}", fingerprint(text)),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (counter, tab) = text.split_once('-')?;
        Some(Self {
            counter: counter.parse().ok().filter(|it| *it <= MOST_REVISIONS)?,
            tab: tab.to_owned(),
        })
    }
}

/// What is stored beside the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RevisionHeader {
    pub revision: RevisionId,
    /// The revisions it was made from, nearest first.
    pub ancestors: Vec<RevisionId>,
    pub backup: BackupNote,
}

impl RevisionHeader {
    /// The text to store.
    pub fn prepend_to(&self, file: &str) -> String {
        let ancestors = self.ancestors.iter().map(|it| it.text().into()).collect();
        let mut head = Map::new();
        head.insert("revision".into(), self.revision.text().into());
        head.insert("after".into(), Value::Array(ancestors));
        head.insert("backup".into(), self.backup.to_json());
        // No value has a key that is not text, the only way this can fail.
        let head = serde_json::to_string(&Value::Object(head)).unwrap_or_default();
        // Every file begins with a brace and has fields.
        [HEAD, &head, ",", file.get(1..).unwrap_or_default()].concat()
    }

    /// A stored text as head and file. What has no head, or one that cannot be
    /// read, is a file as it stands, and its revision is made from the text.
    pub fn split(text: &str) -> (Self, String) {
        let found = text.strip_prefix(HEAD).and_then(|rest| {
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
            let head = values.next()?.ok()?;
            let file = rest.get(values.byte_offset()..)?.strip_prefix(',')?;
            Some((head, format!("{{{file}")))
        });
        let (head, file) = found.unwrap_or_else(|| (Value::Null, text.to_owned()));
        let read = |value: &Value| value.as_str().and_then(RevisionId::parse);
        let ancestors = head["after"].as_array().into_iter().flatten();
        let head = Self {
            revision: read(&head["revision"]).unwrap_or_else(|| RevisionId::of_text(text)),
            ancestors: ancestors.filter_map(read).take(ANCESTORS).collect(),
            backup: BackupNote::from_json(&head["backup"]),
        };
        (head, file)
    }
}

/// Tells whether a text is still the one it was (FNV-1a); not a seal.
pub(super) fn fingerprint(text: &str) -> u64 {
    let step =
        |fingerprint: u64, byte: u8| (fingerprint ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn revision(counter: u64, tab: &str) -> RevisionId {
        RevisionId {
            counter,
            tab: tab.into(),
        }
    }

    #[test]
    fn a_head_is_read_as_it_was_written() {
        let head = RevisionHeader {
            revision: revision(12, "k3-j9"),
            ancestors: vec![revision(11, "k3-j9"), revision(10, "a")],
            backup: BackupNote::default(),
        };
        let text = head.prepend_to(r#"{"format":"waymark"}"#);
        let (read, file) = RevisionHeader::split(&text);
        assert_eq!((read, file.as_str()), (head, r#"{"format":"waymark"}"#));
        let whole: Value = serde_json::from_str(&text).expect("what is stored is JSON");
        assert_eq!(whole["format"], "waymark");
    }

    #[test]
    fn what_has_no_good_head_is_left_as_it_is() {
        let check = |text: &str, file: &str| {
            let revision = RevisionId::of_text(text);
            let head = RevisionHeader {
                revision,
                ancestors: Vec::new(),
                backup: BackupNote::default(),
            };
            assert_eq!(
                RevisionHeader::split(text),
                (head, file.to_owned()),
                "{text}"
            );
        };
        for text in [
            "",
            "{",
            "{}",
            r#"{"format":"waymark"}"#,
            r#"{"stored":"#,
            r#"{"stored":{"revision":"1-a"}"#,
            r#"{"stored":{"revision":"1-a"}}"#,
            r#"{"stored":{"revision":"1-a"};"x":1}"#,
        ] {
            check(text, text);
        }
        for text in [
            r#"{"stored":null,"a":1}"#,
            r#"{"stored":[1],"a":1}"#,
            r#"{"stored":{"revision":7,"after":{},"backup":"x"},"a":1}"#,
            r#"{"stored":{"revision":"x-y","after":[null,"-"]},"a":1}"#,
            r#"{"stored":{"revision":"18446744073709551615-a","after":["9007199254740993-b"]},"a":1}"#,
        ] {
            check(text, r#"{"a":1}"#);
        }
        assert_ne!(RevisionId::of_text("a"), RevisionId::of_text("b"));
    }
}

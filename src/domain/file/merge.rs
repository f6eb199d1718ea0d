//! Putting two documents together. Of two answers to one thing the one changed
//! later wins, and the other is listed with what it said: nothing is lost.
//!
//! Done on what would stand in a file, where every answer is a group with a
//! `changed`: one rule for all of them.

use serde_json::Value;

use super::compare::{Believed, as_text, by_id, changed, later};
use super::field_reader::{FieldReader, list};
use super::format_table::{Group, Shape};
use super::part::DocumentPart;
use super::v1::{BETTER_LINK, CHANGE, COURSE, ENTRY, NOTED, RECEIVED, REQUIREMENT, TOPIC, WORKER};
use super::{from_json, to_json, write};
use crate::domain::dates::Moment;
use crate::domain::document::{ChangeError, DatedAnswer, Document, JsonFields, UnknownFields};
use crate::domain::score::Score;

/// Two documents as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub document: Document,
    /// What gave way to something later.
    pub replaced: Vec<Replaced>,
}

/// Something that gave way to something later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    pub part: DocumentPart,
    /// Which: a competency, topic, action, or question about the worker.
    pub id: String,
    pub changed: Option<Moment>,
    /// What it said, as it would stand in a file.
    pub content: String,
    /// What is kept instead.
    pub kept: String,
}

/// Merges two documents. The same whichever comes first, but for the list;
/// merging again changes nothing. What was changed after `now`, by a clock that
/// ran ahead, gives way. `DocumentFull` and `TooMany` where together they are
/// more than a document may hold.
pub fn merge(a: &Document, b: &Document, now: Moment) -> Result<Merged, ChangeError> {
    let (a, b) = (a.parts(), b.parts());
    let mut merging = Merging {
        a: FieldReader(to_json::parts(a)),
        b: FieldReader(to_json::parts(b)),
        both: JsonFields::new(),
        list: Vec::new(),
        believed: Believed::until(now),
    };
    let achieved_at = merging.rule(&a.achieved_at, &b.achieved_at);
    merging.worker();
    merging.ratings();
    merging.rows("topics", DocumentPart::Topics, &TOPIC);
    merging.rows("requirements", DocumentPart::Requirements, &REQUIREMENT);
    merging.rows("changes", DocumentPart::Plan, &CHANGE);
    merging.rows("reviews", DocumentPart::Reviews, &RECEIVED);
    merging.rows("saved_plans", DocumentPart::Plan, &NOTED);
    merging.rows("in_calendar", DocumentPart::Plan, &NOTED);
    let file = std::mem::take(&mut merging.both);
    merging.a = merging.a.group("local");
    merging.b = merging.b.group("local");
    merging.rows("links", DocumentPart::Local, &BETTER_LINK);
    merging.rows("courses", DocumentPart::Local, &COURSE);
    let mut both = FieldReader(file);
    let local = std::mem::take(&mut merging.both);
    both.0.insert("local".into(), Value::Object(local));
    // What was a document can be one again, so this is never None.
    let parts = from_json::parts(both, &mut Vec::new());
    let mut parts = parts.ok_or(ChangeError::BadId { id: String::new() })?;
    parts.id = [&a.id, &b.id].into_iter().flatten().min().cloned();
    parts.achieved_at = achieved_at;
    let (a, b) = (&a.unknown, &b.unknown);
    parts.unknown = UnknownFields {
        file: merging.unknown(&a.file, &b.file),
        framework: merging.unknown(&a.framework, &b.framework),
        rules: merging.unknown(&a.rules, &b.rules),
        worker: merging.unknown(&a.worker, &b.worker),
        local: merging.unknown(&a.local, &b.local),
        plan: merging.unknown(&a.plan, &b.plan),
    };
    Ok(Merged {
        document: Document::assemble(parts)?,
        replaced: merging.list,
    })
}

struct Merging {
    a: FieldReader,
    b: FieldReader,
    both: JsonFields,
    list: Vec<Replaced>,
    believed: Believed,
}

impl Merging {
    /// The score that counts as achieved.
    fn rule(&mut self, a: &DatedAnswer<Score>, b: &DatedAnswer<Score>) -> DatedAnswer<Score> {
        let said = |it: &DatedAnswer<Score>| {
            let when = it.changed.map(Moment::iso).unwrap_or_default();
            (self.believed.is(&when), when, it.value)
        };
        let a_wins = said(a) > said(b);
        let (winner, loser) = if a_wins { (a, b) } else { (b, a) };
        if loser.changed.is_some() && loser.value != winner.value {
            self.list.push(Replaced {
                part: DocumentPart::Rule,
                id: "achieved_at".into(),
                changed: loser.changed,
                content: loser.value.map_or(String::new(), |score| score.to_string()),
                kept: winner
                    .value
                    .map_or(String::new(), |score| score.to_string()),
            });
        }
        winner.clone()
    }

    fn worker(&mut self) {
        let (mut a, mut b) = (self.a.group("worker"), self.b.group("worker"));
        let mut both = JsonFields::new();
        for field in WORKER.fields {
            if let Shape::Group(group) = field.shape {
                let (a, b) = (a.value(field.name), b.value(field.name));
                let one = self.one(DocumentPart::AboutYou, field.name, group, a, b);
                both.insert(field.name.to_owned(), one);
            }
        }
        self.both.insert("worker".into(), Value::Object(both));
    }

    fn ratings(&mut self) {
        let (mut both, mut theirs) = (self.a.group("ratings").0, self.b.group("ratings").0);
        // Those only one of them rated are put in order too: else it would make
        // a difference which comes first.
        for competency in both.keys() {
            theirs.entry(competency.clone()).or_insert(Value::Null);
        }
        for (competency, theirs) in theirs {
            let mine = both.remove(&competency).unwrap_or_default();
            let mut entries = list(mine).unwrap_or_default();
            entries.extend(list(theirs).unwrap_or_default());
            let (entries, gone) = by_id(&self.believed, entries);
            for (entry, kept) in gone {
                self.gave_way(DocumentPart::Ratings, &competency, &ENTRY, entry, &kept);
            }
            both.insert(competency, Value::Array(entries));
        }
        self.both.insert("ratings".into(), Value::Object(both));
    }

    fn rows(&mut self, name: &str, part: DocumentPart, group: &Group) {
        let mut both = self.a.group(name).0;
        for (id, theirs) in self.b.group(name).0 {
            let mine = both.remove(&id).unwrap_or_default();
            let one = self.one(part, &id, group, mine, theirs);
            both.insert(id, one);
        }
        self.both.insert(name.to_owned(), Value::Object(both));
    }

    /// One answer of two, of which either may not be there.
    fn one(&mut self, part: DocumentPart, id: &str, group: &Group, a: Value, b: Value) -> Value {
        if a.is_null() || b.is_null() {
            return if a.is_null() { b } else { a };
        }
        let (winner, loser) = later(&self.believed, group, a, b);
        if let Some(loser) = loser {
            self.gave_way(part, id, group, loser, &winner);
        }
        winner
    }

    fn gave_way(
        &mut self,
        part: DocumentPart,
        id: &str,
        group: &Group,
        answer: Value,
        kept: &Value,
    ) {
        let content = as_text(group, &answer);
        self.list.push(Replaced {
            part,
            id: id.to_owned(),
            changed: Moment::parse(changed(&answer)),
            content,
            kept: as_text(group, kept),
        });
    }

    /// Unknown fields have no time: of two that differ, the one later in the
    /// alphabet is kept.
    fn unknown(&mut self, a: &JsonFields, b: &JsonFields) -> JsonFields {
        let mut all = a.clone();
        for (name, theirs) in b {
            let Some(mine) = a.get(name).filter(|mine| *mine != theirs) else {
                all.insert(name.clone(), theirs.clone());
                continue;
            };
            let (mine, theirs_text) = (write::value(mine), write::value(theirs));
            let (content, kept) = if theirs_text > mine {
                all.insert(name.clone(), theirs.clone());
                (mine, theirs_text)
            } else {
                (theirs_text, mine)
            };
            self.list.push(Replaced {
                part: DocumentPart::Unknown,
                id: name.clone(),
                changed: None,
                content,
                kept,
            });
        }
        all
    }
}

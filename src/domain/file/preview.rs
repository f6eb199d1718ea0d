//! What would change if one document took the place of another, part by part.

use serde_json::Value;

use super::compare::says_the_same;
use super::field_reader::{FieldReader, list};
use super::part::DocumentPart;
use super::to_json;
use super::v1::WORKER;
use super::write;
use crate::domain::dates::Moment;
use crate::domain::document::{Document, JsonFields};

/// How many answers of a part would be added, changed and removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartChange {
    pub part: DocumentPart,
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
}

impl PartChange {
    fn none(part: DocumentPart) -> Self {
        Self {
            part,
            added: 0,
            changed: 0,
            removed: 0,
        }
    }

    /// `Ratings: 2 added, 1 removed`.
    pub fn sentence(&self) -> String {
        let counts = [
            (self.added, "added"),
            (self.changed, "changed"),
            (self.removed, "removed"),
        ];
        let said: Vec<_> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        format!("{}: {}", self.part.title(), said.join(", "))
    }

    fn count(&mut self, before: bool, after: bool, same: impl FnOnce() -> bool) {
        match (before, after) {
            (false, true) => self.added += 1,
            (true, false) => self.removed += 1,
            (true, true) if !same() => self.changed += 1,
            _ => {}
        }
    }

    /// Answers of two groups of which the one is before, the other after.
    fn rows(
        &mut self,
        mut before: FieldReader,
        after: FieldReader,
        same: fn(&Value, &Value) -> bool,
    ) {
        for (id, after) in after.0 {
            let before = before.value(&id);
            self.count(!before.is_null(), true, || same(&before, &after));
        }
        self.removed += before.0.len();
    }
}

/// What would change if `after` took the place of `before`; parts in which
/// nothing would are left out.
pub fn preview(before: &Document, after: &Document) -> Vec<PartChange> {
    let mut a = FieldReader(to_json::parts(before.parts()));
    let mut b = FieldReader(to_json::parts(after.parts()));
    let mut about_you = PartChange::none(DocumentPart::AboutYou);
    about_you.rows(answers(&mut a), answers(&mut b), PartialEq::eq);
    let mut ratings = PartChange::none(DocumentPart::Ratings);
    let mut theirs = b.group("ratings");
    for (competency, entries) in a.group("ratings").0 {
        let (before, after) = (by_id(entries), by_id(theirs.value(&competency)));
        ratings.rows(before, after, says_the_same);
    }
    for (_, entries) in theirs.0 {
        ratings.rows(FieldReader::default(), by_id(entries), says_the_same);
    }
    let mut changes = vec![about_you, ratings];
    for (part, name) in [
        (DocumentPart::Topics, "topics"),
        (DocumentPart::Requirements, "requirements"),
        (DocumentPart::Plan, "changes"),
        (DocumentPart::Reviews, "reviews"),
    ] {
        let mut change = PartChange::none(part);
        change.rows(a.group(name), b.group(name), says_the_same);
        changes.push(change);
    }
    let mut local = PartChange::none(DocumentPart::Local);
    let (mut a, mut b) = (a.group("local"), b.group("local"));
    for name in ["links", "courses"] {
        local.rows(a.group(name), b.group(name), says_the_same);
    }
    let mut rule = PartChange::none(DocumentPart::Rule);
    rule.changed += usize::from(before.achieved_at() != after.achieved_at());
    let mut unknown = PartChange::none(DocumentPart::Unknown);
    unknown.changed += usize::from(before.parts().unknown != after.parts().unknown);
    changes.extend([local, rule, unknown]);
    changes.retain(|change| change.added + change.changed + change.removed > 0);
    changes
}

/// Something that says another thing, before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub part: DocumentPart,
    /// Which: a competency, topic, action, or question about the worker.
    pub id: String,
    /// As it would stand in a file; empty for nothing.
    pub before: String,
    pub after: String,
}

/// What said something before and would say another thing or nothing. Of a
/// competency, the rating that stands: what counts can change though nothing
/// is taken out.
pub fn differences(before: &Document, after: &Document) -> Vec<Difference> {
    let mut a = FieldReader(to_json::parts(before.parts()));
    let mut b = FieldReader(to_json::parts(after.parts()));
    let mut all = Vec::new();
    let mut compare = |part, mut before: FieldReader, mut after: FieldReader| {
        let ids: Vec<String> = before.0.keys().cloned().collect();
        for id in ids {
            let (before, after) = (before.value(&id), after.value(&id));
            let same = before == after || says_the_same(&before, &after);
            if !same {
                let text = |it: &Value| {
                    if it.is_null() {
                        String::new()
                    } else {
                        write::value(it)
                    }
                };
                let (before, after) = (text(&before), text(&after));
                all.push(Difference {
                    part,
                    id,
                    before,
                    after,
                });
            }
        }
    };
    compare(DocumentPart::AboutYou, answers(&mut a), answers(&mut b));
    compare(DocumentPart::Ratings, standing(&mut a), standing(&mut b));
    for (part, name) in [
        (DocumentPart::Topics, "topics"),
        (DocumentPart::Requirements, "requirements"),
        (DocumentPart::Plan, "changes"),
        (DocumentPart::Reviews, "reviews"),
    ] {
        compare(part, a.group(name), b.group(name));
    }
    let (mut a, mut b) = (a.group("local"), b.group("local"));
    for name in ["links", "courses"] {
        compare(DocumentPart::Local, a.group(name), b.group(name));
    }
    let rule = |document: &Document| {
        let mut rule = FieldReader::default();
        let score = document.achieved_at().get();
        rule.0.insert("achieved_at".to_owned(), score.into());
        rule
    };
    compare(DocumentPart::Rule, rule(before), rule(after));
    all
}

/// Of each competency the rating that stands.
fn standing(document: &mut FieldReader) -> FieldReader {
    let mut standing = FieldReader::default();
    for (competency, entries) in document.group("ratings").0 {
        for entry in list(entries).unwrap_or_default() {
            let mut entry = FieldReader::of(entry);
            let mut rating = JsonFields::new();
            for name in ["score", "opportunity", "cleared"] {
                let said = entry.value(name);
                if !said.is_null() {
                    rating.insert(name.to_owned(), said);
                }
            }
            if !rating.is_empty() {
                let rating = Value::Object(rating);
                standing.0.insert(competency.clone(), rating);
            }
        }
    }
    standing
}

/// The last moment in a document.
pub fn newest(document: &Document) -> Option<Moment> {
    fn last(value: &Value) -> Option<Moment> {
        let within = |name: &String, value: &Value| match name.as_str() {
            "changed" | "started" => Moment::parse(value.as_str()?),
            _ => last(value),
        };
        match value {
            Value::Object(fields) => fields.iter().map(|(name, it)| within(name, it)).max()?,
            Value::Array(items) => items.iter().map(last).max()?,
            _ => None,
        }
    }
    let rule = document.parts().achieved_at.changed();
    rule.max(last(&Value::Object(to_json::parts(document.parts()))))
}

/// What was answered about the worker; unknown fields are not answers.
fn answers(document: &mut FieldReader) -> FieldReader {
    let mut worker = document.group("worker");
    let mut answers = FieldReader::default();
    for field in WORKER.fields {
        let answer = worker.group(field.name).value("value");
        if !answer.is_null() {
            answers.0.insert(field.name.to_owned(), answer);
        }
    }
    answers
}

/// The entries of a competency by id.
fn by_id(entries: Value) -> FieldReader {
    let mut by_id = FieldReader::default();
    for entry in list(entries).unwrap_or_default() {
        let id = entry.get("id").and_then(Value::as_str).unwrap_or_default();
        by_id.0.insert(id.to_owned(), entry);
    }
    by_id
}

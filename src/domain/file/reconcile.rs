//! Two tabs, one document. Unlike `merge`, this knows what both began from, so
//! that a change in one tab stands, a removal too, and only the same words or
//! the same answer changed differently in both is a conflict: never the whole
//! entry they stand in.
//!
//! Done on what would stand in a file, as `merge` is: one rule for all of it.

use serde_json::Value;

use super::part::DocumentPart;
use super::v1::WORKER;
use super::{from_json, to_json, write};
use crate::domain::document::{ChangeError, Document, JsonFields, Parts, UnknownFields};
use crate::domain::limits::{EVIDENCE, FEATURES};

/// Whose version of a conflict to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    Mine,
    Theirs,
}

/// Something that was changed differently in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub part: DocumentPart,
    /// Which: a competency, topic, action, or question about the worker.
    pub id: String,
    /// The field of it, as a file calls it; empty where it is all of it.
    pub field: String,
    /// What each says, as it would stand in a file; empty for nothing.
    pub mine: String,
    pub theirs: String,
}

/// Both tabs' changes in one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciled {
    pub document: Document,
    pub conflicts: Vec<Conflict>,
}

/// Lays what both changed since `base` together. `DocumentFull` and `TooMany`
/// where that is more than a document may hold.
pub fn reconcile(
    base: &Document,
    mine: &Document,
    theirs: &Document,
    prefer: Prefer,
) -> Result<Reconciled, ChangeError> {
    let mut both = Reconciling {
        prefer,
        conflicts: Vec::new(),
    };
    let parts = both.parts(base.parts(), mine.parts(), theirs.parts())?;
    Ok(Reconciled {
        document: Document::assemble(parts)?,
        conflicts: both.conflicts,
    })
}

/// Fields that say one thing together, and are taken from one side.
const TOGETHER: [&[&str]; 3] = [
    &["score", "opportunity", "cleared", "rated_on"],
    &["status", "done_on", "reason"],
    &["dismissed", "dismissed_because"],
];

/// What is being compared.
#[derive(Clone, Copy)]
struct Place<'a> {
    part: DocumentPart,
    /// Empty for a table of things.
    id: &'a str,
    field: &'a str,
}

impl<'a> Place<'a> {
    fn table(part: DocumentPart) -> Self {
        Self {
            part,
            id: "",
            field: "",
        }
    }

    /// What somebody sent back, as against what became of it here.
    fn is_a_review(self) -> bool {
        self.part == DocumentPart::Reviews && self.field == "review"
    }

    fn within(self, name: &'a str) -> Self {
        match (self.id, self.field) {
            ("", _) => Self { id: name, ..self },
            // What an answer is called within its question says nothing more.
            (_, "" | "features") if name != "value" => Self {
                field: name,
                ..self
            },
            _ => self,
        }
    }
}

/// The same of what both began from, of this tab and of the other.
type Three<'a> = [&'a Value; 3];

struct Reconciling {
    prefer: Prefer,
    conflicts: Vec<Conflict>,
}

impl Reconciling {
    fn parts(&mut self, base: &Parts, mine: &Parts, theirs: &Parts) -> Result<Parts, ChangeError> {
        let files = [base, mine, theirs].map(|parts| {
            let mut file = to_json::parts(parts);
            file.remove("id");
            Value::Object(file)
        });
        let mut file = JsonFields::new();
        for name in names(files.each_ref()) {
            let three = files.each_ref().map(|file| &file[name.as_str()]);
            let one = match name.as_str() {
                "worker" => self.worker(three),
                "ratings" => self.table(DocumentPart::Ratings, three),
                "topics" => self.table(DocumentPart::Topics, three),
                "requirements" => self.table(DocumentPart::Requirements, three),
                "changes" => self.table(DocumentPart::Plan, three),
                "local" => self.local(three),
                "reviews" => self.table(DocumentPart::Reviews, three),
                "saved_plans" | "in_calendar" => self.table(DocumentPart::Plan, three),
                name => self.unknown(name, three),
            };
            put(&mut file, &name, one);
        }
        let read = from_json::parts(super::field_reader::FieldReader(file), &mut Vec::new());
        // What was a document can be one again, so this is never None.
        let mut parts = read.ok_or(ChangeError::BadId { id: String::new() })?;
        // An id is no answer, so it cannot be a conflict: two documents that
        // were begun apart are one now.
        let (first, second) = if theirs.id == base.id {
            (mine, theirs)
        } else {
            (theirs, mine)
        };
        parts.id = first.id.as_ref().or(second.id.as_ref()).cloned();
        let rules = [base, mine, theirs].map(|parts| match parts.achieved_at.get() {
            Some(score) => score.get().into(),
            None => Value::Null,
        });
        let place = Place::table(DocumentPart::Rule).within("achieved_at");
        let rule = self.take(place, rules.each_ref());
        parts.achieved_at = match rule {
            Prefer::Mine => mine.achieved_at.clone(),
            Prefer::Theirs => theirs.achieved_at.clone(),
        };
        let mut group = |of: fn(&UnknownFields) -> &JsonFields| {
            let three = [base, mine, theirs].map(|parts| Value::Object(of(&parts.unknown).clone()));
            let mut all = JsonFields::new();
            for name in names(three.each_ref()) {
                let three = three.each_ref().map(|group| &group[name.as_str()]);
                put(&mut all, &name, self.unknown(&name, three));
            }
            all
        };
        parts.unknown.framework = group(|it| &it.framework);
        parts.unknown.rules = group(|it| &it.rules);
        parts.unknown.plan = group(|it| &it.plan);
        fits(&parts)?;
        Ok(parts)
    }

    fn worker(&mut self, three: Three) -> Value {
        let mut all = JsonFields::new();
        for name in names(three) {
            let three = three.map(|group| &group[name.as_str()]);
            let part = match WORKER.field(&name) {
                Some(_) => DocumentPart::AboutYou,
                None => DocumentPart::Unknown,
            };
            let one = self.value(Place::table(part).within(&name), three);
            put(&mut all, &name, one);
        }
        Value::Object(all)
    }

    fn local(&mut self, three: Three) -> Value {
        let mut all = JsonFields::new();
        for name in names(three) {
            let three = three.map(|group| &group[name.as_str()]);
            let one = match name.as_str() {
                "links" | "courses" => self.table(DocumentPart::Local, three),
                name => self.unknown(name, three),
            };
            put(&mut all, &name, one);
        }
        Value::Object(all)
    }

    fn unknown(&mut self, name: &str, three: Three) -> Value {
        let place = Place::table(DocumentPart::Unknown).within(name);
        self.pick(place, three)
    }

    /// A table that may not be there: what is not there has nothing in it.
    fn table(&mut self, part: DocumentPart, three: Three) -> Value {
        self.group(Place::table(part), three)
    }

    fn value(&mut self, place: Place, three: Three) -> Value {
        let [base, mine, theirs] = three;
        let one_changed = mine == theirs || theirs == base || mine == base;
        match (mine, theirs) {
            // As it came: of two copies nobody wrote a part of each.
            _ if place.is_a_review() => self.pick(place, three),
            (Value::Object(_), Value::Object(_)) if !one_changed => {
                let both = self.group(place, three);
                match (place.part, place.field) {
                    (DocumentPart::Reviews, "") => without_what_is_not_agreed(both),
                    _ => both,
                }
            }
            (Value::Array(_), Value::Array(_)) if !one_changed && has_ids(three) => {
                self.list(place, three)
            }
            _ => self.pick(place, three),
        }
    }

    fn group(&mut self, place: Place, three: Three) -> Value {
        let [_, mine, theirs] = three;
        let mut all = JsonFields::new();
        for name in names(three) {
            let of_each = three.map(|group| &group[name.as_str()]);
            if name == "changed" && !place.id.is_empty() {
                let later = [mine, theirs].map(|it| it["changed"].as_str());
                put(&mut all, &name, later[0].max(later[1]).into());
            } else if place.id.is_empty() {
                put(&mut all, &name, self.value(place.within(&name), of_each));
            } else if let Some(together) = TOGETHER.iter().find(|it| it.contains(&name.as_str())) {
                // Once for all of them.
                let first = together
                    .iter()
                    .find(|it| three.iter().any(|group| !group[**it].is_null()));
                if first == Some(&name.as_str()) {
                    let said = three.map(|group| some_of(group, together));
                    let said = self.pick(place.within(&name), said.each_ref());
                    all.extend(said.as_object().cloned().unwrap_or_default());
                }
            } else {
                put(&mut all, &name, self.value(place.within(&name), of_each));
            }
        }
        Value::Object(all)
    }

    /// A list of things with an id each: what both began from in its order,
    /// then what came, by id.
    fn list(&mut self, place: Place, three: Three) -> Value {
        let of_id = |list: &Value, id: &str| {
            let mut items = list.as_array().into_iter().flatten();
            items.find(|it| it["id"] == id).cloned().unwrap_or_default()
        };
        let ids = |list: &Value| -> Vec<String> {
            let items = list.as_array().into_iter().flatten();
            items
                .filter_map(|it| Some(it["id"].as_str()?.to_owned()))
                .collect()
        };
        let [base, mine, theirs] = three;
        let mut all = ids(base);
        let mut new = [ids(mine), ids(theirs)].concat();
        new.retain(|id| !all.contains(id));
        new.sort();
        new.dedup();
        all.extend(new);
        let each = all.iter().map(|id| {
            let three = three.map(|list| of_id(list, id));
            self.value(place, three.each_ref())
        });
        each.filter(|it| !it.is_null()).collect()
    }

    fn pick(&mut self, place: Place, three: Three) -> Value {
        let [_, mine, theirs] = three;
        match self.take(place, three) {
            Prefer::Mine => mine.clone(),
            Prefer::Theirs => theirs.clone(),
        }
    }

    /// Whose of one thing to take.
    fn take(&mut self, place: Place, [base, mine, theirs]: Three) -> Prefer {
        if theirs == base || mine == theirs {
            return Prefer::Mine;
        }
        if mine == base {
            return Prefer::Theirs;
        }
        let text = |value: &Value| match value {
            Value::Null => String::new(),
            value => write::value(value),
        };
        self.conflicts.push(Conflict {
            part: place.part,
            id: place.id.to_owned(),
            field: place.field.to_owned(),
            mine: text(mine),
            theirs: text(theirs),
        });
        self.prefer
    }
}

/// That an action was taken on says nothing without the review it was agreed
/// in: one tab may have taken that out, or taken in a newer copy.
fn without_what_is_not_agreed(mut received: Value) -> Value {
    let actions = received["review"]["actions"].clone();
    let agreed = |id: &str| {
        let mut actions = actions.as_array().into_iter().flatten();
        actions.any(|action| action["id"] == id)
    };
    if let Some(Value::Object(accepted)) = received.get_mut("accepted") {
        accepted.retain(|id, _| agreed(id));
    }
    received
}

/// The names of all three, each once.
fn names(three: Three) -> Vec<String> {
    let mut all = JsonFields::new();
    for group in three.iter().filter_map(|group| group.as_object()) {
        all.extend(group.keys().map(|name| (name.clone(), Value::Null)));
    }
    all.into_iter().map(|(name, _)| name).collect()
}

fn put(all: &mut JsonFields, name: &str, value: Value) {
    if !value.is_null() {
        all.insert(name.to_owned(), value);
    }
}

fn some_of(group: &Value, names: &[&str]) -> Value {
    let mut some = JsonFields::new();
    for name in names {
        put(&mut some, name, group[*name].clone());
    }
    match some.is_empty() {
        true => Value::Null,
        false => Value::Object(some),
    }
}

fn has_ids(three: Three) -> bool {
    let mut items = three.into_iter().filter_map(Value::as_array).flatten();
    items.all(|item| item["id"].is_string())
}

/// The lists two tabs may outgrow together; the document counts the others.
fn fits(parts: &Parts) -> Result<(), ChangeError> {
    for entry in parts.ratings.values().flatten() {
        for (count, limit) in [
            (entry.evidence.len(), EVIDENCE),
            (entry.features.len(), FEATURES),
        ] {
            if count > limit.most {
                return Err(ChangeError::TooMany { limit });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

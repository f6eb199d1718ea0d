//! A file as text: its fields in the order of the table, without those that do
//! not go into a copy. One walk for every group.

use serde_json::Value;

use super::format_table::{Group, Shape};
use super::scope::Purpose;
use crate::domain::document::JsonFields;

/// Writes a group on one line.
pub fn group(group: &Group, fields: &JsonFields, purpose: Purpose<'_>) -> String {
    let mut writing = Writing {
        out: String::new(),
        purpose,
    };
    writing.group(group, fields);
    writing.out
}

/// Any value on one line.
pub fn value(value: &Value) -> String {
    // No value has a key that is not text, the only way this can fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// How a group begins of which the day it was changed is all that is left.
const CHANGED: &str = r#"{"changed":""#;
/// How long `2026-11-23` is.
const DAY: usize = 10;

struct Writing<'a> {
    out: String,
    purpose: Purpose<'a>,
}

impl Writing<'_> {
    fn group(&mut self, group: &Group, fields: &JsonFields) {
        self.out.push('{');
        for field in group.fields {
            let Some(value) = fields.get(field.name) else {
                continue;
            };
            if !field.scope.goes_into(self.purpose) {
                continue;
            }
            self.named(field.name, &field.shape, value);
        }
        // A plan has nothing in it that was not chosen, so nothing unknown.
        if !self.is_plan() {
            let known = |name: &str| group.field(name).is_some();
            for (name, unknown) in fields.iter().filter(|(name, _)| !known(name)) {
                self.name(name);
                self.out.push_str(&value(unknown));
            }
        }
        self.out.push('}');
    }

    fn value(&mut self, shape: &Shape, it: &Value) {
        match (shape, it) {
            (Shape::Group(group), Value::Object(fields)) => self.group(group, fields),
            (Shape::Table(item, _), Value::Object(rows)) => {
                self.out.push('{');
                for (name, row) in rows {
                    self.named(name, item, row);
                }
                self.out.push('}');
            }
            (Shape::List(item, _), Value::Array(items)) => {
                self.out.push('[');
                for one in items {
                    self.comma();
                    self.value(item, one);
                }
                self.out.push(']');
            }
            // Somebody else need not know at what hour it was.
            (Shape::Moment, Value::String(moment)) if self.is_plan() => {
                let day = moment.get(..DAY).unwrap_or(moment);
                self.out.push_str(&value(&day.into()));
            }
            _ => self.out.push_str(&value(it)),
        }
    }

    fn named(&mut self, name: &str, shape: &Shape, value: &Value) {
        let before = self.out.len();
        self.name(name);
        let at = self.out.len();
        self.value(shape, value);
        // A group of which nothing goes into this copy does not either; and
        // that there was something, on some day, is nobody else's business.
        let had_some = value.as_object().is_some_and(|group| !group.is_empty());
        let said = &self.out[at..];
        let only_when = || said.starts_with(CHANGED) && said.len() == CHANGED.len() + DAY + 2;
        if had_some && (said == "{}" || self.is_plan() && only_when()) {
            self.out.truncate(before);
        }
    }

    fn is_plan(&self) -> bool {
        matches!(self.purpose, Purpose::Plan(_))
    }

    fn comma(&mut self) {
        if !self.out.ends_with(['{', '[']) {
            self.out.push(',');
        }
    }

    fn name(&mut self, name: &str) {
        self.comma();
        self.out.push_str(&value(&name.into()));
        self.out.push(':');
    }
}

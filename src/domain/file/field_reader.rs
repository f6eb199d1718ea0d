//! Values taken out of a group that was checked. None of these is made for one
//! type alone; what a field becomes is its caller's.

use serde_json::Value;

use super::v1::words::FileWord;
use super::values;
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::document::JsonFields;
use crate::domain::web_address::WebAddress;

/// The fields of a group that are not yet taken; in the end, the unknown ones.
#[derive(Default)]
pub struct FieldReader(pub JsonFields);

impl FieldReader {
    /// A group; none and every other value is an empty one.
    pub fn of(value: Value) -> Self {
        match value {
            Value::Object(fields) => Self(fields),
            _ => Self::default(),
        }
    }

    /// `null` where it is not there.
    pub fn value(&mut self, name: &str) -> Value {
        self.0.remove(name).unwrap_or_default()
    }

    /// A group within it; an empty one where it is not there.
    pub fn group(&mut self, name: &str) -> Self {
        Self::of(self.value(name))
    }

    /// A list; empty where it is not there.
    pub fn list(&mut self, name: &str) -> Vec<Value> {
        list(self.value(name)).unwrap_or_default()
    }

    /// A text, also an empty one; None where it is not there.
    pub fn some_text(&mut self, name: &str) -> Option<String> {
        some_text(self.value(name))
    }

    /// Empty where it is not there.
    pub fn text(&mut self, name: &str) -> String {
        self.some_text(name).unwrap_or_default()
    }

    /// Whether it is there and `true`.
    pub fn flag(&mut self, name: &str) -> bool {
        self.value(name) == Value::Bool(true)
    }

    /// A moment, or a day as the moment it begins.
    pub fn moment(&mut self, name: &str) -> Option<Moment> {
        values::moment(self.value(name).as_str()?)
    }

    /// A day; None where it is not there.
    pub fn day(&mut self, name: &str) -> Option<Day> {
        Day::parse(self.value(name).as_str()?)
    }

    /// A month; None where it is not there.
    pub fn month(&mut self, name: &str) -> Option<Month> {
        Month::parse(self.value(name).as_str()?)
    }

    /// A web address; None where it is not there, or is another kind of link.
    pub fn link(&mut self, name: &str) -> Option<WebAddress> {
        WebAddress::parse(self.value(name).as_str()?)
    }

    /// One of the words of a choice; None where it is not there.
    pub fn word<T: FileWord>(&mut self, name: &str) -> Option<T> {
        T::of(self.value(name).as_str()?)
    }
}

/// The text that a value is; None for another value.
pub fn some_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// The items that a value has; None for another value.
pub fn list(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

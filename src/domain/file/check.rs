//! Holds a file against the table of its version: kinds first, then limits,
//! with the place of whatever is refused or noticed. One walk for every group.

use serde_json::Value;

use super::format_table::{Group, Shape};
use super::json_path::JsonPath;
use super::number::whole;
use super::v1::VERSION;
use super::values::{hours, moment, people, score, target};
use super::{FileRemark, Refusal};
use crate::domain::dates::{Day, Month};
use crate::domain::document::JsonFields;
use crate::domain::limits::{ADDRESS, ID, utf16_units};
use crate::domain::web_address::WebAddress;

/// What is gathered while reading.
#[derive(Default)]
pub struct Checker {
    pub remarks: Vec<FileRemark>,
    /// The first thing over its limit. Kinds are told before limits, so
    /// reading goes on.
    pub limit_refusal: Option<Refusal>,
    /// Text that is no day is left out, as a link that is no address is. A file
    /// that people write by hand says more than that one day.
    pub leaves_out_days: bool,
}

impl Checker {
    /// Checks a group, and says which of its fields are not known. A link
    /// that is not a web address becomes `null`, and so may what is no day.
    pub fn group(
        &mut self,
        group: &Group,
        fields: &mut JsonFields,
        path: &JsonPath,
    ) -> Result<(), Refusal> {
        for field in group.fields {
            let path = path.field(field.name);
            match fields.get_mut(field.name) {
                Some(value) if !value.is_null() => {
                    self.value(&field.shape, value, &path)?;
                }
                _ if !field.required => {}
                _ => {
                    return Err(Refusal::Missing {
                        path: path.to_string(),
                    });
                }
            }
        }
        for name in fields.keys().filter(|name| group.field(name).is_none()) {
            let path = path.field(name).to_string();
            self.remarks.push(FileRemark::UnknownField { path });
        }
        Ok(())
    }

    fn value(&mut self, shape: &Shape, value: &mut Value, path: &JsonPath) -> Result<(), Refusal> {
        let wanted = match (shape, &mut *value) {
            (Shape::Group(group), Value::Object(fields)) => {
                return self.group(group, fields, path);
            }
            (Shape::Table(item, most), Value::Object(fields)) => {
                self.limit_list(fields.len(), *most, path);
                for (name, value) in fields {
                    let path = path.field(name);
                    self.value(item, value, &path)?;
                    self.id(name, &path)?;
                }
                return Ok(());
            }
            (Shape::List(item, most), Value::Array(items)) => {
                self.limit_list(items.len(), *most, path);
                for (i, value) in items.iter_mut().enumerate() {
                    self.value(item, value, &path.item(i))?;
                }
                return Ok(());
            }
            (Shape::Text(most), Value::String(text)) => {
                self.limit_text(text, *most, path);
                return Ok(());
            }
            (Shape::Id, Value::String(id)) => return self.id(id, path),
            (Shape::Link, Value::String(link)) => {
                self.limit_text(link, ADDRESS.most, path);
                if WebAddress::parse(link).is_none() {
                    if !link.is_empty() {
                        let (path, link) = (path.to_string(), std::mem::take(link));
                        self.remarks.push(FileRemark::LinkDropped { path, link });
                    }
                    *value = Value::Null;
                }
                return Ok(());
            }
            (Shape::Day, Value::String(day))
                if self.leaves_out_days && Day::parse(day).is_none() =>
            {
                let (path, day) = (path.to_string(), std::mem::take(day));
                self.remarks.push(FileRemark::DayDropped { path, day });
                *value = Value::Null;
                return Ok(());
            }
            (Shape::Score, Value::Number(_)) => {
                return match score(value) {
                    Some(_) => Ok(()),
                    None => Err(Refusal::NotAScore {
                        path: path.to_string(),
                    }),
                };
            }
            (shape, value) => match plain(shape, value) {
                Ok(()) => return Ok(()),
                Err(wanted) => wanted,
            },
        };
        Err(wrong(path, wanted))
    }

    fn id(&mut self, id: &str, path: &JsonPath) -> Result<(), Refusal> {
        self.limit_text(id, ID.most, path);
        if id.is_empty() {
            return Err(wrong(path, "a name"));
        }
        Ok(())
    }

    fn limit_text(&mut self, text: &str, most: usize, path: &JsonPath) {
        let units = utf16_units(text);
        if units > most && self.limit_refusal.is_none() {
            self.limit_refusal = Some(Refusal::TooLong {
                path: path.to_string(),
                most,
                units,
            });
        }
    }

    fn limit_list(&mut self, count: usize, most: usize, path: &JsonPath) {
        if count > most && self.limit_refusal.is_none() {
            self.limit_refusal = Some(Refusal::TooMany {
                path: path.to_string(),
                most,
                count,
            });
        }
    }
}

fn wrong(path: &JsonPath, wanted: &'static str) -> Refusal {
    Refusal::WrongKind {
        path: path.to_string(),
        wanted,
    }
}

/// A value that has neither limit nor remark, or else one of another kind:
/// says what was wanted.
fn plain(shape: &Shape, value: &Value) -> Result<(), &'static str> {
    let text = value.as_str();
    let (good, wanted) = match shape {
        Shape::Group(_) | Shape::Table(..) => (false, "a group of named fields"),
        Shape::List(..) => (false, "a list"),
        Shape::Text(_) | Shape::Id | Shape::Link => (false, "text"),
        Shape::Score => (false, "a number"),
        Shape::Word(words) => (
            text.and_then(|text| words.find(text)).is_some(),
            words.wanted,
        ),
        Shape::YesNo => (value.is_boolean(), "true or false"),
        Shape::Day => (
            text.and_then(Day::parse).is_some(),
            "a date such as 2026-11-23",
        ),
        Shape::Month => (
            text.and_then(Month::parse).is_some(),
            "a month such as 2026-11",
        ),
        Shape::Moment => (
            text.and_then(moment).is_some(),
            "a time such as 2026-11-23T14:05:09Z",
        ),
        Shape::Version => (whole(value) == Some(VERSION), "1"),
        Shape::Hours => (
            hours(value).is_some(),
            "a whole number of hours from 0 to 744, or “unknown”",
        ),
        Shape::People => (
            people(value).is_some(),
            "a whole number of people from 5 to 1,000",
        ),
        Shape::Target => (
            text.and_then(target).is_some(),
            "a topic, competency, section or requirement, such as “topic:level-1-skills/empathy”",
        ),
    };
    if good { Ok(()) } else { Err(wanted) }
}

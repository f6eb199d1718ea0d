//! Holds a file against the table of its version: kinds first, then limits,
//! with the place of whatever is refused or noticed. One walk for every group.

use serde_json::Value;

use super::number::whole;
use super::place::Place;
use super::table::{Group, Shape};
use super::v1::VERSION;
use super::{Refusal, Remark};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::document::{Extra, Hours};
use crate::domain::framework::model::Target;
use crate::domain::limits::{ADDRESS, HOURS_A_MONTH, ID, utf16_units};
use crate::domain::score::Score;
use crate::domain::web_address::WebAddress;

/// What is gathered while reading.
#[derive(Default)]
pub struct Reading {
    pub remarks: Vec<Remark>,
    /// The first thing over its limit. Kinds are told before limits, so
    /// reading goes on.
    pub over: Option<Refusal>,
}

impl Reading {
    /// Checks a group, and says which of its fields are not known. A link
    /// that is not a web address becomes `null`.
    pub fn group(
        &mut self,
        group: &Group,
        fields: &mut Extra,
        place: &Place,
    ) -> Result<(), Refusal> {
        for field in group.fields {
            let place = place.field(field.name);
            match fields.get_mut(field.name) {
                Some(value) if !value.is_null() => {
                    self.value(&field.shape, value, &place)?;
                }
                _ if !field.needed => {}
                _ => {
                    return Err(Refusal::Missing {
                        place: place.to_string(),
                    });
                }
            }
        }
        for name in fields.keys().filter(|name| group.field(name).is_none()) {
            let place = place.field(name).to_string();
            self.remarks.push(Remark::UnknownField { place });
        }
        Ok(())
    }

    fn value(&mut self, shape: &Shape, value: &mut Value, place: &Place) -> Result<(), Refusal> {
        let wanted = match (shape, &mut *value) {
            (Shape::Group(group), Value::Object(fields)) => {
                return self.group(group, fields, place);
            }
            (Shape::Table(item, most), Value::Object(fields)) => {
                self.limit_list(fields.len(), *most, place);
                for (name, value) in fields {
                    let place = place.field(name);
                    self.value(item, value, &place)?;
                    self.id(name, &place)?;
                }
                return Ok(());
            }
            (Shape::List(item, most), Value::Array(items)) => {
                self.limit_list(items.len(), *most, place);
                for (i, value) in items.iter_mut().enumerate() {
                    self.value(item, value, &place.item(i))?;
                }
                return Ok(());
            }
            (Shape::Text(most), Value::String(text)) => {
                self.limit_text(text, *most, place);
                return Ok(());
            }
            (Shape::Id, Value::String(id)) => return self.id(id, place),
            (Shape::Link, Value::String(link)) => {
                self.limit_text(link, ADDRESS.most, place);
                if WebAddress::parse(link).is_none() {
                    if !link.is_empty() {
                        let (place, link) = (place.to_string(), std::mem::take(link));
                        self.remarks.push(Remark::LinkDropped { place, link });
                    }
                    *value = Value::Null;
                }
                return Ok(());
            }
            (Shape::Score, Value::Number(_)) => {
                return match score(value) {
                    Some(_) => Ok(()),
                    None => Err(Refusal::NotAScore {
                        place: place.to_string(),
                    }),
                };
            }
            (shape, value) => match plain(shape, value) {
                Ok(()) => return Ok(()),
                Err(wanted) => wanted,
            },
        };
        Err(wrong(place, wanted))
    }

    fn id(&mut self, id: &str, place: &Place) -> Result<(), Refusal> {
        self.limit_text(id, ID.most, place);
        if id.is_empty() {
            return Err(wrong(place, "a name"));
        }
        Ok(())
    }

    fn limit_text(&mut self, text: &str, most: usize, place: &Place) {
        let units = utf16_units(text);
        if units > most && self.over.is_none() {
            self.over = Some(Refusal::TooLong {
                place: place.to_string(),
                most,
                units,
            });
        }
    }

    fn limit_list(&mut self, count: usize, most: usize, place: &Place) {
        if count > most && self.over.is_none() {
            self.over = Some(Refusal::TooMany {
                place: place.to_string(),
                most,
                count,
            });
        }
    }
}

fn wrong(place: &Place, wanted: &'static str) -> Refusal {
    Refusal::WrongKind {
        place: place.to_string(),
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
            text.and_then(Moment::parse).is_some(),
            "a time such as 2026-11-23T14:05:09Z",
        ),
        Shape::Version => (whole(value) == Some(VERSION), "1"),
        Shape::Hours => (
            hours(value).is_some(),
            "a whole number of hours from 0 to 744, or “unknown”",
        ),
        Shape::Target => (
            text.and_then(target).is_some(),
            "a topic, competency, section or requirement, such as “topic:level-1-skills/empathy”",
        ),
    };
    if good { Ok(()) } else { Err(wanted) }
}

pub fn score(value: &Value) -> Option<Score> {
    u8::try_from(whole(value)?).ok().and_then(Score::new)
}

/// Instead of a number of hours.
pub const UNKNOWN: &str = "unknown";

pub fn hours(value: &Value) -> Option<Hours> {
    if value.as_str() == Some(UNKNOWN) {
        return Some(Hours::Unknown);
    }
    let hours = u16::try_from(whole(value)?).ok()?;
    (hours <= HOURS_A_MONTH).then_some(Hours::Known(hours))
}

pub fn target(word: &str) -> Option<Target> {
    let (kind, id) = word.split_once(':')?;
    if id.is_empty() || utf16_units(id) > ID.most {
        return None;
    }
    Some(match kind {
        "topic" => Target::Topic(id.into()),
        "competency" => Target::Competency(id.into()),
        "section" => Target::Section(id.into()),
        "requirement" => Target::Requirement(id.into()),
        _ => return None,
    })
}

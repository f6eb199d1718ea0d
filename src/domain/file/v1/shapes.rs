//! Shapes of version 1 that are more than a list of fields.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::super::Purpose;
use super::super::place::Place;
use super::super::wire::{Read, Reading, Wire, read_object, take, unknown, whole, wrong};
use crate::domain::dates::Moment;
use crate::domain::document::{Extra, Hours};
use crate::domain::framework::model::Target;
use crate::domain::limits::{HOURS_A_MONTH, ID, utf16_units};

/// The number of this version.
pub const VERSION: i64 = 1;

/// The number of this version, which can be no other here.
#[derive(Clone, Copy, Debug)]
pub struct Version;

impl Wire for Version {
    fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
        match whole(&value) {
            Some(VERSION) => Ok(Self),
            _ => wrong(place, "1"),
        }
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(VERSION)
    }
}

/// What a course helps with: `topic:level-1-skills/empathy`.
#[derive(Clone, Debug)]
pub struct TargetWire(pub Target);

impl TargetWire {
    fn parse(word: &str) -> Option<Self> {
        let (kind, id) = word.split_once(':')?;
        if id.is_empty() || utf16_units(id) > ID.most {
            return None;
        }
        Some(Self(match kind {
            "topic" => Target::Topic(id.into()),
            "competency" => Target::Competency(id.into()),
            "section" => Target::Section(id.into()),
            "requirement" => Target::Requirement(id.into()),
            _ => return None,
        }))
    }
}

impl Wire for TargetWire {
    fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
        let wanted =
            "a topic, competency, section or requirement, such as “topic:level-1-skills/empathy”";
        value
            .as_str()
            .and_then(Self::parse)
            .map_or_else(|| wrong(place, wanted), Ok)
    }
}

impl Serialize for TargetWire {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let kind = match self.0 {
            Target::Topic(_) => "topic",
            Target::Competency(_) => "competency",
            Target::Section(_) => "section",
            Target::Requirement(_) => "requirement",
        };
        serializer.serialize_str(&format!("{kind}:{}", self.0.id()))
    }
}

/// Hours a month as a whole number, or `unknown`.
#[derive(Clone, Copy, Debug)]
pub struct HoursWire(pub Hours);

impl Wire for HoursWire {
    fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
        if value == UNKNOWN {
            return Ok(Self(Hours::Unknown));
        }
        match whole(&value).and_then(|hours| u16::try_from(hours).ok()) {
            Some(hours) if hours <= HOURS_A_MONTH => Ok(Self(Hours::Known(hours))),
            _ => wrong(place, "a whole number of hours from 0 to 744, or “unknown”"),
        }
    }
}

pub const UNKNOWN: &str = "unknown";

impl Serialize for HoursWire {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Hours::Known(hours) => serializer.serialize_u16(hours),
            Hours::Unknown => serializer.serialize_str(UNKNOWN),
        }
    }
}

/// An answer about the worker, and when it was last changed.
#[derive(Clone, Debug, Serialize)]
pub struct Answered<T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
    pub changed: Moment,
    #[serde(flatten)]
    pub extra: Extra,
}

impl<T: Wire> Wire for Answered<T> {
    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        let (value, changed, extra) = answer(value, place, reading)?;
        let value = match value {
            Some(value) => Some(T::read(value, &place.field("value"), reading)?),
            None => None,
        };
        Ok(Self {
            value,
            changed,
            extra,
        })
    }

    fn keep_for(&mut self, purpose: Purpose<'_>) {
        if matches!(purpose, Purpose::Plan(_)) {
            self.extra.clear();
        }
    }
}

/// What is the same of every answer, so that the program has it once.
fn answer(
    value: Value,
    place: &Place,
    reading: &mut Reading,
) -> Read<(Option<Value>, Moment, Extra)> {
    let mut fields = read_object(value, place)?;
    let value = fields.remove("value").filter(|value| !value.is_null());
    let changed = take(&mut fields, "changed", place, reading)?;
    Ok((value, changed, unknown(fields, place, reading)))
}

//! The values a field can have.

use std::borrow::Borrow;

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::super::encode::Purpose;
use super::super::place::Place;
use super::super::{Refusal, Remark};
use super::{Read, Reading, Wire, Words, read_object, read_text, refuse, wrong};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, DocumentId, EntryId, EvidenceId, FeatureId, LevelId,
    RequirementId, ResourceId, RoleId, TopicId,
};
use crate::domain::keyed::Keyed;
use crate::domain::limits::{ADDRESS, ID};
use crate::domain::score::Score;
use crate::domain::web_address::WebAddress;

/// An enum as a word.
#[derive(Clone, Copy, Debug)]
pub struct Word<T>(pub T);

impl<T: Words> Wire for Word<T> {
    fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
        match value.as_str().and_then(T::of) {
            Some(known) => Ok(Self(known)),
            None => wrong(place, T::WANTED),
        }
    }
}

impl<T: Words> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.word())
    }
}

/// A text of so many UTF-16 units at most; left out when empty.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Text<const MOST: usize>(pub String);

impl<const MOST: usize> Wire for Text<MOST> {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        reading.text(value, MOST, place).map(Self)
    }
}

/// A web address; another kind of link is dropped and named.
#[derive(Clone, Debug, Default)]
pub struct Link(pub Option<WebAddress>);

impl Wire for Link {
    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn is_absent(&self) -> bool {
        self.0.is_none()
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        let link = reading.text(value, ADDRESS.most, place)?;
        let address = WebAddress::parse(&link);
        if address.is_none() && !link.is_empty() {
            let place = place.to_string();
            reading.remarks.push(Remark::LinkDropped { place, link });
        }
        Ok(Self(address))
    }
}

impl Serialize for Link {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0
            .as_ref()
            .map(WebAddress::as_str)
            .serialize(serializer)
    }
}

/// Yes, or not there.
#[derive(Clone, Copy, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Flag(pub bool);

impl Wire for Flag {
    fn absent() -> Option<Self> {
        Some(Self(false))
    }

    fn is_absent(&self) -> bool {
        !self.0
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        bool::read(value, place, reading).map(Self)
    }
}

impl Wire for bool {
    fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
        value
            .as_bool()
            .map_or_else(|| wrong(place, "true or false"), Ok)
    }
}

/// A whole number; `3.0` is one, as JSON Schema has it.
pub fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let number = value.as_f64()?;
        (number.fract() == 0.0 && number.abs() < 1e15).then_some(number as i64)
    })
}

/// A [`Score`] in a file.
#[derive(Clone, Copy, Debug)]
pub struct ScoreWire(pub Score);

impl Wire for ScoreWire {
    fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
        if !value.is_number() {
            return wrong(place, "a number");
        }
        let score = whole(&value).and_then(|number| u8::try_from(number).ok());
        match score.and_then(Score::new) {
            Some(score) => Ok(Self(score)),
            None => refuse(Refusal::NotAScore {
                place: place.to_string(),
            }),
        }
    }
}

impl Serialize for ScoreWire {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0.get())
    }
}

macro_rules! dates {
    ($($type:ident $wanted:literal)+) => {$(
        impl Wire for $type {
            fn read(value: Value, place: &Place, _: &mut Reading) -> Read<Self> {
                value.as_str().and_then(Self::parse).map_or_else(|| wrong(place, $wanted), Ok)
            }
        }
    )+};
}

dates! {
    Day "a date such as 2026-11-23"
    Month "a month such as 2026-11"
    Moment "a time such as 2026-11-23T14:05:09Z"
}

/// An id: a text with something in it.
pub trait Id: Borrow<str> {
    fn of(text: String) -> Self;
}

fn check_id(id: &str, place: &Place, reading: &mut Reading) -> Read<()> {
    reading.limit_text(id, ID.most, place);
    if id.is_empty() {
        wrong(place, "a name")
    } else {
        Ok(())
    }
}

fn read_id(value: Value, place: &Place, reading: &mut Reading) -> Read<String> {
    let id = read_text(value, place)?;
    check_id(&id, place, reading)?;
    Ok(id)
}

macro_rules! ids {
    ($($type:ident)+) => {$(
        impl Id for $type {
            fn of(text: String) -> Self {
                Self::new(text)
            }
        }

        impl Wire for $type {
            fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
                read_id(value, place, reading).map(Self::new)
            }
        }
    )+};
}

ids! {
    ActionId CompetencyId CourseId DocumentId EntryId EvidenceId FeatureId LevelId
    RequirementId ResourceId RoleId TopicId
}

impl<T: Wire> Wire for Option<T> {
    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        T::read(value, place, reading).map(Some)
    }

    fn keep_for(&mut self, purpose: Purpose<'_>) {
        if let Some(some) = self {
            some.keep_for(purpose);
        }
    }
}

/// A list of so many at most; left out when empty.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent)]
pub struct List<T, const MOST: usize>(pub Vec<T>);

impl<T: Wire, const MOST: usize> Wire for List<T, MOST> {
    fn absent() -> Option<Self> {
        Some(Self(Vec::new()))
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        let Value::Array(items) = value else {
            return wrong(place, "a list");
        };
        reading.limit_list(items.len(), MOST, place);
        // Not `collect`, which costs more code for every type.
        let mut list = Vec::with_capacity(items.len().min(MOST));
        for (index, item) in items.into_iter().enumerate() {
            list.push(T::read(item, &place.item(index), reading)?);
        }
        Ok(Self(list))
    }

    fn keep_for(&mut self, purpose: Purpose<'_>) {
        self.0.iter_mut().for_each(|item| item.keep_for(purpose));
    }
}

/// A group by id, of so many at most; left out when empty.
#[derive(Clone, Debug, Serialize)]
#[serde(transparent, bound(serialize = "K: Serialize, V: Serialize"))]
pub struct Table<K, V, const MOST: usize>(pub Keyed<K, V>);

impl<K: Id, V: Wire, const MOST: usize> Wire for Table<K, V, MOST> {
    fn absent() -> Option<Self> {
        Some(Self(Keyed::new()))
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
        let fields = read_object(value, place)?;
        reading.limit_list(fields.len(), MOST, place);
        let mut table = Keyed::new();
        for (key, value) in fields {
            let place = place.field(&key);
            let value = V::read(value, &place, reading)?;
            check_id(&key, &place, reading)?;
            table.insert(K::of(key), value);
        }
        Ok(Self(table))
    }

    fn keep_for(&mut self, purpose: Purpose<'_>) {
        self.0
            .values_mut()
            .for_each(|value| value.keep_for(purpose));
    }
}

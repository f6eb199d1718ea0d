//! How a shape of the format is read and written. A `wire!` struct names each
//! field with its type, which brings its limit, and with the copies it goes
//! into. Read by walking the JSON and not by a derived `Deserialize`: the walk
//! knows the place of what it refuses or does not know, and is far smaller.

mod values;

use serde_json::Value;
pub use values::{Flag, Link, List, ScoreWire, Table, Text, Word, whole};

use super::encode::Purpose;
use super::place::Place;
use super::{Refusal, Remark};
use crate::domain::document::Extra;
use crate::domain::limits::utf16_units;

/// What is gathered while reading.
#[derive(Default)]
pub struct Reading {
    pub remarks: Vec<Remark>,
    /// The first thing over its limit. Kinds are told before limits, so
    /// reading goes on.
    pub over: Option<Refusal>,
}

/// What was read, or why not. The refusal is boxed: an error as large as it is,
/// handed up from every field, was a large part of the program.
pub type Read<T> = Result<T, Box<Refusal>>;

pub fn refuse<T>(refusal: Refusal) -> Read<T> {
    Err(Box::new(refusal))
}

/// What stands there is not of the kind wanted.
pub fn wrong<T>(place: &Place, wanted: &'static str) -> Read<T> {
    let place = place.to_string();
    refuse(Refusal::WrongKind { place, wanted })
}

impl Reading {
    /// A text of so many UTF-16 units at most.
    pub fn text(&mut self, value: Value, most: usize, place: &Place) -> Read<String> {
        let text = read_text(value, place)?;
        self.limit_text(&text, most, place);
        Ok(text)
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

/// A shape of the format.
pub trait Wire: Sized {
    /// What a field that is not there reads as; None where it is needed.
    fn absent() -> Option<Self> {
        None
    }

    /// Whether to leave the field out.
    fn is_absent(&self) -> bool {
        false
    }

    fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self>;

    /// Takes out what does not go into a copy.
    fn keep_for(&mut self, _: Purpose<'_>) {}
}

pub fn read_text(value: Value, place: &Place) -> Read<String> {
    match value {
        Value::String(text) => Ok(text),
        _ => wrong(place, "text"),
    }
}

pub fn read_object(value: Value, place: &Place) -> Read<Extra> {
    match value {
        Value::Object(fields) => Ok(fields),
        _ => wrong(place, "a group of named fields"),
    }
}

/// A field taken out of its group; `null` is the same as not there.
pub fn take<T: Wire>(
    fields: &mut Extra,
    name: &str,
    place: &Place,
    reading: &mut Reading,
) -> Read<T> {
    let place = place.field(name);
    match find(fields, name) {
        Some(value) => T::read(value, &place, reading),
        None => T::absent().map_or_else(|| missing(&place), Ok),
    }
}

fn find(fields: &mut Extra, name: &str) -> Option<Value> {
    fields.remove(name).filter(|value| !value.is_null())
}

fn missing<T>(place: &Place) -> Read<T> {
    let place = place.to_string();
    refuse(Refusal::Missing { place })
}

/// What is left of a group when all known fields are taken.
pub fn unknown(fields: Extra, place: &Place, reading: &mut Reading) -> Extra {
    for name in fields.keys() {
        let place = place.field(name).to_string();
        reading.remarks.push(Remark::UnknownField { place });
    }
    fields
}

/// Shapes with named fields. After each field, the copies it goes into.
macro_rules! wire {
    ($(
        $(#[doc = $about:literal])+
        $name:ident { $(
            $(#[doc = $says:literal])+
            $field:ident: $type:ty => $share:expr,
        )+ }
    )+) => {$(
        $(#[doc = $about])+
        #[derive(Clone, Debug, serde::Serialize)]
        pub struct $name {
            $(
                $(#[doc = $says])+
                #[serde(skip_serializing_if = "Wire::is_absent")]
                pub $field: $type,
            )+
            /// Fields this version does not know.
            #[serde(flatten)]
            pub extra: Extra,
        }

        impl Wire for $name {
            fn absent() -> Option<Self> {
                Some(Self { $($field: <$type>::absent()?,)+ extra: Extra::new() })
            }

            fn is_absent(&self) -> bool {
                $(self.$field.is_absent() &&)+ self.extra.is_empty()
            }

            fn read(value: Value, place: &Place, reading: &mut Reading) -> Read<Self> {
                let mut fields = read_object(value, place)?;
                Ok(Self {
                    $($field: take(&mut fields, stringify!($field), place, reading)?,)+
                    extra: unknown(fields, place, reading),
                })
            }

            fn keep_for(&mut self, purpose: Purpose<'_>) {
                $(
                    match <$type>::absent() {
                        Some(absent) if !$share.goes_into(purpose) => self.$field = absent,
                        _ => self.$field.keep_for(purpose),
                    }
                )+
                if matches!(purpose, Purpose::Plan(_)) {
                    self.extra.clear();
                }
            }
        }

        #[cfg(test)]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::domain::file::schema::group(
                    concat!($($about),+),
                    vec![$((
                        stringify!($field),
                        concat!($($says),+),
                        $share,
                        <$type>::absent().is_none(),
                        // `null` is the same as not there.
                        match <$type>::absent() {
                            None => generator.subschema_for::<$type>(),
                            Some(_) => generator.subschema_for::<Option<$type>>(),
                        },
                    ),)+],
                )
            }
        }
    )+};
}

pub(in crate::domain::file) use wire;

/// Words for the variants of an enum: the file's spelling, which never
/// changes, apart from the program's.
macro_rules! words {
    ($($type:ty { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl Words for $type {
            const WORDS: &'static [&'static str] = &[$($word),+];
            const WANTED: &'static str = concat!("one of:" $(, " ", $word)+);

            fn word(&self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            fn of(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

pub(in crate::domain::file) use words;

/// See [`words!`].
pub trait Words: Sized {
    /// For the schema.
    #[cfg_attr(not(test), allow(dead_code))]
    const WORDS: &'static [&'static str];
    const WANTED: &'static str;
    fn word(&self) -> &'static str;
    fn of(word: &str) -> Option<Self>;
}

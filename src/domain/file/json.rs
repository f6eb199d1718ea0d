//! Text to JSON values, noticing what `serde_json` alone would let pass: a
//! name that stands twice in one group, and groups nested without end.

use std::fmt;
use std::str::FromStr;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};

use super::json_path::JsonPath;
use super::number;
use super::{FileRemark, Refusal};
use crate::domain::document::JsonFields;
use crate::domain::limits::DEPTH;

/// Reads one JSON value and nothing after it.
pub fn parse(text: &str, remarks: &mut Vec<FileRemark>) -> Result<Value, Refusal> {
    let mut noticed = Noticed {
        remarks,
        too_deep: false,
        too_large: false,
    };
    let node = Node {
        path: JsonPath::FILE,
        depth: 0,
        noticed: &mut noticed,
    };
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = node
        .deserialize(&mut reader)
        .and_then(|value| reader.end().map(|()| value));
    let (too_deep, too_large) = (noticed.too_deep, noticed.too_large);
    value.map_err(|error| {
        let line = error.line();
        if too_deep {
            Refusal::TooDeep
        } else if error.is_eof() {
            Refusal::CutShort
        } else if too_large {
            Refusal::NumberTooLarge { line }
        } else {
            Refusal::NotJson { line }
        }
    })
}

struct Noticed<'a> {
    remarks: &'a mut Vec<FileRemark>,
    too_deep: bool,
    too_large: bool,
}

/// One value, about to be read.
struct Node<'a, 'n> {
    path: JsonPath<'a>,
    /// How many lists and groups it stands in.
    depth: usize,
    noticed: &'a mut Noticed<'n>,
}

/// What `serde_json` calls the field of a number. A group of somebody's own
/// that begins with it is taken for one.
const NUMBER: &str = "$serde_json::private::Number";

impl Node<'_, '_> {
    fn number<E: Error>(self, text: &str) -> Result<Value, E> {
        self.noticed.too_large = number::is_too_large(text);
        match Number::from_str(text) {
            Ok(number) if !self.noticed.too_large => Ok(Value::Number(number)),
            _ => Err(E::custom("no number")),
        }
    }

    fn open<E: Error>(&mut self) -> Result<(), E> {
        self.noticed.too_deep = self.depth >= DEPTH;
        if self.noticed.too_deep {
            Err(E::custom("too deep"))
        } else {
            Ok(())
        }
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_, '_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_, '_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.into()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        self.open()?;
        let mut items = Vec::new();
        loop {
            let path = self.path.item(items.len());
            let node = Node {
                path,
                depth: self.depth + 1,
                noticed: self.noticed,
            };
            match list.next_element_seed(node)? {
                Some(item) => items.push(item),
                None => return Ok(Value::Array(items)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut group: A) -> Result<Value, A::Error> {
        let mut next = group.next_key::<String>()?;
        // `serde_json` hands any other number over as a group of one text.
        if next.as_deref() == Some(NUMBER) {
            return self.number(&group.next_value::<String>()?);
        }
        self.open()?;
        let mut fields = JsonFields::new();
        while let Some(name) = next.take() {
            let path = self.path.field(&name);
            let node = Node {
                path,
                depth: self.depth + 1,
                noticed: self.noticed,
            };
            let value = group.next_value_seed(node)?;
            if fields.contains_key(&name) {
                let path = path.to_string();
                self.noticed.remarks.push(FileRemark::RepeatedName { path });
            }
            fields.insert(name, value);
            next = group.next_key::<String>()?;
        }
        Ok(Value::Object(fields))
    }
}

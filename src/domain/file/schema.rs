//! The JSON Schema (2020-12) of version 1, made from its types. Only in tests:
//! none of this is in the program. The file in `schema/` is committed, and
//! `WAYMARK_WRITE_SCHEMA=1 cargo test --lib schema` writes it anew.
//!
//! It is a little wider than the program: JSON Schema counts characters where
//! limits count UTF-16 units, and cannot measure a document as a whole.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::fields::{Share, Tick};
use super::v1::{Answered, File, HoursWire, TargetWire, VERSION, Version};
use super::wire::{Flag, Link, List, ScoreWire, Table, Text, Word, Words};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, DocumentId, EntryId, EvidenceId, FeatureId, LevelId,
    RequirementId, ResourceId, RoleId, TopicId,
};
use crate::domain::limits::{ADDRESS, HOURS_A_MONTH, ID};

/// A group of named fields: name, what it says, where it goes, whether it is
/// needed, its own schema.
pub fn group(about: &str, fields: Vec<(&str, &str, Share, bool, Schema)>) -> Schema {
    let mut properties = serde_json::Map::new();
    let mut required = Vec::new();
    for (name, says, share, needed, mut schema) in fields {
        let description = format!("{}{}", says.trim(), goes_into(share));
        schema.insert("description".into(), Value::String(description));
        properties.insert(name.into(), schema.to_value());
        if needed {
            required.push(name);
        }
    }
    let mut schema = json_schema!({
        "type": "object",
        "description": about.trim(),
        "properties": properties,
    });
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    schema
}

fn goes_into(share: Share) -> String {
    match share {
        Share::Everywhere => String::new(),
        Share::Own => " Never in a plan.".into(),
        Share::Files => " Only in saved files; not read back.".into(),
        Share::IfTicked(tick) => {
            let what = match tick {
                Tick::Name => "my name",
                Tick::Workplace => "my workplace",
                Tick::AboutMyPost => "about my post",
                Tick::History => "earlier ratings",
                Tick::Features => "features seen",
                Tick::Reflections => "my reflections",
                Tick::Evidence => "my evidence",
                Tick::Answers => "my answers",
                Tick::AnswerNotes => "notes on my answers",
                Tick::ActionNotes => "notes on my actions",
                Tick::OwnActions => "my own actions",
                Tick::LocalCourses => "my own links and courses",
            };
            format!(" In a plan only if “{what}” is ticked.")
        }
    }
}

macro_rules! inline {
    ($([$($generics:tt)*] $type:ty, $name:expr, |$generator:ident| $schema:expr;)+) => {$(
        impl<$($generics)*> JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                Cow::from($name)
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

inline! {
    [const MOST: usize] Text<MOST>, format!("Text{MOST}"), |_g| json_schema!({
        "type": "string",
        "maxLength": MOST,
    });
    [] Link, "Link", |_g| json_schema!({
        "type": "string",
        "maxLength": ADDRESS.most,
    });
    [] Flag, "Flag", |_g| json_schema!({ "type": "boolean" });
    [] ScoreWire, "Score", |_g| json_schema!({ "type": "integer", "minimum": 0, "maximum": 5 });
    [] Version, "Version", |_g| json_schema!({ "const": VERSION });
    [] HoursWire, "Hours", |_g| json_schema!({ "oneOf": [
        { "type": "integer", "minimum": 0, "maximum": HOURS_A_MONTH },
        { "const": "unknown" },
    ]});
    [] TargetWire, "Target", |_g| json_schema!({
        "type": "string",
        "pattern": "^(topic|competency|section|requirement):.",
    });
    [] Day, "Day", |_g| json_schema!({
        "type": "string",
        "format": "date",
        "pattern": r"^\d{4}-\d{2}-\d{2}$",
    });
    [] Month, "Month", |_g| json_schema!({
        "type": "string",
        "pattern": r"^\d{4}-(0[1-9]|1[0-2])$",
    });
    [] Moment, "Moment", |_g| json_schema!({
        "type": "string",
        "format": "date-time",
        "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$",
    });
    [T: Words] Word<T>, T::WANTED, |_g| json_schema!({ "enum": T::WORDS });
    [T: JsonSchema, const MOST: usize] List<T, MOST>, format!("List{MOST}Of{}", T::schema_name()),
        |generator| json_schema!({
            "type": "array",
            "maxItems": MOST,
            "items": generator.subschema_for::<T>(),
        });
    [K, V: JsonSchema, const MOST: usize] Table<K, V, MOST>, format!("Table{MOST}Of{}", V::schema_name()),
        |generator| json_schema!({
            "type": "object",
            "maxProperties": MOST,
            "propertyNames": { "minLength": 1, "maxLength": ID.most },
            "additionalProperties": generator.subschema_for::<V>(),
        });
    [T: JsonSchema] Answered<T>, format!("Answered{}", T::schema_name()), |generator| json_schema!({
        "type": "object",
        "properties": {
            "value": generator.subschema_for::<Option<T>>(),
            "changed": generator.subschema_for::<Moment>(),
        },
        "required": ["changed"],
    });
}

macro_rules! ids {
    ($($type:ident)+) => {
        inline! {$(
            [] $type, stringify!($type), |_g| json_schema!({
                "type": "string",
                "minLength": 1,
                "maxLength": ID.most,
            });
        )+}
    };
}

ids! {
    ActionId CompetencyId CourseId DocumentId EntryId EvidenceId FeatureId LevelId
    RequirementId ResourceId RoleId TopicId
}

/// The schema as it is committed.
fn generate() -> String {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<File>();
    schema.insert("title".into(), "Waymark file, version 1".into());
    let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    text.push('\n');
    text
}

mod tests {
    use std::{env, fs};

    use super::*;

    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/waymark-1.schema.json");

    #[test]
    fn the_committed_schema_is_up_to_date() {
        let schema = generate();
        if env::var_os("WAYMARK_WRITE_SCHEMA").is_some() {
            fs::write(PATH, &schema).unwrap();
        }
        let committed = fs::read_to_string(PATH).unwrap_or_default();
        assert!(
            committed == schema,
            "schema/waymark-1.schema.json is not what the types say: \
             run `WAYMARK_WRITE_SCHEMA=1 cargo test --lib schema` and look at what changed"
        );
    }
}

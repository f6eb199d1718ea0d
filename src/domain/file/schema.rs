//! The JSON Schema (2020-12) of version 1, made from its table of fields. Only
//! in tests: none of this is in the program. The file in `schema/` is
//! committed, and `WAYMARK_WRITE_SCHEMA=1 cargo test --lib schema` writes it
//! anew.
//!
//! It is a little wider than the program: JSON Schema counts characters where
//! limits count UTF-16 units, and cannot measure a document as a whole.

use std::{env, fs};

use serde_json::{Map, Value, json};

use super::format_table::{Field, Group, Shape};
use super::scope::{FieldScope, ShareOption};
use super::v1::{FILE, REVIEW_FILE, VERSION};
use crate::domain::limits::{ADDRESS, HOURS_A_MONTH, ID};

/// What is made: the schema of one shape may need that of others.
#[derive(Default)]
struct Making {
    /// The groups that have a name, by it.
    groups: Map<String, Value>,
}

impl Making {
    fn group(&mut self, group: &Group) -> Value {
        let mut properties = Map::new();
        for field in group.fields {
            properties.insert(field.name.into(), self.field(field));
        }
        let mut schema = json!({ "type": "object", "properties": properties });
        if !group.about.is_empty() {
            schema["description"] = group.about.into();
        }
        let required = group.fields.iter().filter(|field| field.required);
        let required: Vec<_> = required.map(|field| field.name).collect();
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        schema
    }

    fn field(&mut self, field: &Field) -> Value {
        let mut schema = self.shape(&field.shape);
        if !field.required {
            schema = or_null(schema);
        }
        let description = format!("{}{}", field.says, goes_into(field.scope));
        if !description.is_empty() {
            schema["description"] = description.into();
        }
        schema
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Text(most) => json!({ "type": "string", "maxLength": most }),
            Shape::Id => json!({ "type": "string", "minLength": 1, "maxLength": ID.most }),
            Shape::Link => json!({ "type": "string", "maxLength": ADDRESS.most }),
            Shape::Word(words) => json!({ "enum": words.words }),
            Shape::YesNo => json!({ "type": "boolean" }),
            Shape::Score => json!({ "type": "integer", "minimum": 0, "maximum": 5 }),
            Shape::Day => json!({
                "type": "string",
                "format": "date",
                "pattern": r"^\d{4}-\d{2}-\d{2}$",
            }),
            Shape::Month => json!({
                "type": "string",
                "pattern": r"^\d{4}-(0[1-9]|1[0-2])$",
            }),
            // In a plan it is a day.
            Shape::Moment => json!({ "anyOf": [
                {
                    "type": "string",
                    "format": "date-time",
                    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$",
                },
                self.shape(&Shape::Day),
            ]}),
            Shape::Version => json!({ "const": VERSION }),
            Shape::People => json!({ "type": "integer", "minimum": 5, "maximum": 1000 }),
            Shape::Hours => json!({ "oneOf": [
                { "type": "integer", "minimum": 0, "maximum": HOURS_A_MONTH },
                { "const": "unknown" },
            ]}),
            Shape::Target => json!({
                "type": "string",
                "pattern": "^(topic|competency|section|requirement):.",
            }),
            Shape::List(item, most) => json!({
                "type": "array",
                "maxItems": most,
                "items": self.shape(item),
            }),
            Shape::Table(item, most) => json!({
                "type": "object",
                "maxProperties": most,
                "propertyNames": { "minLength": 1, "maxLength": ID.most },
                "additionalProperties": self.shape(item),
            }),
            Shape::Group(group) if group.name.is_empty() => self.group(group),
            Shape::Group(group) => {
                if !self.groups.contains_key(group.name) {
                    let schema = self.group(group);
                    self.groups.insert(group.name.into(), schema);
                }
                json!({ "$ref": format!("#/$defs/{}", group.name) })
            }
        }
    }
}

/// `null` is the same as not there.
fn or_null(mut schema: Value) -> Value {
    if let Some(one) = schema["type"].as_str().map(str::to_owned) {
        schema["type"] = json!([one, "null"]);
    } else if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    } else {
        return json!({ "anyOf": [schema, { "type": "null" }] });
    }
    schema
}

fn goes_into(scope: FieldScope) -> String {
    match scope {
        FieldScope::Everywhere => String::new(),
        FieldScope::Own => " Never in a plan.".into(),
        FieldScope::Files => " Only in saved files; not read back.".into(),
        FieldScope::IfTicked(tick) => {
            let what = match tick {
                ShareOption::Name => "my name",
                ShareOption::Workplace => "my workplace",
                ShareOption::AboutMyPost => "about my post",
                ShareOption::History => "earlier ratings",
                ShareOption::Features => "features seen",
                ShareOption::Reflections => "my reflections",
                ShareOption::Evidence => "my evidence",
                ShareOption::Answers => "my answers",
                ShareOption::AnswerNotes => "notes on my answers",
                ShareOption::ActionNotes => "notes on my actions",
                ShareOption::OwnActions => "my own actions",
                ShareOption::LocalCourses => "my own links and courses",
                ShareOption::Details => "how and why",
                ShareOption::ScoreFirst => "score first",
            };
            format!(" In a plan only if “{what}” is ticked.")
        }
    }
}

/// The schema as it is committed.
fn generate() -> String {
    let mut making = Making::default();
    let schema = json!({
        "if": { "properties": { "kind": { "const": "review" } }, "required": ["kind"] },
        "then": making.shape(&Shape::Group(&REVIEW_FILE)),
        "else": making.shape(&Shape::Group(&FILE)),
    });
    making.finish(schema, "Waymark file, version 1")
}

/// The schema of files that are one group.
pub(in crate::domain) fn of_group(group: &'static Group, title: &str) -> String {
    let mut making = Making::default();
    let schema = making.shape(&Shape::Group(group));
    making.finish(schema, title)
}

impl Making {
    fn finish(self, mut schema: Value, title: &str) -> String {
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
        schema["title"] = title.into();
        schema["$defs"] = self.groups.into();
        let mut text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
        text.push('\n');
        text
    }
}

/// Holds the committed schema against the table, or writes it anew.
#[track_caller]
pub(in crate::domain) fn assert_committed(path: &str, schema: &str) {
    if env::var_os("WAYMARK_WRITE_SCHEMA").is_some() {
        fs::write(path, schema).unwrap();
    }
    let committed = fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == schema,
        "{path} is not what the table says: run `WAYMARK_WRITE_SCHEMA=1 cargo test --lib schema` and look at what changed"
    );
}

mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_up_to_date() {
        const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/waymark-1.schema.json");
        assert_committed(PATH, &generate());
    }
}

//! The JSON Schema (2020-12) of version 1, made from its table of fields. Only
//! in tests: none of this is in the program. The file in `schema/` is
//! committed, and `WAYMARK_WRITE_SCHEMA=1 cargo test --lib schema` writes it
//! anew.
//!
//! It is a little wider than the program: JSON Schema counts characters where
//! limits count UTF-16 units, and cannot measure a document as a whole.

use serde_json::{Map, Value, json};

use super::format_table::{Field, Group, Shape};
use super::scope::{FieldScope, ShareOption};
use super::v1::{FILE, VERSION};
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
            Shape::Moment => json!({
                "type": "string",
                "format": "date-time",
                "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$",
            }),
            Shape::Version => json!({ "const": VERSION }),
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
            };
            format!(" In a plan only if “{what}” is ticked.")
        }
    }
}

/// The schema as it is committed.
fn generate() -> String {
    let mut making = Making::default();
    let mut schema = making.group(&FILE);
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "Waymark file, version 1".into();
    schema["$defs"] = making.groups.into();
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
            "schema/waymark-1.schema.json is not what the table says: \
             run `WAYMARK_WRITE_SCHEMA=1 cargo test --lib schema` and look at what changed"
        );
    }
}

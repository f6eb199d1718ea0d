//! Documents a worker might make: any sequence of changes through the public
//! methods, with texts that break careless programs.

mod changes;
mod kinds;

use std::collections::BTreeSet;
use std::{fs, path::Path};

pub use changes::{Op, at, op, review};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde_json::Value;
use waymark::domain::document::{ClockReading, Document};
use waymark::domain::ids::DocumentId;

use crate::support::{open, stored};
use changes::text;

// Every strategy is boxed: their types nested would overflow a test's stack.

/// The same cases in every run; `PROPTEST_CASES` asks for more of them.
pub fn config() -> Config {
    let more = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        cases: more.unwrap_or(128),
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..Config::default()
    }
}

pub fn ops() -> BoxedStrategy<Vec<(Op, ClockReading)>> {
    vec((op(), at()), 0..40).boxed()
}

/// A value no version knows.
fn unknown() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text(50).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec(("[a-z\"\\\\é]{1,3}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Puts an unknown field into the group at hand, counted over all there are.
fn put_unknown(value: &mut Value, countdown: &mut usize, unknown: &Value) {
    match value {
        Value::Array(items) => {
            items
                .iter_mut()
                .for_each(|item| put_unknown(item, countdown, unknown));
        }
        Value::Object(fields) => {
            fields
                .values_mut()
                .for_each(|value| put_unknown(value, countdown, unknown));
            if *countdown == 0 {
                fields.insert("zz-unknown".into(), unknown.clone());
            }
            *countdown = countdown.wrapping_sub(1);
        }
        _ => {}
    }
}

/// Any document: changes, then a newer version's fields, then more changes.
pub fn document() -> BoxedStrategy<Document> {
    let unknown = vec((0..30usize, unknown()), 0..4);
    (
        proptest::option::of("[a-z]{1,9}"),
        ops(),
        unknown,
        vec((op(), at()), 0..6),
    )
        .prop_map(|(id, ops, unknown, more)| {
            let mut document = Document::default();
            if let Some(id) = id {
                document
                    .adopt(DocumentId::from(id.as_str()))
                    .expect("an id");
            }
            for (op, at) in ops {
                // A change that is refused changes nothing: a law of its own.
                let _ = op.apply(&mut document, at);
            }
            for (countdown, unknown) in unknown {
                let mut file: Value = serde_json::from_str(&stored(&document)).expect("JSON");
                put_unknown(&mut file, &mut { countdown }, &unknown);
                // In a table of entries it is no entry, and refused.
                if let Ok(opened) = open(file.to_string().as_bytes()) {
                    document = opened.document;
                }
            }
            for (op, at) in more {
                let _ = op.apply(&mut document, at);
            }
            document
        })
        .boxed()
}

/// A document and a copy of it that went its own way.
pub fn two_copies() -> BoxedStrategy<(Document, Document)> {
    (
        document(),
        vec((op(), at()), 0..12),
        vec((op(), at()), 0..12),
    )
        .prop_map(|(start, one, two)| {
            let change = |ops: Vec<(Op, ClockReading)>| {
                let mut document = start.clone();
                for (op, at) in ops {
                    let _ = op.apply(&mut document, at);
                }
                document
            };
            (change(one), change(two))
        })
        .boxed()
}

#[test]
fn a_random_document_reaches_every_field() {
    let mut runner = TestRunner::new(config());
    let mut names = BTreeSet::new();
    for _ in 0..1_000 {
        let document = document()
            .new_tree(&mut runner)
            .expect("a document")
            .current();
        let file: Value = serde_json::from_str(&stored(&document)).expect("JSON");
        collect_names(&file, &mut names);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/waymark-1.schema.json");
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(path).expect("the schema")).expect("JSON");
    let not_stored = ["Plan", "Action", "Resource", "ReviewFile"];
    let groups = schema["$defs"].as_object().expect("definitions").iter();
    let groups = groups.filter(|(name, _)| !not_stored.contains(&name.as_str()));
    for (group, shape) in groups {
        for field in shape["properties"].as_object().expect("properties").keys() {
            let in_files_only =
                group == "File" && matches!(field.as_str(), "about" | "plan" | "score_first");
            assert!(
                in_files_only || names.contains(field),
                "{group}.{field} never came up"
            );
        }
    }
    assert!(names.contains("zz-unknown"));
}

fn collect_names(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
        Value::Object(fields) => {
            for (name, value) in fields {
                names.insert(name.clone());
                collect_names(value, names);
            }
        }
        _ => {}
    }
}

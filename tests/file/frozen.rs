//! What every later release must open: a file of every kind with every field
//! of version 1 in it, and all that is recorded in `fixtures/frozen.txt`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;
use sha2::{Digest, Sha256};
use waymark::domain::file::{
    AnyFile, FileKind, Header, KnownIds, Purpose, ShareOption, decode, decode_any, encode,
    encode_review,
};
use waymark::domain::framework::bundled;
use waymark::domain::local;

use crate::support::header;

/// Whether version 1 may no longer change. With `true` here, a changed byte in
/// a recorded file fails the tests: in the tables of fields (`src/domain/file/v1`
/// and `src/domain/local/table.rs`, by way of their schemas) or in a fixture
/// that opens. People have such files by then, and nobody can call them back:
/// what a field means, what its words are and what may stand in it stays. A
/// later version has a table of its own and converts from this one. New
/// fixtures may still be added, and what is refused may come to be opened.
const FROZEN: bool = false;

/// The record: the SHA-256 of each file and its name, as `sha256sum` writes
/// and checks them. Until it is frozen, `WAYMARK_WRITE_FROZEN=1 cargo test
/// --test file frozen` writes it anew.
const RECORD: &str = "tests/fixtures/frozen.txt";

/// Where what opens is kept; what is refused stands in folders below.
const FIXTURES: [&str; 4] = [
    "tests/fixtures/every-field",
    "tests/fixtures/local",
    "tests/fixtures/v1",
    "tests/fixtures/v1/reviews",
];

const SCHEMA: &str = "schema/waymark-1.schema.json";
const PACK_SCHEMA: &str = "schema/waymark-local-1.schema.json";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> Vec<u8> {
    fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

/// The names of what is to be recorded, in order.
fn names() -> Vec<String> {
    let mut names = vec![SCHEMA.to_owned(), PACK_SCHEMA.to_owned()];
    for folder in FIXTURES {
        for entry in fs::read_dir(path(folder)).expect("the fixtures") {
            let entry = entry.expect("an entry");
            if entry.path().is_file() {
                names.push(format!("{folder}/{}", entry.file_name().to_string_lossy()));
            }
        }
    }
    names.sort();
    names
}

/// A line of the record.
fn line(name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes);
    let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{hash}  {name}\n")
}

/// The lines of a record whose file is another now.
fn changed(record: &str, read: impl Fn(&str) -> Vec<u8>) -> Vec<&str> {
    let is_another = |recorded: &&str| {
        let name = recorded.split_once("  ").expect("a hash and a name").1;
        line(name, &read(name)).trim_end() != *recorded
    };
    record.lines().filter(is_another).collect()
}

#[test]
fn what_is_recorded_is_there_and_once_frozen_unchanged() {
    let is_asked = env::var_os("WAYMARK_WRITE_FROZEN").is_some();
    assert!(
        !(is_asked && FROZEN),
        "version 1 is frozen: add lines by hand, change none"
    );
    if is_asked {
        let lines: String = names().iter().map(|name| line(name, &read(name))).collect();
        fs::write(path(RECORD), lines).expect("written");
    }
    let record = String::from_utf8(read(RECORD)).expect("text");
    let recorded: Vec<_> = record
        .lines()
        .map(|line| line.split_once("  ").expect("a hash and a name").1)
        .collect();
    assert_eq!(
        recorded,
        names(),
        "{RECORD} names other files than there are"
    );
    let changed = changed(&record, read);
    assert!(
        !FROZEN || changed.is_empty(),
        "version 1 is frozen, and these files are no longer as they were: {changed:#?}"
    );
}

#[test]
fn one_changed_byte_is_found() {
    let file = |name: &str| name.as_bytes().to_vec();
    let record = [line("a", b"a"), line("b", b"b")].concat();
    assert_eq!(changed(&record, file), [""; 0]);
    let damaged = |name: &str| file(if name == "b" { "B" } else { name });
    assert_eq!(changed(&record, damaged), [line("b", b"b").trim_end()]);
}

#[test]
fn every_recorded_file_opens() {
    let known = KnownIds::of(bundled());
    for name in names() {
        let bytes = read(&name);
        if name.starts_with("schema/") {
            let schema = json(&bytes);
            assert!(jsonschema::meta::is_valid(&schema), "{name}");
        } else if name.starts_with("tests/fixtures/local/") || name.ends_with("/pack.json") {
            let opened = local::decode(&bytes, bundled());
            assert!(opened.is_ok(), "{name}: {opened:?}");
        } else {
            let opened = decode_any(&bytes, &known);
            assert!(opened.is_ok(), "{name}: {opened:?}");
        }
    }
}

fn every_field(kind: &str) -> Vec<u8> {
    read(&format!("tests/fixtures/every-field/{kind}.json"))
}

/// The files that between them have every field. One worker has only one
/// answer to some questions, so there are a few more backups.
const EVERY_FIELD: [&str; 7] = [
    "backup",
    "just-starting",
    "pack",
    "plan",
    "review",
    "three-years-or-more",
    "under-a-year",
];

/// Opens a file without a remark, and writes it again as it would be saved.
fn written_again(bytes: &[u8]) -> String {
    if json(bytes)["format"] == "waymark-local" {
        let opened = local::decode(bytes, bundled()).expect("it opens");
        assert_eq!(opened.remarks, []);
        return local::encode(&opened.pack);
    }
    match decode_any(bytes, &KnownIds::of(bundled())).expect("it opens") {
        AnyFile::Review(it) => {
            assert_eq!(it.remarks, []);
            encode_review(&it.id, &it.review, &header(), false)
        }
        AnyFile::Document(it) => {
            assert_eq!(it.remarks, []);
            let purpose = match it.kind {
                FileKind::Backup => Purpose::Backup,
                FileKind::Plan => Purpose::Plan(&ShareOption::ALL),
            };
            let header = Header {
                created: it.created.expect("a moment"),
                app: it.app,
                framework: it.framework,
            };
            encode(&it.document, purpose, &header, &it.plan)
        }
    }
}

#[test]
fn a_file_of_every_kind_opens_and_is_written_again_with_the_same_meaning() {
    for name in EVERY_FIELD {
        let bytes = every_field(name);
        let again = written_again(&bytes);
        assert_eq!(json(again.as_bytes()), json(&bytes), "{name}");
    }
}

/// So the plan has whatever a plan can have.
#[test]
fn the_plan_with_every_field_is_the_backup_with_everything_ticked() {
    let opened = decode(&every_field("backup"), &KnownIds::of(bundled())).expect("it opens");
    let header = Header {
        created: opened.created.expect("a moment"),
        app: opened.app,
        framework: opened.framework,
    };
    let ticks = Purpose::Plan(&ShareOption::ALL);
    let plan = encode(&opened.document, ticks, &header, &opened.plan);
    if env::var_os("WAYMARK_WRITE_FIXTURES").is_some() {
        fs::write(path("tests/fixtures/every-field/plan.json"), &plan).expect("written");
    }
    assert_eq!(String::from_utf8(every_field("plan")).expect("text"), plan);
}

#[test]
fn between_them_they_use_every_field_and_every_word_of_the_format() {
    let schemas = [SCHEMA, PACK_SCHEMA].map(|name| json(&read(name)));
    let mut used = [BTreeSet::new(), BTreeSet::new()];
    for name in EVERY_FIELD {
        let file = json(&every_field(name));
        let which = usize::from(file["format"] == "waymark-local");
        use_places(&schemas[which], "#", &file, &mut used[which]);
    }
    for (schema, used) in schemas.iter().zip(&used) {
        let mut places = BTreeSet::new();
        all_places(&schema["$defs"], "#/$defs", &mut places);
        let unused: Vec<_> = places.difference(used).collect();
        assert!(unused.is_empty(), "no file has {unused:#?}");
        assert!(places.len() > 50, "{places:#?}");
    }
}

/// The place of every field in a schema, and of every word a field can have.
fn all_places(schema: &Value, place: &str, places: &mut BTreeSet<String>) {
    let Value::Object(parts) = schema else { return };
    for (name, part) in parts {
        let place = format!("{place}/{name}");
        if let (true, Value::Object(fields)) = (name == "properties", part) {
            places.extend(fields.keys().map(|field| format!("{place}/{field}")));
        }
        if let (true, Value::Array(words)) = (name == "enum", part) {
            let words = words.iter().filter(|word| !word.is_null());
            places.extend(words.map(|word| format!("{place}/{word}")));
        }
        all_places(part, &place, places);
    }
}

/// The places of a schema that a value uses. It is valid: another test says so.
fn use_places(root: &Value, place: &str, value: &Value, used: &mut BTreeSet<String>) {
    let schema = root
        .pointer(&place[1..])
        .unwrap_or_else(|| panic!("no {place}"));
    if schema.get("enum").is_some() {
        used.insert(format!("{place}/enum/{value}"));
    }
    let mut follow = |place: String, value: &Value| {
        used.insert(place.clone());
        use_places(root, &place, value, used);
    };
    if let Some(other) = schema["$ref"].as_str() {
        follow(other.to_owned(), value);
    }
    // Only a file of ours has two kinds: a review, and the others.
    if schema.get("if").is_some() {
        let is_review = value["kind"] == "review";
        let part = if is_review { "then" } else { "else" };
        follow(format!("{place}/{part}"), value);
    }
    for part in ["anyOf", "oneOf"] {
        for at in 0..schema[part].as_array().map_or(0, Vec::len) {
            follow(format!("{place}/{part}/{at}"), value);
        }
    }
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                if schema["properties"].get(name).is_some() {
                    follow(format!("{place}/properties/{name}"), value);
                } else if schema.get("additionalProperties").is_some() {
                    follow(format!("{place}/additionalProperties"), value);
                }
            }
        }
        Value::Array(items) if schema.get("items").is_some() => {
            for item in items {
                follow(format!("{place}/items"), item);
            }
        }
        _ => {}
    }
}

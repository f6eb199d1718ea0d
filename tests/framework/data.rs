//! The JSON files of the framework as one tree, and ways to find things in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::{Map, Value};

/// The checkout these tests run in. Asked while they run, not while they are
/// built: checkouts that share a target directory share the built tests.
pub fn checkout() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from)
}

/// Every file of `data/`, by its name; a folder is a map of its files.
pub fn bundled_files() -> &'static Value {
    static DATA: OnceLock<Value> = OnceLock::new();
    DATA.get_or_init(|| folder(&checkout().join("src/domain/framework/data")))
}

fn folder(path: &Path) -> Value {
    let mut files = Map::new();
    for entry in fs::read_dir(path).expect("the folder of the data can be read") {
        let path = entry.expect("the folder of the data can be read").path();
        let name = path.file_stem().expect("a file has a name");
        let value = if path.is_dir() {
            folder(&path)
        } else {
            let text = fs::read_to_string(&path).expect("a data file can be read");
            serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        files.insert(name.to_string_lossy().into_owned(), value);
    }
    Value::Object(files)
}

/// What stands at a place such as `roles.care-coordinator.owed`: a step is a
/// field, or an item of a list by its id or its number.
pub fn at<'a>(data: &'a Value, place: &str) -> &'a Value {
    place.split('.').fold(data, |value, step| match value {
        Value::Array(list) => &list[position(list, step)],
        other => &other[step],
    })
}

/// As `at`, to break it.
pub fn at_mut<'a>(data: &'a mut Value, place: &str) -> &'a mut Value {
    place.split('.').fold(data, |value, step| match value {
        Value::Array(list) => {
            let found = position(list, step);
            &mut list[found]
        }
        other => &mut other[step],
    })
}

fn position(list: &[Value], step: &str) -> usize {
    list.iter()
        .position(|item| item["id"] == step)
        .or_else(|| step.parse().ok())
        .unwrap_or_else(|| panic!("nothing here is called {step}"))
}

/// Puts a value at a place, over what is there.
pub fn set(data: &mut Value, place: &str, value: impl Into<Value>) {
    *at_mut(data, place) = value.into();
}

/// Adds to the list at a place.
pub fn push(data: &mut Value, place: &str, value: impl Into<Value>) {
    list_mut(at_mut(data, place)).push(value.into());
}

/// Takes the last item from the list at a place.
pub fn pop(data: &mut Value, place: &str) {
    list_mut(at_mut(data, place)).pop();
}

/// The list behind a value.
pub fn list_mut(value: &mut Value) -> &mut Vec<Value> {
    value.as_array_mut().expect("a list stands here")
}

/// The list in a field; empty where the field is not there.
pub fn list<'a>(item: &'a Value, field: &str) -> &'a [Value] {
    item[field].as_array().map_or(&[], Vec::as_slice)
}

/// The words in a field; empty where the field is not there.
pub fn text<'a>(item: &'a Value, field: &str) -> &'a str {
    item[field].as_str().unwrap_or_default()
}

/// The words of a list of words.
pub fn words<'a>(item: &'a Value, field: &str) -> Vec<&'a str> {
    list(item, field).iter().filter_map(Value::as_str).collect()
}

/// Every topic of every section.
pub fn topics(data: &Value) -> impl Iterator<Item = &Value> {
    in_files(&data["topics"])
}

/// Every resource of every stage.
pub fn resources(data: &Value) -> impl Iterator<Item = &Value> {
    in_files(&data["resources"])
}

fn in_files(files: &Value) -> impl Iterator<Item = &Value> {
    let files = files.as_object().expect("a folder of files");
    files.values().filter_map(Value::as_array).flatten()
}

/// Words somewhere in the data.
pub struct Field<'a> {
    /// The file, the ids on the way and the field, to find it by.
    pub place: String,
    pub name: &'a str,
    pub text: &'a str,
}

/// All words in the data.
pub fn fields(data: &Value) -> Vec<Field<'_>> {
    let mut found = Vec::new();
    walk(data, "", "", &mut found);
    found
}

fn walk<'a>(value: &'a Value, place: &str, name: &'a str, found: &mut Vec<Field<'a>>) {
    match value {
        Value::String(text) => found.push(Field {
            place: place.to_owned(),
            name,
            text,
        }),
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let step = item["id"]
                    .as_str()
                    .map_or(number.to_string(), str::to_owned);
                walk(item, &format!("{place}.{step}"), name, found);
            }
        }
        Value::Object(map) => {
            for (name, value) in map {
                let place = format!("{place}.{name}");
                walk(value, place.trim_start_matches('.'), name, found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

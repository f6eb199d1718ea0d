//! What every test here needs.

use std::fs;
use std::path::PathBuf;

use jsonschema::Validator;
use waymark::domain::framework::bundled;
use waymark::domain::local::{OpenedPack, Pack, PackRefusal, decode};

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/local")
}

pub fn fixture(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub fn open(bytes: &[u8]) -> Result<OpenedPack, PackRefusal> {
    decode(bytes, bundled())
}

pub fn opened(name: &str) -> OpenedPack {
    open(&fixture(name)).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

/// The worked pack of an invented county.
pub fn mallowshire() -> Pack {
    opened("mallowshire.json").pack
}

/// The committed schema.
pub fn schema() -> Validator {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schema/waymark-local-1.schema.json");
    let text = fs::read_to_string(path).expect("the committed schema");
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is a schema")
}

/// Panics with what is wrong where a pack is not valid under the schema.
#[track_caller]
pub fn assert_valid(schema: &Validator, name: &str, text: &str) {
    let text = text.trim_start_matches('\u{feff}');
    let value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let errors: Vec<_> = schema
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

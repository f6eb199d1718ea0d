//! What every test here needs: a time, a header, a framework's ids, fixtures.

use std::fs;
use std::path::PathBuf;

use jsonschema::Validator;
use waymark::domain::dates::Moment;
use waymark::domain::document::{ClockReading, Document};
use waymark::domain::file::{
    FrameworkName, Header, KnownIds, OpenedFile, Purpose, Refusal, WrittenPlan, decode, encode,
};

pub fn at(moment: &str) -> ClockReading {
    let now = Moment::parse(moment).expect("a moment");
    ClockReading {
        now,
        today: now.utc_day(),
    }
}

pub fn framework() -> FrameworkName {
    FrameworkName {
        id: "somerset-social-prescribing".into(),
        version: "4.0".into(),
    }
}

pub fn header() -> Header {
    Header {
        created: Moment::parse("2026-11-23T14:05:09Z").expect("a moment"),
        app: "waymark 0.1.0".into(),
        framework: framework(),
    }
}

/// A few ids of the framework, enough for the fixtures.
pub fn known() -> KnownIds {
    let ids = "social-prescribing-link-worker early-career mid-career person-centred-approach \
         person-centred-approach/asks-first person-centred-approach/says-back promoting-autonomy \
         self-monitoring local-induction/supervision local-induction/mandatory-training \
         core-knowledge/safeguarding-adults core-knowledge level-1-skills/empathy \
         caseload-topics/dementia link-worker-des-a link-worker-des-b social-prescribing-e-learning \
         health-coaching-two-day";
    KnownIds::from_ids(framework(), ids.split_whitespace())
}

pub fn fixture_path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/v1")
        .join(name)
}

pub fn fixture(name: &str) -> Vec<u8> {
    fs::read(fixture_path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of the fixtures in a folder, in order.
pub fn fixtures(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(fixture_path(folder)).expect("the fixtures");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_file())
        .map(|entry| format!("{folder}{}", entry.file_name().to_string_lossy()))
        .collect();
    names.sort();
    assert!(!names.is_empty(), "no fixtures in {folder:?}");
    names
}

pub fn open(bytes: &[u8]) -> Result<OpenedFile, Refusal> {
    decode(bytes, &known())
}

pub fn stored(document: &Document) -> String {
    encode(
        document,
        Purpose::Stored,
        &header(),
        &WrittenPlan::default(),
    )
}

pub fn backup(document: &Document) -> String {
    encode(
        document,
        Purpose::Backup,
        &header(),
        &WrittenPlan::default(),
    )
}

pub fn reopened(text: &str) -> Document {
    open(text.as_bytes())
        .unwrap_or_else(|refusal| panic!("{refusal:?}"))
        .document
}

/// The committed schema.
pub fn schema() -> Validator {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schema/waymark-1.schema.json");
    let text = fs::read_to_string(path).expect("the committed schema");
    let schema = serde_json::from_str(&text).expect("the schema is JSON");
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the schema is a schema")
}

/// Panics with what is wrong where a file is not valid under the schema.
pub fn assert_valid(schema: &Validator, name: &str, text: &str) {
    let value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let errors: Vec<_> = schema
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

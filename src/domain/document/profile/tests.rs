//! Every list of the answers about the worker has every answer: what takes a
//! profile apart does not compile without a field, and the rest is held
//! against [`field_names`] here and in `app/shared_plan` and `app/handover`.

use super::every_answer::{answers, field_names, worker};
use super::*;
use crate::domain::file::v1::WORKER;
use crate::domain::file::{
    FrameworkName, Header, KnownIds, Purpose, ShareOption, WrittenPlan, decode, encode,
};
use crate::domain::framework::bundled;

fn file(document: &Document, purpose: Purpose<'_>) -> String {
    let header = Header {
        created: Moment::parse("2026-11-23T14:05:09Z").expect("a moment"),
        app: "waymark".to_owned(),
        framework: FrameworkName::of(bundled()),
    };
    encode(document, purpose, &header, &WrittenPlan::default())
}

/// The names of what a file says of the worker.
fn written(text: &str) -> Vec<String> {
    let file: JsonFields = serde_json::from_str(text).expect("JSON");
    let worker = file["worker"].as_object().expect("a group");
    let answered = worker.iter().filter(|(_, it)| it.get("value").is_some());
    answered.map(|(name, _)| name.clone()).collect()
}

fn sorted(names: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    names.sort();
    names
}

#[test]
fn the_table_of_the_file_has_every_answer_and_no_other() {
    let table: Vec<&str> = WORKER.fields.iter().map(|field| field.name).collect();
    assert_eq!(sorted(&table), sorted(&field_names()));
}

#[test]
fn every_answer_is_written_and_read_back() {
    let worker = worker();
    for purpose in [
        Purpose::Stored,
        Purpose::Backup,
        Purpose::Plan(&ShareOption::ALL),
    ] {
        let text = file(&worker, purpose);
        let mut names = written(&text);
        names.sort();
        assert_eq!(names, sorted(&field_names()), "{purpose:?}");
        let opened = decode(text.as_bytes(), &KnownIds::of(bundled())).expect("it opens");
        macro_rules! same {
            ($($field:ident)+) => {$(
                assert_eq!(
                    opened.document.profile().$field.get(),
                    worker.profile().$field.get(),
                    stringify!($field)
                );
            )+};
        }
        profile_fields!(same);
    }
}

#[test]
fn every_answer_was_changed_at_a_time_of_its_own() {
    let changes = worker().profile().changes().count();
    assert_eq!(changes, field_names().len());
    for answer in answers() {
        let mut document = Document::default();
        let today = Day::parse("2026-11-23").expect("a day");
        let now = Moment::start_of(today);
        document
            .set_profile(answer.clone(), ClockReading { now, today })
            .expect("an answer");
        let (empty, changes) = (Document::default(), document.profile().changes().count());
        assert!(
            changes > 0 && document.units() > empty.units(),
            "{answer:?}"
        );
    }
}

/// The rows are `worker.role`, `.aim`: one after another, in code.
#[test]
fn the_readme_tells_of_every_answer_in_a_file() {
    let readme = include_str!("../../../../README.md");
    let rows = readme
        .lines()
        .filter_map(|line| line.strip_prefix("| `worker."));
    let mut told: Vec<&str> = rows
        .filter_map(|row| row.split(" | ").next())
        .flat_map(|names| names.split(", "))
        .map(|name| name.trim_matches(['`', '.']))
        .collect();
    told.sort_unstable();
    assert_eq!(told, sorted(&field_names()));
}

//! Packs that are opened, with what is remarked on, and packs that are not.

use std::fs;

use waymark::domain::file::{FileRemark, Refusal};
use waymark::domain::limits::LOCAL_BYTES;
use waymark::domain::local::{FoundLink, PackRefusal, encode};

use crate::support::{assert_valid, fixture, folder, mallowshire, open, opened, schema};

fn expected(name: &str) -> PackRefusal {
    let wrong = |path: &str, wanted| Refusal::WrongKind {
        path: path.into(),
        wanted,
    };
    let not_a_word = |word: &str| PackRefusal::NotAWord {
        path: format!("courses › {word}"),
    };
    let missing = || Refusal::Missing {
        path: "courses › one › title".into(),
    };
    PackRefusal::File(match name {
        "empty.json" => Refusal::Empty,
        "web-page.json" => return PackRefusal::WebPage,
        "broken.json" => Refusal::CutShort,
        "not-json.json" => Refusal::NotJson { line: 1 },
        "newer.json" => Refusal::NewerVersion,
        "empty-object.json" => Refusal::OtherProgram,
        "a-plan.json" => return PackRefusal::PlanOrBackup,
        "long-name.json" => Refusal::TooLong {
            path: "name".into(),
            most: 200,
            units: 10_000,
        },
        "too-many-targets.json" => Refusal::TooMany {
            path: "courses › all › helps_with".into(),
            most: 50,
            count: 51,
        },
        "course-without-title.json" | "course-with-blank-title.json" => missing(),
        "word-with-a-slash.json" => return not_a_word("level-1-skills/empathy"),
        "word-in-capitals.json" => return not_a_word("One"),
        "gone-and-moved.json" => Refusal::Contradiction {
            path: "links › 1".into(),
        },
        "unknown-kind.json" => wrong(
            "courses › one › kind",
            "one of: e-learning course video website document tool forum organisation",
        ),
        "group-of-four.json" => wrong("smallest_group", "a whole number of people from 5 to 1,000"),
        "target-of-no-kind.json" => wrong(
            "notes › 1 › about",
            "a topic, competency, section or requirement, such as “topic:level-1-skills/empathy”",
        ),
        "links-as-group.json" => wrong("links", "a list"),
        other => panic!("{other} has no expected refusal"),
    })
}

#[test]
fn what_is_refused_says_why_and_what_to_do() {
    let mut seen = 0;
    for entry in fs::read_dir(folder().join("refused")).expect("the fixtures") {
        let name = entry.expect("an entry").file_name();
        let name = name.to_string_lossy();
        let refusal = open(&fixture(&format!("refused/{name}"))).expect_err(&name);
        assert_eq!(refusal, expected(&name), "{name}");
        let sentence = refusal.sentence("local.json");
        assert!(
            sentence.starts_with("“local.json” was not used."),
            "{sentence}"
        );
        assert!(sentence.ends_with('.'), "{sentence}");
        seen += 1;
    }
    assert_eq!(seen, 18);
}

#[test]
fn ten_megabytes_are_not_even_looked_at() {
    let bytes = 10_000_000;
    let large = format!(
        r#"{{"format":"waymark-local","version":1,"name":"{}"}}"#,
        "a".repeat(bytes)
    );
    let refusal = open(large.as_bytes()).expect_err("too large");
    assert_eq!(refusal, PackRefusal::TooLarge { bytes: large.len() });
    assert!(large.len() > LOCAL_BYTES);
}

#[track_caller]
fn check(name: &str, expected: &[&str]) {
    let remarks: Vec<_> = opened(name)
        .remarks
        .iter()
        .map(|it| match it {
            FileRemark::UnknownId { path, id } => format!("{path}: no {id}"),
            FileRemark::UnknownField { path } => format!("{path}: unknown"),
            FileRemark::LinkDropped { path, .. } => format!("{path}: no link"),
            FileRemark::DayDropped { path, .. } => format!("{path}: no day"),
            FileRemark::ByteOrderMark => "mark".to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(remarks, expected, "{name}");
}

#[test]
fn what_is_odd_is_remarked_on() {
    check("mallowshire.json", &[]);
    check("nothing-in-it.json", &[]);
    check("markup.json", &[]);
    check("helps-with-everything.json", &[]);
    check("byte-order-mark.json", &["mark"]);
    check(
        "javascript-address.json",
        &[
            "contacts › 1 › url: no link",
            "links › 1 › moved_to: no link",
            "links › 2 › moved_to: no link",
            "resources › mycaw › url: no link",
            "courses › one › url: no link",
        ],
    );
    check(
        "unknown-ids.json",
        &[
            "links › 1: no https://nowhere.example/",
            "resources: no no-such-resource",
            "courses › one: no level-9/flying",
            "courses › one: no juggling",
            "notes › 1: no unheard-of",
        ],
    );
    check(
        "unknown-fields.json",
        &[
            "contacts › 1 › fax: unknown",
            "links › 1 › why: unknown",
            "resources › mycaw › stars: unknown",
            "courses › one › colour: unknown",
            "notes › 1 › by: unknown",
            "rubrics: unknown",
            "rules: unknown",
        ],
    );
}

/// A pack with these fields beside its name.
fn with(fields: &str) -> String {
    format!(
        r#"{{"format": "waymark-local", "version": 1,
"name": "Mallow Hub",
{fields}}}"#
    )
}

#[test]
fn a_day_that_is_none_is_left_out_and_the_rest_is_used() {
    let schema = schema();
    for (fields, said) in [
        (
            r#""checked": "3 November 2026""#,
            "has no date at “the day it was checked”, so that was left out: “3 November 2026”.",
        ),
        (
            r#""courses": {"aid": {"title": "Aid", "dates": ["2027-01-12", "18/03/2027"]}}"#,
            "has no date at “course aid, next dates 2”, so that was left out: “18/03/2027”.",
        ),
        (
            r#""links": [{"address": "https://dementiafriends.org.uk/", "checked": "2027-02-30"}]"#,
            "has no date at “link 1, the day it was checked”, so that was left out: “2027-02-30”.",
        ),
        (
            r#""resources": {"mycaw": {"dates": [""]}}"#,
            "has no date at “listed resource mycaw, next dates 1”, so that was left out: “”.",
        ),
        (
            r#""contacts": [{"text": "Priya", "url": "www.mallow.example"}]"#,
            "has a link at “contact 1, web page” that is not a web address, so it was left out: “www.mallow.example”. An address begins with https:// or http://.",
        ),
    ] {
        let text = with(fields);
        let opened = open(text.as_bytes()).expect(fields);
        assert_eq!(opened.pack.name, "Mallow Hub");
        let sentences = opened.said("local.json");
        assert!(sentences[0].contains(said), "{sentences:?}");
        // Whoever holds the file against the schema hears of a day all the same.
        let value = serde_json::from_str(&text).expect("JSON");
        assert!(
            !said.contains("no date") || !schema.is_valid(&value),
            "{fields}"
        );
        assert_valid(&schema, fields, &encode(&opened.pack));
    }
    let opened = open(
        with(r#""courses": {"aid": {"title": "Aid", "dates": ["2027-01-12", "18/03/2027"]}}"#)
            .as_bytes(),
    );
    let course = opened.expect("it opens").pack.courses;
    assert_eq!(course.values().next().expect("a course").dates.len(), 1);
    // What is no text at all is another thing.
    let refusal = open(with(r#""checked": 2027"#).as_bytes()).expect_err("no text");
    assert!(
        refusal
            .sentence("local.json")
            .contains("is not a date such as 2026-11-23")
    );
}

#[test]
fn a_pack_that_cannot_be_read_says_where_and_what_is_often_missing() {
    let check = |text: &str, said: &str| {
        let sentence = open(text.as_bytes())
            .expect_err(text)
            .sentence("local.json");
        assert!(sentence.contains(said), "{sentence}");
        assert!(!sentence.contains("file that Waymark saved"), "{sentence}");
    };
    check(
        "{\n\"format\": \"waymark-local\",\n\"version\": 1\n\"name\": \"Hub\"}",
        "It cannot be read from line 4 on. Often a comma or a quotation mark is missing there or in the line above.",
    );
    check(
        r#"{"format": "waymark", "version": 1, "kind": "plan"}"#,
        "It is a training plan or a backup saved by Waymark, not a local pack. Open it under “Your data”.",
    );
    check(
        r#"{"format": "waymark", "version": 7}"#,
        "Open it under “Your data”.",
    );
    check(r#"{"format": "other"}"#, "It comes from another program.");
    check(
        &with(r#""courses": {"aid": {"title": "Aid", "dates": "2027-01-12"}}"#),
        "What stands at “course aid, next dates” is not a list.",
    );
}

#[test]
fn no_address_that_runs_is_kept() {
    let pack = opened("javascript-address.json").pack;
    assert!(pack.links.is_empty());
    assert_eq!(pack.courses.values().next().expect("a course").url, None);
    assert!(!encode(&pack).contains("script:"));
}

#[test]
fn every_fixture_that_opens_is_valid_and_is_written_back_whole() {
    let schema = schema();
    for entry in fs::read_dir(folder()).expect("the fixtures") {
        let entry = entry.expect("an entry");
        if !entry.path().is_file() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let text = String::from_utf8(fixture(&name)).expect("text");
        assert_valid(&schema, &name, &text);
        let pack = opened(&name).pack;
        let written = encode(&pack);
        assert_valid(&schema, &name, &written);
        assert_eq!(
            open(written.as_bytes()).expect("it opens").pack,
            pack,
            "{name}"
        );
    }
    let text = String::from_utf8(fixture("unknown-fields.json")).expect("text");
    let before: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let after = encode(&opened("unknown-fields.json").pack);
    assert_eq!(
        before,
        serde_json::from_str::<serde_json::Value>(&after).expect("JSON")
    );
}

#[test]
fn a_link_is_answered_once() {
    let day = waymark::domain::dates::Day::new(2026, 11, 28).expect("a day");
    let mut pack = mallowshire();
    let count = pack.links.len();
    let gone = "https://tpchealth.com/resources/videos/";
    assert_eq!(pack.found(gone).map(|it| &it.found), Some(&FoundLink::Gone));
    pack.note_link(gone, Some((FoundLink::Works, day)));
    assert_eq!(
        pack.found(gone).map(|it| &it.found),
        Some(&FoundLink::Works)
    );
    assert_eq!(pack.links.len(), count);
    pack.note_link(gone, None);
    assert_eq!((pack.found(gone), pack.links.len()), (None, count - 1));
}

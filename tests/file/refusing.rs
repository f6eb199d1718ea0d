//! Files that are refused, each for its own reason.

use waymark::domain::document::{EntryChange, Evidence, WhichEntry};
use waymark::domain::file::{FileRemark, Refusal};
use waymark::domain::limits::{self, DEPTH, DOCUMENT_UNITS, FILE_BYTES};

use crate::support::{at, fixture, fixtures, open, schema};

const ENTRY: &str = "ratings › person-centred-approach › 1";

fn expected(name: &str) -> Refusal {
    let wrong = |path: &str, wanted| Refusal::WrongKind {
        path: path.into(),
        wanted,
    };
    let in_entry = |field: &str, wanted| wrong(&format!("{ENTRY} › {field}"), wanted);
    let missing = |path: &str| Refusal::Missing { path: path.into() };
    let not_a_score = || Refusal::NotAScore {
        path: format!("{ENTRY} › score"),
    };
    match name {
        "empty.json" | "only-spaces.json" => Refusal::Empty,
        "not-json.json" | "web-page.json" | "zeros.json" => Refusal::NotJson { line: 1 },
        "something-after.json" => Refusal::NotJson { line: 6 },
        "comma-too-many.json" => Refusal::NotJson { line: 2 },
        "half-a-character.json" => Refusal::NotJson { line: 1 },
        "cut-short.json" => Refusal::CutShort,
        "photograph.jpg" => Refusal::NotText,
        "one-byte-damaged.json" => Refusal::OldEncoding,
        "utf-16.json" | "utf-16-big.json" | "utf-16-without-mark.json" => Refusal::Utf16,
        "other-program.json" | "a-list.json" | "nothing.json" | "other-format.json" => {
            Refusal::OtherProgram
        }
        "newer-version.json" => Refusal::NewerVersion,
        "version-a-half.json" | "version-as-text.json" => wrong("version", "1"),
        "no-version.json" => missing("version"),
        "no-kind.json" => missing("kind"),
        "score-as-text.json" | "score-true.json" => in_entry("score", "a number"),
        "score-6.json" | "score-minus-1.json" | "score-2.5.json" => not_a_score(),
        "score-1e400.json" => Refusal::NumberTooLarge { line: 12 },
        "rule-9.json" => Refusal::NotAScore {
            path: "rules › achieved_at".into(),
        },
        "score-and-no-opportunity.json" | "score-and-cleared.json" => {
            Refusal::Contradiction { path: ENTRY.into() }
        }
        "entry-without-id.json" => missing(&format!("{ENTRY} › id")),
        "entry-with-empty-id.json" => in_entry("id", "a name"),
        "date-that-is-none.json" => in_entry("date", "a date such as 2026-11-23"),
        "time-without-zone.json" => in_entry("changed", "a time such as 2026-11-23T14:05:09Z"),
        "unknown-status.json" => wrong(
            "topics › level-1-skills/empathy › status",
            "one of: confident in-progress not-yet not-relevant",
        ),
        "rated-by-somebody.json" => in_entry("by", "one of: self"),
        "ratings-as-list.json" => wrong("ratings", "a group of named fields"),
        "entries-as-group.json" => wrong("ratings › person-centred-approach", "a list"),
        "reflection-as-number.json" => in_entry("reflection", "text"),
        "hours-745.json" => wrong(
            "worker › hours_a_month › value",
            "a whole number of hours from 0 to 744, or “unknown”",
        ),
        "helps-with-nothing.json" => wrong(
            "local › courses › c1 › helps_with › 1",
            "a topic, competency, section or requirement, such as “topic:level-1-skills/empathy”",
        ),
        other => panic!("no refusal is expected for {other}"),
    }
}

/// What JSON Schema cannot see: two things said at once, and a day that is
/// none is left to `format`, which is checked.
const BEYOND_THE_SCHEMA: [&str; 2] = ["score-and-no-opportunity.json", "score-and-cleared.json"];

fn check_sentence(name: &str, refusal: &Refusal) {
    let sentence = refusal.sentence(name);
    assert!(
        sentence.starts_with(&format!("“{name}” was not opened. ")),
        "{sentence}"
    );
    assert!(sentence.ends_with('.'), "{sentence}");
    assert!(!sentence.contains(".."), "{sentence}");
}

#[test]
fn each_for_its_own_reason() {
    for path in fixtures("refused/") {
        let name = path.trim_start_matches("refused/");
        let refusal = expected(name);
        assert_eq!(open(&fixture(&path)), Err(refusal.clone()), "{name}");
        check_sentence(name, &refusal);
    }
}

#[test]
fn the_schema_refuses_them_too() {
    let schema = schema();
    for path in fixtures("refused/") {
        let name = path.trim_start_matches("refused/");
        let json = serde_json::from_slice(&fixture(&path));
        let valid = json.is_ok_and(|json| schema.is_valid(&json));
        assert_eq!(valid, BEYOND_THE_SCHEMA.contains(&name), "{name}");
    }
}

/// A backup with one more field.
fn with(field: &str) -> String {
    format!(r#"{{"format":"waymark","version":1,"kind":"backup",{field}}}"#)
}

fn rated(field: &str) -> String {
    let entry = r#""id":"e","date":"2026-11-23","changed":"2026-11-23T14:05:09Z","by":"self""#;
    with(&format!(
        r#""ratings":{{"person-centred-approach":[{{{entry},{field}}}]}}"#
    ))
}

fn check(name: &str, text: &str, refusal: Option<Refusal>) {
    assert_eq!(open(text.as_bytes()).err(), refusal, "{name}");
    if let Some(refusal) = refusal {
        check_sentence("a file.json", &refusal);
    }
}

#[test]
fn over_8_mib() {
    let file = with(r#""x":1"#);
    let padded = |bytes: usize| format!("{file}{}", " ".repeat(bytes - file.len()));
    check("just 8 MiB", &padded(FILE_BYTES), None);
    let over = Refusal::TooLarge {
        bytes: FILE_BYTES + 1,
    };
    check("a byte more", &padded(FILE_BYTES + 1), Some(over));
}

#[test]
fn nested_too_deep() {
    let nested = |depth: usize| {
        with(&format!(
            r#""x":{}{}"#,
            "[".repeat(depth),
            "]".repeat(depth)
        ))
    };
    check("as deep as may be", &nested(DEPTH - 1), None);
    check("one deeper", &nested(DEPTH), Some(Refusal::TooDeep));
    check("very deep", &nested(100_000), Some(Refusal::TooDeep));
    check(
        "very deep and open",
        &"[".repeat(1_000_000),
        Some(Refusal::TooDeep),
    );
    check(
        "groups",
        &with(&format!("{}1", r#""x":{"#.repeat(200))),
        Some(Refusal::TooDeep),
    );
}

#[test]
fn a_text_too_long_counts_utf16_units() {
    let most = limits::REFLECTION.most;
    let reflection = |text: String| rated(&format!(r#""reflection":"{text}""#));
    let too_long = |units| Refusal::TooLong {
        path: format!("{ENTRY} › reflection"),
        most,
        units,
    };
    check("just fits", &reflection("é".repeat(most)), None);
    check(
        "just fits in emoji",
        &reflection("😀".repeat(most / 2)),
        None,
    );
    check(
        "one more",
        &reflection("é".repeat(most + 1)),
        Some(too_long(most + 1)),
    );
    let emoji = reflection("😀".repeat(most / 2 + 1));
    check("one emoji more", &emoji, Some(too_long(most + 2)));
}

#[test]
fn a_list_too_long() {
    let most = limits::EVIDENCE.most;
    let evidence = |count: usize| {
        let items: Vec<_> = (0..count).map(|i| format!(r#"{{"id":"{i}"}}"#)).collect();
        rated(&format!(r#""evidence":[{}]"#, items.join(",")))
    };
    check("just fits", &evidence(most), None);
    let path = format!("{ENTRY} › evidence");
    let too_many = Refusal::TooMany {
        path,
        most,
        count: most + 1,
    };
    check("one more", &evidence(most + 1), Some(too_many));
}

#[test]
fn an_id_too_long() {
    let id = "x".repeat(limits::ID.most + 1);
    let path = format!("topics › {}…", "x".repeat(60));
    let too_long = Refusal::TooLong {
        path,
        most: limits::ID.most,
        units: limits::ID.most + 1,
    };
    let text = with(&format!(
        r#""topics":{{"{id}":{{"changed":"2026-11-23T14:05:09Z"}}}}"#
    ));
    check("as a name", &text, Some(too_long));
}

#[test]
fn kinds_are_told_before_limits() {
    let long = "x".repeat(limits::REFLECTION.most + 1);
    let text = rated(&format!(r#""reflection":"{long}","score":6"#));
    let path = format!("{ENTRY} › score");
    check(
        "long, and no score",
        &text,
        Some(Refusal::NotAScore { path }),
    );
}

#[test]
fn more_than_a_document_may_hold() {
    let unknown = |units: usize| with(&format!(r#""x":"{}""#, "é".repeat(units)));
    check("nearly full", &unknown(DOCUMENT_UNITS - 5_000), None);
    check(
        "over",
        &unknown(DOCUMENT_UNITS),
        Some(Refusal::DocumentTooLarge),
    );
}

#[test]
fn whole_numbers_may_have_a_point() {
    let opened = open(rated(r#""score":3.0"#).as_bytes()).unwrap();
    let score = opened.document.score(&"person-centred-approach".into());
    assert_eq!(score.map(|score| score.get()), Some(3));
}

#[test]
fn what_another_program_or_a_broken_copy_did_is_told_by_its_cause() {
    let file =
        with(r#""worker":{"name":{"value":"René Müller","changed":"2026-11-23T14:05:09Z"}}"#);
    // As an old editor saves it: a byte a letter.
    let latin: Vec<u8> = file.chars().map(|it| u32::from(it) as u8).collect();
    assert_eq!(open(&latin).err(), Some(Refusal::OldEncoding));
    let said = Refusal::OldEncoding.sentence("a.json");
    assert!(
        said.contains("old encoding") && said.contains("UTF-8"),
        "{said}"
    );
    let mut holed = file.clone().into_bytes();
    holed[40..80].fill(0);
    assert_eq!(open(&holed).err(), Some(Refusal::Damaged));
    let mut cut = file.as_bytes()[..60].to_vec();
    cut.resize(4096, 0);
    assert_eq!(open(&cut).err(), Some(Refusal::CutShort));
    for refusal in [Refusal::OldEncoding, Refusal::Damaged] {
        check_sentence("a file.json", &refusal);
    }
    assert_eq!(open(&[0; 64]).err(), Some(Refusal::Empty));
    // Whole, but filled up to a block: it opens, with a remark.
    let mut padded = file.into_bytes();
    padded.resize(8192, 0);
    let opened = open(&padded).expect("it is whole");
    assert_eq!(opened.remarks, [FileRemark::ZerosAtTheEnd]);
    let name = opened.document.profile().name.get();
    assert_eq!(name.map(String::as_str), Some("René Müller"));
}

#[test]
fn evidence_of_one_id_is_told_apart() {
    let evidence = r#""evidence":[{"id":"e","what":"A"},{"id":"evidence-2","what":"B"},{"id":"e","what":"C"},{"id":"e","what":"D"}]"#;
    let opened = open(rated(evidence).as_bytes()).expect("it opens");
    let path = "ratings › person-centred-approach › e".to_owned();
    assert_eq!(opened.remarks, [FileRemark::RepeatedEvidence { path }]);
    let mut document = opened.document;
    let competency = "person-centred-approach".into();
    let entry = document.latest_entry(&competency).unwrap().clone();
    let third = Evidence::new(entry.evidence[2].id.clone(), "Changed", "", None);
    document
        .rate(
            &competency,
            WhichEntry::Existing(entry.id),
            EntryChange::Evidence(third),
            at("2026-11-24T09:00:00Z"),
        )
        .unwrap();
    let said = document.latest_entry(&competency).unwrap().evidence.iter();
    let said: Vec<_> = said.map(|it| it.what.as_str()).collect();
    assert_eq!(said, ["A", "B", "Changed", "D"]);
}

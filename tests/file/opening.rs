//! Files that are opened, and what is remarked about them.

use serde_json::Value;
use waymark::domain::document::{DatedAnswer, Document, Rating};
use waymark::domain::file::{FileRemark, FrameworkName};
use waymark::domain::score::Score;

use crate::support::{assert_valid, backup, fixture, fixtures, open, reopened, schema, stored};

/// Opens a fixture, checks its remarks, and that it is written back equal.
fn check(name: &str, remarks: &[FileRemark]) -> Document {
    let opened = open(&fixture(name)).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
    assert_eq!(opened.remarks, remarks, "{name}");
    for remark in &opened.remarks {
        let sentence = remark.sentence(name);
        assert!(sentence.starts_with(&format!("“{name}” ")), "{sentence}");
        assert!(sentence.ends_with('.'), "{sentence}");
    }
    for text in [stored(&opened.document), backup(&opened.document)] {
        assert_eq!(reopened(&text), opened.document, "{name}");
        assert_valid(&schema(), name, &text);
    }
    opened.document
}

fn unknown_field(path: &str) -> FileRemark {
    FileRemark::UnknownField { path: path.into() }
}

fn unknown_id(path: &str, id: &str) -> FileRemark {
    FileRemark::UnknownId {
        path: path.into(),
        id: id.into(),
    }
}

fn dropped(path: &str, link: &str) -> FileRemark {
    FileRemark::LinkDropped {
        path: path.into(),
        link: link.into(),
    }
}

#[test]
fn every_fixture_is_valid_under_the_schema() {
    let schema = schema();
    for name in fixtures("") {
        let bytes = fixture(&name);
        let text = String::from_utf8(bytes).unwrap();
        assert_valid(&schema, &name, text.trim_start_matches('\u{feff}'));
        assert!(open(text.as_bytes()).is_ok(), "{name}");
    }
}

#[test]
fn the_smallest_file() {
    assert!(check("smallest.json", &[]).is_empty());
}

#[test]
fn zero_no_opportunity_cleared_and_not_rated_are_four_things() {
    let document = check("zero-no-opportunity-cleared.json", &[]);
    let rating = |competency: &str| document.rating(&competency.into());
    assert_eq!(
        rating("person-centred-approach"),
        Some(Rating::Score(Score::ALL[0]))
    );
    assert_eq!(rating("self-monitoring"), Some(Rating::NoOpportunity));
    assert_eq!(rating("promoting-autonomy"), Some(Rating::Cleared));
    assert_eq!(rating("never-rated"), None);
    let score = |competency: &str| document.score(&competency.into());
    assert_eq!(score("person-centred-approach"), Some(Score::ALL[0]));
    assert_eq!(score("self-monitoring"), None);
    assert_eq!(score("promoting-autonomy"), None);
}

#[test]
fn a_byte_order_mark_makes_no_difference() {
    let document = check("byte-order-mark.json", &[FileRemark::ByteOrderMark]);
    assert_eq!(
        document.score(&"person-centred-approach".into()),
        Some(Score::COMPETENT)
    );
}

#[test]
fn unknown_ids_are_kept_and_named() {
    check(
        "unknown-ids.json",
        &[
            unknown_id("worker › role", "village-agent"),
            unknown_id("worker › aim", "grand-master"),
            unknown_id("worker › caseload", "caseload-topics/dragons"),
            unknown_id("ratings", "juggling"),
            unknown_id("ratings › juggling", "juggling/five-balls"),
            unknown_id("topics", "core-knowledge/astrology"),
            unknown_id("requirements", "link-worker-des-z"),
            unknown_id("changes", "core-knowledge/astrology"),
            unknown_id("changes", "a-lost-course"),
            unknown_id("changes", "teach:somebody"),
            unknown_id("local › links", "a-lost-course"),
            unknown_id("local › courses", "core-knowledge/astrology"),
        ],
    );
}

#[test]
fn unknown_fields_are_kept_at_every_level_and_named() {
    let name = "unknown-fields.json";
    let document = check(
        name,
        &[
            unknown_field("framework › edition"),
            unknown_field("rules › rounding"),
            unknown_field("worker › name › spoken"),
            unknown_field("worker › pronouns"),
            unknown_field("ratings › person-centred-approach › 1 › evidence › 1 › weather"),
            unknown_field("ratings › person-centred-approach › 1 › mood"),
            unknown_field("topics › level-1-skills/empathy › sure"),
            unknown_field("requirements › link-worker-des-a › asked"),
            unknown_field("changes › own:1 › colour"),
            unknown_field("local › links › social-prescribing-e-learning › checked"),
            unknown_field("local › courses › c1 › price"),
            unknown_field("local › maps"),
            unknown_field("plan › layout"),
            unknown_field("team"),
        ],
    );
    let written: Value = serde_json::from_str(&stored(&document)).unwrap();
    let original: Value = serde_json::from_slice(&fixture(name)).unwrap();
    for path in [
        "/framework/edition",
        "/rules/rounding",
        "/worker/name/spoken",
        "/worker/pronouns",
        "/ratings/person-centred-approach/0/evidence/0/weather",
        "/ratings/person-centred-approach/0/mood",
        "/topics/level-1-skills~1empathy/sure",
        "/requirements/link-worker-des-a/asked",
        "/changes/own:1/colour",
        "/local/links/social-prescribing-e-learning/checked",
        "/local/courses/c1/price",
        "/local/maps",
        "/plan/layout",
        "/team",
    ] {
        let kept = written
            .pointer(path)
            .unwrap_or_else(|| panic!("{path} is gone"));
        assert_eq!(Some(kept), original.pointer(path), "{path}");
    }
}

#[test]
fn a_link_that_is_not_a_web_address_is_dropped_and_named() {
    let evidence = "ratings › person-centred-approach › 1 › evidence";
    let document = check(
        "links-that-are-not-web-addresses.json",
        &[
            dropped(
                &format!("{evidence} › 1 › link"),
                "javascript:alert(document.cookie)",
            ),
            dropped(&format!("{evidence} › 2 › link"), "file:///C:/notes.docx"),
            dropped(
                "local › links › social-prescribing-e-learning › url",
                " JavaScript://example.org/%0aalert(1)",
            ),
            dropped(
                "local › courses › c1 › url",
                "data:text/html,<script>alert(1)</script>",
            ),
            dropped("plan › actions › 1 › resource › url", "vbscript:msgbox"),
        ],
    );
    let entry = document
        .latest_entry(&"person-centred-approach".into())
        .unwrap();
    let links: Vec<_> = entry
        .evidence
        .iter()
        .map(|e| e.link.as_ref().map(|l| l.as_str()))
        .collect();
    assert_eq!(links, [None, None, Some("https://example.org/")]);
    assert_eq!(entry.evidence[0].what, "Runs when clicked");
    assert_eq!(document.link(&"social-prescribing-e-learning".into()), None);
}

#[test]
fn of_a_name_that_stands_twice_the_last_counts() {
    let repeated = |path: &str| FileRemark::RepeatedName { path: path.into() };
    let document = check(
        "repeated-names.json",
        &[repeated("worker › name › value"), repeated("worker")],
    );
    assert_eq!(
        document.profile().name.get().map(String::as_str),
        Some("Third")
    );
}

#[test]
fn of_an_entry_that_stands_twice_the_later_counts() {
    let path = "ratings › person-centred-approach › entry-1";
    let remark = FileRemark::RepeatedEntry { path: path.into() };
    let document = check("repeated-entry.json", &[remark.clone(), remark]);
    let competency = "person-centred-approach".into();
    assert_eq!(document.history(&competency).len(), 1);
    assert_eq!(document.score(&competency).map(Score::get), Some(4));
}

#[test]
fn another_framework_is_named() {
    let framework = FrameworkName {
        id: "another-county".into(),
        version: "1.0".into(),
    };
    check(
        "other-framework.json",
        &[FileRemark::OtherFramework { framework }],
    );
}

#[test]
fn markup_and_right_to_left_text_are_only_text() {
    let document = check("markup-and-right-to-left.json", &[]);
    let name = document.profile().name.get().unwrap();
    assert!(name.starts_with("<script>alert(1)</script>"));
    assert!(name.contains('\u{202e}') && name.contains('\0') && name.ends_with('😀'));
    let entry = document
        .latest_entry(&"person-centred-approach".into())
        .unwrap();
    assert_eq!(&entry.reflection, name);
}

#[test]
fn a_competency_without_entries_is_not_rated() {
    let document = check("no-entries.json", &[]);
    assert!(document.is_empty());
    assert_eq!(document.ratings().count(), 0);
}

#[test]
fn an_empty_name_is_no_name() {
    let document = check("empty-name.json", &[]);
    assert_eq!(document.profile().name.get(), None);
    assert!(document.profile().name.changed().is_some());
}

#[test]
fn null_is_the_same_as_not_there() {
    let document = check("null-is-not-there.json", &[]);
    assert_eq!(document.profile().role, DatedAnswer::default());
    assert_eq!(document.rating(&"person-centred-approach".into()), None);
}

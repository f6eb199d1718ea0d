//! Laws of the document and its file, over many random documents.

use proptest::prelude::*;
use waymark::domain::document::Document;
use waymark::domain::file::{
    Purpose, ShareOption, WrittenPlan, decode_review, encode, encode_review, preview,
};
use waymark::domain::ids::ReviewId;
use waymark::domain::limits::{DOCUMENT_UNITS, utf16_units};

use crate::examples::written_plan;
use crate::random::{at, config, document, op, ops, review};
use crate::support::{assert_valid, backup, header, known, open, reopened, schema, stored};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_document_opens_again_equal(document in document()) {
        prop_assert_eq!(&reopened(&stored(&document)), &document);
        prop_assert_eq!(&reopened(&backup(&document)), &document);
        // And is written again in the same way.
        prop_assert_eq!(stored(&reopened(&stored(&document))), stored(&document));
    }

    #[test]
    fn every_review_opens_again_equal(review in review()) {
        if review.check().is_ok() {
            let id = ReviewId::from("r-1");
            for stored in [false, true] {
                let text = encode_review(&id, &review, &header(), stored);
                let opened = decode_review(text.as_bytes(), &known()).expect("it opens");
                prop_assert_eq!((&opened.id, &opened.review), (&id, &review));
                assert_valid(&schema(), "a review", &text);
            }
        }
    }

    #[test]
    fn room_is_never_counted_too_low(document in document()) {
        prop_assert!(utf16_units(&stored(&document)) <= document.units());
        prop_assert!(document.units() <= DOCUMENT_UNITS);
        // Counted as things change, it is what counting anew gives.
        prop_assert_eq!(document.units(), reopened(&stored(&document)).units());
    }

    #[test]
    fn a_change_that_is_refused_changes_nothing(ops in ops()) {
        let mut document = Document::default();
        for (op, at) in ops {
            let before = document.clone();
            if let Err(error) = op.apply(&mut document, at) {
                prop_assert_eq!(&document, &before);
                prop_assert!(error.sentence().ends_with('.'), "{}", error.sentence());
            }
        }
    }

    #[test]
    fn a_change_made_again_changes_nothing(document in document(), op in op(), at in at()) {
        let mut once = document;
        if op.clone().apply(&mut once, at).is_ok() {
            let mut twice = once.clone();
            // "Rate again" with an id that is taken is refused.
            let _ = op.apply(&mut twice, at);
            prop_assert_eq!(twice, once);
        }
    }

    #[test]
    fn every_export_is_valid_under_the_schema(document in document(), ticks in any::<u16>()) {
        let ticks: Vec<_> = ticked(ticks);
        let schema = schema();
        for purpose in [Purpose::Stored, Purpose::Backup, Purpose::Plan(&ticks)] {
            let text = encode(&document, purpose, &header(), &written_plan());
            assert_valid(&schema, "an export", &text);
        }
    }

    #[test]
    fn a_plan_opens_without_remark_of_its_own(document in document(), ticks in any::<u16>()) {
        let text = encode(&document, Purpose::Plan(&ticked(ticks)), &header(), &written_plan());
        let opened = open(text.as_bytes()).expect("a plan opens");
        prop_assert_eq!(opened.document.id(), None);
        // What is left of a plan that was opened is all in a plan of it.
        let again = encode(&opened.document, Purpose::Plan(&ShareOption::ALL), &header(), &opened.plan);
        prop_assert_eq!(open(again.as_bytes()).expect("it opens").document, opened.document);
    }

    #[test]
    fn no_free_text_is_in_a_plan_until_ticked(document in document()) {
        let plan = encode(&document, Purpose::Plan(&[]), &header(), &WrittenPlan::default());
        let plan: serde_json::Value = serde_json::from_str(&plan).expect("JSON");
        prop_assert!(plan.get("id").is_none());
        for name in [
            "name", "workplace", "reflection", "evidence", "features", "note", "reason", "notes",
            "obstacles", "help", "learned", "dismissed_because", "own", "local", "topics",
            "requirements", "reviews", "saved_plans", "in_calendar", "zz-unknown",
        ] {
            prop_assert!(!has_field(&plan, name), "{name}");
        }
    }

    #[test]
    fn nothing_changes_where_a_document_takes_its_own_place(document in document()) {
        prop_assert_eq!(preview(&document, &document), []);
        prop_assert_eq!(preview(&document, &reopened(&backup(&document))), []);
    }

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>(), text in "[\\[\\]{}:,\"a1e.+\\- \\\\]{0,40}") {
        prop_assert!(open(&bytes).is_err());
        prop_assert!(open(text.as_bytes()).is_err());
    }
}

fn ticked(bits: u16) -> Vec<ShareOption> {
    let all = ShareOption::ALL.into_iter().enumerate();
    all.filter(|(i, _)| bits & 1 << i != 0)
        .map(|(_, tick)| tick)
        .collect()
}

fn has_field(value: &serde_json::Value, name: &str) -> bool {
    match value {
        serde_json::Value::Array(items) => items.iter().any(|item| has_field(item, name)),
        serde_json::Value::Object(fields) => {
            fields.contains_key(name) || fields.values().any(|value| has_field(value, name))
        }
        _ => false,
    }
}

//! Limits when typing, and documents that only just fit.

use waymark::domain::document::{
    ActionEdit, ActionStatus, AnswerChange, ChangeError, Course, Document, EntryChange, Evidence,
    FeatureSeen, LearningHours, ProfileAnswer, Rating, RequirementStatus, TopicStatus, WhichEntry,
};
use waymark::domain::framework::model::Target;
use waymark::domain::ids::{ActionId, CompetencyId, EntryId};
use waymark::domain::limits::{
    self, DOCUMENT_UNITS, DOCUMENT_WARNING_UNITS, FILE_BYTES, Limit, utf16_units,
};
use waymark::domain::web_address::WebAddress;

use crate::support::{at, backup, open, reopened, stored};

const NOW: &str = "2026-11-23T14:05:09Z";

type Change = fn(&mut Document, String) -> Result<(), ChangeError>;

fn rate(document: &mut Document, change: EntryChange) -> Result<(), ChangeError> {
    let which = WhichEntry::Today {
        new: EntryId::from("entry"),
    };
    document.rate(
        &CompetencyId::from("self-monitoring"),
        which,
        change,
        at(NOW),
    )
}

fn action(document: &mut Document, part: ActionEdit) -> Result<(), ChangeError> {
    document.change_action(&ActionId::from("own:1"), part, at(NOW))
}

#[test]
fn every_text_stops_at_its_limit() {
    let check = |limit: Limit, change: Change| {
        let mut document = Document::default();
        // Counted as a browser does: an emoji is two.
        let fits = "😀".repeat(limit.most / 2);
        assert_eq!(change(&mut document, fits), Ok(()), "{}", limit.what);
        let before = document.clone();
        let units = limit.most + 1;
        let refused = change(&mut document, "x".repeat(units));
        assert_eq!(refused, Err(ChangeError::TooLong { limit, units }));
        assert_eq!(document, before, "{}", limit.what);
        assert_eq!(reopened(&stored(&document)), document, "{}", limit.what);
    };
    check(limits::NAME, |d, text| {
        d.set_profile(ProfileAnswer::Name(text), at(NOW))
    });
    check(limits::WORKPLACE, |d, text| {
        d.set_profile(ProfileAnswer::Workplace(text), at(NOW))
    });
    check(limits::REFLECTION, |d, text| {
        rate(d, EntryChange::Reflection(text))
    });
    check(limits::EVIDENCE_WHAT, |d, text| {
        rate(
            d,
            EntryChange::Evidence(Evidence::new("1".into(), text, "", None)),
        )
    });
    check(limits::EVIDENCE_WHEN, |d, text| {
        rate(
            d,
            EntryChange::Evidence(Evidence::new("1".into(), "", text, None)),
        )
    });
    check(limits::NOTE, |d, text| {
        d.answer_topic(&"t".into(), &[], AnswerChange::Note(text), at(NOW))
    });
    check(limits::REASON, |d, text| {
        d.answer_requirement(&"r".into(), AnswerChange::Reason(text), at(NOW))
    });
    check(limits::NOTE, |d, text| action(d, ActionEdit::Notes(text)));
    check(limits::NOTE, |d, text| {
        action(d, ActionEdit::Obstacles(text))
    });
    check(limits::NOTE, |d, text| action(d, ActionEdit::Help(text)));
    check(limits::NOTE, |d, text| action(d, ActionEdit::Learned(text)));
    check(limits::REASON, |d, text| {
        action(d, ActionEdit::Dismissed(Some(text)))
    });
    check(limits::TITLE, |d, text| action(d, ActionEdit::Own(text)));
}

#[test]
fn every_list_stops_at_its_limit() {
    let check = |limit: Limit, change: Change| {
        let mut document = Document::default();
        for n in 0..limit.most {
            assert_eq!(
                change(&mut document, n.to_string()),
                Ok(()),
                "{} {n}",
                limit.what
            );
        }
        let before = document.clone();
        let refused = change(&mut document, "one more".into());
        assert_eq!(refused, Err(ChangeError::TooMany { limit }));
        assert_eq!(document, before, "{}", limit.what);
        assert_eq!(reopened(&stored(&document)), document, "{}", limit.what);
    };
    check(limits::COMPETENCIES, |d, id| {
        let which = WhichEntry::Today {
            new: EntryId::from("e"),
        };
        d.rate(
            &id.as_str().into(),
            which,
            EntryChange::Rating(Rating::Cleared),
            at(NOW),
        )
    });
    check(limits::ENTRIES, |d, id| {
        let which = WhichEntry::RateAgain {
            new: EntryId::from(id.as_str()),
        };
        d.rate(
            &"c".into(),
            which,
            EntryChange::Rating(Rating::NoOpportunity),
            at(NOW),
        )
    });
    check(limits::EVIDENCE, |d, id| {
        rate(
            d,
            EntryChange::Evidence(Evidence::new(id.as_str().into(), "", "", None)),
        )
    });
    check(limits::FEATURES, |d, id| {
        rate(
            d,
            EntryChange::Feature(id.as_str().into(), Some(FeatureSeen::Seen)),
        )
    });
    check(limits::TOPICS, |d, id| {
        d.answer_topic(
            &id.as_str().into(),
            &[],
            AnswerChange::Note("n".into()),
            at(NOW),
        )
    });
    check(limits::REQUIREMENTS, |d, id| {
        d.answer_requirement(&id.as_str().into(), AnswerChange::Note("n".into()), at(NOW))
    });
    check(limits::CHANGES, |d, id| {
        d.change_action(&id.as_str().into(), ActionEdit::Pinned(true), at(NOW))
    });
    check(limits::LINKS, |d, id| {
        d.replace_link(&id.as_str().into(), "https://example.org", at(NOW))
    });
    check(limits::COURSES, |d, id| {
        let course = Course::new("c", "p", at(NOW));
        d.put_course(&id.as_str().into(), course, at(NOW))
    });
}

#[test]
fn other_things_that_cannot_be() {
    let check = |change: Change, error: ChangeError| {
        let mut document = Document::default();
        assert_eq!(change(&mut document, String::new()), Err(error));
        assert!(document.is_empty());
    };
    check(
        |d, _| d.replace_link(&"r".into(), "javascript:alert(1)", at(NOW)),
        ChangeError::NotAWebAddress {
            text: "javascript:alert(1)".into(),
        },
    );
    check(
        |d, _| {
            d.set_profile(
                ProfileAnswer::HoursAMonth(Some(LearningHours::Known(745))),
                at(NOW),
            )
        },
        ChangeError::TooManyHours,
    );
    check(
        |d, empty| d.change_action(&empty.as_str().into(), ActionEdit::Pinned(true), at(NOW)),
        ChangeError::BadId { id: String::new() },
    );
    check(
        |d, _| rate(d, EntryChange::RemoveEvidence("gone".into())),
        ChangeError::NotThere { id: "gone".into() },
    );
    check(
        |d, _| {
            d.rate(
                &"c".into(),
                WhichEntry::Existing("gone".into()),
                EntryChange::Blank,
                at(NOW),
            )
        },
        ChangeError::NotThere { id: "gone".into() },
    );
    check(
        |d, _| d.remove_course(&"gone".into(), at(NOW)),
        ChangeError::NotThere { id: "gone".into() },
    );
}

#[test]
fn many_small_things_are_not_counted_too_low() {
    let check = |what: &str, each: fn(&mut Document, &str) -> Result<(), ChangeError>| {
        let mut document = Document::default();
        let written = |document: &Document| utf16_units(&stored(document));
        let (none_counted, none_written) = (document.units(), written(&document));
        for n in 0..90 {
            each(&mut document, &n.to_string()).expect("room");
        }
        let counted = document.units() - none_counted;
        let written = written(&document) - none_written;
        assert!(
            written <= counted,
            "{what}: {written} units counted as {counted}"
        );
        // Nor far too high.
        assert!(
            counted < 3 * written,
            "{what}: {written} units counted as {counted}"
        );
    };
    check("entries", |d, id| {
        let link = WebAddress::parse("https://a.b");
        let changes = [
            EntryChange::Rating(Rating::NoOpportunity),
            EntryChange::Reflection("r".into()),
            EntryChange::Evidence(Evidence::new("e".into(), "e", "w", link)),
            EntryChange::Feature("f".into(), Some(FeatureSeen::NotThere)),
        ];
        let which = || WhichEntry::Today { new: "e".into() };
        changes
            .into_iter()
            .try_for_each(|change| d.rate(&id.into(), which(), change, at(NOW)))
    });
    check("changes", |d, id| {
        let parts = [
            ActionEdit::Status(Some(ActionStatus::Done)),
            ActionEdit::Month(Some(at(NOW).today.month())),
            ActionEdit::Notes("n".into()),
            ActionEdit::Obstacles("o".into()),
            ActionEdit::Help("h".into()),
            ActionEdit::Learned("l".into()),
            ActionEdit::Dismissed(Some("d".into())),
            ActionEdit::Pinned(true),
            ActionEdit::Swapped(Some("s".into())),
            ActionEdit::Own("o".into()),
        ];
        parts
            .into_iter()
            .try_for_each(|part| d.change_action(&id.into(), part, at(NOW)))
    });
    check("topics", |d, id| {
        let status = AnswerChange::Status(Some(TopicStatus::NotRelevant));
        let texts = [
            AnswerChange::Note("n".into()),
            AnswerChange::Reason("r".into()),
        ];
        let mut all = texts.into_iter().chain([status]);
        all.try_for_each(|change| d.answer_topic(&id.into(), &[], change, at(NOW)))
    });
    check("requirements", |d, id| {
        let status = AnswerChange::Status(Some(RequirementStatus::DoesNotApply));
        let texts = [
            AnswerChange::Note("n".into()),
            AnswerChange::Reason("r".into()),
        ];
        let mut all = texts.into_iter().chain([status]);
        all.try_for_each(|change| d.answer_requirement(&id.into(), change, at(NOW)))
    });
    check("links", |d, id| {
        d.replace_link(&id.into(), "https://a.b", at(NOW))
    });
    check("courses", |d, id| {
        let mut course = Course::new("t", "p", at(NOW));
        course.notes = "n".into();
        course.url = WebAddress::parse("https://a.b");
        course.helps_with = vec![Target::Requirement("r".into())];
        course.removed = true;
        d.put_course(&id.into(), course, at(NOW))
    });
}

/// A document filled with the same text until no more goes in.
fn full_of(text: &str) -> Document {
    let mut document = Document::default();
    let mut n = 0;
    let mut warned = false;
    let mut put = |document: &mut Document, length: usize| {
        let notes: String = text.chars().cycle().take(length).collect();
        n += 1;
        let id = ActionId::from(format!("own:{n}").as_str());
        let done = document.change_action(&id, ActionEdit::Notes(notes), at(NOW));
        warned |= document.is_nearly_full();
        assert_eq!(
            document.is_nearly_full(),
            document.units() >= DOCUMENT_WARNING_UNITS
        );
        done
    };
    for length in [limits::NOTE.most / 2, 100, 10, 1] {
        while put(&mut document, length) == Ok(()) {}
    }
    assert!(warned);
    document
}

#[test]
fn a_document_that_only_just_fits_opens_again() {
    for text in ["x", "न", "😀", "\0", "\"", "\n"] {
        let document = full_of(text);
        assert!(
            document.units() > DOCUMENT_UNITS - 1_000,
            "{text:?}: {}",
            document.units()
        );
        assert_eq!(reopened(&stored(&document)), document, "{text:?}");
        let backup = backup(&document);
        assert!(backup.len() <= FILE_BYTES);
        assert_eq!(reopened(&backup), document, "{text:?}");
    }
}

#[test]
fn a_full_document_can_be_made_smaller() {
    let mut document = full_of("x");
    let more = EntryChange::Reflection("x".repeat(5_000));
    assert_eq!(
        rate(&mut document, more.clone()),
        Err(ChangeError::DocumentFull)
    );
    for n in 1..10 {
        let id = ActionId::from(format!("own:{n}").as_str());
        document
            .change_action(&id, ActionEdit::Notes(String::new()), at(NOW))
            .unwrap();
    }
    assert_eq!(rate(&mut document, more), Ok(()));
}

#[test]
fn a_file_is_written_in_few_lines_where_many_would_be_too_large() {
    // Nothing the app makes, but what a later version may have added.
    let depth = 20;
    let many = "0,".repeat(450_000);
    let (open_all, close_all) = ("[".repeat(depth), "]".repeat(depth));
    let text = format!(
        r#"{{"format":"waymark","version":1,"kind":"backup","x":{open_all}{many}0{close_all}}}"#
    );
    let document = open(text.as_bytes()).unwrap().document;
    let backup = backup(&document);
    assert!(backup.len() <= FILE_BYTES && !backup.contains('\n'));
    assert_eq!(reopened(&backup), document);
}

#[test]
fn the_room_that_is_told_is_nearly_what_is_stored() {
    let mut document = Document::default();
    for n in 0..300 {
        let at = at(&format!("2026-11-{:02}T09:00:00Z", 1 + n % 28));
        let topic = format!("section/topic-{n}").as_str().into();
        let status = AnswerChange::Status(Some(TopicStatus::NotYet));
        document.answer_topic(&topic, &[], status, at).unwrap();
        let which = WhichEntry::RateAgain {
            new: format!("{n:032x}").as_str().into(),
        };
        let rating = EntryChange::Rating(Rating::NoOpportunity);
        document
            .rate(&"person-centred-approach".into(), which, rating, at)
            .unwrap();
    }
    let (told, is) = (document.units(), stored(&document).len());
    assert!(
        told >= is && told < is * 5 / 4 + 4_000,
        "{told} told, {is} stored"
    );
}

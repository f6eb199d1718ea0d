//! Two documents as one: what wins, what is listed, and the laws.

use std::collections::BTreeSet;

use proptest::prelude::*;
use waymark::domain::dates::Moment;
use waymark::domain::document::{
    ActionEdit, AnswerChange, Document, EntryChange, ProfileAnswer, TopicStatus, WhichEntry,
};
use waymark::domain::file::{DocumentPart, Merged, merge, preview};
use waymark::domain::ids::{CompetencyId, EntryId, TopicId};

use crate::random::{config, document, two_copies};
use crate::support::at;

/// After all that is changed here, so that all of it is believed.
fn later() -> Moment {
    at("9999-12-31T23:59:59Z").now
}

fn merged(a: &Document, b: &Document) -> Merged {
    merge(a, b, later()).expect("there is room for both")
}

fn empathy() -> TopicId {
    "level-1-skills/empathy".into()
}

fn person() -> CompetencyId {
    "person-centred-approach".into()
}

fn reflect(document: &mut Document, entry: &str, text: &str, when: &str) {
    let which = WhichEntry::Today {
        new: EntryId::from(entry),
    };
    let change = EntryChange::Reflection(text.into());
    document
        .rate(&person(), which, change, at(when))
        .expect("a reflection");
}

#[test]
fn different_things_are_all_kept() {
    let (mut a, mut b) = (Document::default(), Document::default());
    let early = at("2026-11-01T09:00:00Z");
    a.set_profile(ProfileAnswer::Name("Sam".into()), early)
        .unwrap();
    b.set_profile(ProfileAnswer::Workplace("Here".into()), early)
        .unwrap();
    reflect(&mut a, "a", "From a", "2026-11-02T09:00:00Z");
    reflect(&mut b, "b", "From b", "2026-11-01T09:00:00Z");
    let Merged { document, replaced } = merged(&a, &b);
    assert_eq!(replaced, []);
    assert_eq!(
        document.profile().name.get().map(String::as_str),
        Some("Sam")
    );
    assert_eq!(
        document.profile().workplace.get().map(String::as_str),
        Some("Here")
    );
    let texts: Vec<_> = document
        .history(&person())
        .iter()
        .map(|e| e.reflection.as_str())
        .collect();
    assert_eq!(texts, ["From b", "From a"]);
}

#[test]
fn of_two_answers_the_later_wins_and_the_other_is_listed() {
    let mut start = Document::default();
    reflect(&mut start, "one", "First", "2026-11-01T09:00:00Z");
    let (mut a, mut b) = (start.clone(), start);
    reflect(&mut a, "-", "Later", "2026-11-01T11:00:00Z");
    reflect(&mut b, "-", "Earlier", "2026-11-01T10:00:00Z");
    let note = |text: &str| AnswerChange::<TopicStatus>::Note(text.into());
    a.answer_topic(&empathy(), &[], note("Old"), at("2026-11-01T09:00:00Z"))
        .unwrap();
    b.answer_topic(&empathy(), &[], note("New"), at("2026-11-01T10:00:00Z"))
        .unwrap();
    let action = "practise:promoting-autonomy".into();
    a.change_action(
        &action,
        ActionEdit::Pinned(true),
        at("2026-11-01T09:00:00Z"),
    )
    .unwrap();
    b.change_action(
        &action,
        ActionEdit::Notes("Mine".into()),
        at("2026-11-01T09:30:00Z"),
    )
    .unwrap();
    let Merged { document, replaced } = merged(&a, &b);
    assert_eq!(
        document.latest_entry(&person()).unwrap().reflection,
        "Later"
    );
    assert_eq!(document.topic(&empathy(), &[]).unwrap().1.note, "New");
    assert_eq!(document.change(&action).unwrap().notes, "Mine");
    let listed: Vec<_> = replaced
        .iter()
        .map(|one| (one.part, one.id.as_str()))
        .collect();
    assert_eq!(
        listed,
        [
            (DocumentPart::Ratings, "person-centred-approach"),
            (DocumentPart::Topics, "level-1-skills/empathy"),
            (DocumentPart::Plan, "practise:promoting-autonomy"),
        ]
    );
    assert!(
        replaced[0].content.contains("\"reflection\":\"Earlier\""),
        "{}",
        replaced[0].content
    );
    assert_eq!(replaced[1].changed, Some(at("2026-11-01T09:00:00Z").now));
}

#[test]
fn an_answer_taken_back_later_stays_taken_back() {
    let mut start = Document::default();
    let name = |text: &str| ProfileAnswer::Name(text.into());
    start
        .set_profile(name("Sam"), at("2026-11-01T09:00:00Z"))
        .unwrap();
    let mut cleared = start.clone();
    cleared
        .set_profile(name(""), at("2026-11-02T09:00:00Z"))
        .unwrap();
    let Merged { document, replaced } = merged(&start, &cleared);
    assert_eq!(document.profile().name.get(), None);
    assert_eq!(replaced.len(), 1);
    assert_eq!(replaced[0].id, "name");
    assert!(replaced[0].content.contains("Sam"));
}

#[test]
fn the_same_answer_given_twice_is_not_listed() {
    let answer = ProfileAnswer::Role(Some("care-coordinator".into()));
    let (mut a, mut b) = (Document::default(), Document::default());
    a.set_profile(answer.clone(), at("2026-11-01T09:00:00Z"))
        .unwrap();
    b.set_profile(answer, at("2026-11-02T09:00:00Z")).unwrap();
    let Merged { document, replaced } = merged(&a, &b);
    assert_eq!(replaced, []);
    assert_eq!(
        document.profile().role.changed(),
        Some(at("2026-11-02T09:00:00Z").now)
    );
}

#[test]
fn what_was_blanked_does_not_come_back() {
    let mut start = Document::default();
    reflect(&mut start, "one", "Names somebody", "2026-11-01T09:00:00Z");
    reflect(&mut start, "two", "Fine", "2026-11-02T09:00:00Z");
    let mut mended = start.clone();
    let one = WhichEntry::Existing(EntryId::from("one"));
    mended
        .rate(
            &person(),
            one,
            EntryChange::Blank,
            at("2026-11-03T09:00:00Z"),
        )
        .unwrap();
    let document = merged(&start, &mended).document;
    let texts: Vec<_> = document
        .history(&person())
        .iter()
        .map(|e| e.reflection.as_str())
        .collect();
    assert_eq!(texts, ["", "Fine"]);
}

#[test]
fn more_than_a_document_holds_is_refused() {
    let full = |prefix: char| {
        let mut document = Document::default();
        for n in 0..2_000 {
            let action = format!("own:{prefix}{n}");
            let notes = ActionEdit::Notes("x".repeat(2_000));
            if document
                .change_action(&action.as_str().into(), notes, at("2026-11-01T09:00:00Z"))
                .is_err()
            {
                break;
            }
        }
        document
    };
    let (a, b) = (full('a'), full('b'));
    assert!(merge(&a, &a, later()).is_ok());
    assert!(merge(&a, &b, later()).is_err());
}

#[test]
fn what_would_change_is_told_by_part() {
    let mut before = Document::default();
    reflect(&mut before, "one", "First", "2026-11-01T09:00:00Z");
    reflect(&mut before, "two", "Second", "2026-11-02T09:00:00Z");
    let mut after = Document::default();
    reflect(&mut after, "one", "Changed", "2026-11-01T10:00:00Z");
    reflect(&mut after, "three", "Third", "2026-11-03T10:00:00Z");
    after
        .set_profile(
            ProfileAnswer::InSomerset(Some(false)),
            at("2026-11-01T09:00:00Z"),
        )
        .unwrap();
    let said: Vec<_> = preview(&before, &after)
        .iter()
        .map(|change| change.sentence())
        .collect();
    assert_eq!(
        said,
        [
            "About you: 1 added",
            "Ratings: 1 added, 1 changed, 1 removed"
        ]
    );
}

/// Every entry there is, by competency and id.
fn entries(document: &Document) -> BTreeSet<(CompetencyId, EntryId)> {
    let each = document.ratings();
    each.flat_map(|(competency, entries)| {
        entries
            .iter()
            .map(|entry| (competency.clone(), entry.id.clone()))
    })
    .collect()
}

/// Every text somebody typed, wherever it stands.
fn typed(document: &Document) -> BTreeSet<String> {
    let reflections = document
        .ratings()
        .flat_map(|(_, all)| all)
        .map(|e| e.reflection.clone());
    let topics = document
        .topics()
        .flat_map(|(_, a)| [a.note.clone(), a.reason.clone()]);
    let changes = document.changes().flat_map(|(_, c)| {
        [
            c.notes.clone(),
            c.obstacles.clone(),
            c.help.clone(),
            c.own.clone().unwrap_or_default(),
        ]
    });
    let profile = [
        document.profile().name.get(),
        document.profile().workplace.get(),
    ];
    let profile = profile.into_iter().flatten().cloned();
    reflections
        .chain(topics)
        .chain(changes)
        .chain(profile)
        .filter(|text| !text.is_empty())
        .collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn merging_with_itself_changes_nothing(document in document()) {
        let Merged { document: same, replaced } = merged(&document, &document);
        prop_assert_eq!(same, document);
        prop_assert_eq!(replaced, []);
    }

    #[test]
    fn merging_again_changes_nothing((a, b) in two_copies()) {
        let once = merged(&a, &b).document;
        prop_assert_eq!(&merged(&once, &b).document, &once);
        prop_assert_eq!(&merged(&once, &a).document, &once);
        prop_assert_eq!(&merged(&a, &once).document, &once);
    }

    #[test]
    fn the_order_makes_no_difference((a, b) in two_copies()) {
        let (one, other) = (merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(one.document, other.document);
        prop_assert_eq!(one.replaced.len(), other.replaced.len());
    }

    #[test]
    fn strangers_merge_too(a in document(), b in document()) {
        let (one, other) = (merged(&a, &b), merged(&b, &a));
        prop_assert_eq!(&one.document, &other.document);
        prop_assert_eq!(&merged(&one.document, &b).document, &one.document);
    }

    #[test]
    fn no_entry_and_no_text_is_lost((a, b) in two_copies()) {
        let Merged { document, replaced } = merged(&a, &b);
        let both: BTreeSet<_> = entries(&a).union(&entries(&b)).cloned().collect();
        prop_assert_eq!(entries(&document), both);
        let kept = typed(&document);
        for text in typed(&a).union(&typed(&b)) {
            let json = serde_json::to_string(text).expect("JSON");
            let listed = replaced.iter().any(|one| one.content.contains(&json));
            prop_assert!(kept.contains(text) || listed, "{text:?} is lost");
        }
    }
}

#[test]
fn of_two_answers_one_from_the_future_gives_way() {
    let note = |text: &str| AnswerChange::<TopicStatus>::Note(text.into());
    let with = |text: &str, when: &str| {
        let mut document = Document::default();
        document
            .answer_topic(&empathy(), &[], note(text), at(when))
            .unwrap();
        reflect(&mut document, "one", text, when);
        document
    };
    let right = with("Right", "2026-11-20T09:00:00Z");
    let ahead = with("Ahead", "2040-01-01T09:00:00Z");
    let now = at("2026-11-23T09:00:00Z").now;
    let both = merge(&right, &ahead, now).unwrap();
    assert_eq!(both, {
        let other = merge(&ahead, &right, now).unwrap();
        Merged {
            replaced: both.replaced.clone(),
            ..other
        }
    });
    assert_eq!(
        both.document.topic(&empathy(), &[]).unwrap().1.note,
        "Right"
    );
    assert_eq!(
        both.document.latest_entry(&person()).unwrap().reflection,
        "Right"
    );
    assert!(both.replaced.iter().all(|it| it.content.contains("Ahead")));
    assert!(both.replaced.iter().all(|it| it.kept.contains("Right")));
    // What is changed by a clock that is right again counts from then on.
    let mut mended = ahead;
    mended
        .answer_topic(&empathy(), &[], note("Mended"), at("2026-11-22T09:00:00Z"))
        .unwrap();
    let both = merge(&right, &mended, now).unwrap();
    assert_eq!(
        both.document.topic(&empathy(), &[]).unwrap().1.note,
        "Mended"
    );
}

#[test]
fn an_entry_from_the_future_that_only_one_has_is_put_in_order_too() {
    let mut ahead = Document::default();
    reflect(&mut ahead, "first", "Ahead", "2040-01-01T09:00:00Z");
    // Changed again by a clock that is right.
    let entry = WhichEntry::Existing("first".into());
    let text = EntryChange::Reflection("Mended".into());
    let now = at("2026-11-23T09:00:00Z");
    ahead.rate(&person(), entry, text, now).unwrap();
    let nothing = Document::default();
    let both = merge(&ahead, &nothing, now.now).unwrap();
    assert_eq!(both, merge(&nothing, &ahead, now.now).unwrap());
    let started = both.document.latest_entry(&person()).unwrap().started;
    assert!(started <= now.now, "it was begun on {started:?}");
    assert_eq!(
        merge(&both.document, &ahead, now.now).unwrap().document,
        both.document
    );
}

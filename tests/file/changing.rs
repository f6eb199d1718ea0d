//! What changes do: which entry they go into, what one answer serves.

use waymark::domain::document::{
    ActionEdit, ActionStatus, AnswerChange, Document, EntryChange, Evidence, FeatureSeen,
    ProfileAnswer, Rating, TopicStatus, WhichEntry,
};
use waymark::domain::ids::{CompetencyId, EntryId, TopicId};
use waymark::domain::score::Score;

use crate::support::at;

fn person() -> CompetencyId {
    "person-centred-approach".into()
}

fn today(new: &str) -> WhichEntry {
    WhichEntry::Today {
        new: EntryId::from(new),
    }
}

fn again(new: &str) -> WhichEntry {
    WhichEntry::RateAgain {
        new: EntryId::from(new),
    }
}

/// In a sitting that writes in `entry`.
fn sitting(entry: &str, new: &str) -> WhichEntry {
    WhichEntry::Sitting {
        entry: EntryId::from(entry),
        new: EntryId::from(new),
    }
}

fn score(score: u8) -> EntryChange {
    EntryChange::Rating(Rating::Score(Score::new(score).expect("0 to 5")))
}

fn reflection(text: &str) -> EntryChange {
    EntryChange::Reflection(text.into())
}

/// Makes the changes one after another.
fn rated(changes: Vec<(&str, WhichEntry, EntryChange)>) -> Document {
    let mut document = Document::default();
    for (when, which, change) in changes {
        document
            .rate(&person(), which, change, at(when))
            .expect("a change");
    }
    document
}

/// Each entry as id, day, score and reflection.
fn told(document: &Document) -> Vec<(&str, String, Option<Rating>, &str)> {
    let entries = document.history(&person()).iter();
    entries
        .map(|e| (e.id.as_str(), e.date.iso(), e.rating, e.reflection.as_str()))
        .collect()
}

fn said(score: u8) -> Option<Rating> {
    Some(Rating::Score(Score::new(score).expect("0 to 5")))
}

const MORNING: &str = "2026-11-23T09:00:00Z";
const EVENING: &str = "2026-11-23T18:00:00Z";
const TOMORROW: &str = "2026-11-24T09:00:00Z";

#[test]
fn the_same_day_amends() {
    let document = rated(vec![
        (MORNING, today("a"), score(2)),
        (EVENING, today("b"), score(3)),
        (EVENING, today("c"), reflection("Why")),
    ]);
    assert_eq!(
        told(&document),
        [("a", "2026-11-23".into(), said(3), "Why")]
    );
    let entry = document.latest_entry(&person()).unwrap();
    assert_eq!(
        (entry.started, entry.changed),
        (at(MORNING).now, at(EVENING).now)
    );
}

#[test]
fn a_new_day_begins_with_a_copy() {
    let evidence = Evidence::new("ev".into(), "A visit", "", None);
    let document = rated(vec![
        (MORNING, today("a"), score(2)),
        (MORNING, today("-"), reflection("First")),
        (MORNING, today("-"), EntryChange::Evidence(evidence)),
        (
            MORNING,
            today("-"),
            EntryChange::Feature("f".into(), Some(FeatureSeen::Partly)),
        ),
        (TOMORROW, today("b"), reflection("Second")),
    ]);
    assert_eq!(
        told(&document),
        [
            ("a", "2026-11-23".into(), said(2), "First"),
            ("b", "2026-11-24".into(), said(2), "Second"),
        ]
    );
    let [first, second] = document.history(&person()) else {
        panic!("two entries")
    };
    assert_eq!(first.evidence, second.evidence);
    assert_eq!(first.features, second.features);
}

#[test]
fn a_sitting_that_goes_over_midnight_is_one_entry() {
    let begun = "2026-11-23T23:59:00Z";
    let check = |rows: Vec<(&str, WhichEntry)>, expected: &[&str]| {
        let said = format!("{rows:?}");
        let words = rows.into_iter().map(|(when, which)| {
            let words = EntryChange::Reflection(format!("Written at {when}"));
            (when, which, words)
        });
        let document = rated(words.collect());
        let ids: Vec<_> = told(&document).iter().map(|it| it.0).collect();
        assert_eq!(ids, expected, "{said}");
    };
    let after = "2026-11-24T00:03:00Z";
    // Whoever opens the page anew is no longer in it.
    check(vec![(begun, today("a")), (after, today("b"))], &["a", "b"]);
    check(
        vec![(begun, today("a")), (after, sitting("a", "b"))],
        &["a"],
    );
    // It lasts from change to change, and ends where the page is left open.
    let later = "2026-11-24T02:50:00Z";
    let at_three_hours = "2026-11-24T02:59:00Z";
    let past_three_hours = "2026-11-24T02:59:01Z";
    check(
        vec![
            (begun, today("a")),
            (later, sitting("a", "b")),
            ("2026-11-24T05:00:00Z", sitting("a", "c")),
        ],
        &["a"],
    );
    check(
        vec![(begun, today("a")), (at_three_hours, sitting("a", "b"))],
        &["a"],
    );
    check(
        vec![(begun, today("a")), (past_three_hours, sitting("a", "b"))],
        &["a", "b"],
    );
    // A clock set back a little does not end it; one set back by a year does.
    let before = "2025-11-24T00:03:00Z";
    check(
        vec![(after, today("a")), (begun, sitting("a", "b"))],
        &["a"],
    );
    check(
        vec![(begun, today("a")), (before, sitting("a", "b"))],
        &["a", "b"],
    );
    // Only in the last entry, and never in one that is not there.
    check(
        vec![
            (begun, today("a")),
            (begun, again("b")),
            (after, sitting("a", "c")),
        ],
        &["a", "b", "c"],
    );
    check(vec![(after, sitting("gone", "b"))], &["b"]);
    // "Rate again" begins one in the same sitting.
    check(vec![(begun, today("a")), (after, again("b"))], &["a", "b"]);
}

#[test]
fn what_was_blanked_is_put_back_as_it_was() {
    let mut document = rated(vec![
        (MORNING, today("a"), score(2)),
        (MORNING, today("-"), reflection("First")),
        (
            MORNING,
            today("-"),
            EntryChange::Feature("f".into(), Some(FeatureSeen::Partly)),
        ),
        (TOMORROW, today("b"), reflection("Second")),
    ]);
    for place in 0..2 {
        let was = document.history(&person())[place].clone();
        let this = || WhichEntry::Existing(was.id.clone());
        let mut change = |change| {
            document
                .rate(&person(), this(), change, at("2026-11-25T09:00:00Z"))
                .expect("a change");
        };
        change(EntryChange::Blank);
        change(EntryChange::PutBack(Box::new(was.clone())));
        let mut now = document.history(&person())[place].clone();
        assert!(now.changed > was.changed, "a merge must not blank it again");
        now.changed = was.changed;
        assert_eq!(now, was);
    }
}

#[test]
fn a_rating_carried_to_a_new_day_keeps_the_day_it_was_given() {
    let days = |changes| {
        rated(changes)
            .history(&person())
            .iter()
            .map(|entry| (entry.rated_day().iso(), entry.new_rating().is_some()))
            .collect::<Vec<_>>()
    };
    let given = || {
        vec![
            (MORNING, today("a"), score(2)),
            (TOMORROW, today("b"), reflection("Second")),
        ]
    };
    let day = |day: &str, new| (day.to_owned(), new);
    assert_eq!(
        days(given()),
        [day("2026-11-23", true), day("2026-11-23", false)]
    );
    let mut rated_too = given();
    rated_too.push((TOMORROW, today("-"), score(2)));
    assert_eq!(
        days(rated_too),
        [day("2026-11-23", true), day("2026-11-24", true)],
        "the same score, given anew"
    );
}

#[test]
fn rating_again_begins_empty_and_the_old_rating_stands_meanwhile() {
    let mut document = rated(vec![
        (MORNING, today("a"), score(2)),
        (MORNING, again("b"), reflection("Again")),
    ]);
    assert_eq!(
        told(&document),
        [
            ("a", "2026-11-23".into(), said(2), ""),
            ("b", "2026-11-23".into(), None, "Again")
        ]
    );
    assert_eq!(document.rating(&person()), said(2));
    document
        .rate(&person(), today("-"), score(4), at(EVENING))
        .unwrap();
    assert_eq!(document.rating(&person()), said(4));
    assert_eq!(document.history(&person()).len(), 2);
}

#[test]
fn a_cleared_rating_is_not_the_one_before_it() {
    let document = rated(vec![
        (MORNING, today("a"), score(2)),
        (TOMORROW, today("b"), EntryChange::Rating(Rating::Cleared)),
    ]);
    assert_eq!(document.rating(&person()), Some(Rating::Cleared));
    assert_eq!(document.score(&person()), None);
}

#[test]
fn an_older_entry_can_be_mended_where_it_stands() {
    let document = rated(vec![
        (MORNING, today("a"), reflection("Names somebody")),
        (TOMORROW, today("b"), reflection("Fine")),
        (
            TOMORROW,
            WhichEntry::Existing("a".into()),
            reflection("Names nobody"),
        ),
    ]);
    assert_eq!(
        told(&document),
        [
            ("a", "2026-11-23".into(), None, "Names nobody"),
            ("b", "2026-11-24".into(), None, "Fine"),
        ]
    );
}

#[test]
fn with_a_wrong_clock_what_was_typed_last_still_comes_last() {
    let document = rated(vec![
        ("2027-11-23T09:00:00Z", today("a"), score(2)),
        (MORNING, today("b"), score(3)),
        (EVENING, today("c"), score(4)),
    ]);
    assert_eq!(
        told(&document),
        [
            ("a", "2027-11-23".into(), said(2), ""),
            ("b", "2026-11-23".into(), said(4), "")
        ]
    );
    let [first, second] = document.history(&person()) else {
        panic!("two entries")
    };
    assert!(second.started > first.started);
}

#[test]
fn an_answer_given_again_is_no_change() {
    let mut document = rated(vec![(MORNING, today("a"), score(2))]);
    document
        .set_profile(ProfileAnswer::InSomerset(Some(true)), at(MORNING))
        .unwrap();
    let before = document.clone();
    document
        .set_profile(ProfileAnswer::InSomerset(Some(true)), at(EVENING))
        .unwrap();
    document
        .rate(&person(), today("b"), score(2), at(EVENING))
        .unwrap();
    assert_eq!(document, before);
}

#[test]
fn one_answer_serves_topics_that_are_the_same() {
    let (here, there): (TopicId, TopicId) =
        ("core-knowledge/a".into(), "models-and-tools/a".into());
    let (same_as_here, same_as_there) = ([there.clone()], [here.clone()]);
    let status = |status| AnswerChange::Status(Some(status));
    let mut document = Document::default();
    let note = AnswerChange::Note("Read it".into());
    document
        .answer_topic(
            &here,
            &same_as_here,
            status(TopicStatus::NotYet),
            at(MORNING),
        )
        .unwrap();
    document
        .answer_topic(&here, &same_as_here, note, at(MORNING))
        .unwrap();
    // Within the same second, under the other name.
    document
        .answer_topic(
            &there,
            &same_as_there,
            status(TopicStatus::Confident),
            at(MORNING),
        )
        .unwrap();
    for (topic, same_as) in [(&here, &same_as_here), (&there, &same_as_there)] {
        let (under, answer) = document.topic(topic, same_as).unwrap();
        assert_eq!(under, &there);
        assert_eq!(answer.status, Some(TopicStatus::Confident));
        assert_eq!(answer.note, "Read it");
    }
    document
        .answer_topic(
            &here,
            &same_as_here,
            AnswerChange::Status(None),
            at(MORNING),
        )
        .unwrap();
    for (topic, same_as) in [(&here, &same_as_here), (&there, &same_as_there)] {
        assert_eq!(document.topic(topic, same_as).unwrap().1.status, None);
    }
}

#[test]
fn an_action_put_aside_and_brought_back_keeps_what_was_written() {
    let mut document = Document::default();
    let action = "resource:one".into();
    let reason = ActionEdit::Dismissed(Some("Too far".into()));
    for part in [
        ActionEdit::Notes("Note".into()),
        reason,
        ActionEdit::Dismissed(None),
    ] {
        document.change_action(&action, part, at(MORNING)).unwrap();
    }
    let change = document.change(&action).unwrap();
    assert!(!change.dismissed);
    assert_eq!(
        (change.dismissed_because.as_str(), change.notes.as_str()),
        ("Too far", "Note")
    );
}

#[test]
fn done_notes_the_day_and_undone_forgets_it() {
    let mut document = Document::default();
    let action = "resource:one".into();
    let mut day_done = |status, when| {
        document
            .change_action(&action, ActionEdit::Status(status), at(when))
            .unwrap();
        document.change(&action).unwrap().done_on
    };
    assert_eq!(
        day_done(Some(ActionStatus::Done), MORNING),
        Some(at(MORNING).today)
    );
    assert_eq!(
        day_done(Some(ActionStatus::Done), TOMORROW),
        Some(at(MORNING).today)
    );
    assert_eq!(day_done(Some(ActionStatus::Doing), TOMORROW), None);
}

#[test]
fn three_is_achieved_unless_another_score_is_chosen() {
    let mut document = Document::default();
    assert_eq!(document.achieved_at(), Score::COMPETENT);
    document
        .choose_achieved_at(Score::EXPERT, at(MORNING))
        .unwrap();
    assert_eq!(document.achieved_at(), Score::EXPERT);
}

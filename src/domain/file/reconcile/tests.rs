//! Two tabs’ changes put together: what asks, what does not, and what survives.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::*;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{
    AgreedAction, AnswerChange, ClockReading, EntryChange, Evidence, ProfileAnswer, Rating, Review,
    ReviewedPlan, TopicStatus, WhichEntry,
};
use crate::domain::score::Score;

/// A change anyone may make; few enough that two meet often.
#[derive(Clone, Debug)]
enum Did {
    Answer(u8, bool),
    Name(u8),
    Rate(u8, u8),
    Again(u8, u16),
    Reflect(u8),
}

fn did() -> impl Strategy<Value = Did> {
    prop_oneof![
        (0..4_u8, any::<bool>()).prop_map(|(topic, yes)| Did::Answer(topic, yes)),
        (0..3_u8).prop_map(Did::Name),
        (0..2_u8, 0..6_u8).prop_map(|(which, score)| Did::Rate(which, score)),
        (0..2_u8, any::<u16>()).prop_map(|(which, id)| Did::Again(which, id)),
        (0..2_u8).prop_map(Did::Reflect),
    ]
}

fn after(base: &Document, who: &str, did: &[Did]) -> Document {
    let mut document = base.clone();
    for (n, did) in did.iter().enumerate() {
        let now = Moment::from_unix(1_800_000_000 + n as i64).unwrap();
        let at = ClockReading {
            now,
            today: Day::new(2026, 11, 23).unwrap(),
        };
        let rate = |document: &mut Document, which: u8, change| {
            let competency = format!("c-{which}").as_str().into();
            let new = format!("{who}-{n}").as_str().into();
            document.rate(&competency, WhichEntry::Today { new }, change, at)
        };
        match did {
            Did::Answer(topic, yes) => {
                let status = if *yes {
                    TopicStatus::Confident
                } else {
                    TopicStatus::NotYet
                };
                let change = AnswerChange::Status(Some(status));
                document.answer_topic(&format!("t-{topic}").as_str().into(), &[], change, at)
            }
            Did::Name(name) => document.set_profile(ProfileAnswer::Name(format!("{name}")), at),
            Did::Rate(which, score) => {
                let score = Score::new(*score).unwrap();
                rate(
                    &mut document,
                    *which,
                    EntryChange::Rating(Rating::Score(score)),
                )
            }
            Did::Again(which, id) => {
                let competency = format!("c-{which}").as_str().into();
                let new = format!("{who}-{n}-{id}").as_str().into();
                let change = EntryChange::Rating(Rating::NoOpportunity);
                document.rate(&competency, WhichEntry::RateAgain { new }, change, at)
            }
            Did::Reflect(which) => rate(
                &mut document,
                *which,
                EntryChange::Reflection(format!("{who} {n}")),
            ),
        }
        .unwrap();
    }
    document
}

/// Every answer and every text, by what it is about.
fn said(document: &Document) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut say = |what: String, said: String| {
        if !said.is_empty() {
            all.insert(what, said);
        }
    };
    if let Some(name) = document.profile().name.get() {
        say("name".to_owned(), name.clone());
    }
    for (id, answer) in document.topics() {
        say(id.to_string(), format!("{:?}", answer.status));
    }
    for (id, entries) in document.ratings() {
        for entry in entries {
            let of = format!("{id} {}", entry.id);
            let rating = entry
                .rating
                .map(|rating| format!("{rating:?} {:?}", entry.rated_on));
            say(format!("{of} rating"), rating.unwrap_or_default());
            say(format!("{of} reflection"), entry.reflection.clone());
        }
    }
    all
}

fn config() -> Config {
    Config {
        cases: 300,
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..Config::default()
    }
}

#[test]
fn each_tabs_own_changes_stand() {
    let some = || prop::collection::vec(did(), 0..6);
    proptest!(config(), |(earlier in some(), a in some(), b in some())| {
        let base = after(&Document::default(), "base", &earlier);
        let (mine, theirs) = (after(&base, "a", &a), after(&base, "b", &b));
        let first = reconcile(&base, &mine, &theirs, Prefer::Mine).unwrap();
        let second = reconcile(&base, &mine, &theirs, Prefer::Theirs).unwrap();
        let other_way = reconcile(&base, &theirs, &mine, Prefer::Theirs).unwrap();
        prop_assert_eq!(&first.document, &other_way.document);
        prop_assert_eq!(first.conflicts.len(), second.conflicts.len());
        let (base, mine, theirs) = (said(&base), said(&mine), said(&theirs));
        let (first_said, second_said) = (said(&first.document), said(&second.document));
        let all: std::collections::BTreeSet<_> = mine.keys().chain(theirs.keys()).collect();
        let mut conflicts = 0;
        for key in all {
            let (base, mine, theirs) = (base.get(key), mine.get(key), theirs.get(key));
            let (first, second) = (first_said.get(key), second_said.get(key));
            if mine == theirs || theirs == base {
                prop_assert_eq!((first, second), (mine, mine), "{}", key);
            } else if mine == base {
                prop_assert_eq!((first, second), (theirs, theirs), "{}", key);
            } else {
                conflicts += 1;
                prop_assert_eq!((first, second), (mine, theirs), "{}", key);
            }
        }
        prop_assert_eq!(conflicts, first.conflicts.len());
    });
}

#[test]
fn nothing_changed_in_one_is_the_other() {
    let some = || prop::collection::vec(did(), 0..6);
    proptest!(config(), |(earlier in some(), a in some())| {
        let base = after(&Document::default(), "base", &earlier);
        let changed = after(&base, "a", &a);
        for prefer in [Prefer::Mine, Prefer::Theirs] {
            for (mine, theirs) in [(&base, &changed), (&changed, &base), (&changed, &changed)] {
                let together = reconcile(&base, mine, theirs, prefer).unwrap();
                prop_assert_eq!(&together.document, &changed);
                prop_assert_eq!(together.conflicts, vec![]);
            }
        }
    });
}

#[test]
fn what_one_tab_took_out_stays_out() {
    let base = after(
        &Document::default(),
        "base",
        &[Did::Answer(0, true), Did::Answer(1, true)],
    );
    let mine = after(&base, "a", &[Did::Name(1)]);
    let theirs = after(&Document::default(), "base", &[Did::Answer(0, true)]);
    let together = reconcile(&base, &mine, &theirs, Prefer::Mine).unwrap();
    let topics: Vec<_> = together
        .document
        .topics()
        .map(|(id, _)| id.as_str())
        .collect();
    assert_eq!((topics, together.conflicts), (vec!["t-0"], vec![]));
}

fn at(minute: i64) -> ClockReading {
    ClockReading {
        now: Moment::from_unix(1_800_000_000 + 60 * minute).unwrap(),
        today: Day::new(2026, 11, 23).unwrap(),
    }
}

/// One change to the answer to one topic, or to one rating.
fn with(base: &Document, minute: i64, entry: Option<EntryChange>) -> Document {
    let mut document = base.clone();
    let which = WhichEntry::Today { new: "one".into() };
    match entry {
        Some(change) => document
            .rate(&"c".into(), which, change, at(minute))
            .unwrap(),
        None => {
            let note = AnswerChange::<TopicStatus>::Note("in May".into());
            document
                .answer_topic(&"t".into(), &[], note, at(minute))
                .unwrap();
        }
    }
    document
}

fn evidence(id: &str, what: &str) -> EntryChange {
    EntryChange::Evidence(Evidence::new(id.into(), what, "", None))
}

#[test]
fn only_the_words_that_contradict_each_other_ask() {
    let score = |score| EntryChange::Rating(Rating::Score(Score::new(score).unwrap()));
    let wrote = |text: &str| EntryChange::Reflection(text.to_owned());
    let check = |mine: &[EntryChange], theirs: &[EntryChange], asks: &[(&str, &str, &str)]| {
        let base = with(&Document::default(), 0, Some(wrote("Begun")));
        let base = with(&base, 0, Some(evidence("e-0", "Shared")));
        let all = |changes: &[EntryChange], minute| {
            let each = changes.iter().cloned();
            each.fold(base.clone(), |it, change| with(&it, minute, Some(change)))
        };
        let (mine, theirs) = (all(mine, 1), all(theirs, 2));
        let together = reconcile(&base, &mine, &theirs, Prefer::Mine).unwrap();
        let asked: Vec<_> = together
            .conflicts
            .iter()
            .map(|it| (it.field.as_str(), it.mine.as_str(), it.theirs.as_str()))
            .collect();
        assert_eq!(asked, asks);
        together.document.latest_entry(&"c".into()).unwrap().clone()
    };
    let both = check(&[score(2)], &[wrote("From the other tab")], &[]);
    assert_eq!(both.reflection, "From the other tab");
    assert_eq!(both.rating, Some(Rating::Score(Score::new(2).unwrap())));
    assert_eq!(both.changed, at(2).now);
    // The score contradicts, the words beside it do not.
    let both = check(
        &[score(2)],
        &[score(4), wrote("Kept whichever is chosen")],
        &[("score", r#"{"score":2}"#, r#"{"score":4}"#)],
    );
    assert_eq!(both.reflection, "Kept whichever is chosen");
    let both = check(
        &[evidence("e-a", "Mine"), evidence("e-0", "Mended")],
        &[evidence("e-b", "Theirs")],
        &[],
    );
    let what: Vec<_> = both.evidence.iter().map(|it| it.what.as_str()).collect();
    assert_eq!(what, ["Mended", "Mine", "Theirs"]);
    check(
        &[wrote("Here")],
        &[wrote("There")],
        &[("reflection", "\"Here\"", "\"There\"")],
    );
}

#[test]
fn more_evidence_than_fits_is_not_laid_together() {
    let base = with(
        &Document::default(),
        0,
        Some(EntryChange::Reflection("Begun".into())),
    );
    let full = |who: &str| {
        (0..EVIDENCE.most).fold(base.clone(), |it, n| {
            with(&it, 1, Some(evidence(&format!("{who}-{n}"), "One")))
        })
    };
    let together = reconcile(&base, &full("a"), &full("b"), Prefer::Mine);
    assert_eq!(together, Err(ChangeError::TooMany { limit: EVIDENCE }));
}

#[test]
fn a_note_and_an_answer_to_one_topic_do_not_ask() {
    let base = Document::default();
    let mine = with(&base, 1, None);
    let theirs = after(&base, "b", &[]);
    let mut theirs_answered = theirs.clone();
    let answer = AnswerChange::Status(Some(TopicStatus::NotYet));
    theirs_answered
        .answer_topic(&"t".into(), &[], answer, at(2))
        .unwrap();
    let together = reconcile(&base, &mine, &theirs_answered, Prefer::Mine).unwrap();
    assert_eq!(together.conflicts, []);
    let topic = "t".into();
    let (_, topic) = together.document.topic(&topic, &[]).unwrap();
    assert_eq!(
        (topic.status, topic.note.as_str()),
        (Some(TopicStatus::NotYet), "in May")
    );
}

/// Somebody's view, with two actions agreed.
fn review(comment: &str) -> Review {
    let of = ReviewedPlan::new(None, "00ff".into());
    let mut review = Review::new(at(0).today, of);
    review.comment = comment.to_owned();
    for id in ["own:a", "own:b"] {
        let action = AgreedAction::new(id.into(), "Shadow a visit", None);
        review.actions.push(action);
    }
    review
}

/// Of two tabs that began from one review: which actions are taken on, and
/// about which fields they ask.
fn of_one_review(
    mine: impl Fn(&mut Document) -> Result<(), ChangeError>,
    theirs: impl Fn(&mut Document) -> Result<(), ChangeError>,
) -> (Document, Vec<String>, Vec<String>) {
    let mut base = Document::default();
    base.receive_review(&"r".into(), review("Good"), at(0))
        .unwrap();
    let (mut first, mut second) = (base.clone(), base.clone());
    mine(&mut first).unwrap();
    theirs(&mut second).unwrap();
    let together = reconcile(&base, &first, &second, Prefer::Mine).unwrap();
    let other_way = reconcile(&base, &second, &first, Prefer::Theirs).unwrap();
    assert_eq!(together.document, other_way.document);
    let received = together.document.parts().reviews.get("r").unwrap();
    let taken_on = received.accepted.keys().map(|id| id.to_string()).collect();
    let asks = together.conflicts.iter();
    let asks = asks.map(|it| it.field.clone()).collect();
    (together.document, taken_on, asks)
}

#[test]
fn actions_taken_on_in_two_tabs_are_both_taken_on() {
    let (document, taken_on, asks) = of_one_review(
        |it| it.accept_agreed(&"r".into(), &"own:a".into(), at(1)),
        |it| it.accept_agreed(&"r".into(), &"own:b".into(), at(2)),
    );
    assert_eq!((taken_on.len(), asks.len()), (2, 0));
    assert_eq!(document.agreed(&"own:a".into()).count(), 1);
    assert!(document.change(&"own:b".into()).is_some());
}

#[test]
fn a_review_taken_out_in_one_tab_takes_along_what_was_agreed_in_it() {
    let (document, taken_on, asks) = of_one_review(
        |it| it.remove_review(&"r".into(), at(1)),
        |it| it.accept_agreed(&"r".into(), &"own:b".into(), at(2)),
    );
    assert_eq!((taken_on.len(), asks.len()), (0, 0));
    assert_eq!(document.reviews().count(), 0);
    // The action itself stays in the plan, as after any removal.
    assert!(document.change(&"own:b".into()).is_some());
}

#[test]
fn a_newer_copy_keeps_what_it_still_agrees() {
    let mut newer = review("Better");
    newer.actions.remove(0);
    let (document, taken_on, asks) = of_one_review(
        |it| it.receive_review(&"r".into(), newer.clone(), at(1)),
        |it| {
            it.accept_agreed(&"r".into(), &"own:a".into(), at(2))?;
            it.accept_agreed(&"r".into(), &"own:b".into(), at(2))
        },
    );
    assert_eq!((taken_on, asks.len()), (vec!["own:b".to_owned()], 0));
    assert_eq!(document.review(&"r".into()), Some(&newer));
}

#[test]
fn of_two_newer_copies_one_is_taken_whole() {
    let mut theirs = review("Good");
    theirs.reviewer.name = "Jo".into();
    let (document, _, asks) = of_one_review(
        |it| it.receive_review(&"r".into(), review("Better"), at(1)),
        |it| it.receive_review(&"r".into(), theirs.clone(), at(2)),
    );
    assert_eq!(asks, ["review"]);
    assert_eq!(document.review(&"r".into()), Some(&review("Better")));
}

#[test]
fn what_each_tab_gave_away_is_noted_and_never_asked_about() {
    let (document, _, asks) = of_one_review(
        |it| {
            it.note_saved_plan(&"01".into(), at(1))?;
            it.note_saved_plan(&"02".into(), at(1))?;
            it.note_in_calendar(&"own:a".into(), at(1))
        },
        |it| {
            it.note_saved_plan(&"02".into(), at(2))?;
            it.note_saved_plan(&"03".into(), at(2))?;
            it.note_in_calendar(&"own:a".into(), at(2))
        },
    );
    let saved: Vec<_> = document.saved_plans().map(|(it, _)| it.as_str()).collect();
    assert_eq!(saved, ["01", "02", "03"]);
    assert_eq!((document.in_calendar().count(), asks.len()), (1, 0));
}

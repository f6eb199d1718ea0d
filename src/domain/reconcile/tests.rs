//! Two tabs’ changes put together: what asks, what does not, and what survives.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::*;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{
    AnswerChange, ClockReading, EntryChange, ProfileAnswer, Rating, TopicStatus, WhichEntry,
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

/// Every answer, by what it is about.
fn said(document: &Document) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    all.insert("name".to_owned(), format!("{:?}", document.profile().name));
    for (id, answer) in document.topics() {
        all.insert(id.to_string(), format!("{answer:?}"));
    }
    for (id, entries) in document.ratings() {
        for entry in entries {
            all.insert(format!("{id} {}", entry.id), format!("{entry:?}"));
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

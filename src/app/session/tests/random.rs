//! Two tabs, any events in any order, a store that fails at any point: what
//! was typed is in memory, what was saved is in the store, and in the end
//! everything is stored.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::fake::{Fails, Fake};
use super::tab::{DOCUMENT, Tab, stored, topics};
use crate::app::session::{Event, SaveStatus, StoreError};
use crate::domain::document::TopicStatus;

#[derive(Clone, Debug)]
enum Step {
    /// A topic no other step answers.
    Answer,
    /// One that both tabs answer.
    AnswerShared(bool),
    Save,
    Hide,
    Wake,
    Hear,
    Reload,
    Choose(bool),
    /// What is stored is damaged, and the person goes on beside it.
    Damage,
    Continue,
    Sleep,
    Fail(Vec<Option<StoreError>>),
}

fn step() -> impl Strategy<Value = Step> {
    let error = prop_oneof![
        Just(None),
        Just(None),
        Just(Some(StoreError::Blocked)),
        Just(Some(StoreError::Full)),
        Just(Some(StoreError::Other("busy".into()))),
    ];
    prop_oneof![
        6 => Just(Step::Answer),
        2 => any::<bool>().prop_map(Step::AnswerShared),
        6 => Just(Step::Save),
        1 => Just(Step::Hide),
        1 => Just(Step::Wake),
        4 => Just(Step::Hear),
        1 => Just(Step::Reload),
        2 => any::<bool>().prop_map(Step::Choose),
        1 => Just(Step::Damage),
        2 => Just(Step::Continue),
        1 => Just(Step::Sleep),
        2 => prop::collection::vec(error, 1..12).prop_map(Step::Fail),
    ]
}

/// What is known to have been typed, saved, and damaged.
#[derive(Default)]
struct Known {
    typed: [BTreeSet<String>; 2],
    saved: BTreeSet<String>,
    damaged: Vec<(String, String)>,
}

/// The key in use: the highest number.
fn in_use(store: &Fake) -> String {
    let names = store.names();
    let number = |name: &String| {
        name.strip_prefix("waymark:/:document:")
            .map_or(1, |n| n.parse().unwrap())
    };
    let documents = names.into_iter().filter(|name| name.starts_with(DOCUMENT));
    documents
        .max_by_key(number)
        .unwrap_or_else(|| DOCUMENT.into())
}

fn play(tab: &mut Tab<'_>, who: usize, n: usize, step: &Step, store: &Fake, known_ids: &mut Known) {
    use crate::app::session::Prefer::{Mine, Theirs};
    match step {
        Step::Answer => {
            let topic = format!("own-{n}");
            tab.answer(&topic);
            known_ids.typed[who].insert(topic);
        }
        Step::AnswerShared(yes) => {
            tab.answer_as(
                "shared",
                if *yes {
                    TopicStatus::Confident
                } else {
                    TopicStatus::NotYet
                },
            );
        }
        Step::Save => drop(tab.send(Event::SaveDue)),
        Step::Hide => drop(tab.send(Event::PageHidden)),
        Step::Wake => drop(tab.send(Event::PageShown)),
        Step::Hear => drop(tab.send(Event::StorageChanged { key: None })),
        Step::Reload => {
            tab.reload_unless_unsaved();
            known_ids.typed[who] = tab.topics();
        }
        Step::Choose(mine) => {
            drop(tab.send(Event::ResolveConflict(if *mine { Mine } else { Theirs })))
        }
        Step::Damage => {
            let key = in_use(store);
            if let Some(text) = store.get(&key) {
                let half = text[..text.len() / 2].to_owned();
                store.put(&key, &half);
                known_ids.damaged.retain(|(damaged, _)| *damaged != key);
                known_ids.damaged.push((key, half));
                known_ids.saved.clear();
            }
        }
        Step::Continue => drop(tab.send(Event::ContinueUnderNewKey)),
        Step::Sleep => tab.sleep(100),
        Step::Fail(drawn) => store.fail(Fails::Drawn(drawn.clone())),
    }
}

fn own(topics: BTreeSet<String>) -> BTreeSet<String> {
    topics
        .into_iter()
        .filter(|topic| topic != "shared")
        .collect()
}

fn check(steps: &[(usize, Step)]) -> Result<(), TestCaseError> {
    let store = Fake::default();
    let mut tabs = [Tab::load("a", &store), Tab::load("b", &store)];
    let mut known_ids = Known::default();
    for (n, (who, step)) in steps.iter().enumerate() {
        let unsaved = tabs[*who].save_status() == SaveStatus::Saving;
        play(&mut tabs[*who], *who, n, step, &store, &mut known_ids);
        for (tab, typed) in tabs.iter().zip(&known_ids.typed) {
            prop_assert!(
                tab.topics().is_superset(&own(typed.clone())),
                "step {n}: memory"
            );
        }
        for (key, text) in &known_ids.damaged {
            prop_assert_eq!(
                store.get(key),
                Some(text.clone()),
                "step {}: damaged copy",
                n
            );
        }
        let now = stored(&store, &in_use(&store)).map(|document| own(topics(&document)));
        if let Some(now) = now {
            prop_assert!(
                now.is_superset(&known_ids.saved),
                "step {n}: the store has less"
            );
            let tab = &tabs[*who];
            let just_saved = unsaved && tab.save_status() == SaveStatus::Saved;
            prop_assert!(
                !just_saved || now.is_superset(&own(tab.topics())),
                "step {n}: said to be saved"
            );
            known_ids.saved = now;
        }
    }

    // Nothing fails any more and every question is answered: all is stored.
    store.fail(Fails::Never);
    for _ in 0..4 {
        for tab in &mut tabs {
            tab.send(Event::PageShown);
            tab.send(Event::ContinueUnderNewKey);
            tab.send(Event::SaveDue);
            tab.send(Event::ResolveConflict(crate::app::session::Prefer::Mine));
        }
    }
    let end = stored(&store, &in_use(&store));
    let end = end.map(|document| topics(&document)).unwrap_or_default();
    for (tab, typed) in tabs.iter().zip(&known_ids.typed) {
        prop_assert!(
            matches!(
                tab.save_status(),
                SaveStatus::Saved | SaveStatus::NothingYet
            ),
            "{}",
            tab.said()
        );
        prop_assert!(
            end.is_superset(&own(typed.clone())),
            "in the end the store has less"
        );
        prop_assert_eq!(&tab.topics(), &end);
    }
    prop_assert!(end.is_superset(&known_ids.saved));
    Ok(())
}

#[test]
fn nothing_typed_is_ever_lost() {
    let config = Config {
        cases: 400,
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..Config::default()
    };
    let steps = prop::collection::vec((0..2_usize, step()), 1..60);
    proptest!(config, |(steps in steps)| check(&steps)?);
}

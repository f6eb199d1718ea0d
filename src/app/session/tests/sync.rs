//! Two tabs, one document.

use super::fake::{Fails, Fake};
use super::tab::{DOCUMENT, Tab, UNDO, set, stored, today, topics};
use crate::app::session::stored_text::RevisionHeader;
use crate::app::session::{Change, Effect, Event, SaveStatus, Store, StoreError};
use crate::domain::document::TopicStatus::{self, Confident, InProgress, NotYet};
use crate::domain::document::{EntryChange, Rating, WhichEntry};

#[test]
fn a_clean_tab_takes_the_others_change_at_once() {
    let store = Fake::default();
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    a.answer_and_save(&["one"]);
    assert_eq!(b.hear(), []);
    assert_eq!(
        (b.save_status(), b.topics()),
        (SaveStatus::Saved, set(&["one"]))
    );
    b.answer_and_save(&["two"]);
    a.hear();
    assert_eq!(
        (a.save_status(), a.topics()),
        (SaveStatus::Saved, set(&["one", "two"]))
    );
    a.says("changed in another tab");
}

#[test]
fn a_change_by_another_page_is_none_of_ours() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    store.fail(Fails::Never);
    tab.send(Event::StorageChanged {
        key: Some("theme".into()),
    });
    tab.send(Event::StorageChanged {
        key: Some("waymark:/b/:document".into()),
    });
    assert_eq!(store.calls(), 0);
    tab.send(Event::StorageChanged { key: None });
    assert!(store.calls() > 0);
}

/// What two tabs do to two topics, and what comes of it. The second tab hears
/// of the first one's save, or only finds it before its own.
#[test]
fn only_the_same_thing_changed_in_both_asks() {
    type Did = &'static [(&'static str, TopicStatus)];
    let check = |name: &str, did_a: Did, did_b: Did, asks: bool| {
        for hears in [false, true] {
            let store = Fake::default();
            Tab::load("earlier", &store).answer_and_save(&["x", "y"]);
            let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
            did_a
                .iter()
                .for_each(|(topic, status)| a.answer_as(topic, *status));
            b.sleep(10);
            did_b
                .iter()
                .for_each(|(topic, status)| b.answer_as(topic, *status));
            a.send(Event::SaveDue);
            if hears {
                let effects = b.hear();
                assert!(!asks || effects.is_empty(), "{name}: {effects:?}");
            }
            b.send(Event::SaveDue);
            a.hear();
            assert_eq!(b.save_status() == SaveStatus::NotSaved, asks, "{name}");
            if asks {
                b.says("You changed the same things in another tab");
                // Nothing is lost meanwhile, on either side.
                b.answer("later");
                b.send(Event::SaveDue);
                did_a.iter().for_each(|(topic, status)| {
                    assert_eq!(a.status(topic), Some(*status), "{name}")
                });
                did_b.iter().for_each(|(topic, status)| {
                    assert_eq!(b.status(topic), Some(*status), "{name}")
                });
                continue;
            }
            for (topic, status) in did_a.iter().chain(did_b) {
                for tab in [&a, &b] {
                    assert_eq!(tab.status(topic), Some(*status), "{name}: {topic}");
                    assert_eq!(tab.save_status(), SaveStatus::Saved, "{name}");
                }
            }
        }
    };
    check(
        "different topics",
        &[("x", NotYet)],
        &[("y", NotYet)],
        false,
    );
    check(
        "the same topic, differently",
        &[("x", NotYet)],
        &[("x", InProgress)],
        true,
    );
    check(
        "the same topic, alike",
        &[("x", NotYet)],
        &[("x", NotYet)],
        false,
    );
    check(
        "the same new topic, differently",
        &[("z", NotYet)],
        &[("z", InProgress)],
        true,
    );
    check("new topics", &[("v", NotYet)], &[("w", Confident)], false);
    check(
        "one of two",
        &[("x", NotYet), ("y", NotYet)],
        &[("y", InProgress)],
        true,
    );
}

#[test]
fn choosing_keeps_everything_else_and_can_be_undone() {
    let check = |button: &str, chosen: TopicStatus, other: TopicStatus| {
        let store = Fake::default();
        let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
        a.answer_as("x", NotYet);
        a.answer_and_save(&["only-a"]);
        b.answer_as("x", InProgress);
        b.answer_and_save(&["only-b"]);
        b.press(button);
        let all = set(&["x", "only-a", "only-b"]);
        assert_eq!(
            (b.save_status(), b.topics(), b.status("x")),
            (SaveStatus::Saved, all.clone(), Some(chosen))
        );
        a.hear();
        assert_eq!(
            (a.topics(), a.status("x")),
            (all.clone(), Some(chosen)),
            "{button}"
        );
        b.press("Go back to the version you did not choose");
        assert_eq!((b.topics(), b.status("x")), (all, Some(other)), "{button}");
    };
    check("Use what this tab has", InProgress, NotYet);
    check("Use what the other tab has", NotYet, InProgress);
}

#[test]
fn a_write_of_both_at_the_same_moment() {
    let store = Fake::default();
    Tab::load("earlier", &store).answer_and_save(&["old"]);
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    let before = store.get(DOCUMENT).unwrap();
    a.answer_and_save(&["in-a"]);
    a.answer_and_save(&["in-a-too"]);
    // The other tab did not see that yet, and writes over it.
    store.put(DOCUMENT, &before);
    b.answer_as("old", NotYet);
    b.answer_and_save(&["in-b"]);
    assert_eq!(
        topics(&stored(&store, DOCUMENT).unwrap()),
        set(&["old", "in-b"])
    );
    // What only one of them changed is no question.
    assert_eq!(a.hear(), [Effect::SaveSoon]);
    assert_eq!(a.status("old"), Some(NotYet));
    a.send(Event::SaveDue);
    b.hear();
    for tab in [&a, &b] {
        assert_eq!(
            (tab.save_status(), tab.topics()),
            (SaveStatus::Saved, set(&["old", "in-a", "in-a-too", "in-b"]))
        );
    }
}

#[test]
fn a_tab_that_slept_through_many_saves() {
    for saves in [1, 20, 40, 100] {
        let store = Fake::default();
        let mut b = Tab::load("b", &store);
        b.answer_and_save(&["old"]);
        let mut a = Tab::load("a", &store);
        for save in 0..saves {
            let status = if save % 2 == 0 { NotYet } else { InProgress };
            a.answer_as("old", status);
            a.send(Event::SaveDue);
        }
        b.send(Event::PageShown);
        assert_eq!(
            (b.save_status(), b.status("old")),
            (SaveStatus::Saved, a.status("old")),
            "{saves} saves"
        );
        b.answer_and_save(&["new"]);
        a.hear();
        assert_eq!(a.topics(), set(&["old", "new"]), "{saves} saves");
    }
}

#[test]
fn removed_in_another_tab() {
    let store = Fake::default();
    let mut a = Tab::load("a", &store);
    a.answer_and_save(&["one"]);
    let (mut b, mut dirty) = (Tab::load("b", &store), Tab::load("c", &store));
    dirty.answer("two");
    a.send(Event::AskRemoveEverything);
    a.send(Event::ConfirmRemoval);
    assert!(store.names().is_empty());
    // A tab with nothing unsaved follows; the other asks and keeps it.
    b.hear();
    assert_eq!(
        (b.save_status(), b.topics()),
        (SaveStatus::NothingYet, set(&[]))
    );
    dirty.hear();
    dirty.send(Event::SaveDue);
    assert!(store.names().is_empty());
    assert_eq!(
        (dirty.save_status(), dirty.topics()),
        (SaveStatus::NotSaved, set(&["one", "two"]))
    );
    dirty.press("Store it again");
    assert_eq!(dirty.save_status(), SaveStatus::Saved);
    b.hear();
    assert_eq!(b.topics(), set(&["one", "two"]));
}

#[test]
fn cleared_by_the_browser_while_the_tab_slept() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["one"]);
    store.texts.borrow_mut().clear();
    tab.send(Event::PageShown);
    tab.says("What was stored in this browser is gone");
    assert_eq!(tab.topics(), set(&["one"]));
    tab.press("Let it go here too");
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::NothingYet, set(&[]))
    );
}

#[test]
fn more_than_a_document_may_hold_together() {
    let store = Fake::default();
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    let fill = |tab: &mut Tab<'_>, from: usize| {
        (from..from + 600).for_each(|n| tab.answer(&format!("t-{n}")));
        tab.send(Event::SaveDue);
    };
    fill(&mut a, 0);
    fill(&mut b, 1000);
    b.says("more than this page can keep");
    let mine = b.topics();
    b.press("Use what the other tab has");
    assert_eq!(
        (b.save_status(), b.topics()),
        (SaveStatus::Saved, a.topics())
    );
    b.press("Go back to the version");
    assert_eq!(b.topics(), mine);
}

#[test]
fn a_failed_look_at_the_store_is_no_reason_to_write() {
    let store = Fake::default();
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    a.answer_and_save(&["one"]);
    b.answer("two");
    for n in 0..2 {
        store.fail(Fails::At(n, StoreError::Other("busy".into())));
        b.send(Event::SaveDue);
        assert_eq!(b.save_status(), SaveStatus::NotSaved);
        assert_eq!(
            topics(&stored(&store, DOCUMENT).unwrap()),
            set(&["one"]),
            "call {n}"
        );
    }
    store.fail(Fails::Never);
    b.press("Try again");
    assert_eq!(
        topics(&stored(&store, DOCUMENT).unwrap()),
        set(&["one", "two"])
    );
}

#[test]
fn every_revision_is_another() {
    let store = Fake::default();
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    let mut seen = Vec::new();
    for n in 0..10 {
        let tab = if n % 3 == 0 { &mut b } else { &mut a };
        tab.answer_and_save(&[&format!("t-{n}")]);
        let (head, _) = RevisionHeader::split(&store.get(DOCUMENT).unwrap());
        assert!(!seen.contains(&head.revision), "{:?}", head.revision);
        seen.push(head.revision);
    }
}

fn rate(change: EntryChange) -> Change {
    Change::Rate {
        competency: "listening".into(),
        which: WhichEntry::Today { new: "one".into() },
        change,
    }
}

#[test]
fn two_tabs_that_contradict_each_other_show_both_and_lose_nothing_else() {
    let score = |score| {
        let score = crate::domain::score::Score::new(score).unwrap();
        rate(EntryChange::Rating(Rating::Score(score)))
    };
    for (press, chosen, undone) in [
        ("Use what this tab has", 4, 1),
        ("Use what the other tab has", 1, 4),
    ] {
        let store = Fake::default();
        Tab::load("earlier", &store).answer_and_save(&["x"]);
        let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
        a.change(score(1));
        a.change(rate(EntryChange::Reflection(
            "Written in the other tab".into(),
        )));
        a.send(Event::SaveDue);
        b.change(score(4));
        b.send(Event::SaveDue);
        b.says("Ratings: listening, score. In this tab: score 4. In the other tab: score 1.");
        assert!(
            !b.said().contains("Written in the other tab"),
            "{}",
            b.said()
        );
        b.press(press);
        let said = |tab: &Tab| {
            let entry = tab.session.document().latest_entry(&"listening".into());
            let entry = entry.unwrap();
            let Some(Rating::Score(score)) = entry.rating else {
                panic!("{entry:?}")
            };
            (score.get(), entry.reflection.clone())
        };
        let words = "Written in the other tab".to_owned();
        assert_eq!(said(&b), (chosen, words.clone()), "{press}");
        // The way back stands beside it.
        b.says("is used now");
        assert!(store.get(UNDO).is_some());
        b.press("Undo this choice");
        assert_eq!(said(&b), (undone, words), "{press}");
        assert_eq!(b.save_status(), SaveStatus::Saved);
    }
}

#[test]
fn what_another_tab_changes_is_said_once() {
    let store = Fake::default();
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    let mut ids = Vec::new();
    for topic in ["one", "two", "three"] {
        a.answer_and_save(&[topic]);
        b.hear();
        let notices = b.session.frame(today()).notices;
        let said = notices.iter().filter(|it| it.text.contains("another tab"));
        ids.extend(said.map(|it| it.id));
    }
    // What is found at first is no news.
    assert_eq!((ids.len(), ids[0]), (2, ids[1]), "the same message stays");
}

#[test]
fn what_another_program_emptied_is_asked_about() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["one"]);
    for key in store.keys("").unwrap() {
        store.remove(&key).unwrap();
    }
    tab.send(Event::StorageChanged { key: None });
    tab.says("This tab still has it");
    assert_eq!(tab.topics(), set(&["one"]));
    tab.send(Event::StoreAgain);
    assert_eq!(tab.save_status(), SaveStatus::Saved);
    assert!(
        store
            .keys("")
            .unwrap()
            .iter()
            .any(|key| key.contains("document"))
    );
}

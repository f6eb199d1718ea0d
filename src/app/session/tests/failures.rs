//! The store is blocked or full, or fails at one call or from one on.

use super::fake::{Fails, Fake};
use super::tab::{DOCUMENT, Tab, UNDO, backup_of, set, stored, topics};
use crate::app::session::{Change, Event, SaveStatus, StoreError};
use crate::domain::document::ProfileAnswer;

fn errors() -> [StoreError; 3] {
    [
        StoreError::Blocked,
        StoreError::Full,
        StoreError::Other("DataError".into()),
    ]
}

#[test]
fn reload() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    assert_eq!(tab.save_status(), SaveStatus::NothingYet);
    tab.answer("one");
    assert_eq!(tab.save_status(), SaveStatus::Saving);
    tab.send(Event::SaveDue);
    assert_eq!(tab.save_status(), SaveStatus::Saved);
    tab.answer("two");
    tab.send(Event::PageHidden);
    tab.reload();
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::Saved, set(&["one", "two"]))
    );
}

#[test]
fn blocked_from_the_start_is_said_at_once() {
    let store = Fake::default();
    store.fail(Fails::Always(StoreError::Blocked));
    let mut tab = Tab::load("a", &store);
    assert_eq!(tab.save_status(), SaveStatus::NotSaved);
    tab.says("does not let the page keep anything");
    tab.answer_and_save(&["one"]);
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::NotSaved, set(&["one"]))
    );
    let file = tab.press_and_save("Save a backup file");
    assert!(file.contains("\"one\""));

    // Allowed again: the next change stores everything.
    store.fail(Fails::Never);
    tab.answer_and_save(&["two"]);
    assert_eq!(tab.save_status(), SaveStatus::Saved);
    assert_eq!(
        topics(&stored(&store, DOCUMENT).unwrap()),
        set(&["one", "two"])
    );
}

#[test]
fn blocked_for_a_page_from_a_disk_makes_the_file_the_only_copy() {
    let store = Fake::default();
    store.fail(Fails::Always(StoreError::Blocked));
    let mut tab = Tab::load_from_a_disk("a", &store);
    tab.says("So a file is your only copy");
    tab.answer_and_save(&["one"]);
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::NotSaved, set(&["one"]))
    );
    assert!(tab.press_and_save("Save a backup file").contains("\"one\""));
}

#[test]
fn blocked_at_the_start_never_writes_over_what_is_there() {
    let store = Fake::default();
    Tab::load("earlier", &store).answer_and_save(&["old"]);
    for n in 0..2 {
        store.fail(Fails::At(n, StoreError::Other("busy".into())));
        let mut tab = Tab::load("a", &store);
        assert_eq!(
            (tab.save_status(), tab.topics()),
            (SaveStatus::NotSaved, set(&[])),
            "call {n}"
        );
        tab.answer_and_save(&["old-or-new"]);
        assert_eq!(tab.save_status(), SaveStatus::Saved, "call {n}");
        assert!(
            topics(&stored(&store, DOCUMENT).unwrap()).contains("old"),
            "call {n}"
        );
    }
}

#[test]
fn full_plays_through() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["one"]);
    let before = store.get(DOCUMENT).unwrap();
    store.quota.set(Some(before.encode_utf16().count() + 10));
    tab.answer_and_save(&["two"]);
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::NotSaved, set(&["one", "two"]))
    );
    assert_eq!(store.get(DOCUMENT), Some(before));
    tab.says("There is no room left");
    assert!(tab.press_and_save("Save a backup file").contains("\"two\""));
    store.quota.set(None);
    tab.press("Try again");
    assert_eq!(tab.save_status(), SaveStatus::Saved);
    assert_eq!(
        topics(&stored(&store, DOCUMENT).unwrap()),
        set(&["one", "two"])
    );
}

#[test]
fn full_because_of_the_undo_copy() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["one"]);
    tab.choose_file("b.json", &backup_of(&["two"]));
    tab.press("Put both together");
    let used: usize = store.texts.borrow().values().map(|text| text.len()).sum();
    store.quota.set(Some(used + 20));
    tab.answer_and_save(&["three", "four"]);
    assert_eq!(tab.save_status(), SaveStatus::NotSaved);
    tab.press("Remove the undo copy");
    assert_eq!(
        (tab.save_status(), store.get(UNDO)),
        (SaveStatus::Saved, None)
    );
    // Until the page is left it is still there.
    tab.press("Undo opening it");
    assert_eq!(tab.topics(), set(&["one"]));
}

/// One failure at the n-th call, or all from the n-th on, for every n.
#[test]
fn a_failure_at_any_call_leaves_what_was_saved() {
    for error in errors() {
        for from in [false, true] {
            for n in 0.. {
                let store = Fake::default();
                Tab::load("earlier", &store).answer_and_save(&["old"]);
                let last = |store: &Fake| topics(&stored(store, DOCUMENT).unwrap());
                let mut saved = last(&store);
                store.fail(match from {
                    true => Fails::From(n, error.clone()),
                    false => Fails::At(n, error.clone()),
                });
                let mut tab = Tab::load("a", &store);
                let mut typed = set(&[]);
                for topic in ["one", "two", "three", "four"] {
                    tab.answer(topic);
                    typed.insert(topic.to_owned());
                    let name = ProfileAnswer::Name(topic.into());
                    tab.change(Change::Profile(name));
                    tab.send(if topic == "two" {
                        Event::PageHidden
                    } else {
                        Event::SaveDue
                    });
                    assert!(tab.topics().is_superset(&typed), "{error:?} at {n}: memory");
                    let now = last(&store);
                    assert!(
                        now.is_superset(&saved),
                        "{error:?} at {n}: the store has less"
                    );
                    if tab.save_status() == SaveStatus::Saved {
                        assert!(
                            now.is_superset(&typed),
                            "{error:?} at {n}: said to be saved"
                        );
                    } else {
                        assert_eq!(
                            tab.save_status(),
                            SaveStatus::NotSaved,
                            "{error:?} at {n}: not reported"
                        );
                    }
                    saved = now;
                }
                let calls = store.calls();
                store.fail(Fails::Never);
                tab.answer_and_save(&["five"]);
                assert_eq!(
                    tab.save_status(),
                    SaveStatus::Saved,
                    "{error:?} at {n}: no way back"
                );
                assert_eq!(
                    last(&store),
                    set(&["old", "one", "two", "three", "four", "five"])
                );
                if n > calls {
                    break;
                }
            }
        }
    }
}

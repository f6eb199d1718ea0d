//! Removing, finishing on a shared computer, and putting back.

use super::fake::{Fails, Fake};
use super::tab::{DOCUMENT, SECOND, Tab, UNDO, backup_of, set, stored, today, topics};
use crate::app::session::{Effect, Event, SaveStatus, StoreError};

/// A store with a document, an undo copy, a damaged copy and another page's
/// text; and the tab in front of it.
fn everything(store: &Fake) -> Tab<'_> {
    store.put("theme", "dark");
    store.put(DOCUMENT, "?");
    let mut tab = Tab::load("a", store);
    tab.press("Start afresh and keep it");
    tab.answer_and_save(&["mine"]);
    tab.choose_file("b.json", &backup_of(&["theirs"]));
    tab.press("Put both together");
    assert_eq!(store.names(), ["theme", DOCUMENT, SECOND, UNDO]);
    tab
}

#[test]
fn everything_is_removed_and_put_back() {
    let store = Fake::default();
    let mut tab = everything(&store);
    let before = store.texts.borrow().clone();
    tab.send(Event::AskRemoveEverything);
    tab.says("Topics: 2");
    tab.says("the copy kept for undo");
    tab.says("an older copy");
    tab.press("Cancel");
    assert_eq!(*store.texts.borrow(), before);
    tab.send(Event::AskRemoveEverything);
    tab.press("Remove everything");
    assert_eq!(store.names(), ["theme"]);
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&[]), SaveStatus::NothingYet)
    );

    tab.answer_and_save(&["since"]);
    tab.press("Put it back");
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&["mine", "theirs", "since"]), SaveStatus::Saved)
    );
    for key in ["theme", DOCUMENT, UNDO] {
        assert_eq!(store.get(key).as_ref(), before.get(key), "{key}");
    }
    assert_eq!(
        topics(&stored(&store, SECOND).unwrap()),
        set(&["mine", "theirs", "since"])
    );
}

#[test]
fn what_could_not_be_read_is_removed_and_put_back_too() {
    let store = Fake::default();
    store.put(DOCUMENT, "?");
    let mut tab = Tab::load("a", &store);
    tab.answer("mine");
    tab.send(Event::AskRemoveEverything);
    tab.says("could not be read");
    tab.press("Remove everything");
    assert!(store.names().is_empty());
    tab.answer_and_save(&["since"]);
    tab.press("Put it back");
    assert_eq!(store.get(DOCUMENT).as_deref(), Some("?"));
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&["mine", "since"]), SaveStatus::Saved)
    );
}

#[test]
fn a_reload_after_a_removal_finds_nothing() {
    let store = Fake::default();
    let mut tab = everything(&store);
    tab.send(Event::AskRemoveEverything);
    tab.press("Remove everything");
    tab.send(Event::PageHidden);
    tab.reload();
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&[]), SaveStatus::NothingYet)
    );
    assert_eq!(store.names(), ["theme"]);
}

#[test]
fn finishing_with_nothing_entered_speaks_of_no_file() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    assert_eq!(tab.send(Event::AskFinishOnSharedComputer), []);
    tab.says("Nothing was entered here, and this page keeps nothing in this browser.");
    tab.says("What this page cannot remove");
    assert!(!tab.said().contains("put it back"), "{}", tab.said());
    tab.press("Finish");
    tab.says("This page keeps nothing you entered any more.");
    assert_eq!(tab.session.your_data(today()).put_back, None);
}

#[test]
fn finishing_after_all_was_taken_back_names_what_is_still_kept() {
    let store = Fake::default();
    store.put(DOCUMENT, "?");
    let mut tab = Tab::load("a", &store);
    tab.press("Start afresh and keep it");
    tab.send(Event::AskFinishOnSharedComputer);
    tab.says("an older copy");
    tab.press("Remove everything");
    assert!(store.names().is_empty());
}

#[test]
fn what_is_used_is_told_anew_after_a_removal() {
    let store = Fake::default();
    let mut tab = everything(&store);
    tab.send(Event::MeasureStorage);
    let used = |tab: &Tab| tab.session.your_data(today()).usage.map(|it| it.used);
    let before = used(&tab).unwrap();
    tab.answer_and_save(&["one more"]);
    assert!(used(&tab).unwrap() > before);
    tab.send(Event::AskRemoveEverything);
    tab.press("Remove everything");
    // Of ours; the other page's text stays.
    assert_eq!(used(&tab), Some(2 * "dark".len()));
}

#[test]
fn a_copy_that_was_not_removed_is_tried_again_alone() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.answer_and_save(&["mine"]);
    tab.choose_file("b.json", &backup_of(&["more"]));
    tab.press("Use the file instead");
    store.fail(Fails::From(0, StoreError::Other("busy".into())));
    tab.send(Event::RemoveUndoCopy);
    store.fail(Fails::Never);
    tab.press("Try again");
    assert_eq!((store.get(UNDO), tab.topics()), (None, set(&["more"])));
}

#[test]
fn finishing_saves_a_file_first_and_leaves_no_way_back() {
    let store = Fake::default();
    let mut tab = everything(&store);
    let effects = tab.send(Event::AskFinishOnSharedComputer);
    let [Effect::Download { name, text }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert!(text.contains("\"mine\"") && text.contains("\"theirs\""));
    // Not before the browser has the file.
    tab.send(Event::ConfirmRemoval);
    assert_eq!(
        topics(&stored(&store, SECOND).unwrap()),
        set(&["mine", "theirs"])
    );
    tab.send(Event::DownloadFailed { name: name.clone() });
    tab.send(Event::ConfirmRemoval);
    assert_eq!(tab.topics(), set(&["mine", "theirs"]));
    tab.press_and_save("Save the backup file");
    tab.press("I have the file");
    assert_eq!(store.names(), ["theme"]);
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&[]), SaveStatus::NothingYet)
    );
    let data = tab.session.your_data(today());
    assert_eq!(
        (data.undo, data.put_back, data.copies),
        (None, None, vec![])
    );
    tab.send(Event::PageHidden);
    assert_eq!(store.names(), ["theme"]);
    tab.says("This page keeps nothing you entered any more");
    tab.says("What this page cannot remove");
}

#[test]
fn finishing_after_another_tabs_change_saves_another_file() {
    let store = Fake::default();
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    a.answer_and_save(&["one"]);
    let effects = a.send(Event::AskFinishOnSharedComputer);
    let [Effect::Download { name, .. }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    a.send(Event::Downloaded { name: name.clone() });
    a.send(Event::SaveDue);
    b.hear();
    b.answer_and_save(&["two"]);
    a.hear();
    let effects = a.press("I have the file");
    assert!(
        matches!(effects.as_slice(), [Effect::Download { text, .. }] if text.contains("\"two\""))
    );
    assert_eq!(
        topics(&stored(&store, DOCUMENT).unwrap()),
        set(&["one", "two"])
    );
}

/// A removal that fails at any call: it says so, and what is still stored is
/// still whole.
#[test]
fn a_removal_that_fails_is_said() {
    for from in [false, true] {
        for n in 0..12 {
            let store = Fake::default();
            let mut tab = everything(&store);
            let before = store.texts.borrow().clone();
            tab.send(Event::AskRemoveEverything);
            let error = StoreError::Other("busy".into());
            store.fail(if from {
                Fails::From(n, error)
            } else {
                Fails::At(n, error)
            });
            tab.press("Remove everything");
            let failed = store.calls() > n;
            store.fail(Fails::Never);
            for key in store.names() {
                assert_eq!(
                    store.get(&key).as_ref(),
                    before.get(&key),
                    "call {n}: {key}"
                );
            }
            if store.names() != ["theme"] {
                assert!(failed);
                tab.says("The browser did not remove");
            }
            if tab.session.frame(today()).notices.iter().any(|notice| {
                notice
                    .buttons
                    .iter()
                    .any(|choice| choice.event == Event::UndoRemoval)
            }) || tab.session.your_data(today()).put_back.is_some()
            {
                tab.send(Event::UndoRemoval);
            }
            tab.send(Event::SaveDue);
            assert_eq!(tab.topics(), set(&["mine", "theirs"]), "call {n}");
            assert_eq!(store.names(), ["theme", DOCUMENT, SECOND, UNDO], "call {n}");
        }
    }
}

#[test]
fn putting_back_where_there_is_no_room() {
    let store = Fake::default();
    let mut tab = everything(&store);
    tab.send(Event::AskRemoveEverything);
    tab.press("Remove everything");
    store.quota.set(Some(10));
    tab.press("Put it back");
    tab.says("Not everything could be stored again");
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&["mine", "theirs"]), SaveStatus::NotSaved)
    );
    store.quota.set(None);
    tab.press("Put back what you removed");
    assert_eq!(tab.save_status(), SaveStatus::Saved);
    assert_eq!(store.names(), ["theme", DOCUMENT, SECOND, UNDO]);
}

#[test]
fn what_came_to_stand_there_since_is_not_written_over() {
    let store = Fake::default();
    let mut tab = everything(&store);
    tab.send(Event::AskRemoveEverything);
    tab.press("Remove everything");
    let mut other = Tab::load("b", &store);
    other.answer_and_save(&["in-b"]);
    let since = store.get(DOCUMENT);
    tab.press("Put it back");
    tab.says("Not everything could be stored again");
    assert_eq!(store.get(DOCUMENT), since);
    other.hear();
    other.send(Event::SaveDue);
    assert_eq!(other.topics(), set(&["in-b", "mine", "theirs"]));
    let stored = topics(&stored(&store, SECOND).unwrap());
    assert_eq!(stored, set(&["in-b", "mine", "theirs"]));
}

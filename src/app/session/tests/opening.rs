//! Opening files, and going back.

use super::fake::{Fails, Fake};
use super::tab::{DOCUMENT, Tab, UNDO, backup_of, plan_of, set, stored, today, topics, written};
use crate::app::session::{Change, Effect, Event, FocusTarget, SaveStatus, StoreError};
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{ClockReading, Document, EntryChange, Rating, WhichEntry};
use crate::domain::file::Purpose;
use crate::domain::score::Score;

fn tab_with<'a>(store: &'a Fake, topics: &[&str]) -> Tab<'a> {
    let mut tab = Tab::load("a", store);
    tab.answer_and_save(topics);
    tab
}

#[test]
fn a_refusal_names_the_file_and_changes_nothing() {
    let check = |name: &str, event: Event, said: &str| {
        let store = Fake::default();
        let mut tab = tab_with(&store, &["mine"]);
        let before = store.get(DOCUMENT);
        let asked = tab.send(event);
        assert!(
            matches!(asked[..], [Effect::Focus(FocusTarget::Message(_))]),
            "{name}: {asked:?}"
        );
        tab.says("“holiday.jpg” was not opened");
        tab.says(said);
        tab.says("Nothing was changed");
        assert_eq!(
            (tab.topics(), tab.save_status()),
            (set(&["mine"]), SaveStatus::Saved),
            "{name}"
        );
        assert_eq!(
            (store.get(DOCUMENT), store.get(UNDO)),
            (before, None),
            "{name}"
        );
        assert!(
            tab.session.frame(super::tab::today()).dialog.is_none(),
            "{name}"
        );
    };
    let file = |bytes: &[u8]| Event::FileChosen {
        name: "holiday.jpg".into(),
        bytes: bytes.to_vec(),
    };
    let name = || String::from("holiday.jpg");
    check(
        "a photograph",
        file(b"\xFF\xD8\xFF\xE0\0\x10JFIF"),
        "not text",
    );
    check("empty", file(b""), "empty");
    check(
        "not JSON",
        file(b"Dear all"),
        "not a file that Waymark saved",
    );
    check("another program", file(b"{\"a\":1}"), "another program");
    check(
        "newer",
        file(br#"{"format":"waymark","version":2}"#),
        "newer version",
    );
    check(
        "too large",
        Event::FileTooLarge {
            name: name(),
            bytes: 9_000_000,
        },
        "9,000,000 bytes",
    );
    check(
        "not read",
        Event::FileNotRead { name: name() },
        "could not read it",
    );
}

#[test]
fn cancel_changes_nothing() {
    let store = Fake::default();
    let mut tab = tab_with(&store, &["mine"]);
    let before = store.names();
    tab.choose_file("b.json", &backup_of(&["theirs"]));
    tab.says("Topics: 1 added, 1 removed");
    tab.press("Cancel");
    assert_eq!((tab.topics(), store.names()), (set(&["mine"]), before));
}

#[test]
fn replace_or_merge_and_one_undo() {
    let check = |button: &str, after: &[&str]| {
        let store = Fake::default();
        let mut tab = tab_with(&store, &["mine", "both"]);
        tab.choose_file("b.json", &backup_of(&["theirs", "both"]));
        tab.press(button);
        assert_eq!(
            (tab.topics(), tab.save_status()),
            (set(after), SaveStatus::Saved),
            "{button}"
        );
        assert_eq!(
            topics(&stored(&store, DOCUMENT).unwrap()),
            set(after),
            "{button}"
        );
        assert_eq!(
            topics(&stored(&store, UNDO).unwrap()),
            set(&["mine", "both"]),
            "{button}"
        );
        // What is typed after it is not lost by the undo, nor by a reload.
        tab.answer_and_save(&["since"]);
        tab.reload();
        tab.press("Go back to what was here before");
        assert_eq!(
            (tab.topics(), tab.save_status()),
            (set(&["mine", "both"]), SaveStatus::Saved),
            "{button}"
        );
        tab.reload();
        tab.press("Go back to what was here before");
        let since: Vec<_> = after.iter().chain(&["since"]).copied().collect();
        assert_eq!(
            (tab.topics(), tab.save_status()),
            (set(&since), SaveStatus::Saved),
            "{button}"
        );
    };
    check("Use the file instead", &["theirs", "both"]);
    check("Put both together", &["mine", "theirs", "both"]);
}

#[test]
fn where_the_undo_copy_does_not_fit_the_file_is_offered_first() {
    let store = Fake::default();
    let mut tab = tab_with(&store, &["mine"]);
    store
        .quota
        .set(Some(store.get(DOCUMENT).unwrap().len() + 100));
    tab.choose_file("b.json", &backup_of(&["more"]));
    tab.press("Use the file instead");
    tab.says("Save a backup file first");
    assert_eq!(tab.topics(), set(&["mine"]));
    assert!(
        tab.press_and_save("Save a backup file")
            .contains("\"mine\"")
    );
    tab.press("Use the file instead");
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&["more"]), SaveStatus::Saved)
    );
    tab.press("Undo opening it");
    assert_eq!(tab.topics(), set(&["mine"]));
}

#[test]
fn a_plan_is_read_beside_what_is_mine_and_only_then_continued() {
    let store = Fake::default();
    let mut tab = tab_with(&store, &["mine"]);
    let before = store.get(DOCUMENT);
    let read = |tab: &Tab| {
        let shared_plan = tab.session.shared_plan_file();
        shared_plan.map(|opened| topics(&opened.document))
    };
    assert_eq!(
        tab.choose_file("plan.json", &plan_of(&["theirs"])),
        [Effect::Focus(FocusTarget::SharedPlan)]
    );
    assert_eq!(read(&tab), Some(set(&["theirs"])));
    assert_eq!(
        (tab.topics(), store.get(DOCUMENT)),
        (set(&["mine"]), before)
    );
    // What is entered meanwhile is mine.
    tab.answer_and_save(&["more"]);
    assert_eq!(
        tab.send(Event::CloseSharedPlan),
        [Effect::Focus(FocusTarget::OpenFile)]
    );
    assert_eq!((tab.topics(), read(&tab)), (set(&["mine", "more"]), None));

    tab.choose_file("plan.json", &plan_of(&["theirs"]));
    tab.send(Event::ContinueFromPlan);
    tab.press("Cancel");
    assert_eq!(read(&tab), Some(set(&["theirs"])));
    tab.send(Event::ContinueFromPlan);
    tab.press("Use the file instead");
    assert_eq!((tab.topics(), read(&tab)), (set(&["theirs"]), None));
    assert!(
        tab.session.document().id().is_some(),
        "it is this worker's own now"
    );
}

#[test]
fn in_an_empty_page_there_is_one_way_to_open() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.choose_file("b.json", &backup_of(&["theirs"]));
    tab.press("Open it");
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&["theirs"]), SaveStatus::Saved)
    );
}

#[test]
fn a_failure_at_any_call_of_an_opening_loses_nothing() {
    for error in [StoreError::Full, StoreError::Blocked] {
        for n in 0..14 {
            let store = Fake::default();
            let mut tab = tab_with(&store, &["mine"]);
            store.fail(Fails::At(n, error.clone()));
            tab.choose_file("b.json", &backup_of(&["theirs"]));
            tab.press("Use the file instead");
            let everywhere = |tab: &Tab<'_>| {
                let mut all = tab.topics();
                for key in [DOCUMENT, UNDO] {
                    all.extend(stored(&store, key).iter().flat_map(topics));
                }
                all
            };
            assert!(everywhere(&tab).contains("mine"), "{error:?} at {n}");
            if tab.topics() == set(&["mine"]) {
                tab.says("no room in this browser to store what is here now");
                tab.press("Use the file instead");
            }
            tab.press("Undo opening it");
            assert_eq!(tab.topics(), set(&["mine"]), "{error:?} at {n}");
            tab.press("Undo this");
            assert_eq!(tab.topics(), set(&["theirs"]), "{error:?} at {n}");
            store.fail(Fails::Never);
            tab.send(Event::SaveDue);
            assert_eq!(tab.save_status(), SaveStatus::Saved, "{error:?} at {n}");
            assert_eq!(topics(&stored(&store, DOCUMENT).unwrap()), set(&["theirs"]));
        }
    }
}

#[test]
fn nearly_full_is_said() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    assert!(!tab.session.your_data(today()).nearly_full);
    for n in 0.. {
        if tab.session.document().is_nearly_full() {
            break;
        }
        let change = crate::domain::document::AnswerChange::Note("é".repeat(2_000));
        tab.change(Change::Topic {
            topic: format!("t-{n}").as_str().into(),
            same_as: vec![],
            change,
        });
    }
    tab.says("more than four fifths of the room");
    let data = tab.session.your_data(today());
    assert!(data.nearly_full && data.units >= data.most_units / 5 * 4);
    tab.send(Event::SaveDue);
    tab.reload();
    tab.says("more than four fifths of the room");
}

#[test]
fn an_undo_that_is_not_saved_leaves_the_stored_copy() {
    let store = Fake::default();
    let mut tab = tab_with(&store, &["mine"]);
    tab.choose_file("b.json", &backup_of(&["theirs"]));
    tab.press("Use the file instead");
    for n in 0..3 {
        // Its third call writes the document.
        store.fail(Fails::At(n, StoreError::Full));
        tab.press("Undo");
        assert_eq!(
            (tab.topics(), tab.save_status()),
            (set(&["mine"]), SaveStatus::NotSaved)
        );
        let copy = topics(&stored(&store, UNDO).unwrap());
        assert_eq!(copy, set(&["mine"]), "call {n}");
        tab.press("Undo this");
    }
}

#[test]
fn the_preview_follows_another_tabs_change() {
    let store = Fake::default();
    let mut tab = tab_with(&store, &["a"]);
    let mut other = Tab::load("b", &store);
    tab.choose_file("b.json", &backup_of(&["a", "b"]));
    other.answer_and_save(&["c"]);
    tab.hear();
    // Together nothing goes; the file instead takes out what the other added.
    assert_eq!(tab.said().matches("removed").count(), 1, "{}", tab.said());
    tab.press("Put both together");
    assert_eq!(tab.topics(), set(&["a", "b", "c"]));
}

/// A rating given at a moment, in a backup file.
fn backup_rated(entry: &str, score: u8, when: &str) -> Vec<u8> {
    let now = Moment::parse(when).unwrap();
    let at = ClockReading {
        now,
        today: now.utc_day(),
    };
    let mut document = Document::new("somebody".into()).unwrap();
    let which = WhichEntry::RateAgain { new: entry.into() };
    let rating = EntryChange::Rating(Rating::Score(Score::new(score).unwrap()));
    document
        .rate(&"listening".into(), which, rating, at)
        .unwrap();
    written(&document, Purpose::Backup).into_bytes()
}

fn score(tab: &Tab) -> Option<u8> {
    let score = tab.session.document().score(&"listening".into());
    score.map(|it| it.get())
}

#[test]
fn a_clock_that_ran_ahead_makes_nothing_newer() {
    for (wrong, day) in [
        ("2031-07-09T08:00:00Z", "9 July 2031"),
        ("9999-12-31T23:00:00Z", "31 December 9999"),
    ] {
        let right = backup_rated("right", 4, "2026-11-20T09:00:00Z");
        let ahead = backup_rated("ahead", 2, wrong);
        for files in [[&right, &ahead], [&ahead, &right]] {
            let store = Fake::default();
            let mut tab = Tab::load("a", &store);
            tab.choose_file("one.json", files[0]);
            tab.press("Open it");
            tab.choose_file("two.json", files[1]);
            tab.says(&format!(
                "says it was entered on {day}, which is still to come"
            ));
            tab.press("Put both together");
            assert_eq!(score(&tab), Some(4), "{wrong}");
            tab.reload();
            assert_eq!(score(&tab), Some(4), "{wrong}");
        }
    }
}

#[test]
fn what_counts_is_shown_before_and_after() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    tab.choose_file("a.json", &backup_rated("one", 5, "2026-11-01T09:00:00Z"));
    tab.press("Open it");
    tab.choose_file("b.json", &backup_rated("two", 1, "2026-11-21T09:00:00Z"));
    // An entry more, and another score counts.
    tab.says("Ratings: 1 added");
    tab.says("Ratings: listening. Now: score 5. Then: score 1.");
    tab.press("Cancel");
    tab.choose_file("c.json", &backup_of(&["other"]));
    tab.says("Ratings: listening. Now: score 5. Then: nothing.");
}

#[test]
fn several_files_open_one_after_the_other_and_the_rest_is_named() {
    let store = Fake::default();
    let mut tab = Tab::load("a", &store);
    let file = |name: &str, bytes: Vec<u8>| Event::FileChosen {
        name: name.into(),
        bytes,
    };
    tab.send(Event::FilesChosen(vec![
        file("holiday.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        file("monday.json", backup_of(&["monday"])),
        Event::FolderDropped {
            name: "Papers".into(),
        },
        file("tuesday.json", backup_of(&["tuesday"])),
        file("shared.json", plan_of(&["theirs"])),
    ]));
    tab.says("2 of the files were not opened:");
    tab.says("“holiday.png” was not opened.");
    tab.says("“Papers” was not opened. It is a folder");
    tab.says("Open “monday.json”?");
    tab.says("2 more files you chose follow after this one.");
    tab.press("Open it");
    tab.says("Open “tuesday.json”?");
    tab.says("Another file you chose follows after this one.");
    tab.press("Put both together");
    assert_eq!(tab.topics(), set(&["monday", "tuesday"]));
    let reading = tab.session.frame(today()).shared_plan;
    assert_eq!(reading.as_deref(), Some("shared.json"));
    // Nothing that still waits outlives a removal.
    tab.send(Event::CloseSharedPlan);
    assert_eq!(tab.session.frame(today()).dialog, None);
}

#[test]
fn a_clock_that_cannot_be_right_is_said() {
    let store = Fake::default();
    let tab = Tab::load("a", &store);
    for (today, wrong) in [
        ("9999-12-31", true),
        ("0001-01-01", true),
        ("1970-01-02", true),
        ("2026-11-23", false),
    ] {
        let notices = tab.session.frame(Day::parse(today).unwrap()).notices;
        let said = notices.iter().any(|it| it.text.contains("cannot be right"));
        assert_eq!(said, wrong, "{today}");
    }
}

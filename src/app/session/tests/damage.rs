//! What stands in the store cannot be read, or something odd is found there.

use super::fake::Fake;
use super::tab::{DOCUMENT, SECOND, Tab, answered, set, stored, today, topics, written};
use crate::app::session::{Event, SaveStatus};
use crate::domain::file::Purpose;

/// A store with one answer in it.
fn store_with(topic: &str) -> Fake {
    let store = Fake::default();
    Tab::load("earlier", &store).answer_and_save(&[topic]);
    assert_eq!(topics(&stored(&store, DOCUMENT).unwrap()), set(&[topic]));
    store
}

#[test]
fn what_cannot_be_read_stays_and_there_is_a_way_on() {
    let check = |name: &str, damage: &dyn Fn(&str) -> String, said: &str| {
        let store = store_with("old");
        let damaged = damage(&store.get(DOCUMENT).unwrap());
        store.put(DOCUMENT, &damaged);
        let untouched =
            |store: &Fake| assert_eq!(store.get(DOCUMENT).as_ref(), Some(&damaged), "{name}");

        // Announced; edits are held in memory, and said not to be saved.
        let mut tab = Tab::load("a", &store);
        tab.says(said);
        assert_eq!(tab.save_status(), SaveStatus::NotSaved, "{name}");
        tab.answer_and_save(&["new"]);
        tab.send(Event::PageHidden);
        assert_eq!(
            (tab.save_status(), tab.topics()),
            (SaveStatus::NotSaved, set(&["new"])),
            "{name}"
        );
        untouched(&store);
        assert_eq!(store.names(), [DOCUMENT], "{name}");
        assert_eq!(tab.press_and_save("Save it as it is"), damaged, "{name}");
        tab.says(said);

        // The way on, which holds after a reload.
        tab.press("Start afresh and keep it");
        assert_eq!(tab.save_status(), SaveStatus::Saved, "{name}");
        assert_eq!(
            topics(&stored(&store, SECOND).unwrap()),
            set(&["new"]),
            "{name}"
        );
        untouched(&store);
        tab.reload();
        assert_eq!(
            (tab.save_status(), tab.topics()),
            (SaveStatus::Saved, set(&["new"])),
            "{name}"
        );
        assert!(!tab.said().contains(said), "{name}: still announced");
        assert_eq!(tab.press_and_save("Save it as it is"), damaged, "{name}");

        // Gone only when the person removes it, and back on request.
        tab.press("Remove it");
        untouched(&store);
        tab.press("Remove it");
        assert_eq!(store.get(DOCUMENT), None, "{name}");
        tab.press("Put it back");
        untouched(&store);
    };
    check(
        "cut in half",
        &|text| text[..text.len() / 2].into(),
        "It stops in the middle",
    );
    check(
        "damaged by one byte",
        &|text| text.replacen(':', ";", 1),
        "damaged and could not be read",
    );
    check(
        "damaged in the middle",
        &|text| text.replacen("confident", "confidenz", 1),
        "damaged",
    );
    check(
        "newer version",
        &|text| text.replacen("\"version\":1", "\"version\":2", 1),
        "newer version",
    );
    check(
        "another program's JSON",
        &|_| r#"{"notes":[1,2,3]}"#.into(),
        "comes from another program",
    );
    check(
        "another program's text",
        &|_| "last seen: monday".into(),
        "damaged and could not be read",
    );
    check("empty", &|_| String::new(), "It is empty");
    check(
        "a photograph",
        &|_| "\u{FFFD}\0JFIF\u{1}".into(),
        "It is not text",
    );
}

#[test]
fn one_byte_anywhere_is_refused_and_kept_or_read() {
    let store = store_with("old");
    let good = store.get(DOCUMENT).unwrap();
    let mut refused = 0;
    for at in 0..good.len() {
        for byte in [b'~', b'"', b'0'] {
            let mut bytes = good.clone().into_bytes();
            bytes[at] = byte;
            let damaged = String::from_utf8(bytes).unwrap();
            let store = Fake::default();
            store.put(DOCUMENT, &damaged);
            let mut tab = Tab::load("a", &store);
            if tab.save_status() == SaveStatus::NotSaved {
                refused += 1;
                tab.answer_and_save(&["new"]);
                assert_eq!(store.get(DOCUMENT), Some(damaged), "byte {at}");
            } else {
                tab.send(Event::SaveDue);
                let kept = store
                    .names()
                    .iter()
                    .any(|key| store.get(key).as_ref() == Some(&damaged));
                assert!(kept, "byte {at}: written over without a change");
            }
        }
    }
    assert!(
        refused > good.len(),
        "only {refused} of {} were noticed",
        3 * good.len()
    );
}

#[test]
fn damaged_while_the_tab_is_open() {
    let store = store_with("old");
    let mut tab = Tab::load("a", &store);
    store.put(DOCUMENT, "?");
    tab.hear();
    tab.says("damaged and could not be read");
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::NotSaved, set(&["old"]))
    );
    tab.press("Start afresh and keep it");
    assert_eq!(store.get(DOCUMENT).as_deref(), Some("?"));
    assert_eq!(topics(&stored(&store, SECOND).unwrap()), set(&["old"]));
}

#[test]
fn another_tab_went_on_under_a_new_key() {
    let store = store_with("old");
    store.put(DOCUMENT, "?");
    let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
    b.answer("in-b");
    a.answer("in-a");
    a.press("Start afresh and keep it");
    b.send(Event::StorageChanged {
        key: Some(SECOND.into()),
    });
    b.send(Event::SaveDue);
    assert_eq!(
        (b.save_status(), b.topics()),
        (SaveStatus::Saved, set(&["in-a", "in-b"]))
    );
    assert_eq!(
        topics(&stored(&store, SECOND).unwrap()),
        set(&["in-a", "in-b"])
    );
    assert_eq!(store.get(DOCUMENT).as_deref(), Some("?"));
}

#[test]
fn what_the_decoder_leaves_out_is_kept_aside() {
    let store = store_with("old");
    let text = store.get(DOCUMENT).unwrap().replacen(
        "\"format\"",
        "\"local\":{\"links\":{\"r\":{\"changed\":\"2026-11-23T14:05:09Z\",\"url\":\"javascript:x\"}}},\"format\"",
        1,
    );
    store.put(DOCUMENT, &text);
    let mut tab = Tab::load("a", &store);
    tab.says("could not be used");
    tab.send(Event::SaveDue);
    assert_eq!(store.get(DOCUMENT), Some(text));
    assert_eq!(topics(&stored(&store, SECOND).unwrap()), set(&["old"]));
    tab.reload();
    assert_eq!(
        (tab.save_status(), tab.topics()),
        (SaveStatus::Saved, set(&["old"]))
    );
}

#[test]
fn a_text_saved_as_it_stands_opens_as_a_file() {
    let store = store_with("old");
    let other = Fake::default();
    let mut tab = Tab::load("a", &other);
    tab.choose_file("copy.json", store.get(DOCUMENT).unwrap().as_bytes());
    assert!(!tab.said().contains("does not know"), "{}", tab.said());
    tab.press("Open it");
    assert_eq!(tab.topics(), set(&["old"]));
}

#[test]
fn no_number_of_a_key_locks_the_app() {
    for digits in [
        "7",
        "2147483647",
        "4294967294",
        "4294967295",
        "9007199254740993",
        "18446744073709551615",
        "99999999999999999999999999999999999999999",
    ] {
        let store = Fake::default();
        let key = format!("{DOCUMENT}:{digits}");
        let older = written(&answered(&["older"]), Purpose::Stored);
        store.put(DOCUMENT, &older);
        store.put(&key, "{ anything");
        let mut tab = Tab::load("a", &store);
        assert_eq!(tab.save_status(), SaveStatus::NotSaved, "{digits}");
        tab.press("Start afresh and keep it");
        tab.answer_and_save(&["new"]);
        assert_eq!(tab.save_status(), SaveStatus::Saved, "{digits}");
        tab.reload();
        assert_eq!(
            (tab.save_status(), tab.topics()),
            (SaveStatus::Saved, set(&["new"])),
            "{digits}"
        );
        // Neither was written over, and both are offered.
        assert_eq!(store.get(&key).as_deref(), Some("{ anything"), "{digits}");
        assert_eq!(store.get(DOCUMENT).as_ref(), Some(&older), "{digits}");
        assert_eq!(tab.session.your_data(today()).copies.len(), 2, "{digits}");
    }
}

#[test]
fn no_number_of_a_revision_is_taken_for_ours() {
    for counter in ["18446744073709551615", "4503599627370496", "-1", "1e9"] {
        let store = Fake::default();
        let file = written(&answered(&["one"]), Purpose::Stored);
        let head = format!(r#"{{"stored":{{"revision":"{counter}-z","after":[]}},"#);
        store.put(DOCUMENT, &(head + &file[1..]));
        let (mut a, mut b) = (Tab::load("a", &store), Tab::load("b", &store));
        for topic in ["two", "three", "four"] {
            a.answer_and_save(&[topic]);
            b.hear();
        }
        let all = set(&["one", "two", "three", "four"]);
        assert_eq!((a.topics(), b.topics()), (all.clone(), all), "{counter}");
        assert_eq!(b.save_status(), SaveStatus::Saved, "{counter}");
    }
}

#[test]
fn answers_of_another_address_are_offered_and_left_there() {
    let store = Fake::default();
    let other = "waymark:/Tools//Waymark/:document:3";
    let text = written(&answered(&["there"]), Purpose::Stored);
    store.put(other, &text);
    let mut tab = Tab::load("a", &store);
    tab.says("Nothing is entered at this address yet, but this browser holds answers");
    tab.says("/Tools//Waymark/");
    let copies = tab.session.your_data(today()).copies;
    let labels: Vec<_> = copies[0].buttons.iter().map(|it| &it.label).collect();
    assert_eq!(labels, ["Save it as it is", "Try to open it"]);
    tab.press("Look at them");
    tab.press("Open it");
    assert_eq!(
        (tab.topics(), tab.save_status()),
        (set(&["there"]), SaveStatus::Saved)
    );
    assert!(
        !tab.said().contains("at this address yet"),
        "{}",
        tab.said()
    );
    // Removing everything here takes nothing from there.
    tab.send(Event::AskRemoveEverything);
    tab.press("Remove everything");
    assert_eq!(store.names(), [other]);
    assert_eq!(store.get(other), Some(text));
}

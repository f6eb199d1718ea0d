//! What stands where of a pack that came with the page.

use super::form::*;
use super::{AtStart, PackFrom, STOP, host_lines};
use crate::app::resource_card::{about, added_by, dated, facts};
use crate::app::resource_search::{Index, Query};
use crate::domain::dates::Day;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Framework, Target};
use crate::domain::local::{FoundLink, LocalCourse, Pack, listed_links, to_file};
use crate::domain::web_address::WebAddress;

const PACK: &str = include_str!("../../../tests/fixtures/local/mallowshire.json");

fn read(from: PackFrom, text: &str) -> AtStart {
    AtStart::read(from, text.to_owned(), bundled())
}

fn framework() -> Framework {
    let came = read(PackFrom::Host, PACK);
    bundled().with_pack(&came.pack.expect("it opens"))
}

fn today() -> Day {
    Day::new(2026, 12, 1).expect("a day")
}

#[test]
fn a_pack_that_cannot_be_used_adds_nothing_and_says_why() {
    for (text, why) in [
        ("<!doctype html>", "It is a web page and no pack"),
        ("{", "It stops in the middle"),
        (r#"{"format":"waymark-local","version":9}"#, "newer version"),
        (r#"{"format":"waymark","version":1}"#, "not a local pack"),
        (r#"{"format":"other","version":1}"#, "another program"),
    ] {
        let came = read(PackFrom::Host, text);
        assert_eq!(came.pack, None, "{text}");
        assert!(came.said[0].contains(why), "{:?}", came.said);
        assert_eq!(came.trial(false), None);
    }
}

#[test]
fn only_what_is_tried_out_is_marked_as_such() {
    let check = |from, text, is_file, says: Option<(&str, &str)>| {
        let trial = read(from, text).trial(is_file);
        assert_eq!(trial.is_some(), says.is_some(), "{from:?}");
        if let (Some((words, button)), Some((part, stop))) = (trial, says) {
            assert!(words.contains(part), "{words}");
            assert_eq!(button, stop);
        }
    };
    check(PackFrom::Host, PACK, false, None);
    check(PackFrom::File, PACK, true, None);
    let trying = "You are trying out a local pack. It is used in this browser alone";
    check(PackFrom::Trial, PACK, false, Some((trying, STOP)));
    let using = "You are using a local pack that you opened.";
    check(PackFrom::Trial, PACK, true, Some((using, "Stop using it")));
    for is_file in [false, true] {
        let stop = if is_file { "Stop using it" } else { STOP };
        check(
            PackFrom::Trial,
            "{",
            is_file,
            Some(("cannot be used", stop)),
        );
    }
}

#[test]
fn the_foot_says_who_hosts_and_whom_to_ask() {
    let framework = framework();
    let (first, contacts) = host_lines(framework.host.expect("a host"));
    assert_eq!(
        first,
        "Mallowshire Training Hub hosts this page and has added what is near you for Mallowshire, last gone through on 3 November 2026."
    );
    assert_eq!(contacts.len(), 2);
    assert_eq!(
        contacts[0].0,
        "Questions about training: Priya Nandakumar, 01632 960 417, training@mallowshire.example"
    );
}

#[test]
fn each_card_says_who_added_it_or_when_it_was_checked() {
    let framework = framework();
    let check = |id: &str, said: &str| {
        let resource = framework.known_resource(id).expect(id);
        assert_eq!(dated(&framework, resource), said, "{id}");
    };
    check(
        "here-dementia-at-home",
        "Added by Mallowshire Training Hub, checked on 2 November 2026.",
    );
    check(
        "e-lfh-safeguarding-adults",
        "Checked on 3 November 2026 by Mallowshire Training Hub.",
    );
    check(
        "tpc-videos",
        "The address listed in March 2021 is gone: Mallowshire Training Hub looked on 2 November 2026.",
    );
    check("e-lfh-dementia", "Listed in March 2021, not checked since.");
    check("wellbeing-star", "No address was listed in March 2021.");
    check(
        "sasp",
        "Listed in March 2021, not checked since. Mallowshire Training Hub does not offer it here.",
    );
    // Two addresses, of which none was looked at.
    check(
        "a-soul-like-yours",
        "Listed in March 2021, not checked since.",
    );
    let course = framework
        .resource("here-dementia-at-home")
        .expect("a course");
    let tag = added_by(&framework, course);
    assert_eq!(tag.as_deref(), Some("Added by Mallowshire Training Hub"));
    assert_eq!(added_by(bundled(), &bundled().resources.0[0]), None);
    assert!(about(&framework).starts_with("What Mallowshire Training Hub adds comes first"));
}

#[test]
fn dates_that_are_past_are_not_shown() {
    let framework = framework();
    let course = framework
        .resource("here-self-monitoring-practice-group")
        .expect("it");
    let dates = |today| {
        let facts = facts(course, today).into_iter();
        facts
            .filter(|(name, _)| *name == "Next dates")
            .map(|(_, days)| days)
            .next()
    };
    assert_eq!(
        dates(today()).as_deref(),
        Some("3 December 2026, 7 January 2027")
    );
    let later = |month, day| Day::new(2027, month, day).expect("a day");
    assert_eq!(dates(later(1, 7)).as_deref(), Some("7 January 2027"));
    assert_eq!(dates(later(1, 8)), None);
}

#[test]
fn what_is_added_is_found_and_what_is_hidden_is_not() {
    let framework = framework();
    let found = |words: &str| {
        let index = Index::new(&framework);
        let query = Query {
            words: words.to_owned(),
            ..Query::default()
        };
        let found = index.find(&query);
        let found = found
            .iter()
            .zip(&framework.resources)
            .filter(|(found, _)| **found);
        found.map(|(_, it)| it.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(found("memory café families"), ["here-dementia-at-home"]);
    assert!(found("money worries").contains(&"here-debt-first-conversation"));
    assert!(!found("").contains(&"sasp"));
}

#[test]
fn a_note_stands_beside_its_topic_alone() {
    let framework = framework();
    let notes = |id: &str| {
        let topic = Target::Topic(id.into());
        let notes = framework.notes_on(&topic);
        notes.map(|it| it.text).collect::<Vec<_>>()
    };
    assert_eq!(notes("legislation-and-policy/lone-working").len(), 1);
    assert!(notes("level-1-skills/empathy").is_empty());
}

#[test]
fn days_are_read_as_people_write_them() {
    let check = |typed: &str, read: Option<&str>| {
        let days = days(typed).map(|it| days_text(&it));
        assert_eq!(days.as_deref().ok(), read, "{typed:?}");
    };
    check("", Some(""));
    let two = Some("12 January 2027, 3 February 2027");
    check("2027-01-12", Some("12 January 2027"));
    check("12/01/2027, 3/2/2027", two);
    check(" 2027-01-12;2027-02-03\n", two);
    check("12 January 2027, 3 February 2027", two);
    check("12 January 2027 and 3 February 2027", two);
    check("12th January, 2027\n3 Feb. 2027", two);
    check("12 JANUARY 2027 03/02/2027", two);
    check("14 Ja 2027", None);
    check("30 February 2027", None);
    check("14 January", None);
    check("31/02/2027", None);
    check("12/01/27", None);
    check("in May", None);
    check(&"2027-01-12 ".repeat(25), None);
}

#[test]
fn what_is_no_day_says_what_is_missing() {
    let check = |typed: &str, said: &str| {
        let sentence = days(typed).expect_err(typed);
        assert!(sentence.starts_with("Not kept yet: "), "{sentence}");
        assert!(sentence.contains(said), "{sentence}");
    };
    let month = "has no day. If you know only the month, put it under “How to book”.";
    check("March 2027", &format!("“March 2027” {month}"));
    check("14 January 2027, Mar 2027", &format!("“Mar 2027” {month}"));
    check(
        "March",
        "“March” is no date. Write 14 January 2027 or 14/01/2027",
    );
    check("14 of January 2027", "“14” is no date.");
    check("31/02/2027", "“31/02/2027” is no date.");
    check(&"12/01/2027 ".repeat(25), "give 24 dates at most.");
}

#[test]
fn as_many_days_as_a_course_may_have_fit_their_box() {
    let day = Day::new(2027, 9, 30).expect("a day");
    let text = days_text(&[day; 24]);
    assert!(text.len() <= DAYS_UNITS, "{}", text.len());
    assert_eq!(days(&text).map(|it| it.len()), Ok(24));
}

#[test]
fn links_of_one_resource_are_told_apart() {
    let links = listed_links(bundled());
    let mut titles: Vec<_> = links.iter().map(link_title).collect();
    assert!(titles.contains(&"Social prescribing: 3. Developing partnerships".to_owned()));
    let count = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), count);
}

#[test]
fn a_new_course_has_an_id_of_its_own() {
    let mut pack = Pack::default();
    for (title, id) in [
        ("First aid in May", "here-first-aid-in-may"),
        ("First aid, in May!", "here-first-aid-in-may-2"),
        ("Carers’ café", "here-carers-caf"),
        ("手当", "here-course"),
        ("…", "here-course-2"),
    ] {
        let new = new_id(&pack, title);
        assert_eq!(new.as_str(), id, "{title}");
        let mut course = LocalCourse::default();
        course.title = title.to_owned();
        pack.courses.insert(new, course);
    }
    assert!(to_file(&pack, bundled()).is_ok());
    let long = new_id(&pack, &"very long ".repeat(40));
    assert!(long.as_str().len() <= 70, "{long}");
}

#[test]
fn the_links_are_gone_through_one_by_one() {
    let links = listed_links(bundled());
    let mut pack = Pack::default();
    assert_eq!(
        progress(&pack, &links),
        "0 of 116 answered: 0 work, 0 gone, 0 moved."
    );
    assert_eq!(first_open(&pack, &links), Some(0));
    let url = WebAddress::parse("https://example.org/new").expect("an address");
    for (place, it) in [FoundLink::Works, FoundLink::Gone, FoundLink::Moved(url)]
        .into_iter()
        .enumerate()
    {
        pack.note_link(links[place].address, Some((it, today())));
        assert_eq!(found(&pack, links[place].address), Some(FOUND[place].0));
    }
    assert_eq!(
        progress(&pack, &links),
        "3 of 116 answered: 1 work, 1 gone, 1 moved."
    );
    assert_eq!(first_open(&pack, &links), Some(3));
    assert_eq!(moved_to(&pack, links[2].address), "https://example.org/new");
    assert_eq!(moved_to(&pack, links[1].address), "");
}

#[test]
fn what_is_in_a_pack_is_said_and_shown_before_it_is_used() {
    let pack = read(PackFrom::Host, PACK).pack.expect("it opens");
    let has = "Your draft in this browser has 15 courses and pages of your own, 12 of 116 links gone through, 2 contacts, 6 notes, and 4 resources left out.";
    let nothing = "There is nothing in your draft yet.";
    let differs = " It differs from what this site has now: save it and put it there.";
    let empty = Pack::default();
    for (draft, site, first, then) in [
        (&pack, None, has, ""),
        (&pack, Some(&pack), has, " It is what this site has now."),
        (&pack, Some(&empty), has, differs),
        (&empty, Some(&pack), nothing, ""),
        (&empty, Some(&empty), nothing, ""),
        (&empty, None, nothing, ""),
    ] {
        assert_eq!(state(draft, site, bundled()), format!("{first}{then}"));
    }
    let (_, course) = pack.courses.iter().next().expect("a course");
    let shown = preview(&pack, course);
    assert_eq!(
        shown.last(),
        Some(&(
            "Marked",
            "Added by Mallowshire Training Hub, checked on 3 November 2026".to_owned()
        ))
    );
    assert!(shown.iter().all(|(_, words)| !words.is_empty()));
}

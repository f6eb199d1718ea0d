//! What the page about the worker asks, reads and says.

use super::*;
use crate::app::tests::Worker;
use crate::domain::document::ProfileAnswer;
use crate::domain::framework::bundled;

#[test]
fn levels_are_named_as_in_table_1_and_said_in_short() {
    let levels = levels(bundled());
    let labels: Vec<_> = levels.iter().map(|it| it.label.as_str()).collect();
    let expected: Vec<_> = bundled().ladder.iter().map(|it| it.full_title).collect();
    assert_eq!(labels, expected);
    assert_eq!(
        levels[0].hint,
        "You have just been taken on. Training: Local induction."
    );
}

#[test]
fn every_name_of_a_role_is_beside_it() {
    let all: String = roles(bundled()).into_iter().map(|it| it.hint).collect();
    for name in ["Link worker", "Health coach", "Health connector"] {
        assert!(all.contains(name), "{name} is not in {all}");
    }
}

#[test]
fn words_of_a_form_are_read_back() {
    for (answer, value, _) in EXPERIENCE {
        assert_eq!(from_word(&EXPERIENCE, value), Some(answer));
        assert_eq!(word(&EXPERIENCE, Some(&answer)).as_deref(), Some(value));
    }
    assert_eq!(
        from_word(&SCHEME, "dont-know"),
        Some(SchemeFunded::DontKnow)
    );
    assert_eq!(from_word(&WORKS_HERE, "no"), Some(false));
    assert_eq!(from_word(&WORKS_HERE, ""), None);
    assert_eq!(word(&WORKS_HERE, None), None);
}

#[test]
fn none_of_these_and_not_answered_are_different() {
    let set = |all: &[WiderWork]| Some(all.iter().copied().collect::<SortedSet<_>>());
    let both = set(&[WiderWork::Leadership, WiderWork::Specialism]);
    let table = [
        (None, "none", true, set(&[])),
        (set(&[]), "none", false, None),
        (both.clone(), "none", true, set(&[])),
        (None, "leadership", true, set(&[WiderWork::Leadership])),
        (set(&[]), "leadership", true, set(&[WiderWork::Leadership])),
        (both, "leadership", false, set(&[WiderWork::Specialism])),
        (set(&[WiderWork::Leadership]), "leadership", false, None),
    ];
    for (before, word, ticked, after) in table {
        let said = format!("{before:?} {word} {ticked}");
        assert_eq!(wider_after(before, word, ticked), after, "{said}");
    }
}

#[test]
fn hours_are_whole_and_zero_is_an_answer() {
    for (text, expected) in [
        ("", Some(None)),
        ("  ", Some(None)),
        ("0", Some(Some(LearningHours::Known(0)))),
        (" 6 ", Some(Some(LearningHours::Known(6)))),
        ("744", Some(Some(LearningHours::Known(744)))),
        ("745", None),
        ("-1", None),
        ("6.5", None),
        ("six", None),
        ("99999", None),
    ] {
        assert_eq!(hours(text).ok(), expected, "{text:?}");
    }
    assert_eq!(hours_text(Some(&LearningHours::Known(0))), "0");
    assert_eq!(hours_text(Some(&LearningHours::Unknown)), "");
}

#[test]
fn a_date_is_whole_or_empty() {
    for (text, broken, expected) in [
        ("", false, Some(None)),
        ("", true, None),
        ("2026-11-23", false, Some(Day::parse("2026-11-23"))),
        ("0026-11-23", false, None),
        ("12026-11-23", false, None),
        ("2101-01-01", false, None),
        ("yesterday", false, None),
    ] {
        let read = day(text, broken, last_day());
        assert_eq!(read.ok(), expected, "{text:?} {broken}");
    }
}

#[test]
fn a_start_is_not_still_to_come() {
    let today = Day::parse("2026-11-23").unwrap();
    for (text, expected) in [
        ("2026-11-23", "taken"),
        ("2026-11-24", "this day is still to come"),
        ("2031-01-01", "this day is still to come"),
        ("2101-01-01", "look at the year again"),
    ] {
        // Browsers call a day after the last one broken.
        for broken in [false, true] {
            let said = day(text, broken, today).err().unwrap_or("taken");
            assert!(said.contains(expected), "{text}: {said}");
        }
    }
}

#[test]
fn it_leads_on_to_what_is_not_rated_then_to_the_plan() {
    let mut worker = Worker::new();
    let way = way_on(bundled(), &worker.document);
    assert_eq!(
        (way.choose, &*way.href, &*way.place),
        (
            "Choose my aim",
            "#/assess/person-centred-approach",
            "rate “Person Centred Approach”"
        )
    );
    worker.says(ProfileAnswer::Aim(Some("entry".into())));
    let way = way_on(bundled(), &worker.document);
    assert_eq!(
        (way.choose, &*way.href, &*way.place),
        ("Change my aim", "#/plan", "my training plan")
    );
    assert_eq!(way.bearing, bearing_sentence(bundled(), &worker.document));
}

#[test]
fn what_was_taken_on_is_ticked() {
    let set = |all: &[WiderWork]| all.iter().copied().collect::<SortedSet<_>>();
    for (wider, expected) in [
        (None, &[][..]),
        (Some(set(&[])), &["none"][..]),
        (Some(set(&[WiderWork::Leadership])), &["leadership"][..]),
    ] {
        assert_eq!(wider_words(wider.as_ref()), expected);
    }
}

#[test]
fn what_is_not_chosen_is_said() {
    let mut worker = Worker::new();
    let said = |worker: &Worker| bearing_sentence(bundled(), &worker.document);
    assert_eq!(
        said(&worker),
        "You have not chosen a role yet. Until you do, everything is shown for a social prescribing link worker. You have not chosen an aim: this tool supposes Early career, because it is the first level to aim for."
    );
    worker.says(ProfileAnswer::Role(Some("other-role".into())));
    assert_eq!(
        said(&worker),
        "Everything is shown for somebody in another role. You have not chosen an aim: this tool supposes Early career, because it is the first level to aim for."
    );
    worker.says(ProfileAnswer::Aim(Some("mid-career".into())));
    assert_eq!(
        said(&worker),
        "Everything is shown for somebody in another role who aims for Mid-career."
    );
    worker.says(ProfileAnswer::Here(Some("established-career".into())));
    assert!(said(&worker).ends_with("you can choose another."));
}

#[test]
fn what_is_answered_is_counted_and_nothing_else() {
    let mut worker = Worker::new();
    assert_eq!(status(&worker.document), "Nothing answered yet");
    worker.says(ProfileAnswer::HoursAMonth(Some(LearningHours::Unknown)));
    worker.says(ProfileAnswer::Role(Some("care-coordinator".into())));
    assert_eq!(
        status(&worker.document),
        "1 of 3 main questions answered, and 1 more"
    );
    worker.says(ProfileAnswer::Role(None));
    worker.says(ProfileAnswer::HoursAMonth(None));
    assert_eq!(status(&worker.document), "Nothing answered yet");
}

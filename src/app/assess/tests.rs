//! What pages of rating say, and that it follows the answers.

use super::*;
use crate::app::tests::{Worker, day};
use crate::domain::document::{EntryChange, ProfileAnswer};
use crate::domain::framework::bundled;

const FIRST: &str = "person-centred-approach";

#[test]
fn what_a_competency_is_at_is_told_apart_in_words() {
    let score = |n| EntryChange::Rating(Rating::Score(Score::new(n).unwrap()));
    let none = EntryChange::Rating(Rating::NoOpportunity);
    let cleared = EntryChange::Rating(Rating::Cleared);
    let words = EntryChange::Reflection("It went well.".to_owned());
    let table = [
        (vec![], "Not rated"),
        (vec![score(0)], "Score 0 (Absence), 23 November 2026"),
        (
            vec![score(2)],
            "Score 2 (Advanced Beginner), 23 November 2026",
        ),
        (vec![none], "No opportunity yet, 23 November 2026"),
        (vec![score(2), cleared], "Rating cleared, 23 November 2026"),
        (
            vec![words.clone()],
            "Not rated. You have written or ticked something",
        ),
    ];
    for (changes, expected) in table {
        let mut worker = Worker::new();
        for change in changes {
            worker.rates(FIRST, change);
        }
        let competency = bundled().competency(FIRST).unwrap();
        assert_eq!(status(bundled(), &worker.document, competency), expected);
    }
    let mut worker = Worker::new();
    worker.rates(FIRST, score(2));
    worker.today = day("2026-12-01");
    worker.rates_again(FIRST, words);
    let competency = bundled().competency(FIRST).unwrap();
    assert_eq!(
        status(bundled(), &worker.document, competency),
        "Score 2 (Advanced Beginner), 23 November 2026. Begun again, not rated again yet"
    );
}

#[test]
fn the_aim_decides_what_comes_first() {
    for (aim, expected) in [
        (None, 1),
        (Some("entry"), 0),
        (Some("early-career"), 1),
        (Some("mid-career"), 4),
        (Some("established-career"), 6),
        (Some("wider-responsibilities"), 6),
    ] {
        let mut worker = Worker::new();
        worker.says(ProfileAnswer::Aim(aim.map(Into::into)));
        let groups = groups(bundled(), &worker.document);
        assert_eq!(groups.now.len(), expected, "{aim:?}");
        assert_eq!(groups.later.len(), 6 - expected, "{aim:?}");
    }
}

#[test]
fn one_leads_to_the_next_and_back() {
    let worker = Worker::new();
    let ids: Vec<_> = bundled().competencies.iter().map(|c| &c.id).collect();
    for (at, competency) in bundled().competencies.iter().enumerate() {
        let (before, after) = neighbours(bundled(), &worker.document, competency);
        assert_eq!(before.map(|c| &c.id), at.checked_sub(1).map(|at| ids[at]));
        assert_eq!(after.map(|c| &c.id), ids.get(at + 1).copied());
    }
    let second = bundled().competency("promoting-autonomy").unwrap();
    let ways = ways_on(bundled(), &worker.document, second);
    let said: Vec<_> = ways.iter().map(|it| (&*it.href, &*it.words)).collect();
    assert_eq!(
        said,
        [
            (
                "#/assess/action-planning-and-goal-setting",
                "Next: Action Planning and Goal Setting"
            ),
            (
                "#/assess/person-centred-approach",
                "Previous: Person Centred Approach"
            ),
        ]
    );
}

#[test]
fn the_next_to_rate_is_the_first_without_an_answer() {
    let mut worker = Worker::new();
    worker.says(ProfileAnswer::Aim(Some("mid-career".into())));
    let next = |worker: &Worker| {
        next_unrated(bundled(), &worker.document).map(|c| c.id.as_str().to_owned())
    };
    assert_eq!(next(&worker).as_deref(), Some(FIRST));
    worker.rates(FIRST, EntryChange::Rating(Rating::NoOpportunity));
    assert_eq!(next(&worker).as_deref(), Some("promoting-autonomy"));
    worker.rates(FIRST, EntryChange::Rating(Rating::Cleared));
    assert_eq!(next(&worker).as_deref(), Some(FIRST));
    for competency in &bundled().competencies {
        let zero = Rating::Score(Score::new(0).unwrap());
        worker.rates(competency.id.as_str(), EntryChange::Rating(zero));
    }
    assert_eq!(next(&worker), None);
}

#[test]
fn words_of_a_form_are_read_back() {
    for score in Score::ALL {
        let said = Rating::Score(score);
        assert_eq!(rating(&rating_word(Some(said)).unwrap()), Some(said));
    }
    let none = Some(Rating::NoOpportunity);
    assert_eq!(rating(&rating_word(none).unwrap()), none);
    assert_eq!(rating_word(Some(Rating::Cleared)), None);
    for nonsense in ["", "6", "-1", "3.0", "cleared"] {
        assert_eq!(rating(nonsense), None, "{nonsense}");
    }
    for (word, _) in SEEN {
        assert_eq!(seen(word).map(seen_word), Some(word));
    }
    assert_eq!(seen(""), None);
}

#[test]
fn a_remark_names_what_stands_beside_each_other() {
    let mut worker = Worker::new();
    let competency = bundled().competency(FIRST).unwrap();
    let feature = competency.features[2].id.clone();
    worker.rates(FIRST, EntryChange::Rating(Rating::Score(Score::EXPERT)));
    worker.rates(
        FIRST,
        EntryChange::Feature(feature, Some(FeatureSeen::NotThere)),
    );
    let entry = worker.document.latest_entry(&competency.id).unwrap();
    assert_eq!(
        remark_in_words(bundled(), competency, entry).unwrap(),
        "You chose score 5 (Expert), and “not there” for “You encourage the person”. Both can be right. If you like, read the statements once more."
    );
}

/// What has a number, what is there now, and the numbers it has then.
type Numbered<'a> = (&'a [(char, usize)], &'a str, &'a [usize]);

#[test]
fn numbers_of_fields_stay_where_they_are_and_are_used_again() {
    let table: [Numbered<'_>; 6] = [
        (&[], "", &[]),
        (&[], "abc", &[1, 2, 3]),
        (&[('a', 1), ('b', 2)], "b", &[2]),
        (&[('b', 2)], "bc", &[2, 1]),
        (&[('b', 2), ('c', 1)], "cbd", &[1, 2, 3]),
        (&[('a', 3)], "bac", &[1, 3, 2]),
    ];
    for (before, ids, expected) in table {
        let numbered = numbered(before, ids.chars().collect());
        let numbers: Vec<_> = numbered.into_iter().map(|it| it.1).collect();
        assert_eq!(numbers, expected, "{before:?} {ids}");
    }
}

#[test]
fn the_list_says_whose_aim_parts_it() {
    let mut worker = Worker::new();
    let said = lists(bundled(), &worker.document);
    assert!(said.whose.starts_with("You have not chosen the level"));
    assert_eq!((said.change_aim, said.now.len()), ("Choose my aim", 1));
    worker.says(ProfileAnswer::Aim(Some("mid-career".into())));
    let said = lists(bundled(), &worker.document);
    assert_eq!(
        said.whose,
        "These are the ones for the level you aim for, Mid-career."
    );
    assert_eq!((said.change_aim, said.now.len()), ("Change my aim", 4));
}

//! What the page of a team says: the aim marked, and no number that would
//! tell of a few people.

use super::scores::{score_title, view_title};
use super::*;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::ProfileAnswer;
use crate::domain::example::Example;
use crate::domain::file::{FrameworkName, Header, KnownIds, Purpose, WrittenPlan, encode};
use crate::domain::framework::bundled;
use crate::domain::team::SmallestGroup;

#[test]
fn answers_told_together_are_named_together() {
    for (told, words) in [
        (0..1, "Not rated"),
        (1..2, "No opportunity to show it"),
        (2..3, "Score 0"),
        (3..5, "Score 1 or 2"),
        (2..6, "Score 0 to 3"),
        (0..2, "No opportunity to show it, or not rated"),
        (
            0..4,
            "Score 0 or 1, or no opportunity to show it, or not rated",
        ),
        (7..8, "Score 5"),
    ] {
        assert_eq!(score_title(&told), words, "{told:?}");
    }
    for (told, words) in [
        (0..1, "Not seen, or not answered"),
        (1..2, "Score 0"),
        (0..3, "Score 0 or 1, or not seen, or not answered"),
        (5..7, "Score 4 or 5"),
    ] {
        assert_eq!(view_title(&told), words, "{told:?}");
    }
}

/// Somebody who aims for a level and scores one competency.
fn plan(at: usize, aim: &str, score: u8) -> TeamFile {
    let example = Example::new().says(ProfileAnswer::Aim(Some(aim.into())));
    let document = example.scores("self-monitoring", score).document();
    let header = Header {
        created: Moment::start_of(Day::parse("2026-11-28").expect("a day")),
        // Otherwise the same bytes twice.
        app: format!("{at}"),
        framework: FrameworkName::of(bundled()),
    };
    let text = encode(
        &document,
        Purpose::Plan(&[]),
        &header,
        &WrittenPlan::default(),
    );
    TeamFile::Read {
        name: "plan.json".to_owned(),
        bytes: text.into_bytes(),
    }
}

/// The page of a team of so many with an aim and a score each.
fn page(people: &[(usize, &str, u8)], chosen: Option<usize>) -> TeamShown {
    let mut files = FilesRead::default();
    let known = KnownIds::of(bundled());
    let mut at = 0;
    for (many, aim, score) in people {
        for _ in 0..*many {
            at += 1;
            files.take(plan(at, aim, *score), &known, bundled());
        }
    }
    let figures = files.figures(bundled(), SmallestGroup::default());
    shown(bundled(), &figures.expect("enough people"), chosen)
}

/// What is said of self-monitoring, and which answers are marked.
fn check(page: &TeamShown, sentence: &str, marked: &[&str]) {
    let chart = page.scores.last().expect("self-monitoring is the last");
    assert_eq!(chart.title, "Self-monitoring");
    assert_eq!(chart.sentence, sentence);
    let marks = chart.lines.iter().filter(|it| it.aim);
    let marks: Vec<&str> = marks.map(|it| it.title.as_str()).collect();
    assert_eq!(marks, marked);
}

#[test]
fn the_aim_is_marked() {
    let team = [(9, "mid-career", 2), (6, "wider-responsibilities", 3)];
    check(
        &page(&team, None),
        "6 of 15 say that they are at 3 or more, which is looked for.",
        &["Score 3"],
    );
    let [mid, wider] = [0, 1].map(|at| page(&team, Some(at + 1)));
    assert_eq!(mid.whose, "9 people: Mid-career");
    check(&mid, "Their aim does not look at this one yet.", &[]);
    assert_eq!(wider.whose, "6 people: Wider responsibilities");
    check(
        &wider,
        "0 of 6 say that they are at 5, which is looked for.",
        &["Score 5"],
    );
}

#[test]
fn a_score_of_few_is_told_with_its_neighbour() {
    let team = [(9, "mid-career", 2), (2, "mid-career", 3)];
    check(
        &page(&team, None),
        "Scores are told together where one alone would tell of too few. A score of 3 is looked for.",
        &["Score 2 or 3"],
    );
}

#[test]
fn a_course_of_few_is_not_told() {
    let page = page(&[(5, "established-career", 2)], None);
    assert_eq!(
        page.courses_say.split('.').next(),
        Some(
            "In how many plans each course is cannot be told without telling of fewer than 5 people"
        )
    );
    assert!(page.asked.is_empty() && page.topics.is_empty());
    let said = "Answers to topics are in fewer than 5 of the plans";
    assert!(page.answers.starts_with(said), "{}", page.answers);
    let helps = page.courses.iter().map(|it| it.would_help.as_str());
    let helps: Vec<&str> = helps.collect();
    assert!(!helps.is_empty(), "nothing helps with self-monitoring");
    assert!(helps.iter().all(|it| *it == "at least 5 more"), "{helps:?}");
}

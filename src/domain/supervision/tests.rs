//! What stood last time, what is still open about safety, and what to talk about.

use super::*;
use crate::domain::dates::Moment;
use crate::domain::document::{
    ClockReading, ProfileAnswer, ReaderView, Review, ReviewRating, ReviewedPlan,
};
use crate::domain::example::Example;
use crate::domain::framework::bundled;

const TODAY: &str = "2026-11-23";
const PCA: &str = "person-centred-approach";
const AUTONOMY: &str = "promoting-autonomy";
const SETBACKS: &str = "managing-setbacks-and-problem-solving";

fn today() -> Day {
    Day::parse(TODAY).unwrap()
}

fn review(day: &str) -> ProfileAnswer {
    ProfileAnswer::NextReview(Day::parse(day))
}

/// Aims for Mid-career, and all about safety is done.
fn safe() -> Example {
    let topics = bundled().topics.iter().filter(|topic| topic.safety);
    topics.fold(
        Example::new().says(ProfileAnswer::Aim(Some("mid-career".into()))),
        |example, topic| example.topic(topic.id.as_str(), TopicStatus::Confident),
    )
}

/// A thing to talk about in short.
fn short(talk: Talk) -> String {
    match talk {
        Talk::Apart(it, mine, theirs) => format!("apart {} {mine} {theirs}", it.id),
        Talk::Safety(topic) => format!("safety {}", topic.id),
        Talk::Fell(it, from, to) => format!("fell {} {from} {to}", it.id),
        Talk::Lowest(it, score, expected) => format!("lowest {} {score} {expected}", it.id),
        Talk::NoOpportunity(it) => format!("no opportunity {}", it.id),
        Talk::Requirement(it) => format!("requirement {}", it.id),
        Talk::Topic(it) => format!("topic {}", it.id),
        Talk::Rose(it, from, to) => format!("rose {} {from} {to}", it.id),
        Talk::Strength(it, score) => format!("strength {} {score}", it.id),
        Talk::SafetyUnanswered(count) => format!("safety unanswered {count}"),
        Talk::WhereToBegin => "where to begin".into(),
        Talk::WentWell => "went well".into(),
        Talk::NextAim => "next aim".into(),
    }
}

#[track_caller]
fn check(name: &str, example: Example, expected: [&str; 3]) {
    let document = example.document();
    let bearing = Bearing::of(bundled(), &document);
    let talk = to_talk_about(bundled(), &document, &bearing, today());
    assert_eq!(talk.map(short), expected, "{name}");
}

#[test]
fn three_things_to_talk_about() {
    check(
        "nothing answered",
        Example::new(),
        ["safety unanswered 7", "where to begin", "went well"],
    );
    check(
        "only safety",
        safe(),
        ["where to begin", "went well", "next aim"],
    );
    check(
        "the lowest rating, and then safety",
        safe()
            .scores(PCA, 1)
            .topic("core-knowledge/mental-capacity", TopicStatus::NotYet),
        [
            "lowest person-centred-approach 1 3",
            "safety core-knowledge/mental-capacity",
            "went well",
        ],
    );
    check(
        "the lowest before what fell",
        safe().scores(PCA, 4).scores(PCA, 3).scores(AUTONOMY, 0),
        [
            "lowest promoting-autonomy 0 3",
            "fell person-centred-approach 4 3",
            "strength person-centred-approach 3",
        ],
    );
    check(
        "the lowest that fell is one thing",
        safe().scores(PCA, 4).scores(PCA, 1),
        [
            "lowest person-centred-approach 1 3",
            "went well",
            "next aim",
        ],
    );
    check(
        "the lowest, the first of equals",
        safe()
            .scores(PCA, 2)
            .scores(AUTONOMY, 1)
            .scores(SETBACKS, 1),
        ["lowest promoting-autonomy 1 3", "went well", "next aim"],
    );
    check(
        "no opportunity, requirement, topic",
        safe()
            .rates(SETBACKS, Rating::NoOpportunity)
            .requirement("link-worker-des-b", RequirementStatus::Unsure)
            .topic("level-1-skills/empathy", TopicStatus::InProgress)
            .topic("level-1-skills/active-listening", TopicStatus::NotYet),
        [
            "no opportunity managing-setbacks-and-problem-solving",
            "requirement link-worker-des-b",
            "topic level-1-skills/active-listening",
        ],
    );
    check(
        "what is above the aim is a topic too, for it was said",
        safe().topic("level-2-skills/personalised-planning", TopicStatus::NotYet),
        [
            "topic level-2-skills/personalised-planning",
            "where to begin",
            "went well",
        ],
    );
    check(
        "what rose, and what is strong",
        safe().scores(PCA, 3).scores(PCA, 5),
        ["rose person-centred-approach 3 5", "went well", "next aim"],
    );
    check(
        "everything at 5",
        safe().all(Rating::Score(Score::EXPERT)),
        [
            "strength person-centred-approach 5",
            "went well",
            "next aim",
        ],
    );
    check(
        "0 is a rating and no strength, and weak whatever the aim",
        safe().scores("self-monitoring", 0),
        ["lowest self-monitoring 0 3", "went well", "next aim"],
    );
    check(
        "no opportunity everywhere",
        safe().all(Rating::NoOpportunity),
        [
            "no opportunity person-centred-approach",
            "where to begin",
            "went well",
        ],
    );
}

#[test]
fn last_time_is_the_review_that_is_past_or_the_entry_before() {
    let rated = || {
        Example::new()
            .scores(PCA, 1)
            .scores(PCA, 2)
            .on("2026-11-01")
            .rates(PCA, Rating::NoOpportunity)
            .on("2026-11-20")
            .scores(PCA, 3)
    };
    let score = |n| Some(Rating::Score(Score::new(n).unwrap()));
    for (name, example, day, expected) in [
        ("no review", rated(), None, Some(Rating::NoOpportunity)),
        (
            "a review to come",
            rated().says(review("2026-12-01")),
            None,
            Some(Rating::NoOpportunity),
        ),
        (
            "the review is today",
            rated().says(review(TODAY)),
            None,
            Some(Rating::NoOpportunity),
        ),
        (
            "a review on a day with two entries",
            rated().says(review("2026-10-05")),
            Some("2026-10-05"),
            score(2),
        ),
        (
            "a review since the last entry",
            rated().says(review("2026-11-22")),
            Some("2026-11-22"),
            score(3),
        ),
        (
            "a review before all",
            rated().says(review("2026-09-01")),
            Some("2026-09-01"),
            None,
        ),
        (
            "the next review given after the last",
            rated()
                .on("2026-10-01")
                .says(review("2026-10-15"))
                .on("2026-10-16")
                .says(review("2027-01-15")),
            Some("2026-10-15"),
            Some(Rating::Score(Score::new(2).unwrap())),
        ),
        (
            "a date typed in parts",
            rated()
                .says(review("0202-10-15"))
                .says(review("2027-01-15")),
            None,
            Some(Rating::NoOpportunity),
        ),
        ("one entry", Example::new().scores(PCA, 1), None, None),
        ("none", Example::new(), None, None),
    ] {
        let document = example.document();
        let last = last_review(&document, today());
        assert_eq!(last, day.and_then(Day::parse), "{name}");
        let competency = bundled().competency(PCA).unwrap();
        assert_eq!(before(&document, competency, last), expected, "{name}");
    }
}

#[test]
fn a_safety_topic_marked_not_relevant_stays_open_until_there_is_a_reason() {
    let topic = "core-knowledge/safeguarding-children";
    let open = |example: Example| {
        let document = example.document();
        let open = open_safety(bundled(), &document);
        open.iter().any(|(it, _)| it.id.as_str() == topic)
    };
    let not_relevant = || safe().topic(topic, TopicStatus::NotRelevant);
    assert!(open(Example::new()), "not answered");
    assert!(!open(safe()), "done");
    assert!(open(not_relevant()), "no reason");
    assert!(open(not_relevant().because(topic, "  ")), "only spaces");
    assert!(!open(
        not_relevant().because(topic, "Done through my employer")
    ));
}

#[test]
fn what_a_reader_sees_very_differently_comes_first_and_once() {
    let example = safe()
        .scores(PCA, 2)
        .scores(AUTONOMY, 4)
        .scores(SETBACKS, 2);
    let mut document = example.document();
    let now = Moment::parse("2026-11-23T10:00:00Z").unwrap();
    let at = ClockReading {
        now,
        today: today(),
    };
    let of = ReviewedPlan::new(None, "00ff".into());
    for (id, day, view) in [("old", 20, 5), ("new", 22, 4)] {
        let mut review = Review::new(today().plus_days(day - 23), of.clone());
        for (competency, view) in [(PCA, view), (AUTONOMY, 3)] {
            let view = ReaderView::Score(Score::new(view).unwrap());
            review
                .ratings
                .insert(competency.into(), ReviewRating::new(view));
        }
        document.receive_review(&id.into(), review, at).unwrap();
    }
    let bearing = Bearing::of(bundled(), &document);
    let talk = to_talk_about(bundled(), &document, &bearing, today()).map(short);
    assert_eq!(talk[0], format!("apart {PCA} 2 4"));
    assert!(talk[1].starts_with("strength"), "{talk:?}");
}

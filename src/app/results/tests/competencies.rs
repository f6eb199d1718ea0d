//! The six competencies, what is strong, what to work on, and the history.

use super::*;
use crate::app::rating_words::CurrentRating;

#[test]
fn five_answers_are_told_apart_in_words_and_look() {
    for (rating, words, look) in [
        (None, "not rated", "not-rated"),
        (
            Some(Rating::NoOpportunity),
            "no opportunity yet",
            "no-opportunity",
        ),
        (Some(Rating::Cleared), "cleared", "cleared"),
        (Some(Rating::Score(Score::ALL[0])), "score 0 (Absence)", "0"),
        (
            Some(Rating::Score(Score::ALL[3])),
            "score 3 (Competent)",
            "3",
        ),
    ] {
        let current_rating = CurrentRating::of(rating);
        assert_eq!(
            (
                current_rating.words(bundled()).as_str(),
                current_rating.style_name().as_str()
            ),
            (words, look)
        );
    }
}

#[test]
fn each_competency_stands_beside_the_aim() {
    let document = begun()
        .scores(PCA, 4)
        .scores(AUTONOMY, 0)
        .rates("action-planning-and-goal-setting", Rating::NoOpportunity)
        .scores("self-monitoring", 5)
        .scores("managing-setbacks-and-problem-solving", 2)
        .rates("managing-setbacks-and-problem-solving", Rating::Cleared)
        .document();
    let said: Vec<(String, &str)> = competency_results(bundled(), &document, &bearing(&document))
        .iter()
        .map(|line| (line.aim("Mid-career"), line.remark()))
        .collect();
    let said: Vec<(&str, &str)> = said
        .iter()
        .map(|(aim, remark)| (aim.as_str(), *remark))
        .collect();
    let (three, not) = (
        "Mid-career looks for 3",
        "Mid-career does not look at it yet",
    );
    assert_eq!(
        said,
        [
            (three, "there"),
            (three, "to work on"),
            (three, "waits for an opportunity"),
            (three, "your rating was taken back"),
            (not, "for later"),
            (not, "rated already"),
        ]
    );
}

#[test]
fn strong_is_what_reaches_the_aim_what_is_seen_and_what_is_known() {
    let document = begun()
        .scores(PCA, 3)
        .scores(AUTONOMY, 2)
        .sees(AUTONOMY, 1, FeatureSeen::Seen)
        .sees(AUTONOMY, 0, FeatureSeen::Partly)
        .scores("self-monitoring", 3)
        .topic("workshop-competencies/empathy", TopicStatus::Confident)
        .topic("local-induction/it-systems", TopicStatus::NotRelevant)
        .document();
    let lines = competency_results(bundled(), &document, &bearing(&document));
    let found = strengths(bundled(), &document, &lines);
    assert_eq!(
        found.competencies,
        [
            "Person Centred Approach: score 3 (Competent)",
            "Self-monitoring: score 3 (Competent)"
        ]
    );
    let feature = bundled().competency(AUTONOMY).unwrap().features[1].text;
    assert_eq!(found.features, [("Promoting Autonomy", vec![feature])]);
    let counted: Vec<&str> = found
        .topics
        .iter()
        .map(|(_, count, _)| count.as_str())
        .collect();
    assert_eq!(
        counted,
        ["1 of 14"],
        "the same thing is shown once: {:?}",
        found.topics
    );
    let nothing = Example::new().document();
    let lines = super::competency_results(bundled(), &nothing, &bearing(&nothing));
    assert!(strengths(bundled(), &nothing, &lines).is_empty());
}

#[test]
fn what_is_to_work_on_shows_the_ticks_and_one_score_up() {
    let document = begun()
        .scores(PCA, 2)
        .scores(AUTONOMY, 0)
        .sees(AUTONOMY, 0, FeatureSeen::NotThere)
        .scores("self-monitoring", 0)
        .rates("action-planning-and-goal-setting", Rating::NoOpportunity)
        .document();
    let found = work_on(bundled(), &document, &bearing(&document));
    let said: Vec<(&str, &str, &str, u8)> = found
        .iter()
        .map(|it| (it.title, it.now.as_str(), it.up.as_str(), it.step.from))
        .collect();
    assert_eq!(
        said,
        [
            (
                "Promoting Autonomy",
                "Score 0 (Absence); Mid-career looks for 3.",
                "Towards score 3 (Competent)",
                0
            ),
            (
                "Self-monitoring",
                "Score 0 (Absence); 3 counts as achieved.",
                "Towards score 3 (Competent)",
                0
            ),
            (
                "Person Centred Approach",
                "Score 2 (Advanced Beginner); Mid-career looks for 3.",
                "Towards score 3 (Competent)",
                2
            ),
        ]
    );
    assert_eq!(found[0].ticks.len(), 1);
    assert_eq!(found[0].ticks[0].0, "Not there");
    assert!(found[1].ticks.is_empty() && found[2].ticks.is_empty());
}

#[test]
fn history_dates_every_rating_and_numbers_those_of_one_day() {
    let document = Example::new()
        .scores(PCA, 1)
        .scores(PCA, 3)
        .on("2026-11-01")
        .rates(PCA, Rating::NoOpportunity)
        .on("2026-11-20")
        .scores(PCA, 2)
        .rates(PCA, Rating::Cleared)
        .sees(AUTONOMY, 0, FeatureSeen::Seen)
        .on("2026-11-21")
        .reflects(PCA, "A spelling put right is no new rating.")
        .document();
    let of = |id: &str| history(&document, bundled().competency(id).unwrap());
    let said: Vec<(String, String, String)> = of(PCA)
        .into_iter()
        .map(|it| (it.date, it.current_rating.words(bundled()), it.change))
        .collect();
    let row = |date: &str, words: &str, change: &str| {
        (date.to_owned(), words.to_owned(), change.to_owned())
    };
    assert_eq!(
        said,
        [
            row("5 October 2026 (1 of 2 that day)", "score 1 (Novice)", "–"),
            row(
                "5 October 2026 (2 of 2 that day)",
                "score 3 (Competent)",
                "2 higher than before"
            ),
            row("1 November 2026", "no opportunity yet", "–"),
            row(
                "20 November 2026 (1 of 2 that day)",
                "score 2 (Advanced Beginner)",
                "1 lower than before"
            ),
            row("20 November 2026 (2 of 2 that day)", "cleared", "–"),
        ]
    );
    assert!(of(AUTONOMY).is_empty(), "ticks alone are no rating");
    assert_eq!(
        trend(bundled(), &of(PCA)),
        "First score 1 (Novice), on 5 October 2026 (1 of 2 that day); now cleared, on 20 November 2026 (2 of 2 that day)."
    );
}

#[test]
fn requirements_are_counted_as_they_are_answered() {
    let document = Example::new()
        .requirement("link-worker-des-a", RequirementStatus::Met)
        .requirement("link-worker-des-b", RequirementStatus::Unsure)
        .document();
    for (role, expected) in [
        (
            "social-prescribing-link-worker",
            "6 requirements for this role: 1 met, 1 unsure, 4 not answered yet.",
        ),
        (
            "care-coordinator",
            "2 requirements for this role: 2 not answered yet.",
        ),
        (
            "other-role",
            "The framework names no requirements for this role.",
        ),
    ] {
        assert_eq!(
            requirements(&document, bundled().role(role).unwrap()),
            expected
        );
    }
}

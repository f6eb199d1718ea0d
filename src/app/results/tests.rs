//! What the page says, in every state it can be in.

use super::*;
use crate::domain::dates::Day;
use crate::domain::document::{
    Document, Experience, ProfileAnswer, RequirementStatus, Seen, TopicStatus, Wider,
};
use crate::domain::example::Example;
use crate::domain::framework::bundled;
use crate::domain::ladder::Bearing;

const PCA: &str = "person-centred-approach";
const AUTONOMY: &str = "promoting-autonomy";
const LEVEL_1: [&str; 4] = [
    PCA,
    AUTONOMY,
    "action-planning-and-goal-setting",
    "managing-setbacks-and-problem-solving",
];

fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn bearing(document: &Document) -> Bearing<'static> {
    Bearing::of(bundled(), document)
}

fn aims(level: &str) -> ProfileAnswer {
    ProfileAnswer::Aim(Some(level.into()))
}

fn plays(role: &str) -> ProfileAnswer {
    ProfileAnswer::Role(Some(role.into()))
}

/// In post, link worker, aiming for Mid-career.
fn begun() -> Example {
    Example::new()
        .says(plays("social-prescribing-link-worker"))
        .says(ProfileAnswer::Experience(Some(Experience::OneToTwoYears)))
        .says(aims("mid-career"))
}

/// All that Mid-career looks for, and what the role requires.
fn whole(score: u8) -> Example {
    let sections = ["local-induction", "core-knowledge", "level-1-skills"];
    let example = sections.iter().fold(begun(), |it, section| {
        it.section(section, TopicStatus::Confident)
    });
    let example = LEVEL_1.iter().fold(example, |it, id| it.scores(id, score));
    required(example, "social-prescribing-link-worker")
}

fn required(example: Example, role: &str) -> Example {
    let role = bundled().role(role).unwrap();
    role.requirements.iter().fold(example, |it, requirement| {
        it.requirement(requirement.id.as_str(), RequirementStatus::Met)
    })
}

fn at_the_top() -> Example {
    let example = bundled().sections.iter().fold(whole(5), |it, section| {
        it.section(section.id.as_str(), TopicStatus::Confident)
    });
    example
        .says(aims("wider-responsibilities"))
        .says(ProfileAnswer::Wider(Some([Wider::Leadership].into())))
        .all(Rating::Score(Score::EXPERT))
}

#[test]
fn what_is_next_in_every_state() {
    let level_1 = || LEVEL_1.iter();
    let no_opportunity = level_1().fold(whole(3), |it, id| it.rates(id, Rating::NoOpportunity));
    for (name, example, sentence, href) in [
        (
            "nothing answered",
            Example::new(),
            "Nothing is answered yet.",
            "#/about-you",
        ),
        (
            "one answer",
            Example::new().says(plays("care-coordinator")),
            "Rating Person Centred Approach is next, the one competency Early career looks at.",
            "#/assess/person-centred-approach",
        ),
        (
            "half",
            begun()
                .scores(PCA, 0)
                .rates(AUTONOMY, Rating::NoOpportunity),
            "You have rated 2 of the 4 competencies Mid-career looks at. Rating Action Planning and Goal Setting is next",
            "#/assess/action-planning-and-goal-setting",
        ),
        (
            "a rating taken back is to rate",
            whole(3).rates(PCA, Rating::Cleared),
            "You have rated 3 of the 4 competencies",
            "#/assess/person-centred-approach",
        ),
        (
            "all rated, topics open",
            level_1().fold(begun(), |it, id| it.scores(id, 3)),
            "Not answered yet in “Local induction”: 11 topics.",
            "#/topics/local-induction",
        ),
        (
            "all, with things to work on",
            whole(2),
            "You have 4 things to work on for Mid-career.",
            "#/plan",
        ),
        (
            "all done",
            whole(3),
            "All that Mid-career looks for is recorded. You could aim for Established career",
            "#/about-you",
        ),
        (
            "everything at 5",
            at_the_top(),
            "All that the highest level looks for is recorded.",
            "#/assess",
        ),
        (
            "no opportunity everywhere",
            no_opportunity,
            "You have had no opportunity yet to show any of the competencies.",
            "#/plan",
        ),
        (
            "one without an opportunity",
            whole(3).rates(PCA, Rating::NoOpportunity),
            "You have had no opportunity yet to show 1 competency.",
            "#/plan",
        ),
        (
            "changed role",
            whole(3).says(plays("health-and-wellbeing-coach")),
            "Not answered yet: 6 requirements of your role.",
            "#/requirements",
        ),
        (
            "aim below what is covered",
            whole(3).says(aims("early-career")),
            "The level you aim for, Early career, lies below",
            "#/about-you",
        ),
        (
            "no aim, and already further",
            Example::new().says(ProfileAnswer::Here(Some("mid-career".into()))),
            "You have not said which level you aim for.",
            "#/about-you",
        ),
        (
            "the highest but for a question",
            at_the_top().says(ProfileAnswer::Wider(None)),
            "All that Wider responsibilities looks for is answered but for a question about yourself.",
            "#/about-you",
        ),
        (
            "an aim that looks at no competency",
            required(begun(), "social-prescribing-link-worker")
                .says(aims("entry"))
                .section("local-induction", TopicStatus::NotYet),
            "You have 11 things to work on for Entry.",
            "#/plan",
        ),
    ] {
        let document = example.document();
        let bearing = bearing(&document);
        let lines = lines(bundled(), &document, &bearing);
        let next = next(bundled(), &document, &bearing, &lines);
        assert!(next.sentence.starts_with(sentence), "{name}: {next:?}");
        assert_eq!(next.href, href, "{name}");
    }
}

#[test]
fn the_ladder_speaks_of_answers_and_never_of_a_level_one_has() {
    for (name, example, expected) in [
        (
            "nothing answered",
            Example::new(),
            vec![
                "Not enough is answered to say what your answers cover. Between here and Early career: 25 not answered yet.",
            ],
        ),
        (
            "in post",
            begun()
                .scores(AUTONOMY, 0)
                .rates(PCA, Rating::NoOpportunity),
            vec![
                "What you have recorded covers Entry. Between here and Mid-career: 1 to work on, 39 not answered yet, 1 with no opportunity yet.",
            ],
        ),
        (
            "at the aim",
            whole(3),
            vec!["What you have recorded covers Mid-career. That is the level you aim for."],
        ),
        (
            "above the aim",
            whole(3).says(aims("early-career")),
            vec![
                "What you have recorded covers Mid-career. The level you aim for, Early career, comes before it.",
            ],
        ),
        (
            "open from before",
            whole(3).topic("local-induction/it-systems", TopicStatus::NotYet),
            vec![
                "What you have recorded covers Mid-career. That is the level you aim for.",
                "Still open from levels before that: 1 to work on. They undo nothing: each level is looked at by itself.",
            ],
        ),
        (
            "a competency that two levels look at counts once",
            whole(4)
                .says(aims("wider-responsibilities"))
                .section("level-2-skills", TopicStatus::Confident)
                .section("level-3-components", TopicStatus::Confident),
            vec![
                "What you have recorded covers Mid-career. Between here and Wider responsibilities: 4 to work on, 3 not answered yet.",
            ],
        ),
    ] {
        let document = example.document();
        let said = covers(bundled(), &document, &bearing(&document));
        assert_eq!(said, expected, "{name}");
        for level in levels(bundled(), &document, &bearing(&document)) {
            assert!(!level.says.contains("your level"), "{name}: {}", level.says);
        }
    }
}

#[test]
fn each_level_lists_what_lies_between_with_where_it_is_answered() {
    let document = begun()
        .topic("level-1-skills/empathy", TopicStatus::NotYet)
        .topic("level-1-skills/active-listening", TopicStatus::NotYet)
        .topic("local-induction/it-systems", TopicStatus::NotRelevant)
        .scores(AUTONOMY, 0)
        .document();
    let levels = levels(bundled(), &document, &bearing(&document));
    assert!(levels[0].is_covered && levels[2].is_aim && !levels[2].is_covered);
    assert_eq!(
        levels[0].beside,
        "Beside it, and deciding nothing here: Local induction: 10 not answered yet, 1 marked not relevant by you."
    );
    let heading = |level: usize, group: usize| levels[level].groups[group].heading.as_str();
    assert_eq!(heading(2, 0), "To work on (3)");
    assert_eq!(heading(2, 1), "Not answered yet (14)");
    assert_eq!(
        heading(1, 1),
        "Marked not relevant by you: holds nobody back (1)"
    );
    let place = |href: &str, words: &str, topics: &[&'static str]| Place {
        href: href.to_owned(),
        words: words.to_owned(),
        topics: topics.to_vec(),
    };
    let section = bundled().section("level-1-skills").unwrap().title;
    let titles = bundled().topics_of(bundled().section("level-1-skills").unwrap());
    let titles: Vec<&'static str> = titles
        .filter(|it| {
            it.id.as_str().ends_with("empathy") || it.id.as_str().ends_with("active-listening")
        })
        .map(|it| it.title)
        .collect();
    assert_eq!(
        levels[2].groups[0].places,
        [
            place("#/topics/level-1-skills", section, &titles),
            place(
                "#/assess/promoting-autonomy",
                "Promoting Autonomy: score 0 (Absence); this level looks for 3",
                &[]
            ),
        ]
    );
    let wider = levels.last().unwrap();
    let about = wider.groups[1]
        .places
        .iter()
        .find(|it| it.href == "#/about-you");
    assert!(about.is_some(), "{:?}", wider.groups);
}

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
        let stands = Stands::of(rating);
        assert_eq!(
            (stands.words(bundled()).as_str(), stands.look().as_str()),
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
    let said: Vec<(String, &str)> = lines(bundled(), &document, &bearing(&document))
        .iter()
        .map(|line| (line.aim("Mid-career"), line.remark()))
        .collect();
    let said: Vec<(&str, &str)> = said
        .iter()
        .map(|(aim, remark)| (aim.as_str(), *remark))
        .collect();
    let (three, not) = ("Mid-career looks for 3", "Mid-career does not look at it");
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
        .sees(AUTONOMY, 1, Seen::Seen)
        .sees(AUTONOMY, 0, Seen::Partly)
        .scores("self-monitoring", 3)
        .topic("workshop-competencies/empathy", TopicStatus::Confident)
        .topic("local-induction/it-systems", TopicStatus::NotRelevant)
        .document();
    let lines = lines(bundled(), &document, &bearing(&document));
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
    let lines = super::lines(bundled(), &nothing, &bearing(&nothing));
    assert!(strengths(bundled(), &nothing, &lines).is_empty());
}

#[test]
fn what_is_to_work_on_shows_the_ticks_and_one_score_up() {
    let document = begun()
        .scores(PCA, 2)
        .scores(AUTONOMY, 0)
        .sees(AUTONOMY, 0, Seen::NotThere)
        .scores("self-monitoring", 0)
        .rates("action-planning-and-goal-setting", Rating::NoOpportunity)
        .document();
    let lines = lines(bundled(), &document, &bearing(&document));
    let found = work_on(bundled(), &document, "Mid-career", &lines);
    let said: Vec<(&str, &str, &str, u8)> = found
        .iter()
        .map(|it| {
            (
                it.title,
                it.now.as_str(),
                it.up.as_str(),
                it.statement.score,
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "Promoting Autonomy",
                "Score 0 (Absence); Mid-career looks for 3.",
                "One score up: score 1 (Novice)",
                1
            ),
            (
                "Person Centred Approach",
                "Score 2 (Advanced Beginner); Mid-career looks for 3.",
                "One score up: score 3 (Competent)",
                3
            ),
        ]
    );
    assert_eq!(found[0].ticks.len(), 1);
    assert_eq!(found[0].ticks[0].0, "Not there");
    assert!(found[1].ticks.is_empty());
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
        .sees(AUTONOMY, 0, Seen::Seen)
        .document();
    let of = |id: &str| history(&document, bundled().competency(id).unwrap());
    let said: Vec<(String, String, String)> = of(PCA)
        .into_iter()
        .map(|it| (it.date, it.stands.words(bundled()), it.change))
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

#[test]
fn the_sheet_says_what_changed_since_last_time() {
    let rated = || {
        begun()
            .scores(PCA, 2)
            .scores(AUTONOMY, 3)
            .rates("self-monitoring", Rating::NoOpportunity)
            .on("2026-11-20")
            .scores(PCA, 4)
            .scores("self-monitoring", 0)
            .topic("local-induction/it-systems", TopicStatus::Confident)
    };
    let review = |day: &str| ProfileAnswer::NextReview(Day::parse(day));
    for (name, example, since, changes, also, next) in [
        (
            "no review",
            rated(),
            "Since the rating before",
            [
                "From 2 to 4",
                "New",
                "–",
                "–",
                "–",
                "Before: no opportunity yet",
            ],
            "",
            "",
        ),
        (
            "a review that is past",
            rated().says(review("2026-11-01")),
            "Since the last review, 1 November 2026",
            [
                "From 2 to 4",
                "No change",
                "–",
                "–",
                "–",
                "Before: no opportunity yet",
            ],
            "Answered or changed since then: 1 topic.",
            "",
        ),
        (
            "a review to come",
            rated().says(review("2026-12-01")),
            "Since the rating before",
            [
                "From 2 to 4",
                "New",
                "–",
                "–",
                "–",
                "Before: no opportunity yet",
            ],
            "",
            "1 December 2026",
        ),
    ] {
        let document = example.document();
        let sheet = sheet(bundled(), &document, &bearing(&document), today());
        let found: Vec<&str> = sheet.rows.iter().map(|row| row.change.as_str()).collect();
        assert_eq!(found, changes, "{name}");
        assert_eq!(
            (sheet.since.as_str(), sheet.also.as_str()),
            (since, also),
            "{name}"
        );
        assert_eq!(sheet.next_review, next, "{name}");
        assert_eq!(sheet.talk.len(), 3, "{name}");
        assert_eq!(sheet.safety.len(), 7, "{name}");
    }
}

#[test]
fn the_sheet_names_role_and_aim_and_what_is_not_chosen() {
    for (name, example, role, aim) in [
        (
            "nothing answered",
            Example::new(),
            "Social prescribing link worker (not chosen yet)",
            "Early career (not chosen yet)",
        ),
        (
            "a role the levels were not written for",
            begun().says(plays("care-coordinator")),
            "Care coordinator (this tool’s extension)",
            "Mid-career",
        ),
        (
            "a coach",
            begun().says(plays("health-and-wellbeing-coach")),
            bundled().role("health-and-wellbeing-coach").unwrap().title,
            "Mid-career",
        ),
    ] {
        let document = example.document();
        let facts = sheet(bundled(), &document, &bearing(&document), today()).facts;
        let said = |of: &str| {
            facts
                .iter()
                .find(|(name, _)| *name == of)
                .unwrap()
                .1
                .clone()
        };
        assert_eq!(
            (said("Role").as_str(), said("Aim").as_str()),
            (role, aim),
            "{name}"
        );
    }
    let document = begun()
        .says(ProfileAnswer::Name("W".repeat(200)))
        .document();
    let facts = sheet(bundled(), &document, &bearing(&document), today()).facts;
    assert!(
        facts[0].1.chars().count() <= 61,
        "a long name is cut: {facts:?}"
    );
}

//! What is next, and what each level of the ladder says.

use super::*;

/// Rated, with one topic of the first list left.
fn all_but_one() -> Example {
    let induction = bundled().section("local-induction").unwrap();
    let answered = bundled().topics_of(induction).skip(1);
    answered.fold(
        begun().scores(PCA, 3).says(aims("early-career")),
        |it, topic| it.topic(topic.id.as_str(), TopicStatus::Confident),
    )
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
            "You have not said how long you have done this.",
            "#/about-you",
        ),
        (
            "two answers",
            Example::new()
                .says(plays("care-coordinator"))
                .says(ProfileAnswer::Experience(Some(Experience::UnderAYear))),
            "Rating Person Centred Approach is next, the one competency Early career looks at. It takes about 5 minutes.",
            "#/assess/person-centred-approach",
        ),
        (
            "one topic left of a list",
            all_but_one(),
            "Not answered yet in “Local induction”: 1 topic. Going through the list takes about 1 minute.",
            "#/topics/local-induction",
        ),
        (
            "half",
            begun()
                .scores(PCA, 3)
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
            "Not answered yet in “Level 1: engaging people”: 14 topics.",
            "#/topics/level-1-skills",
        ),
        (
            "all, with things to work on",
            whole(2),
            "Person Centred Approach is your lowest rating: score 2 (Advanced Beginner).",
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
            "You have not said what your role is and how long you have done this.",
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
            "Supervision and appraisal arrangements: it is about safety and still open.",
            "#/plan",
        ),
    ] {
        let document = example.document();
        let bearing = bearing(&document);
        let lines = lines(bundled(), &document, &bearing);
        let next = next(bundled(), &document, &bearing, &lines, today());
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
                "What you have recorded covers Entry, which asks only that you are in post. Between here and Mid-career: 1 to work on, 39 not answered yet, 1 with no opportunity yet.",
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
        "Its local induction counts one level further on, in Early career: 10 not answered yet, 1 marked not relevant by you."
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

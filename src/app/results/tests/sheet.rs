//! The supervision sheet.

use super::*;

#[test]
fn a_safety_topic_stands_on_the_sheet_as_it_was_answered() {
    const TOPIC: &str = "core-knowledge/safeguarding-children";
    for (status, words) in [
        (TopicStatus::NotYet, "Safeguarding children: not done yet"),
        (TopicStatus::InProgress, "Safeguarding children: under way"),
        (
            TopicStatus::NotRelevant,
            "Safeguarding children: not relevant, no reason yet",
        ),
    ] {
        let document = begun().topic(TOPIC, status).document();
        let sheet = sheet(bundled(), &document, &bearing(&document), today());
        assert!(sheet.safety.iter().any(|it| it == words), "{sheet:?}");
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
            "Early career (supposed by this tool, not chosen)",
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

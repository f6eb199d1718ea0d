//! The supervision sheet.

use super::*;
use crate::domain::dates::{Moment, Month};
use crate::domain::document::{
    ActionEdit, ActionStatus, AgreedAction, ClockReading, ReaderView, Review, ReviewRating,
    ReviewedPlan,
};

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
                "Before: no opportunity yet",
                "New",
                "From 2 to 4",
                "–",
                "–",
                "–",
            ],
            "",
            "",
        ),
        (
            "a review that is past",
            rated().says(review("2026-11-01")),
            "Since the last review, 1 November 2026",
            [
                "Before: no opportunity yet",
                "No change",
                "From 2 to 4",
                "–",
                "–",
                "–",
            ],
            "Answered or changed since then: 1 topic.",
            "",
        ),
        (
            "a review to come",
            rated().says(review("2026-12-01")),
            "Since the rating before",
            [
                "Before: no opportunity yet",
                "New",
                "From 2 to 4",
                "–",
                "–",
                "–",
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
        assert_eq!(sheet.safety, ["7 topics, none answered yet"], "{name}");
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

#[test]
fn the_lowest_stands_first_beside_what_readers_said() {
    let mut document = begun()
        .scores(PCA, 4)
        .scores(AUTONOMY, 1)
        .scores("self-monitoring", 3)
        .document();
    let plain = sheet(bundled(), &document, &bearing(&document), today());
    let titles: Vec<_> = plain.rows.iter().map(|row| row.title).take(3).collect();
    let title = |id: &str| bundled().competency(id).expect(id).title;
    assert_eq!(
        titles,
        [title(AUTONOMY), title("self-monitoring"), title(PCA)]
    );
    assert_eq!((plain.readers.len(), plain.supervisor.as_str()), (0, ""));
    let at = ClockReading {
        now: Moment::start_of(today()),
        today: today(),
    };
    for (place, name) in ["First", "Second", "Third"].into_iter().enumerate() {
        let day = today().plus_days(place as i64);
        let mut review = Review::new(day, ReviewedPlan::new(None, "00ff".into()));
        review.reviewer.name = name.into();
        let rating = ReviewRating::new(ReaderView::NotSeen);
        review.ratings.insert(AUTONOMY.into(), rating);
        document
            .receive_review(&name.into(), review, at)
            .expect("a review");
    }
    let full = sheet(bundled(), &document, &bearing(&document), today());
    assert_eq!(full.readers, ["Second", "Third"]);
    assert_eq!(full.supervisor, "Third");
    assert_eq!(
        full.rows[0].theirs,
        ["Has not seen this", "Has not seen this"]
    );
    assert_eq!(full.rows[1].theirs, ["Not answered", "Not answered"]);
}

#[test]
fn the_sheet_says_what_was_done_what_slipped_and_what_is_next() {
    let mut document = begun()
        .says(ProfileAnswer::NextReview(Day::parse("2026-11-01")))
        .document();
    let at = |day: &str| {
        let today = Day::parse(day).expect("a day");
        ClockReading {
            now: Moment::start_of(today),
            today,
        }
    };
    for (id, edits) in [
        (
            "own:old",
            vec![ActionEdit::Status(Some(ActionStatus::Done))],
        ),
        ("own:late", vec![ActionEdit::Month(Month::parse("2026-09"))]),
    ] {
        let own = ActionEdit::Own(format!("My {id}"));
        for edit in [own].into_iter().chain(edits) {
            document
                .change_action(&id.into(), edit, at("2026-10-10"))
                .expect("a change");
        }
    }
    for edit in [
        ActionEdit::Own("My own:new".into()),
        ActionEdit::Status(Some(ActionStatus::Done)),
    ] {
        document
            .change_action(&"own:new".into(), edit, at("2026-11-10"))
            .expect("a change");
    }
    let sheet = sheet(bundled(), &document, &bearing(&document), today());
    let under = |heading: &str| {
        let mut all = sheet.actions.iter();
        all.find(|it| it.0.starts_with(heading))
            .map_or(&[][..], |it| &it.1)
    };
    assert_eq!(under("Done"), ["My own:new (10 November 2026)"]);
    assert_eq!(
        under("Slipped"),
        ["My own:late (planned for September 2026)"]
    );
    assert!((1..=5).contains(&under("Next").len()), "{sheet:?}");
}

#[test]
fn the_sheet_lists_as_agreed_what_was_not_refused() {
    let now = Moment::parse("2026-11-23T10:00:00Z").expect("a moment");
    let at = ClockReading {
        now,
        today: today(),
    };
    let mut review = Review::new(today(), ReviewedPlan::new(None, "00ff".into()));
    let month = Month::parse("2027-02");
    review.actions = [("own:1", "Visit"), ("own:2", "Read"), ("own:3", "Shadow")]
        .map(|(id, title)| AgreedAction::new(id.into(), title, month))
        .into();
    let mut document = begun().document();
    document
        .receive_review(&"a".into(), review, at)
        .expect("it is taken in");
    document
        .accept_agreed(&"a".into(), &"own:1".into(), at)
        .expect("it is agreed");
    document
        .decline_agreed(&"a".into(), &"own:2".into(), at)
        .expect("it can be refused");
    let sheet = sheet(bundled(), &document, &bearing(&document), today());
    assert_eq!(
        sheet.agreed,
        [
            "Visit (February 2027)",
            "Shadow (February 2027, not taken on yet)"
        ]
    );
}

//! One worker's document, built as the app would, and its three files. Run
//! with `WAYMARK_WRITE_FIXTURES=1` to write the fixtures anew.

use std::{env, fs};

use waymark::domain::dates::{Day, Month};
use waymark::domain::document::{
    ActionEdit, ActionStatus, AgreedAction, AnswerChange, Course, Document, EntryChange, Evidence,
    Experience, FeatureSeen, LearningHours, ProfileAnswer, Rating, ReaderView, RequirementStatus,
    Review, ReviewRating, ReviewedPlan, SchemeFunded, TopicStatus, WhichEntry, WiderWork,
};
use waymark::domain::file::{
    FileKind, Purpose, ShareOption, WrittenAction, WrittenPlan, WrittenResource, encode, file_name,
    file_name_of,
};
use waymark::domain::framework::model::Target;
use waymark::domain::ids::{
    ActionId, CompetencyId, CourseId, DocumentId, EntryId, EvidenceId, PlanHash, ReviewId,
};
use waymark::domain::score::Score;
use waymark::domain::web_address::WebAddress;

use crate::support::{assert_valid, at, fixture, fixture_path, header, open, schema, stored};

fn today(id: &str) -> WhichEntry {
    WhichEntry::Today {
        new: EntryId::from(id),
    }
}

fn score(score: u8) -> EntryChange {
    EntryChange::Rating(Rating::Score(Score::new(score).expect("0 to 5")))
}

/// A link worker with something in every part of the document.
pub fn worker() -> Document {
    let first = at("2026-10-05T09:00:00Z");
    let later = at("2026-11-23T14:00:00Z");
    let mut document = Document::new(DocumentId::from("doc-5f2c")).expect("an id");
    let answers = [
        ProfileAnswer::Role(Some("social-prescribing-link-worker".into())),
        ProfileAnswer::Experience(Some(Experience::OneToTwoYears)),
        ProfileAnswer::Aim(Some("mid-career".into())),
        ProfileAnswer::Here(Some("early-career".into())),
        ProfileAnswer::Name("Sam Example".into()),
        ProfileAnswer::Workplace("Example Health Centre".into()),
        ProfileAnswer::SchemeFunded(Some(SchemeFunded::DontKnow)),
        ProfileAnswer::InSomerset(Some(true)),
        ProfileAnswer::HoursAMonth(Some(LearningHours::Known(0))),
        ProfileAnswer::Start(Day::parse("2025-09-01")),
        ProfileAnswer::Caseload(Some(["caseload-topics/dementia".into()].into())),
        ProfileAnswer::Wider(Some([WiderWork::Leadership].into())),
        ProfileAnswer::NextReview(Day::parse("2027-01-15")),
    ];
    for answer in answers {
        document
            .set_profile(answer, first)
            .expect("a profile answer");
    }
    rate(&mut document);
    let topic = "local-induction/supervision".into();
    let statuses = [
        AnswerChange::Status(Some(TopicStatus::NotRelevant)),
        AnswerChange::Note("Fridays, with Jo".into()),
        AnswerChange::Reason("Done through my employer".into()),
    ];
    for change in statuses {
        document
            .answer_topic(&topic, &[], change, first)
            .expect("a topic answer");
    }
    let requirement = "link-worker-des-a".into();
    let status = AnswerChange::Status(Some(RequirementStatus::Met));
    document
        .answer_requirement(&requirement, status, first)
        .expect("an answer");
    let note = AnswerChange::Note("Certificate in my folder".into());
    document
        .answer_requirement(&requirement, note, first)
        .expect("a note");
    plan(&mut document);
    let link = "https://example.org/the-new-address";
    document
        .replace_link(&"social-prescribing-e-learning".into(), link, later)
        .expect("a web address");
    let mut course = Course::new("Listening well", "Example Community College", later);
    course.url = WebAddress::parse("https://example.org/listening");
    course.notes = "Two Tuesday evenings in March".into();
    course.helps_with = vec![Target::Topic("level-1-skills/empathy".into())];
    document
        .put_course(&CourseId::from("course-1"), course, later)
        .expect("a course");
    conversation(&mut document);
    document
        .choose_achieved_at(Score::new(4).expect("0 to 5"), later)
        .expect("room");
    document
}

fn rate(document: &mut Document) {
    let first = at("2026-10-05T09:00:00Z");
    let later = at("2026-11-23T14:00:00Z");
    let person = CompetencyId::from("person-centred-approach");
    let link = WebAddress::parse("https://example.org/notes?id=1#top");
    let evidence = Evidence::new(
        EvidenceId::from("ev-1"),
        "A first meeting",
        "in September",
        link,
    );
    let changes = [
        (today("entry-1"), score(2), first),
        (
            today("-"),
            EntryChange::Reflection("I talked more than I listened.".into()),
            first,
        ),
        (today("-"), EntryChange::Evidence(evidence), first),
        (
            today("-"),
            EntryChange::Feature(
                "person-centred-approach/asks-first".into(),
                Some(FeatureSeen::Partly),
            ),
            first,
        ),
        (
            today("-"),
            EntryChange::Feature(
                "person-centred-approach/says-back".into(),
                Some(FeatureSeen::NotThere),
            ),
            first,
        ),
        (
            WhichEntry::RateAgain {
                new: EntryId::from("entry-2"),
            },
            score(3),
            later,
        ),
        (
            today("-"),
            EntryChange::Reflection("Better: “what matters to you?” came first.\nنعم 👍".into()),
            later,
        ),
    ];
    for (which, change, at) in changes {
        document.rate(&person, which, change, at).expect("a rating");
    }
    let none = EntryChange::Rating(Rating::NoOpportunity);
    document
        .rate(&"self-monitoring".into(), today("entry-3"), none, later)
        .expect("a rating");
    document
        .rate(
            &"promoting-autonomy".into(),
            today("entry-4"),
            score(0),
            later,
        )
        .expect("a rating");
}

fn plan(document: &mut Document) {
    let later = at("2026-11-23T14:00:00Z");
    let resource = ActionId::from("resource:social-prescribing-e-learning");
    let practise = ActionId::from("practise:promoting-autonomy");
    let own = ActionId::from("own:7d1e");
    let parts = [
        (&resource, ActionEdit::Status(Some(ActionStatus::Done))),
        (&resource, ActionEdit::Notes("Six short sessions".into())),
        (&practise, ActionEdit::Month(Month::parse("2027-01"))),
        (&practise, ActionEdit::Obstacles("Few joint visits".into())),
        (&practise, ActionEdit::Help("Jo, who has done it".into())),
        (
            &practise,
            ActionEdit::Learned("December is too short".into()),
        ),
        (&practise, ActionEdit::Pinned(true)),
        (&own, ActionEdit::Own("Visit the allotment project".into())),
        (&own, ActionEdit::Status(Some(ActionStatus::ToDo))),
    ];
    for (action, part) in parts {
        document
            .change_action(action, part, later)
            .expect("a change");
    }
    let aside = ActionId::from("resource:health-coaching-two-day");
    let reason = ActionEdit::Dismissed(Some("Not this year".into()));
    document
        .change_action(&aside, reason, later)
        .expect("a change");
    let swap = ActionEdit::Swapped(Some(resource.clone()));
    document
        .change_action(&aside, swap, later)
        .expect("a change");
}

/// What a supervisor sent back, and what of it was taken on.
fn conversation(document: &mut Document) {
    let later = at("2026-11-25T10:00:00Z");
    let plan = PlanHash::from("5d4140");
    document.note_saved_plan(&plan, later).expect("room");
    let day = Day::parse("2026-11-25").expect("a day");
    let of = ReviewedPlan::new(Day::parse("2026-11-23"), plan);
    let mut review = Review::new(day, of);
    review.reviewer.name = "Jo Sample".into();
    review.comment = "A good half-year".into();
    let seen = ReviewRating::new(ReaderView::NotSeen);
    review.ratings.insert("self-monitoring".into(), seen);
    let action = ActionId::from("practise:promoting-autonomy");
    let agreed = AgreedAction::new(action.clone(), "Practise it", Month::parse("2027-01"));
    review.actions.push(agreed);
    let id = ReviewId::from("review-1");
    document
        .receive_review(&id, review, later)
        .expect("a review");
    document
        .accept_agreed(&id, &action, later)
        .expect("it is agreed");
}

/// The worker's plan of two actions, as the plan would write it.
pub fn written_plan() -> WrittenPlan {
    let actions = vec![
        WrittenAction {
            id: ActionId::from("practise:promoting-autonomy"),
            kind: "practise".into(),
            title: "Practise Promoting Autonomy".into(),
            why: vec!["You rated Promoting Autonomy 0; Mid-career looks for 4.".into()],
            how: vec!["Ask one more question before you offer an answer.".into()],
            score: Score::new(0),
            resource: Some(WrittenResource {
                title: "Two-day health coaching".into(),
                provider: "Example College".into(),
                url: WebAddress::parse("https://example.org/coaching"),
            }),
            status: None,
            due: Month::parse("2027-01"),
            suggested: true,
            notes: "Ask Jo first".into(),
        },
        WrittenAction {
            id: ActionId::from("own:7d1e"),
            kind: "own".into(),
            title: "Visit the allotment project".into(),
            why: vec![],
            how: vec![],
            score: None,
            resource: None,
            status: Some(ActionStatus::ToDo),
            due: None,
            suggested: false,
            notes: String::new(),
        },
    ];
    WrittenPlan {
        supposed_aim: None,
        actions,
    }
}

/// The three files a worker can save, by fixture.
fn files() -> [(&'static str, String); 3] {
    let (document, plan) = (worker(), written_plan());
    let write = |purpose| encode(&document, purpose, &header(), &plan);
    [
        ("plan-default.json", write(Purpose::Plan(&[]))),
        (
            "plan-everything.json",
            write(Purpose::Plan(&ShareOption::ALL)),
        ),
        ("backup.json", write(Purpose::Backup)),
    ]
}

#[test]
fn files_are_written_as_the_fixtures_say() {
    for (name, text) in files() {
        if env::var_os("WAYMARK_WRITE_FIXTURES").is_some() {
            fs::write(fixture_path(name), &text).unwrap();
        }
        assert_eq!(String::from_utf8(fixture(name)).unwrap(), text, "{name}");
    }
}

#[test]
fn every_copy_is_valid_under_the_schema() {
    let schema = schema();
    for (name, text) in files() {
        assert_valid(&schema, name, &text);
    }
    assert_valid(&schema, "stored", &stored(&worker()));
    assert_valid(
        &schema,
        "stored, nothing entered",
        &stored(&Document::default()),
    );
}

#[test]
fn a_backup_and_a_stored_document_open_equal() {
    let document = worker();
    let (backup, stored) = (files()[2].1.clone(), stored(&document));
    for text in [backup, stored] {
        let opened = open(text.as_bytes()).unwrap();
        assert_eq!(opened.remarks, []);
        assert_eq!(opened.kind, FileKind::Backup);
        assert_eq!(opened.created, Some(header().created));
        assert_eq!(opened.app, header().app);
        assert_eq!(opened.framework, header().framework);
        assert_eq!(opened.document, document);
    }
}

#[test]
fn a_plan_shows_its_actions_and_has_no_document_id() {
    for (name, shown) in [("plan-default.json", 1), ("plan-everything.json", 2)] {
        let opened = open(&fixture(name)).unwrap();
        assert_eq!(opened.kind, FileKind::Plan);
        assert_eq!(opened.document.id(), None);
        assert_eq!(opened.plan.actions.len(), shown, "{name}");
        let mut document = opened.document;
        document.adopt(DocumentId::from("mine-now")).unwrap();
        assert_eq!(document.id(), Some(&DocumentId::from("mine-now")));
    }
    let everything = open(&fixture("plan-everything.json")).unwrap();
    assert_eq!(everything.plan, written_plan());
}

#[test]
fn a_stored_document_has_neither_plan_nor_line_breaks() {
    let text = encode(&worker(), Purpose::Stored, &header(), &written_plan());
    assert_eq!(text, stored(&worker()));
    assert!(!text.contains('\n') && !text.contains("\"plan\"") && !text.contains("\"about\""));
}

#[test]
fn files_are_named_by_kind_and_day() {
    let day = Day::parse("2026-11-23").unwrap();
    assert_eq!(
        file_name(FileKind::Plan, day),
        "waymark-plan-2026-11-23.json"
    );
    assert_eq!(
        file_name(FileKind::Backup, day),
        "waymark-backup-2026-11-23.json"
    );
}

#[test]
fn a_plan_is_named_after_its_worker_where_that_is_ticked() {
    let day = Day::parse("2026-11-23").unwrap();
    let long = "Wolfeschlegelsteinhausenbergerdorff ".repeat(6);
    let long_name = "Wolfeschlegelsteinhausenbergerdorff-".repeat(3);
    for (worker, between) in [
        (None, ""),
        (Some(""), ""),
        (Some("Sam Example"), "Sam-Example-"),
        (Some("  Sam\t de  Example "), "Sam-de-Example-"),
        (Some("Zoë Ó’Brien-Łuk 李"), "Zoë-Ó’Brien-Łuk-李-"),
        (Some("../a:b\\c*?\"<>|d.json"), "abcdjson-"),
        (Some("\u{202e}maS\u{7}"), "maS-"),
        (Some("/"), ""),
        (Some(long.as_str()), long_name.as_str()),
    ] {
        let name = file_name_of("plan", worker, day);
        assert_eq!(name, format!("waymark-plan-{between}2026-11-23.json"));
    }
}

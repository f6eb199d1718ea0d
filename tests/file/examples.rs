//! One worker's document, built as the app would, and its three files. Run
//! with `WAYMARK_WRITE_FIXTURES=1` to write the fixtures anew.

use std::{env, fs};

use waymark::domain::dates::{Day, Month};
use waymark::domain::document::{
    ActionPart, ActionStatus, AnswerChange, Course, Document, EntryChange, Evidence, Experience,
    Hours, ProfileAnswer, Rating, RequirementStatus, SchemeFunded, Seen, TopicStatus, Which, Wider,
};
use waymark::domain::file::{
    Kind, Purpose, Tick, WrittenAction, WrittenResource, encode, file_name,
};
use waymark::domain::framework::model::Target;
use waymark::domain::ids::{ActionId, CompetencyId, CourseId, DocumentId, EntryId, EvidenceId};
use waymark::domain::score::Score;
use waymark::domain::web_address::WebAddress;

use crate::support::{assert_valid, at, fixture, fixture_path, header, open, schema, stored};

fn today(id: &str) -> Which {
    Which::Today {
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
        ProfileAnswer::HoursAMonth(Some(Hours::Known(0))),
        ProfileAnswer::Start(Day::parse("2025-09-01")),
        ProfileAnswer::Caseload(Some(["caseload-topics/dementia".into()].into())),
        ProfileAnswer::Wider(Some([Wider::Leadership].into())),
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
                Some(Seen::Partly),
            ),
            first,
        ),
        (
            today("-"),
            EntryChange::Feature(
                "person-centred-approach/says-back".into(),
                Some(Seen::NotThere),
            ),
            first,
        ),
        (
            Which::Again {
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
        (&resource, ActionPart::Status(Some(ActionStatus::Done))),
        (&resource, ActionPart::Notes("Six short sessions".into())),
        (&practise, ActionPart::Month(Month::parse("2027-01"))),
        (&practise, ActionPart::Obstacles("Few joint visits".into())),
        (&practise, ActionPart::Help("Jo, who has done it".into())),
        (
            &practise,
            ActionPart::Learned("December is too short".into()),
        ),
        (&practise, ActionPart::Pinned(true)),
        (&own, ActionPart::Own("Visit the allotment project".into())),
        (&own, ActionPart::Status(Some(ActionStatus::ToDo))),
    ];
    for (action, part) in parts {
        document
            .change_action(action, part, later)
            .expect("a change");
    }
    let aside = ActionId::from("resource:health-coaching-two-day");
    let reason = ActionPart::Dismissed(Some("Not this year".into()));
    document
        .change_action(&aside, reason, later)
        .expect("a change");
    let swap = ActionPart::Swapped(Some(resource.clone()));
    document
        .change_action(&aside, swap, later)
        .expect("a change");
}

/// Two actions of the worker's plan, as the plan would write them.
pub fn actions() -> Vec<WrittenAction> {
    vec![
        WrittenAction {
            id: ActionId::from("practise:promoting-autonomy"),
            kind: "practise".into(),
            title: "Practise Promoting Autonomy".into(),
            why: vec!["You rated Promoting Autonomy 0; Mid-career looks for 4.".into()],
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
            resource: None,
            status: Some(ActionStatus::ToDo),
            due: None,
            suggested: false,
            notes: String::new(),
        },
    ]
}

/// The three files a worker can save, by fixture.
fn files() -> [(&'static str, String); 3] {
    let (document, actions) = (worker(), actions());
    let write = |purpose| encode(&document, purpose, &header(), &actions);
    [
        ("plan-default.json", write(Purpose::Plan(&[]))),
        ("plan-everything.json", write(Purpose::Plan(&Tick::ALL))),
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
        assert_eq!(opened.kind, Kind::Backup);
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
        assert_eq!(opened.kind, Kind::Plan);
        assert_eq!(opened.document.id(), None);
        assert_eq!(opened.actions.len(), shown, "{name}");
        let mut document = opened.document;
        document.adopt(DocumentId::from("mine-now")).unwrap();
        assert_eq!(document.id(), Some(&DocumentId::from("mine-now")));
    }
    let everything = open(&fixture("plan-everything.json")).unwrap();
    assert_eq!(everything.actions, actions());
}

#[test]
fn a_stored_document_has_neither_plan_nor_line_breaks() {
    let text = encode(&worker(), Purpose::Stored, &header(), &actions());
    assert_eq!(text, stored(&worker()));
    assert!(!text.contains('\n') && !text.contains("\"plan\"") && !text.contains("\"about\""));
}

#[test]
fn files_are_named_by_kind_and_day() {
    let day = Day::parse("2026-11-23").unwrap();
    assert_eq!(file_name(Kind::Plan, day), "waymark-plan-2026-11-23.json");
    assert_eq!(
        file_name(Kind::Backup, day),
        "waymark-backup-2026-11-23.json"
    );
}

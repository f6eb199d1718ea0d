//! A worker's answers while the host's pack changes: a course that is gone keeps
//! what was said of it, in every file and merge, and is there again with it.

use waymark::domain::dates::{Day, Moment, Month};
use waymark::domain::document::{
    ActionEdit, ActionStatus, AnswerChange, ClockReading, Document, Experience, ProfileAnswer,
    TopicStatus,
};
use waymark::domain::file::{
    FileRemark, FrameworkName, Header, KnownIds, Purpose, WrittenPlan, decode, encode, merge,
};
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::Framework;
use waymark::domain::ids::{ActionId, ResourceId};
use waymark::domain::local::Pack;
use waymark::domain::plan::{ActionKind, generate};

use crate::support::mallowshire;

fn at(moment: &str) -> ClockReading {
    let now = Moment::parse(moment).expect("a moment");
    ClockReading {
        now,
        today: now.utc_day(),
    }
}

fn today() -> Day {
    Day::parse("2026-11-28").expect("a day")
}

fn header() -> Header {
    Header {
        created: at("2026-11-28T10:00:00Z").now,
        app: "waymark 0.1.0".into(),
        framework: FrameworkName::of(bundled()),
    }
}

/// A new link worker in the pack's area, who has everything still to learn.
fn worker() -> Document {
    let mut worker = Document::default();
    let early = at("2026-11-01T09:00:00Z");
    for answer in [
        ProfileAnswer::Role(Some("social-prescribing-link-worker".into())),
        ProfileAnswer::Experience(Some(Experience::JustStarting)),
        ProfileAnswer::InArea("Mallowshire".into(), Some(true)),
    ] {
        worker.set_profile(answer, early).expect("an answer");
    }
    for topic in &bundled().topics {
        let not_yet = AnswerChange::Status(Some(TopicStatus::NotYet));
        worker
            .answer_topic(&topic.id, &[], not_yet, early)
            .expect("an answer");
    }
    worker
}

/// The first course of the host's own in the worker's plan.
fn local_course(framework: &Framework, worker: &Document) -> Option<(ActionId, ResourceId)> {
    let plan = generate(framework, worker, today());
    let mut courses = plan.actions().filter(|it| it.kind == ActionKind::Learn);
    courses.find_map(|it| {
        let resource = it.resource.as_ref().filter(|it| it.added_by.is_some())?;
        Some((it.id.clone(), resource.id.clone()?))
    })
}

/// The pack without one of its courses.
fn without(pack: &Pack, course: &ResourceId) -> Pack {
    let mut fewer = pack.clone();
    fewer.courses.remove(course).expect("one of its courses");
    fewer
}

fn marked(worker: &Document, action: &ActionId, edit: ActionEdit, when: &str) -> Document {
    let mut marked = worker.clone();
    marked
        .change_action(action, edit, at(when))
        .expect("a mark");
    marked
}

#[test]
fn a_course_that_is_gone_keeps_what_was_said_of_it() {
    let pack = mallowshire();
    let before = bundled().with_pack(&pack);
    let worker = worker();
    let (action, course) = local_course(&before, &worker).expect("a course near by is planned");
    let doing = ActionEdit::Status(Some(ActionStatus::Doing));
    let here = marked(&worker, &action, doing, "2026-11-02T09:00:00Z");
    let note = ActionEdit::Notes("Ask Mo for the day off".into());
    let there = marked(&worker, &action, note, "2026-11-03T09:00:00Z");

    let after = bundled().with_pack(&without(&pack, &course));
    let known = KnownIds::of(&after);
    // What was begun stays in the plan as what it is: gone.
    let month = ActionEdit::Month(Month::parse("2027-01"));
    let planned = marked(&worker, &action, month, "2026-11-02T09:00:00Z");
    for (document, is_begun) in [
        (&worker, false),
        (&here, true),
        (&there, true),
        (&planned, true),
    ] {
        let plan = generate(&after, document, today());
        let gone = plan.actions().find(|it| it.id == action);
        assert_eq!(gone.is_some(), is_begun);
        if let Some(gone) = gone {
            assert_eq!(gone.kind, ActionKind::Unknown);
            assert_eq!(gone.resource, None);
            assert!(
                gone.title.ends_with("(no longer listed here)"),
                "{}",
                gone.title
            );
        }
    }

    // Each backup opens where the course is gone, says so, and has all of it.
    let open = |document: &Document| {
        let file = encode(
            document,
            Purpose::Backup,
            &header(),
            &WrittenPlan::default(),
        );
        decode(file.as_bytes(), &known).expect("it opens")
    };
    for (name, document) in [("here", &here), ("there", &there)] {
        let opened = open(document);
        assert_eq!(
            opened.document.change(&action),
            document.change(&action),
            "{name}"
        );
        let is_said = opened.remarks.iter().any(|it| {
            matches!(it, FileRemark::UnknownId { id, .. } if action.as_str().ends_with(id.as_str()))
                && it
                    .sentence("backup.json")
                    .contains("the local list of this site does not have")
        });
        assert!(is_said, "{name}: {:?}", opened.remarks);
    }

    // And so does what becomes of both, whichever comes first.
    let later = at("2026-11-28T10:00:00Z").now;
    for (a, b) in [(&here, &there), (&there, &here)] {
        let both = merge(&open(a).document, &open(b).document, later).expect("room for both");
        let change = both.document.change(&action).expect("it is kept");
        assert_eq!(change.notes, "Ask Mo for the day off");
        // Once the host has the course again, it is planned as it was left.
        let again = generate(&before, &both.document, today());
        let planned = again
            .actions()
            .find(|it| it.id == action)
            .expect("it is back");
        assert_eq!(planned.yours.as_ref(), Some(change));
        assert!(planned.resource.is_some());
    }
}

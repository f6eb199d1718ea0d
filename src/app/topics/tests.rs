//! What the pages of topics show, and what answering many at once changes
//! and puts back.

mod shown;

use super::*;
use crate::domain::dates::Moment;
use crate::domain::document::ClockReading;
use crate::domain::framework::bundled;

fn at(second: u32) -> ClockReading {
    let now = Moment::parse(&format!("2026-11-23T10:00:{second:02}Z")).expect("a moment");
    ClockReading {
        now,
        today: now.utc_day(),
    }
}

fn section(id: &str) -> &'static Section {
    bundled().section(id).expect("a section")
}

fn topic(id: &str) -> &'static Topic {
    bundled().topic(id).expect("a topic")
}

fn topics(section: &'static Section) -> Vec<&'static Topic> {
    bundled().topics_of(section).collect()
}

type Given = AnswerChange<TopicStatus>;
/// Answers in the order in which they are given.
type All<'a> = &'a [(&'a str, Given)];

fn answered(all: All) -> Document {
    let mut document = Document::default();
    for (second, (id, given)) in all.iter().enumerate() {
        let it = topic(id);
        document
            .answer_topic(&it.id, &it.same_as, given.clone(), at(second as u32))
            .expect("an answer");
    }
    document
}

fn is(status: TopicStatus) -> Given {
    AnswerChange::Status(Some(status))
}

use TopicStatus::{Confident, InProgress, NotRelevant, NotYet};

#[test]
fn every_section_asks_in_words_that_fit_it() {
    for (id, confident, under_way) in [
        (
            "local-induction",
            "I have this, or have done it",
            "Under way",
        ),
        (
            "core-knowledge",
            "I know this well enough to use it",
            "I am learning about it",
        ),
        (
            "level-1-skills",
            "I am confident in this",
            "I am working on it",
        ),
        (
            "level-2-skills",
            "I am confident in this",
            "I am working on it",
        ),
        (
            "level-3-components",
            "I am confident in this",
            "I am working on it",
        ),
        (
            "models-and-tools",
            "I know this well enough to use it",
            "I am learning about it",
        ),
        (
            "workshop-competencies",
            "I am confident in this",
            "I am working on it",
        ),
        (
            "caseload-topics",
            "I know this well enough to use it",
            "I am learning about it",
        ),
    ] {
        let words = answers(section(id)).map(|(_, words)| words);
        assert_eq!(
            words,
            [confident, under_way, "Not yet", "Not relevant to me"],
            "{id}"
        );
    }
}

#[test]
fn a_control_gives_back_the_answer_it_stands_for() {
    for (given, _) in answers(section("local-induction")) {
        assert_eq!(status(value(given)), Some(given));
    }
    assert_eq!(status("met"), None);
}

#[track_caller]
fn check_progress(id: &str, document: &Document, expected: &str) {
    let section = section(id);
    assert_eq!(progress(document, section, &topics(section)), expected);
}

#[test]
fn only_answers_count_as_answered() {
    let note = AnswerChange::Note("ask Jo".into());
    let table: [(&str, All, &str); 9] = [
        ("level-1-skills", &[], "0 of 14 answered"),
        (
            "level-1-skills",
            &[("level-1-skills/empathy", note.clone())],
            "0 of 14 answered",
        ),
        (
            "level-1-skills",
            &[
                ("level-1-skills/empathy", is(Confident)),
                ("level-1-skills/active-listening", is(NotYet)),
                ("level-1-skills/cone", is(InProgress)),
            ],
            "3 of 14 answered, 2 to work on",
        ),
        (
            "level-1-skills",
            &[
                ("level-1-skills/empathy", is(NotYet)),
                ("level-1-skills/empathy", AnswerChange::Status(None)),
            ],
            "0 of 14 answered",
        ),
        (
            "level-1-skills",
            &[("workshop-competencies/empathy", is(Confident))],
            "1 of 14 answered",
        ),
        (
            "level-1-skills",
            &[("level-1-skills/empathy", is(NotRelevant))],
            "1 of 14 answered, 1 not relevant to you",
        ),
        (
            "models-and-tools",
            &[("models-and-tools/com-b", is(NotYet))],
            "1 of 13 answered",
        ),
        (
            "local-induction",
            &[("local-induction/clinical-escalation", is(NotRelevant))],
            "1 of 11 answered, 1 to work on",
        ),
        (
            "local-induction",
            &[
                ("local-induction/clinical-escalation", is(NotRelevant)),
                (
                    "local-induction/clinical-escalation",
                    AnswerChange::Reason("Done through my employer".into()),
                ),
            ],
            "1 of 11 answered, 1 not relevant to you",
        ),
    ];
    for (id, given, expected) in table {
        check_progress(id, &answered(given), expected);
    }
}

#[test]
fn only_a_picked_topic_is_something_to_work_on() {
    let id = topics(section("caseload-topics"))[0].id.as_str();
    let mut document = answered(&[(id, is(NotYet))]);
    check_progress("caseload-topics", &document, "0 of 19 picked, 1 answered");
    let Change::Profile(picked) = pick(&document, &topic(id).id, true) else {
        panic!("another change");
    };
    document.set_profile(picked, at(5)).expect("room");
    check_progress(
        "caseload-topics",
        &document,
        "1 of 19 picked, 1 answered, 1 to work on",
    );
    let Change::Profile(none) = pick(&document, &topic(id).id, false) else {
        panic!("another change");
    };
    assert_eq!(none, ProfileAnswer::Caseload(None));
}

#[test]
fn every_section_stands_on_the_page_once_and_what_matters_comes_first() {
    let framework = bundled();
    let document = Document::default();
    let groups = groups(framework, &Bearing::of(framework, &document));
    let shown: Vec<Vec<&str>> = groups
        .iter()
        .map(|group| group.sections.iter().map(|it| it.id.as_str()).collect())
        .collect();
    assert_eq!(
        shown[..3],
        [
            vec!["local-induction", "core-knowledge"],
            vec!["caseload-topics", "specialist-areas"],
            vec!["level-1-skills", "level-2-skills", "level-3-components"],
        ]
    );
    let mut all = shown.concat();
    assert_eq!(all.len(), framework.sections.len());
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), framework.sections.len());
    let closed: Vec<bool> = groups.iter().map(|group| group.closed).collect();
    assert_eq!(closed, [false, false, true, true]);
    for (id, before, after) in [
        ("local-induction", None, Some("core-knowledge")),
        (
            "core-knowledge",
            Some("local-induction"),
            Some("caseload-topics"),
        ),
        ("workshop-competencies", Some("professional-practice"), None),
    ] {
        let (b, a) = neighbours(&groups, section(id));
        assert_eq!(b.map(|it| it.id.as_str()), before, "before {id}");
        assert_eq!(a.map(|it| it.id.as_str()), after, "after {id}");
    }
}

#[test]
fn an_answer_says_where_it_was_given() {
    let (here, there) = ("level-1-skills/empathy", "workshop-competencies/empathy");
    let table: [(All, Option<&str>); 5] = [
        (&[], None),
        (&[(here, is(Confident))], None),
        (&[(there, is(Confident))], Some(there)),
        // The one changed last stands.
        (&[(there, is(Confident)), (here, is(NotYet))], None),
        (
            &[(there, is(Confident)), (there, AnswerChange::Status(None))],
            None,
        ),
    ];
    for (given, expected) in table {
        let document = answered(given);
        let found = given_elsewhere(bundled(), &document, topic(here));
        assert_eq!(found.map(|(it, _)| it.id.as_str()), expected, "{given:?}");
    }
    let places: Vec<&str> = same(bundled(), topic(here))
        .iter()
        .map(|(_, section)| section.id.as_str())
        .collect();
    assert_eq!(places, ["workshop-competencies"]);
}

/// What the pages show of every topic.
fn shown(document: &Document) -> Vec<(&TopicId, Option<TopicStatus>, &str, &str)> {
    bundled()
        .topics
        .iter()
        .map(|it| {
            let (status, note, reason) = current_answer(document, it);
            (&it.id, status, note, reason)
        })
        .collect()
}

fn apply(document: &mut Document, ids: &[&Topic], given: &Given, second: u32) {
    for it in ids {
        document
            .answer_topic(&it.id, &it.same_as, given.clone(), at(second))
            .expect("room");
    }
}

#[test]
fn undoing_a_press_puts_back_exactly_what_was_there() {
    let before: All = &[
        ("level-1-skills/empathy", is(Confident)),
        // Two that are the same thing, in one section.
        (
            "legislation-and-policy/information-governance",
            AnswerChange::Note("ask about the cupboard".into()),
        ),
        ("core-knowledge/cultural-competence", is(NotYet)),
        (
            "local-induction/clinical-escalation",
            AnswerChange::Reason("on the ward".into()),
        ),
    ];
    for pressed in [Confident, InProgress, NotYet, NotRelevant] {
        for section in bundled().sections.iter() {
            let mut document = answered(before);
            let was = document.clone();
            let press = mark_all(&document, &topics(section), pressed);
            let marked: Vec<&Topic> = press.topics.iter().map(|id| topic(id.as_str())).collect();
            apply(&mut document, &marked, &is(pressed), 30);
            for it in topics(section) {
                assert!(current_answer(&document, it).0.is_some(), "{}", it.id);
            }
            let back = to_undo(bundled(), &document, &press);
            assert_eq!(back.len(), press.topics.len());
            apply(&mut document, &back, &AnswerChange::Status(None), 31);
            assert_eq!(shown(&document), shown(&was), "{} {pressed:?}", section.id);
            assert!(to_undo(bundled(), &document, &press).is_empty());
        }
    }
}

#[test]
fn a_press_leaves_answers_alone_and_its_undo_what_changed_since() {
    let mut document = answered(&[("level-1-skills/empathy", is(Confident))]);
    let all = topics(section("level-1-skills"));
    let press = mark_all(&document, &all, NotYet);
    assert_eq!(press.topics.len(), all.len() - 1);
    let marked: Vec<&Topic> = press.topics.iter().map(|id| topic(id.as_str())).collect();
    apply(&mut document, &marked, &is(NotYet), 30);
    let since = topic("level-1-skills/active-listening");
    apply(&mut document, &[since], &is(Confident), 31);
    let back = to_undo(bundled(), &document, &press);
    assert_eq!(back.len(), press.topics.len() - 1);
    apply(&mut document, &back, &AnswerChange::Status(None), 32);
    check_progress("level-1-skills", &document, "2 of 14 answered");
}

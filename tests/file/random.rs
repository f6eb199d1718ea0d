//! Documents a worker might make: any sequence of changes through the public
//! methods, with texts that break careless programs.

use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngSeed};
use serde_json::{Value, json};
use waymark::domain::dates::{Day, Moment, Month};
use waymark::domain::document::*;
use waymark::domain::framework::model::Target;
use waymark::domain::ids::*;
use waymark::domain::limits;
use waymark::domain::score::Score;
use waymark::domain::web_address::WebAddress;

use crate::support::{open, stored};

// Every strategy is boxed: their types nested would overflow a test's stack.

/// The same cases in every run; `PROPTEST_CASES` asks for more of them.
pub fn config() -> Config {
    let more = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        cases: more.unwrap_or(128),
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..Config::default()
    }
}

/// One change.
#[derive(Clone, Debug)]
pub enum Op {
    Profile(ProfileAnswer),
    Rate(CompetencyId, Which, EntryChange),
    Topic(TopicId, Vec<TopicId>, AnswerChange<TopicStatus>),
    Requirement(RequirementId, AnswerChange<RequirementStatus>),
    Action(ActionId, ActionPart),
    Link(ResourceId, String),
    Course(CourseId, Course),
    RemoveCourse(CourseId),
    AchievedAt(Score),
}

impl Op {
    pub fn apply(self, document: &mut Document, at: At) -> Result<(), ChangeError> {
        match self {
            Self::Profile(answer) => document.set_profile(answer, at),
            Self::Rate(competency, which, change) => document.rate(&competency, which, change, at),
            Self::Topic(topic, same, change) => document.answer_topic(&topic, &same, change, at),
            Self::Requirement(id, change) => document.answer_requirement(&id, change, at),
            Self::Action(action, part) => document.change_action(&action, part, at),
            Self::Link(resource, url) => document.replace_link(&resource, &url, at),
            Self::Course(id, course) => document.put_course(&id, course, at),
            Self::RemoveCourse(id) => document.remove_course(&id, at),
            Self::AchievedAt(score) => document.choose_achieved_at(score, at),
        }
    }
}

/// Texts of up to about `most` UTF-16 units: ordinary, hostile, at the limit
/// and just over it.
fn text(most: usize) -> BoxedStrategy<String> {
    let pieces = select(vec![
        "",
        "a",
        "é",
        "\"",
        "\\",
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{7f}",
        "\u{1f}",
        "😀",
        "👩‍👩‍👧",
        "नमस्ते",
        "שלום",
        "\u{202e}",
        "\u{2028}",
        "\u{feff}",
        "\u{ffff}",
        "\u{10ffff}",
        "<b>",
        "]]>",
        "null",
        "{\"a\":1}",
        "javascript:",
        "'; --",
        "=1+1",
    ]);
    let at_limit = select(vec!["x", "\0", "\"", "न"]);
    prop_oneof![
        6 => vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
        2 => any::<String>(),
        1 => at_limit.clone().prop_map(move |c| c.repeat(most)),
        1 => at_limit.prop_map(move |c| c.repeat(most + 1)),
        1 => Just("😀".repeat(most / 2)),
    ]
    .boxed()
}

/// A few ids that meet often, and some that no framework has.
fn id<T: for<'a> From<&'a str> + Clone + std::fmt::Debug + 'static>() -> BoxedStrategy<T> {
    let common = select(vec![
        "one",
        "two",
        "three/four",
        "own:five",
        "resource:one",
        "a\"b\\c",
    ]);
    prop_oneof![
        12 => common.prop_map(T::from),
        1 => any::<String>().prop_map(|id| T::from(&id)),
        1 => Just(T::from(&"y".repeat(limits::ID.most))),
        1 => Just(T::from(&"y".repeat(limits::ID.most + 1))),
        1 => Just(T::from("")),
    ]
    .boxed()
}

pub fn day() -> BoxedStrategy<Day> {
    let start = Day::new(2026, 11, 20).expect("a day");
    prop_oneof![
        9 => (0..9i64).prop_map(move |days| start.plus_days(days)),
        1 => (-4_000_000..4_000_000i64).prop_map(move |days| start.plus_days(days)),
    ]
    .boxed()
}

fn month() -> BoxedStrategy<Month> {
    day().prop_map(Day::month).boxed()
}

/// Times on a few days, in any order: clocks go wrong.
pub fn at() -> BoxedStrategy<At> {
    (day(), 0..4i64)
        .prop_map(|(today, seconds)| {
            let now = Moment::start_of(today).unix() + 12 * 3600 + seconds;
            At {
                now: Moment::from_unix(now).expect("a moment"),
                today,
            }
        })
        .boxed()
}

fn score() -> BoxedStrategy<Score> {
    select(Score::ALL.to_vec()).boxed()
}

fn link() -> BoxedStrategy<Option<WebAddress>> {
    let links = [
        "https://example.org/",
        "http://example.org/?a=\"b\"#é",
        "HTTPS://例え.jp/",
    ];
    let long = format!(
        "https://example.org/{}",
        "न".repeat(limits::ADDRESS.most - 20)
    );
    let mut all: Vec<_> = links.iter().map(|link| WebAddress::parse(link)).collect();
    all.extend([WebAddress::parse(&long), None]);
    select(all).boxed()
}

fn profile_answer() -> BoxedStrategy<ProfileAnswer> {
    use ProfileAnswer as A;
    let experience = select(vec![
        None,
        Some(Experience::JustStarting),
        Some(Experience::UnderAYear),
        Some(Experience::OneToTwoYears),
        Some(Experience::ThreeYearsOrMore),
    ]);
    let funded = select(vec![
        None,
        Some(SchemeFunded::Yes),
        Some(SchemeFunded::No),
        Some(SchemeFunded::DontKnow),
    ]);
    let hours = prop_oneof![
        Just(None),
        Just(Some(Hours::Unknown)),
        (0..800u16).prop_map(|hours| Some(Hours::Known(hours))),
    ];
    let wider = select(vec![
        Wider::WiderResponsibilities,
        Wider::Leadership,
        Wider::Specialism,
    ]);
    prop_oneof![
        proptest::option::of(id()).prop_map(A::Role),
        experience.prop_map(A::Experience),
        proptest::option::of(id()).prop_map(A::Aim),
        proptest::option::of(id()).prop_map(A::Here),
        text(limits::NAME.most).prop_map(A::Name),
        text(limits::WORKPLACE.most).prop_map(A::Workplace),
        funded.prop_map(A::SchemeFunded),
        any::<Option<bool>>().prop_map(A::InSomerset),
        hours.prop_map(A::HoursAMonth),
        proptest::option::of(day()).prop_map(A::Start),
        proptest::option::of(btree_set(id(), 0..4))
            .prop_map(|topics| A::Caseload(topics.map(|all| all.into_iter().collect()))),
        proptest::option::of(btree_set(wider, 0..4))
            .prop_map(|wider| A::Wider(wider.map(|all| all.into_iter().collect()))),
        proptest::option::of(day()).prop_map(A::NextReview),
    ]
    .boxed()
}

fn which() -> BoxedStrategy<Which> {
    let ids = || "[a-z]{2}".prop_map(|id| EntryId::from(id.as_str()));
    prop_oneof![
        6 => ids().prop_map(|new| Which::Today { new }),
        2 => ids().prop_map(|new| Which::Again { new }),
        1 => ids().prop_map(Which::This),
        1 => id().prop_map(|new| Which::Again { new }),
    ]
    .boxed()
}

fn entry_change() -> BoxedStrategy<EntryChange> {
    let rating = prop_oneof![
        score().prop_map(Rating::Score),
        Just(Rating::NoOpportunity),
        Just(Rating::Cleared),
    ];
    let seen = select(vec![
        None,
        Some(Seen::Seen),
        Some(Seen::Partly),
        Some(Seen::NotThere),
    ]);
    let evidence = (
        id(),
        text(limits::EVIDENCE_WHAT.most),
        text(limits::EVIDENCE_WHEN.most),
        link(),
    );
    prop_oneof![
        4 => rating.prop_map(EntryChange::Rating),
        3 => text(limits::REFLECTION.most).prop_map(EntryChange::Reflection),
        3 => (id(), seen).prop_map(|(id, seen)| EntryChange::Feature(id, seen)),
        3 => evidence
            .prop_map(|(id, what, when, link)| EntryChange::Evidence(Evidence::new(id, what, when, link))),
        1 => id().prop_map(EntryChange::RemoveEvidence),
        1 => Just(EntryChange::Blank),
    ].boxed()
}

fn answer<S: Clone + std::fmt::Debug + 'static>(
    statuses: Vec<Option<S>>,
) -> BoxedStrategy<AnswerChange<S>> {
    prop_oneof![
        select(statuses).prop_map(AnswerChange::Status),
        text(limits::NOTE.most).prop_map(AnswerChange::Note),
        text(limits::REASON.most).prop_map(AnswerChange::Reason),
    ]
    .boxed()
}

fn action_part() -> BoxedStrategy<ActionPart> {
    let status = select(vec![
        None,
        Some(ActionStatus::ToDo),
        Some(ActionStatus::Doing),
        Some(ActionStatus::Done),
    ]);
    prop_oneof![
        status.prop_map(ActionPart::Status),
        proptest::option::of(month()).prop_map(ActionPart::Month),
        text(limits::NOTE.most).prop_map(ActionPart::Notes),
        text(limits::NOTE.most).prop_map(ActionPart::Obstacles),
        text(limits::NOTE.most).prop_map(ActionPart::Help),
        text(limits::NOTE.most).prop_map(ActionPart::Learned),
        proptest::option::of(text(limits::REASON.most)).prop_map(ActionPart::Dismissed),
        any::<bool>().prop_map(ActionPart::Pinned),
        proptest::option::of(id()).prop_map(ActionPart::Swapped),
        text(limits::TITLE.most).prop_map(ActionPart::Own),
    ]
    .boxed()
}

fn course() -> BoxedStrategy<Course> {
    let target = prop_oneof![
        id().prop_map(Target::Topic),
        id().prop_map(Target::Competency),
        id().prop_map(Target::Section),
        id().prop_map(Target::Requirement),
    ];
    let texts = (
        text(limits::TITLE.most),
        text(limits::PROVIDER.most),
        text(limits::NOTE.most),
    );
    (texts, link(), vec(target, 0..3), any::<bool>(), at())
        .prop_map(|((title, provider, notes), url, helps_with, removed, at)| {
            let mut course = Course::new(title, provider, at);
            course.notes = notes;
            course.url = url;
            course.helps_with = helps_with;
            course.removed = removed;
            course
        })
        .boxed()
}

fn url() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        text(limits::ADDRESS.most),
        link().prop_map(|link| link.map_or(String::new(), |link| link.as_str().to_owned())),
    ]
    .boxed()
}

pub fn op() -> BoxedStrategy<Op> {
    use RequirementStatus as R;
    use TopicStatus as T;
    let topics = vec![
        None,
        Some(T::Confident),
        Some(T::InProgress),
        Some(T::NotYet),
        Some(T::NotRelevant),
    ];
    let requirements = vec![
        None,
        Some(R::Met),
        Some(R::NotMet),
        Some(R::Unsure),
        Some(R::DoesNotApply),
    ];
    prop_oneof![
        3 => profile_answer().prop_map(Op::Profile),
        6 => (id(), which(), entry_change()).prop_map(|(id, which, change)| Op::Rate(id, which, change)),
        3 => (id(), vec(id(), 0..3), answer(topics)).prop_map(|(id, same, change)| Op::Topic(id, same, change)),
        2 => (id(), answer(requirements)).prop_map(|(id, change)| Op::Requirement(id, change)),
        3 => (id(), action_part()).prop_map(|(id, part)| Op::Action(id, part)),
        1 => (id(), url()).prop_map(|(id, url)| Op::Link(id, url)),
        2 => (id(), course()).prop_map(|(id, course)| Op::Course(id, course)),
        1 => id().prop_map(Op::RemoveCourse),
        1 => score().prop_map(Op::AchievedAt),
    ].boxed()
}

pub fn ops() -> BoxedStrategy<Vec<(Op, At)>> {
    vec((op(), at()), 0..40).boxed()
}

/// A value no version knows.
fn unknown() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text(50).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec(("[a-z\"\\\\é]{1,3}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Puts an unknown field into the group at hand, counted over all there are.
fn put_unknown(value: &mut Value, countdown: &mut usize, unknown: &Value) {
    match value {
        Value::Array(items) => {
            items
                .iter_mut()
                .for_each(|item| put_unknown(item, countdown, unknown));
        }
        Value::Object(fields) => {
            fields
                .values_mut()
                .for_each(|value| put_unknown(value, countdown, unknown));
            if *countdown == 0 {
                fields.insert("zz-unknown".into(), unknown.clone());
            }
            *countdown = countdown.wrapping_sub(1);
        }
        _ => {}
    }
}

/// Any document: changes, then a newer version's fields, then more changes.
pub fn document() -> BoxedStrategy<Document> {
    let unknown = vec((0..30usize, unknown()), 0..4);
    (
        proptest::option::of("[a-z]{1,9}"),
        ops(),
        unknown,
        vec((op(), at()), 0..6),
    )
        .prop_map(|(id, ops, unknown, more)| {
            let mut document = Document::default();
            if let Some(id) = id {
                document
                    .adopt(DocumentId::from(id.as_str()))
                    .expect("an id");
            }
            for (op, at) in ops {
                // A change that is refused changes nothing: a law of its own.
                let _ = op.apply(&mut document, at);
            }
            for (countdown, unknown) in unknown {
                let mut file: Value = serde_json::from_str(&stored(&document)).expect("JSON");
                put_unknown(&mut file, &mut { countdown }, &unknown);
                // In a table of entries it is no entry, and refused.
                if let Ok(opened) = open(file.to_string().as_bytes()) {
                    document = opened.document;
                }
            }
            for (op, at) in more {
                let _ = op.apply(&mut document, at);
            }
            document
        })
        .boxed()
}

/// A document and a copy of it that went its own way.
pub fn two_copies() -> BoxedStrategy<(Document, Document)> {
    (
        document(),
        vec((op(), at()), 0..12),
        vec((op(), at()), 0..12),
    )
        .prop_map(|(start, one, two)| {
            let change = |ops: Vec<(Op, At)>| {
                let mut document = start.clone();
                for (op, at) in ops {
                    let _ = op.apply(&mut document, at);
                }
                document
            };
            (change(one), change(two))
        })
        .boxed()
}

#[test]
fn a_random_document_reaches_every_part() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::new(config());
    let mut names = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let document = document()
            .new_tree(&mut runner)
            .expect("a document")
            .current();
        let file: Value = serde_json::from_str(&stored(&document)).expect("JSON");
        collect_names(&file, &mut names);
    }
    let schema: Value = json!(
        std::fs::read_to_string(
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/waymark-1.schema.json")
        )
        .expect("the schema")
    );
    let schema: Value = serde_json::from_str(schema.as_str().expect("text")).expect("JSON");
    let defs = schema["$defs"].as_object().expect("definitions");
    let written_only = ["Plan", "Action", "Resource"];
    let stored_defs = defs
        .iter()
        .filter(|(name, _)| !written_only.contains(&name.as_str()));
    for (def, shape) in stored_defs.chain([(&"File".to_owned(), &schema)]) {
        for field in shape["properties"].as_object().expect("properties").keys() {
            let not_stored = def == "File" && matches!(field.as_str(), "about" | "plan");
            assert!(
                not_stored || names.contains(field),
                "{def}.{field} never came up"
            );
        }
    }
    assert!(names.contains("zz-unknown"));
}

fn collect_names(value: &Value, names: &mut std::collections::BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
        Value::Object(fields) => {
            for (name, value) in fields {
                names.insert(name.clone());
                collect_names(value, names);
            }
        }
        _ => {}
    }
}

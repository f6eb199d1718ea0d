//! Worked cases on the site of an invented county, with its local pack: what is
//! near comes first where somebody works there, and nothing else moves.

use std::collections::BTreeSet;

use proptest::prelude::*;
use waymark::domain::document::TopicStatus::*;
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Area, Framework, Kind};
use waymark::domain::local::decode;
use waymark::domain::plan::{ActionKind, Plan, generate, written};

use crate::more_cases::{coordinator, new_link_worker};
use crate::random::{config, worker};
use crate::render::check;
use crate::worker::{Worker, find, ids};

fn fixture(name: &str) -> String {
    format!("{}/tests/fixtures/local/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The framework with a pack of the fixtures.
fn with_pack(name: &str) -> Framework {
    let bytes = std::fs::read(fixture(name)).expect("a fixture");
    bundled().with_pack(&decode(&bytes, bundled()).expect("it opens").pack)
}

fn mallowshire() -> Framework {
    with_pack("mallowshire.json")
}

fn plan(framework: &Framework, worker: &Worker) -> Plan {
    generate(framework, &worker.0, worker.today())
}

fn in_mallowshire(worker: Worker, answer: Option<bool>) -> Worker {
    worker.says(ProfileAnswer::InArea("Mallowshire".into(), answer))
}

const ALL_SIX: [&str; 6] = [
    "person-centred-approach",
    "promoting-autonomy",
    "action-planning-and-goal-setting",
    "managing-setbacks-and-problem-solving",
    "supporting-competence-and-self-efficacy",
    "self-monitoring",
];

fn coach() -> Worker {
    let worker = Worker::new(
        "health-and-wellbeing-coach",
        Experience::ThreeYearsOrMore,
        "established-career",
    )
    .answers_all("local-induction", Confident)
    .sees("self-monitoring/support", FeatureSeen::NotThere);
    ALL_SIX
        .iter()
        .enumerate()
        .fold(worker, |worker, (place, id)| {
            worker.rates(id, if place == 5 { 1 } else { 3 + (place % 2) as u8 })
        })
}

/// A course one can book near by, in the place of one of which nobody knows
/// who runs it.
#[test]
fn case_2_with_the_local_pack() {
    let plan = plan(&mallowshire(), &in_mallowshire(coach(), Some(true)));
    assert_eq!(plan.next[0].id.as_str(), "practise:self-monitoring");
    let second = &plan.next[1];
    assert_eq!(second.kind, ActionKind::Learn);
    let course = "resource:here-health-coaching-skills-for-setbacks";
    assert_eq!(second.id.as_str(), course);
    let resource = second.resource.as_ref().expect("a course");
    assert_eq!(resource.added_by, Some("Mallowshire Training Hub"));
    let group = "resource:here-self-monitoring-practice-group";
    assert!(second.other_ways.iter().any(|it| it.id.as_str() == group));
    check("case-2-local", &plan);
}

/// What is about safety stays with the source's own training.
#[test]
fn case_9_with_the_local_pack() {
    let plan = plan(
        &mallowshire(),
        &in_mallowshire(new_link_worker(), Some(true)),
    );
    let safeguarding = find(&plan, "resource:e-lfh-safeguarding-adults");
    let others: Vec<_> = safeguarding
        .other_ways
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert!(
        others.contains(&"resource:here-safeguarding-adults-level-3"),
        "{others:?}"
    );
    check("case-9-local", &plan);
}

#[test]
fn case_10_with_the_local_pack() {
    let plan = plan(&mallowshire(), &in_mallowshire(coordinator(), Some(true)));
    // Nothing was listed for it to learn from; now something is.
    let debt = find(&plan, "resource:here-debt-first-conversation");
    assert!(
        debt.helps_with
            .iter()
            .any(|it| it.target.id() == "caseload-topics/debt-management")
    );
    assert!(!debt.services.is_empty());
    // A link that moved leads to where it moved to.
    let friends = find(&plan, "resource:dementia-friends");
    let url = friends.resource.as_ref().and_then(|it| it.url.as_deref());
    assert_eq!(url, Some("https://www.alzheimers.example/dementia-friends"));
    // As a file has it, it reads where the pack is not.
    let written = written(&plan);
    let course = written
        .iter()
        .find(|it| it.id.as_str() == "resource:here-debt-first-conversation");
    let resource = course.and_then(|it| it.resource.as_ref()).expect("it");
    assert_eq!(resource.title, "Money worries: the first conversation");
    assert_eq!(resource.provider, "Mallowshire Citizens’ Advice");
    assert_eq!(
        resource.url.as_ref().map(|it| it.as_str()),
        Some("https://advice.mallowshire.example/training/money")
    );
    check("case-10-local", &plan);
}

/// Somerset's own resources are no more in the plan of another county than the
/// host's are in that of somebody who works elsewhere.
#[test]
fn nothing_of_a_place_where_the_worker_is_not() {
    let framework = mallowshire();
    let areas = |worker: &Worker| {
        let plan = plan(&framework, worker);
        let learned = plan.actions().flat_map(|it| {
            let first = it.id.as_str().strip_prefix("resource:").map(str::to_owned);
            let others = it
                .other_ways
                .iter()
                .filter_map(|it| it.id.as_str().strip_prefix("resource:").map(str::to_owned));
            first.into_iter().chain(others).collect::<Vec<_>>()
        });
        let areas = learned.filter_map(|id| framework.resource(&id).map(|it| it.area));
        areas.collect::<Vec<_>>()
    };
    for base in [coach(), new_link_worker(), coordinator()] {
        let base = base.answers_all("core-knowledge", NotYet);
        let there = areas(&in_mallowshire(base.clone(), Some(true)));
        assert!(there.contains(&Area::Local) && !there.contains(&Area::Somerset));
        let elsewhere = areas(&in_mallowshire(base.clone(), Some(false)));
        assert!(!elsewhere.contains(&Area::Local), "{elsewhere:?}");
        // An answer about another county's site says nothing here.
        let other = base.says(ProfileAnswer::InArea("Elsewhere".into(), Some(false)));
        assert!(areas(&other).contains(&Area::Local));
    }
}

/// What fits as well in all else: near by first for who works there, and after
/// the source's own for everybody else.
#[test]
fn local_before_national_where_the_worker_is_local() {
    let bytes = std::fs::read(fixture("mallowshire.json")).expect("a fixture");
    let mut pack = decode(&bytes, bundled()).expect("it opens").pack;
    for (id, course) in pack.courses.iter_mut() {
        if id.as_str() == "here-dementia-at-home" {
            course.kind = Some(Kind::ELearning);
        }
    }
    let framework = bundled().with_pack(&pack);
    for (answer, expected) in [
        (Some(true), "resource:here-dementia-at-home"),
        (None, "resource:dementia-friends"),
        (Some(false), "resource:dementia-friends"),
    ] {
        let plan = plan(&framework, &in_mallowshire(coordinator(), answer));
        let mut all = plan.actions();
        let action = all.find(|it| {
            let mut helps = it.helps_with.iter();
            helps.any(|it| it.target.id() == "caseload-topics/dementia")
        });
        assert_eq!(
            action.map(|it| it.id.as_str()),
            Some(expected),
            "{answer:?}"
        );
    }
}

/// A course that claims everything comes into no plan by itself.
#[test]
fn a_course_that_claims_to_help_with_everything_displaces_nothing() {
    let framework = with_pack("helps-with-everything.json");
    for worker in [coach(), new_link_worker(), coordinator()] {
        let worker = worker.answers_all("level-1-skills", NotYet);
        let (with, without) = (plan(&framework, &worker), plan(bundled(), &worker));
        for (with, without) in [
            (&with.next, &without.next),
            (&with.ask, &without.ask),
            (&with.later, &without.later),
        ] {
            assert_eq!(ids(with), ids(without));
        }
        let mut others = with.actions().flat_map(|it| &it.other_ways);
        assert!(others.any(|it| it.id.as_str() == "resource:here-all"));
    }
}

/// Hostile words are words: they come out as they went in, on one line.
#[test]
fn markup_is_text_and_turns_nothing_around() {
    let framework = with_pack("markup.json");
    let course = framework.resource("here-one").expect("it is there");
    assert_eq!(course.title, "<script>alert(\"one\")</script>");
    assert_eq!(course.provider, "knid");
    assert!(course.addresses.is_empty());
}

/// What a worker took up stays theirs where the pack has changed: hidden, it
/// keeps its name; gone, it is said to be gone.
#[test]
fn what_the_host_no_longer_lists_is_kept_and_said() {
    let note = || ActionEdit::Notes("Ask about this.".into());
    let worker = coach()
        .changes("resource:mental-health-first-aid", note())
        .changes("resource:here-dementia-at-home", note())
        .changes("resource:sasp", note());
    let framework = mallowshire();
    let here = plan(&framework, &worker);
    assert_eq!(
        find(&here, "resource:sasp").title,
        bundled().resource("sasp").expect("it").title
    );
    assert_eq!(
        find(&here, "resource:here-dementia-at-home").title,
        "Dementia at home: an afternoon with families"
    );
    let gone = plan(bundled(), &worker);
    let action = find(&gone, "resource:here-dementia-at-home");
    assert_eq!(action.title, "Dementia at home (no longer listed here)");
    let notes = action.yours.as_ref().map(|it| it.notes.as_str());
    assert_eq!(notes, Some("Ask about this."));
}

proptest! {
    #![proptest_config(config())]

    /// A pack changes how things are learned, and never what there is to do.
    #[test]
    fn a_pack_takes_nothing_off_anybodys_list(worker in worker(), answer in any::<Option<bool>>()) {
        let worker = in_mallowshire(worker, answer);
        let (with, without) = (plan(&mallowshire(), &worker), worker.plan());
        let targets = |plan: &Plan| {
            let helped = plan.actions().flat_map(|it| &it.helps_with);
            let helped = helped.map(|it| it.target.id().to_owned());
            let open = plan.open.iter().map(|it| it.target.id().to_owned());
            helped.chain(open).collect::<BTreeSet<_>>()
        };
        let missing: Vec<_> = targets(&without).difference(&targets(&with)).cloned().collect();
        prop_assert!(missing.is_empty(), "{:?}", missing);
        prop_assert_eq!(plan(&mallowshire(), &worker), with);
    }
}

/// Whatever a pack says, what is not about learning stays as it is.
#[test]
fn rubrics_ids_levels_and_rules_are_the_frameworks() {
    for name in ["mallowshire.json", "unknown-fields.json", "markup.json"] {
        let framework = with_pack(name);
        let shipped = bundled();
        let told = |it: &Framework| {
            format!(
                "{:?}{:?}{:?}{:?}{:?}{:?}{:?}",
                it.about, it.scale, it.competencies, it.steps_up, it.ladder, it.roles, it.topics
            )
        };
        assert_eq!(told(&framework), told(shipped), "{name}");
        for resource in &shipped.resources {
            let here = framework.known_resource(resource.id.as_str()).expect(name);
            assert_eq!(
                (
                    here.title,
                    here.level.as_ref(),
                    format!("{:?}", here.covers)
                ),
                (
                    resource.title,
                    resource.level.as_ref(),
                    format!("{:?}", resource.covers)
                ),
            );
        }
    }
}

#[test]
fn no_id_of_the_framework_is_a_hosts() {
    for resource in &bundled().resources {
        assert!(
            !resource
                .id
                .as_str()
                .starts_with(waymark::domain::ids::HOSTS_OWN)
        );
    }
}

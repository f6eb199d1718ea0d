//! The seven worked cases: the expected first actions.

use waymark::domain::document::TopicStatus::*;
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Area, Target};
use waymark::domain::plan::{ActionKind, Note, Plan};

use crate::render::check;
use crate::worker::{Worker, find, ids};

const LINK_WORKER: &str = "social-prescribing-link-worker";
const COACH: &str = "health-and-wellbeing-coach";
const COORDINATOR: &str = "care-coordinator";
const ALL_SIX: [&str; 6] = [
    "person-centred-approach",
    "promoting-autonomy",
    "action-planning-and-goal-setting",
    "managing-setbacks-and-problem-solving",
    "supporting-competence-and-self-efficacy",
    "self-monitoring",
];

fn note(plan: &Plan, is: fn(&Note) -> bool) -> &str {
    let note = plan.notes.iter().find(|note| is(note));
    note.expect("a note of this kind").sentence()
}

fn resources(
    plan: &Plan,
) -> impl Iterator<Item = &'static waymark::domain::framework::model::Resource> {
    plan.actions().filter_map(|action| {
        let id = action.resource.as_ref()?.id.as_ref()?;
        bundled().resource(id.as_str())
    })
}

/// (a) and (b) are two neighbours each: an id names what is done, and a merged
/// action would have to change its id when one half is answered, which breaks
/// "finishing only removes". (b) is the mandatory programme, which has both
/// safeguarding subjects, and the Mental Capacity Act, which the decisions
/// count among the safety topics that come first.
#[test]
fn case_1_new_link_worker() {
    let plan = Worker::new(LINK_WORKER, Experience::JustStarting, "early-career")
        .says(ProfileAnswer::SchemeFunded(Some(SchemeFunded::Yes)))
        .plan();
    assert_eq!(
        ids(&plan.next),
        [
            "ask:local-induction/supervision-and-appraisal",
            "ask:local-induction/clinical-escalation",
            "ask:local-induction/policies-and-procedures",
            "resource:e-lfh-statutory-and-mandatory-training",
            "resource:e-lfh-mental-capacity-act",
            "resource:e-lfh-social-prescribing",
            "rate:person-centred-approach",
        ]
    );
    let mandatory = find(&plan, "resource:e-lfh-statutory-and-mandatory-training");
    let helps: Vec<_> = mandatory
        .helps_with
        .iter()
        .map(|it| it.target.id())
        .collect();
    for topic in [
        "local-induction/mandatory-training",
        "core-knowledge/safeguarding-adults",
        "core-knowledge/safeguarding-children",
    ] {
        assert!(helps.contains(&topic), "{helps:?}");
    }
    let learning = find(&plan, "resource:e-lfh-social-prescribing");
    assert!(
        learning.how.contains("six sessions, about three hours"),
        "{}",
        learning.how
    );
    assert!(plan.actions().all(|action| action.month.is_none()));
    check("case-1", &plan);
}

#[test]
fn case_2_coach_three_years_in() {
    let mut worker = Worker::new(COACH, Experience::ThreeYearsOrMore, "established-career")
        .answers_all("local-induction", Confident)
        .sees("self-monitoring/support", Seen::NotThere);
    for (place, competency) in ALL_SIX.iter().enumerate() {
        worker = worker.rates(
            competency,
            if place == 5 { 1 } else { 3 + (place % 2) as u8 },
        );
    }
    let plan = worker.plan();
    let first = &plan.next[0];
    assert_eq!(first.id.as_str(), "practise:self-monitoring");
    let practice = first.practice.as_ref().expect("practice");
    assert_eq!(practice.goal.get(), 2);
    assert_eq!(
        practice.features,
        ["You work with people on what support is needed."]
    );
    assert_eq!(
        first.reasons[0].sentence,
        "You rated Self-monitoring 1; Established career looks for 3."
    );
    // And a way to learn it.
    let second = &plan.next[1];
    assert_eq!(second.kind, ActionKind::Learn);
    assert!(
        second
            .helps_with
            .iter()
            .any(|it| it.target.id() == "self-monitoring")
    );
    assert_eq!(
        ids(&plan.next[2..]),
        [
            "go-through:core-knowledge",
            "go-through:level-1-skills",
            "go-through:level-2-skills"
        ]
    );
    assert!(plan.ask.is_empty() && plan.later.is_empty());
    check("case-2", &plan);
}

#[test]
fn case_3_care_coordinator() {
    let worker = Worker::new(COORDINATOR, Experience::OneToTwoYears, "early-career")
        .says(ProfileAnswer::SchemeFunded(Some(SchemeFunded::Yes)))
        .says(ProfileAnswer::HoursAMonth(Some(Hours::Known(4))))
        // "Enrolled in training" meets it.
        .requirement("coordinator-des-a", RequirementStatus::Met)
        .requirement("coordinator-des-b", RequirementStatus::NotMet);
    let plan = worker.plan();
    let about = |target: &str| {
        plan.actions()
            .any(|action| action.helps_with.iter().any(|it| it.target.id() == target))
    };
    assert!(!about("coordinator-des-a"));
    let partnership = find(&plan, "ask:coordinator-des-b");
    let band = partnership.effort.expect("an effort").band;
    assert_eq!(band, waymark::domain::framework::model::Band::Ongoing);
    assert_eq!(partnership.id, plan.next[0].id);
    assert!(note(&plan, |it| matches!(it, Note::Extension(_))).contains("this tool’s extension"));
    check("case-3", &plan);
}

#[test]
fn case_4_everything_at_5() {
    let mut worker = Worker::new(
        LINK_WORKER,
        Experience::ThreeYearsOrMore,
        "wider-responsibilities",
    )
    .says(ProfileAnswer::Wider(Some([].into_iter().collect())))
    .answers_all("level-3-components", NotYet);
    for competency in ALL_SIX {
        worker = worker.rates(competency, 5);
    }
    for section in [
        "local-induction",
        "core-knowledge",
        "level-1-skills",
        "level-2-skills",
    ] {
        worker = worker.answers_all(section, Confident);
    }
    let plan = worker.plan();
    assert!(
        plan.next
            .iter()
            .any(|it| it.id.as_str() == "ask:wider-responsibilities")
    );
    for action in plan.actions() {
        for help in &action.helps_with {
            assert!(
                help.target.id().starts_with("level-3-components/"),
                "{help:?}"
            );
        }
    }
    let open: usize = bundled()
        .topics_of(bundled().section("level-3-components").unwrap())
        .count();
    let mut helped: Vec<_> = plan
        .actions()
        .flat_map(|it| &it.helps_with)
        .map(|it| it.target.id())
        .collect();
    helped.sort_unstable();
    helped.dedup();
    assert_eq!(helped.len(), open);
    check("case-4", &plan);
}

#[test]
fn case_5_no_opportunity_yet_on_four_of_six() {
    let mut worker = Worker::new(LINK_WORKER, Experience::UnderAYear, "established-career")
        .rates("person-centred-approach", 3)
        .rates("promoting-autonomy", 2);
    for competency in &ALL_SIX[2..] {
        worker = worker.has_no_opportunity(competency);
    }
    let plan = worker.plan();
    for competency in &ALL_SIX[2..] {
        let action = find(&plan, &format!("rate:{competency}"));
        let way = ["shadow", "joint visit", "see together"]
            .iter()
            .any(|way| action.how.contains(way));
        assert!(way, "{}", action.how);
        let others = plan.actions().filter(|it| it.kind == ActionKind::Learn);
        let mut helps = others.flat_map(|it| &it.helps_with);
        let target = Target::Competency((*competency).into());
        assert!(
            helps.all(|it| it.target != target),
            "a course for {competency}"
        );
    }
    check("case-5", &plan);
}

#[test]
fn case_6_part_time_outside_somerset() {
    let plan = Worker::new(LINK_WORKER, Experience::OneToTwoYears, "early-career")
        .says(ProfileAnswer::HoursAMonth(Some(Hours::Unknown)))
        .says(ProfileAnswer::InSomerset(Some(false)))
        .says(ProfileAnswer::Caseload(Some(
            [
                "caseload-topics/dementia",
                "caseload-topics/debt-management",
            ]
            .map(Into::into)
            .into(),
        )))
        .rates("person-centred-approach", 3)
        .answers_all("local-induction", Confident)
        .answers_all("core-knowledge", Confident)
        .plan();
    assert_eq!(
        ids(&plan.next),
        [
            "resource:e-lfh-dementia",
            "job:caseload-topics/debt-management"
        ]
    );
    assert!(resources(&plan).all(|it| it.area == Area::England));
    let others: Vec<_> = plan.actions().flat_map(|it| &it.other_ways).collect();
    assert!(!others.is_empty());
    for other in others {
        let id = other.id.as_str().strip_prefix("resource:");
        let resource = id.and_then(|id| bundled().resource(id));
        assert!(
            resource.is_none_or(|it| it.area != Area::Somerset),
            "{other:?}"
        );
    }
    assert!(plan.actions().all(|action| action.month.is_none()));
    check("case-6", &plan);
}

#[test]
fn case_7_aim_below_the_present() {
    let worker = Worker::new(LINK_WORKER, Experience::ThreeYearsOrMore, "early-career")
        .says(ProfileAnswer::Here(Some("mid-career".into())))
        .rates("person-centred-approach", 4)
        .answers_all("local-induction", Confident)
        .answers_all("core-knowledge", Confident)
        .answers("core-knowledge/health-inequalities", InProgress)
        .answers_all("workshop-competencies", NotYet)
        .answers_all("community-development", NotYet);
    let plan = worker.plan();
    let note = note(&plan, |it| matches!(it, Note::AimsBelow(_)));
    assert!(
        note.contains("Established career is the next one"),
        "{note}"
    );
    // Background answered "not yet" asks for nothing …
    assert_eq!(plan.actions().count(), 1);
    check("case-7", &plan);
    // … until it is chosen.
    let chosen = "job:community-development/connecting-to-groups";
    let plan = worker.changes(chosen, ActionPart::Pinned(true)).plan();
    assert_eq!(plan.actions().count(), 2);
    assert_eq!(find(&plan, chosen).reasons[0].sentence, "You pinned this.");
}

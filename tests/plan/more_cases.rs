//! Worked cases of people for whom the plan did not follow from what they said.

use waymark::domain::document::TopicStatus::*;
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Kind, Origin};
use waymark::domain::ladder::Bearing;
use waymark::domain::plan::{Action, ActionKind, Note, Plan};

use crate::render::check;
use crate::worker::{Worker, find, ids};

const LINK_WORKER: &str = "social-prescribing-link-worker";
const COACH: &str = "health-and-wellbeing-coach";
const COORDINATOR: &str = "care-coordinator";
/// Whom the coordinator supports.
const CASELOAD: [&str; 2] = [
    "caseload-topics/dementia",
    "caseload-topics/debt-management",
];
const ALL_SIX: [&str; 6] = [
    "person-centred-approach",
    "promoting-autonomy",
    "action-planning-and-goal-setting",
    "managing-setbacks-and-problem-solving",
    "supporting-competence-and-self-efficacy",
    "self-monitoring",
];

/// In a role for a time, with no aim chosen.
fn worker(role: &str, experience: Experience) -> Worker {
    Worker::default()
        .says(ProfileAnswer::Role(Some(role.into())))
        .says(ProfileAnswer::Experience(Some(experience)))
}

/// Case 9: three weeks in post.
pub fn new_link_worker() -> Worker {
    Worker::default()
        .on("2026-11-09")
        .says(ProfileAnswer::Role(Some(LINK_WORKER.into())))
        .says(ProfileAnswer::Experience(Some(Experience::JustStarting)))
        .says(ProfileAnswer::Start(waymark::domain::dates::Day::new(
            2026, 10, 19,
        )))
        .says(ProfileAnswer::HoursAMonth(Some(LearningHours::Known(4))))
        .rates("person-centred-approach", 2)
}

/// Case 10: outside Somerset.
pub fn coordinator() -> Worker {
    worker(COORDINATOR, Experience::OneToTwoYears)
        .says(ProfileAnswer::SchemeFunded(Some(SchemeFunded::Yes)))
        .says(ProfileAnswer::HoursAMonth(Some(LearningHours::Known(6))))
        .says(ProfileAnswer::InSomerset(Some(false)))
        .says(ProfileAnswer::Caseload(Some(
            CASELOAD.map(Into::into).into(),
        )))
        .requirement("coordinator-des-b", RequirementStatus::NotMet)
        .answers("core-knowledge/social-prescribing", Confident)
        .answers(
            "core-knowledge/personalised-care-and-support-planning",
            NotYet,
        )
}

fn rates(worker: Worker, scores: [u8; 6]) -> Worker {
    let all = ALL_SIX.iter().zip(scores);
    all.fold(worker, |worker, (id, score)| worker.rates(id, score))
}

fn helps(action: &Action, target: &str) -> bool {
    action.helps_with.iter().any(|it| it.target.id() == target)
}

/// What an action for something is, wherever it stands.
fn action_for<'a>(plan: &'a Plan, target: &str) -> &'a Action {
    let mut all = plan.actions();
    all.find(|it| helps(it, target))
        .unwrap_or_else(|| panic!("nothing for {target}"))
}

fn place(plan: &Plan, id: &str) -> usize {
    let mut all = plan.next.iter().chain(&plan.ask).chain(&plan.later);
    all.position(|it| it.id.as_str() == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn case_8_coach_of_four_years_with_no_aim() {
    let worker = rates(
        worker(COACH, Experience::ThreeYearsOrMore),
        [4, 2, 3, 1, 2, 5],
    );
    let bearing = Bearing::of(bundled(), &worker.0);
    assert_eq!(bearing.aim.id.as_str(), "established-career");
    let plan = worker.plan();
    let mut notes = plan.notes.iter();
    let supposed = notes.find(|it| matches!(it, Note::AimSupposed(_)));
    assert_eq!(
        supposed.map(Note::sentence),
        Some(
            "You have not chosen an aim. This plan supposes Established career, because you have done this for three years or more."
        )
    );
    assert_eq!(
        plan.next[0].id.as_str(),
        "practise:managing-setbacks-and-problem-solving"
    );
    assert!(plan.next[0].this_week);
    let practice = plan.next[0].practice.as_ref().expect("practice");
    assert!((2..=4).contains(&practice.steps.len()));
    assert_eq!(plan.next[1].kind, ActionKind::Learn);
    assert!(helps(
        &plan.next[1],
        "managing-setbacks-and-problem-solving"
    ));
    assert_eq!(plan.next[2].id.as_str(), "practise:promoting-autonomy");
    for action in plan.actions() {
        let resource = action.resource.as_ref().and_then(|it| it.id.as_ref());
        let resource = resource.and_then(|id| bundled().resource(id.as_str()));
        assert!(resource.is_none_or(|it| !it.introductory), "{}", action.id);
    }
    for before in ["go-through:level-1-skills", "go-through:level-2-skills"] {
        for after in ["go-through:local-induction", "go-through:core-knowledge"] {
            assert!(place(&plan, before) < place(&plan, after));
        }
    }
    check("case-8", &plan);
}

#[test]
fn case_9_link_worker_three_weeks_in_post() {
    let plan = new_link_worker().plan();
    let month = |id: &str| find(&plan, id).month.expect("a month").iso();
    for id in [
        "ask:local-induction/supervision-and-appraisal",
        "ask:local-induction/clinical-escalation",
        "practise:person-centred-approach",
    ] {
        assert_eq!(month(id), "2026-11", "{id}");
        assert!(find(&plan, id).this_week, "{id}");
        assert!(find(&plan, id).month_is_suggested(), "{id}");
    }
    let next = ids(&plan.next);
    let at = |id: &str| next.iter().position(|it| *it == id).expect(id);
    let practice = at("practise:person-centred-approach");
    assert!(at("resource:e-lfh-statutory-and-mandatory-training") == practice + 1);
    assert!(at("resource:e-lfh-safeguarding-adults") > practice);
    // Courses after, by the hours there are.
    let safety = "2026-12".to_owned();
    assert!(month("resource:e-lfh-safeguarding-adults") <= safety);
    assert!(month("resource:e-lfh-social-prescribing") > safety);
    check("case-9", &plan);
}

#[test]
fn case_10_care_coordinator_outside_somerset() {
    let worker = coordinator();
    let plan = worker.plan();
    let duty = "ask:coordinator-des-b";
    // Whatever else is answered.
    let more = worker
        .clone()
        .answers_all("local-induction", NotYet)
        .answers_all("level-1-skills", NotYet)
        .rates("person-centred-approach", 0)
        .rates("self-monitoring", 1);
    for plan in [&plan, &more.plan()] {
        let place = ids(&plan.next).iter().position(|it| *it == duty);
        assert!(place.is_some_and(|it| it < 3), "{:?}", ids(&plan.next));
    }
    assert!(
        plan.actions()
            .all(|it| it.id.as_str() != "resource:e-lfh-social-prescribing")
    );
    let planning = action_for(
        &plan,
        "core-knowledge/personalised-care-and-support-planning",
    );
    assert_eq!(
        planning.id.as_str(),
        "resource:pci-personalised-care-and-support-planning"
    );
    for topic in CASELOAD {
        let action = action_for(&plan, topic);
        assert!(!action.how.is_empty());
        let more = action.other_ways.len() + action.services.len();
        assert!(more > 0, "{topic} gets one line only");
    }
    check("case-10", &plan);
}

#[test]
fn case_11_eleven_skills_not_yet() {
    let level_1 = [
        "open-ended-questions",
        "cone",
        "reflection",
        "empathy",
        "affirmation",
        "clarification",
        "body-language",
        "environmental-awareness",
    ];
    let level_2 = [
        "personalised-planning",
        "information-for-choice",
        "follow-up",
    ];
    let mut skills: Vec<String> = level_1
        .iter()
        .map(|it| format!("level-1-skills/{it}"))
        .collect();
    skills.extend(level_2.iter().map(|it| format!("level-2-skills/{it}")));
    let mut worker = Worker::new(LINK_WORKER, Experience::OneToTwoYears, "established-career");
    for skill in &skills {
        worker = worker.answers(skill, NotYet);
    }
    let plan = worker.plan();
    for skill in &skills {
        let action = action_for(&plan, skill);
        let help = action.helps_with.iter().find(|it| it.target.id() == skill);
        let help = help.expect("a help");
        // What only this tool says helps names the part that does.
        let by_tool = help.origin == Origin::Tool;
        assert!(!by_tool || help.part.is_some(), "{} for {skill}", action.id);
        let known = matches!(action.kind, ActionKind::Learn | ActionKind::OnTheJob);
        assert!(known, "{}", action.id);
    }
    assert_eq!(
        action_for(&plan, "level-1-skills/empathy").id.as_str(),
        "resource:e-lfh-communicating-with-empathy"
    );
    let courses = plan.next.iter().filter(|it| {
        let id = it.resource.as_ref().and_then(|it| it.id.as_ref());
        let resource = id.and_then(|id| bundled().resource(id.as_str()));
        resource.is_some_and(|it| it.kind == Kind::Course)
    });
    assert!(courses.count() <= 1);
    check("case-11", &plan);
}

#[test]
fn case_12_back_after_six_months() {
    let done = ActionEdit::Status(Some(ActionStatus::Done));
    let first = Worker::default()
        .on("2026-05-11")
        .says(ProfileAnswer::Role(Some(LINK_WORKER.into())))
        .says(ProfileAnswer::Experience(Some(Experience::JustStarting)))
        .says(ProfileAnswer::HoursAMonth(Some(LearningHours::Known(8))))
        .rates("person-centred-approach", 2)
        .rates("promoting-autonomy", 1);
    let supervision = "ask:local-induction/supervision-and-appraisal";
    let slips = "resource:e-lfh-safeguarding-adults";
    let then = first.plan();
    assert!(then.next.iter().any(|it| it.this_week));
    let back = first
        .changes(
            slips,
            ActionEdit::Month(waymark::domain::dates::Month::new(2026, 8)),
        )
        .on("2026-06-15")
        .changes(supervision, done.clone())
        .on("2026-07-20")
        .changes("resource:e-lfh-statutory-and-mandatory-training", done)
        .on("2026-11-16")
        .answers("local-induction/supervision-and-appraisal", Confident)
        .answers("core-knowledge/safeguarding-adults", InProgress)
        .rates("person-centred-approach", 3)
        .rates("promoting-autonomy", 1);
    let plan = back.plan();
    assert_eq!(
        ids(&plan.done),
        [
            "resource:e-lfh-statutory-and-mandatory-training",
            supervision
        ]
    );
    let practised = plan.next.iter().find(|it| it.kind == ActionKind::Practise);
    assert_eq!(
        practised.map(|it| it.id.as_str()),
        Some("practise:promoting-autonomy")
    );
    assert!(find(&plan, slips).slipped);
    let reasons = plan.actions().flat_map(|it| &it.reasons);
    for sentence in reasons.map(|it| &it.sentence) {
        assert!(!sentence.contains("just starting"), "{sentence}");
    }
    assert!(
        plan.notes
            .iter()
            .any(|it| matches!(it, Note::StillStarting(_)))
    );
    check("case-12", &plan);
}

#[test]
fn case_13_everything_there_and_the_aim_reached() {
    let mut worker = rates(
        Worker::new(
            LINK_WORKER,
            Experience::ThreeYearsOrMore,
            "established-career",
        ),
        [4, 3, 3, 3, 4, 5],
    );
    for section in [
        "local-induction",
        "core-knowledge",
        "level-1-skills",
        "level-2-skills",
    ] {
        worker = worker.answers_all(section, Confident);
    }
    let plan = worker.plan();
    assert_eq!(plan.actions().count(), 0);
    let growth = plan.growth.as_ref().expect("growth instead of gaps");
    assert_eq!(growth.next_level, Some("Wider responsibilities"));
    let scores: Vec<_> = growth
        .choices
        .iter()
        .map(|it| it.practice.now.get())
        .collect();
    assert_eq!(scores, [3, 3, 3, 4, 4]);
    check("case-13", &plan);
    // What is chosen becomes a part of the plan.
    let id = growth.choices[0].id.clone();
    let plan = worker.changes(id.as_str(), ActionEdit::Pinned(true)).plan();
    assert_eq!(ids(&plan.next), [id.as_str()]);
    let practice = plan.next[0].practice.as_ref().expect("practice");
    assert_eq!((practice.now.get(), practice.goal.get()), (3, 4));
}

//! Laws of the plan that a good mentor would keep, over many workers.

use proptest::prelude::*;
use waymark::domain::dates::Month;
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Origin, RequirementKind, Resource, Standing, Target};
use waymark::domain::framework::section_of;
use waymark::domain::ladder::{Bearing, State, topic_state};
use waymark::domain::plan::{Action, ActionKind, Plan, generate};

use crate::random::{config, worker};
use crate::worker::{Worker, today};

/// Every answer that says "not there yet", whatever the aim.
pub fn not_there_yet(document: &Document) -> Vec<Target> {
    let framework = bundled();
    let mut all = Vec::new();
    for topic in &framework.topics {
        let answer = document.topic(&topic.id, &topic.same_as);
        let status = answer.and_then(|(_, answer)| answer.status);
        if matches!(status, Some(TopicStatus::NotYet | TopicStatus::InProgress)) {
            all.push(Target::Topic(topic.id.clone()));
        }
    }
    for competency in &framework.competencies {
        let score = document.score(&competency.id);
        if score.is_some_and(|score| score < document.achieved_at()) {
            all.push(Target::Competency(competency.id.clone()));
        }
    }
    for requirement in &Bearing::of(framework, document).role.requirements {
        let answer = document.requirement(&requirement.id);
        let status = answer.and_then(|answer| answer.status);
        if matches!(
            status,
            Some(RequirementStatus::NotMet | RequirementStatus::Unsure)
        ) {
            all.push(Target::Requirement(requirement.id.clone()));
        }
    }
    all
}

/// The target itself, and what is the same thing.
pub fn names_of(target: &Target) -> Vec<Target> {
    let mut names = vec![target.clone()];
    if let Target::Topic(id) = target {
        let topic = bundled().topic(id.as_str()).expect("a topic");
        names.extend(topic.same_as.iter().cloned().map(Target::Topic));
    }
    names
}

fn is_touched(document: &Document, action: &Action) -> bool {
    let mut changes = document.changes();
    document.change(&action.id).is_some()
        || changes.any(|(_, it)| it.swapped.as_ref() == Some(&action.id))
}

/// What the steps came to by themselves.
fn by_itself<'a>(worker: &'a Worker, plan: &'a Plan) -> impl Iterator<Item = &'a Action> {
    let listed = [&plan.next, &plan.ask, &plan.later].into_iter().flatten();
    listed.filter(|action| !is_touched(&worker.0, action))
}

fn resource(action: &Action) -> Option<&'static Resource> {
    bundled().resource(action.resource.as_ref()?.id.as_ref()?.as_str())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn each_answer_that_says_not_there_yet_acts_or_is_named_as_open(worker in worker()) {
        let plan = worker.plan();
        for target in not_there_yet(&worker.0) {
            let names = names_of(&target);
            let acts = plan.actions().any(|it| it.helps_with.iter().any(|help| names.contains(&help.target)));
            let open = plan.open.iter().any(|it| names.contains(&it.target));
            prop_assert!(acts || open, "{:?}", target);
        }
    }

    #[test]
    fn each_weak_competency_is_practised_whatever_the_aim(worker in worker()) {
        let plan = worker.plan();
        for competency in &bundled().competencies {
            let weak = worker.0.score(&competency.id).is_some_and(|it| it < worker.0.achieved_at());
            let id = format!("practise:{}", competency.id);
            let practised = plan.actions().any(|it| it.id.as_str() == id && it.practice.is_some());
            prop_assert!(!weak || practised, "{}", id);
        }
    }

    #[test]
    fn no_action_rests_on_a_topic_answered_confident(worker in worker()) {
        let plan = worker.plan();
        let confident = |target: &Target| {
            let Target::Topic(id) = target else { return false };
            let topic = bundled().topic(id.as_str()).expect("a topic");
            topic_state(&worker.0, topic) == State::Done
        };
        for action in by_itself(&worker, &plan) {
            let about = action.reasons.iter().flat_map(|it| &it.about);
            for target in about.chain(action.helps_with.iter().map(|it| &it.target)) {
                prop_assert!(!confident(target), "{} for {:?}", action.id, target);
            }
            // Nor is it what the source lists for such a topic, unless it
            // lists it for something open too.
            let Some(resource) = resource(action) else { continue };
            let listed = |wanted: &dyn Fn(&Target) -> bool| resource.covers.iter().any(|cover| {
                cover.origin == Origin::Framework && wanted(&cover.target)
            });
            let asked = |target: &Target| {
                let Target::Topic(id) = target else { return false };
                let section = bundled().section(section_of(id)).expect("a section");
                section.standing == Standing::Framework
            };
            let helps = |target: &Target| {
                let names = names_of(target);
                action.helps_with.iter().any(|it| names.contains(&it.target))
            };
            let about_confident = listed(&|it| asked(it) && confident(it));
            prop_assert!(!about_confident || listed(&helps), "{}", action.id);
        }
    }

    #[test]
    fn nobody_with_years_in_the_role_is_sent_to_an_introduction(worker in worker()) {
        let years = worker.0.profile().experience.get() == Some(&Experience::ThreeYearsOrMore);
        let plan = worker.plan();
        for action in by_itself(&worker, &plan).filter(|_| years) {
            let introductory = resource(action).is_some_and(|it| it.introductory);
            prop_assert!(!introductory, "{}", action.id);
        }
    }

    #[test]
    fn one_job_stands_once(worker in worker()) {
        let plan = worker.plan();
        let mut seen: Vec<(&Target, &Action)> = Vec::new();
        for action in by_itself(&worker, &plan) {
            for help in &action.helps_with {
                if matches!(help.target, Target::Competency(_)) {
                    continue;
                }
                let other = seen.iter().find(|(target, _)| **target == help.target);
                prop_assert!(other.is_none(), "{:?} by {} and {}", help.target, action.id, other.unwrap().1.id);
                seen.push((&help.target, action));
            }
        }
    }

    #[test]
    fn what_is_owed_is_asked_for_and_never_learned(worker in worker()) {
        let plan = worker.plan();
        for action in by_itself(&worker, &plan).filter(|it| it.kind != ActionKind::Ask) {
            for help in &action.helps_with {
                let Target::Requirement(id) = &help.target else { continue };
                let role = bundled().role_of(id).expect("a role");
                let kind = role.requirements.iter().find(|it| it.id == *id).expect("it").kind;
                prop_assert!(kind != RequirementKind::Scheme, "{} for {}", action.id, id);
            }
        }
    }

    #[test]
    fn a_duty_not_met_stays_among_the_first_three(worker in worker()) {
        let bound = worker.0.profile().scheme_funded.get() != Some(&SchemeFunded::No);
        let bearing = Bearing::of(bundled(), &worker.0);
        let not_met = bearing.role.requirements.iter().any(|it| {
            let answer = worker.0.requirement(&it.id);
            it.kind == RequirementKind::Scheme
                && answer.and_then(|it| it.status) == Some(RequirementStatus::NotMet)
        });
        // What the worker pinned, finished or put aside has the place they gave it.
        if !bound || !not_met || worker.0.changes().next().is_some() {
            return Ok(());
        }
        let plan = worker.plan();
        let first = plan.next.iter().take(3);
        let owed = |it: &Action| it.kind == ActionKind::Ask
            && it.helps_with.iter().any(|it| matches!(it.target, Target::Requirement(_)));
        prop_assert!(first.clone().any(owed), "{:?}", first.map(|it| &it.id).collect::<Vec<_>>());
    }

    #[test]
    fn a_suggested_month_never_moves_by_itself(worker in worker(), days in 0..400_i64) {
        // What ends by the calendar is said so, and lays the plan anew.
        let profile = worker.0.profile();
        if profile.is_just_starting(today()) != profile.is_just_starting(today().plus_days(days)) {
            return Ok(());
        }
        let now = worker.plan();
        let later = generate(bundled(), &worker.0, today().plus_days(days));
        for action in later.actions().filter(|it| !it.month_is_yours()) {
            let before = now.actions().find(|it| it.id == action.id);
            if let Some(before) = before {
                prop_assert_eq!(before.month, action.month, "{}", action.id);
            }
        }
    }

    #[test]
    fn a_month_that_is_nearly_over_is_not_suggested(worker in worker()) {
        // Every answer was given on the 23rd, with seven days left.
        let next: Month = today().month().plus(1);
        for action in worker.plan().actions().filter(|it| !it.month_is_yours()) {
            prop_assert!(action.month.is_none_or(|month| month >= next), "{}", action.id);
        }
    }

    #[test]
    fn a_list_that_confirms_comes_after_what_is_weak(worker in worker()) {
        if worker.0.changes().next().is_some() {
            return Ok(());
        }
        let plan = worker.plan();
        let weak = |it: &Action| it.kind == ActionKind::Practise;
        let lists = ["go-through:local-induction", "go-through:core-knowledge"];
        let list = plan.next.iter().position(|it| lists.contains(&it.id.as_str()));
        let first_weak = plan.next.iter().position(weak);
        let mut all = bundled().competencies.iter();
        let any_weak = all.any(|it| {
            let score = worker.0.score(&it.id);
            score.is_some_and(|score| score < worker.0.achieved_at())
        });
        if let (Some(list), true) = (list, any_weak) {
            prop_assert!(first_weak.is_some_and(|it| it < list));
        }
    }

    #[test]
    fn the_lowest_rating_is_practised_first(worker in worker()) {
        if worker.0.changes().next().is_some() {
            return Ok(());
        }
        let mut lowest = None;
        let plan = worker.plan();
        let mut practised = plan.next.iter().chain(&plan.later).filter(|it| it.kind == ActionKind::Practise);
        for competency in &bundled().competencies {
            let score = worker.0.score(&competency.id).filter(|it| *it < worker.0.achieved_at());
            lowest = [lowest, score].into_iter().flatten().min();
        }
        if let Some(lowest) = lowest {
            let first = practised.next().and_then(|it| it.id.as_str().strip_prefix("practise:"));
            let first = first.and_then(|id| worker.0.score(&id.into()));
            prop_assert_eq!(first, Some(lowest));
        }
    }

    #[test]
    fn nobody_is_told_that_they_aim_for_what_they_did_not_choose(worker in worker()) {
        let plan = worker.plan();
        let chosen = Bearing::of(bundled(), &worker.0).aim_chosen;
        let here = worker.0.profile().here.get().is_some();
        let sentences = plan.notes.iter().map(|it| it.sentence());
        let reasons = plan.actions().flat_map(|it| &it.reasons).map(|it| it.sentence.as_str());
        for sentence in sentences.chain(reasons) {
            let sentence = sentence.to_lowercase();
            prop_assert!(chosen || !sentence.contains("you aim"), "{}", sentence);
            prop_assert!(here || !sentence.contains("already at"), "{}", sentence);
        }
    }

    #[test]
    fn the_way_to_learn_something_is_not_changed_by_what_else_is_open(worker in worker(), more in any::<proptest::sample::Index>()) {
        let topic = more.get(&bundled().topics);
        if topic_state(&worker.0, topic) != State::NotAnswered || worker.0.changes().next().is_some() {
            return Ok(());
        }
        let after = worker.clone().answers(topic.id.as_str(), TopicStatus::NotYet);
        let (old, new) = (Bearing::of(bundled(), &worker.0), Bearing::of(bundled(), &after.0));
        if old.aim_index != new.aim_index {
            return Ok(());
        }
        let (before, now) = (worker.plan(), after.plan());
        for target in before.actions().flat_map(|it| &it.helps_with).map(|it| &it.target) {
            prop_assert_eq!(ways(&before, target), ways(&now, target), "{:?}", target);
        }
    }
}

/// The ids of what teaches something.
fn ways<'a>(plan: &'a Plan, target: &Target) -> Vec<&'a str> {
    let taught = plan.actions().filter(|it| {
        it.kind == ActionKind::Learn && it.helps_with.iter().any(|it| it.target == *target)
    });
    let mut ids: Vec<&str> = taught.map(|it| it.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

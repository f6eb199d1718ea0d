//! Laws of the plan, over many workers.

use proptest::prelude::*;
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Area, Audience, RequirementKind, Resource, Target};
use waymark::domain::ids::ActionId;
use waymark::domain::ladder::{Bearing, State, competency_state, topic_state};
use waymark::domain::plan::{Action, ActionKind, Plan, generate, written};

use crate::random::{better, config, touch, worker};
use crate::worker::{Worker, today};

/// What is to work on, worked out anew from the answers.
fn to_work_on(document: &Document) -> Vec<Target> {
    let framework = bundled();
    let bearing = Bearing::of(framework, document);
    let mut all = Vec::new();
    for section in bearing.sections(framework) {
        for topic in framework.topics_of(section) {
            if topic_state(document, topic) == State::ToWorkOn {
                all.push(Target::Topic(topic.id.clone()));
            }
        }
    }
    for competency in &framework.competencies {
        if let Some(score) = bearing.looks_for(framework, document, competency)
            && competency_state(document, competency, score) == State::ToWorkOn
        {
            all.push(Target::Competency(competency.id.clone()));
        }
    }
    let not_bound = document.profile().scheme_funded.get() == Some(&SchemeFunded::No);
    for requirement in &bearing.role.requirements {
        let status = document
            .requirement(&requirement.id)
            .and_then(|it| it.status);
        let scheme = requirement.kind == RequirementKind::Scheme;
        if status == Some(RequirementStatus::NotMet) && !(scheme && not_bound) {
            all.push(Target::Requirement(requirement.id.clone()));
        }
    }
    for id in document.profile().caseload.get().into_iter().flatten() {
        let topic = bundled().topic(id.as_str()).expect("a topic");
        let state = topic_state(document, topic);
        if matches!(state, State::NotAnswered | State::ToWorkOn) {
            all.push(Target::Topic(id.clone()));
        }
    }
    all
}

fn resource(action: &Action) -> Option<&'static Resource> {
    bundled().resource(action.resource.as_ref()?.id.as_ref()?.as_str())
}

/// Put into the plan by the worker, not by the rules.
fn is_touched(document: &Document, id: &ActionId) -> bool {
    document.change(id).is_some()
        || document
            .changes()
            .any(|(_, it)| it.swapped.as_ref() == Some(id))
}

fn ids(plan: &Plan) -> Vec<&ActionId> {
    let mut ids: Vec<_> = plan.actions().map(|it| &it.id).collect();
    ids.sort();
    ids
}

fn is_written(change: &ActionChange) -> bool {
    let texts = [
        &change.notes,
        &change.obstacles,
        &change.help,
        &change.learned,
        &change.dismissed_because,
    ];
    texts.iter().any(|it| !it.is_empty())
        || change.status.is_some()
        || change.month.is_some()
        || change.dismissed
        || change.pinned
        || change.swapped.is_some()
        || change.own.is_some()
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_same_input_gives_the_same_plan(worker in worker()) {
        prop_assert_eq!(worker.plan(), generate(bundled(), &worker.0.clone(), today()));
    }

    #[test]
    fn everything_to_work_on_is_helped_or_named_as_open(worker in worker()) {
        let plan = worker.plan();
        let mut helped: Vec<&Target> = Vec::new();
        for action in [&plan.next, &plan.ask, &plan.later, &plan.done].into_iter().flatten() {
            helped.extend(action.helps_with.iter().map(|it| &it.target));
        }
        for thing in to_work_on(&worker.0) {
            let open = plan.open.iter().any(|it| it.target == thing);
            prop_assert!(open != helped.contains(&&thing), "{:?}", thing);
        }
    }

    #[test]
    fn every_action_has_a_reason_and_its_own_id_and_sentence(worker in worker()) {
        let plan = worker.plan();
        let mut seen = ids(&plan);
        seen.dedup();
        prop_assert_eq!(seen.len(), plan.actions().count());
        let mut hows: Vec<_> = plan.actions().map(|it| &it.how).filter(|it| !it.is_empty()).collect();
        let count = hows.len();
        hows.sort();
        hows.dedup();
        prop_assert_eq!(hows.len(), count);
        for action in plan.actions() {
            prop_assert!(!action.reasons.is_empty(), "{}", action.id);
            for reason in &action.reasons {
                prop_assert!(reason.sentence.ends_with('.'), "{}", reason.sentence);
            }
            let own_words = matches!(action.kind, ActionKind::Own | ActionKind::Unknown)
                || resource(action).is_none() && action.kind == ActionKind::Learn;
            prop_assert!(own_words || !action.how.is_empty(), "{}", action.id);
        }
        prop_assert!(plan.next.len() <= 7);
        prop_assert_eq!(written(&plan).len() + plan.dismissed.len(), plan.actions().count());
    }

    #[test]
    fn finishing_or_raising_only_removes(worker in worker(), steps in proptest::collection::vec(better(), 1..4)) {
        let mut worker = worker;
        for step in steps {
            let after = step.apply(worker.clone());
            let (old, new) = (Bearing::of(bundled(), &worker.0), Bearing::of(bundled(), &after.0));
            if (old.role.id.clone(), old.aim_index) == (new.role.id.clone(), new.aim_index) {
                let (before, now) = (worker.plan(), after.plan());
                let before = ids(&before);
                for id in ids(&now) {
                    prop_assert!(before.contains(&id), "{} came in by {:?}", id, step);
                }
            }
            worker = after;
        }
    }

    #[test]
    fn nothing_the_worker_wrote_disappears(worker in worker()) {
        let plan = worker.plan();
        for (id, change) in worker.0.changes().filter(|(_, it)| is_written(it)) {
            let action = plan.actions().find(|it| it.id == *id);
            prop_assert_eq!(action.and_then(|it| it.yours.as_ref()), Some(change), "{}", id);
        }
        for (id, course) in worker.0.courses() {
            let id = format!("resource:{id}");
            let action = plan.actions().find(|it| it.id.as_str() == id);
            prop_assert_eq!(action.map(|it| &it.title), Some(&course.title), "{}", id);
        }
    }

    #[test]
    fn only_training_for_this_worker_comes_in_by_itself(worker in worker()) {
        let plan = worker.plan();
        let bearing = Bearing::of(bundled(), &worker.0);
        let outside = worker.0.profile().in_somerset.get() == Some(&false);
        for action in plan.actions() {
            let Some(resource) = resource(action) else { continue };
            if is_touched(&worker.0, &action.id) {
                continue;
            }
            prop_assert_eq!(resource.audience, Audience::Worker);
            prop_assert!(!(outside && resource.area == Area::Somerset), "{}", action.id);
            let level = resource.level.as_ref();
            let level = level.and_then(|id| bundled().ladder.iter().position(|it| it.id == *id));
            let named = action.helps_with.iter().any(|it| matches!(it.target, Target::Requirement(_)));
            prop_assert!(level <= Some(bearing.aim_index) || named, "{}", action.id);
            for help in &action.helps_with {
                if let Target::Competency(id) = &help.target {
                    prop_assert!(worker.0.score(id).is_some(), "{} for unrated {}", action.id, id);
                }
            }
        }
    }

    #[test]
    fn months_are_never_made_up(worker in worker()) {
        let plan = worker.plan();
        let hours = worker.0.profile().hours_a_month.get();
        let known = matches!(hours, Some(LearningHours::Known(1..)));
        for action in plan.actions() {
            let own = worker.0.change(&action.id).and_then(|it| it.month);
            prop_assert!(known || action.month == own, "{}", action.id);
            prop_assert!(own.is_none() || action.month == own);
            prop_assert!(own.is_some() || action.month >= action.month.map(|_| today().month()));
        }
    }

    #[test]
    fn another_way_can_be_taken_and_stays(worker in worker(), touch in touch()) {
        let mut worker = worker;
        touch.apply(&mut worker);
        let plan = worker.plan();
        let Some(action) = plan.actions().find(|it| {
            !it.other_ways.is_empty() && worker.0.change(&it.id).is_none()
        }) else {
            return Ok(());
        };
        let other = &action.other_ways[0].id;
        let worker = worker.changes(action.id.as_str(), ActionEdit::Swapped(Some(other.clone())));
        let plan = worker.plan();
        prop_assert!(plan.dismissed.iter().any(|it| it.id == action.id));
        let listed = [&plan.next, &plan.ask, &plan.later].into_iter().flatten();
        prop_assert!(listed.clone().any(|it| it.id == *other), "{} for {}", other, action.id);
    }
}

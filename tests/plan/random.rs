//! Workers with any answers, about what the framework has.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngSeed};
use waymark::domain::dates::Month;
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Standing, Target};
use waymark::domain::framework::section_of;
use waymark::domain::ids::ActionId;
use waymark::domain::score::Score;

use crate::worker::{Worker, at, today};

#[path = "../file/random/kinds.rs"]
mod kinds;

// Every strategy is boxed: their types nested would overflow a test's stack.

/// The same cases in every run; `WAYMARK_LAWS` asks for more of them.
pub fn config() -> Config {
    let more = std::env::var("WAYMARK_LAWS").ok();
    Config {
        cases: more.and_then(|cases| cases.parse().ok()).unwrap_or(256),
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..Config::default()
    }
}

fn maybe<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> BoxedStrategy<Option<T>> {
    prop_oneof![1 => Just(None), 3 => select(all).prop_map(Some)].boxed()
}

fn profile() -> BoxedStrategy<Vec<ProfileAnswer>> {
    use ProfileAnswer as A;
    let framework = bundled();
    let roles = framework.roles.iter().map(|it| it.id.clone()).collect();
    let levels: Vec<_> = framework.ladder.iter().map(|it| it.id.clone()).collect();
    let experience = maybe(vec![
        Experience::JustStarting,
        Experience::UnderAYear,
        Experience::ThreeYearsOrMore,
    ]);
    let funded = maybe(vec![
        SchemeFunded::Yes,
        SchemeFunded::No,
        SchemeFunded::DontKnow,
    ]);
    let hours = maybe(vec![
        LearningHours::Unknown,
        LearningHours::Known(0),
        LearningHours::Known(1),
        LearningHours::Known(8),
        LearningHours::Known(744),
    ]);
    let chosen = framework.topics.iter().filter(|topic| {
        let section = framework.section(section_of(&topic.id));
        section.is_some_and(|it| it.standing != Standing::Framework)
    });
    let chosen: Vec<_> = chosen.map(|it| it.id.clone()).collect();
    let caseload = proptest::option::of(proptest::sample::subsequence(chosen, 0..30));
    let wider = maybe(vec![vec![], vec![WiderWork::Leadership]]);
    let start = maybe(vec![today().plus_days(-400), today().plus_days(90)]);
    let first = (
        maybe(roles),
        experience,
        maybe(levels.clone()),
        maybe(levels),
        funded,
    );
    let second = (maybe(vec![true, false]), hours, caseload, wider, start);
    (first, second)
        .prop_map(
            |((role, experience, aim, here, funded), (local, hours, caseload, wider, start))| {
                vec![
                    A::Role(role),
                    A::Experience(experience),
                    A::Aim(aim),
                    A::Here(here),
                    A::SchemeFunded(funded),
                    A::InSomerset(local),
                    A::HoursAMonth(hours),
                    A::Caseload(caseload.map(|it| it.into_iter().collect())),
                    A::Wider(wider.map(|it| it.into_iter().collect())),
                    A::Start(start),
                ]
            },
        )
        .boxed()
}

fn ratings() -> BoxedStrategy<Vec<Option<Rating>>> {
    let score = select(Score::ALL.to_vec()).prop_map(|score| Some(Rating::Score(score)));
    let rating = prop_oneof![
        4 => score,
        1 => Just(Some(Rating::NoOpportunity)),
        1 => Just(Some(Rating::Cleared)),
        1 => Just(None),
    ];
    vec(rating, bundled().competencies.len()).boxed()
}

/// One status by its weight: from nothing answered to everything "not yet".
fn statuses<S: Clone + std::fmt::Debug + 'static>(
    count: usize,
    all: [S; 4],
) -> BoxedStrategy<Vec<Option<S>>> {
    let [done, under_way, not, aside] = all;
    (0..5_u32, 0..5_u32, 0..5_u32)
        .prop_flat_map(move |(none, some, most)| {
            let status = prop_oneof![
                none => Just(None),
                some => Just(Some(done.clone())),
                1 => Just(Some(under_way.clone())),
                most + 1 => Just(Some(not.clone())),
                1 => Just(Some(aside.clone())),
            ];
            vec(status, count)
        })
        .boxed()
}

/// A part of an action, and which: one of the plan, or one that need not be.
#[derive(Clone, Debug)]
pub enum Touch {
    Planned(Index, ActionEdit),
    Any(ActionId, ActionEdit),
    /// Swaps an action for one of its other ways.
    Swap(Index, Index),
}

impl Touch {
    pub fn apply(&self, worker: &mut Worker) {
        let plan = worker.plan();
        let all: Vec<_> = plan.actions().collect();
        let (id, part) = match self {
            Self::Any(id, part) => (id.clone(), part.clone()),
            _ if all.is_empty() => return,
            Self::Planned(at, part) => (at.get(&all).id.clone(), part.clone()),
            Self::Swap(at, to) => {
                let from = at.get(&all);
                if from.other_ways.is_empty() {
                    return;
                }
                let to = to.get(&from.other_ways).id.clone();
                (from.id.clone(), ActionEdit::Swapped(Some(to)))
            }
        };
        worker.0.change_action(&id, part, at()).expect("a change");
    }
}

fn part() -> BoxedStrategy<ActionEdit> {
    let month = |month| Month::new(2026, month);
    let ids = vec![
        "own:a",
        "job:nothing",
        "resource:e-lfh-dementia",
        "practise:self-monitoring",
    ];
    prop_oneof![
        3 => maybe(vec![ActionStatus::ToDo, ActionStatus::Doing, ActionStatus::Done]).prop_map(ActionEdit::Status),
        1 => select(vec![None, month(10), month(11), month(12)]).prop_map(ActionEdit::Month),
        1 => select(vec!["", "a note"]).prop_map(|text| ActionEdit::Notes(text.into())),
        1 => Just(ActionEdit::Learned("more".into())),
        2 => maybe(vec![String::new(), "no time".into()]).prop_map(ActionEdit::Dismissed),
        1 => any::<bool>().prop_map(ActionEdit::Pinned),
        1 => select(ids).prop_map(|id| ActionEdit::Swapped(Some(id.into()))),
        1 => Just(ActionEdit::Own("mine".into())),
    ]
    .boxed()
}

fn any_action() -> BoxedStrategy<ActionId> {
    let framework = bundled();
    let mut ids: Vec<ActionId> = Vec::new();
    for known in [
        "own:a",
        "own:b",
        "one",
        "resource:gone",
        "job:nothing",
        "ask:wider-responsibilities",
        "resource:course-1",
    ] {
        ids.extend(std::iter::repeat_n(ActionId::from(known), 5));
    }
    let mut push = |kind: &str, id: &str| ids.push(ActionId::new(format!("{kind}:{id}")));
    framework
        .resources
        .iter()
        .for_each(|it| push("resource", it.id.as_str()));
    framework
        .competencies
        .iter()
        .for_each(|it| push("practise", it.id.as_str()));
    framework
        .competencies
        .iter()
        .for_each(|it| push("rate", it.id.as_str()));
    framework
        .sections
        .iter()
        .for_each(|it| push("go-through", it.id.as_str()));
    for topic in &framework.topics {
        push("job", topic.id.as_str());
        push("ask", topic.id.as_str());
    }
    for requirement in framework.roles.iter().flat_map(|it| &it.requirements) {
        push("job", requirement.id.as_str());
        push("ask", requirement.id.as_str());
    }
    select(ids).boxed()
}

pub fn touch() -> BoxedStrategy<Touch> {
    prop_oneof![
        4 => (any::<Index>(), part()).prop_map(|(at, part)| Touch::Planned(at, part)),
        1 => (any_action(), part()).prop_map(|(id, part)| Touch::Any(id, part)),
        1 => (any::<Index>(), any::<Index>()).prop_map(|(at, to)| Touch::Swap(at, to)),
    ]
    .boxed()
}

fn course() -> BoxedStrategy<Course> {
    let framework = bundled();
    let mut targets: Vec<Target> = Vec::new();
    targets.extend(
        framework
            .topics
            .iter()
            .map(|it| Target::Topic(it.id.clone())),
    );
    targets.extend(
        framework
            .competencies
            .iter()
            .map(|it| Target::Competency(it.id.clone())),
    );
    targets.extend(
        framework
            .sections
            .iter()
            .map(|it| Target::Section(it.id.clone())),
    );
    (vec(select(targets), 0..6), any::<bool>())
        .prop_map(|(targets, removed)| {
            let mut course = Course::new("A course nearby", "The college", at());
            course.helps_with = targets;
            course.removed = removed;
            course
        })
        .boxed()
}

/// A worker before they touched the plan.
fn answered() -> BoxedStrategy<Worker> {
    use RequirementStatus as R;
    use TopicStatus as T;
    let framework = bundled();
    let requirements: Vec<_> = framework
        .roles
        .iter()
        .flat_map(|it| &it.requirements)
        .collect();
    let topics = statuses(
        framework.topics.len(),
        [T::Confident, T::InProgress, T::NotYet, T::NotRelevant],
    );
    let met = statuses(
        requirements.len(),
        [R::Met, R::Unsure, R::NotMet, R::DoesNotApply],
    );
    let rule = select(vec![None, Score::new(0), Score::new(4), Score::new(5)]);
    (
        profile(),
        ratings(),
        topics,
        met,
        (vec(course(), 0..4), rule),
    )
        .prop_map(move |(profile, ratings, topics, met, (courses, rule))| {
            let mut worker = Worker::default();
            for answer in profile {
                worker = worker.says(answer);
            }
            for (competency, rating) in framework.competencies.iter().zip(ratings) {
                let Some(rating) = rating else { continue };
                let which = WhichEntry::Today {
                    new: "first".into(),
                };
                let change = EntryChange::Rating(rating);
                worker
                    .0
                    .rate(&competency.id, which, change, at())
                    .expect("a rating");
            }
            for (topic, status) in framework.topics.iter().zip(topics) {
                let change = AnswerChange::Status(status);
                worker
                    .0
                    .answer_topic(&topic.id, &[], change, at())
                    .expect("an answer");
            }
            for (requirement, status) in requirements.iter().zip(met) {
                if let Some(status) = status {
                    worker = worker.requirement(requirement.id.as_str(), status);
                }
            }
            for (place, course) in courses.into_iter().enumerate() {
                let id = format!("course-{place}").as_str().into();
                worker.0.put_course(&id, course, at()).expect("a course");
            }
            if let Some(rule) = rule {
                worker.0.choose_achieved_at(rule, at()).expect("a rule");
            }
            worker
        })
        .boxed()
}

/// Any worker.
pub fn worker() -> BoxedStrategy<Worker> {
    (answered(), vec(touch(), 0..8))
        .prop_map(|(mut worker, touches)| {
            for touch in touches {
                touch.apply(&mut worker);
            }
            worker
        })
        .boxed()
}

/// Something that is finished, or goes better than it did.
#[derive(Clone, Debug)]
pub enum Better {
    Finish(Index),
    Raise(Index, u8),
    Confident(Index),
    Met(Index),
}

pub fn better() -> BoxedStrategy<Better> {
    prop_oneof![
        any::<Index>().prop_map(Better::Finish),
        (any::<Index>(), 1..5_u8).prop_map(|(at, by)| Better::Raise(at, by)),
        any::<Index>().prop_map(Better::Confident),
        any::<Index>().prop_map(Better::Met),
    ]
    .boxed()
}

impl Better {
    pub fn apply(&self, mut worker: Worker) -> Worker {
        let framework = bundled();
        match self {
            Self::Finish(at) => {
                let plan = worker.plan();
                // What was put aside is not finished but brought back.
                let all: Vec<_> = plan
                    .actions()
                    .filter(|it| !plan.dismissed.contains(it))
                    .collect();
                if all.is_empty() {
                    return worker;
                }
                let id = at.get(&all).id.clone();
                worker.changes(id.as_str(), ActionEdit::Status(Some(ActionStatus::Done)))
            }
            Self::Raise(at, by) => {
                let competency = at.get(&framework.competencies);
                let Some(score) = worker.0.score(&competency.id) else {
                    return worker;
                };
                worker.rates(competency.id.as_str(), (score.get() + by).min(5))
            }
            Self::Confident(at) => {
                let topic = at.get(&framework.topics);
                worker.answers(topic.id.as_str(), TopicStatus::Confident)
            }
            Self::Met(at) => {
                let all: Vec<_> = framework
                    .roles
                    .iter()
                    .flat_map(|it| &it.requirements)
                    .collect();
                let id = at.get(&all).id.clone();
                worker = worker.requirement(id.as_str(), RequirementStatus::Met);
                worker
            }
        }
    }
}

/// But for what no plan follows from; `local` has the area's own laws.
#[test]
fn every_kind_of_answer_that_a_plan_follows_from_is_made() {
    let out = ["Name", "Workplace", "NextReview", "InArea"];
    kinds::check(profile(), config(), &out);
}

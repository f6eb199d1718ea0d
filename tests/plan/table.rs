//! 200 made-up workers of all roles, aims and none: how long their plans are,
//! how much an action helps with, and that no answer is without effect.
//! `cargo test --test plan table -- --nocapture` prints the table.

use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::Target;
use waymark::domain::plan::{ActionKind, Plan};

use crate::mentor::{names_of, not_there_yet};
use crate::worker::Worker;

/// The same numbers in every run (a linear congruential generator).
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.throw(all.len() as u64) as usize].clone()
    }
}

const AIMS: usize = 6;

fn made_up(number: usize) -> Worker {
    use ProfileAnswer as A;
    let framework = bundled();
    let dice = &mut Dice(number as u64 + 1);
    let role = &framework.roles[number % framework.roles.len()];
    let aim = framework.ladder.get(number / 4 % AIMS);
    let experience = [
        Experience::JustStarting,
        Experience::UnderAYear,
        Experience::OneToTwoYears,
        Experience::ThreeYearsOrMore,
    ];
    let mut worker = Worker::default()
        .says(A::Role(Some(role.id.clone())))
        .says(A::Aim(aim.map(|it| it.id.clone())))
        .says(A::Experience(Some(dice.one(&experience))))
        .says(A::InSomerset(dice.one(&[None, Some(true), Some(false)])))
        .says(A::SchemeFunded(dice.one(&[
            None,
            Some(SchemeFunded::Yes),
            Some(SchemeFunded::No),
        ])))
        .says(A::HoursAMonth(dice.one(&[None, Some(Hours::Known(6))])));
    let caseload = framework.section("caseload-topics").expect("a section");
    let picked = framework.topics_of(caseload).filter(|_| dice.throw(5) == 0);
    let picked = picked.map(|it| it.id.clone()).collect();
    worker = worker.says(A::Caseload(Some(picked)));
    for competency in &framework.competencies {
        match dice.throw(8) {
            score @ 0..=5 => worker = worker.rates(competency.id.as_str(), score as u8),
            6 => worker = worker.has_no_opportunity(competency.id.as_str()),
            _ => {}
        }
    }
    // Some answer everything, some little.
    let answers = 1 + dice.throw(6);
    let status = [
        TopicStatus::NotYet,
        TopicStatus::InProgress,
        TopicStatus::Confident,
        TopicStatus::Confident,
    ];
    for topic in &framework.topics {
        if dice.throw(6) < answers {
            worker = worker.answers(topic.id.as_str(), dice.one(&status));
        }
    }
    let status = [
        RequirementStatus::Met,
        RequirementStatus::NotMet,
        RequirementStatus::Unsure,
    ];
    for requirement in &role.requirements {
        if dice.throw(2) == 0 {
            worker = worker.requirement(requirement.id.as_str(), dice.one(&status));
        }
    }
    worker
}

/// The plan of somebody who had not given an answer.
fn without(worker: &Worker, answer: &Target) -> Plan {
    let mut worker = worker.clone();
    match answer {
        Target::Topic(id) => {
            let topic = bundled().topic(id.as_str()).expect("a topic");
            let given = worker.0.topic(&topic.id, &topic.same_as);
            let given = given.expect("an answer").0.clone();
            worker = worker.forgets_topic(given.as_str());
        }
        Target::Requirement(id) => worker = worker.forgets_requirement(id.as_str()),
        Target::Competency(id) => worker = worker.forgets_rating(id.as_str()),
        Target::Section(_) => {}
    }
    worker.plan()
}

#[derive(Default)]
struct Row {
    workers: usize,
    actions: Vec<usize>,
    asks: usize,
    practised: usize,
    things: Vec<usize>,
    answers: usize,
    open: usize,
    without_effect: usize,
}

#[test]
fn no_answer_of_two_hundred_workers_is_without_effect() {
    let mut rows: Vec<Row> = (0..AIMS).map(|_| Row::default()).collect();
    for number in 0..200 {
        let worker = made_up(number);
        let plan = worker.plan();
        let row = &mut rows[number / 4 % AIMS];
        row.workers += 1;
        row.actions.push(plan.actions().count());
        for action in plan.actions() {
            row.asks += usize::from(action.kind == ActionKind::Ask);
            row.practised += usize::from(action.kind == ActionKind::Practise);
            if matches!(action.kind, ActionKind::Learn | ActionKind::OnTheJob) {
                row.things.push(action.helps_with.len());
            }
        }
        for answer in not_there_yet(&worker.0) {
            let names = names_of(&answer);
            let acts = plan
                .actions()
                .any(|it| it.helps_with.iter().any(|it| names.contains(&it.target)));
            let open = plan.open.iter().any(|it| names.contains(&it.target));
            let changes = without(&worker, &answer) != plan;
            row.answers += 1;
            row.open += usize::from(open);
            row.without_effect += usize::from(!(acts || open) || !changes);
        }
    }
    println!(
        "aim | workers | actions: mean (least-most) | asks | practice | things an action: mean (most) | \"not there yet\" | only named as open | without effect"
    );
    for (place, row) in rows.iter().enumerate() {
        let aim = bundled().ladder.get(place).map_or("none", |it| it.title);
        let mean = |all: &[usize]| all.iter().sum::<usize>() as f64 / all.len().max(1) as f64;
        println!(
            "{aim} | {} | {:.1} ({}-{}) | {:.1} | {:.1} | {:.2} ({}) | {} | {} | {}",
            row.workers,
            mean(&row.actions),
            row.actions.iter().min().unwrap_or(&0),
            row.actions.iter().max().unwrap_or(&0),
            row.asks as f64 / row.workers as f64,
            row.practised as f64 / row.workers as f64,
            mean(&row.things),
            row.things.iter().max().unwrap_or(&0),
            row.answers,
            row.open,
            row.without_effect,
        );
    }
    assert_eq!(rows.iter().map(|it| it.workers).sum::<usize>(), 200);
    for row in rows {
        assert!(row.answers > 0 && row.without_effect == 0);
    }
}

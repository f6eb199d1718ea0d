//! The plan of the worker who has most to do, and of one who has just begun.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use waymark::domain::dates::{Day, Moment};
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Standing, Target};
use waymark::domain::framework::section_of;
use waymark::domain::limits::COURSES;
use waymark::domain::local::{LocalCourse, Pack, decode, encode, own_id};
use waymark::domain::plan::{generate, written};
use waymark::domain::score::Score;

fn at() -> ClockReading {
    let today = Day::new(2026, 11, 23).expect("a day");
    ClockReading {
        now: Moment::start_of(today),
        today,
    }
}

/// Everything "not yet", every competency at 0, all there is to choose chosen.
fn largest() -> Document {
    let framework = bundled();
    let mut document = Document::default();
    let chosen = framework.topics.iter().filter(|topic| {
        let section = framework.section(section_of(&topic.id));
        section.is_some_and(|it| it.standing == Standing::Chosen)
    });
    let chosen = chosen.map(|it| it.id.clone()).collect();
    for answer in [
        ProfileAnswer::Aim(Some("wider-responsibilities".into())),
        ProfileAnswer::Caseload(Some(chosen)),
        ProfileAnswer::HoursAMonth(Some(LearningHours::Known(8))),
        ProfileAnswer::Wider(Some(Default::default())),
    ] {
        document.set_profile(answer, at()).expect("an answer");
    }
    for topic in &framework.topics {
        let change = AnswerChange::Status(Some(TopicStatus::NotYet));
        let answered = document.answer_topic(&topic.id, &topic.same_as, change, at());
        answered.expect("an answer");
    }
    for requirement in framework.roles.iter().flat_map(|it| &it.requirements) {
        let change = AnswerChange::Status(Some(RequirementStatus::NotMet));
        let answered = document.answer_requirement(&requirement.id, change, at());
        answered.expect("an answer");
    }
    for competency in &framework.competencies {
        let which = WhichEntry::Today {
            new: "first".into(),
        };
        let change = EntryChange::Rating(Rating::Score(Score::ALL[0]));
        let rated = document.rate(&competency.id, which, change, at());
        rated.expect("a rating");
    }
    document
}

/// The same, and every action of the plan written on.
fn touched() -> Document {
    let mut document = largest();
    for action in generate(bundled(), &document, at().today).actions() {
        let part = ActionEdit::Notes("Ask about this in supervision.".into());
        let changed = document.change_action(&action.id, part, at());
        changed.expect("a change");
    }
    document
}

/// The worked pack of an invented county.
fn usual() -> Pack {
    let text = include_bytes!("../tests/fixtures/local/mallowshire.json");
    decode(text, bundled()).expect("it opens").pack
}

/// As many courses as a pack may have, each of which helps with as much as it
/// may without being left out for it.
fn most() -> Pack {
    const EACH: usize = 10;
    let topics = &bundled().topics;
    let mut pack = usual();
    for number in pack.courses.len()..COURSES.most {
        let mut course = LocalCourse::default();
        course.title = format!("Course {number}");
        let from = number * EACH % (topics.len() - EACH);
        let those = topics[from..from + EACH].iter();
        course.helps_with = those.map(|it| Target::Topic(it.id.clone())).collect();
        pack.courses
            .insert(own_id(&format!("course-{number}")), course);
    }
    pack
}

fn plan(c: &mut Criterion) {
    let framework = bundled();
    let mut group = c.benchmark_group("plan");
    for (name, document) in [
        ("nothing answered", Document::default()),
        ("everything not yet, all chosen", largest()),
        ("the same, every action written on", touched()),
    ] {
        group.bench_function(name, |b| {
            b.iter(|| generate(framework, black_box(&document), at().today));
        });
    }
    // On the site of a host: with a usual pack, and with the largest there can be.
    for (name, pack) in [("a usual pack", usual()), ("the largest pack", most())] {
        let here = framework.with_pack(&pack);
        let document = largest();
        group.bench_function(format!("everything not yet, {name}"), |b| {
            b.iter(|| generate(&here, black_box(&document), at().today));
        });
        let text = encode(&pack);
        group.bench_function(format!("{name}, opened and put in"), |b| {
            b.iter(|| {
                let opened = decode(black_box(text.as_bytes()), framework).expect("it opens");
                framework.with_pack(&opened.pack)
            });
        });
    }
    let plan = generate(framework, &largest(), at().today);
    group.bench_function("written out", |b| b.iter(|| written(black_box(&plan))));
    group.finish();
}

criterion_group!(benches, plan);
criterion_main!(benches);

//! Every figure of a team equals a plain recount of its files.

use std::time::Instant;

use waymark::domain::framework::bundled;
use waymark::domain::team::{Answers, Cell, Count, GroupBy, Known, answers, topic_answers};

use crate::made_up::team;
use crate::recount::{Counts, Recount};
use crate::{SEED, figures, read_plans};

fn get(counts: &Counts, what: &str) -> usize {
    counts.get(what).copied().unwrap_or(0)
}

/// What is told is the plain count, everybody is in it once, and nothing is
/// told together that could stand alone.
#[track_caller]
pub fn same(told: &Answers, plain: &[usize], what: &str) {
    let mut end = 0;
    for Cell { answers, people } in told {
        assert_eq!(answers.start, end, "{what}: an answer is left out");
        end = answers.end;
        let sum: usize = plain[answers.clone()].iter().sum();
        assert_eq!(*people, sum, "{what}: {answers:?}");
        assert!(*people == 0 || *people >= 5, "{what}: {people}");
    }
    assert_eq!(end, plain.len(), "{what}: an answer is left out");
    if plain.iter().all(|it| *it == 0 || *it >= 5) {
        assert_eq!(told.len(), plain.len(), "{what}: {plain:?}");
    }
}

#[track_caller]
fn same_count(told: Count, plain: usize, of: usize, what: &str) {
    match told {
        Count::People(people) => {
            assert_eq!(people, plain, "{what}");
            assert!(
                plain >= 5 && (of == plain || of - plain >= 5),
                "{what}: {plain} of {of}"
            );
        }
        Count::Few => assert!(plain < 5, "{what}: {plain}"),
        Count::AllButFew => assert!(of - plain < 5 && of > plain, "{what}: {plain} of {of}"),
        Count::NotTold => {}
    }
}

const ANSWERS: [&str; answers::COUNT] =
    ["not rated", "no opportunity", "0", "1", "2", "3", "4", "5"];

fn figures_equal_a_recount(people: usize) {
    let framework = bundled();
    let files = team(SEED, people);
    let began = Instant::now();
    let read = read_plans(&files);
    let took = began.elapsed();
    let figures = figures(&read);
    println!(
        "{people} files in {took:?}, figures in {:?}",
        began.elapsed() - took
    );
    let plain = Recount::of(&files);
    assert_eq!((figures.people, plain.people), (people, people));

    for group in &figures.groups {
        let of = group.of.iter().map(|place| match group.by {
            GroupBy::Role => get(
                &plain.roles,
                framework.roles.get(*place).map_or("", |it| it.id.as_str()),
            ),
            GroupBy::Aim => get(
                &plain.aims,
                framework.ladder.get(*place).map_or("", |it| it.id.as_str()),
            ),
        });
        assert_eq!(group.people, of.sum::<usize>(), "{group:?}");
    }
    for by in [GroupBy::Role, GroupBy::Aim] {
        let these = figures.groups.iter().filter(|it| it.by == by);
        assert_eq!(these.map(|it| it.people).sum::<usize>(), people);
    }
    let mut by_role = 0;
    for (competency, told) in framework.competencies.iter().zip(&figures.competencies) {
        let id = competency.id.as_str();
        let count = ANSWERS.map(|answer| get(&plain.scores, &format!("{id} {answer}")));
        same(&told.everybody, &count, id);
        for (group, told) in figures.groups.iter().zip(&told.groups) {
            if told.is_empty() || group.by == GroupBy::Aim {
                continue;
            }
            by_role += 1;
            let count = ANSWERS.map(|answer| {
                let of = group.of.iter().map(|place| {
                    let role = framework.roles.get(*place).map_or("", |it| it.id.as_str());
                    get(&plain.scores_of_role, &format!("{role} {id} {answer}"))
                });
                of.sum()
            });
            let mut end = 0;
            for cell in told {
                let sum: usize = count[cell.answers.clone()].iter().sum();
                assert_eq!(
                    (cell.answers.start, cell.people),
                    (end, sum),
                    "{id} of {group:?}"
                );
                end = cell.answers.end;
            }
        }
    }
    assert!(people < 40 || by_role > 0, "nothing is told by role");
    match figures.answers {
        Known::Of(known) => assert_eq!(known, plain.with_answers),
        Known::TooFew => assert!(plain.with_answers < 5),
        Known::AllButFew => assert!(people - plain.with_answers < 5),
    }
    for figure in &figures.topics {
        let id = framework.topics[figure.topic].id.as_str();
        let status = |word: &str| get(&plain.topics, &format!("{id} {word}"));
        let mut count = [status("not-yet"), status("in-progress"), 0];
        let of = match figures.answers {
            Known::Of(known) => known,
            _ => people,
        };
        count[topic_answers::OTHERWISE] = of - count[0] - count[1];
        same(&figure.told, &count, id);
    }
    let all = framework.topics.iter().enumerate();
    let untold: Vec<&str> = all
        .filter(|(at, _)| !figures.topics.iter().any(|it| it.topic == *at))
        .map(|(_, topic)| topic)
        .filter(|it| {
            !it.same_as.iter().any(|id| {
                figures
                    .topics
                    .iter()
                    .any(|of| framework.topics[of.topic].id == *id)
            })
        })
        .map(|it| it.id.as_str())
        .collect();
    for id in untold {
        let not_yet = get(&plain.topics, &format!("{id} not-yet"));
        let known = plain.with_answers;
        assert!(
            not_yet < 5 || known < 5 || known - not_yet < 5,
            "{id} is left out: {not_yet} of {known}"
        );
    }
    let mut told = 0;
    for (place, resource) in framework.resources.iter().enumerate() {
        let id = resource.id.as_str();
        let (planned, helped) = (get(&plain.planned, id), get(&plain.helped, id));
        let Some(course) = figures.courses.iter().find(|it| it.resource == place) else {
            assert!(
                planned < 5 && helped < 5,
                "{id} is left out: {planned}, {helped}"
            );
            continue;
        };
        told += 1;
        same_count(course.planned, planned, people, id);
        assert_eq!(course.helps_at_least, helped / 5 * 5, "{id}");
        for (group, count) in figures.groups.iter().zip(&course.groups) {
            if let (GroupBy::Role, Count::People(count)) = (group.by, count) {
                let of = group.of.iter().map(|place| {
                    let role = framework.roles.get(*place).map_or("", |it| it.id.as_str());
                    get(&plain.planned_of_role, &format!("{role} {id}"))
                });
                assert_eq!(*count, of.sum::<usize>(), "{id} of {group:?}");
            }
        }
    }
    assert!(people < 40 || told > 10, "{told} courses");
    for (id, asked) in &plain.asked {
        match figures.asked.iter().find(|it| it.id == *id) {
            Some(told) => same_count(told.people, *asked, people, id),
            None => assert!(*asked < 5, "{id} is left out: {asked}"),
        }
    }
}

#[test]
fn figures_of_5_equal_a_recount() {
    figures_equal_a_recount(5);
}

#[test]
fn figures_of_40_equal_a_recount() {
    figures_equal_a_recount(40);
}

#[test]
fn figures_of_2000_equal_a_recount() {
    figures_equal_a_recount(2000);
}

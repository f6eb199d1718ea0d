//! No sum or difference of what is told gives a group smaller than the
//! smallest: every number that a table tells is an equation in how many people
//! of each role, aim and answer there are; a group is given away where how many
//! it has follows from those equations.

use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use super::fold::SmallestGroup;
use super::person::{NOT_RATED, NOT_YET, OTHERWISE, Person, View};
use super::*;
use crate::domain::dates::Day;
use crate::domain::framework::bundled;
use crate::domain::ids::PlanHash;

/// Each run by where it starts and ends.
fn runs(counts: &[usize], expected: &[(usize, usize)]) {
    let found = SmallestGroup::default().runs(counts, 0..counts.len());
    let found: Vec<_> = found.iter().map(|it| (it.start, it.end)).collect();
    assert_eq!(found, expected, "{counts:?}");
}

#[test]
fn neighbours_are_told_together_until_nobody_is_alone() {
    runs(&[5, 0, 7], &[(0, 1), (1, 2), (2, 3)]);
    runs(&[0, 0, 5], &[(0, 1), (1, 2), (2, 3)]);
    runs(&[6, 2, 9], &[(0, 2), (2, 3)]);
    runs(&[9, 2, 6], &[(0, 1), (1, 3)]);
    runs(&[3, 0, 9], &[(0, 3)]);
    runs(&[4, 1, 0, 8], &[(0, 2), (2, 3), (3, 4)]);
    runs(&[8, 1], &[(0, 2)]);
    runs(&[2, 2], &[(0, 2)]);
}

#[test]
fn what_is_not_known_is_never_told_with_what_is() {
    let found = SmallestGroup::default().runs(&[6, 1, 9], 0..2);
    assert_eq!((found.len(), found[0].clone()), (1, 0..2));
}

#[test]
fn few_of_a_kind_are_told_with_others() {
    let check = |counts: &[usize], expected: &[&[usize]]| {
        let found = SmallestGroup::default().pools(counts);
        assert_eq!(found, expected, "{counts:?}");
    };
    check(&[9, 7, 0], &[&[0], &[1]]);
    check(&[9, 2, 0, 4], &[&[0], &[1, 3]]);
    check(&[9, 2, 6], &[&[0], &[1, 2]]);
    check(&[9, 1], &[&[0, 1]]);
    check(&[2, 3, 1], &[&[0, 1, 2]]);
}

#[test]
fn a_group_is_shown_where_the_rest_can_be() {
    let check = |cells: &[[usize; 3]], expected: Option<(&[Range<usize>], &[bool])>| {
        let cells: Vec<Vec<usize>> = cells.iter().map(|it| it.to_vec()).collect();
        let fine = [0..1, 1..2, 2..3];
        let found = SmallestGroup::default().by_group(&fine, &cells);
        let found = found.map(|it| (it.ranges, it.shown));
        let expected = expected.map(|(ranges, shown)| (ranges.to_vec(), shown.to_vec()));
        assert_eq!(found, expected, "{cells:?}");
    };
    let all = [0..1, 1..2, 2..3];
    check(&[[5, 5, 5], [6, 0, 9]], Some((&all, &[true, true])));
    // Coarser, so that both can be shown.
    check(
        &[[4, 5, 9], [9, 9, 9]],
        Some((&[0..2, 2..3], &[true, true])),
    );
    check(
        &[[50, 50, 50], [9, 0, 0], [0, 8, 1], [0, 0, 7]],
        Some((&[0..1, 1..3], &[true, true, true, true])),
    );
    // Neither of the small ones, which together are enough.
    check(
        &[[50, 50, 50], [9, 0, 2], [2, 8, 1]],
        Some((&[0..1, 1..3], &[true, false, false])),
    );
    // One of two: the other is what is left.
    check(&[[1, 0, 8], [9, 0, 3]], None);
}

#[test]
fn a_host_raises_the_number_and_never_lowers_it() {
    assert_eq!(SmallestGroup::raised_to(1).get(), 5);
    assert_eq!(SmallestGroup::raised_to(12).get(), 12);
}

fn plan(at: usize) -> PlanHash {
    PlanHash::new(format!("{at:064}"))
}

/// A team: of each person the role, the aim, a score, whether answers are
/// known with one of them, what a reader saw, and two courses.
type Drawn = (usize, usize, u8, Option<u8>, Option<u8>, (bool, bool));

fn team(drawn: &[Drawn]) -> Team {
    let framework = bundled();
    let mut views = Vec::new();
    let mut people = Vec::new();
    for (at, (role, aim, score, answer, view, (planned, helped))) in drawn.iter().enumerate() {
        people.push(Person {
            file: Some(plan(at)),
            role: *role,
            aim: *aim,
            scores: vec![*score; framework.competencies.len()],
            topics: answer.map(|answer| vec![answer; framework.topics.len()]),
            planned: if *planned { vec![0] } else { Vec::new() },
            helped: if *helped { vec![0] } else { Vec::new() },
            asked: if *planned { vec![3] } else { Vec::new() },
            ..Person::default()
        });
        views.extend(view.map(|score| View {
            of: plan(at),
            created: Day::FIRST,
            id: 0,
            scores: vec![score; framework.competencies.len()],
        }));
    }
    Team::of_people(people, views)
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    // Uneven, as teams are: many of the first role, few of the last.
    let role = prop_oneof![8 => Just(0_usize), 3 => Just(1), 1 => Just(2)];
    let aim = prop_oneof![5 => Just(1_usize), 4 => Just(2), 1 => Just(5)];
    let score = prop_oneof![3 => 2..4_u8, 1 => 0..=NOT_RATED];
    let answer = proptest::option::weighted(0.7, NOT_YET..=OTHERWISE);
    let view = proptest::option::weighted(0.4, prop_oneof![0..6_u8, Just(NOT_RATED)]);
    vec(
        (
            role,
            aim,
            score,
            answer,
            view,
            (any::<bool>(), any::<bool>()),
        ),
        5..60,
    )
    .boxed()
}

/// Whole numbers modulo a prime: what follows from equations among whole
/// numbers follows from them here too.
const PRIME: u64 = 2_147_483_647;

fn inverse(number: u64) -> u64 {
    let (mut result, mut base, mut power) = (1, number % PRIME, PRIME - 2);
    while power > 0 {
        if power & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        power >>= 1;
    }
    result
}

/// Equations in row echelon form: what each begins with, and its numbers.
#[derive(Default)]
struct Known(Vec<(usize, Vec<u64>)>);

impl Known {
    fn reduced(&self, mut row: Vec<u64>) -> Vec<u64> {
        for (at, known) in &self.0 {
            let times = row[*at];
            if times != 0 {
                for (number, of) in row.iter_mut().zip(known) {
                    *number = (*number + (PRIME - times) * of) % PRIME;
                }
            }
        }
        row
    }

    fn learn(&mut self, row: Vec<u64>) {
        let mut row = self.reduced(row);
        if let Some(at) = row.iter().position(|it| *it != 0) {
            let by = inverse(row[at]);
            row.iter_mut().for_each(|it| *it = *it * by % PRIME);
            self.0.push((at, row));
        }
    }

    fn tells(&self, row: Vec<u64>) -> bool {
        self.reduced(row).iter().all(|it| *it == 0)
    }
}

/// The people by role, aim and answer, and what is told of them.
struct Audit {
    roles: Vec<usize>,
    aims: Vec<usize>,
    width: usize,
    /// Role, aim and answer of each.
    people: Vec<(usize, usize, usize)>,
    known: Known,
}

type Is<'a> = &'a dyn Fn(usize, usize, usize) -> bool;

impl Audit {
    fn new(width: usize, people: Vec<(usize, usize, usize)>) -> Self {
        let mut roles: Vec<usize> = people.iter().map(|it| it.0).collect();
        let mut aims: Vec<usize> = people.iter().map(|it| it.1).collect();
        for list in [&mut roles, &mut aims] {
            list.sort_unstable();
            list.dedup();
        }
        Self {
            roles,
            aims,
            width,
            people,
            known: Known::default(),
        }
    }

    fn row(&self, is: Is) -> Vec<u64> {
        let mut row = Vec::new();
        for role in &self.roles {
            for aim in &self.aims {
                row.extend((0..self.width).map(|answer| u64::from(is(*role, *aim, answer))));
            }
        }
        row
    }

    fn count(&self, is: Is) -> usize {
        let people = self.people.iter();
        people
            .filter(|(role, aim, answer)| is(*role, *aim, *answer))
            .count()
    }

    /// A number is told. Where it is 0, there is nobody in any part of it.
    fn told(&mut self, people: usize, is: Is) {
        assert_eq!(people, self.count(is), "what is told is so");
        assert!(
            people == 0 || people >= SmallestGroup::LEAST,
            "{people} are told"
        );
        let row = self.row(is);
        if people == 0 {
            for at in (0..row.len()).filter(|at| row[*at] == 1) {
                let mut nobody = vec![0; row.len()];
                nobody[at] = 1;
                self.known.learn(nobody);
            }
        }
        self.known.learn(row);
    }

    fn groups(&mut self, figures: &Figures, cells: &dyn Fn(usize) -> Answers) {
        self.told(figures.people, &|_, _, _| true);
        for (at, group) in figures.groups.iter().enumerate() {
            let is_in = |role: usize, aim: usize| match group.by {
                GroupBy::Role => group.of.contains(&role),
                GroupBy::Aim => group.of.contains(&aim),
            };
            self.told(group.people, &|role, aim, _| is_in(role, aim));
            for cell in cells(at) {
                let is = |role, aim, answer| is_in(role, aim) && cell.answers.contains(&answer);
                self.told(cell.people, &is);
            }
        }
    }

    /// Asks for every group that words could name: some roles, some aims, and
    /// answers that stand together, or all but those.
    fn check(&self) {
        let some = |list: &[usize]| -> Vec<Vec<usize>> {
            let sets = 1..1_usize << list.len();
            let pick = |set: usize| {
                let those = list
                    .iter()
                    .enumerate()
                    .filter(move |(at, _)| set >> at & 1 == 1);
                those.map(|(_, it)| *it).collect()
            };
            sets.map(pick).collect()
        };
        let mut answers: Vec<Vec<usize>> = Vec::new();
        for from in 0..self.width {
            for to in from + 1..=self.width {
                let inside: Vec<usize> = (from..to).collect();
                let outside = (0..self.width).filter(|it| !inside.contains(it)).collect();
                answers.extend([inside, outside]);
            }
        }
        for roles in some(&self.roles) {
            for aims in some(&self.aims) {
                for answers in &answers {
                    let is = |role, aim, answer| {
                        roles.contains(&role) && aims.contains(&aim) && answers.contains(&answer)
                    };
                    let people = self.count(&is);
                    let is_small = people > 0 && people < SmallestGroup::LEAST;
                    if is_small && self.known.tells(self.row(&is)) {
                        panic!("{people} of roles {roles:?}, aims {aims:?}, answers {answers:?}");
                    }
                }
            }
        }
    }
}

fn config() -> Config {
    Config {
        cases: 96,
        rng_seed: RngSeed::Fixed(20_261_128),
        failure_persistence: None,
        ..Config::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_sum_or_difference_tells_of_fewer_than_five(drawn in drawn()) {
        let figures = Figures::of(bundled(), &team(&drawn), SmallestGroup::default()).expect("five");
        let of = |answer: &dyn Fn(&Drawn) -> usize| {
            drawn.iter().map(|it| (it.0, it.1, answer(it))).collect()
        };

        // Scores, by role and by aim.
        let scores = &figures.competencies[0];
        let mut audit = Audit::new(answers::COUNT, of(&|it| match it.2 {
            7 => 0,
            6 => 1,
            score => 2 + usize::from(score),
        }));
        audit.groups(&figures, &|at| scores.groups[at].clone());
        for cell in &scores.everybody {
            audit.told(cell.people, &|_, _, answer| cell.answers.contains(&answer));
        }
        audit.check();

        // What readers saw, and of how many plans that is known.
        let mut audit = Audit::new(view_answers::COUNT, of(&|it| match it.4 {
            None => view_answers::NO_VIEW,
            Some(NOT_RATED) => view_answers::NOT_SEEN,
            Some(score) => view_answers::SCORES + usize::from(score),
        }));
        audit.groups(&figures, &|_| Vec::new());
        if let super::Known::Of(known) = figures.views {
            audit.told(known, &|_, _, answer| answer != view_answers::NO_VIEW);
        }
        for cell in &scores.views {
            let folded = figures.views == super::Known::AllButFew && cell.answers.end == view_answers::NO_VIEW;
            audit.told(cell.people, &|_, _, answer| {
                cell.answers.contains(&answer) || folded && answer == view_answers::NO_VIEW
            });
        }
        audit.check();

        // Topics, and of how many they are known.
        let mut audit = Audit::new(topic_answers::COUNT, of(&|it| match it.3 {
            None => topic_answers::NOT_KNOWN,
            Some(answer) => usize::from(answer),
        }));
        audit.groups(&figures, &|_| Vec::new());
        if let super::Known::Of(known) = figures.answers {
            audit.told(known, &|_, _, answer| answer != topic_answers::NOT_KNOWN);
        }
        for cell in figures.topics.first().map_or(&[][..], |it| &it.told) {
            let folded = figures.answers == super::Known::AllButFew
                && cell.answers.end == topic_answers::NOT_KNOWN;
            audit.told(cell.people, &|_, _, answer| {
                cell.answers.contains(&answer) || folded && answer == topic_answers::NOT_KNOWN
            });
        }
        audit.check();

        // Courses and what is asked for, by role and by aim.
        let planned = |it: &Drawn| usize::from(it.5.0);
        let course = figures.courses.first();
        let asked = figures.asked.first();
        let all = [
            course.map(|it| (it.planned, &it.groups)),
            asked.map(|it| (it.people, &it.groups)),
        ];
        for (people, groups) in all.into_iter().flatten() {
            let mut audit = Audit::new(2, of(&planned));
            let cells = |count: Count| match count {
                Count::People(people) => vec![Cell { answers: 1..2, people }],
                _ => Vec::new(),
            };
            audit.groups(&figures, &|at| cells(groups[at]));
            for cell in cells(people) {
                audit.told(cell.people, &|_, _, answer| answer == 1);
            }
            audit.check();
        }
        if let Some(course) = course {
            let helped = drawn.iter().filter(|it| it.5.1).count();
            prop_assert_eq!(course.helps_at_least, helped / 5 * 5);
        }
    }
}

#[test]
fn the_audit_sees_what_a_difference_gives_away() {
    // Seven and three of two roles, and everybody: the three are given away.
    let people = (0..10).map(|at| (usize::from(at < 7), 0, 0)).collect();
    let mut audit = Audit::new(1, people);
    audit.told(10, &|_, _, _| true);
    audit.check();
    audit.told(7, &|role, _, _| role == 1);
    let gives_away = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| audit.check()));
    assert!(gives_away.is_err());
}

#[test]
fn fewer_than_five_people_tell_nothing() {
    let few = team(&[(0, 1, 3, None, None, (true, true)); 4]);
    let found = Figures::of(bundled(), &few, SmallestGroup::default());
    assert_eq!(found, Err(TooFew));
    let five = team(&[(0, 1, 3, None, None, (true, true)); 5]);
    let found = Figures::of(bundled(), &five, SmallestGroup::raised_to(6));
    assert_eq!(found, Err(TooFew));
    let found = Figures::of(bundled(), &five, SmallestGroup::default()).expect("five");
    assert_eq!(found.people, 5);
    assert_eq!(found.courses[0].planned, Count::People(5));
    assert_eq!(found.courses[0].helps_at_least, 5);
    assert_eq!(
        (found.views, found.answers),
        (super::Known::TooFew, super::Known::TooFew)
    );
}

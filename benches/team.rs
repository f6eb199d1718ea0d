//! The sums of a team: a hundred made-up plan files, and what they tell.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use waymark::domain::file::KnownIds;
use waymark::domain::framework::bundled;
use waymark::domain::team::{Figures, SmallestGroup, Team};

#[allow(dead_code)] // The tests make more of people than their plans.
#[path = "../tests/team/made_up.rs"]
mod made_up;

const PEOPLE: usize = 100;

fn read(files: &[String]) -> Team {
    let known = KnownIds::of(bundled());
    let mut team = Team::default();
    for file in files {
        let taken = team.take(file.as_bytes(), &known, bundled());
        taken.expect("a plan");
    }
    team
}

fn team(c: &mut Criterion) {
    let files = made_up::team(17, PEOPLE);
    let team = read(&files);
    let mut group = c.benchmark_group("team");
    group.bench_function(format!("read {PEOPLE} plan files"), |b| {
        b.iter(|| read(black_box(&files)));
    });
    group.bench_function(format!("the figures of {PEOPLE} people"), |b| {
        b.iter(|| Figures::of(bundled(), black_box(&team), SmallestGroup::default()));
    });
    group.finish();
}

criterion_group!(benches, team);
criterion_main!(benches);

//! Opening, writing and putting together what a worker has entered: as much as
//! is usual, and as much as there can be.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use waymark::domain::dates::Moment;
use waymark::domain::document::{ClockReading, Document, EntryChange, WhichEntry};
use waymark::domain::file::{
    FrameworkName, Header, KnownIds, Purpose, WrittenPlan, decode, encode, merge,
};
use waymark::domain::framework::bundled;
use waymark::domain::limits::DOCUMENT_UNITS;

fn at() -> ClockReading {
    let now = Moment::parse("2026-11-23T10:00:00Z").expect("a moment");
    ClockReading {
        now,
        today: now.utc_day(),
    }
}

fn stored(document: &Document) -> String {
    let header = Header {
        created: at().now,
        app: "waymark".to_owned(),
        framework: FrameworkName::of(bundled()),
    };
    encode(document, Purpose::Stored, &header, &WrittenPlan::default())
}

fn open(text: &[u8]) -> Document {
    let opened = decode(text, &KnownIds::of(bundled()));
    opened.expect("it opens").document
}

/// Long reflections until a share of the room is taken. Two of them have only
/// the first in common.
fn filled(name: &str, most: usize) -> Document {
    let mut document = open(include_bytes!("../tests/fixtures/v1/backup.json"));
    let competency = &bundled().competencies[0].id;
    for number in 0.. {
        let new = format!("{name}-{number}").as_str().into();
        let change = EntryChange::Reflection("I asked more than I told. ".repeat(190));
        let rated = document.rate(competency, WhichEntry::RateAgain { new }, change, at());
        if rated.is_err() || document.units() > most {
            break;
        }
    }
    document
}

fn file(c: &mut Criterion) {
    let mut group = c.benchmark_group("file");
    let known = KnownIds::of(bundled());
    let usual = open(include_bytes!("../tests/fixtures/v1/backup.json"));
    let (half, other) = (
        filled("one", DOCUMENT_UNITS * 2 / 5),
        filled("other", DOCUMENT_UNITS * 2 / 5),
    );
    for (name, document) in [
        ("usual", &usual),
        ("the largest", &filled("all", DOCUMENT_UNITS)),
    ] {
        let text = stored(document);
        group.bench_function(format!("open, {name}"), |b| {
            b.iter(|| decode(black_box(text.as_bytes()), &known).expect("it opens"));
        });
        group.bench_function(format!("write, {name}"), |b| {
            b.iter(|| stored(black_box(document)));
        });
    }
    for (name, one, other) in [
        ("usual", &usual, &open(stored(&usual).as_bytes())),
        ("two that just fit", &half, &other),
    ] {
        group.bench_function(format!("put together, {name}"), |b| {
            b.iter(|| merge(black_box(one), black_box(other), at().now).expect("there is room"));
        });
    }
    group.finish();
}

criterion_group!(benches, file);
criterion_main!(benches);

//! Laws of the pack, over many random packs.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use waymark::domain::dates::Day;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::{Band, Kind, Target};
use waymark::domain::ids::ResourceId;
use waymark::domain::local::{
    Contact, FoundLink, LocalCourse, LocalNote, OfResource, Pack, encode, listed_links, own_id,
    to_file,
};
use waymark::domain::web_address::WebAddress;

use crate::support::{assert_valid, open, schema};

fn config() -> Config {
    let more = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    Config {
        cases: more.unwrap_or(128),
        rng_seed: RngSeed::Fixed(20_261_128),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Texts that break careless programs, within every limit.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        8 => "[ -~“”’é😀\u{202e}\n\u{1f}]{0,20}",
        1 => Just(String::new()),
        1 => Just("<script>alert(1)</script>".to_owned()),
        1 => Just("a".repeat(200)),
    ]
    .boxed()
}

fn day() -> BoxedStrategy<Day> {
    (2020..2030, 1..13_u32, 1..29_u32)
        .prop_map(|(year, month, day)| Day::new(year, month, day).expect("a day"))
        .boxed()
}

fn link() -> BoxedStrategy<Option<WebAddress>> {
    const LINKS: &[&str] = &[
        "https://example.org/a?b=c#d",
        "http://例え.jp/ü",
        "javascript:alert(1)",
    ];
    proptest::sample::select(LINKS)
        .prop_map(WebAddress::parse)
        .boxed()
}

pub fn target() -> BoxedStrategy<Target> {
    let framework = bundled();
    let topics: Vec<_> = framework.topics.iter().map(|it| it.id.clone()).collect();
    let competencies: Vec<_> = framework
        .competencies
        .iter()
        .map(|it| it.id.clone())
        .collect();
    prop_oneof![
        proptest::sample::select(topics).prop_map(Target::Topic),
        proptest::sample::select(competencies).prop_map(Target::Competency),
        Just(Target::Section("level-1-skills".into())),
        Just(Target::Requirement("coordinator-des-b".into())),
        Just(Target::Topic("no/such".into())),
    ]
    .boxed()
}

fn course() -> BoxedStrategy<LocalCourse> {
    let words = (
        "[A-Z<][a-z é]{0,20}",
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
    );
    let kind = proptest::option::of(proptest::sample::select(&Kind::ALL[..Kind::ALL.len() - 1]));
    let time = proptest::option::of(proptest::sample::select(Band::ALL));
    let rest = (
        vec(day(), 0..4),
        vec(target(), 0..50),
        any::<bool>(),
        proptest::option::of(day()),
    );
    (words, link(), kind, time, rest)
        .prop_map(|(words, url, kind, time, rest)| {
            let (title, provider, length, cost, booking, who, about) = words;
            let (dates, helps_with, introductory, checked) = rest;
            let mut it = LocalCourse::default();
            (it.title, it.provider, it.length, it.cost) = (title, provider, length, cost);
            (it.booking, it.who, it.about, it.url) = (booking, who, about, url);
            (it.kind, it.time, it.dates, it.helps_with) = (kind, time, dates, helps_with);
            (it.introductory, it.checked) = (introductory, checked);
            it
        })
        .boxed()
}

fn of_resource() -> BoxedStrategy<(ResourceId, OfResource)> {
    let ids: Vec<_> = bundled().resources.iter().map(|it| it.id.clone()).collect();
    let words = (
        text(),
        text(),
        link(),
        any::<bool>(),
        vec(day(), 0..24),
        proptest::option::of(day()),
    );
    (proptest::sample::select(ids), words)
        .prop_map(|(id, (booking, note, url, hidden, dates, checked))| {
            let mut it = OfResource::default();
            (it.booking, it.note, it.url) = (booking, note, url);
            (it.hidden, it.dates, it.checked) = (hidden, dates, checked);
            (id, it)
        })
        .boxed()
}

fn found() -> BoxedStrategy<(String, FoundLink, Day)> {
    let addresses: Vec<_> = listed_links(bundled())
        .iter()
        .map(|it| it.address.to_owned())
        .collect();
    let moved = link().prop_map(|url| url.map_or(FoundLink::Gone, FoundLink::Moved));
    let found = prop_oneof![Just(FoundLink::Works), Just(FoundLink::Gone), moved];
    let address = prop_oneof![9 => proptest::sample::select(addresses), 1 => text()];
    (address, found, day()).boxed()
}

pub fn pack() -> BoxedStrategy<Pack> {
    let contact = (text(), text(), link()).prop_map(|(about, text, url)| {
        let mut it = Contact::default();
        (it.about, it.text, it.url) = (about, text, url);
        it
    });
    let note = (target(), text()).prop_map(|(about, text)| LocalNote::new(about, text));
    let lists = (
        vec(contact, 0..4),
        vec(found(), 0..12),
        vec(of_resource(), 0..6),
        vec(("[a-z0-9]{1,6}(-[a-z]{1,4}){0,2}", course()), 0..6),
        vec(note, 0..5),
    );
    let group = proptest::option::of(5..1001u16);
    (text(), text(), proptest::option::of(day()), group, lists)
        .prop_map(|(name, area, checked, group, lists)| {
            let (contacts, links, resources, courses, notes) = lists;
            let mut pack = Pack::default();
            (pack.name, pack.area, pack.checked) = (name, area, checked);
            (pack.contacts, pack.notes) = (contacts, notes);
            pack.smallest_group = group;
            for (address, found, day) in links {
                pack.note_link(&address, Some((found, day)));
            }
            for (id, it) in resources {
                pack.resources.insert(id, it);
            }
            for (word, it) in courses {
                pack.courses.insert(own_id(&word), it);
            }
            pack
        })
        .boxed()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_pack_that_is_written_opens_again_equal(pack in pack()) {
        let text = to_file(&pack, bundled()).expect("it is within the limits");
        prop_assert_eq!(&open(text.as_bytes()).expect("it opens").pack, &pack);
        assert_valid(&schema(), "a pack", &text);
    }

    #[test]
    fn a_pack_over_a_limit_is_not_written(pack in pack(), over in 1..100_usize) {
        let mut pack = pack;
        pack.area = "a".repeat(200 + over);
        prop_assert!(to_file(&pack, bundled()).is_err());
    }

    #[test]
    fn no_bytes_panic(bytes in any::<Vec<u8>>(), pack in pack(), at in any::<usize>(), byte in any::<u8>()) {
        let _ = open(&bytes);
        // A byte changed, or the end missing.
        let mut text = encode(&pack).into_bytes();
        let at = at % text.len();
        text[at] = byte;
        let _ = open(&text);
        let _ = open(&text[..at]);
    }
}

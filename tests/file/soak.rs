//! Files damaged at random. Nothing may panic, and what opens must be kept.
//! A few thousand in every run; for hours with
//! `WAYMARK_SOAK_MINUTES=60 cargo test --test file soak -- --nocapture`
//! (and `WAYMARK_SEED=…` to begin elsewhere).

use std::env;
use std::time::{Duration, Instant};

use waymark::domain::document::Document;
use waymark::domain::file::{
    AnyFile, Purpose, ShareOption, decode_any, decode_review, encode, encode_review, merge, preview,
};

use crate::support::{at, backup, fixture, fixtures, header, known, open, reopened, stored};

const ROUNDS: u64 = 4_000;

/// xorshift64*: the same numbers from the same seed, everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// 0 to `below` - 1; 0 for none.
    fn below(&mut self, below: usize) -> usize {
        (self.next() >> 33) as usize % below.max(1)
    }

    fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

const PIECES: [&str; 33] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "true",
    "-1",
    "6",
    "2.5",
    "1e400",
    "0.1e-7",
    "\"score\":",
    "\"opportunity\":\"none\",",
    "\"cleared\":true,",
    "\"changed\":\"2026-11-24T00:00:00Z\"",
    "\"date\":\"0001-01-01\"",
    "\"id\":\"entry-1\"",
    "\"version\":2",
    "\"kind\":\"plan\"",
    "\"link\":\"javascript:x\"",
    "\u{feff}",
    "\u{202e}",
    "😀",
    "\0",
    "\"x\":[[[[[[[[",
    "9999-12-31",
    "18446744073709551616",
];

/// One small damage.
fn damage(bytes: &mut Vec<u8>, corpus: &[Vec<u8>], random: &mut Random) {
    let at = random.below(bytes.len() + 1);
    let end = (at + 1 + random.below(40)).min(bytes.len());
    match random.below(8) {
        0 if !bytes.is_empty() => {
            let at = at.min(bytes.len() - 1);
            bytes[at] ^= 1 << random.below(8);
        }
        1 => drop(bytes.drain(at..end)),
        2 => {
            let copy = bytes[at..end].to_vec();
            bytes.splice(at..at, copy);
        }
        3 => {
            let other = &corpus[random.below(corpus.len())];
            let from = random.below(other.len());
            let to = (from + 1 + random.below(200)).min(other.len());
            bytes.splice(at..end, other[from.min(to)..to].iter().copied());
        }
        4 => bytes.truncate(at.max(bytes.len() / 2)),
        // A digit, or a letter inside a word: most likely to stay JSON.
        5 | 6 => {
            if let Some(byte) = bytes[at..]
                .iter_mut()
                .find(|byte| byte.is_ascii_alphanumeric())
            {
                *byte = if byte.is_ascii_digit() {
                    b'0' + random.below(10) as u8
                } else {
                    b'a'
                };
            }
        }
        _ => {
            bytes.splice(at..at, random.pick(&PIECES).bytes());
        }
    }
}

/// What must hold of any bytes at all. True where they opened.
fn check(bytes: &[u8], last: &mut Document) -> bool {
    if let Ok(AnyFile::Review(opened)) = decode_any(bytes, &known()) {
        let text = encode_review(&opened.id, &opened.review, &header(), true);
        let again = decode_review(text.as_bytes(), &known()).expect("it opens again");
        assert_eq!((&again.id, &again.review), (&opened.id, &opened.review));
        let now = at("2026-11-25T10:00:00Z");
        if last.receive_review(&opened.id, opened.review, now).is_ok() {
            assert_eq!(&reopened(&stored(last)), last);
        }
        return true;
    }
    let opened = match open(bytes) {
        Ok(opened) => opened,
        Err(refusal) => {
            assert!(refusal.sentence("x").ends_with('.'));
            return false;
        }
    };
    for remark in &opened.remarks {
        assert!(remark.sentence("x").ends_with('.'));
    }
    let document = opened.document;
    assert_eq!(reopened(&stored(&document)), document);
    assert_eq!(reopened(&backup(&document)), document);
    let plan = encode(
        &document,
        Purpose::Plan(&ShareOption::ALL),
        &header(),
        &opened.plan,
    );
    assert!(open(plan.as_bytes()).is_ok());
    preview(last, &document);
    // Two at most, so that what is merged does not grow for hours.
    let now = crate::support::at("9999-12-31T23:59:59Z").now;
    let merged = |a, b| merge(a, b, now);
    if let (Ok(one), Ok(other)) = (merged(last, &document), merged(&document, last)) {
        assert_eq!(one.document, other.document);
        let again = merged(&one.document, &document).expect("there was room for both");
        assert_eq!(again.document, one.document);
    }
    *last = document;
    true
}

#[test]
fn soak() {
    let minutes = env::var("WAYMARK_SOAK_MINUTES").ok().map(|minutes| {
        let minutes: f64 = minutes.parse().expect("WAYMARK_SOAK_MINUTES is a number");
        Duration::from_secs_f64(minutes * 60.0)
    });
    let seed = env::var("WAYMARK_SEED").map_or(20_261_123, |seed| {
        seed.parse().expect("WAYMARK_SEED is a whole number")
    });
    let mut random = Random(seed);
    let folders = ["", "refused/", "reviews/", "reviews/refused/"];
    let corpus: Vec<Vec<u8>> = folders
        .map(fixtures)
        .concat()
        .iter()
        .map(|name| fixture(name))
        .collect();
    let start = Instant::now();
    let mut last = Document::default();
    let (mut rounds, mut opened) = (0u64, 0u64);
    while minutes.map_or(rounds < ROUNDS, |minutes| start.elapsed() < minutes) {
        let mut bytes = corpus[random.below(corpus.len())].clone();
        for _ in 0..random.below(4) {
            damage(&mut bytes, &corpus, &mut random);
        }
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        let fine =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(&bytes, &mut last)));
        let fine = fine.unwrap_or_else(|_| panic!("seed {seed}, round {rounds}:\n{}", text()));
        opened += u64::from(fine);
        rounds += 1;
    }
    println!(
        "seed {seed}: {rounds} files in {:?}, {opened} opened",
        start.elapsed()
    );
    // Else the damage is too great to test what happens after opening.
    assert!(opened * 20 > rounds, "only {opened} of {rounds} opened");
}

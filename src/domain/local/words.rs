//! The words of a pack for kinds and times: those of the framework's data.

use crate::domain::file::format_table::Words;
use crate::domain::file::v1::words::FileWord;
use crate::domain::framework::model::{Band, Kind};

/// What the first field of a pack says.
pub const FORMAT: &str = "waymark-local";

/// The one word its first field may have.
pub static FORMATS: Words = Words {
    words: &[FORMAT],
    wanted: "“waymark-local”",
};

static KIND: Words = Words {
    words: &[
        "e-learning",
        "course",
        "video",
        "website",
        "document",
        "tool",
        "forum",
        "organisation",
    ],
    wanted: "one of: e-learning course video website document tool forum organisation",
};

static TIME: Words = Words {
    words: &["under-an-hour", "half-a-day", "a-day-or-more", "ongoing"],
    wanted: "one of: under-an-hour half-a-day a-day-or-more ongoing",
};

impl FileWord for Kind {
    const WORDS: &'static Words = &KIND;
    // Services are not learned from, and come last.
    const ALL: &'static [Self] = Kind::ALL;

    fn word(self) -> &'static str {
        KIND.words
            .get(self as usize)
            .copied()
            .unwrap_or("organisation")
    }
}

impl FileWord for Band {
    const WORDS: &'static Words = &TIME;
    const ALL: &'static [Self] = Band::ALL;

    fn word(self) -> &'static str {
        TIME.words[self as usize]
    }
}

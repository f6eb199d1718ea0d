//! A worker at a desk, for the tests of what pages show.

use crate::domain::dates::{Day, Moment};
use crate::domain::document::{
    AnswerChange, ClockReading, Document, EntryChange, ProfileAnswer, TopicStatus, WhichEntry,
};

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A document, and a clock that goes on a second with every change.
pub struct Worker {
    pub document: Document,
    pub today: Day,
    seconds: i64,
    step: i64,
}

impl Worker {
    /// With an empty document, on 23 November 2026.
    pub fn new() -> Self {
        Self {
            document: Document::new("somebody".into()).unwrap(),
            today: day("2026-11-23"),
            seconds: 0,
            step: 1,
        }
    }

    /// The same at a clock that stands still.
    pub fn within_a_second() -> Self {
        Self {
            step: 0,
            ..Self::new()
        }
    }

    pub fn at(&mut self) -> ClockReading {
        self.seconds += self.step;
        let midnight = Moment::start_of(self.today).unix();
        ClockReading {
            now: Moment::from_unix(midnight + self.seconds).unwrap(),
            today: self.today,
        }
    }

    pub fn says(&mut self, answer: ProfileAnswer) {
        let at = self.at();
        self.document.set_profile(answer, at).unwrap();
    }

    pub fn rates(&mut self, competency: &str, change: EntryChange) {
        let new = format!("entry-{}", self.seconds).as_str().into();
        self.rate(competency, WhichEntry::Today { new }, change);
    }

    pub fn rates_again(&mut self, competency: &str, change: EntryChange) {
        let new = format!("entry-{}", self.seconds).as_str().into();
        self.rate(competency, WhichEntry::RateAgain { new }, change);
    }

    fn rate(&mut self, competency: &str, which: WhichEntry, change: EntryChange) {
        let at = self.at();
        self.document
            .rate(&competency.into(), which, change, at)
            .unwrap();
    }

    pub fn answers(&mut self, topic: &str, status: Option<TopicStatus>) {
        let at = self.at();
        self.document
            .answer_topic(&topic.into(), &[], AnswerChange::Status(status), at)
            .unwrap();
    }
}

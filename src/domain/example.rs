//! A document for tests, filled in a line each; a change that is refused panics.

use super::dates::{Day, Moment};
use super::document::{
    AnswerChange, ClockReading, Document, EntryChange, FeatureSeen, ProfileAnswer, Rating,
    RequirementStatus, TopicStatus, WhichEntry,
};
use super::framework::bundled;
use super::ids::{DocumentId, EntryId};
use super::score::Score;

/// A document that is being filled.
#[derive(Clone)]
pub struct Example {
    document: Document,
    day: Day,
    now: Moment,
    entries: usize,
}

impl Default for Example {
    fn default() -> Self {
        let day = Day::parse("2026-10-05").expect("a day");
        Self {
            document: Document::new(DocumentId::new("example")).expect("an id"),
            day,
            now: Moment::start_of(day),
            entries: 0,
        }
    }
}

impl Example {
    /// Empty, on 5 October 2026.
    pub fn new() -> Self {
        Self::default()
    }

    /// What follows happens on this day.
    pub fn on(mut self, day: &str) -> Self {
        self.day = Day::parse(day).expect("a day");
        self.now = Moment::start_of(self.day);
        self
    }

    fn at(&mut self) -> ClockReading {
        self.now = self.now.next();
        ClockReading {
            now: self.now,
            today: self.day,
        }
    }

    /// Answers a question about themselves.
    pub fn says(mut self, answer: ProfileAnswer) -> Self {
        let at = self.at();
        self.document.set_profile(answer, at).expect("fits");
        self
    }

    /// Rates again, in an entry of its own.
    pub fn rates(mut self, competency: &str, rating: Rating) -> Self {
        let at = self.at();
        self.entries += 1;
        let new = EntryId::new(format!("entry-{}", self.entries));
        let change = EntryChange::Rating(rating);
        self.document
            .rate(
                &competency.into(),
                WhichEntry::RateAgain { new },
                change,
                at,
            )
            .expect("fits");
        self
    }

    /// Rates it with this score. Panics above 5, as it is for tests.
    pub fn scores(self, competency: &str, score: u8) -> Self {
        let score = Score::new(score).expect("0 to 5");
        self.rates(competency, Rating::Score(score))
    }

    /// Every competency.
    pub fn all(self, rating: Rating) -> Self {
        let ids = bundled().competencies.iter().map(|it| it.id.as_str());
        ids.fold(self, |example, id| example.rates(id, rating))
    }

    /// Ticks a feature of the last entry, by its place.
    pub fn sees(mut self, competency: &str, place: usize, seen: FeatureSeen) -> Self {
        let at = self.at();
        let it = bundled().competency(competency).expect("known");
        let change = EntryChange::Feature(it.features[place].id.clone(), Some(seen));
        let new = EntryId::new(format!("ticked-{competency}-{place}"));
        self.document
            .rate(&it.id, WhichEntry::Today { new }, change, at)
            .expect("fits");
        self
    }

    /// Written beside the last rating.
    pub fn reflects(mut self, competency: &str, text: &str) -> Self {
        let at = self.at();
        let change = EntryChange::Reflection(text.to_owned());
        let new = EntryId::new(format!("written-{competency}-{}", at.today.iso()));
        self.document
            .rate(&competency.into(), WhichEntry::Today { new }, change, at)
            .expect("fits");
        self
    }

    /// Answers for a topic that the framework has.
    pub fn topic(mut self, topic: &str, status: TopicStatus) -> Self {
        let at = self.at();
        let topic = bundled().topic(topic).expect("known");
        self.document
            .answer_topic(
                &topic.id,
                &topic.same_as,
                AnswerChange::Status(Some(status)),
                at,
            )
            .expect("fits");
        self
    }

    /// Why a topic is not relevant.
    pub fn because(mut self, topic: &str, reason: &str) -> Self {
        let at = self.at();
        self.document
            .answer_topic(
                &topic.into(),
                &[],
                AnswerChange::Reason(reason.to_owned()),
                at,
            )
            .expect("fits");
        self
    }

    /// Every topic of a section.
    pub fn section(self, section: &str, status: TopicStatus) -> Self {
        let section = bundled().section(section).expect("known");
        bundled().topics_of(section).fold(self, |example, topic| {
            example.topic(topic.id.as_str(), status)
        })
    }

    /// Answers for a requirement.
    pub fn requirement(mut self, requirement: &str, status: RequirementStatus) -> Self {
        let at = self.at();
        self.document
            .answer_requirement(&requirement.into(), AnswerChange::Status(Some(status)), at)
            .expect("fits");
        self
    }

    /// Chooses what counts as achieved.
    pub fn achieves_at(mut self, score: u8) -> Self {
        let at = self.at();
        let score = Score::new(score).expect("0 to 5");
        self.document.choose_achieved_at(score, at).expect("fits");
        self
    }

    /// All that they entered.
    pub fn document(self) -> Document {
        self.document
    }
}

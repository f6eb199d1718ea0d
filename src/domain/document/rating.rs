//! Ratings: for each competency a history of entries, newest last.

use super::{Document, JsonFields};
use crate::domain::dates::{Day, Moment};
use crate::domain::ids::{CompetencyId, EntryId, EvidenceId, FeatureId};
use crate::domain::score::Score;
use crate::domain::sorted_map::SortedMap;
use crate::domain::web_address::WebAddress;

/// What an entry says. An entry without one holds a reflection or features
/// only; a competency without one is not rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    Score(Score),
    /// "I have had no opportunity to show this."
    NoOpportunity,
    /// Rated before, and taken back.
    Cleared,
}

/// Whether a key feature was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeatureSeen {
    /// "I can see it."
    Seen,
    Partly,
    NotThere,
}

/// A conversation or piece of work a rating rests on; nobody named.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    pub id: EvidenceId,
    pub what: String,
    /// In the worker's words: "14 November", "last week".
    pub when: String,
    pub link: Option<WebAddress>,
    pub(in crate::domain) extra: JsonFields,
}

impl Evidence {
    /// A piece of evidence: what happened, when in the worker’s words, and a link.
    pub fn new(
        id: EvidenceId,
        what: impl Into<String>,
        when: impl Into<String>,
        link: Option<WebAddress>,
    ) -> Self {
        Self {
            id,
            what: what.into(),
            when: when.into(),
            link,
            extra: JsonFields::new(),
        }
    }
}

/// What a worker said of one competency on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub id: EntryId,
    /// The worker's day.
    pub date: Day,
    /// When it was begun; entries stand in this order.
    pub started: Moment,
    pub changed: Moment,
    pub rating: Option<Rating>,
    /// The earlier day the rating was given on, where this entry only carries
    /// it on beside something written today: that is no new rating.
    pub rated_on: Option<Day>,
    pub reflection: String,
    pub evidence: Vec<Evidence>,
    pub features: SortedMap<FeatureId, FeatureSeen>,
    pub(in crate::domain) extra: JsonFields,
}

impl Entry {
    /// The day its rating was given.
    pub fn rated_day(&self) -> Day {
        self.rated_on.unwrap_or(self.date)
    }

    /// The rating, where it was given in this entry.
    pub fn new_rating(&self) -> Option<Rating> {
        self.rating.filter(|_| self.rated_on.is_none())
    }
}

impl Document {
    /// Every competency there is an entry for, with its entries, newest last.
    pub fn ratings(&self) -> impl Iterator<Item = (&CompetencyId, &[Entry])> {
        self.parts
            .ratings
            .iter()
            .map(|(id, entries)| (id, entries.as_slice()))
    }

    /// The entries of a competency, newest last.
    pub fn history(&self, competency: &CompetencyId) -> &[Entry] {
        self.parts
            .ratings
            .get(competency)
            .map_or(&[], Vec::as_slice)
    }

    /// The newest entry, whatever it says.
    pub fn latest_entry(&self, competency: &CompetencyId) -> Option<&Entry> {
        self.history(competency).last()
    }

    /// The newest entry that says a rating: what stands. None where the
    /// competency was never rated.
    pub fn standing_entry(&self, competency: &CompetencyId) -> Option<&Entry> {
        self.history(competency)
            .iter()
            .rev()
            .find(|entry| entry.rating.is_some())
    }

    /// The rating that stands; None where the competency was never rated.
    pub fn rating(&self, competency: &CompetencyId) -> Option<Rating> {
        self.standing_entry(competency)?.rating
    }

    /// The score that stands; None where not rated, cleared, or no opportunity.
    pub fn score(&self, competency: &CompetencyId) -> Option<Score> {
        match self.rating(competency)? {
            Rating::Score(score) => Some(score),
            Rating::NoOpportunity | Rating::Cleared => None,
        }
    }
}

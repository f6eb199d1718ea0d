//! Changes to ratings: which entry they go into, and what they change.

use super::units::Units;
use super::{
    ChangeError, ClockReading, Document, Entry, Evidence, FeatureSeen, JsonFields, Rating,
    change_time, check_count, check_id, check_text,
};
use crate::domain::dates::Moment;
use crate::domain::ids::{CompetencyId, EntryId, EvidenceId, FeatureId};
use crate::domain::limits::{
    COMPETENCIES, ENTRIES, EVIDENCE, EVIDENCE_WHAT, EVIDENCE_WHEN, FEATURES, REFLECTION,
};
use crate::domain::sorted_map::SortedMap;

/// The entry a change goes into. `new` is an id for the case that a new entry
/// is begun; it is not used otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhichEntry {
    /// The last one, amended; on a new day a new one that begins as its copy,
    /// so that what stood before is kept and nothing vanishes from the page.
    Today { new: EntryId },
    /// This one while it is the last and the sitting it is written in lasts,
    /// which a midnight does not end; otherwise as `Today`.
    Sitting { entry: EntryId, new: EntryId },
    /// "Rate again": a new one that begins empty.
    RateAgain { new: EntryId },
    /// This one as it stands, whatever its day: to correct or take out what
    /// should not have been written.
    Existing(EntryId),
}

/// How long after a change somebody still sits at it, in seconds: three hours.
const SITTING: u64 = 3 * 60 * 60;

/// One change to an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryChange {
    Rating(Rating),
    Reflection(String),
    /// None unticks it.
    Feature(FeatureId, Option<FeatureSeen>),
    /// Adds it, or replaces the one with its id.
    Evidence(Evidence),
    RemoveEvidence(EvidenceId),
    /// Takes out all that was written and ticked; the entry stays, cleared,
    /// so that a merge with an older copy does not bring it back.
    Blank,
    /// Says all again that an entry said before it was blanked.
    PutBack(Box<Entry>),
}

impl Document {
    /// Changes what is said of a competency. `TooLong`, `TooMany`, `BadId`,
    /// `NotThere`, `DocumentFull`.
    pub fn rate(
        &mut self,
        competency: &CompetencyId,
        which: WhichEntry,
        change: EntryChange,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        check_id(competency.as_str())?;
        change.check()?;
        let (index, mut entry) = self.entry_for(competency, which, at)?;
        let before = self.history(competency).get(index);
        entry.apply(change)?;
        if before == Some(&entry) {
            return Ok(());
        }
        entry.changed = change_time(at, Some(entry.changed));
        check_count(index + 1, ENTRIES)?;
        let before = before.map_or(0, Units::units);
        let mut after = entry.units();
        if !self.parts.ratings.contains_key(competency) {
            check_count(self.parts.ratings.len() + 1, COMPETENCIES)?;
            after += competency.units();
        }
        self.resize(before, after)?;
        let entries = self.parts.ratings.entry(competency);
        match entries.get_mut(index) {
            Some(place) => *place = entry,
            None => entries.push(entry),
        }
        Ok(())
    }

    /// The entry a change goes into, before the change, and where it stands or
    /// will stand.
    fn entry_for(
        &self,
        competency: &CompetencyId,
        which: WhichEntry,
        at: ClockReading,
    ) -> Result<(usize, Entry), ChangeError> {
        let entries = self.history(competency);
        let last = entries.last();
        match (which, last) {
            (WhichEntry::Existing(id), _) => entries
                .iter()
                .position(|entry| entry.id == id)
                .map(|index| (index, entries[index].clone()))
                .ok_or_else(|| ChangeError::NotThere {
                    id: id.as_str().to_owned(),
                }),
            (WhichEntry::Today { .. }, Some(last)) if last.goes_on(None, at) => {
                Ok((entries.len() - 1, last.clone()))
            }
            (WhichEntry::Sitting { entry, .. }, Some(last)) if last.goes_on(Some(&entry), at) => {
                Ok((entries.len() - 1, last.clone()))
            }
            (WhichEntry::Today { new } | WhichEntry::Sitting { new, .. }, Some(last)) => {
                let begun = Entry::begin(new, at, Some(last.started));
                let copy = Entry {
                    rating: last.rating,
                    rated_on: last.rating.map(|_| last.rated_day()),
                    reflection: last.reflection.clone(),
                    evidence: last.evidence.clone(),
                    features: last.features.clone(),
                    ..begun
                };
                self.next_entry(entries, copy)
            }
            (
                WhichEntry::Today { new }
                | WhichEntry::Sitting { new, .. }
                | WhichEntry::RateAgain { new },
                last,
            ) => {
                let begun = Entry::begin(new, at, last.map(|last| last.started));
                self.next_entry(entries, begun)
            }
        }
    }

    fn next_entry(&self, entries: &[Entry], new: Entry) -> Result<(usize, Entry), ChangeError> {
        check_id(new.id.as_str())?;
        if entries.iter().any(|entry| entry.id == new.id) {
            return Err(ChangeError::BadId {
                id: new.id.as_str().to_owned(),
            });
        }
        Ok((entries.len(), new))
    }
}

impl Entry {
    /// Whether what is said now still belongs into this entry: it is today's,
    /// or the one that a sitting writes in, which goes over midnight.
    pub fn goes_on(&self, sitting: Option<&EntryId>, at: ClockReading) -> bool {
        let idle = at.now.unix().abs_diff(self.changed.unix());
        self.date == at.today || (sitting == Some(&self.id) && idle <= SITTING)
    }

    /// An empty entry, later than the one before it whatever the clock says.
    fn begin(id: EntryId, at: ClockReading, before: Option<Moment>) -> Self {
        let started = before.map_or(at.now, |before| before.next().max(at.now));
        Self {
            id,
            date: at.today,
            started,
            changed: change_time(at, Some(started)),
            rating: None,
            rated_on: None,
            reflection: String::new(),
            evidence: Vec::new(),
            features: SortedMap::new(),
            extra: JsonFields::new(),
        }
    }

    fn apply(&mut self, change: EntryChange) -> Result<(), ChangeError> {
        match change {
            EntryChange::Rating(rating) => {
                self.rating = Some(rating);
                self.rated_on = None;
            }
            EntryChange::Reflection(text) => self.reflection = text,
            EntryChange::Feature(feature, Some(seen)) => {
                self.features.insert(feature, seen);
                check_count(self.features.len(), FEATURES)?;
            }
            EntryChange::Feature(feature, None) => {
                self.features.remove(&feature);
            }
            EntryChange::Evidence(mut new) => {
                match self.evidence.iter_mut().find(|old| old.id == new.id) {
                    Some(old) => {
                        new.extra = std::mem::take(&mut old.extra);
                        *old = new;
                    }
                    None => self.evidence.push(new),
                }
                check_count(self.evidence.len(), EVIDENCE)?;
            }
            EntryChange::RemoveEvidence(id) => {
                let index = self
                    .evidence
                    .iter()
                    .position(|evidence| evidence.id == id)
                    .ok_or_else(|| ChangeError::NotThere {
                        id: id.as_str().to_owned(),
                    })?;
                self.evidence.remove(index);
            }
            EntryChange::PutBack(was) => {
                *self = Entry {
                    id: self.id.clone(),
                    date: self.date,
                    started: self.started,
                    changed: self.changed,
                    ..*was
                };
            }
            EntryChange::Blank => {
                self.rating = Some(Rating::Cleared);
                self.rated_on = None;
                self.reflection.clear();
                self.evidence.clear();
                self.features.clear();
                self.extra.clear();
            }
        }
        Ok(())
    }
}

impl EntryChange {
    fn check(&self) -> Result<(), ChangeError> {
        match self {
            Self::Reflection(text) => check_text(text, REFLECTION),
            Self::Feature(feature, _) => check_id(feature.as_str()),
            Self::Evidence(evidence) => {
                check_id(evidence.id.as_str())?;
                check_text(&evidence.what, EVIDENCE_WHAT)?;
                check_text(&evidence.when, EVIDENCE_WHEN)
            }
            Self::Rating(_) | Self::RemoveEvidence(_) | Self::Blank | Self::PutBack(_) => Ok(()),
        }
    }
}

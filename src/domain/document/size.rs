//! How much room things take in a document as it is stored. Counted a little
//! too high, never too low, and nearly right for what there are many of: tests
//! hold it against what `file` writes.

use std::borrow::Borrow;

use serde_json::Value;

use super::units::Units;
use super::{
    ActionChange, Answer, BetterLink, ChangeError, Course, DatedAnswer, Document, Entry, Evidence,
    JsonFields, LearningHours, Noted, Parts, Profile, ReceivedReview, Review, check_count,
    check_id, profile_fields,
};
use crate::domain::dates::Day;
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, LevelId, PlanHash, RequirementId, ResourceId, ReviewId,
    RoleId, TopicId,
};
use crate::domain::limits::{
    CHANGES, COMPETENCIES, COURSES, ENTRIES, LINKS, Limit, REQUIREMENTS, REVIEWS, SHARED_PLANS,
    TOPICS,
};
use crate::domain::sorted_map::SortedMap;
use crate::domain::sorted_set::SortedSet;

/// What a stored document has besides what was entered: format, version, ids,
/// the program's and the framework's names, the braces of each group.
pub(super) const ENVELOPE: usize = 4_000;

/// A field's own name with its quotes, colon and comma: the longest is
/// `"hours_a_month":`. Also enough for a date, a moment or a word.
const FIELD: usize = 24;

/// `"changed":"2026-11-23T14:05:09Z",`
const MOMENT: usize = 33;

/// A day, with the comma, after a name of so many letters.
const fn day(name: usize) -> usize {
    name + 16
}

/// A word, with the comma, of so many letters after a name of so many.
const fn word(name: usize, letters: usize) -> usize {
    name + letters + 6
}

/// `true`, with the comma, after a name of so many letters.
const fn flag(name: usize) -> usize {
    name + 8
}

/// Its braces and the comma after it, or those of a list.
const GROUP: usize = 3;

/// A text inside JSON, with its quotes and escapes.
fn text(text: &str) -> usize {
    let escaped = |byte: u8| match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 2,
        0..=31 => 6,
        _ => usize::from(byte & 0xC0 != 0x80) + usize::from(byte >= 0xF0),
    };
    2 + text.bytes().map(escaped).sum::<usize>()
}

/// A field that is left out where the text is empty.
fn field(value: &str) -> usize {
    if value.is_empty() {
        0
    } else {
        FIELD + text(value)
    }
}

macro_rules! ids {
    ($($id:ident)*) => {$(
        impl Units for $id {
            fn units(&self) -> usize {
                text(self.as_str()) + 4
            }
        }
    )*};
}

ids!(ActionId CompetencyId CourseId LevelId PlanHash RequirementId ResourceId ReviewId RoleId TopicId);

impl Units for String {
    fn units(&self) -> usize {
        text(self)
    }
}

/// What takes no more than a word or a date does.
macro_rules! words {
    ($($word:ty),*) => {$(
        impl Units for $word {
            fn units(&self) -> usize {
                FIELD
            }
        }
    )*};
}

words!(
    bool,
    Day,
    LearningHours,
    super::Experience,
    super::SchemeFunded,
    super::WiderWork,
    crate::domain::score::Score
);

impl<T: Units> Units for SortedSet<T> {
    fn units(&self) -> usize {
        2 + self.iter().map(Units::units).sum::<usize>()
    }
}

impl<T: Units> Units for DatedAnswer<T> {
    fn units(&self) -> usize {
        let value = self.value.as_ref().map_or(0, |value| FIELD + value.units());
        let changed = self.changed.map_or(0, |_| 3 * FIELD);
        value + changed + extra(&self.extra)
    }
}

impl Units for Profile {
    fn units(&self) -> usize {
        macro_rules! sum {
            ($($field:ident)+) => {{
                let Self { $($field),+ } = self;
                0 $(+ $field.units())+
            }};
        }
        profile_fields!(sum)
    }
}

impl Units for Entry {
    fn units(&self) -> usize {
        let features = self.features.keys();
        let features = features.map(|id| text(id.as_str()) + word(0, 9));
        let lists = word(8, 0) + GROUP + word(8, 0) + GROUP;
        GROUP
            + word(2, 0)
            + text(self.id.as_str())
            + day(4)
            + 2 * MOMENT
            + word(2, 4)
            + self.rating.map_or(0, |_| word(11, 4))
            + self.rated_on.map_or(0, |_| day(8))
            + field(&self.reflection)
            + lists
            + self.evidence.iter().map(Units::units).sum::<usize>()
            + features.sum::<usize>()
            + extra(&self.extra)
    }
}

impl Units for Evidence {
    fn units(&self) -> usize {
        GROUP
            + word(2, 0)
            + text(self.id.as_str())
            + field(&self.what)
            + field(&self.when)
            + self.link.as_ref().map_or(0, |link| field(link.as_str()))
            + extra(&self.extra)
    }
}

impl<S> Units for Answer<S> {
    fn units(&self) -> usize {
        let status = self.status.as_ref().map_or(0, |_| word(6, 14));
        GROUP + MOMENT + status + field(&self.note) + field(&self.reason) + extra(&self.extra)
    }
}

impl Units for ActionChange {
    fn units(&self) -> usize {
        GROUP
            + MOMENT
            + self.status.map_or(0, |_| word(6, 5))
            + self.done_on.map_or(0, |_| day(7))
            + self.month.map_or(0, |_| day(5))
            + if self.dismissed { flag(9) } else { 0 }
            + if self.pinned { flag(6) } else { 0 }
            + field(&self.notes)
            + field(&self.obstacles)
            + field(&self.help)
            + field(&self.learned)
            + field(&self.dismissed_because)
            + self.swapped.as_ref().map_or(0, |id| field(id.as_str()))
            + self.own.as_deref().map_or(0, |title| FIELD + text(title))
            + extra(&self.extra)
    }
}

impl Units for BetterLink {
    fn units(&self) -> usize {
        let url = self.url.as_ref().map_or(0, |url| field(url.as_str()));
        3 * FIELD + url + extra(&self.extra)
    }
}

impl Units for Course {
    fn units(&self) -> usize {
        let helps = self
            .helps_with
            .iter()
            .map(|target| text(target.id()) + FIELD);
        // changed, removed, the name of a list
        6 * FIELD
            + field(&self.title)
            + field(&self.provider)
            + field(&self.notes)
            + self.url.as_ref().map_or(0, |url| field(url.as_str()))
            + helps.sum::<usize>()
            + extra(&self.extra)
    }
}

impl Units for Review {
    fn units(&self) -> usize {
        let ratings = self.ratings.iter();
        let ratings = ratings.map(|(id, said)| text(id.as_str()) + 2 * FIELD + extra(&said.extra));
        let actions = self.actions.iter().map(|action| {
            // id, month
            3 * FIELD + text(action.id.as_str()) + text(&action.title) + extra(&action.extra)
        });
        // Three groups, two lists, three days and the hash.
        13 * FIELD
            + field(&self.reviewer.name)
            + field(&self.reviewer.role)
            + extra(&self.reviewer.extra)
            + text(self.of.sha256.as_str())
            + extra(&self.of.extra)
            + field(&self.comment)
            + ratings.sum::<usize>()
            + actions.sum::<usize>()
            + extra(&self.extra)
    }
}

impl Units for ReceivedReview {
    fn units(&self) -> usize {
        let accepted = self.accepted.keys().map(|id| text(id.as_str()) + FIELD);
        // changed, and the names of a group and a list
        5 * FIELD
            + self.review.as_ref().map_or(0, Units::units)
            + accepted.sum::<usize>()
            + extra(&self.extra)
    }
}

impl Units for Noted {
    fn units(&self) -> usize {
        3 * FIELD + extra(&self.extra)
    }
}

fn extra(fields: &JsonFields) -> usize {
    fields
        .iter()
        .map(|(key, value)| text(key) + 2 + json(value))
        .sum()
}

fn json(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 6,
        Value::Number(number) => number.to_string().len(),
        Value::String(string) => text(string),
        Value::Array(items) => 2 + items.iter().map(|item| json(item) + 1).sum::<usize>(),
        Value::Object(fields) => 2 + extra(fields),
    }
}

fn table<K: Units, V: Units>(table: &SortedMap<K, V>) -> usize {
    table
        .iter()
        .map(|(key, value)| key.units() + value.units())
        .sum()
}

impl Parts {
    /// What all of it takes, without the envelope.
    pub(super) fn units(&self) -> usize {
        let kept = &self.unknown;
        let groups = [
            &kept.file,
            &kept.framework,
            &kept.rules,
            &kept.worker,
            &kept.local,
            &kept.plan,
        ];
        let ratings = self
            .ratings
            .iter()
            .map(|(id, entries)| id.units() + entries.iter().map(Units::units).sum::<usize>());
        self.achieved_at.units()
            + self.profile.units()
            + ratings.sum::<usize>()
            + table(&self.topics)
            + table(&self.requirements)
            + table(&self.changes)
            + table(&self.links)
            + table(&self.courses)
            + table(&self.reviews)
            + table(&self.saved_plans)
            + table(&self.in_calendar)
            + groups.into_iter().map(extra).sum::<usize>()
    }

    /// The limits of the lists two documents may outgrow when merged.
    pub(super) fn check_counts(&self) -> Result<(), ChangeError> {
        check_count(self.ratings.len(), COMPETENCIES)?;
        for entries in self.ratings.values() {
            check_count(entries.len(), ENTRIES)?;
        }
        check_count(self.topics.len(), TOPICS)?;
        check_count(self.requirements.len(), REQUIREMENTS)?;
        check_count(self.changes.len(), CHANGES)?;
        check_count(self.links.len(), LINKS)?;
        check_count(self.courses.len(), COURSES)?;
        check_count(self.reviews.len(), REVIEWS)?;
        check_count(self.saved_plans.len(), SHARED_PLANS)?;
        check_count(self.in_calendar.len(), CHANGES)
    }
}

impl Document {
    /// Puts a value into one of the document's tables, where there is room.
    pub(super) fn put<K, V>(
        &mut self,
        table: fn(&mut Parts) -> &mut SortedMap<K, V>,
        key: &K,
        value: V,
        limit: Limit,
    ) -> Result<(), ChangeError>
    where
        K: Clone + Units + Borrow<str>,
        V: Units,
    {
        check_id(key.borrow())?;
        let entries = table(&mut self.parts);
        let count = entries.len();
        let before = entries.get(key).map(Units::units);
        let before = match before {
            Some(units) => units + key.units(),
            None => {
                check_count(count + 1, limit)?;
                0
            }
        };
        self.resize(before, key.units() + value.units())?;
        table(&mut self.parts).insert(key.clone(), value);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::limits;

    #[test]
    fn a_text_takes_what_json_takes() {
        let all: String = (0..=0x2FF).filter_map(char::from_u32).collect();
        for sample in ["", "plain", "\"\\/\n\r\t", "é नमस्ते 😀", all.as_str()] {
            let json = serde_json::to_string(sample).unwrap();
            assert_eq!(text(sample), limits::utf16_units(&json), "{sample:?}");
        }
    }
}

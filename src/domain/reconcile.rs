//! Two tabs, one document. Unlike `file::merge`, this knows what both began
//! from, so that a change in one tab stands, a removal too, and only the same
//! thing changed differently in both is a conflict.

use std::borrow::Borrow;

use crate::domain::document::profile_fields;
use crate::domain::document::{ChangeError, Document, Entry, Extra, Kept, Parts, Profile};
use crate::domain::file::Part;
use crate::domain::ids::{CompetencyId, EntryId};
use crate::domain::keyed::Keyed;

/// Whose version of a conflict to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    Mine,
    Theirs,
}

/// Something that was changed differently in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub part: Part,
    /// Which: a competency, topic, action, or question about the worker.
    pub id: String,
}

/// Both tabs' changes in one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Reconciled {
    pub document: Document,
    pub conflicts: Vec<Conflict>,
}

/// Lays what both changed since `base` together. `DocumentFull` and `TooMany`
/// where that is more than a document may hold.
pub fn reconcile(
    base: &Document,
    mine: &Document,
    theirs: &Document,
    prefer: Prefer,
) -> Result<Reconciled, ChangeError> {
    let mut table = Reconciling {
        prefer,
        conflicts: Vec::new(),
    };
    let parts = table.parts(base.parts(), mine.parts(), theirs.parts());
    let document = Document::assemble(parts)?;
    Ok(Reconciled {
        document,
        conflicts: table.conflicts,
    })
}

struct Reconciling {
    prefer: Prefer,
    conflicts: Vec<Conflict>,
}

impl Reconciling {
    fn parts(&mut self, base: &Parts, mine: &Parts, theirs: &Parts) -> Parts {
        // An id is no answer, so it cannot be a conflict: two documents that
        // were begun apart are one now.
        let (first, second) = if theirs.id == base.id {
            (mine, theirs)
        } else {
            (theirs, mine)
        };
        let id = first.id.as_ref().or(second.id.as_ref());
        macro_rules! table {
            ($part:ident, $($field:ident).+) => {
                self.table(Part::$part, &base.$($field).+, &mine.$($field).+, &theirs.$($field).+)
            };
        }
        macro_rules! unknown {
            ($($group:ident),+) => {
                Kept { $($group: self.fields(&base.kept.$group, &mine.kept.$group, &theirs.kept.$group),)+ }
            };
        }
        macro_rules! each {
            ($($field:ident)+) => {
                Profile {
                    $($field: self.value(
                        Part::AboutYou,
                        stringify!($field),
                        &base.profile.$field,
                        &mine.profile.$field,
                        &theirs.profile.$field,
                    ),)+
                }
            };
        }
        Parts {
            id: id.cloned(),
            achieved_at: self.value(
                Part::Rule,
                "achieved_at",
                &base.achieved_at,
                &mine.achieved_at,
                &theirs.achieved_at,
            ),
            profile: profile_fields!(each),
            ratings: self.ratings(&base.ratings, &mine.ratings, &theirs.ratings),
            topics: table!(Topics, topics),
            requirements: table!(Requirements, requirements),
            changes: table!(Plan, changes),
            links: table!(Local, links),
            courses: table!(Local, courses),
            kept: unknown!(file, framework, rules, worker, local, plan),
        }
    }

    /// One thing, which may be absent.
    fn one<'a, T: PartialEq>(
        &mut self,
        part: Part,
        id: &str,
        base: Option<&'a T>,
        mine: Option<&'a T>,
        theirs: Option<&'a T>,
    ) -> Option<&'a T> {
        let (same, unchanged) = (mine == theirs, (mine == base, theirs == base));
        match self.take(part, id, same, unchanged) {
            Prefer::Mine => mine,
            Prefer::Theirs => theirs,
        }
    }

    /// Whose of one thing to take; for every type of thing the same code.
    /// `same`: mine and theirs are; `unchanged`: mine is since the base, and
    /// theirs.
    fn take(&mut self, part: Part, id: &str, same: bool, unchanged: (bool, bool)) -> Prefer {
        match unchanged {
            (_, true) => Prefer::Mine,
            (true, false) => Prefer::Theirs,
            (false, false) if same => Prefer::Mine,
            (false, false) => {
                self.conflicts.push(Conflict {
                    part,
                    id: id.to_owned(),
                });
                self.prefer
            }
        }
    }

    fn value<T: PartialEq + Clone>(
        &mut self,
        part: Part,
        id: &str,
        base: &T,
        mine: &T,
        theirs: &T,
    ) -> T {
        let (same, unchanged) = (mine == theirs, (mine == base, theirs == base));
        match self.take(part, id, same, unchanged) {
            Prefer::Mine => mine.clone(),
            Prefer::Theirs => theirs.clone(),
        }
    }

    fn table<K: Clone + Borrow<str>, V: PartialEq + Clone>(
        &mut self,
        part: Part,
        base: &Keyed<K, V>,
        mine: &Keyed<K, V>,
        theirs: &Keyed<K, V>,
    ) -> Keyed<K, V> {
        let mut all = Keyed::new();
        let more = theirs
            .keys()
            .filter(|key| !mine.contains_key((*key).borrow()));
        for key in mine.keys().chain(more) {
            let (base, mine, theirs) = (
                base.get(key.borrow()),
                mine.get(key.borrow()),
                theirs.get(key.borrow()),
            );
            if let Some(value) = self.one(part, key.borrow(), base, mine, theirs) {
                all.insert(key.clone(), value.clone());
            }
        }
        all
    }

    fn fields(&mut self, base: &Extra, mine: &Extra, theirs: &Extra) -> Extra {
        let mut all = Extra::new();
        let more = theirs.keys().filter(|name| !mine.contains_key(*name));
        for name in mine.keys().chain(more) {
            let (base, mine, theirs) = (base.get(name), mine.get(name), theirs.get(name));
            if let Some(value) = self.one(Part::Unknown, name, base, mine, theirs) {
                all.insert(name.clone(), value.clone());
            }
        }
        all
    }

    fn ratings(&mut self, base: &Ratings, mine: &Ratings, theirs: &Ratings) -> Ratings {
        let mut all = Ratings::new();
        let more = theirs.keys().filter(|id| !mine.contains_key(*id));
        for competency in mine.keys().chain(more) {
            let (base, mine, theirs) = (
                of(base, competency),
                of(mine, competency),
                of(theirs, competency),
            );
            let more = theirs
                .iter()
                .filter(|entry| find(mine, &entry.id).is_none());
            let mut entries: Vec<Entry> = Vec::new();
            for Entry { id, .. } in mine.iter().chain(more) {
                let (base, mine, theirs) = (find(base, id), find(mine, id), find(theirs, id));
                let name = competency.as_str();
                if let Some(entry) = self.one(Part::Ratings, name, base, mine, theirs) {
                    let when = (entry.started, &entry.id);
                    let place = entries.partition_point(|it| (it.started, &it.id) < when);
                    entries.insert(place, entry.clone());
                }
            }
            if !entries.is_empty() {
                all.insert(competency.clone(), entries);
            }
        }
        all
    }
}

type Ratings = Keyed<CompetencyId, Vec<Entry>>;

fn of<'a>(ratings: &'a Ratings, competency: &CompetencyId) -> &'a [Entry] {
    ratings.get(competency).map_or(&[][..], Vec::as_slice)
}

fn find<'a>(entries: &'a [Entry], id: &EntryId) -> Option<&'a Entry> {
    entries.iter().find(|entry| &entry.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};

    use super::*;
    use crate::domain::dates::{Day, Moment};
    use crate::domain::document::{
        AnswerChange, At, EntryChange, ProfileAnswer, Rating, TopicStatus, Which,
    };
    use crate::domain::score::Score;

    /// A change anyone may make; few enough that two meet often.
    #[derive(Clone, Debug)]
    enum Did {
        Answer(u8, bool),
        Name(u8),
        Rate(u8, u8),
        Again(u8, u16),
        Reflect(u8),
    }

    fn did() -> impl Strategy<Value = Did> {
        prop_oneof![
            (0..4_u8, any::<bool>()).prop_map(|(topic, yes)| Did::Answer(topic, yes)),
            (0..3_u8).prop_map(Did::Name),
            (0..2_u8, 0..6_u8).prop_map(|(which, score)| Did::Rate(which, score)),
            (0..2_u8, any::<u16>()).prop_map(|(which, id)| Did::Again(which, id)),
            (0..2_u8).prop_map(Did::Reflect),
        ]
    }

    fn after(base: &Document, who: &str, did: &[Did]) -> Document {
        let mut document = base.clone();
        for (n, did) in did.iter().enumerate() {
            let now = Moment::from_unix(1_800_000_000 + n as i64).unwrap();
            let at = At {
                now,
                today: Day::new(2026, 11, 23).unwrap(),
            };
            let rate = |document: &mut Document, which: u8, change| {
                let competency = format!("c-{which}").as_str().into();
                let new = format!("{who}-{n}").as_str().into();
                document.rate(&competency, Which::Today { new }, change, at)
            };
            match did {
                Did::Answer(topic, yes) => {
                    let status = if *yes {
                        TopicStatus::Confident
                    } else {
                        TopicStatus::NotYet
                    };
                    let change = AnswerChange::Status(Some(status));
                    document.answer_topic(&format!("t-{topic}").as_str().into(), &[], change, at)
                }
                Did::Name(name) => document.set_profile(ProfileAnswer::Name(format!("{name}")), at),
                Did::Rate(which, score) => {
                    let score = Score::new(*score).unwrap();
                    rate(
                        &mut document,
                        *which,
                        EntryChange::Rating(Rating::Score(score)),
                    )
                }
                Did::Again(which, id) => {
                    let competency = format!("c-{which}").as_str().into();
                    let new = format!("{who}-{n}-{id}").as_str().into();
                    let change = EntryChange::Rating(Rating::NoOpportunity);
                    document.rate(&competency, Which::Again { new }, change, at)
                }
                Did::Reflect(which) => rate(
                    &mut document,
                    *which,
                    EntryChange::Reflection(format!("{who} {n}")),
                ),
            }
            .unwrap();
        }
        document
    }

    /// Every answer, by what it is about.
    fn said(document: &Document) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        all.insert("name".to_owned(), format!("{:?}", document.profile().name));
        for (id, answer) in document.topics() {
            all.insert(id.to_string(), format!("{answer:?}"));
        }
        for (id, entries) in document.ratings() {
            for entry in entries {
                all.insert(format!("{id} {}", entry.id), format!("{entry:?}"));
            }
        }
        all
    }

    fn config() -> Config {
        Config {
            cases: 300,
            rng_seed: RngSeed::Fixed(20_261_123),
            failure_persistence: None,
            ..Config::default()
        }
    }

    #[test]
    fn each_tabs_own_changes_stand() {
        let some = || prop::collection::vec(did(), 0..6);
        proptest!(config(), |(earlier in some(), a in some(), b in some())| {
            let base = after(&Document::default(), "base", &earlier);
            let (mine, theirs) = (after(&base, "a", &a), after(&base, "b", &b));
            let first = reconcile(&base, &mine, &theirs, Prefer::Mine).unwrap();
            let second = reconcile(&base, &mine, &theirs, Prefer::Theirs).unwrap();
            let other_way = reconcile(&base, &theirs, &mine, Prefer::Theirs).unwrap();
            prop_assert_eq!(&first.document, &other_way.document);
            prop_assert_eq!(first.conflicts.len(), second.conflicts.len());
            let (base, mine, theirs) = (said(&base), said(&mine), said(&theirs));
            let (first_said, second_said) = (said(&first.document), said(&second.document));
            let all: std::collections::BTreeSet<_> = mine.keys().chain(theirs.keys()).collect();
            let mut conflicts = 0;
            for key in all {
                let (base, mine, theirs) = (base.get(key), mine.get(key), theirs.get(key));
                let (first, second) = (first_said.get(key), second_said.get(key));
                if mine == theirs || theirs == base {
                    prop_assert_eq!((first, second), (mine, mine), "{}", key);
                } else if mine == base {
                    prop_assert_eq!((first, second), (theirs, theirs), "{}", key);
                } else {
                    conflicts += 1;
                    prop_assert_eq!((first, second), (mine, theirs), "{}", key);
                }
            }
            prop_assert_eq!(conflicts, first.conflicts.len());
        });
    }

    #[test]
    fn nothing_changed_in_one_is_the_other() {
        let some = || prop::collection::vec(did(), 0..6);
        proptest!(config(), |(earlier in some(), a in some())| {
            let base = after(&Document::default(), "base", &earlier);
            let changed = after(&base, "a", &a);
            for prefer in [Prefer::Mine, Prefer::Theirs] {
                for (mine, theirs) in [(&base, &changed), (&changed, &base), (&changed, &changed)] {
                    let together = reconcile(&base, mine, theirs, prefer).unwrap();
                    prop_assert_eq!(&together.document, &changed);
                    prop_assert_eq!(together.conflicts, vec![]);
                }
            }
        });
    }

    #[test]
    fn what_one_tab_took_out_stays_out() {
        let base = after(
            &Document::default(),
            "base",
            &[Did::Answer(0, true), Did::Answer(1, true)],
        );
        let mine = after(&base, "a", &[Did::Name(1)]);
        let theirs = after(&Document::default(), "base", &[Did::Answer(0, true)]);
        let together = reconcile(&base, &mine, &theirs, Prefer::Mine).unwrap();
        let topics: Vec<_> = together
            .document
            .topics()
            .map(|(id, _)| id.as_str())
            .collect();
        assert_eq!((topics, together.conflicts), (vec!["t-0"], vec![]));
    }
}

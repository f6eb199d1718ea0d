//! Two tabs, one document. Unlike `file::merge`, this knows what both began
//! from, so that a change in one tab stands, a removal too, and only the same
//! thing changed differently in both is a conflict.

use std::borrow::Borrow;

use crate::domain::document::profile_fields;
use crate::domain::document::{
    ChangeError, Document, Entry, JsonFields, Parts, Profile, UnknownFields,
};
use crate::domain::file::DocumentPart;
use crate::domain::ids::{CompetencyId, EntryId};
use crate::domain::sorted_map::SortedMap;

/// Whose version of a conflict to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    Mine,
    Theirs,
}

/// Something that was changed differently in both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub part: DocumentPart,
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
                self.table(DocumentPart::$part, &base.$($field).+, &mine.$($field).+, &theirs.$($field).+)
            };
        }
        macro_rules! unknown {
            ($($group:ident),+) => {
                UnknownFields { $($group: self.fields(&base.unknown.$group, &mine.unknown.$group, &theirs.unknown.$group),)+ }
            };
        }
        macro_rules! each {
            ($($field:ident)+) => {
                Profile {
                    $($field: self.value(
                        DocumentPart::AboutYou,
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
                DocumentPart::Rule,
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
            unknown: unknown!(file, framework, rules, worker, local, plan),
        }
    }

    /// One thing, which may be absent.
    fn one<'a, T: PartialEq>(
        &mut self,
        part: DocumentPart,
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
    fn take(
        &mut self,
        part: DocumentPart,
        id: &str,
        same: bool,
        unchanged: (bool, bool),
    ) -> Prefer {
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
        part: DocumentPart,
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
        part: DocumentPart,
        base: &SortedMap<K, V>,
        mine: &SortedMap<K, V>,
        theirs: &SortedMap<K, V>,
    ) -> SortedMap<K, V> {
        let mut all = SortedMap::new();
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

    fn fields(&mut self, base: &JsonFields, mine: &JsonFields, theirs: &JsonFields) -> JsonFields {
        let mut all = JsonFields::new();
        let more = theirs.keys().filter(|name| !mine.contains_key(*name));
        for name in mine.keys().chain(more) {
            let (base, mine, theirs) = (base.get(name), mine.get(name), theirs.get(name));
            if let Some(value) = self.one(DocumentPart::Unknown, name, base, mine, theirs) {
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
                if let Some(entry) = self.one(DocumentPart::Ratings, name, base, mine, theirs) {
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

type Ratings = SortedMap<CompetencyId, Vec<Entry>>;

fn of<'a>(ratings: &'a Ratings, competency: &CompetencyId) -> &'a [Entry] {
    ratings.get(competency).map_or(&[][..], Vec::as_slice)
}

fn find<'a>(entries: &'a [Entry], id: &EntryId) -> Option<&'a Entry> {
    entries.iter().find(|entry| &entry.id == id)
}

#[cfg(test)]
mod tests;

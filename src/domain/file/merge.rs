//! Putting two documents together. Of two answers to one thing the one changed
//! later wins, and the other is listed with what it said: nothing is lost.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::preview::Part;
use super::{json, to_wire};
use crate::domain::dates::Moment;
use crate::domain::document::{
    ActionChange, Answer, BetterLink, ChangeError, Course, Document, Entry, Extra, Kept, Parts,
    Profile, RequirementStatus, Stamped, TopicStatus, profile_fields,
};
use crate::domain::map::Map;

/// Two documents as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub document: Document,
    /// What gave way to something later.
    pub replaced: Vec<Replaced>,
}

/// Something that gave way to something later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    pub part: Part,
    /// Which: a competency, topic, action, or question about the worker.
    pub id: String,
    pub changed: Option<Moment>,
    /// What it said, as it would stand in a file.
    pub content: String,
}

/// Merges two documents. The same whichever comes first, but for the list;
/// merging again changes nothing. `DocumentFull` and `TooMany` where together
/// they are more than a document may hold.
pub fn merge(a: &Document, b: &Document) -> Result<Merged, ChangeError> {
    let mut list = Vec::new();
    let parts = both(a.parts(), b.parts(), &mut list);
    let document = Document::assemble(parts)?;
    Ok(Merged {
        document,
        replaced: list,
    })
}

fn both(a: &Parts, b: &Parts, list: &mut Vec<Replaced>) -> Parts {
    Parts {
        id: [&a.id, &b.id].into_iter().flatten().min().cloned(),
        achieved_at: later(
            &a.achieved_at,
            &b.achieved_at,
            Part::Rule,
            "achieved_at",
            list,
            |it| it.get().map(|score| score.to_string()).unwrap_or_default(),
        ),
        profile: profile(&a.profile, &b.profile, list),
        ratings: ratings(&a.ratings, &b.ratings, list),
        topics: table(&a.topics, &b.topics, Part::Topics, list),
        requirements: table(&a.requirements, &b.requirements, Part::Requirements, list),
        changes: table(&a.changes, &b.changes, Part::Plan, list),
        links: table(&a.links, &b.links, Part::Local, list),
        courses: table(&a.courses, &b.courses, Part::Local, list),
        kept: Kept {
            file: fields(&a.kept.file, &b.kept.file, list),
            framework: fields(&a.kept.framework, &b.kept.framework, list),
            rules: fields(&a.kept.rules, &b.kept.rules, list),
            worker: fields(&a.kept.worker, &b.kept.worker, list),
            local: fields(&a.kept.local, &b.kept.local, list),
            plan: fields(&a.kept.plan, &b.kept.plan, list),
        },
    }
}

/// Something with a time at which it was last changed.
pub trait Dated: Clone + PartialEq {
    fn changed(&self) -> Option<Moment>;
    fn set_changed(&mut self, changed: Option<Moment>);

    /// Says the same, whenever it was changed.
    fn says_the_same(&self, other: &Self) -> bool {
        let mut like = self.clone();
        like.set_changed(other.changed());
        like == *other
    }
}

/// Something that can be told as it would stand in a file.
trait Told: Dated {
    fn told(&self) -> String;
}

fn json_of(wire: &impl Serialize) -> String {
    serde_json::to_string(wire).unwrap_or_default()
}

macro_rules! dated {
    ($($type:ty => $wire:path),+ $(,)?) => {$(
        impl Dated for $type {
            fn changed(&self) -> Option<Moment> {
                Some(self.changed)
            }

            fn set_changed(&mut self, changed: Option<Moment>) {
                self.changed = changed.unwrap_or(self.changed);
            }
        }

        impl Told for $type {
            fn told(&self) -> String {
                json_of(&$wire(self))
            }
        }
    )+};
}

dated! {
    Entry => to_wire::entry,
    Answer<TopicStatus> => to_wire::topic,
    Answer<RequirementStatus> => to_wire::requirement,
    ActionChange => to_wire::change,
    BetterLink => to_wire::better_link,
    Course => to_wire::course,
}

impl<T: Clone + PartialEq> Dated for Stamped<T> {
    fn changed(&self) -> Option<Moment> {
        self.changed
    }

    fn set_changed(&mut self, changed: Option<Moment>) {
        self.changed = changed;
    }
}

/// The one changed later; of two changed at once, the one whose text is later
/// in the alphabet, so that the order they come in makes no difference.
fn later<T: Dated>(
    a: &T,
    b: &T,
    part: Part,
    id: &str,
    list: &mut Vec<Replaced>,
    told: impl Fn(&T) -> String,
) -> T {
    if a == b {
        return a.clone();
    }
    let a_wins = match a.changed().cmp(&b.changed()) {
        std::cmp::Ordering::Equal => told(a) > told(b),
        order => order.is_gt(),
    };
    let (winner, loser) = if a_wins { (a, b) } else { (b, a) };
    if loser.changed().is_some() && !winner.says_the_same(loser) {
        list.push(Replaced {
            part,
            id: id.to_owned(),
            changed: loser.changed(),
            content: told(loser),
        });
    }
    winner.clone()
}

fn table<K: Ord + Clone + Borrow<str>, V: Told>(
    a: &Map<K, V>,
    b: &Map<K, V>,
    part: Part,
    list: &mut Vec<Replaced>,
) -> Map<K, V> {
    let mut all = a.clone();
    for (key, theirs) in b {
        let one = match a.get::<K>(key) {
            Some(mine) => later(mine, theirs, part, key.borrow(), list, V::told),
            None => theirs.clone(),
        };
        all.insert(key.clone(), one);
    }
    all
}

type Ratings = Map<crate::domain::ids::CompetencyId, Vec<Entry>>;

fn ratings(a: &Ratings, b: &Ratings, list: &mut Vec<Replaced>) -> Ratings {
    let mut all = a.clone();
    for (competency, theirs) in b {
        let mine = all.get_or_default(competency.clone());
        let (entries, gone) = by_id(mine.drain(..).chain(theirs.iter().cloned()).collect());
        *mine = entries;
        list.extend(gone.into_iter().map(|entry| Replaced {
            part: Part::Ratings,
            id: competency.as_str().to_owned(),
            changed: Some(entry.changed),
            content: entry.told(),
        }));
    }
    all
}

/// Entries oldest first, each id once; and those that gave way to another with
/// their id that says something else.
pub fn by_id(entries: Vec<Entry>) -> (Vec<Entry>, Vec<Entry>) {
    let mut kept: BTreeMap<_, Entry> = BTreeMap::new();
    let mut list = Vec::new();
    let mut gone = Vec::new();
    for entry in entries {
        let Some(other) = kept.remove(&entry.id) else {
            kept.insert(entry.id.clone(), entry);
            continue;
        };
        let winner = later(&other, &entry, Part::Ratings, "", &mut list, Entry::told);
        let loser = if winner == other { entry } else { other };
        if !list.is_empty() {
            list.clear();
            gone.push(loser);
        }
        kept.insert(winner.id.clone(), winner);
    }
    let mut kept: Vec<_> = kept.into_values().collect();
    // Stable, and the map is in order of id: a fixed order for equal times.
    kept.sort_by_key(|entry| entry.started);
    (kept, gone)
}

fn profile(a: &Profile, b: &Profile, list: &mut Vec<Replaced>) -> Profile {
    let told = |of: &Profile, name: &str| {
        let worker = json::parse(&json_of(&to_wire::worker(of)), &mut Vec::new());
        let answer = worker
            .ok()
            .and_then(|mut worker| worker.get_mut(name).map(|it| it.take()));
        answer.map(|answer| answer.to_string()).unwrap_or_default()
    };
    macro_rules! each {
        ($($field:ident)+) => {
            Profile {
                $($field: later(
                    &a.$field,
                    &b.$field,
                    Part::AboutYou,
                    stringify!($field),
                    list,
                    |it| told(if *it == a.$field { a } else { b }, stringify!($field)),
                ),)+
            }
        };
    }
    profile_fields!(each)
}

/// Unknown fields have no time: of two that differ, the one later in the
/// alphabet is kept.
fn fields(a: &Extra, b: &Extra, list: &mut Vec<Replaced>) -> Extra {
    let mut all = a.clone();
    for (name, theirs) in b {
        let Some(mine) = a.get(name).filter(|mine| *mine != theirs) else {
            all.insert(name.clone(), theirs.clone());
            continue;
        };
        let (mine, theirs_text) = (mine.to_string(), theirs.to_string());
        let content = if theirs_text > mine {
            all.insert(name.clone(), theirs.clone());
            mine
        } else {
            theirs_text
        };
        list.push(Replaced {
            part: Part::Unknown,
            id: name.clone(),
            changed: None,
            content,
        });
    }
    all
}

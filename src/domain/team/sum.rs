//! The running sum: files in, one at a time, and of each only what is counted.

use super::person::{Person, View};
use crate::domain::file::{AnyFile, FileKind, KnownIds, Refusal, decode_any};
use crate::domain::framework::model::Framework;
use crate::domain::ids::PlanHash;
use crate::domain::plan_hash::plan_hash;

/// What was read so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Team {
    people: Vec<Person>,
    views: Vec<View>,
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A plan, by its place among those of the team.
    Plan(usize),
    /// A reader's view of one.
    Review,
}

/// Why a file is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCounted {
    NotOpened(Refusal),
    /// It holds more than was chosen for sharing.
    Backup,
    /// The same bytes were read before.
    Same,
}

/// Why a plan that was read is not among the people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetAside {
    /// There is a newer file of the same plan.
    Older,
    /// There is another of the same plan and day, and which is the newer
    /// cannot be told.
    SameDay,
}

impl Team {
    /// Reads a file and keeps what is counted of it. The document it has in it
    /// is gone when this returns.
    pub fn take(
        &mut self,
        bytes: &[u8],
        known: &KnownIds,
        framework: &Framework,
    ) -> Result<Taken, NotCounted> {
        let file = plan_hash(bytes);
        if self.people.iter().any(|it| it.file.as_ref() == Some(&file)) {
            return Err(NotCounted::Same);
        }
        match decode_any(bytes, known).map_err(NotCounted::NotOpened)? {
            AnyFile::Review(opened) => {
                let view = View::of(framework, &opened);
                if self.views.contains(&view) {
                    return Err(NotCounted::Same);
                }
                self.views.push(view);
                Ok(Taken::Review)
            }
            AnyFile::Document(opened) if opened.kind == FileKind::Backup => Err(NotCounted::Backup),
            AnyFile::Document(opened) => {
                self.people.push(Person::of(framework, &opened, file));
                Ok(Taken::Plan(self.people.len() - 1))
            }
        }
    }

    /// For each plan, in the order they were read, why it is not counted; none
    /// for those that are. Whatever the order, the same are counted.
    pub fn set_aside(&self) -> Vec<Option<SetAside>> {
        let mut marks: Vec<(u64, usize)> = Vec::new();
        for (place, person) in self.people.iter().enumerate() {
            marks.extend(person.marks.iter().map(|mark| (*mark, place)));
        }
        marks.sort_unstable();
        let mut aside = vec![None; self.people.len()];
        let age = |place: usize| {
            let person = &self.people[place];
            (person.created, person.file.as_ref().map(PlanHash::as_str))
        };
        for same in marks.chunk_by(|a, b| a.0 == b.0) {
            let places = same.iter().map(|(_, place)| *place);
            let Some(newest) = places.clone().max_by_key(|place| age(*place)) else {
                continue;
            };
            for place in places.filter(|place| *place != newest) {
                let same_day = age(place).0 == age(newest).0;
                // Older than one and of one day with another: older.
                if !same_day || aside[place].is_none() {
                    let why = if same_day {
                        SetAside::SameDay
                    } else {
                        SetAside::Older
                    };
                    aside[place] = Some(why);
                }
            }
        }
        aside
    }

    /// The people who count.
    pub(super) fn people(&self) -> Vec<&Person> {
        let aside = self.set_aside();
        let people = self.people.iter().zip(aside);
        let people = people.filter(|(_, aside)| aside.is_none());
        people.map(|(person, _)| person).collect()
    }

    /// What a reader saw of somebody's practice: the latest view of that very
    /// file.
    pub(super) fn view(&self, person: &Person) -> Option<&View> {
        let of = self.views.iter();
        let of = of.filter(|it| Some(&it.of) == person.file.as_ref());
        of.max_by_key(|view| (view.created, view.id))
    }

    /// How many views are of no plan that counts.
    pub fn views_of_nobody(&self) -> usize {
        let people = self.people();
        let of_nobody = |view: &&View| !people.iter().any(|it| it.file.as_ref() == Some(&view.of));
        self.views.iter().filter(of_nobody).count()
    }

    /// A team made of people, without their files.
    #[cfg(test)]
    pub(super) fn of_people(people: Vec<Person>, views: Vec<View>) -> Self {
        Self { people, views }
    }
}

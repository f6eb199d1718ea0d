//! What would change if one document took the place of another, part by part.

use super::merge::Dated;
use crate::domain::document::{Document, Stamped, profile_fields};
use crate::domain::map::Map;

/// A part of a document, as a person thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    AboutYou,
    Ratings,
    Topics,
    Requirements,
    Plan,
    Local,
    Rule,
    Unknown,
}

impl Part {
    /// Its name, to begin a line with.
    pub fn title(self) -> &'static str {
        match self {
            Self::AboutYou => "About you",
            Self::Ratings => "Ratings",
            Self::Topics => "Topics",
            Self::Requirements => "Requirements",
            Self::Plan => "Changes to your plan",
            Self::Local => "Your own links and courses",
            Self::Rule => "The score that counts as achieved",
            Self::Unknown => "Things this version of the page does not know",
        }
    }
}

/// How many answers of a part would be added, changed and removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartChange {
    pub part: Part,
    pub added: usize,
    pub changed: usize,
    pub removed: usize,
}

impl PartChange {
    /// `Ratings: 2 added, 1 removed`.
    pub fn sentence(&self) -> String {
        let counts = [
            (self.added, "added"),
            (self.changed, "changed"),
            (self.removed, "removed"),
        ];
        let said: Vec<_> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        format!("{}: {}", self.part.title(), said.join(", "))
    }

    fn count<T>(&mut self, before: Option<T>, after: Option<T>, same: impl Fn(&T, &T) -> bool) {
        match (before, after) {
            (None, None) => {}
            (None, Some(_)) => self.added += 1,
            (Some(_), None) => self.removed += 1,
            (Some(before), Some(after)) if same(&before, &after) => {}
            (Some(_), Some(_)) => self.changed += 1,
        }
    }

    fn answer<T: PartialEq>(&mut self, before: &Stamped<T>, after: &Stamped<T>) {
        self.count(before.get(), after.get(), |a, b| a == b);
    }

    fn table<K: Ord, V: Dated>(&mut self, before: &Map<K, V>, after: &Map<K, V>) {
        for (key, value) in before {
            self.count(Some(value), after.get::<K>(key), |a, b| a.says_the_same(b));
        }
        self.added += after
            .keys()
            .filter(|key| !before.contains_key::<K>(key))
            .count();
    }
}

/// What would change if `after` took the place of `before`; parts in which
/// nothing would are left out.
pub fn preview(before: &Document, after: &Document) -> Vec<PartChange> {
    let (a, b) = (before.parts(), after.parts());
    let part = |part: Part, count: &dyn Fn(&mut PartChange)| {
        let mut change = PartChange {
            part,
            added: 0,
            changed: 0,
            removed: 0,
        };
        count(&mut change);
        change
    };
    let changes = [
        part(Part::AboutYou, &|it| {
            macro_rules! each {
                ($($field:ident)+) => { $(it.answer(&a.profile.$field, &b.profile.$field);)+ };
            }
            profile_fields!(each);
        }),
        part(Part::Ratings, &|it| {
            let none = Vec::new();
            let mut competencies: Vec<_> = a.ratings.keys().chain(b.ratings.keys()).collect();
            competencies.sort_unstable();
            competencies.dedup();
            for competency in competencies {
                let by_id = |entries: &[_]| entries.iter().map(entry_by_id).collect::<Map<_, _>>();
                let before = a.ratings.get(competency).unwrap_or(&none);
                let after = b.ratings.get(competency).unwrap_or(&none);
                it.table(&by_id(before), &by_id(after));
            }
        }),
        part(Part::Topics, &|it| it.table(&a.topics, &b.topics)),
        part(Part::Requirements, &|it| {
            it.table(&a.requirements, &b.requirements)
        }),
        part(Part::Plan, &|it| it.table(&a.changes, &b.changes)),
        part(Part::Local, &|it| {
            it.table(&a.links, &b.links);
            it.table(&a.courses, &b.courses);
        }),
        part(Part::Rule, &|it| {
            it.changed += usize::from(before.achieved_at() != after.achieved_at());
        }),
        part(Part::Unknown, &|it| {
            it.changed += usize::from(a.kept != b.kept)
        }),
    ];
    let some = |change: &PartChange| change.added + change.changed + change.removed > 0;
    changes.into_iter().filter(some).collect()
}

fn entry_by_id(
    entry: &crate::domain::document::Entry,
) -> (crate::domain::ids::EntryId, crate::domain::document::Entry) {
    (entry.id.clone(), entry.clone())
}

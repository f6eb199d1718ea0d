//! From the shapes of version 1 to the document.

use super::merge::by_id;
use super::place::Place;
use super::wire::{Reading, Table};
use super::{Refusal, Remark, v1};
use crate::domain::dates::Moment;
use crate::domain::document::{
    ActionChange, Answer, BetterLink, Course, Entry, Evidence, Kept, Parts, Profile, Rating,
    Stamped,
};
use crate::domain::map::Map;

/// What the worker entered. The envelope's other fields are the caller's.
pub fn parts(file: v1::File, reading: &mut Reading) -> Result<Parts, Refusal> {
    let place = Place::FILE.field("ratings");
    let mut ratings = Map::new();
    for (competency, entries) in file.ratings.0 {
        let place = place.field(competency.as_str());
        let mut found = Vec::new();
        for (i, wire) in entries.0.into_iter().enumerate() {
            found.push(entry(wire, &place.item(i))?);
        }
        let entries = in_order(found, &place, reading);
        ratings.insert(competency, entries);
    }
    Ok(Parts {
        id: file.id,
        // Without `changed` it was not chosen but is the rule of that time.
        achieved_at: Stamped {
            changed: file
                .rules
                .changed
                .filter(|_| file.rules.achieved_at.is_some()),
            value: file
                .rules
                .achieved_at
                .map(|score| score.0)
                .filter(|_| file.rules.changed.is_some()),
            extra: Default::default(),
        },
        ratings,
        topics: table(file.topics, |answer| Answer {
            status: answer.status.map(|word| word.0),
            changed: answer.changed,
            note: answer.note.0,
            reason: answer.reason.0,
            extra: answer.extra,
        }),
        requirements: table(file.requirements, |answer| Answer {
            status: answer.status.map(|word| word.0),
            changed: answer.changed,
            note: answer.note.0,
            reason: answer.reason.0,
            extra: answer.extra,
        }),
        changes: table(file.changes, change),
        links: table(file.local.links, |link| BetterLink {
            url: link.url.0,
            changed: link.changed,
            extra: link.extra,
        }),
        courses: table(file.local.courses, course),
        kept: Kept {
            file: file.extra,
            framework: file.framework.extra,
            rules: file.rules.extra,
            worker: file.worker.extra.clone(),
            local: file.local.extra,
            plan: file.plan.extra,
        },
        profile: profile(file.worker),
    })
}

fn table<K: Ord, V, W, const MOST: usize>(
    from: Table<K, W, MOST>,
    each: impl Fn(W) -> V,
) -> Map<K, V> {
    from.0
        .into_iter()
        .map(|(key, wire)| (key, each(wire)))
        .collect()
}

/// Entries oldest first, each id once.
fn in_order(found: Vec<Entry>, place: &Place, reading: &mut Reading) -> Vec<Entry> {
    let (entries, repeated) = by_id(found);
    for entry in repeated {
        let place = place.field(entry.id.as_str()).to_string();
        reading.remarks.push(Remark::RepeatedEntry { place });
    }
    entries
}

fn stamped<T, W>(from: Option<v1::Answered<W>>, each: impl Fn(W) -> Option<T>) -> Stamped<T> {
    from.map_or_else(Stamped::default, |answered| Stamped {
        value: answered.value.and_then(each),
        changed: Some(answered.changed),
        extra: answered.extra,
    })
}

fn profile(worker: v1::Worker) -> Profile {
    let text = |text: String| Some(text).filter(|text| !text.is_empty());
    Profile {
        role: stamped(worker.role, Some),
        experience: stamped(worker.experience, |word| Some(word.0)),
        aim: stamped(worker.aim, Some),
        here: stamped(worker.here, Some),
        name: stamped(worker.name, |name| text(name.0)),
        workplace: stamped(worker.workplace, |workplace| text(workplace.0)),
        scheme_funded: stamped(worker.scheme_funded, |word| Some(word.0)),
        in_somerset: stamped(worker.in_somerset, Some),
        hours_a_month: stamped(worker.hours_a_month, |hours| Some(hours.0)),
        start: stamped(worker.start, Some),
        caseload: stamped(worker.caseload, |topics| {
            Some(topics.0.into_iter().collect())
        }),
        wider: stamped(worker.wider, |wider| {
            Some(wider.0.into_iter().map(|word| word.0).collect())
        }),
        next_review: stamped(worker.next_review, Some),
    }
}

fn entry(wire: v1::Entry, place: &Place) -> Result<Entry, Refusal> {
    let rating = match (wire.score, wire.opportunity, wire.cleared.0) {
        (None, None, false) => None,
        (Some(score), None, false) => Some(Rating::Score(score.0)),
        (None, Some(_), false) => Some(Rating::NoOpportunity),
        (None, None, true) => Some(Rating::Cleared),
        _ => {
            return Err(Refusal::Contradiction {
                place: place.to_string(),
            });
        }
    };
    let evidence = wire.evidence.0.into_iter().map(|wire| Evidence {
        id: wire.id,
        what: wire.what.0,
        when: wire.when.0,
        link: wire.link.0,
        extra: wire.extra,
    });
    Ok(Entry {
        id: wire.id,
        date: wire.date,
        started: wire.started.unwrap_or_else(|| Moment::start_of(wire.date)),
        changed: wire.changed,
        rating,
        reflection: wire.reflection.0,
        evidence: evidence.collect(),
        features: table(wire.features, |word| word.0),
        extra: wire.extra,
    })
}

fn change(wire: v1::Change) -> ActionChange {
    ActionChange {
        changed: wire.changed,
        status: wire.status.map(|word| word.0),
        done_on: wire.done_on,
        month: wire.month,
        notes: wire.notes.0,
        obstacles: wire.obstacles.0,
        help: wire.help.0,
        learned: wire.learned.0,
        dismissed: wire.dismissed.0,
        dismissed_because: wire.dismissed_because.0,
        pinned: wire.pinned.0,
        swapped: wire.swapped,
        own: wire.own.map(|title| title.0),
        extra: wire.extra,
    }
}

fn course(wire: v1::Course) -> Course {
    Course {
        changed: wire.changed,
        title: wire.title.0,
        provider: wire.provider.0,
        url: wire.url.0,
        notes: wire.notes.0,
        helps_with: wire
            .helps_with
            .0
            .into_iter()
            .map(|target| target.0)
            .collect(),
        removed: wire.removed.0,
        extra: wire.extra,
    }
}

//! From the document to the shapes of version 1.

use super::encode::{Header, NOT_A_VERDICT, WrittenAction};
use super::wire::{Flag, Link, List, ScoreWire, Table, Text, Word};
use super::{Kind, v1};
use crate::domain::document::{
    ActionChange, Answer, BetterLink, Course, Document, Entry, Evidence, Profile, Rating,
    RequirementStatus, Stamped, TopicStatus,
};
use crate::domain::limits::{ID, WHY, WRITTEN_ACTIONS, utf16_units};

fn text<const MOST: usize>(text: &str) -> Text<MOST> {
    Text(text.to_owned())
}

/// The whole document and what a file says about itself.
pub fn file(
    document: &Document,
    kind: Kind,
    header: &Header,
    actions: &[WrittenAction],
) -> v1::File {
    let parts = document.parts();
    let kept = &parts.kept;
    v1::File {
        format: Word(v1::Format::Waymark),
        version: v1::Version,
        kind: Word(kind),
        about: Text(NOT_A_VERDICT.to_owned()),
        created: Some(header.created),
        app: cut(&header.app),
        framework: v1::Framework {
            id: cut(&header.framework.id),
            version: cut(&header.framework.version),
            extra: kept.framework.clone(),
        },
        rules: v1::Rules {
            achieved_at: Some(ScoreWire(document.achieved_at())),
            changed: parts.achieved_at.changed,
            extra: kept.rules.clone(),
        },
        id: parts.id.clone(),
        worker: v1::Worker {
            extra: kept.worker.clone(),
            ..worker(&parts.profile)
        },
        ratings: table(&parts.ratings, |entries| {
            List(entries.iter().map(entry).collect())
        }),
        topics: table(&parts.topics, topic),
        requirements: table(&parts.requirements, requirement),
        changes: table(&parts.changes, change),
        local: v1::Local {
            links: table(&parts.links, better_link),
            courses: table(&parts.courses, course),
            extra: kept.local.clone(),
        },
        plan: v1::Plan {
            actions: written(actions),
            extra: kept.plan.clone(),
        },
        extra: kept.file.clone(),
    }
}

/// The plan written out, as much of it as a file may have.
fn written(actions: &[WrittenAction]) -> List<v1::Action, { WRITTEN_ACTIONS.most }> {
    let named = |action: &&WrittenAction| {
        let id = action.id.as_str();
        !id.is_empty() && utf16_units(id) <= ID.most
    };
    List(
        actions
            .iter()
            .filter(named)
            .take(WRITTEN_ACTIONS.most)
            .map(action)
            .collect(),
    )
}

fn action(action: &WrittenAction) -> v1::Action {
    v1::Action {
        id: action.id.clone(),
        kind: cut(&action.kind),
        title: cut(&action.title),
        why: List(
            action
                .why
                .iter()
                .take(WHY.most)
                .map(|why| cut(why))
                .collect(),
        ),
        resource: action.resource.as_ref().map(|resource| v1::Resource {
            title: cut(&resource.title),
            provider: cut(&resource.provider),
            url: Link(resource.url.clone()),
            extra: Default::default(),
        }),
        status: action.status.map(Word),
        due: action.due,
        notes: cut(&action.notes),
        extra: Default::default(),
    }
}

/// The beginning of a text, as much as a file may have of it. Only for what
/// the app itself writes: what a worker wrote is never cut.
fn cut<const MOST: usize>(text: &str) -> Text<MOST> {
    let mut units = 0;
    let within = |c: &char| {
        units += c.len_utf16();
        units <= MOST
    };
    Text(text.chars().take_while(within).collect())
}

fn table<K: Clone + Ord, V, W, const MOST: usize>(
    from: &crate::domain::map::Map<K, V>,
    each: impl Fn(&V) -> W,
) -> Table<K, W, MOST> {
    Table(
        from.iter()
            .map(|(key, value)| (key.clone(), each(value)))
            .collect(),
    )
}

fn answered<T, W>(from: &Stamped<T>, each: impl Fn(&T) -> W) -> Option<v1::Answered<W>> {
    from.changed.map(|changed| v1::Answered {
        value: from.value.as_ref().map(each),
        changed,
        extra: from.extra.clone(),
    })
}

pub fn worker(profile: &Profile) -> v1::Worker {
    v1::Worker {
        role: answered(&profile.role, Clone::clone),
        aim: answered(&profile.aim, Clone::clone),
        experience: answered(&profile.experience, |experience| Word(*experience)),
        here: answered(&profile.here, Clone::clone),
        name: answered(&profile.name, |name| text(name)),
        workplace: answered(&profile.workplace, |workplace| text(workplace)),
        scheme_funded: answered(&profile.scheme_funded, |answer| Word(*answer)),
        in_somerset: answered(&profile.in_somerset, |answer| *answer),
        hours_a_month: answered(&profile.hours_a_month, |hours| v1::HoursWire(*hours)),
        start: answered(&profile.start, |day| *day),
        caseload: answered(&profile.caseload, |topics| {
            List(topics.iter().cloned().collect())
        }),
        wider: answered(&profile.wider, |wider| {
            List(wider.iter().copied().map(Word).collect())
        }),
        next_review: answered(&profile.next_review, |day| *day),
        extra: Default::default(),
    }
}

pub fn topic(answer: &Answer<TopicStatus>) -> v1::TopicAnswer {
    v1::TopicAnswer {
        status: answer.status.map(Word),
        changed: answer.changed,
        note: text(&answer.note),
        reason: text(&answer.reason),
        extra: answer.extra.clone(),
    }
}

pub fn requirement(answer: &Answer<RequirementStatus>) -> v1::RequirementAnswer {
    v1::RequirementAnswer {
        status: answer.status.map(Word),
        changed: answer.changed,
        note: text(&answer.note),
        reason: text(&answer.reason),
        extra: answer.extra.clone(),
    }
}

pub fn entry(entry: &Entry) -> v1::Entry {
    v1::Entry {
        id: entry.id.clone(),
        date: entry.date,
        started: Some(entry.started),
        changed: entry.changed,
        by: Word(v1::By::Myself),
        score: match entry.rating {
            Some(Rating::Score(score)) => Some(ScoreWire(score)),
            _ => None,
        },
        opportunity: (entry.rating == Some(Rating::NoOpportunity))
            .then_some(Word(v1::Opportunity::None)),
        cleared: Flag(entry.rating == Some(Rating::Cleared)),
        reflection: text(&entry.reflection),
        evidence: List(entry.evidence.iter().map(evidence).collect()),
        features: table(&entry.features, |seen| Word(*seen)),
        extra: entry.extra.clone(),
    }
}

fn evidence(evidence: &Evidence) -> v1::Evidence {
    v1::Evidence {
        id: evidence.id.clone(),
        what: text(&evidence.what),
        when: text(&evidence.when),
        link: Link(evidence.link.clone()),
        extra: evidence.extra.clone(),
    }
}

pub fn change(change: &ActionChange) -> v1::Change {
    v1::Change {
        changed: change.changed,
        status: change.status.map(Word),
        done_on: change.done_on,
        month: change.month,
        notes: text(&change.notes),
        obstacles: text(&change.obstacles),
        help: text(&change.help),
        learned: text(&change.learned),
        dismissed: Flag(change.dismissed),
        dismissed_because: text(&change.dismissed_because),
        pinned: Flag(change.pinned),
        swapped: change.swapped.clone(),
        own: change.own.as_deref().map(text),
        extra: change.extra.clone(),
    }
}

pub fn better_link(link: &BetterLink) -> v1::BetterLink {
    v1::BetterLink {
        changed: link.changed,
        url: Link(link.url.clone()),
        extra: link.extra.clone(),
    }
}

pub fn course(course: &Course) -> v1::Course {
    v1::Course {
        changed: course.changed,
        title: text(&course.title),
        provider: text(&course.provider),
        url: Link(course.url.clone()),
        notes: text(&course.notes),
        helps_with: List(
            course
                .helps_with
                .iter()
                .cloned()
                .map(v1::TargetWire)
                .collect(),
        ),
        removed: Flag(course.removed),
        extra: course.extra.clone(),
    }
}

//! What the recorded answers cover of the career ladder, and what lies between
//! (Table 1; when a level counts as covered is this tool's own rule). Never a
//! verdict: it counts answers, and each level is judged by itself, so that
//! years of experience are not undone by one unticked item.

mod bearing;

pub use bearing::{AimReason, Bearing, Weak};

use crate::domain::document::{Document, Rating, TopicStatus};
use crate::domain::framework::model::{CareerLevel, Competency, Framework, Topic};
use crate::domain::score::Score;

/// How far one thing is. "Not answered" and "no opportunity" are neither done
/// nor to work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Done,
    ToWorkOn,
    NotAnswered,
    /// "I have had no opportunity to show this."
    NoOpportunity,
    /// Marked "not relevant to me": holds nobody back.
    SetAside,
}

/// One thing a career level looks for.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// The worker says that they are in post.
    InPost,
    Topic(&'a Topic),
    /// A competency, and the score looked for.
    Competency(&'a Competency, Score),
    /// The worker has taken on wider responsibilities, leadership or a specialism.
    Wider,
}

/// A career level and how far each thing it looks for is.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    pub level: &'a CareerLevel,
    /// What decides whether it is covered.
    pub items: Vec<(Item<'a>, State)>,
    /// Shown beside it, and deciding nothing: the induction at entry.
    pub beside: Vec<(Item<'a>, State)>,
}

impl Step<'_> {
    /// Everything it looks for is done, or set aside by the worker.
    pub fn is_covered(&self) -> bool {
        self.items
            .iter()
            .all(|(_, state)| matches!(state, State::Done | State::SetAside))
    }

    /// How many of its things are in a state.
    pub fn count(&self, state: State) -> usize {
        self.items.iter().filter(|(_, it)| *it == state).count()
    }
}

/// Every career level, lowest first.
pub fn steps<'a>(framework: &'a Framework, document: &Document) -> Vec<Step<'a>> {
    let mut steps: Vec<Step<'a>> = Vec::with_capacity(framework.ladder.len());
    let last = framework.ladder.len() - 1;
    for (index, level) in framework.ladder.iter().enumerate() {
        let mut step = Step {
            level,
            items: Vec::new(),
            beside: Vec::new(),
        };
        let topics = topics(framework, level);
        if index == 0 {
            step.items.push((Item::InPost, in_post(document)));
            push_topics(&mut step.beside, &topics, document);
        } else {
            if index == 1 {
                // Early career also looks for the induction (the tool's rule).
                let induction = self::topics(framework, &framework.ladder[0]);
                push_topics(&mut step.items, &induction, document);
            }
            push_topics(&mut step.items, &topics, document);
        }
        for id in &level.competencies {
            if let Some(competency) = framework.competency(id.as_str()) {
                let looks_for = looks_for(document, index == last);
                let state = competency_state(document, competency, looks_for);
                step.items
                    .push((Item::Competency(competency, looks_for), state));
            }
        }
        if index == last {
            step.items.push((Item::Wider, wider(document)));
        }
        steps.push(step);
    }
    steps
}

fn topics<'a>(framework: &'a Framework, level: &CareerLevel) -> Vec<&'a Topic> {
    let mut topics = Vec::new();
    for id in &level.sections {
        if let Some(section) = framework.section(id.as_str()) {
            topics.extend(framework.topics_of(section));
        }
    }
    topics
}

fn push_topics<'a>(into: &mut Vec<(Item<'a>, State)>, topics: &[&'a Topic], document: &Document) {
    for topic in topics {
        into.push((Item::Topic(topic), topic_state(document, topic)));
    }
}

/// The score a level looks for: what counts as achieved, and at the highest
/// level 5 (section 7 says "likely"; as a condition it is the tool's).
fn looks_for(document: &Document, highest: bool) -> Score {
    if highest {
        Score::EXPERT
    } else {
        document.achieved_at()
    }
}

/// How far a topic is, by the answer to it or to one that is the same thing. A
/// safety topic is not set aside before there is a reason.
pub fn topic_state(document: &Document, topic: &Topic) -> State {
    let answer = document.topic(&topic.id, &topic.same_as).map(|it| it.1);
    match answer.and_then(|answer| answer.status) {
        Some(TopicStatus::NotRelevant)
            if topic.safety && answer.is_some_and(|it| it.reason.trim().is_empty()) =>
        {
            State::ToWorkOn
        }
        Some(TopicStatus::Confident) => State::Done,
        Some(TopicStatus::InProgress | TopicStatus::NotYet) => State::ToWorkOn,
        Some(TopicStatus::NotRelevant) => State::SetAside,
        None => State::NotAnswered,
    }
}

/// How far a competency is from the score looked for.
pub fn competency_state(document: &Document, competency: &Competency, looks_for: Score) -> State {
    match document.rating(&competency.id) {
        Some(Rating::Score(score)) if score >= looks_for => State::Done,
        Some(Rating::Score(_)) => State::ToWorkOn,
        Some(Rating::NoOpportunity) => State::NoOpportunity,
        Some(Rating::Cleared) | None => State::NotAnswered,
    }
}

/// Saying how long, since when, or at which level one works says one is in post.
fn in_post(document: &Document) -> State {
    let profile = document.profile();
    let says_so = profile.experience.get().is_some()
        || profile.here.get().is_some()
        || profile.start.get().is_some();
    if says_so {
        State::Done
    } else {
        State::NotAnswered
    }
}

fn wider(document: &Document) -> State {
    match document.profile().wider.get() {
        None => State::NotAnswered,
        Some(none) if none.is_empty() => State::ToWorkOn,
        Some(_) => State::Done,
    }
}

#[cfg(test)]
mod tests;

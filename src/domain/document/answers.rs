//! Answers to topics and requirements.

use super::{ChangeError, ClockReading, Document, JsonFields, change_time, check_text};
use crate::domain::dates::Moment;
use crate::domain::ids::{RequirementId, TopicId};
use crate::domain::limits::{NOTE, REASON, REQUIREMENTS, TOPICS};

/// Where a worker says they are with a topic. The words shown fit the section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicStatus {
    /// "I am confident in this", "I have done this", "I have this in place".
    Confident,
    InProgress,
    NotYet,
    /// Holds nobody back; a safety topic asks for a reason.
    NotRelevant,
}

/// Where a worker says a requirement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequirementStatus {
    /// Also while under way, where the requirement says so.
    Met,
    NotMet,
    Unsure,
    DoesNotApply,
}

/// An answer. Without a status: answered before and taken back, or only a
/// note; that counts as not answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer<S> {
    pub status: Option<S>,
    pub changed: Moment,
    /// Empty for none.
    pub note: String,
    /// Why it is not relevant or does not apply; empty for none.
    pub reason: String,
    pub(in crate::domain) extra: JsonFields,
}

/// One change to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerChange<S> {
    /// None takes the answer back.
    Status(Option<S>),
    Note(String),
    Reason(String),
}

impl<S: Clone + PartialEq> Answer<S> {
    fn changed_by(old: Option<&Self>, change: AnswerChange<S>, at: ClockReading) -> Self {
        let mut answer = old.cloned().unwrap_or_else(|| Self {
            status: None,
            changed: at.now,
            note: String::new(),
            reason: String::new(),
            extra: JsonFields::new(),
        });
        match change {
            AnswerChange::Status(status) => answer.status = status,
            AnswerChange::Note(note) => answer.note = note,
            AnswerChange::Reason(reason) => answer.reason = reason,
        }
        if old != Some(&answer) {
            answer.changed = change_time(at, Some(answer.changed));
        }
        answer
    }
}

impl<S> AnswerChange<S> {
    fn check(&self) -> Result<(), ChangeError> {
        match self {
            Self::Status(_) => Ok(()),
            Self::Note(text) => check_text(text, NOTE),
            Self::Reason(text) => check_text(text, REASON),
        }
    }
}

impl Document {
    /// Every topic answer, under the id it was given for.
    pub fn topics(&self) -> impl Iterator<Item = (&TopicId, &Answer<TopicStatus>)> {
        self.parts.topics.iter()
    }

    /// The answer to a topic: the one last changed of its own and those of
    /// the topics that are the same thing. Also says for which it was given.
    pub fn topic<'a>(
        &'a self,
        topic: &'a TopicId,
        same_as: &'a [TopicId],
    ) -> Option<(&'a TopicId, &'a Answer<TopicStatus>)> {
        let own = std::iter::once(topic).chain(same_as);
        let mut found: Option<(&TopicId, &Answer<TopicStatus>)> = None;
        for id in own {
            if let Some(answer) = self.parts.topics.get(id)
                && found.is_none_or(|(_, best)| answer.changed > best.changed)
            {
                found = Some((id, answer));
            }
        }
        found
    }

    /// Changes the answer to a topic and to all that are the same thing; it is
    /// kept under the id answered. `TooLong`, `TooMany`, `BadId`, `DocumentFull`.
    pub fn answer_topic(
        &mut self,
        topic: &TopicId,
        same_as: &[TopicId],
        change: AnswerChange<TopicStatus>,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        change.check()?;
        let found = self.topic(topic, same_as);
        let old = found.map(|(_, answer)| answer);
        let mut answer = Answer::changed_by(old, change, at);
        if old == Some(&answer) {
            return Ok(());
        }
        // What it replaces under another id, perhaps within this very second,
        // must not outlive it.
        if let Some((under, old)) = found
            && under != topic
            && old.changed == answer.changed
        {
            answer.changed = answer.changed.next();
        }
        self.put(|parts| &mut parts.topics, topic, answer, TOPICS)
    }

    /// Every requirement answered, with its answer.
    pub fn requirements(
        &self,
    ) -> impl Iterator<Item = (&RequirementId, &Answer<RequirementStatus>)> {
        self.parts.requirements.iter()
    }

    /// The answer to a requirement; None where it was never answered.
    pub fn requirement(&self, requirement: &RequirementId) -> Option<&Answer<RequirementStatus>> {
        self.parts.requirements.get(requirement)
    }

    /// Changes the answer to a requirement. `TooLong`, `TooMany`, `BadId`,
    /// `DocumentFull`.
    pub fn answer_requirement(
        &mut self,
        requirement: &RequirementId,
        change: AnswerChange<RequirementStatus>,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
        change.check()?;
        let answer = Answer::changed_by(self.requirement(requirement), change, at);
        self.put(
            |parts| &mut parts.requirements,
            requirement,
            answer,
            REQUIREMENTS,
        )
    }
}

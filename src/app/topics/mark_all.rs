//! "Mark all unanswered here as …", and taking that back.

use super::{answer, current_answer};
use crate::domain::document::{Document, TopicStatus};
use crate::domain::framework::model::{Framework, Section, Topic};
use crate::domain::ids::TopicId;

/// One press of "Mark all unanswered here as …".
#[derive(Clone, Debug, PartialEq)]
pub struct MarkAll {
    pub status: TopicStatus,
    /// What was unanswered then.
    pub topics: Vec<TopicId>,
}

/// What a press would answer.
pub fn mark_all(document: &Document, topics: &[&Topic], status: TopicStatus) -> MarkAll {
    let mut unanswered = Vec::new();
    for topic in topics {
        if current_answer(document, topic).0.is_none() {
            unanswered.push(topic.id.clone());
        }
    }
    MarkAll {
        status,
        topics: unanswered,
    }
}

/// What undoing a press takes back: the answers it gave, other than those the
/// worker has changed since.
pub fn to_undo<'a>(
    framework: &'a Framework,
    document: &Document,
    press: &MarkAll,
) -> Vec<&'a Topic> {
    let mut found = Vec::new();
    for id in &press.topics {
        if let Some(topic) = framework.topic(id.as_str())
            && current_answer(document, topic).0 == Some(press.status)
        {
            found.push(topic);
        }
    }
    found
}

/// The newest press that still has something to undo: its place among the
/// presses, oldest first, and what undoing it takes back.
pub fn newest_to_undo<'a>(
    framework: &'a Framework,
    document: &Document,
    presses: &[MarkAll],
) -> Option<(usize, Vec<&'a Topic>)> {
    for (place, press) in presses.iter().enumerate().rev() {
        let topics = to_undo(framework, document, press);
        if !topics.is_empty() {
            return Some((place, topics));
        }
    }
    None
}

/// What is said where many topics can be marked at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Marking {
    /// How many are unanswered.
    pub left: String,
    /// Whether there is anything left to mark.
    pub can_mark: bool,
    /// What the newest press did; empty where nothing is left to undo.
    pub done: String,
}

/// The same, after these presses.
pub fn marking(
    framework: &Framework,
    document: &Document,
    section: &Section,
    topics: &[&Topic],
    presses: &[MarkAll],
) -> Marking {
    let unanswered = mark_all(document, topics, TopicStatus::NotYet).topics.len();
    let done = newest_to_undo(framework, document, presses).map(|(place, undone)| {
        format!(
            "{} marked as “{}”. Undo takes this back, apart from any you change by hand.",
            undone.len(),
            answer(section, presses[place].status)
        )
    });
    Marking {
        left: match unanswered {
            0 => "Nothing is unanswered here.".to_owned(),
            n => format!("{n} of {} are unanswered. Mark them as:", topics.len()),
        },
        can_mark: unanswered > 0,
        done: done.unwrap_or_default(),
    }
}

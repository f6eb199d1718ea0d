//! What changes on the card of one topic.

use super::{answer, current_answer, given_elsewhere, is_picked};
use crate::domain::document::{Document, TopicStatus};
use crate::domain::framework::model::{Framework, Topic};

/// The answer to a topic, and what is said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    pub chosen: Option<TopicStatus>,
    pub note: String,
    /// Why a safety topic is not relevant.
    pub reason: String,
    /// The worker has picked it, where topics are picked.
    pub is_picked: bool,
    /// Where the answer was given, if for another topic; empty otherwise.
    pub given_elsewhere: String,
    /// What follows from there being a reason or none; empty where none is
    /// asked for.
    pub of_the_reason: &'static str,
}

/// The card of a topic as it is now.
pub fn card(framework: &Framework, document: &Document, topic: &Topic) -> Card {
    let (chosen, note, reason) = current_answer(document, topic);
    let elsewhere = given_elsewhere(framework, document, topic).zip(chosen);
    let given_elsewhere = elsewhere.map_or_else(String::new, |((other, section), status)| {
        format!(
            "The answer shown here, “{}”, was given for “{}” in {}.",
            answer(section, status),
            other.title,
            section.title
        )
    });
    let of_the_reason = match (topic.safety, chosen, reason.trim().is_empty()) {
        (true, Some(TopicStatus::NotRelevant), true) => STILL_OPEN,
        (true, Some(TopicStatus::NotRelevant), false) => "Thank you. It is set aside.",
        _ => "",
    };
    Card {
        chosen,
        note: note.to_owned(),
        reason: reason.to_owned(),
        is_picked: is_picked(document, &topic.id),
        given_elsewhere,
        of_the_reason,
    }
}

const STILL_OPEN: &str =
    "You need not say why now. Until there is a reason, this is still listed as open.";

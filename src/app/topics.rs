//! What the pages of topics show: the sections in order, counts in words, the
//! words of the answers, what changes on a card, answering many at once and
//! taking that back.

mod card;
mod mark_all;
mod overview;

pub use card::{Card, card};
pub use mark_all::{MarkAll, Marking, mark_all, marking, newest_to_undo, to_undo};
pub use overview::{GroupShown, Overview, SectionRow, Way, overview, ways_on};

use crate::app::change::Change;
use crate::domain::document::{AnswerChange, Document, ProfileAnswer, TopicStatus};
use crate::domain::framework::model::{Framework, Section, Standing, Topic};
use crate::domain::framework::section_of;
use crate::domain::ids::TopicId;
use crate::domain::ladder::{Bearing, State, topic_state};

/// Sections that stand together on the page of all sections.
pub struct SectionGroup<'a> {
    pub heading: &'static str,
    /// What they are, in a sentence or two.
    pub about: &'static str,
    /// Shown only on request.
    pub closed: bool,
    pub sections: Vec<&'a Section>,
}

/// Every section once: what role and aim ask for, what is chosen, what comes
/// after the aim, background.
pub fn groups<'a>(framework: &'a Framework, bearing: &Bearing<'a>) -> Vec<SectionGroup<'a>> {
    let now = bearing.sections(framework);
    let of = |standing: Standing| -> Vec<&'a Section> {
        let mut found = Vec::new();
        for section in framework.sections.iter() {
            if section.standing == standing && !now.iter().any(|it| it.id == section.id) {
                found.push(section);
            }
        }
        found
    };
    let (chosen, later, background) = (
        of(Standing::Chosen),
        of(Standing::Framework),
        of(Standing::Background),
    );
    let group = |heading, about, closed, sections| SectionGroup {
        heading,
        about,
        closed,
        sections,
    };
    let mut groups = vec![
        group("What matters for you now", "", false, now),
        group(
            "For the people you work with",
            "You choose what fits. Only what you pick can become something to work on.",
            false,
            chosen,
        ),
        group(
            "For later levels",
            "These come after the level you aim for. You may answer them now; nothing waits for them.",
            true,
            later,
        ),
        group(
            "Background reading",
            "These lists only informed the framework. They ask nothing of you and hold no level back. Each is a self-check, if you want one.",
            true,
            background,
        ),
    ];
    groups.retain(|group| !group.sections.is_empty());
    groups
}

/// The sections before and after this one, in the order of `groups`.
pub fn neighbours<'a>(
    groups: &[SectionGroup<'a>],
    section: &Section,
) -> (Option<&'a Section>, Option<&'a Section>) {
    let mut all: Vec<&'a Section> = Vec::new();
    for group in groups {
        all.extend(&group.sections);
    }
    let Some(at) = all.iter().position(|it| it.id == section.id) else {
        return (None, None);
    };
    let before = at.checked_sub(1).map(|at| all[at]);
    (before, all.get(at + 1).copied())
}

/// The answers to a topic, in order, in words that fit its section.
pub fn answers(section: &Section) -> [(TopicStatus, &'static str); 4] {
    let [confident, under_way] = match section.id.as_str() {
        "local-induction" => ["I have this, or have done it", "Under way"],
        "level-1-skills"
        | "level-2-skills"
        | "level-3-components"
        | "community-development"
        | "professional-practice"
        | "workshop-competencies" => ["I am confident in this", "I am working on it"],
        _ => [
            "I know this well enough to use it",
            "I am learning about it",
        ],
    };
    [
        (TopicStatus::Confident, confident),
        (TopicStatus::InProgress, under_way),
        (TopicStatus::NotYet, "Not yet"),
        (TopicStatus::NotRelevant, "Not relevant to me"),
    ]
}

/// The words of one answer.
pub fn answer(section: &Section, status: TopicStatus) -> &'static str {
    answers(section)
        .into_iter()
        .find(|(it, _)| *it == status)
        .map_or("", |(_, words)| words)
}

/// The value a control gives an answer.
pub fn value(status: TopicStatus) -> &'static str {
    match status {
        TopicStatus::Confident => "confident",
        TopicStatus::InProgress => "in-progress",
        TopicStatus::NotYet => "not-yet",
        TopicStatus::NotRelevant => "not-relevant",
    }
}

/// The answer of a control's value.
pub fn status(given: &str) -> Option<TopicStatus> {
    [
        TopicStatus::Confident,
        TopicStatus::InProgress,
        TopicStatus::NotYet,
        TopicStatus::NotRelevant,
    ]
    .into_iter()
    .find(|status| value(*status) == given)
}

/// What may be picked in a section that is "chosen", as the box says it.
pub fn pick_words(section: &Section) -> Option<&'static str> {
    match (section.standing, section.id.as_str()) {
        (Standing::Chosen, "caseload-topics") => Some("I support people with this"),
        (Standing::Chosen, _) => Some("I want to know more about this"),
        _ => None,
    }
}

/// Whether the worker has picked a topic.
pub fn is_picked(document: &Document, topic: &TopicId) -> bool {
    document
        .profile()
        .caseload
        .get()
        .is_some_and(|picked| picked.iter().any(|it| it == topic))
}

/// Picks a topic, or no longer.
pub fn pick(document: &Document, topic: &TopicId, picked: bool) -> Change {
    let mut all: Vec<TopicId> = Vec::new();
    for it in document.profile().caseload.get().into_iter().flatten() {
        if it != topic {
            all.push(it.clone());
        }
    }
    if picked {
        all.push(topic.clone());
    }
    let all = (!all.is_empty()).then(|| all.into_iter().collect());
    Change::Profile(ProfileAnswer::Caseload(all))
}

/// How far some topics of a section are, in words: "3 of 14 answered, 1 to
/// work on". A note alone is no answer. Background makes nothing to work on,
/// and a chosen topic only once it is picked.
pub fn progress(document: &Document, section: &Section, topics: &[&Topic]) -> String {
    let (mut answered, mut to_work_on, mut aside, mut picked) = (0, 0, 0, 0);
    for topic in topics {
        let state = topic_state(document, topic);
        let is_picked = is_picked(document, &topic.id);
        picked += usize::from(is_picked);
        answered += usize::from(state != State::NotAnswered);
        aside += usize::from(state == State::SetAside);
        let counts = match section.standing {
            Standing::Framework => true,
            Standing::Chosen => is_picked,
            Standing::Background => false,
        };
        to_work_on += usize::from(counts && state == State::ToWorkOn);
    }
    let mut words = format!("{answered} of {} answered", topics.len());
    if section.standing == Standing::Chosen {
        words = format!("{picked} of {} picked, {answered} answered", topics.len());
    }
    if to_work_on > 0 {
        words = format!("{words}, {to_work_on} to work on");
    }
    if aside > 0 {
        words = format!("{words}, {aside} not relevant to you");
    }
    words
}

/// The topics that are the same thing, each with its section.
pub fn same<'a>(framework: &'a Framework, topic: &Topic) -> Vec<(&'a Topic, &'a Section)> {
    let mut found = Vec::new();
    for id in topic.same_as.iter() {
        found.extend(with_section(framework, id));
    }
    found
}

fn with_section<'a>(framework: &'a Framework, id: &TopicId) -> Option<(&'a Topic, &'a Section)> {
    let topic = framework.topic(id.as_str())?;
    Some((topic, framework.section(section_of(id))?))
}

/// Where the answer that stands was given, if for another topic that is the
/// same thing.
pub fn given_elsewhere<'a>(
    framework: &'a Framework,
    document: &Document,
    topic: &Topic,
) -> Option<(&'a Topic, &'a Section)> {
    let (under, answer) = document.topic(&topic.id, &topic.same_as)?;
    if *under == topic.id || answer.status.is_none() {
        return None;
    }
    with_section(framework, under)
}

/// The answer that stands for a topic: status, note and reason.
pub fn current_answer<'a>(
    document: &'a Document,
    topic: &'a Topic,
) -> (Option<TopicStatus>, &'a str, &'a str) {
    document
        .topic(&topic.id, &topic.same_as)
        .map_or((None, "", ""), |(_, answer)| {
            (answer.status, &answer.note, &answer.reason)
        })
}

/// A change to the answer of a topic.
pub fn change(topic: &Topic, change: AnswerChange<TopicStatus>) -> Change {
    Change::Topic {
        topic: topic.id.clone(),
        same_as: topic.same_as.to_vec(),
        change,
    }
}

#[cfg(test)]
mod tests;

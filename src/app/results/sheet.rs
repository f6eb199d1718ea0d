//! The supervision sheet.

use super::{Stands, capital, score_words};
use crate::app::words::count;
use crate::domain::dates::Day;
use crate::domain::document::{Document, TopicStatus};
use crate::domain::framework::model::{Framework, Origin};
use crate::domain::ladder::Bearing;
use crate::domain::score::Score;
use crate::domain::supervision::{Talk, before, last_review, open_safety, to_talk_about};
use crate::domain::words::excerpt;

/// A competency on the sheet.
#[derive(Debug)]
pub struct Row {
    pub title: &'static str,
    pub answer: String,
    pub change: String,
}

/// What a worker takes to supervision: one side of A4, whatever was entered.
#[derive(Debug)]
pub struct Sheet {
    /// Name, role, aim and dates.
    pub facts: Vec<(&'static str, String)>,
    /// The safety topics still open.
    pub safety: Vec<String>,
    /// "Since the last review, 5 October 2026".
    pub since: String,
    pub rows: Vec<Row>,
    /// What else changed since the last review; empty for nothing.
    pub also: String,
    pub talk: Vec<String>,
    pub next_review: String,
}

/// Role and aim as a paper says them: what was not chosen is marked.
pub fn role_and_aim(bearing: &Bearing) -> [(&'static str, String); 2] {
    let not_chosen = |chosen: bool| if chosen { "" } else { " (not chosen yet)" };
    let supposed = if bearing.aim_chosen {
        ""
    } else {
        " (supposed by this tool, not chosen)"
    };
    let (role, aim) = (bearing.role, bearing.aim);
    let extension = bearing.role_chosen && role.levels_origin == Origin::Tool;
    let extension = if extension {
        " (this tool’s extension)"
    } else {
        ""
    };
    [
        (
            "Role",
            format!(
                "{}{}{extension}",
                role.title,
                not_chosen(bearing.role_chosen)
            ),
        ),
        ("Aim", format!("{}{supposed}", aim.title)),
    ]
}

/// The sheet as it is today (Appendix 6 is its six rows).
pub fn sheet(framework: &Framework, document: &Document, bearing: &Bearing, today: Day) -> Sheet {
    let profile = document.profile();
    let mut facts = Vec::new();
    for (name, text) in [("Name", &profile.name), ("Workplace", &profile.workplace)] {
        if let Some(text) = text.get() {
            facts.push((name, excerpt(text)));
        }
    }
    facts.extend(role_and_aim(bearing));
    facts.push(("Date", today.long()));

    let last = last_review(document, today);
    let to_come = profile.next_review.get().filter(|day| **day >= today);
    let mut rows = Vec::new();
    for competency in &framework.competencies {
        let stands = Stands::of(document.rating(&competency.id));
        let was = before(document, competency, last).map(|rating| Stands::of(Some(rating)));
        rows.push(Row {
            title: competency.title,
            answer: capital(&stands.words(framework)),
            change: change(framework, was, stands),
        });
    }
    let mut safety = Vec::new();
    for (topic, status) in open_safety(framework, document) {
        safety.push(format!("{}: {}", topic.title, said(status)));
    }
    let mut talk = Vec::new();
    for thing in to_talk_about(framework, document, bearing, today) {
        talk.push(words(framework, thing));
    }
    Sheet {
        facts,
        safety,
        since: match last {
            Some(day) => format!("Since the last review, {}", day.long()),
            None => "Since the rating before".to_owned(),
        },
        rows,
        also: also(document, last),
        talk,
        next_review: to_come.map_or_else(String::new, |day| day.long()),
    }
}

fn said(status: Option<TopicStatus>) -> &'static str {
    match status {
        None => "not answered yet",
        Some(TopicStatus::NotYet) => "not done yet",
        Some(TopicStatus::InProgress) => "under way",
        Some(TopicStatus::NotRelevant) => "not relevant, no reason yet",
        Some(TopicStatus::Confident) => "done",
    }
}

fn change(framework: &Framework, was: Option<Stands>, is: Stands) -> String {
    match (was, is) {
        (_, Stands::NotRated) => "–".to_owned(),
        (None, _) => "New".to_owned(),
        (Some(was), is) if was == is => "No change".to_owned(),
        (Some(Stands::Score(was)), Stands::Score(is)) => format!("From {was} to {is}"),
        (Some(Stands::Score(was)), _) => format!("Before: score {was}"),
        (Some(was), _) => format!("Before: {}", was.words(framework)),
    }
}

/// Topics and requirements answered since the last review.
fn also(document: &Document, last: Option<Day>) -> String {
    let Some(last) = last else {
        return String::new();
    };
    let topics = document.topics();
    let topics = topics
        .filter(|(_, answer)| answer.changed.utc_day() > last)
        .count();
    let required = document.requirements();
    let required = required
        .filter(|(_, answer)| answer.changed.utc_day() > last)
        .count();
    let mut parts = Vec::new();
    if topics > 0 {
        parts.push(count(topics, "topic", "topics"));
    }
    if required > 0 {
        parts.push(count(required, "requirement", "requirements"));
    }
    match parts.is_empty() {
        true => String::new(),
        false => format!("Answered or changed since then: {}.", parts.join(" and ")),
    }
}

fn words(framework: &Framework, talk: Talk) -> String {
    let say = |score: Score| score_words(framework, score);
    match talk {
        Talk::Safety(topic) => format!(
            "{}: it is about safety and still open. What is missing, and who arranges it?",
            topic.title
        ),
        Talk::Fell(it, from, to) => format!(
            "{}: {} last time, {} now. What has changed: the work, the people, or how I look at it?",
            it.title,
            say(from),
            say(to)
        ),
        Talk::Lowest(it, score, expected) => format!(
            "{}: {} now, my lowest; {} is what I work towards. What could I do more of, or begin?",
            it.title,
            say(score),
            say(expected)
        ),
        Talk::NoOpportunity(it) => format!(
            "{}: I have had no opportunity to show this. How could I get one?",
            it.title
        ),
        Talk::Requirement(it) => format!(
            "What my role requires: {}. Is it in place, and who sees to it?",
            it.title
        ),
        Talk::Topic(topic) => format!("{}: how could I learn this, and by when?", topic.title),
        Talk::Rose(it, from, to) => format!(
            "{}: {} last time, {} now. What helped, and what would help elsewhere?",
            it.title,
            say(from),
            say(to)
        ),
        Talk::Strength(it, score) => format!(
            "{}: {}. Where could others learn this from me?",
            it.title,
            say(score)
        ),
        Talk::SafetyUnanswered(many) => format!(
            "{} about safety not answered yet. Could we go through them together?",
            count(many, "topic", "topics")
        ),
        Talk::WhereToBegin => "What to rate or answer next, and why that first.".to_owned(),
        Talk::WentWell => "A conversation that went well lately: what did I do?".to_owned(),
        Talk::NextAim => "What I would like to aim for next, and what would help.".to_owned(),
    }
}

//! What the first page shows somebody who comes back, as plain data: where
//! they were, what is next, and how far each part is. All of it follows from
//! the document as it stands.

use super::about_you;
use super::assess;
use super::first_open::{Open, RATING, first_open, minutes_for};
use super::question::{AboutYou, Asked};
use super::words::count;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{Document, Rating, Stamped};
use crate::domain::framework::model::Framework;
use crate::domain::framework::section_of;
use crate::domain::ladder::{Bearing, State, topic_state};

/// A place to go on to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub href: String,
    pub title: String,
}

/// What is next, and about how many minutes it takes (this tool's own estimate).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    pub place: Place,
    /// The id of the element on that page that asks.
    pub element: Option<String>,
    /// None where there is no telling.
    pub minutes: Option<usize>,
}

/// One part of the work, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub place: Place,
    pub status: String,
}

fn place(href: impl Into<String>, title: impl Into<String>) -> Place {
    Place {
        href: href.into(),
        title: title.into(),
    }
}

/// Where the last change was made; none where nothing was ever changed. Of
/// changes within one second, as moments count, the one further on the way.
pub fn where_i_was(framework: &Framework, document: &Document) -> Option<Place> {
    let mut last: Option<(Moment, Place)> = None;
    let mut see = |changed: Moment, found: &dyn Fn() -> Place| {
        if last.as_ref().is_none_or(|(before, _)| changed >= *before) {
            last = Some((changed, found()));
        }
    };
    for changed in profile_changes(document) {
        see(changed, &|| place("#/about-you", "About you"));
    }
    for (id, entries) in document.ratings() {
        for entry in entries {
            see(entry.changed, &|| match framework.competency(id.as_str()) {
                Some(it) => place(
                    format!("#/assess/{id}"),
                    format!("Rate your practice: {}", it.title),
                ),
                None => place("#/assess", "Rate your practice"),
            });
        }
    }
    for (id, answer) in document.topics() {
        see(
            answer.changed,
            &|| match framework.section(section_of(id)) {
                Some(section) => place(format!("#/topics/{}", section.id), section.title),
                None => place("#/topics", "Induction, knowledge and skills"),
            },
        );
    }
    for (_, answer) in document.requirements() {
        see(answer.changed, &|| {
            place("#/requirements", "What your role requires")
        });
    }
    let plan = || place("#/plan", "Your training plan");
    for (_, change) in document.changes() {
        see(change.changed, &plan);
    }
    for (_, course) in document.courses() {
        see(course.changed, &plan);
    }
    for (_, link) in document.links() {
        see(link.changed, &|| place("#/resources", "Training resources"));
    }
    last.map(|(_, place)| place)
}

fn profile_changes(document: &Document) -> impl Iterator<Item = Moment> {
    fn changed<T: PartialEq>(answer: &Stamped<T>) -> Option<Moment> {
        answer.changed()
    }
    let profile = document.profile();
    [
        changed(&profile.role),
        changed(&profile.experience),
        changed(&profile.aim),
        changed(&profile.here),
        changed(&profile.name),
        changed(&profile.workplace),
        changed(&profile.scheme_funded),
        changed(&profile.in_somerset),
        changed(&profile.hours_a_month),
        changed(&profile.start),
        changed(&profile.caseload),
        changed(&profile.wider),
        changed(&profile.next_review),
    ]
    .into_iter()
    .flatten()
}

/// What the plan begins with, or the first thing that is not answered; the
/// plan itself where all is.
pub fn next(framework: &Framework, document: &Document, today: Day) -> Next {
    let bearing = Bearing::of(framework, document);
    let open = first_open(framework, document, &bearing, today);
    let in_plan = |title: String| ("#/plan".to_owned(), title, 0);
    let element = match open {
        Some(Open::Aim) => Asked::about_you(AboutYou::Aim).element,
        Some(Open::AboutYou { role: true, .. }) => Asked::about_you(AboutYou::Role).element,
        Some(Open::AboutYou { .. }) => Asked::about_you(AboutYou::Experience).element,
        Some(Open::Topics(section, _)) => {
            Asked::first_unanswered(framework, document, section).element
        }
        _ => None,
    };
    let (href, title, minutes) = match open {
        Some(Open::Agree(topic)) => in_plan(format!("In your plan: {}", topic.title)),
        Some(Open::Owed(requirement)) => in_plan(format!("In your plan: {}", requirement.title)),
        Some(Open::Weakest(weak)) => {
            in_plan(format!("In your plan: practise {}", weak.competency.title))
        }
        Some(Open::Aim) => (
            "#/about-you".to_owned(),
            "Choose the level you aim for".to_owned(),
            1,
        ),
        Some(Open::AboutYou { role, experience }) => {
            let title = match (role, experience) {
                (true, false) => "Say what your role is",
                (false, _) => "Say how long you have done this",
                (true, true) => "Say what your role is, and how long you have done this",
            };
            ("#/about-you".to_owned(), title.to_owned(), 1)
        }
        Some(Open::Rate(competency)) => (
            format!("#/assess/{}", competency.id),
            format!("Rate your practice: {}", competency.title),
            RATING,
        ),
        Some(Open::Topics(section, open)) => (
            format!("#/topics/{}", section.id),
            format!(
                "{}: {} not answered yet",
                section.title,
                count(open, "topic", "topics")
            ),
            minutes_for(open),
        ),
        Some(Open::Requirements(open)) => (
            "#/requirements".to_owned(),
            "Look at what your role requires".to_owned(),
            minutes_for(open).max(2),
        ),
        None => (
            "#/plan".to_owned(),
            "Look at your training plan".to_owned(),
            0,
        ),
    };
    Next {
        place: place(href, title),
        element,
        minutes: Some(minutes).filter(|minutes| *minutes > 0),
    }
}

/// How many requirements of the role are answered, of how many.
fn requirements(bearing: &Bearing, document: &Document) -> (usize, usize) {
    let all = &bearing.role.requirements;
    let answered = all
        .iter()
        .filter(|it| {
            let answer = document.requirement(&it.id);
            answer.is_some_and(|answer| answer.status.is_some())
        })
        .count();
    (answered, all.len())
}

/// Every part, in order. `backup` says how the backup file is.
pub fn tasks(framework: &Framework, document: &Document, backup: &str) -> Vec<Task> {
    let bearing = Bearing::of(framework, document);
    let task = |href: &str, title: &str, status: String| Task {
        place: place(href, title),
        status,
    };
    vec![
        task("#/about-you", "About you", about_you::status(document)),
        task("#/assess", "Rate your practice", rated(framework, document)),
        task(
            "#/topics",
            "Induction, knowledge and skills",
            topics(framework, &bearing, document),
        ),
        task(
            "#/requirements",
            "What your role requires",
            match requirements(&bearing, document) {
                (_, 0) => "The framework lists nothing for your role".to_owned(),
                (0, _) => "Nothing answered yet".to_owned(),
                (answered, all) => format!("{answered} of {all} answered"),
            },
        ),
        task(
            "#/results",
            "Where you stand",
            match bearing.covered {
                Some(at) => format!(
                    "What you have recorded covers {}",
                    framework.ladder[at].title
                ),
                None => "Not enough answered to say".to_owned(),
            },
        ),
        task(
            "#/plan",
            "Your training plan",
            match document.changes().next() {
                Some(_) => "Made from your answers so far, with your own changes".to_owned(),
                None => "Made from your answers so far".to_owned(),
            },
        ),
        task("#/your-data", "Backup file", backup.to_owned()),
    ]
}

/// How many competencies the aim looks at are rated, in words. No opportunity
/// and cleared are counted apart, each for what it is.
fn rated(framework: &Framework, document: &Document) -> String {
    let needed = assess::groups(framework, document).now;
    let (mut scored, mut none, mut cleared) = (0, 0, 0);
    for competency in &needed {
        match document.rating(&competency.id) {
            Some(Rating::Score(_)) => scored += 1,
            Some(Rating::NoOpportunity) => none += 1,
            Some(Rating::Cleared) => cleared += 1,
            None => {}
        }
    }
    if needed.is_empty() {
        return "Nothing to rate yet for your aim; you can rate ahead".to_owned();
    }
    let mut said = format!("{scored} of {} rated", needed.len());
    if none > 0 {
        said.push_str(&format!(", {none} no opportunity yet"));
    }
    if cleared > 0 {
        said.push_str(&format!(", {cleared} cleared"));
    }
    said
}

fn topics(framework: &Framework, bearing: &Bearing, document: &Document) -> String {
    let (mut answered, mut all) = (0, 0);
    for section in bearing.sections(framework) {
        for topic in framework.topics_of(section) {
            all += 1;
            if topic_state(document, topic) != State::NotAnswered {
                answered += 1;
            }
        }
    }
    match answered {
        0 => "Nothing answered yet".to_owned(),
        _ => format!("{answered} of {all} answered"),
    }
}

#[cfg(test)]
mod tests;

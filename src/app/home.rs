//! What the first page shows somebody who comes back, as plain data: where
//! they were, what is next, and how far each part is. All of it follows from
//! the document as it stands.

use super::about_you;
use super::assess;
use super::next_open::{NextOpen, RATING, minutes_for, next_open};
use super::question::{AboutYou, Asked};
use super::words::count;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{ActionStatus, Document, Entry, Rating};
use crate::domain::framework::model::Framework;
use crate::domain::framework::section_of;
use crate::domain::ladder::{Bearing, State, topic_state};

/// A place to go on to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLink {
    pub href: String,
    pub title: String,
}

/// What is next, and about how many minutes it takes (this tool's own estimate).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTask {
    pub link: PageLink,
    /// The id of the element on that page that asks.
    pub element: Option<String>,
    /// None where there is no telling.
    pub minutes: Option<usize>,
}

/// One part of the work, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub link: PageLink,
    pub status: String,
}

fn page_link(href: impl Into<String>, title: impl Into<String>) -> PageLink {
    PageLink {
        href: href.into(),
        title: title.into(),
    }
}

/// Where the last change was made; none where nothing was ever changed. Of
/// changes within one second, as moments count, the one further on the way.
pub fn last_place(framework: &Framework, document: &Document) -> Option<PageLink> {
    let mut last: Option<(Moment, PageLink)> = None;
    let mut see = |changed: Moment, found: &dyn Fn() -> PageLink| {
        if last.as_ref().is_none_or(|(before, _)| changed >= *before) {
            last = Some((changed, found()));
        }
    };
    for changed in document.profile().changes() {
        see(changed, &|| page_link("#/about-you", "About you"));
    }
    for (id, entries) in document.ratings() {
        for entry in entries {
            see(entry.changed, &|| match framework.competency(id.as_str()) {
                Some(it) => page_link(
                    format!("#/assess/{id}"),
                    format!("Rate your practice: {}", it.title),
                ),
                None => page_link("#/assess", "Rate your practice"),
            });
        }
    }
    for (id, answer) in document.topics() {
        see(
            answer.changed,
            &|| match framework.section(section_of(id)) {
                Some(section) => page_link(format!("#/topics/{}", section.id), section.title),
                None => page_link("#/topics", "Induction, knowledge and skills"),
            },
        );
    }
    for (_, answer) in document.requirements() {
        see(answer.changed, &|| {
            page_link("#/requirements", "What your role requires")
        });
    }
    let plan = || page_link("#/plan", "Your training plan");
    for (_, change) in document.changes() {
        see(change.changed, &plan);
    }
    for (_, course) in document.courses() {
        see(course.changed, &plan);
    }
    for (_, link) in document.links() {
        see(link.changed, &|| {
            page_link("#/resources", "Training resources")
        });
    }
    last.map(|(_, link)| link)
}

/// Something the day is about: a sentence and where to go for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TodayLine {
    pub sentence: String,
    pub links: Vec<(&'static str, &'static str)>,
}

/// A review this near is what the day is about.
const NEAR_DAYS: i64 = 14;

/// How old a rating is when this tool suggests to look at it again.
pub const OLD_DAYS: i64 = 182;

/// What the day is about, before what is next: a review that is near or past,
/// what somebody sent back, what slipped, ratings half a year old. Nothing on
/// most days.
pub fn today_is_about(framework: &Framework, document: &Document, today: Day) -> Vec<TodayLine> {
    let mut lines = Vec::new();
    let mut line = |sentence: String, links: &[(&'static str, &'static str)]| {
        lines.push(TodayLine {
            sentence,
            links: links.to_vec(),
        });
    };
    const RATE: (&str, &str) = ("#/assess", "Rate again");
    const SHEET: (&str, &str) = ("#/results", "Print the supervision sheet");
    if let Some(day) = document.profile().next_review.get() {
        let days = today.days_until(*day);
        if days == 0 {
            line("Your review is today.".to_owned(), &[RATE, SHEET]);
        } else if (1..=NEAR_DAYS).contains(&days) {
            line(format!("Your review is on {}.", day.long()), &[RATE, SHEET]);
        } else if days < 0 {
            line(
                format!("Your review was on {}. When is the next?", day.long()),
                &[("#/about-you", "Say when the next review is")],
            );
        }
    }
    let waiting = document.reviews().map(|(_, received, review)| {
        let said_no = |id| document.change(id).is_some_and(|it| it.dismissed);
        review
            .agreed()
            .filter(|it| !received.accepted.contains_key(&it.id) && !said_no(&it.id))
            .count()
    });
    let waiting: usize = waiting.sum();
    if waiting > 0 {
        line(
            format!(
                "{} you by what others sent back: take each into your plan, or say no.",
                count(
                    waiting,
                    "action is suggested to",
                    "actions are suggested to"
                ),
            ),
            &[("#/results", "Look at what was agreed")],
        );
    }
    let slipped = document.changes().filter(|(_, change)| {
        let is_past = change.month.is_some_and(|month| month < today.month());
        is_past && !change.dismissed && change.status != Some(ActionStatus::Done)
    });
    let slipped = slipped.count();
    if slipped > 0 {
        line(
            format!(
                "{} you gave a month that is past. What did you learn? Move it?",
                count(
                    slipped,
                    "action is still open that",
                    "actions are still open that"
                )
            ),
            &[("#/plan", "Look at your plan")],
        );
    }
    let old = framework.competencies.iter().filter(|competency| {
        let entry = document.standing_entry(&competency.id);
        let scored = document.score(&competency.id).is_some();
        let day = entry.filter(|_| scored).map(Entry::rated_day);
        day.is_some_and(|day| day.days_until(today) >= OLD_DAYS)
    });
    let old = old.count();
    if old > 0 {
        line(
            format!(
                "{} half a year old or more. A look at each twice a year is this tool’s suggestion.",
                count(old, "of your ratings is", "of your ratings are")
            ),
            &[RATE],
        );
    }
    lines
}

/// What the plan begins with, or the first thing that is not answered; the
/// plan itself where all is.
pub fn next(framework: &Framework, document: &Document, today: Day) -> NextTask {
    let bearing = Bearing::of(framework, document);
    let open = next_open(framework, document, &bearing, today);
    let in_plan = |title: String| ("#/plan".to_owned(), title, 0);
    let element = match open {
        Some(NextOpen::Aim) => Asked::about_you(AboutYou::Aim).element,
        Some(NextOpen::AboutYou { role: true, .. }) => Asked::about_you(AboutYou::Role).element,
        Some(NextOpen::AboutYou { .. }) => Asked::about_you(AboutYou::Experience).element,
        Some(NextOpen::Topics(section, _)) => {
            Asked::first_unanswered(framework, document, section).element
        }
        _ => None,
    };
    let (href, title, minutes) = match open {
        Some(NextOpen::Agree(topic)) => in_plan(format!("In your plan: {}", topic.title)),
        Some(NextOpen::Owed(requirement)) => {
            in_plan(format!("In your plan: {}", requirement.title))
        }
        Some(NextOpen::Weakest(weak)) => {
            in_plan(format!("In your plan: practise {}", weak.competency.title))
        }
        Some(NextOpen::Aim) => (
            "#/about-you".to_owned(),
            "Choose the level you aim for".to_owned(),
            1,
        ),
        Some(NextOpen::AboutYou { role, experience }) => {
            let title = match (role, experience) {
                (true, false) => "Say what your role is",
                (false, _) => "Say how long you have done this",
                (true, true) => "Say what your role is, and how long you have done this",
            };
            ("#/about-you".to_owned(), title.to_owned(), 1)
        }
        Some(NextOpen::Rate(competency)) => (
            format!("#/assess/{}", competency.id),
            format!("Rate your practice: {}", competency.title),
            RATING,
        ),
        Some(NextOpen::Topics(section, open)) => (
            format!("#/topics/{}", section.id),
            format!(
                "{}: {} not answered yet",
                section.title,
                count(open, "topic", "topics")
            ),
            minutes_for(open),
        ),
        Some(NextOpen::Requirements(open)) => (
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
    NextTask {
        link: page_link(href, title),
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
        link: page_link(href, title),
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

//! What the worker can do next, in one sentence.

use super::{CompetencyResult, CurrentRating};
use crate::app::first_unanswered::{RATING, Unanswered, first_unanswered, minutes_for};
use crate::app::words::count;
use crate::domain::document::Document;
use crate::domain::framework::model::Framework;
use crate::domain::ladder::{Bearing, Item, State, steps, topic_state};

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub struct NextStep {
    pub sentence: String,
    pub href: String,
    /// What the link says.
    pub link_text: String,
}

fn next_is(sentence: String, href: impl Into<String>, link_text: impl Into<String>) -> NextStep {
    NextStep {
        sentence,
        href: href.into(),
        link_text: link_text.into(),
    }
}

/// What is to answer next, as a sentence.
fn to_answer(open: Unanswered, bearing: &Bearing, lines: &[CompetencyResult]) -> NextStep {
    let aim = bearing.aim.title;
    match open {
        Unanswered::Aim => {
            let what = match bearing.aim_chosen {
                true => format!(
                    "The level you aim for, {aim}, lies below what you have recorded or where you say you are."
                ),
                false => "You have not said which level you aim for.".to_owned(),
            };
            next_is(
                format!("{what} Choose the level you aim for to see what comes next."),
                "#/about-you",
                "Choose what I aim for",
            )
        }
        Unanswered::AboutYou { role, experience } => {
            let what = match (role, experience) {
                (true, false) => "what your role is",
                (false, _) => "how long you have done this",
                (true, true) => "what your role is and how long you have done this",
            };
            next_is(
                format!(
                    "You have not said {what}. It takes a minute, and your plan follows from it."
                ),
                "#/about-you",
                "Go to about you",
            )
        }
        Unanswered::Rate(competency) => {
            let title = competency.title;
            let needed = || lines.iter().filter(|line| line.looks_for.is_some());
            let rated = needed()
                .filter(|line| {
                    !matches!(
                        line.current_rating,
                        CurrentRating::NotRated | CurrentRating::Cleared
                    )
                })
                .count();
            let sentence = match needed().count() {
                1 => format!(
                    "Rating {title} is next, the one competency {aim} looks at. It takes {}.",
                    about(RATING)
                ),
                all => format!(
                    "You have rated {rated} of the {all} competencies {aim} looks at. Rating {title} is next, and takes {}.",
                    about(RATING)
                ),
            };
            next_is(
                sentence,
                format!("#/assess/{}", competency.id),
                format!("Rate {title}"),
            )
        }
        Unanswered::Topics(section, open) => next_is(
            format!(
                "Not answered yet in “{}”: {}. Going through the list takes {}.",
                section.title,
                count(open, "topic", "topics"),
                about(minutes_for(open))
            ),
            format!("#/topics/{}", section.id),
            format!("Go through “{}”", section.title),
        ),
        Unanswered::Requirements(open) => next_is(
            format!(
                "Not answered yet: {} of your role.",
                count(open, "requirement", "requirements")
            ),
            "#/requirements",
            "See what your role requires",
        ),
    }
}

fn about(minutes: usize) -> String {
    format!("about {}", count(minutes, "minute", "minutes"))
}

/// First what tells most when answered: the competencies, the topics, the
/// requirements; then what to work on; then what comes after.
pub fn next_step(
    framework: &Framework,
    document: &Document,
    bearing: &Bearing,
    lines: &[CompetencyResult],
) -> NextStep {
    let aim = bearing.aim.title;
    if document.is_empty() {
        return next_is(
            "Nothing is answered yet. Your role and how long you have done this are a good start, and take a minute.".to_owned(),
            "#/about-you",
            "Begin with about you",
        );
    }
    let needed = || lines.iter().filter(|line| line.looks_for.is_some());
    let all = needed().count();
    if let Some(open) = first_unanswered(framework, document, bearing) {
        return to_answer(open, bearing, lines);
    }
    let (mut to_work_on, mut about_you, mut waiting) = (0, false, 0);
    for step in &steps(framework, document)[..=bearing.aim_index] {
        for (item, state) in &step.items {
            let about = matches!(item, Item::InPost | Item::Wider);
            about_you |= about && *state == State::NotAnswered;
            to_work_on += usize::from(about && *state == State::ToWorkOn);
        }
    }
    // From the sections, not the steps: Entry has its induction only beside it.
    for section in bearing.sections(framework) {
        let topics = framework.topics_of(section);
        to_work_on += topics
            .filter(|topic| topic_state(document, topic) == State::ToWorkOn)
            .count();
    }
    for line in needed() {
        to_work_on += usize::from(line.is_to_work_on());
        waiting += usize::from(line.current_rating == CurrentRating::NoOpportunity);
    }
    if about_you {
        return next_is(
            format!("All that {aim} looks for is answered but for a question about yourself."),
            "#/about-you",
            "Go to about you",
        );
    }
    if to_work_on > 0 {
        let things = count(to_work_on, "thing", "things");
        return next_is(
            format!("You have {things} to work on for {aim}. Your training plan says how."),
            "#/plan",
            "See my training plan",
        );
    }
    if waiting > 0 {
        let what = match waiting == all {
            true => "You have had no opportunity yet to show any of the competencies.".to_owned(),
            false => format!(
                "You have had no opportunity yet to show {}.",
                count(waiting, "competency", "competencies")
            ),
        };
        return next_is(
            format!("{what} Your training plan has ways to get one."),
            "#/plan",
            "See my training plan",
        );
    }
    match framework.ladder.get(bearing.aim_index + 1) {
        Some(above) => next_is(
            format!("All that {aim} looks for is recorded. You could aim for {}, or stay and deepen what you do.", above.title),
            "#/about-you",
            "Choose what I aim for",
        ),
        None => next_is(
            "All that the highest level looks for is recorded. Take the sheet below to supervision, and rate again after a few conversations.".to_owned(),
            "#/assess",
            "Rate again",
        ),
    }
}

//! What the worker can do next, in one sentence.

use super::CompetencyResult;
use crate::app::next_open::{NextOpen, RATING, minutes_for, next_open};
use crate::app::question::{AboutYou, Asked};
use crate::app::rating_words::{CurrentRating, score_words};
use crate::app::words::count;
use crate::domain::dates::Day;
use crate::domain::document::Document;
use crate::domain::framework::model::Framework;
use crate::domain::ladder::{Bearing, Item, State, steps, topic_state};

/// What to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    pub sentence: String,
    pub href: String,
    /// The id of the element on that page that asks, or of the plan's card.
    pub element: Option<String>,
    /// What the link says.
    pub link_text: String,
}

fn asked(sentence: String, asked: Asked, link_text: impl Into<String>) -> NextStep {
    NextStep {
        sentence,
        href: asked.href(),
        element: asked.element,
        link_text: link_text.into(),
    }
}

/// What the plan begins with.
fn in_plan(sentence: String) -> NextStep {
    next_is(sentence, "#/plan", "See my training plan")
}

fn next_is(sentence: String, href: impl Into<String>, link_text: impl Into<String>) -> NextStep {
    NextStep {
        sentence,
        href: href.into(),
        element: None,
        link_text: link_text.into(),
    }
}

/// What is to answer next, as a sentence.
fn to_answer(
    framework: &Framework,
    document: &Document,
    open: NextOpen,
    bearing: &Bearing,
    lines: &[CompetencyResult],
) -> NextStep {
    let aim = bearing.aim.title;
    match open {
        NextOpen::Aim => asked(
            format!(
                "The level you aim for, {aim}, lies below what you have recorded or where you say you are. Choose the level you aim for to see what comes next."
            ),
            Asked::about_you(AboutYou::Aim),
            "Choose what I aim for",
        ),
        NextOpen::Agree(topic) => in_plan(format!(
            "{}: it is about safety and still open. Your plan begins with it.",
            topic.title
        )),
        NextOpen::Owed(requirement) => in_plan(format!(
            "{}: your network had to make sure of this. Your plan begins with asking for it.",
            requirement.title
        )),
        NextOpen::Weakest(weak) => in_plan(format!(
            "{} is your lowest rating: {}. Your plan begins with practising it, and says how.",
            weak.competency.title,
            score_words(framework, weak.now)
        )),
        NextOpen::AboutYou { role, experience } => {
            let what = match (role, experience) {
                (true, false) => "what your role is",
                (false, _) => "how long you have done this",
                (true, true) => "what your role is and how long you have done this",
            };
            let question = if role {
                AboutYou::Role
            } else {
                AboutYou::Experience
            };
            asked(
                format!(
                    "You have not said {what}. It takes a minute, and your plan follows from it."
                ),
                Asked::about_you(question),
                "Go to about you",
            )
        }
        NextOpen::Rate(competency) => {
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
        NextOpen::Topics(section, open) => asked(
            format!(
                "Not answered yet in “{}”: {}. Going through the list takes {}.",
                section.title,
                count(open, "topic", "topics"),
                about(minutes_for(open))
            ),
            Asked::first_unanswered(framework, document, section),
            format!("Go through “{}”", section.title),
        ),
        NextOpen::Requirements(open) => next_is(
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

/// First what the plan begins with; then what tells most when answered; then
/// what else there is to work on; then what comes after.
pub fn next_step(
    framework: &Framework,
    document: &Document,
    bearing: &Bearing,
    lines: &[CompetencyResult],
    today: Day,
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
    if let Some(open) = next_open(framework, document, bearing, today) {
        return to_answer(framework, document, open, bearing, lines);
    }
    let (mut to_work_on, mut about_you, mut waiting) = (0, false, 0);
    for step in &steps(framework, document)[..=bearing.aim_index] {
        for (item, state) in &step.items {
            let about = matches!(item, Item::InPost | Item::Wider);
            about_you |= about && *state == State::NotAnswered;
            to_work_on += usize::from(about && *state == State::ToWorkOn);
        }
    }
    // From the sections, not the steps: Entry has its induction only beside
    // it, and what is answered "not yet" acts whatever the aim.
    for level in &framework.ladder {
        for section in level
            .sections
            .iter()
            .filter_map(|id| framework.section(id.as_str()))
        {
            let topics = framework.topics_of(section);
            to_work_on += topics
                .filter(|topic| topic_state(document, topic) == State::ToWorkOn)
                .count();
        }
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
        return in_plan(format!(
            "You have {things} to work on. Your training plan says how."
        ));
    }
    if waiting > 0 {
        let what = match waiting == all {
            true => "You have had no opportunity yet to show any of the competencies.".to_owned(),
            false => format!(
                "You have had no opportunity yet to show {}.",
                count(waiting, "competency", "competencies")
            ),
        };
        return in_plan(format!("{what} Your training plan has ways to get one."));
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

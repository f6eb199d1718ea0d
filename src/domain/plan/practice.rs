//! Step 4. Practice: for each competency below the score looked for, what one
//! score up looks like, the features seen least, one thing to watch for, and a
//! conversation to rate again from. E-learning helps; rating again closes.
//!
//! No opportunity yet is no reason for a course: the action keeps the id
//! `rate:<competency>`, for rating is what it leads to, and says how to get an
//! opportunity (shadowing, a joint visit).

use crate::domain::document::{Document, FeatureSeen};
use crate::domain::framework::model::{Competency, Feature, Text};
use crate::domain::ids::ActionId;
use crate::domain::score::Score;

use super::actions::Item;
use super::changes::Subject;
use super::model::Practice;
use super::work_on::{What, WorkOn};

/// Adds what to practise and what to rate.
pub(super) fn list(list: &mut Vec<Item>, work: &WorkOn) {
    for thing in &work.things {
        if let What::Competency(competency, ..) = thing.what {
            let id = ActionId::new(format!("practise:{}", competency.id));
            list.push(Item::new(id, Subject::Practise(competency)));
        }
    }
    for rate in &work.rate {
        let id = ActionId::new(format!("rate:{}", rate.competency.id));
        list.push(Item::new(id, Subject::Rate(rate.competency)));
    }
}

/// How to practise, from the score that stands. None at 5.
pub(super) fn practice(
    document: &Document,
    competency: &Competency,
    now: Score,
) -> Option<Practice> {
    let goal = Score::new(now.get() + 1)?;
    let statement = competency
        .statements
        .iter()
        .find(|it| it.score == goal.get())?;
    let interactions = competency.interactions;
    Some(Practice {
        goal,
        looks_like: statement.text,
        features: seen_least(document, competency)
            .iter()
            .map(|it| it.text)
            .collect(),
        ticked: document
            .standing_entry(&competency.id)
            .is_some_and(|entry| !entry.features.is_empty()),
        // Another one at every score.
        watch_for: interactions
            .0
            .get(usize::from(now.get()) % interactions.len().max(1))?,
    })
}

/// The two features seen least, in the order of the framework: those ticked
/// as not there or partly; where none is, those not ticked at all.
fn seen_least(document: &Document, competency: &Competency) -> Vec<&'static Feature> {
    let entry = document.standing_entry(&competency.id);
    let seen = |feature: &Feature| {
        entry
            .and_then(|entry| entry.features.get(&feature.id))
            .copied()
    };
    let mut least = Vec::new();
    for wanted in [Some(FeatureSeen::NotThere), Some(FeatureSeen::Partly), None] {
        let more = competency.features.0.iter().filter(|it| seen(it) == wanted);
        if wanted.is_some() || least.is_empty() {
            least.extend(more.take(2 - least.len().min(2)));
        }
    }
    least
}

pub(super) fn how_to_practise(competency: &Competency, practice: Option<&Practice>) -> String {
    let title = competency.title;
    match practice.and_then(|practice| practice.features.first()) {
        Some(feature) => format!(
            "Ask someone to observe one conversation, or recall one the same day, look for one thing (“{}”), and then rate {title} again.",
            without_stop(feature),
        ),
        None => format!("Ask someone to observe one conversation, and then rate {title} again."),
    }
}

/// How to come to a rating: from a conversation there was, or from an
/// opportunity still to be found, another way for each competency.
pub(super) fn how_to_rate(competency: &Competency, place: usize, no_opportunity: bool) -> String {
    let title = competency.title;
    if !no_opportunity {
        return format!(
            "Think of one recent conversation, tick what you can see in it, and choose the statement of {title} that fits it best."
        );
    }
    match place % 3 {
        0 => format!(
            "Ask to shadow a colleague for half a day, note where {title} shows in what they do, and try it in your own next conversation."
        ),
        1 => format!(
            "Go on a joint visit with a colleague, and agree beforehand which part of it you will lead to try {title}."
        ),
        _ => format!(
            "Ask your supervisor whom you could see together so that {title} comes up, and talk it over straight afterwards."
        ),
    }
}

fn without_stop(text: Text) -> &'static str {
    text.strip_suffix('.').unwrap_or(text)
}

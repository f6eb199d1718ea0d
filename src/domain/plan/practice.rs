//! Step 4. Practice: for each competency that is weak, a goal made of things
//! to do (`steps_up`), the features seen least, and a conversation to rate
//! again from. The lowest first. E-learning helps; rating again closes.
//!
//! No opportunity yet is no reason for a course: the action keeps the id
//! `rate:<competency>`, for rating is what it leads to, and says how to get an
//! opportunity (shadowing, a joint visit).

use crate::domain::document::FeatureSeen;
use crate::domain::framework::model::{Competency, Feature, Text};
use crate::domain::ids::ActionId;
use crate::domain::score::Score;

use super::context::Context;
use super::gaps::{About, Gaps};
use super::model::{Growth, GrowthChoice, Practice};
use super::order::{in_order, key};
use super::subject::{Proposal, Subject};

/// The competencies that are weak, as [`Bearing::weak`] has them: the lowest
/// first.
///
/// [`Bearing::weak`]: crate::domain::ladder::Bearing::weak
pub(super) fn turns(gaps: &Gaps) -> Vec<&'static Competency> {
    let mut weak = Vec::new();
    for gap in &gaps.all {
        if let About::Competency(competency, now, expected) = gap.about {
            weak.push((
                now.get(),
                u8::MAX - (expected.get() - now.get()),
                competency,
            ));
        }
    }
    let weak = in_order(weak, |(now, near, _)| {
        key([u16::from(*now), u16::from(*near)])
    });
    weak.into_iter()
        .map(|(.., competency)| competency)
        .collect()
}

/// Adds what to practise and what to rate.
pub(super) fn list(list: &mut Vec<Proposal>, gaps: &Gaps) {
    for competency in turns(gaps) {
        let subject = Subject::Practise(competency);
        list.push(Proposal::new("practise", competency.id.as_str(), subject));
    }
    // What the aim looks at comes first.
    let (now, ahead): (Vec<_>, Vec<_>) = gaps.rate.iter().partition(|it| it.of_aim);
    for rate in now.into_iter().chain(ahead) {
        let subject = Subject::Rate(rate.competency);
        list.push(Proposal::new("rate", rate.competency.id.as_str(), subject));
    }
}

/// How to practise, from the score that stands. None where there is none, and
/// at 5.
pub(super) fn practice(context: &Context, competency: &Competency) -> Option<Practice> {
    let now = context.document.score(&competency.id)?;
    let up = Score::new(now.get() + 1)?;
    let step = context.framework.step_up(&competency.id, now.get())?;
    let features = seen_least(context, competency);
    let standing = context.document.standing_entry(&competency.id);
    Some(Practice {
        now,
        // Nobody aims at Novice.
        goal: up.max(Score::COMPETENT),
        steps: step.steps.to_vec(),
        watch_for: step.watch_for,
        source: step.source,
        features: features.iter().map(|it| it.text).collect(),
        ticked: standing.is_some_and(|entry| !entry.features.is_empty()),
    })
}

/// The two features seen least, in the order of the framework: those ticked
/// as not there or partly; where none is, those not ticked at all.
fn seen_least(context: &Context, competency: &Competency) -> Vec<&'static Feature> {
    let entry = context.document.standing_entry(&competency.id);
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

/// How to practise a competency, by the features that one score up asks for.
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
            "Ask to shadow a colleague, note where {title} shows in what they do, and try it in your own next conversation."
        ),
        1 => format!(
            "Go on a joint visit with a colleague, and agree beforehand which part of it you will lead to try {title}."
        ),
        _ => format!(
            "Ask your supervisor whom you could see together so that {title} comes up, and talk it over straight afterwards."
        ),
    }
}

/// What to grow in, where nothing is left to work on, to rate or to answer.
pub(super) fn growth(context: &Context, gaps: &Gaps) -> Option<Growth> {
    let nothing_left =
        gaps.all.is_empty() && gaps.rate.is_empty() && gaps.unanswered.is_empty() && !gaps.wider;
    if !nothing_left {
        return None;
    }
    let ladder = &context.framework.ladder;
    let mut choices = Vec::new();
    for competency in &context.framework.competencies {
        if let Some(practice) = practice(context, competency) {
            choices.push(GrowthChoice {
                id: ActionId::new(format!("practise:{}", competency.id)),
                title: competency.title,
                practice,
            });
        }
    }
    let choices = in_order(choices, |choice| {
        key([u16::from(choice.practice.now.get())])
    });
    let next = ladder.get(context.bearing.aim_index + 1);
    Some(Growth {
        next_level: next.map(|level| level.title),
        choices,
    })
}

fn without_stop(text: Text) -> &'static str {
    text.strip_suffix('.').unwrap_or(text)
}

//! Values of a field that are written in a way of this format's own.

use serde_json::Value;

use super::number::whole;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::LearningHours;
use crate::domain::framework::model::Target;
use crate::domain::limits::{HOURS_A_MONTH, ID, utf16_units};
use crate::domain::score::Score;

/// A score from 0 to 5.
pub fn score(value: &Value) -> Option<Score> {
    u8::try_from(whole(value)?).ok().and_then(Score::new)
}

/// A moment, or the start of a day: all a plan says.
pub fn moment(text: &str) -> Option<Moment> {
    Moment::parse(text).or_else(|| Day::parse(text).map(Moment::start_of))
}

/// Instead of a number of hours.
pub const UNKNOWN: &str = "unknown";

/// Hours in a month, or that they are not known.
pub fn hours(value: &Value) -> Option<LearningHours> {
    if value.as_str() == Some(UNKNOWN) {
        return Some(LearningHours::Unknown);
    }
    let hours = u16::try_from(whole(value)?).ok()?;
    (hours <= HOURS_A_MONTH).then_some(LearningHours::Known(hours))
}

/// The smallest group something is told of.
pub fn people(value: &Value) -> Option<u16> {
    let people = u16::try_from(whole(value)?).ok()?;
    (5..=1000).contains(&people).then_some(people)
}

/// What a course helps with: `topic:level-1-skills/empathy`.
pub fn target(word: &str) -> Option<Target> {
    let (kind, id) = word.split_once(':')?;
    if id.is_empty() || utf16_units(id) > ID.most {
        return None;
    }
    Some(match kind {
        "topic" => Target::Topic(id.into()),
        "competency" => Target::Competency(id.into()),
        "section" => Target::Section(id.into()),
        "requirement" => Target::Requirement(id.into()),
        _ => return None,
    })
}

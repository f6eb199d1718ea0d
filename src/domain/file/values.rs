//! Values of a field that are written in a way of this format's own.

use serde_json::Value;

use super::number::whole;
use crate::domain::document::LearningHours;
use crate::domain::framework::model::Target;
use crate::domain::limits::{HOURS_A_MONTH, ID, utf16_units};
use crate::domain::score::Score;

pub fn score(value: &Value) -> Option<Score> {
    u8::try_from(whole(value)?).ok().and_then(Score::new)
}

/// Instead of a number of hours.
pub const UNKNOWN: &str = "unknown";

pub fn hours(value: &Value) -> Option<LearningHours> {
    if value.as_str() == Some(UNKNOWN) {
        return Some(LearningHours::Unknown);
    }
    let hours = u16::try_from(whole(value)?).ok()?;
    (hours <= HOURS_A_MONTH).then_some(LearningHours::Known(hours))
}

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

//! How much time an action takes, and who says so. What is asked for, done at
//! work or answered here says its time in its own words, and nothing beside it
//! says another.

use crate::domain::framework::model::{Band, Effort, Origin};

use super::subject::{Matter, Subject};
use super::ways::{Source, Ways};

/// How much time it takes, and the minutes of learning the months are worked
/// out from: none for what is done outside the hours.
pub(super) fn effort(ways: &Ways, subject: Subject) -> (Option<Effort>, u32) {
    let of_tool = |band| {
        let origin = Origin::Tool;
        Some(Effort { band, origin })
    };
    match subject {
        Subject::Learn(way) => match ways.all[way].source {
            Source::Listed(resource) => (Some(resource.effort), minutes(resource.effort.band)),
            Source::Own(..) => (None, minutes(Band::HalfADay)),
        },
        Subject::Practise(_) => (of_tool(Band::Ongoing), 0),
        Subject::Ask(Matter::Requirement(it)) if it.ongoing => (of_tool(Band::Ongoing), 0),
        Subject::Job(_) => (None, minutes(Band::UnderAnHour)),
        _ => (None, 0),
    }
}

/// What a band stands for when the months are worked out; the tool's guess.
fn minutes(band: Band) -> u32 {
    match band {
        Band::UnderAnHour | Band::Ongoing => 60,
        Band::HalfADay => 210,
        Band::ADayOrMore => 840,
    }
}

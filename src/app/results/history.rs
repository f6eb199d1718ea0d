//! How the ratings of a competency changed.

use crate::app::rating_words::CurrentRating;
use crate::domain::dates::Day;
use crate::domain::document::Document;
use crate::domain::framework::model::{Competency, Framework};

/// A dated rating.
#[derive(Debug, PartialEq, Eq)]
pub struct HistoryPoint {
    pub day: Day,
    /// "23 November 2026", or with "(2 of 3 that day)".
    pub date: String,
    pub current_rating: CurrentRating,
    /// "1 higher than before"; a dash for the first and where there was no score.
    pub change: String,
}

/// How many of the last ratings a chart has room for.
pub const MOST_POINTS: usize = 12;

/// Every rating of a competency, oldest first. An entry without a rating
/// (features or a reflection only) is none.
pub fn history(document: &Document, competency: &Competency) -> Vec<HistoryPoint> {
    let mut points: Vec<HistoryPoint> = Vec::new();
    let mut score_before = None;
    for entry in document.history(&competency.id) {
        let Some(rating) = entry.rating else {
            continue;
        };
        // Carried on beside something written later: no rating of its own,
        // unless the one it carries is not here (a plan has the latest only).
        if entry.rated_on.is_some() && !points.is_empty() {
            continue;
        }
        let current_rating = CurrentRating::of(Some(rating));
        let mut change = "–".to_owned();
        if let CurrentRating::Score(score) = current_rating {
            if let Some(before) = score_before {
                change = compare(before, score.get());
            }
            score_before = Some(score.get());
        }
        points.push(HistoryPoint {
            day: entry.rated_day(),
            date: entry.rated_day().long(),
            current_rating,
            change,
        });
    }
    number_days(&mut points);
    points
}

/// "1 higher than before".
fn compare(before: u8, now: u8) -> String {
    match (now > before, now.abs_diff(before)) {
        (_, 0) => "the same as before".to_owned(),
        (true, by) => format!("{by} higher than before"),
        (false, by) => format!("{by} lower than before"),
    }
}

/// Where a day has several ratings, says which of them each is.
fn number_days(points: &mut [HistoryPoint]) {
    for group in points.chunk_by_mut(|a, b| a.day == b.day) {
        let many = group.len();
        if many > 1 {
            for (place, point) in group.iter_mut().enumerate() {
                point.date = format!("{} ({} of {many} that day)", point.date, place + 1);
            }
        }
    }
}

/// The change as a sentence, for those who want no chart; empty where there
/// is nothing to compare.
pub fn trend(framework: &Framework, points: &[HistoryPoint]) -> String {
    let [first, .., last] = points else {
        return String::new();
    };
    let now = last.current_rating.words(framework);
    format!(
        "First {}, on {}; now {now}, on {}.",
        first.current_rating.words(framework),
        first.date,
        last.date
    )
}

//! A rating and a score in words, as every page says them.

use crate::domain::document::Rating;
use crate::domain::framework::model::Framework;
use crate::domain::score::Score;

/// What stands for a competency: four different things, of which a score of 0
/// is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CurrentRating {
    NotRated,
    NoOpportunity,
    Cleared,
    Score(Score),
}

impl CurrentRating {
    /// What stands for a rating; None for one never given.
    pub fn of(rating: Option<Rating>) -> Self {
        match rating {
            None => Self::NotRated,
            Some(Rating::NoOpportunity) => Self::NoOpportunity,
            Some(Rating::Cleared) => Self::Cleared,
            Some(Rating::Score(score)) => Self::Score(score),
        }
    }

    /// "score 3 (Competent)", "not rated".
    pub fn words(self, framework: &Framework) -> String {
        match self {
            Self::NotRated => "not rated".to_owned(),
            Self::NoOpportunity => "no opportunity yet".to_owned(),
            Self::Cleared => "cleared".to_owned(),
            Self::Score(score) => score_words(framework, score),
        }
    }

    /// As short as it goes, for a chart: "3", "none".
    pub fn short(self) -> String {
        match self {
            Self::NotRated => "not rated".to_owned(),
            Self::NoOpportunity => "no opp\u{ad}ortu\u{ad}nity".to_owned(),
            Self::Cleared => "cleared".to_owned(),
            Self::Score(score) => score.to_string(),
        }
    }

    /// The name of its look in a chart.
    pub fn style_name(self) -> String {
        match self {
            Self::NotRated => "not-rated".to_owned(),
            Self::NoOpportunity => "no-opportunity".to_owned(),
            Self::Cleared => "cleared".to_owned(),
            Self::Score(score) => score.to_string(),
        }
    }
}

/// "score 3 (Competent)".
pub fn score_words(framework: &Framework, score: Score) -> String {
    let level = framework.scale.levels.get(usize::from(score.get()));
    format!("score {score} ({})", level.map_or("", |level| level.name))
}

/// A sentence begins with a capital letter.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

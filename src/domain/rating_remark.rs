//! A gentle remark where a score and the key features beside it seem to say
//! different things. This tool's own rule: the framework asks to look at the
//! features first, and leaves the score to the person.

use crate::domain::document::{Entry, FeatureSeen, Rating};
use crate::domain::framework::model::{Competency, Feature};

/// What stands beside each other. Either can be right; nothing is changed.
#[derive(Clone, Copy, Debug)]
pub enum RatingRemark<'a> {
    /// A score of 4 or 5, and this feature, the first of them, not there.
    HighBesideMissing(&'a Feature),
    /// A score of 0 or 1, and every feature seen.
    LowBesideAllSeen,
}

/// The remark to an entry, if there is one to make. Features without an
/// answer say nothing.
pub fn remark<'a>(competency: &'a Competency, entry: &Entry) -> Option<RatingRemark<'a>> {
    let Some(Rating::Score(score)) = entry.rating else {
        return None;
    };
    let features = &competency.features;
    let is = |feature: &Feature, seen| entry.features.get(&feature.id) == Some(&seen);
    match score.get() {
        4.. => features
            .iter()
            .find(|feature| is(feature, FeatureSeen::NotThere))
            .map(RatingRemark::HighBesideMissing),
        0..=1 => features
            .iter()
            .all(|feature| is(feature, FeatureSeen::Seen))
            .then_some(RatingRemark::LowBesideAllSeen),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::{Day, Moment};
    use crate::domain::document::{ClockReading, Document, EntryChange, WhichEntry};
    use crate::domain::framework::bundled;
    use crate::domain::score::Score;

    /// One letter a feature: (s)een, (p)artly, (n)ot there, or none.
    fn said(rating: Rating, features: &str) -> String {
        let competency = bundled().competency("self-monitoring").unwrap();
        let today = Day::parse("2026-11-23").unwrap();
        let at = ClockReading {
            now: Moment::start_of(today),
            today,
        };
        let mut document = Document::new("somebody".into()).unwrap();
        let mut rate = |change| {
            let new = "first".into();
            document
                .rate(&competency.id, WhichEntry::Today { new }, change, at)
                .unwrap();
        };
        rate(EntryChange::Rating(rating));
        for (feature, letter) in competency.features.iter().zip(features.chars()) {
            let seen = match letter {
                's' => Some(FeatureSeen::Seen),
                'p' => Some(FeatureSeen::Partly),
                'n' => Some(FeatureSeen::NotThere),
                _ => None,
            };
            rate(EntryChange::Feature(feature.id.clone(), seen));
        }
        match remark(competency, document.latest_entry(&competency.id).unwrap()) {
            None => "none".to_owned(),
            Some(RatingRemark::LowBesideAllSeen) => "low".to_owned(),
            Some(RatingRemark::HighBesideMissing(feature)) => {
                let at = competency.features.iter().position(|f| f.id == feature.id);
                format!("high, {}", at.unwrap())
            }
        }
    }

    #[test]
    fn only_a_high_score_beside_missing_and_a_low_one_beside_all() {
        let score = |n| Rating::Score(Score::new(n).unwrap());
        let table = [
            (score(5), "sssss", "none"),
            (score(5), "ssssn", "high, 4"),
            (score(4), "pnnss", "high, 1"),
            (score(4), "ppppp", "none"),
            (score(4), "", "none"),
            (score(3), "nnnnn", "none"),
            (score(3), "sssss", "none"),
            (score(2), "sssss", "none"),
            (score(1), "sssss", "low"),
            (score(0), "sssss", "low"),
            (score(0), "ssss", "none"),
            (score(1), "ssssp", "none"),
            (score(0), "nnnnn", "none"),
            (Rating::NoOpportunity, "sssss", "none"),
            (Rating::Cleared, "nnnnn", "none"),
        ];
        for (rating, features, expected) in table {
            assert_eq!(said(rating, features), expected, "{rating:?} {features}");
        }
    }
}

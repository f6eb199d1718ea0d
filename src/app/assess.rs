//! What `#/assess` and the page of one competency show, as plain data. What
//! is looked for (an aim, a pass mark) is never among it.

use crate::domain::document::{Document, Entry, FeatureSeen, Rating};
use crate::domain::framework::model::{Competency, Framework, List, ScaleLevel};
use crate::domain::ids::EntryId;
use crate::domain::ladder::Bearing;
use crate::domain::rating_remark::{RatingRemark, remark};
use crate::domain::score::Score;

/// The competencies in the order they are rated in.
pub struct CompetencyGroups<'a> {
    /// Those the levels up to the aim look at.
    pub now: Vec<&'a Competency>,
    pub later: Vec<&'a Competency>,
}

/// Parts the competencies by the aim.
pub fn groups<'a>(framework: &'a Framework, document: &Document) -> CompetencyGroups<'a> {
    let bearing = Bearing::of(framework, document);
    let mut groups = CompetencyGroups {
        now: Vec::new(),
        later: Vec::new(),
    };
    for competency in &framework.competencies {
        match bearing.looks_for(framework, document, competency) {
            Some(_) => groups.now.push(competency),
            None => groups.later.push(competency),
        }
    }
    groups
}

/// The first competency the aim looks at that has no answer; a cleared rating
/// is none, "no opportunity" is one.
pub fn next_unrated<'a>(framework: &'a Framework, document: &Document) -> Option<&'a Competency> {
    groups(framework, document)
        .now
        .into_iter()
        .find(|competency| {
            matches!(
                document.rating(&competency.id),
                None | Some(Rating::Cleared)
            )
        })
}

/// The competencies before and after one, in the order they are rated in.
pub fn neighbours<'a>(
    framework: &'a Framework,
    document: &Document,
    competency: &Competency,
) -> (Option<&'a Competency>, Option<&'a Competency>) {
    let CompetencyGroups { now, later } = groups(framework, document);
    let all = [now, later].concat();
    let Some(at) = all.iter().position(|it| it.id == competency.id) else {
        return (None, None);
    };
    let before = at.checked_sub(1).and_then(|at| all.get(at)).copied();
    (before, all.get(at + 1).copied())
}

/// A scale level's name: "Competent".
pub fn level_name(levels: &List<ScaleLevel>, score: Score) -> &'static str {
    levels
        .iter()
        .find(|level| level.score == score.get())
        .map_or("", |level| level.name)
}

/// What an entry says, in words.
pub fn rating_in_words(framework: &Framework, rating: Option<Rating>) -> String {
    match rating {
        Some(Rating::Score(score)) => {
            format!(
                "Score {score} ({})",
                level_name(&framework.scale.levels, score)
            )
        }
        Some(Rating::NoOpportunity) => "No opportunity yet".to_owned(),
        Some(Rating::Cleared) => "Rating cleared".to_owned(),
        None => "Not rated".to_owned(),
    }
}

/// How far a competency is rated, in words.
pub fn status(framework: &Framework, document: &Document, competency: &Competency) -> String {
    let latest = document.latest_entry(&competency.id);
    let standing = document.standing_entry(&competency.id);
    match (latest, standing) {
        (None, _) => rating_in_words(framework, None),
        (Some(_), None) => "Not rated. You have written or ticked something".to_owned(),
        (Some(latest), Some(standing)) => {
            let words = rating_in_words(framework, standing.rating);
            let words = format!("{words}, {}", standing.rated_day().long());
            if latest.id == standing.id {
                words
            } else {
                format!("{words}. Begun again, not rated again yet")
            }
        }
    }
}

/// The remark to the newest entry, in words.
pub fn remark_in_words(
    framework: &Framework,
    competency: &Competency,
    entry: &Entry,
) -> Option<String> {
    let chosen = rating_in_words(framework, entry.rating);
    let said = match remark(competency, entry)? {
        RatingRemark::HighBesideMissing(feature) => format!(
            "You chose {}, and “not there” for “{}”",
            lower_first(&chosen),
            feature.text.trim_end_matches('.'),
        ),
        RatingRemark::LowBesideAllSeen => format!(
            "You chose {}, and can see every key feature",
            lower_first(&chosen)
        ),
    };
    Some(format!(
        "{said}. Both can be right. If you like, read the statements once more."
    ))
}

/// "Score 3" within a sentence: "score 3".
fn lower_first(words: &str) -> String {
    let mut rest = words.chars();
    match rest.next() {
        Some(first) => first.to_lowercase().chain(rest).collect(),
        None => String::new(),
    }
}

/// An entry that is not the newest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierEntry {
    pub id: EntryId,
    /// "3 November 2026".
    pub date: String,
    /// "Score 2 (Advanced Beginner)".
    pub rating: String,
    /// Empty for none.
    pub reflection: String,
    /// What and when of each piece of evidence.
    pub evidence: Vec<String>,
    /// Something is written or ticked, so that it can be taken out.
    pub has_words: bool,
}

/// The entries of a competency without the newest, newest first; with it,
/// where a new one is about to begin.
pub fn earlier_entries(
    framework: &Framework,
    document: &Document,
    competency: &Competency,
    with_newest: bool,
) -> Vec<EarlierEntry> {
    let entries = document.history(&competency.id);
    entries
        .iter()
        .rev()
        .skip(usize::from(!with_newest))
        .map(|entry| EarlierEntry {
            id: entry.id.clone(),
            date: entry.date.long(),
            rating: match entry.rated_on {
                None => rating_in_words(framework, entry.rating),
                Some(day) => format!(
                    "{}, given on {}",
                    rating_in_words(framework, entry.rating),
                    day.long()
                ),
            },
            reflection: entry.reflection.clone(),
            evidence: entry
                .evidence
                .iter()
                .map(|it| match it.when.is_empty() {
                    true => it.what.clone(),
                    false => format!("{} ({})", it.what, it.when),
                })
                .collect(),
            has_words: !entry.reflection.is_empty() || !entry.evidence.is_empty(),
        })
        .collect()
}

/// How a form says whether a feature was there.
pub const SEEN: [(&str, &str); 3] = [
    ("seen", "I can see it"),
    ("partly", "Partly"),
    ("not-there", "Not there"),
];

/// The answer a form's word stands for.
pub fn seen(word: &str) -> Option<FeatureSeen> {
    match word {
        "seen" => Some(FeatureSeen::Seen),
        "partly" => Some(FeatureSeen::Partly),
        "not-there" => Some(FeatureSeen::NotThere),
        _ => None,
    }
}

/// The form's word for an answer.
pub fn seen_word(seen: FeatureSeen) -> &'static str {
    match seen {
        FeatureSeen::Seen => "seen",
        FeatureSeen::Partly => "partly",
        FeatureSeen::NotThere => "not-there",
    }
}

/// The form's word for "no opportunity".
pub const NO_OPPORTUNITY: &str = "none";

/// The rating a form's word stands for.
pub fn rating(word: &str) -> Option<Rating> {
    if word == NO_OPPORTUNITY {
        return Some(Rating::NoOpportunity);
    }
    let score = word.parse().ok().and_then(Score::new)?;
    Some(Rating::Score(score))
}

/// The form's word for a rating; none where nothing is chosen.
pub fn rating_word(rating: Option<Rating>) -> Option<String> {
    match rating? {
        Rating::Score(score) => Some(score.to_string()),
        Rating::NoOpportunity => Some(NO_OPPORTUNITY.to_owned()),
        Rating::Cleared => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::{Worker, day};
    use crate::domain::document::{EntryChange, ProfileAnswer};
    use crate::domain::framework::bundled;

    const FIRST: &str = "person-centred-approach";

    #[test]
    fn what_a_competency_is_at_is_told_apart_in_words() {
        let score = |n| EntryChange::Rating(Rating::Score(Score::new(n).unwrap()));
        let none = EntryChange::Rating(Rating::NoOpportunity);
        let cleared = EntryChange::Rating(Rating::Cleared);
        let words = EntryChange::Reflection("It went well.".to_owned());
        let table = [
            (vec![], "Not rated"),
            (vec![score(0)], "Score 0 (Absence), 23 November 2026"),
            (
                vec![score(2)],
                "Score 2 (Advanced Beginner), 23 November 2026",
            ),
            (vec![none], "No opportunity yet, 23 November 2026"),
            (vec![score(2), cleared], "Rating cleared, 23 November 2026"),
            (
                vec![words.clone()],
                "Not rated. You have written or ticked something",
            ),
        ];
        for (changes, expected) in table {
            let mut worker = Worker::new();
            for change in changes {
                worker.rates(FIRST, change);
            }
            let competency = bundled().competency(FIRST).unwrap();
            assert_eq!(status(bundled(), &worker.document, competency), expected);
        }
        let mut worker = Worker::new();
        worker.rates(FIRST, score(2));
        worker.today = day("2026-12-01");
        worker.rates_again(FIRST, words);
        let competency = bundled().competency(FIRST).unwrap();
        assert_eq!(
            status(bundled(), &worker.document, competency),
            "Score 2 (Advanced Beginner), 23 November 2026. Begun again, not rated again yet"
        );
        let list = earlier_entries(bundled(), &worker.document, competency, false);
        let said: Vec<_> = list.iter().map(|it| (&*it.date, &*it.rating)).collect();
        assert_eq!(said, [("23 November 2026", "Score 2 (Advanced Beginner)")]);
        let with = earlier_entries(bundled(), &worker.document, competency, true);
        assert_eq!((with.len(), &*with[0].rating), (2, "Not rated"));
    }

    #[test]
    fn the_aim_decides_what_comes_first() {
        for (aim, expected) in [
            (None, 1),
            (Some("entry"), 0),
            (Some("early-career"), 1),
            (Some("mid-career"), 4),
            (Some("established-career"), 6),
            (Some("wider-responsibilities"), 6),
        ] {
            let mut worker = Worker::new();
            worker.says(ProfileAnswer::Aim(aim.map(Into::into)));
            let groups = groups(bundled(), &worker.document);
            assert_eq!(groups.now.len(), expected, "{aim:?}");
            assert_eq!(groups.later.len(), 6 - expected, "{aim:?}");
        }
    }

    #[test]
    fn one_leads_to_the_next_and_back() {
        let worker = Worker::new();
        let ids: Vec<_> = bundled().competencies.iter().map(|c| &c.id).collect();
        for (at, competency) in bundled().competencies.iter().enumerate() {
            let (before, after) = neighbours(bundled(), &worker.document, competency);
            assert_eq!(before.map(|c| &c.id), at.checked_sub(1).map(|at| ids[at]));
            assert_eq!(after.map(|c| &c.id), ids.get(at + 1).copied());
        }
    }

    #[test]
    fn the_next_to_rate_is_the_first_without_an_answer() {
        let mut worker = Worker::new();
        worker.says(ProfileAnswer::Aim(Some("mid-career".into())));
        let next = |worker: &Worker| {
            next_unrated(bundled(), &worker.document).map(|c| c.id.as_str().to_owned())
        };
        assert_eq!(next(&worker).as_deref(), Some(FIRST));
        worker.rates(FIRST, EntryChange::Rating(Rating::NoOpportunity));
        assert_eq!(next(&worker).as_deref(), Some("promoting-autonomy"));
        worker.rates(FIRST, EntryChange::Rating(Rating::Cleared));
        assert_eq!(next(&worker).as_deref(), Some(FIRST));
        for competency in &bundled().competencies {
            let zero = Rating::Score(Score::new(0).unwrap());
            worker.rates(competency.id.as_str(), EntryChange::Rating(zero));
        }
        assert_eq!(next(&worker), None);
    }

    #[test]
    fn words_of_a_form_are_read_back() {
        for score in Score::ALL {
            let said = Rating::Score(score);
            assert_eq!(rating(&rating_word(Some(said)).unwrap()), Some(said));
        }
        let none = Some(Rating::NoOpportunity);
        assert_eq!(rating(&rating_word(none).unwrap()), none);
        assert_eq!(rating_word(Some(Rating::Cleared)), None);
        for nonsense in ["", "6", "-1", "3.0", "cleared"] {
            assert_eq!(rating(nonsense), None, "{nonsense}");
        }
        for (word, _) in SEEN {
            assert_eq!(seen(word).map(seen_word), Some(word));
        }
        assert_eq!(seen(""), None);
    }

    #[test]
    fn a_remark_names_what_stands_beside_each_other() {
        let mut worker = Worker::new();
        let competency = bundled().competency(FIRST).unwrap();
        let feature = competency.features[2].id.clone();
        worker.rates(FIRST, EntryChange::Rating(Rating::Score(Score::EXPERT)));
        worker.rates(
            FIRST,
            EntryChange::Feature(feature, Some(FeatureSeen::NotThere)),
        );
        let entry = worker.document.latest_entry(&competency.id).unwrap();
        assert_eq!(
            remark_in_words(bundled(), competency, entry).unwrap(),
            "You chose score 5 (Expert), and “not there” for “You encourage the person”. Both can be right. If you like, read the statements once more."
        );
    }
}

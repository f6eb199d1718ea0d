//! What `#/assess` and the page of one competency show, as plain data. What
//! is looked for (an aim, a pass mark) is never among it.

mod sitting;
#[cfg(test)]
mod tests;

pub use sitting::{RateAgain, Sitting};

use crate::domain::document::{Document, Entry, FeatureSeen, Rating};
use crate::domain::framework::model::{Competency, Framework, List, ScaleLevel};
use crate::domain::ids::CompetencyId;
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

/// What `#/assess` lists, in the order they are rated in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    /// Whose choice the level is that parts them.
    pub whose: String,
    /// What the link to the aim is called.
    pub change_aim: &'static str,
    pub now: Vec<CompetencyId>,
    pub later: Vec<CompetencyId>,
}

/// Parts the competencies by the aim, and says so.
pub fn lists(framework: &Framework, document: &Document) -> Lists {
    let Bearing {
        aim, aim_chosen, ..
    } = Bearing::of(framework, document);
    let level = aim.title;
    let (whose, change_aim) = if aim_chosen {
        (
            format!("These are the ones for the level you aim for, {level}."),
            "Change my aim",
        )
    } else {
        (
            format!(
                "You have not chosen the level you aim for yet. Until you do, these are the ones for {level}."
            ),
            "Choose my aim",
        )
    };
    let CompetencyGroups { now, later } = groups(framework, document);
    let ids = |list: Vec<&Competency>| list.into_iter().map(|it| it.id.clone()).collect();
    Lists {
        whose,
        change_aim,
        now: ids(now),
        later: ids(later),
    }
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
fn neighbours<'a>(
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

/// A link to another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub href: String,
    pub words: String,
}

/// The ways to the competencies after and before one.
pub fn ways_on(framework: &Framework, document: &Document, competency: &Competency) -> Vec<Way> {
    let (before, after) = neighbours(framework, document, competency);
    let way = |words: &str, it: &Competency| Way {
        href: format!("#/assess/{}", it.id),
        words: format!("{words}: {}", it.title),
    };
    let after = after.map(|it| way("Next", it));
    let before = before.map(|it| way("Previous", it));
    after.into_iter().chain(before).collect()
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

/// What the radios of a competency show, and what is said of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// How far it is rated, in words.
    pub status: String,
    /// The form's word for the rating.
    pub rating: Option<String>,
    /// The form's word for each key feature, in the order of the framework.
    pub features: Vec<Option<&'static str>>,
    /// The remark to what was chosen.
    pub remark: Option<String>,
}

/// What is chosen in the entry a sitting shows.
pub fn chosen(
    framework: &Framework,
    document: &Document,
    competency: &Competency,
    sitting: &Sitting,
) -> Chosen {
    let entry = sitting.entry(document);
    let seen = |feature| {
        let seen = entry?.features.get(feature).copied()?;
        Some(seen_word(seen))
    };
    Chosen {
        status: format!("{}.", status(framework, document, competency)),
        rating: entry.and_then(|entry| rating_word(entry.rating)),
        features: competency.features.iter().map(|it| seen(&it.id)).collect(),
        remark: entry.and_then(|entry| remark_in_words(framework, competency, entry)),
    }
}

/// What an entry that is not written in says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EarlierEntry {
    /// "3 November 2026".
    pub date: String,
    /// "Score 2 (Advanced Beginner)".
    pub rating: String,
    /// Empty for none.
    pub reflection: String,
    /// What and when of each piece of evidence.
    pub evidence: Vec<String>,
    /// Something is written, so that it can be taken out.
    pub has_words: bool,
}

impl EarlierEntry {
    /// An entry in words.
    pub fn of(framework: &Framework, entry: &Entry) -> Self {
        let rating = rating_in_words(framework, entry.rating);
        Self {
            date: entry.date.long(),
            rating: match entry.rated_on {
                None => rating,
                Some(day) => format!("{rating}, given on {}", day.long()),
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
        }
    }
}

/// The ids of a list with the number that names each one's fields in the page:
/// what it was `before`, or the smallest nobody has. A number is never another
/// one's while both are shown, whatever is taken out above it.
pub fn numbered<Id: Clone + PartialEq>(before: &[(Id, usize)], ids: Vec<Id>) -> Vec<(Id, usize)> {
    let kept = |id: &Id| before.iter().find(|it| it.0 == *id).map(|it| it.1);
    let mut taken: Vec<usize> = ids.iter().filter_map(kept).collect();
    ids.into_iter()
        .map(|id| {
            let number = kept(&id).unwrap_or_else(|| {
                let free = (1..).find(|number| !taken.contains(number)).unwrap_or(1);
                taken.push(free);
                free
            });
            (id, number)
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

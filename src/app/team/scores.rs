//! How the scores of each competency lie, beside the one that is looked for.

use std::ops::Range;

use super::lines::{CountLine, all_but_few, line};
use crate::domain::framework::model::Framework;
use crate::domain::score::Score;
use crate::domain::team::{Answers, Figures, GroupBy, Known, answers, view_answers};

/// How the scores of a competency lie.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ScoreChart {
    pub title: &'static str,
    pub sentence: String,
    pub lines: Vec<CountLine>,
    /// What readers of the plans saw, and of how many; empty for nothing.
    pub views: Vec<CountLine>,
    pub of_views: String,
}

/// A chart for each competency, for everybody or one of the groups.
pub(super) fn scores(
    framework: &Framework,
    figures: &Figures,
    chosen: Option<usize>,
    people: usize,
) -> Vec<ScoreChart> {
    let all = framework.competencies.iter().zip(&figures.competencies);
    let charts = all.map(|(competency, told)| {
        let answers = match chosen {
            Some(at) => &told.groups[at],
            None => &told.everybody,
        };
        let aim = looks_for(framework, figures, chosen, competency.id.as_str());
        let views = match chosen {
            None => &told.views[..],
            Some(_) => &[],
        };
        let seen: usize = views.iter().map(|it| it.people).sum();
        ScoreChart {
            title: competency.title,
            sentence: scores_say(answers, aim, people),
            lines: score_lines(answers, aim, people),
            views: views
                .iter()
                .map(|it| line(view_title(&it.answers), it.people, seen))
                .collect(),
            of_views: match figures.views {
                Known::Of(of) => format!("Known of {of} of them."),
                _ => format!("Known of {} of them.", all_but_few(figures)),
            },
        }
    });
    charts.collect()
}

/// The score that is marked: what counts as achieved, and for those who aim for
/// the highest level the highest; none where their aim does not look at it yet.
fn looks_for(
    framework: &Framework,
    figures: &Figures,
    chosen: Option<usize>,
    competency: &str,
) -> Option<usize> {
    let [achieved, highest] = [Score::COMPETENT, Score::EXPERT].map(as_place);
    let group = chosen.and_then(|at| figures.groups.get(at));
    let Some(group) = group.filter(|it| it.by == GroupBy::Aim) else {
        return Some(achieved);
    };
    let [aim] = group.of[..] else {
        return Some(achieved);
    };
    let levels = framework.ladder.get(..=aim)?;
    let looks = |id: &str| {
        let mut all = levels.iter().flat_map(|it| it.competencies.iter());
        all.any(|it| it.as_str() == id)
    };
    let is_last = aim + 1 == framework.ladder.len();
    looks(competency).then_some(if is_last { highest } else { achieved })
}

/// A score among those of `answers`.
fn as_place(score: Score) -> usize {
    usize::from(score.get())
}

fn score_lines(told: &Answers, aim: Option<usize>, people: usize) -> Vec<CountLine> {
    let lines = told.iter().map(|cell| CountLine {
        aim: aim.is_some_and(|aim| cell.answers.contains(&(answers::SCORES + aim))),
        ..line(score_title(&cell.answers), cell.people, people)
    });
    lines.collect()
}

/// How many reach the score that is looked for, where that can be told.
fn scores_say(told: &Answers, aim: Option<usize>, people: usize) -> String {
    if told.is_empty() {
        return "Here the scores would tell of too few people.".to_owned();
    }
    let Some(aim) = aim else {
        return "Their aim does not look at this one yet.".to_owned();
    };
    let from = answers::SCORES + aim;
    let apart = told
        .iter()
        .all(|it| it.answers.end <= from || it.answers.start >= from);
    if !apart {
        return format!(
            "Scores are told together where one alone would tell of too few. A score of {aim} is looked for."
        );
    }
    let reach: usize = told
        .iter()
        .filter(|it| it.answers.start >= from)
        .map(|it| it.people)
        .sum();
    let best = if aim == as_place(Score::EXPERT) {
        ""
    } else {
        " or more"
    };
    format!("{reach} of {people} say that they are at {aim}{best}, which is looked for.")
}

/// "Score 3", "Score 0 or 1, no opportunity or not rated".
pub(super) fn score_title(told: &Range<usize>) -> String {
    let mut parts = Vec::new();
    let from = told.start.max(answers::SCORES);
    if from < told.end {
        parts.push(span(from - answers::SCORES, told.end - 1 - answers::SCORES));
    }
    if told.contains(&answers::NO_OPPORTUNITY) {
        parts.push("no opportunity to show it".to_owned());
    }
    if told.contains(&answers::NOT_RATED) {
        parts.push("not rated".to_owned());
    }
    sentence(parts)
}

/// "Score 3", "Not seen".
pub(super) fn view_title(told: &Range<usize>) -> String {
    let mut parts = Vec::new();
    let from = told.start.max(view_answers::SCORES);
    if from < told.end {
        let to = told.end - 1 - view_answers::SCORES;
        parts.push(span(from - view_answers::SCORES, to));
    }
    if told.contains(&view_answers::NOT_SEEN) {
        parts.push("not seen, or not answered".to_owned());
    }
    sentence(parts)
}

fn span(from: usize, to: usize) -> String {
    match to - from {
        0 => format!("score {from}"),
        1 => format!("score {from} or {to}"),
        _ => format!("score {from} to {to}"),
    }
}

fn sentence(parts: Vec<String>) -> String {
    let mut words = parts.join(", or ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

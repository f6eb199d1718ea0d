//! The parts of the page in words, as plain data that can be compared: what is
//! the same as before is not drawn again.

use super::{
    CompetencyResult, MOST_POINTS, NextStep, StateGroup, competency_results, covers, history,
    levels, next_step, requirements, strengths, trend, work_on,
};
use crate::app::about_you::bearing_sentence;
use crate::app::rating_words::capital;
use crate::domain::dates::Day;
use crate::domain::document::Document;
use crate::domain::framework::model::{Framework, Origin, Text};
use crate::domain::ladder::Bearing;

/// What to do next, and for whom all this is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct First {
    pub next: NextStep,
    pub shown_for: String,
    /// The levels of this role are the tool's own.
    pub is_extension: bool,
}

/// The beginning of the page.
pub fn first(framework: &'static Framework, document: &Document, today: Day) -> First {
    let bearing = Bearing::of(framework, document);
    let lines = competency_results(framework, document, &bearing);
    First {
        next: next_step(framework, document, &bearing, &lines, today),
        shown_for: bearing_sentence(framework, document),
        is_extension: bearing.role.levels_origin == Origin::Tool,
    }
}

/// A heading and lines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Titled {
    pub heading: String,
    pub lines: Vec<Text>,
}

/// Lists that show on request, and what they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    pub summary: String,
    pub lists: Vec<Titled>,
}

impl Fold {
    /// "Topics you know well or have done (9)".
    fn new(name: &str, lists: Vec<Titled>) -> Self {
        let many: usize = lists.iter().map(|list| list.lines.len()).sum();
        Self {
            summary: format!("{name} ({many})"),
            lists,
        }
    }
}

/// What is strong.
#[derive(Clone, Debug, PartialEq)]
pub struct Strong {
    pub is_empty: bool,
    pub competencies: Vec<String>,
    pub features: Fold,
    pub topics: Fold,
}

/// What is strong, each list with how long it is.
pub fn strong(framework: &'static Framework, document: &Document) -> Strong {
    let bearing = Bearing::of(framework, document);
    let found = strengths(
        framework,
        document,
        &competency_results(framework, document, &bearing),
    );
    let is_empty = found.is_empty();
    let titled = |heading: String, lines| Titled { heading, lines };
    let features = found.features.into_iter();
    let features = features.map(|(title, features)| titled(title.to_owned(), features));
    let topics = found.topics.into_iter();
    let topics = topics.map(|(title, count, topics)| titled(format!("{title}: {count}"), topics));
    Strong {
        is_empty,
        competencies: found.competencies,
        features: Fold::new("Features you can see in your work", features.collect()),
        topics: Fold::new("Topics you know well or have done", topics.collect()),
    }
}

/// A competency beside the aim.
#[derive(Clone, Debug, PartialEq)]
pub struct Against {
    pub title: Text,
    pub href: String,
    /// "Score 3 (Competent)".
    pub answer: String,
    /// "Mid-career looks for 3".
    pub aim: String,
    /// "To work on".
    pub remark: String,
    /// The same in a sentence: "Score 3 (Competent). Mid-career looks for 3: there."
    pub sentence: String,
    /// The name of its look in a chart.
    pub look: String,
    /// The score the aim looks for; None where it does not look at it.
    pub looks_for: Option<u8>,
}

fn beside_the_aim(framework: &Framework, aim: Text, line: &CompetencyResult<'static>) -> Against {
    let (answer, aim) = (
        capital(&line.current_rating.words(framework)),
        line.aim(aim),
    );
    Against {
        title: line.competency.title,
        href: line.href(),
        sentence: format!("{answer}. {aim}: {}.", line.remark()),
        answer,
        aim,
        remark: capital(line.remark()),
        look: line.current_rating.style_name(),
        looks_for: line.looks_for.map(|score| score.get()),
    }
}

/// All six, for some role and aim.
pub fn against(
    framework: &'static Framework,
    document: &Document,
    bearing: &Bearing,
) -> Vec<Against> {
    let lines = competency_results(framework, document, bearing);
    let aim = bearing.aim.title;
    lines
        .iter()
        .map(|line| beside_the_aim(framework, aim, line))
        .collect()
}

/// A competency to work on, and what one score up looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct OneUp {
    pub title: Text,
    pub now: String,
    pub href: String,
    /// What the ticked features say; none where none is ticked.
    pub ticks: Vec<Titled>,
    pub up: String,
    /// Things to do for one score up.
    pub steps: Vec<Text>,
    pub watch_for: Text,
}

/// Those to work on, the lowest first.
pub fn one_up(framework: &'static Framework, document: &Document) -> Vec<OneUp> {
    let bearing = Bearing::of(framework, document);
    let mut shown = Vec::new();
    for it in work_on(framework, document, &bearing) {
        let ticks = it.ticks.into_iter();
        shown.push(OneUp {
            title: it.title,
            now: it.now,
            href: it.href,
            ticks: ticks
                .map(|(heading, lines)| Titled {
                    heading: heading.to_owned(),
                    lines,
                })
                .collect(),
            up: it.up,
            steps: it.step.steps.to_vec(),
            watch_for: it.step.watch_for,
        });
    }
    shown
}

/// The career levels, and where the answers lie among them.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    pub covers: Vec<String>,
    /// Where the worker says they are; empty where they do not.
    pub here: String,
    pub requirements: String,
    /// Lowest first, as in the framework.
    pub rungs: Vec<Rung>,
}

/// What changes about a career level.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    pub says: String,
    pub is_covered: bool,
    pub is_aim: bool,
    /// Empty for none.
    pub beside: String,
    pub groups: Vec<StateGroup>,
}

/// Every career level as it is now.
pub fn ladder(framework: &'static Framework, document: &Document) -> Ladder {
    let bearing = Bearing::of(framework, document);
    let here = document.profile().here.get();
    let here = here.and_then(|id| framework.ladder.iter().find(|level| level.id == *id));
    let rungs = levels(framework, document, &bearing).into_iter();
    Ladder {
        covers: covers(framework, document, &bearing),
        here: here.map_or_else(String::new, |level| {
            format!(
                "You say you are at {} now. That is yours to say, and nothing here changes it.",
                level.title
            )
        }),
        requirements: requirements(document, bearing.role),
        rungs: rungs
            .map(|level| Rung {
                says: level.says,
                is_covered: level.is_covered,
                is_aim: level.is_aim,
                beside: level.beside,
                groups: level.groups,
            })
            .collect(),
    }
}

/// A rating in a chart or a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TrendPoint {
    pub date: String,
    /// "Score 3 (Competent)".
    pub answer: String,
    pub change: String,
    pub look: String,
    pub short: String,
}

/// How the ratings of a competency changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    pub title: Text,
    /// The change as a sentence.
    pub sentence: String,
    /// Every rating, oldest first.
    pub points: Vec<TrendPoint>,
    /// How many of the first a chart has no room for.
    pub left_out: usize,
    /// Says so; empty where it has room for all.
    pub remark: String,
}

/// How everything changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Trends {
    pub trends: Vec<Trend>,
    /// What was rated once, a line each: one rating is no change yet.
    pub once: Vec<String>,
}

/// The history of every competency that was rated.
pub fn trends(framework: &'static Framework, document: &Document) -> Trends {
    let mut shown = Trends {
        trends: Vec::new(),
        once: Vec::new(),
    };
    for competency in &framework.competencies {
        let points = history(document, competency);
        if let [only] = &points[..] {
            let words = only.current_rating.words(framework);
            let line = format!("{}: {words}, {}", competency.title, only.date);
            shown.once.push(line);
        }
        if points.len() < 2 {
            continue;
        }
        let left_out = points.len().saturating_sub(MOST_POINTS);
        shown.trends.push(Trend {
            title: competency.title,
            sentence: trend(framework, &points),
            left_out,
            remark: match left_out {
                0 => String::new(),
                _ => format!(
                    "The last {MOST_POINTS} of {}. All are in the table.",
                    points.len()
                ),
            },
            points: points
                .into_iter()
                .map(|point| TrendPoint {
                    date: point.date,
                    answer: capital(&point.current_rating.words(framework)),
                    change: capital(&point.change),
                    look: point.current_rating.style_name(),
                    short: point.current_rating.short(),
                })
                .collect(),
        });
    }
    shown
}

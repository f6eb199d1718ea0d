//! Courses and other things to learn from: in how many plans each is, and how
//! many more it would help.

use super::lines::{CountLine, all_but_few, counted, few};
use crate::app::resource_search::target_title;
use crate::app::words;
use crate::domain::framework::model::{Area, Framework, Resource, Target};
use crate::domain::team::{Count, CourseFigure, Figures};

/// A course, or another thing to learn from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CourseLine {
    pub line: CountLine,
    pub provider: &'static str,
    pub time: &'static str,
    pub place: &'static str,
    pub helps_with: String,
    /// "at least 10 more", "fewer than 5 more".
    pub would_help: String,
}

/// A line for each course of which something is told, local ones first.
pub(super) fn courses(
    framework: &Framework,
    figures: &Figures,
    chosen: Option<usize>,
    people: usize,
) -> Vec<CourseLine> {
    let mut all: Vec<(&Resource, Count, &CourseFigure)> = Vec::new();
    for figure in &figures.courses {
        let told = match chosen {
            Some(at) => figure.groups[at],
            None => figure.planned,
        };
        let nothing = matches!(told, Count::Few | Count::NotTold)
            && (chosen.is_some() || figure.helps_at_least == 0);
        if !nothing {
            all.push((&framework.resources[figure.resource], told, figure));
        }
    }
    // Local ones first, then what is in most plans, then what would help most.
    let many = |told: Count| match told {
        Count::AllButFew => people,
        Count::People(people) => people,
        Count::Few | Count::NotTold => 0,
    };
    all.sort_by_key(|(resource, told, figure)| {
        let place = resource.area == Area::England;
        let more = (many(*told), figure.helps_at_least);
        (place, std::cmp::Reverse(more))
    });
    let lines = all.into_iter().map(|(resource, told, figure)| {
        let title = resource.title.to_owned();
        let line = counted(title.clone(), told, people, figures);
        CourseLine {
            line: line.unwrap_or_else(|| CountLine {
                title,
                words: few(figures),
                share: None,
                aim: false,
            }),
            provider: resource.provider,
            time: words::effort(resource.effort.band),
            place: words::area(framework, resource.area),
            helps_with: helps_with(framework, resource),
            would_help: would_help(figures, figure),
        }
    });
    lines.collect()
}

/// How many more it would help, rounded down.
pub(super) fn would_help(figures: &Figures, figure: &CourseFigure) -> String {
    match figure.helps_at_least {
        0 => format!("{} more", few(figures)),
        people => format!("at least {people} more"),
    }
}

/// What a resource is listed for by name.
pub(super) fn helps_with(framework: &Framework, resource: &Resource) -> String {
    let covers = resource.covers.iter().map(|it| &it.target);
    let named = covers.filter(|it| !matches!(it, Target::Section(_)));
    let mut titles: Vec<&str> = named.map(|it| target_title(framework, it)).collect();
    titles.dedup();
    let more = titles.len().saturating_sub(MOST_NAMED);
    titles.truncate(MOST_NAMED);
    match more {
        0 => titles.join("; "),
        more => format!("{}; and {more} more", titles.join("; ")),
    }
}

const MOST_NAMED: usize = 4;

/// What is in most plans, and how to read the rest.
pub(super) fn courses_say(figures: &Figures, courses: &[CourseLine], is_group: bool) -> String {
    let nearly_all = all_but_few(figures);
    let nearly = courses.iter().find(|it| it.line.words == nearly_all);
    let most = courses.iter().filter(|it| it.line.share.is_some());
    let most = most.max_by_key(|it| it.line.share);
    let first = match nearly.or(most) {
        Some(it) => {
            let how_many = match it.line.share {
                None => "In nearly all plans",
                Some(51..) => "In most plans",
                Some(_) => "In more plans than any other",
            };
            let CourseLine { line, provider, .. } = it;
            format!(
                "{how_many}: {}, from {provider} ({}).",
                line.title, line.words
            )
        }
        None => format!(
            "In how many plans each course is cannot be told without telling of fewer than {} people.",
            figures.smallest.get()
        ),
    };
    let more = if is_group {
        "How many more each would help is told for everybody only."
    } else {
        "How many more each would help is rounded down, so that nobody can be worked out from it."
    };
    format!("{first} Local ones come first. {more}")
}

/// The cells of a course in the table.
pub fn course_cells(course: &CourseLine) -> Vec<String> {
    vec![
        course.line.words.clone(),
        course.would_help.clone(),
        course.provider.to_owned(),
        course.time.to_owned(),
        course.place.to_owned(),
        course.helps_with.clone(),
    ]
}

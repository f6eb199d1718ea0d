//! What the page and its print say, for everybody or one of the groups.

use super::courses::{CourseLine, courses, courses_say};
use super::lines::{CountLine, first_of, line};
use super::scores::{ScoreChart, scores};
use super::topics::{answers_known, asked, topics};
use crate::domain::framework::model::Framework;
use crate::domain::team::{Figures, Group, GroupBy};

/// Whom the figures can be shown for, in the order of `Figures::groups`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its place among the groups.
    pub place: usize,
    pub label: String,
    /// "By role".
    pub by: &'static str,
}

/// All the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamShown {
    /// "37 people".
    pub whose: String,
    /// The figures of everybody: those of topics are not told by group.
    pub is_everybody: bool,
    pub roles: Vec<CountLine>,
    pub aims: Vec<CountLine>,
    pub scores: Vec<ScoreChart>,
    pub courses: Vec<CourseLine>,
    pub courses_say: String,
    pub asked: Vec<CountLine>,
    pub asked_say: String,
    /// Of how many answers to topics are known.
    pub answers: String,
    pub safety: Vec<CountLine>,
    pub safety_say: String,
    pub topics: Vec<CountLine>,
    pub topics_say: String,
}

/// Whom the figures can be shown for, besides everybody: a group that is all
/// of them would be the same again.
pub fn choices(framework: &Framework, figures: &Figures) -> Vec<Choice> {
    let groups = figures.groups.iter().enumerate();
    let groups = groups.filter(|(_, group)| group.people < figures.people);
    let all = groups.map(|(place, group)| Choice {
        place,
        label: format!("{} ({})", group_title(framework, group), group.people),
        by: match group.by {
            GroupBy::Role => "By role",
            GroupBy::Aim => "By aim",
        },
    });
    all.collect()
}

/// The titles of a group: "Care coordinator or Other role".
pub(super) fn group_title(framework: &Framework, group: &Group) -> String {
    let title = |place: &usize| match group.by {
        GroupBy::Role => framework
            .roles
            .get(*place)
            .map_or("Role not said", |it| it.title),
        GroupBy::Aim => framework
            .ladder
            .get(*place)
            .map_or("Aim not chosen", |it| it.title),
    };
    let titles: Vec<&str> = group.of.iter().map(title).collect();
    titles.join(" or ")
}

/// The page, for everybody or one of the groups.
pub fn shown(framework: &Framework, figures: &Figures, chosen: Option<usize>) -> TeamShown {
    let group = chosen.and_then(|at| figures.groups.get(at));
    let people = group.map_or(figures.people, |it| it.people);
    let whose = match group {
        Some(group) => format!("{people} people: {}", group_title(framework, group)),
        None => format!("{people} people"),
    };
    let by = |by: GroupBy| {
        let groups = figures.groups.iter().filter(|it| it.by == by);
        let lines = groups.map(|it| line(group_title(framework, it), it.people, figures.people));
        lines.collect()
    };
    let courses = courses(framework, figures, chosen, people);
    let asked = asked(framework, figures, chosen, people);
    let safety = topics(framework, figures, true);
    let not_yet = topics(framework, figures, false);
    TeamShown {
        whose,
        is_everybody: group.is_none(),
        roles: by(GroupBy::Role),
        aims: by(GroupBy::Aim),
        scores: scores(framework, figures, chosen, people),
        courses_say: courses_say(figures, &courses, group.is_some()),
        courses,
        asked_say: first_of(&asked, "what plans ask others for most often", figures),
        asked,
        answers: answers_known(figures),
        safety_say: first_of(&safety, "the safety topic most often open", figures),
        safety,
        topics_say: first_of(&not_yet, "the topic most often “not yet”", figures),
        topics: not_yet,
    }
}

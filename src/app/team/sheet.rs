//! The spreadsheet of a team: a line for each thing that is told, of everybody
//! and of each group. No line is about a person.

use super::courses::{helps_with, would_help};
use super::lines::{all_but_few, few};
use super::scores::{score_title, view_title};
use super::shown::group_title;
use super::topics::{asked_title, topic_title};
use crate::app::words;
use crate::domain::dates::Day;
use crate::domain::file::NOT_A_VERDICT;
use crate::domain::framework::model::Framework;
use crate::domain::team::{Answers, Count, Figures, Known, topic_answers};

/// The names of the columns.
pub const COLUMNS: [&str; 8] = [
    "Part",
    "Thing",
    "Of whom",
    "Answer",
    "People",
    "Would help",
    "Provider and time",
    "Helps with",
];

/// The place of the column with numbers.
pub const PEOPLE: usize = 4;

/// "waymark-team-2026-11-28.xlsx".
pub fn file_name(today: Day) -> String {
    format!("waymark-team-{}.xlsx", today.iso())
}

/// As many texts for each line as there are [`COLUMNS`].
pub fn rows(framework: &Framework, figures: &Figures) -> Vec<String> {
    let mut all = Rows {
        framework,
        figures,
        texts: Vec::new(),
    };
    let people = figures.people.to_string();
    all.put(["People", "Everybody", EVERYBODY, "", &people]);
    for group in &figures.groups {
        let title = group_title(framework, group);
        all.put(["People", &title, EVERYBODY, "", &group.people.to_string()]);
    }
    for (competency, told) in framework.competencies.iter().zip(&figures.competencies) {
        all.answers(
            "Scores",
            competency.title,
            None,
            &told.everybody,
            score_title,
        );
        for (at, answers) in told.groups.iter().enumerate() {
            all.answers("Scores", competency.title, Some(at), answers, score_title);
        }
        let part = "What readers of the plans saw";
        all.answers(part, competency.title, None, &told.views, view_title);
    }
    for course in &figures.courses {
        let resource = &framework.resources[course.resource];
        let time = words::effort(resource.effort.band);
        let about = [
            would_help(figures, course),
            format!("{}; {time}", resource.provider),
            helps_with(framework, resource),
        ];
        all.counts(
            "Courses",
            resource.title,
            course.planned,
            &course.groups,
            about,
        );
    }
    for asked in &figures.asked {
        let none = [const { String::new() }; 3];
        let title = asked_title(framework, &asked.id);
        let part = "What networks still owe";
        all.counts(part, &title, asked.people, &asked.groups, none);
    }
    let known = match figures.answers {
        Known::TooFew => few(figures),
        Known::Of(people) => people.to_string(),
        Known::AllButFew => all_but_few(figures),
    };
    all.put(["Topics", "Plans that carry answers", EVERYBODY, "", &known]);
    for figure in &figures.topics {
        let topic = &framework.topics[figure.topic];
        let title = topic_title(framework, topic);
        let part = if topic.safety {
            "Safety topics"
        } else {
            "Topics"
        };
        if figure.not_yet == Count::AllButFew {
            let words = all_but_few(figures);
            all.put([part, &title, EVERYBODY, "Not yet", &words]);
        } else {
            all.answers(part, &title, None, &figure.told, topic_answers_title);
        }
    }
    all.put(["About", NOT_A_VERDICT, "", "", ""]);
    let folded = format!(
        "Nothing is told of fewer than {} people: they are told together with others, or not at all.",
        figures.smallest.get()
    );
    all.put(["About", &folded, "", "", ""]);
    all.texts
}

const EVERYBODY: &str = "Everybody";

fn topic_answers_title(told: &std::ops::Range<usize>) -> String {
    let words = [
        (topic_answers::NOT_YET, "not yet"),
        (topic_answers::IN_PROGRESS, "in progress"),
        (topic_answers::OTHERWISE, "another answer, or none"),
    ];
    let words = words.iter().filter(|(at, _)| told.contains(at));
    let words: Vec<&str> = words.map(|(_, words)| *words).collect();
    words.join(", or ")
}

struct Rows<'a> {
    framework: &'a Framework,
    figures: &'a Figures,
    texts: Vec<String>,
}

impl Rows<'_> {
    fn put(&mut self, first: [&str; 5]) {
        self.line(first, [const { String::new() }; 3]);
    }

    fn line(&mut self, first: [&str; 5], rest: [String; 3]) {
        self.texts.extend(first.map(str::to_owned));
        self.texts.extend(rest);
    }

    fn of(&self, group: Option<usize>) -> String {
        match group {
            Some(at) => group_title(self.framework, &self.figures.groups[at]),
            None => EVERYBODY.to_owned(),
        }
    }

    fn answers(
        &mut self,
        part: &str,
        thing: &str,
        group: Option<usize>,
        told: &Answers,
        title: fn(&std::ops::Range<usize>) -> String,
    ) {
        let of = self.of(group);
        for cell in told {
            let people = cell.people.to_string();
            self.put([part, thing, &of, &title(&cell.answers), &people]);
        }
    }

    fn counts(
        &mut self,
        part: &str,
        thing: &str,
        everybody: Count,
        groups: &[Count],
        about: [String; 3],
    ) {
        let people = self.count(everybody);
        self.line([part, thing, EVERYBODY, "", &people], about);
        for (at, told) in groups.iter().enumerate() {
            if matches!(told, Count::People(_)) {
                let (of, people) = (self.of(Some(at)), self.count(*told));
                self.put([part, thing, &of, "", &people]);
            }
        }
    }

    fn count(&self, told: Count) -> String {
        match told {
            Count::People(people) => people.to_string(),
            Count::AllButFew => all_but_few(self.figures),
            Count::Few | Count::NotTold => few(self.figures),
        }
    }
}

//! What may be shown of a team, and nothing else is: pages, print and
//! spreadsheet all read these.

use std::ops::Range;

use super::fold::{SmallestGroup, sum};
use super::person::{Person, View, askable, is_first};
use super::sum::Team;
use crate::domain::framework::model::Framework;

/// Everything that is told of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    pub smallest: SmallestGroup,
    /// How many people there are; at least the smallest group.
    pub people: usize,
    /// Those the figures can be asked for: roles, then aims.
    pub groups: Vec<Group>,
    pub competencies: Vec<Scores>,
    /// How many plans carry what readers saw.
    pub views: Known,
    /// How many plans carry their answers to topics.
    pub answers: Known,
    /// By topic, in the framework's order, where anything can be told; of
    /// topics that are the same thing the first.
    pub topics: Vec<TopicFigure>,
    /// By resource, in the framework's order, where anything can be told.
    pub courses: Vec<CourseFigure>,
    /// What others owe, in the framework's order, where anything can be told.
    pub asked: Vec<Asked>,
}

/// There are too few people to tell anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew;

/// What a group has in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupBy {
    Role,
    Aim,
}

/// People of one role or aim; of several where one alone would be too few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub by: GroupBy,
    /// Places among the framework's roles or levels; one more than those for
    /// "not said".
    pub of: Vec<usize>,
    pub people: usize,
}

/// Answers that are told together, and how many people gave one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    pub answers: Range<usize>,
    pub people: usize,
}

/// What is told of a question: every answer once. Empty where there is nothing
/// that could be told apart.
pub type Answers = Vec<Cell>;

/// How the scores of a competency lie. The answers are those of [`answers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    pub everybody: Answers,
    /// By group.
    pub groups: Vec<Answers>,
    /// What readers of their plans saw: [`view_answers`].
    pub views: Answers,
}

/// How many it is known of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Nobody, or too few to tell anything.
    TooFew,
    Of(usize),
    /// All but too few to say how many.
    AllButFew,
}

/// How many people something is true of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Too few, or nobody.
    Few,
    People(usize),
    /// All but too few to say how many.
    AllButFew,
    /// It would tell of too few, in this group or in what is left without it.
    NotTold,
}

/// What is told of a topic. The answers are those of [`topic_answers`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicFigure {
    pub topic: usize,
    pub told: Answers,
    /// Who say "not yet".
    pub not_yet: Count,
    /// Those who are on their way are among them.
    pub with_in_progress: bool,
}

/// What is told of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseFigure {
    pub resource: usize,
    /// In whose plan it is and not done.
    pub planned: Count,
    /// By group.
    pub groups: Vec<Count>,
    /// How many more it would help, rounded down; 0 for too few.
    pub helps_at_least: usize,
}

/// Something plans ask the employer or network for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The second part of the action's id: a topic, a requirement, or the wider
    /// responsibilities.
    pub id: String,
    pub people: Count,
    /// By group.
    pub groups: Vec<Count>,
}

/// The places of "not rated", "no opportunity" and the scores 0 to 5 among the
/// answers.
pub mod answers {
    /// Not rated, or the rating was taken back.
    pub const NOT_RATED: usize = 0;
    /// No opportunity to show it yet.
    pub const NO_OPPORTUNITY: usize = 1;
    /// The place of score 0; the others follow.
    pub const SCORES: usize = 2;
    /// How many places there are.
    pub const COUNT: usize = 8;
}

/// The places of a reader's answers: "not seen", 0 to 5, and no view at all.
pub mod view_answers {
    /// The reader has not seen it, or did not say.
    pub const NOT_SEEN: usize = 0;
    /// The place of score 0; the others follow.
    pub const SCORES: usize = 1;
    /// There is no review of their plan.
    pub const NO_VIEW: usize = 7;
    /// How many places there are.
    pub const COUNT: usize = 8;
}

/// The places of the answers to a topic.
pub mod topic_answers {
    /// "Not yet".
    pub const NOT_YET: usize = 0;
    /// "In progress".
    pub const IN_PROGRESS: usize = 1;
    /// Any other answer, or none.
    pub const OTHERWISE: usize = 2;
    /// The plan has no answers to topics.
    pub const NOT_KNOWN: usize = 3;
    /// How many places there are.
    pub const COUNT: usize = 4;
}

impl Figures {
    /// What may be told of a team. `TooFew`.
    pub fn of(framework: &Framework, team: &Team, smallest: SmallestGroup) -> Result<Self, TooFew> {
        let people = team.people();
        if people.len() < smallest.get() {
            return Err(TooFew);
        }
        let counting = Counting {
            smallest,
            groups: groups(framework, &people, smallest),
            views: people.iter().map(|it| team.view(it)).collect(),
            people,
        };
        let views = counting.known(|at| counting.views[at].is_some());
        let answers = counting.known(|at| counting.people[at].topics.is_some());
        let competencies = 0..framework.competencies.len();
        let competencies = competencies.map(|it| counting.scores(it, views)).collect();
        let mut topics = Vec::new();
        for (place, topic) in framework.topics.iter().enumerate() {
            if is_first(framework, place, topic) {
                topics.extend(counting.topic(place, answers));
            }
        }
        let mut courses = Vec::new();
        let resources = framework.resources.len();
        let planned = counting.who(resources, |it| &it.planned);
        let helped = counting.who(resources, |it| &it.helped);
        for (place, (planned, helped)) in planned.iter().zip(&helped).enumerate() {
            courses.extend(counting.course(place, planned, helped));
        }
        let mut asked = Vec::new();
        let asking = counting.who(askable(framework).count(), |it| &it.asked);
        for (id, asking) in askable(framework).zip(&asking) {
            let (people, groups) = counting.yes(asking);
            if people != Count::Few {
                asked.push(Asked {
                    id: id.to_owned(),
                    people,
                    groups,
                });
            }
        }
        Ok(Self {
            smallest,
            people: counting.people.len(),
            competencies,
            views,
            answers,
            topics,
            courses,
            asked,
            groups: counting
                .groups
                .into_iter()
                .map(|(group, _)| group)
                .collect(),
        })
    }
}

struct Counting<'a> {
    smallest: SmallestGroup,
    people: Vec<&'a Person>,
    /// What a reader saw of each.
    views: Vec<Option<&'a View>>,
    /// Each with the places of its people.
    groups: Vec<(Group, Vec<usize>)>,
}

/// Groups by role, then by aim.
fn groups(
    framework: &Framework,
    people: &[&Person],
    smallest: SmallestGroup,
) -> Vec<(Group, Vec<usize>)> {
    let mut all = Vec::new();
    let kinds = [
        (GroupBy::Role, framework.roles.len()),
        (GroupBy::Aim, framework.ladder.len()),
    ];
    for (by, most) in kinds {
        let of = |person: &Person| match by {
            GroupBy::Role => person.role,
            GroupBy::Aim => person.aim,
        };
        let mut counts = vec![0; most + 1];
        people.iter().for_each(|it| counts[of(it)] += 1);
        for pool in smallest.pools(&counts) {
            let places = (0..people.len()).filter(|at| pool.contains(&of(people[*at])));
            let places: Vec<usize> = places.collect();
            let group = Group {
                by,
                of: pool,
                people: places.len(),
            };
            all.push((group, places));
        }
    }
    all
}

impl Counting<'_> {
    /// How many people give each answer.
    fn count(&self, width: usize, places: &[usize], answer: &dyn Fn(usize) -> usize) -> Vec<usize> {
        let mut counts = vec![0; width];
        places.iter().for_each(|at| counts[answer(*at)] += 1);
        counts
    }

    fn everybody(&self) -> Vec<usize> {
        (0..self.people.len()).collect()
    }

    fn known(&self, is: impl Fn(usize) -> bool) -> Known {
        let all = self.people.len();
        let known = (0..all).filter(|at| is(*at)).count();
        if known < self.smallest.get() {
            Known::TooFew
        } else if self.smallest.tells(all - known) {
            Known::Of(known)
        } else {
            Known::AllButFew
        }
    }

    /// What is told of everybody, and of each group, where more than one thing
    /// is. Roles and aims are folded each by themselves: no number stands for
    /// both at once.
    fn told(&self, width: usize, answer: &dyn Fn(usize) -> usize) -> (Answers, Vec<Answers>) {
        let everybody = self.count(width, &self.everybody(), answer);
        let fine = self.smallest.runs(&everybody, 0..width);
        let mut groups = vec![Vec::new(); self.groups.len()];
        for by in [GroupBy::Role, GroupBy::Aim] {
            let these = (0..self.groups.len()).filter(|at| self.groups[*at].0.by == by);
            let these: Vec<usize> = these.collect();
            if these.len() < 2 {
                continue;
            }
            let cells: Vec<Vec<usize>> = these
                .iter()
                .map(|at| self.count(width, &self.groups[*at].1, answer))
                .collect();
            let Some(told) = self.smallest.by_group(&fine, &cells) else {
                continue;
            };
            for ((at, cells), shown) in these.iter().zip(&cells).zip(told.shown) {
                if shown {
                    groups[*at] = cells_of(&told.ranges, cells);
                }
            }
        }
        (cells_of(&fine, &everybody), groups)
    }

    fn scores(&self, competency: usize, known: Known) -> Scores {
        let answer = |at: usize| match self.people[at].scores[competency] {
            super::person::NOT_RATED => answers::NOT_RATED,
            super::person::NO_OPPORTUNITY => answers::NO_OPPORTUNITY,
            score => answers::SCORES + usize::from(score),
        };
        let (everybody, groups) = self.told(answers::COUNT, &answer);
        let seen = |at: usize| match self.views[at].map(|it| it.scores[competency]) {
            None => view_answers::NO_VIEW,
            Some(super::person::NOT_RATED) => view_answers::NOT_SEEN,
            Some(score) => view_answers::SCORES + usize::from(score),
        };
        Scores {
            everybody,
            groups,
            views: self.known_of(view_answers::COUNT, known, &seen),
        }
    }

    /// What is told where the last answer is that nothing is known: how many
    /// that is of is told once for all questions, or never.
    fn known_of(&self, width: usize, known: Known, answer: &dyn Fn(usize) -> usize) -> Answers {
        let mut counts = self.count(width, &self.everybody(), answer);
        let unknown = width - 1;
        match known {
            Known::TooFew => return Vec::new(),
            Known::Of(_) => {}
            // Not told from those who answered otherwise.
            Known::AllButFew => counts[unknown - 1] += std::mem::take(&mut counts[unknown]),
        }
        let runs = self.smallest.runs(&counts, 0..unknown);
        cells_of(&runs, &counts)
    }

    fn topic(&self, topic: usize, known: Known) -> Option<TopicFigure> {
        let answer = |at: usize| match &self.people[at].topics {
            Some(answers) => usize::from(answers[topic]),
            None => topic_answers::NOT_KNOWN,
        };
        let told = self.known_of(topic_answers::COUNT, known, &answer);
        let count = self.count(topic_answers::COUNT, &self.everybody(), &answer);
        let not_yet = match told.as_slice() {
            [] => return None,
            // All in one: only to tell nearly all from nearly none.
            [all] if 2 * count[topic_answers::NOT_YET] > all.people => Count::AllButFew,
            [_] => Count::Few,
            [not_yet, ..] => whether(not_yet.people),
        };
        let is_told = told.len() > 1 || not_yet == Count::AllButFew;
        is_told.then(|| TopicFigure {
            topic,
            not_yet,
            with_in_progress: told[0].answers == (0..topic_answers::OTHERWISE),
            told,
        })
    }

    /// For each of so many things, the places of the people whose list has it.
    fn who(&self, things: usize, list: fn(&Person) -> &Vec<usize>) -> Vec<Vec<usize>> {
        let mut who = vec![Vec::new(); things];
        for (at, person) in self.people.iter().enumerate() {
            list(person).iter().for_each(|thing| who[*thing].push(at));
        }
        who
    }

    /// How many of all these are, and of each group.
    fn yes(&self, these: &[usize]) -> (Count, Vec<Count>) {
        let mut is = vec![0; self.people.len()];
        these.iter().for_each(|at| is[*at] = 1);
        let (everybody, groups) = self.told(2, &|at| is[at]);
        let people = match everybody.as_slice() {
            [_, yes] => whether(yes.people),
            // Only to tell nearly all from nearly none.
            _ if 2 * these.len() > self.people.len() => Count::AllButFew,
            _ => Count::Few,
        };
        let groups = groups.iter().map(|answers| match answers.as_slice() {
            [_, yes] => whether(yes.people),
            _ => Count::NotTold,
        });
        (people, groups.collect())
    }

    fn course(&self, resource: usize, planned: &[usize], helped: &[usize]) -> Option<CourseFigure> {
        let (planned, groups) = self.yes(planned);
        let helps_at_least = self.smallest.at_least(helped.len());
        (planned != Count::Few || helps_at_least > 0).then_some(CourseFigure {
            resource,
            planned,
            groups,
            helps_at_least,
        })
    }
}

fn whether(people: usize) -> Count {
    match people {
        0 => Count::Few,
        people => Count::People(people),
    }
}

fn cells_of(ranges: &[Range<usize>], counts: &[usize]) -> Answers {
    let cell = |range: &Range<usize>| Cell {
        answers: range.clone(),
        people: sum(range, counts),
    };
    ranges.iter().map(cell).collect()
}

//! What is not answered yet, in the order that helps a plan most. The first
//! page and "Where you stand" put the same thing into their own words.

use super::assess;
use crate::domain::document::Document;
use crate::domain::framework::model::{Competency, Framework, Section};
use crate::domain::ladder::{Bearing, State, topic_state};

/// Minutes to rate one competency: this tool's own estimate.
pub const RATING: usize = 5;

/// Minutes to go through so many topics or requirements: five a minute.
pub fn minutes_for(questions: usize) -> usize {
    questions.div_ceil(5)
}

/// The first thing that is not answered.
#[derive(Clone, Copy, Debug)]
pub enum Unanswered<'a> {
    /// The aim, chosen or not, lies below the present.
    Aim,
    /// What the person has not said of themselves.
    AboutYou {
        role: bool,
        experience: bool,
    },
    Rate(&'a Competency),
    /// A section the aim asks for, and how many of its topics.
    Topics(&'a Section, usize),
    /// How many requirements of the role.
    Requirements(usize),
}

/// None where all that the aim looks for is answered.
pub fn first_unanswered<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
) -> Option<Unanswered<'a>> {
    if bearing.aims_below(framework, document) {
        return Some(Unanswered::Aim);
    }
    let profile = document.profile();
    let (role, experience) = (
        profile.role.get().is_none(),
        profile.experience.get().is_none(),
    );
    if role || experience {
        return Some(Unanswered::AboutYou { role, experience });
    }
    if let Some(competency) = assess::next_unrated(framework, document) {
        return Some(Unanswered::Rate(competency));
    }
    for section in bearing.sections(framework) {
        let topics = framework.topics_of(section);
        let open = topics.filter(|topic| topic_state(document, topic) == State::NotAnswered);
        let open = open.count();
        if open > 0 {
            return Some(Unanswered::Topics(section, open));
        }
    }
    let unanswered = bearing.role.requirements.iter().filter(|requirement| {
        let answer = document.requirement(&requirement.id);
        answer.is_none_or(|answer| answer.status.is_none())
    });
    let unanswered = unanswered.count();
    (unanswered > 0).then_some(Unanswered::Requirements(unanswered))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_fourteen_takes_three_minutes() {
        for (topics, minutes) in [(1, 1), (5, 1), (11, 3), (14, 3)] {
            assert_eq!(minutes_for(topics), minutes, "{topics}");
        }
    }
}

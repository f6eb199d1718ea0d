//! Where a question is asked: its page, and which of the page's questions. A
//! page gives the element that asks it this id, and moves there when it is
//! opened with the question named.

use super::route::Route;
use crate::domain::document::Document;
use crate::domain::framework::model::{Framework, Section, Target};
use crate::domain::framework::section_of;
use crate::domain::ladder::{State, topic_state};

/// A question of `#/about-you`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AboutYou {
    Role,
    Experience,
    Aim,
    Hours,
    Wider,
    Caseload,
}

impl AboutYou {
    fn word(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Experience => "experience",
            Self::Aim => "aim",
            Self::Hours => "hours",
            Self::Wider => "wider",
            Self::Caseload => "caseload",
        }
    }
}

/// A page, and a question on it where one is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub route: Route,
    /// The id of the element that asks: "question-hours",
    /// "question-level-1-skills.empathy".
    pub element: Option<String>,
}

impl Asked {
    /// A page as a whole.
    pub fn page(route: Route) -> Self {
        Self {
            route,
            element: None,
        }
    }

    /// A question about the worker.
    pub fn about_you(question: AboutYou) -> Self {
        Self {
            route: Route::AboutYou,
            element: Some(element(question.word())),
        }
    }

    /// Where a thing is answered.
    pub fn of(target: &Target) -> Self {
        match target {
            Target::Competency(id) => Self::page(Route::AssessCompetency(id.clone())),
            Target::Section(id) => Self::page(Route::TopicsSection(id.clone())),
            Target::Topic(id) => Self {
                route: Route::TopicsSection(section_of(id).into()),
                element: Some(element(id.as_str())),
            },
            Target::Requirement(id) => Self {
                route: Route::Requirements,
                element: Some(element(id.as_str())),
            },
        }
    }

    /// The first topic of a section that is not answered yet.
    pub fn first_unanswered(framework: &Framework, document: &Document, section: &Section) -> Self {
        let mut topics = framework.topics_of(section);
        let first = topics.find(|it| topic_state(document, it) == State::NotAnswered);
        match first {
            Some(topic) => Self::of(&Target::Topic(topic.id.clone())),
            None => Self::page(Route::TopicsSection(section.id.clone())),
        }
    }

    /// The page's address. The element is the page's own to go to: a fragment
    /// is a route here.
    pub fn href(&self) -> String {
        self.route.href()
    }
}

/// The id of the element that asks about an id.
pub fn element(id: &str) -> String {
    format!("question-{}", id.replace('/', "."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::Worker;
    use crate::domain::document::TopicStatus;
    use crate::domain::framework::bundled;

    #[test]
    fn each_goes_to_its_very_question() {
        let is = |asked: Asked| (asked.href(), asked.element);
        let at = |href: &str, element: &str| (href.to_owned(), Some(element.to_owned()));
        assert_eq!(
            is(Asked::about_you(AboutYou::Hours)),
            at("#/about-you", "question-hours")
        );
        let topic = Target::Topic("level-1-skills/empathy".into());
        assert_eq!(
            is(Asked::of(&topic)),
            at("#/topics/level-1-skills", "question-level-1-skills.empathy")
        );
        let competency = Target::Competency("self-monitoring".into());
        assert_eq!(
            is(Asked::of(&competency)),
            ("#/assess/self-monitoring".to_owned(), None)
        );
        let mut worker = Worker::new();
        let section = bundled().section("level-1-skills").unwrap();
        let mut topics = bundled().topics_of(section);
        let (first, second) = (topics.next().unwrap(), topics.next().unwrap());
        worker.answers(first.id.as_str(), Some(TopicStatus::NotYet));
        let asked = Asked::first_unanswered(bundled(), &worker.document, section);
        assert_eq!(asked.element, Some(element(second.id.as_str())));
    }
}

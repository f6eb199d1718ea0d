//! A worker who answers, in few words.

use waymark::domain::dates::{Day, Moment};
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::section_of;
use waymark::domain::ids::{ActionId, ReviewId};
use waymark::domain::plan::{Action, Plan, generate};
use waymark::domain::score::Score;

/// 23 November 2026.
pub fn today() -> Day {
    Day::new(2026, 11, 23).expect("a day")
}

pub fn at() -> ClockReading {
    at_day(today())
}

fn at_day(today: Day) -> ClockReading {
    ClockReading {
        now: Moment::start_of(today),
        today,
    }
}

/// What a worker entered, and the day it is.
#[derive(Clone)]
pub struct Worker(pub Document, Day);

impl Default for Worker {
    fn default() -> Self {
        Self(Document::default(), today())
    }
}

impl Worker {
    pub fn new(role: &str, experience: Experience, aim: &str) -> Self {
        Self::default()
            .says(ProfileAnswer::Role(Some(role.into())))
            .says(ProfileAnswer::Experience(Some(experience)))
            .says(ProfileAnswer::Aim(Some(aim.into())))
    }

    /// What follows happens on this day.
    pub fn on(mut self, day: &str) -> Self {
        self.1 = Day::parse(day).expect("a day");
        self
    }

    fn at(&self) -> ClockReading {
        at_day(self.1)
    }

    pub fn says(mut self, answer: ProfileAnswer) -> Self {
        let at = self.at();
        self.0.set_profile(answer, at).expect("an answer");
        self
    }

    pub fn rates(mut self, competency: &str, score: u8) -> Self {
        assert!(bundled().competency(competency).is_some(), "{competency}");
        let rating = Rating::Score(Score::new(score).expect("a score"));
        self.rate(competency, rating);
        self
    }

    pub fn has_no_opportunity(mut self, competency: &str) -> Self {
        assert!(bundled().competency(competency).is_some(), "{competency}");
        self.rate(competency, Rating::NoOpportunity);
        self
    }

    fn rate(&mut self, competency: &str, rating: Rating) {
        let at = self.at();
        let new = format!("{competency}-{}", self.1.iso());
        let which = WhichEntry::Today {
            new: new.as_str().into(),
        };
        let change = EntryChange::Rating(rating);
        self.0
            .rate(&competency.into(), which, change, at)
            .expect("a rating");
    }

    pub fn sees(mut self, feature: &str, seen: FeatureSeen) -> Self {
        let at = self.at();
        let competency = feature.split('/').next().expect("a competency");
        let which = WhichEntry::Today {
            new: format!("{competency}-{}", self.1.iso()).as_str().into(),
        };
        let change = EntryChange::Feature(feature.into(), Some(seen));
        self.0
            .rate(&competency.into(), which, change, at)
            .expect("a feature");
        self
    }

    pub fn answers(mut self, topic: &str, status: TopicStatus) -> Self {
        let at = self.at();
        let topic = bundled().topic(topic).expect("a topic");
        let change = AnswerChange::Status(Some(status));
        self.0
            .answer_topic(&topic.id, &topic.same_as, change, at)
            .expect("an answer");
        self
    }

    /// The same answer to a whole section.
    pub fn answers_all(mut self, section: &str, status: TopicStatus) -> Self {
        let topics = bundled().topics.iter();
        let mut topics = topics.filter(|it| section_of(&it.id) == section).peekable();
        assert!(topics.peek().is_some(), "{section}");
        for topic in topics {
            self = self.answers(topic.id.as_str(), status);
        }
        self
    }

    pub fn requirement(mut self, id: &str, status: RequirementStatus) -> Self {
        let at = self.at();
        let change = AnswerChange::Status(Some(status));
        self.0
            .answer_requirement(&id.into(), change, at)
            .expect("an answer");
        self
    }

    pub fn forgets_topic(mut self, topic: &str) -> Self {
        let change = AnswerChange::Status(None);
        let at = self.at();
        self.0
            .answer_topic(&topic.into(), &[], change, at)
            .expect("an answer");
        self
    }

    pub fn forgets_requirement(mut self, id: &str) -> Self {
        let change = AnswerChange::Status(None);
        let at = self.at();
        self.0
            .answer_requirement(&id.into(), change, at)
            .expect("an answer");
        self
    }

    pub fn forgets_rating(mut self, competency: &str) -> Self {
        self.rate(competency, Rating::Cleared);
        self
    }

    pub fn changes(mut self, action: &str, part: ActionEdit) -> Self {
        let at = self.at();
        self.0
            .change_action(&ActionId::from(action), part, at)
            .expect("a change");
        self
    }

    /// Takes in a review and takes this action of it on.
    pub fn agrees(mut self, review: Review, action: &str) -> Self {
        let (id, at) = (ReviewId::from("review"), self.at());
        self.0
            .receive_review(&id, review, at)
            .expect("it is taken in");
        let action = ActionId::from(action);
        self.0
            .accept_agreed(&id, &action, at)
            .expect("it is agreed");
        self
    }

    pub fn today(&self) -> Day {
        self.1
    }

    pub fn plan(&self) -> Plan {
        generate(bundled(), &self.0, self.1)
    }
}

/// The ids of a list.
pub fn ids(actions: &[Action]) -> Vec<&str> {
    actions.iter().map(|action| action.id.as_str()).collect()
}

/// The action with an id, wherever it stands.
pub fn find<'a>(plan: &'a Plan, id: &str) -> &'a Action {
    plan.actions()
        .find(|action| action.id.as_str() == id)
        .unwrap_or_else(|| panic!("no {id}"))
}

//! A worker who answers, in few words.

use waymark::domain::dates::{Day, Moment};
use waymark::domain::document::*;
use waymark::domain::framework::bundled;
use waymark::domain::framework::section_of;
use waymark::domain::ids::ActionId;
use waymark::domain::plan::{Action, Plan, generate};
use waymark::domain::score::Score;

/// 23 November 2026.
pub fn today() -> Day {
    Day::new(2026, 11, 23).expect("a day")
}

pub fn at() -> ClockReading {
    ClockReading {
        now: Moment::start_of(today()),
        today: today(),
    }
}

/// What a worker entered.
#[derive(Clone, Default)]
pub struct Worker(pub Document);

impl Worker {
    pub fn new(role: &str, experience: Experience, aim: &str) -> Self {
        Self::default()
            .says(ProfileAnswer::Role(Some(role.into())))
            .says(ProfileAnswer::Experience(Some(experience)))
            .says(ProfileAnswer::Aim(Some(aim.into())))
    }

    pub fn says(mut self, answer: ProfileAnswer) -> Self {
        self.0.set_profile(answer, at()).expect("an answer");
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
        let new = format!("{competency}-1");
        let which = WhichEntry::Today {
            new: new.as_str().into(),
        };
        let change = EntryChange::Rating(rating);
        self.0
            .rate(&competency.into(), which, change, at())
            .expect("a rating");
    }

    pub fn sees(mut self, feature: &str, seen: FeatureSeen) -> Self {
        let competency = feature.split('/').next().expect("a competency");
        let which = WhichEntry::Today {
            new: format!("{competency}-1").as_str().into(),
        };
        let change = EntryChange::Feature(feature.into(), Some(seen));
        self.0
            .rate(&competency.into(), which, change, at())
            .expect("a feature");
        self
    }

    pub fn answers(mut self, topic: &str, status: TopicStatus) -> Self {
        let topic = bundled().topic(topic).expect("a topic");
        let change = AnswerChange::Status(Some(status));
        self.0
            .answer_topic(&topic.id, &topic.same_as, change, at())
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
        let change = AnswerChange::Status(Some(status));
        self.0
            .answer_requirement(&id.into(), change, at())
            .expect("an answer");
        self
    }

    pub fn changes(mut self, action: &str, part: ActionEdit) -> Self {
        self.0
            .change_action(&ActionId::from(action), part, at())
            .expect("a change");
        self
    }

    pub fn plan(&self) -> Plan {
        generate(bundled(), &self.0, today())
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

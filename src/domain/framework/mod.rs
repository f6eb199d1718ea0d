//! The Somerset framework: its model, the bundled data, and questions about it.

mod bundled;
pub mod model;
mod packed;
mod text;

pub use bundled::{bundled, reading, shipped, take_with_host};

use model::{
    Audience, Competency, Description, Framework, HostNote, HostWords, Interactions, Resource,
    Role, Section, StepUp, Target, Text, Topic,
};

use crate::domain::dates::Day;
use crate::domain::ids::{CompetencyId, RequirementId, TopicId};

impl Framework {
    /// The competency with this id.
    pub fn competency(&self, id: &str) -> Option<&Competency> {
        self.competencies.iter().find(|c| c.id.as_str() == id)
    }

    /// What one score up asks for in a competency, from the score that stands
    /// now. None from 5, the highest.
    pub fn step_up(&self, competency: &CompetencyId, score: u8) -> Option<&StepUp> {
        self.steps_up
            .iter()
            .find(|it| &it.competency == competency && it.from == score)
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.sections.iter().find(|s| s.id.as_str() == id)
    }

    /// The topic with this id (`section/topic`).
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|t| t.id.as_str() == id)
    }

    /// The role with this id.
    pub fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|r| r.id.as_str() == id)
    }

    /// The resource with this id.
    pub fn resource(&self, id: &str) -> Option<&Resource> {
        self.resources.iter().find(|r| r.id.as_str() == id)
    }

    /// The resource with this id, also where the host does not offer it.
    pub fn known_resource(&self, id: &str) -> Option<&Resource> {
        let hidden = || self.hidden.iter().find(|r| r.id.as_str() == id);
        self.resource(id).or_else(hidden)
    }

    /// What the host says beside something.
    pub fn notes_on(&self, about: &Target) -> impl Iterator<Item = &'static HostNote> {
        let notes = self.host.into_iter().flat_map(|host| &host.notes);
        notes.filter(move |note| note.about == *about)
    }

    /// Whether it has such a thing.
    pub fn has(&self, target: &Target) -> bool {
        match target {
            Target::Topic(id) => self.topic(id.as_str()).is_some(),
            Target::Competency(id) => self.competency(id.as_str()).is_some(),
            Target::Section(id) => self.section(id.as_str()).is_some(),
            Target::Requirement(id) => self.role_of(id).is_some(),
        }
    }

    /// The role that has a requirement.
    pub fn role_of(&self, id: &RequirementId) -> Option<&Role> {
        self.roles
            .iter()
            .find(|role| role.requirements.iter().any(|r| &r.id == id))
    }

    /// A section's topics, in order.
    pub fn topics_of<'a>(&'a self, section: &'a Section) -> impl Iterator<Item = &'a Topic> {
        self.topics
            .iter()
            .filter(|t| section_of(&t.id) == section.id.as_str())
    }

    /// What is listed for this very thing (not for the whole section it is in),
    /// training for the worker first.
    pub fn resources_for(&self, target: &Target) -> Vec<&Resource> {
        let found = |worker: bool| {
            self.resources.iter().filter(move |r| {
                (r.audience == Audience::Worker) == worker
                    && r.covers.iter().any(|c| &c.target == target)
            })
        };
        found(true).chain(found(false)).collect()
    }
}

// Each looks up its place by its id: what is said of it has that place too.

impl Competency {
    /// What it looks like in a conversation.
    pub fn interactions(&self) -> &'static Interactions {
        let mut all = bundled().competencies.iter();
        let place = all.position(|it| it.id == self.id);
        &reading().interactions[place.expect("it is in the framework")]
    }
}

impl Section {
    /// What is said of it.
    pub fn description(&self) -> &'static Description {
        let place = bundled().sections.iter().position(|it| it.id == self.id);
        &bundled::descriptions().0[place.expect("it is in the framework")]
    }
}

impl Topic {
    /// What is said of it.
    pub fn description(&self) -> &'static Description {
        &bundled::descriptions().1[self.place()]
    }

    /// How it is learned at work, in a sentence of this tool's own.
    pub fn on_the_job(&self) -> Option<Text> {
        bundled::on_the_job()[self.place()].on_the_job
    }

    fn place(&self) -> usize {
        let place = bundled().topics.iter().position(|it| it.id == self.id);
        place.expect("it is in the framework")
    }
}

impl HostWords {
    /// The days on which it runs from now on, in words.
    pub fn next_dates(&self, today: Day) -> Vec<String> {
        let days = self.dates.iter().filter_map(|day| Day::parse(day));
        days.filter(|day| *day >= today).map(Day::long).collect()
    }
}

impl Resource {
    /// The host of the site added it.
    pub fn is_hosts_own(&self) -> bool {
        self.host.is_some_and(|it| it.offers.is_some())
    }

    /// What it offers.
    pub fn description(&self) -> &'static Description {
        if let Some(offers) = self.host.and_then(|it| it.offers.as_ref()) {
            return offers;
        }
        let place = shipped().resources.iter().position(|it| it.id == self.id);
        &bundled::offers()[place.expect("it is in the framework")]
    }
}

/// The section's part of a topic's id.
pub fn section_of(topic: &TopicId) -> &str {
    topic.as_str().split('/').next().unwrap_or_default()
}

//! What every step looks at: the framework and the document, seen from the
//! role, the aim and the time in the role.

use crate::domain::dates::Day;
use crate::domain::document::{Document, Experience, Profile};
use crate::domain::framework::model::{
    ArrangedBy, Framework, Requirement, RequirementKind, Section, Text, Topic,
};
use crate::domain::ids::LevelId;
use crate::domain::ladder::Bearing;

use super::index::Index;
use super::model::Stage;

/// What every step of a plan looks at.
pub(super) struct Context<'a> {
    pub framework: &'a Framework,
    pub document: &'a Document,
    pub today: Day,
    pub bearing: Bearing<'a>,
    /// Just starting: what is not answered of induction and core is to do.
    pub starting: bool,
    /// Three years or more in the role: no introductions.
    pub experienced: bool,
    /// A year or more: induction and core only confirm what is surely done.
    pub settled: bool,
    pub topics: Index<'static>,
    pub whereabouts: Whereabouts,
}

/// Where the worker works, seen from where resources are.
#[derive(Clone, Copy)]
pub(super) struct Whereabouts {
    /// Where the host of the site is; none where nothing is known.
    pub at_host: Option<bool>,
    pub in_somerset: Option<bool>,
}

impl Whereabouts {
    fn of(framework: &Framework, document: &Document) -> Self {
        let profile = document.profile();
        let in_somerset = profile.in_somerset.get().copied();
        let at_host = works_at_host(framework, profile);
        let area = framework.host.map_or("", |host| host.area);
        match area {
            // Without a place, what is added is for whoever uses this site.
            "" => Self {
                at_host: Some(true),
                in_somerset,
            },
            area if is_somerset(area) => Self {
                at_host,
                in_somerset,
            },
            // Who does not say that they work in Somerset uses the site of
            // another place.
            _ => Self {
                at_host,
                in_somerset: Some(in_somerset == Some(true) && at_host != Some(true)),
            },
        }
    }
}

/// Whether the worker works where the host of the site is, or in Somerset
/// where there is no host or none that says where; none where nothing is said.
pub fn works_at_host(framework: &Framework, profile: &Profile) -> Option<bool> {
    match framework.host.map_or("", |host| host.area) {
        area if area.is_empty() || is_somerset(area) => profile.in_somerset.get().copied(),
        area => {
            let is_it = profile.area.get().is_some_and(|said| said == area);
            profile.in_area.get().copied().filter(|_| is_it)
        }
    }
}

/// Whether a place is the one the framework was written for.
pub fn is_somerset(area: &str) -> bool {
    area.eq_ignore_ascii_case("somerset")
}

impl<'a> Context<'a> {
    /// Read off the document once.
    pub fn new(framework: &'a Framework, document: &'a Document, today: Day) -> Self {
        let mut ids = Vec::with_capacity(framework.topics.len());
        for (place, topic) in framework.topics.0.iter().enumerate() {
            ids.push((topic.id.as_str(), place as u16));
        }
        let profile = document.profile();
        let years = profile.experience.get().copied();
        Self {
            framework,
            document,
            today,
            bearing: Bearing::of(framework, document),
            starting: profile.is_just_starting(today),
            experienced: years == Some(Experience::ThreeYearsOrMore),
            settled: years >= Some(Experience::OneToTwoYears),
            topics: Index::new(ids),
            whereabouts: Whereabouts::of(framework, document),
        }
    }

    /// A topic of the framework, by id.
    pub fn topic(&self, id: &str) -> Option<&'static Topic> {
        let place = self.topics.find(id)?;
        self.framework.topics.0.get(place)
    }

    /// A level's place in the ladder.
    pub fn level(&self, id: &LevelId) -> Option<usize> {
        let mut ladder = self.framework.ladder.iter();
        ladder.position(|level| level.id == *id)
    }

    /// The aim is the highest level, which looks at every competency again.
    pub fn aims_highest(&self) -> bool {
        self.bearing.aim_index + 1 == self.framework.ladder.len()
    }

    /// The title of the level that looks for the score the aim needs.
    pub fn looking(&self, place: u8) -> Text {
        if self.aims_highest() {
            self.bearing.aim.title
        } else {
            self.stage(place).title
        }
    }

    /// What the worker chose or added: after the career levels.
    pub fn chosen_place(&self) -> u8 {
        self.framework.ladder.len() as u8
    }

    /// The stage at a place: a career level, what was picked, or one of their own.
    pub fn stage(&self, place: u8) -> Stage {
        let title: Text = match self.framework.ladder.get(usize::from(place)) {
            Some(level) => level.title,
            None if place == self.chosen_place() => "What you picked",
            None => "Your own",
        };
        Stage { place, title }
    }

    /// The stage a section belongs to.
    pub fn section_place(&self, section: &Section) -> u8 {
        let level = section.level.as_ref().and_then(|id| self.level(id));
        level.map_or(self.chosen_place(), |place| place as u8)
    }
}

/// Asked of the employer by this tool's own rule: the framework does not say
/// who arranges it.
const ALSO_ARRANGED: &str = "local-induction/practice-network-and-team";

/// Who arranges a topic, where that is not the worker.
pub fn arranged_by(topic: &Topic) -> Option<ArrangedBy> {
    match topic.arranged_by {
        Some(ArrangedBy::Myself) => None,
        None if topic.id.as_str() == ALSO_ARRANGED => Some(ArrangedBy::Employer),
        other => other,
    }
}

/// The network's duty, not a qualification.
pub(super) fn is_duty(requirement: &Requirement) -> bool {
    requirement.kind == RequirementKind::Scheme
}

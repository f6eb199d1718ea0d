//! What every step looks at.

use crate::domain::dates::Day;
use crate::domain::document::{Document, Experience};
use crate::domain::framework::model::{ArrangedBy, Framework, Section, Standing, Text, Topic};
use crate::domain::framework::section_of;
use crate::domain::ids::LevelId;
use crate::domain::ladder::Bearing;

use super::model::Stage;

/// Stands for "none" in a list of places.
pub(super) const NONE: u16 = u16::MAX;

/// Places by id: a list sorted by a number made of the id, for thousands of
/// ids are looked up in every plan and most of them begin alike.
pub(super) struct Index<'a>(Vec<(u32, &'a str, u16)>);

impl<'a> Index<'a> {
    pub fn new(places: Vec<(&'a str, u16)>) -> Self {
        let mut keyed = Vec::with_capacity(places.len());
        for (id, place) in places {
            keyed.push((number(id), id, place));
        }
        keyed.sort_unstable();
        Self(keyed)
    }

    pub fn find(&self, id: &str) -> Option<usize> {
        let wanted = number(id);
        let from = self.0.partition_point(|(number, ..)| *number < wanted);
        let mut same = self.0[from..].iter().take_while(|it| it.0 == wanted);
        same.find(|it| it.1 == id).map(|it| usize::from(it.2))
    }
}

/// FNV-1a: short, and good enough to tell ids apart nearly always.
fn number(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |number, byte| {
        (number ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The framework and the document, seen from the role and the aim.
pub(super) struct View<'a> {
    pub framework: &'a Framework,
    pub document: &'a Document,
    pub today: Day,
    pub bearing: Bearing<'a>,
    pub starting: bool,
    pub topics: Index<'static>,
    /// For each topic, how much an answer to it weighs for this role and aim:
    /// 0 where nothing asks for it.
    pub weights: Vec<u16>,
}

/// A safety topic, a topic of the framework up to the aim, one to choose.
const SAFETY: u16 = 4;
const ASKED: u16 = 2;
const TO_CHOOSE: u16 = 1;

impl<'a> View<'a> {
    pub fn new(framework: &'a Framework, document: &'a Document, today: Day) -> Self {
        let bearing = Bearing::of(framework, document);
        let mut ids = Vec::with_capacity(framework.topics.len());
        let mut weights = Vec::with_capacity(framework.topics.len());
        let (mut section, mut weight) = ("", 0);
        for (place, topic) in framework.topics.0.iter().enumerate() {
            if section_of(&topic.id) != section {
                section = section_of(&topic.id);
                weight = framework
                    .section(section)
                    .map_or(0, |section| section_weight(framework, &bearing, section));
            }
            ids.push((topic.id.as_str(), place as u16));
            weights.push(if topic.safety && weight == ASKED {
                SAFETY
            } else {
                weight
            });
        }
        Self {
            framework,
            document,
            today,
            starting: document.profile().experience.get() == Some(&Experience::JustStarting),
            topics: Index::new(ids),
            weights,
            bearing,
        }
    }

    pub fn topic(&self, id: &str) -> Option<&'static Topic> {
        let place = self.topics.find(id)?;
        self.framework.topics.0.get(place)
    }

    /// A level's place in the ladder.
    pub fn level(&self, id: &LevelId) -> Option<usize> {
        level(self.framework, id)
    }

    /// The aim is the highest level, which looks at every competency again.
    pub fn aims_highest(&self) -> bool {
        self.bearing.aim_index + 1 == self.framework.ladder.len()
    }

    /// The level that looks for the score the aim needs.
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

fn level(framework: &Framework, id: &LevelId) -> Option<usize> {
    framework.ladder.iter().position(|level| level.id == *id)
}

fn section_weight(framework: &Framework, bearing: &Bearing, section: &Section) -> u16 {
    let role = section.roles.is_empty() || section.roles.contains(&bearing.role.id);
    let level = section.level.as_ref().and_then(|id| level(framework, id));
    match section.standing {
        Standing::Framework if level.is_some_and(|at| at <= bearing.aim_index) => ASKED,
        Standing::Chosen if role => TO_CHOOSE,
        _ => 0,
    }
}

/// Asked of the employer by this tool's own rule: the framework does not say
/// who arranges them.
const ALSO_ARRANGED: [&str; 2] = [
    "local-induction/practice-network-and-team",
    "local-induction/mandatory-training",
];

/// Who arranges a topic, where that is not the worker.
pub(super) fn arranged_by(topic: &Topic) -> Option<ArrangedBy> {
    match topic.arranged_by {
        Some(ArrangedBy::Myself) => None,
        None if ALSO_ARRANGED.contains(&topic.id.as_str()) => Some(ArrangedBy::Employer),
        other => other,
    }
}

//! Step 1. What to work on up to the aim: safety topics, requirements not met,
//! topics to learn, competencies below the score looked for, and what the
//! worker chose. Beside it, what is not rated and what is not answered.

use crate::domain::document::{RequirementStatus, SchemeFunded, TopicStatus};
use crate::domain::framework::model::{
    Competency, Requirement, RequirementKind, Section, Standing, Target, Text, Topic,
};
use crate::domain::framework::section_of;
use crate::domain::ladder::{State, competency_state, topic_state};
use crate::domain::score::Score;

use super::view::{Index, NONE, View};

/// One thing to work on.
#[derive(Clone, Copy)]
pub(super) struct Thing {
    pub what: What,
    pub why: Why,
    /// The place of the career level that asks for it.
    pub stage: u8,
}

#[derive(Clone, Copy)]
pub(super) enum What {
    Topic(&'static Topic),
    /// The score that stands, and the one looked for.
    Competency(&'static Competency, Score, Score),
    Requirement(&'static Requirement),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    NotYet,
    InProgress,
    /// Just starting, and not answered.
    Starting,
    /// A safety topic marked not relevant without a reason.
    NoReason,
    Chosen,
    Rated,
    NotMet,
    Unsure,
}

impl Thing {
    pub fn target(&self) -> Target {
        match self.what {
            What::Topic(topic) => Target::Topic(topic.id.clone()),
            What::Competency(competency, ..) => Target::Competency(competency.id.clone()),
            What::Requirement(requirement) => Target::Requirement(requirement.id.clone()),
        }
    }

    pub fn id(&self) -> &'static str {
        match self.what {
            What::Topic(topic) => topic.id.as_str(),
            What::Competency(competency, ..) => competency.id.as_str(),
            What::Requirement(requirement) => requirement.id.as_str(),
        }
    }

    pub fn title(&self) -> Text {
        match self.what {
            What::Topic(topic) => topic.title,
            What::Competency(competency, ..) => competency.title,
            What::Requirement(requirement) => requirement.title,
        }
    }

    pub fn is_safety(&self) -> bool {
        matches!(self.what, What::Topic(topic) if topic.safety)
    }

    /// The network's duty, not a qualification.
    pub fn is_duty(&self) -> bool {
        matches!(self.what, What::Requirement(it) if it.kind == RequirementKind::Scheme)
    }

    /// How much it counts: a competency by how far it is below.
    pub fn weight(&self) -> u16 {
        match self.what {
            What::Topic(topic) if topic.safety => 4,
            What::Topic(_) => 2,
            What::Competency(_, now, looks_for) => 2 * u16::from(looks_for.get() - now.get()),
            What::Requirement(_) => 3,
        }
    }
}

/// A competency to rate.
pub(super) struct ToRate {
    pub competency: &'static Competency,
    pub no_opportunity: bool,
}

/// A section with topics not answered, and how many.
#[derive(Clone, Copy)]
pub(super) struct GoThrough {
    pub section: &'static Section,
    pub count: usize,
}

/// Everything there is to do something about.
pub(super) struct WorkOn {
    pub things: Vec<Thing>,
    /// For each topic, competency and requirement of the role, its place among
    /// the things.
    pub of_topic: Vec<u16>,
    pub of_competency: Vec<u16>,
    pub of_requirement: Vec<u16>,
    /// Places among the things, by id.
    pub index: Index<'static>,
    pub rate: Vec<ToRate>,
    pub go_through: Vec<GoThrough>,
    /// Nothing wider is taken on, and the aim looks for it.
    pub wider: bool,
}

pub(super) fn find(view: &View) -> WorkOn {
    let mut work = WorkOn {
        things: Vec::new(),
        of_topic: vec![NONE; view.framework.topics.len()],
        of_competency: vec![NONE; view.framework.competencies.len()],
        of_requirement: vec![NONE; view.bearing.role.requirements.len()],
        index: Index::new(Vec::new()),
        rate: Vec::new(),
        go_through: Vec::new(),
        wider: false,
    };
    work.sections(view);
    work.chosen(view);
    work.competencies(view);
    work.requirements(view);
    work.index = index(&work.things);
    let wider = view.document.profile().wider.get();
    work.wider = view.aims_highest() && wider.is_some_and(|wider| wider.is_empty());
    work
}

fn index(things: &[Thing]) -> Index<'static> {
    let mut ids = Vec::with_capacity(things.len());
    for (place, thing) in things.iter().enumerate() {
        ids.push((thing.id(), place as u16));
    }
    Index::new(ids)
}

impl WorkOn {
    fn sections(&mut self, view: &View) {
        let (mut section, mut asked, mut stage) = (None::<&'static Section>, false, 0);
        let mut unanswered = 0;
        for (place, topic) in view.framework.topics.0.iter().enumerate() {
            let id = section_of(&topic.id);
            if section.is_none_or(|section| section.id.as_str() != id) {
                self.end_section(section, &mut unanswered);
                section = view
                    .framework
                    .sections
                    .0
                    .iter()
                    .find(|it| it.id.as_str() == id);
                asked = section.is_some_and(|it| it.standing == Standing::Framework)
                    && view.weights[place] > 0;
                stage = section.map_or(0, |section| view.section_place(section));
            }
            if !asked {
                continue;
            }
            match why(view, topic) {
                Answered::Open(why) => self.push_topic(view, place, why, stage),
                // Just starting: the induction and the core are to do.
                Answered::No if view.starting && stage <= 1 => {
                    self.push_topic(view, place, Why::Starting, stage);
                }
                Answered::No => unanswered += 1,
                Answered::Closed => {}
            }
        }
        self.end_section(section, &mut unanswered);
        // Sections are listed as a career goes, whatever the order of the data.
        let go_through = std::mem::take(&mut self.go_through);
        for level in view.bearing.levels(view.framework) {
            for section in &go_through {
                if level.sections.contains(&section.section.id) {
                    self.go_through.push(*section);
                }
            }
        }
    }

    fn end_section(&mut self, section: Option<&'static Section>, unanswered: &mut usize) {
        if let Some(section) = section
            && *unanswered > 0
        {
            let count = *unanswered;
            self.go_through.push(GoThrough { section, count });
        }
        *unanswered = 0;
    }

    /// What the worker picked, answered or not.
    fn chosen(&mut self, view: &View) {
        for id in view.document.profile().caseload.get().into_iter().flatten() {
            let Some(place) = view.topics.find(id.as_str()) else {
                continue;
            };
            let topic = &view.framework.topics.0[place];
            let is_here = self.of_topic[place] != NONE && self.is_own_place(place, topic);
            let why = match why(view, topic) {
                Answered::Open(why) => why,
                Answered::No => Why::Chosen,
                Answered::Closed => continue,
            };
            if !is_here {
                self.push_topic(view, place, why, view.chosen_place());
            }
        }
    }

    /// The topic is a thing itself, not only the same as one.
    fn is_own_place(&self, place: usize, topic: &Topic) -> bool {
        let thing = &self.things[usize::from(self.of_topic[place])];
        matches!(thing.what, What::Topic(it) if it.id == topic.id)
    }

    fn push_topic(&mut self, view: &View, place: usize, why: Why, stage: u8) {
        let at = self.things.len() as u16;
        let topic = &view.framework.topics.0[place];
        self.of_topic[place] = at;
        for same in &topic.same_as {
            if let Some(place) = view.topics.find(same.as_str())
                && self.of_topic[place] == NONE
            {
                self.of_topic[place] = at;
            }
        }
        let what = What::Topic(topic);
        self.things.push(Thing { what, why, stage });
    }

    fn competencies(&mut self, view: &View) {
        for (place, competency) in view.framework.competencies.0.iter().enumerate() {
            let Some(looks_for) = view
                .bearing
                .looks_for(view.framework, view.document, competency)
            else {
                continue;
            };
            let now = view.document.score(&competency.id);
            match (competency_state(view.document, competency, looks_for), now) {
                (State::ToWorkOn, Some(now)) => {
                    self.of_competency[place] = self.things.len() as u16;
                    let achieved = now >= view.document.achieved_at();
                    let stage = match view.level(&competency.level) {
                        Some(level) if !achieved => level,
                        _ => view.bearing.aim_index,
                    };
                    self.things.push(Thing {
                        what: What::Competency(competency, now, looks_for),
                        why: Why::Rated,
                        stage: stage as u8,
                    });
                }
                (State::NotAnswered | State::NoOpportunity, _) => self.rate.push(ToRate {
                    competency,
                    no_opportunity: competency_state(view.document, competency, looks_for)
                        == State::NoOpportunity,
                }),
                _ => {}
            }
        }
    }

    fn requirements(&mut self, view: &View) {
        let funded = view.document.profile().scheme_funded.get();
        for (place, requirement) in view.bearing.role.requirements.0.iter().enumerate() {
            let scheme = requirement.kind == RequirementKind::Scheme;
            // The scheme binds no network that does not use it.
            if scheme && funded == Some(&SchemeFunded::No) {
                continue;
            }
            let answer = view.document.requirement(&requirement.id);
            let why = match answer.and_then(|answer| answer.status) {
                Some(RequirementStatus::NotMet) => Why::NotMet,
                Some(RequirementStatus::Unsure) => Why::Unsure,
                // Somebody new in a post of the scheme is owed all of it (the
                // tool's rule).
                None if scheme && view.starting && funded == Some(&SchemeFunded::Yes) => {
                    Why::Starting
                }
                Some(RequirementStatus::Met | RequirementStatus::DoesNotApply) | None => continue,
            };
            self.of_requirement[place] = self.things.len() as u16;
            let what = What::Requirement(requirement);
            self.things.push(Thing {
                what,
                why,
                stage: 0,
            });
        }
    }
}

enum Answered {
    No,
    Open(Why),
    Closed,
}

fn why(view: &View, topic: &Topic) -> Answered {
    let answer = view
        .document
        .topic(&topic.id, &topic.same_as)
        .map(|(_, it)| it);
    match topic_state(view.document, topic) {
        State::NotAnswered | State::NoOpportunity => Answered::No,
        State::Done | State::SetAside => Answered::Closed,
        State::ToWorkOn => Answered::Open(match answer.and_then(|it| it.status) {
            Some(TopicStatus::InProgress) => Why::InProgress,
            // A safety topic, without a reason.
            Some(TopicStatus::NotRelevant) => Why::NoReason,
            _ => Why::NotYet,
        }),
    }
}

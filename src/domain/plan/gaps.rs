//! Step 1. What to work on: safety topics, requirements not met, topics to
//! learn, every competency that is weak, whatever the aim, and what the worker
//! chose. Beside it, what is not rated, what is not answered up to the aim, and
//! what was answered "not there yet" and asks for nothing by itself.

use crate::domain::document::{RequirementStatus, SchemeFunded, TopicStatus};
use crate::domain::framework::model::{
    Competency, Requirement, Section, Standing, Target, Text, Topic,
};
use crate::domain::framework::section_of;
use crate::domain::ladder::{State, competency_state, topic_state};
use crate::domain::score::Score;

use super::context::{Context, arranged_by, is_duty};
use super::index::{Index, NONE};
use super::model::{OpenBecause, StillOpen};

/// One thing to work on.
#[derive(Clone, Copy)]
pub(super) struct Gap {
    pub about: About,
    pub because: Because,
    /// The place of the career level that asks for it.
    pub stage: u8,
}

/// What is to be worked on.
#[derive(Clone, Copy)]
pub(super) enum About {
    Topic(&'static Topic),
    /// The score that stands, and the one expected.
    Competency(&'static Competency, Score, Score),
    Requirement(&'static Requirement),
}

/// The answer a gap follows from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Because {
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

impl Gap {
    /// What it is, as others name it.
    pub fn target(&self) -> Target {
        match self.about {
            About::Topic(topic) => Target::Topic(topic.id.clone()),
            About::Competency(competency, ..) => Target::Competency(competency.id.clone()),
            About::Requirement(requirement) => Target::Requirement(requirement.id.clone()),
        }
    }

    /// The id of what it is about.
    pub fn id(&self) -> &'static str {
        match self.about {
            About::Topic(topic) => topic.id.as_str(),
            About::Competency(competency, ..) => competency.id.as_str(),
            About::Requirement(requirement) => requirement.id.as_str(),
        }
    }

    /// The title of what it is about.
    pub fn title(&self) -> Text {
        match self.about {
            About::Topic(topic) => topic.title,
            About::Competency(competency, ..) => competency.title,
            About::Requirement(requirement) => requirement.title,
        }
    }

    /// It is a safety topic.
    pub fn is_safety(&self) -> bool {
        matches!(self.about, About::Topic(topic) if topic.safety)
    }

    /// It is a requirement that others must meet.
    pub fn is_duty(&self) -> bool {
        matches!(self.about, About::Requirement(it) if is_duty(it))
    }

    /// Others owe it: the employer, a professional, the network.
    pub fn is_owed(&self) -> bool {
        match self.about {
            About::Topic(topic) => arranged_by(topic).is_some(),
            About::Requirement(requirement) => is_duty(requirement),
            About::Competency(..) => false,
        }
    }

    /// How much it counts: a competency by how far it is below.
    pub fn weight(&self) -> u16 {
        match self.about {
            About::Topic(topic) if topic.safety => 4,
            About::Topic(_) => 2,
            About::Competency(_, now, expected) => 2 * u16::from(expected.get() - now.get()),
            About::Requirement(_) => 3,
        }
    }
}

/// A competency to rate.
pub(super) struct ToRate {
    pub competency: &'static Competency,
    pub no_opportunity: bool,
    /// The aim looks at it.
    pub of_aim: bool,
}

/// A section with topics not answered, and how many.
#[derive(Clone, Copy)]
pub(super) struct Unanswered {
    pub section: &'static Section,
    pub count: usize,
}

/// Everything there is to do something about.
pub(super) struct Gaps {
    pub all: Vec<Gap>,
    /// For each topic, competency and requirement of the role, its place in
    /// `all`.
    pub of_topic: Vec<u16>,
    pub of_competency: Vec<u16>,
    pub of_requirement: Vec<u16>,
    /// Places in `all`, by id.
    pub index: Index<'static>,
    pub rate: Vec<ToRate>,
    pub unanswered: Vec<Unanswered>,
    /// Nothing wider is taken on, and the aim looks for it.
    pub wider: bool,
    /// Answered "not there yet", and asking for nothing by itself.
    pub beside: Vec<StillOpen>,
}

/// The first step of a plan: all that the answers say is not there yet.
pub(super) fn find(context: &Context) -> Gaps {
    let mut gaps = Gaps {
        all: Vec::new(),
        of_topic: vec![NONE; context.framework.topics.len()],
        of_competency: vec![NONE; context.framework.competencies.len()],
        of_requirement: vec![NONE; context.bearing.role.requirements.len()],
        index: Index::new(Vec::new()),
        rate: Vec::new(),
        unanswered: Vec::new(),
        wider: false,
        beside: Vec::new(),
    };
    gaps.asked_topics(context);
    gaps.chosen_topics(context);
    gaps.other_topics(context);
    gaps.competencies(context);
    gaps.requirements(context);
    let ids = gaps.all.iter().enumerate();
    gaps.index = Index::new(ids.map(|(place, gap)| (gap.id(), place as u16)).collect());
    let wider = context.document.profile().wider.get();
    gaps.wider = context.aims_highest() && wider.is_some_and(|wider| wider.is_empty());
    gaps
}

/// A topic's section, found anew only where the section changes.
fn standing_of(context: &Context, topic: &Topic, last: &mut Option<&'static Section>) -> Standing {
    let id = section_of(&topic.id);
    if last.is_none_or(|section| section.id.as_str() != id) {
        let mut sections = context.framework.sections.0.iter();
        *last = sections.find(|it| it.id.as_str() == id);
    }
    last.map_or(Standing::Background, |section| section.standing)
}

impl Gaps {
    /// The framework's own sections: what is answered "not there yet" acts
    /// whatever the aim; what is not answered counts up to the aim.
    fn asked_topics(&mut self, context: &Context) {
        let mut section = None;
        let mut unanswered: Vec<Unanswered> = Vec::new();
        for (place, topic) in context.framework.topics.0.iter().enumerate() {
            if standing_of(context, topic, &mut section) != Standing::Framework {
                continue;
            }
            let Some(section) = section else { continue };
            let stage = context.section_place(section);
            match answered(context, topic) {
                Answered::Open(because) => self.push_topic(context, place, because, stage),
                // Just starting: the induction and the core are to do.
                Answered::No if context.starting && stage <= 1 => {
                    self.push_topic(context, place, Because::Starting, stage);
                }
                Answered::No => match unanswered.last_mut() {
                    Some(last) if last.section.id == section.id => last.count += 1,
                    _ => unanswered.push(Unanswered { section, count: 1 }),
                },
                Answered::Closed => {}
            }
        }
        // Sections are listed as a career goes, whatever the order of the data.
        for level in context.bearing.levels(context.framework) {
            for it in &unanswered {
                if level.sections.contains(&it.section.id) {
                    self.unanswered.push(*it);
                }
            }
        }
    }

    /// What the worker picked, answered or not.
    fn chosen_topics(&mut self, context: &Context) {
        let caseload = context.document.profile().caseload.get();
        for id in caseload.into_iter().flatten() {
            let Some(place) = context.topics.find(id.as_str()) else {
                continue;
            };
            let topic = &context.framework.topics.0[place];
            let is_here = self.of_topic[place] != NONE && self.is_own_place(place, topic);
            let because = match answered(context, topic) {
                Answered::Open(because) => because,
                Answered::No => Because::Chosen,
                Answered::Closed => continue,
            };
            if !is_here {
                self.push_topic(context, place, because, context.chosen_place());
            }
        }
    }

    /// Background, and what could have been picked: answered "not there yet",
    /// it is named, and asks for nothing until the worker adds it.
    fn other_topics(&mut self, context: &Context) {
        let mut section = None;
        for (place, topic) in context.framework.topics.0.iter().enumerate() {
            let standing = standing_of(context, topic, &mut section);
            if standing == Standing::Framework || self.of_topic[place] != NONE {
                continue;
            }
            if matches!(answered(context, topic), Answered::Open(_)) {
                self.beside.push(StillOpen {
                    target: Target::Topic(topic.id.clone()),
                    title: topic.title,
                    because: match standing {
                        Standing::Chosen => OpenBecause::NotPicked,
                        _ => OpenBecause::ForReading,
                    },
                });
            }
        }
    }

    /// The topic is a gap itself, not only the same as one.
    fn is_own_place(&self, place: usize, topic: &Topic) -> bool {
        let gap = &self.all[usize::from(self.of_topic[place])];
        matches!(gap.about, About::Topic(it) if it.id == topic.id)
    }

    fn push_topic(&mut self, context: &Context, place: usize, because: Because, stage: u8) {
        let at = self.all.len() as u16;
        let topic = &context.framework.topics.0[place];
        self.of_topic[place] = at;
        for same in &topic.same_as {
            if let Some(place) = context.topics.find(same.as_str())
                && self.of_topic[place] == NONE
            {
                self.of_topic[place] = at;
            }
        }
        self.all.push(Gap {
            about: About::Topic(topic),
            because,
            stage,
        });
    }

    fn competencies(&mut self, context: &Context) {
        let (framework, document) = (context.framework, context.document);
        for (place, competency) in framework.competencies.0.iter().enumerate() {
            let expected = context.bearing.expects(framework, document, competency);
            let looks_for = context.bearing.looks_for(framework, document, competency);
            let now = document.score(&competency.id);
            match (competency_state(document, competency, expected), now) {
                (State::ToWorkOn, Some(now)) => {
                    self.of_competency[place] = self.all.len() as u16;
                    let achieved = now >= document.achieved_at();
                    let stage = match context.level(&competency.level) {
                        Some(level) if !achieved => level,
                        _ => context.bearing.aim_index,
                    };
                    self.all.push(Gap {
                        about: About::Competency(competency, now, expected),
                        because: Because::Rated,
                        stage: stage as u8,
                    });
                }
                (State::NoOpportunity, _) => self.rate.push(ToRate {
                    competency,
                    no_opportunity: true,
                    of_aim: looks_for.is_some(),
                }),
                (State::NotAnswered, _) if looks_for.is_some() => self.rate.push(ToRate {
                    competency,
                    no_opportunity: false,
                    of_aim: true,
                }),
                _ => {}
            }
        }
    }

    fn requirements(&mut self, context: &Context) {
        let funded = context.document.profile().scheme_funded.get();
        for (place, requirement) in context.bearing.role.requirements.0.iter().enumerate() {
            let duty = is_duty(requirement);
            let answer = context.document.requirement(&requirement.id);
            let because = match answer.and_then(|answer| answer.status) {
                Some(RequirementStatus::NotMet) => Because::NotMet,
                Some(RequirementStatus::Unsure) => Because::Unsure,
                // Somebody new in a post of the scheme is owed all of it (the
                // tool's rule).
                None if duty && context.starting && funded == Some(&SchemeFunded::Yes) => {
                    Because::Starting
                }
                Some(RequirementStatus::Met | RequirementStatus::DoesNotApply) | None => continue,
            };
            // The scheme binds no network that does not use it.
            if duty && funded == Some(&SchemeFunded::No) {
                self.beside.push(StillOpen {
                    target: Target::Requirement(requirement.id.clone()),
                    title: requirement.title,
                    because: OpenBecause::NotBound,
                });
                continue;
            }
            self.of_requirement[place] = self.all.len() as u16;
            self.all.push(Gap {
                about: About::Requirement(requirement),
                because,
                stage: 0,
            });
        }
    }
}

enum Answered {
    No,
    Open(Because),
    Closed,
}

fn answered(context: &Context, topic: &Topic) -> Answered {
    match topic_state(context.document, topic) {
        State::NotAnswered | State::NoOpportunity => Answered::No,
        State::Done | State::SetAside => Answered::Closed,
        State::ToWorkOn => {
            let answer = context.document.topic(&topic.id, &topic.same_as);
            Answered::Open(match answer.and_then(|(_, it)| it.status) {
                Some(TopicStatus::InProgress) => Because::InProgress,
                // A safety topic, without a reason.
                Some(TopicStatus::NotRelevant) => Because::NoReason,
                _ => Because::NotYet,
            })
        }
    }
}

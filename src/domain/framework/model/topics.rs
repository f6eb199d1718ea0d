//! Sections of topics, and how each is learned (section 8, Appendices 2 and 3).

use serde::Deserialize;

use super::{List, Origin, Text};
use crate::domain::framework::packed::{Pack, Words, pack};
use crate::domain::ids::{LevelId, RoleId, SectionId, TopicId};

words! {
    /// What a section may ask of a worker.
    pub enum Standing {
        /// Can make something to work on, at or below the level aimed for.
        Framework,
        /// Only what the worker picks.
        Chosen,
        /// Reading, and a self-check for those who want one.
        Background,
    }
}

words! {
    /// A way of learning (Appendix 2, section 8).
    pub enum LearnedBy {
        InteractiveTraining,
        Coaching,
        Assessment,
        OnlineLearning,
        Reading,
        Shadowing,
        Doing,
        Supervision,
        PeerSupport,
        LearningSets,
        /// The employer or network shows or arranges it.
        Workplace,
    }
}

words! {
    /// Who arranges something (section 8, local induction).
    pub enum ArrangedBy {
        Employer,
        SkilledProfessional,
        PeerExpert,
        Myself,
    }
}

/// A group of topics. What is said of it is its `Description`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Section {
    pub id: SectionId,
    pub title: Text,
    pub standing: Standing,
    /// The career level that asks for it; none for chosen and background.
    #[serde(default)]
    pub level: Option<LevelId>,
    pub learned_by: List<LearnedBy>,
    pub learned_by_origin: Origin,
    /// The roles it is written for; empty for all.
    #[serde(default)]
    pub roles: List<RoleId>,
    pub source: Text,
}

/// One thing to know, do or have in place. What is said of it is its
/// `Description`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Topic {
    pub id: TopicId,
    pub title: Text,
    /// Who wrote the substance of its description: `tool` where the source only
    /// names the topic.
    #[serde(default)]
    pub origin: Origin,
    pub source: Text,
    /// A heading within the section.
    #[serde(default)]
    pub group: Option<Text>,
    /// Names only: the eleven mandatory subjects, the parts of a plan.
    #[serde(default)]
    pub items: List<Text>,
    /// The same thing in another section: one answer serves all. Never a
    /// safety topic and another, and never a caseload topic, which is about the
    /// people met now: being aware of a subject does not answer for it.
    #[serde(default)]
    pub same_as: List<TopicId>,
    /// Comes first in any plan while open.
    #[serde(default)]
    pub safety: bool,
    #[serde(default)]
    pub arranged_by: Option<ArrangedBy>,
    /// Dated remark: "As in March 2021 …".
    #[serde(default)]
    pub dated: Option<Text>,
}

pack!(Section: id title standing level learned_by learned_by_origin roles source);
pack!(Topic: id title origin source group items same_as safety arranged_by dated);

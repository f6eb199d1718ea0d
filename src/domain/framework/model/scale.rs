//! The scale, the six competencies it is used on, and the steps from one score
//! to the next (section 7, Appendix 6).

use serde::Deserialize;

use super::{List, Origin, Passage, Text};
use crate::domain::framework::packed::{Pack, Words, pack};
use crate::domain::ids::{CompetencyId, FeatureId, LevelId};

/// The Dreyfus scale (section 7, Table 2) and how to score with it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Scale {
    /// Six, 0 to 5, in order.
    pub levels: List<ScaleLevel>,
    /// The two prompts above the six statements.
    pub prompts: List<Passage>,
}

/// One score of the scale (Table 2).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct ScaleLevel {
    /// 0 to 5.
    pub score: u8,
    pub name: Text,
    pub descriptor: Text,
    pub source: Text,
}

/// One of the six assessed competencies (Appendix 6).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Competency {
    pub id: CompetencyId,
    pub title: Text,
    /// The career level that first assesses it (Table 1).
    pub level: LevelId,
    /// What it is, in a sentence or two.
    pub summary: Text,
    /// For ticking: "I can see it / partly / not there".
    pub features: List<Feature>,
    /// Six, 0 to 5, in order, in the first person.
    pub statements: List<Statement>,
    pub source: Text,
}

/// A key feature of a competency (Appendix 6).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Feature {
    pub id: FeatureId,
    pub text: Text,
}

/// One cell of a rubric, written anew in the first person (Appendix 6).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Statement {
    /// 0 to 5.
    pub score: u8,
    pub text: Text,
    pub source: Text,
}

/// What one score up asks for: things a person can do, drawn from the cells of
/// two scores side by side (Appendix 6). The tool's own, as `origin` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct StepUp {
    pub competency: CompetencyId,
    /// The score it starts from, 0 to 4.
    pub from: u8,
    /// Two to four things to do more, or to begin.
    pub steps: List<Text>,
    /// One thing to notice meanwhile, and what to do about it.
    pub watch_for: Text,
    /// The two cells.
    pub source: Text,
    pub origin: Origin,
}

pack!(Scale: levels prompts);
pack!(ScaleLevel: score name descriptor source);
pack!(Competency: id title level summary features statements source);
pack!(Feature: id text);
pack!(Statement: score text source);
pack!(StepUp: competency from steps watch_for source origin);

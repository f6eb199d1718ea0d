//! Career levels and their pay (Table 1, Appendix 4).

use serde::Deserialize;

use super::{List, Origin, Text};
use crate::domain::framework::packed::{Pack, Words, pack};
use crate::domain::ids::{CompetencyId, LevelId, SectionId};

/// A career level (Table 1), lowest first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct CareerLevel {
    pub id: LevelId,
    pub title: Text,
    /// The level's name in the framework, where the title is shortened.
    pub full_title: Text,
    pub about: Text,
    /// What its training is called: "Local induction", "Level 1".
    pub training: Text,
    /// The sections of topics it asks for.
    pub sections: List<SectionId>,
    /// The competencies it assesses.
    pub competencies: List<CompetencyId>,
    /// When the tool counts it as covered, in a sentence.
    pub covered_when: Text,
    /// Who says so: the framework, or the tool.
    pub covered_origin: Origin,
    /// "Agenda for Change Band 3"; a suggestion only.
    pub band: Text,
    /// Pounds a year in 2020–21, as the table gives it.
    pub pay: Text,
    pub source: Text,
}

/// Agenda for Change pay in 2020–21 (Appendix 4), always shown with its year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Pay {
    pub year: Text,
    /// Shown above every figure; the tool's own.
    pub warning: Text,
    pub text: List<Text>,
    pub bands: List<PayBand>,
    pub source: Text,
}

/// The rows of one pay band.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct PayBand {
    pub band: u8,
    pub rows: List<PayRow>,
}

/// Pay by years of experience.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct PayRow {
    /// "0–1", "7+".
    pub years: Text,
    /// Pounds an hour: "10.12".
    pub hourly: Text,
    /// Pounds a year.
    pub annual: u32,
}

pack!(CareerLevel: id title full_title about training sections competencies covered_when covered_origin band pay source);
pack!(Pay: year warning text bands source);
pack!(PayBand: band rows);
pack!(PayRow: years hourly annual);

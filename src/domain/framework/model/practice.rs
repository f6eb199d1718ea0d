//! What a worker uses day by day, and the documents reviewed (section 8, Appendices 2 and 5).

use serde::Deserialize;

use super::{List, Origin, Passage, Text};
use crate::domain::framework::packed::{Pack, Words, pack};
use crate::domain::ids::ResourceId;

/// What a worker uses day by day (section 8, local induction; Appendices 2 and 5).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Practice {
    pub outcome_tools: List<OutcomeTool>,
    pub referral_codes: ReferralCodes,
    pub directories: List<Directory>,
    pub apprenticeship: Passage,
    /// The parts of a personalised plan (Appendix 2), seven.
    pub personalised_plan: Passage,
}

/// A tool to measure what changes for a person (section 8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct OutcomeTool {
    pub id: Text,
    pub title: Text,
    pub short: Text,
    pub text: Text,
    pub licence: Text,
    #[serde(default)]
    pub cost: Option<Text>,
    #[serde(default)]
    pub training: Option<Text>,
    /// Resources that teach it or describe it.
    #[serde(default)]
    pub resources: List<ResourceId>,
    #[serde(default)]
    pub origin: Origin,
    pub source: Text,
}

/// The SNOMED codes for social prescribing and when each is used (section 8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct ReferralCodes {
    pub text: List<Text>,
    /// What this tool adds to `text`; shown as the tool's own.
    #[serde(default)]
    pub own: List<Text>,
    pub dated: Text,
    /// Referral, decline, no code.
    pub uses: List<CodeUse>,
    pub source: Text,
}

/// One code and when it is used.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct CodeUse {
    pub id: Text,
    pub title: Text,
    /// The SNOMED code; none for "no code".
    #[serde(default)]
    pub code: Option<Text>,
    /// The code's own name.
    #[serde(default)]
    pub name: Option<Text>,
    pub text: Text,
    pub when: List<Text>,
}

/// An online directory (section 8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Directory {
    pub id: Text,
    pub title: Text,
    /// None for one not yet launched in March 2021.
    #[serde(default)]
    pub resource: Option<ResourceId>,
    pub text: Text,
    pub launched: bool,
    pub source: Text,
}

/// A document reviewed for Appendix 2.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Reference {
    pub id: Text,
    pub title: Text,
    /// Who published it.
    pub provider: Text,
    /// "2017, addendum 2020", where the source says.
    #[serde(default)]
    pub date: Option<Text>,
    /// Where to find it.
    #[serde(default)]
    pub resource: Option<ResourceId>,
    pub source: Text,
}

pack!(Practice: outcome_tools referral_codes directories apprenticeship personalised_plan);
pack!(OutcomeTool: id title short text licence cost training resources origin source);
pack!(ReferralCodes: text own dated uses source);
pack!(CodeUse: id title code name text when);
pack!(Directory: id title resource text launched source);
pack!(Reference: id title provider date resource source);

//! The framework as data: read-only, bundled, checked as a whole by tests.
//! The shapes here are those of the JSON files in `data/`, so that a training
//! lead can correct a sentence there without reading Rust.
//!
//! `build.rs` reads the JSON into these types and packs it; the program only
//! unpacks it, and carries no code to read JSON for it.

use serde::Deserialize;

use super::packed::{Pack, Words, pack};
pub use super::text::{List, Text};
use crate::domain::ids::{
    CompetencyId, FeatureId, LevelId, RequirementId, ResourceId, RoleId, SectionId, TopicId,
};

/// An enum of words, packed as its place among them.
macro_rules! words {
    ($(#[$attr:meta])* pub enum $name:ident { $($(#[$variant_attr:meta])* $variant:ident,)+ }) => {
        $(#[$attr])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$variant_attr])* $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
        }

        impl Pack for $name {
            fn pack(&self, out: &mut String) {
                (*self as u32).pack(out);
            }
            fn unpack(words: &mut Words) -> Self {
                Self::ALL[words.number() as usize]
            }
        }
    };
}

/// The whole framework. Each field is one file (or one folder) of `data/`.
#[derive(Clone, Debug)]
pub struct Framework {
    pub about: About,
    pub scale: Scale,
    pub competencies: List<Competency>,
    pub ladder: List<CareerLevel>,
    pub pay: Pay,
    pub roles: List<Role>,
    pub sections: List<Section>,
    pub topics: List<Topic>,
    pub resources: List<Resource>,
    pub practice: Practice,
    pub references: List<Reference>,
}

words! {
    /// Who says something: the framework, or this tool where the framework is silent.
    #[derive(Default)]
    pub enum Origin {
        #[default]
        Framework,
        Tool,
    }
}

/// A short piece of reading with its place in the framework.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Passage {
    pub id: Text,
    pub title: Text,
    /// Paragraphs.
    pub text: List<Text>,
    /// Names only, shown as a list below the text.
    #[serde(default)]
    pub items: List<Text>,
    pub source: Text,
    #[serde(default)]
    pub origin: Origin,
}

/// What the framework is and is for (sections 1–6), and how this tool differs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct About {
    /// Names the framework in every saved file.
    pub id: Text,
    pub title: Text,
    pub version: Text,
    /// `YYYY-MM`.
    pub published: Text,
    /// Whose text it is, who endorsed it, and that this tool is not endorsed.
    pub copyright: Text,
    pub purpose: List<Passage>,
    pub kinds_of_training: List<Passage>,
    pub somerset_model: List<Passage>,
    pub logic_model: List<Passage>,
    /// How this differs from the official wording.
    pub differences: List<Passage>,
}

/// The Dreyfus scale (section 7, Table 2) and how to score with it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Scale {
    /// Six, 0 to 5, in order.
    pub levels: List<ScaleLevel>,
    pub how_to_score: List<Passage>,
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
    /// For reading.
    pub interactions: List<Text>,
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
    /// Shown above every figure.
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

/// A role and what Appendix 1 says of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Role {
    pub id: RoleId,
    pub title: Text,
    /// Other names people know the role by.
    pub also_called: List<Text>,
    pub text: List<Text>,
    /// `tool` where the framework's levels are this tool's extension to the role.
    pub levels_origin: Origin,
    pub requirements: List<Requirement>,
    pub responsibilities: List<Responsibility>,
    /// What the network owes people in this role.
    pub owed: List<Responsibility>,
    pub source: Text,
}

/// What a primary care network must make sure of, or a sample job description asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Requirement {
    pub id: RequirementId,
    pub kind: RequirementKind,
    pub title: Text,
    pub text: Text,
    /// What meets it.
    pub met_when: Text,
    /// Never finished: a peer network, supervision, a code of ethics, a partnership.
    pub ongoing: bool,
    /// What a worker can do about it when it is not met.
    pub how: Text,
    pub source: Text,
}

words! {
    /// Where a requirement comes from.
    pub enum RequirementKind {
        /// The additional roles scheme, 2020/21: the network's duty.
        Scheme,
        /// The sample person specification, essential.
        Essential,
        /// The sample person specification, desirable.
        Desirable,
    }
}

/// A duty of the role, or one that is owed to it; for reading.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Responsibility {
    pub id: Text,
    /// "Key responsibilities", "Wider responsibilities".
    pub group: Text,
    pub text: Text,
    pub source: Text,
}

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

/// A group of topics.
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
    pub text: List<Text>,
    /// The roles it is written for; empty for all.
    #[serde(default)]
    pub roles: List<RoleId>,
    pub source: Text,
}

/// One thing to know, do or have in place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Topic {
    pub id: TopicId,
    pub title: Text,
    /// One or two plain sentences.
    pub text: Text,
    /// Who wrote the substance of `text`: `tool` where the source only names the topic.
    #[serde(default)]
    pub origin: Origin,
    pub source: Text,
    /// A heading within the section.
    #[serde(default)]
    pub group: Option<Text>,
    /// Names only: the eleven mandatory subjects, the parts of a plan.
    #[serde(default)]
    pub items: List<Text>,
    /// The same thing in another section: one answer serves all.
    #[serde(default)]
    pub same_as: List<TopicId>,
    /// Comes first in any plan while open.
    #[serde(default)]
    pub safety: bool,
    #[serde(default)]
    pub arranged_by: Option<ArrangedBy>,
    /// How to learn it at work; the only way where no resource covers it.
    /// One sentence, unlike any other topic's.
    #[serde(default)]
    pub on_the_job: Option<Text>,
    /// Dated remark: "As in March 2021 …".
    #[serde(default)]
    pub dated: Option<Text>,
}

words! {
    /// What kind of thing a resource is.
    pub enum Kind {
        ELearning,
        Course,
        Video,
        Website,
        Document,
        Tool,
        Forum,
        Organisation,
        Service,
    }
}

words! {
    /// Who a resource is for. Only training for the worker enters a plan.
    pub enum Audience {
        /// Training or reading for the worker.
        Worker,
        /// A service or directory a worker tells people about.
        Service,
        /// Material for the people supported.
        PeopleSupported,
        /// A document behind the framework, for reference.
        Reference,
    }
}

words! {
    /// Where a resource can be used.
    pub enum Area {
        Somerset,
        SouthWest,
        England,
    }
}

words! {
    /// How much of a worker's time a resource takes.
    pub enum Band {
        UnderAnHour,
        HalfADay,
        ADayOrMore,
        Ongoing,
    }
}

/// An effort band and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Effort {
    pub band: Band,
    pub origin: Origin,
}

/// A web address, as listed in March 2021.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Address {
    pub url: Text,
    /// What is found there, where a resource has more than one address.
    #[serde(default)]
    pub label: Option<Text>,
}

/// What a resource helps with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    Topic(TopicId),
    Competency(CompetencyId),
    /// The source links the resource to a whole section: one link, not fourteen.
    Section(SectionId),
    Requirement(RequirementId),
}

impl Pack for Target {
    fn pack(&self, out: &mut String) {
        let kind = match self {
            Target::Topic(_) => 0u32,
            Target::Competency(_) => 1,
            Target::Section(_) => 2,
            Target::Requirement(_) => 3,
        };
        kind.pack(out);
        out.push_str(self.id());
        out.push('\u{1f}');
    }
    fn unpack(words: &mut Words) -> Self {
        let (kind, id) = (words.number(), words.word());
        match kind {
            0 => Target::Topic(TopicId::known(id)),
            1 => Target::Competency(CompetencyId::known(id)),
            2 => Target::Section(SectionId::known(id)),
            _ => Target::Requirement(RequirementId::known(id)),
        }
    }
}

impl Target {
    /// The id as text, whatever it is an id of.
    pub fn id(&self) -> &str {
        match self {
            Self::Topic(id) => id.as_str(),
            Self::Competency(id) => id.as_str(),
            Self::Section(id) => id.as_str(),
            Self::Requirement(id) => id.as_str(),
        }
    }
}

/// A link from a resource to what it helps with.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Cover {
    pub target: Target,
    pub origin: Origin,
    /// What in the resource teaches it; always there where the tool says so.
    #[serde(default)]
    pub teaches: Option<Text>,
}

/// Something to learn from, use or know of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Resource {
    pub id: ResourceId,
    pub title: Text,
    pub provider: Text,
    pub kind: Kind,
    pub audience: Audience,
    pub area: Area,
    /// The career level it is listed under; none for caseload training and references.
    #[serde(default)]
    pub level: Option<LevelId>,
    /// The roles it is meant for; empty for all.
    #[serde(default)]
    pub roles: List<RoleId>,
    /// What it offers, in a sentence or two.
    pub text: Text,
    #[serde(default)]
    pub addresses: List<Address>,
    /// Names of its parts, where the source lists them.
    #[serde(default)]
    pub parts: List<Text>,
    #[serde(default)]
    pub duration: Option<Text>,
    #[serde(default)]
    pub sessions: Option<u16>,
    #[serde(default)]
    pub cost: Option<Text>,
    #[serde(default)]
    pub licence: Option<Text>,
    /// What the provider must be: "PCI-listed".
    #[serde(default)]
    pub provider_rule: Option<Text>,
    /// Open to the voluntary sector and social care too (section 6).
    #[serde(default)]
    pub open_to_all_sectors: bool,
    pub effort: Effort,
    #[serde(default)]
    pub covers: List<Cover>,
    pub source: Text,
    /// Dated remark: "As in March 2021 …".
    #[serde(default)]
    pub dated: Option<Text>,
}

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

pack!(Framework: about scale competencies ladder pay roles sections topics resources practice references);
pack!(Passage: id title text items source origin);
pack!(About: id title version published copyright purpose kinds_of_training somerset_model logic_model differences);
pack!(Scale: levels how_to_score prompts);
pack!(ScaleLevel: score name descriptor source);
pack!(Competency: id title level summary features interactions statements source);
pack!(Feature: id text);
pack!(Statement: score text source);
pack!(CareerLevel: id title full_title about training sections competencies covered_when covered_origin band pay source);
pack!(Pay: year warning text bands source);
pack!(PayBand: band rows);
pack!(PayRow: years hourly annual);
pack!(Role: id title also_called text levels_origin requirements responsibilities owed source);
pack!(Requirement: id kind title text met_when ongoing how source);
pack!(Responsibility: id group text source);
pack!(Section: id title standing level learned_by learned_by_origin text roles source);
pack!(Topic: id title text origin source group items same_as safety arranged_by on_the_job dated);
pack!(Effort: band origin);
pack!(Address: url label);
pack!(Cover: target origin teaches);
pack!(Resource: id title provider kind audience area level roles text addresses parts duration sessions cost licence provider_rule open_to_all_sectors effort covers source dated);
pack!(Practice: outcome_tools referral_codes directories apprenticeship personalised_plan);
pack!(OutcomeTool: id title short text licence cost training resources origin source);
pack!(ReferralCodes: text dated uses source);
pack!(CodeUse: id title code name text when);
pack!(Directory: id title resource text launched source);
pack!(Reference: id title provider date resource source);

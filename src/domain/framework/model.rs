//! The framework as data: read-only, bundled, checked as a whole by tests.
//! The shapes here are those of the JSON files in `data/`, so that a training
//! lead can correct a sentence there without reading Rust.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{
    CompetencyId, FeatureId, LevelId, RequirementId, ResourceId, RoleId, SectionId, TopicId,
};

/// The whole framework. Each field is one file (or one folder) of `data/`.
#[derive(Clone, Debug)]
pub struct Framework {
    pub about: About,
    pub scale: Scale,
    pub competencies: Vec<Competency>,
    pub ladder: Vec<CareerLevel>,
    pub pay: Pay,
    pub roles: Vec<Role>,
    pub sections: Vec<Section>,
    pub topics: Vec<Topic>,
    pub resources: Vec<Resource>,
    pub practice: Practice,
    pub references: Vec<Reference>,
}

/// Who says something: the framework, or this tool where the framework is silent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    #[default]
    Framework,
    Tool,
}

/// A short piece of reading with its place in the framework.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    pub id: String,
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Names only, shown as a list below the text.
    #[serde(default)]
    pub items: Vec<String>,
    pub source: String,
    #[serde(default)]
    pub origin: Origin,
}

/// What the framework is and is for (sections 1–6), and how this tool differs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Names the framework in every saved file.
    pub id: String,
    pub title: String,
    pub version: String,
    /// `YYYY-MM`.
    pub published: String,
    /// Whose text it is, who endorsed it, and that this tool is not endorsed.
    pub copyright: String,
    pub purpose: Vec<Passage>,
    pub kinds_of_training: Vec<Passage>,
    pub somerset_model: Vec<Passage>,
    pub logic_model: Vec<Passage>,
    /// How this differs from the official wording.
    pub differences: Vec<Passage>,
}

/// The Dreyfus scale (section 7, Table 2) and how to score with it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Six, 0 to 5, in order.
    pub levels: Vec<ScaleLevel>,
    pub how_to_score: Vec<Passage>,
    /// The two prompts above the six statements.
    pub prompts: Vec<Passage>,
}

/// One score of the scale (Table 2).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScaleLevel {
    /// 0 to 5.
    pub score: u8,
    pub name: String,
    pub descriptor: String,
    pub source: String,
}

/// One of the six assessed competencies (Appendix 6).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    pub id: CompetencyId,
    pub title: String,
    /// The career level that first assesses it (Table 1).
    pub level: LevelId,
    /// What it is, in a sentence or two.
    pub summary: String,
    /// For ticking: "I can see it / partly / not there".
    pub features: Vec<Feature>,
    /// For reading.
    pub interactions: Vec<String>,
    /// Six, 0 to 5, in order, in the first person.
    pub statements: Vec<Statement>,
    pub source: String,
}

/// A key feature of a competency (Appendix 6).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Feature {
    pub id: FeatureId,
    pub text: String,
}

/// One cell of a rubric, written anew in the first person (Appendix 6).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// 0 to 5.
    pub score: u8,
    pub text: String,
    pub source: String,
}

/// A career level (Table 1), lowest first.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CareerLevel {
    pub id: LevelId,
    pub title: String,
    /// The level's name in the framework, where the title is shortened.
    pub full_title: String,
    pub about: String,
    /// What its training is called: "Local induction", "Level 1".
    pub training: String,
    /// The sections of topics it asks for.
    pub sections: Vec<SectionId>,
    /// The competencies it assesses.
    pub competencies: Vec<CompetencyId>,
    /// When the tool counts it as covered, in a sentence.
    pub covered_when: String,
    /// Who says so: the framework, or the tool.
    pub covered_origin: Origin,
    /// "Agenda for Change Band 3"; a suggestion only.
    pub band: String,
    /// Pounds a year in 2020–21, as the table gives it.
    pub pay: String,
    pub source: String,
}

/// Agenda for Change pay in 2020–21 (Appendix 4), always shown with its year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    pub year: String,
    /// Shown above every figure.
    pub warning: String,
    pub text: Vec<String>,
    pub bands: Vec<PayBand>,
    pub source: String,
}

/// The rows of one pay band.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayBand {
    pub band: u8,
    pub rows: Vec<PayRow>,
}

/// Pay by years of experience.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayRow {
    /// "0–1", "7+".
    pub years: String,
    /// Pounds an hour: "10.12".
    pub hourly: String,
    /// Pounds a year.
    pub annual: u32,
}

/// A role and what Appendix 1 says of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: RoleId,
    pub title: String,
    /// Other names people know the role by.
    pub also_called: Vec<String>,
    pub text: Vec<String>,
    /// `tool` where the framework's levels are this tool's extension to the role.
    pub levels_origin: Origin,
    pub requirements: Vec<Requirement>,
    pub responsibilities: Vec<Responsibility>,
    /// What the network owes people in this role.
    pub owed: Vec<Responsibility>,
    pub source: String,
}

/// What a primary care network must make sure of, or a sample job description asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    pub id: RequirementId,
    pub kind: RequirementKind,
    pub title: String,
    pub text: String,
    /// What meets it.
    pub met_when: String,
    /// Never finished: a peer network, supervision, a code of ethics, a partnership.
    pub ongoing: bool,
    /// What a worker can do about it when it is not met.
    pub how: String,
    pub source: String,
}

/// Where a requirement comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequirementKind {
    /// The additional roles scheme, 2020/21: the network's duty.
    Scheme,
    /// The sample person specification, essential.
    Essential,
    /// The sample person specification, desirable.
    Desirable,
}

/// A duty of the role, or one that is owed to it; for reading.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Responsibility {
    pub id: String,
    /// "Key responsibilities", "Wider responsibilities".
    pub group: String,
    pub text: String,
    pub source: String,
}

/// What a section may ask of a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Can make something to work on, at or below the level aimed for.
    Framework,
    /// Only what the worker picks.
    Chosen,
    /// Reading, and a self-check for those who want one.
    Background,
}

/// A way of learning (Appendix 2, section 8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// Who arranges something (section 8, local induction).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArrangedBy {
    Employer,
    SkilledProfessional,
    PeerExpert,
    Myself,
}

/// A group of topics.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: SectionId,
    pub title: String,
    pub standing: Standing,
    /// The career level that asks for it; none for chosen and background.
    #[serde(default)]
    pub level: Option<LevelId>,
    pub learned_by: Vec<LearnedBy>,
    pub learned_by_origin: Origin,
    pub text: Vec<String>,
    /// The roles it is written for; empty for all.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    pub source: String,
}

/// One thing to know, do or have in place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: TopicId,
    pub title: String,
    /// One or two plain sentences.
    pub text: String,
    /// Who wrote the substance of `text`: `tool` where the source only names the topic.
    #[serde(default)]
    pub origin: Origin,
    pub source: String,
    /// A heading within the section.
    #[serde(default)]
    pub group: Option<String>,
    /// Names only: the eleven mandatory subjects, the parts of a plan.
    #[serde(default)]
    pub items: Vec<String>,
    /// The same thing in another section: one answer serves all.
    #[serde(default)]
    pub same_as: Vec<TopicId>,
    /// Comes first in any plan while open.
    #[serde(default)]
    pub safety: bool,
    #[serde(default)]
    pub arranged_by: Option<ArrangedBy>,
    /// How to learn it at work; the only way where no resource covers it.
    /// One sentence, unlike any other topic's.
    #[serde(default)]
    pub on_the_job: Option<String>,
    /// Dated remark: "As in March 2021 …".
    #[serde(default)]
    pub dated: Option<String>,
}

/// What kind of thing a resource is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// Who a resource is for. Only training for the worker enters a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
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

/// Where a resource can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    Somerset,
    SouthWest,
    England,
}

/// How much of a worker's time a resource takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    UnderAnHour,
    HalfADay,
    ADayOrMore,
    Ongoing,
}

/// An effort band and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effort {
    pub band: Band,
    pub origin: Origin,
}

/// A web address, as listed in March 2021.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    pub url: String,
    /// What is found there, where a resource has more than one address.
    #[serde(default)]
    pub label: Option<String>,
}

/// What a resource helps with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    Topic(TopicId),
    Competency(CompetencyId),
    /// The source links the resource to a whole section: one link, not fourteen.
    Section(SectionId),
    Requirement(RequirementId),
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
#[serde(deny_unknown_fields)]
pub struct Cover {
    pub target: Target,
    pub origin: Origin,
    /// What in the resource teaches it; always there where the tool says so.
    #[serde(default)]
    pub teaches: Option<String>,
}

/// Something to learn from, use or know of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    pub id: ResourceId,
    pub title: String,
    pub provider: String,
    pub kind: Kind,
    pub audience: Audience,
    pub area: Area,
    /// The career level it is listed under; none for caseload training and references.
    #[serde(default)]
    pub level: Option<LevelId>,
    /// The roles it is meant for; empty for all.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// What it offers, in a sentence or two.
    pub text: String,
    #[serde(default)]
    pub addresses: Vec<Address>,
    /// Names of its parts, where the source lists them.
    #[serde(default)]
    pub parts: Vec<String>,
    #[serde(default)]
    pub duration: Option<String>,
    #[serde(default)]
    pub sessions: Option<u16>,
    #[serde(default)]
    pub cost: Option<String>,
    #[serde(default)]
    pub licence: Option<String>,
    /// What the provider must be: "PCI-listed".
    #[serde(default)]
    pub provider_rule: Option<String>,
    /// Open to the voluntary sector and social care too (section 6).
    #[serde(default)]
    pub open_to_all_sectors: bool,
    pub effort: Effort,
    #[serde(default)]
    pub covers: Vec<Cover>,
    pub source: String,
    /// Dated remark: "As in March 2021 …".
    #[serde(default)]
    pub dated: Option<String>,
}

/// What a worker uses day by day (section 8, local induction; Appendices 2 and 5).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    pub outcome_tools: Vec<OutcomeTool>,
    pub referral_codes: ReferralCodes,
    pub directories: Vec<Directory>,
    pub apprenticeship: Passage,
    /// The parts of a personalised plan (Appendix 2), seven.
    pub personalised_plan: Passage,
}

/// A tool to measure what changes for a person (section 8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeTool {
    pub id: String,
    pub title: String,
    pub short: String,
    pub text: String,
    pub licence: String,
    #[serde(default)]
    pub cost: Option<String>,
    #[serde(default)]
    pub training: Option<String>,
    /// Resources that teach it or describe it.
    #[serde(default)]
    pub resources: Vec<ResourceId>,
    #[serde(default)]
    pub origin: Origin,
    pub source: String,
}

/// The SNOMED codes for social prescribing and when each is used (section 8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralCodes {
    pub text: Vec<String>,
    pub dated: String,
    /// Referral, decline, no code.
    pub uses: Vec<CodeUse>,
    pub source: String,
}

/// One code and when it is used.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeUse {
    pub id: String,
    pub title: String,
    /// The SNOMED code; none for "no code".
    #[serde(default)]
    pub code: Option<String>,
    /// The code's own name.
    #[serde(default)]
    pub name: Option<String>,
    pub text: String,
    pub when: Vec<String>,
}

/// An online directory (section 8).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Directory {
    pub id: String,
    pub title: String,
    /// None for one not yet launched in March 2021.
    #[serde(default)]
    pub resource: Option<ResourceId>,
    pub text: String,
    pub launched: bool,
    pub source: String,
}

/// A document reviewed for Appendix 2.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub id: String,
    pub title: String,
    /// Who published it.
    pub provider: String,
    /// "2017, addendum 2020", where the source says.
    #[serde(default)]
    pub date: Option<String>,
    /// Where to find it.
    #[serde(default)]
    pub resource: Option<ResourceId>,
    pub source: String,
}

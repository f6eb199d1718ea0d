//! What helps to learn, and with what (section 8, Appendix 5).

use serde::Deserialize;

use super::{HostWords, LearnedBy, List, Origin, Text};
use crate::domain::framework::packed::{Pack, Words, pack};
use crate::domain::ids::{
    CompetencyId, LevelId, RequirementId, ResourceId, RoleId, SectionId, TopicId,
};

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

impl Kind {
    /// The ways of learning it offers, to set beside those its section gives.
    pub fn learned_by(self) -> &'static [LearnedBy] {
        match self {
            Kind::ELearning => &[LearnedBy::OnlineLearning],
            Kind::Course => &[LearnedBy::InteractiveTraining, LearnedBy::Coaching],
            Kind::Video | Kind::Website | Kind::Organisation => {
                &[LearnedBy::OnlineLearning, LearnedBy::Reading]
            }
            Kind::Document => &[LearnedBy::Reading],
            Kind::Tool => &[LearnedBy::Reading, LearnedBy::Doing],
            Kind::Forum => &[
                LearnedBy::PeerSupport,
                LearnedBy::LearningSets,
                LearnedBy::Supervision,
            ],
            Kind::Service => &[],
        }
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
        /// Where the host of the site is: only in a local pack.
        Local,
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
    /// The source links the resource to a whole section: one link, not
    /// fourteen. Where the section's level assesses competencies, the source
    /// lists it beside those too.
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
    /// The part of a section, by the heading of its topics, where the source
    /// lists the resource for that part alone.
    #[serde(default)]
    pub group: Option<Text>,
    pub origin: Origin,
    /// What in the resource teaches it; always there where the tool says so.
    #[serde(default)]
    pub teaches: Option<Text>,
}

/// Something to learn from, use or know of. What it offers, as far as the
/// source says, is its `Description`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Resource {
    pub id: ResourceId,
    pub title: Text,
    pub provider: Text,
    pub kind: Kind,
    pub audience: Audience,
    pub area: Area,
    /// The career level it is listed under; none for caseload training, for
    /// references and for what section 6 lists for everybody.
    #[serde(default)]
    pub level: Option<LevelId>,
    /// The roles it is meant for; empty for all.
    #[serde(default)]
    pub roles: List<RoleId>,
    /// Its title or its description calls it an introduction, the basics or a
    /// foundation: not for somebody with years in the role.
    #[serde(default)]
    pub introductory: bool,
    #[serde(default)]
    pub addresses: List<Address>,
    /// Its parts, where the source lists them: names, or sentences told anew.
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
    /// What the host of the site says of it.
    #[serde(skip)]
    pub host: Option<&'static HostWords>,
}

pack!(Effort: band origin);
pack!(Address: url label);
pack!(Cover: target group origin teaches);
pack!(Resource: id title provider kind audience area level roles introductory addresses parts duration sessions cost licence provider_rule open_to_all_sectors effort covers source dated; host);

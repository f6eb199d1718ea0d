//! The three roles: what is required of them and owed to them (Appendix 1).

use serde::Deserialize;

use super::{List, Origin, Text};
use crate::domain::framework::packed::{Pack, Words, pack};
use crate::domain::ids::{RequirementId, RoleId};

/// A role and what Appendix 1 says of it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Role {
    pub id: RoleId,
    pub title: Text,
    /// Other names people know the role by.
    pub also_called: List<Text>,
    /// What the source says of it.
    pub text: List<Text>,
    /// What this tool adds to `text`; shown after it, as the tool's own.
    #[serde(default)]
    pub own: List<Text>,
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
    /// `tool` where `met_when` says more than the source does.
    pub met_when_origin: Origin,
    /// Never finished: a peer network, supervision, a code of ethics, a partnership.
    pub ongoing: bool,
    /// What a worker can do about it when it is not met; always the tool's own.
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

pack!(Role: id title also_called text own levels_origin requirements responsibilities owed source);
pack!(Requirement: id kind title text met_when met_when_origin ongoing how source);
pack!(Responsibility: id group text source);

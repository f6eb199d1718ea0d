//! What a file has besides the document: what it says about itself, and the
//! plan written out.

use super::FrameworkName;
use crate::domain::dates::{Moment, Month};
use crate::domain::document::ActionStatus;
use crate::domain::ids::{ActionId, LevelId};
use crate::domain::score::Score;
use crate::domain::web_address::WebAddress;

/// Stands in every plan and backup.
pub const NOT_A_VERDICT: &str = "A self-assessment for development; not an assessment by an \
     employer, not for pay or capability decisions.";

/// What a file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub created: Moment,
    /// The program's name and version; at most 100 UTF-16 units.
    pub app: String,
    pub framework: FrameworkName,
}

/// The plan as a file shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenPlan {
    /// The career level it was made for, where the worker has chosen none: a
    /// reader's file may not say enough to suppose the same.
    pub supposed_aim: Option<LevelId>,
    /// In order.
    pub actions: Vec<WrittenAction>,
}

/// One action of a plan as a file shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAction {
    pub id: ActionId,
    pub kind: String,
    pub title: String,
    /// A sentence each.
    pub why: Vec<String>,
    /// What to do for it, a sentence each.
    pub how: Vec<String>,
    /// The worker's score of the competency it practises.
    pub score: Option<Score>,
    pub resource: Option<WrittenResource>,
    pub status: Option<ActionStatus>,
    pub due: Option<Month>,
    /// The month is this tool's suggestion, not the worker's choice.
    pub suggested: bool,
    /// The worker's; left out of a plan unless ticked.
    pub notes: String,
}

/// What an action learns from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenResource {
    pub title: String,
    pub provider: String,
    pub url: Option<WebAddress>,
}

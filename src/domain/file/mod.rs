//! The file: one format for storage, backups and shared plans.
//!
//! - [`encode`] writes a document; `scope` says what goes into which copy.
//! - [`decode`] and [`decode_any`] open a file or says why not ([`Refusal`]) and what it noticed
//!   ([`FileRemark`]). It changes nothing; [`preview`] compares what is here with
//!   what was opened, and the person decides.
//! - [`encode_review`] and [`decode_review`] are for what a reader sends back.
//! - [`merge`] puts two documents together and loses nothing; [`reconcile`]
//!   those of two tabs, which began from one.
//! - `v1` has the fields of version 1 alone, apart from the document, so that
//!   the document can change while the format does not. `check`, `write` and
//!   the schema walk that one table; `from_json` and `to_json` know the
//!   document.

pub(in crate::domain) mod check;
mod compare;
pub(in crate::domain) mod decode;
mod encode;
pub(in crate::domain) mod field_reader;
pub(in crate::domain) mod format_table;
mod from_json;
pub(in crate::domain) mod indent;
mod json;
pub(in crate::domain) mod json_path;
mod known_ids;
mod merge;
pub(in crate::domain) mod number;
mod part;
mod preview;
mod reconcile;
mod refusals;
mod remarks;
#[cfg(test)]
pub(in crate::domain) mod schema;
pub(in crate::domain) mod scope;
pub(in crate::domain) mod to_json;
pub(in crate::domain) mod v1;
pub(in crate::domain) mod values;
pub(in crate::domain) mod write;
mod written;

pub use decode::{AnyFile, OpenedFile, OpenedReview, decode, decode_any, decode_review};
pub use encode::{encode, encode_review, file_name, file_name_of};
pub use known_ids::KnownIds;
pub use merge::{Merged, Replaced, merge};
pub use part::DocumentPart;
pub use preview::{Difference, PartChange, differences, newest, preview};
pub use reconcile::{Conflict, Prefer, Reconciled, reconcile};
pub use refusals::Refusal;
pub use remarks::FileRemark;
pub use scope::{FieldScope, Purpose, ShareOption};
pub use written::{Header, NOT_A_VERDICT, WrittenAction, WrittenPlan, WrittenResource};

use crate::domain::framework::model::Framework;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// For sharing; opens for reading, with "this is mine: continue from it".
    Plan,
    /// Everything.
    Backup,
}

/// Which framework a file was written with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrameworkName {
    pub id: String,
    pub version: String,
}

impl FrameworkName {
    /// The name of the bundled framework.
    pub fn of(framework: &Framework) -> Self {
        Self {
            id: framework.about.id.to_owned(),
            version: framework.about.version.to_owned(),
        }
    }
}

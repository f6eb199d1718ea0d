//! The file: one format for storage, backups and shared plans.
//!
//! - [`encode`] writes a document; `scope` says what goes into which copy.
//! - [`decode`] opens a file or says why not ([`Refusal`]) and what it noticed
//!   ([`FileRemark`]). It changes nothing; [`preview`] compares what is here with
//!   what was opened, and the person decides.
//! - [`merge`] puts two documents together and loses nothing; [`reconcile`]
//!   those of two tabs, which began from one.
//! - `v1` has the fields of version 1 alone, apart from the document, so that
//!   the document can change while the format does not. `check`, `write` and
//!   the schema walk that one table; `from_json` and `to_json` know the
//!   document.

mod check;
mod compare;
mod decode;
mod encode;
mod field_reader;
mod format_table;
mod from_json;
mod indent;
mod json;
mod json_path;
mod known_ids;
mod merge;
mod number;
mod part;
mod preview;
mod reconcile;
mod refusals;
mod remarks;
#[cfg(test)]
mod schema;
mod scope;
mod to_json;
mod v1;
mod values;
mod write;
mod written;

pub use decode::{OpenedFile, decode};
pub use encode::{encode, file_name};
pub use known_ids::KnownIds;
pub use merge::{Merged, Replaced, merge};
pub use part::DocumentPart;
pub use preview::{Difference, PartChange, differences, newest, preview};
pub use reconcile::{Conflict, Prefer, Reconciled, reconcile};
pub use refusals::Refusal;
pub use remarks::FileRemark;
pub use scope::{FieldScope, Purpose, ShareOption};
pub use written::{Header, NOT_A_VERDICT, WrittenAction, WrittenResource};

use crate::domain::framework::model::Framework;

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
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

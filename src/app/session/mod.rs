//! The session: what one tab holds, what is stored, and everything that can go
//! wrong between the two. [`Session::step`] takes an event and answers with
//! effects for the shell; the browser's storage is behind the [`Store`] trait.
//! No clock, randomness or browser here.
//!
//! What holds after every step, whatever the store does:
//! - memory has everything that was entered, until it is removed on request;
//! - the store never has less than was last saved;
//! - what could not be read is never written over;
//! - before a write, what another tab stored meanwhile is taken in.
//!
//! `start` and `save` are the way of every day, `sync` meets what another tab
//! stored, `opening` opens files and goes back, `removal` takes things out,
//! `downloads` makes files, `reading` is about somebody else's plan. `view` says it all in words, as plain data.

mod backup;
mod dialogs;
mod downloads;
mod event;
mod keys;
mod messages;
mod notices;
mod opening;
mod plan_files;
mod reading;
mod removal;
mod save;
mod state;
mod step;
mod store;
mod stored_text;
mod sync;
#[cfg(test)]
mod tests;
mod view;

pub use backup::{BackupNote, REMIND_AFTER_CHANGES, REMIND_AFTER_DAYS};
pub use event::{Effect, Event, FocusTarget, OpenMode, StepContext};
pub use keys::Keys;
pub use state::{Session, SessionConfig, WritePlan};
pub use store::{StorageUsage, Store, StoreError};
pub use stored_text::RevisionId;
pub use view::{
    DialogView, EventButton, Frame, Notice, PartCount, SaveStatus, StoredCopy, Tone, YourData,
};

pub use crate::app::change::Change;
pub use crate::app::review::ReviewEdit;
pub use crate::app::shared_plan::SharedPlan;
pub use crate::domain::file::Prefer;

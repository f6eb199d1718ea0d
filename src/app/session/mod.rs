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
//! `start` and `save` are the way of every day, `tabs` meets what another tab
//! stored, `opening` opens files and goes back, `removal` takes things out,
//! `saving` makes files. `view` says it all in words, as plain data.

mod backup;
mod change;
mod dialogs;
mod event;
mod keys;
mod notices;
mod opening;
mod reading;
mod record;
mod removal;
mod save;
mod saving;
mod state;
mod step;
mod store;
mod tabs;
#[cfg(test)]
mod tests;
mod told;
mod view;

pub use backup::{BackupNote, REMIND_AFTER_CHANGES, REMIND_AFTER_DAYS};
pub use change::Change;
pub use event::{Effect, Event, How, Place, Turn};
pub use keys::Keys;
pub use record::Revision;
pub use state::{Session, Setup};
pub use store::{Room, Store, StoreError};
pub use view::{Choice, DialogView, Frame, Holding, Notice, Saved, StoredCopy, Tone, YourData};

pub use crate::app::plan_read::PlanRead;
pub use crate::domain::reconcile::Prefer;

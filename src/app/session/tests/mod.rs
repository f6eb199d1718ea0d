//! The loss scenarios, by name, against a store that fails on purpose.

mod backups;
mod damage;
mod failures;
mod fake;
mod opening;
mod random;
mod reading;
mod removal;
mod sharing;
mod sync;
mod tab;

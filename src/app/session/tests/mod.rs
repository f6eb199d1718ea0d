//! The loss scenarios, by name, against a store that fails on purpose.

mod damage;
mod failures;
mod fake;
mod opening;
mod random;
mod removal;
mod sharing;
mod sync;
mod tab;

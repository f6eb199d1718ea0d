//! The local pack: what a host knows that the framework of 2021 does not.
//! Which links have died, which courses run nearby, whom to ask. Read from
//! `local.json` beside the app with the machinery of [`crate::domain::file`]:
//! the same walk, limits, refusals and remarks, on a table of its own.
//!
//! - [`decode`] opens a pack or says why not; [`to_file`] writes one.
//! - `Framework::with_pack` puts it into the framework: a host's courses stand
//!   among the resources, links are mended, notes stand beside topics. It can
//!   not touch a rubric, an id, a level or a rule: nothing here has a field for
//!   them, and what a host adds has ids that the framework never has.

mod apply;
mod decode;
mod encode;
mod links;
mod pack;
mod places;
#[cfg(test)]
mod schema;
mod table;
mod words;

pub use decode::{OpenedPack, PackRefusal, decode};
pub use encode::{FILE_NAME, encode, to_file};
pub use links::{ListedLink, listed_links};
pub use pack::{CheckedLink, Contact, FoundLink, LocalCourse, LocalNote, OfResource, Pack, own_id};

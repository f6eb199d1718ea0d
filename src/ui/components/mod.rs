//! Components: props in, view out. They know neither session nor domain.

mod dialog;
mod external_link;
pub mod fields;
mod filter;
pub mod form;
mod hidden;
mod notice;
mod signatures;

pub use dialog::{Question, dialog};
pub use external_link::external_link;
pub use filter::{Choice, filter};
pub use hidden::Hidden;
pub use notice::{Button, Tone, notice, row};
pub use signatures::signatures;

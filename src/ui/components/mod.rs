//! Components: props in, view out. They know neither session nor domain.

#[cfg(feature = "your-data")]
mod dialog;
mod external_link;
pub mod form;
mod filter;
#[cfg(feature = "your-data")]
mod notice;

#[cfg(feature = "your-data")]
pub use dialog::{Question, dialog};
pub use external_link::external_link;
pub use filter::{Choice, filter};
#[cfg(feature = "your-data")]
pub use notice::{Button, Tone, notice, row};

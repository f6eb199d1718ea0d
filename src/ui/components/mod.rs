//! Components: props in, view out. They know neither session nor domain.

mod external_link;
mod filter;

pub use external_link::external_link;
pub use filter::{Choice, filter};

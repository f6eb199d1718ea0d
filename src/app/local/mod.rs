//! The local pack as the app meets it: what came with the page at start, and
//! what `#/local` shows.

pub mod form;
mod start;
#[cfg(test)]
mod tests;

pub use start::{AtStart, PackFrom, STOP, host_lines};

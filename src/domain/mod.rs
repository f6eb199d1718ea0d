//! What Waymark is about, as plain data and pure functions.

pub mod framework;
pub mod ids;

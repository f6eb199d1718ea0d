//! The Somerset framework: its model and the bundled data.

pub mod model;

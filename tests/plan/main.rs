//! The plan: thirteen worked cases, printed as a person would read them, and
//! its laws over many documents.

mod cases;
mod changing;
mod how;
mod laws;
mod local;
mod mentor;
mod more_cases;
mod random;
mod render;
mod table;
mod worker;

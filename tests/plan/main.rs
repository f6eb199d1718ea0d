//! The plan: the seven worked cases, printed as a person would read them, and
//! its laws over many documents.

mod cases;
mod changing;
mod how;
mod laws;
mod mentor;
mod random;
mod render;
mod worker;

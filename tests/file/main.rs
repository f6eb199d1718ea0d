//! The document and its file, from outside: what is opened and what is
//! refused, what a plan shares, and the laws.

mod changing;
mod examples;
mod frozen;
mod laws;
mod limits;
mod merging;
mod opening;
mod random;
mod refusing;
mod reviews;
mod sharing;
mod soak;
mod support;

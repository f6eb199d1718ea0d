//! The local pack, from outside: what is opened and what is refused, what it
//! can do to the framework and what it cannot, and the laws.

mod changed_pack;
mod laws;
mod opening;
mod support;

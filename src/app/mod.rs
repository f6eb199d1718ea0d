//! What the application does, without a browser.

pub mod route;
pub mod session;

//! What the application does, without a browser.

pub mod framework_parts;
pub mod requirements;
pub mod resource_search;
pub mod route;
pub mod session;
pub mod topics;
pub mod words;

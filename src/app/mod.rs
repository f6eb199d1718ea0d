//! What the application does, without a browser.

pub mod framework_parts;
pub mod resource_search;
pub mod results;
pub mod route;
pub mod session;
pub mod words;

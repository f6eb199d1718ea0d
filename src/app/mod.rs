//! What the application does, without a browser.

pub mod about_you;
pub mod assess;
pub mod first_open;
pub mod framework_parts;
pub mod handover;
pub mod home;
pub mod plan_page;
pub mod plan_read;
pub mod question;
pub mod requirements;
pub mod resource_search;
pub mod results;
pub mod route;
pub mod session;
pub mod topics;
pub mod words;

#[cfg(test)]
mod tests;

//! What the application does, without a browser.

pub mod about_you;
pub mod assess;
pub mod change;
pub mod first_unanswered;
pub mod framework_parts;
pub mod handover;
pub mod home;
pub mod plan_page;
pub mod question;
pub mod requirements;
pub mod resource_card;
pub mod resource_list;
pub mod resource_search;
pub mod results;
pub mod route;
pub mod session;
pub mod shared_plan;
pub mod topics;
pub mod words;

#[cfg(test)]
mod tests;

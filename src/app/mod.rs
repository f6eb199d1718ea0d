//! What the application does, without a browser: a module a page, as plain
//! data, and the session they share.

// The session: what a tab holds and stores, and each change a person makes.
pub mod change;
pub mod session;

// Where things are: addresses, the questions of a page, what to do next.
pub mod next_open;
pub mod question;
pub mod route;

// What each page shows.
pub mod about_you;
pub mod assess;
pub mod framework_parts;
pub mod home;
pub mod local;
pub mod plan_page;
pub mod requirements;
pub mod resource_card;
pub mod resource_list;
pub mod resource_search;
pub mod results;
pub mod team;
pub mod topics;

// Between people: what is shared, how it is said, what comes back.
pub mod handover;
pub mod review;
pub mod shared_plan;

// Words that several pages use.
pub mod rating_words;
pub mod words;

#[cfg(test)]
mod tests;

//! Leptos pages and components.
/// Puts the app into the page.
pub fn mount() {}

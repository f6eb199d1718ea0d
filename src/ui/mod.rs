//! Leptos: pages read the session as memos and send it events, components take
//! props.

mod after_press;
mod app;
mod components;
mod drafts;
mod focus;
mod local_pack;
mod notices;
mod pages;
mod parts;
mod requests;
mod session;
mod when_here;

use leptos::prelude::*;

use crate::platform::page;

/// Puts the app into its place in `index.html`, whose frame and first words
/// are already on the screen.
pub fn mount() {
    mount_to(page::place(page::Place::Page), || view! { <app::App/> }).forget();
}

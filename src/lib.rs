//! Waymark: a worker in social prescribing rates their own practice against
//! the Somerset framework and leaves with a training plan. Everything happens
//! in their browser.
//!
//! Four rooms; imports run one way, `ui → app → domain` and `platform → app`,
//! and `tests/boundaries.rs` keeps it so:
//!
//! - [`domain`]: the framework, what a worker entered, the file. No clock,
//!   randomness, browser or I/O: today's date and new ids are arguments.
//! - [`app`]: routes, the session, what each page shows as plain data. As pure
//!   as the domain.
//! - `platform`: the only place that names `web_sys`, `js_sys` or `gloo`.
//! - `ui`: Leptos pages and components.
//!
//! `platform` and `ui` exist for wasm32 only, so the rest builds and tests
//! natively in seconds.
//!
//! Where do I put …
//!
//! - what somebody entered, or a limit of it: `domain/document`; how a file
//!   says it: `domain/file`, and run the tests that write `schema/` anew;
//! - a rule of the plan: `domain/plan`;
//! - the words of a page and what it shows: `app/<page>`; its address:
//!   `app/route.rs`;
//! - how it looks: `ui/pages/<page>`; a control that two pages share:
//!   `ui/components`; when the browser loads it: `ui/parts.rs`;
//! - what goes wrong between a tab and its storage: `app/session` decides,
//!   `ui/session.rs` does it through `platform`;
//! - a test: beside the code, or in `tests/` for what always holds, for
//!   committed files, and for journeys in real browsers.
//!
//! The README's "Changing it" goes through each, step by step.

pub mod app;
pub mod domain;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
pub mod ui;

//! What people do, one file a theme. A journey is an async function that takes
//! the page and fails with a sentence; its file lists it in `all`.

use std::pin::Pin;

use crate::rig::{Check, Engine, Page};

mod about_you;
mod assess;
mod conversation;
mod data;
mod everywhere;
mod field;
mod files;
mod frame;
mod framework;
mod handover;
mod keeping;
mod keyboard;
mod local;
mod mishaps;
mod offline;
mod parts;
mod plan;
mod plan_ways;
mod plan_whole;
mod random;
mod reading;
mod requirements;
mod results;
mod rig;
mod settings;
mod single_file;
mod team;
mod topics;
mod translated;
mod trouble;
mod two_tabs;

pub use random::soak_time;

type Running<'a> = Pin<Box<dyn Future<Output = Check> + 'a>>;

/// One test, run once in each of its engines.
pub struct Journey {
    module: &'static str,
    function: &'static str,
    /// The path of the site it walks through: the app's or the fixture's.
    pub site: &'static str,
    pub engines: &'static [Engine],
    pub run: for<'a> fn(&'a mut Page) -> Running<'a>,
}

impl Journey {
    /// Its file and function, such as `rig::finds_by_role_and_name`.
    pub fn name(&self) -> String {
        let file = self.module.rsplit("::").next().unwrap_or(self.module);
        format!("{file}::{}", self.function)
    }
}

/// The journeys of a file: `journeys![SITE; ENGINES => function, function; ENGINES => …]`.
macro_rules! journeys {
    ($site:expr; $($engines:expr => $($function:ident),+ $(,)?);+ $(;)?) => {
        vec![$($($crate::journeys::Journey {
            module: module_path!(),
            function: stringify!($function),
            site: $site,
            engines: $engines,
            run: |page| Box::pin($function(page)),
        }),+),+]
    };
}
pub(crate) use journeys;

/// Every journey there is.
pub fn all() -> Vec<Journey> {
    [
        rig::all(),
        frame::all(),
        trouble::all(),
        parts::all(),
        framework::all(),
        data::all(),
        files::all(),
        handover::all(),
        reading::all(),
        conversation::all(),
        team::all(),
        offline::all(),
        local::all(),
        single_file::all(),
        topics::all(),
        requirements::all(),
        about_you::all(),
        assess::all(),
        keeping::all(),
        results::all(),
        plan::all(),
        plan_ways::all(),
        plan_whole::all(),
        everywhere::all(),
        field::all(),
        two_tabs::all(),
        translated::all(),
        mishaps::all(),
        keyboard::all(),
        settings::all(),
        random::all(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

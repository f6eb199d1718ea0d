//! The rig: a web host, a proxy that lets nothing through, the three engines,
//! and a [`Page`] to write journeys with.

use std::fmt;

mod axe;
mod browser;
mod chromium;
mod console;
mod driver;
mod emulate;
mod evidence;
mod failure;
mod files;
mod find;
mod firefox;
mod keys;
mod layout;
mod listen;
mod page;
mod process;
mod proxy;
mod server;
mod wait;
mod webkit;

pub use browser::Browser;
pub use emulate::Media;
pub use failure::{Check, Failure};
pub use page::Page;
pub use proxy::Proxy;
pub use server::{APP, Answer, FIXTURE, GALLERY, Server};
pub use wait::{until, within};

/// The engines of the browsers people have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    pub const ALL: &'static [Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

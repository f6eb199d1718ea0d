//! What was asked for on the command line.

use crate::journeys::Journey;
use crate::rig::Engine;

pub const USAGE: &str = "usage: cargo test --test browser -- [--engine chromium|firefox|webkit] [--exact] [--list] [NAME]…";

#[derive(Default)]
pub struct Options {
    /// None means all.
    engines: Vec<Engine>,
    /// Parts of names; none means all.
    names: Vec<String>,
    exact: bool,
    pub list: bool,
}

impl Options {
    pub fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Options::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--list" => options.list = true,
                "--exact" => options.exact = true,
                // Nothing is captured, so there is nothing to do.
                "--nocapture" | "--no-capture" => {}
                "--engine" => {
                    let names = arguments.next().ok_or("--engine needs a name")?;
                    for name in names.split(',') {
                        let engine = Engine::ALL.iter().find(|engine| engine.name() == name);
                        options
                            .engines
                            .push(*engine.ok_or(format!("no engine “{name}”"))?);
                    }
                }
                flag if flag.starts_with('-') => return Err(format!("no option “{flag}”")),
                name => options.names.push(name.to_owned()),
            }
        }
        Ok(options)
    }

    pub fn wants(&self, journey: &Journey, engine: Engine) -> bool {
        let name = journey.name();
        let named = |part: &String| {
            if self.exact {
                name == *part
            } else {
                name.contains(part.as_str())
            }
        };
        journey.engines.contains(&engine)
            && (self.engines.is_empty() || self.engines.contains(&engine))
            && (self.names.is_empty() || self.names.iter().any(named))
    }
}

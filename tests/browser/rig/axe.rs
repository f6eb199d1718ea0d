//! axe-core, the accessibility rules that a program can check.

use std::fmt;
use std::path::Path;
use std::sync::OnceLock;

use serde::Deserialize;

use super::{Check, Failure, Page};
use crate::ensure;

/// A rule that the page breaks, with every place where it does.
#[derive(Debug, Deserialize)]
pub struct Violation {
    pub id: String,
    pub help: String,
    pub nodes: Vec<Place>,
}

#[derive(Debug, Deserialize)]
pub struct Place {
    /// Selectors that lead to it.
    pub target: String,
    /// What to do about it.
    pub summary: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.help)?;
        for place in &self.nodes {
            write!(
                f,
                "\n  {}: {}",
                place.target,
                place.summary.replace('\n', " ")
            )?;
        }
        Ok(())
    }
}

impl Page {
    /// Fails if the page breaks a rule of WCAG 2.0 to 2.2, A and AA, or of
    /// axe's best practice.
    pub async fn check_accessibility(&self) -> Check {
        let broken = self.violations().await?;
        let said: Vec<String> = broken.iter().map(Violation::to_string).collect();
        ensure!(
            said.is_empty(),
            "axe finds {} broken rules:\n{}",
            said.len(),
            said.join("\n")
        );
        Ok(())
    }

    /// The rules the page breaks.
    pub async fn violations(&self) -> Check<Vec<Violation>> {
        self.load_axe().await?;
        let script = include_str!("scripts/axe.js");
        Ok(serde_json::from_value(
            self.run_async(script, vec![]).await?,
        )?)
    }

    /// Puts axe-core into the page, once a document. The policy does not stop
    /// it: it comes over WebDriver.
    pub(super) async fn load_axe(&self) -> Check {
        let there = "return typeof window.axe === 'object' && 'commons' in window.axe";
        if !self.ask::<bool>(there, vec![]).await? {
            self.run(source()?, vec![]).await?;
        }
        Ok(())
    }
}

fn source() -> Check<&'static str> {
    static SOURCE: OnceLock<Result<String, String>> = OnceLock::new();
    let read = SOURCE.get_or_init(|| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        std::fs::read_to_string(&file)
            .map_err(|error| format!("{}: {error}; run npm ci", file.display()))
    });
    read.as_deref().map_err(|error| Failure(error.clone()))
}

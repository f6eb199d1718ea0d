//! What went wrong in the page without anybody being told.
//!
//! Chromium's driver has a log of every console message. Firefox keeps script
//! errors and policy violations in its own console, which the rig may read,
//! and prints what pages write with `console.error`. WebKit's driver has
//! nothing, so the server puts a collecting script first in every page: what
//! WebKit reports elsewhere (a broken stylesheet, a blocked worker) is not seen.

use serde_json::{Value, json};

use super::server::BLANK;
use super::wait::until;
use super::{Check, Engine, Page, driver};

#[derive(Default)]
pub struct Console {
    errors: Vec<String>,
    /// How far the driver's output has been read.
    read: usize,
    marks: usize,
    /// Words of errors that the test is about.
    forgiven: Vec<String>,
}

const FIREFOX: &str = "
    const ours = (message) => {
        if (!(message instanceof Ci.nsIScriptError)) return false;
        const warning = message.flags & (Ci.nsIScriptError.warningFlag | Ci.nsIScriptError.infoFlag);
        return !warning && message.sourceName.startsWith(arguments[0]);
    };
    const seen = Services.console.getMessageArray().filter(ours)
        .map((m) => `${m.category}: ${m.errorMessage} (${m.sourceName}:${m.lineNumber})`);
    Services.console.reset();
    return seen;";

impl Console {
    /// Another driver prints from here on; what was reported stays.
    pub(super) fn begin_anew(&mut self) {
        self.read = 0;
    }
}

impl Page {
    /// The errors of the test so far. Any that is left fails the test.
    pub async fn errors(&mut self) -> Check<Vec<String>> {
        self.read_console().await?;
        Ok(self.console.errors.clone())
    }

    /// Takes the errors read so far, so that they do not fail the test.
    pub fn take_errors(&mut self) -> Vec<String> {
        std::mem::take(&mut self.console.errors)
    }

    /// From here to the end of the test, errors with these words do not fail
    /// it: a browser reports some of them late.
    pub fn forgive(&mut self, words: impl Into<String>) {
        self.console.forgiven.push(words.into());
    }

    /// Waits until an error with these words is reported.
    pub async fn until_error(&mut self, words: &str) -> Check {
        until(&format!("an error with “{words}”"), async || {
            let errors = self.errors().await?;
            Ok(errors.iter().any(|it| it.contains(words)).then_some(()))
        })
        .await
    }

    /// Takes the errors that nothing has forgiven.
    pub(super) fn unforgiven(&mut self) -> Vec<String> {
        let forgiven = &self.console.forgiven;
        let mut errors = std::mem::take(&mut self.console.errors);
        errors.retain(|it| !forgiven.iter().any(|words| it.contains(words)));
        errors
    }

    /// As at the beginning of a test.
    pub(super) fn forget_errors(&mut self) {
        self.console.errors.clear();
        self.console.forgiven.clear();
    }

    /// Takes over what the browser has reported. Before a page is left, at
    /// the latest, because WebKit's list goes with it.
    pub(super) async fn read_console(&mut self) -> Check {
        let new = match self.engine() {
            Engine::Chromium => self.chromium_errors().await?,
            Engine::Firefox => self.firefox_errors().await?,
            Engine::WebKit => {
                let list = "return window.__rigErrors ? window.__rigErrors.splice(0) : []";
                self.ask(list, vec![]).await?
            }
        };
        self.console.errors.extend(new);
        Ok(())
    }

    /// A page was left, and its errors had been read before. Firefox stops it
    /// in the middle of what it does, and what runs of it after that fails, seen
    /// by nobody: that is no error of the page.
    pub(super) async fn page_is_left(&self) -> Check {
        if self.engine() == Engine::Firefox {
            driver::in_firefox(self.client(), "Services.console.reset()", vec![]).await?;
        }
        Ok(())
    }

    async fn chromium_errors(&self) -> Check<Vec<String>> {
        let log = driver::post(self.client(), "se/log", json!({"type": "browser"})).await?;
        let entries = log.as_array().cloned().unwrap_or_default();
        let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(severe.map(|entry| words(&entry["message"])).collect())
    }

    async fn firefox_errors(&mut self) -> Check<Vec<String>> {
        // The browser's own error page has no console to write a mark on.
        if self.client().current_url().await?.scheme() == "about" {
            let blank = format!("{}{BLANK}", self.server.origin());
            self.server.start().await?;
            self.client().goto(&blank).await?;
        }
        self.console.marks += 1;
        let mark = format!("rig mark {}", self.console.marks);
        self.run("console.info(arguments[0])", vec![json!(mark)])
            .await?;
        let from = self.console.read;
        // Lines come in order, so what stands before the mark is complete.
        let printed = until("Firefox to print its console", async || {
            let mut lines = self.browser.driver.lines(from);
            let end = lines.iter().position(|line| line.contains(&mark));
            Ok(end.map(|end| lines.drain(..=end).collect::<Vec<_>>()))
        })
        .await?;
        self.console.read += printed.len();
        let origin = json!(self.server.origin());
        let kept = driver::in_firefox(self.client(), FIREFOX, vec![origin]).await?;
        let kept = kept.as_array().cloned().unwrap_or_default();
        let written = printed.into_iter().filter(|line| by_a_page(line));
        Ok(kept.iter().map(words).chain(written).collect())
    }
}

/// Whether a line of Firefox's output is what a page wrote with
/// `console.error`. Firefox's own parts write there too, under their name
/// (`console.error: RSLoader:`); what a page writes is quoted or in brackets.
fn by_a_page(line: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c == ' ' || c == '.' || c == '_';
    line.strip_prefix("console.error: ").is_some_and(|said| {
        let name = said.trim_start_matches(plain);
        name.len() == said.len() || !name.starts_with(':')
    })
}

fn words(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

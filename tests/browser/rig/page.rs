//! What a journey has in its hands: the page of one browser, and the host it
//! came from.

use std::fmt::Debug;
use std::path::PathBuf;
use std::sync::Arc;

use fantoccini::Client;
use fantoccini::wd::WindowHandle;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::console::Console;
use super::driver;
use super::emulate::Emulation;
use super::server::BLANK;
use super::wait::until;
use super::{Browser, Check, Engine, Failure, Proxy, Server};
use crate::{ensure, fail};

pub struct Page {
    pub(super) browser: Browser,
    pub server: Server,
    pub proxy: Arc<Proxy>,
    pub(super) console: Console,
    pub(super) emulation: Emulation,
    /// The path under which the test's own pages lie.
    site: &'static str,
    /// For file names: engine and test.
    pub(super) label: String,
    /// How often the empty page was gone to: each time is told from the last.
    blanks: u32,
}

/// Where the page is, and whether it is still being drawn.
#[derive(serde::Deserialize)]
struct Drawn {
    busy: bool,
    ready: bool,
    title: String,
}

// A driver may come back before the page it was told to leave has gone. What
// only says that the page is on its way is not the page.
const DRAWN: &str = "return {
    busy: document.querySelector('main[aria-busy=\"true\"], main [aria-busy=\"true\"], #awaited') !== null,
    ready: document.readyState === 'complete' && location.href !== 'about:blank' && !window.__rigLeft,
    title: document.title };";
const LEAVE: &str = "window.__rigLeft = true";

impl Page {
    pub fn new(browser: Browser, server: Server, proxy: Arc<Proxy>) -> Self {
        server.collect_errors(browser.engine == Engine::WebKit);
        Page {
            browser,
            server,
            proxy,
            console: Console::default(),
            emulation: Emulation::default(),
            site: "/",
            label: String::new(),
            blanks: 0,
        }
    }

    pub fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// The WebDriver session, for what this page does not offer.
    pub fn client(&self) -> &Client {
        &self.browser.client
    }

    /// The full address of a path or hash route of the test's site.
    pub fn address(&self, route: &str) -> String {
        format!("{}{}{}", self.server.origin(), self.site, route)
    }

    /// The path of a file of the site, as the server's lists name it.
    pub fn path(&self, file: &str) -> String {
        format!("{}{}", self.site, file)
    }

    // --- Going somewhere ------------------------------------------------

    /// Loads the site afresh at a route such as `#/plan` (or at a file) and
    /// waits until it is drawn.
    pub async fn open(&mut self, route: &str) -> Check {
        self.read_console().await?;
        // Otherwise another hash would be a step within the running page.
        self.client().goto("about:blank").await?;
        self.page_is_left().await?;
        let address = self.address(route);
        self.client().goto(&address).await?;
        self.drawn().await
    }

    /// Goes to another route of the running app, as by the address bar, and
    /// waits until the title has changed and the page is drawn.
    pub async fn goto(&mut self, route: &str) -> Check {
        let before = self.title().await?;
        // Not by a script: WebKit's back button skips what a script has added.
        let mut address = self.client().current_url().await?;
        address.set_fragment(Some(route.trim_start_matches('#')));
        self.client().goto(address.as_str()).await?;
        self.title_leaves(&before).await
    }

    /// Clicks what has this role and name, and waits for the page it leads to.
    pub async fn follow(&mut self, role: &str, name: &str) -> Check {
        let before = self.title().await?;
        self.click(role, name).await?;
        self.title_leaves(&before).await
    }

    /// The browser's back button, and the wait for the page.
    pub async fn back(&mut self) -> Check {
        let before = self.title().await?;
        self.client().back().await?;
        self.title_leaves(&before).await
    }

    /// The browser's reload button, and the wait for the page.
    pub async fn reload(&mut self) -> Check {
        self.read_console().await?;
        self.run(LEAVE, vec![]).await?;
        if self.engine() == Engine::Firefox {
            // The driver's own command goes past the service worker, as the
            // button does only with Shift.
            let press = "document.getElementById('Browser:Reload').doCommand()";
            driver::in_firefox(self.client(), press, vec![]).await?;
        } else {
            self.client().refresh().await?;
        }
        self.drawn().await
    }

    /// Leaves the app for an empty page of its origin: what is stored can be
    /// changed there, and nothing runs that would store something else.
    pub async fn leave(&mut self) -> Check {
        self.read_console().await?;
        self.go_blank().await
    }

    /// Goes to the empty page and waits until it is the one that scripts run in:
    /// what one still waits for in the page that is left is never answered.
    async fn go_blank(&mut self) -> Check {
        self.blanks += 1;
        let this = format!("?{}", self.blanks);
        let blank = format!("{}{BLANK}{this}", self.server.origin());
        self.client().goto(&blank).await?;
        self.page_is_left().await?;
        self.until_true(&format!(
            "document.title === 'Blank' && document.readyState === 'complete' && location.search === '{this}'"
        ))
        .await
    }

    /// Waits until the document is there and `main` is no longer busy.
    pub async fn drawn(&self) -> Check {
        until("the page to be drawn", async || {
            let now: Drawn = self.ask(DRAWN, vec![]).await?;
            Ok((now.ready && !now.busy).then_some(()))
        })
        .await
    }

    async fn title_leaves(&self, before: &str) -> Check {
        until(
            &format!("a page that is not called “{before}”"),
            async || {
                let now: Drawn = self.ask(DRAWN, vec![]).await?;
                Ok((now.ready && !now.busy && now.title != before).then_some(()))
            },
        )
        .await
    }

    /// Waits until the proxy has recorded this request.
    pub async fn until_foreign(&self, request: &str) -> Check {
        until(&format!("“{request}” at the proxy"), async || {
            let foreign = self.proxy.foreign();
            Ok(foreign.iter().any(|asked| asked == request).then_some(()))
        })
        .await
    }

    // --- Reading --------------------------------------------------------

    pub async fn title(&self) -> Check<String> {
        Ok(self.client().title().await?)
    }

    /// The part after `#`, with it; empty without one.
    pub async fn hash(&self) -> Check<String> {
        self.ask("return location.hash", vec![]).await
    }

    /// The words of the page as a reader sees them.
    pub async fn text(&self) -> Check<String> {
        self.ask("return document.body.innerText", vec![]).await
    }

    /// Waits until the words of the page contain `words`.
    pub async fn shows(&self, words: &str) -> Check {
        until(&format!("the words “{words}”"), async || {
            Ok(self.text().await?.contains(words).then_some(()))
        })
        .await
    }

    /// Waits until a script expression is true, such as `localStorage.length > 0`.
    pub async fn until_true(&self, expression: &str) -> Check {
        let script = format!("return Boolean({expression})");
        until(expression, async || {
            Ok(self.ask::<bool>(&script, vec![]).await?.then_some(()))
        })
        .await
    }

    /// Waits until a script's body returns `wanted`, or fails with what it
    /// returns instead.
    pub async fn until_is<T>(
        &self,
        what: &str,
        wanted: &T,
        script: &str,
        arguments: Vec<Value>,
    ) -> Check
    where
        T: DeserializeOwned + PartialEq + Debug,
    {
        until(&format!("{what} to be {wanted:?}"), async || {
            let is: T = self.ask(script, arguments.clone()).await?;
            if is == *wanted {
                return Ok(Some(()));
            }
            fail!("it is {is:?}")
        })
        .await
    }

    /// Runs a script's body and returns what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Check<Value> {
        Ok(self.client().execute(script, arguments).await?)
    }

    /// The same, read as `T`.
    pub async fn ask<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Check<T> {
        Ok(serde_json::from_value(self.run(script, arguments).await?)?)
    }

    /// The body of an async function: what it resolves to, or its error.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Check<Value> {
        // The driver's callback is always the last argument.
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {script} }})(...Array.prototype.slice.call(arguments, 0, -1))
                 .then((ok) => done({{ ok }}), (error) => done({{ error: String(error) }}));"
        );
        let mut answer = self.client().execute_async(&script, arguments).await?;
        match answer["error"].as_str() {
            Some(error) => Err(Failure(error.to_owned())),
            None => Ok(answer["ok"].take()),
        }
    }

    // --- Tabs -----------------------------------------------------------

    /// This tab, to come back to.
    pub async fn tab(&self) -> Check<WindowHandle> {
        Ok(self.client().window().await?)
    }

    /// Opens a second tab, empty, and goes to it.
    pub async fn new_tab(&mut self) -> Check<WindowHandle> {
        self.read_console().await?;
        let known = self.client().windows().await?;
        self.client().new_window(true).await?;
        let tabs = self.client().windows().await?;
        let new = tabs.into_iter().find(|tab| !known.contains(tab));
        let new = new.ok_or_else(|| Failure("no new tab".to_owned()))?;
        self.switch_tab(&new).await?;
        Ok(new)
    }

    pub async fn switch_tab(&mut self, tab: &WindowHandle) -> Check {
        self.read_console().await?;
        Ok(self.client().switch_to_window(tab.clone()).await?)
    }

    // --- Between tests --------------------------------------------------

    /// Makes browser and host as new, for the test called `label`.
    pub async fn prepare(&mut self, site: &'static str, label: String) -> Check {
        self.server.reset().await?;
        self.emulate_nothing().await?;
        let tabs = self.client().windows().await?;
        for tab in &tabs[1..] {
            self.client().switch_to_window(tab.clone()).await?;
            self.client().close_window().await?;
        }
        self.client().switch_to_window(tabs[0].clone()).await?;
        // What was left behind belongs to the origin, so clear it from there.
        self.go_blank().await?;
        let cleared = self.run_async(include_str!("scripts/clear.js"), vec![]);
        if let Err(failure) = cleared.await {
            // The journey that comes is not to blame for what the last one left:
            // WebKit now and then never lets a worker go whose page has just
            // been left while it looked for a newer one.
            println!("a new browser, as the last could not be cleared: {failure}");
            self.restart().await?;
            self.go_blank().await?;
        }
        self.size(1280, 900).await?;
        if self.engine() == Engine::WebKit && self.height().await? < 800 {
            // Its list of saved files, under the page, has grown too long.
            self.restart().await?;
            self.go_blank().await?;
            self.size(1280, 900).await?;
        }
        if self.engine() == Engine::Chromium {
            // A page tells of a box that is left only where the window is in front.
            driver::cdp(self.client(), "Page.bringToFront", json!({})).await?;
        }
        self.read_console().await?;
        self.forget_errors();
        self.server.forget();
        self.forget_saved()?;
        (self.site, self.label) = (site, label);
        Ok(())
    }

    /// A new browser in place of one that may be broken.
    pub async fn restart(&mut self) -> Check {
        self.restart_as(false).await
    }

    /// Closes the browser and opens it again, as one does for the night: what
    /// it keeps is still there. Not in WebKit, whose sessions keep nothing.
    pub async fn close_and_reopen(&mut self) -> Check {
        self.only_in(&[Engine::Chromium, Engine::Firefox], "keep anything")?;
        self.read_console().await?;
        let proxy = self.proxy.clone();
        self.browser.reopen(&proxy).await?;
        // The next line is the first of a new driver.
        self.console.begin_anew();
        self.emulation = Emulation::default();
        self.size(1280, 900).await
    }

    /// A new browser in a system that is set to light or dark.
    pub(super) async fn restart_as(&mut self, dark: bool) -> Check {
        let new = Browser::start(self.engine(), &self.proxy, dark).await?;
        std::mem::replace(&mut self.browser, new).stop().await;
        self.console = Console::default();
        self.emulation = Emulation::default();
        Ok(())
    }

    /// Fails if, since it was last asked, the page has reported an error or
    /// anything was asked of another machine. The runner asks after every
    /// journey; a journey that expects either asks for itself.
    pub async fn verdict(&mut self) -> Check {
        self.read_console().await?;
        let foreign = self.proxy.take_foreign().into_iter();
        let errors = self.unforgiven().into_iter();
        let findings: Vec<String> = foreign
            .map(|asked| format!("asked of another machine: {asked}"))
            .chain(errors.map(|error| format!("reported by the page: {error}")))
            .collect();
        ensure!(findings.is_empty(), "{}", findings.join("\n"));
        Ok(())
    }

    /// Ends the browser.
    pub async fn stop(self) {
        self.browser.stop().await;
    }

    /// The folder for screenshots and what else a failure leaves behind.
    pub(super) fn evidence_folder() -> PathBuf {
        let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let here = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target");
        target.unwrap_or_else(here).join("screens")
    }

    /// Fails unless this engine is one of those that can do `what`.
    pub(super) fn only_in(&self, engines: &[Engine], what: &str) -> Check {
        ensure!(
            engines.contains(&self.engine()),
            "{} cannot {what}",
            self.engine()
        );
        Ok(())
    }
}

//! One browser of one engine, from its driver's start to its end.

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};

use super::process::{Home, Process, free_port, program};
use super::proxy::Proxy;
use super::wait::{until, within};
use super::{Engine, Failure, chromium, firefox, webkit};

/// How long a browser may take to start. MiniBrowser crashes now and then when
/// it starts, and its driver then waits for ever, so it is tried again.
const START: Duration = Duration::from_secs(30);
const ATTEMPTS: u32 = 3;
/// How long a browser may take to end before it is made to.
const STOP: Duration = Duration::from_secs(10);

/// A running browser. Dropping it ends driver, browser and display.
pub struct Browser {
    pub engine: Engine,
    pub client: Client,
    pub driver: Process,
    _display: Option<Process>,
    pub home: Arc<Home>,
}

/// What an engine needs to be started.
pub struct Start {
    pub driver: Command,
    pub capabilities: Value,
    pub display: Option<Process>,
}

impl Browser {
    /// Starts driver and browser behind `proxy`, in a home of their own, with
    /// light or dark as the system's choice (WebKit takes it from there only).
    pub async fn start(engine: Engine, proxy: &Proxy, dark: bool) -> Result<Self, Failure> {
        let mut last = Failure(String::new());
        for _ in 0..ATTEMPTS {
            let home = Arc::new(Home::new()?);
            match within(START, Self::try_start(engine, proxy, dark, home)).await {
                Ok(Ok(browser)) => return Ok(browser),
                Ok(Err(failure)) => return Err(failure),
                Err(late) => last = late,
            }
        }
        crate::fail!("{engine} did not start {ATTEMPTS} times: {last}")
    }

    async fn try_start(
        engine: Engine,
        proxy: &Proxy,
        dark: bool,
        home: Arc<Home>,
    ) -> Result<Self, Failure> {
        let port = free_port()?;
        let Start {
            driver,
            mut capabilities,
            display,
        } = match engine {
            Engine::Chromium => chromium::start(&home, port, proxy)?,
            Engine::Firefox => firefox::start(&home, port, proxy)?,
            Engine::WebKit => webkit::start(&home, port, proxy, dark).await?,
        };
        // A script may wait for a condition, or go through a long page on a busy
        // machine: the journey's own limit is what counts.
        capabilities["timeouts"] = json!({"script": 90_000, "pageLoad": 30_000, "implicit": 0});
        let capabilities: Capabilities = capabilities
            .as_object()
            .cloned()
            .expect("capabilities are an object");
        let mut driver = Process::start(driver)?;
        driver.listens(port).await?;
        let address = format!("http://127.0.0.1:{port}");
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities)
            .connect(&address)
            .await
            .map_err(|error| Failure(format!("{error}\n{}", driver.lines(0).join("\n"))))?;
        Ok(Browser {
            engine,
            client,
            driver,
            _display: display,
            home,
        })
    }

    /// Closes the browser and starts it again in the same home, so that it has
    /// what it kept there.
    pub async fn reopen(&mut self, proxy: &Proxy) -> Result<(), Failure> {
        within(STOP, self.client.clone().close()).await??;
        self.driver.end();
        let home = self.home.clone();
        // What is still being written to its disk is part of what it keeps.
        until("the browser to end", async || {
            Ok(home.is_empty().then_some(()))
        })
        .await?;
        let start = Self::try_start(self.engine, proxy, false, home);
        *self = within(START, start).await??;
        Ok(())
    }

    /// Name and version as the browser says them.
    pub fn version(&self) -> String {
        let said = |name| {
            let said = self.client.capabilities().and_then(|all| all.get(name));
            said.and_then(Value::as_str).unwrap_or("?").to_owned()
        };
        format!("{} {}", said("browserName"), said("browserVersion"))
    }

    /// Ends the session and everything started for it.
    pub async fn stop(self) {
        // If the session is gone already, what is left ends with `self`.
        let _ = within(STOP, self.client.clone().close()).await;
    }
}

/// The driver, or one line that says what to install.
pub fn driver(names: &[&str], install: &str) -> Result<PathBuf, Failure> {
    program(names).ok_or_else(|| Failure(format!("{} was not found: install {install}", names[0])))
}

/// An X server of our own on a display nobody uses, and that display's name.
pub async fn display(home: &Home) -> Result<(Process, String), Failure> {
    let mut command = home.command(&driver(&["Xvfb"], "the package xvfb")?);
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1600x1200x24",
        "-nolisten",
        "tcp",
    ]);
    let process = Process::start(command)?;
    let number = until("Xvfb to name its display", async || {
        let lines = process.lines(0);
        Ok(lines
            .iter()
            .find_map(|line| line.trim().parse::<u32>().ok()))
    })
    .await?;
    Ok((process, format!(":{number}")))
}

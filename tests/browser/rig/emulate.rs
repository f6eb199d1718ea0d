//! Other people's settings and machines. Chromium can do most of it, Firefox
//! the media features, paper and storage, WebKit dark alone.

use std::path::PathBuf;

use fantoccini::wd::{PrintConfiguration, PrintSize};
use serde_json::{Value, json};

use super::{Check, Engine, Page, driver};
use crate::ensure;

/// What a person has set in their system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    Dark,
    ForcedColours,
    ReducedMotion,
    /// The page as it would be printed. Chromium only.
    Print,
}

#[derive(Default)]
pub struct Emulation {
    on: bool,
}

impl Media {
    fn query(self) -> &'static str {
        match self {
            Media::Dark => "(prefers-color-scheme: dark)",
            Media::ForcedColours => "(forced-colors: active)",
            Media::ReducedMotion => "(prefers-reduced-motion: reduce)",
            Media::Print => "print",
        }
    }

    fn chromium(self) -> Option<Value> {
        let (name, value) = match self {
            Media::Dark => ("prefers-color-scheme", "dark"),
            Media::ForcedColours => ("forced-colors", "active"),
            Media::ReducedMotion => ("prefers-reduced-motion", "reduce"),
            Media::Print => return None,
        };
        Some(json!({"name": name, "value": value}))
    }

    fn firefox(self) -> Option<(&'static str, i32)> {
        match self {
            Media::Dark => Some(("layout.css.prefers-color-scheme.content-override", 0)),
            Media::ForcedColours => Some(("browser.display.document_color_use", 2)),
            Media::ReducedMotion => Some(("ui.prefersReducedMotion", 1)),
            Media::Print => None,
        }
    }
}

impl Page {
    /// Sets exactly these, and waits until the page's media queries say so.
    pub async fn emulate(&mut self, media: &[Media]) -> Check {
        if self.engine() == Engine::WebKit {
            // It takes dark from the system, at its start, and nothing else.
            ensure!(media == [Media::Dark], "webkit can emulate dark alone");
            self.restart_as(true).await?;
            self.size(1280, 900).await?;
            self.emulation.on = true;
            return self
                .until_true("matchMedia('(prefers-color-scheme: dark)').matches")
                .await;
        }
        if media.contains(&Media::Print) {
            self.only_in(&[Engine::Chromium], "show the page as printed")?;
        }
        self.emulation.on = true;
        self.set_media(media).await?;
        for one in media {
            self.until_true(&format!("matchMedia('{}').matches", one.query()))
                .await?;
        }
        Ok(())
    }

    async fn set_media(&self, media: &[Media]) -> Check {
        if self.engine() == Engine::Firefox {
            let set: Vec<_> = media.iter().filter_map(|one| one.firefox()).collect();
            let all = [Media::Dark, Media::ForcedColours, Media::ReducedMotion];
            let all: Vec<_> = all.iter().filter_map(|one| one.firefox()).collect();
            let script = "const [all, set] = arguments;
                for (const [name] of all) Services.prefs.clearUserPref(name);
                for (const [name, value] of set) Services.prefs.setIntPref(name, value);";
            driver::in_firefox(self.client(), script, vec![json!(all), json!(set)]).await?;
            return Ok(());
        }
        let features: Vec<_> = media.iter().filter_map(|one| one.chromium()).collect();
        let kind = if media.contains(&Media::Print) {
            "print"
        } else {
            ""
        };
        let parameters = json!({"media": kind, "features": features});
        driver::cdp(self.client(), "Emulation.setEmulatedMedia", parameters).await?;
        Ok(())
    }

    /// A processor `times` slower. Chromium only.
    pub async fn slow_down(&mut self, times: f64) -> Check {
        self.only_in(&[Engine::Chromium], "slow the processor down")?;
        self.emulation.on = true;
        let rate = json!({"rate": times});
        driver::cdp(self.client(), "Emulation.setCPUThrottlingRate", rate).await?;
        Ok(())
    }

    /// How many nodes the page keeps, once its rubbish is collected, those of
    /// pages that were left included. Chromium only.
    pub async fn nodes(&self) -> Check<u64> {
        self.only_in(&[Engine::Chromium], "count nodes")?;
        driver::cdp(self.client(), "HeapProfiler.collectGarbage", json!({})).await?;
        let counted = driver::cdp(self.client(), "Memory.getDOMCounters", json!({})).await?;
        Ok(counted["nodes"].as_u64().unwrap_or_default())
    }

    /// Takes this tab off the network, or puts it back. Chromium only, and the
    /// service worker still has it: where that matters, stop the server.
    pub async fn offline(&mut self, offline: bool) -> Check {
        self.only_in(&[Engine::Chromium], "go offline")?;
        self.emulation.on = true;
        driver::cdp(self.client(), "Network.enable", json!({})).await?;
        let conditions = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        driver::cdp(
            self.client(),
            "Network.emulateNetworkConditions",
            conditions,
        )
        .await?;
        Ok(())
    }

    /// Turns the page's own scripts off or on again. Chromium only.
    pub async fn scripts(&mut self, on: bool) -> Check {
        self.only_in(&[Engine::Chromium], "turn scripts off")?;
        let parameters = json!({"value": !on});
        driver::cdp(
            self.client(),
            "Emulation.setScriptExecutionDisabled",
            parameters,
        )
        .await?;
        Ok(())
    }

    /// Runs a script in every page of this tab before the page's own, until the
    /// tab is closed: do it in a second one, or the next test has it too.
    /// Chromium only.
    pub async fn before_every_page(&mut self, script: &str) -> Check {
        self.only_in(&[Engine::Chromium], "run a script before the page's")?;
        let command = "Page.addScriptToEvaluateOnNewDocument";
        driver::cdp(self.client(), "Page.enable", json!({})).await?;
        driver::cdp(self.client(), command, json!({"source": script})).await?;
        Ok(())
    }

    /// Stores nothing for any page from now on, or stores again, as a setting of
    /// the browser does. Firefox only.
    pub async fn forbid_storage(&mut self, forbidden: bool) -> Check {
        self.only_in(&[Engine::Firefox], "forbid storage")?;
        self.emulation.on = true;
        let script = "Services.prefs.setBoolPref('dom.storage.enabled', !arguments[0])";
        driver::in_firefox(self.client(), script, vec![json!(forbidden)]).await?;
        Ok(())
    }

    /// The page printed on A4: a PDF file's bytes, also kept beside the screenshots.
    /// Chromium and Firefox.
    pub async fn print(&self, name: &str) -> Check<(Vec<u8>, PathBuf)> {
        self.only_in(&[Engine::Chromium, Engine::Firefox], "print")?;
        let paper = PrintConfiguration::builder()
            .size(PrintSize::A4)
            .build()
            .expect("A4 is paper");
        let pdf = self.client().print(paper).await?;
        let file = self.keep(name, "pdf", &pdf)?;
        Ok((pdf, file))
    }

    /// Back to nothing of the above.
    pub(super) async fn emulate_nothing(&mut self) -> Check {
        if !std::mem::take(&mut self.emulation.on) {
            return Ok(());
        }
        if self.engine() == Engine::WebKit {
            return self.restart().await;
        }
        self.set_media(&[]).await?;
        if self.engine() == Engine::Chromium {
            self.slow_down(1.0).await?;
            self.offline(false).await?;
        }
        if self.engine() == Engine::Firefox {
            self.forbid_storage(false).await?;
        }
        self.emulation.on = false;
        Ok(())
    }
}

//! Window sizes, and what does not fit into them.

use serde_json::json;

use super::{Check, Engine, Page, driver};
use crate::ensure;

/// Firefox's window stays wider than a phone; its page can be made narrower.
const FIREFOX_WIDTH: &str = "
    for (const side of ['min-width', 'max-width'])
        gBrowser.selectedBrowser.style.setProperty(side, arguments[0]);";

impl Page {
    /// Makes the page `width` CSS pixels wide and about `height` high.
    pub async fn size(&mut self, width: u32, height: u32) -> Check {
        if self.engine() == Engine::Firefox {
            let wanted = json!(format!("{width}px"));
            driver::in_firefox(self.client(), FIREFOX_WIDTH, vec![wanted]).await?;
        }
        self.client().set_window_size(width, height).await?;
        let is = "window.innerWidth";
        let expected = format!("{is} === {width}");
        let waited = self.until_true(&expected).await;
        if waited.is_err() {
            let is: f64 = self.ask(&format!("return {is}"), vec![]).await?;
            ensure!(false, "the page is {is} px wide, not {width} px");
        }
        Ok(())
    }

    /// How high the page's window is, in CSS pixels.
    pub async fn height(&self) -> Check<u32> {
        self.ask("return window.innerHeight", vec![]).await
    }

    /// What reaches beyond the right edge of the page, so that one has to
    /// scroll sideways to read it; empty if all fits. What scrolls in a box of
    /// its own (a wide table) is left out.
    pub async fn overflow(&self) -> Check<Vec<String>> {
        self.ask(include_str!("scripts/overflow.js"), vec![]).await
    }

    /// Fails if anything reaches beyond the right edge at `width` pixels.
    pub async fn fits(&mut self, width: u32) -> Check {
        self.size(width, 900).await?;
        let wide = self.overflow().await?;
        ensure!(
            wide.is_empty(),
            "wider than {width} px: {}",
            wide.join(", ")
        );
        Ok(())
    }
}

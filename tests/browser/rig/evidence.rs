//! What a failure leaves behind, under `target/screens`.

use std::path::PathBuf;

use super::{Check, Page};

impl Page {
    /// A picture of what the window shows.
    pub async fn screenshot(&self, name: &str) -> Check<PathBuf> {
        let picture = self.client().screenshot().await?;
        self.keep(name, "png", &picture)
    }

    pub(super) fn keep(&self, name: &str, kind: &str, bytes: &[u8]) -> Check<PathBuf> {
        let folder = Page::evidence_folder();
        std::fs::create_dir_all(&folder)?;
        let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let name: String = format!("{}-{name}", self.label)
            .chars()
            .map(plain)
            .collect();
        let file = folder.join(format!("{name}.{kind}"));
        std::fs::write(&file, bytes)?;
        Ok(file)
    }

    /// Picture, HTML and a report (errors, requests, the driver's output);
    /// what cannot be had any more says why instead.
    pub async fn keep_evidence(&mut self, failure: &str) -> Vec<String> {
        let picture = self.screenshot("failure").await;
        let html = match self.client().source().await {
            Ok(html) => self.keep("failure", "html", html.as_bytes()),
            Err(error) => Err(error.into()),
        };
        let asked: Vec<String> = self
            .server
            .asked()
            .iter()
            .map(|asked| {
                format!(
                    "{} {} {} ({} bytes)",
                    asked.status, asked.method, asked.path, asked.bytes
                )
            })
            .collect();
        let errors = match self.errors().await {
            Ok(errors) => errors.join("\n"),
            Err(error) => format!("the console could not be read: {error}"),
        };
        let report = format!(
            "{failure}\n\n# Errors of the page\n{errors}\n\n# Requests\n{}\n\n# Asked of other machines\n{}\n\n# Driver\n{}\n",
            asked.join("\n"),
            self.proxy.foreign().join("\n"),
            self.browser.driver.lines(0).join("\n"),
        );
        let report = self.keep("failure", "txt", report.as_bytes());
        [picture, html, report]
            .into_iter()
            .map(|kept| match kept {
                Ok(file) => file.display().to_string(),
                Err(error) => format!("not kept: {error}"),
            })
            .collect()
    }
}

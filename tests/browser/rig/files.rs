//! Files a person saves and opens.

use std::path::{Path, PathBuf};

use fantoccini::Locator;

use super::wait::until;
use super::{Check, Page};

impl Page {
    /// Waits until the page has saved a file of this name, and reads it.
    pub async fn saved(&self, name: &str) -> Check<Vec<u8>> {
        let file = self.browser.home.downloads().join(name);
        until(&format!("{name} in the downloads"), async || {
            let there = list(&self.browser.home.downloads())?;
            // Until it is done, the file is empty or a part lies beside it.
            let bytes = std::fs::read(&file);
            let done = !there.iter().any(|file| is_part(file));
            match bytes {
                Ok(bytes) if done && !bytes.is_empty() => Ok(Some(bytes)),
                Ok(_) => Ok(None),
                Err(_) => crate::fail!("there are: {there:?}"),
            }
        })
        .await
    }

    /// Waits until the page has saved a file whose name begins and ends so:
    /// its whole name, and what is in it.
    pub async fn saved_as(&self, begins: &str, ends: &str) -> Check<(String, Vec<u8>)> {
        let name = until(&format!("{begins}…{ends} in the downloads"), async || {
            let names = self.saved_names()?;
            let named = |it: &String| it.starts_with(begins) && it.ends_with(ends);
            match names.iter().find(|it| named(it)) {
                Some(name) => Ok(Some(name.clone())),
                None => crate::fail!("there are: {names:?}"),
            }
        })
        .await?;
        let bytes = self.saved(&name).await?;
        Ok((name, bytes))
    }

    /// The names of the files saved so far.
    pub fn saved_names(&self) -> Check<Vec<String>> {
        let files = list(&self.browser.home.downloads())?;
        let name = |file: &PathBuf| Some(file.file_name()?.to_string_lossy().into_owned());
        Ok(files.iter().filter_map(name).collect())
    }

    /// Removes a saved file, so that another of its name can be told from it.
    pub fn forget(&self, name: &str) -> Check {
        Ok(std::fs::remove_file(
            self.browser.home.downloads().join(name),
        )?)
    }

    /// Chooses a file in the file field that this CSS selector finds: file
    /// fields have no role.
    pub async fn choose_file(&self, selector: &str, file: &Path) -> Check {
        let field = self.client().find(Locator::Css(selector)).await?;
        Ok(field.send_keys(&file.display().to_string()).await?)
    }

    /// Empties the folder of saved files.
    pub(super) fn forget_saved(&self) -> Check {
        for file in list(&self.browser.home.downloads())? {
            std::fs::remove_file(file)?;
        }
        Ok(())
    }
}

fn list(folder: &Path) -> Check<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?;
    Ok(entries
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?)
}

fn is_part(file: &Path) -> bool {
    let parts = ["crdownload", "part", "wkdownload"];
    file.extension()
        .is_some_and(|kind| parts.iter().any(|part| kind == *part))
}

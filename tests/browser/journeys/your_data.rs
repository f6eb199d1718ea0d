//! Opening files, going back, and taking things out.

use std::path::Path;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            opens_a_file_and_goes_back,
            refuses_what_is_no_file_of_ours,
            removes_everything_and_puts_it_back,
            finishes_on_a_shared_computer;
    ]
}

const FILE: &str = "tests/fixtures/v1/backup.json";

async fn choose(page: &Page, file: &str) -> Check {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    page.choose_file("#open-file", &file).await
}

/// Opens the page and a file with something of every part.
async fn with_everything(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    choose(page, FILE).await?;
    answer(page, "Open it").await?;
    page.shows("“backup.json” was opened.").await
}

/// Chooses in the open dialog.
async fn answer(page: &Page, label: &str) -> Check {
    page.until_true("document.querySelector('dialog[open]')")
        .await?;
    let found: bool = page
        .ask(
            "const all = [...document.querySelectorAll('dialog button')];
             const button = all.find(b => b.textContent === arguments[0]);
             button?.click();
             return Boolean(button);",
            vec![label.into()],
        )
        .await?;
    ensure!(found, "the dialog has no “{label}”");
    Ok(())
}

const RATINGS: &str =
    "[...document.querySelectorAll('.facts dt')].some(dt => dt.textContent === 'Ratings')";

async fn closed(page: &Page) -> Check {
    page.until_true("!document.querySelector('dialog')").await
}

async fn opens_a_file_and_goes_back(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    page.shows("You have not saved a backup file yet.").await?;
    choose(page, FILE).await?;
    page.shows("This would be added:").await?;
    page.until_true("document.querySelector('dialog').open && document.querySelector('dialog').contains(document.activeElement)")
        .await?;
    page.press("Escape").await?;
    closed(page).await?;
    // The same file can be chosen again.
    choose(page, FILE).await?;
    answer(page, "Open it").await?;
    page.shows("“backup.json” was opened.").await?;
    closed(page).await?;
    page.shows("Saved in this browser.").await?;
    ensure!(
        page.has("heading", "Go back").await?,
        "no way back is offered"
    );
    page.reload().await?;
    page.shows("Saved in this browser.").await?;
    page.until_true(RATINGS).await?;
    choose(page, FILE).await?;
    answer(page, "Use the file instead").await?;
    closed(page).await?;
    page.click("button", "Undo").await?;
    page.shows("You have gone back to what was here before.")
        .await?;
    page.until_true(RATINGS).await
}

async fn refuses_what_is_no_file_of_ours(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    choose(page, "tests/fixtures/v1/refused/not-json.json").await?;
    page.shows("Nothing was changed.").await?;
    page.click("button", "Close this message").await?;
    page.until_true("!document.querySelector('.error-summary')")
        .await
}

async fn removes_everything_and_puts_it_back(page: &mut Page) -> Check {
    with_everything(page).await?;
    page.click("button", "Remove everything").await?;
    page.shows("Remove everything from this browser?").await?;
    answer(page, "Cancel").await?;
    closed(page).await?;
    page.click("button", "Remove everything").await?;
    answer(page, "Remove everything").await?;
    page.shows("It was removed.").await?;
    page.until_true("localStorage.length === 0").await?;
    page.click("button", "Put it back").await?;
    page.shows("It was put back.").await?;
    page.until_true("localStorage.length > 0").await
}

async fn finishes_on_a_shared_computer(page: &mut Page) -> Check {
    with_everything(page).await?;
    page.click("button", "Finish on a shared computer").await?;
    answer(page, "I have the file: remove everything").await?;
    page.shows("Nothing you entered is left in this browser.")
        .await?;
    page.until_true("localStorage.length === 0").await
}

//! The edition of one file, opened from a disk.

use std::path::PathBuf;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::assess::main_journey;
use super::data::{choose, save_a_backup, saved_today};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL => works_from_a_disk;
        &[Engine::Firefox] =>
            keeps_all_in_a_file_where_nothing_is_stored,
            saves_a_file_from_the_first_page_on;
    ]
}

/// The address of the file, at a route.
fn at(route: &str) -> String {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let file = std::env::var_os("WAYMARK_SINGLE_FILE")
        .map_or_else(|| here.join("release/waymark.html"), PathBuf::from);
    format!("file://{}{route}", file.display())
}

async fn open(page: &mut Page, route: &str) -> Check {
    page.client().goto("about:blank").await?;
    page.client().goto(&at(route)).await?;
    page.drawn().await
}

async fn works_from_a_disk(page: &mut Page) -> Check {
    open(page, "").await?;
    page.run("localStorage.clear()", vec![]).await?;
    open(page, "#/your-data").await?;
    page.shows("Nothing is saved yet").await?;
    page.shows("You opened Waymark from a file.").await?;
    choose(page, "backup.json").await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    let keys: Vec<String> = page.ask("return Object.keys(localStorage)", vec![]).await?;
    ensure!(
        keys.iter().any(|key| key == "waymark:file:document"),
        "stored under {keys:?}"
    );
    open(page, "#/framework").await?;
    page.find("heading", "The framework").await?;
    open(page, "#/your-data").await?;
    page.shows("Ratings").await?;
    let saved = save_a_backup(page).await?;
    ensure!(
        saved["ratings"]["promoting-autonomy"][0]["score"] == 0,
        "saved {saved}"
    );
    // So are the parts that no page needs.
    open(page, "#/plan").await?;
    page.click("button", "Save a spreadsheet").await?;
    let (_, table) = saved_today(page, "waymark-plan-", ".xlsx").await?;
    ensure!(
        String::from_utf8_lossy(&table).contains("Visit the allotment project"),
        "saved: {}",
        String::from_utf8_lossy(&table)
    );
    // And the way from the first page to the plan, for somebody new.
    page.run("localStorage.clear()", vec![]).await?;
    open(page, "").await?;
    main_journey(page).await?;
    page.run("localStorage.clear()", vec![]).await?;
    Ok(())
}

async fn keeps_all_in_a_file_where_nothing_is_stored(page: &mut Page) -> Check {
    page.forbid_storage(true).await?;
    open(page, "#/your-data").await?;
    page.shows("So a file is your only copy").await?;
    choose(page, "backup.json").await?;
    page.click("button", "Open it").await?;
    page.shows("Not being saved").await?;
    page.check_accessibility().await?;
    // A link alone: what was entered is still here.
    page.follow("link", "Your plan").await?;
    page.follow("link", "Your data").await?;
    // Offered by the message, too.
    page.click_in(".notices", "Save a backup file").await?;
    let (_, saved) = saved_today(page, "waymark-backup-", ".json").await?;
    let saved: serde_json::Value = serde_json::from_slice(&saved)?;
    ensure!(
        saved["ratings"]["promoting-autonomy"][0]["score"] == 0,
        "saved {saved}"
    );
    open(page, "#/your-data").await?;
    page.shows("Nothing is saved yet").await?;
    let there: bool = page
        .ask("return document.body.innerText.includes('Ratings')", vec![])
        .await?;
    ensure!(!there, "it was stored after all");
    Ok(())
}

/// The message stands on the first page too, where nothing else of the program
/// was needed yet.
async fn saves_a_file_from_the_first_page_on(page: &mut Page) -> Check {
    page.forbid_storage(true).await?;
    open(page, "#/").await?;
    page.click_in(".notices", "Save a backup file").await?;
    let (_, saved) = saved_today(page, "waymark-backup-", ".json").await?;
    let saved: serde_json::Value = serde_json::from_slice(&saved)?;
    ensure!(
        saved["format"] == "waymark" && saved["kind"] == "backup",
        "saved {saved}"
    );
    Ok(())
}

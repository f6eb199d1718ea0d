//! A walk with Tab over every page: all that can be worked is reached, in the
//! order of the page, seen, and left again.

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::data::begin_with_a_backup;
use super::everywhere::pages;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        // Where a Tab goes from a page's end is each browser's own matter, and
        // the marker of the focus is the same sheet everywhere.
        &[Engine::Chromium] =>
            walks_every_page_with_tab,
            walks_every_page_of_somebody_with_tab;
    ]
}

async fn walk_each(page: &mut Page) -> Check {
    let mut wrong = Vec::new();
    for route in pages() {
        page.open(&route).await?;
        let found = page.walk_with_tab().await?;
        wrong.extend(found.iter().map(|it| format!("{route}: {it}")));
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn walks_every_page_with_tab(page: &mut Page) -> Check {
    walk_each(page).await
}

async fn walks_every_page_of_somebody_with_tab(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    walk_each(page).await
}

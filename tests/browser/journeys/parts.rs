//! A part of the program is late, or does not come: the page says so, and comes
//! when it is asked for again.

use crate::ensure;
use crate::rig::{APP, Answer, Check, Engine, Page};

use super::data::{begin_with_a_backup, expect_stored, save_a_backup};
use super::topics::open_details;
use super::trouble::file_of_the_app;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            asks_again_for_a_part_that_was_missing,
            asks_again_for_a_part_that_was_another_page,
            asks_again_for_a_part_that_was_cut_short,
            asks_again_for_a_part_after_the_network_was_away,
            asks_again_for_what_is_opened_on_the_plan,
            asks_again_for_what_carries_out_a_request,
            says_that_a_page_is_on_its_way,
            shows_no_page_that_was_left_before_it_came,
            needs_no_more_for_the_first_page;
    ]
}

/// The file name of a part of the program.
pub(super) fn part(name: &str) -> Check<String> {
    let begins = format!("part-{name}-");
    // Another part's name may begin with this one's.
    let is_hash = |rest: &str| !rest.contains('-') && rest.ends_with(".wasm");
    file_of_the_app(|file| file.strip_prefix(&begins).is_some_and(is_hash))
}

/// The file names of all parts but the first, and of what several share.
fn later_parts() -> Check<Vec<String>> {
    let mut parts = Vec::new();
    for entry in std::fs::read_dir(crate::runner::dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if (name.starts_with("part-") || name.starts_with("shared-")) && name.ends_with(".wasm") {
            parts.push(name);
        }
    }
    ensure!(parts.len() > 5, "only {parts:?}");
    Ok(parts)
}

/// A page's own part, the one that every page needs, and what several share.
fn needed_parts() -> Check<[Vec<String>; 3]> {
    let shared = later_parts()?
        .into_iter()
        .filter(|it| it.starts_with("shared-"));
    Ok([
        vec![part("framework")?],
        vec![part("session")?],
        shared.collect(),
    ])
}

async fn asks_again_for_a_part_that_was_missing(page: &mut Page) -> Check {
    for files in needed_parts()? {
        asks_again(page, &files, |_| Answer::NotFound).await?;
    }
    Ok(())
}

async fn asks_again_for_a_part_that_was_another_page(page: &mut Page) -> Check {
    let page_of_the_host = |_: Vec<u8>| Answer::Bytes {
        content_type: "text/html",
        bytes: b"<!doctype html><title>Start</title>".to_vec(),
    };
    for files in needed_parts()? {
        asks_again(page, &files, page_of_the_host).await?;
    }
    Ok(())
}

async fn asks_again_for_a_part_that_was_cut_short(page: &mut Page) -> Check {
    let short = |mut bytes: Vec<u8>| {
        bytes.truncate(bytes.len() / 2);
        Answer::Bytes {
            content_type: "application/wasm",
            bytes,
        }
    };
    for files in needed_parts()? {
        asks_again(page, &files, short).await?;
    }
    Ok(())
}

/// A page whose part is answered otherwise says so under its own heading, and
/// comes when it is asked for again.
async fn asks_again(
    page: &mut Page,
    files: &[String],
    answer: impl Fn(Vec<u8>) -> Answer,
) -> Check {
    for file in files {
        let bytes = std::fs::read(crate::runner::dist().join(file))?;
        page.server.answer(page.path(file), answer(bytes));
    }
    page.forgive("");
    page.open("#/framework").await?;
    can_try_again(page).await?;
    page.server.reset().await?;
    page.click("button", "Try again").await?;
    page.find("link", "Promoting Autonomy").await?;
    Ok(())
}

async fn can_try_again(page: &mut Page) -> Check {
    page.find("heading", "The framework").await?;
    page.shows("This page could not be loaded.").await?;
    page.errors().await?;
    page.take_errors();
    Ok(())
}

/// Opens the first page where the host has no part but the first.
async fn first_page_alone(page: &mut Page) -> Check {
    for file in later_parts()? {
        page.server.answer(page.path(&file), Answer::NotFound);
    }
    page.forgive("");
    page.open("").await?;
    page.find("link", "Start").await?;
    Ok(())
}

async fn asks_again_for_a_part_after_the_network_was_away(page: &mut Page) -> Check {
    first_page_alone(page).await?;
    page.server.stop().await;
    page.click("link", "The framework").await?;
    can_try_again(page).await?;
    page.server.reset().await?;
    page.click("button", "Try again").await?;
    page.find("link", "Promoting Autonomy").await?;
    Ok(())
}

/// Opens the framework's page, which does not come.
async fn await_framework(page: &mut Page) -> Check {
    page.leave().await?;
    page.client().goto(&page.address("#/framework")).await?;
    page.shows("This page is on its way").await
}

/// However long a part takes: nothing else waits for it, and it comes at last.
async fn says_that_a_page_is_on_its_way(page: &mut Page) -> Check {
    for files in needed_parts()? {
        for file in files {
            page.server.hold(page.path(&file));
        }
        await_framework(page).await?;
        page.find("heading", "The framework").await?;
        page.check_accessibility().await?;
        page.server.let_through();
        page.find("link", "Promoting Autonomy").await?;
        page.focus_is_on("heading", "The framework").await?;
    }
    Ok(())
}

/// What is folded away on the page of the plan is a part of its own.
async fn asks_again_for_what_is_opened_on_the_plan(page: &mut Page) -> Check {
    let file = page.path(&part("plan-opened")?);
    page.server.answer(file, Answer::NotFound);
    page.forgive("");
    page.open("#/plan").await?;
    open_details(page, "#add-own summary").await?;
    page.shows("This could not be loaded.").await?;
    page.check_accessibility().await?;
    page.server.reset().await?;
    page.click("button", "Try again").await?;
    page.find("textbox", "What I want to do").await?;
    Ok(())
}

/// So is what carries out a request, such as saving a file.
async fn asks_again_for_what_carries_out_a_request(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    let file = page.path(&part("requests")?);
    page.server.answer(file, Answer::NotFound);
    page.forgive("");
    page.open("#/your-data").await?;
    page.click("button", "Save a backup file").await?;
    page.shows("This could not be done, because a part of Waymark did not load.")
        .await?;
    page.check_accessibility().await?;
    expect_stored(page, &before).await?;
    page.server.reset().await?;
    let saved = save_a_backup(page).await?;
    ensure!(
        saved["ratings"]["promoting-autonomy"][0]["score"] == 0,
        "saved {saved}"
    );
    page.until_true("document.getElementById('refused').textContent === ''")
        .await
}

async fn shows_no_page_that_was_left_before_it_came(page: &mut Page) -> Check {
    let file = part("framework")?;
    page.server.hold(page.path(&file));
    await_framework(page).await?;
    page.goto("#/privacy").await?;
    page.find("heading", "Privacy").await?;
    page.server.let_through();
    let arrived =
        format!("performance.getEntriesByType('resource').some(it => it.name.includes('{file}'))");
    page.until_true(&arrived).await?;
    page.goto("#/accessibility").await?;
    page.back().await?;
    page.focus_is_on("heading", "Privacy").await?;
    page.goto("#/framework").await?;
    page.find("link", "Promoting Autonomy").await?;
    Ok(())
}

async fn needs_no_more_for_the_first_page(page: &mut Page) -> Check {
    first_page_alone(page).await?;
    page.click("link", "The framework").await?;
    can_try_again(page).await?;
    page.server.reset().await?;
    page.click("button", "Try again").await?;
    page.find("link", "Promoting Autonomy").await?;
    Ok(())
}

//! When the program cannot start, or stops: a plain message, and everything
//! that was typed or stored offered as a file.

use crate::rig::{APP, Answer, Check, Engine, GALLERY, Page};
use crate::{ensure, fail};

use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    let mut all = journeys![APP;
        Engine::ALL =>
            says_when_the_program_is_missing,
            says_when_the_program_is_no_program,
            says_when_the_framework_is_missing,
            says_when_the_framework_is_cut_short,
            says_when_the_rest_is_missing,
            needs_no_more_for_the_first_page,
            refuses_to_start_in_a_frame;
    ];
    all.extend(journeys![GALLERY; Engine::ALL => offers_everything_when_the_program_dies;]);
    all
}

/// The built program's file name.
fn wasm() -> Check<String> {
    built(|name| name.starts_with("waymark-") && name.ends_with(".wasm"))
}

/// The file name of the framework's words.
fn words() -> Check<String> {
    built(|name| name.starts_with("framework-") && name.ends_with(".txt"))
}

/// The file name of the rest of the program.
pub(super) fn rest() -> Check<String> {
    built(|name| name.starts_with("rest-") && name.ends_with(".wasm"))
}

fn built(wanted: impl Fn(&str) -> bool) -> Check<String> {
    for entry in std::fs::read_dir(crate::runner::dist())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if wanted(&name) {
            return Ok(name);
        }
    }
    fail!("not in the folder of the app")
}

async fn says_when_the_program_is_missing(page: &mut Page) -> Check {
    let program = page.path(&wasm()?);
    page.server.answer(&program, Answer::NotFound);
    page.forgive(&program);
    page.open("").await?;
    page.find("heading", "Waymark could not load").await?;
    page.find("button", "Load the page again").await?;
    // The first words stay; they never needed the program.
    page.find("heading", "See where you stand. Choose where to go next.")
        .await?;
    page.errors().await?;
    page.take_errors();
    page.server.reset().await?;
    page.click("button", "Load the page again").await?;
    page.until_true("document.title === 'Your own practice, your own plan – Waymark'")
        .await
}

async fn says_when_the_program_is_no_program(page: &mut Page) -> Check {
    let program = page.path(&wasm()?);
    let answer = Answer::Bytes {
        content_type: "application/wasm",
        bytes: b"not a program".to_vec(),
    };
    page.server.answer(&program, answer);
    page.open("").await?;
    page.forgive("");
    page.find("heading", "This browser cannot run Waymark")
        .await?;
    Ok(())
}

async fn says_when_the_framework_is_missing(page: &mut Page) -> Check {
    cannot_start(page, &words()?, Answer::NotFound).await
}

async fn says_when_the_rest_is_missing(page: &mut Page) -> Check {
    cannot_start(page, &rest()?, Answer::NotFound).await
}

async fn says_when_the_framework_is_cut_short(page: &mut Page) -> Check {
    let answer = Answer::Bytes {
        content_type: "text/plain",
        bytes: b"somerset-competency-framework\x1fThe Somer".to_vec(),
    };
    cannot_start(page, &words()?, answer).await
}

async fn cannot_start(page: &mut Page, file: &str, answer: Answer) -> Check {
    page.server.answer(page.path(file), answer);
    page.forgive(file);
    page.open("#/framework").await?;
    page.find("heading", "Waymark could not load").await?;
    page.errors().await?;
    page.take_errors();
    page.server.reset().await?;
    page.click("button", "Load the page again").await?;
    page.find("heading", "The framework").await?;
    Ok(())
}

async fn needs_no_more_for_the_first_page(page: &mut Page) -> Check {
    for file in [words()?, rest()?] {
        page.server.answer(page.path(&file), Answer::NotFound);
        page.forgive(file);
    }
    page.open("").await?;
    page.find("link", "Start").await?;
    page.click("link", "The framework").await?;
    page.shows("This page could not be loaded.").await?;
    page.errors().await?;
    page.take_errors();
    page.server.reset().await?;
    page.click("button", "Try again").await?;
    page.find("heading", "The framework").await?;
    Ok(())
}

async fn refuses_to_start_in_a_frame(page: &mut Page) -> Check {
    let around = page.path("around.html");
    let html = "<!doctype html><html lang=en><title>Around</title><iframe title=app src=index.html></iframe>";
    let answer = Answer::Bytes {
        content_type: "text/html",
        bytes: html.into(),
    };
    page.server.answer(&around, answer);
    page.open("around.html").await?;
    page.until_true(
        "document.querySelector('iframe').contentDocument?.body?.innerText.includes('Open Waymark in its own tab')",
    )
    .await?;
    let started: bool = page
        .ask(
            "return document.querySelector('iframe').contentDocument.getElementById('page').children.length > 0",
            vec![],
        )
        .await?;
    ensure!(!started, "the program runs inside a frame");
    page.forgive("");
    Ok(())
}

async fn offers_everything_when_the_program_dies(page: &mut Page) -> Check {
    page.open("#/gallery").await?;
    page.run(
        "localStorage.setItem('waymark:/gallery/:document', '{\"kept\": \"to the letter – نعم 😀\"}')",
        vec![],
    )
    .await?;
    page.fill("textbox", "A text field", "half a reflection")
        .await?;
    page.click("button", "Stop the program").await?;
    page.find("heading", "Waymark has stopped").await?;
    page.find("button", "Load the page again").await?;
    // The page's own policy forbids a script to read them, so they are saved as
    // a person would.
    for (link, file, text) in [
        (
            "Save the text in the open boxes as a file",
            "waymark-unsaved-text.txt",
            "A text field\nhalf a reflection",
        ),
        (
            "Save what this browser holds as a file",
            "waymark-stored-text.txt",
            "{\"kept\": \"to the letter – نعم 😀\"}",
        ),
    ] {
        page.click("link", link).await?;
        let saved = String::from_utf8(page.saved(file).await?)?;
        ensure!(saved == text, "“{link}” saves {saved:?}, not {text:?}");
    }
    page.forgive("");
    Ok(())
}

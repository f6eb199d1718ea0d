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
            says_when_the_browser_is_too_old_for_the_program,
            tells_whoever_hosts_that_scripts_have_the_wrong_type,
            speaks_up_where_no_script_may_run,
            refuses_to_start_in_a_frame;
    ];
    all.extend(journeys![GALLERY; Engine::ALL => offers_everything_when_the_program_dies;]);
    all
}

/// The built program's file name.
fn wasm() -> Check<String> {
    file_of_the_app(|name| name.starts_with("waymark-") && name.ends_with(".wasm"))
}

/// The name of a file of the app.
pub(super) fn file_of_the_app(wanted: impl Fn(&str) -> bool) -> Check<String> {
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

/// Answers a file of the app otherwise, and opens the app.
async fn open_with(page: &mut Page, file: &str, content_type: &'static str, bytes: &[u8]) -> Check {
    let answer = Answer::Bytes {
        content_type,
        bytes: bytes.to_vec(),
    };
    page.server.answer(page.path(file), answer);
    page.open("").await?;
    page.forgive("");
    Ok(())
}

async fn says_when_the_program_is_no_program(page: &mut Page) -> Check {
    open_with(page, &wasm()?, "application/wasm", b"not a program").await?;
    page.find("heading", "Waymark could not load").await?;
    Ok(())
}

async fn says_when_the_browser_is_too_old_for_the_program(page: &mut Page) -> Check {
    // A section of a kind that no browser knows.
    let newer = b"\0asm\x01\0\0\0\x7f\x01\0";
    open_with(page, &wasm()?, "application/wasm", newer).await?;
    page.find("heading", "This browser cannot run Waymark")
        .await?;
    Ok(())
}

async fn tells_whoever_hosts_that_scripts_have_the_wrong_type(page: &mut Page) -> Check {
    let program = file_of_the_app(|name| name.starts_with("waymark-") && name.ends_with(".js"))?;
    let script = std::fs::read(crate::runner::dist().join(&program))?;
    // Under a name that no journey before has asked for: WebKit takes a module
    // that it has, and asks for it no more.
    let name = "waymark-of-the-wrong-type.js";
    let index = std::fs::read_to_string(crate::runner::dist().join("index.html"))?;
    let collect = "<head><script src=\"/rig/collect.js\"></script>";
    let index = index.replace(&program, name).replacen("<head>", collect, 1);
    let page_of_the_host = Answer::Bytes {
        content_type: "text/html; charset=utf-8",
        bytes: index.into_bytes(),
    };
    page.server.answer(page.path(""), page_of_the_host);
    open_with(page, name, "text/plain", &script).await?;
    page.find("heading", "Waymark could not load").await?;
    page.shows("must be sent as text/javascript, and are sent as text/plain")
        .await
}

async fn speaks_up_where_no_script_may_run(page: &mut Page) -> Check {
    // No browser takes a table for a script.
    let script = std::fs::read(crate::runner::dist().join("boot.js"))?;
    page.server.answer(
        page.path("boot.js"),
        Answer::Bytes {
            content_type: "text/csv",
            bytes: script,
        },
    );
    page.forgive("");
    // Nothing takes the mark of a page that is on its way away.
    page.client().goto(&page.address("")).await?;
    page.until_true("document.readyState === 'complete'")
        .await?;
    // After ten seconds.
    page.run(
        "document.getElementById('slow').getAnimations().forEach((it) => it.finish())",
        vec![],
    )
    .await?;
    page.shows("This is taking a long time.").await?;
    page.shows("must be sent as text/javascript").await
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

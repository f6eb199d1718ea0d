//! The rig itself, against pages that are wrong on purpose: what it cannot see
//! here it would not see in the app.

use crate::rig::{Answer, Check, Engine, FIXTURE, Media, Page};
use crate::{ensure, fail};

use super::{Journey, journeys};

const BLINK: &[Engine] = &[Engine::Chromium];
const MEDIA: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub fn all() -> Vec<Journey> {
    journeys![FIXTURE;
        Engine::ALL =>
            follows_routes_and_comes_back,
            finds_by_role_and_name,
            agrees_with_the_browser_on_role_and_name,
            types_clicks_and_presses,
            knows_an_element_that_is_gone,
            keeps_storage_over_reload_and_tabs,
            starts_with_empty_storage,
            passes_an_accessible_page,
            reports_an_inaccessible_page,
            sees_overflow_on_a_phone,
            records_a_foreign_request,
            fails_on_script_errors,
            fails_on_policy_violations,
            answers_as_told,
            loses_the_server,
            serves_the_right_types,
            works_without_the_server,
            forgets_the_worker,
            saves_and_opens_files,
            takes_pictures;
        MEDIA => emulates_settings, prints;
        BLINK => goes_offline, slows_down;
    ]
}

async fn follows_routes_and_comes_back(page: &mut Page) -> Check {
    page.open("index.html#/").await?;
    ensure!(
        page.title().await? == "Start",
        "title {}",
        page.title().await?
    );
    page.goto("#/other").await?;
    ensure!(
        page.title().await? == "Other",
        "title {}",
        page.title().await?
    );
    page.back().await?;
    page.follow("link", "Other page").await?;
    ensure!(
        page.hash().await? == "#/other",
        "hash {}",
        page.hash().await?
    );
    page.shows("You are on the other page.").await
}

async fn finds_by_role_and_name(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let cases = [
        ("button", "Save", "save"),
        ("button", "Save and go on", "save-on"),
        ("button", "Close the message", "aria-label"),
        ("textbox", "Your notes", "notes"),
        ("radio", "Score 3 (Competent)", "radio-3"),
        ("group", "How often?", "fieldset"),
        ("heading", "Start", "heading"),
        ("img", "A compass", "picture"),
        ("region", "Named by its heading", "region"),
    ];
    for (role, name, id) in cases {
        let found = page.find(role, name).await?.attr("id").await?;
        ensure!(
            found.as_deref() == Some(id),
            "{role} “{name}” is {found:?}, not {id}"
        );
    }
    let hidden = page.has("button", "Hidden").await?;
    ensure!(!hidden, "a hidden button is found");
    let twice = page
        .find("button", "Twice")
        .await
        .err()
        .map(|failure| failure.0);
    ensure!(
        twice.is_some_and(|said| said.starts_with("2 elements")),
        "two of one name are one"
    );
    Ok(())
}

async fn agrees_with_the_browser_on_role_and_name(page: &mut Page) -> Check {
    page.open("index.html").await?;
    for role in ["button", "textbox", "link", "radio"] {
        for ours in page.find_all(role).await? {
            let theirs = page.computed(&ours.element).await?;
            let ours = (ours.role, ours.name);
            ensure!(ours == theirs, "{ours:?} here is {theirs:?} there");
        }
    }
    Ok(())
}

async fn types_clicks_and_presses(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.fill("textbox", "Your notes", "first").await?;
    page.fill("textbox", "Your notes", "Listened, then asked")
        .await?;
    page.press("Shift+Tab").await?;
    page.press("Tab").await?;
    page.focus_is_on("textbox", "Your notes").await?;
    page.press("End").await?;
    page.type_text("!").await?;
    page.click("button", "Save").await?;
    page.shows("Saved: Listened, then asked!").await?;
    page.find("radio", "Score 3 (Competent)")
        .await?
        .click()
        .await?;
    page.press("ArrowDown").await?;
    page.focus_is_on("radio", "Score 4 (Proficient)").await
}

async fn knows_an_element_that_is_gone(page: &mut Page) -> Check {
    page.open("index.html#/").await?;
    let button = page.find("button", "Save").await?;
    page.run("document.getElementById('save').remove()", vec![])
        .await?;
    let click: Check = async { Ok(button.click().await?) }.await;
    let script: Check = async {
        page.run("arguments[0].click()", vec![serde_json::to_value(&button)?])
            .await?;
        Ok(())
    }
    .await;
    for (what, done) in [("click", click), ("script", script)] {
        match done {
            Ok(()) => fail!("{what}: done with an element that is gone"),
            Err(failure) => ensure!(failure.is_stale(), "{what}: {failure}"),
        }
    }
    Ok(())
}

async fn keeps_storage_over_reload_and_tabs(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.fill("textbox", "Your notes", "kept").await?;
    page.click("button", "Save").await?;
    page.reload().await?;
    page.shows("Saved: kept").await?;
    let first = page.tab().await?;
    page.new_tab().await?;
    page.open("index.html").await?;
    page.shows("Saved: kept").await?;
    page.fill("textbox", "Your notes", "from the second tab")
        .await?;
    page.click("button", "Save").await?;
    page.switch_tab(&first).await?;
    page.shows("Saved: from the second tab").await
}

/// Runs after one that has left something behind, in the order of the list.
async fn starts_with_empty_storage(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.until_true("localStorage.length === 0 && sessionStorage.length === 0")
        .await?;
    let tabs = page.client().windows().await?.len();
    ensure!(tabs == 1, "{tabs} tabs are open");
    Ok(())
}

async fn passes_an_accessible_page(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.check_accessibility().await
}

async fn reports_an_inaccessible_page(page: &mut Page) -> Check {
    page.open("inaccessible.html").await?;
    let said = page
        .check_accessibility()
        .await
        .err()
        .map(|failure| failure.0)
        .unwrap_or_default();
    // One of WCAG A, one of AA, one of 2.2, one of best practice.
    for rule in ["image-alt", "color-contrast", "target-size", "region"] {
        ensure!(
            said.contains(&format!("\n{rule}: ")),
            "no {rule} in: {said}"
        );
    }
    ensure!(said.contains("#no-alternative"), "no target in: {said}");
    Ok(())
}

async fn sees_overflow_on_a_phone(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.fits(320).await?;
    page.open("wide.html").await?;
    let said = page
        .fits(320)
        .await
        .err()
        .map(|failure| failure.0)
        .unwrap_or_default();
    ensure!(
        said.contains("p#too-wide.wide to "),
        "overflow not seen: {said}"
    );
    ensure!(
        !said.contains("table"),
        "a table that scrolls is blamed: {said}"
    );
    page.fits(800).await
}

async fn records_a_foreign_request(page: &mut Page) -> Check {
    page.open("foreign.html").await?;
    let asked = "GET http://example.invalid/picture.png";
    page.until_foreign(asked).await?;
    let said = page
        .verdict()
        .await
        .err()
        .map(|failure| failure.0)
        .unwrap_or_default();
    ensure!(said.contains(asked), "the verdict passes it: {said}");
    Ok(())
}

async fn fails_on_script_errors(page: &mut Page) -> Check {
    page.open("errors.html").await?;
    page.shows("Both errors are out.").await?;
    page.until_error("thrown by a timer").await?;
    let said = page
        .verdict()
        .await
        .err()
        .map(|failure| failure.0)
        .unwrap_or_default();
    for error in ["written on the console", "thrown by a timer"] {
        ensure!(said.contains(error), "“{error}” is not in: {said}");
    }
    page.open("index.html").await?;
    let errors = page.errors().await?;
    ensure!(errors.is_empty(), "errors come twice: {errors:?}");
    Ok(())
}

async fn fails_on_policy_violations(page: &mut Page) -> Check {
    page.open("policy.html").await?;
    page.until_error("example.invalid").await?;
    let said = page
        .verdict()
        .await
        .err()
        .map(|failure| failure.0)
        .unwrap_or_default();
    ensure!(
        said.contains("example.invalid"),
        "a blocked picture is not reported: {said}"
    );
    let foreign = page.proxy.foreign();
    ensure!(foreign.is_empty(), "the policy let it through: {foreign:?}");
    Ok(())
}

async fn answers_as_told(page: &mut Page) -> Check {
    let file = page.path("index.html");
    page.open("index.html").await?;
    let asked = page.server.asked();
    let types = asked
        .iter()
        .map(|asked| asked.path.as_str())
        .collect::<Vec<_>>();
    for file in ["index.html", "fixture.js", "fixture.css"] {
        ensure!(
            types.contains(&page.path(file).as_str()),
            "{file} is not in {types:?}"
        );
    }
    let bytes = asked
        .iter()
        .find(|asked| asked.path == file)
        .map_or(0, |asked| asked.bytes);
    ensure!(bytes > 500, "the page has {bytes} bytes");
    let html = "<!doctype html><title>Other bytes</title>";
    let other = Answer::Bytes {
        content_type: "text/html",
        bytes: html.into(),
    };
    page.server.answer(&file, other);
    page.open("index.html").await?;
    ensure!(
        page.title().await? == "Other bytes",
        "title {}",
        page.title().await?
    );
    page.server.answer(&file, Answer::NotFound);
    page.open("index.html").await?;
    page.shows("Not found").await?;
    // A page that is not there is an error in some engines.
    page.forgive("");
    Ok(())
}

async fn loses_the_server(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.server.stop().await;
    let reached = "try { await fetch('fixture.css'); return true; } catch { return false; }";
    ensure!(
        page.run_async(reached, vec![]).await? == false,
        "reached a server that is stopped"
    );
    page.server.start().await?;
    ensure!(
        page.run_async(reached, vec![]).await? == true,
        "cannot reach it again"
    );
    page.forgive("");
    Ok(())
}

async fn serves_the_right_types(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let cases = [
        ("", "text/html; charset=utf-8"),
        ("fixture.js", "text/javascript"),
        ("fixture.css", "text/css"),
        ("program.wasm", "application/wasm"),
        ("site.webmanifest", "application/manifest+json"),
    ];
    for (file, kind) in cases {
        let script = "return (await fetch(arguments[0])).headers.get('content-type')";
        let is = page.run_async(script, vec![file.into()]).await?;
        ensure!(is == kind, "{file} is {is}, not {kind}");
    }
    // The policy and the type together let a program in.
    let compile = "await WebAssembly.compileStreaming(fetch('program.wasm'))";
    page.run_async(compile, vec![]).await?;
    Ok(())
}

async fn works_without_the_server(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let script = "await navigator.serviceWorker.register('worker.js');
        await navigator.serviceWorker.ready;";
    page.run_async(script, vec![]).await?;
    page.server.stop().await;
    page.open("index.html#/other").await?;
    page.shows("You are on the other page.").await?;
    // Only what the worker holds is there; the rest may be reported.
    page.forgive("");
    Ok(())
}

/// Runs after one that has left a service worker behind.
async fn forgets_the_worker(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let script = "return (await navigator.serviceWorker.getRegistrations()).length
        + (await caches.keys()).length";
    let left = page.run_async(script, vec![]).await?;
    ensure!(left == 0, "{left} workers and caches are left");
    Ok(())
}

async fn saves_and_opens_files(page: &mut Page) -> Check {
    page.open("files.html").await?;
    page.click("button", "Save a file").await?;
    let saved = page.saved("waymark-test.json").await?;
    ensure!(
        saved == b"{\"saved\": true}",
        "saved {:?}",
        String::from_utf8_lossy(&saved)
    );
    let file = tempfile::NamedTempFile::new()?;
    std::fs::write(file.path(), "opened by hand")?;
    page.choose_file("input[type=file]", file.path()).await?;
    page.shows("Opened: opened by hand").await
}

async fn takes_pictures(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let file = page.screenshot("fixture").await?;
    let bytes = std::fs::read(&file)?;
    ensure!(
        bytes.starts_with(b"\x89PNG") && bytes.len() > 2000,
        "{} is no picture",
        file.display()
    );
    Ok(())
}

async fn emulates_settings(page: &mut Page) -> Check {
    page.open("index.html").await?;
    for media in [Media::Dark, Media::ForcedColours, Media::ReducedMotion] {
        page.emulate(&[media]).await?;
    }
    page.emulate(&[]).await?;
    page.until_true("!matchMedia('(forced-colors: active)').matches")
        .await?;
    page.until_true("!matchMedia('(prefers-color-scheme: dark)').matches")
        .await
}

async fn prints(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let (pdf, _) = page.print("fixture").await?;
    ensure!(pdf.starts_with(b"%PDF-"), "no PDF: {} bytes", pdf.len());
    Ok(())
}

async fn goes_offline(page: &mut Page) -> Check {
    page.open("index.html").await?;
    page.offline(true).await?;
    page.until_true("!navigator.onLine").await?;
    page.offline(false).await?;
    page.until_true("navigator.onLine").await
}

async fn quickest(page: &Page, work: &str) -> Check<f64> {
    let mut took = f64::MAX;
    for _ in 0..5 {
        took = took.min(page.ask(work, vec![]).await?);
    }
    Ok(took)
}

async fn slows_down(page: &mut Page) -> Check {
    page.open("index.html").await?;
    let work = "const from = performance.now(); let x = 0;
        for (let i = 0; i < 2e7; i++) x += Math.sqrt(i);
        return performance.now() - from + 0 * x;";
    // The quickest of some: a machine may be busy with something else.
    let usual = quickest(page, work).await?;
    page.slow_down(8.0).await?;
    let slow = quickest(page, work).await?;
    let slower = slow > 2.0 * usual;
    ensure!(
        slower,
        "{slow} ms at an eighth of the speed, {usual} ms before"
    );
    Ok(())
}

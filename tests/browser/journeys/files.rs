//! Files from anywhere, however they come: chosen or dropped, with a remark,
//! with markup in them, of another kind, too large.

use serde_json::Value;
use waymark::domain::limits::FILE_BYTES;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::data::{begin_with_a_backup, choose, expect_stored, fixture, save_a_backup};
use super::handover::choose_made;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            opens_with_a_remark,
            shows_markup_as_text_and_runs_nothing,
            takes_a_plan_dropped_anywhere,
            refuses_a_pdf_dropped_anywhere,
            refuses_a_file_that_is_too_large,
            takes_a_backup_along_as_text,
            says_whether_the_browser_agrees_to_keep_it;
    ]
}

async fn opens_with_a_remark(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    for (name, remark) in [
        ("links-that-are-not-web-addresses.json", "not a web address"),
        ("byte-order-mark.json", "invisible mark"),
        ("unknown-ids.json", "not in this version of the framework"),
        ("unknown-fields.json", "does not know"),
    ] {
        choose(page, name).await?;
        page.shows(remark).await?;
        page.click("button", "Cancel").await?;
        page.until_true("document.querySelector('dialog') === null")
            .await?;
    }
    Ok(())
}

/// What stands in every field of the file with markup.
const MARKUP: &str = "<script>alert(1)</script><img src=x onerror=alert(1)> & \"quotes\" 'too'";

/// How often a text stands on the page, in its words and in its fields, with
/// everything unfolded.
const SEEN: &str = "
    for (const folded of document.querySelectorAll('#main details')) folded.open = true;
    const texts = [document.getElementById('main').innerText];
    for (const field of document.querySelectorAll('#main :is(input, textarea)')) texts.push(field.value);
    return texts.map(text => text.split(arguments[0]).length - 1).reduce((a, b) => a + b);";

/// What was made of the markup: nothing, where it is shown as text.
const MADE: &str = "
    const made = [...document.querySelectorAll('img[src=x], [onerror], #main script, #main b')];
    const scripts = document.scripts.length - window.scripts;
    return [...made.map(it => it.outerHTML), ...(scripts ? [`${scripts} scripts`] : [])]";

async fn shows_markup_as_text_and_runs_nothing(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    page.run(
        "window.ran = false; window.alert = () => { window.ran = true; };
         window.scripts = document.scripts.length;",
        vec![],
    )
    .await?;
    choose(page, "markup-and-right-to-left.json").await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    for (route, wanted) in [
        // Name and place of work.
        ("#/about-you", 2),
        // Reflection and evidence.
        ("#/assess/person-centred-approach", 2),
        ("#/topics/level-1-skills", 1),
        ("#/requirements", 1),
        // An action and a course with all that can be written about them.
        ("#/plan", 9),
        // In the sheet there is nothing of the worker's own words.
        ("#/results", 0),
    ] {
        page.goto(route).await?;
        stands_as_text(page, route, wanted).await?;
    }
    let mine = std::fs::read_to_string(fixture("markup-and-right-to-left.json"))?;
    let mut plan: Value = serde_json::from_str(&mine)?;
    plan["kind"] = "plan".into();
    page.goto("#/your-data").await?;
    choose_made(page, "their <b>plan<b>.json", &plan).await?;
    page.until_true("document.getElementById('plan-read')")
        .await?;
    stands_as_text(page, "somebody’s plan", 5).await
}

/// Waits until the markup stands on this page at least this often, and sees
/// that nothing was made of it and nothing has run.
async fn stands_as_text(page: &Page, place: &str, wanted: u32) -> Check {
    let enough = format!("const seen = () => {{ {SEEN} }}; return seen() >= arguments[1]");
    let what = format!("{place}: “{MARKUP}” seen {wanted} times");
    let arguments = vec![MARKUP.into(), wanted.into()];
    page.until_is(&what, &true, &enough, arguments).await?;
    let made: Vec<String> = page.ask(MADE, vec![]).await?;
    ensure!(made.is_empty(), "{place}: made of a file's text: {made:?}");
    let ran: bool = page.ask("return window.ran", vec![]).await?;
    ensure!(!ran, "{place}: a script from a file has run");
    Ok(())
}

/// Drops a file at the end of the page, as from the desktop.
pub(super) async fn drop_file(page: &Page, name: &str, kind: &str, text: &str) -> Check {
    let script = "
        const [name, type, text] = arguments;
        const on = document.querySelector('#page').lastElementChild;
        on.scrollIntoView({ block: 'end', behavior: 'instant' });
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], name, { type }));
        // A browser that is not stopped opens the file in the page's place.
        return ['dragover', 'drop'].filter(what => on.dispatchEvent(
            new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer })));";
    let arguments = vec![name.into(), kind.into(), text.into()];
    let left: Vec<String> = page.ask(script, arguments).await?;
    ensure!(left.is_empty(), "left to the browser: {left:?}");
    Ok(())
}

/// Waits until what this CSS selector finds lies wholly within the window.
pub(super) async fn in_sight(page: &Page, selector: &str) -> Check {
    let script = "const it = document.querySelector(arguments[0])?.getBoundingClientRect();
        return Boolean(it && it.height && it.top >= 0 && it.bottom <= innerHeight)";
    let what = format!("“{selector}” in sight");
    page.until_is(&what, &true, script, vec![selector.into()])
        .await
}

async fn takes_a_plan_dropped_anywhere(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    page.goto("#/plan").await?;
    page.find("heading", "Your training plan").await?;
    let plan = std::fs::read_to_string(fixture("plan-default.json"))?;
    drop_file(page, "plan-default.json", "application/json", &plan).await?;
    page.shows("You are reading “plan-default.json”").await?;
    page.find("heading", "A plan somebody sent you").await?;
    ensure!(
        page.hash().await? == "#/review",
        "it is read on {}",
        page.hash().await?
    );
    page.drawn().await?;
    page.until_true("document.activeElement.id === 'plan-read'")
        .await?;
    in_sight(page, "#plan-read").await?;
    expect_stored(page, &before).await
}

async fn refuses_a_pdf_dropped_anywhere(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    page.goto("#/plan").await?;
    page.find("heading", "Your training plan").await?;
    let pdf = "%PDF-1.7\n\0\u{1}\u{2} obj\n";
    drop_file(page, "certificate.pdf", "application/pdf", pdf).await?;
    page.shows("“certificate.pdf” was not opened. It is not text but something else")
        .await?;
    page.until_true(
        "document.activeElement.matches('[role=alert]')
         && document.activeElement.innerText.includes('certificate.pdf')",
    )
    .await?;
    in_sight(page, "[role=alert]:focus").await?;
    ensure!(page.hash().await? == "#/plan", "it leads elsewhere");
    page.check_accessibility().await?;
    expect_stored(page, &before).await
}

async fn refuses_a_file_that_is_too_large(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    let folder = tempfile::tempdir()?;
    for (name, bytes, says) in [
        ("empty-but-large.json", FILE_BYTES, "It is empty."),
        ("too-large.json", FILE_BYTES + 1, "It has 8,388,609 bytes;"),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, " ".repeat(bytes))?;
        page.choose_file("#open-file", &file).await?;
        page.shows(&format!("“{name}” was not opened. {says}"))
            .await?;
    }
    expect_stored(page, &before).await
}

/// Where a browser saves no files, everything can be copied: the same as the
/// file has but for the moment it was made.
async fn takes_a_backup_along_as_text(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.run("document.getElementById('as-text').open = true", vec![])
        .await?;
    let field = "document.getElementById('backup-text')";
    page.until_true(&format!("{field}?.value.includes('Sam Example')"))
        .await?;
    let script = format!("return {field}.value");
    let text: String = page.ask(&script, vec![]).await?;
    let mut shown: Value = serde_json::from_str(&text)?;
    let mut saved = save_a_backup(page).await?;
    page.shows("was given to your browser. Look for it among your downloads.")
        .await?;
    shown["created"].take();
    saved["created"].take();
    ensure!(shown == saved, "to copy: {shown}; saved: {saved}");
    page.click("button", "Copy the text").await?;
    // Copied, or selected to copy by hand where the browser forbids it.
    page.until_true(&format!(
        "document.body.innerText.includes('The text was copied.')
            || {field}.selectionEnd === {field}.value.length && {field}.selectionStart === 0"
    ))
    .await?;
    page.check_accessibility().await
}

/// A browser answers this by rules of its own, so here it is told what to say.
async fn says_whether_the_browser_agrees_to_keep_it(page: &mut Page) -> Check {
    let agreed = "This browser has agreed to keep it";
    let not = "This browser did not agree.";
    for (answer, says) in [
        ("{ persist: () => Promise.resolve(true) }", agreed),
        ("{ persist: () => Promise.resolve(false) }", not),
        ("{ persist: () => Promise.reject(new Error('no')) }", not),
        // Where the page does not come over a secure connection.
        ("undefined", not),
    ] {
        page.open("#/your-data").await?;
        let stub = format!("Object.defineProperty(navigator, 'storage', {{ value: {answer} }})");
        page.run(&stub, vec![]).await?;
        page.click("button", "Ask this browser to keep it").await?;
        let script = "return [...document.querySelectorAll('#page [role=status]')]
            .some(it => it.innerText.startsWith(arguments[0]))";
        let what = format!("“{says}” said of {answer}");
        page.until_is(&what, &true, script, vec![says.into()])
            .await?;
        ensure!(
            !page.has("button", "Ask this browser to keep it").await?,
            "{answer}: it can be asked again"
        );
        // The button had the focus, and is gone.
        page.until_true("document.activeElement.matches('#page [role=status]')")
            .await?;
    }
    page.check_accessibility().await
}

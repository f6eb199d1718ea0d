//! Files from anywhere, however they come: chosen or dropped, with a remark,
//! with markup in them, of another kind, too large.

use serde_json::Value;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::data::{choose, fixture};
use super::handover::choose_made;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            opens_with_a_remark,
            shows_markup_as_text_and_runs_nothing;
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

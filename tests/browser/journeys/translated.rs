//! A page that the browser translates: what changes still shows, and who
//! consents reads the true file.

use serde_json::{Value, json};

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::assess::{FIRST, tick, write};
use super::topics::all_stored;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL => consents_to_the_true_file_on_a_translated_page;
        // WebKit's driver hangs where the next journey closes its second tab.
        &[Engine::Chromium, Engine::Firefox] => says_what_changed_on_a_translated_page;
    ]
}

/// As browsers translate: each text in two elements of theirs, upper case here.
const TRANSLATE: &str = "
    document.documentElement.lang = 'de';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (it) =>
        it.parentElement.closest('[translate=no], script, style, textarea') || !it.data.trim()
            ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = text.data.toUpperCase();
        outer.append(inner);
        text.replaceWith(outer);
    }";

/// Waits until these words stand in what a selector names, whatever their case.
async fn reads(page: &Page, selector: &str, words: &str) -> Check {
    let (selector, words) = (json!(selector), json!(words.to_lowercase()));
    page.until_true(&format!(
        "[...document.querySelectorAll({selector})].some((it) => it.textContent.toLowerCase().includes({words}))"
    ))
    .await
}

async fn says_what_changed_on_a_translated_page(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    page.run(TRANSLATE, vec![]).await?;
    tick(page, "rating-3").await?;
    reads(page, ".standing", "score 3 (competent)").await?;
    tick(page, "rating-1").await?;
    reads(page, ".standing", "score 1 (novice)").await?;
    write(page, "reflection", &"x".repeat(5003)).await?;
    reads(page, "#page .hint", "3 characters at the end do not fit").await?;
    write(page, "reflection", "short").await?;
    page.until_true(
        "!document.getElementById('page').textContent.toLowerCase().includes('do not fit')",
    )
    .await?;
    page.goto("#/about-you").await?;
    page.run(TRANSLATE, vec![]).await?;
    write(page, "hours", "many").await?;
    page.run(TRANSLATE, vec![]).await?;
    reads(page, "#hours-problem", "give whole hours").await?;
    write(page, "hours", "5").await?;
    page.until_true("document.getElementById('hours-problem').textContent === ''")
        .await?;
    tick(page, "role-care-coordinator").await?;
    reads(page, ".way-on", "care coordinator").await?;
    tick(page, "role-health-and-wellbeing-coach").await?;
    reads(page, ".way-on", "coach").await?;
    page.until_true(
        "!document.querySelector('.way-on').textContent.toLowerCase().includes('care coordinator')",
    )
    .await?;
    page.goto("#/topics/level-1-skills").await?;
    page.run(TRANSLATE, vec![]).await?;
    page.run(
        "document.querySelector('#page input[type=radio]').click()",
        vec![],
    )
    .await?;
    reads(page, "#page", "1 of ").await?;
    page.goto("#/topics").await?;
    reads(page, "#page", "1 of ").await?;
    page.goto("#/").await?;
    page.run(TRANSLATE, vec![]).await?;
    let here = page.tab().await?;
    page.new_tab().await?;
    page.open("#/about-you").await?;
    tick(page, "role-social-prescribing-link-worker").await?;
    all_stored(page).await?;
    page.switch_tab(&here).await?;
    reads(page, "#page", "link worker").await?;
    page.until_true(
        "!document.getElementById('page').textContent.toLowerCase().includes('wellbeing coach')",
    )
    .await
}

/// Who consents reads the very file, whatever the browser makes of the page.
async fn consents_to_the_true_file_on_a_translated_page(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    write(page, "name", "Baker Müller").await?;
    all_stored(page).await?;
    page.goto("#/plan").await?;
    page.run(TRANSLATE, vec![]).await?;
    tick(page, "save-plan-file").await?;
    page.until_true("document.querySelector('#hand-over-dialog[open] pre')")
        .await?;
    page.run(TRANSLATE, vec![]).await?;
    let said = "document.querySelector('#hand-over-dialog pre').textContent";
    page.until_true(&format!("!{said}.includes('Baker Müller')"))
        .await?;
    tick(page, "goes-in-0").await?;
    page.until_true(&format!("{said}.includes('Baker Müller')"))
        .await?;
    reads(page, "#hand-over-dialog .plan-preview", "baker müller").await?;
    page.run(TRANSLATE, vec![]).await?;
    let shown: String = page.ask(&format!("return {said}"), vec![]).await?;
    // The driver finds it by its name in English.
    page.run(
        "document.querySelector('#hand-over-dialog .buttons button').textContent = 'Save file'",
        vec![],
    )
    .await?;
    page.click_in("dialog", "Save file").await?;
    let (_, saved) = page.saved_as("waymark-plan-", ".json").await?;
    // The moment in it may be another: all else is to the letter.
    let (mut shown, mut saved): (Value, Value) = (
        serde_json::from_str(&shown)?,
        serde_json::from_slice(&saved)?,
    );
    for file in [&mut shown, &mut saved] {
        file["created"].take();
    }
    ensure!(shown == saved, "{shown} is not {saved}");
    ensure!(
        shown["worker"]["name"]["value"] == "Baker Müller",
        "{shown}"
    );
    Ok(())
}

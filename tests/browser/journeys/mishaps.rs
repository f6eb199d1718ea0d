//! What other software's users reported, here too: a click too many, words that
//! were not added yet, a store that another program emptied, pages that stay in
//! memory.

use serde_json::json;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::assess::{FIRST, expect_ticked, stored, tick};
use super::plan::{begin, starting, unfold};
use super::topics::expect_text;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            a_double_click_on_clear_answers_nothing,
            keeps_what_waits_to_be_added,
            stays_on_the_page_by_another_spelling,
            keeps_words_that_come_with_a_change_alone,
            takes_the_question_along_when_its_page_is_left;
        &[Engine::Chromium, Engine::Firefox] => asks_what_became_of_a_store_that_was_emptied;
        &[Engine::Chromium] => a_page_that_is_left_stays_in_no_memory;
    ]
}

async fn a_double_click_on_clear_answers_nothing(page: &mut Page) -> Check {
    for width in [1280, 375] {
        page.size(width, 812).await?;
        page.open(FIRST).await?;
        tick(page, "rating-4").await?;
        expect_ticked(page, "rating-4").await?;
        let clear = page.find("button", "Clear my rating").await?;
        page.double_click(&clear).await?;
        page.until_true("document.activeElement?.name === 'rating'")
            .await?;
        ensure!(
            page.ask::<bool>(
                "return !document.querySelector('input[name=rating]:checked')",
                vec![]
            )
            .await?,
            "a double click at {width} px gave another answer"
        );
    }
    Ok(())
}

const TYPED: &str = "Visit the carers’ café in Yeovil";

async fn type_in(page: &Page, id: &str, text: &str) -> Check {
    page.until_true(&format!("document.getElementById('{id}')"))
        .await?;
    let script = "const box = document.getElementById(arguments[0]);
        box.value = arguments[1];
        box.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(script, vec![id.into(), text.into()]).await?;
    Ok(())
}

async fn keeps_what_waits_to_be_added(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    unfold(page, "add-own").await?;
    type_in(page, "own-title", TYPED).await?;
    unfold(page, "add-course").await?;
    type_in(page, "course-link", "https://example.org/ünfinished").await?;
    page.goto("#/results").await?;
    page.goto("#/plan").await?;
    let is_kept = async |page: &Page| -> Check {
        expect_text(page, "own-title", TYPED).await?;
        expect_text(page, "course-link", "https://example.org/ünfinished").await?;
        page.until_true("document.getElementById('add-own').open")
            .await
    };
    is_kept(page).await?;
    // WebKit's sessions may keep nothing for the next page of theirs.
    page.reload().await?;
    is_kept(page).await?;
    page.click("button", "Add this action").await?;
    page.shows(TYPED).await?;
    page.goto("#/results").await?;
    page.goto("#/plan").await?;
    unfold(page, "add-own").await?;
    expect_text(page, "own-title", "").await
}

async fn stays_on_the_page_by_another_spelling(page: &mut Page) -> Check {
    page.open("").await?;
    page.click("link", "Waymark").await?;
    page.until_true("location.hash === '#/'").await?;
    page.drawn().await?;
    for (route, other) in [("#/plan", "#/plan/"), ("#/nowhere", "#/elsewhere")] {
        page.open(route).await?;
        page.run("location.hash = arguments[0]", vec![other.into()])
            .await?;
        page.until_true(&format!("location.hash === '{other}'"))
            .await?;
        page.drawn().await?;
        page.until_true("document.activeElement?.tagName === 'H1'")
            .await?;
    }
    Ok(())
}

async fn keeps_words_that_come_with_a_change_alone(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    page.until_true("document.getElementById('reflection')")
        .await?;
    let script = "const box = document.getElementById('reflection');
        box.focus();
        box.value = arguments[0];
        box.dispatchEvent(new Event('change', { bubbles: true }));
        box.blur()";
    page.run(script, vec!["Dictated, all at once.".into()])
        .await?;
    stored(page, "Dictated, all at once.").await
}

async fn takes_the_question_along_when_its_page_is_left(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    page.follow("link", "Your data").await?;
    page.click("button", "Remove everything").await?;
    page.until_true("document.querySelector('dialog')?.open")
        .await?;
    page.back().await?;
    page.until_true("!document.querySelector('dialog')").await?;
    page.find("heading", "Next").await?;
    Ok(())
}

async fn asks_what_became_of_a_store_that_was_emptied(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    tick(page, "rating-2").await?;
    stored(page, "\"score\":2").await?;
    let first = page.tab().await?;
    page.new_tab().await?;
    page.leave().await?;
    page.run("localStorage.clear()", vec![]).await?;
    page.switch_tab(&first).await?;
    page.shows("This tab still has it").await?;
    expect_ticked(page, "rating-2").await?;
    page.click("button", "Store it again").await?;
    stored(page, "\"score\":2").await
}

/// A page's elements, a few hundred of which come and go with the browser's own
/// ways; a page of the plan has two thousand and more.
const SOME_NODES: u64 = 1500;

async fn a_page_that_is_left_stays_in_no_memory(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    page.goto("#/privacy").await?;
    for route in [
        "#/plan",
        "#/results",
        "#/assess",
        "#/resources",
        "#/your-data",
    ] {
        let to_and_fro = async |page: &mut Page| -> Check<u64> {
            page.goto(route).await?;
            page.goto("#/privacy").await?;
            page.nodes().await
        };
        let before = to_and_fro(page).await?;
        for _ in 0..5 {
            to_and_fro(page).await?;
        }
        let after = to_and_fro(page).await?;
        ensure!(
            after < before + SOME_NODES,
            "{route} leaves nodes behind: {before} at first, {after} after six more visits"
        );
    }
    Ok(())
}

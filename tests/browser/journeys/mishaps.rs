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
        &[Engine::Chromium, Engine::Firefox] =>
            a_double_click_on_rate_again_is_one,
            a_link_pressed_for_a_tab_of_its_own_opens_one,
            what_is_printed_alone_is_so_once;
        &[Engine::Chromium] =>
            a_page_that_is_left_stays_in_no_memory,
            the_plan_follows_the_day_when_it_is_shown_again,
            text_of_twice_the_size_fits_a_phone;
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

async fn a_double_click_on_rate_again_is_one(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    tick(page, "rating-1").await?;
    stored(page, "\"score\":1").await?;
    page.reload().await?;
    let again = page.find("button", "Rate again").await?;
    page.double_click(&again).await?;
    page.shows("You are rating this again.").await?;
    page.find("button", "Go back to what I said before").await?;
    Ok(())
}

async fn a_link_pressed_for_a_tab_of_its_own_opens_one(page: &mut Page) -> Check {
    page.open("#/plan").await?;
    // Of the page one is on, and of another: neither is taken from the browser.
    for href in ["#/plan", "#/results"] {
        let script = "let taken = null;
            addEventListener('click', (event) => { taken = event.defaultPrevented; event.preventDefault(); }, { once: true });
            document.querySelector(`.site-header a[href=\"${arguments[0]}\"]`).dispatchEvent(
                new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
            return taken";
        let taken: Option<bool> = page.ask(script, vec![href.into()]).await?;
        ensure!(taken == Some(false), "{href}: {taken:?}");
        ensure!(page.hash().await? == "#/plan", "{href} was followed here");
    }
    Ok(())
}

async fn what_is_printed_alone_is_so_once(page: &mut Page) -> Check {
    page.open("#/results").await?;
    page.run("window.print = () => {}", vec![]).await?;
    page.click("button", "Print the supervision sheet").await?;
    page.until_true("document.body.dataset.print === 'sheet'")
        .await?;
    // No `afterprint` comes: the next touch is of the page again.
    page.run(
        "document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))",
        vec![],
    )
    .await?;
    page.until_true("!('print' in document.body.dataset)").await
}

async fn the_plan_follows_the_day_when_it_is_shown_again(page: &mut Page) -> Check {
    page.new_tab().await?;
    page.before_every_page(
        "const Real = Date;
         let shift = 0;
         window.laterBy = (days) => { shift = days * 86400000; };
         window.Date = class extends Real {
             constructor(...all) { all.length ? super(...all) : super(Real.now() + shift); }
             static now() { return Real.now() + shift; }
         };",
    )
    .await?;
    page.open("#/plan").await?;
    let day = "document.querySelector('.paper').textContent.match(/\\d+ \\w+ 20\\d\\d/)[0]";
    page.until_true("document.querySelector('.paper')").await?;
    let before: String = page.ask(&format!("return {day}"), vec![]).await?;
    let first = "document.querySelector('.paper').textContent";
    let was: String = page.ask(&format!("return {first}"), vec![]).await?;
    page.run(
        "laterBy(62); document.dispatchEvent(new Event('visibilitychange'))",
        vec![],
    )
    .await?;
    let old = serde_json::json!(before);
    page.until_true(&format!("{day} !== {old}")).await?;
    // So do the months beside it.
    let now: String = page.ask(&format!("return {first}"), vec![]).await?;
    ensure!(
        now.replace(&before, "") != was.replace(&before, ""),
        "two months later only the day is another"
    );
    Ok(())
}

async fn text_of_twice_the_size_fits_a_phone(page: &mut Page) -> Check {
    super::data::begin_with_a_backup(page).await?;
    // 375 and the width of a bar to scroll with, which a phone has not.
    page.size(390, 812).await?;
    for route in [
        "#/",
        "#/about-you",
        "#/assess",
        FIRST,
        "#/topics",
        "#/requirements",
        "#/results",
        "#/plan",
        "#/resources",
        "#/framework",
        "#/your-data",
        "#/review",
        "#/privacy",
    ] {
        page.goto(route).await?;
        page.run(
            "document.documentElement.style.fontSize = '200%';
             for (const it of document.querySelectorAll('main details')) it.open = true",
            vec![],
        )
        .await?;
        let wide = page.overflow().await?;
        ensure!(wide.is_empty(), "{route} at 200 %: {wide:?}");
    }
    Ok(())
}

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

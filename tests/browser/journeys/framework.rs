//! Reading the framework and finding training.

use crate::ensure;
use crate::rig::{APP, Check, Engine, Media, Page};

use super::files::in_sight;
use super::topics::{expect_text, focus};
use super::{Journey, journeys};

const PAPER: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            finds_a_resource_by_a_word_of_its_description,
            filters_and_clears,
            goes_from_a_resource_to_what_it_covers_and_back,
            opens_a_resource_that_a_search_had_hidden,
            copies_title_and_provider,
            reads_a_rubric_from_contents,
            does_it_all_with_the_keyboard;
        PAPER => prints_the_framework;
    ]
}

const LIST: &str = "#/resources";

/// How many resources there are.
async fn total(page: &Page) -> Check<usize> {
    let script = "return document.querySelectorAll('.resources > li').length";
    page.ask(script, vec![]).await
}

const SHOWN: &str = "document.querySelectorAll('.resources > li:not([hidden]) h3')";

/// The headings of the resources that are shown.
async fn shown(page: &Page) -> Check<Vec<String>> {
    let script = format!("return [...{SHOWN}].map(h => h.textContent)");
    page.ask(&script, vec![]).await
}

/// Chooses the option of a select whose label begins with these words.
async fn choose(page: &Page, select: &str, option: &str) -> Check {
    page.run(
        "const select = document.getElementById(arguments[0]);
         const option = [...select.options].find(o => o.textContent.startsWith(arguments[1]));
         select.value = option.value;
         select.dispatchEvent(new Event('change', { bubbles: true }));",
        vec![select.into(), option.into()],
    )
    .await?;
    Ok(())
}

async fn finds_a_resource_by_a_word_of_its_description(page: &mut Page) -> Check {
    page.open(LIST).await?;
    let all = total(page).await?;
    ensure!(all > 100, "only {all} resources");
    page.shows(&format!("All {all} resources, the first 20 shown"))
        .await?;
    page.until_true(&format!("{SHOWN}.length === 20")).await?;
    page.click("button", &format!("Show all {all}")).await?;
    page.until_true(&format!("{SHOWN}.length === {all}"))
        .await?;
    page.until_true(
        "[...document.querySelectorAll('.resources h3')].indexOf(document.activeElement) === 20",
    )
    .await?;
    page.fill("searchbox", "Search", "bereave").await?;
    page.shows("Nothing is listed for that.").await?;
    page.fill("searchbox", "Search", "palliative hospice")
        .await?;
    page.shows(&format!("1 resource of {all}")).await?;
    page.fill("searchbox", "Search", "COLD home").await?;
    page.until_true(&format!(
        "{SHOWN}.length === 1 && /cold/i.test({SHOWN}[0].textContent)"
    ))
    .await?;
    page.shows(&format!("1 resource of {all}")).await
}

async fn filters_and_clears(page: &mut Page) -> Check {
    page.open(LIST).await?;
    let all = total(page).await?;
    choose(page, "filter-kind", "Video").await?;
    page.shows(&format!(" resources of {all}")).await?;
    let videos = shown(page).await?.len();
    ensure!(videos > 3 && videos < 20, "{videos} videos");
    choose(page, "filter-area", "South West").await?;
    page.shows(&format!("1 resource of {all}")).await?;
    page.click("button", "Clear the search and filters").await?;
    page.shows(&format!("All {all} resources")).await?;
    page.focus_is_on("searchbox", "Search").await?;
    // The number beside a choice is the number it finds.
    let label: String = page
        .ask(
            "return [...document.getElementById('filter-helps-with').options].find(o => o.textContent.startsWith('Dementia')).textContent",
            vec![],
        )
        .await?;
    choose(page, "filter-helps-with", "Dementia").await?;
    page.shows(" resources of ").await?;
    let found = shown(page).await?.len();
    ensure!(label == format!("Dementia ({found})"), "{label}: {found}");
    Ok(())
}

async fn goes_from_a_resource_to_what_it_covers_and_back(page: &mut Page) -> Check {
    page.open(LIST).await?;
    page.fill("searchbox", "Search", "communicating with empathy")
        .await?;
    until_few(page).await?;
    page.run(
        "document.querySelector('#resource-e-lfh-communicating-with-empathy').parentElement.querySelectorAll('details').forEach(d => d.open = true)",
        vec![],
    )
    .await?;
    page.follow("link", "Empathy (Level 1: engaging people)")
        .await?;
    page.focus_is_on("heading", "Empathy").await?;
    page.back().await?;
    expect_text(page, "resource-words", "communicating with empathy").await
}

/// Waits until the search has left out some. The words of the page are no
/// sign: they speak of a number of all from the start.
async fn until_few(page: &Page) -> Check {
    page.until_true(
        "/^\\d+ resources? of \\d+$/.test(document.querySelector('.found').textContent)",
    )
    .await
}

async fn opens_a_resource_that_a_search_had_hidden(page: &mut Page) -> Check {
    page.open(LIST).await?;
    page.fill("searchbox", "Search", "dementia").await?;
    until_few(page).await?;
    page.goto("#/framework/outcome-tools").await?;
    page.run("scrollTo(0, document.body.scrollHeight)", vec![])
        .await?;
    page.goto("#/resources/mycaw").await?;
    page.until_true("document.activeElement.id === 'resource-mycaw'")
        .await?;
    in_sight(page, "#resource-mycaw").await
}

async fn copies_title_and_provider(page: &mut Page) -> Check {
    page.open("#/resources/mycaw").await?;
    let button = "document.querySelector('#resource-mycaw').parentElement.querySelector('button')";
    let named: String = page
        .ask(&format!("return {button}.textContent"), vec![])
        .await?;
    page.run(&format!("{button}.click()"), vec![]).await?;
    // Copied, or the text to copy by hand where the browser forbids it.
    page.until_true(&format!(
        "/^(Copied\\.|Copy this: .+, .+)$/.test({button}.parentElement.querySelector('[role=status]').textContent)"
    ))
    .await?;
    page.until_is(
        "what the button is called",
        &named,
        &format!("return {button}.textContent"),
        vec![],
    )
    .await
}

async fn reads_a_rubric_from_contents(page: &mut Page) -> Check {
    page.open("#/framework").await?;
    page.follow("link", "Self-monitoring").await?;
    let rows = "return document.querySelectorAll('#page tbody tr').length";
    page.until_is("the number of scores", &6, rows, vec![])
        .await?;
    page.follow("link", "How to score").await?;
    page.find("heading", "The scale, and how to score").await?;
    Ok(())
}

async fn does_it_all_with_the_keyboard(page: &mut Page) -> Check {
    page.open("#/").await?;
    page.tab_to("link", "Find training").await?;
    page.press("Enter").await?;
    page.focus_is_on("heading", "Training resources").await?;
    page.tab_to("searchbox", "Search").await?;
    page.type_text("mycaw").await?;
    page.shows(" of 116").await?;
    page.tab_to("combobox", "Kind").await?;
    page.press("t").await?;
    page.press("Enter").await?;
    page.shows("1 resource of 116").await?;
    focus(page, "resource-mycaw").await?;
    page.tab_to(
        "button",
        "Copy title and provider: Measure Yourself Concerns & Wellbeing (MYCaW)",
    )
    .await?;
    page.press("Shift+Tab").await?;
    // The link to the resource is before the button.
    page.until_true("document.activeElement.matches('a[target=_blank][rel~=noopener]')")
        .await
}

/// Printed to PDF; no table may be cut in two.
async fn prints_the_framework(page: &mut Page) -> Check {
    for (route, name) in [
        ("#/framework/promoting-autonomy", "rubric"),
        ("#/framework/pay", "pay"),
        ("#/framework/level-1-skills", "topics"),
        ("#/resources", "resources"),
    ] {
        page.open(route).await?;
        if page.engine() == Engine::Chromium {
            page.emulate(&[Media::Print]).await?;
            let cut: Vec<String> = page
                .ask(
                    // A4 less its margins is 265 mm high, 1001 CSS pixels.
                    "return [...document.querySelectorAll('#page table')]
                        .filter(t => getComputedStyle(t).breakInside !== 'avoid' || t.offsetHeight > 1001)
                        .map(t => t.caption?.textContent ?? 'a table')",
                    vec![],
                )
                .await?;
            ensure!(cut.is_empty(), "{route} may cut {cut:?}");
            page.emulate(&[]).await?;
        }
        let (pdf, _) = page.print(name).await?;
        ensure!(
            pdf.starts_with(b"%PDF-") && pdf.len() > 10_000,
            "{name}: {} bytes",
            pdf.len()
        );
    }
    Ok(())
}

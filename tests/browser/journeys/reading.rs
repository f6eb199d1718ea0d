//! Somebody's plan from a file: read, printed, and gone on from.

use serde_json::Value;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Media, Page};

use super::data::{begin_with_a_backup, choose, expect_stored, fixture, stored};
use super::handover::choose_made;
use super::{Journey, journeys};

/// WebKit's driver cannot print.
const PRINTS: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL => continues_from_a_plan;
        PRINTS => reads_somebodys_plan_and_prints_it;
    ]
}

async fn reads_somebodys_plan_and_prints_it(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    // Read by somebody who is not asked to score first.
    let file = std::fs::read_to_string(fixture("plan-everything.json"))?;
    let mut plan: Value = serde_json::from_str(&file)?;
    plan.as_object_mut().map(|plan| plan.remove("score_first"));
    choose_made(page, "plan-everything.json", &plan).await?;
    page.shows("You are reading “plan-everything.json”").await?;
    page.find("heading", "The training plan of Sam Example")
        .await?;
    for words in [
        "Saved on",
        "23 November 2026",
        "not for pay or capability decisions",
        "Score 3 (Competent)",
        "No opportunity to show it yet",
        "Practise Promoting Autonomy",
        "They rated Promoting Autonomy 0; Mid-career looks for 4.",
        "January 2027",
        "Two-day health coaching",
        "Few joint visits",
        "I talked more than I listened.",
        "Worker, signature:",
        "Supervisor, signature:",
    ] {
        page.shows(words).await?;
    }
    let controls: usize = page
        .ask(
            "return document.querySelectorAll('.plan-read :is(input, select, textarea)').length",
            vec![],
        )
        .await?;
    ensure!(controls == 0, "{controls} fields in what is only to read");
    page.check_accessibility().await?;
    page.fits(320).await?;
    page.size(1280, 900).await?;
    page.run("window.print = () => { window.printed = true; }", vec![])
        .await?;
    page.click("button", "Print this plan").await?;
    page.until_true("window.printed").await?;
    page.run("window.dispatchEvent(new Event('afterprint'))", vec![])
        .await?;
    let (pdf, _) = page.print("somebodys-plan").await?;
    ensure!(pdf.starts_with(b"%PDF-"), "no PDF: {} bytes", pdf.len());
    // On paper there is the plan and nothing of this browser's own.
    if page.engine() == Engine::Chromium {
        page.emulate(&[Media::Print]).await?;
        let paper = page.text().await?;
        ensure!(
            paper.contains("Supervisor, signature:") && paper.contains("not an assessment by an"),
            "printed: {paper}"
        );
        for own in ["Your view", "This is mine", "You are reading"] {
            ensure!(!paper.contains(own), "printed with “{own}”: {paper}");
        }
        page.emulate(&[]).await?;
    }
    page.click("button", "Close the plan").await?;
    page.until_true("!document.querySelector('.plan-read')")
        .await?;
    expect_stored(page, &before).await
}

async fn continues_from_a_plan(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    choose(page, "plan-default.json").await?;
    page.shows("You are reading “plan-default.json”").await?;
    page.goto("#/plan").await?;
    page.shows("Every other page shows what you entered yourself.")
        .await?;
    page.find("button", "Save plan file").await?;
    page.goto("#/review").await?;
    page.run(
        "document.querySelectorAll('details').forEach(it => it.open = true)",
        vec![],
    )
    .await?;
    page.click("button", "This is mine: continue from it")
        .await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    let kept: Value = serde_json::from_str(&stored(page).await?.unwrap_or_default())?;
    let text = kept.to_string();
    ensure!(
        text.contains("practise:promoting-autonomy") && text.contains("entry-2"),
        "stored: {text}"
    );
    page.goto("#/plan").await?;
    page.find("button", "Save plan file").await?;
    Ok(())
}

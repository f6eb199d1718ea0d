//! Every question about the worker can be answered, and every answer taken
//! back.

use crate::rig::{APP, Check, Engine, Page};

use super::assess::{FIRST, expect_all_ticked, expect_ticked, stored, tick, write};
use super::topics::all_stored;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    // Not in a release yet: it is tested in the build of the gallery.
    journeys![APP;
        Engine::ALL =>
            takes_every_answer_back,
            asks_for_whole_dates_and_hours,
            says_when_a_change_is_not_taken;
    ]
}

async fn takes_every_answer_back(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    for (name, value) in [
        ("role", "care-coordinator"),
        ("experience", "just-starting"),
        ("aim", "entry"),
        ("here", "entry"),
        ("somerset", "yes"),
        ("scheme", "no"),
    ] {
        tick(page, &format!("{name}-{value}")).await?;
        expect_ticked(page, &format!("{name}-{value}")).await?;
        let press = "const button = document.querySelector(`#${arguments[0]} .take-back`);
            button?.click();
            return button !== null";
        page.until_is("a way back", &true, press, vec![name.into()])
            .await?;
        let focus = "return document.activeElement?.name ?? ''";
        page.until_is(
            "the name of what has the focus",
            &name.to_owned(),
            focus,
            vec![],
        )
        .await?;
    }
    tick(page, "wider-leadership").await?;
    tick(page, "wider-none").await?;
    // "None" stands beside no other.
    expect_all_ticked(page, &["wider-none"]).await?;
    tick(page, "wider-specialism").await?;
    expect_all_ticked(page, &["wider-specialism"]).await?;
    tick(page, "wider-specialism").await?;
    write(page, "name", "Sam").await?;
    write(page, "name", "").await?;
    stored(page, "\"scheme_funded\"").await?;
    all_stored(page).await?;
    page.reload().await?;
    expect_all_ticked(page, &[]).await?;
    page.goto(FIRST).await?;
    tick(page, "person-centred-approach-encouragement-partly").await?;
    page.click("button", "Clear my answer: You encourage the person.")
        .await?;
    expect_all_ticked(page, &[]).await
}

async fn asks_for_whole_dates_and_hours(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    write(page, "hours", "a few").await?;
    page.shows("Not saved yet: give whole hours").await?;
    write(page, "hours", "7").await?;
    page.until_true("!document.body.innerText.includes('Not saved yet')")
        .await?;
    stored(page, "\"value\":7").await?;
    tick(page, "hours-known-unknown").await?;
    stored(page, "unknown").await?;
    write(page, "start", "1850-01-01").await?;
    page.shows("Not saved yet: look at the year again.").await?;
    page.check_accessibility().await?;
    write(page, "start", "2024-02-29").await?;
    page.until_true("!document.body.innerText.includes('Not saved yet')")
        .await?;
    stored(page, "2024-02-29").await?;
    page.reload().await?;
    expect_ticked(page, "hours-known-unknown").await
}

/// Somebody's plan is open for reading: the page says so beside the choice.
async fn says_when_a_change_is_not_taken(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    page.choose_file("#open-file", &super::data::fixture("plan-default.json"))
        .await?;
    page.shows("You are reading “plan-default.json”").await?;
    page.goto("#/about-you").await?;
    tick(page, "experience-under-a-year").await?;
    page.until_true(
        "document.getElementById('refused')?.textContent.includes('Close it to go back')",
    )
    .await?;
    page.check_accessibility().await?;
    page.goto("#/assess").await?;
    page.until_true("document.getElementById('refused').textContent === ''")
        .await?;
    Ok(())
}

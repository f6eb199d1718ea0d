//! Every question about the worker can be answered, and every answer taken
//! back.

use waymark::domain::dates::Moment;
use waymark::domain::document::{
    ChangeError, ClockReading, Document, EntryChange, ProfileAnswer, WhichEntry,
};
use waymark::domain::file::{FrameworkName, Header, Purpose, WrittenPlan, encode};
use waymark::domain::ids::CompetencyId;

use crate::rig::{APP, Check, Engine, Page};

use super::assess::{FIRST, expect_all_ticked, expect_ticked, stored, tick, write};
use super::topics::{KEY, all_stored, expect_text};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
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
    expect_text(page, "hours", "a few").await?;
    page.until_true(
        "document.getElementById('hours').getAttribute('aria-invalid') === 'true'
            && document.getElementById('hours-problem').textContent.includes('whole hours')",
    )
    .await?;
    write(page, "hours", "7").await?;
    page.until_true("!document.body.innerText.includes('Not saved yet')")
        .await?;
    stored(page, "\"value\":7").await?;
    tick(page, "hours-known-unknown").await?;
    stored(page, "unknown").await?;
    write(page, "start", "1850-01-01").await?;
    page.shows("Not saved yet: look at the year again.").await?;
    page.check_accessibility().await?;
    write(page, "start", "2100-01-01").await?;
    page.shows("Not saved yet: this day is still to come.")
        .await?;
    write(page, "start", "2024-02-29").await?;
    page.until_true("!document.body.innerText.includes('Not saved yet')")
        .await?;
    stored(page, "2024-02-29").await?;
    page.reload().await?;
    expect_ticked(page, "hours-known-unknown").await
}

/// Somebody's plan is open for reading: the page says so beside the choice.
async fn says_when_a_change_is_not_taken(page: &mut Page) -> Check {
    page.leave().await?;
    page.run(
        "localStorage.clear(); localStorage.setItem(arguments[0], arguments[1])",
        vec![KEY.into(), full().into()],
    )
    .await?;
    page.open("#/about-you").await?;
    tick(page, "experience-under-a-year").await?;
    page.until_true(
        "document.getElementById('refused')?.textContent.includes('There is no room for more')",
    )
    .await?;
    page.check_accessibility().await?;
    page.goto("#/assess").await?;
    page.until_true("document.getElementById('refused').textContent === ''")
        .await?;
    Ok(())
}

/// A stored document with room for nothing more.
fn full() -> String {
    let now = Moment::parse("2026-11-23T10:00:00Z").expect("a moment");
    let at = ClockReading {
        now,
        today: now.utc_day(),
    };
    let mut document = Document::new("full".into()).expect("an id");
    let mut entry = 0;
    for letters in [5_000, 500, 50, 5, 1] {
        let full = loop {
            entry += 1;
            let new = format!("entry-{entry}").as_str().into();
            let text = EntryChange::Reflection("a".repeat(letters));
            let competency = CompetencyId::from(FIRST);
            if let Err(error) = document.rate(&competency, WhichEntry::RateAgain { new }, text, at)
            {
                break error;
            }
        };
        assert!(matches!(full, ChangeError::DocumentFull), "{full:?}");
    }
    // An entry takes more than its letters: these take what is left.
    for answer in [ProfileAnswer::Name, ProfileAnswer::Workplace] {
        (1..1_000).rev().find(|letters| {
            let text = answer("a".repeat(*letters));
            document.set_profile(text, at).is_ok()
        });
    }
    let header = Header {
        created: now,
        app: "waymark".to_owned(),
        framework: FrameworkName {
            id: "somerset-social-prescribing".to_owned(),
            version: "4.0".to_owned(),
        },
    };
    encode(&document, Purpose::Stored, &header, &WrittenPlan::default())
}

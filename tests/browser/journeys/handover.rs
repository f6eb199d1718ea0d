//! Handing a plan over: what a file has in it.

use std::io::Write;

use serde_json::{Value, json};

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::data::{begin_with_a_backup, expect_stored, fixture, save_a_backup, saved_today};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            shares_little_unless_more_is_ticked,
            saves_nothing_on_cancel,
            the_dialog_is_accessible_and_fits,
            shares_where_the_browser_does,
            brings_everything_back_from_a_backup,
            calendar_and_spreadsheet_have_the_notes,
            says_when_the_writer_does_not_arrive;
    ]
}

/// A note that breaks careless writers and runs in careless spreadsheets.
const EVIL: &str = "=1+1, \"quoted\"; two\nlines 👩‍👩‍👧 نعم";

/// Chooses a file that was made for this test.
pub(super) async fn choose_made(page: &Page, name: &str, file: &Value) -> Check {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    write!(std::fs::File::create(&path)?, "{file}")?;
    page.choose_file("#open-file", &path).await?;
    // Until it is read, the file must be there.
    page.shows(name).await
}

fn backup() -> Check<Value> {
    Ok(serde_json::from_slice(&std::fs::read(fixture(
        "backup.json",
    ))?)?)
}

/// The plan file that was saved; its name has the worker's where that is in it.
async fn saved_plan(page: &Page, worker: &str) -> Check<(String, Value)> {
    let (name, bytes) = saved_today(page, &format!("waymark-plan-{worker}"), ".json").await?;
    // Another is saved under the same name.
    page.forget(&name)?;
    let text = String::from_utf8(bytes)?;
    let value = serde_json::from_str(&text)?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    page.shows(&format!("“{name}” was given to your browser."))
        .await?;
    page.focus_is_on("button", "Save plan file").await?;
    Ok((text, value))
}

fn keys(value: &Value) -> Vec<&str> {
    let fields = value.as_object().into_iter().flat_map(|it| it.keys());
    fields.map(String::as_str).collect()
}

/// What a plan has in it by default.
const DEFAULT: [&str; 12] = [
    "format",
    "version",
    "kind",
    "about",
    "created",
    "app",
    "framework",
    "rules",
    "worker",
    "ratings",
    "changes",
    "plan",
];

async fn shares_little_unless_more_is_ticked(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.goto("#/plan").await?;
    page.click("button", "Save plan file").await?;
    page.find("dialog", "Save plan file").await?;
    page.click("button", "Save file").await?;
    let (text, plan) = saved_plan(page, "").await?;
    let mut wanted = DEFAULT;
    wanted.sort_unstable();
    let mut are = keys(&plan);
    are.sort_unstable();
    ensure!(are == wanted, "a plan has {are:?}");
    ensure!(
        keys(&plan["worker"]) == ["aim", "role"],
        "of the worker it has {}",
        plan["worker"]
    );
    for private in [
        "Sam Example",
        "Example Health Centre",
        "doc-5f2c",
        "talked more than",
        "what matters to you",
        "A first meeting",
        "Fridays, with Jo",
        "Six short sessions",
        "Few joint visits",
        "Not this year",
        "allotment",
        "Listening well",
        "the-new-address",
        "entry-1",
    ] {
        ensure!(!text.contains(private), "“{private}” is in {text}");
    }
    let actions = plan["plan"]["actions"].as_array().map_or(0, Vec::len);
    ensure!(actions > 3, "{actions} actions in {text}");
    let entries = &plan["ratings"]["person-centred-approach"];
    ensure!(
        entries.as_array().map(Vec::len) == Some(1) && entries[0]["score"] == 3,
        "ratings: {entries}"
    );

    // Each tick adds its own, and it is seen before it is saved.
    for (label, words) in [
        ("My name", "Sam Example"),
        ("My notes on actions", "Six short sessions"),
        ("Actions I added myself", "Visit the allotment project"),
    ] {
        page.click("button", "Save plan file").await?;
        let seen = format!(
            "document.querySelector('.plan-preview').textContent.includes({})",
            json!(words)
        );
        page.until_true(&format!("!{seen}")).await?;
        page.click("checkbox", label).await?;
        page.until_true(&seen).await?;
        page.focus_is_on("checkbox", label).await?;
        let shown: String = page
            .ask(
                "return document.querySelector('.plan-preview pre').textContent",
                vec![],
            )
            .await?;
        page.click("button", "Save file").await?;
        let worker = if label == "My name" {
            "Sam-Example-"
        } else {
            ""
        };
        let (text, plan) = saved_plan(page, worker).await?;
        ensure!(text.contains(words), "no “{words}” in {text}");
        // Only the second in which it was made may differ.
        let mut shown: Value = serde_json::from_str(&shown)?;
        shown["created"] = plan["created"].clone();
        ensure!(shown == plan, "shown: {shown}\nsaved: {plan}");
        let others = [
            "Sam Example",
            "Six short sessions",
            "Visit the allotment project",
        ];
        for other in others.iter().filter(|other| **other != words) {
            ensure!(!text.contains(other), "“{label}” has added “{other}”");
        }
    }
    Ok(())
}

async fn saves_nothing_on_cancel(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    page.goto("#/plan").await?;
    page.click("button", "Save plan file").await?;
    page.click("checkbox", "My name").await?;
    page.click("button", "Cancel").await?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    page.focus_is_on("button", "Save plan file").await?;
    page.press("Enter").await?;
    page.find("dialog", "Save plan file").await?;
    let ticked = "return document.querySelectorAll('dialog input:checked').length";
    page.until_is("how many boxes are ticked", &0, ticked, vec![])
        .await?;
    page.press("Escape").await?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    page.focus_is_on("button", "Save plan file").await?;
    ensure!(
        page.saved_names()?.is_empty(),
        "saved: {:?}",
        page.saved_names()?
    );
    expect_stored(page, &before).await
}

async fn the_dialog_is_accessible_and_fits(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.goto("#/plan").await?;
    page.check_accessibility().await?;
    page.click("button", "Save plan file").await?;
    page.find("dialog", "Save plan file").await?;
    page.check_accessibility().await?;
    for label in [
        "My earlier ratings",
        "My reflections",
        "My evidence",
        "My answers to topics and requirements",
        "Courses and links I added",
    ] {
        page.click("checkbox", label).await?;
    }
    page.run(
        "document.querySelectorAll('details').forEach(d => d.open = true)",
        vec![],
    )
    .await?;
    page.shows("Listening well").await?;
    page.check_accessibility().await?;
    page.fits(320).await
}

async fn shares_where_the_browser_does(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.run(
        "navigator.canShare = undefined; navigator.share = undefined",
        vec![],
    )
    .await?;
    page.goto("#/plan").await?;
    page.click("button", "Save plan file").await?;
    page.find("button", "Save file").await?;
    ensure!(
        !page.has("button", "Share …").await?,
        "a button to share where that cannot be done"
    );
    page.click("button", "Cancel").await?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    page.run(
        "navigator.canShare = (what) => what.files.length === 1;
         navigator.share = async (what) => {
             window.shared = [what.files[0].name, JSON.parse(await what.files[0].text())];
         };",
        vec![],
    )
    .await?;
    page.click("button", "Save plan file").await?;
    page.click("button", "Share …").await?;
    page.until_true("window.shared").await?;
    let shared: Value = page.ask("return window.shared", vec![]).await?;
    let name = shared[0].as_str().unwrap_or_default();
    ensure!(
        name.starts_with("waymark-plan-") && name.ends_with(".txt") && shared[1]["kind"] == "plan",
        "shared: {shared}"
    );
    page.run(
        "navigator.share = async () => { throw new DOMException('no', 'NotAllowedError'); }",
        vec![],
    )
    .await?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    page.click("button", "Save plan file").await?;
    page.click("button", "Share …").await?;
    page.shows("This browser would not share the file.").await
}

async fn brings_everything_back_from_a_backup(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    let first = save_a_backup(page).await?;
    page.click("button", "Remove everything").await?;
    page.click_in("dialog", "Remove everything").await?;
    page.until_true("Object.keys(localStorage).filter(k => k.startsWith('waymark')).length === 0")
        .await?;
    page.reload().await?;
    page.shows("Nothing is saved yet").await?;
    choose_made(page, "kept.json", &first).await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    let mut second = save_a_backup(page).await?;
    second["created"] = first["created"].clone();
    ensure!(first == second, "saved {first}\nand then {second}");
    let actions = first["plan"]["actions"].as_array().map_or(0, Vec::len);
    ensure!(actions > 3, "the backup has a plan of {actions} actions");
    Ok(())
}

async fn calendar_and_spreadsheet_have_the_notes(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    let mut file = backup()?;
    file["changes"]["own:7d1e"]["notes"] = EVIL.into();
    file["changes"]["own:7d1e"]["month"] = "2099-01".into();
    choose_made(page, "evil.json", &file).await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    let asked = |page: &Page| {
        let asked = page.server.asked();
        asked.iter().any(|it| it.path.contains("/part-export-"))
    };
    ensure!(!asked(page), "the writer was fetched before it was needed");
    page.goto("#/plan").await?;
    page.click("button", "Save a calendar file").await?;
    let (name, calendar) = saved_today(page, "waymark-plan-", ".ics").await?;
    let calendar = String::from_utf8(calendar)?;
    ensure!(asked(page), "the writer came from nowhere");
    let unfolded = calendar.replace("\r\n ", "");
    for words in [
        "DTSTART;VALUE=DATE:20990101",
        "SUMMARY:Waymark: Visit the allotment project",
        "Notes: =1+1\\, \"quoted\"\\; two\\nlines 👩‍👩‍👧 نعم",
    ] {
        ensure!(unfolded.contains(words), "no {words} in {unfolded}");
    }
    page.shows(&format!("“{name}” was given")).await?;
    page.click("button", "Save a spreadsheet").await?;
    let (_, table) = saved_today(page, "waymark-plan-", ".xlsx").await?;
    ensure!(
        table.starts_with(b"PK"),
        "no workbook: {:?}",
        table.get(..9)
    );
    let table = String::from_utf8_lossy(&table).into_owned();
    let cell = ">=1+1, \"quoted\"; two\nlines 👩‍👩‍👧 نعم<";
    ensure!(table.contains(cell), "no {cell} in {table}");
    Ok(())
}

async fn says_when_the_writer_does_not_arrive(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.goto("#/plan").await?;
    page.server.stop().await;
    page.click("button", "Save a spreadsheet").await?;
    page.shows("The part of Waymark that writes this file did not arrive.")
        .await?;
    page.server.start().await?;
    page.forgive("part-export-");
    page.click("button", "Save a spreadsheet").await?;
    let (name, _) = saved_today(page, "waymark-plan-", ".xlsx").await?;
    page.shows(&format!("“{name}” was given")).await
}

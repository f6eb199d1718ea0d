//! A workforce lead reads many plan files, and nothing of them is kept.

use serde_json::{Value, json};
use waymark::domain::limits::FILE_BYTES;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::data::begin_with_a_backup;
use super::results::pages;
use super::{Journey, journeys};

// The same made-up people as in the tests without a browser.
#[path = "../../team/made_up.rs"]
mod made_up;

use made_up::{Chance, MadeUp, review, team};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            tells_what_forty_people_need,
            names_what_is_not_counted,
            stops_at_half,
            folds_small_groups,
            forgets_on_leaving,
            takes_what_is_dropped,
            is_accessible_and_fits;
        &[Engine::Chromium] =>
            saves_a_spreadsheet_and_prints_two_sides,
            reads_two_thousand_without_a_stop;
    ]
}

const SEED: u64 = 17;

/// Puts files into the field as if they were chosen: every engine's driver
/// chooses one file, and not every one chooses forty.
const CHOOSE: &str = "
    const [files, larger] = arguments;
    const data = new DataTransfer();
    for (const [name, text] of files) data.items.add(new File([text], name, {type: 'application/json'}));
    for (const [name, bytes] of larger) data.items.add(new File([new Uint8Array(bytes).fill(32)], name));
    const field = document.getElementById('team-files');
    field.files = data.files;
    field.dispatchEvent(new Event('change', {bubbles: true}));";

fn named(plans: Vec<String>) -> Vec<(String, String)> {
    let named = plans.into_iter().enumerate();
    named
        .map(|(at, text)| (format!("waymark-plan-{at}.json"), text))
        .collect()
}

async fn choose(page: &Page, files: &[(String, String)], larger: Value) -> Check {
    page.run(CHOOSE, vec![json!(files), larger]).await?;
    Ok(())
}

/// Opens the page and has so many people's files read.
async fn read_a_team(page: &mut Page, people: usize) -> Check {
    page.open("#/team").await?;
    choose(page, &named(team(SEED, people)), json!([])).await?;
    page.find("heading", "What they need").await?;
    page.shows(&format!(
        "{people} files were read: {people} plans are counted."
    ))
    .await
}

async fn tells_what_forty_people_need(page: &mut Page) -> Check {
    page.open("#/review").await?;
    page.follow("link", "See what a team needs").await?;
    page.shows("Leaving or reloading this page forgets it.")
        .await?;
    read_a_team(page, 40).await?;
    page.focus_is_on("heading", "What they need").await?;
    page.shows("40 people").await?;
    for heading in [
        "Who they are",
        "Courses and other training",
        "How they rate themselves",
        "What is still owed to them",
        "Safety topics that are open",
        "Topics most often “not yet”",
    ] {
        page.find("heading", heading).await?;
    }
    let text = page.text().await?;
    ensure!(!text.contains("Somebody Private"), "somebody is named");
    page.find("heading", "Self-monitoring").await?;
    // One of the roles.
    page.run(
        "const field = document.getElementById('team-group');
         field.value = '0'; field.dispatchEvent(new Event('change', {bubbles: true}));",
        vec![],
    )
    .await?;
    page.shows("people: Social prescribing link worker").await?;
    page.shows("Topics are told of everybody only").await
}

async fn names_what_is_not_counted(page: &mut Page) -> Check {
    let mut files = named(team(SEED, 6));
    let mut chance = Chance(4);
    let mut person = MadeUp::new(&mut chance);
    files.push(("sam.json".to_owned(), person.plan()));
    let backup = person.backup();
    person.later(&mut chance);
    files.push(("sam-newer.json".to_owned(), person.plan()));
    let newer = files[0].1.replacen("\"version\": 1", "\"version\": 2", 1);
    let view = review(&mut chance, &files[0].1);
    for (name, text) in [
        ("backup.json", backup),
        ("other.json", r#"{"name": "something else"}"#.to_owned()),
        ("photo.json", "\u{FFFD}JFIF\u{1}".to_owned()),
        ("newer-version.json", newer),
        ("review.json", view),
    ] {
        files.push((name.to_owned(), text));
    }
    page.open("#/team").await?;
    let larger = json!([["large.json", FILE_BYTES + 1], ["spaces.json", FILE_BYTES]]);
    choose(page, &files, larger).await?;
    for sentence in [
        "“backup.json” is not counted: it is a backup, and holds more than was chosen for sharing.",
        "“other.json” was not opened. It comes from another program.",
        "“photo.json” was not opened.",
        "“newer-version.json” was not opened. It was saved by a newer version of this page.",
        "“large.json” was not opened.",
        "“spaces.json” was not opened.",
        "“sam.json” is not counted: there is a newer file of the same plan.",
        "15 files were read: 7 plans are counted; 1 file has what a reader said of a plan; 7 files are not counted.",
    ] {
        page.shows(sentence).await?;
    }
    page.check_accessibility().await
}

async fn stops_at_half(page: &mut Page) -> Check {
    page.open("#/team").await?;
    // Stop is pressed once half of them are read.
    page.run(
        "const watch = new MutationObserver(() => {
             const at = document.getElementById('team-progress');
             if (!at || at.value < at.max / 2) return;
             watch.disconnect();
             [...document.querySelectorAll('.reading button')].at(-1).click();
         });
         watch.observe(document.getElementById('main'), {subtree: true, childList: true, characterData: true, attributes: true});",
        vec![],
    )
    .await?;
    let mut files = named(team(SEED, 40));
    // Enough to be pressed: the same again, as many others.
    let mut more: Vec<(String, String)> = Vec::new();
    for at in 0..10 {
        more.extend(
            files
                .iter()
                .map(|(name, text)| (format!("{at}-{name}"), text.clone())),
        );
    }
    files.extend(more);
    choose(page, &files, json!([])).await?;
    page.find("heading", "What they need").await?;
    page.shows("Stopped after ").await?;
    page.shows(" of 440 files.").await?;
    let said = page.text().await?;
    let after = said
        .split("Stopped after ")
        .nth(1)
        .and_then(|it| it.split(' ').next())
        .and_then(|it| it.parse::<usize>().ok());
    ensure!(
        after.is_some_and(|it| (220..440).contains(&it)),
        "stopped after {after:?}"
    );
    page.shows("40 people").await
}

async fn folds_small_groups(page: &mut Page) -> Check {
    page.open("#/team").await?;
    choose(page, &named(team(SEED, 4)), json!([])).await?;
    page.find("heading", "Too few to tell").await?;
    let text = page.text().await?;
    ensure!(!text.contains("Who they are"), "four people are told of");
    // More are added to them.
    let more: Vec<String> = team(SEED, 9).split_off(4);
    choose(page, &named(more), json!([])).await?;
    page.shows("9 people").await?;
    let numbers = "
        for (const folded of document.querySelectorAll('.team-figures details')) folded.open = true;
        const said = document.querySelector('.team-figures').innerText.matchAll(/\\b(\\d+) (person|people)\\b/g);
        return [...said].map(it => Number(it[1])).filter(it => it > 0 && it < 5)";
    // \"4 people\" stands nowhere; of \"5 people or more\" nothing is told.
    let small: Vec<u64> = page.ask(numbers, vec![]).await?;
    ensure!(small.is_empty(), "told of {small:?}");
    Ok(())
}

async fn forgets_on_leaving(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    page.goto("#/team").await?;
    choose(page, &named(team(SEED, 6)), json!([])).await?;
    page.find("heading", "What they need").await?;
    page.goto("#/plan").await?;
    page.find("heading", "Your training plan").await?;
    page.goto("#/team").await?;
    page.find("heading", "What a team needs").await?;
    let text = page.text().await?;
    ensure!(
        !text.contains("What they need"),
        "it is not forgotten: {text}"
    );
    super::data::expect_stored(page, &before).await?;
    // Left in the middle of it.
    choose(page, &named(team(SEED, 40)), json!([])).await?;
    page.goto("#/plan").await?;
    page.find("heading", "Your training plan").await?;
    page.goto("#/team").await?;
    page.find("heading", "What a team needs").await?;
    let text = page.text().await?;
    ensure!(
        !text.contains("files were read"),
        "it is not forgotten: {text}"
    );
    choose(page, &named(team(SEED, 6)), json!([])).await?;
    page.shows("6 files were read").await?;
    page.click("button", "Forget these files").await?;
    page.until_gone("heading", "What they need").await?;
    choose(page, &named(team(SEED, 6)), json!([])).await?;
    page.find("heading", "What they need").await?;
    page.reload().await?;
    page.find("heading", "What a team needs").await?;
    let text = page.text().await?;
    ensure!(
        !text.contains("What they need"),
        "a reload keeps it: {text}"
    );
    Ok(())
}

async fn takes_what_is_dropped(page: &mut Page) -> Check {
    page.open("#/team").await?;
    let drop = "
        const data = new DataTransfer();
        for (const [name, text] of arguments[0]) data.items.add(new File([text], name, {type: 'application/json'}));
        const event = new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true});
        document.querySelector('.team h1').dispatchEvent(event);
        return event.defaultPrevented";
    let taken: bool = page.ask(drop, vec![json!(named(team(SEED, 6)))]).await?;
    ensure!(taken, "the browser would leave the page for the file");
    page.find("heading", "What they need").await?;
    // None of them was opened for reading besides.
    ensure!(
        page.hash().await? == "#/team",
        "not on the page of the team"
    );
    page.shows("6 files were read: 6 plans are counted.").await
}

async fn is_accessible_and_fits(page: &mut Page) -> Check {
    page.open("#/team").await?;
    page.check_accessibility().await?;
    read_a_team(page, 40).await?;
    page.run(
        "for (const folded of document.querySelectorAll('#main details')) folded.open = true",
        vec![],
    )
    .await?;
    page.check_accessibility().await?;
    page.fits(320).await
}

async fn saves_a_spreadsheet_and_prints_two_sides(page: &mut Page) -> Check {
    read_a_team(page, 40).await?;
    page.click("button", "Save as a spreadsheet").await?;
    let (name, bytes) = page.saved_as("waymark-team-", ".xlsx").await?;
    page.shows(&format!("“{name}” was given to your browser."))
        .await?;
    let text = String::from_utf8_lossy(&bytes);
    ensure!(
        text.contains("What networks still owe"),
        "no rows in {name}"
    );
    ensure!(!text.contains("Somebody Private"), "somebody is named");
    let (pdf, file) = page.print("team").await?;
    let sides = pages(&pdf);
    ensure!(
        (1..=2).contains(&sides),
        "{sides} sides: {}",
        file.display()
    );
    Ok(())
}

/// Makes so many people of a few, each with ratings of their own, and measures
/// the longest wait for a frame while they are read.
const MANY: &str = "
    const [texts, many] = arguments;
    const word = () => [...crypto.getRandomValues(new Uint8Array(16))].map(it => it.toString(16).padStart(2, '0')).join('');
    const data = new DataTransfer();
    for (let at = 0; at < many; at += 1) {
        const text = texts[at % texts.length].replace(/\"id\": \"[0-9a-f]{32}\"/g, () => `\"id\": \"${word()}\"`);
        data.items.add(new File([text, ' '.repeat(at)], `waymark-plan-${at}.json`));
    }
    window.frames_ = {longest: 0, began: performance.now(), ended: 0};
    let last = performance.now();
    const frame = now => {
        frames_.longest = Math.max(frames_.longest, now - last);
        last = now;
        if (document.querySelector('.team-figures')) frames_.ended = performance.now();
        else requestAnimationFrame(frame);
    };
    requestAnimationFrame(now => { last = now; frame(now); });
    const field = document.getElementById('team-files');
    field.files = data.files;
    field.dispatchEvent(new Event('change', {bubbles: true}));";

async fn reads_two_thousand_without_a_stop(page: &mut Page) -> Check {
    page.open("#/team").await?;
    page.run(MANY, vec![json!(team(SEED, 40)), json!(2000)])
        .await?;
    // A busy machine takes longer than other waits allow.
    for _ in 0..6 {
        if page.until_true("window.frames_.ended > 0").await.is_ok() {
            break;
        }
    }
    let measured: Value = page.ask("return window.frames_", vec![]).await?;
    let of = |name: &str| measured[name].as_f64().unwrap_or(f64::MAX);
    let (took, longest) = (of("ended") - of("began"), of("longest"));
    println!("  2,000 files: {took:.0} ms, longest frame {longest:.0} ms");
    // The time is told and not checked: it is the machine's as much as ours.
    page.shows("2000 files were read: 2000 plans are counted.")
        .await
}

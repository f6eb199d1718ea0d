//! Nothing typed is lost: files, tabs, and storage that is blocked, full or
//! damaged.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::rig::{APP, Answer, Check, Engine, Page};
use crate::{ensure, fail};

use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            opens_a_backup_and_keeps_it,
            saves_what_it_opened,
            changes_nothing_on_a_refusal,
            reads_a_plan_and_leaves_mine_alone,
            merges_replaces_and_undoes,
            two_tabs_see_the_same,
            says_when_storage_is_blocked,
            keeps_everything_when_storage_is_full,
            leaves_damaged_storage_alone,
            removes_everything_and_puts_it_back,
            finishes_on_a_shared_computer;
    ]
}

/// Where the app keeps the document, as served here.
const KEY: &str = "waymark:/any/place/:document";

pub(super) fn fixture(name: &str) -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    here.unwrap_or_default()
        .join("tests/fixtures/v1")
        .join(name)
}

pub(super) async fn choose(page: &Page, name: &str) -> Check {
    page.choose_file("#open-file", &fixture(name)).await
}

pub(super) async fn stored(page: &Page) -> Check<Option<String>> {
    page.ask(
        "return localStorage.getItem(arguments[0])",
        vec![KEY.into()],
    )
    .await
}

/// Waits until exactly this is stored.
pub(super) async fn expect_stored(page: &Page, text: &str) -> Check {
    let script = "return localStorage.getItem(arguments[0])";
    let wanted = Some(text.to_owned());
    page.until_is("what is stored", &wanted, script, vec![KEY.into()])
        .await
}

/// Waits until these words are stored.
async fn until_stored(page: &Page, words: &str) -> Check {
    let words = json!(words);
    page.until_true(&format!(
        "(localStorage.getItem('{KEY}') ?? '').includes({words})"
    ))
    .await
}

/// Opens the fixture with everything and waits until it is stored.
pub(super) async fn begin_with_a_backup(page: &mut Page) -> Check<String> {
    page.open("#/your-data").await?;
    choose(page, "backup.json").await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    match stored(page).await? {
        Some(text) => Ok(text),
        None => fail!("it says it is saved, and nothing is stored"),
    }
}

async fn opens_a_backup_and_keeps_it(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    choose(page, "backup.json").await?;
    page.find("dialog", "Open “backup.json”?").await?;
    page.check_accessibility().await?;
    ensure!(
        stored(page).await?.is_none(),
        "something is stored before the person decided"
    );
    page.press("Escape").await?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    ensure!(stored(page).await?.is_none(), "Escape has opened it");
    choose(page, "backup.json").await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    page.reload().await?;
    page.shows("Ratings").await?;
    let text = stored(page).await?.unwrap_or_default();
    for words in ["Sam Example", "Example Health Centre"] {
        ensure!(text.contains(words), "{words} is not in {text}");
    }
    page.check_accessibility().await
}

/// Saves a backup on the page "Your data" and reads it.
pub(super) async fn save_a_backup(page: &mut Page) -> Check<Value> {
    page.click("button", "Save a backup file").await?;
    let (name, saved) = saved_today(page, "waymark-backup-", ".json").await?;
    // Another is saved under the same name.
    page.forget(&name)?;
    Ok(serde_json::from_slice(&saved)?)
}

/// The file that was saved under a name with the day in it: name and bytes.
pub(super) async fn saved_today(page: &Page, begins: &str, ends: &str) -> Check<(String, Vec<u8>)> {
    let (name, bytes) = page.saved_as(begins, ends).await?;
    // As the page has it; it may have been saved just before midnight.
    let days: Vec<String> = page
        .ask(
            "return [0, 60000].map(ago => new Date(Date.now() - ago)).map(d =>
                [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, '0')).join('-'))",
            vec![],
        )
        .await?;
    let named = |day: &String| name == format!("{begins}{day}{ends}");
    ensure!(days.iter().any(named), "{name} is not of {days:?}");
    Ok((name, bytes))
}

async fn saves_what_it_opened(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    let saved = save_a_backup(page).await?;
    let opened: Value = serde_json::from_slice(&std::fs::read(fixture("backup.json"))?)?;
    for part in [
        "worker",
        "ratings",
        "topics",
        "requirements",
        "changes",
        "rules",
    ] {
        ensure!(
            saved[part] == opened[part],
            "{part} was {} and is {}",
            opened[part],
            saved[part]
        );
    }
    Ok(())
}

async fn changes_nothing_on_a_refusal(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    for name in [
        "photograph.jpg",
        "empty.json",
        "not-json.json",
        "cut-short.json",
        "utf-16-big.json",
        "newer-version.json",
        "other-program.json",
        "score-6.json",
        "score-1e400.json",
    ] {
        choose(page, &format!("refused/{name}")).await?;
        page.shows(&format!("“{name}” was not opened.")).await?;
        let script =
            "const said = document.querySelector('.error-summary[role=alert]')?.innerText ?? '';
            return said.includes(arguments[0]) && said.includes('Nothing was changed.')";
        let what = format!("an alert about {name}");
        page.until_is(&what, &true, script, vec![name.into()])
            .await?;
    }
    page.check_accessibility().await?;
    expect_stored(page, &before).await
}

async fn reads_a_plan_and_leaves_mine_alone(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    choose(page, "plan-default.json").await?;
    page.shows("You are reading “plan-default.json”").await?;
    page.find("heading", "A plan somebody sent you").await?;
    // Where the person looks, not somewhere above.
    page.until_true("document.activeElement.id === 'plan-read'")
        .await?;
    page.check_accessibility().await?;
    page.click("button", "Close the plan").await?;
    page.until_true("!document.body.innerText.includes('You are reading')")
        .await?;
    expect_stored(page, &before).await?;
    choose(page, "plan-default.json").await?;
    page.until_true("document.activeElement.id === 'plan-read'")
        .await?;
    page.run(
        "document.querySelectorAll('details').forEach(it => it.open = true)",
        vec![],
    )
    .await?;
    page.click("button", "This is mine: continue from it")
        .await?;
    page.find("dialog", "Continue from “plan-default.json”?")
        .await?;
    page.click("button", "Cancel").await
}

async fn merges_replaces_and_undoes(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    choose(page, "smallest.json").await?;
    page.click("button", "Use the file instead").await?;
    page.shows("“smallest.json” was opened.").await?;
    page.until_true(&format!(
        "!localStorage.getItem('{KEY}').includes('Sam Example')"
    ))
    .await?;
    page.click("button", "Undo opening it").await?;
    until_stored(page, "Sam Example").await?;
    choose(page, "zero-no-opportunity-cleared.json").await?;
    page.click("button", "Put both together").await?;
    page.shows("“zero-no-opportunity-cleared.json” was opened.")
        .await?;
    page.shows("Saved in this browser.").await?;
    until_stored(page, "Sam Example").await
}

async fn two_tabs_see_the_same(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    let first = page.tab().await?;
    page.new_tab().await?;
    begin_with_a_backup(page).await?;
    let second = page.tab().await?;
    page.switch_tab(&first).await?;
    page.shows("Ratings").await?;
    page.click("button", "Remove everything").await?;
    page.click_in("dialog", "Remove everything").await?;
    page.shows("It was removed.").await?;
    page.switch_tab(&second).await?;
    page.shows("Everything was removed in another tab").await?;
    page.switch_tab(&first).await?;
    page.click("button", "Put it back").await?;
    page.shows("Ratings").await?;
    page.switch_tab(&second).await?;
    page.shows("Ratings").await
}

/// As a browser does that forbids storage: even asking for it throws.
async fn block_storage(page: &Page) -> Check {
    let html = std::fs::read_to_string(crate::runner::dist().join("index.html"))?;
    let html = html.replacen("<head>", "<head><script src=\"blocked.js\"></script>", 1);
    let script = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
    for (file, content_type, text) in [
        ("", "text/html; charset=utf-8", html.as_str()),
        ("blocked.js", "text/javascript", script),
    ] {
        let answer = Answer::Bytes {
            content_type,
            bytes: text.into(),
        };
        page.server.answer(page.path(file), answer);
    }
    Ok(())
}

async fn says_when_storage_is_blocked(page: &mut Page) -> Check {
    block_storage(page).await?;
    page.open("#/your-data").await?;
    page.shows("This browser does not let the page keep anything")
        .await?;
    choose(page, "backup.json").await?;
    page.click("button", "Open it").await?;
    page.shows("Ratings").await?;
    page.shows("Not being saved").await?;
    page.goto("#/framework").await?;
    page.shows("Not being saved").await?;
    page.goto("#/your-data").await?;
    page.shows("Ratings").await?;
    page.check_accessibility().await?;
    page.server.reset().await
}

/// Fills the browser's storage to the brim: halves, until not even one
/// character more is taken.
pub(super) async fn fill_storage(page: &Page) -> Check {
    page.run(
        "let size = 1 << 22, n = 0;
         while (size >= 1) {
             try { localStorage.setItem('filler' + n++, 'x'.repeat(size)); }
             catch { size = size >> 1; }
         }",
        vec![],
    )
    .await?;
    Ok(())
}

async fn keeps_everything_when_storage_is_full(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    fill_storage(page).await?;
    choose(page, "backup.json").await?;
    page.click("button", "Open it").await?;
    page.shows("There is no room left in this browser").await?;
    page.shows("Ratings").await?;
    page.check_accessibility().await?;
    ensure!(stored(page).await?.is_none(), "it was stored after all");
    page.run(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key)",
        vec![],
    )
    .await?;
    page.click("button", "Try again").await?;
    page.shows("Saved in this browser.").await?;
    until_stored(page, "Sam Example").await
}

async fn leaves_damaged_storage_alone(page: &mut Page) -> Check {
    let good = begin_with_a_backup(page).await?;
    let half = good[..good.len() / 2].to_owned();
    let mut damaged = good.clone();
    damaged.replace_range(0..1, "[");
    let newer = good.replacen("\"version\":1", "\"version\":2", 1);
    let newer = newer.replacen("\"version\": 1", "\"version\": 2", 1);
    ensure!(newer != good, "no version in {good}");
    let cases = [
        ("one byte", damaged, "is damaged and could not be read"),
        ("cut in half", half, "is damaged and could not be read"),
        ("newer", newer, "saved by a newer version"),
        (
            "another program",
            "{\"todo\": [\"milk\"]}".to_owned(),
            "comes from another program",
        ),
    ];
    for (case, text, says) in cases {
        page.leave().await?;
        page.run(
            "localStorage.clear(); localStorage.setItem(arguments[0], arguments[1])",
            vec![KEY.into(), text.clone().into()],
        )
        .await?;
        page.open("#/your-data").await?;
        page.shows(says).await?;
        page.goto("#/framework").await?;
        page.shows(says).await?;
        page.goto("#/your-data").await?;
        page.click("button", "Start afresh and keep it").await?;
        choose(page, "backup.json").await?;
        page.click("button", "Open it").await?;
        page.shows("Saved in this browser.").await?;
        let fresh =
            "return (localStorage.getItem(arguments[0] + ':2') ?? '').includes('Sam Example')";
        let what = format!("{case}: something new stored");
        page.until_is(&what, &true, fresh, vec![KEY.into()]).await?;
        let kept = stored(page).await?;
        ensure!(
            kept.as_ref() == Some(&text),
            "{case}: what was there has become {kept:?}"
        );
        page.reload().await?;
        page.shows("Ratings").await?;
    }
    page.check_accessibility().await
}

async fn removes_everything_and_puts_it_back(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.click("button", "Remove everything").await?;
    page.find("dialog", "Remove everything from this browser?")
        .await?;
    page.check_accessibility().await?;
    page.click_in("dialog", "Cancel").await?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    page.shows("Ratings").await?;
    page.click("button", "Remove everything").await?;
    page.click_in("dialog", "Remove everything").await?;
    page.until_true("Object.keys(localStorage).filter(k => k.startsWith('waymark')).length === 0")
        .await?;
    page.click("button", "Put it back").await?;
    page.shows("Ratings").await?;
    until_stored(page, "Sam Example").await
}

async fn finishes_on_a_shared_computer(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.click("button", "Finish on a shared computer").await?;
    page.click_in("dialog", "I have the file: remove everything")
        .await?;
    page.shows("This page keeps nothing you entered any more.")
        .await?;
    page.until_true("Object.keys(localStorage).filter(k => k.startsWith('waymark')).length === 0")
        .await?;
    page.reload().await?;
    page.shows("Nothing to save yet.").await
}

//! What failed in the hands of people who use software like this: clocks,
//! addresses, paper.

use serde_json::json;

use crate::rig::{APP, Answer, Check, Engine, Page};
use crate::{ensure, fail};

use super::assess::{FIRST, stored, tick, write};
use super::parts::part;
use super::topics::{all_stored, expect_text};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            offers_answers_of_another_address,
            reads_mangled_addresses,
            finds_the_page_where_the_host_answers_everything,
            counts_a_backup_once_it_is_there,
            puts_every_word_on_paper,
            says_that_it_has_perhaps_been_renewed;
        &[Engine::Chromium] =>
            keeps_no_date_that_is_still_typed,
            goes_on_whatever_the_clock_shows;
        &[Engine::Chromium, Engine::Firefox] =>
            brings_the_heading_into_a_very_small_window,
            opens_dropped_files_one_after_the_other;
    ]
}

const KEY: &str = "waymark:/any/place/:document";

async fn offers_answers_of_another_address(page: &mut Page) -> Check {
    page.leave().await?;
    let other = "waymark:/Any/Place/:document";
    page.run(
        "localStorage.clear();
         localStorage.setItem(arguments[0], arguments[1])",
        vec![
            other.into(),
            json!({"format": "waymark", "version": 1, "kind": "backup",
                "worker": {"name": {"value": "Robin", "changed": "2026-11-01T10:00:00Z"}}})
            .to_string()
            .into(),
        ],
    )
    .await?;
    page.open("").await?;
    page.shows(
        "this browser holds answers that belong to another address of this site (/Any/Place/)",
    )
    .await?;
    page.check_accessibility().await?;
    page.click("button", "Look at them").await?;
    page.click_in("dialog", "Open it").await?;
    stored(page, "Robin").await?;
    page.until_true(&format!("localStorage.getItem('{other}') !== null"))
        .await
}

async fn reads_mangled_addresses(page: &mut Page) -> Check {
    for fragment in ["#%2Fplan", "#!/plan", "##/plan", "#plan", "#%23/plan"] {
        page.open(fragment).await?;
        page.find("heading", "Your training plan").await?;
    }
    for fragment in ["#nowhere", "#%2Fnowhere", "#/plan/or/not"] {
        page.open(fragment).await?;
        page.find("heading", "Page not found").await?;
    }
    // Within the page, and to the page that is shown.
    page.open("#/privacy").await?;
    page.run("location.hash = '#/privacy/'", vec![]).await?;
    page.drawn().await?;
    page.focus_is_on("heading", "Privacy").await?;
    page.run("location.hash = '#results'", vec![]).await?;
    page.find("heading", "Where you stand").await?;
    page.drawn().await
}

/// A host that answers every address with the start page.
async fn finds_the_page_where_the_host_answers_everything(page: &mut Page) -> Check {
    let html = std::fs::read(crate::runner::dist().join("index.html"))?;
    let style = std::fs::read_dir(crate::runner::dist())?
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .find(|it| it.ends_with(".css"))
        .unwrap_or_default();
    for folder in ["%23/", "deep/down/"] {
        for file in ["", "plan", "boot.js", style.as_str()] {
            page.server.answer(
                page.path(&format!("{folder}{file}")),
                Answer::Bytes {
                    content_type: "text/html; charset=utf-8",
                    bytes: html.clone(),
                },
            );
        }
    }
    page.forgive("");
    let mangled = page.address("").replace('#', "") + "%23/plan";
    page.client().goto(&mangled).await?;
    page.find("heading", "Your training plan").await?;
    page.until_true("location.hash === '#/plan' && !location.pathname.includes('%23')")
        .await?;
    page.client()
        .goto(&(page.address("").replace('#', "") + "deep/down/plan"))
        .await?;
    page.find("heading", "Page not found").await?;
    page.click("link", "The framework").await?;
    page.find("heading", "The framework").await?;
    page.errors().await?;
    page.take_errors();
    Ok(())
}

async fn counts_a_backup_once_it_is_there(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    tick(page, "role-social-prescribing-link-worker").await?;
    all_stored(page).await?;
    page.goto("#/your-data").await?;
    page.click("button", "Save a backup file").await?;
    page.shows("It counts as saved once you say that it is there.")
        .await?;
    page.check_accessibility().await?;
    page.shows(
        "A backup was given to your browser: it counts once you have said that it is there.",
    )
    .await?;
    all_stored(page).await?;
    page.reload().await?;
    page.click("button", "It is there").await?;
    page.shows("You last saved a backup file on").await?;
    page.until_true("document.activeElement !== document.body")
        .await
}

async fn puts_every_word_on_paper(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    let long = format!("First line\n{}\nlast line", "word ".repeat(400));
    write(page, "reflection", &long).await?;
    all_stored(page).await?;
    page.run("dispatchEvent(new Event('beforeprint'))", vec![])
        .await?;
    let on_paper: String = page
        .ask(
            "return document.getElementById('reflection').previousSibling.textContent",
            vec![],
        )
        .await?;
    ensure!(on_paper == long, "on paper: {on_paper}");
    page.run("dispatchEvent(new Event('afterprint'))", vec![])
        .await?;
    page.until_true("!document.querySelector('.on-paper, [data-folded], [data-on-paper]')")
        .await?;
    expect_text(page, "reflection", &long).await
}

async fn says_that_it_has_perhaps_been_renewed(page: &mut Page) -> Check {
    let file = page.path(&part("framework")?);
    page.server.answer(file, Answer::NotFound);
    page.forgive("");
    page.open("#/framework").await?;
    page.shows("Waymark has perhaps been renewed since you opened it")
        .await?;
    page.focus_is_on("alert", "").await.ok();
    page.find("button", "Try again").await?;
    page.errors().await?;
    page.take_errors();
    page.server.reset().await?;
    page.click("button", "Load the page again").await?;
    page.find("link", "Promoting Autonomy").await?;
    Ok(())
}

async fn keeps_no_date_that_is_still_typed(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    write(page, "next-review", "2027-03-29").await?;
    stored(page, "2027-03-29").await?;
    all_stored(page).await?;
    let before: String = page
        .ask(
            "return localStorage.getItem(arguments[0])",
            vec![KEY.into()],
        )
        .await?;
    page.run("document.getElementById('next-review').focus()", vec![])
        .await?;
    // Month, day, and the first digits of a year: each a whole date on its way.
    for key in ["0", "2", "1", "1", "2", "0"] {
        page.press(key).await?;
        let said: bool = page
            .ask(
                "return document.body.innerText.includes('Not saved yet')",
                vec![],
            )
            .await?;
        ensure!(!said, "judged after {key}");
    }
    page.run_async("await new Promise((then) => setTimeout(then, 900))", vec![])
        .await?;
    let after: String = page
        .ask(
            "return localStorage.getItem(arguments[0])",
            vec![KEY.into()],
        )
        .await?;
    ensure!(before == after, "a date was stored while it was typed");
    page.run("document.getElementById('next-review').blur()", vec![])
        .await?;
    page.shows("Not saved yet").await?;
    // Emptied on purpose is emptied.
    write(page, "next-review", "").await?;
    page.until_true(&format!(
        "!localStorage.getItem('{KEY}').includes('2027-03-29')"
    ))
    .await
}

/// Years nothing can be written in, and what each page says then.
async fn goes_on_whatever_the_clock_shows(page: &mut Page) -> Check {
    page.new_tab().await?;
    page.before_every_page(
        "const year = Number(new URLSearchParams(location.search).get('year'));
         if (year) {
             const Real = Date, shift = new Real(year < 0 ? -62198755200000 : Real.UTC(year, 5, 1)).getTime() - Real.now();
             window.Date = class extends Real {
                 constructor(...all) { all.length ? super(...all) : super(Real.now() + shift); }
                 static now() { return Real.now() + shift; }
             };
         }",
    )
    .await?;
    for year in ["12000", "-1", "1999"] {
        let address = page
            .address("#/about-you")
            .replace("#/", &format!("?year={year}#/"));
        page.client().goto("about:blank").await?;
        page.client().goto(&address).await?;
        page.find("heading", "About you").await?;
        page.shows("which cannot be right").await?;
        tick(page, "role-social-prescribing-link-worker").await?;
        stored(page, "social-prescribing-link-worker").await?;
    }
    Ok(())
}

/// 400 % zoom leaves 320 by 256.
async fn brings_the_heading_into_a_very_small_window(page: &mut Page) -> Check {
    page.open("#/privacy").await?;
    page.size(320, 256).await?;
    for route in ["#/about-you", "#/plan", "#/results", "#/accessibility"] {
        page.goto(route).await?;
        page.until_true(
            "document.activeElement.tagName === 'H1'
                && document.activeElement.getBoundingClientRect().top >= 0
                && document.activeElement.getBoundingClientRect().top < innerHeight - 20",
        )
        .await?;
    }
    Ok(())
}

async fn opens_dropped_files_one_after_the_other(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    page.run(
        "const backup = (topic) => JSON.stringify({ format: 'waymark', version: 1, kind: 'backup', topics: {
             ['core-knowledge/' + topic]: { status: 'not-yet', changed: '2026-11-01T10:00:00Z' } } });
         const files = new DataTransfer();
         files.items.add(new File([new Uint8Array([137, 80, 78, 71, 0, 0, 1])], 'beach.png'));
         files.items.add(new File([backup('one')], 'mon.json'));
         files.items.add(new File([backup('two')], 'tue.json'));
         document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));",
        vec![],
    )
    .await?;
    page.shows("“beach.png” was not opened.").await?;
    page.find("dialog", "Open “mon.json”?").await?;
    page.click_in("dialog", "Open it").await?;
    page.find("dialog", "Open “tue.json”?").await?;
    page.click_in("dialog", "Put both together").await?;
    stored(page, "core-knowledge/two").await?;
    stored(page, "core-knowledge/one").await?;
    if page.has("dialog", "Open “tue.json”?").await? {
        fail!("the dialog stays");
    }
    Ok(())
}

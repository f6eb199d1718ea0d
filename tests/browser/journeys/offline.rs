//! The service worker: the whole app without a network, one release at a time.
//! Not in WebKit: its rig puts a script into every page, which the worker
//! rightly takes for another file than the one that was built.

use crate::ensure;
use crate::rig::{APP, Answer, Check, Engine, Page};
use crate::runner::dist;

use super::assess::{self, main_journey, write};
use super::data::{begin_with_a_backup, save_a_backup, stored};
use super::parts::part;
use super::topics::expect_text;
use super::trouble::file_of_the_app;
use super::{Journey, journeys};

const WORKS: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub fn all() -> Vec<Journey> {
    journeys![APP;
        WORKS =>
            works_without_a_network_after_one_visit,
            keeps_what_a_plain_host_sends_packed,
            takes_a_newer_release_when_told,
            keeps_the_old_release_when_the_new_one_is_broken,
            gives_up_its_copy_when_a_host_withdraws_it;
        // Holding one request back needs Chromium's protocol.
        &[Engine::Chromium] => opens_late_parts_of_an_old_release_beside_the_new;
        Engine::ALL => keeps_two_folders_of_one_origin_apart;
    ]
}

/// The marker that a release is kept whole.
const WHOLE: &str = "for (;;) {
    const names = await caches.keys();
    const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(arguments[0])));
    const whole = found.filter(Boolean).length;
    if (whole >= 2) return names;
    await new Promise((done) => setTimeout(done, 50));
}";

/// Visits the app once and waits until it is kept.
async fn visit_once(page: &mut Page) -> Check {
    page.server.serve_worker();
    page.open("").await?;
    let marker = page.address("__whole");
    page.run_async(WHOLE, vec![marker.into()]).await?;
    page.run_async("await navigator.serviceWorker.ready", vec![])
        .await?;
    Ok(())
}

/// Visits the app, and again as the worker serves it.
pub(super) async fn visit(page: &mut Page) -> Check {
    visit_once(page).await?;
    // The worker serves the pages that are opened once it is there.
    page.open("").await
}

async fn version(page: &Page) -> Check<String> {
    page.ask(
        "return document.getElementById('version').textContent",
        vec![],
    )
    .await
}

async fn works_without_a_network_after_one_visit(page: &mut Page) -> Check {
    visit_once(page).await?;
    page.server.stop().await;
    page.open("").await?;
    walk_without_a_network(page).await?;
    page.server.start().await?;
    // The browser says, when it likes, that it could not look for a newer worker.
    page.forgive("");
    Ok(())
}

/// Reloads, walks the main journey and saves a file, with the host gone.
async fn walk_without_a_network(page: &mut Page) -> Check {
    page.reload().await?;
    main_journey(page).await?;
    let kept = stored(page).await?;
    page.open("#/your-data").await?;
    page.find("heading", "Your data").await?;
    ensure!(stored(page).await? == kept, "what was stored has changed");
    let saved = save_a_backup(page).await?;
    ensure!(
        saved["ratings"]["person-centred-approach"][0]["score"] == 1,
        "saved {saved}"
    );
    Ok(())
}

/// A host that compresses nothing sends each large part once, and packed.
async fn keeps_what_a_plain_host_sends_packed(page: &mut Page) -> Check {
    page.server.compress_nothing();
    page.server.forget();
    visit(page).await?;
    let whole: Vec<String> = page
        .server
        .asked()
        .into_iter()
        .map(|asked| asked.path)
        .filter(|path| path.ends_with(".wasm"))
        .collect();
    ensure!(whole.is_empty(), "sent unpacked: {whole:?}");
    let packed = |answered: &[u16]| -> Vec<String> {
        let mut paths: Vec<String> = page
            .server
            .asked()
            .into_iter()
            .filter(|it| it.path.ends_with(".packed") && answered.contains(&it.status))
            .map(|it| it.path)
            .collect();
        paths.sort_unstable();
        paths
    };
    let sent = packed(&[200]);
    let twice = sent.windows(2).find(|two| two[0] == two[1]);
    ensure!(twice.is_none(), "sent twice: {twice:?}");
    // A browser may have one still from a journey before.
    let mut packed = packed(&[200, 304]);
    packed.dedup();
    let mut all: Vec<String> = std::fs::read_dir(dist())?
        .map(|entry| Ok(page.path(&entry?.file_name().to_string_lossy())))
        .collect::<Check<_>>()?;
    all.retain(|path| path.ends_with(".packed"));
    all.sort_unstable();
    ensure!(packed == all, "of {all:?} it sent {packed:?}");
    page.server.stop().await;
    walk_without_a_network(page).await?;
    page.server.start().await?;
    page.forgive("");
    Ok(())
}

/// How the next release differs from the one that was built.
#[derive(Clone, Copy, PartialEq)]
enum Next {
    /// In its version alone.
    Version,
    /// Its first page does not arrive as it was built, either.
    Broken,
    /// A part of the program has another name, and the host has the old one no
    /// longer.
    Part,
}

/// Serves the next release.
async fn release(page: &mut Page, next: Next) -> Check {
    let built = std::fs::read_to_string(dist().join("index.html"))?;
    let mut html = built.replace("<span id=\"version\">", "<span id=\"version\">next ");
    let mut worker = std::fs::read_to_string(dist().join("sw.js"))?;
    if next == Next::Part {
        rename_a_part(page, &mut html, &mut worker).await?;
    }
    let old = sha256(page, &built).await?;
    let new = sha256(page, &html).await?;
    ensure!(worker.contains(&old), "sw.js does not list the first page");
    let worker = worker
        .replace(&old, &new)
        .replacen("RELEASE=\"", "RELEASE=\"next-", 1);
    if next == Next::Broken {
        html.truncate(html.len() / 2);
    }
    for (file, content_type, text) in [
        ("sw.js", "text/javascript", worker),
        ("index.html", "text/html; charset=utf-8", html.clone()),
        ("", "text/html; charset=utf-8", html),
    ] {
        let answer = Answer::Bytes {
            content_type,
            bytes: text.into(),
        };
        page.server.answer(page.path(file), answer);
    }
    Ok(())
}

/// Gives the plan's part, and the program that names it, other names.
async fn rename_a_part(page: &mut Page, html: &mut String, worker: &mut String) -> Check {
    let old = part("plan")?;
    let new = old.replacen("plan-", "plan-0", 1);
    let script = file_of_the_app(|name| name.starts_with("waymark-") && name.ends_with(".js"))?;
    let program = std::fs::read_to_string(dist().join(&script))?;
    ensure!(program.contains(&old), "{script} does not name {old}");
    let next_program = program.replace(&old, &new);
    let next_script = script.replacen("waymark-", "waymark-0", 1);
    let hashes = [
        sha256(page, &program).await?,
        sha256(page, &next_program).await?,
    ];
    ensure!(
        worker.contains(&hashes[0]),
        "sw.js does not list the program"
    );
    *html = html.replace(&script, &next_script);
    *worker = worker
        .replace(&old, &new)
        .replace(&script, &next_script)
        .replace(&hashes[0], &hashes[1]);
    let answer = Answer::Bytes {
        content_type: "text/javascript",
        bytes: next_program.into(),
    };
    page.server.answer(page.path(&next_script), answer);
    for end in ["", ".packed"] {
        let answer = Answer::Bytes {
            content_type: "application/wasm",
            bytes: std::fs::read(dist().join(format!("{old}{end}")))?,
        };
        page.server
            .answer(page.path(&format!("{new}{end}")), answer);
        let gone = page.path(&format!("{old}{end}"));
        page.server.answer(gone, Answer::NotFound);
    }
    Ok(())
}

/// Waits until the worker of the next release has it whole, however long that
/// takes it.
async fn until_the_next_is_kept(page: &Page) -> Check {
    page.run_async(
        "const kept = await navigator.serviceWorker.getRegistration();
         while (!kept.waiting) await new Promise((done) => setTimeout(done, 20));",
        vec![],
    )
    .await?;
    Ok(())
}

async fn sha256(page: &Page, text: &str) -> Check<String> {
    let hash = page.run_async(SHA256, vec![text.into()]).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

const SHA256: &str = "const bytes = new TextEncoder().encode(arguments[0]);
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')";

async fn takes_a_newer_release_when_told(page: &mut Page) -> Check {
    visit(page).await?;
    begin_with_a_backup(page).await?;
    let kept = stored(page).await?;
    let before = version(page).await?;
    release(page, Next::Version).await?;
    page.open("#/your-data").await?;
    until_the_next_is_kept(page).await?;
    page.shows("A new version of Waymark is ready").await?;
    ensure!(version(page).await? == before, "taken without being asked");
    // Not even after every tab was away.
    page.open("#/your-data").await?;
    ensure!(version(page).await? == before, "taken without being asked");
    page.click("button", "Use the new version").await?;
    page.until_true("document.getElementById('version')?.textContent.startsWith('next ')")
        .await?;
    page.drawn().await?;
    page.shows("Ratings").await?;
    ensure!(stored(page).await? == kept, "what was stored has changed");
    page.server.stop().await;
    page.open("#/framework").await?;
    ensure!(
        version(page).await? != before,
        "without a network it is the old one again"
    );
    page.server.start().await?;
    page.forgive("");
    Ok(())
}

async fn keeps_the_old_release_when_the_new_one_is_broken(page: &mut Page) -> Check {
    visit(page).await?;
    let odd = "“Half” a name 😀 مرحبا";
    page.open("#/about-you").await?;
    write(page, "name", odd).await?;
    assess::stored(page, odd).await?;
    let kept = stored(page).await?;
    let before = version(page).await?;
    release(page, Next::Broken).await?;
    page.open("#/framework").await?;
    // The worker of the new release has been tried and has failed.
    page.run_async(
        "const kept = await navigator.serviceWorker.getRegistration();
         await kept.update().catch(() => {});
         while (kept.installing) await new Promise((done) => setTimeout(done, 20));
         if (kept.waiting) throw new Error('a broken release waits');",
        vec![],
    )
    .await?;
    page.server.stop().await;
    page.open("#/framework").await?;
    page.find("heading", "The framework").await?;
    ensure!(
        version(page).await? == before,
        "the broken release is served"
    );
    page.open("#/plan").await?;
    page.find("heading", "Your training plan").await?;
    page.open("#/about-you").await?;
    expect_text(page, "name", odd).await?;
    ensure!(stored(page).await? == kept, "what was stored has changed");
    page.server.start().await?;
    page.forgive("");
    Ok(())
}

/// Holds back what the page asks for by a name like this, as a slow network
/// does, until `letThrough` is called.
const HOLD: &str = "{
    const real = window.fetch;
    const held = new Promise((go) => { window.letThrough = go; });
    window.fetch = async (...asked) => {
        if (String(asked[0]).includes('/NAME')) await held;
        return real(...asked);
    };
}";

async fn opens_late_parts_of_an_old_release_beside_the_new(page: &mut Page) -> Check {
    visit(page).await?;
    let before = version(page).await?;
    let new_tab = page.tab().await?;
    let old_tab = page.new_tab().await?;
    // It has its first page, and not yet that of the plan.
    page.before_every_page(&HOLD.replace("NAME", "part-plan-"))
        .await?;
    page.open("").await?;

    page.switch_tab(&new_tab).await?;
    release(page, Next::Part).await?;
    page.open("#/framework").await?;
    until_the_next_is_kept(page).await?;
    page.shows("A new version of Waymark is ready").await?;
    page.click("button", "Use the new version").await?;
    page.until_true("document.getElementById('version')?.textContent.startsWith('next ')")
        .await?;
    page.drawn().await?;
    page.find("heading", "The framework").await?;

    page.switch_tab(&old_tab).await?;
    page.run("location.hash = '#/plan'", vec![]).await?;
    page.shows("This page is on its way").await?;
    page.run("window.letThrough()", vec![]).await?;
    page.find("heading", "Your training plan").await?;
    ensure!(
        version(page).await? == before,
        "the old tab was loaded again"
    );
    // Loaded again it is the new one.
    page.open("").await?;
    ensure!(version(page).await? != before, "it is the old one again");
    Ok(())
}

async fn gives_up_its_copy_when_a_host_withdraws_it(page: &mut Page) -> Check {
    visit(page).await?;
    begin_with_a_backup(page).await?;
    let kept = stored(page).await?;
    let off = Answer::Bytes {
        content_type: "text/javascript",
        bytes: std::fs::read(dist().join("sw-off.js"))?,
    };
    page.server.answer(page.path("sw.js"), off);
    page.open("#/your-data").await?;
    page.run_async(
        "while ((await caches.keys()).length) await new Promise((done) => setTimeout(done, 20))",
        vec![],
    )
    .await?;
    ensure!(stored(page).await? == kept, "what was stored has changed");
    page.forgive("");
    Ok(())
}

async fn keeps_two_folders_of_one_origin_apart(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    let here = page.address("#/your-data");
    let there = here.replace(APP, crate::rig::GALLERY);
    page.client().goto(&there).await?;
    page.drawn().await?;
    page.shows("Nothing is saved yet").await?;
    page.client().goto(&here).await?;
    page.drawn().await?;
    page.shows("Ratings").await
}

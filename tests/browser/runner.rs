//! Runs the journeys, one engine after another, and says how they went in the
//! words of Rust's own test runner.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::FutureExt;

use crate::journeys::{self, Journey};
use crate::options::Options;
use crate::rig::{APP, Browser, Check, Engine, FIXTURE, GALLERY, Page, Proxy, Server, within};
use crate::{ensure, fail};

/// How long one journey may take in one engine.
const LIMIT: Duration = Duration::from_secs(150);

/// The same, and as long as somebody asked to go on at random.
fn limit() -> Duration {
    LIMIT + journeys::soak_time().map_or(Duration::ZERO, |asked| asked + LIMIT)
}

/// How long to try to keep what a failure leaves behind.
const EVIDENCE: Duration = Duration::from_secs(20);

/// What the last panic said, as the panic itself no longer knows where it was.
static PANIC: Mutex<Option<String>> = Mutex::new(None);

#[derive(Default)]
struct Tally {
    passed: usize,
    failures: Vec<String>,
}

/// Runs what `options` ask for. `Ok(false)` if anything failed.
pub async fn run(options: &Options) -> Check<bool> {
    let journeys = journeys::all();
    let plan: Vec<(Engine, Vec<&Journey>)> = Engine::ALL
        .iter()
        .map(|&engine| {
            (
                engine,
                journeys
                    .iter()
                    .filter(|j| options.wants(j, engine))
                    .collect(),
            )
        })
        .collect();
    let all: usize = journeys.iter().map(|journey| journey.engines.len()).sum();
    let chosen: usize = plan.iter().map(|(_, journeys)| journeys.len()).sum();
    if options.list {
        for (engine, journeys) in &plan {
            for journey in journeys {
                println!("{} [{engine}]: test", journey.name());
            }
        }
        return Ok(true);
    }
    println!("\nrunning {chosen} tests");
    let (began, mut tally) = (Instant::now(), Tally::default());
    tokio::select! {
        done = run_plan(&plan, &mut tally) => done?,
        // Returning drops the browsers, which ends them.
        () = asked_to_stop() => fail!("interrupted"),
    }
    if !tally.failures.is_empty() {
        println!("\nfailures:\n\n{}", tally.failures.join("\n\n"));
    }
    // A filter that fits nothing is a mistake, not a success.
    let ok = tally.failures.is_empty() && tally.passed > 0;
    println!(
        "\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {} filtered out; finished in {:.2}s\n",
        if ok { "ok" } else { "FAILED" },
        tally.passed,
        tally.failures.len(),
        all - chosen,
        began.elapsed().as_secs_f64(),
    );
    Ok(ok)
}

/// The folder of the release.
pub fn dist() -> PathBuf {
    folder("WAYMARK_DIST", "dist")
}

fn folder(name: &str, otherwise: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::env::var_os(name).map_or_else(|| here.join(otherwise), PathBuf::from)
}

async fn run_plan(plan: &[(Engine, Vec<&Journey>)], tally: &mut Tally) -> Check {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dist = dist();
    let gallery = folder("WAYMARK_GALLERY", "target/gallery");
    let needs = |site: &str| {
        plan.iter()
            .flat_map(|(_, journeys)| journeys)
            .any(|j| j.site == site)
    };
    for (site, folder, name) in [
        (APP, &dist, "WAYMARK_DIST"),
        (GALLERY, &gallery, "WAYMARK_GALLERY"),
    ] {
        ensure!(
            !needs(site) || folder.join("index.html").is_file(),
            "nothing is built in {}: build it, or name its folder in {name}",
            folder.display()
        );
    }
    let fixture = here.join("tests/browser/fixture");
    std::panic::set_hook(Box::new(|panic| {
        *PANIC
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner()) = Some(panic.to_string());
    }));
    let proxy = Arc::new(Proxy::new().await?);
    for (engine, journeys) in plan.iter().filter(|(_, journeys)| !journeys.is_empty()) {
        let server = Server::new(vec![
            (APP, dist.clone()),
            (GALLERY, gallery.clone()),
            (FIXTURE, fixture.clone()),
        ])
        .await?;
        match Browser::start(*engine, &proxy, false).await {
            Ok(browser) => {
                println!("{}", browser.version());
                run_engine(Page::new(browser, server, proxy.clone()), journeys, tally).await;
            }
            Err(failure) => {
                println!("test [{engine}] ... FAILED");
                tally.failures.push(failure.to_string());
            }
        }
    }
    let late = proxy.take_foreign();
    if !late.is_empty() {
        tally.failures.push(format!(
            "asked of other machines after the last test:\n{}",
            late.join("\n")
        ));
    }
    Ok(())
}

async fn run_engine(mut page: Page, journeys: &[&Journey], tally: &mut Tally) {
    for journey in journeys {
        let title = format!("{} [{}]", journey.name(), page.engine());
        let began = Instant::now();
        let result = run_journey(&mut page, journey).await;
        let seconds = began.elapsed().as_secs_f64();
        let Err(failure) = result else {
            println!("test {title} ... ok ({seconds:.2}s)");
            tally.passed += 1;
            continue;
        };
        println!("test {title} ... FAILED ({seconds:.2}s)");
        let evidence = within(EVIDENCE, page.keep_evidence(&failure.0)).await;
        let evidence = evidence.unwrap_or_else(|failure| vec![format!("not kept: {failure}")]);
        tally.failures.push(format!(
            "---- {title} ----\n{failure}\n{}",
            evidence.join("\n")
        ));
        // What broke may be the browser, and the next test is not to blame.
        if let Err(failure) = page.restart().await {
            tally.failures.push(failure.to_string());
            return;
        }
    }
    // One beyond this machine fails the journey that made it.
    println!(
        "{}: {} requests, all to this machine but for those that a test of the proxy makes",
        page.engine(),
        page.server.answered()
    );
    page.stop().await;
}

async fn run_journey(page: &mut Page, journey: &Journey) -> Check {
    let label = format!("{}-{}", page.engine(), journey.name());
    within(LIMIT, page.prepare(journey.site, label)).await??;
    let running = AssertUnwindSafe((journey.run)(page)).catch_unwind();
    match within(limit(), running).await? {
        Ok(result) => result?,
        Err(_) => {
            let said = PANIC
                .lock()
                .unwrap_or_else(|poisoned| poisoned.into_inner())
                .take();
            fail!("{}", said.unwrap_or_else(|| "panicked".to_owned()));
        }
    }
    within(LIMIT, page.verdict()).await?
}

/// Until somebody presses Ctrl-C or, on Unix, asks the process to end.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut end) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = end.recv() => return,
                _ = tokio::signal::ctrl_c() => return,
            }
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Nobody can ask, so nobody does.
        std::future::pending().await
    }
}

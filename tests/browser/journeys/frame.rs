//! The frame around every page: routes, titles, focus, first words, first load.

use crate::ensure;
use crate::rig::{APP, Answer, Check, Engine, Page};

use super::{Journey, journeys};

const BLINK: &[Engine] = &[Engine::Chromium];

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            starts_in_a_subfolder,
            opens_every_route_by_its_address,
            says_what_is_not_found_and_what_is_not_built,
            moves_the_focus_to_the_heading_but_not_at_first,
            goes_back_and_forward,
            skips_to_the_page_without_changing_the_route,
            loads_only_what_the_budget_counts,
            shows_its_own_policy_and_requests,
            asks_a_plain_host_for_packed_parts,
            asks_a_host_that_compresses_for_parts_as_they_are,
            does_without_packed_parts;
        BLINK =>
            shows_its_first_words_without_scripts,
            nothing_shifts_when_the_program_arrives,
            comes_back_to_where_a_long_page_was_left,
            respects_colours_and_motion_people_set;
    ]
}

/// Address, title, and the heading of each page that is built.
pub const PAGES: [(&str, &str); 18] = [
    ("#/", "Your own practice, your own plan"),
    ("#/resources", "Training resources"),
    ("#/resources/mycaw", "Training resources"),
    ("#/framework", "The framework"),
    ("#/framework/purpose", "Purpose and use"),
    ("#/framework/scale", "The scale, and how to score"),
    ("#/framework/promoting-autonomy", "Promoting Autonomy"),
    ("#/framework/career-levels", "Career levels"),
    ("#/framework/pay", "Suggested pay in 2020–21"),
    ("#/framework/roles", "Roles and what they require"),
    ("#/framework/care-coordinator", "Care coordinator"),
    ("#/framework/core-knowledge", "Core knowledge"),
    (
        "#/framework/level-1-skills/empathy",
        "Level 1: engaging people",
    ),
    ("#/framework/outcome-tools", "Outcome tools"),
    ("#/framework/referral-codes", "Referral codes"),
    ("#/plan", "Your training plan"),
    ("#/privacy", "Privacy"),
    ("#/accessibility", "Accessibility"),
];

async fn starts_in_a_subfolder(page: &mut Page) -> Check {
    page.open("").await?;
    page.find("heading", "See where you stand. Choose where to go next.")
        .await?;
    // The message for a slow start goes once the program runs.
    page.until_true("document.getElementById('slow') === null")
        .await
}

async fn opens_every_route_by_its_address(page: &mut Page) -> Check {
    for (route, heading) in PAGES {
        page.open(route).await?;
        let title = page.title().await?;
        ensure!(
            title == format!("{heading} – Waymark"),
            "{route} is called “{title}”"
        );
        if route != "#/" {
            page.find("heading", heading).await?;
        }
        let headings: usize = page
            .ask(
                "return [...document.querySelectorAll('h1')].filter(h => h.checkVisibility()).length",
                vec![],
            )
            .await?;
        ensure!(headings == 1, "{route} has {headings} main headings");
    }
    Ok(())
}

async fn says_what_is_not_found_and_what_is_not_built(page: &mut Page) -> Check {
    for route in [
        "#/nowhere",
        "#/framework/nothing-like-it",
        "#/resources/nothing-like-it",
        "#/assess/nothing-like-it",
        "#/framework/%3Cscript%3E",
    ] {
        page.open(route).await?;
        page.find("heading", "Page not found").await?;
        page.find("link", "Go to the first page").await?;
        let title = page.title().await?;
        ensure!(title.starts_with("Page not found"), "{route}: {title}");
    }
    Ok(())
}

async fn moves_the_focus_to_the_heading_but_not_at_first(page: &mut Page) -> Check {
    page.open("#/framework").await?;
    let body: bool = page
        .ask("return document.activeElement === document.body", vec![])
        .await?;
    ensure!(body, "the first page takes the focus");
    page.follow("link", "Training resources").await?;
    page.focus_is_on("heading", "Training resources").await?;
    let current =
        "return [...document.querySelectorAll('[aria-current]')].map(a => a.textContent).join()";
    let wanted = "Training resources".to_owned();
    page.until_is("what is current", &wanted, current, vec![])
        .await?;
    // An address within the page arrives at the thing it names.
    page.goto("#/framework/level-1-skills/empathy").await?;
    page.focus_is_on("heading", "Empathy").await
}

async fn goes_back_and_forward(page: &mut Page) -> Check {
    page.open("#/").await?;
    page.follow("link", "Read the framework").await?;
    page.follow("link", "Promoting Autonomy").await?;
    page.back().await?;
    page.find("heading", "The framework").await?;
    page.back().await?;
    page.find("heading", "See where you stand. Choose where to go next.")
        .await?;
    page.client().forward().await?;
    page.until_true("document.title === 'The framework – Waymark'")
        .await?;
    page.drawn().await?;
    page.reload().await?;
    page.find("heading", "The framework").await?;
    Ok(())
}

async fn skips_to_the_page_without_changing_the_route(page: &mut Page) -> Check {
    page.open("#/framework").await?;
    page.press("Tab").await?;
    // WebKit on Linux moves to links with Tab as the others do.
    page.focus_is_on("link", "Skip to the page").await?;
    page.press("Enter").await?;
    page.until_true("document.activeElement.id === 'main'")
        .await?;
    let hash = page.hash().await?;
    ensure!(hash == "#/framework", "the route has become {hash}");
    let title = page.title().await?;
    ensure!(title == "The framework – Waymark", "now called {title}");
    Ok(())
}

/// What a first visit asks for is what `scripts/sizes.mjs` counts.
async fn loads_only_what_the_budget_counts(page: &mut Page) -> Check {
    page.server.forget();
    page.open("").await?;
    page.find("heading", "See where you stand. Choose where to go next.")
        .await?;
    // A list, not a set: nothing may be asked for twice.
    let asked: Vec<String> = page
        .server
        .asked()
        .into_iter()
        .filter_map(|asked| Some(asked.path.strip_prefix(APP)?.to_owned()))
        .collect();
    // The service worker and the other parts of the program come after, and the
    // first page does without them: see `parts::needs_no_more_for_the_first_page`.
    let first: Vec<&String> = asked
        .iter()
        .filter(|file| {
            !["part-", "shared-", "sw.js"]
                .iter()
                .any(|later| file.starts_with(later))
        })
        .collect();
    ensure!(first.len() <= 10, "{} requests: {asked:?}", first.len());
    for file in first {
        let times = asked.iter().filter(|other| *other == file).count();
        // Chromium may ask again for the tab's icon, once for each size.
        let once = times == 1 || file == "icon.svg";
        ensure!(once, "{file} is asked for {times} times");
        let counted = [
            "",
            "boot.js",
            "icon.svg",
            "icon-180.png",
            "waymark.webmanifest",
            "local.json",
        ]
        .contains(&file.as_str())
            || !file.ends_with(".packed")
                && (file.starts_with("waymark-") || file.starts_with("style-"));
        ensure!(counted, "{file} is not counted in the budget");
    }
    Ok(())
}

/// What `#/privacy` shows is the page's policy and the files of the release.
async fn shows_its_own_policy_and_requests(page: &mut Page) -> Check {
    page.open("#/privacy").await?;
    page.find("heading", "What was asked for").await?;
    let shown: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('#page code')].map(code => code.textContent)",
            vec![],
        )
        .await?;
    let (requests, rules): (Vec<String>, Vec<String>) =
        shown.into_iter().partition(|text| text.contains("://"));
    let html = std::fs::read_to_string(crate::runner::dist().join("index.html"))?;
    ensure!(!rules.is_empty(), "no rule is shown");
    for rule in &rules {
        ensure!(html.contains(rule), "“{rule}” is not in the page");
    }
    ensure!(
        rules.iter().any(|rule| rule == "connect-src 'self'"),
        "only {rules:?}"
    );
    for part in [
        "boot.js",
        "/waymark-",
        "/part-statements-",
        "/part-session-",
    ] {
        ensure!(
            requests.iter().any(|request| request.contains(part)),
            "{part} is not among {requests:?}"
        );
    }
    for request in requests {
        let address = request.split(" (").next().unwrap_or_default();
        let file = address.strip_prefix(&page.address("")).unwrap_or(address);
        // WebKit's page has the rig's script for collecting errors besides.
        let known = file.starts_with("#/")
            || file.ends_with("/rig/collect.js")
            || crate::runner::dist().join(file).is_file();
        ensure!(known, "it has asked for {request}");
    }
    Ok(())
}

/// The kinds of files of the program that a page of its own was asked for in,
/// each with a star where it was not there.
async fn parts_asked(page: &mut Page) -> Check<Vec<String>> {
    page.server.forget();
    page.open("#/framework").await?;
    page.find("link", "Promoting Autonomy").await?;
    let mut parts = Vec::new();
    for asked in page.server.asked() {
        let name = asked.path.strip_prefix(APP).unwrap_or_default();
        let (kind, rest) = name.split_once('-').unwrap_or_default();
        let (_, ending) = rest.split_once('.').unwrap_or_default();
        if ending.starts_with("wasm") {
            let missing = if asked.status == 200 { "" } else { "*" };
            parts.push(format!("{kind}.{ending}{missing}"));
        }
    }
    parts.sort();
    parts.dedup();
    Ok(parts)
}

async fn asks_a_plain_host_for_packed_parts(page: &mut Page) -> Check {
    page.server.compress_nothing();
    let parts = parts_asked(page).await?;
    let packed = [
        "part.wasm.packed",
        "shared.wasm.packed",
        "waymark.wasm.packed",
    ];
    ensure!(parts == packed, "{parts:?}");
    Ok(())
}

async fn asks_a_host_that_compresses_for_parts_as_they_are(page: &mut Page) -> Check {
    let parts = parts_asked(page).await?;
    let whole = ["part.wasm", "shared.wasm", "waymark.wasm"];
    ensure!(parts == whole, "{parts:?}");
    Ok(())
}

async fn does_without_packed_parts(page: &mut Page) -> Check {
    page.server.compress_nothing();
    for name in std::fs::read_dir(crate::runner::dist())? {
        let name = name?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".packed") {
            page.server.answer(page.path(&name), Answer::NotFound);
        }
    }
    let parts = parts_asked(page).await?;
    let twice = [
        "part.wasm",
        "part.wasm.packed*",
        "shared.wasm",
        "shared.wasm.packed*",
        "waymark.wasm",
        "waymark.wasm.packed*",
    ];
    ensure!(parts == twice, "{parts:?}");
    // Browsers report what was not found, of the pages fetched ahead after this
    // one too; nothing else is amiss.
    page.forgive(".wasm.packed");
    Ok(())
}

async fn shows_its_first_words_without_scripts(page: &mut Page) -> Check {
    page.scripts(false).await?;
    page.client().goto(&page.address("")).await?;
    let html = page.client().source().await?;
    page.scripts(true).await?;
    for words in [
        "See where you stand. Choose where to go next.",
        "Waymark needs JavaScript",
        "is not an NHS service",
    ] {
        ensure!(html.contains(words), "“{words}” is not in {html}");
    }
    ensure!(
        !html.contains("aria-current"),
        "the program ran although scripts are off"
    );
    Ok(())
}

async fn nothing_shifts_when_the_program_arrives(page: &mut Page) -> Check {
    for route in ["", "#/framework/pay", "#/resources"] {
        page.open(route).await?;
        let shift: f64 = page
            .run_async(
                "return await new Promise((done) => {
                    let sum = 0;
                    new PerformanceObserver((list) => {
                        for (const one of list.getEntries()) sum += one.value;
                    }).observe({ type: 'layout-shift', buffered: true });
                    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
                });",
                vec![],
            )
            .await?
            .as_f64()
            .unwrap_or(1.0);
        let steady = shift < 0.001;
        ensure!(steady, "{route} shifts by {shift}");
    }
    Ok(())
}

async fn comes_back_to_where_a_long_page_was_left(page: &mut Page) -> Check {
    page.open("#/resources").await?;
    page.run("window.scrollTo(0, 3000)", vec![]).await?;
    page.until_true("window.scrollY > 2900").await?;
    page.run(
        "document.querySelectorAll('.resources details')[20].open = true",
        vec![],
    )
    .await?;
    // What a card helps with is drawn once it is opened.
    page.until_true("document.querySelectorAll('.resources details')[20].querySelector('a')")
        .await?;
    page.run(
        "document.querySelectorAll('.resources details')[20].querySelector('a').click()",
        vec![],
    )
    .await?;
    // The address is there before the page is; the title comes with it.
    page.until_true("!document.title.startsWith('Training resources') && !document.querySelector('main').hasAttribute('aria-busy')")
        .await?;
    page.back().await?;
    page.until_true("window.scrollY > 2900").await?;
    page.follow("link", "The framework").await?;
    page.until_true("window.scrollY === 0").await
}

async fn respects_colours_and_motion_people_set(page: &mut Page) -> Check {
    use crate::rig::Media;
    page.open("#/framework").await?;
    let ground = "return getComputedStyle(document.documentElement).backgroundColor";
    let light: String = page.ask(ground, vec![]).await?;
    page.emulate(&[Media::Dark]).await?;
    let same = "return getComputedStyle(document.documentElement).backgroundColor === arguments[0]";
    page.until_is("dark being as light", &false, same, vec![light.into()])
        .await?;
    page.emulate(&[Media::ForcedColours]).await?;
    page.press("Tab").await?;
    page.focus_is_on("link", "Skip to the page").await?;
    let outline = "return getComputedStyle(document.activeElement).outlineStyle";
    page.until_is("the outline", &"solid".to_owned(), outline, vec![])
        .await?;
    page.emulate(&[Media::ReducedMotion]).await?;
    page.follow("link", "Training resources").await?;
    Ok(())
}

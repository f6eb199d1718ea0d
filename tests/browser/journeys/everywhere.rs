//! What holds on every page and in every state of a component: no broken
//! accessibility rule, and nothing wider than a small phone.

use std::collections::BTreeSet;

use waymark::app::framework_parts::contents;
use waymark::domain::framework::bundled;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Failure, GALLERY, Media, Page};

use super::data::begin_with_a_backup;
use super::{Journey, journeys};

const AXE: &[Engine] = &[Engine::Chromium, Engine::WebKit];

pub fn all() -> Vec<Journey> {
    let mut all = journeys![APP;
        AXE => pages_are_accessible, framework_is_accessible;
        Engine::ALL => pages_are_accessible_in_the_dark, framework_is_accessible_in_the_dark;
        Engine::ALL => pages_fit_a_small_phone;
        &[Engine::Chromium] => no_two_controls_of_a_page_have_one_name;
    ];
    all.extend(journeys![GALLERY;
        AXE => gallery_is_accessible;
        Engine::ALL => gallery_is_accessible_in_the_dark;
        Engine::ALL => gallery_fits_a_small_phone;
    ]);
    all
}

/// The pages of the map, and an unknown one.
pub(super) fn pages() -> Vec<String> {
    [
        "#/",
        "#/framework",
        "#/resources",
        "#/your-data",
        "#/about-you",
        "#/assess",
        "#/assess/person-centred-approach",
        "#/assess/managing-setbacks-and-problem-solving",
        "#/topics",
        "#/topics/local-induction",
        "#/topics/core-knowledge",
        "#/topics/level-1-skills",
        "#/topics/legislation-and-policy",
        "#/topics/workshop-competencies",
        "#/topics/caseload-topics",
        "#/requirements",
        "#/results",
        "#/privacy",
        "#/accessibility",
        "#/nowhere",
        "#/plan",
        "#/review",
        "#/local",
        "#/team",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Every part of the framework.
fn parts() -> Vec<String> {
    contents(bundled())
        .iter()
        .flat_map(|group| &group.parts)
        .map(|part| part.href())
        .collect()
}

/// Opens every details, and waits for what comes a little later.
pub(super) async fn unfold_all(page: &Page) -> Check {
    page.run(
        "document.querySelectorAll('details').forEach(d => d.open = true)",
        vec![],
    )
    .await?;
    page.until_true("!document.querySelector('[aria-busy=\"true\"]')")
        .await
}

/// By voice, and in a list of controls, one must be told from another.
async fn no_two_controls_of_a_page_have_one_name(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    let mut twice = Vec::new();
    for route in pages() {
        page.goto(&route).await?;
        unfold_all(page).await?;
        for role in ["button", "textbox", "combobox", "spinbutton"] {
            let mut seen = BTreeSet::new();
            for found in page.find_all(role).await? {
                if !seen.insert(found.name.clone()) {
                    twice.push(format!("{route}: {role} “{}”", found.name));
                }
            }
        }
    }
    ensure!(twice.is_empty(), "more than once: {}", twice.join(", "));
    Ok(())
}

async fn check_each(page: &mut Page, routes: Vec<String>) -> Check {
    let mut broken = Vec::new();
    let mut first = true;
    for route in routes {
        // One start, then by address within the app: as people move, and quicker.
        if std::mem::take(&mut first) {
            page.open(&route).await?;
        } else {
            page.goto(&route).await?;
        }
        unfold_all(page).await?;
        if let Err(Failure(said)) = page.check_accessibility().await {
            broken.push(format!("{route}: {said}"));
        }
    }
    if broken.is_empty() {
        return Ok(());
    }
    Err(Failure(broken.join("\n")))
}

async fn pages_are_accessible(page: &mut Page) -> Check {
    check_each(page, pages()).await
}

async fn framework_is_accessible(page: &mut Page) -> Check {
    check_each(page, parts()).await
}

async fn pages_are_accessible_in_the_dark(page: &mut Page) -> Check {
    page.emulate(&[Media::Dark]).await?;
    check_each(page, pages()).await
}

async fn framework_is_accessible_in_the_dark(page: &mut Page) -> Check {
    page.emulate(&[Media::Dark]).await?;
    check_each(page, parts()).await
}

async fn gallery_is_accessible(page: &mut Page) -> Check {
    check_each(page, vec!["#/gallery".to_owned()]).await?;
    with_a_dialog(page).await
}

async fn with_a_dialog(page: &mut Page) -> Check {
    page.click("button", "Ask something").await?;
    page.find("dialog", "Open “a-file-with-a-rather-long-name.json”?")
        .await?;
    page.check_accessibility().await
}

async fn gallery_is_accessible_in_the_dark(page: &mut Page) -> Check {
    page.emulate(&[Media::Dark]).await?;
    check_each(page, vec!["#/gallery".to_owned()]).await?;
    with_a_dialog(page).await
}

async fn fit_each(page: &mut Page, routes: Vec<String>) -> Check {
    let mut wide = Vec::new();
    let mut first = true;
    for route in routes {
        // As for `check_each`.
        if std::mem::take(&mut first) {
            page.open(&route).await?;
        } else {
            page.goto(&route).await?;
        }
        unfold_all(page).await?;
        if let Err(Failure(said)) = page.fits(320).await {
            wide.push(format!("{route}: {said}"));
        }
    }
    if wide.is_empty() {
        return Ok(());
    }
    Err(Failure(wide.join("\n")))
}

async fn pages_fit_a_small_phone(page: &mut Page) -> Check {
    fit_each(page, [pages(), parts()].concat()).await
}

async fn gallery_fits_a_small_phone(page: &mut Page) -> Check {
    fit_each(page, vec!["#/gallery".to_owned()]).await
}

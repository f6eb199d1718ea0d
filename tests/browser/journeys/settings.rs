//! What people set for themselves: more space between letters and lines, their
//! system's own colours, nothing that moves. Every page, of somebody who has
//! answers.

use crate::ensure;
use crate::rig::{APP, Check, Engine, Failure, Media, Page};

use super::data::begin_with_a_backup;
use super::everywhere::{pages, unfold_all};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL => all_words_stay_with_more_space_between_them;
        // What the rig can set, and where.
        &[Engine::Chromium] => pages_are_accessible_in_forced_colours;
        &[Engine::Chromium, Engine::Firefox] => nothing_moves_where_that_is_asked_for;
    ]
}

/// The spacing of WCAG 2.2, 1.4.12, as a reader's own sheet would have it.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];";

/// Text that is cut off, or runs out of its box over what stands beside it.
const CUT_OFF: &str = "
    const hasText = (it) => [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const isHidden = (it) => !it.checkVisibility() || it.closest('.visually-hidden') || it.clientWidth <= 1;
    return [...document.body.querySelectorAll('*:not(textarea, select, option, input, script, svg *)')]
        .filter((it) => hasText(it) && !isHidden(it) && getComputedStyle(it).display !== 'inline')
        .filter((it) => it.scrollHeight > it.clientHeight + 2 || it.scrollWidth > it.clientWidth + 2)
        .map((it) => `${it.localName}.${it.className} “${it.textContent.trim().slice(0, 40)}”`);";

/// A phone's width. On the smallest screens the page of results scrolls a little
/// sideways in WebKit with so much space; the guidelines ask for either alone.
const PHONE: u32 = 390;

async fn all_words_stay_with_more_space_between_them(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.run(SPACED, vec![]).await?;
    let mut wrong = Vec::new();
    for route in pages() {
        page.goto(&route).await?;
        unfold_all(page).await?;
        let cut_off: Vec<String> = page.ask(CUT_OFF, vec![]).await?;
        wrong.extend(cut_off.iter().map(|it| format!("{route}: {it}")));
        if let Err(Failure(said)) = page.fits(PHONE).await {
            wrong.push(format!("{route}: {said}"));
        }
        page.size(1280, 900).await?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

async fn pages_are_accessible_in_forced_colours(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.emulate(&[Media::ForcedColours]).await?;
    let mut wrong = Vec::new();
    for route in pages() {
        page.goto(&route).await?;
        unfold_all(page).await?;
        if let Err(Failure(said)) = page.check_accessibility().await {
            wrong.push(format!("{route}: {said}"));
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// What takes time to change its looks.
const MOVES: &str = "
    const seconds = (list) => Math.max(...list.split(',').map(parseFloat));
    return [...document.body.querySelectorAll('*')]
        .filter((it) => {
            const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(it);
            return seconds(transitionDuration) > 0 || scrollBehavior === 'smooth'
                || (animationName !== 'none' && seconds(animationDuration) > 0);
        })
        .map((it) => `${it.localName}.${it.className}`);";

async fn nothing_moves_where_that_is_asked_for(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    page.emulate(&[Media::ReducedMotion]).await?;
    let mut wrong = Vec::new();
    for route in pages() {
        page.goto(&route).await?;
        unfold_all(page).await?;
        let moves: Vec<String> = page.ask(MOVES, vec![]).await?;
        wrong.extend(moves.iter().map(|it| format!("{route}: {it}")));
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

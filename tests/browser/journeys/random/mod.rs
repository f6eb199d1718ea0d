//! Doing things at random, in a real browser, and comparing what is stored
//! with what must be kept after each. A hundred things three times in every
//! run; thousands with `make soak`, and with all that goes wrong around them.
//!
//! - `action`: what somebody does on the pages, and what must be kept after it.
//! - `draw`: a list of it from a seed, with what happens around it.
//! - `kept`: the model, in plain words.
//! - `perform`, `mishap`: doing it through the page; `play` compares.

mod action;
mod draw;
mod kept;
mod mishap;
mod perform;
mod play;

use std::env;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::rig::{APP, Check, Engine, Failure, Page};

use self::draw::Range;
use self::play::play;
use super::{Journey, journeys};

/// How many things a journey of every run does.
const ACTIONS: usize = 100;
/// How many steps are played from one seed before all begins anew.
const STEPS: usize = 150;

pub fn all() -> Vec<Journey> {
    let mut all = journeys![APP;
        &[Engine::Chromium] =>
            keeps_what_is_done_at_random,
            keeps_what_else_is_done_at_random,
            keeps_still_more_that_is_done_at_random;
    ];
    if soak_time().is_some() || seed().is_some() {
        all.extend(journeys![APP; &[Engine::Chromium] => soak;]);
    }
    all
}

async fn keeps_what_is_done_at_random(page: &mut Page) -> Check {
    everyday(page, 20_261_123).await
}

async fn keeps_what_else_is_done_at_random(page: &mut Page) -> Check {
    everyday(page, 1).await
}

async fn keeps_still_more_that_is_done_at_random(page: &mut Page) -> Check {
    everyday(page, 2).await
}

async fn everyday(page: &mut Page, seed: u64) -> Check {
    let done = play(page, seed, ACTIONS, Range::Everyday).await?;
    println!("{done} of {ACTIONS} random actions of seed {seed} could be done");
    Ok(())
}

/// For as many minutes as `WAYMARK_SOAK_MINUTES` says; with `WAYMARK_SEED` and
/// no minutes, that seed once.
async fn soak(page: &mut Page) -> Check {
    let end = Instant::now() + soak_time().unwrap_or_default();
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let first = seed().unwrap_or(now.as_secs());
    let mut all = 0;
    for seed in first.. {
        page.prepare(APP, format!("soak-{seed}")).await?;
        let played = play(page, seed, STEPS, Range::Everything).await;
        all += played.map_err(|Failure(why)| {
            Failure(format!("{why}\nAgain: WAYMARK_SEED={seed} make soak"))
        })?;
        page.verdict().await?;
        println!("seed {seed}: {all} random actions so far, nothing kept otherwise");
        if Instant::now() >= end {
            break;
        }
    }
    Ok(())
}

/// How long to go on; none where nobody asked for it.
pub fn soak_time() -> Option<Duration> {
    let minutes = env::var("WAYMARK_SOAK_MINUTES").ok()?;
    let minutes: f64 = minutes.parse().expect("WAYMARK_SOAK_MINUTES is a number");
    Some(Duration::from_secs_f64(minutes * 60.0))
}

fn seed() -> Option<u64> {
    let seed = env::var("WAYMARK_SEED").ok()?;
    Some(seed.parse().expect("WAYMARK_SEED is a whole number"))
}

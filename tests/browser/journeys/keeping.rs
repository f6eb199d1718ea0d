//! Every kind of answer is kept to the letter: over a reload, in a second tab,
//! in a browser that was closed and opened again.

use crate::rig::{APP, Check, Engine, Page};

use super::assess::{FIRST, expect_all_ticked, stored, tick, write};
use super::topics::expect_text;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            keeps_every_kind_of_answer_over_a_reload,
            keeps_every_kind_of_answer_for_a_second_tab;
        // WebKit's sessions keep nothing.
        &[Engine::Chromium, Engine::Firefox] => keeps_every_kind_of_answer_in_a_closed_browser;
    ]
}

/// What breaks careless programs.
const ODD: &str = "“Quotes” 'and' \"these\" <b>&amp;</b> \\ 😀👩‍👩‍👧 مرحبا בעולם";

/// One page with answers on it: what is ticked, and what is written, by id.
struct Answers {
    route: &'static str,
    ticked: &'static [&'static str],
    written: Vec<(&'static str, String)>,
}

fn about_you() -> Answers {
    Answers {
        route: "#/about-you",
        ticked: &[
            "role-other-role",
            "experience-three-years-or-more",
            "aim-mid-career",
            "here-entry",
            "somerset-no",
            "scheme-dont-know",
            "caseload-caseload-topics-carers",
            "caseload-caseload-topics-pain",
            "wider-leadership",
        ],
        written: vec![
            ("name", ODD.to_owned()),
            ("workplace", ODD.to_owned()),
            ("hours", "0".to_owned()),
            ("start", "2025-02-28".to_owned()),
            ("next-review", "2027-01-04".to_owned()),
        ],
    }
}

fn a_rating() -> Answers {
    Answers {
        route: FIRST,
        ticked: &[
            "person-centred-approach-encouragement-partly",
            "person-centred-approach-what-matters-seen",
            "rating-0",
        ],
        written: vec![
            ("reflection", full_reflection()),
            ("evidence-1-what", ODD.to_owned()),
            ("evidence-1-when", "last week 🗓".to_owned()),
            ("evidence-1-link", "https://example.org/a?b=ü#c".to_owned()),
        ],
    }
}

/// As long as a reflection may be, in the units browsers count.
fn full_reflection() -> String {
    let words = format!("{ODD}\n\n  شكرا\n{}", "ö".repeat(5000));
    let units: Vec<u16> = words.encode_utf16().take(5000).collect();
    String::from_utf16(&units).expect("whole characters")
}

/// Gives every kind of answer, as typing and tapping do.
async fn answer_all(page: &mut Page) -> Check {
    for answers in [about_you(), a_rating()] {
        page.open(answers.route).await?;
        for id in answers.ticked {
            tick(page, id).await?;
        }
        if answers.route == FIRST {
            page.click("button", "Add evidence").await?;
        }
        for (id, text) in &answers.written {
            write(page, id, text).await?;
        }
        if answers.route == FIRST {
            page.shows("This is full.").await?;
        }
        let (_, last) = answers.written.last().expect("something is written");
        stored(page, last).await?;
    }
    Ok(())
}

/// Waits until exactly these answers are on the page that is shown.
async fn expect(page: &Page, answers: &Answers) -> Check {
    expect_all_ticked(page, answers.ticked).await?;
    for (id, text) in &answers.written {
        expect_text(page, id, text).await?;
    }
    Ok(())
}

async fn keeps_every_kind_of_answer_over_a_reload(page: &mut Page) -> Check {
    answer_all(page).await?;
    for answers in [a_rating(), about_you()] {
        page.open(answers.route).await?;
        page.reload().await?;
        expect(page, &answers).await?;
        page.check_accessibility().await?;
    }
    Ok(())
}

async fn keeps_every_kind_of_answer_for_a_second_tab(page: &mut Page) -> Check {
    // Open before there is anything, so that it has to be told.
    page.open("#/about-you").await?;
    let told = page.tab().await?;
    page.new_tab().await?;
    answer_all(page).await?;
    page.switch_tab(&told).await?;
    expect(page, &about_you()).await?;
    page.goto(FIRST).await?;
    expect(page, &a_rating()).await?;
    // And one that is opened after.
    page.new_tab().await?;
    for answers in [about_you(), a_rating()] {
        page.open(answers.route).await?;
        expect(page, &answers).await?;
    }
    Ok(())
}

async fn keeps_every_kind_of_answer_in_a_closed_browser(page: &mut Page) -> Check {
    answer_all(page).await?;
    page.close_and_reopen().await?;
    for answers in [about_you(), a_rating()] {
        page.open(answers.route).await?;
        expect(page, &answers).await?;
    }
    Ok(())
}

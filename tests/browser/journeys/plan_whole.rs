//! The plan as a whole: with everything to do, and on paper.

use serde_json::{Value, json};
use waymark::domain::framework::bundled;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Media, Page};

use super::plan::{ACT, TRAINING, begin, cards, mark, open_all, said, starting};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL => is_comfortable_with_everything_to_do;
        &[Engine::Chromium] => prints_a_document_to_sign;
    ]
}

/// Everything "not yet", every caseload topic picked, the highest aim.
fn everything() -> Value {
    let topics = bundled().topics.iter().map(|topic| {
        let answer = json!({"status": "not-yet", "changed": "2026-10-05T09:00:00Z"});
        (topic.id.to_string(), answer)
    });
    let picked = bundled().topics.iter().map(|topic| topic.id.as_str());
    let picked: Vec<&str> = picked
        .filter(|id| id.starts_with("caseload-topics/"))
        .collect();
    let mut document = starting(json!({ "topics": Value::Object(topics.collect()) }));
    document["worker"]["caseload"] = said(json!(picked));
    document["worker"]["aim"] = said(json!("wider-responsibilities"));
    document["worker"]["hours_a_month"] = said(json!(8));
    let own = |place: usize| {
        let change = json!({"own": format!("My own action, number {place}, with a_rather_long_word_in_it"),
            "changed": "2026-10-05T09:00:00Z"});
        (format!("own:{place}"), change)
    };
    document["changes"] = Value::Object((0..20).map(own).collect());
    document
}

async fn is_comfortable_with_everything_to_do(page: &mut Page) -> Check {
    begin(page, everything()).await?;
    let next = cards(page, "plan-next").await?;
    ensure!(next.len() == 7, "next: {next:?}");
    open_all(page).await?;
    let all: usize = page
        .ask(
            "return document.querySelectorAll('.plan-lists .action').length",
            vec![],
        )
        .await?;
    ensure!(all >= 60, "only {all} actions");
    page.fits(320).await?;
    page.check_accessibility().await
}

async fn prints_a_document_to_sign(page: &mut Page) -> Check {
    let mut document = everything();
    document["changes"][ACT] = json!({
        "status": "done", "done_on": "2026-11-02", "changed": "2026-11-02T09:00:00Z"
    });
    begin(page, document).await?;
    mark(page, TRAINING, "doing").await?;
    page.emulate(&[Media::Print]).await?;
    for words in [
        "Training plan",
        "Sam Example",
        "Social prescribing link worker",
        "Wider responsibilities",
        "Statutory and mandatory training, NHS e-Learning for health (doing)",
        "* This tool’s own estimate or suggestion.",
        "What I ask my employer or network for",
        "Mental Capacity Act, 2 November 2026",
        "A self-assessment for development; not an assessment by an employer, not for pay or capability decisions.",
        "Worker, signature:",
        "Supervisor, signature:",
    ] {
        page.shows(words).await?;
    }
    let controls: usize = page
        .ask(
            "return [...document.querySelectorAll('main :is(button, input, select, textarea, summary)')].filter(c => c.checkVisibility()).length",
            vec![],
        )
        .await?;
    ensure!(controls == 0, "{controls} controls on paper");
    page.emulate(&[]).await?;
    let (pdf, file) = page.print("plan").await?;
    ensure!(
        pdf.starts_with(b"%PDF-") && pdf.len() > 10_000,
        "{} bytes",
        pdf.len()
    );
    println!("printed to {}", file.display());
    Ok(())
}

//! What a role requires: for whom it is shown, answers, notes.

use serde_json::json;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::topics::{KEY, choose, expect, expect_text, open_details, stored, write};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            answers_requirements,
            says_whom_requirements_are_shown_for;
    ]
}

async fn answers_requirements(page: &mut Page) -> Check {
    page.open("#/requirements").await?;
    page.shows("You have not chosen a role yet, so this tool shows link worker.")
        .await?;
    page.shows("0 of 6 answered.").await?;
    page.shows("If your post is scheme-funded, your network had to make sure of this")
        .await?;
    page.click("radio", "Yes").await?;
    page.shows("Your post is scheme-funded, so your network had to")
        .await?;
    page.click("radio", "No").await?;
    page.shows("the scheme asked no network").await?;
    for (id, value) in [
        ("link-worker-des-a", "met"),
        ("link-worker-des-b", "not-met"),
        ("link-worker-des-c", "unsure"),
        ("link-worker-spec-1", "does-not-apply"),
    ] {
        choose(page, id, value).await?;
    }
    page.shows("4 of 6 answered, 1 not met, 1 unsure.").await?;
    page.shows("What you could do: Look up the training the PCI sets out")
        .await?;
    let note = "note-link-worker-des-b";
    open_details(page, &format!("#{note}")).await?;
    write(page, note, "asked in May").await?;
    page.check_accessibility().await?;
    stored(page, "asked in May").await?;
    page.reload().await?;
    page.shows("4 of 6 answered, 1 not met, 1 unsure.").await?;
    page.shows("the scheme asked no network").await?;
    expect(page, "link-worker-des-a", "met").await?;
    expect(page, "link-worker-spec-1", "does-not-apply").await?;
    expect_text(page, note, "asked in May").await?;
    page.click("button", "Clear my answer: the scheme").await?;
    page.shows("If your post is scheme-funded").await?;
    page.click(
        "button",
        "Clear my answer: National online learning programme",
    )
    .await?;
    page.shows("3 of 6 answered").await?;
    page.focus_is_on("radio", "Met").await
}

async fn says_whom_requirements_are_shown_for(page: &mut Page) -> Check {
    for (role, says, not) in [
        (
            "care-coordinator",
            "its career levels are this tool’s own extension",
            "You have not chosen a role",
        ),
        (
            "other-role",
            "The framework lists no requirements for your role",
            "Is your post paid for",
        ),
        (
            "health-and-wellbeing-coach",
            "Coaching supervision",
            "extension",
        ),
    ] {
        seed(page, role).await?;
        page.open("#/requirements").await?;
        page.shows(says).await?;
        let text = page.text().await?;
        ensure!(!text.contains(not), "{role}: it says “{not}”");
        ensure!(!text.contains("your contract"), "{role}: “your contract”");
        page.check_accessibility().await?;
    }
    Ok(())
}

/// Puts a role into what is stored, as if it had been chosen.
async fn seed(page: &mut Page, role: &str) -> Check {
    page.leave().await?;
    let document = json!({
        "format": "waymark", "version": 1, "kind": "backup",
        "created": "2026-11-23T10:00:00Z", "app": "waymark",
        "framework": { "id": "somerset-social-prescribing", "version": "4.0" },
        "worker": { "role": { "value": role, "changed": "2026-11-23T10:00:00Z" } }
    });
    page.run(
        "localStorage.clear(); localStorage.setItem(arguments[0], arguments[1])",
        vec![KEY.into(), document.to_string().into()],
    )
    .await?;
    Ok(())
}

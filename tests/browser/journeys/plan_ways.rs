//! The plan is the worker's: another way, a better link, put aside, added.

use serde_json::json;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::assess::write as paste;
use super::data::save_a_backup;
use super::plan::{
    ACT, ACTIVE, TRAINING, begin, change, expect_in, focus_is_on, of, open_all, starting, unfold,
};
use super::topics::{all_stored, expect_text, stored, write};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            puts_aside_and_brings_back,
            keeps_one_at_the_top,
            does_another_thing_instead,
            takes_a_better_link_and_no_other,
            adds_an_action_of_my_own,
            adds_a_course_and_takes_it_out,
            loses_nothing_written_about_a_course,
            writes_the_plan_into_a_backup;
    ]
}

async fn puts_aside_and_brings_back(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    change(page, ACT).await?;
    write(page, &format!("why-{}", of(ACT)), "done at my last post").await?;
    page.click("button", "Put it aside: Mental Capacity Act")
        .await?;
    page.shows("“Mental Capacity Act” is put aside.").await?;
    page.focus_is_on("heading", "Next").await?;
    expect_in(page, "plan-next", ACT, false).await?;
    stored(page, "done at my last post").await?;
    page.reload().await?;
    unfold(page, "plan-aside-list").await?;
    page.shows("Your reason: done at my last post").await?;
    page.check_accessibility().await?;
    page.click("button", "Bring back: Mental Capacity Act")
        .await?;
    page.shows("“Mental Capacity Act” is back in your plan.")
        .await?;
    focus_is_on(page, ACT).await?;
    expect_in(page, "plan-next", ACT, true).await
}

async fn keeps_one_at_the_top(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    let later: String = page
        .ask("return document.querySelector('.stage').id", vec![])
        .await?;
    unfold(page, &later).await?;
    let (card, title): (String, String) = page
        .ask(
            "const all = document.getElementById(arguments[0]).querySelectorAll('h3');
             const last = all[all.length - 1];
             return [last.id.replace('action-', ''), last.textContent]",
            vec![later.as_str().into()],
        )
        .await?;
    unfold(page, &format!("change-{card}")).await?;
    // Typed, and not used yet: it goes with the card.
    write(page, &format!("why-{card}"), "perhaps").await?;
    page.click("button", &format!("Keep at the top: {title}"))
        .await?;
    page.shows(&format!("“{title}” is kept at the top."))
        .await?;
    let heading = format!("action-{card}");
    page.until_is("what has the focus", &heading, ACTIVE, vec![])
        .await?;
    page.until_true(&format!(
        "document.getElementById('plan-next').parentElement.querySelector('ol.actions').contains(document.getElementById({}))",
        json!(heading)
    ))
    .await?;
    let open: bool = page
        .ask(
            "return document.getElementById(arguments[0])?.open ?? true",
            vec![later.as_str().into()],
        )
        .await?;
    ensure!(open, "what was unfolded has folded");
    expect_text(page, &format!("why-{card}"), "perhaps").await?;
    page.click("button", &format!("No longer keep at the top: {title}"))
        .await?;
    page.shows("is no longer kept at the top").await
}

async fn does_another_thing_instead(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    change(page, ACT).await?;
    page.click(
        "button",
        "Mental capacity: learn it at work, instead of Mental Capacity Act",
    )
    .await?;
    page.shows("“Mental capacity: learn it at work” takes the place of “Mental Capacity Act”")
        .await?;
    page.focus_is_on("heading", "Mental capacity: learn it at work")
        .await?;
    unfold(page, "plan-aside-list").await?;
    page.shows("You chose another way instead.").await?;
    page.click("button", "Bring back: Mental Capacity Act")
        .await?;
    focus_is_on(page, ACT).await
}

async fn takes_a_better_link_and_no_other(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    change(page, ACT).await?;
    let box_id = format!("link-{}", of(ACT));
    let bad = "javascript:alert(1)";
    write(page, &box_id, bad).await?;
    let press = "Use this link for Mental Capacity Act";
    page.click("button", press).await?;
    page.shows("is not a web address.").await?;
    expect_text(page, &box_id, bad).await?;
    // It survives the lists being drawn again.
    change(page, TRAINING).await?;
    page.click(
        "button",
        "Keep at the top: Statutory and mandatory training",
    )
    .await?;
    focus_is_on(page, TRAINING).await?;
    expect_text(page, &box_id, bad).await?;
    page.check_accessibility().await?;
    paste(page, &box_id, "https://example.org/better?a=b#c").await?;
    page.click("button", press).await?;
    page.shows("Your link is used from now on.").await?;
    stored(page, "https://example.org/better").await?;
    page.shows("Your own link.").await?;
    let href =
        "return [...document.querySelectorAll('.learn-from a')].map(a => a.getAttribute('href'))";
    let links: Vec<String> = page.ask(href, vec![]).await?;
    ensure!(
        links
            .iter()
            .any(|it| it == "https://example.org/better?a=b#c"),
        "{links:?}"
    );
    ensure!(
        links.iter().all(|it| it.starts_with("http")),
        "a link of another kind: {links:?}"
    );
    paste(page, &box_id, "").await?;
    page.click("button", press).await?;
    page.shows("The listed link is used.").await
}

async fn adds_an_action_of_my_own(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    unfold(page, "add-own").await?;
    page.click("button", "Add this action").await?;
    page.shows("Write what you want to do.").await?;
    // Not typed: WebKit's driver leaves out what is beyond the basic plane.
    paste(page, "own-title", "Visit the “Repair Café” 🛠").await?;
    page.click("button", "Add this action").await?;
    page.shows("is in your plan.").await?;
    page.focus_is_on("heading", "Visit the “Repair Café” 🛠")
        .await?;
    all_stored(page).await?;
    page.check_accessibility().await?;
    page.reload().await?;
    open_all(page).await?;
    page.find("heading", "Visit the “Repair Café” 🛠").await?;
    page.shows("This is an action of your own.").await
}

async fn adds_a_course_and_takes_it_out(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    unfold(page, "add-course").await?;
    page.fill("textbox", "Title", "Listening well").await?;
    page.fill("textbox", "Who provides it", "Example College")
        .await?;
    page.fill("textbox", "Link, if there is one", "javascript:x")
        .await?;
    page.click("checkbox", "Disability").await?;
    page.click("button", "Add this course").await?;
    page.shows("is not a web address.").await?;
    page.focus_is_on("textbox", "Link, if there is one").await?;
    expect_text(page, "course-link", "javascript:x").await?;
    page.fill(
        "textbox",
        "Link, if there is one",
        "https://example.org/listen",
    )
    .await?;
    page.click("button", "Add this course").await?;
    page.shows("“Listening well” is in your plan.").await?;
    page.focus_is_on("heading", "Listening well").await?;
    page.shows("Example College. A course you added.").await?;
    let stored = stored(page, "https://example.org/listen").await?;
    let helps = stored["local"]["courses"].to_string();
    ensure!(helps.contains("core-knowledge/disability"), "{helps}");
    let card: String = page
        .ask(
            "return [...document.querySelectorAll('.plan-lists h3')].find(h => h.textContent === 'Listening well').id.replace('action-', '')",
            vec![],
        )
        .await?;
    unfold(page, &format!("change-{card}")).await?;
    page.check_accessibility().await?;
    page.click("button", "Remove this course: Listening well")
        .await?;
    page.shows("“Listening well” is taken out.").await?;
    page.until_gone("heading", "Listening well").await
}

async fn loses_nothing_written_about_a_course(page: &mut Page) -> Check {
    let course = json!({"local": {"courses": { "near": {
        "title": "Listening well", "provider": "Example College",
        "changed": "2026-10-05T09:00:00Z"
    } } }, "changes": { "resource:near": {
        "status": "doing", "notes": "ask for Mo", "changed": "2026-10-05T09:00:00Z"
    } }});
    begin(page, starting(course)).await?;
    open_all(page).await?;
    page.click("button", "Remove this course: Listening well")
        .await?;
    page.shows("“Listening well” is taken out.").await?;
    unfold(page, "plan-aside-list").await?;
    page.find("heading", "Listening well").await?;
    page.shows("Your reason: I took this course out again.")
        .await?;
    let stored = stored(page, "\"removed\":true").await?;
    let notes = &stored["changes"]["resource:near"]["notes"];
    ensure!(notes == "ask for Mo", "the note is {notes}");
    page.click("button", "Bring back: Listening well").await?;
    page.focus_is_on("heading", "Listening well").await?;
    expect_text(page, "notes-resource.near", "ask for Mo").await
}

async fn writes_the_plan_into_a_backup(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    page.goto("#/your-data").await?;
    let saved = save_a_backup(page).await?;
    let actions = saved["plan"]["actions"].as_array().cloned();
    let actions = actions.unwrap_or_default();
    let ids: Vec<&str> = actions.iter().filter_map(|it| it["id"].as_str()).collect();
    ensure!(ids.contains(&ACT), "the backup's actions are {ids:?}");
    Ok(())
}

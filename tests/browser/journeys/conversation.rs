//! A plan is handed over, answered, and the answer comes back.

use serde_json::Value;

use crate::rig::{APP, Check, Engine, Page};
use crate::{ensure, fail};

use super::data::{begin_with_a_backup, choose, expect_stored, fixture, saved_today, stored};
use super::files::drop_file;
use super::plan::change;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            hands_over_and_gets_an_answer_back,
            hands_over_and_gets_an_answer_back_on_a_phone,
            says_what_changed_since_it_was_agreed_and_shows_two_readers,
            leads_with_what_the_day_is_about,
            another_plan_begins_empty,
            keeps_a_view_through_a_reload_and_a_second_tab,
            opens_the_door_on_the_first_page,
            takes_a_review_dropped_anywhere,
            refuses_reviews_that_are_none,
            the_page_of_somebodys_plan_is_accessible_and_fits;
    ]
}

/// Chooses a file, byte for byte: a review names a plan by its bytes.
async fn choose_text(page: &Page, name: &str, text: &str) -> Check {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join(name);
    std::fs::write(&path, text)?;
    page.choose_file("#open-file", &path).await?;
    // Until it is read, the file must be there.
    page.shows(name).await
}

/// Saves the own plan, with the reader asked to score first.
async fn hand_over_blind(page: &mut Page) -> Check<String> {
    page.goto("#/plan").await?;
    page.click("button", "Save plan file").await?;
    page.click("checkbox", "Ask the reader to score first")
        .await?;
    page.click("button", "Save file").await?;
    let (name, bytes) = saved_today(page, "waymark-plan-", ".json").await?;
    page.forget(&name)?;
    page.until_true("document.querySelector('dialog') === null")
        .await?;
    Ok(String::from_utf8(bytes)?)
}

/// Chooses one of the statements of a competency.
async fn see(page: &Page, competency: &str, value: &str) -> Check {
    let script = "const it = document.getElementById(`view-${arguments[0]}-${arguments[1]}`);
        it?.click();
        return it !== null";
    let what = format!("the statement {value} of {competency}");
    page.until_is(&what, &true, script, vec![competency.into(), value.into()])
        .await
}

async fn hands_over_and_gets_an_answer_back(page: &mut Page) -> Check {
    there_and_back(page).await
}

async fn hands_over_and_gets_an_answer_back_on_a_phone(page: &mut Page) -> Check {
    page.size(375, 812).await?;
    there_and_back(page).await
}

/// Shared, read, answered, taken in, agreed and changed.
async fn there_and_back(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    let plan = hand_over_blind(page).await?;
    ensure!(!plan.contains("Sam Example"), "the name is in {plan}");
    // That it was saved is noted, so that the answer can be told to be one.
    let is_noted = format!(
        "localStorage.getItem('waymark:/any/place/:document') !== {}",
        serde_json::json!(before)
    );
    page.until_true(&is_noted).await?;
    let mine = stored(page).await?;

    // The reader.
    page.goto("#/review").await?;
    choose_text(page, "waymark-plan.json", &plan).await?;
    page.find("heading", "A plan somebody sent you").await?;
    page.shows("They ask you to score first.").await?;
    let hidden = "document.querySelector('.plan-read').innerText.includes('Score 0 (Absence)')";
    page.until_true(&format!("!{hidden}")).await?;
    see(page, "promoting-autonomy", "4").await?;
    page.until_true(hidden).await?;
    page.shows("You are two or more apart: worth talking about.")
        .await?;
    see(page, "self-monitoring", "not-seen").await?;
    page.fill("textbox", "Your comment", "A good half-year")
        .await?;
    for title in [
        "Shadow a first visit",
        "Ask for a mentor",
        "Read about sleep",
    ] {
        page.click("button", "Add an action in your own words")
            .await?;
        let last = "[...document.querySelectorAll('.your-view .card input')].at(-1)";
        page.until_true(&format!("{last} && !{last}.value")).await?;
        page.run(&format!("{last}.focus()"), vec![]).await?;
        page.type_text(title).await?;
    }
    page.fill("textbox", "Your name", "Jo Sample").await?;
    page.fill("textbox", "What you are to them", "supervisor")
        .await?;
    page.shows("Your view is kept in this browser").await?;
    page.click("button", "Save my view as a file").await?;
    let (name, bytes) = saved_today(page, "waymark-review-", ".json").await?;
    page.shows(&format!("“{name}” was given to your browser."))
        .await?;
    page.shows("You can still change it and save it again")
        .await?;
    let answer = String::from_utf8(bytes)?;
    let read: Value = serde_json::from_str(&answer)?;
    ensure!(
        read["kind"] == "review" && read["actions"].as_array().map(Vec::len) == Some(3),
        "the review is {answer}"
    );
    page.click("button", "Close the plan").await?;
    page.until_true("!document.querySelector('.plan-read')")
        .await?;
    // It is about somebody else, and in a file now.
    page.until_true(NO_VIEW).await?;
    ensure!(stored(page).await? == mine, "reading has changed my own");

    // The worker.
    page.goto("#/your-data").await?;
    choose_text(page, "waymark-review.json", &answer).await?;
    page.find("dialog", "Take in “waymark-review.json”?")
        .await?;
    page.click("button", "Put it beside my ratings").await?;
    page.find("heading", "How others see it").await?;
    ensure!(page.hash().await? == "#/results", "not on the results");
    page.until_true("document.activeElement.id === 'others-views'")
        .await?;
    page.shows("Jo Sample, supervisor: Score 4 (Proficient)")
        .await?;
    page.shows("Worth talking about.").await?;
    for title in ["Shadow a first visit", "Ask for a mentor"] {
        page.click("button", &format!("Take it into my plan: {title}"))
            .await?;
        page.until_gone("button", &format!("Take it into my plan: {title}"))
            .await?;
    }
    page.goto("#/plan").await?;
    page.shows("Ask for a mentor").await?;
    page.shows("Agreed with Jo Sample, supervisor").await?;
    let text = page.text().await?;
    ensure!(!text.contains("Read about sleep"), "not accepted: {text}");
    page.goto("#/assess/promoting-autonomy").await?;
    page.shows("Jo Sample, supervisor: Score 4 (Proficient)")
        .await?;
    page.goto("#/plan").await?;
    change(page, &own_action(&read, "Ask for a mentor")?).await?;
    page.click("button", "Put it aside: Ask for a mentor")
        .await?;
    page.shows("is put aside.").await?;
    page.goto("#/results").await?;
    page.shows("Changed since it was agreed: You put it aside.")
        .await?;
    page.click("button", "Remove this view: Jo Sample, supervisor")
        .await?;
    page.find("dialog", "Remove this view?").await?;
    page.click("button", "Remove it").await?;
    page.shows("The view was removed.").await?;
    page.until_gone("button", "Remove this view: Jo Sample, supervisor")
        .await
}

/// The id of an action in a review.
fn own_action(review: &Value, title: &str) -> Check<String> {
    let mut actions = review["actions"].as_array().into_iter().flatten();
    let action = actions.find(|it| it["title"] == title);
    match action.and_then(|it| it["id"].as_str()) {
        Some(id) => Ok(id.to_owned()),
        None => fail!("no “{title}” in {review}"),
    }
}

async fn keeps_a_view_through_a_reload_and_a_second_tab(page: &mut Page) -> Check {
    page.open("#/review").await?;
    choose(page, "plan-default.json").await?;
    page.find("heading", "A plan somebody sent you").await?;
    page.fill("textbox", "Your comment", "From the first tab")
        .await?;
    see(page, "promoting-autonomy", "2").await?;
    page.shows("Your view is kept in this browser").await?;
    page.reload().await?;
    page.find("heading", "Views you have begun").await?;
    page.click("button", "Go on: plan-default.json").await?;
    let comment = "document.getElementById('review-comment')?.value";
    page.until_true(&format!("{comment} === 'From the first tab'"))
        .await?;
    page.until_true("document.getElementById('view-promoting-autonomy-2').checked")
        .await?;
    let first = page.tab().await?;
    page.new_tab().await?;
    page.open("#/review").await?;
    page.click("button", "Go on: plan-default.json").await?;
    see(page, "self-monitoring", "3").await?;
    page.switch_tab(&first).await?;
    page.fill("textbox", "Your name", "Jo").await?;
    page.until_true("document.getElementById('view-self-monitoring-3').checked")
        .await?;
    page.click("button", "Close the plan").await?;
    page.find("button", "Go on: plan-default.json").await?;
    page.click("button", "Remove: plan-default.json").await?;
    page.find("dialog", "Remove your view?").await?;
    page.check_accessibility().await?;
    page.click("button", "Remove it").await?;
    page.until_true(NO_VIEW).await
}

/// No view of anybody's plan is stored.
const NO_VIEW: &str = "Object.keys(localStorage).every(key => !key.includes('review'))";

/// Two people's plans are never mixed up, however the second comes.
async fn another_plan_begins_empty(page: &mut Page) -> Check {
    page.open("#/review").await?;
    choose(page, "plan-default.json").await?;
    page.find("heading", "A plan somebody sent you").await?;
    page.fill("textbox", "Your comment", "About the first")
        .await?;
    page.fill("textbox", "Your name", "Jo").await?;
    let other = std::fs::read_to_string(fixture("plan-everything.json"))?;
    drop_file(page, "another.json", "application/json", &other).await?;
    page.find("heading", "The training plan of Sam Example")
        .await?;
    for id in ["review-comment", "reviewer-name"] {
        let text: String = page
            .ask(
                "return document.getElementById(arguments[0]).value",
                vec![id.into()],
            )
            .await?;
        ensure!(text.is_empty(), "{id} begins with “{text}”");
    }
    page.find("heading", "Views you have begun").await?;
    // What was said is on every paper, and not only on the first.
    page.fill("textbox", "Your comment", "About the second")
        .await?;
    for _ in 0..2 {
        page.run(
            "for (const it of ['beforeprint', 'afterprint']) window.dispatchEvent(new Event(it))",
            vec![],
        )
        .await?;
        page.until_true(
            "document.querySelector('.readers-words').textContent.includes('About the second')",
        )
        .await?;
    }
    Ok(())
}

async fn says_what_changed_since_it_was_agreed_and_shows_two_readers(page: &mut Page) -> Check {
    begin_with_a_backup(page).await?;
    let first = std::fs::read_to_string(fixture("reviews/review.json"))?;
    let mut other: Value = serde_json::from_str(&first)?;
    other["id"] = "review-of-somebody-else".into();
    other["reviewer"] = serde_json::json!({"name": "Kim", "role": "mentor"});
    other["ratings"]["promoting-autonomy"]["score"] = 5.into();
    other["actions"] = serde_json::json!([]);
    for (name, text) in [("jo.json", first), ("kim.json", other.to_string())] {
        if page.hash().await? != "#/your-data" {
            page.goto("#/your-data").await?;
        }
        choose_text(page, name, &text).await?;
        page.click("button", "Put it beside my ratings").await?;
        page.find("heading", "How others see it").await?;
    }
    page.shows("Kim, mentor: Score 5 (Expert)").await?;
    page.shows("Jo Sample, Supervisor: Score 2 (Advanced Beginner)")
        .await?;
    page.check_accessibility().await?;
    page.fits(320).await?;
    page.click("button", "Take it into my plan: Shadow a first visit")
        .await?;
    page.shows("In your plan since").await?;
    page.until_true("document.activeElement.textContent.startsWith('Shadow a first visit')")
        .await?;
    page.click("button", "Not this one: Practise Promoting Autonomy")
        .await?;
    page.shows("You said no to it.").await?;
    page.goto("#/plan").await?;
    change(page, "own:b32").await?;
    page.click("button", "Put it aside: Shadow a first visit")
        .await?;
    page.shows("is put aside.").await?;
    page.goto("#/results").await?;
    page.shows("Changed since it was agreed: You put it aside.")
        .await
}

async fn leads_with_what_the_day_is_about(page: &mut Page) -> Check {
    let text = std::fs::read_to_string(fixture("backup.json"))?;
    let mut backup: Value = serde_json::from_str(&text)?;
    let soon: String = page_day(page, 5).await?;
    backup["worker"]["next_review"]["value"] = soon.clone().into();
    let entry = &mut backup["ratings"]["promoting-autonomy"][0];
    for (field, moment) in [
        ("date", "2024-03-01"),
        ("started", "2024-03-01T09:00:00Z"),
        ("changed", "2024-03-01T09:00:00Z"),
    ] {
        entry[field] = moment.into();
    }
    page.open("#/your-data").await?;
    choose_text(page, "half-a-year-on.json", &backup.to_string()).await?;
    page.click("button", "Open it").await?;
    page.shows("Saved in this browser.").await?;
    page.goto("#/").await?;
    page.find("heading", "Today").await?;
    page.shows("Your review is on").await?;
    page.shows("1 of your ratings is half a year old or more.")
        .await?;
    page.check_accessibility().await?;
    page.fits(320).await?;
    page.follow("link", "Print the supervision sheet").await?;
    page.find("heading", "Where you stand").await?;
    // The same score again is a rating of today.
    page.goto("#/assess/promoting-autonomy").await?;
    page.click("button", "Rate again").await?;
    page.shows("You are rating this again.").await?;
    page.run("document.getElementById('rating-0').click()", vec![])
        .await?;
    page.shows("Score 0 (Absence)").await?;
    page.goto("#/").await?;
    page.find("heading", "Today").await?;
    page.until_true("!document.body.innerText.includes('half a year old')")
        .await
}

/// A day so many days from the page's today, as a file writes it.
async fn page_day(page: &mut Page, days: i64) -> Check<String> {
    page.open("").await?;
    let script = "const d = new Date(); d.setDate(d.getDate() + arguments[0]);
        return [d.getFullYear(), d.getMonth() + 1, d.getDate()].map(n => String(n).padStart(2, '0')).join('-')";
    page.ask(script, vec![days.into()]).await
}

async fn opens_the_door_on_the_first_page(page: &mut Page) -> Check {
    page.open("").await?;
    page.follow("link", "Somebody sent me a plan").await?;
    page.find("heading", "Somebody’s plan").await?;
    page.check_accessibility().await?;
    page.fits(320).await
}

async fn takes_a_review_dropped_anywhere(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    page.goto("#/topics").await?;
    page.find("heading", "Induction, knowledge and skills")
        .await?;
    let review = std::fs::read_to_string(fixture("reviews/review.json"))?;
    drop_file(page, "review.json", "application/json", &review).await?;
    page.find("dialog", "Take in “review.json”?").await?;
    page.shows("was not saved here. Check that it is yours.")
        .await?;
    page.check_accessibility().await?;
    page.click("button", "Cancel").await?;
    expect_stored(page, &before).await
}

async fn refuses_reviews_that_are_none(page: &mut Page) -> Check {
    let before = begin_with_a_backup(page).await?;
    for name in [
        "no-id.json",
        "no-hash.json",
        "score-6.json",
        "seen-and-not-seen.json",
        "one-action-twice.json",
        "month-13.json",
        "newer-version.json",
    ] {
        choose(page, &format!("reviews/refused/{name}")).await?;
        page.shows(&format!("“{name}” was not opened.")).await?;
    }
    expect_stored(page, &before).await
}

async fn the_page_of_somebodys_plan_is_accessible_and_fits(page: &mut Page) -> Check {
    page.open("#/review").await?;
    choose(page, "plan-everything.json").await?;
    page.find("heading", "The training plan of Sam Example")
        .await?;
    page.click("button", "Add an action in your own words")
        .await?;
    see(page, "promoting-autonomy", "2").await?;
    page.check_accessibility().await?;
    page.fits(320).await
}

//! A host's local pack: what a host adds is there, a bad one changes nothing,
//! and somebody who looks after training makes one on the page.

use serde_json::{Value, json};

use crate::ensure;
use crate::rig::{APP, Answer, Check, Engine, Page};

use super::{Journey, journeys};

/// Not in WebKit, as all that needs the service worker.
const WORKS: &[Engine] = &[Engine::Chromium, Engine::Firefox];

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            shows_what_a_host_adds,
            plans_with_what_is_near,
            is_whole_without_a_good_pack,
            makes_a_pack_from_nothing_and_hosts_it,
            tries_a_pack_out_and_takes_it_back,
            keeps_a_pack_begun_through_a_reload,
            brings_back_what_was_there_after_a_reload,
            brings_back_a_course_that_was_taken_out,
            a_press_that_leaves_a_box_lands,
            reads_days_as_people_write_them,
            keeps_the_focus_where_somebody_works,
            says_that_a_link_that_moved_nowhere_is_not_kept,
            the_page_of_the_pack_is_accessible_and_fits;
        WORKS => keeps_the_last_good_pack_without_a_network;
    ]
}

const MALLOWSHIRE: &str = include_str!("../../fixtures/local/mallowshire.json");

/// The host puts this in the place of `local.json`.
fn host(page: &Page, text: &str) {
    let answer = Answer::Bytes {
        content_type: "application/json",
        bytes: text.into(),
    };
    page.server.answer(page.path("local.json"), answer);
}

async fn shows_what_a_host_adds(page: &mut Page) -> Check {
    host(page, MALLOWSHIRE);
    page.open("#/resources/here-dementia-at-home").await?;
    page.shows("Added by Mallowshire Training Hub, checked on 2 November 2026.")
        .await?;
    page.shows("Anybody who supports people in Mallowshire")
        .await?;
    // At the foot of every page, as text.
    page.shows("Mallowshire Training Hub hosts this page")
        .await?;
    page.shows("Questions about training: Priya Nandakumar")
        .await?;
    page.open("#/resources/dementia-friends").await?;
    page.shows("Checked on 2 November 2026 by Mallowshire Training Hub.")
        .await?;
    let moved: String = page
        .ask(
            "return document.querySelector('#resource-dementia-friends').closest('li').querySelector('a.external').href",
            vec![],
        )
        .await?;
    ensure!(
        moved == "https://www.alzheimers.example/dementia-friends",
        "it leads to {moved}"
    );
    page.open("#/about-you").await?;
    page.shows("Do I work in Mallowshire?").await?;
    page.open("#/topics/legislation-and-policy").await?;
    page.shows("Our lone working policy is on the intranet")
        .await?;
    page.open("#/privacy").await?;
    page.find("heading", "Who hosts this page").await?;
    page.open("#/accessibility").await?;
    page.find("heading", "Whom to tell").await?;
    Ok(())
}

async fn plans_with_what_is_near(page: &mut Page) -> Check {
    host(page, MALLOWSHIRE);
    page.open("#/about-you").await?;
    choose(page, "somerset-yes").await?;
    choose(page, "caseload-caseload-topics-debt-management").await?;
    page.shows("Saved in this browser").await?;
    page.goto("#/plan").await?;
    page.shows("Money worries: the first conversation").await?;
    page.shows("Added by Mallowshire Training Hub, checked on 2 November 2026.")
        .await?;
    // It is on paper too.
    let paper: String = page
        .ask(
            "return document.querySelector('.paper').textContent",
            vec![],
        )
        .await?;
    ensure!(
        paper.contains("added by Mallowshire Training Hub"),
        "the paper says {paper}"
    );
    // The pack goes, and what is planned with it is worked out anew.
    host(page, "{}");
    page.open("#/plan").await?;
    page.shows("Debt management: learn it at work").await
}

/// Presses a control by its id.
async fn choose(page: &Page, id: &str) -> Check {
    let script = "document.getElementById(arguments[0]).click()";
    page.until_true(&format!("document.getElementById({})", json!(id)))
        .await?;
    page.run(script, vec![id.into()]).await?;
    Ok(())
}

async fn is_whole_without_a_good_pack(page: &mut Page) -> Check {
    let large = format!(
        r#"{{"format":"waymark-local","version":1,"name":"{}"}}"#,
        "a".repeat(600_000)
    );
    for (text, why) in [
        (
            "<!doctype html><title>Not here</title>",
            "It is a web page and no pack",
        ),
        (
            r#"{"format": "waymark-local", "version": 1, "name":"#,
            "It stops in the middle",
        ),
        (
            r#"{"format":"waymark-local","version":2}"#,
            "made with a newer version",
        ),
        (large.as_str(), "a pack may have 500,000"),
    ] {
        host(page, text);
        page.open("#/resources").await?;
        page.shows("All that the framework lists").await?;
        page.open("#/local").await?;
        page.shows("cannot be used, so nothing is added").await?;
        page.shows(why).await?;
    }
    for text in ["", "{}"] {
        host(page, text);
        page.open("#/local").await?;
        page.shows("No pack was found beside this page.").await?;
    }
    page.server
        .answer(page.path("local.json"), Answer::NotFound);
    // The browser itself says that the file is not there.
    page.forgive("local.json");
    page.open("#/local").await?;
    page.shows("No pack was found beside this page.").await
}

/// What a training lead does with only the README: five links, a course, a
/// contact and an area, saved, hosted, and seen.
async fn makes_a_pack_from_nothing_and_hosts_it(page: &mut Page) -> Check {
    page.open("#/local").await?;
    page.fill("textbox", "Who hosts this page", "Mallow Hub")
        .await?;
    page.fill("textbox", "The place it is for", "Mallowshire")
        .await?;
    page.click("button", "Add a contact").await?;
    page.fill("textbox", "About what", "Training").await?;
    page.fill("textbox", "Whom to ask", "Priya, 01632 960 417")
        .await?;
    page.run(
        "document.querySelector('.local-pack details').open = true",
        vec![],
    )
    .await?;
    for (place, answer) in [
        (0, "works"),
        (1, "works"),
        (2, "gone"),
        (3, "works"),
        (4, "moved"),
    ] {
        choose(page, &format!("link-{place}-{answer}")).await?;
    }
    page.fill("textbox", "Where it is now", "javascript:alert(1)")
        .await?;
    page.shows("4 of 116 answered: 3 work, 1 gone, 0 moved.")
        .await?;
    page.fill("textbox", "Where it is now", "https://example.org/new")
        .await?;
    page.shows("5 of 116 answered: 3 work, 1 gone, 1 moved.")
        .await?;
    add_a_course(page, "First aid in May").await?;
    page.fill("textbox", "Who offers it", "Mallow Ambulance")
        .await?;
    page.fill("textbox", "Next dates", "12/05/2027").await?;
    page.shows("12 May 2027").await?;
    page.shows("Nothing yet: it will be listed, and will come into no plan.")
        .await?;
    page.click("button", "Save local.json").await?;
    let saved = page.saved("local.json").await?;
    let pack: Value = serde_json::from_slice(&saved)?;
    ensure!(
        pack["area"] == "Mallowshire"
            && pack["links"].as_array().map(Vec::len) == Some(5)
            && pack["contacts"][0]["text"] == "Priya, 01632 960 417"
            && pack["courses"]["first-aid-in-may"]["dates"] == json!(["2027-05-12"]),
        "saved {pack}"
    );
    host(page, std::str::from_utf8(&saved)?);
    page.open("#/resources/here-first-aid-in-may").await?;
    page.shows("Added by Mallow Hub, checked on").await?;
    page.shows("Training: Priya, 01632 960 417").await
}

async fn tries_a_pack_out_and_takes_it_back(page: &mut Page) -> Check {
    page.open("#/local").await?;
    page.fill("textbox", "Who hosts this page", "Mallow Hub")
        .await?;
    page.click("button", "Try it here").await?;
    page.shows("You are trying out a local pack.").await?;
    page.shows("Mallow Hub hosts this page").await?;
    page.goto("#/resources").await?;
    page.shows("You are trying out a local pack.").await?;
    page.click("button", "Stop trying it out").await?;
    page.until_true("!document.body.innerText.includes('You are trying out')")
        .await?;
    page.shows("All that the framework lists").await
}

async fn keeps_a_pack_begun_through_a_reload(page: &mut Page) -> Check {
    page.open("#/local").await?;
    page.fill("textbox", "Who hosts this page", "Mallow Hub")
        .await?;
    page.shows("Kept in this browser.").await?;
    page.reload().await?;
    page.until_true("document.getElementById('host-name')?.value === 'Mallow Hub'")
        .await?;
    page.click("button", "Start from nothing").await?;
    page.until_true("document.getElementById('host-name')?.value === ''")
        .await?;
    page.click("button", "Bring back what was there").await?;
    page.until_true("document.getElementById('host-name')?.value === 'Mallow Hub'")
        .await
}

async fn brings_back_what_was_there_after_a_reload(page: &mut Page) -> Check {
    page.open("#/local").await?;
    page.find("button", "Start from nothing").await?;
    ensure!(
        !page.has("button", "Bring back what was there").await?,
        "offered where nothing was there"
    );
    page.click("button", "Start from nothing").await?;
    page.shows("The form is empty now.").await?;
    page.fill("textbox", "Who hosts this page", "Mallow Hub")
        .await?;
    page.until_true("!document.body.innerText.includes('The form is empty now.')")
        .await?;
    page.shows("Kept in this browser.").await?;
    page.shows("It differs from what this site has now: save it and put it there.")
        .await?;
    ensure!(
        !page.has("button", "Bring back what was there").await?,
        "offered where nothing was there"
    );
    page.click("button", "Start from nothing").await?;
    page.until_true("document.getElementById('host-name')?.value === ''")
        .await?;
    page.reload().await?;
    page.click("button", "Bring back what was there").await?;
    page.until_true("document.getElementById('host-name')?.value === 'Mallow Hub'")
        .await?;
    page.until_gone("button", "Bring back what was there")
        .await?;
    focus_is_in(page, "begin-said").await
}

async fn brings_back_a_course_that_was_taken_out(page: &mut Page) -> Check {
    page.open("#/local").await?;
    add_a_course(page, "First aid in May").await?;
    page.fill("textbox", "Who offers it", "Mallow Ambulance")
        .await?;
    page.click("button", "Take it out: First aid in May")
        .await?;
    page.shows("“First aid in May” is taken out.").await?;
    focus_is_in(page, "course-taken").await?;
    page.click("button", "Bring it back").await?;
    page.until_true(
        "document.getElementById('here-first-aid-in-may-provider')?.value === 'Mallow Ambulance'",
    )
    .await?;
    page.until_gone("button", "Bring it back").await
}

async fn add_a_course(page: &Page, name: &str) -> Check {
    page.fill("textbox", "Name of another course or page", name)
        .await?;
    page.click("button", "Add it").await
}

/// Waits until the element with this id has the focus.
async fn focus_is_in(page: &Page, id: &str) -> Check {
    page.until_true(&format!("document.activeElement?.id === {}", json!(id)))
        .await
}

/// What is said of a box once it is left moves all below it, but not between
/// the two halves of the press that leaves it.
async fn a_press_that_leaves_a_box_lands(page: &mut Page) -> Check {
    for width in [1000, 375] {
        page.size(width, 800).await?;
        page.open("#/local").await?;
        page.click("button", "Start from nothing").await?;
        page.shows("The form is empty now.").await?;
        page.click("button", "Add a contact").await?;
        page.fill("textbox", "Web page", "www.mallow.example")
            .await?;
        page.press_in_place("button", "Add a contact").await?;
        focus_is_in(page, "contact-1-about").await?;
        page.shows("“www.mallow.example” is not a web address.")
            .await?;
        page.run("document.getElementById('host-checked').focus()", vec![])
            .await?;
        // A day long ago, on its way to one that can be.
        for key in ["0", "2", "1", "1", "2", "0"] {
            page.press(key).await?;
        }
        page.press_in_place("button", "Add a contact").await?;
        focus_is_in(page, "contact-2-about").await?;
        page.shows("Not saved yet").await?;
        page.check_accessibility().await?;
    }
    Ok(())
}

async fn reads_days_as_people_write_them(page: &mut Page) -> Check {
    page.open("#/local").await?;
    add_a_course(page, "First aid").await?;
    page.fill("textbox", "Next dates", "March 2027").await?;
    page.press("Tab").await?;
    page.shows("“March 2027” has no day. If you know only the month, put it under “How to book”.")
        .await?;
    page.fill(
        "textbox",
        "Next dates",
        "14 January 2027 and 3/2/2027, 2027-03-09",
    )
    .await?;
    page.press("Tab").await?;
    page.until_true(
        "document.getElementById('here-first-aid-dates').value === '14 January 2027, 3 February 2027, 9 March 2027'",
    )
    .await?;
    page.click("button", "Save local.json").await?;
    let saved = page.saved("local.json").await?;
    let pack: Value = serde_json::from_slice(&saved)?;
    ensure!(
        pack["courses"]["first-aid"]["dates"] == json!(["2027-01-14", "2027-02-03", "2027-03-09"]),
        "saved {pack}"
    );
    Ok(())
}

async fn keeps_the_focus_where_somebody_works(page: &mut Page) -> Check {
    page.open("#/local").await?;
    page.click("button", "Add a contact").await?;
    focus_is_in(page, "contact-0-about").await?;
    page.fill("textbox", "Web page", "www.mallow.example")
        .await?;
    page.click("button", "Add a contact").await?;
    focus_is_in(page, "contact-1-about").await?;
    // What was typed for the first is not the second's, which moves up.
    page.click("button", "Take it out: contact 1").await?;
    page.focus_is_on("button", "Add a contact").await?;
    page.until_true("document.getElementById('contact-0-url').value === ''")
        .await?;
    add_a_course(page, "First aid in May").await?;
    focus_is_in(page, "here-first-aid-in-may-title").await
}

async fn says_that_a_link_that_moved_nowhere_is_not_kept(page: &mut Page) -> Check {
    page.open("#/local").await?;
    page.find("heading", "2. Links").await?;
    page.run(
        "document.querySelector('.local-pack details').open = true",
        vec![],
    )
    .await?;
    choose(page, "link-0-moved").await?;
    page.shows("Not kept yet: copy the new address here.")
        .await?;
    page.fill("textbox", "Where it is now", "https://example.org/new")
        .await?;
    page.until_true("!document.body.innerText.includes('Not kept yet: copy')")
        .await?;
    page.shows("1 of 116 answered: 0 work, 0 gone, 1 moved.")
        .await
}

async fn the_page_of_the_pack_is_accessible_and_fits(page: &mut Page) -> Check {
    host(page, MALLOWSHIRE);
    page.open("#/local").await?;
    page.find("heading", "2. Links").await?;
    page.run(
        "document.querySelectorAll('.local-pack details').forEach((it, place) => { it.open = place < 3 })",
        vec![],
    )
    .await?;
    page.find("button", "Save local.json").await?;
    page.check_accessibility().await?;
    page.fits(320).await
}

/// Fresh where there is a network; without one, the last that could be read.
async fn keeps_the_last_good_pack_without_a_network(page: &mut Page) -> Check {
    page.server.serve_worker();
    host(page, MALLOWSHIRE);
    page.open("").await?;
    page.run_async("await navigator.serviceWorker.ready", vec![])
        .await?;
    let is_kept = "for (;;) {
        const names = await caches.keys();
        const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(arguments[0])));
        if (found.some(Boolean)) return true;
        await new Promise((done) => setTimeout(done, 50));
    }";
    page.run_async(is_kept, vec![page.address("local.json").into()])
        .await?;
    // A newer one is taken at once …
    let newer = MALLOWSHIRE.replace("Mallowshire Training Hub", "Mallow Hub");
    host(page, &newer);
    page.open("#/resources").await?;
    page.shows("Mallow Hub hosts this page").await?;
    // … a broken one is not kept …
    host(page, "{");
    page.open("#/local").await?;
    page.shows("It stops in the middle").await?;
    // … and without a network the last good one is there.
    page.server.stop().await;
    page.open("#/resources").await?;
    page.shows("Mallow Hub hosts this page").await?;
    page.server.start().await?;
    page.forgive("");
    Ok(())
}

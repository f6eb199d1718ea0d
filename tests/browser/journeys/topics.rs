//! Topics: answers and notes, many at once, what is shared.

use serde_json::{Value, json};

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            keeps_answers_and_notes,
            marks_all_and_puts_back_exactly,
            leaves_what_changed_since_a_press,
            asks_why_a_safety_topic_is_not_relevant,
            one_answer_serves_two_sections,
            picks_caseload_topics,
            goes_on_to_the_next_section,
            answers_with_the_keyboard_alone;
    ]
}

/// Where the app keeps the document, as served here.
pub(super) const KEY: &str = "waymark:/any/place/:document";

/// What is stored, once it contains `words`; compact, so that fields can be
/// looked for as text.
pub(super) async fn stored(page: &Page, words: &str) -> Check<Value> {
    page.until_true(&format!(
        "(localStorage.getItem('{KEY}') ?? '').includes({})",
        json!(words)
    ))
    .await?;
    page.shows("Saved in this browser.").await?;
    page.ask(
        "return JSON.parse(localStorage.getItem(arguments[0]))",
        vec![KEY.into()],
    )
    .await
}

/// Chooses an answer as a person does: by its label.
pub(super) async fn choose(page: &Page, slug: &str, value: &str) -> Check {
    let script = "const label = document.querySelector(`label[for='answer-${arguments[0]}-${arguments[1]}']`);
        if (!label) return false;
        label.scrollIntoView({block: 'center', behavior: 'instant'});
        label.click();
        return true;";
    let what = format!("an answer “{value}” to {slug}");
    let arguments = vec![slug.into(), value.into()];
    page.until_is(&what, &true, script, arguments).await
}

/// Waits until this value is chosen; empty for none.
pub(super) async fn expect(page: &Page, slug: &str, value: &str) -> Check {
    let script =
        "return document.querySelector(`#answer-${arguments[0]} input:checked`)?.value ?? ''";
    let what = format!("what is chosen for {slug}");
    page.until_is(&what, &value.to_owned(), script, vec![slug.into()])
        .await
}

const ALL_CHOSEN: &str = "return [...document.querySelectorAll('.topic .question')].map(q => q.id + '=' + (q.querySelector('input:checked')?.value ?? ''))";

/// What is chosen in every question of the page, in order.
async fn all_chosen(page: &Page) -> Check<Vec<String>> {
    page.ask(ALL_CHOSEN, vec![]).await
}

async fn expect_all(page: &Page, wanted: &Vec<String>) -> Check {
    page.until_is("what is chosen", wanted, ALL_CHOSEN, vec![])
        .await
}

/// Opens the details with this summary.
pub(super) async fn open_details(page: &Page, inside: &str) -> Check {
    let script = "const details = document.querySelector(arguments[0])?.closest('details');
        if (details) details.open = true;
        return Boolean(details)";
    let what = format!("details around {inside}");
    page.until_is(&what, &true, script, vec![inside.into()])
        .await
}

/// Types into a box that stands in the page under this id.
pub(super) async fn write(page: &Page, id: &str, text: &str) -> Check {
    focus(page, id).await?;
    page.type_text(text).await
}

/// Puts the focus on what stands in the page under this id. What is folded
/// away takes it only once it is laid out.
pub(super) async fn focus(page: &Page, id: &str) -> Check {
    let script = "const it = document.getElementById(arguments[0]);
        it?.focus();
        return it !== null && document.activeElement === it";
    let what = format!("the focus on #{id}");
    page.until_is(&what, &true, script, vec![id.into()]).await
}

/// Waits until this text stands in a field.
pub(super) async fn expect_text(page: &Page, id: &str, text: &str) -> Check {
    let script = "return document.getElementById(arguments[0])?.value";
    let what = format!("the text in #{id}");
    page.until_is(&what, &Some(text.to_owned()), script, vec![id.into()])
        .await
}

/// Waits until everything is stored. Only after something that shows the last
/// change, because what was stored before says the same.
pub(super) async fn all_stored(page: &Page) -> Check {
    page.shows("Saved in this browser.").await
}

pub(super) const EMPATHY: &str = "level-1-skills-empathy";
const LISTENING: &str = "level-1-skills-active-listening";

async fn keeps_answers_and_notes(page: &mut Page) -> Check {
    page.open("#/topics/level-1-skills").await?;
    page.shows("0 of 14 answered.").await?;
    choose(page, EMPATHY, "confident").await?;
    choose(page, LISTENING, "not-yet").await?;
    page.shows("2 of 14 answered, 1 to work on.").await?;
    let note = "note-level-1-skills-empathy";
    open_details(page, &format!("#{note}")).await?;
    write(page, note, "With “quotes”, and שלום").await?;
    stored(page, "שלום").await?;
    page.reload().await?;
    page.shows("2 of 14 answered, 1 to work on.").await?;
    expect(page, EMPATHY, "confident").await?;
    expect(page, LISTENING, "not-yet").await?;
    expect_text(page, note, "With “quotes”, and שלום").await?;
    let open: bool = page
        .ask(
            "return document.getElementById(arguments[0]).closest('details').open",
            vec![note.into()],
        )
        .await?;
    ensure!(open, "a note that is there is folded away");
    page.click("button", "Clear my answer: Empathy").await?;
    page.shows("1 of 14 answered, 1 to work on.").await?;
    expect(page, EMPATHY, "").await?;
    page.focus_is_on("radio", "I am confident in this").await?;
    page.goto("#/topics").await?;
    open_details(page, "a[href='#/topics/level-1-skills']").await?;
    page.shows("For Mid-career. 1 of 14 answered, 1 to work on.")
        .await?;
    page.check_accessibility().await
}

async fn mark(page: &Page, place: usize, button: &str) -> Check {
    open_details(page, &format!("#mark-{place}")).await?;
    page.click("button", button).await
}

async fn marks_all_and_puts_back_exactly(page: &mut Page) -> Check {
    page.open("#/topics/core-knowledge").await?;
    choose(page, "core-knowledge-disability", "confident").await?;
    choose(page, "core-knowledge-mental-capacity", "not-relevant").await?;
    let note = "note-core-knowledge-health-inequalities";
    open_details(page, &format!("#{note}")).await?;
    write(page, note, "only a note").await?;
    page.shows("2 of 12 answered, 1 to work on.").await?;
    let before = all_chosen(page).await?;
    let was = stored(page, "only a note").await?;

    // One group, then the rest of the section, then back in the other order.
    let first = "Generic professional capabilities";
    mark(page, 1, &format!("Not yet, all unanswered in {first}")).await?;
    page.shows("4 marked as “Not yet”.").await?;
    page.focus_is_on("button", &format!("Undo marking all in {first}"))
        .await?;
    page.shows("6 of 6 answered, 5 to work on.").await?;
    page.shows("6 of 12 answered, 5 to work on.").await?;
    expect(page, "core-knowledge-disability", "confident").await?;
    let between = all_chosen(page).await?;
    mark(
        page,
        0,
        "I am learning about it, all unanswered in the whole section",
    )
    .await?;
    page.shows("6 marked as “I am learning about it”.").await?;
    page.shows("12 of 12 answered, 11 to work on.").await?;
    page.check_accessibility().await?;
    page.click("button", "Undo marking all in the whole section")
        .await?;
    page.shows("6 of 12 answered, 5 to work on.").await?;
    expect_all(page, &between).await?;
    page.click("button", &format!("Undo marking all in {first}"))
        .await?;
    page.shows("2 of 12 answered, 1 to work on.").await?;
    expect_all(page, &before).await?;
    page.until_gone("button", &format!("Undo marking all in {first}"))
        .await?;
    all_stored(page).await?;

    page.reload().await?;
    page.shows("2 of 12 answered, 1 to work on.").await?;
    expect_all(page, &before).await?;
    let is = stored(page, "only a note").await?;
    let topics = was["topics"].as_object().cloned().unwrap_or_default();
    for (id, old) in topics {
        for field in ["status", "note", "reason"] {
            let new = &is["topics"][&id][field];
            ensure!(
                *new == old[field],
                "{id}: {field} was {} and is {new}",
                old[field]
            );
        }
    }
    Ok(())
}

async fn leaves_what_changed_since_a_press(page: &mut Page) -> Check {
    page.open("#/topics/level-2-skills").await?;
    mark(page, 0, "Not yet, all unanswered in this section").await?;
    page.shows("7 marked as “Not yet”.").await?;
    let first: String = page
        .ask(
            "return document.querySelector('.topic .question').id.replace('answer-', '')",
            vec![],
        )
        .await?;
    choose(page, &first, "confident").await?;
    page.shows("6 marked as “Not yet”.").await?;
    page.click("button", "Undo marking all in this section")
        .await?;
    page.shows("1 of 7 answered.").await?;
    expect(page, &first, "confident").await?;
    // Gone with the page it was pressed on.
    mark(page, 0, "Not yet, all unanswered in this section").await?;
    page.shows("7 of 7 answered, 6 to work on.").await?;
    page.goto("#/topics").await?;
    page.goto("#/topics/level-2-skills").await?;
    page.shows("7 of 7 answered, 6 to work on.").await?;
    ensure!(
        !page
            .has("button", "Undo marking all in this section")
            .await?,
        "undo is offered on another visit"
    );
    Ok(())
}

async fn asks_why_a_safety_topic_is_not_relevant(page: &mut Page) -> Check {
    page.open("#/topics/local-induction").await?;
    let slug = "local-induction-clinical-escalation";
    let boxed = "Why “Clinical escalation” is not relevant to me";
    ensure!(
        !page.has("textbox", boxed).await?,
        "a reason is asked before there is anything to explain"
    );
    choose(page, "local-induction-it-systems", "not-relevant").await?;
    focus(page, &format!("answer-{slug}-not-yet")).await?;
    page.press("ArrowDown").await?;
    page.shows("Until there is a reason, this is still listed as open.")
        .await?;
    page.find("textbox", boxed).await?;
    page.focus_is_on("radio", "Not relevant to me").await?;
    page.shows("2 of 11 answered, 1 to work on, 1 not relevant to you.")
        .await?;
    page.check_accessibility().await?;
    page.click(
        "button",
        "Done through my employer: use this as the reason for Clinical escalation",
    )
    .await?;
    page.shows("Thank you. It is set aside.").await?;
    page.shows("2 of 11 answered, 2 not relevant to you.")
        .await?;
    stored(page, "Done through my employer").await?;
    page.reload().await?;
    expect_text(page, &format!("reason-{slug}"), "Done through my employer").await?;
    page.fill("textbox", boxed, "my GP does this").await?;
    stored(page, "my GP does this").await?;
    choose(page, slug, "confident").await?;
    page.until_true("!document.body.innerText.includes('Thank you. It is set aside.')")
        .await?;
    page.until_gone("textbox", boxed).await
}

async fn one_answer_serves_two_sections(page: &mut Page) -> Check {
    page.open("#/topics/workshop-competencies").await?;
    page.shows(
        "One answer serves both. This also counts for “Empathy” in Level 1: engaging people.",
    )
    .await?;
    choose(page, "workshop-competencies-empathy", "confident").await?;
    let note = "note-workshop-competencies-empathy";
    open_details(page, &format!("#{note}")).await?;
    write(page, note, "seen in May").await?;
    page.goto("#/topics/level-1-skills").await?;
    expect(page, EMPATHY, "confident").await?;
    page.shows("The answer shown here, “I am confident in this”, was given for “Empathy” in The Somerset workshop’s competencies.")
        .await?;
    expect_text(page, "note-level-1-skills-empathy", "seen in May").await?;
    choose(page, EMPATHY, "not-yet").await?;
    page.until_true("!document.body.innerText.includes('was given for')")
        .await?;
    page.goto("#/topics/workshop-competencies").await?;
    expect(page, "workshop-competencies-empathy", "not-yet").await?;
    // Two in one list follow each other at once.
    page.goto("#/topics/legislation-and-policy").await?;
    let (one, other) = (
        "legislation-and-policy-information-governance",
        "legislation-and-policy-confidentiality-and-handling-data",
    );
    choose(page, one, "in-progress").await?;
    expect(page, other, "in-progress").await?;
    page.shows("2 of 22 answered.").await?;
    open_details(page, &format!("#note-{one}")).await?;
    write(page, &format!("note-{one}"), "shared").await?;
    expect_text(page, &format!("note-{other}"), "shared").await?;
    choose(page, other, "not-yet").await?;
    expect(page, one, "not-yet").await
}

async fn picks_caseload_topics(page: &mut Page) -> Check {
    page.open("#/topics/caseload-topics").await?;
    page.shows("0 of 19 picked, 0 answered.").await?;
    let (slug, name): (String, String) = page
        .ask(
            "const b = document.querySelector('input[type=checkbox]'); return [b.id.replace('pick-', ''), b.labels[0].textContent]",
            vec![],
        )
        .await?;
    choose(page, &slug, "not-yet").await?;
    page.shows("0 of 19 picked, 1 answered.").await?;
    page.click("checkbox", &name).await?;
    page.shows("1 of 19 picked, 1 answered, 1 to work on.")
        .await?;
    all_stored(page).await?;
    page.reload().await?;
    page.shows("1 of 19 picked, 1 answered, 1 to work on.")
        .await?;
    page.click("checkbox", &name).await?;
    page.shows("0 of 19 picked, 1 answered.").await
}

async fn goes_on_to_the_next_section(page: &mut Page) -> Check {
    page.open("#/topics").await?;
    page.follow("link", "Local induction").await?;
    page.follow("link", "Core knowledge").await?;
    page.find("heading", "Core knowledge").await?;
    page.follow("link", "Caseload topics").await?;
    page.follow("link", "All sections").await?;
    page.find("heading", "For the people you work with").await?;
    page.open("#/topics/no-such-section").await?;
    page.shows("Page not found").await
}

async fn answers_with_the_keyboard_alone(page: &mut Page) -> Check {
    page.open("#/topics").await?;
    page.tab_to("link", "Core knowledge").await?;
    page.press("Enter").await?;
    page.find("heading", "Core knowledge").await?;
    page.tab_to("radio", "I know this well enough to use it")
        .await?;
    page.press("Space").await?;
    page.shows("1 of 12 answered.").await?;
    page.press("ArrowDown").await?;
    page.shows("1 of 12 answered, 1 to work on.").await?;
    page.tab_to("button", "Clear my answer: Cultural competence")
        .await?;
    page.press("Enter").await?;
    page.shows("0 of 12 answered.").await?;
    page.focus_is_on("radio", "I know this well enough to use it")
        .await?;
    page.press("Space").await?;
    // The folded note: its summary takes the focus, Enter opens it.
    page.press("Tab").await?;
    page.press("Tab").await?;
    page.press("Enter").await?;
    page.press("Tab").await?;
    page.focus_is_on("textbox", "My note on “Cultural competence”")
        .await?;
    page.type_text("by hand").await?;
    stored(page, "by hand").await?;
    Ok(())
}

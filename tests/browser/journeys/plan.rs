//! The plan: what is next and why, and what the worker makes of it.

use serde_json::{Value, json};
use waymark::app::plan_page::slug;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Media, Page};

use super::topics::{KEY, all_stored, expect_text, focus, open_details, stored, write};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            begins_with_a_plan_before_any_answer,
            leads_the_shortest_path_to_a_useful_plan,
            marks_where_it_stands_and_offers_what_follows,
            asks_what_was_learned_when_a_month_slips,
            keeps_what_is_written,
            shows_only_some,
            goes_through_one_action_with_the_keyboard_alone;
    ]
}

pub(super) fn said(value: Value) -> Value {
    json!({"value": value, "changed": "2026-10-05T09:00:00Z"})
}

/// A link worker who is just starting, with one rating and what `more` adds.
pub(super) fn starting(more: Value) -> Value {
    let mut document = json!({
        "format": "waymark", "version": 1, "kind": "backup", "id": "doc-plan",
        "created": "2026-11-23T10:00:00Z", "app": "waymark",
        "framework": { "id": "somerset-social-prescribing", "version": "4.0" },
        "worker": {
            "role": said(json!("social-prescribing-link-worker")),
            "experience": said(json!("just-starting")),
            "aim": said(json!("early-career")),
            "name": said(json!("Sam Example"))
        },
        "ratings": { "person-centred-approach": [{
            "id": "entry-1", "date": "2026-10-05", "changed": "2026-10-05T09:00:00Z",
            "by": "self", "score": 1
        }] }
    });
    for (name, value) in more.as_object().cloned().unwrap_or_default() {
        document[name] = value;
    }
    document
}

/// Puts a document into what is stored, and opens the plan.
pub(super) async fn begin(page: &mut Page, document: Value) -> Check {
    page.leave().await?;
    page.run(
        "localStorage.clear(); localStorage.setItem(arguments[0], arguments[1])",
        vec![KEY.into(), document.to_string().into()],
    )
    .await?;
    page.open("#/plan").await?;
    page.find("heading", "Next").await?;
    Ok(())
}

pub(super) const ACT: &str = "resource:e-lfh-mental-capacity-act";
pub(super) const TRAINING: &str = "resource:e-lfh-statutory-and-mandatory-training";

pub(super) fn of(action: &str) -> String {
    slug(&action.into())
}

const CARDS: &str = "const from = document.getElementById(arguments[0]);
    let at = from.tagName === 'DETAILS' ? from : from.nextElementSibling;
    while (at && !at.querySelector('h3')) at = at.nextElementSibling;
    const cards = at ? [...at.querySelectorAll('h3')].map(h => h.id) : [];";

/// The cards of a list, in order: the ids of their headings.
pub(super) async fn cards(page: &Page, list: &str) -> Check<Vec<String>> {
    page.ask(&format!("{CARDS} return cards"), vec![list.into()])
        .await
}

/// Waits until an action is in a list, or is not.
pub(super) async fn expect_in(page: &Page, list: &str, action: &str, there: bool) -> Check {
    let script = format!("{CARDS} return cards.includes(arguments[1])");
    let card = format!("action-{}", of(action));
    let what = format!("{action} in {list}");
    let arguments = vec![list.into(), card.into()];
    page.until_is(&what, &there, &script, arguments).await
}

/// Chooses a status by its label, as a person does.
pub(super) async fn mark(page: &Page, action: &str, value: &str) -> Check {
    let script = "const label = document.querySelector(`label[for='status-${arguments[0]}-${arguments[1]}']`);
        label?.scrollIntoView({block: 'center', behavior: 'instant'});
        label?.click();
        return label !== null";
    let what = format!("a status “{value}” of {action}");
    let arguments = vec![of(action).into(), value.into()];
    page.until_is(&what, &true, script, arguments).await
}

/// Waits until an action has this status.
pub(super) async fn expect_marked(page: &Page, action: &str, value: &str) -> Check {
    let script =
        "return document.querySelector(`[name='status-${arguments[0]}']:checked`)?.value ?? ''";
    let what = format!("the status of {action}");
    let arguments = vec![of(action).into()];
    page.until_is(&what, &value.to_owned(), script, arguments)
        .await
}

/// Opens a part of a card and waits until it is drawn.
pub(super) async fn unfold(page: &Page, id: &str) -> Check {
    // Each time, because it may be drawn again, and shut, in between.
    let script = "const details = document.getElementById(arguments[0]);
        if (details) details.open = true;
        return Boolean(details?.querySelector('.flow, .cards'))";
    let what = format!("the inside of #{id}");
    page.until_is(&what, &true, script, vec![id.into()]).await
}

pub(super) async fn change(page: &Page, action: &str) -> Check {
    unfold(page, &format!("change-{}", of(action))).await
}

pub(super) async fn focus_is_on(page: &Page, action: &str) -> Check {
    let id = format!("action-{}", of(action));
    page.until_is("what has the focus", &id, ACTIVE, vec![])
        .await
}

pub(super) const ACTIVE: &str = "return document.activeElement?.id ?? ''";

/// Chooses an option of a select by its value.
pub(super) async fn select(page: &Page, id: &str, value: &str) -> Check {
    let script = "const select = document.getElementById(arguments[0]);
        if (!select) return false;
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', {bubbles: true}));
        return true";
    page.until_is(
        &format!("the select {id}"),
        &true,
        script,
        vec![id.into(), value.into()],
    )
    .await
}

async fn begins_with_a_plan_before_any_answer(page: &mut Page) -> Check {
    page.open("#/plan").await?;
    page.shows("You have not answered anything yet.").await?;
    page.shows("Until you do, everything is shown for a social prescribing link worker. You have not chosen an aim: this tool supposes Early career, because it is the first level to aim for.")
        .await?;
    page.find("link", "Tell it about you").await?;
    let next = cards(page, "plan-next").await?;
    ensure!((1..=7).contains(&next.len()), "next: {next:?}");
    let stored: bool = page
        .ask(
            "return localStorage.getItem(arguments[0]) === null",
            vec![KEY.into()],
        )
        .await?;
    ensure!(stored, "looking at the plan has stored something");
    page.check_accessibility().await
}

async fn leads_the_shortest_path_to_a_useful_plan(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    page.shows(
        "Everything is shown for a social prescribing link worker who aims for Early career.",
    )
    .await?;
    let next = cards(page, "plan-next").await?;
    ensure!((3..=7).contains(&next.len()), "next: {next:?}");
    for words in [
        "It is about safety, so it comes first.",
        "You rated Person Centred Approach 1; Early career looks for 3.",
        "From score 1 (Novice) towards score 3 (Competent)",
        "Say back what you heard, and let the person put you right.",
        "Notice when you begin to lecture",
        "Listed in March 2021, not checked since.",
        "Ask your employer or network",
    ] {
        page.shows(words).await?;
    }
    page.find(
        "link",
        "Rate again from a conversation: Practise Person Centred Approach",
    )
    .await?;
    page.check_accessibility().await?;
    open_all(page).await?;
    page.check_accessibility().await?;
    page.emulate(&[Media::Dark]).await?;
    page.open("#/plan").await?;
    open_all(page).await?;
    page.check_accessibility().await
}

/// Opens every details, and those that are drawn once they open.
pub(super) async fn open_all(page: &Page) -> Check {
    let left = page
        .run_async(
            "for (let frame = 0; frame < 300; frame++) {
                 const all = [...document.querySelectorAll('details')];
                 const left = all.filter(d => !d.open || (d.closest('.plan-lists') && !d.querySelector('.flow, .cards')));
                 if (left.length === 0) return 0;
                 left.forEach(d => d.open = true);
                 await new Promise(requestAnimationFrame);
             }
             return 1",
            vec![],
        )
        .await?;
    ensure!(left == 0, "some details stay shut or empty");
    Ok(())
}

async fn marks_where_it_stands_and_offers_what_follows(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    let before = cards(page, "plan-next").await?;
    mark(page, TRAINING, "doing").await?;
    mark(page, ACT, "done").await?;
    page.find("link", "Answer “Mental capacity” now").await?;
    page.shows("Has it changed an answer? Your answers stay as they are")
        .await?;
    all_stored(page).await?;
    let after = cards(page, "plan-next").await?;
    ensure!(before == after, "the list moved: {before:?}, {after:?}");
    page.check_accessibility().await?;
    // Another press that draws the lists again leaves it where it is.
    change(page, TRAINING).await?;
    page.click(
        "button",
        "Keep at the top: Statutory and mandatory training",
    )
    .await?;
    focus_is_on(page, TRAINING).await?;
    expect_in(page, "plan-next", ACT, true).await?;
    expect_marked(page, ACT, "done").await?;
    expect_marked(page, TRAINING, "doing").await?;
    page.click(
        "button",
        "Move finished ones to Done, with Mental Capacity Act",
    )
    .await?;
    page.shows("1 action moved to Done.").await?;
    page.focus_is_on("heading", "Next").await?;
    expect_in(page, "plan-next", ACT, false).await?;
    stored(page, "done_on").await?;
    let answers: bool = page
        .ask(
            "return JSON.parse(localStorage.getItem(arguments[0])).topics === undefined",
            vec![KEY.into()],
        )
        .await?;
    ensure!(answers, "a topic was answered silently");
    page.reload().await?;
    page.find("heading", "Done").await?;
    expect_in(page, "plan-next", ACT, false).await?;
    expect_marked(page, TRAINING, "doing").await?;
    unfold(page, "plan-done-list").await?;
    page.find("link", "Answer “Mental capacity” now").await?;
    page.click("button", "Not finished after all: Mental Capacity Act")
        .await?;
    focus_is_on(page, ACT).await?;
    expect_in(page, "plan-next", ACT, true).await?;
    expect_marked(page, ACT, "to-do").await
}

async fn asks_what_was_learned_when_a_month_slips(page: &mut Page) -> Check {
    let past = json!({"changes": { ACT: {"month": "2026-01", "changed": "2026-01-05T09:00:00Z"} }});
    begin(page, starting(past)).await?;
    page.shows("You planned this for January 2026, and that month is past.")
        .await?;
    let (box_id, month) = (format!("learned-{}", of(ACT)), format!("month-{}", of(ACT)));
    write(page, &box_id, "ask earlier").await?;
    let next: String = page
        .ask(
            "const o = document.getElementById(arguments[0]).options; return o[3].value",
            vec![month.as_str().into()],
        )
        .await?;
    select(page, &month, &next).await?;
    page.shows("Planned for ").await?;
    page.until_true("!document.body.innerText.includes('that month is past')")
        .await?;
    stored(page, &format!("\"{next}\"")).await?;
    stored(page, "ask earlier").await?;
    page.check_accessibility().await?;
    page.reload().await?;
    expect_text(page, &month, &next).await?;
    expect_text(page, &box_id, "ask earlier").await
}

async fn keeps_what_is_written(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    let texts = format!("texts-{}", of(ACT));
    unfold(page, &texts).await?;
    page.until_true(&format!("document.getElementById('notes-{}')", of(ACT)))
        .await?;
    let notes = "“Quoted”, 'so', <b>, 😀 👩‍👩‍👧\nsecond line\n‏שלום and مرحبا";
    for (name, text) in [
        ("notes", notes),
        ("obstacles", "no time"),
        ("help", "my peer group"),
    ] {
        page.run(
            "const box = document.getElementById(arguments[0]);
             box.focus(); box.value = arguments[1];
             box.dispatchEvent(new Event('input', {bubbles: true}))",
            vec![format!("{name}-{}", of(ACT)).into(), text.into()],
        )
        .await?;
    }
    // Typing draws nothing again: the box still has the focus.
    page.type_text("!").await?;
    page.until_true(&format!("document.activeElement.id === 'help-{}'", of(ACT)))
        .await?;
    stored(page, "my peer group!").await?;
    page.reload().await?;
    open_details(page, &format!("[id='notes-{}']", of(ACT))).await?;
    expect_text(page, &format!("notes-{}", of(ACT)), notes).await?;
    expect_text(page, &format!("obstacles-{}", of(ACT)), "no time").await
}

async fn shows_only_some(page: &mut Page) -> Check {
    begin(page, starting(json!({}))).await?;
    mark(page, ACT, "doing").await?;
    open_details(page, "#plan-filters > summary").await?;
    select(page, "filter-status", "doing").await?;
    page.shows("1 of 7 shown.").await?;
    expect_shown(page, ACT).await?;
    // A mark does not take it away under the hand.
    mark(page, ACT, "to-do").await?;
    expect_marked(page, ACT, "to-do").await?;
    all_stored(page).await?;
    page.shows("1 of 7 shown.").await?;
    expect_shown(page, ACT).await?;
    select(page, "filter-status", "").await?;
    page.until_true("!document.body.innerText.includes('of 7 shown')")
        .await?;
    select(page, "filter-kind", "practise").await?;
    page.shows("1 of 7 shown.").await?;
    page.check_accessibility().await?;
    select(page, "filter-kind", "").await?;
    page.until_true("!document.body.innerText.includes('of 7 shown')")
        .await
}

/// Waits until this action alone is shown.
async fn expect_shown(page: &Page, action: &str) -> Check {
    let script = "return [...document.querySelectorAll('.plan-lists li.card h3')].filter(h => h.checkVisibility()).map(h => h.id)";
    let only = vec![format!("action-{}", of(action))];
    page.until_is("what is shown", &only, script, vec![]).await
}

async fn goes_through_one_action_with_the_keyboard_alone(page: &mut Page) -> Check {
    let title = "Agree clinical escalation with a skilled professional";
    let slug = of("ask:local-induction/clinical-escalation");
    begin(page, starting(json!({}))).await?;
    focus(page, &format!("action-{slug}")).await?;
    page.tab_to("radio", "To do").await?;
    page.press("ArrowDown").await?;
    page.focus_is_on("radio", "Doing").await?;
    page.tab_to("combobox", &format!("Month for {title}"))
        .await?;
    page.press("ArrowDown").await?;
    let chosen = format!("document.getElementById('month-{slug}').value");
    page.until_true(&format!("{chosen} !== ''")).await?;
    let month: String = page.ask(&format!("return {chosen}"), vec![]).await?;
    page.press("Tab").await?;
    page.until_true("document.activeElement.matches('summary')")
        .await?;
    page.press("Enter").await?;
    page.until_true(&format!("document.getElementById('notes-{slug}')"))
        .await?;
    page.press("Tab").await?;
    page.focus_is_on("textbox", &format!("My notes: {title}"))
        .await?;
    page.type_text("by hand").await?;
    stored(page, "by hand").await?;
    stored(page, &month).await?;
    for _ in 0..3 {
        page.press("Tab").await?;
    }
    page.press("Enter").await?;
    page.until_true(&format!("document.getElementById('why-{slug}')"))
        .await?;
    page.tab_to("button", &format!("Keep at the top: {title}"))
        .await?;
    page.press("Enter").await?;
    page.focus_is_on("heading", title).await?;
    expect_marked(page, "ask:local-induction/clinical-escalation", "doing").await?;
    expect_text(page, &format!("notes-{slug}"), "by hand").await
}

//! Doing it, through the page, by its own controls.

use serde_json::{Value, json};

use crate::rig::{Check, Page};

use super::action::{Action, Edit, Met, competency_of, requirement};
use super::kept::Kept;

/// Does it; what must be known to say what follows is answered.
pub async fn perform(page: &mut Page, action: &Action, kept: &Kept) -> Check<Met> {
    match action {
        Action::About(question, answer) => {
            go(page, "#/about-you").await?;
            press(page, &format!("{question}-{answer}")).await?;
        }
        Action::TakeBack(question) => {
            go(page, "#/about-you").await?;
            press_in(page, question, ".take-back").await?;
        }
        Action::Write(field, text) => {
            go(page, "#/about-you").await?;
            write(page, field, text).await?;
        }
        Action::HoursUnknown => {
            go(page, "#/about-you").await?;
            press(page, "hours-known-unknown").await?;
        }
        Action::TakenOn(what) => {
            go(page, "#/about-you").await?;
            press(page, &format!("wider-{what}")).await?;
        }
        Action::Pick(topic, about_you) => {
            let slug = topic.replace('/', "-");
            let (route, id) = match about_you {
                true => ("#/about-you", format!("caseload-{slug}")),
                false => ("#/topics/caseload-topics", format!("pick-{slug}")),
            };
            go(page, route).await?;
            press(page, &id).await?;
        }
        Action::Rate(competency, rating) => {
            go(page, &format!("#/assess/{competency}")).await?;
            press(page, &format!("rating-{rating}")).await?;
        }
        Action::ClearRating(competency) => {
            go(page, &format!("#/assess/{competency}")).await?;
            press_in(page, "rating", ".take-back").await?;
        }
        Action::RateAgain(competency, rating) => {
            // It is offered to who comes back to what was said before.
            go(page, "#/assess").await?;
            go(page, &format!("#/assess/{competency}")).await?;
            press_in(page, "again", "button").await?;
            let begun = "document.getElementById('again').classList.contains('notice')";
            page.until_true(begun).await?;
            press(page, &format!("rating-{rating}")).await?;
        }
        Action::Feature(id, seen) => {
            go(page, &format!("#/assess/{}", competency_of(id))).await?;
            let name = id.replace('/', "-");
            match seen {
                Some(seen) => press(page, &format!("{name}-{seen}")).await?,
                None => press_in(page, &name, ".take-back").await?,
            }
        }
        Action::Reflect(competency, text) => {
            go(page, &format!("#/assess/{competency}")).await?;
            write(page, "reflection", text).await?;
        }
        Action::AddEvidence(competency, text) => {
            go(page, &format!("#/assess/{competency}")).await?;
            let count = "document.querySelectorAll('.piece').length";
            let before: usize = page.ask(&format!("return {count}"), vec![]).await?;
            press(page, "evidence-add").await?;
            page.until_true(&format!("{count} > {before}")).await?;
            let last = "return [...document.querySelectorAll('.piece textarea')].at(-1).id";
            let last: String = page.ask(last, vec![]).await?;
            write(page, &last, text).await?;
        }
        Action::Topic(topic, answer) => {
            let slug = go_to_topic(page, topic).await?;
            choose(page, &slug, *answer).await?;
        }
        Action::TopicNote(topic, text) => {
            let slug = go_to_topic(page, topic).await?;
            write(page, &format!("note-{slug}"), text).await?;
        }
        Action::MarkAll(section, answer, undo) => mark_all(page, section, *answer, *undo).await?,
        Action::Requirement(place, answer) => {
            go(page, "#/requirements").await?;
            let slug = requirement(kept, *place)
                .unwrap_or_default()
                .replace('/', "-");
            choose(page, &slug, *answer).await?;
        }
        Action::RequirementNote(place, text) => {
            go(page, "#/requirements").await?;
            let slug = requirement(kept, *place)
                .unwrap_or_default()
                .replace('/', "-");
            write(page, &format!("note-{slug}"), text).await?;
        }
        Action::OfPlan(card, edit) => return of_plan(page, *card, edit).await,
        Action::BringBack => return bring_back(page).await,
        Action::AddOwn(title) => {
            go(page, "#/plan").await?;
            unfold(page, "add-own", "own-title").await?;
            write(page, "own-title", title).await?;
            press_in(page, "add-own", "button").await?;
        }
        Action::Reload => page.reload().await?,
        Action::Look(route) => go(page, route).await?,
    }
    Ok(Met::Nothing)
}

/// Goes to a page by its address, unless it is there.
pub async fn go(page: &Page, route: &str) -> Check {
    let script = "if ((location.hash || '#/') === arguments[0]) return false;
        window.leaving = document.title;
        location.hash = arguments[0];
        return true";
    let goes: bool = page.ask(script, vec![route.into()]).await?;
    if goes {
        page.until_true(
            "document.title !== window.leaving
             && !document.querySelector('main[aria-busy=\"true\"], main [aria-busy=\"true\"], #awaited')",
        )
        .await?;
    }
    Ok(())
}

/// Until a script has done something: it answers true once it has.
pub async fn done(page: &Page, what: &str, script: &str, arguments: Vec<Value>) -> Check {
    page.until_is(what, &true, script, arguments).await
}

/// Presses the control with this id as a pointer does: its label, where it
/// has one.
pub async fn press(page: &Page, id: &str) -> Check {
    let script = "const it = document.getElementById(arguments[0]);
        (it?.labels?.[0] ?? it)?.click();
        return it !== null";
    done(page, &format!("#{id} to press"), script, vec![id.into()]).await
}

/// Presses what this selector finds first within the element with this id.
pub async fn press_in(page: &Page, id: &str, selector: &str) -> Check {
    let script = "const it = document.getElementById(arguments[0])?.querySelector(arguments[1]);
        it?.click();
        return Boolean(it)";
    let what = format!("{selector} in #{id} to press");
    done(page, &what, script, vec![id.into(), selector.into()]).await
}

/// Presses the button with these words; in the dialog, where one is open.
pub async fn press_words(page: &Page, words: &str) -> Check {
    let script = "const place = document.querySelector('dialog[open]') ?? document;
        const it = [...place.querySelectorAll('button')].find(b => b.textContent === arguments[0] && b.checkVisibility());
        it?.click();
        return Boolean(it)";
    done(
        page,
        &format!("a button “{words}”"),
        script,
        vec![words.into()],
    )
    .await
}

/// Writes as typing or pasting does, and leaves the field.
pub async fn write(page: &Page, id: &str, text: &str) -> Check {
    let script = "const it = document.getElementById(arguments[0]);
        if (!it) return false;
        for (let at = it.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
        it.focus();
        it.value = arguments[1];
        it.dispatchEvent(new Event('input', { bubbles: true }));
        it.dispatchEvent(new Event('change', { bubbles: true }));
        it.blur();
        return true";
    done(
        page,
        &format!("#{id} to write in"),
        script,
        vec![id.into(), text.into()],
    )
    .await
}

/// Opens what is folded away, until something is there.
async fn unfold(page: &Page, id: &str, until: &str) -> Check {
    let script = "const it = document.getElementById(arguments[0]);
        if (it) it.open = true;
        return document.getElementById(arguments[1]) !== null";
    let what = format!("#{until} within #{id}");
    done(page, &what, script, vec![id.into(), until.into()]).await
}

async fn go_to_topic(page: &Page, id: &str) -> Check<String> {
    let section = id.split('/').next().unwrap_or_default();
    go(page, &format!("#/topics/{section}")).await?;
    Ok(id.replace('/', "-"))
}

async fn choose(page: &Page, slug: &str, answer: Option<&str>) -> Check {
    match answer {
        Some(answer) => press(page, &format!("answer-{slug}-{answer}")).await,
        None => press_in(page, &format!("answer-{slug}"), ".take-back").await,
    }
}

async fn mark_all(page: &Page, section: &str, answer: usize, undo: bool) -> Check {
    go(page, &format!("#/topics/{section}")).await?;
    let script = "const buttons = document.getElementById('mark-0').closest('.marking').querySelector('.buttons');
        if (!buttons.hidden) buttons.querySelectorAll('button')[arguments[0]].click();
        return !buttons.hidden";
    page.until_true("document.getElementById('mark-0')").await?;
    let marked: bool = page.ask(script, vec![answer.into()]).await?;
    if undo && marked {
        press(page, "undo-0").await?;
    }
    Ok(())
}

/// The actions of the plan that are shown, by the words in their ids.
const CARDS: &str = "return [...document.querySelectorAll('.plan-lists li.action > h3')]
    .filter(it => it.checkVisibility()).map(it => it.id.replace('action-', ''))";

async fn of_plan(page: &Page, card: usize, edit: &Edit) -> Check<Met> {
    go(page, "#/plan").await?;
    let all: Vec<String> = page.ask(CARDS, vec![]).await?;
    let Some(place) = card.checked_rem(all.len()) else {
        return Ok(Met::Nothing);
    };
    let slug = all[place].clone();
    let mut chosen = String::new();
    match edit {
        Edit::Status(status) => press(page, &format!("status-{slug}-{status}")).await?,
        Edit::Month(place) => {
            let script = "const it = document.getElementById(arguments[0]);
                it.selectedIndex = arguments[1] % it.options.length;
                it.dispatchEvent(new Event('change', { bubbles: true }));
                return it.value";
            let arguments = vec![json!(format!("month-{slug}")), json!(place)];
            chosen = page.ask(script, arguments).await?;
        }
        Edit::Text(which, text) => {
            let id = format!("{which}-{slug}");
            unfold(page, &format!("texts-{slug}"), &id).await?;
            write(page, &id, text).await?;
        }
        Edit::Pin => {
            let change = format!("change-{slug}");
            unfold(page, &change, &format!("why-{slug}")).await?;
            press_in(page, &change, "button").await?;
        }
        Edit::PutAside(why) => {
            let (change, field) = (format!("change-{slug}"), format!("why-{slug}"));
            unfold(page, &change, &field).await?;
            write(page, &field, why).await?;
            let script =
                "const all = document.getElementById(arguments[0]).querySelectorAll('button');
                all[all.length - 1].click();
                return true";
            done(page, "the action put aside", script, vec![change.into()]).await?;
        }
    }
    Ok(Met::InPlan(slug, chosen))
}

async fn bring_back(page: &Page) -> Check<Met> {
    go(page, "#/plan").await?;
    let script = "const it = document.getElementById('plan-aside-list');
        if (it) it.open = true;
        return Boolean(it?.querySelector('li.card'))";
    done(page, "something put aside", script, vec![]).await?;
    let script = "const card = document.querySelector('#plan-aside-list li.card');
        card.querySelector('button').click();
        return card.querySelector('h3').id.replace('action-', '')";
    let brought = page.ask(script, vec![]).await?;
    Ok(Met::InPlan(brought, String::new()))
}

/// Stores at once, as a page does that is put away.
pub async fn settle(page: &Page) -> Check {
    page.run("window.dispatchEvent(new Event('pagehide'))", vec![])
        .await?;
    Ok(())
}

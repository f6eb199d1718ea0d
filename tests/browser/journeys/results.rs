//! Where one stands: in every state, with a pass mark, a what-if, and a sheet
//! for supervision that fits one side of paper.

use std::io::Read;

use flate2::read::ZlibDecoder;
use serde_json::{Value, json};
use waymark::domain::framework::bundled;

use crate::ensure;
use crate::rig::{APP, Check, Engine, Media, Page};

use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            is_worth_seeing_with_nothing_answered,
            says_what_lies_between_half_way,
            tells_five_answers_apart,
            speaks_well_of_everything_at_five,
            keeps_answers_for_another_role,
            chooses_what_counts_as_achieved,
            supposes_another_role_and_aim_and_changes_nothing;
        // WebKit's driver cannot print.
        &[Engine::Chromium, Engine::Firefox] => prints_the_sheet_on_one_side;
        &[Engine::Chromium] => leaves_room_on_the_sheet;
    ]
}

/// Where the app keeps the document, as served here.
const KEY: &str = "waymark:/any/place/:document";

fn said(value: Value) -> Value {
    json!({"value": value, "changed": "2026-10-05T09:00:00Z"})
}

fn rated(place: usize, date: &str, what: &Value) -> Value {
    let mut entry = json!({
        "id": format!("entry-{place}"), "date": date, "changed": format!("{date}T09:00:00Z"), "by": "self",
    });
    let (entry_map, what) = (entry.as_object_mut().unwrap(), what.as_object().unwrap());
    entry_map.extend(what.clone());
    entry
}

/// Every topic of some sections, with one status; every section where none is named.
fn answered(sections: &[&str], status: &str) -> Value {
    let topics = bundled().topics.iter().filter(|topic| {
        sections.is_empty() || sections.iter().any(|it| topic.id.as_str().starts_with(it))
    });
    let answer = |id: &str| {
        (
            id.to_owned(),
            json!({"status": status, "changed": "2026-10-05T09:00:00Z"}),
        )
    };
    Value::Object(topics.map(|topic| answer(topic.id.as_str())).collect())
}

fn document(parts: Value) -> Value {
    let mut document =
        json!({"format": "waymark", "version": 1, "kind": "backup", "id": "doc-results"});
    document
        .as_object_mut()
        .unwrap()
        .extend(parts.as_object().unwrap().clone());
    document
}

/// The five things an answer can be, half of the topics, and a history.
fn half() -> Value {
    let entries = |what: &[Value]| -> Value {
        what.iter()
            .enumerate()
            .map(|(n, it)| rated(n, ["2026-10-05", "2026-11-20"][n.min(1)], it))
            .collect()
    };
    document(json!({
        "worker": {
            "role": said(json!("social-prescribing-link-worker")),
            "aim": said(json!("mid-career")),
            "here": said(json!("early-career")),
            "experience": said(json!("one-to-two-years")),
            "name": said(json!("Sam Example")),
        },
        "ratings": {
            "person-centred-approach": entries(&[json!({"score": 2}), json!({"score": 3}), json!({"score": 4})]),
            "promoting-autonomy": entries(&[json!({"score": 2})]),
            "action-planning-and-goal-setting": entries(&[json!({"score": 0})]),
            "managing-setbacks-and-problem-solving": entries(&[json!({"opportunity": "none"})]),
            "self-monitoring": entries(&[json!({"score": 3}), json!({"cleared": true})]),
        },
        "topics": answered(&["core-knowledge/"], "confident"),
    }))
}

fn everything_at_five() -> Value {
    let ratings: serde_json::Map<String, Value> = bundled()
        .competencies
        .iter()
        .map(|it| {
            (
                it.id.to_string(),
                json!([rated(0, "2026-11-20", &json!({"score": 5}))]),
            )
        })
        .collect();
    let role = bundled().role("health-and-wellbeing-coach").unwrap();
    let required: serde_json::Map<String, Value> = role
        .requirements
        .iter()
        .map(|it| {
            (
                it.id.to_string(),
                json!({"status": "met", "changed": "2026-10-05T09:00:00Z"}),
            )
        })
        .collect();
    document(json!({
        "worker": {
            "role": said(json!("health-and-wellbeing-coach")),
            "aim": said(json!("wider-responsibilities")),
            "experience": said(json!("three-years-or-more")),
            "wider": said(json!(["leadership"])),
        },
        "ratings": ratings,
        "topics": answered(&[], "confident"),
        "requirements": required,
    }))
}

/// As much as there can be: long names, a long history, nothing done.
fn as_long_as_it_gets() -> Value {
    let ratings: serde_json::Map<String, Value> = bundled()
        .competencies
        .iter()
        .map(|it| {
            let mut entries: Vec<Value> = (0..30)
                .map(|n| {
                    rated(
                        n,
                        &format!("2026-09-{:02}", n + 1),
                        &json!({"score": n % 6, "reflection": "x".repeat(1000)}),
                    )
                })
                .collect();
            entries.push(rated(30, "2026-09-30", &json!({"score": 2})));
            entries.push(rated(31, "2026-11-20", &json!({"opportunity": "none"})));
            (it.id.to_string(), Value::Array(entries))
        })
        .collect();
    document(json!({
        "worker": {
            "role": said(json!("care-coordinator")),
            "aim": said(json!("wider-responsibilities")),
            "name": said(json!("W".repeat(200))),
            "workplace": said(json!("Mm ".repeat(66))),
            "next_review": said(json!("2026-10-01")),
        },
        "ratings": ratings,
        "topics": answered(&[], "not-relevant"),
        "requirements": {"coordinator-des-a": {"status": "not-met", "changed": "2026-11-05T09:00:00Z"}},
    }))
}

/// Stores a document and opens the page with it.
async fn begin_with(page: &mut Page, document: &Value) -> Check {
    page.leave().await?;
    page.run(
        "localStorage.setItem(arguments[0], arguments[1])",
        vec![KEY.into(), document.to_string().into()],
    )
    .await?;
    page.open("#/results").await
}

async fn shows_all(page: &Page, words: &[&str]) -> Check {
    for words in words {
        page.shows(words).await?;
    }
    let text = page.text().await?;
    for never in ["your level is", "£"] {
        ensure!(!text.contains(never), "the page says “{never}”");
    }
    page.check_accessibility().await
}

async fn is_worth_seeing_with_nothing_answered(page: &mut Page) -> Check {
    page.open("#/results").await?;
    page.find("heading", "Where you stand").await?;
    shows_all(
        page,
        &[
            "Nothing is answered yet.",
            "Not enough is answered to say what your answers cover.",
            "What you do well shows here",
            "Few people score 5, and 4 is very good.",
            "offered as a suggestion only",
            "7 topics about safety not answered yet",
        ],
    )
    .await
}

async fn says_what_lies_between_half_way(page: &mut Page) -> Check {
    begin_with(page, &half()).await?;
    shows_all(
        page,
        &[
            "Action Planning and Goal Setting is your lowest rating: score 0 (Absence). Your plan begins with practising it, and says how.",
            "What you have recorded covers Entry, which asks only that you are in post. Between here and Mid-career: 2 to work on, 25 not answered yet, 1 with no opportunity yet.",
            "You say you are at Early career now. That is yours to say, and nothing here changes it.",
            "Towards score 3 (Competent)",
            "Its local induction counts one level further on, in Early career: 11 not answered yet.",
            "First score 2 (Advanced Beginner), on 5 October 2026; now score 4 (Proficient), on 20 November 2026 (2 of 2 that day).",
        ],
    )
    .await?;
    let href: String = page
        .ask(
            "return document.querySelector('#next a').getAttribute('href')",
            vec![],
        )
        .await?;
    ensure!(href == "#/plan", "next leads to {href}");
    page.run(
        "document.querySelectorAll('details').forEach(d => d.open = true)",
        vec![],
    )
    .await?;
    page.check_accessibility().await?;
    page.fits(320).await
}

async fn tells_five_answers_apart(page: &mut Page) -> Check {
    begin_with(page, &half()).await?;
    page.shows(
        "Action Planning and Goal Setting: Score 0 (Absence). Mid-career looks for 3: to work on.",
    )
    .await?;
    page.shows("Managing Setbacks and Problem Solving: No opportunity yet.")
        .await?;
    page.shows("Self-monitoring: Cleared.").await?;
    page.shows("Supporting Competence and Self-efficacy: Not rated.")
        .await?;
    let looks: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('.bars .bar')].map(bar => {
                const is = getComputedStyle(bar), fill = getComputedStyle(bar.querySelector('.fill'));
                return [is.borderTopStyle, is.backgroundImage.slice(0, 9), fill.width].join(' ');
            })",
            vec![],
        )
        .await?;
    let mut different = looks.clone();
    different.sort();
    different.dedup();
    ensure!(
        looks.len() == 6 && different.len() == 6,
        "bars look alike: {looks:?}"
    );
    let table: String = page
        .ask(
            "return document.querySelector('.bars ~ details table').textContent",
            vec![],
        )
        .await?;
    for words in [
        "Score 0 (Absence)",
        "No opportunity yet",
        "Cleared",
        "Not rated",
    ] {
        ensure!(table.contains(words), "the table lacks {words}: {table}");
    }
    Ok(())
}

async fn speaks_well_of_everything_at_five(page: &mut Page) -> Check {
    begin_with(page, &everything_at_five()).await?;
    shows_all(
        page,
        &[
            "All that the highest level looks for is recorded.",
            "What you have recorded covers Wider responsibilities. That is the level you aim for.",
            "Promoting Autonomy: score 5 (Expert)",
            "None is open.",
        ],
    )
    .await?;
    let text = page.text().await?;
    ensure!(
        !text.contains("one score up"),
        "there is something to work on"
    );
    Ok(())
}

async fn keeps_answers_for_another_role(page: &mut Page) -> Check {
    let mut other = everything_at_five();
    other["worker"]["role"] = said(json!("care-coordinator"));
    other["worker"]["aim"] = said(json!("early-career"));
    begin_with(page, &other).await?;
    shows_all(
        page,
        &[
            "The level you aim for, Early career, lies below",
            "For this role they are this tool’s extension.",
            "2 requirements for this role: 2 not answered yet.",
            "Promoting Autonomy: score 5 (Expert)",
        ],
    )
    .await
}

async fn chooses_what_counts_as_achieved(page: &mut Page) -> Check {
    begin_with(page, &half()).await?;
    page.shows("is this tool’s own rule").await?;
    page.click("radio", "2 (Advanced Beginner)").await?;
    page.shows("Promoting Autonomy: Score 2 (Advanced Beginner). Mid-career looks for 2: there.")
        .await?;
    page.until_true(&format!(
        "JSON.parse(localStorage.getItem('{KEY}')).rules?.achieved_at === 2"
    ))
    .await?;
    page.reload().await?;
    page.shows("Mid-career looks for 2: there.").await?;
    page.until_true("document.getElementById('achieved-at-2').checked")
        .await
}

async fn supposes_another_role_and_aim_and_changes_nothing(page: &mut Page) -> Check {
    begin_with(page, &half()).await?;
    let stored = format!("localStorage.getItem('{KEY}')");
    let before: String = page.ask(&format!("return {stored}"), vec![]).await?;
    page.run("[...document.querySelectorAll('details')].find(d => d.innerText.startsWith('What if')).open = true", vec![])
        .await?;
    for (id, value) in [("what-if-aim", "4"), ("what-if-role", "2")] {
        page.run(
            "const it = document.getElementById(arguments[0]); it.value = arguments[1];
             it.dispatchEvent(new Event('change', {bubbles: true}))",
            vec![id.into(), value.into()],
        )
        .await?;
    }
    page.shows("Between here and Wider responsibilities:")
        .await?;
    page.shows("Promoting Autonomy: Score 2 (Advanced Beginner). Wider responsibilities looks for 5: to work on.")
        .await?;
    page.shows("For this role they are this tool’s extension.")
        .await?;
    page.shows("Everything is shown for a social prescribing link worker who aims for Mid-career.")
        .await?;
    page.check_accessibility().await?;
    let after: String = page.ask(&format!("return {stored}"), vec![]).await?;
    ensure!(before == after, "a what-if has changed what is stored");
    Ok(())
}

/// Presses the button without the browser's own dialog.
async fn press_print(page: &Page) -> Check {
    page.run("window.print = () => {}", vec![]).await?;
    page.click("button", "Print the supervision sheet").await?;
    page.until_true("document.body.dataset.print === 'sheet'")
        .await
}

/// How many pages a PDF file has, by its page objects: they stand in the file
/// as they are (Chromium) or packed many together (Firefox).
pub(super) fn pages(pdf: &[u8]) -> usize {
    let mut text = String::from_utf8_lossy(pdf).into_owned();
    let has = |part: &[u8], word: &[u8]| part.windows(word.len()).any(|it| it == word);
    let at = |from: usize, word: &[u8]| {
        let found = pdf[from..].windows(word.len()).position(|it| it == word);
        found.map(|place| from + place)
    };
    let mut from = 0;
    while let Some(begins) = at(from, b"stream\n") {
        let head = &pdf[begins.saturating_sub(200)..begins];
        from = begins + b"stream\n".len();
        if has(head, b"/ObjStm") {
            // What is left over after the packed part is not read.
            let mut objects = Vec::new();
            let _ = ZlibDecoder::new(&pdf[from..]).read_to_end(&mut objects);
            text.push_str(&String::from_utf8_lossy(&objects));
        }
    }
    let after = text.split("/Type").skip(1).map(|rest| rest.trim_start());
    after
        .filter(|rest| rest.starts_with("/Page") && !rest.starts_with("/Pages"))
        .count()
}

async fn prints_the_sheet_on_one_side(page: &mut Page) -> Check {
    for (name, document) in [
        ("half", half()),
        ("everything-at-five", everything_at_five()),
        ("as-long-as-it-gets", as_long_as_it_gets()),
        ("nothing", document(json!({}))),
    ] {
        begin_with(page, &document).await?;
        press_print(page).await?;
        let (pdf, file) = page.print(&format!("sheet-{name}")).await?;
        let many = pages(&pdf);
        ensure!(many == 1, "{name}: {many} pages, see {}", file.display());
        page.run("window.dispatchEvent(new Event('afterprint'))", vec![])
            .await?;
        page.until_true("document.body.dataset.print === undefined")
            .await?;
    }
    Ok(())
}

/// The sheet as it lies on paper: nothing else beside it, and no taller than A4
/// less its margins (265 mm, 1001 CSS pixels), with room for another font.
async fn leaves_room_on_the_sheet(page: &mut Page) -> Check {
    begin_with(page, &as_long_as_it_gets()).await?;
    press_print(page).await?;
    // A4 less its margins is 178 mm wide.
    page.size(673, 900).await?;
    page.emulate(&[Media::Print]).await?;
    let height: f64 = page
        .ask(
            "return document.querySelector('.sheet').getBoundingClientRect().height",
            vec![],
        )
        .await?;
    let others: Vec<String> = page
        .ask(
            "return [...document.querySelectorAll('header, footer, h1, h2, .bars')]
                .filter(it => it.offsetParent !== null).map(it => it.textContent)",
            vec![],
        )
        .await?;
    ensure!((height as u32) < 920, "the sheet is {height} px high");
    ensure!(others.is_empty(), "printed beside the sheet: {others:?}");
    Ok(())
}

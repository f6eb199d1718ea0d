//! From a first visit to a plan; rating one's practice; nothing said is lost
//! or taken for something else.

use serde_json::json;
use waymark::domain::framework::bundled;
use waymark::domain::framework::model::Competency;

use crate::rig::{APP, Check, Engine, Page};
use crate::{ensure, fail};

use super::topics::{all_stored, expect_text, open_details};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            plans_after_four_answers_on_a_phone,
            comes_back_to_where_it_was,
            tells_apart_zero_none_cleared_and_not_rated,
            rates_again_and_keeps_what_was,
            says_what_stands_whatever_was_changed,
            keeps_a_sitting_over_midnight_in_one_entry,
            adds_changes_and_removes_evidence,
            remarks_gently_and_shows_no_aim,
            rates_with_the_keyboard_alone,
            knows_only_the_six_competencies;
    ]
}

pub(super) const FIRST: &str = "#/assess/person-centred-approach";
const KEY: &str = "waymark:/any/place/:document";

fn competency(id: &str) -> &'static Competency {
    bundled().competency(id).expect("one of the six")
}

/// The name of the radio for a score.
fn statement(id: &str, score: usize) -> String {
    format!("{score} – {}", competency(id).statements[score].text)
}

/// Waits until what is stored contains these words.
pub(super) async fn stored(page: &Page, words: &str) -> Check {
    let words = json!(words);
    page.until_true(&format!(
        "(localStorage.getItem('{KEY}') ?? '').includes({words})"
    ))
    .await
}

/// Clicks the control with this id.
pub(super) async fn tick(page: &Page, id: &str) -> Check {
    page.until_true(&format!("document.getElementById('{id}')"))
        .await?;
    page.run(
        "document.getElementById(arguments[0]).click()",
        vec![id.into()],
    )
    .await?;
    Ok(())
}

/// Puts a text into a field as typing or pasting does, and leaves it; drivers
/// cannot type every character.
pub(super) async fn write(page: &Page, id: &str, text: &str) -> Check {
    page.until_true(&format!("document.getElementById('{id}')"))
        .await?;
    page.run(
        "const field = document.getElementById(arguments[0]);
         field.focus();
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }));
         field.dispatchEvent(new Event('change', { bubbles: true }));
         field.blur();",
        vec![id.into(), text.into()],
    )
    .await?;
    Ok(())
}

/// Waits until this is ticked, whatever else is.
pub(super) async fn expect_ticked(page: &Page, id: &str) -> Check {
    page.until_true(&format!("document.getElementById('{id}')?.checked"))
        .await
}

/// Waits until exactly these ids are ticked, in any order.
pub(super) async fn expect_all_ticked(page: &Page, wanted: &[&str]) -> Check {
    let mut wanted: Vec<String> = wanted.iter().map(|&id| id.to_owned()).collect();
    wanted.sort_unstable();
    let script =
        "return [...document.querySelectorAll('#page input:checked')].map(i => i.id).sort()";
    page.until_is("what is ticked", &wanted, script, vec![])
        .await
}

/// From the first page, as a person goes who has never been here: by links
/// alone, so that nothing is loaded from anywhere but where the page is.
pub(super) async fn main_journey(page: &mut Page) -> Check {
    page.follow("link", "Start").await?;
    page.click("radio", "Health and wellbeing coach").await?;
    page.click("radio", "I am just starting").await?;
    page.follow("link", "Save and continue: rate “Person Centred Approach”")
        .await?;
    page.click("radio", &statement("person-centred-approach", 1))
        .await?;
    page.shows("Score 1 (Novice)").await?;
    page.follow("link", "Save and continue: my training plan")
        .await?;
    page.shows("You rated Person Centred Approach 1").await?;
    page.follow("link", "Where you stand").await?;
    page.find("heading", "Where you stand").await?;
    page.shows("Score 1 (Novice)").await?;
    page.shows("Saved in this browser.").await
}

/// Every control that is used is an answer; links are not.
async fn plans_after_four_answers_on_a_phone(page: &mut Page) -> Check {
    page.size(375, 800).await?;
    page.open("#/").await?;
    let words: bool = page
        .ask("return !document.getElementById('words').hidden", vec![])
        .await?;
    ensure!(words, "the first words are hidden on a first visit");
    page.goto("#/about-you").await?;
    page.run(
        "window.answers = 0;
         document.addEventListener('change', () => window.answers++, true);",
        vec![],
    )
    .await?;
    page.shows("Until you do, everything is shown for a social prescribing link worker. You have not chosen an aim: this tool supposes Early career, because it is the first level to aim for.")
        .await?;
    page.click("radio", "Health and wellbeing coach").await?;
    page.click("radio", "I am just starting").await?;
    page.shows("Everything is shown for a health and wellbeing coach. You have not chosen an aim: this tool supposes Early career, because you say that you are just starting.")
        .await?;
    page.follow("link", "Save and continue: rate “Person Centred Approach”")
        .await?;
    page.focus_is_on("heading", "Person Centred Approach")
        .await?;
    page.click("radio", &statement("person-centred-approach", 2))
        .await?;
    page.shows("Score 2 (Advanced Beginner)").await?;
    ensure!(page.overflow().await?.is_empty(), "it is too wide");
    page.follow("link", "Save and continue: my training plan")
        .await?;
    ensure!(page.hash().await? == "#/plan", "this is not the plan");
    page.find("heading", "Your training plan").await?;
    let answers: u32 = page.ask("return window.answers", vec![]).await?;
    ensure!(answers <= 4, "it took {answers} answers");
    Ok(())
}

async fn comes_back_to_where_it_was(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    tick(page, "role-care-coordinator").await?;
    tick(page, "experience-under-a-year").await?;
    stored(page, "under-a-year").await?;
    page.open("#/").await?;
    page.find("heading", "Your own practice, your own plan")
        .await?;
    page.shows("2 of 3 main questions answered").await?;
    page.shows("0 of 1 rated").await?;
    let hidden: bool = page
        .ask("return document.getElementById('words').hidden", vec![])
        .await?;
    ensure!(hidden, "the words of a first visit are still there");
    page.follow("link", "Next: Rate your practice: Person Centred Approach")
        .await?;
    tick(page, "rating-none").await?;
    page.shows("No opportunity yet").await?;
    page.goto("#/").await?;
    page.shows("0 of 1 rated, 1 no opportunity yet").await?;
    page.check_accessibility().await?;
    page.follow("link", "Continue where I was").await?;
    ensure!(page.hash().await? == FIRST, "it leads elsewhere");
    // With everything removed it is a first visit again.
    page.goto("#/your-data").await?;
    page.click("button", "Remove everything").await?;
    page.click_in("dialog", "Remove everything").await?;
    page.shows("It was removed.").await?;
    page.goto("#/").await?;
    page.find("heading", "See where you stand. Choose where to go next.")
        .await?;
    Ok(())
}

async fn tells_apart_zero_none_cleared_and_not_rated(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    tick(page, "aim-mid-career").await?;
    for (id, control) in [
        ("person-centred-approach", "rating-0"),
        ("promoting-autonomy", "rating-none"),
        ("action-planning-and-goal-setting", "rating-5"),
    ] {
        page.goto(&format!("#/assess/{id}")).await?;
        page.shows("Not rated.").await?;
        tick(page, control).await?;
    }
    page.shows("Score 5 (Expert)").await?;
    page.click("button", "Clear my rating").await?;
    page.shows("Rating cleared").await?;
    page.focus_is_on("radio", &statement("action-planning-and-goal-setting", 0))
        .await?;
    stored(page, "\"cleared\"").await?;
    for _ in 0..2 {
        page.goto("#/assess").await?;
        let script = "return [...document.querySelectorAll('.tasks .status')].map(s => s.textContent.split(',')[0])";
        let expected = [
            "Score 0 (Absence)",
            "No opportunity yet",
            "Rating cleared",
            "Not rated",
            "Not rated",
            "Not rated",
        ]
        .map(str::to_owned)
        .to_vec();
        page.until_is("what is said of each", &expected, script, vec![])
            .await?;
        page.goto("#/").await?;
        page.shows("1 of 4 rated, 1 no opportunity yet, 1 cleared")
            .await?;
        page.reload().await?;
    }
    Ok(())
}

async fn rates_again_and_keeps_what_was(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    tick(page, "rating-1").await?;
    write(page, "reflection", "The first time.").await?;
    stored(page, "The first time.").await?;
    page.reload().await?;
    page.click("button", "Rate again").await?;
    page.shows("You are rating this again.").await?;
    expect_all_ticked(page, &[]).await?;
    page.click("button", "Go back to what I said before")
        .await?;
    expect_ticked(page, "rating-1").await?;
    page.click("button", "Rate again").await?;
    page.shows("You are rating this again.").await?;
    // There is nothing to clear yet.
    page.until_gone("button", "Clear my rating").await?;
    tick(page, "rating-4").await?;
    page.shows("Score 4 (Proficient)").await?;
    write(page, "reflection", "The second time.").await?;
    stored(page, "The second time.").await?;
    page.reload().await?;
    expect_ticked(page, "rating-4").await?;
    page.shows(": Score 1 (Novice)").await?;
    page.check_accessibility().await?;
    // What should not have been written can be taken out, for good.
    tick(page, "person-centred-approach-encouragement-seen").await?;
    open_details(page, "#earlier details").await?;
    page.shows("The first time.").await?;
    let take_out = "const button = document.querySelector('#earlier details button');
        button?.click();
        return button !== null";
    page.until_is("a button to take it out", &true, take_out, vec![])
        .await?;
    page.shows(": Rating cleared").await?;
    page.until_true(&format!(
        "!localStorage.getItem('{KEY}').includes('The first time.')"
    ))
    .await?;
    page.click("button", "Put it back").await?;
    stored(page, "The first time.").await?;
    page.shows(": Score 1 (Novice)").await?;
    // Today's is still there.
    expect_ticked(page, "rating-4").await
}

/// The line under the heading and the list follow the answers, whatever changed
/// them.
async fn says_what_stands_whatever_was_changed(page: &mut Page) -> Check {
    let standing = async |page: &Page, words: &str| {
        let script = "return document.querySelector('.standing').textContent.split(',')[0]";
        page.until_is("what stands", &words.to_owned(), script, vec![])
            .await
    };
    page.open(FIRST).await?;
    standing(page, "Not rated.").await?;
    write(page, "reflection", "I asked more than I told.").await?;
    standing(page, "Not rated. You have written or ticked something.").await?;
    tick(page, "rating-3").await?;
    standing(page, "Score 3 (Competent)").await?;
    stored(page, "I asked more than I told.").await?;
    all_stored(page).await?;
    page.reload().await?;
    page.click("button", "Rate again").await?;
    page.shows("You are rating this again.").await?;
    standing(page, "Score 3 (Competent)").await?;
    open_details(page, "#earlier details").await?;
    let take_out = "const button = document.querySelector('#earlier details button');
        button?.click();
        return button !== null";
    page.until_is("a button to take it out", &true, take_out, vec![])
        .await?;
    standing(page, "Rating cleared").await?;
    // It is still being rated again.
    page.shows("You are rating this again.").await?;
    page.click("button", "Put it back").await?;
    standing(page, "Score 3 (Competent)").await?;
    tick(page, "rating-4").await?;
    standing(page, "Score 4 (Proficient)").await?;
    page.shows(": Score 3 (Competent)").await
}

async fn keeps_a_sitting_over_midnight_in_one_entry(page: &mut Page) -> Check {
    // The clock of the page alone: minutes from the midnight before today.
    let set_clock = async |page: &Page, minutes: i32| {
        page.run(
            "const Real = window.RealDate ??= Date;
             const then = new Real();
             then.setHours(0, arguments[0], 0, 0);
             window.Date = class extends Real {
                 constructor(...all) {
                     all.length ? super(...all) : super(then.getTime());
                 }
                 static now() {
                     return then.getTime();
                 }
             };",
            vec![minutes.into()],
        )
        .await
    };
    page.open(FIRST).await?;
    set_clock(page, -1).await?;
    tick(page, "rating-2").await?;
    write(page, "reflection", "Begun late").await?;
    stored(page, "Begun late").await?;
    set_clock(page, 3).await?;
    write(page, "reflection", "Begun late, and ended early").await?;
    stored(page, "ended early").await?;
    page.until_true("document.getElementById('earlier') === null")
        .await?;
    page.reload().await?;
    expect_text(page, "reflection", "Begun late, and ended early").await?;
    expect_ticked(page, "rating-2").await?;
    page.shows("Score 2 (Advanced Beginner)").await?;
    page.until_true("document.getElementById('earlier') === null")
        .await
}

async fn adds_changes_and_removes_evidence(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    for number in 1..=2 {
        page.click("button", "Add evidence").await?;
        page.until_true(&format!(
            "document.activeElement.id === 'evidence-{number}-what'"
        ))
        .await?;
        page.type_text(&format!("Talk {number}")).await?;
    }
    write(page, "evidence-2-link", "my notes").await?;
    page.shows("“my notes” is not a web address.").await?;
    expect_text(page, "evidence-2-link", "my notes").await?;
    page.check_accessibility().await?;
    write(page, "evidence-2-link", " https://example.org/notes ").await?;
    page.until_true("!document.body.innerText.includes('is not a web address')")
        .await?;
    stored(page, "https://example.org/notes").await?;
    page.click("button", "Remove evidence 1").await?;
    page.focus_is_on("button", "Add evidence").await?;
    // It is another number now, and still the same box.
    page.find("button", "Remove evidence 1").await?;
    expect_text(page, "evidence-2-what", "Talk 2").await?;
    page.click("button", "Put it back").await?;
    page.focus_is_on("button", "Add evidence").await?;
    expect_text(page, "evidence-1-what", "Talk 1").await?;
    page.click("button", "Remove evidence 2").await?;
    page.focus_is_on("button", "Add evidence").await?;
    page.until_true("document.getElementById('evidence-1-what') === null")
        .await?;
    write(page, "evidence-2-what", "Talk 2, changed").await?;
    stored(page, "Talk 2, changed").await?;
    page.reload().await?;
    let script = "return [...document.querySelectorAll('.piece .input')].map(i => i.value)";
    let all = ["Talk 2, changed", "", "https://example.org/notes"].map(str::to_owned);
    page.until_is("the evidence", &all.to_vec(), script, vec![])
        .await
}

async fn remarks_gently_and_shows_no_aim(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    tick(page, "rating-5").await?;
    tick(page, "person-centred-approach-encouragement-not-there").await?;
    page.shows("A remark, this tool’s own: You chose score 5 (Expert)")
        .await?;
    page.check_accessibility().await?;
    let text = page.text().await?.to_lowercase();
    for word in [" aim ", "achieved", "pass mark", "early career"] {
        ensure!(!text.contains(word), "it says “{word}”");
    }
    tick(page, "person-centred-approach-encouragement-partly").await?;
    page.until_true("!document.body.innerText.includes('A remark')")
        .await?;
    let name = statement("person-centred-approach", 5);
    let radio = page.find("radio", &name).await?;
    let (role, said) = page.computed(&radio).await?;
    ensure!(
        role == "radio" && said.starts_with("5 "),
        "it is a {role} named “{said}”"
    );
    Ok(())
}

async fn rates_with_the_keyboard_alone(page: &mut Page) -> Check {
    page.open("#/assess").await?;
    page.tab_to("link", "Person Centred Approach").await?;
    page.press("Enter").await?;
    page.focus_is_on("heading", "Person Centred Approach")
        .await?;
    page.tab_to("radio", "I can see it").await?;
    page.press("Space").await?;
    page.press("ArrowDown").await?;
    page.tab_to("radio", &statement("person-centred-approach", 0))
        .await?;
    page.press("Space").await?;
    for _ in 0..3 {
        page.press("ArrowDown").await?;
    }
    page.focus_is_on("radio", &statement("person-centred-approach", 3))
        .await?;
    page.tab_to("textbox", "My reflection").await?;
    page.type_text("I asked more than I told.").await?;
    stored(page, "I asked more than I told.").await?;
    let chosen = [
        "person-centred-approach-person-at-the-centre-partly",
        "rating-3",
    ];
    expect_all_ticked(page, &chosen).await?;
    page.shows("Score 3 (Competent)").await?;
    page.tab_to("link", "Save and continue: my training plan")
        .await?;
    page.press("Enter").await?;
    page.focus_is_on("heading", "Your training plan").await
}

async fn knows_only_the_six_competencies(page: &mut Page) -> Check {
    page.open("#/assess/juggling").await?;
    page.find("heading", "Page not found").await?;
    page.goto("#/assess").await?;
    let mut walked = Vec::new();
    page.follow("link", "Person Centred Approach").await?;
    // Each leads to the next, and nothing chosen for one shows in another.
    loop {
        let Some((_, id)) = page.hash().await?.split_once("assess/").map(own) else {
            fail!("this is no competency: {}", page.hash().await?);
        };
        expect_all_ticked(page, &[]).await?;
        tick(page, "rating-2").await?;
        walked.push(id);
        let Some(next) = bundled().competencies.get(walked.len()) else {
            break;
        };
        page.follow("link", &format!("Next: {}", next.title))
            .await?;
    }
    let all: Vec<_> = bundled()
        .competencies
        .iter()
        .map(|c| c.id.as_str())
        .collect();
    ensure!(walked == all, "it went {walked:?}");
    Ok(())
}

fn own((before, after): (&str, &str)) -> (String, String) {
    (before.to_owned(), after.to_owned())
}

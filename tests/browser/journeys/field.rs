//! What failed in the hands of people who use software like this: tabs that
//! change under each other, clocks, addresses, translation, paper.

use serde_json::{Value, json};

use crate::rig::{APP, Answer, Check, Engine, Page};
use crate::{ensure, fail};

use super::assess::{FIRST, stored, tick, write};
use super::topics::{all_stored, expect_text};
use super::trouble::part;
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        Engine::ALL =>
            offers_answers_of_another_address,
            reads_mangled_addresses,
            finds_the_page_where_the_host_answers_everything,
            consents_to_the_true_file_on_a_translated_page,
            counts_a_backup_once_it_is_there,
            puts_every_word_on_paper,
            says_that_it_has_perhaps_been_renewed;
        &[Engine::Chromium] =>
            keeps_no_date_that_is_still_typed,
            goes_on_whatever_the_clock_shows;
        // WebKit's driver hangs where the next journey closes their second tab.
        &[Engine::Chromium, Engine::Firefox] =>
            nothing_moves_under_the_hands_while_another_tab_changes_all,
            the_focus_stays_on_every_page_while_another_tab_answers,
            says_what_another_tab_wrote_in_the_same_box,
            says_what_changed_on_a_translated_page,
            brings_the_heading_into_a_very_small_window,
            opens_dropped_files_one_after_the_other;
    ]
}

const KEY: &str = "waymark:/any/place/:document";

/// Makes the tab that is shown do what it is told from another, without either
/// coming to the front.
const OBEY: &str = "
    const channel = new BroadcastChannel('field');
    const wait = async (what, find) => {
        for (let left = 400; left; left--) {
            const found = find();
            if (found) return found;
            await new Promise((then) => setTimeout(then, 25));
        }
        throw new Error('no ' + what + ' at ' + location.hash);
    };
    const all = (selector) => [...document.querySelectorAll(selector)];
    const quiet = () => wait('page', () => document.getElementById('main').getAttribute('aria-busy') !== 'true');
    const go = async (hash) => {
        if (location.hash !== hash) { location.hash = hash; await new Promise((then) => setTimeout(then, 50)); }
        await quiet();
    };
    const button = (label) => all('button').find((it) => it.textContent.startsWith(label));
    const press = async (label) => (await wait(label, () => button(label))).click();
    const acts = {
        async tick(n) {
            await go('#/topics/level-1-skills');
            const answers = await wait('answers', () => all('#page input[type=radio]').length && all('#page input[type=radio]'));
            answers[n % answers.length].click();
        },
        async clear(n) {
            await go('#/topics/level-1-skills');
            const takeBack = all('button.take-back');
            if (takeBack.length) takeBack[n % takeBack.length].click();
        },
        async open(n) {
            await go('#/your-data');
            const input = await wait('file', () => document.getElementById('open-file'));
            const text = JSON.stringify({ format: 'waymark', version: 1, kind: 'backup', topics: {
                ['level-2-skills/made-up-' + n % 5]: { status: 'not-yet', changed: '2026-11-0' + (1 + n % 9) + 'T10:00:00Z' } } });
            const files = new DataTransfer();
            files.items.add(new File([text], 'b.json', { type: 'application/json' }));
            input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true }));
            await wait('question', () => document.querySelector('dialog[open]'));
            const replace = n % 2 && button('Use the file instead');
            await press(replace ? 'Use the file instead' : button('Open it') ? 'Open it' : 'Put both together');
        },
        async undo() {
            await go('#/your-data');
            const back = button('Go back to');
            if (back) back.click();
        },
        async write() {
            await go('#/assess/person-centred-approach');
            const field = await wait('box', () => document.getElementById('reflection'));
            field.value += ', and more from the train';
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((then) => setTimeout(then, 1500));
        },
        async remove() {
            await go('#/your-data');
            await press('Remove everything');
            const dialog = await wait('question', () => document.querySelector('dialog[open]'));
            [...dialog.querySelectorAll('button')].find((it) => it.textContent === 'Remove everything').click();
            await press('Put it back');
        },
    };
    channel.onmessage = async ({ data }) => {
        if (!data.act) return;
        const error = await acts[data.act](data.n).then(() => '', String);
        setTimeout(() => channel.postMessage({ did: data.id, error }), 30);
    };
    window.heardByField = channel;
";

/// Has the other tab do something, and waits until it has.
async fn have_done(page: &Page, act: &str, n: u32) -> Check {
    page.run_async(
        "const channel = window.fieldChannel ??= new BroadcastChannel('field');
         const id = Math.random();
         await new Promise((then, fail) => {
             channel.onmessage = ({ data }) => {
                 if (data.did === id) data.error ? fail(new Error(data.error)) : then();
             };
             channel.postMessage({ id, act: arguments[0], n: arguments[1] });
         });
         await new Promise((then) => setTimeout(then, 60));",
        vec![act.into(), n.into()],
    )
    .await?;
    Ok(())
}

/// Opens a tab that obeys, and comes back to this one.
async fn with_another_tab(page: &mut Page) -> Check {
    let here = page.tab().await?;
    page.new_tab().await?;
    page.open("#/topics/level-1-skills").await?;
    page.run(OBEY, vec![]).await?;
    page.switch_tab(&here).await
}

/// The same numbers in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        u32::try_from(self.0 >> 33).unwrap_or(0) % most
    }
}

/// What somebody has in hand: the box, what is in it, caret and selection.
#[derive(Debug, PartialEq, serde::Deserialize)]
struct InHand {
    same: bool,
    text: String,
    from: usize,
    to: usize,
    open: bool,
}

const REMEMBER: &str = "
    window.inHand = document.activeElement;
    window.wasOpen = [...document.querySelectorAll('#page details[open]')];
    return window.wasOpen.length;";

const IN_HAND: &str = "
    const field = window.inHand;
    return {
        same: field.isConnected && document.activeElement === field,
        text: field.value, from: field.selectionStart, to: field.selectionEnd,
        open: window.wasOpen.every((it) => it.isConnected && it.open),
    };";

/// The law: whatever another tab does at whatever moment, what somebody is
/// writing in stays, with caret and selection, and what is open stays open.
async fn nothing_moves_under_the_hands_while_another_tab_changes_all(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    tick(page, "rating-2").await?;
    all_stored(page).await?;
    with_another_tab(page).await?;
    for (seed, route) in [(20_261_128, FIRST), (20_261_129, "#/topics/core-knowledge")] {
        if page.hash().await? != route {
            page.goto(route).await?;
        }
        page.run(
            "document.querySelectorAll('#page details').forEach((it) => { it.open = true; });
             const field = document.querySelector('#page textarea');
             field.focus();
             field.value = 'Begun.';
             field.dispatchEvent(new Event('input', { bubbles: true }));
             field.setSelectionRange(3, 3);",
            vec![],
        )
        .await?;
        page.run(REMEMBER, vec![]).await?;
        write_while_another_tab_changes_all(page, seed).await?;
    }
    Ok(())
}

async fn write_while_another_tab_changes_all(page: &mut Page, seed: u64) -> Check {
    let mut text: Vec<char> = "Begun.".chars().collect();
    let (mut from, mut to) = (3_usize, 3_usize);
    let mut chance = Chance(seed);
    for round in 0..12_u32 {
        let n = chance.below(1000);
        match chance.below(10) {
            0..=4 => have_done(page, "tick", n).await?,
            5 => have_done(page, "clear", n).await?,
            6 | 7 => have_done(page, "open", n).await?,
            8 => have_done(page, "undo", n).await?,
            _ => have_done(page, "remove", n).await?,
        }
        match chance.below(4) {
            0 => {
                page.press("ArrowLeft").await?;
                from = if from == to {
                    from.saturating_sub(1)
                } else {
                    from
                };
                to = from;
            }
            1 if from == to && from > 1 => {
                page.press("Shift+ArrowLeft").await?;
                from -= 1;
            }
            _ => {
                let letter = char::from_digit(10 + chance.below(26), 36).unwrap_or('x');
                page.press(&letter.to_string()).await?;
                text.splice(from..to, [letter]);
                from += 1;
                to = from;
            }
        }
        let wanted = InHand {
            same: true,
            text: text.iter().collect(),
            from,
            to,
            open: true,
        };
        let what = format!("round {round}, what is in hand");
        page.until_is(&what, &wanted, IN_HAND, vec![]).await?;
    }
    // Something more, as the other tab may have taken all away meanwhile.
    page.press("z").await?;
    text.splice(from..to, ['z']);
    page.run_async("await new Promise((then) => setTimeout(then, 900))", vec![])
        .await?;
    // All of it is kept, or the person is asked.
    let choose = "[...document.querySelectorAll('button')].find((it) => /^(Use what this tab has|Store it again)$/.test(it.textContent))?.click()";
    page.run(choose, vec![]).await?;
    let all: String = text.iter().collect();
    stored(page, &all).await
}

/// Each page with every control in turn in hand.
async fn the_focus_stays_on_every_page_while_another_tab_answers(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    tick(page, "role-social-prescribing-link-worker").await?;
    all_stored(page).await?;
    with_another_tab(page).await?;
    let mut chance = Chance(7);
    for route in [
        "#/about-you",
        FIRST,
        "#/topics/core-knowledge",
        "#/requirements",
        "#/results",
        "#/plan",
        "#/resources",
        "#/your-data",
    ] {
        if page.hash().await? != route {
            page.goto(route).await?;
        }
        for _ in 0..3 {
            let focused: bool = page
                .ask(
                    "const controls = [...document.querySelectorAll('#page :is(input, select, textarea, summary, button, a)')]
                         .filter((it) => it.checkVisibility ? it.checkVisibility() : it.offsetParent);
                     document.querySelectorAll('#page details').forEach((it, n) => { if (n < 3) it.open = true; });
                     const it = controls[arguments[0] % controls.length];
                     it.focus();
                     window.inHand = document.activeElement;
                     window.wasAt = scrollY;
                     window.wasOpen = [...document.querySelectorAll('#page details[open]')];
                     return document.activeElement === it;",
                    vec![chance.below(1000).into()],
                )
                .await?;
            if !focused {
                continue;
            }
            have_done(page, "tick", chance.below(1000)).await?;
            let stays = "document.activeElement === window.inHand && window.inHand.isConnected
                && window.wasOpen.every((it) => it.isConnected && it.open)";
            let it: String = page
                .ask(
                    "return location.hash + ' ' + window.inHand.outerHTML.slice(0, 120)",
                    vec![],
                )
                .await?;
            let is: bool = page.ask(&format!("return {stays}"), vec![]).await?;
            ensure!(is, "something moved: {it}");
        }
    }
    Ok(())
}

async fn says_what_another_tab_wrote_in_the_same_box(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    write(page, "reflection", "Mine").await?;
    all_stored(page).await?;
    with_another_tab(page).await?;
    page.run("document.getElementById('reflection').focus()", vec![])
        .await?;
    // A key brings the tab itself to the front.
    page.press("End").await?;
    have_done(page, "write", 0).await?;
    page.shows("Another tab wrote here: “Mine, and more from the train”.")
        .await?;
    expect_text(page, "reflection", "Mine").await?;
    page.run("document.getElementById('reflection').blur()", vec![])
        .await?;
    expect_text(page, "reflection", "Mine, and more from the train").await?;
    Ok(())
}

async fn offers_answers_of_another_address(page: &mut Page) -> Check {
    page.leave().await?;
    let other = "waymark:/Any/Place/:document";
    page.run(
        "localStorage.clear();
         localStorage.setItem(arguments[0], arguments[1])",
        vec![
            other.into(),
            json!({"format": "waymark", "version": 1, "kind": "backup",
                "worker": {"name": {"value": "Robin", "changed": "2026-11-01T10:00:00Z"}}})
            .to_string()
            .into(),
        ],
    )
    .await?;
    page.open("").await?;
    page.shows(
        "this browser holds answers that belong to another address of this site (/Any/Place/)",
    )
    .await?;
    page.check_accessibility().await?;
    page.click("button", "Look at them").await?;
    page.click_in("dialog", "Open it").await?;
    stored(page, "Robin").await?;
    page.until_true(&format!("localStorage.getItem('{other}') !== null"))
        .await
}

async fn reads_mangled_addresses(page: &mut Page) -> Check {
    for fragment in ["#%2Fplan", "#!/plan", "##/plan", "#plan", "#%23/plan"] {
        page.open(fragment).await?;
        page.find("heading", "Your training plan").await?;
    }
    for fragment in ["#nowhere", "#%2Fnowhere", "#/plan/or/not"] {
        page.open(fragment).await?;
        page.find("heading", "Page not found").await?;
    }
    // Within the page, and to the page that is shown.
    page.open("#/privacy").await?;
    page.run("location.hash = '#/privacy/'", vec![]).await?;
    page.drawn().await?;
    page.focus_is_on("heading", "Privacy").await?;
    page.run("location.hash = '#results'", vec![]).await?;
    page.find("heading", "Where you stand").await?;
    page.drawn().await
}

/// A host that answers every address with the start page.
async fn finds_the_page_where_the_host_answers_everything(page: &mut Page) -> Check {
    let html = std::fs::read(crate::runner::dist().join("index.html"))?;
    let style = std::fs::read_dir(crate::runner::dist())?
        .filter_map(|it| it.ok()?.file_name().into_string().ok())
        .find(|it| it.ends_with(".css"))
        .unwrap_or_default();
    for folder in ["%23/", "deep/down/"] {
        for file in ["", "plan", "boot.js", style.as_str()] {
            page.server.answer(
                page.path(&format!("{folder}{file}")),
                Answer::Bytes {
                    content_type: "text/html; charset=utf-8",
                    bytes: html.clone(),
                },
            );
        }
    }
    page.forgive("");
    let mangled = page.address("").replace('#', "") + "%23/plan";
    page.client().goto(&mangled).await?;
    page.find("heading", "Your training plan").await?;
    page.until_true("location.hash === '#/plan' && !location.pathname.includes('%23')")
        .await?;
    page.client()
        .goto(&(page.address("").replace('#', "") + "deep/down/plan"))
        .await?;
    page.find("heading", "Page not found").await?;
    page.click("link", "The framework").await?;
    page.find("heading", "The framework").await?;
    page.errors().await?;
    page.take_errors();
    Ok(())
}

/// As browsers translate: each text in two elements of theirs, upper case here.
const TRANSLATE: &str = "
    document.documentElement.lang = 'de';
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (it) =>
        it.parentElement.closest('[translate=no], script, style, textarea') || !it.data.trim()
            ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        inner.textContent = text.data.toUpperCase();
        outer.append(inner);
        text.replaceWith(outer);
    }";

/// Waits until these words stand in what a selector names, whatever their case.
async fn reads(page: &Page, selector: &str, words: &str) -> Check {
    let (selector, words) = (json!(selector), json!(words.to_lowercase()));
    page.until_true(&format!(
        "[...document.querySelectorAll({selector})].some((it) => it.textContent.toLowerCase().includes({words}))"
    ))
    .await
}

async fn says_what_changed_on_a_translated_page(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    page.run(TRANSLATE, vec![]).await?;
    tick(page, "rating-3").await?;
    reads(page, ".standing", "score 3 (competent)").await?;
    tick(page, "rating-1").await?;
    reads(page, ".standing", "score 1 (novice)").await?;
    write(page, "reflection", &"x".repeat(5003)).await?;
    reads(page, "#page .hint", "3 characters at the end do not fit").await?;
    write(page, "reflection", "short").await?;
    page.until_true(
        "!document.getElementById('page').textContent.toLowerCase().includes('do not fit')",
    )
    .await?;
    page.goto("#/about-you").await?;
    page.run(TRANSLATE, vec![]).await?;
    write(page, "hours", "many").await?;
    page.run(TRANSLATE, vec![]).await?;
    reads(page, "#hours-problem", "give whole hours").await?;
    write(page, "hours", "5").await?;
    page.until_true("document.getElementById('hours-problem').textContent === ''")
        .await?;
    tick(page, "role-care-coordinator").await?;
    reads(page, ".way-on", "care coordinator").await?;
    tick(page, "role-health-and-wellbeing-coach").await?;
    reads(page, ".way-on", "coach").await?;
    page.until_true(
        "!document.querySelector('.way-on').textContent.toLowerCase().includes('care coordinator')",
    )
    .await?;
    page.goto("#/topics/level-1-skills").await?;
    page.run(TRANSLATE, vec![]).await?;
    page.run(
        "document.querySelector('#page input[type=radio]').click()",
        vec![],
    )
    .await?;
    reads(page, "#page", "1 of ").await?;
    page.goto("#/topics").await?;
    reads(page, "#page", "1 of ").await?;
    page.goto("#/").await?;
    page.run(TRANSLATE, vec![]).await?;
    let here = page.tab().await?;
    page.new_tab().await?;
    page.open("#/about-you").await?;
    tick(page, "role-social-prescribing-link-worker").await?;
    all_stored(page).await?;
    page.switch_tab(&here).await?;
    reads(page, "#page", "link worker").await?;
    page.until_true(
        "!document.getElementById('page').textContent.toLowerCase().includes('wellbeing coach')",
    )
    .await
}

/// Who consents reads the very file, whatever the browser makes of the page.
async fn consents_to_the_true_file_on_a_translated_page(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    write(page, "name", "Baker Müller").await?;
    all_stored(page).await?;
    page.goto("#/plan").await?;
    page.run(TRANSLATE, vec![]).await?;
    tick(page, "save-plan-file").await?;
    page.until_true("document.querySelector('#hand-over-dialog[open] pre')")
        .await?;
    page.run(TRANSLATE, vec![]).await?;
    let said = "document.querySelector('#hand-over-dialog pre').textContent";
    page.until_true(&format!("!{said}.includes('Baker Müller')"))
        .await?;
    tick(page, "goes-in-0").await?;
    page.until_true(&format!("{said}.includes('Baker Müller')"))
        .await?;
    reads(page, "#hand-over-dialog .plan-preview", "baker müller").await?;
    page.run(TRANSLATE, vec![]).await?;
    let shown: String = page.ask(&format!("return {said}"), vec![]).await?;
    // The driver finds it by its name in English.
    page.run(
        "document.querySelector('#hand-over-dialog .buttons button').textContent = 'Save file'",
        vec![],
    )
    .await?;
    page.click_in("dialog", "Save file").await?;
    let (_, saved) = page.saved_as("waymark-plan-", ".json").await?;
    // The moment in it may be another: all else is to the letter.
    let (mut shown, mut saved): (Value, Value) = (
        serde_json::from_str(&shown)?,
        serde_json::from_slice(&saved)?,
    );
    for file in [&mut shown, &mut saved] {
        file["created"].take();
    }
    ensure!(shown == saved, "{shown} is not {saved}");
    ensure!(
        shown["worker"]["name"]["value"] == "Baker Müller",
        "{shown}"
    );
    Ok(())
}

async fn counts_a_backup_once_it_is_there(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    tick(page, "role-social-prescribing-link-worker").await?;
    all_stored(page).await?;
    page.goto("#/your-data").await?;
    page.click("button", "Save a backup file").await?;
    page.shows("It counts as saved once you say that it is there.")
        .await?;
    page.check_accessibility().await?;
    page.shows(
        "A backup was given to your browser: it counts once you have said that it is there.",
    )
    .await?;
    all_stored(page).await?;
    page.reload().await?;
    page.click("button", "It is there").await?;
    page.shows("You last saved a backup file on").await?;
    page.until_true("document.activeElement !== document.body")
        .await
}

async fn puts_every_word_on_paper(page: &mut Page) -> Check {
    page.open(FIRST).await?;
    let long = format!("First line\n{}\nlast line", "word ".repeat(400));
    write(page, "reflection", &long).await?;
    all_stored(page).await?;
    page.run("dispatchEvent(new Event('beforeprint'))", vec![])
        .await?;
    let on_paper: String = page
        .ask(
            "return document.getElementById('reflection').previousSibling.textContent",
            vec![],
        )
        .await?;
    ensure!(on_paper == long, "on paper: {on_paper}");
    page.run("dispatchEvent(new Event('afterprint'))", vec![])
        .await?;
    page.until_true("!document.querySelector('.on-paper, [data-folded], [data-on-paper]')")
        .await?;
    expect_text(page, "reflection", &long).await
}

async fn says_that_it_has_perhaps_been_renewed(page: &mut Page) -> Check {
    let file = page.path(&part("framework")?);
    page.server.answer(file, Answer::NotFound);
    page.forgive("");
    page.open("#/framework").await?;
    page.shows("Waymark has perhaps been renewed since you opened it")
        .await?;
    page.focus_is_on("alert", "").await.ok();
    page.find("button", "Try again").await?;
    page.errors().await?;
    page.take_errors();
    page.server.reset().await?;
    page.click("button", "Load the page again").await?;
    page.find("link", "Promoting Autonomy").await?;
    Ok(())
}

async fn keeps_no_date_that_is_still_typed(page: &mut Page) -> Check {
    page.open("#/about-you").await?;
    write(page, "next-review", "2027-03-29").await?;
    stored(page, "2027-03-29").await?;
    all_stored(page).await?;
    let before: String = page
        .ask(
            "return localStorage.getItem(arguments[0])",
            vec![KEY.into()],
        )
        .await?;
    page.run("document.getElementById('next-review').focus()", vec![])
        .await?;
    // Month, day, and the first digits of a year: each a whole date on its way.
    for key in ["0", "2", "1", "1", "2", "0"] {
        page.press(key).await?;
        let said: bool = page
            .ask(
                "return document.body.innerText.includes('Not saved yet')",
                vec![],
            )
            .await?;
        ensure!(!said, "judged after {key}");
    }
    page.run_async("await new Promise((then) => setTimeout(then, 900))", vec![])
        .await?;
    let after: String = page
        .ask(
            "return localStorage.getItem(arguments[0])",
            vec![KEY.into()],
        )
        .await?;
    ensure!(before == after, "a date was stored while it was typed");
    page.run("document.getElementById('next-review').blur()", vec![])
        .await?;
    page.shows("Not saved yet").await?;
    // Emptied on purpose is emptied.
    write(page, "next-review", "").await?;
    page.until_true(&format!(
        "!localStorage.getItem('{KEY}').includes('2027-03-29')"
    ))
    .await
}

/// Years nothing can be written in, and what each page says then.
async fn goes_on_whatever_the_clock_shows(page: &mut Page) -> Check {
    page.new_tab().await?;
    page.before_every_page(
        "const year = Number(new URLSearchParams(location.search).get('year'));
         if (year) {
             const Real = Date, shift = new Real(year < 0 ? -62198755200000 : Real.UTC(year, 5, 1)).getTime() - Real.now();
             window.Date = class extends Real {
                 constructor(...all) { all.length ? super(...all) : super(Real.now() + shift); }
                 static now() { return Real.now() + shift; }
             };
         }",
    )
    .await?;
    for year in ["12000", "-1", "1999"] {
        let address = page
            .address("#/about-you")
            .replace("#/", &format!("?year={year}#/"));
        page.client().goto("about:blank").await?;
        page.client().goto(&address).await?;
        page.find("heading", "About you").await?;
        page.shows("which cannot be right").await?;
        tick(page, "role-social-prescribing-link-worker").await?;
        stored(page, "social-prescribing-link-worker").await?;
    }
    Ok(())
}

/// 400 % zoom leaves 320 by 256.
async fn brings_the_heading_into_a_very_small_window(page: &mut Page) -> Check {
    page.open("#/privacy").await?;
    page.size(320, 256).await?;
    for route in ["#/about-you", "#/plan", "#/results", "#/accessibility"] {
        page.goto(route).await?;
        page.until_true(
            "document.activeElement.tagName === 'H1'
                && document.activeElement.getBoundingClientRect().top >= 0
                && document.activeElement.getBoundingClientRect().top < innerHeight - 20",
        )
        .await?;
    }
    Ok(())
}

async fn opens_dropped_files_one_after_the_other(page: &mut Page) -> Check {
    page.open("#/your-data").await?;
    page.run(
        "const backup = (topic) => JSON.stringify({ format: 'waymark', version: 1, kind: 'backup', topics: {
             ['core-knowledge/' + topic]: { status: 'not-yet', changed: '2026-11-01T10:00:00Z' } } });
         const files = new DataTransfer();
         files.items.add(new File([new Uint8Array([137, 80, 78, 71, 0, 0, 1])], 'beach.png'));
         files.items.add(new File([backup('one')], 'mon.json'));
         files.items.add(new File([backup('two')], 'tue.json'));
         document.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));",
        vec![],
    )
    .await?;
    page.shows("“beach.png” was not opened.").await?;
    page.find("dialog", "Open “mon.json”?").await?;
    page.click_in("dialog", "Open it").await?;
    page.find("dialog", "Open “tue.json”?").await?;
    page.click_in("dialog", "Put both together").await?;
    stored(page, "core-knowledge/two").await?;
    stored(page, "core-knowledge/one").await?;
    if page.has("dialog", "Open “tue.json”?").await? {
        fail!("the dialog stays");
    }
    Ok(())
}

//! Another tab changes what somebody has in hand.

use crate::ensure;
use crate::rig::{APP, Check, Engine, Page};

use super::assess::{FIRST, stored, tick, write};
use super::topics::{KEY, all_stored, expect_text};
use super::{Journey, journeys};

pub fn all() -> Vec<Journey> {
    journeys![APP;
        // WebKit's driver hangs where the next journey closes their second tab.
        &[Engine::Chromium, Engine::Firefox] =>
            nothing_moves_under_the_hands_while_another_tab_changes_all,
            the_focus_stays_on_every_page_while_another_tab_answers,
            says_what_another_tab_wrote_in_the_same_box;
    ]
}

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
            await wait('what was written', () => Object.values(localStorage).some((kept) => kept.includes('more from the train')));
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
    // All of it is kept, or the person is asked.
    let all: String = text.iter().collect();
    let kept_or_asked = "
        if ((localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])) return true;
        const answer = [...document.querySelectorAll('button')]
            .find((it) => /^(Use what this tab has|Store it again)$/.test(it.textContent));
        answer?.click();
        return Boolean(answer);";
    let arguments = vec![KEY.into(), all.as_str().into()];
    page.until_is("kept, or asked", &true, kept_or_asked, arguments)
        .await?;
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
                    "return [location.hash, window.inHand.outerHTML.slice(0, 120), window.inHand.isConnected,
                         'now on', document.activeElement.outerHTML.slice(0, 120), 'closed or gone:',
                         ...window.wasOpen.filter((it) => !it.isConnected || !it.open).map((it) => it.outerHTML.slice(0, 200))].join(' ')",
                    vec![],
                )
                .await?;
            // The plan follows the other tab's answer: a card that it takes out, or
            // moves to another list, goes from under the hand.
            let is_gone = "location.hash === '#/plan' && !window.inHand.isConnected";
            if page.ask(&format!("return {is_gone}"), vec![]).await? {
                continue;
            }
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

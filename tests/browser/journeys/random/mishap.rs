//! What goes wrong around a worker, done to the page: each leaves exactly what
//! was kept before, and what was done meanwhile.

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::ensure;
use crate::journeys::data::fixture;
use crate::rig::{Answer, Check, Page};

use super::kept::{Kept, View};
use super::perform::{done, go, press, press_words, settle, write};

/// Makes room again, and asks the page to store what it could not.
pub async fn free_storage(page: &Page) -> Check {
    let script = "for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key);
        const again = [...document.querySelectorAll('.notices button')].find(it => it.textContent === 'Try again');
        again?.click()";
    page.run(script, vec![]).await?;
    Ok(())
}

/// Says yes to all messages, as somebody does who has read them.
pub async fn close_messages(page: &Page) -> Check {
    let script = "for (const it of document.querySelectorAll('.notices button')) {
            if (['Close this message', 'Not now'].includes(it.textContent)) it.click();
        }
        return ![...document.querySelectorAll('.notices button')].some(it => it.textContent === 'Close this message')";
    done(page, "the messages to be closed", script, vec![]).await
}

async fn choose(page: &Page, name: &str) -> Check {
    go(page, "#/your-data").await?;
    page.until_true("document.getElementById('open-file')")
        .await?;
    page.choose_file("#open-file", &fixture(name)).await
}

pub async fn bad_file(page: &Page, name: &str) -> Check {
    choose(page, &format!("refused/{name}")).await?;
    page.shows(&format!("“{name}” was not opened.")).await
}

pub async fn open_and_undo(page: &Page, name: &str, merge: bool) -> Check {
    choose(page, name).await?;
    page.until_true("document.querySelector('dialog[open]')")
        .await?;
    let script = "const labels = [...document.querySelectorAll('dialog[open] button')].map(it => it.textContent);
        return arguments[0].find(it => labels.includes(it))";
    let wanted = match merge {
        true => ["Put both together", "Use the file instead", "Open it"],
        false => ["Use the file instead", "Open it", "Put both together"],
    };
    let way: Option<String> = page.ask(script, vec![json!(wanted)]).await?;
    ensure!(way.is_some(), "there is no way to open {name}");
    press_words(page, &way.unwrap_or_default()).await?;
    page.shows(&format!("“{name}” was opened.")).await?;
    press_words(page, "Undo opening it").await?;
    page.shows("You have gone back to what was here before.")
        .await
}

async fn remove_everything(page: &Page) -> Check {
    go(page, "#/your-data").await?;
    press_words(page, "Remove everything").await?;
    page.until_true("document.querySelector('dialog[open]')")
        .await?;
    press_words(page, "Remove everything").await?;
    page.shows("It was removed.").await?;
    page.until_true("Object.keys(localStorage).every(key => !key.startsWith('waymark'))")
        .await
}

pub async fn remove_and_put_back(page: &Page) -> Check {
    remove_everything(page).await?;
    press_words(page, "Put it back").await?;
    page.shows("It was put back.").await
}

/// A backup saved and opened again, after everything was removed.
pub async fn restore(page: &Page, kept: &mut Kept) -> Check {
    go(page, "#/your-data").await?;
    // A browser saves only so much that nobody's hand has asked for.
    let save = Locator::XPath("(//button[.='Save a backup file'])[last()]");
    page.client().find(save).await?.click().await?;
    let (name, bytes) = page.saved_as("waymark-backup-", ".json").await?;
    page.forget(&name)?;
    remove_everything(page).await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join(&name);
    std::fs::write(&file, bytes)?;
    page.choose_file("#open-file", &file).await?;
    page.until_true("document.querySelector('dialog[open]')")
        .await?;
    press_words(page, "Open it").await?;
    page.shows(&format!("“{name}” was opened.")).await?;
    // What is said of others' plans is in no backup.
    kept.view = None;
    Ok(())
}

/// Reads somebody's plan and gives a view, which is kept until it is sent; what
/// was said before is there again.
pub async fn answer_plan(page: &Page, seen: &str, comment: &str, kept: &mut Kept) -> Check {
    const COMPETENCY: &str = "promoting-autonomy";
    go(page, "#/review").await?;
    page.until_true("document.getElementById('open-file')")
        .await?;
    page.choose_file("#open-file", &fixture("plan-default.json"))
        .await?;
    page.until_true("document.getElementById('review-comment')")
        .await?;
    if let Some(before) = &kept.view {
        let script = "return document.getElementById('review-comment').value === arguments[0]
            && document.getElementById(arguments[1]).checked";
        let radio = format!("view-{COMPETENCY}-{}", before.seen);
        let arguments: Vec<Value> = vec![before.comment.as_str().into(), radio.into()];
        done(
            page,
            &format!("{before:?} to be there again"),
            script,
            arguments,
        )
        .await?;
    }
    press(page, &format!("view-{COMPETENCY}-{seen}")).await?;
    write(page, "review-comment", comment).await?;
    let script = "return Object.keys(localStorage).some(key => key.includes(':review:')
        && localStorage[key].includes(JSON.stringify(arguments[0])))";
    done(page, "the comment to be kept", script, vec![comment.into()]).await?;
    kept.view = Some(View {
        seen: seen.to_owned(),
        comment: comment.to_owned(),
    });
    press_words(page, "Close the plan").await?;
    page.until_true("!document.querySelector('.plan-read')")
        .await
}

/// The one review that is taken in.
const REVIEW: &str = "review-9a1";

/// What the review says is kept beside what the worker says.
pub async fn take_review(page: &Page, kept: &mut Kept) -> Check {
    choose(page, "reviews/review.json").await?;
    page.until_true("document.querySelector('dialog[open]')")
        .await?;
    press_words(page, "Put it beside my ratings").await?;
    page.until_true("location.hash === '#/results' && document.getElementById('others-views')")
        .await?;
    kept.set(format!("review {REVIEW}"), "A good half-year.\nنعم 👍");
    kept.set("view of person-centred-approach", "3");
    kept.set("view of promoting-autonomy", "2");
    kept.set("view of self-monitoring", "not seen");
    Ok(())
}

pub fn has_review(kept: &Kept) -> bool {
    kept.get(&format!("review {REVIEW}")).is_some()
}

/// Presses the button beside an agreed action, where it is offered.
pub async fn agree(page: &Page, title: &str, yes: bool, kept: &mut Kept) -> Check {
    go(page, "#/results").await?;
    page.until_true("document.getElementById('others-views')")
        .await?;
    let begins = if yes {
        "Take it into my plan"
    } else {
        "Not this one"
    };
    let script = "const it = [...document.querySelectorAll('button')].find(it =>
            it.textContent.startsWith(arguments[0]) && it.textContent.endsWith(arguments[1]));
        it?.click();
        return Boolean(it)";
    let is_pressed: bool = page.ask(script, vec![begins.into(), title.into()]).await?;
    let is_own = title == "Shadow a first visit";
    let (id, slug) = match is_own {
        true => ("own:b32", "own.b32"),
        false => ("practise:promoting-autonomy", "practise.promoting-autonomy"),
    };
    let (agreed, aside) = (format!("agreed {id}"), format!("aside {slug}"));
    let is_offered = kept.get(&agreed).is_none() && (yes || kept.get(&aside).is_none());
    ensure!(
        is_pressed == is_offered,
        "“{begins}” for “{title}” is offered: {is_pressed}"
    );
    if !is_pressed {
        return Ok(());
    }
    if is_own && kept.get(&format!("own {title}")).is_none() {
        kept.set(format!("own {title}"), "there");
    }
    match (yes, is_own) {
        (false, _) => kept.set(aside, "because: "),
        (true, _) => {
            kept.set(agreed, "accepted");
            kept.take_back(&aside);
            match is_own {
                true => kept.set(format!("pinned {slug}"), "yes"),
                false => kept.set(format!("month {slug}"), "2027-02"),
            }
        }
    }
    Ok(())
}

pub async fn remove_review(page: &Page, kept: &mut Kept) -> Check {
    go(page, "#/results").await?;
    let script = "const it = [...document.querySelectorAll('button')].find(it => it.textContent.startsWith('Remove this view'));
        it?.click();
        return Boolean(it)";
    done(page, "the view to remove", script, vec![]).await?;
    press_words(page, "Remove it").await?;
    for what in ["review ", "view of ", "agreed "] {
        kept.take_back_all(what);
    }
    Ok(())
}

/// The host has another pack from now on.
pub async fn change_pack(page: &mut Page, name: &str, kept: &mut Kept) -> Check {
    let folder = fixture("..").join("local");
    let bytes = std::fs::read(folder.join(name))?;
    let is_good = !name.starts_with("refused/");
    let pack: Option<Value> = serde_json::from_slice(&bytes).ok().filter(|_| is_good);
    let area = pack.and_then(|pack| pack["area"].as_str().map(str::to_owned));
    let answer = Answer::Bytes {
        content_type: "application/json",
        bytes,
    };
    page.server.answer(page.path("local.json"), answer);
    settle(page).await?;
    page.reload().await?;
    kept.area = area;
    Ok(())
}

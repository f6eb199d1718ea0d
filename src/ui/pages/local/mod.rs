//! `#/local`: make or mend this place's local pack, try it out in this browser
//! alone, and save it as the file a host puts beside the page.

mod begin;
mod boxes;
mod courses;
mod draft;
mod links;
mod others;

use leptos::ev;
use leptos::prelude::*;

use super::PageTitle;
use crate::app::local::{PackFrom, STOP};
use crate::app::route::Route;
use crate::domain::framework::shipped;
use crate::domain::local::{FILE_NAME, to_file};
use crate::platform::{files, page};
use crate::ui::components::Each;
use crate::ui::local_pack::{at_start, try_out};
use crate::ui::parts::{self, DrawLocal};
use crate::ui::when_here::WhenHere;

use begin::Begin;
use courses::Courses;
pub use draft::Draft;
use links::Links;
use others::{Host, Listed, Notes};

/// The page on which a host makes or mends the local pack.
#[component]
pub fn LocalPage() -> impl IntoView {
    let draft = Draft::begin();
    on_cleanup(move || draft.keep_if_due());
    // The page can go before what was typed last is kept.
    let gone = window_event_listener(ev::pagehide, move |_| draft.keep_if_due());
    on_cleanup(move || gone.remove());
    view! {
        <div class="flow asking local-pack">
            <PageTitle>{Route::Local.heading()}</PageTitle>
            <p class="lead">
                "For whoever runs this page or looks after training: say which links still work, which courses run near you, and whom to ask. No programming is needed."
            </p>
            <p>
                "It is one file, “local.json”, which stands beside the page and adds to the framework. It cannot change a competency, a score or a rule. Do not write anything about the people you support, or about a single worker."
            </p>
            <CameWithThePage/>
            <Begin draft/>
            <WhenHere part=parts::local_form draw=move |draw: DrawLocal| draw(draft)/>
        </div>
    }
}

/// The form, and what to do with what was filled in.
#[component]
pub fn Below(draft: Draft) -> impl IntoView {
    view! {
        // Another pack is another form.
        <Each each=move || [draft.number.get()] key=|number| *number let:_number>
            <Form draft/>
        </Each>
        <Finish draft/>
    }
}

/// What this page found when it was opened, and what was wrong with it.
#[component]
fn CameWithThePage() -> impl IntoView {
    let came = at_start();
    let words = match came.map(|it| (it.from, it.pack.is_some())) {
        None if page::path().is_none() => {
            "There is no pack in this file. Open one below and press “Try it here”: this browser uses it then."
        }
        None => {
            "No pack was found beside this page. If you have put one there: is it beside “index.html”, and is its name exactly “local.json”? Windows may hide “.txt”, and a second download is called “local (1).json”."
        }
        Some((PackFrom::Trial, _)) => {
            "While you try a pack out, this page does not look at what the site has."
        }
        Some((_, true)) => "This page came with a local pack, and uses it.",
        Some((_, false)) => {
            "This page came with a local pack that cannot be used, so nothing is added."
        }
    };
    let said = came.map_or(&[][..], |it| it.said.as_slice());
    let said = said.iter().map(|it| view! { <li>{it.clone()}</li> });
    view! {
        <div class="notice" id="came-with-the-page">
            <p>{words}</p>
            {(said.len() > 0).then(|| view! { <ul>{said.collect_view()}</ul> })}
        </div>
    }
}

/// The form, in parts.
#[component]
fn Form(draft: Draft) -> impl IntoView {
    view! {
        <h2>"1. Who you are"</h2>
        <Host draft/>
        <h2>"2. Links"</h2>
        <details><summary>"Go through the links"</summary> <Links draft/></details>
        <h2>"3. Courses and pages near you"</h2>
        <Courses draft/>
        <h2>"4. What is listed already"</h2>
        <Listed draft/>
        <h2>"5. Notes on topics and requirements"</h2>
        <Notes draft/>
    }
}

/// Try it, save it, and what to do with the file.
#[component]
fn Finish(draft: Draft) -> impl IntoView {
    let problem = RwSignal::new(String::new());
    let said = RwSignal::new("");
    let file = move || {
        draft.keep();
        problem.set(String::new());
        said.set("");
        match draft.pack.with_untracked(|pack| to_file(pack, shipped())) {
            Ok(text) => Some(text),
            Err(refusal) => {
                problem.set(refusal.sentence("It"));
                None
            }
        }
    };
    let try_it = move |_| {
        if let Some(text) = file()
            && !try_out(&text)
        {
            problem.set("This browser stores nothing, so it cannot be tried out here. Save the file instead.".to_owned());
        }
    };
    let save = move |_| {
        if let Some(text) = file() {
            match files::save(FILE_NAME, &text) {
                true => {
                    draft.forget_before();
                    said.set("The browser has the file. Look among your downloads.");
                }
                false => problem.set("The browser did not take the file.".to_owned()),
            }
        }
    };
    let steps = steps().into_iter();
    view! {
        <h2>"Try it, and save it"</h2>
        <p>
            "“Try it here” loads this page with your pack, in this browser alone: look at the training, the topics and a plan as people would see them. Every page says that you are trying it, and has the way back."
        </p>
        <div class="buttons">
            <button type="button" class="button" on:click=save>"Save local.json"</button>
            <button type="button" class="button plain" on:click=try_it>"Try it here"</button>
        </div>
        <p class="problem" role="alert" id="pack-problem" prop:textContent=problem></p>
        <p role="status" prop:textContent=said></p>
        <p class="small soft" prop:textContent=move || draft.kept.get()></p>
        <h3>"What to do with the file"</h3>
        <ol>{steps.map(|step| view! { <li>{step}</li> }).collect_view()}</ol>
    }
}

/// What to do with the file, for a site or where the page itself is a file.
fn steps() -> Vec<String> {
    if page::path().is_none() {
        return vec![
            "Open it here by hand, or ask whoever made this file to put it in (make single-file LOCAL=local.json).".to_owned(),
            "Keep a copy of it.".to_owned(),
        ];
    }
    let is_trial = at_start().is_some_and(|it| it.from == PackFrom::Trial);
    let first = match is_trial {
        true => format!("Press “{STOP}” at the top of this page first. Then open"),
        false => "Open".to_owned(),
    };
    vec![
        "Put it beside “index.html” on your site, under exactly the name “local.json”, in the place of the one that is there.".to_owned(),
        format!("{first} your site and look at the foot of the page, which now names you; whoever has the page open already sees it once they load it again."),
        "Keep a copy: a newer Waymark comes with an empty “local.json”, which must not take the place of yours.".to_owned(),
    ]
}

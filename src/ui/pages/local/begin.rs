//! Where to begin: nothing, a file, or what came with the page.

use leptos::prelude::*;

use super::boxes::go_to;
use super::draft::{Draft, of_site};
use crate::app::local::{PackFrom, form};
use crate::domain::framework::shipped;
use crate::domain::limits::LOCAL_BYTES;
use crate::domain::local::{Pack, PackRefusal, decode};
use crate::platform::files::{self, Chosen};
use crate::platform::page;
use crate::ui::components::Each;
use crate::ui::local_pack::at_start;

/// What came with the page; not what is tried out in its place.
fn came() -> Option<&'static Pack> {
    let came = at_start().filter(|it| it.from != PackFrom::Trial);
    came?.pack.as_ref()
}

/// Where it stands what was done.
const SAID: &str = "begin-said";

/// What is in the draft, and the ways to begin another.
#[component]
pub fn Begin(draft: Draft) -> impl IntoView {
    let said = RwSignal::new(Vec::<String>::new());
    let open = move |event| {
        files::chosen(&event, LOCAL_BYTES, move |chosen| {
            let Some(chosen) = chosen.into_iter().next() else {
                return;
            };
            draft.done.set("");
            said.set(opened(draft, chosen));
        });
    };
    let tell = move |pack, done| {
        draft.replace(pack);
        said.set(Vec::new());
        draft.done.set(done);
    };
    let empty = move |_| {
        tell(Pack::default(), "The form is empty now.");
    };
    let back = move |_| {
        if let Some(before) = draft.before.get_untracked() {
            tell(before, "What was there before is back.");
            // The button may go with it.
            go_to(SAID.to_owned());
        }
    };
    let as_it_came = move |_| {
        if let Some(pack) = came() {
            tell(pack.clone(), "The form has that now.");
        }
    };
    let as_it_came = came().is_some().then(|| {
        let words = match page::path() {
            Some(_) => "Begin with what this site has now",
            None => "Begin with what is in this file",
        };
        view! { <button type="button" class="button plain" on:click=as_it_came>{words}</button> }
    });
    let site = of_site();
    let sentence = Memo::new(move |_| {
        draft
            .pack
            .with(|pack| form::state(pack, site.as_ref(), shipped()))
    });
    view! {
        <h2>"Begin"</h2>
        <p prop:textContent=sentence></p>
        <div class="field">
            <label for="open-pack">"Open a “local.json” to mend"</label>
            <input id="open-pack" class="input" type="file" accept=".json,application/json" on:change=open/>
        </div>
        <div class="buttons">
            <button type="button" class="button plain" on:click=empty>"Start from nothing"</button>
            {as_it_came}
            <button type="button" class="button plain" hidden=move || draft.before.with(Option::is_none) on:click=back>"Bring back what was there"</button>
        </div>
        <div role="status" id=SAID tabindex="-1">
            <Each each=move || said.get() key=String::clone let:line><p>{line}</p></Each>
            <p prop:textContent=draft.done></p>
        </div>
    }
}

/// Opens a file into the form; says what came of it.
fn opened(draft: Draft, chosen: Chosen) -> Vec<String> {
    match chosen {
        Chosen::Read { name, bytes } => match decode(&bytes, shipped()) {
            Ok(opened) => {
                let mut said = vec![format!("“{name}” is open in the form below.")];
                said.extend(opened.said(&name));
                draft.replace(opened.pack);
                said
            }
            Err(refusal) => vec![refusal.sentence(&name)],
        },
        Chosen::TooLarge { name, bytes } => {
            let refusal = PackRefusal::TooLarge { bytes };
            vec![refusal.sentence(&name)]
        }
        Chosen::NotRead { name } | Chosen::Folder { name } => {
            vec![format!(
                "“{name}” could not be read. Choose the file again."
            )]
        }
    }
}

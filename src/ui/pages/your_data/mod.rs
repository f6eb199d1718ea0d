//! `#/your-data`: what is stored here, files to save and open, removal.

mod backup;
mod backup_text;

use leptos::html;
use leptos::prelude::*;

use super::PageTitle;
use crate::app::route::Route;
use crate::app::session::{Event, YourData};
use crate::domain::limits::FILE_BYTES;
use crate::platform::{clock, files, page};
use crate::ui::components::{Buttons, Each};
use crate::ui::focus::focus_if_lost;
use crate::ui::session::{OPEN_FILE, use_session};
pub use backup_text::BackupText;

/// The page, at `#/your-data`.
#[component]
pub fn YourDataPage() -> impl IntoView {
    let session = use_session();
    session.send(Event::MeasureStorage);
    let data = session.your_data();
    let stored = NodeRef::<html::H2>::new();
    let from_disk = page::path().is_none().then(|| {
        view! {
            <p class="notice caution">
                "You opened Waymark from a file. What such files store, every other file opened from a disk in this browser could read, and a second copy of Waymark shares it with this one. If that worries you, save a backup file and remove everything when you finish."
            </p>
        }
    });
    let open = move |event| {
        files::chosen(&event, FILE_BYTES, move |chosen| session.open(chosen));
    };
    view! {
        <div class="flow">
            <PageTitle>{Route::YourData.heading()}</PageTitle>
            <p class="lead">
                "What you enter stays in this browser, on this device. Only people who use this browser can see it, and nobody can bring it back once it is gone: save a backup file now and then."
            </p>
            <p>
                "It belongs to this address alone. At any other, even one that differs by a capital letter or by http in place of https, and in a copy on the home screen, Waymark begins empty. To take your answers along, save a backup file here and open it there."
            </p>
            {from_disk}
            <h2 node_ref=stored>"What is stored here"</h2>
            <Stored data/>
            <h2>"Save a backup file"</h2>
            <p>
                "A backup file has everything you entered. Keep it where you keep your own papers. It is not protected by a password."
            </p>
            <backup::SaveBackup/>
            <h2>"Open a file"</h2>
            <p id="open-file-hint">
                "A backup file, a plan somebody shared, or what somebody sent back about yours. You see what would change before anything does. You can also drop a file anywhere on this page."
            </p>
            <div class="field">
                <label for=OPEN_FILE>"Open a file"</label>
                <input
                    id=OPEN_FILE
                    class="input"
                    type="file"
                    multiple
                    accept=".json,.txt,application/json,text/plain"
                    aria-describedby="open-file-hint"
                    on:change=open
                />
            </div>
            <WaysBack data stored/>
            <h2>"How long a browser keeps it"</h2>
            <p>
                "Until you remove it, as a rule. But a browser may clear what pages store: when the device runs out of room, when somebody clears “browsing data”, or at the end of a private window. Safari clears it after seven days of use in which you did not visit this page."
            </p>
            <Keeping data/>
            <h2>"Remove"</h2>
            <p>"On a shared computer, finish by saving your file and removing everything."</p>
            <div class="buttons">
                <button type="button" class="button" on:click=move |_| session.send(Event::AskFinishOnSharedComputer)>
                    "Finish on a shared computer"
                </button>
                <button
                    type="button"
                    class="button plain"
                    on:click=move |_| session.send(Event::AskRemoveEverything)
                >
                    "Remove everything"
                </button>
            </div>
        </div>
    }
}

/// What there is, in words and in numbers, and the copies that were kept aside.
#[component]
fn Stored(data: Memo<YourData>) -> impl IntoView {
    let session = use_session();
    let facts = move || data.with(|data| data.facts(data.last_saved.map(clock::spoken)));
    view! {
        <dl class="facts">
            <Each each=facts key=Clone::clone let((name, value))>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </Each>
        </dl>
        <Each each=move || data.with(|data| data.copies.clone()) key=|copy| (copy.key.clone(), copy.name.clone()) let:copy>
            <section class="card">
                <h3><bdi>{copy.name.clone()}</bdi></h3>
                <Buttons actions=session.actions(copy.buttons) of=copy.name/>
            </section>
        </Each>
    }
}

/// Undo, and putting back what was removed, where there is something to undo.
#[component]
fn WaysBack(
    data: Memo<YourData>,
    /// Where the focus goes when a way back was taken and is there no more.
    stored: NodeRef<html::H2>,
) -> impl IntoView {
    let session = use_session();
    let undo = move || data.with(|data| data.undo.as_ref().map(|it| it.label.clone()));
    let put_back = move || data.with(|data| data.put_back.as_ref().map(|it| it.label.clone()));
    let has_undo = Memo::new(move |_| undo().is_some());
    let has_put_back = Memo::new(move |_| put_back().is_some());
    let take = move |event: Event| {
        session.send_and(event, move || focus_if_lost(stored));
    };
    view! {
        <Show when=move || has_undo.get() || has_put_back.get()>
            <h2>"Go back"</h2>
            <div class="buttons">
                <Show when=move || has_undo.get()>
                    <button
                        type="button"
                        class="button"
                        prop:textContent=move || undo().unwrap_or_default()
                        on:click=move |_| take(Event::Undo)
                    ></button>
                </Show>
                <Show when=move || has_put_back.get()>
                    <button
                        type="button"
                        class=move || if has_undo.get() { "button plain" } else { "button" }
                        prop:textContent=move || put_back().unwrap_or_default()
                        on:click=move |_| take(Event::UndoRemoval)
                    ></button>
                </Show>
            </div>
        </Show>
    }
}

/// Asking the browser to keep it, and its answer.
#[component]
fn Keeping(data: Memo<YourData>) -> impl IntoView {
    let session = use_session();
    let keeps = Memo::new(move |_| data.with(|data| data.persisted));
    let answer = NodeRef::<html::P>::new();
    // The button goes once the browser has answered, so the focus goes there.
    Effect::new(move |before: Option<bool>| {
        let is_answered = keeps.get().is_some();
        if before == Some(false) && is_answered {
            focus_if_lost(answer);
        }
        is_answered
    });
    let answered =
        move |says: &'static str| view! { <p role="status" node_ref=answer>{says}</p> }.into_any();
    move || {
        match keeps.get() {
        Some(true) => answered(
            "This browser has agreed to keep it, even when it runs out of room. Somebody can still clear it by hand.",
        ),
        Some(false) => answered(
            "This browser did not agree. It still keeps what you enter, but may clear it when it needs room. A backup file is safer.",
        ),
        None => view! {
            <div class="buttons">
                <button type="button" class="button" on:click=move |_| session.send(Event::RequestPersistence)>
                    "Ask this browser to keep it"
                </button>
            </div>
        }
        .into_any(),
    }
    }
}

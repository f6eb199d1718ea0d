//! `#/your-data`: what is stored here, files to save and open, removal.

use leptos::prelude::*;

use crate::app::session::{Choice, Event, Session, YourData};
use crate::domain::limits::FILE_BYTES;
use crate::platform::{clock, files};
use crate::ui::components::row;
use crate::ui::kept::{live, then};
use crate::ui::session::Keeper;

pub fn page(heading: String, keeper: Keeper) -> AnyView {
    keeper.send(Event::Measure);
    live(move || drawn(heading.clone(), keeper.with(Session::your_data), keeper))
}

fn drawn(heading: String, mut data: YourData, keeper: Keeper) -> AnyView {
    let button = |label: &str, event| {
        let label = label.to_owned();
        row(keeper.buttons(vec![Choice { label, event }]))
    };
    let mut back: Vec<Choice> = data.undo.take().into_iter().collect();
    back.extend(data.put_back.take());
    let back = (!back.is_empty())
        .then(|| view! { <h2>"Go back"</h2> {row(keeper.buttons(back))} }.into_any());
    let keeping = match data.keeps {
        Some(true) => answer(
            "This browser has agreed to keep it, even when it runs out of room. Somebody can still clear it by hand.",
        ),
        Some(false) => answer(
            "This browser did not agree. It still keeps what you enter, but may clear it when it needs room. A backup file is safer.",
        ),
        None => button("Ask this browser to keep it", Event::AskToKeep),
    };
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p class="lead">"What you enter stays in this browser, on this device. Nobody else can see it, and nobody else can bring it back: save a backup file now and then."</p>

            <h2>"What is stored here"</h2>
            {facts(&data)}
            {copies(data, keeper)}

            {about("Save a backup file", "A backup file has everything you entered. Keep it where you keep your own papers. It is not protected by a password.")}
            {button("Save a backup file", Event::SaveBackup)}

            <h2>"Open a file"</h2>
            <p id="open-file-hint">"A backup file, or a plan somebody shared. You see what would change before anything does. You can also drop a file anywhere on this page."</p>
            <div class="field">
                <label for="open-file">"Open a file"</label>
                <input
                    id="open-file"
                    class="input"
                    type="file"
                    accept=".json,application/json"
                    aria-describedby="open-file-hint"
                    on:change=then(move |event| {
                        files::chosen(&event, FILE_BYTES, move |chosen| keeper.open(chosen));
                    })
                />
            </div>
            {back}

            {about("How long a browser keeps it", "Until you remove it, as a rule. But a browser may clear what pages store: when the device runs out of room, when somebody clears “browsing data”, or at the end of a private window. Safari clears it after seven days of use in which you did not visit this page.")}
            {keeping}

            {about("Remove", "On a shared computer, finish by saving your file and removing everything.")}
            {row(keeper.buttons(vec![
                Choice { label: "Finish on a shared computer".to_owned(), event: Event::AskFinish },
                Choice { label: "Remove everything".to_owned(), event: Event::AskRemoveEverything },
            ]))}
        </div>
    }
    .into_any()
}

fn about(heading: &'static str, text: &'static str) -> AnyView {
    view! { <h2>{heading}</h2> <p>{text}</p> }.into_any()
}

fn answer(text: &'static str) -> AnyView {
    view! { <p role="status">{text}</p> }.into_any()
}

/// What there is, in words and in numbers.
fn facts(data: &YourData) -> AnyView {
    let saved = data.last_saved;
    let mut facts = vec![
        (
            "Last saved in this browser",
            saved.map_or("Nothing is saved yet".to_owned(), clock::spoken),
        ),
        ("Backup file", data.backup_sentence.clone()),
    ];
    let holdings = data.holdings.iter();
    facts.extend(holdings.map(|it| (it.part.title(), it.count.to_string())));
    facts.push(("Room for your answers", data.fullness_sentence.clone()));
    facts.extend(data.room.map(|room| {
        let (used, left) = (kilobytes(room.used), kilobytes(room.left));
        (
            "Room in this browser",
            format!("{used} used, about {left} left"),
        )
    }));
    let facts = facts
        .into_iter()
        .map(|(what, said)| view! { <dt>{what}</dt> <dd>{said}</dd> });
    view! { <dl class="facts">{facts.collect_view()}</dl> }.into_any()
}

/// Copies that were kept aside.
fn copies(data: YourData, keeper: Keeper) -> Vec<AnyView> {
    let copies = data.copies.into_iter();
    copies
        .map(|copy| {
            view! {
                <section class="card">
                    <h3>{copy.name}</h3>
                    {row(keeper.buttons(copy.choices))}
                </section>
            }
            .into_any()
        })
        .collect()
}

/// "12 kB"; a kilobyte is 1,000 bytes.
fn kilobytes(bytes: usize) -> String {
    format!("{} kB", bytes.div_ceil(1000))
}

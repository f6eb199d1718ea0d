//! `#/your-data`: what is stored here, files to save and open, removal.

use leptos::prelude::*;

use crate::app::session::{Choice, Event};
use crate::domain::limits::FILE_BYTES;
use crate::platform::{clock, files};
use crate::ui::components::row;
use crate::ui::session::Keeper;

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.send(Event::Measure);
    let choice = |label: &str, event| Choice {
        label: label.to_owned(),
        event,
    };
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p class="lead">"What you enter stays in this browser, on this device. Nobody else can see it, and nobody else can bring it back: save a backup file now and then."</p>

            {plan_read(keeper)}

            <h2>"What is stored here"</h2>
            {stored(keeper)}

            <h2>"Save a backup file"</h2>
            <p>"A backup file has everything you entered. Keep it where you keep your own papers. It is not protected by a password."</p>
            {row(keeper.buttons(vec![choice("Save a backup file", Event::SaveBackup)]))}

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
                    on:change=move |event| {
                        files::chosen(&event, FILE_BYTES, move |chosen| keeper.open(chosen));
                    }
                />
            </div>
            {ways_back(keeper)}

            <h2>"How long a browser keeps it"</h2>
            <p>"Until you remove it, as a rule. But a browser may clear what pages store: when the device runs out of room, when somebody clears “browsing data”, or at the end of a private window. Safari clears it after seven days of use in which you did not visit this page."</p>
            {keeping(keeper)}

            <h2>"Remove"</h2>
            <p>"On a shared computer, finish by saving your file and removing everything."</p>
            {row(keeper.buttons(vec![
                choice("Finish on a shared computer", Event::AskFinish),
                choice("Remove everything", Event::AskRemoveEverything),
            ]))}
        </div>
    }
    .into_any()
}

/// Somebody's plan, while it is being read.
fn plan_read(keeper: Keeper) -> AnyView {
    let plan = keeper.plan_read();
    let shown = move || {
        plan.get().map(|plan| {
            let facts = plan
                .facts
                .into_iter()
                .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> })
                .collect_view();
            let actions = plan
                .actions
                .into_iter()
                .map(|title| view! { <li>{title}</li> })
                .collect_view();
            view! {
                <h2>"The plan in “" {plan.name} "”"</h2>
                <p>"A self-assessment for development; not an assessment by an employer, not for pay or capability decisions."</p>
                <dl class="facts">{facts}</dl>
                <ol>{actions}</ol>
            }
        })
    };
    view! { {shown} }.into_any()
}

/// What there is, in words and in numbers.
fn stored(keeper: Keeper) -> AnyView {
    let data = keeper.your_data();
    view! {
        <dl class="facts">
            <dt>"Last saved in this browser"</dt>
            <dd>{move || data.with(|d| d.last_saved).map_or("Nothing is saved yet".to_owned(), clock::spoken)}</dd>
            <dt>"Backup file"</dt>
            <dd>{move || data.with(|d| d.backup_sentence.clone())}</dd>
            {move || {
                data.with(|d| {
                    d.holdings
                        .iter()
                        .map(|holding| {
                            view! { <dt>{holding.part.title()}</dt> <dd>{holding.count.to_string()}</dd> }
                        })
                        .collect_view()
                })
            }}
            <dt>"Room for your answers"</dt>
            <dd>{move || data.with(|d| d.fullness_sentence.clone())}</dd>
            {move || {
                data.with(|d| d.room).map(|room| {
                    view! {
                        <dt>"Room in this browser"</dt>
                        <dd>{format!("{} used, about {} left", kilobytes(room.used), kilobytes(room.left))}</dd>
                    }
                })
            }}
        </dl>
        {move || {
            let copies = data.with(|d| d.copies.clone());
            copies
                .into_iter()
                .map(|copy| {
                    view! {
                        <section class="card">
                            <h3>{copy.name}</h3>
                            {row(keeper.buttons(copy.choices))}
                        </section>
                    }
                })
                .collect_view()
        }}
    }
    .into_any()
}

/// Undo, where there is something to undo.
fn ways_back(keeper: Keeper) -> AnyView {
    let data = keeper.your_data();
    let shown = move || {
        let (undo, put_back) = data.with(|d| (d.undo.clone(), d.put_back.clone()));
        let mut choices: Vec<Choice> = undo.into_iter().collect();
        choices.extend(put_back);
        (!choices.is_empty()).then(|| {
            view! { <h2>"Go back"</h2> {row(keeper.buttons(choices))} }
        })
    };
    view! { {shown} }.into_any()
}

/// Asking the browser to keep it, and its answer.
fn keeping(keeper: Keeper) -> AnyView {
    let data = keeper.your_data();
    let shown = move || {
        match data.with(|d| d.keeps) {
        Some(true) => {
            view! { <p role="status">"This browser has agreed to keep it, even when it runs out of room. Somebody can still clear it by hand."</p> }
                .into_any()
        }
        Some(false) => {
            view! { <p role="status">"This browser did not agree. It still keeps what you enter, but may clear it when it needs room. A backup file is safer."</p> }
                .into_any()
        }
        None => row(keeper.buttons(vec![Choice {
            label: "Ask this browser to keep it".to_owned(),
            event: Event::AskToKeep,
        }])),
    }
    };
    view! { {shown} }.into_any()
}

/// "12 kB", "10.5 MB"; a kilobyte is 1,000 bytes.
fn kilobytes(bytes: usize) -> String {
    match bytes.div_ceil(1000) {
        kilo @ 0..1000 => format!("{kilo} kB"),
        kilo => format!("{}.{} MB", kilo / 1000, kilo % 1000 / 100),
    }
}

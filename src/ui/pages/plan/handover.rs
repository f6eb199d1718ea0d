//! Handing the plan over: a file to share with what the person chose, and
//! files for other programs.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::handover::{self as says, Format};
use crate::app::plan_page;
use crate::app::session::{Change, Event};
use crate::domain::document::ClockReading;
use crate::domain::export::{self, CalendarChoice};
use crate::domain::file::ShareOption;
use crate::domain::plan::{Action as PlanAction, Plan};
use crate::domain::plan_hash::plan_hash;
use crate::platform::share::{self, Shared};
use crate::platform::{clock, files};
use crate::ui::components::fields::{Answer, CheckboxGroup};
use crate::ui::components::{Action, Each, Modal};
use crate::ui::focus::focus_when_there;
use crate::ui::parts;
use crate::ui::session::{SessionContext, use_session};

use super::opened::{Opened, OpenedHere};
use super::state::PlanState;
use crate::ui::pages::plan_read::PlanText;

/// The section "Hand over", for the end of the page of the plan.
#[component]
pub fn HandOver(state: PlanState) -> impl IntoView {
    let plan = state.plan;
    let session = use_session();
    let asks = RwSignal::new(false);
    let opener = NodeRef::<html::Button>::new();
    // What became of a file.
    let given = RwSignal::new(String::new());
    let written = RwSignal::new(String::new());
    let close = Callback::new(move |said: String| {
        asks.set(false);
        // Nothing outside an open dialog takes the focus or is spoken.
        clock::after(0, move || {
            focus_when_there(opener);
            given.try_set(said);
        });
    });
    let suggested = RwSignal::new(false);
    let write = move |format| {
        write(session, plan, format, suggested.get_untracked(), written);
    };
    view! {
        <section class="hand-over flow" aria-labelledby="hand-over">
            <h2 id="hand-over">"Hand over"</h2>
            <p>"This page sends nothing. You get a file, and you decide who sees it."</p>
            <h3>"A plan file to share"</h3>
            <p>
                "For your supervisor or line manager: they open it in Waymark, read it and can print it. You choose what goes in, and see it before it is saved."
            </p>
            <p class="buttons">
                <button
                    node_ref=opener
                    type="button"
                    class="button"
                    id="save-plan-file"
                    on:click=move |_| {
                        given.set(String::new());
                        asks.set(true);
                    }
                >
                    "Save plan file"
                </button>
            </p>
            <p id="handed-over" role="status" prop:textContent=given></p>
            <h3>"Your calendar, and a spreadsheet"</h3>
            <p>"These are for you: your notes are in them."</p>
            <p>
                "The calendar file has an all-day entry, marked private, for each action that has a month and is not done, and one for your next review. An action stands on the first day of its month, or today where that day has passed. Add the file again after a change: entries are renewed, not doubled, and what is done or has no month any more is cancelled."
            </p>
            <CheckboxGroup
                name="calendar-has"
                legend="What else goes into the calendar?"
                answers=vec![Answer {
                    value: "suggested".to_owned(),
                    label: "The months this tool suggests".to_owned(),
                    hint: "Otherwise only those you chose.".to_owned(),
                }]
                chosen=Signal::derive(move || {
                    suggested.get().then(|| "suggested".to_owned()).into_iter().collect::<Vec<_>>()
                })
                on_tick=Callback::new(move |(_, is_ticked)| suggested.set(is_ticked))
            />
            <p>
                "The spreadsheet has a row for every action, for Excel, Numbers or LibreOffice. Every cell is text, as you wrote it."
            </p>
            <p class="buttons">
                <button type="button" class="button plain" on:click=move |_| write(Format::Calendar)>
                    "Save a calendar file"
                </button>
                <button type="button" class="button plain" on:click=move |_| write(Format::Spreadsheet)>
                    "Save a spreadsheet"
                </button>
            </p>
            <p id="written" role="status" prop:textContent=written></p>
        </section>
        {move || asks.get().then(|| view! { <OpenedHere state opened=Opened::WhatLeaves(close)/> })}
    }
}

/// What goes into the file, and all that it will say.
#[component]
pub fn ChooseWhatLeaves(close: Callback<String>) -> impl IntoView {
    let session = use_session();
    let ticks = RwSignal::new(Vec::<ShareOption>::new());
    let file = Memo::new(move |_| {
        // What another tab changes is in the file too.
        session.read(|_| ());
        ticks.with(|ticks| session.plan_file(ticks))
    });
    let save = Callback::new(move |()| {
        let name = file.with_untracked(|(name, _)| name.clone());
        session.send_and(Event::SavePlan(ticks.get_untracked()), move || {
            // That it failed is said at the top of the page.
            let refused = session.was_not_saved(&name);
            close.try_run(match refused {
                true => String::new(),
                false => says::plan_given(&name),
            });
        });
    });
    let share = Callback::new(move |()| {
        let (name, text) = file.get_untracked();
        session.change(Change::SavedPlan(plan_hash(text.as_bytes())));
        share::share(&says::shared_name(&name), &text, move |shared| {
            close.run(match shared {
                Shared::Settled => String::new(),
                Shared::Refused => says::NOT_SHARED.to_owned(),
            });
        });
    });
    let cancel = Callback::new(move |()| close.run(String::new()));
    let action = |label: &str, press| Action {
        label: label.to_owned(),
        press,
    };
    let mut actions = vec![action("Save file", save)];
    if share::takes_files() {
        actions.push(action("Share …", share));
    }
    actions.push(action("Cancel", cancel));
    view! {
        <Modal
            id="hand-over-dialog"
            class="dialog hand-over-dialog"
            title="Save plan file"
            on_cancel=cancel
            actions
        >
            <div class="beside">
                <div><WhatElse ticks/></div>
                <div class="flow">
                    <h3>"What the file will say"</h3>
                    <Preview file/>
                </div>
            </div>
        </Modal>
    }
}

/// The boxes of what goes in besides what always does.
#[component]
fn WhatElse(ticks: RwSignal<Vec<ShareOption>>) -> impl IntoView {
    let answers = ShareOption::ALL
        .iter()
        .enumerate()
        .map(|(place, tick)| {
            let (label, hint) = says::tick(*tick);
            Answer {
                value: place.to_string(),
                label: label.to_owned(),
                hint: hint.to_owned(),
            }
        })
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || {
        let all = ShareOption::ALL.iter().enumerate();
        ticks.with(|ticks| {
            all.filter(|(_, tick)| ticks.contains(tick))
                .map(|(place, _)| place.to_string())
                .collect::<Vec<_>>()
        })
    });
    let tick = Callback::new(move |(value, is_ticked): (String, bool)| {
        let place = value.parse::<usize>().ok();
        if let Some(tick) = place.and_then(|place| ShareOption::ALL.get(place)) {
            ticks.update(|ticks| {
                ticks.retain(|it| it != tick);
                if is_ticked {
                    ticks.push(*tick);
                }
            });
        }
    });
    view! {
        <CheckboxGroup
            name="goes-in"
            legend="What else goes in?"
            hint=says::ALWAYS
            answers
            chosen
            on_tick=tick
        />
    }
}

/// What the reader will see, and the very text. Every other file has elements
/// of its own: a browser that translates the page has put its own in the place
/// of the words, and words changed under those would not be seen.
#[component]
fn Preview(file: Memo<(String, String)>) -> impl IntoView {
    let session = use_session();
    // Stays open for the next file.
    let shows_text = RwSignal::new(false);
    view! {
        <div class="plan-preview flow" role="group" aria-label="What the file will say" tabindex="0">
            <Each each=move || [file.get()] key=|(_, text)| text.clone() let((name, text))>
                {session.plan_preview((&name, &text)).map(|plan| view! { <PlanText plan/> })}
                <details
                    prop:open=shows_text.get_untracked()
                    on:toggle:target=move |event| shows_text.set(event.target().open())
                >
                    <summary>"The file itself, letter for letter"</summary>
                    <pre translate="no">{text}</pre>
                </details>
            </Each>
        </div>
    }
}

/// Writes a file for another program, whose part is asked for first, and says
/// what became of it.
fn write(
    session: SessionContext,
    plan: Memo<Plan>,
    format: Format,
    suggested: bool,
    said: RwSignal<String>,
) {
    said.set(String::new());
    let at = ClockReading {
        now: clock::now(),
        today: clock::today(),
    };
    let (rows, entries) = session.document(|document| {
        let rows = plan.with_untracked(|plan| export::rows(plan, document.id(), effort));
        match format {
            Format::Spreadsheet | Format::Team => (rows, Vec::new()),
            Format::Calendar => {
                let earlier: Vec<_> = document.in_calendar().cloned().collect();
                let choice = CalendarChoice {
                    suggested,
                    review: document.profile().next_review.get().copied(),
                };
                export::calendar_rows(rows, document.id(), &earlier, choice)
            }
        }
    });
    if format == Format::Calendar && !export::has_events(&rows) {
        said.set(says::NO_MONTHS.to_owned());
        return;
    }
    let name = format!("waymark-plan-{}.{}", at.today.iso(), format.extension());
    spawn_local(async move {
        let sentence = match parts::export().await {
            Ok(write) if files::save_bytes(&name, &write(format, &rows, at)) => {
                session.change(Change::InCalendar(entries));
                says::given(&name)
            }
            Ok(_) => says::not_given(&name),
            Err(_) => {
                // Loading the page again keeps what is stored only.
                session.send(Event::SaveDue);
                says::no_exporter(session.is_stored()).to_owned()
            }
        };
        // The page may have been left meanwhile.
        said.try_set(sentence);
    });
}

fn effort(action: &PlanAction) -> String {
    action.effort.map_or(String::new(), plan_page::effort)
}

//! `#/review`: somebody's plan, to read, to print, and to give a view on.

mod answer;
mod others;

use leptos::prelude::*;

use super::PageTitle;
use super::plan_read::{PlanActions, PlanFacts, PlanMore};
use crate::app::review::{PlanLine, ReaderPage, on_paper};
use crate::app::route::Route;
use crate::app::session::{Event, EventButton};
use crate::domain::file::NOT_A_VERDICT;
use crate::domain::ids::PlanHash;
use crate::domain::limits::FILE_BYTES;
use crate::platform::{files, page};
use crate::ui::components::{Buttons, Each, Signatures, Table, TableRow};
use crate::ui::parts::{self, DrawReview};
use crate::ui::session::{OPEN_FILE, PLAN_READ, use_session};
use crate::ui::when_here::WhenHere;

/// The page of somebody who was sent a plan.
#[component]
pub fn ReviewPage() -> impl IntoView {
    let session = use_session();
    session.send(Event::FindDrafts);
    // What another tab says of the same plan shows here at once.
    let elsewhere = window_event_listener(leptos::ev::storage, move |_| {
        session.send(Event::FindDrafts);
    });
    on_cleanup(move || elsewhere.remove());
    let read = session.reader_page();
    // Not by the name of its file: two people's may have one name.
    let which = Memo::new(move |_| {
        let is_open = read.with(Option::is_some);
        is_open.then(|| session.plan_being_read()).flatten()
    });
    let open = move || which.get().into_iter().collect::<Vec<_>>();
    view! {
        <div class="flow asking review-page">
            <PageTitle>{Route::Review.heading()}</PageTitle>
            <Show when=move || which.with(Option::is_none)>
                <OpenPlan/>
            </Show>
            // Another plan is another element: nothing typed about one stands in
            // the next.
            <Each each=open key=PlanHash::clone let:_plan>
                <Reading read/>
            </Each>
            <others::Drafts/>
        </div>
    }
}

/// Before a plan is open.
#[component]
fn OpenPlan() -> impl IntoView {
    let session = use_session();
    let open = move |event| {
        files::chosen(&event, FILE_BYTES, move |chosen| session.open(chosen));
    };
    view! {
        <p class="lead">
            "Somebody sent you their plan as a file. Read it here, print it, say how you see it, and send your view back as a file. Nothing is sent by this page."
        </p>
        <p>"It is kept apart from what you entered about yourself, if you did."</p>
        <div class="field">
            <label for=OPEN_FILE>"Open the plan file"</label>
            <p class="hint" id="open-file-hint">
                "Its name begins with “waymark-plan-”. You can also drop it anywhere on this page."
            </p>
            <input
                id=OPEN_FILE
                class="input"
                type="file"
                accept=".json,.txt,application/json,text/plain"
                aria-describedby="open-file-hint"
                on:change=open
            />
        </div>
        <p>
            "Do you have the plan files of a whole team? "
            <a href=Route::Team.href()>"See what a team needs"</a>
            ": which courses would help how many, without names."
        </p>
    }
}

/// Whose plan it is; the rest is a part of the program of its own.
#[component]
fn Reading(read: Memo<Option<ReaderPage>>) -> impl IntoView {
    let title = read.with_untracked(|it| it.as_ref().map(|it| it.title.clone()));
    view! {
        <section class="plan-read flow" aria-labelledby=PLAN_READ>
            <p class="running" aria-hidden="true"><bdi>{title.clone()}</bdi></p>
            <h2 id=PLAN_READ tabindex="-1"><bdi>{title}</bdi></h2>
            <WhenHere part=parts::opened_review draw=move |draw: DrawReview| draw(read, Opened::Plan)/>
        </section>
        <WhenHere part=parts::opened_review draw=move |draw: DrawReview| draw(read, Opened::YourView)/>
    }
}

/// What is drawn once a plan is open.
#[derive(Clone, Copy)]
pub enum Opened {
    Plan,
    YourView,
}

/// Draws it; the part's own function.
pub fn draw(read: Memo<Option<ReaderPage>>, opened: Opened) -> AnyView {
    match opened {
        Opened::Plan => view! { <Plan read/> }.into_any(),
        Opened::YourView => view! {
            <answer::YourView read/>
            <IsItYours/>
        }
        .into_any(),
    }
}

/// Somebody's plan, to read and print.
#[component]
fn Plan(read: Memo<Option<ReaderPage>>) -> impl IntoView {
    let ReaderPage {
        plan,
        aim,
        is_aim_supposed,
        ..
    } = read.get_untracked().unwrap_or_default();
    let caption = match is_aim_supposed {
        true => "What they say, beside what this tool supposes as their aim: they have chosen none",
        false => "What they say, beside what their aim looks for",
    };
    let file = plan.file.clone();
    let remarks = plan
        .remarks
        .iter()
        .map(|remark| view! { <li>{remark.clone()}</li> })
        .collect_view();
    let rows = move || -> Vec<TableRow> {
        read.with(|it| {
            let lines = it.iter().flat_map(|it| it.lines.iter());
            lines.map(row).collect()
        })
    };
    let headings = [
        "Competency".to_owned(),
        "They say".to_owned(),
        format!("{aim} looks for"),
        "You say".to_owned(),
    ];
    let labels = headings[1..].to_vec();
    let hides =
        Memo::new(move |_| read.with(|it| it.as_ref().is_some_and(ReaderPage::hides_scores)));
    let first = move || {
        hides.get().then(|| {
            view! {
                <p class="notice">
                    "They ask you to score first. Each of their scores shows once you have chosen yours, or said that you have not seen it. The page only hides them: they are in the file."
                </p>
            }
        })
    };
    // What tells of a hidden score comes once that is seen.
    let text = Memo::new(move |_| read.with(|it| it.as_ref().map(|it| it.plan.clone())));
    let hidden = Memo::new(move |_| {
        let count = read.with(|it| it.as_ref().map_or(0, |it| it.hidden_actions));
        (count > 0).then(|| match count {
            1 => "One action tells of a score. It shows once you have chosen yours.".to_owned(),
            _ => format!(
                "{count} actions tell of their scores. They show once you have chosen all of yours."
            ),
        })
    });
    view! {
        <p class="no-print"><a href="#your-view">"Go to your view, below"</a> " or " <a href="#is-it-yours">"say that this plan is your own"</a></p>
        <p>{NOT_A_VERDICT}</p>
        {first}
        <PlanFacts facts=plan.facts/>
        <Table
            caption
            headings=Signal::stored(headings.to_vec())
            labels
            rows=Signal::derive(rows)
        />
        <h3>"Actions"</h3>
        {move || hidden.get().map(|words| view! { <p>{words}</p> })}
        {move || text.get().map(|plan| view! { <PlanActions actions=plan.actions heading=true/> })}
        {move || text.get().map(|plan| view! { <PlanMore more=plan.more level=3/> })}
        <OnPaper/>
        <Signatures/>
        <p class="hint">"From the file “" <bdi>{file}</bdi> "”."</p>
        <ul class="remarks">{remarks}</ul>
        <p class="buttons no-print">
            <button type="button" class="button plain" on:click=|_| page::print_only("plan-read")>
                "Print this plan"
            </button>
        </p>
    }
}

/// For somebody who opened their own.
#[component]
fn IsItYours() -> impl IntoView {
    let session = use_session();
    view! {
        <details>
            <summary id="is-it-yours">"Is this your own plan?"</summary>
            <p>
                "If you saved this file yourself, on another device perhaps, you can go on from it here."
            </p>
            <Buttons actions=session.actions(vec![EventButton {
                label: "This is mine: continue from it".to_owned(),
                event: Event::ContinueFromPlan,
            }])/>
        </details>
    }
}

/// What the reader says besides scores, where it is printed with the plan.
#[component]
fn OnPaper() -> impl IntoView {
    let session = use_session();
    let draft = session.review_draft();
    let lines = move || draft.with(|it| it.as_ref().map_or_else(Vec::new, on_paper));
    view! {
        <dl class="facts readers-words">
            <Each each=lines key=Clone::clone let((name, value))>
                <dt>{name}</dt>
                <dd><bdi>{value}</bdi></dd>
            </Each>
        </dl>
    }
}

fn row(line: &PlanLine) -> TableRow {
    let looks_for = match line.looks_for {
        Some(score) => score.to_string(),
        None => "Not part of their aim yet".to_owned(),
    };
    let mut view = line.view_words.clone();
    if line.worth_talking {
        view.push_str(": worth talking about");
    }
    TableRow {
        heading: line.title.to_owned(),
        href: String::new(),
        cells: vec![line.words.clone(), looks_for, view],
    }
}

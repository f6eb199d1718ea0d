//! The sheet for supervision: one side of A4.

use leptos::prelude::*;

use crate::app::results::{self, SheetReflection, sheet};
use crate::domain::framework::bundled;
use crate::domain::ladder::Bearing;
use crate::platform::{clock, page};
use crate::ui::components::fields::{Answer, CheckboxGroup};
use crate::ui::components::{Each, Signatures, Table, TableRow};
use crate::ui::session::use_session;

/// The sheet for a supervision meeting, printed on one side.
#[component]
pub fn Sheet() -> impl IntoView {
    let session = use_session();
    let sheet = session.memo(|document| {
        let bearing = Bearing::of(bundled(), document);
        sheet(bundled(), document, &bearing, clock::today())
    });
    let lines = move |read: fn(&results::SupervisionSheet) -> &Vec<String>| {
        sheet.with(|it| read(it).clone())
    };
    let headings = move || {
        sheet.with(|it| {
            let mut all = vec![
                "Competency".to_owned(),
                "My score".to_owned(),
                it.since.clone(),
            ];
            all.extend(it.readers.iter().cloned());
            all
        })
    };
    let with_reflections = RwSignal::new(false);
    let reflections = move || {
        let all = sheet.with(|it| it.reflections.clone());
        if with_reflections.get() {
            all
        } else {
            Vec::new()
        }
    };
    let has_reflections = move || sheet.with(|it| !it.reflections.is_empty());
    let readers = Memo::new(move |_| sheet.with(|it| it.readers.clone()));
    let rows = move || -> Vec<TableRow> {
        sheet.with(|it| {
            let rows = it.rows.iter().map(|row| TableRow {
                heading: row.title.to_owned(),
                href: String::new(),
                cells: [&row.answer, &row.change]
                    .into_iter()
                    .chain(&row.theirs)
                    .cloned()
                    .collect(),
            });
            rows.collect()
        })
    };
    let has_safety = move || sheet.with(|it| !it.safety.is_empty());
    let has_review = move || sheet.with(|it| !it.next_review.is_empty());
    view! {
        <div class="flow">
            <h2>"For supervision"</h2>
            <p>"One side of paper to take along. Your supervisor can write their own score beside yours."</p>
            <Show when=has_reflections>
                <CheckboxGroup
                    name="sheet-has"
                    legend="What else goes on the sheet?"
                    answers=vec![Answer {
                        value: "reflections".to_owned(),
                        label: "My reflections".to_owned(),
                        hint: "The latest of each competency. The sheet may then need a second page.".to_owned(),
                    }]
                    chosen=Signal::derive(move || {
                        with_reflections.get().then(|| "reflections".to_owned()).into_iter().collect::<Vec<_>>()
                    })
                    on_tick=Callback::new(move |(_, is_ticked)| with_reflections.set(is_ticked))
                />
            </Show>
            <p class="buttons">
                <button type="button" class="button" on:click=|_| page::print_only("sheet")>"Print the supervision sheet"</button>
            </p>
        </div>
        <section class="sheet" id="sheet" aria-labelledby="sheet-title">
            <h3 id="sheet-title">"Supervision sheet"</h3>
            <p class="small">"A self-assessment for development; not an assessment by an employer, not for pay or capability decisions."</p>
            <dl class="sheet-facts">
                <Each each=move || sheet.with(|it| it.facts.clone()) key=Clone::clone let:fact>
                    <div><dt>{fact.0}</dt><dd><bdi>{fact.1}</bdi></dd></div>
                </Each>
            </dl>
            <h4>"Safety topics not done, or not answered yet"</h4>
            <Show when=has_safety fallback=|| view! { <p>"None is open."</p> }>
                <ul class="columns">
                    <Each each=move || lines(|it| &it.safety) key=String::clone let:words>
                        <li>{words}</li>
                    </Each>
                </ul>
            </Show>
            {move || {
                let readers = readers.get();
                // A column is left for a pen where nobody has sent a score.
                let to_fill = if readers.is_empty() { "Supervisor’s score" } else { "" };
                let mut labels = vec!["My score".to_owned(), "Change".to_owned()];
                labels.extend(readers);
                view! {
                    <Table
                        caption="The six competencies, the lowest first"
                        headings=Signal::derive(headings)
                        labels
                        rows=Signal::derive(rows)
                        to_fill
                    />
                }
            }}
            <Show when=move || sheet.with(|it| !it.also.is_empty())>
                <p class="small" prop:textContent=move || sheet.with(|it| it.also.clone())></p>
            </Show>
            <div class="columns">
                <Each each=move || sheet.with(|it| it.actions.clone()) key=Clone::clone let((heading, list))>
                    <div class="together">
                        <h4>{heading}</h4>
                        <ul>{list.into_iter().map(|it| view! { <li><bdi>{it}</bdi></li> }).collect_view()}</ul>
                    </div>
                </Each>
            </div>
            <Show when=move || !reflections().is_empty()>
                <h4>"My reflections"</h4>
                <dl>
                    <Each each=reflections key=SheetReflection::clone let:reflection>
                        <dt>{reflection.title}</dt>
                        <dd class="own-words" dir="auto">{reflection.text}</dd>
                    </Each>
                </dl>
            </Show>
            <h4>"Three things to talk about "<span class="aside">"(this tool’s suggestion; yours come first)"</span></h4>
            <ol>
                <Each each=move || lines(|it| &it.talk) key=String::clone let:words>
                    <li>{words}</li>
                </Each>
            </ol>
            <h4>"What we agreed"</h4>
            <Show when=move || !lines(|it| &it.agreed).is_empty()>
                <ul>
                    <Each each=move || lines(|it| &it.agreed) key=String::clone let:words>
                        <li><bdi>{words}</bdi></li>
                    </Each>
                </ul>
            </Show>
            <div class="write-on"></div>
            <div class="side-by-side">
            <p class="next-review">
                <strong>"Next review: "</strong>
                <Show when=has_review fallback=|| view! { <span class="write-on short"></span> }>
                    <span prop:textContent=move || sheet.with(|it| it.next_review.clone())></span>
                </Show>
            </p>
            <p>
                <strong>"Supervisor: "</strong>
                <Show
                    when=move || sheet.with(|it| !it.supervisor.is_empty())
                    fallback=|| view! { <span class="write-on short"></span> }
                >
                    <bdi prop:textContent=move || sheet.with(|it| it.supervisor.clone())></bdi>
                </Show>
            </p>
            </div>
            <Signatures/>
        </section>
    }
}

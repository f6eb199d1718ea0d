//! The sheet for supervision: one side of A4.

use leptos::prelude::*;

use crate::app::results::{self, sheet};
use crate::domain::framework::bundled;
use crate::domain::ladder::Bearing;
use crate::platform::{clock, page};
use crate::ui::components::{Each, Table, TableRow};
use crate::ui::session::use_session;

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
        let since = sheet.with(|it| it.since.clone());
        vec!["Competency".to_owned(), "My score".to_owned(), since]
    };
    let rows = move || -> Vec<TableRow> {
        sheet.with(|it| {
            let rows = it.rows.iter().map(|row| TableRow {
                heading: row.title.to_owned(),
                href: String::new(),
                cells: vec![row.answer.clone(), row.change.clone()],
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
            <h4>"Safety topics still open"</h4>
            <Show when=has_safety fallback=|| view! { <p>"None is open."</p> }>
                <ul class="columns">
                    <Each each=move || lines(|it| &it.safety) key=String::clone let:words>
                        <li>{words}</li>
                    </Each>
                </ul>
            </Show>
            <Table
                caption="The six competencies"
                headings=Signal::derive(headings)
                labels=vec!["My score".to_owned(), "Change".to_owned()]
                rows=Signal::derive(rows)
                to_fill="Supervisor’s score"
            />
            <Show when=move || sheet.with(|it| !it.also.is_empty())>
                <p class="small" prop:textContent=move || sheet.with(|it| it.also.clone())></p>
            </Show>
            <h4>"Three things to talk about "<span class="aside">"(this tool’s suggestion; yours come first)"</span></h4>
            <ol>
                <Each each=move || lines(|it| &it.talk) key=String::clone let:words>
                    <li>{words}</li>
                </Each>
            </ol>
            <h4>"What we agreed"</h4>
            <div class="write-on"></div>
            <div class="write-on"></div>
            <div class="write-on"></div>
            <div class="write-on"></div>
            <p class="next-review">
                <strong>"Next review: "</strong>
                <Show when=has_review fallback=|| view! { <span class="write-on short"></span> }>
                    <span prop:textContent=move || sheet.with(|it| it.next_review.clone())></span>
                </Show>
            </p>
        </section>
    }
}

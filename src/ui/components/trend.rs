//! How a score changed over time.

use leptos::prelude::*;

use super::each::Each;
use super::table::{Table, TableRow};

/// One of the columns of a chart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TrendColumn {
    /// Unique in the chart.
    pub date: String,
    /// As short as it goes: "3", "not rated".
    pub short: String,
    /// `0` to `5`, `not-rated`, `no-opportunity` or `cleared`.
    pub look: String,
}

/// How a score changed over time: a sentence, a chart that says no more than
/// that, and every score as a table.
#[component]
pub fn TrendChart(
    #[prop(into)] title: String,
    /// The change as a sentence.
    #[prop(into)]
    sentence: Signal<String>,
    /// Oldest first.
    #[prop(into)]
    columns: Signal<Vec<TrendColumn>>,
    /// What to know of the columns; empty for nothing.
    #[prop(into)]
    remark: Signal<String>,
    /// Of the table, the first above the dates.
    headings: Vec<String>,
    /// Oldest first.
    #[prop(into)]
    rows: Signal<Vec<TableRow>>,
) -> impl IntoView {
    let caption = format!("{title}: every rating");
    let summary = format!("{title} as a table");
    let labels = headings[1..].to_vec();
    view! {
        <div class="flow">
            <h3>{title}</h3>
            <p prop:textContent=move || sentence.get()></p>
            <ol class="trend" aria-hidden="true">
                <Each each=move || columns.get() key=TrendColumn::clone let:column>
                    <li>
                        <span class="column" data-is=column.look><span class="fill"></span></span>
                        <span class="is">{column.short}</span>
                        <span class="date">{column.date}</span>
                    </li>
                </Each>
            </ol>
            <p class="small" hidden=move || remark.with(String::is_empty) prop:textContent=move || remark.get()></p>
            <details>
                <summary>{summary}</summary>
                <Table caption labels headings=Signal::stored(headings) rows/>
            </details>
        </div>
    }
}

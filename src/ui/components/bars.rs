//! Bars of scores beside what is aimed for.

use leptos::prelude::*;

use super::each::Each;
use super::hidden::Hidden;
use super::table::{Table, TableRow};

/// A score from 0 to 5, or none, beside the score that is aimed for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bar {
    /// Unique among the bars.
    pub title: String,
    /// What the bar shows, after its title.
    pub sentence: String,
    /// `0` to `5`, `not-rated`, `no-opportunity` or `cleared`.
    pub look: String,
    /// The score that is aimed for, if any.
    pub aim: Option<u8>,
    /// Where the title leads in the table.
    pub href: String,
    /// Below the second heading of the table and the following.
    pub cells: Vec<String>,
}

/// Bars with the aim marked across each, and the same as a table.
#[component]
pub fn Bars(
    #[prop(into)] bars: Signal<Vec<Bar>>,
    #[prop(into)] caption: String,
    /// Of the table, the first above the titles.
    headings: Vec<String>,
) -> impl IntoView {
    let rows = move || {
        bars.with(|bars| {
            let rows = bars.iter().map(|bar| TableRow {
                heading: bar.title.clone(),
                href: bar.href.clone(),
                cells: bar.cells.clone(),
            });
            rows.collect::<Vec<_>>()
        })
    };
    let labels = headings[1..].to_vec();
    view! {
        <ul class="bars" role="list">
            <Each each=move || bars.get() key=Bar::clone let:bar>
                <li>
                    <p><strong>{bar.title}</strong>": "{bar.sentence}</p>
                    <div class="bar" aria-hidden="true" data-is=bar.look data-aim=bar.aim.map(|aim| aim.to_string())>
                        {bar.aim.map(|_| view! { <span class="aim-mark"></span> })}
                        <span class="fill"></span>
                    </div>
                </li>
            </Each>
        </ul>
        <details>
            <summary>"The same as a table"<Hidden>{format!(": {caption}")}</Hidden></summary>
            <Table caption=caption.clone() labels headings=Signal::stored(headings) rows=Signal::derive(rows)/>
        </details>
    }
}

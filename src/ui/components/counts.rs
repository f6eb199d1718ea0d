//! Bars of how many people.

use leptos::prelude::*;

use super::each::Each;
use super::hidden::Hidden;
use super::table::{Table, TableRow};

/// A number of people, as a bar of all of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CountBar {
    /// Unique among the bars.
    pub title: String,
    /// What the bar shows, after its title.
    pub sentence: String,
    /// Of all, in hundredths; none where no number is told.
    pub share: Option<u8>,
    /// What the mark beside the bar says; empty for no mark.
    pub mark: &'static str,
    /// Below the second heading of the table and the following.
    pub cells: Vec<String>,
}

/// Bars of how many, and the same as a table.
#[component]
pub fn Counts(
    #[prop(into)] bars: Signal<Vec<CountBar>>,
    #[prop(into)] caption: String,
    /// Of the table, the first above the titles.
    headings: Vec<&'static str>,
    /// How many bars there are at most; the table has all.
    #[prop(default = usize::MAX)]
    most: usize,
) -> impl IntoView {
    let rows = move || -> Vec<TableRow> {
        bars.with(|bars| {
            let rows = bars.iter().map(|bar| TableRow {
                heading: bar.title.clone(),
                href: String::new(),
                cells: bar.cells.clone(),
            });
            rows.collect()
        })
    };
    let first = move || bars.with(|bars| bars.iter().take(most).cloned().collect::<Vec<_>>());
    let headings: Vec<String> = headings.into_iter().map(str::to_owned).collect();
    let labels = headings[1..].to_vec();
    view! {
        <ul class="bars counts" role="list">
            <Each each=first key=CountBar::clone let:bar>
                <li>
                    <p>
                        <strong>{bar.title}</strong>": "{bar.sentence}
                        {(!bar.mark.is_empty()).then(|| view! { " "<span class="mark">{bar.mark}</span> })}
                    </p>
                    <div class="bar" aria-hidden="true" class:untold=bar.share.is_none()>
                        <span class="fill" style:width=format!("{}%", bar.share.unwrap_or(0))></span>
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

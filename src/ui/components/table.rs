//! Tables.

use leptos::prelude::*;

use super::each::Each;

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableRow {
    /// Unique in the table.
    pub heading: String,
    /// Where the heading leads; empty for nowhere.
    pub href: String,
    /// Below the second heading of the table and the following.
    pub cells: Vec<String>,
}

impl TableRow {
    /// A row with a link stays while its cells change, as somebody may be on
    /// the link; another row is what it says.
    fn key(&self) -> Self {
        let mut key = self.clone();
        if !key.href.is_empty() {
            key.cells.clear();
        }
        key
    }
}

/// A table that stacks on a narrow screen.
#[component]
pub fn Table(
    #[prop(into)] caption: String,
    #[prop(into)] headings: Signal<Vec<String>>,
    /// How each cell of a row names its heading where the table is stacked.
    labels: Vec<String>,
    #[prop(into)] rows: Signal<Vec<TableRow>>,
    /// The heading of a last column that is left for a pen. Empty for none.
    #[prop(into, optional)]
    to_fill: String,
) -> impl IntoView {
    let of_last = to_fill.clone();
    view! {
        <table class="stacks">
            <caption>{caption}</caption>
            <thead>
                <tr>
                    <Each each=move || headings.get() key=String::clone let:words>
                        <th scope="col">{words}</th>
                    </Each>
                    {(!to_fill.is_empty()).then(|| view! { <th scope="col">{to_fill}</th> })}
                </tr>
            </thead>
            <tbody>
                <Each each=move || rows.get() key=TableRow::key let:row>
                    <Row row rows labels=labels.clone() to_fill=of_last.clone()/>
                </Each>
            </tbody>
        </table>
    }
}

#[component]
fn Row(
    row: TableRow,
    rows: Signal<Vec<TableRow>>,
    labels: Vec<String>,
    to_fill: String,
) -> impl IntoView {
    let TableRow {
        heading,
        href,
        cells,
    } = row;
    let follows = !href.is_empty();
    let cells = cells.into_iter().zip(labels).enumerate();
    let cells = cells
        .map(|(place, (words, label))| {
            if !follows {
                return view! { <td data-label=label>{words}</td> }.into_any();
            }
            let of = heading.clone();
            let now = move || {
                rows.with(|rows| {
                    let row = rows.iter().find(|row| row.heading == of);
                    row.and_then(|row| row.cells.get(place).cloned())
                })
            };
            view! { <td data-label=label prop:textContent=now></td> }.into_any()
        })
        .collect::<Vec<_>>();
    let heading = if follows {
        view! { <a href=href>{heading}</a> }.into_any()
    } else {
        heading.into_any()
    };
    view! {
        <tr>
            <th scope="row">{heading}</th>
            {cells}
            {(!to_fill.is_empty()).then(|| view! { <td class="to-fill" data-label=to_fill></td> })}
        </tr>
    }
}

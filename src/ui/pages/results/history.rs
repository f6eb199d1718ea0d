//! How the ratings changed.

use leptos::prelude::*;

use crate::app::results::{Trend, Trends, trends};
use crate::domain::framework::bundled;
use crate::ui::components::{Each, TableRow, TrendChart, TrendColumn};
use crate::ui::session::use_session;

/// How the scores changed over time.
#[component]
pub fn History() -> impl IntoView {
    let session = use_session();
    let shown = session.memo(|document| trends(bundled(), document));
    let has_once = move || shown.with(|it| !it.once.is_empty());
    let has_none = move || shown.with(|it| it.once.is_empty() && it.trends.is_empty());
    let titles =
        move || -> Vec<_> { shown.with(|it| it.trends.iter().map(|trend| trend.title).collect()) };
    view! {
        <section class="flow">
            <h2>"How it changed"</h2>
            <p hidden=move || !has_none()>"Each rating is kept with its date. Once you have rated a competency, you see here how it changes."</p>
            <Each each=titles key=|title| *title let:title>
                <OneTrend title shown/>
            </Each>
            <Show when=has_once>
                <div class="flow">
                    <h3>"Rated once"</h3>
                    <ul>
                        <Each each=move || shown.with(|it| it.once.clone()) key=String::clone let:words>
                            <li>{words}</li>
                        </Each>
                    </ul>
                    <p>"Rate one of these again, and you see here how it changed."</p>
                </div>
            </Show>
        </section>
    }
}

/// How the ratings of one competency changed.
#[component]
fn OneTrend(title: &'static str, shown: Memo<Trends>) -> impl IntoView {
    let trend =
        Memo::new(move |_| shown.with(|it| it.trends.iter().find(|it| it.title == title).cloned()));
    let words = move |read: fn(&Trend) -> String| {
        trend.with(|trend| trend.as_ref().map(read).unwrap_or_default())
    };
    let columns = move || {
        trend.with(|trend| {
            let points = trend.iter().flat_map(|it| &it.points[it.left_out..]);
            let columns = points.map(|point| TrendColumn {
                date: point.date.clone(),
                short: point.short.clone(),
                look: point.look.clone(),
            });
            columns.collect::<Vec<_>>()
        })
    };
    let rows = move || {
        trend.with(|trend| {
            let points = trend.iter().flat_map(|it| &it.points);
            let rows = points.map(|point| TableRow {
                heading: point.date.clone(),
                href: String::new(),
                cells: vec![point.answer.clone(), point.change.clone()],
            });
            rows.collect::<Vec<_>>()
        })
    };
    let headings = ["Date", "Your answer", "Change"].map(str::to_owned);
    view! {
        <TrendChart
            title
            sentence=Signal::derive(move || words(|it| it.sentence.clone()))
            columns=Signal::derive(columns)
            remark=Signal::derive(move || words(|it| it.remark.clone()))
            headings=headings.into()
            rows=Signal::derive(rows)
        />
    }
}

//! The plan on paper: a document to sign. Seen on paper only.

use leptos::prelude::*;

use super::state::PlanState;
use crate::app::plan_page::{NO_VERDICT, PaperRow, paper};
use crate::domain::framework::bundled;
use crate::platform::clock;
use crate::ui::components::Signatures;

#[component]
pub fn Paper(page: PlanState) -> impl IntoView {
    let paper = Memo::new(move |_| {
        page.plan.with(|plan| {
            let today = clock::today();
            page.session
                .read(|document| paper(bundled(), document, plan, today))
        })
    });
    view! {
        <section class="paper">
            <h2 class="paper-title">"Training plan"</h2>
            <dl class="paper-facts">{move || paper.with(|paper| facts(&paper.facts))}</dl>
            {move || paper.with(|paper| table(&paper.next))}
            {move || paper.with(|paper| asks(&paper.ask))}
            {move || paper.with(|paper| later(&paper.later))}
            {move || paper.with(|paper| done(&paper.done))}
            <p>{NO_VERDICT}</p>
            <Signatures/>
        </section>
    }
}

fn facts(facts: &[(&'static str, String)]) -> impl IntoView + use<> {
    let rows = facts.iter().cloned().map(|(name, words)| {
        view! {
            <div>
                <dt prop:textContent=name></dt>
                <dd><bdi prop:textContent=words></bdi></dd>
            </div>
        }
    });
    rows.collect_view()
}

fn table(rows: &[PaperRow]) -> impl IntoView + use<> {
    let rows = rows.iter().cloned().map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <table>
                <caption>"What I do next"</caption>
                <thead>
                    <tr>
                        <th scope="col">"Action"</th>
                        <th scope="col">"Month"</th>
                        <th scope="col">"Time it takes"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p class="small">"* This tool’s own estimate or suggestion."</p>
        }
    })
}

fn row(row: PaperRow) -> impl IntoView {
    let PaperRow {
        title,
        provider,
        begun,
        month,
        time,
    } = row;
    let provider = (!provider.is_empty())
        .then(|| view! { <span class="soft">", " <bdi prop:textContent=provider></bdi></span> });
    let begun = (!begun.is_empty()).then(|| {
        let begun = format!(" ({begun})");
        view! { <span prop:textContent=begun></span> }
    });
    view! {
        <tr>
            <th scope="row"><bdi prop:textContent=title></bdi>{provider}{begun}</th>
            <td prop:textContent=month></td>
            <td prop:textContent=time></td>
        </tr>
    }
}

fn asks(asks: &[(String, String)]) -> impl IntoView + use<> {
    list("What I ask my employer or network for", asks)
}

fn done(done: &[(String, String)]) -> impl IntoView + use<> {
    list("Done", done)
}

/// Titles and when, under a heading; nothing where there are none.
fn list(heading: &'static str, items: &[(String, String)]) -> impl IntoView + use<> {
    let items = items.iter().cloned().map(|(title, when)| {
        let stop = if when.is_empty() { "" } else { ", " };
        let when = format!("{stop}{when}");
        view! {
            <li><bdi prop:textContent=title></bdi><span prop:textContent=when></span></li>
        }
    });
    let items = items.collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <h3>{heading}</h3> <ul>{items}</ul> })
}

fn later(stages: &[(&'static str, Vec<String>)]) -> impl IntoView + use<> {
    let stages = stages.iter().cloned().map(|(stage, titles)| {
        let last = titles.len().saturating_sub(1);
        let titles = titles.into_iter().enumerate().map(|(at, title)| {
            let stop = if at == last { "." } else { "; " };
            view! { <bdi prop:textContent=title></bdi>{stop} }
        });
        let titles = titles.collect_view();
        view! { <p><strong>{stage} ": "</strong> {titles}</p> }
    });
    let stages = stages.collect::<Vec<_>>();
    (!stages.is_empty()).then(|| view! { <h3>"Later"</h3> <div>{stages}</div> })
}

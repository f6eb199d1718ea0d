//! The plan on paper: a document to sign. Seen on paper only.

use leptos::prelude::*;

use super::state::PlanState;
use crate::app::plan_page::NO_VERDICT;
use crate::app::plan_page::paper::{self, Full, PaperPlan, Row};
use crate::domain::framework::bundled;
use crate::ui::components::Signatures;

/// The plan as a document to print and sign.
#[component]
pub fn Paper(state: PlanState) -> impl IntoView {
    let plan = Memo::new(move |_| {
        state.plan.with(|plan| {
            state
                .session
                .read(|document| paper::paper(bundled(), document, plan, state.session.today()))
        })
    });
    view! {
        <section class="paper">
            <h2 class="paper-title">"Training plan"</h2>
            {move || draw(plan.get(), state.paper_in_full.get())}
            <p>{NO_VERDICT} " Made with Waymark, from the Somerset competency framework, version 4.0 (March 2021)."</p>
            <Signatures/>
        </section>
    }
}

fn draw(plan: PaperPlan, in_full: bool) -> impl IntoView {
    let facts = plan.facts.into_iter().map(|(name, words)| {
        view! {
            <div><dt>{name}</dt><dd><bdi>{words}</bdi></dd></div>
        }
    });
    let later = plan.later.into_iter().map(|(stage, titles)| {
        view! {
            <p><strong>{format!("{stage}: ")}</strong> {titles}</p>
        }
    });
    let (has_later, later) = (later.len() > 0, later.collect_view());
    view! {
        <dl class="paper-facts">{facts.collect_view()}</dl>
        {(!plan.next.is_empty()).then(|| table(plan.next))}
        {list("What I ask my employer or network for", plan.ask)}
        {has_later.then(|| view! { <h3>"Later"</h3> <div>{later}</div> })}
        {list("Done", plan.done)}
        {in_full.then(|| full(plan.full))}
    }
}

/// Each action with how, why, score, provider and address.
fn full(all: Vec<Full>) -> impl IntoView {
    let items = all.into_iter().map(|it| {
        let lines = it.lines.into_iter().map(|(name, words)| {
            view! { <p><strong>{name}": "</strong> <bdi>{words}</bdi></p> }
        });
        view! { <li><p><strong><bdi>{it.title}</bdi></strong></p> {lines.collect_view()}</li> }
    });
    view! {
        <h3>"Each action in full"</h3>
        <ol class="in-full">{items.collect_view()}</ol>
    }
}

fn table(rows: Vec<Row>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| view! {
        <tr>
            <th scope="row">
                <bdi>{row.title}</bdi>
                {(!row.provider.is_empty()).then(|| view! { <span class="soft">", " <bdi>{row.provider}</bdi></span> })}
                {(!row.agreed.is_empty()).then(|| view! { <span class="soft">" " <bdi>{row.agreed}</bdi></span> })}
                {row.doing.then(|| view! { <span>" (doing)"</span> })}
            </th>
            <td>{row.month}</td>
            <td>{row.time}</td>
        </tr>
    });
    view! {
        <table>
            <caption>"What I do next"</caption>
            <thead><tr><th scope="col">"Action"</th><th scope="col">"Month"</th><th scope="col">"Time it takes"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p class="small">"* This tool’s own estimate or suggestion."</p>
    }
}

fn list(heading: &'static str, lines: Vec<String>) -> Option<impl IntoView> {
    let items = lines
        .into_iter()
        .map(|line| view! { <li><bdi>{line}</bdi></li> })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| view! { <h3>{heading}</h3> <ul>{items}</ul> })
}

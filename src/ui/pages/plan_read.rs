//! A plan from a file, to read and to print.

use leptos::prelude::*;

use crate::app::shared_plan::{Fact, SharedPlan, SharedPlanItem};
use crate::domain::file::NOT_A_VERDICT;
use crate::platform::page;
use crate::ui::components::{ExternalLink, Signatures};
use crate::ui::session::PLAN_READ;

/// Somebody's plan on the page "Your data", with room to sign.
#[component]
pub fn SharedPlan(plan: SharedPlan) -> impl IntoView {
    let file = plan.file.clone();
    let remarks = plan
        .remarks
        .iter()
        .map(|remark| view! { <li>{remark.clone()}</li> })
        .collect_view();
    view! {
        <section class="plan-read flow" aria-labelledby=PLAN_READ>
            <PlanText plan level=2/>
            <Signatures/>
            <p class="hint">"From the file “" <bdi>{file}</bdi> "”, only to read."</p>
            <ul class="remarks">{remarks}</ul>
            <p class="buttons">
                <button type="button" class="button plain" on:click=|_| page::print_only("plan-read")>
                    "Print this plan"
                </button>
            </p>
        </section>
    }
}

/// All that a plan says.
#[component]
pub fn PlanText(
    plan: SharedPlan,
    /// Of its heading, 2 or 4; its parts have the next.
    level: u8,
) -> impl IntoView {
    let SharedPlan {
        title,
        facts,
        scores,
        actions,
        more,
        ..
    } = plan;
    let title = match level {
        2 => view! { <h2 id=PLAN_READ><bdi>{title}</bdi></h2> }.into_any(),
        _ => view! { <h4 id=PLAN_READ><bdi>{title}</bdi></h4> }.into_any(),
    };
    let part = move |words: &'static str| match level {
        2 => view! { <h3>{words}</h3> }.into_any(),
        _ => view! { <h5>{words}</h5> }.into_any(),
    };
    let scores = scores
        .into_iter()
        .map(|(name, rating)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-label="Rating">{rating}</td>
                </tr>
            }
        })
        .collect_view();
    let actions = if actions.is_empty() {
        view! { <p>"There are no actions in it."</p> }.into_any()
    } else {
        view! { <ol class="plan-items">{items(actions)}</ol> }.into_any()
    };
    let more = more
        .into_iter()
        .map(|(heading, all)| {
            view! {
                {part(heading)}
                <ul class="plan-items">{items(all)}</ul>
            }
        })
        .collect_view();
    view! {
        {title}
        <p>{NOT_A_VERDICT}</p>
        <Facts facts/>
        <table class="stacks narrow">
            <caption>"The latest rating of each competency"</caption>
            <thead>
                <tr>
                    <th scope="col">"Competency"</th>
                    <th scope="col">"Rating"</th>
                </tr>
            </thead>
            <tbody>{scores}</tbody>
        </table>
        {part("Actions")}
        <p class="hint">"In the reasons, “you” is the person whose plan this is."</p>
        {actions}
        {more}
    }
}

fn items(all: Vec<SharedPlanItem>) -> impl IntoView {
    all.into_iter().map(item).collect_view()
}

fn item(item: SharedPlanItem) -> impl IntoView {
    let why = item
        .why
        .into_iter()
        .map(|why| view! { <p>{why}</p> })
        .collect_view();
    let link = item
        .link
        .map(|(url, text)| view! { <p><ExternalLink url text/></p> });
    view! {
        <li>
            <p class="plan-item"><bdi>{item.title}</bdi></p>
            {why}
            <Facts facts=item.facts/>
            {link}
        </li>
    }
}

/// Names and what stands beside them; nothing where there are none.
#[component]
fn Facts(facts: Vec<Fact>) -> impl IntoView {
    let rows = facts
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> })
}

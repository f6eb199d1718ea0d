//! What a plan from a file says, for whoever reads it and whoever is about to
//! save it.

use leptos::prelude::*;

use crate::app::shared_plan::{Fact, SharedPlan, SharedPlanItem};
use crate::domain::file::NOT_A_VERDICT;
use crate::ui::components::ExternalLink;

/// All that a plan says.
#[component]
pub fn PlanText(plan: SharedPlan) -> impl IntoView {
    let SharedPlan {
        title,
        facts,
        scores,
        actions,
        more,
        ..
    } = plan;
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
    view! {
        <h4><bdi>{title}</bdi></h4>
        <p>{NOT_A_VERDICT}</p>
        <PlanFacts facts/>
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
        <h5>"Actions"</h5>
        <p class="hint">"In the reasons, “you” is the person whose plan this is."</p>
        <PlanActions actions heading=false/>
        <PlanMore more level=5/>
    }
}

/// The actions of a plan, one below the other.
#[component]
pub fn PlanActions(
    actions: Vec<SharedPlanItem>,
    /// Whether each has a heading of its own.
    heading: bool,
) -> impl IntoView {
    if actions.is_empty() {
        return view! { <p>"There are no actions in it."</p> }.into_any();
    }
    let items = actions
        .into_iter()
        .map(|it| item(it, heading))
        .collect_view();
    view! { <ol class="plan-items">{items}</ol> }.into_any()
}

/// What else a plan has in it, under headings of a level, 3 or 5.
#[component]
pub fn PlanMore(more: Vec<(&'static str, Vec<SharedPlanItem>)>, level: u8) -> impl IntoView {
    let part = move |words: &'static str| match level {
        3 => view! { <h3>{words}</h3> }.into_any(),
        _ => view! { <h5>{words}</h5> }.into_any(),
    };
    more.into_iter()
        .map(|(heading, all)| {
            let items = all.into_iter().map(|it| item(it, false)).collect_view();
            view! {
                {part(heading)}
                <ul class="plan-items">{items}</ul>
            }
        })
        .collect_view()
}

fn item(item: SharedPlanItem, heading: bool) -> impl IntoView {
    let title = match heading {
        true => view! { <h4 class="plan-item"><bdi>{item.title}</bdi></h4> }.into_any(),
        false => view! { <p class="plan-item"><bdi>{item.title}</bdi></p> }.into_any(),
    };
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
            {title}
            {why}
            <PlanFacts facts=item.facts/>
            {link}
        </li>
    }
}

/// Names and what stands beside them; nothing where there are none.
#[component]
pub fn PlanFacts(facts: Vec<Fact>) -> impl IntoView {
    let rows = facts
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt> <dd>{value}</dd> })
        .collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> })
}

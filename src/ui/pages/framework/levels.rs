//! Career levels and the pay the framework suggested for them.

use leptos::prelude::*;

use super::place;
use crate::app::framework_parts::Part;
use crate::domain::framework::model::{Framework, Origin};

pub fn ladder(framework: &Framework) -> AnyView {
    let levels = framework
        .ladder
        .iter()
        .map(|level| {
            let sections = level
                .sections
                .iter()
                .filter_map(|id| framework.section(id.as_str()))
                .map(|section| {
                    view! { <li><a href=Part::Section(section).href()>{section.title}</a></li> }
                })
                .collect_view();
            let competencies = level
                .competencies
                .iter()
                .filter_map(|id| framework.competency(id.as_str()))
                .map(|it| view! { <li><a href=Part::Competency(it).href()>{it.title}</a></li> })
                .collect_view();
            let competencies = (!level.competencies.is_empty()).then(|| {
                view! { <p>"Assessed competencies:"</p> <ul>{competencies}</ul> }
            });
            view! {
                <li class="card">
                    <h2>{level.full_title}</h2>
                    <p>{level.about}</p>
                    <p>"What it asks for:"</p>
                    <ul>{sections}</ul>
                    {competencies}
                    <p><strong>"When this tool says it is covered: "</strong> {level.covered_when}</p>
                    <p>"Suggested band: " {level.band} ", or equivalent."</p>
                    {place(level.source, Origin::Framework)}
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="lead">"The framework suggests five levels. They are a way to see what comes next, not a verdict on anybody."</p>
        <p>"When a level counts as covered is this tool’s own rule where the framework names none: score 3 (Competent) for every level below the last. A level here is no claim to pay. " <a href=Part::Pay.href()>{Part::Pay.heading()}</a></p>
        <ol class="cards">{levels}</ol>
    }
    .into_any()
}

pub fn pay(framework: &Framework) -> AnyView {
    let pay = &framework.pay;
    let suggested = framework
        .ladder
        .iter()
        .map(|level| {
            view! {
                <tr>
                    <th scope="row">{level.title}</th>
                    <td data-label="Band">{level.band}</td>
                    <td data-label="Pay a year">{level.pay}</td>
                </tr>
            }
        })
        .collect_view();
    let bands = pay
        .bands
        .iter()
        .map(|band| {
            let rows = band
                .rows
                .iter()
                .map(|row| {
                    view! {
                        <tr>
                            <th scope="row">{row.years}</th>
                            <td>"£" {row.hourly}</td>
                            <td>{pounds(row.annual)}</td>
                        </tr>
                    }
                })
                .collect_view();
            view! {
                <table class="narrow">
                    <caption>{format!("Band {}, {}", band.band, pay.year)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Years"</th>
                            <th scope="col">"An hour"</th>
                            <th scope="col">"A year"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        })
        .collect_view();
    view! {
        <div class="notice caution"><p>{pay.warning}</p></div>
        {super::paragraphs(&pay.text)}
        <table class="stacks">
            <caption>{format!("What the framework suggested, {}", pay.year)}</caption>
            <thead>
                <tr><th scope="col">"Career level"</th><th scope="col">"Band"</th><th scope="col">"Pay a year"</th></tr>
            </thead>
            <tbody>{suggested}</tbody>
        </table>
        <h2>{format!("Agenda for Change, {}", pay.year)}</h2>
        {bands}
        {place(pay.source, Origin::Framework)}
    }
    .into_any()
}

/// "£19,737".
fn pounds(amount: u32) -> String {
    format!("£{},{:03}", amount / 1000, amount % 1000)
}

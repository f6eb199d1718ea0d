//! One of the six assessed competencies: features, interactions, rubric.

use leptos::prelude::*;

use super::place;
use crate::app::framework_parts::Part;
use crate::domain::framework::model::{Competency, Framework, Origin, Target};
use crate::ui::pages::resources::helped_by;

pub fn body(framework: &Framework, it: &Competency) -> AnyView {
    let level = framework.ladder.iter().find(|l| l.id == it.level);
    let features = it
        .features
        .iter()
        .map(|feature| view! { <li>{feature.text}</li> })
        .collect_view();
    let rows = it
        .statements
        .iter()
        .rev()
        .map(|statement| {
            let name = framework
                .scale
                .levels
                .iter()
                .find(|l| l.score == statement.score)
                .map(|l| l.name);
            view! {
                <tr>
                    <th scope="row">{statement.score} " – " {name}</th>
                    <td>{statement.text}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="lead">{it.summary}</p>
        {level.map(|level| {
            view! { <p>"First assessed at: " <a href=Part::Ladder.href()>{level.title}</a> " (" {level.training} ")."</p> }
        })}
        <h2>"Key features"</h2>
        <p>"What can be seen in a conversation."</p>
        <ul>{features}</ul>
        <h2>"What it looks like in a conversation"</h2>
        {super::names(&it.interactions)}
        <h2>"The six scores"</h2>
        <p>"What a worker would say of their own practice at each score. " <a href=Part::Scale.href()>"How to score"</a></p>
        <table class="stacks">
            <caption class="visually-hidden">{format!("{}: the six scores", it.title)}</caption>
            <thead>
                <tr><th scope="col">"Score"</th><th scope="col">"In your words"</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {place(it.source, Origin::Framework)}
        <h2>"Training that helps"</h2>
        <p>"Training helps with a skill; practice and rating again are what closes it."</p>
        {helped_by(framework, &Target::Competency(it.id.clone()))}
    }
    .into_any()
}

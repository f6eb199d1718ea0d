//! One of the six assessed competencies: features, interactions, rubric.

use leptos::prelude::*;

use super::pieces::{Names, Place};
use crate::app::framework_parts::{FrameworkPart, score_name};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Competency, Target};
use crate::ui::pages::resources::HelpedBy;

/// One competency: its features, interactions and six scores.
#[component]
pub fn CompetencyBody(competency: &'static Competency) -> impl IntoView {
    let mut levels = bundled().ladder.iter();
    let level = levels.find(|level| level.id == competency.level);
    let features = competency.features.iter();
    let statements = competency.statements.iter().rev();
    view! {
        <p class="lead">{competency.summary}</p>
        {level.map(|level| view! {
            <p>
                "First assessed at: " <a href=FrameworkPart::Ladder.href()>{level.title}</a>
                {format!(" ({}).", level.training)}
            </p>
        })}
        <h2>"Key features"</h2>
        <p>"What can be seen in a conversation."</p>
        <ul>{features.map(|feature| view! { <li>{feature.text}</li> }).collect_view()}</ul>
        <h2>"What it looks like in a conversation"</h2>
        <Names items=&competency.interactions().interactions/>
        <h2>"The six scores"</h2>
        <p>
            "What a worker would say of their own practice at each score. "
            <a href=FrameworkPart::Scale.href()>"How to score"</a>
        </p>
        <table class="stacks">
            <caption class="visually-hidden">{competency.title} ": the six scores"</caption>
            <thead>
                <tr><th scope="col">"Score"</th><th scope="col">"In your words"</th></tr>
            </thead>
            <tbody>
                {statements.map(|statement| view! {
                    <tr>
                        <th scope="row">{score_name(bundled(), statement.score)}</th>
                        <td>{statement.text}</td>
                    </tr>
                }).collect_view()}
            </tbody>
        </table>
        <Place source=competency.source/>
        <h2>"Training that helps"</h2>
        <p>"Training helps with a skill. Then practise it, and rate yourself again."</p>
        <HelpedBy target=Target::Competency(competency.id.clone()) of=competency.title/>
    }
}

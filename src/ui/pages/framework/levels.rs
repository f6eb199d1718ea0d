//! Career levels.

use leptos::prelude::*;

use super::pieces::{Fact, PartLink, Place};
use crate::app::framework_parts::FrameworkPart;
use crate::domain::framework::bundled;
use crate::domain::framework::model::CareerLevel;

/// The career levels, and what each looks for.
#[component]
pub fn Ladder() -> impl IntoView {
    view! {
        <p class="lead">
            "The framework suggests five levels. They are a way to see what comes next, not a verdict on anybody."
        </p>
        <p>
            "When a level counts as covered is this tool’s own rule where the framework names none: score 3 (Competent) for every level below the last. A level here is no claim to pay. "
            <PartLink part=FrameworkPart::Pay/>
        </p>
        <ol class="cards" role="list">
            {bundled().ladder.iter().map(|level| view! { <Level level/> }).collect_view()}
        </ol>
    }
}

#[component]
fn Level(level: &'static CareerLevel) -> impl IntoView {
    let sections = level.sections.iter();
    let sections = sections.filter_map(|id| bundled().section(id.as_str()));
    let competencies = level.competencies.iter();
    let competencies = competencies.filter_map(|id| bundled().competency(id.as_str()));
    let assessed = (!level.competencies.is_empty()).then(|| {
        view! {
            <p>"Assessed competencies:"</p>
            <Parts parts=competencies.map(FrameworkPart::Competency).collect()/>
        }
    });
    view! {
        <li class="card">
            <h2>{level.full_title}</h2>
            <p>{level.about}</p>
            <p>"What it asks for:"</p>
            <Parts parts=sections.map(FrameworkPart::Section).collect()/>
            {assessed}
            <Fact name="When this tool says it is covered: " value=level.covered_when/>
            <p>{format!("Suggested band: {}, or equivalent.", level.band)}</p>
            <Place source=level.source/>
        </li>
    }
}

#[component]
fn Parts(parts: Vec<FrameworkPart<'static>>) -> impl IntoView {
    let parts = parts.into_iter();
    view! { <ul>{parts.map(|part| view! { <li><PartLink part/></li> }).collect_view()}</ul> }
}

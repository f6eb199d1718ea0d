//! `#/framework`: the framework itself, to read and to print.

mod competency;
mod day_by_day;
mod levels;
mod reading;
mod roles;
mod section;

use leptos::prelude::*;

use crate::app::framework_parts::{self, Part};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Origin, Passage, Text};

pub use section::topic_element_id;

/// `#/framework`: what there is to read.
pub fn contents_page(heading: String) -> AnyView {
    let framework = bundled();
    let groups = framework_parts::contents(framework)
        .into_iter()
        .map(|group| {
            let parts = group
                .parts
                .into_iter()
                .map(|part| view! { <li><a href=part.href()>{part.heading()}</a></li> })
                .collect_view();
            view! {
                <section class="card">
                    <h2>{group.heading}</h2>
                    <ul class="plain-list">{parts}</ul>
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p class="lead">
                {framework.about.title}
                ", version "
                {framework.about.version}
                ", March 2021, told again in plain words."
            </p>
            <p>
                "Each part names the place in the original, so that you and your supervisor can look up the official wording. "
                <a href=Part::Differences.href()>{Part::Differences.heading()}</a>
            </p>
            <div class="contents">{groups}</div>
            <p class="small soft">{framework.about.copyright}</p>
        </div>
    }
    .into_any()
}

/// One part, or nothing where the framework has no such part.
pub fn part_page(slug: &str) -> Option<AnyView> {
    let framework = bundled();
    let part = Part::find(framework, slug)?;
    let body = match part {
        Part::Purpose => reading::passages(&framework.about.purpose),
        Part::KindsOfTraining => reading::passages(&framework.about.kinds_of_training),
        Part::SomersetModel => reading::somerset_model(framework),
        Part::Differences => reading::passages(&framework.about.differences),
        Part::Scale => reading::scale(framework),
        Part::References => reading::references(framework),
        Part::Competency(it) => competency::body(framework, it),
        Part::Ladder => levels::ladder(framework),
        Part::Pay => levels::pay(framework),
        Part::Apprenticeship => {
            reading::passages(std::slice::from_ref(&framework.practice.apprenticeship))
        }
        Part::Roles => roles::overview(framework),
        Part::Role(it) => roles::body(it),
        Part::Section(it) | Part::Topic(it, _) => section::body(framework, it),
        Part::OutcomeTools => day_by_day::outcome_tools(framework),
        Part::ReferralCodes => day_by_day::referral_codes(framework),
        Part::Directories => day_by_day::directories(framework),
        Part::PersonalisedPlan => {
            reading::passages(std::slice::from_ref(&framework.practice.personalised_plan))
        }
    };
    Some(
        view! {
            <p class="crumb"><a href="#/framework">"The framework"</a></p>
            <div class="flow">
                <h1 class="page-title" tabindex="-1">{part.heading()}</h1>
                {body}
            </div>
        }
        .into_any(),
    )
}

/// Paragraphs.
fn paragraphs(text: &[Text]) -> AnyView {
    text.iter()
        .map(|paragraph| view! { <p>{*paragraph}</p> })
        .collect_view()
        .into_any()
}

/// A list of names, or nothing.
fn names(items: &[Text]) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    let items = items
        .iter()
        .map(|item| view! { <li>{*item}</li> })
        .collect_view();
    view! { <ul>{items}</ul> }.into_any()
}

/// Where something stands in the original, and whether it is the tool's own.
fn place(source: Text, origin: Origin) -> AnyView {
    let own = (origin == Origin::Tool).then(|| {
        view! { <span class="tag own">"This tool’s own words"</span> " " }
    });
    view! { <p class="small soft place">{own} "In the original: " {source}</p> }.into_any()
}

/// A passage under its own heading.
fn passage(passage: &Passage) -> AnyView {
    view! {
        <section class="flow">
            <h2>{passage.title}</h2>
            {paragraphs(&passage.text)}
            {names(&passage.items)}
            {place(passage.source, passage.origin)}
        </section>
    }
    .into_any()
}

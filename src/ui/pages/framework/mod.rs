//! `#/framework`: the framework itself, to read and to print.

mod competency;
mod day_by_day;
mod levels;
mod pay;
mod pieces;
mod reading;
mod roles;
mod section;

use leptos::prelude::*;

use super::PageTitle;
use crate::app::framework_parts::{self, FrameworkPart};
use crate::app::route::Route;
use crate::domain::framework::{bundled, reading};

use pieces::{PartLink, PassageSection, Passages};

pub use section::topic_element_id;

/// `#/framework`: what there is to read.
#[component]
pub fn Contents() -> impl IntoView {
    let about = &bundled().about;
    let groups = framework_parts::contents(bundled())
        .into_iter()
        .map(|group| {
            let parts = group.parts.into_iter();
            view! {
                <section class="card">
                    <h2>{group.heading}</h2>
                    <ul class="plain-list" role="list">
                        {parts.map(|part| view! { <li><PartLink part/></li> }).collect_view()}
                    </ul>
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="flow">
            <PageTitle>{Route::Framework.heading()}</PageTitle>
            <p class="lead">
                {format!("{}, version {}, March 2021, in plain words.", about.title, about.version)}
            </p>
            <p>
                "Each part names the place in the original, so that you and your supervisor can look up the official wording. "
                <PartLink part=FrameworkPart::Differences/>
            </p>
            <div class="contents">{groups}</div>
            <p class="small soft">{about.copyright}</p>
        </div>
    }
}

/// One part.
#[component]
pub fn PartPage(part: FrameworkPart<'static>) -> impl IntoView {
    let reading = reading();
    let passages = &reading.passages;
    let body = match part {
        FrameworkPart::Purpose => view! { <Passages passages=&passages.purpose/> }.into_any(),
        FrameworkPart::KindsOfTraining => {
            view! { <Passages passages=&passages.kinds_of_training/> }.into_any()
        }
        FrameworkPart::SomersetModel => view! { <reading::SomersetModel/> }.into_any(),
        FrameworkPart::Differences => {
            view! { <Passages passages=&passages.differences/> }.into_any()
        }
        FrameworkPart::Scale => view! { <reading::Scale/> }.into_any(),
        FrameworkPart::References => view! { <reading::References/> }.into_any(),
        FrameworkPart::Competency(competency) => {
            view! { <competency::CompetencyBody competency/> }.into_any()
        }
        FrameworkPart::Ladder => view! { <levels::Ladder/> }.into_any(),
        FrameworkPart::Pay => view! { <pay::SuggestedPay/> }.into_any(),
        FrameworkPart::Apprenticeship => {
            view! { <PassageSection passage=&reading.practice.apprenticeship/> }.into_any()
        }
        FrameworkPart::Roles => view! { <roles::Overview/> }.into_any(),
        FrameworkPart::Role(role) => view! { <roles::RoleBody role/> }.into_any(),
        FrameworkPart::Section(section) | FrameworkPart::Topic(section, _) => {
            view! { <section::SectionBody section/> }.into_any()
        }
        FrameworkPart::OutcomeTools => view! { <day_by_day::OutcomeTools/> }.into_any(),
        FrameworkPart::ReferralCodes => view! { <day_by_day::ReferralCodes/> }.into_any(),
        FrameworkPart::Directories => view! { <day_by_day::Directories/> }.into_any(),
        FrameworkPart::PersonalisedPlan => {
            view! { <PassageSection passage=&reading.practice.personalised_plan/> }.into_any()
        }
    };
    view! {
        <p class="crumb"><a href=Route::Framework.href()>"The framework"</a></p>
        <div class="flow">
            <PageTitle>{part.heading()}</PageTitle>
            {body}
        </div>
    }
}

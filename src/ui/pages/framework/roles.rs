//! Roles, what a network must make sure of, and what a role is responsible for.

use leptos::prelude::*;

use super::pieces::{Fact, Paragraphs, PartLink, Place};
use crate::app::framework_parts::FrameworkPart;
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Origin, Requirement, Responsibility, Role, Target};
use crate::ui::pages::resources::HelpedBy;
use crate::ui::pages::{OwnView, OwnWords};

/// All roles, and what binds whom.
#[component]
pub fn Overview() -> impl IntoView {
    let roles = bundled().roles.iter();
    view! {
        <p class="lead">
            "What the additional roles scheme asked of a primary care network for each role, and what the sample person specifications ask."
        </p>
        <div class="notice">
            <p>
                "The scheme’s rules are those of 2020/21. They bind the network that employs or engages somebody, not the worker; the sample person specifications bind nobody. Check this year’s rules."
            </p>
        </div>
        <ul class="cards" role="list">
            {roles.map(|role| view! {
                <li class="card">
                    <h2><PartLink part=FrameworkPart::Role(role)/></h2>
                    {role.text.first().map(|text| view! { <p>{*text}</p> })}
                    <p>{words::count(role.requirements.len(), "requirement", "requirements")}</p>
                </li>
            }).collect_view()}
        </ul>
    }
}

/// What one role requires.
#[component]
pub fn RoleBody(role: &'static Role) -> impl IntoView {
    let also_called = (!role.also_called.is_empty())
        .then(|| view! { <p>{format!("Also called: {}.", words::list(&role.also_called))}</p> });
    let extension = (role.levels_origin == Origin::Tool).then(|| {
        view! {
            <p class="notice">
                "The framework was written for link workers and health coaches. For this role its levels are this tool’s extension."
            </p>
        }
    });
    let requirements = (!role.requirements.is_empty()).then(|| {
        let all = role.requirements.iter();
        view! {
            <h2>"Requirements"</h2>
            <ul class="cards" role="list">
                {all.map(|requirement| view! { <OneRequirement requirement/> }).collect_view()}
            </ul>
        }
    });
    view! {
        {also_called}
        <Paragraphs text=&role.text/>
        <OwnWords texts=&role.own/>
        {extension}
        <Place source=role.source/>
        {requirements}
        <Duties duties=&role.responsibilities/>
        <Duties duties=&role.owed/>
    }
}

#[component]
fn OneRequirement(requirement: &'static Requirement) -> impl IntoView {
    view! {
        <li class="card">
            <h3>{requirement.title}</h3>
            <ul class="tags" role="list">
                <li class="tag">{words::requirement_kind(requirement.kind)}</li>
                {requirement.ongoing.then(|| view! { <li class="tag">"Ongoing"</li> })}
            </ul>
            <p>{requirement.text}</p>
            <Fact name="Met when: " value=requirement.met_when><OwnView origin=requirement.met_when_origin/></Fact>
            <Fact name="If it is not met: " value=requirement.how><OwnView/></Fact>
            <HelpedBy target=Target::Requirement(requirement.id.clone()) of=requirement.title/>
            <Place source=requirement.source/>
        </li>
    }
}

/// Responsibilities under the headings of their groups.
#[component]
fn Duties(duties: &'static [Responsibility]) -> impl IntoView {
    duties
        .chunk_by(|a, b| a.group == b.group)
        .map(|group| {
            let items = group.iter().map(|duty| view! { <li>{duty.text}</li> });
            view! {
                <h2>{group[0].group}</h2>
                <ol type="a" class="flow">{items.collect_view()}</ol>
                <Place source=group[0].source/>
            }
        })
        .collect_view()
}

//! Roles, what a network must make sure of, and what a role is responsible for.

use leptos::prelude::*;

use super::{paragraphs, place};
use crate::app::framework_parts::Part;
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Framework, Origin, Responsibility, Role, Target};
use crate::ui::pages::resources::helped_by;

pub fn overview(framework: &Framework) -> AnyView {
    let roles = framework
        .roles
        .iter()
        .map(|role| {
            view! {
                <li class="card">
                    <h2><a href=Part::Role(role).href()>{role.title}</a></h2>
                    {role.text.first().copied().map(|text| view! { <p>{text}</p> })}
                    <p>{words::count(role.requirements.len(), "requirement", "requirements")}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="lead">"What the additional roles scheme asked of a primary care network for each role, and what the sample person specifications ask."</p>
        <div class="notice"><p>"These are the 2020/21 rules of the scheme. They bind the network that employs or engages somebody, not the worker. Check this year’s rules."</p></div>
        <ul class="cards">{roles}</ul>
    }
    .into_any()
}

pub fn body(role: &Role) -> AnyView {
    let requirements = role
        .requirements
        .iter()
        .map(|requirement| {
            view! {
                <li class="card">
                    <h3>{requirement.title}</h3>
                    <ul class="tags">
                        <li class="tag">{words::requirement_kind(requirement.kind)}</li>
                        {requirement.ongoing.then(|| view! { <li class="tag">"Ongoing"</li> })}
                    </ul>
                    <p>{requirement.text}</p>
                    <p><strong>"Met when: "</strong> {requirement.met_when}</p>
                    <p><strong>"If it is not met: "</strong> {requirement.how}</p>
                    {helped_by(bundled(), &Target::Requirement(requirement.id.clone()))}
                    {place(requirement.source, Origin::Framework)}
                </li>
            }
        })
        .collect_view();
    let requirements = (!role.requirements.is_empty()).then(|| {
        view! { <h2>"Requirements"</h2> <ul class="cards">{requirements}</ul> }
    });
    view! {
        {(!role.also_called.is_empty()).then(|| {
            view! { <p>"Also called: " {words::list(&role.also_called)} "."</p> }
        })}
        {paragraphs(&role.text)}
        {(role.levels_origin == Origin::Tool).then(|| {
            view! { <p class="notice">"The framework was written for link workers and health coaches. For this role its levels are this tool’s extension."</p> }
        })}
        {place(role.source, Origin::Framework)}
        {requirements}
        {duties(&role.responsibilities)}
        {duties(&role.owed)}
    }
    .into_any()
}

/// Responsibilities under the headings of their groups.
fn duties(all: &[Responsibility]) -> AnyView {
    all.chunk_by(|a, b| a.group == b.group)
        .map(|group| {
            let items = group
                .iter()
                .map(|duty| view! { <li>{duty.text}</li> })
                .collect_view();
            view! {
                <h2>{group[0].group}</h2>
                <ol type="a" class="flow">{items}</ol>
                {place(group[0].source, Origin::Framework)}
            }
        })
        .collect_view()
        .into_any()
}

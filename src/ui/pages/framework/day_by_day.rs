//! Outcome tools, referral codes and directories.

use leptos::prelude::*;

use super::pieces::{Fact, Names, Paragraphs, Place};
use crate::app::resource_card::named;
use crate::domain::framework::model::{CodeUse, Directory, OutcomeTool};
use crate::domain::framework::{bundled, reading};
use crate::ui::pages::OwnWords;
use crate::ui::pages::resources::ResourceLinks;

/// The tools that measure what changes for people.
#[component]
pub fn OutcomeTools() -> impl IntoView {
    let tools = &reading().practice.outcome_tools;
    view! {
        <p class="lead">"Tools that show what changes for a person. Nothing of the tools themselves is copied here."</p>
        <p class="notice caution">"Licences and costs are as in March 2021. Check with your practice before you use a tool."</p>
        <ul class="cards" role="list">
            {tools.iter().map(|tool| view! { <Tool tool/> }).collect_view()}
        </ul>
    }
}

#[component]
fn Tool(tool: &'static OutcomeTool) -> impl IntoView {
    let short = (tool.short != tool.title).then(|| format!(" ({})", tool.short));
    let resources = named(bundled(), &tool.resources);
    view! {
        <li class="card">
            <h2>{tool.title}{short}</h2>
            <p>{tool.text}</p>
            <Fact name="Licence: " value=tool.licence/>
            {tool.cost.map(|cost| view! { <Fact name="Cost: " value=cost/> })}
            {tool.training.map(|training| view! { <Fact name="Training: " value=training/> })}
            <ResourceLinks resources of=tool.title/>
            <Place source=tool.source origin=tool.origin/>
        </li>
    }
}

/// The codes a referral is recorded by.
#[component]
pub fn ReferralCodes() -> impl IntoView {
    let codes = &reading().practice.referral_codes;
    view! {
        <Paragraphs text=&codes.text/>
        <p class="notice caution">{codes.dated}</p>
        <ul class="cards" role="list">
            {codes.uses.iter().map(|of| view! { <Use of/> }).collect_view()}
        </ul>
        <OwnWords texts=&codes.own/>
        <Place source=codes.source/>
    }
}

#[component]
fn Use(of: &'static CodeUse) -> impl IntoView {
    let code = of.code.map(|code| {
        let name = of.name.map(|name| format!(" – {name}"));
        view! { <Fact name="Code: " value=""><code>{code}</code>{name}</Fact> }
    });
    view! {
        <li class="card">
            <h2>{of.title}</h2>
            {code}
            <p>{of.text}</p>
            <Names items=&of.when/>
        </li>
    }
}

/// Where to look for what is there for people.
#[component]
pub fn Directories() -> impl IntoView {
    let directories = &reading().practice.directories;
    view! {
        <p class="lead">
            "Where link workers and health coaches in Somerset looked up what there is nearby, as in March 2021."
        </p>
        <ul class="cards" role="list">
            {directories.iter().map(|directory| view! { <OneDirectory directory/> }).collect_view()}
        </ul>
    }
}

#[component]
fn OneDirectory(directory: &'static Directory) -> impl IntoView {
    let planned = (!directory.launched)
        .then(|| view! { <p><span class="tag">"Not yet launched in March 2021"</span></p> });
    let resources = named(bundled(), directory.resource.as_slice());
    view! {
        <li class="card">
            <h2>{directory.title}</h2>
            {planned}
            <p>{directory.text}</p>
            <ResourceLinks resources of=directory.title/>
            <Place source=directory.source/>
        </li>
    }
}

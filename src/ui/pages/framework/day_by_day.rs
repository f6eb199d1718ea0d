//! Outcome tools, referral codes and directories.

use leptos::prelude::*;

use super::{paragraphs, place};
use crate::domain::framework::model::{Framework, Origin};
use crate::ui::pages::resources::resource_links;

pub fn outcome_tools(framework: &Framework) -> AnyView {
    let tools = framework
        .practice
        .outcome_tools
        .iter()
        .map(|tool| {
            let resources = tool
                .resources
                .iter()
                .filter_map(|id| framework.resource(id.as_str()))
                .collect();
            view! {
                <li class="card">
                    <h2>{tool.title} {(tool.short != tool.title).then(|| format!(" ({})", tool.short))}</h2>
                    <p>{tool.text}</p>
                    <p><strong>"Licence: "</strong> {tool.licence}</p>
                    {tool.cost.map(|cost| view! { <p><strong>"Cost: "</strong> {cost}</p> })}
                    {tool.training.map(|training| view! { <p><strong>"Training: "</strong> {training}</p> })}
                    {resource_links(framework, resources)}
                    {place(tool.source, tool.origin)}
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="lead">"Tools that show what changes for a person. Nothing of the tools themselves is copied here."</p>
        <p class="notice caution">"Licences and costs are as in March 2021. Check with your practice before you use a tool."</p>
        <ul class="cards">{tools}</ul>
    }
    .into_any()
}

pub fn referral_codes(framework: &Framework) -> AnyView {
    let codes = &framework.practice.referral_codes;
    let uses = codes
        .uses
        .iter()
        .map(|each| {
            let code = each.code.map(|code| {
                view! { <p><strong>"Code: "</strong> <code>{code}</code> {each.name.map(|name| format!(" – {name}"))}</p> }
            });
            let when = each
                .when
                .iter()
                .map(|when| view! { <li>{*when}</li> })
                .collect_view();
            view! {
                <li class="card">
                    <h2>{each.title}</h2>
                    {code}
                    <p>{each.text}</p>
                    <ul>{when}</ul>
                </li>
            }
        })
        .collect_view();
    view! {
        {paragraphs(&codes.text)}
        <p class="notice caution">{codes.dated}</p>
        <ul class="cards">{uses}</ul>
        {place(codes.source, Origin::Framework)}
    }
    .into_any()
}

pub fn directories(framework: &Framework) -> AnyView {
    let directories = framework
        .practice
        .directories
        .iter()
        .map(|directory| {
            let resource = directory
                .resource
                .iter()
                .filter_map(|id| framework.resource(id.as_str()))
                .collect();
            view! {
                <li class="card">
                    <h2>{directory.title}</h2>
                    {(!directory.launched).then(|| view! { <p><span class="tag">"Not yet launched in March 2021"</span></p> })}
                    <p>{directory.text}</p>
                    {resource_links(framework, resource)}
                    {place(directory.source, Origin::Framework)}
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="lead">"Where link workers and health coaches in Somerset looked up what there is nearby, as in March 2021."</p>
        <ul class="cards">{directories}</ul>
    }
    .into_any()
}

//! Parts that are read from top to bottom.

use leptos::prelude::*;

use super::{passage, place};
use crate::domain::framework::model::{Framework, Origin, Passage};
use crate::ui::components::external_link;

pub fn passages(all: &[Passage]) -> AnyView {
    all.iter().map(passage).collect_view().into_any()
}

pub fn somerset_model(framework: &Framework) -> AnyView {
    view! {
        <h2>"Four layers of support"</h2>
        <ol class="flow">
            {framework
                .about
                .somerset_model
                .iter()
                .map(|layer| {
                    view! { <li><strong>{layer.title}</strong> {super::paragraphs(&layer.text)}</li> }
                })
                .collect_view()}
        </ol>
        {framework.about.somerset_model.first().map(|layer| place(layer.source, Origin::Framework))}
        <h2>"Why it works this way"</h2>
        <ol class="flow">
            {framework
                .about
                .logic_model
                .iter()
                .map(|step| {
                    view! { <li><strong>{step.title}</strong> {super::paragraphs(&step.text)}</li> }
                })
                .collect_view()}
        </ol>
        {framework.about.logic_model.first().map(|step| place(step.source, Origin::Framework))}
    }
    .into_any()
}

pub fn scale(framework: &Framework) -> AnyView {
    let rows = framework
        .scale
        .levels
        .iter()
        .map(|level| {
            view! {
                <tr>
                    <th scope="row">{level.score} " – " {level.name}</th>
                    <td>{level.descriptor}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="stacks">
            <caption>"The six scores"</caption>
            <thead>
                <tr><th scope="col">"Score"</th><th scope="col">"What it means"</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {place("Section 7, Table 2", Origin::Framework)}
        {passages(&framework.scale.how_to_score)}
        <h2>"Two questions to ask yourself"</h2>
        {passages_small(&framework.scale.prompts)}
    }
    .into_any()
}

fn passages_small(all: &[Passage]) -> AnyView {
    all.iter()
        .map(|it| {
            view! {
                <section class="flow">
                    <h3>{it.title}</h3>
                    {super::paragraphs(&it.text)}
                    {place(it.source, it.origin)}
                </section>
            }
        })
        .collect_view()
        .into_any()
}

pub fn references(framework: &Framework) -> AnyView {
    let rows = framework
        .references
        .iter()
        .map(|reference| {
            let link = reference
                .resource
                .as_ref()
                .and_then(|id| framework.resource(id.as_str()))
                .and_then(|resource| resource.addresses.first())
                .map(|address| external_link(address.url, "Find it"));
            view! {
                <li>
                    <strong>{reference.title}</strong>
                    ". "
                    {reference.provider}
                    {reference.date.map(|date| format!(", {date}"))}
                    ". "
                    {link}
                </li>
            }
        })
        .collect_view();
    view! {
        <p>"The draft national framework for link workers (Appendix 2) was made from these documents. It informed the Somerset framework; it asks nothing of you."</p>
        <ol class="flow">{rows}</ol>
        <p class="small soft">"Addresses are as listed in March 2021. They have not been checked since."</p>
    }
    .into_any()
}

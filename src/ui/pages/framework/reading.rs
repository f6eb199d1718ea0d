//! Parts that are read from top to bottom.

use leptos::prelude::*;

use super::pieces::{Paragraphs, Passages, Place};
use crate::app::framework_parts::score_name;
use crate::domain::framework::model::{Passage, Reference};
use crate::domain::framework::{bundled, reading};
use crate::ui::components::ExternalLink;

/// How social prescribing works in Somerset, and why.
#[component]
pub fn SomersetModel() -> impl IntoView {
    let passages = &reading().passages;
    view! {
        <h2>"Four layers of support"</h2>
        <Steps steps=&passages.somerset_model/>
        <h2>"Why it works this way"</h2>
        <Steps steps=&passages.logic_model/>
    }
}

/// One after the other, with the place of the first.
#[component]
fn Steps(steps: &'static [Passage]) -> impl IntoView {
    let items = steps.iter();
    view! {
        <ol class="flow">
            {items.map(|step| view! {
                <li><strong>{step.title}</strong><Paragraphs text=&step.text/></li>
            }).collect_view()}
        </ol>
        {steps.first().map(|step| view! { <Place source=step.source/> })}
    }
}

/// The six scores and what each means.
#[component]
pub fn Scale() -> impl IntoView {
    let scale = &bundled().scale;
    let levels = scale.levels.iter();
    let prompts = scale.prompts.iter();
    view! {
        <table class="stacks">
            <caption>"The six scores"</caption>
            <thead>
                <tr><th scope="col">"Score"</th><th scope="col">"What it means"</th></tr>
            </thead>
            <tbody>
                {levels.map(|level| view! {
                    <tr>
                        <th scope="row">{score_name(bundled(), level.score)}</th>
                        <td>{level.descriptor}</td>
                    </tr>
                }).collect_view()}
            </tbody>
        </table>
        <Place source="Section 7, Table 2"/>
        <Passages passages=&reading().scoring.how_to_score/>
        <h2>"Two questions to ask yourself"</h2>
        {prompts.map(|prompt| view! {
            <section class="flow">
                <h3>{prompt.title}</h3>
                <Paragraphs text=&prompt.text/>
                <Place source=prompt.source origin=prompt.origin/>
            </section>
        }).collect_view()}
    }
}

/// What the framework names as its sources.
#[component]
pub fn References() -> impl IntoView {
    let references = reading().references.iter();
    view! {
        <p>
            "The draft national framework for link workers (Appendix 2) was made from these documents. It informed the Somerset framework; it asks nothing of you."
        </p>
        <ol class="flow">
            {references.map(|reference| view! { <OneReference reference/> }).collect_view()}
        </ol>
        <p class="small soft">{match bundled().host {
            None => "Addresses are as listed in March 2021. They have not been checked since.",
            Some(_) => "Addresses are as listed in March 2021; the list of training says which were checked since.",
        }}</p>
    }
}

#[component]
fn OneReference(reference: &'static Reference) -> impl IntoView {
    let resource = reference.resource.as_ref();
    let resource = resource.and_then(|id| bundled().resource(id.as_str()));
    let address = resource.and_then(|resource| resource.addresses.first());
    let date = reference.date.map(|date| format!(", {date}"));
    view! {
        <li>
            <strong>{reference.title}</strong> ". " {reference.provider} {date} ". "
            {address.map(|address| view! { <ExternalLink url=address.url text="Find it" of=reference.title/> })}
        </li>
    }
}

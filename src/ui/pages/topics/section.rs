//! One section: every topic with its answer.

use leptos::prelude::*;

use super::card::TopicCard;
use super::mark::MarkAll;
use crate::app::route::Route;
use crate::app::topics::{progress, ways_on};
use crate::app::words::count;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Section, Topic};
use crate::ui::components::Each;
use crate::ui::pages::{Described, PageTitle};
use crate::ui::session::use_session;

/// The page of a section. Each section is a page of its own: nothing that was
/// typed or opened on one goes on to the next.
#[component]
pub fn SectionPage(section: &'static Section) -> impl IntoView {
    view! {
        <Each each=move || [section] key=|section| section.id.as_str() let:section>
            <Whole section/>
        </Each>
    }
}

#[component]
fn Whole(section: &'static Section) -> impl IntoView {
    let topics: Vec<&'static Topic> = bundled().topics_of(section).collect();
    let parts = topics.chunk_by(|a, b| a.group == b.group);
    let is_grouped = parts.clone().count() > 1;
    let parts = parts
        .enumerate()
        .map(|(place, topics)| {
            // The whole section has the first place.
            view! { <Part section place=place + 1 is_grouped topics=topics.to_vec()/> }
        })
        .collect_view();
    let all_of_it = if is_grouped {
        "the whole section"
    } else {
        "this section"
    };
    view! {
        <div class="flow">
            <p class="crumb"><a href=Route::Topics.href()>{Route::Topics.heading()}</a></p>
            <PageTitle>{section.title}</PageTitle>
            <Described description=section.description()/>
            <p>
                <a href=Route::FrameworkPart(section.id.to_string()).href()>"Read how this is learned, and find training for it"</a>
            </p>
            <p>"Choose what is true today. Leave out what you are not sure of: you can come back, and no answer is wrong."</p>
            <Progress section topics=topics.clone()/>
            <MarkAll section place=0 name=all_of_it topics/>
            {parts}
            <WaysOn section/>
        </div>
    }
}

/// Topics that stand together.
#[component]
fn Part(
    section: &'static Section,
    /// Unique in the page.
    place: usize,
    /// The section has several parts, so each can be marked by itself.
    is_grouped: bool,
    topics: Vec<&'static Topic>,
) -> impl IntoView {
    let group = topics.first().and_then(|topic| topic.group);
    let heading = match group {
        Some(group) => view! { <h2>{group}</h2> }.into_any(),
        None => view! { <h2 class="visually-hidden">{count(topics.len(), "topic", "topics")}</h2> }
            .into_any(),
    };
    let marking = group.filter(|_| is_grouped).map(|name| {
        view! {
            <Progress section topics=topics.clone()/>
            <MarkAll section place name topics=topics.clone()/>
        }
    });
    let cards = topics
        .into_iter()
        .map(|topic| view! { <TopicCard section topic/> })
        .collect_view();
    view! {
        {heading}
        {marking}
        <ul class="cards" role="list">{cards}</ul>
    }
}

/// How far these topics are.
#[component]
fn Progress(section: &'static Section, topics: Vec<&'static Topic>) -> impl IntoView {
    let session = use_session();
    let words = session.memo(move |document| format!("{}.", progress(document, section, &topics)));
    view! { <p class="progress" prop:textContent=move || words.get()></p> }
}

/// The sections after and before.
#[component]
fn WaysOn(section: &'static Section) -> impl IntoView {
    let session = use_session();
    let ways = session.memo(move |document| ways_on(bundled(), document, section));
    view! {
        <nav aria-label="Sections">
            <ul class="ways-on" role="list">
                <Each each=move || ways.get() key=|way| (way.label, way.href.clone()) let:way>
                    <li>{way.label}<a href=way.href>{way.title}</a></li>
                </Each>
            </ul>
        </nav>
    }
}

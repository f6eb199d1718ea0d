//! A section of topics, each explained.

use leptos::prelude::*;

use super::pieces::{Fact, Names, Paragraphs, Place};
use crate::app::framework_parts::{FrameworkPart, same_elsewhere, standing};
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Section, Target, Topic};
use crate::domain::ids::TopicId;
use crate::ui::pages::resources::HelpedBy;
use crate::ui::pages::{Described, HostNotes, OwnWords};

/// The element an address of one topic arrives at.
pub fn topic_element_id(id: &TopicId) -> String {
    format!("topic-{}", id.as_str().replace('/', "-"))
}

/// One section: its topics and what helps with each.
#[component]
pub fn SectionBody(section: &'static Section) -> impl IntoView {
    let topics: Vec<&'static Topic> = bundled().topics_of(section).collect();
    let ways = section.learned_by.iter();
    let ways: Vec<&str> = ways.map(|way| words::learned_by(*way)).collect();
    let learned = (!ways.is_empty()).then(|| {
        view! { <Fact name="Learned by: " value=format!("{}.", words::list(&ways))/> }
    });
    let ungrouped = topics.iter().all(|topic| topic.group.is_none());
    let count = ungrouped.then(|| {
        view! { <h2 class="visually-hidden">{words::count(topics.len(), "topic", "topics")}</h2> }
    });
    let groups = topics
        .chunk_by(|a, b| a.group == b.group)
        .map(|group| {
            let cards = group.iter().map(|topic| view! { <TopicCard topic/> });
            view! {
                {group[0].group.map(|heading| view! { <h2>{heading}</h2> })}
                <ul class="cards" role="list">{cards.collect_view()}</ul>
            }
        })
        .collect_view();
    view! {
        <Described description=section.description()/>
        {standing(section).map(|text| view! { <p class="notice">{text}</p> })}
        {learned}
        <Place source=section.source/>
        {count}
        {groups}
        <h2>"Training for the whole section"</h2>
        <HelpedBy target=Target::Section(section.id.clone()) of=section.title/>
    }
}

#[component]
fn TopicCard(topic: &'static Topic) -> impl IntoView {
    let safety = topic
        .safety
        .then(|| view! { <p><span class="tag score">"Safety: comes first"</span></p> });
    let arranged = topic.arranged_by.map(|who| {
        view! { <Fact name="Arranged by: " value=format!("{}.", words::arranged_by(who))/> }
    });
    let on_the_job = topic.on_the_job().map(|how| {
        view! {
            <Fact name="On the job: " value=how>
                " " <span class="tag own">"This tool’s own suggestion"</span>
            </Fact>
        }
    });
    view! {
        <li class="card">
            <h3 id=topic_element_id(&topic.id) tabindex="-1" data-arrival="">{topic.title}</h3>
            {safety}
            <Paragraphs text=&topic.description().text/>
            <Names items=&topic.items/>
            <OwnWords texts=&topic.description().own/>
            {arranged}
            {on_the_job}
            {topic.dated.map(|dated| view! { <p class="small">{dated}</p> })}
            <Elsewhere topic/>
            <HostNotes about=Target::Topic(topic.id.clone()) of=topic.title/>
            <HelpedBy target=Target::Topic(topic.id.clone()) of=topic.title/>
            <Place source=topic.source origin=topic.origin/>
        </li>
    }
}

/// Where else the same topic stands.
#[component]
fn Elsewhere(topic: &'static Topic) -> impl IntoView {
    let elsewhere = same_elsewhere(bundled(), topic);
    (!topic.same_as.is_empty()).then(|| {
        let links = elsewhere.into_iter().map(|(section, other)| {
            let href = FrameworkPart::Topic(section, other).href();
            view! { <li><a href=href>{format!("{} ({})", other.title, section.title)}</a></li> }
        });
        view! {
            <p>"The same thing also stands in:"</p>
            <ul>{links.collect_view()}</ul>
        }
    })
}

//! A section of topics, each explained.

use leptos::prelude::*;

use super::{names, paragraphs, place};
use crate::app::framework_parts::Part;
use crate::app::words;
use crate::domain::framework::model::{Framework, Origin, Section, Standing, Target, Topic};
use crate::domain::ids::TopicId;
use crate::ui::pages::resources::helped_by;

/// The element an address of one topic arrives at.
pub fn topic_element_id(id: &TopicId) -> String {
    format!("topic-{}", id.as_str().replace('/', "-"))
}

pub fn body(framework: &Framework, section: &Section) -> AnyView {
    let ways: Vec<&str> = section
        .learned_by
        .iter()
        .map(|way| words::learned_by(*way))
        .collect();
    let standing = match section.standing {
        Standing::Framework => None,
        Standing::Chosen => Some("You choose which of these matter for the people you work with."),
        Standing::Background => {
            Some("Background reading: it asks nothing of you and holds no level back.")
        }
    };
    let topics: Vec<&Topic> = framework.topics_of(section).collect();
    let ungrouped = topics.iter().all(|t| t.group.is_none());
    let groups = topics
        .chunk_by(|a, b| a.group == b.group)
        .map(|group| {
            let heading = group[0].group;
            let items = group
                .iter()
                .map(|topic| topic_card(framework, topic))
                .collect_view();
            view! {
                {heading.map(|heading| view! { <h2>{heading}</h2> })}
                <ul class="cards">{items}</ul>
            }
        })
        .collect_view();
    let whole = helped_by(framework, &Target::Section(section.id.clone()));
    view! {
        {paragraphs(&section.text)}
        {standing.map(|text| view! { <p class="notice">{text}</p> })}
        {(!ways.is_empty()).then(|| view! { <p><strong>"Learned by: "</strong> {words::list(&ways)} "."</p> })}
        {place(section.source, Origin::Framework)}
        {ungrouped.then(|| view! { <h2 class="visually-hidden">{words::count(topics.len(), "topic", "topics")}</h2> })}
        {groups}
        <h2>"Training for the whole section"</h2>
        {whole}
    }
    .into_any()
}

fn topic_card(framework: &Framework, topic: &Topic) -> AnyView {
    let id = topic_element_id(&topic.id);
    let elsewhere = topic
        .same_as
        .iter()
        .filter_map(|id| {
            let other = framework.topic(id.as_str())?;
            let section = framework.section(crate::domain::framework::section_of(id))?;
            Some(view! {
                <li><a href=Part::Topic(section, other).href()>{other.title} " (" {section.title} ")"</a></li>
            })
        })
        .collect_view();
    view! {
        <li class="card">
            <h3 id=id tabindex="-1" data-arrival>{topic.title}</h3>
            {topic.safety.then(|| view! { <p><span class="tag score">"Safety: comes first"</span></p> })}
            <p>{topic.text}</p>
            {names(&topic.items)}
            {topic.arranged_by.map(|who| view! { <p><strong>"Arranged by: "</strong> {words::arranged_by(who)} "."</p> })}
            {topic.on_the_job.map(|how| view! { <p><strong>"On the job: "</strong> {how} " " <span class="tag own">"This tool’s own suggestion"</span></p> })}
            {topic.dated.map(|dated| view! { <p class="small">{dated}</p> })}
            {(!topic.same_as.is_empty()).then(|| view! { <p>"The same thing also stands in:"</p> <ul>{elsewhere}</ul> })}
            {helped_by(framework, &Target::Topic(topic.id.clone()))}
            {place(topic.source, topic.origin)}
        </li>
    }
    .into_any()
}

//! A section of topics, each explained.

use leptos::prelude::AnyView;

use super::{all, fact, names, paragraphs, place};
use crate::app::framework_parts::Part;
use crate::app::words;
use crate::domain::framework::model::{Framework, Origin, Section, Standing, Target, Topic};
use crate::domain::framework::section_of;
use crate::domain::ids::TopicId;
use crate::ui::components::form::link;
use crate::ui::element::{Element, Part as _, each, el};
use crate::ui::pages::own_words;
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
    let groups = each(topics.chunk_by(|a, b| a.group == b.group), |group| {
        let items = each(group, |topic| topic_card(framework, topic));
        all([
            group[0].group.map(|heading| el("h2").with(heading)).part(),
            el("ul").class("cards").with(items).part(),
        ])
    });
    let learned =
        (!ways.is_empty()).then(|| fact("Learned by: ", format!("{}.", words::list(&ways))));
    let count = ungrouped.then(|| {
        el("h2")
            .class("visually-hidden")
            .with(words::count(topics.len(), "topic", "topics"))
    });
    all([
        paragraphs(&section.text),
        own_words(section.own.iter().copied()),
        standing
            .map(|text| el("p").class("notice").with(text))
            .part(),
        learned.part(),
        place(section.source, Origin::Framework),
        count.part(),
        groups,
        el("h2").with("Training for the whole section").part(),
        helped_by(framework, &Target::Section(section.id.clone())).part(),
    ])
}

fn topic_card(framework: &Framework, topic: &Topic) -> Element {
    let same = (!topic.same_as.is_empty()).then(|| {
        let elsewhere = each(topic.same_as.iter(), |id| {
            let other = framework.topic(id.as_str())?;
            let section = framework.section(section_of(id))?;
            Some(el("li").with(link(
                Part::Topic(section, other).href(),
                format!("{} ({})", other.title, section.title),
            )))
        });
        all([
            el("p").with("The same thing also stands in:").part(),
            el("ul").with(elsewhere).part(),
        ])
    });
    let safety = topic
        .safety
        .then(|| el("p").with(el("span").class("tag score").with("Safety: comes first")));
    let arranged = topic
        .arranged_by
        .map(|who| fact("Arranged by: ", format!("{}.", words::arranged_by(who))));
    let on_the_job = topic.on_the_job.map(|how| {
        let own = el("span")
            .class("tag own")
            .with("This tool’s own suggestion");
        fact("On the job: ", how).with(" ").with(own)
    });
    el("li")
        .class("card")
        .with(
            el("h3")
                .attr("id", topic_element_id(&topic.id))
                .attr("tabindex", "-1")
                .flag("data-arrival", true)
                .with(topic.title),
        )
        .with(safety)
        .with(el("p").with(topic.text))
        .with(own_words(topic.own))
        .with(names(&topic.items))
        .with(arranged)
        .with(on_the_job)
        .with(topic.dated.map(|dated| el("p").class("small").with(dated)))
        .with(same)
        .with(helped_by(framework, &Target::Topic(topic.id.clone())))
        .with(place(topic.source, topic.origin))
}

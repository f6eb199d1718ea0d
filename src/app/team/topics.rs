//! What plans ask others for, and the topics that are open.

use super::lines::{CountLine, all_but_few, counted, few, most_first};
use crate::domain::framework::model::{Framework, Topic};
use crate::domain::framework::section_of;
use crate::domain::team::{Count, Figures, Known, topic_answers};

/// What plans ask others for, most first.
pub(super) fn asked(
    framework: &Framework,
    figures: &Figures,
    chosen: Option<usize>,
    people: usize,
) -> Vec<CountLine> {
    let mut lines = Vec::new();
    for asked in &figures.asked {
        let told = match chosen {
            Some(at) => asked.groups[at],
            None => asked.people,
        };
        lines.extend(counted(
            asked_title(framework, &asked.id),
            told,
            people,
            figures,
        ));
    }
    most_first(lines)
}

/// A requirement with its role: those of two may have one title.
pub(super) fn asked_title(framework: &Framework, id: &str) -> String {
    if let Some(topic) = framework.topic(id) {
        return topic_title(framework, topic);
    }
    for role in &framework.roles {
        let mut requirements = role.requirements.iter();
        if let Some(requirement) = requirements.find(|it| it.id.as_str() == id) {
            return format!("{} ({})", requirement.title, role.title);
        }
    }
    "Wider responsibilities to take on".to_owned()
}

/// Of how many plans the answers to topics are known.
pub(super) fn answers_known(figures: &Figures) -> String {
    let known = match figures.answers {
        Known::TooFew => {
            return format!(
                "Answers to topics are in {} of the plans, so nothing is told of them. They are in a plan only where its owner ticked “My answers to topics and requirements”.",
                few(figures)
            );
        }
        Known::Of(known) if known == figures.people => {
            return "Answers to topics are in all of the plans.".to_owned();
        }
        Known::Of(known) => format!("{known} of {} plans", figures.people),
        Known::AllButFew => format!("{} of the plans", all_but_few(figures)),
    };
    format!(
        "Answers to topics are in {known}. Of the others it is not known: their owners did not tick it, or have answered nothing yet."
    )
}

/// Topics that are "not yet", most first; safety topics also where somebody is
/// on the way.
pub(super) fn topics(framework: &Framework, figures: &Figures, safety: bool) -> Vec<CountLine> {
    let mut lines = Vec::new();
    for figure in &figures.topics {
        let topic = &framework.topics[figure.topic];
        if safety && !topic.safety {
            continue;
        }
        let of = figure.told.iter().map(|it| it.people).sum();
        let mut told = figure.not_yet;
        let mut title = topic_title(framework, topic);
        let on_the_way = figure
            .told
            .iter()
            .find(|it| it.answers == (topic_answers::IN_PROGRESS..topic_answers::OTHERWISE))
            .map_or(0, |it| it.people);
        if safety && on_the_way > 0 {
            told = match told {
                Count::People(people) => Count::People(people + on_the_way),
                Count::Few | Count::NotTold => Count::People(on_the_way),
                Count::AllButFew => Count::AllButFew,
            };
        }
        if figure.with_in_progress || safety && on_the_way > 0 {
            title.push_str(", not yet or in progress");
        }
        lines.extend(counted(title, told, of, figures));
    }
    most_first(lines)
}

/// A topic with its section: two may have one title.
pub(super) fn topic_title(framework: &Framework, topic: &Topic) -> String {
    let section = framework.section(section_of(&topic.id));
    let section = section.map_or("", |section| section.title);
    format!("{} ({section})", topic.title)
}

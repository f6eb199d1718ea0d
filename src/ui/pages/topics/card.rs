//! One topic: its words, the answer, the note.

use crate::app::route::Route;
use crate::app::topics::{
    answer, answers, change, given_elsewhere, is_picked, pick, pick_words, same, standing, status,
    value,
};
use crate::app::words;
use crate::domain::document::{AnswerChange, Document, TopicStatus};
use crate::domain::framework::model::{Section, Topic};
use crate::domain::framework::{bundled, section_of};
use crate::domain::limits::REASON;
use crate::platform::page;
use crate::ui::components::form::{TextBox, button, link, text_box};
use crate::ui::element::{Element, each, el, live};
use crate::ui::pages::answering::{self, slug, unseen};
use crate::ui::pages::framework::topic_element_id;
use crate::ui::pages::own_words;
use crate::ui::session::Keeper;

fn choices(section: &Section) -> [(&'static str, &'static str); 4] {
    answers(section).map(|(status, words)| (value(status), words))
}

fn reason_id(slug: &str) -> String {
    format!("reason-{slug}")
}

/// The card of a topic.
pub fn topic(
    keeper: Keeper,
    section: &'static Section,
    topic: &'static Topic,
    document: &Document,
) -> Element {
    let slug = slug(topic.id.as_str());
    let (chosen, note, reason) = standing(document, topic);
    let choose = move |given: Option<String>| {
        let wanted = given.as_deref().and_then(status);
        keeper.change(change(topic, AnswerChange::Status(wanted)));
        let kept = keeper.look(|document| standing(document, topic).0 == wanted);
        if wanted.is_none() || !kept {
            show_one(keeper, topic);
        }
        show_same(keeper, topic);
        answering::say_kept(&self::slug(topic.id.as_str()), kept);
    };
    let write = move |text: String| {
        keeper.change(change(topic, AnswerChange::Note(text.clone())));
        let kept = keeper.look(|document| standing(document, topic).1 == text);
        show_same(keeper, topic);
        answering::say_kept(&self::slug(topic.id.as_str()), kept);
    };
    let tag = topic
        .safety
        .then(|| el("p").with(el("span").class("tag score").with("Safety: comes first")));
    let arranged = topic.arranged_by.map(|who| {
        el("p")
            .with(el("strong").with("Arranged by: "))
            .with(format!("{}.", words::arranged_by(who)))
    });
    let dated = topic.dated.map(|dated| el("p").class("small").with(dated));
    let items = (!topic.items.is_empty()).then(|| {
        el("ul")
            .class("names")
            .with(each(topic.items, |item| el("li").with(*item)))
    });
    el("li")
        .class("card topic")
        .with(
            el("h3")
                .attr("id", topic_element_id(&topic.id))
                .with(topic.title),
        )
        .with(tag)
        .with(el("p").with(topic.text))
        .with(own_words(topic.own))
        .with(items)
        .with(arranged)
        .with(dated)
        .with(shared(keeper, topic))
        .with(picking(keeper, section, topic, document))
        .with(answering::question(
            &slug,
            topic.title,
            &choices(section),
            chosen.map(value),
            choose,
        ))
        .with(topic.safety.then(|| safety(keeper, topic, reason)))
        .with(answering::note(&slug, topic.title, note.to_owned(), write))
}

/// Shows the answer that stands for a topic, where it changed without its own
/// controls.
pub fn show_one(keeper: Keeper, topic: &Topic) {
    let Some(section) = bundled().section(section_of(&topic.id)) else {
        return;
    };
    let slug = slug(topic.id.as_str());
    let (status, note, reason) = keeper.look(|document| {
        let (status, note, reason) = standing(document, topic);
        (status, note.to_owned(), reason.to_owned())
    });
    answering::show(&slug, &choices(section), status.map(value));
    page::show_value(&answering::note_id(&slug), &note);
    page::show_value(&reason_id(&slug), &reason);
}

/// The same for the topics that are the same thing, where they are on the page.
pub fn show_same(keeper: Keeper, topic: &Topic) {
    for (other, _) in same(bundled(), topic) {
        show_one(keeper, other);
    }
}

/// Where else the answer counts, and where it was given.
fn shared(keeper: Keeper, topic: &'static Topic) -> Option<Element> {
    let framework = bundled();
    let others = same(framework, topic);
    if others.is_empty() {
        return None;
    }
    let said = each(others, |(other, section)| {
        let place = if section_of(&topic.id) == section.id.as_str() {
            el("span").with("this list")
        } else {
            link(
                Route::TopicsSection(section.id.clone()).href(),
                section.title,
            )
        };
        el("p")
            .with("One answer serves both. This also counts for ")
            .with(format!("“{}” in ", other.title))
            .with(place)
            .with(".")
    });
    let given = live(move || {
        keeper.read(|document| {
            let (other, section) = given_elsewhere(framework, document, topic)?;
            let status = standing(document, topic).0?;
            Some(el("p").with(format!(
                "The answer shown here, “{}”, was given for “{}” in {}.",
                answer(section, status),
                other.title,
                section.title
            )))
        })
    });
    Some(el("div").class("shared small").with(said).with(given))
}

/// The box to pick a topic of a section that is chosen from.
fn picking(
    keeper: Keeper,
    section: &Section,
    topic: &'static Topic,
    document: &Document,
) -> Option<Element> {
    let words = pick_words(section)?;
    let id = format!("pick-{}", slug(topic.id.as_str()));
    let shown = id.clone();
    let control = el("input")
        .attr("type", "checkbox")
        .attr("id", id.clone())
        .flag("checked", is_picked(document, &topic.id))
        .on("change", move |event| {
            let picked = leptos::prelude::event_target_checked(&event);
            keeper.change(keeper.look(|document| pick(document, &topic.id, picked)));
            let kept = keeper.look(|document| is_picked(document, &topic.id));
            page::show_checked(&shown, kept);
            answering::say_kept(&slug(topic.id.as_str()), kept == picked);
        });
    let label = el("label")
        .attr("for", id)
        .with(words)
        .with(unseen(format!(": {}", topic.title)));
    Some(el("div").class("choice").with(control).with(label))
}

/// Why a safety topic is not relevant: asked only where that is the answer
/// (the style sheet sees to it), and never of somebody who does not want to say.
fn safety(keeper: Keeper, topic: &'static Topic, reason: &str) -> Vec<Element> {
    let slug = slug(topic.id.as_str());
    let id = reason_id(&slug);
    let write = move |text: String| {
        keeper.change(change(topic, AnswerChange::Reason(text.clone())));
        let kept = keeper.look(|document| standing(document, topic).2 == text);
        show_same(keeper, topic);
        answering::say_kept(&self::slug(topic.id.as_str()), kept);
    };
    let shown = id.clone();
    let by_employer = button("button plain", BY_EMPLOYER, move || {
        write(BY_EMPLOYER.to_owned());
        page::show_value(&shown, BY_EMPLOYER);
    })
    .with(unseen(format!(
        ": use this as the reason for {}",
        topic.title
    )));
    let written = TextBox {
        id,
        label: format!("Why “{}” is not relevant to me", topic.title),
        hint: "Press the button above, or write a few words of your own.".to_owned(),
        value: reason.to_owned(),
        limit: REASON.most,
        rows: 1,
        free: true,
    };
    let said = live(move || {
        let (status, reason) = keeper.read(|document| {
            let (status, _, reason) = standing(document, topic);
            (status, reason.trim().is_empty())
        });
        match (status, reason) {
            (Some(TopicStatus::NotRelevant), true) => STILL_OPEN,
            (Some(TopicStatus::NotRelevant), false) => "Thank you. It is set aside.",
            _ => "",
        }
    });
    vec![
        el("div")
            .class("reason")
            .with(el("p").with("This topic keeps you and the people you support safe, so it comes first in any plan. If it does not apply to you, a short reason shows that nobody forgot it."))
            .with(el("p").with(by_employer))
            .with(text_box(written, write)),
        el("p").class("said open").attr("role", "status").with(said),
    ]
}

const BY_EMPLOYER: &str = "Done through my employer";
const STILL_OPEN: &str =
    "You need not say why now. Until there is a reason, this is still listed as open.";

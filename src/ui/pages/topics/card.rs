//! One topic: its words, the answer, the note.

use leptos::html;
use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::topics::{
    Card, answers, card, change, is_picked, pick, pick_words, same, status, value,
};
use crate::app::words;
use crate::domain::document::{AnswerChange, TopicStatus};
use crate::domain::framework::model::{Section, Target, Topic};
use crate::domain::framework::{bundled, section_of};
use crate::domain::limits::{NOTE, REASON};
use crate::ui::components::fields::{Answer, TextField};
use crate::ui::components::{AnswerGroup, Hidden, Note};
use crate::ui::pages::answering::slug;
use crate::ui::pages::framework::topic_element_id;
use crate::ui::pages::{HostNotes, OwnWords};
use crate::ui::session::{SessionContext, use_session};

/// What the controls of one card share.
#[derive(Clone, Copy)]
struct Answering {
    session: SessionContext,
    topic: &'static Topic,
    card: Memo<Card>,
    /// What was entered last is kept.
    is_kept: RwSignal<bool>,
}

impl Answering {
    /// Makes a change to the answer, and sees whether it is kept.
    fn give(self, given: AnswerChange<TopicStatus>) {
        self.session.change(change(self.topic, given.clone()));
        self.is_kept
            .set(self.card.with_untracked(|card| match given {
                AnswerChange::Status(status) => card.chosen == status,
                AnswerChange::Note(text) => card.note == text,
                AnswerChange::Reason(text) => card.reason == text,
            }));
    }
}

/// The card of a topic.
#[component]
pub fn TopicCard(section: &'static Section, topic: &'static Topic) -> impl IntoView {
    let session = use_session();
    let it = Answering {
        session,
        topic,
        card: session.memo(move |document| card(bundled(), document, topic)),
        is_kept: RwSignal::new(true),
    };
    let description = topic.description();
    let slug = slug(topic.id.as_str());
    let answers = answers(section).map(|(status, words)| Answer {
        value: value(status).to_owned(),
        label: words.to_owned(),
        hint: String::new(),
    });
    let choose = move |given: Option<String>| {
        it.give(AnswerChange::Status(given.as_deref().and_then(status)));
    };
    let chosen = move || {
        it.card
            .with(|card| card.chosen.map(|status| value(status).to_owned()))
    };
    let items = (!topic.items.is_empty()).then(|| {
        let items = topic.items.iter().map(|item| view! { <li>{*item}</li> });
        view! { <ul class="names">{items.collect_view()}</ul> }
    });
    view! {
        <li class="card topic">
            <h3 id=topic_element_id(&topic.id)>{topic.title}</h3>
            {topic.safety.then(|| view! { <p><span class="tag score">"Safety: comes first"</span></p> })}
            {description.text.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
            {items}
            <OwnWords texts=&description.own/>
            <HostNotes about=Target::Topic(topic.id.clone()) of=topic.title/>
            {topic.arranged_by.map(|who| view! {
                <p><strong>"Arranged by: "</strong>{words::arranged_by(who)}"."</p>
            })}
            {topic.dated.map(|dated| view! { <p class="small">{dated}</p> })}
            <Shared it/>
            {pick_words(section).map(|words| view! { <Pick it words/> })}
            <AnswerGroup
                name=format!("answer-{slug}")
                legend=topic.title
                answers=answers.into()
                chosen=Signal::derive(chosen)
                on_choose=choose
                of=topic.title
                is_kept=it.is_kept
            />
            {topic.safety.then(|| view! { <Reason it/> })}
            <Note
                id=format!("note-{slug}")
                of=topic.title
                value=Signal::derive(move || it.card.with(|card| card.note.clone()))
                limit=NOTE.most
                on_input=move |text| it.give(AnswerChange::Note(text))
            />
        </li>
    }
}

/// Where else the answer counts, and where it was given.
#[component]
fn Shared(it: Answering) -> impl IntoView {
    let others = same(bundled(), it.topic);
    if others.is_empty() {
        return None;
    }
    let said = others
        .into_iter()
        .map(|(other, section)| {
            let here = section_of(&it.topic.id) == section.id.as_str();
            let place = if here {
                view! { <span>"this list"</span> }.into_any()
            } else {
                let href = Route::TopicsSection(section.id.clone()).href();
                view! { <a href=href>{section.title}</a> }.into_any()
            };
            view! {
                <p>"One answer serves both. This also counts for “" {other.title} "” in " {place} "."</p>
            }
        })
        .collect_view();
    let given = move || it.card.with(|card| card.given_elsewhere.clone());
    Some(view! {
        <div class="shared small">
            {said}
            <p hidden=move || given().is_empty() prop:textContent=given></p>
        </div>
    })
}

/// The box to pick a topic of a section that is chosen from.
#[component]
fn Pick(it: Answering, words: &'static str) -> impl IntoView {
    let id = format!("pick-{}", slug(it.topic.id.as_str()));
    let control = NodeRef::<html::Input>::new();
    let topic = it.topic;
    let tick = move |event| {
        let picked = event_target_checked(&event);
        let change = it
            .session
            .document(|document| pick(document, &topic.id, picked));
        it.session.change(change);
        let kept = it
            .session
            .document(|document| is_picked(document, &topic.id));
        it.is_kept.set(kept == picked);
        // What was refused is not shown as if it were kept.
        if let Some(control) = control.get_untracked() {
            control.set_checked(kept);
        }
    };
    view! {
        <div class="choice">
            <input
                node_ref=control
                type="checkbox"
                id=id.clone()
                prop:checked=move || it.card.with(|card| card.is_picked)
                on:change=tick
            />
            <label for=id>{words}<Hidden>{format!(": {}", topic.title)}</Hidden></label>
        </div>
    }
}

/// Why a safety topic is not relevant: asked only where that is the answer
/// (the style sheet sees to it), and never of somebody who does not want to say.
#[component]
fn Reason(it: Answering) -> impl IntoView {
    let title = it.topic.title;
    view! {
        <div class="reason">
            <p>"This topic keeps you and the people you support safe, so it comes first in any plan. If it does not apply to you, a short reason shows that nobody forgot it."</p>
            <p>
                <button
                    type="button"
                    class="button plain"
                    on:click=move |_| it.give(AnswerChange::Reason(BY_EMPLOYER.to_owned()))
                >
                    {BY_EMPLOYER}
                    <Hidden>{format!(": use this as the reason for {title}")}</Hidden>
                </button>
            </p>
            <TextField
                id=format!("reason-{}", slug(it.topic.id.as_str()))
                label=format!("Why “{title}” is not relevant to me")
                hint="Press the button above, or write a few words of your own."
                value=Signal::derive(move || it.card.with(|card| card.reason.clone()))
                limit=REASON.most
                on_input=move |text| it.give(AnswerChange::Reason(text))
                free=true
            />
        </div>
        <p class="said open" role="status" prop:textContent=move || it.card.with(|card| card.of_the_reason)></p>
    }
}

const BY_EMPLOYER: &str = "Done through my employer";

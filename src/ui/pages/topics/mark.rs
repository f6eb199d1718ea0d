//! "Mark all unanswered here as …", and taking that back.

use std::cell::RefCell;

use leptos::prelude::*;

use super::card;
use crate::app::topics::{MarkAll, answer, answers, change, mark_all, to_undo};
use crate::domain::document::{AnswerChange, TopicStatus};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Section, Topic};
use crate::platform::{clock, page};
use crate::ui::components::form::button;
use crate::ui::element::{each, el, live};
use crate::ui::pages::answering::unseen;
use crate::ui::session::Keeper;

thread_local! {
    /// The presses on this page, each with its place, the newest last: what
    /// can be undone until the page is left.
    static PRESSES: RefCell<Vec<(usize, MarkAll)>> = const { RefCell::new(Vec::new()) };
}

/// A page begins: what was pressed on another is no longer offered to undo.
pub fn forget() {
    PRESSES.take();
}

/// The buttons for these topics; `place` is unique in the page.
pub fn all(
    keeper: Keeper,
    section: &'static Section,
    place: usize,
    name: &'static str,
    topics: Vec<&'static Topic>,
) -> AnyView {
    let summary = summary_id(place);
    let of = topics.clone();
    let left = live(move || {
        let n = keeper.read(|document| mark_all(document, &of, TopicStatus::NotYet).topics.len());
        match n {
            0 => "Nothing is unanswered here.".to_owned(),
            n => format!("{n} of {} are unanswered. Mark them as:", of.len()),
        }
    });
    let buttons = each(answers(section), |(status, words)| {
        let topics = topics.clone();
        button("button plain", words, move || {
            let press = keeper.look(|document| mark_all(document, &topics, status));
            let marked: Vec<&'static Topic> = topics_of(&press);
            if marked.is_empty() {
                return;
            }
            PRESSES.with_borrow_mut(|presses| presses.push((place, press)));
            for topic in &marked {
                keeper.change(change(topic, AnswerChange::Status(Some(status))));
            }
            show(keeper, &marked);
            // Nothing is left to mark, so these buttons go; the way back is
            // there once it is drawn.
            clock::soon(move || {
                page::focus_on(&undo_id(place));
            });
        })
        .with(unseen(format!(", all unanswered in {name}")))
    });
    let of_them = topics.clone();
    let nothing_left = move || {
        let left = keeper.read(|document| mark_all(document, &of_them, TopicStatus::NotYet));
        left.topics.is_empty().then(String::new)
    };
    let details = el("details")
        .class("mark-all")
        .with(
            el("summary")
                .attr("id", summary)
                .with("Mark all unanswered here as …")
                .with(unseen(format!(" ({name})"))),
        )
        .with(
            el("div").with(el("p").with(left)).with(
                el("div")
                    .class("buttons")
                    .live_attr("hidden", nothing_left)
                    .with(buttons),
            ),
        );
    let said = live(move || {
        last(keeper, place).map_or_else(String::new, |(status, n)| {
            let words = answer(section, status);
            format!(
                "{n} marked as “{words}”. Undo takes this back, apart from any you change by hand."
            )
        })
    });
    let undo = live(move || {
        last(keeper, place).map(|_| {
            button("button plain", "Undo", move || take_back(keeper, place))
                .attr("id", undo_id(place))
                .with(unseen(format!(" marking all in {name}")))
        })
    });
    el("div")
        .class("marking")
        .with(details)
        .with(
            el("div")
                .class("marked")
                .with(el("p").class("said").attr("role", "status").with(said))
                .with(undo),
        )
        .view()
}

fn summary_id(place: usize) -> String {
    format!("mark-{place}")
}

fn undo_id(place: usize) -> String {
    format!("undo-{place}")
}

fn topics_of(press: &MarkAll) -> Vec<&'static Topic> {
    let mut topics = Vec::new();
    for id in &press.topics {
        topics.extend(bundled().topic(id.as_str()));
    }
    topics
}

/// The newest press of a place that still has something to undo.
fn last(keeper: Keeper, place: usize) -> Option<(TopicStatus, usize)> {
    keeper.read(|document| {
        PRESSES.with_borrow(|presses| {
            for (at, press) in presses.iter().rev() {
                let n = to_undo(bundled(), document, press).len();
                if *at == place && n > 0 {
                    return Some((press.status, n));
                }
            }
            None
        })
    })
}

fn take_back(keeper: Keeper, place: usize) {
    let presses = PRESSES.take();
    let newest = presses.iter().rposition(|(at, press)| {
        *at == place && keeper.look(|document| !to_undo(bundled(), document, press).is_empty())
    });
    let undone = newest.map(|newest| presses[newest].1.clone());
    // Newer presses of the place have nothing left to undo.
    PRESSES.replace(
        presses
            .into_iter()
            .enumerate()
            .filter(|(at, (its, _))| newest.is_none_or(|newest| *at < newest) || *its != place)
            .map(|(_, it)| it)
            .collect(),
    );
    if let Some(press) = undone {
        let topics = keeper.look(|document| to_undo(bundled(), document, &press));
        for topic in &topics {
            keeper.change(change(topic, AnswerChange::Status(None)));
        }
        show(keeper, &topics);
        // The button goes with what it undid.
        page::focus_on(&summary_id(place));
    }
}

fn show(keeper: Keeper, topics: &[&'static Topic]) {
    for topic in topics {
        card::show_one(keeper, topic);
        card::show_same(keeper, topic);
    }
}

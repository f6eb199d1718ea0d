//! `#/`: on a first visit the words of `index.html` and nothing else; later
//! where the worker was, what is next, and how far each part is.

use leptos::prelude::*;

use super::title;
use crate::app::about_you::bearing_sentence;
use crate::app::home;
use crate::app::words::count;
use crate::domain::document::Document;
use crate::domain::framework::bundled;
use crate::platform::page;
use crate::ui::components::form::link;
use crate::ui::element::{each, el, nothing};
use crate::ui::session::Keeper;

/// Nothing was ever entered here.
pub fn is_first_visit() -> bool {
    expect_context::<Keeper>().look(Document::is_empty)
}

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || {
        let first = keeper.look(Document::is_empty);
        page::show_words(first);
        if first {
            nothing()
        } else {
            coming_back(keeper, &heading)
        }
    })
}

fn coming_back(keeper: Keeper, heading: &str) -> AnyView {
    let backup = untrack(|| keeper.your_data()).backup_sentence;
    let (sentence, was, next, tasks) = keeper.look(|document| {
        (
            bearing_sentence(bundled(), document),
            home::where_i_was(bundled(), document),
            home::next(bundled(), document),
            home::tasks(bundled(), document, &backup),
        )
    });
    let minutes = next.minutes.map(|minutes| {
        let minutes = count(minutes, "minute", "minutes");
        el("span").with(format!(
            "About {minutes}, by this tool’s own estimate. You can stop at any point: what you enter is kept."
        ))
    });
    el("div")
        .class("flow")
        .with(title(heading))
        .with(
            el("ul")
                .class("ways")
                .with(was.map(|was| {
                    el("li")
                        .with(link(was.href, "Continue where I was"))
                        .with(el("span").with(was.title))
                }))
                .with(
                    el("li")
                        .with(link(next.place.href, format!("Next: {}", next.place.title)))
                        .with(minutes),
                ),
        )
        .with(el("h2").with("Your task list"))
        .with(
            el("p")
                .with(sentence)
                .with(" Nothing has to be finished. ")
                .with(link("#/about-you", "Change role or aim")),
        )
        .with(el("ul").class("tasks").with(each(tasks, |task| {
            el("li")
                .with(link(task.place.href, task.place.title))
                .with(el("span").class("status").with(task.status))
        })))
        .view()
}

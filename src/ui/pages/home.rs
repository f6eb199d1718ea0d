//! `#/`, once something was entered: where the worker was, what is next, and
//! how far each part is. Before that the words of `index.html` stand there.

use leptos::prelude::*;

use super::title;
use crate::app::about_you::bearing_sentence;
use crate::app::home;
use crate::app::words::count;
use crate::domain::framework::bundled;
use crate::platform::clock;
use crate::ui::components::form::link;
use crate::ui::element::{each, el};
use crate::ui::session::Keeper;

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || coming_back(keeper, &heading))
}

fn coming_back(keeper: Keeper, heading: &str) -> AnyView {
    let backup = untrack(|| keeper.your_data()).backup_sentence;
    let (sentence, was, next, tasks) = keeper.look(|document| {
        (
            bearing_sentence(bundled(), document),
            home::where_i_was(bundled(), document),
            home::next(bundled(), document, clock::today()),
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

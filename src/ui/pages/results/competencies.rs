//! What is strong, and the six competencies against the aim.

use leptos::prelude::*;

use super::{Seen, cell, details, h2, head, list};
use crate::app::results::{capital, strengths, work_on};
use crate::ui::components::form::link;
use crate::ui::element::{Element, each, el, nothing};

pub fn strong(seen: &Seen) -> AnyView {
    let found = strengths(seen.framework, seen.document, &seen.lines);
    let section = el("section").class("flow").with(h2("What is strong"));
    if found.is_empty() {
        return section
            .with(el("p").with("What you do well shows here as you answer: scores that reach what your aim looks for, features you can see in your work, and topics you know well."))
            .view();
    }
    let competencies = (!found.competencies.is_empty())
        .then(|| el("ul").with(each(found.competencies, |words| el("li").with(words))));
    let many = found
        .features
        .iter()
        .map(|(_, features)| features.len())
        .sum::<usize>();
    let features = (many > 0).then(|| {
        let inside = each(found.features, |(title, features)| {
            el("div").with(el("h3").with(title)).with(list(features))
        });
        details(
            format!("Features you can see in your work ({many})"),
            true,
            inside,
        )
    });
    let many = found
        .topics
        .iter()
        .map(|(_, _, topics)| topics.len())
        .sum::<usize>();
    let topics = (many > 0).then(|| {
        let inside = each(found.topics, |(title, count, topics)| {
            el("div")
                .with(el("h3").with(format!("{title}: {count}")))
                .with(list(topics))
        });
        details(
            format!("Topics you know well or have done ({many})"),
            false,
            inside,
        )
    });
    section
        .with(competencies)
        .with(features)
        .with(topics)
        .view()
}

pub fn against_the_aim(seen: &Seen) -> AnyView {
    let aim = seen.bearing.aim.title;
    let bars = each(&seen.lines, |line| {
        let words = capital(&line.stands.words(seen.framework));
        let looks_for = line.looks_for.map(|score| score.to_string());
        let mut bar = el("div")
            .class("bar")
            .attr("aria-hidden", "true")
            .attr("data-is", line.stands.look());
        if let Some(looks_for) = looks_for {
            bar = bar
                .attr("data-aim", looks_for)
                .with(el("span").class("aim-mark"));
        }
        el("li")
            .with(
                el("p")
                    .with(el("strong").with(line.competency.title))
                    .with(format!(": {words}. {}: {}.", line.aim(aim), line.remark())),
            )
            .with(bar.with(el("span").class("fill")))
    });
    let rows = each(&seen.lines, |line| {
        el("tr")
            .with(
                el("th")
                    .attr("scope", "row")
                    .with(link(line.href(), line.competency.title)),
            )
            .with(cell(
                "Your answer",
                capital(&line.stands.words(seen.framework)),
            ))
            .with(cell("Your aim", line.aim(aim)))
            .with(cell("So", capital(line.remark())))
    });
    let table = el("table")
        .class("stacks")
        .with(el("caption").with("The six competencies and your aim"))
        .with(head(vec!["Competency", "Your answer", "Your aim", "So"]))
        .with(el("tbody").with(rows));
    el("section")
        .class("flow")
        .with(h2("The six competencies and your aim"))
        .with(el("p").with("Each bar is your latest score, from 0 to 5. The line across it marks what your aim looks for."))
        .with(el("ul").class("bars").with(bars))
        .with(details("The same as a table".to_owned(), false, table.view()))
        .with(to_work_on(seen))
        .view()
}

fn to_work_on(seen: &Seen) -> AnyView {
    let found = work_on(seen.framework, seen.document, &seen.bearing);
    if found.is_empty() {
        return nothing();
    }
    let cards = each(found, |it| {
        let ticks: AnyView = if it.ticks.is_empty() {
            el("p")
                .with("You have not ticked its key features yet. They show what is there already.")
                .view()
        } else {
            each(it.ticks, |(heading, features)| -> Element {
                el("div").with(el("h4").with(heading)).with(list(features))
            })
        };
        el("li")
            .class("card")
            .with(el("h3").with(it.title))
            .with(el("p").with(it.now))
            .with(ticks)
            .with(el("h4").with(it.up))
            .with(list(it.step.steps.to_vec()))
            .with(el("p").with(format!("Watch for: {}", it.step.watch_for)))
            .with(el("p").with(link(it.href, format!("Look at {} again", it.title))))
    });
    el("div")
        .class("flow")
        .with(h2("To work on, and one score up"))
        .with(el("ul").class("cards").with(cards))
        .view()
}

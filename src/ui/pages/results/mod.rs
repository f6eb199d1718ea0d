//! `#/results`: what the answers cover, what lies between here and the aim, how
//! it changed, and the sheet for supervision.

mod competencies;
mod history;
mod levels;
mod sheet;
mod what_if;

use leptos::prelude::*;

use super::title;
use crate::app::about_you::bearing_sentence;
use crate::app::results::{Line, Place, lines, next};
use crate::domain::document::Document;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Framework, Origin, Text};
use crate::domain::ladder::Bearing;
use crate::platform::clock;
use crate::ui::components::form::link;
use crate::ui::element::{Element, each, el, live};
use crate::ui::session::Keeper;

/// What every part of the page is drawn from.
struct Seen<'a> {
    framework: &'static Framework,
    document: &'a Document,
    bearing: Bearing<'static>,
    lines: Vec<Line<'static>>,
}

impl<'a> Seen<'a> {
    fn new(document: &'a Document, bearing: Bearing<'static>) -> Self {
        Self {
            framework: bundled(),
            document,
            bearing,
            lines: lines(bundled(), document, &bearing),
        }
    }
}

/// A part of words only, drawn anew at every change.
fn part(keeper: Keeper, draw: fn(&Seen) -> AnyView) -> AnyView {
    live(move || {
        keeper.read(|document| draw(&Seen::new(document, Bearing::of(bundled(), document))))
    })
}

pub fn page(heading: String) -> AnyView {
    let keeper = expect_context::<Keeper>();
    keeper.page(move || {
        el("div")
            .class("flow results")
            .with(title(&heading))
            .with(part(keeper, first))
            .with(part(keeper, competencies::strong))
            .with(part(keeper, competencies::against_the_aim))
            .with(part(keeper, levels::ladder))
            .with(levels::pass_mark(keeper))
            .with(what_if::section(keeper))
            .with(part(keeper, history::section))
            .with(sheet::section(keeper))
            .view()
    })
}

/// What to do next, and for which role and aim all this is shown.
fn first(seen: &Seen) -> AnyView {
    let next = next(
        seen.framework,
        seen.document,
        &seen.bearing,
        &seen.lines,
        clock::today(),
    );
    let bearing = &seen.bearing;
    let shown_for = bearing_sentence(seen.framework, seen.document);
    let extension = (bearing.role.levels_origin == Origin::Tool).then(|| own(EXTENSION));
    el("div")
        .class("flow")
        .with(
            el("p")
                .class("lead")
                .attr("id", "next")
                .with(next.sentence)
                .with(" ")
                .with(link(next.href, next.go)),
        )
        .with(
            el("p")
                .with(shown_for)
                .with(" ")
                .with(link("#/about-you", "Change my role or aim")),
        )
        .with(extension)
        .view()
}

const EXTENSION: &str = "The framework’s levels were written for link workers and health coaches. For this role they are this tool’s extension.";

/// A remark that something is the tool's own.
fn own(words: &'static str) -> Element {
    el("p")
        .class("small")
        .with(el("span").class("tag own").with("This tool’s own"))
        .with(" ")
        .with(words)
}

fn h2(words: &'static str) -> Element {
    el("h2").with(words)
}

fn list(items: Vec<Text>) -> Element {
    el("ul").with(each(items, |item| el("li").with(item)))
}

/// What opens by itself or on request.
fn details(summary: String, open: bool, inside: AnyView) -> Element {
    el("details")
        .flag("open", open)
        .with(el("summary").with(summary))
        .with(inside)
}

/// Links to where each thing is answered.
fn places(places: Vec<Place>) -> AnyView {
    el("ul")
        .with(each(places, |place| {
            let topics = (!place.topics.is_empty()).then(|| list(place.topics));
            el("li").with(link(place.href, place.words)).with(topics)
        }))
        .view()
}

fn cell(label: &'static str, words: String) -> Element {
    el("td").attr("data-label", label).with(words)
}

/// A table's row of headings.
fn head(headings: Vec<&'static str>) -> Element {
    el("thead").with(el("tr").with(each(headings, |words| {
        el("th").attr("scope", "col").with(words)
    })))
}

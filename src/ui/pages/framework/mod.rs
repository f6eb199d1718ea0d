//! `#/framework`: the framework itself, to read and to print.

mod competency;
mod day_by_day;
mod levels;
mod reading;
mod roles;
mod section;

use leptos::prelude::AnyView;

use crate::app::framework_parts::{self, Part};
use crate::app::words;
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Origin, Passage, Text};
use crate::ui::components::form::link;
use crate::ui::element::{Element, Part as _, each, el, nothing};
use crate::ui::pages::own_words;
use crate::ui::pages::title;

pub use section::topic_element_id;

/// `#/framework`: what there is to read.
pub fn contents_page(heading: String) -> AnyView {
    let framework = bundled();
    let groups = each(framework_parts::contents(framework), |group| {
        let parts = each(group.parts, |part| {
            el("li").with(link(part.href(), part.heading()))
        });
        el("section")
            .class("card")
            .with(el("h2").with(group.heading))
            .with(el("ul").class("plain-list").with(parts))
    });
    el("div")
        .class("flow")
        .with(title(&heading))
        .with(el("p").class("lead").with(format!(
            "{}, version {}, March 2021, told again in plain words.",
            framework.about.title, framework.about.version
        )))
        .with(
            el("p")
                .with("Each part names the place in the original, so that you and your supervisor can look up the official wording. ")
                .with(link(Part::Differences.href(), Part::Differences.heading())),
        )
        .with(el("div").class("contents").with(groups))
        .with(el("p").class("small soft").with(framework.about.copyright))
        .view()
}

/// One part, or nothing where the framework has no such part.
pub fn part_page(slug: &str) -> Option<AnyView> {
    let framework = bundled();
    let part = Part::find(framework, slug)?;
    let body = match part {
        Part::Purpose => reading::passages(&framework.about.purpose),
        Part::KindsOfTraining => reading::passages(&framework.about.kinds_of_training),
        Part::SomersetModel => reading::somerset_model(framework),
        Part::Differences => reading::passages(&framework.about.differences),
        Part::Scale => reading::scale(framework),
        Part::References => reading::references(framework),
        Part::Competency(it) => competency::body(framework, it),
        Part::Ladder => levels::ladder(framework),
        Part::Pay => levels::pay(framework),
        Part::Apprenticeship => {
            reading::passages(std::slice::from_ref(&framework.practice.apprenticeship))
        }
        Part::Roles => roles::overview(framework),
        Part::Role(it) => roles::body(it),
        Part::Section(it) | Part::Topic(it, _) => section::body(framework, it),
        Part::OutcomeTools => day_by_day::outcome_tools(framework),
        Part::ReferralCodes => day_by_day::referral_codes(framework),
        Part::Directories => day_by_day::directories(framework),
        Part::PersonalisedPlan => {
            reading::passages(std::slice::from_ref(&framework.practice.personalised_plan))
        }
    };
    let crumb = el("p")
        .class("crumb")
        .with(link("#/framework", "The framework"));
    let flow = el("div")
        .class("flow")
        .with(title(part.heading()))
        .with(body);
    Some(all([crumb.part(), flow.part()]))
}

/// One after the other.
fn all<const N: usize>(parts: [AnyView; N]) -> AnyView {
    Vec::from(parts).part()
}

/// Paragraphs.
fn paragraphs(text: &[Text]) -> AnyView {
    each(text, |paragraph| el("p").with(*paragraph))
}

/// A list of names, or nothing.
fn names(items: &[Text]) -> AnyView {
    if items.is_empty() {
        return nothing();
    }
    el("ul")
        .with(each(items, |item| el("li").with(*item)))
        .view()
}

/// "Cost: none."
fn fact(name: Text, value: impl Into<String>) -> Element {
    el("p").with(el("strong").with(name)).with(value.into())
}

/// A table with a heading for each column.
fn table(class: Text, caption: Element, columns: &[Text], rows: AnyView) -> Element {
    let columns = each(columns, |column| {
        el("th").attr("scope", "col").with(*column)
    });
    el("table")
        .class(class)
        .with(caption)
        .with(el("thead").with(el("tr").with(columns)))
        .with(el("tbody").with(rows))
}

/// Where something stands in the original, and whether it is the tool's own.
fn place(source: Text, origin: Origin) -> AnyView {
    let mut place = el("p").class("small soft place");
    if origin == Origin::Tool {
        let own = el("span").class("tag own").with(words::OWN);
        place = place.with(own).with(" ");
    }
    place.with(format!("In the original: {source}")).view()
}

/// A passage under its own heading.
fn passage(passage: &Passage) -> Element {
    el("section")
        .class("flow")
        .with(el("h2").with(passage.title))
        .with(paragraphs(&passage.text))
        .with(own_words(passage.own.iter().copied()))
        .with(names(&passage.items))
        .with(place(passage.source, passage.origin))
}

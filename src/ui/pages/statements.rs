//! `#/accessibility`, and what statements are made of: short and true.

use leptos::prelude::AnyView;

use super::title;
use crate::ui::element::{each, el};

/// A heading, a paragraph (or none: ""), and a list (or none).
pub type Passage = (&'static str, &'static str, &'static [&'static str]);

pub fn accessibility(heading: String) -> AnyView {
    el("div")
        .class("flow")
        .with(title(&heading))
        .with(el("p").class("lead").with("Waymark is meant to work for everyone, and to meet the Web Content Accessibility Guidelines 2.2 at level AA."))
        .with(passages("h2", ACCESSIBILITY))
        .view()
}

const ACCESSIBILITY: &[Passage] = &[
    (
        "What you can do",
        "",
        &[
            "Use every page with the keyboard alone. The first Tab offers a link past the menu.",
            "Use a screen reader: pages have one main heading each, and the focus moves to it when you change page.",
            "Zoom to 400 %, or use a screen 320 pixels wide, without scrolling sideways.",
            "Use your own colours, dark colours or reduced motion, as set in your device.",
            "Print any page.",
        ],
    ),
    (
        "How it is tested",
        "Every page is checked by the axe rules in two browser engines, in light and dark, and used by keyboard before a release. It has not been tested by people who use screen readers every day, and no outside audit has been made.",
        &[],
    ),
    (
        "What does not work yet",
        "The linked training belongs to other organisations. We have not checked how accessible it is.",
        &[],
    ),
];

/// Each passage under a heading of this level.
pub fn passages(level: &'static str, passages: &[Passage]) -> AnyView {
    each(passages, |(heading, text, items)| {
        let list =
            (!items.is_empty()).then(|| el("ul").with(each(*items, |item| el("li").with(*item))));
        let text = (!text.is_empty()).then(|| el("p").with(*text));
        each([Some(el(level).with(*heading)), text, list], |part| part)
    })
}

//! `#/privacy` and `#/accessibility`: short and true.

use leptos::prelude::AnyView;

use super::title;
use crate::ui::element::{each, el};

/// A heading, a paragraph (or none: ""), and a list (or none).
type Passage = (&'static str, &'static str, &'static [&'static str]);

pub fn privacy(heading: String) -> AnyView {
    page(
        heading,
        "Waymark has no server of its own, no account and no tracking. It runs in your browser.",
        &[
            (
                "What happens when you open it",
                "Your browser fetches the page and its program from the place you opened it from. Whoever runs that place can see that somebody asked for it, as with any web page. After that nothing is asked from anywhere.",
                &[],
            ),
            (
                "What you enter, and where it is kept",
                "In this browser’s own storage, on this device, and nowhere else. Anybody who can use this browser on this device could open it. “Your data” shows what is there, saves it as a file and removes it. After one visit the browser also keeps a copy of the app, so that it works without a network; that copy holds nothing about you.",
                &[],
            ),
            (
                "Who is responsible for a file",
                "You are, once you save or send it. A plan file has your role and aim, your latest scores and your actions; your name, notes and earlier ratings only if you tick them. A backup file has everything you entered. Neither is protected by a password.",
                &[],
            ),
            (
                "What leaves your browser",
                "Only what you take out yourself: a file you save, or a link you follow to somebody else’s website. A link opens in a new tab, and that website is not told where you came from.",
                &[],
            ),
            (
                "What never happens",
                "",
                &[
                    "Nothing you type is sent anywhere.",
                    "No cookies are set, and nobody counts visits.",
                    "Nothing is loaded from another website.",
                ],
            ),
            (
                "How to check",
                "The page carries a rule (a content security policy) that makes the browser refuse any request to another place. Your browser’s developer tools show the rule, and list every request the page makes.",
                &[],
            ),
        ],
    )
}

pub fn accessibility(heading: String) -> AnyView {
    page(
        heading,
        "Waymark is meant to work for everyone, and to meet the Web Content Accessibility Guidelines 2.2 at level AA.",
        &[
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
        ],
    )
}

fn page(heading: String, lead: &'static str, passages: &[Passage]) -> AnyView {
    let passages = each(passages, |(heading, text, items)| {
        let list =
            (!items.is_empty()).then(|| el("ul").with(each(*items, |item| el("li").with(*item))));
        let text = (!text.is_empty()).then(|| el("p").with(*text));
        each([Some(el("h2").with(*heading)), text, list], |part| part)
    });
    el("div")
        .class("flow")
        .with(title(&heading))
        .with(el("p").class("lead").with(lead))
        .with(passages)
        .view()
}

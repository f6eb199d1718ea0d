//! `#/accessibility`, and what statements are made of: short and true.

use leptos::prelude::*;

use super::PageTitle;
use crate::app::route::Route;
use crate::domain::framework::bundled;
use crate::ui::local_pack::HostLines;

/// A heading, a paragraph (or none: ""), and a list (or none).
pub type Passage = (&'static str, &'static str, &'static [&'static str]);

/// The page, at `#/accessibility`.
#[component]
pub fn Accessibility() -> impl IntoView {
    let whom = match bundled().host {
        Some(host) => view! { <HostLines host/> }.into_any(),
        None => view! {
            <p>"This copy of Waymark does not say who looks after it. Tell whoever gave you its address."</p>
        }
        .into_any(),
    };
    view! {
        <div class="flow">
            <PageTitle>{Route::Accessibility.heading()}</PageTitle>
            <p class="lead">
                "Waymark is meant to work for everyone, and to meet the Web Content Accessibility Guidelines 2.2 at level AA. We test for that ourselves. Nobody else has checked it."
            </p>
            <Passages passages=ACCESSIBILITY/>
            <h2>"Whom to tell"</h2>
            <p>
                "If something does not work for you, please say so. It helps to say which page it was, what you wanted to do, and what you use: your browser, your device, and any software that reads, enlarges or listens."
            </p>
            {whom}
        </div>
    }
}

const ACCESSIBILITY: &[Passage] = &[
    (
        "What you can do",
        "",
        &[
            "Use every page with the keyboard alone. The first Tab offers a link past the menu.",
            "Use a screen reader: each page has one main heading, and the focus moves to it when you change page. Messages are announced.",
            "Zoom to 400 %, or use a screen 320 pixels wide, without scrolling sideways.",
            "Use dark colours, colours of your own or reduced motion, as set in your device.",
            "Put more space between letters, words and lines.",
            "Take your time: nothing runs out, and what you enter is kept.",
            "Print any page.",
        ],
    ),
    (
        "What was tested, and how",
        "Programs test each release, on a computer. They use three browsers: Chromium, on which Chrome and Edge are built; Firefox; and WebKit, on which Safari is built.",
        &[
            "axe, a program that looks for known faults, goes through every page. It also checks messages, questions and mistakes as they appear. It does so with light colours in Chromium and WebKit, with dark colours in all three, and with forced colours in Chromium.",
            "Each page is walked through with the Tab key in Chromium, once empty and once with answers. Everything you can use is reached in the order of the page, it can be seen where you are, and you can get out again.",
            "Buttons and boxes are found by the names and roles a screen reader is given. No two buttons of a page have the same name. Where two boxes have, as with two contacts of a local pack, the group or the heading they stand under tells them apart.",
            "Everything you press is at least 24 pixels wide and high, or has as much room around it. Links within a sentence may be smaller, as the guidelines allow. axe checks it.",
            "Every page fits a screen 320 pixels wide, in all three. Moving between pages was tried in the small window that 400 % zoom leaves, in Chromium and Firefox.",
            "With the space between letters, words and lines that the guidelines name, no word is cut off, in all three.",
            "Nothing on a page moves where you ask for less motion, in Chromium and Firefox.",
            "What you write in, and where you are in it, stays when another tab changes your answers, in Chromium and Firefox.",
        ],
    ),
    (
        "What was not tested",
        "",
        &[
            "Disabled people have not tested it yet.",
            "Nobody has tested it with a screen reader, with voice control or with a magnifier: neither somebody who uses one every day nor we ourselves.",
            "Nobody has tested it on a real phone or tablet, only in windows as narrow as one.",
            "No outside audit has been made.",
        ],
    ),
    (
        "What does not work, as far as we know",
        "",
        &[
            "If you have Waymark open in two tabs, an answer in one can take a card out of the plan in the other. If you were on that card, you lose your place there.",
            "When you go back with the browser’s own button, the page stands where you left it, but the focus is on its heading, above.",
            "On a narrow screen, wide tables become small blocks, one below the other. Some browsers then no longer tell a screen reader that it is a table.",
            "On the smallest screens, with more space between letters and words, “Where you stand” scrolls a little sideways in Safari.",
            "Boxes for a day are the browser’s own. They look, sound and work differently in each.",
            "Your browser makes the PDF file if you print to one. We have not checked that its headings and its order are there for a screen reader.",
            "Waymark is in English only. There is no Easy Read edition, and none in British Sign Language.",
            "The training that Waymark links to belongs to others. We have not checked how accessible it is.",
        ],
    ),
];

/// Each passage under a heading of its own.
#[component]
pub fn Passages(
    passages: &'static [Passage],
    /// Whether they stand under a heading already.
    #[prop(optional)]
    below: bool,
) -> impl IntoView {
    passages
        .iter()
        .map(|(heading, text, items)| {
            let heading = if below {
                view! { <h3>{*heading}</h3> }.into_any()
            } else {
                view! { <h2>{*heading}</h2> }.into_any()
            };
            let text = (!text.is_empty()).then(|| view! { <p>{*text}</p> });
            let items = items.iter().map(|item| view! { <li>{*item}</li> });
            let list = (items.len() > 0).then(|| view! { <ul>{items.collect_view()}</ul> });
            view! { {heading} {text} {list} }
        })
        .collect_view()
}

//! `#/gallery`: every component in every state, to look at and to test.
//! Never in a release: it exists only with the `gallery` feature.

use leptos::prelude::*;

use crate::ui::components::{Choice, external_link, filter};
use crate::ui::kept::{Kept, value};

pub fn page(heading: String) -> AnyView {
    let chosen = Kept::new(Some(1));
    let choice = |label: &str, group: Option<&str>| Choice {
        label: label.to_owned(),
        group: group.map(str::to_owned),
    };
    view! {
        <div class="flow">
            <h1 class="page-title" tabindex="-1">{heading}</h1>
            <p class="lead">"A lead paragraph says what a page is for."</p>

            <h2>"Links"</h2>
            <p><a href="#/gallery">"A link within the app"</a></p>
            <p>{external_link("https://example.org/", "A link that leaves the app")}</p>
            <p>{external_link("javascript:alert(1)", "An address that is not a web page stays text")}</p>

            <h2>"Buttons"</h2>
            <p class="buttons">
                <button type="button" class="button">"Main action"</button>
                <button type="button" class="button plain">"Another action"</button>
                <button type="button" class="button warning">"Removes something"</button>
                <button type="button" class="link-button">"Looks like a link"</button>
                <a class="button" href="#/gallery">"A link that looks like a button"</a>
            </p>

            <h2>"Tags"</h2>
            <ul class="tags">
                <li class="tag">"A fact"</li>
                <li class="tag own">"This tool’s own"</li>
                <li class="tag score">"Score 3 (Competent)"</li>
            </ul>

            <h2>"Notices"</h2>
            <div class="notice"><p>"A notice says what to know."</p></div>
            <div class="notice caution"><p>"A caution says what to look out for."</p><p>"It may have two paragraphs."</p></div>
            <div class="error-summary" role="group" aria-labelledby="error-title">
                <h3 id="error-title">"An error summary"</h3>
                <p>"It says what is wrong and what to do."</p>
                <ul><li><a href="#gallery-words">"A link to the field"</a></li></ul>
                <button type="button" class="button">"Try again"</button>
            </div>

            <h2>"Fields"</h2>
            <div class="field">
                <label for="gallery-words">"A text field"</label>
                <p class="hint" id="gallery-words-hint">"With a hint"</p>
                <input id="gallery-words" type="text" class="input" aria-describedby="gallery-words-hint"/>
            </div>
            <div class="filters">
                {filter(
                    "gallery-filter",
                    "A filter",
                    "Anything",
                    vec![
                        choice("One (1)", None),
                        choice("Two (2)", Some("A group")),
                        choice("Three, with a long name that has to fit into a narrow column (3)", Some("A group")),
                    ],
                    value(move || chosen.with(|place| place.map_or(String::new(), |place| place.to_string()))),
                    move |place| chosen.update(|chosen| *chosen = place),
                )}
            </div>

            <h2>"Cards"</h2>
            <ul class="cards">
                <li class="card">
                    <h3>"A short card"</h3>
                    <p>"With one sentence."</p>
                </li>
                <li class="card">
                    <h3>"A card with everything, and a heading long enough to need a second line on a narrow screen"</h3>
                    <p class="soft">"In soft ink"</p>
                    <dl><dt>"Length"</dt><dd>"six sessions, about three hours"</dd><dt>"Cost"</dt><dd>"none"</dd></dl>
                    <details><summary>"Closed details"</summary><p>"Inside"</p></details>
                    <details open><summary>"Open details"</summary><ul><li>"Inside"</li></ul></details>
                </li>
            </ul>

            <h2>"Tables"</h2>
            <table class="stacks">
                <caption>"A table that stacks on a narrow screen"</caption>
                <thead><tr><th scope="col">"Score"</th><th scope="col">"What it means"</th></tr></thead>
                <tbody>
                    <tr><th scope="row">"0 – Absence"</th><td data-label="What it means">"Nothing of the skill was there."</td></tr>
                    <tr><th scope="row">"5 – Expert"</th><td data-label="What it means">"Excellent skills."</td></tr>
                </tbody>
            </table>
            <table class="narrow">
                <caption>"A narrow table"</caption>
                <thead><tr><th scope="col">"Years"</th><th scope="col">"A year"</th></tr></thead>
                <tbody><tr><th scope="row">"0–1"</th><td>"£19,737"</td></tr></tbody>
            </table>

            <h2>"The end of the program"</h2>
            <p>"What a worker sees if the program dies, with what they typed above offered as a file."</p>
            <p><button type="button" class="button warning" on:click=move |_| panic!("asked for in the gallery")>"Stop the program"</button></p>
        </div>
    }
    .into_any()
}

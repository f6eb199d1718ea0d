//! `#/gallery`: every component in every state, to look at and to test.
//! Never in a release: it exists only with the `gallery` feature.

mod charts;

use leptos::prelude::*;

use crate::platform;
use crate::ui::components::{
    Button, Choice, Question, Tone, dialog, external_link, filter, notice, row,
};
use crate::ui::element::Part;

pub fn page(heading: String) -> AnyView {
    let chosen = RwSignal::new(Some(1));
    let asking = RwSignal::new(false);
    let button = move |label: &str| Button {
        label: label.to_owned(),
        press: Box::new(move || asking.set(false)),
    };
    let question = move || {
        asking.get().then(|| {
            platform::clock::soon(platform::dialog::open);
            dialog(
                Question {
                    title: "Open “a-file-with-a-rather-long-name.json”?".to_owned(),
                    paragraphs: vec!["It was saved on 23 November 2026.".to_owned()],
                    lists: vec![(
                        "This would be added:".to_owned(),
                        vec!["Ratings: 6 added".to_owned()],
                    )],
                    buttons: vec![button("Open it"), button("Cancel")],
                },
                move || asking.set(false),
            )
            .view()
        })
    };
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
            <p>{external_link("https://example.org/", "A link that leaves the app").view()}</p>
            <p>{external_link("javascript:alert(1)", "An address that is not a web page stays text").view()}</p>

            <h2>"Buttons"</h2>
            <p class="buttons">
                <button type="button" class="button">"Main action"</button>
                <button type="button" class="button plain">"Another action"</button>
                <button type="button" class="button warning">"Removes something"</button>
                <button type="button" class="link-button">"Looks like a link"</button>
                <a class="button" href="#/gallery">"A link that looks like a button"</a>
            </p>

            {row(vec![button("The main one of a row"), button("Another of a row")]).part()}

            <h2>"A dialog"</h2>
            <p><button type="button" class="button" on:click=move |_| asking.set(true)>"Ask something"</button></p>
            {question}

            <h2>"Facts"</h2>
            <dl class="facts"><dt>"Last saved in this browser"</dt><dd>"23 November 2026, 15:04"</dd><dt>"Ratings"</dt><dd>"6"</dd></dl>

            <h2>"Tags"</h2>
            <ul class="tags">
                <li class="tag">"A fact"</li>
                <li class="tag own">"This tool’s own"</li>
                <li class="tag score">"Score 3 (Competent)"</li>
            </ul>

            <h2>"Notices"</h2>
            <div class="notice"><p>"A notice says what to know."</p></div>
            <div class="notice caution"><p>"A caution says what to look out for."</p><p>"It may have two paragraphs."</p></div>
            {[(Tone::Error, "A file was not opened, and why."), (Tone::Caution, "There is no room left."), (Tone::Calm, "Something went well.")]
                .map(|(tone, text)| {
                    notice(
                        tone,
                        text.to_owned(),
                        vec!["A detail".to_owned(), "Another".to_owned()],
                        vec![button("What to do"), button("Close this message")],
                    )
                    .view()
                })
                .collect_view()}
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
                    move || chosen.get(),
                    move |place| chosen.set(place),
                )
                .view()}
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

            <h2>"Answers"</h2>
            <charts::Answers/>

            <h2>"Bars and a trend"</h2>
            <charts::Charts/>

            <h2>"The end of the program"</h2>
            <p>"What a worker sees if the program dies, with what they typed above offered as a file."</p>
            <p><button type="button" class="button warning" on:click=move |_| panic!("asked for in the gallery")>"Stop the program"</button></p>
        </div>
    }
    .into_any()
}

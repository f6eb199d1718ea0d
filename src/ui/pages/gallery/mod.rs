//! `#/gallery`: every component in every state, to look at and to test.
//! Never in a release: it exists only with the `gallery` feature.

mod charts;
mod fields;
mod messages;

use leptos::prelude::*;

use super::PageTitle;
use crate::app::route::Route;
use crate::ui::components::{Action, Buttons, ExternalLink, Hidden, Lines, Signatures};

use fields::Fields;
use messages::Messages;

#[component]
pub fn Gallery() -> impl IntoView {
    view! {
        <div class="flow">
            <PageTitle>{Route::Gallery.heading()}</PageTitle>
            <p class="lead">"A lead paragraph says what a page is for."</p>
            <Links/>
            <ButtonsInEveryState/>
            <Messages/>
            <Words/>
            <Fields/>
            <Cards/>
            <Tables/>
            <h2>"Answers"</h2>
            <DrawnOnOpening summary="Things to answer">
                <charts::Answers/>
            </DrawnOnOpening>
            <h2>"Bars and a trend"</h2>
            <charts::Charts/>
            <charts::People/>
            <h2>"The end of the program"</h2>
            <p>"What a worker sees if the program dies, with what they typed above offered as a file."</p>
            <p>
                <button type="button" class="button warning" on:click=move |_| panic!("asked for in the gallery")>
                    "Stop the program"
                </button>
            </p>
        </div>
    }
}

/// A button that says what it would do, and does nothing.
fn idle(label: &str) -> Action {
    Action {
        label: label.to_owned(),
        press: Callback::new(|()| ()),
    }
}

/// What has text in its boxes is drawn when it is opened: a journey that stops
/// the program compares the text of all boxes, letter for letter.
#[component]
fn DrawnOnOpening(summary: &'static str, children: ChildrenFn) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| was_opened.set(true)>
            <summary>{summary}</summary>
            {move || was_opened.get().then(|| children())}
        </details>
    }
}

#[component]
fn Links() -> impl IntoView {
    view! {
        <h2>"Links"</h2>
        <p><a href="#/gallery">"A link within the app"</a></p>
        <p><ExternalLink url="https://example.org/" text="A link that leaves the app"/></p>
        <p><ExternalLink url="https://example.org/" text="Find it" of="One of many links with the same text"/></p>
        <p><ExternalLink url="https://example.org/" text="קורס במים \u{202e}abc"/>" is written from the right."</p>
        <p><ExternalLink url="javascript:alert(1)" text="An address that is not a web page stays text"/></p>
    }
}

#[component]
fn ButtonsInEveryState() -> impl IntoView {
    view! {
        <h2>"Buttons"</h2>
        <p class="buttons">
            <button type="button" class="button">"Main action"</button>
            <button type="button" class="button plain">"Another action"</button>
            <button type="button" class="button warning">"Removes something"</button>
            <button type="button" class="link-button">"Looks like a link"</button>
            <a class="button" href="#/gallery">"A link that looks like a button"</a>
        </p>
        <Buttons actions=vec![idle("The main one of a row"), idle("Another of a row")]/>
        <Buttons actions=vec![idle("Remove it"), idle("Save it")] of="of which is said aloud only"/>
        <Buttons actions=Vec::new()/>
    }
}

#[component]
fn Words() -> impl IntoView {
    view! {
        <h2>"Facts"</h2>
        <dl class="facts">
            <dt>"Last saved in this browser"</dt>
            <dd>"23 November 2026, 15:04"</dd>
            <dt>"Ratings"</dt>
            <dd>"6"</dd>
        </dl>
        <h2>"Tags"</h2>
        <ul class="tags" role="list">
            <li class="tag">"A fact"</li>
            <li class="tag own">"This tool’s own"</li>
            <li class="tag score">"Score 3 (Competent)"</li>
        </ul>
        <h2>"Lines"</h2>
        <Lines list=vec!["A line".to_owned(), "Another".to_owned()]/>
        <Lines list=Vec::new()/>
        <p>"Words for everybody"<Hidden>", and words for screen readers only"</Hidden></p>
        <h2>"Signatures"</h2>
        <p>"They show on paper."</p>
        <Signatures/>
    }
}

#[component]
fn Cards() -> impl IntoView {
    view! {
        <h2>"Cards"</h2>
        <ul class="cards" role="list">
            <li class="card">
                <h3>"A short card"</h3>
                <p>"With one sentence."</p>
            </li>
            <li class="card">
                <h3>"A card with everything, and a heading long enough to need a second line on a narrow screen"</h3>
                <p class="soft">"In soft ink"</p>
                <dl>
                    <dt>"Length"</dt>
                    <dd>"six sessions, about three hours"</dd>
                    <dt>"Cost"</dt>
                    <dd>"none"</dd>
                </dl>
                <details>
                    <summary>"Closed details"</summary>
                    <p>"Inside"</p>
                </details>
                <details open>
                    <summary>"Open details"</summary>
                    <ul><li>"Inside"</li></ul>
                </details>
            </li>
        </ul>
    }
}

#[component]
fn Tables() -> impl IntoView {
    view! {
        <h2>"Tables"</h2>
        <table class="stacks">
            <caption>"A table that stacks on a narrow screen"</caption>
            <thead>
                <tr><th scope="col">"Score"</th><th scope="col">"What it means"</th></tr>
            </thead>
            <tbody>
                <tr>
                    <th scope="row">"0 – Absence"</th>
                    <td data-label="What it means">"Nothing of the skill was there."</td>
                </tr>
                <tr>
                    <th scope="row">"5 – Expert"</th>
                    <td data-label="What it means">"Excellent skills."</td>
                </tr>
            </tbody>
        </table>
        <table class="narrow">
            <caption>"A narrow table"</caption>
            <thead>
                <tr><th scope="col">"Years"</th><th scope="col">"A year"</th></tr>
            </thead>
            <tbody>
                <tr><th scope="row">"0–1"</th><td>"£19,737"</td></tr>
            </tbody>
        </table>
    }
}

//! Messages, error summaries, and the question that waits for an answer.

use leptos::prelude::*;

use super::idle;
use crate::ui::components::{Action, Message, Modal, QuestionText, Urgency};

#[component]
pub fn Messages() -> impl IntoView {
    let each = [
        (Urgency::Error, "A file was not opened, and why."),
        (Urgency::Caution, "There is no room left."),
        (Urgency::Calm, "Something went well."),
    ]
    .map(|(urgency, text)| {
        view! {
            <Message
                urgency
                text
                list=vec!["A detail".to_owned(), "Another".to_owned()]
                actions=vec![idle("What to do"), idle("Close this message")]
            />
        }
    });
    view! {
        <h2>"Notices"</h2>
        <div class="notice"><p>"A notice says what to know."</p></div>
        <div class="notice caution">
            <p>"A caution says what to look out for."</p>
            <p>"It may have two paragraphs."</p>
        </div>
        <Message urgency=Urgency::Calm text="A message with nothing to do about it."/>
        {each}
        <div class="error-summary" role="group" aria-labelledby="error-title">
            <h3 id="error-title">"An error summary"</h3>
            <p>"It says what is wrong and what to do."</p>
            <ul><li><a href="#gallery-words">"A link to the field"</a></li></ul>
            <button type="button" class="button">"Try again"</button>
        </div>
        <Asking/>
    }
}

#[component]
fn Asking() -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let answer = move |label: &str| Action {
        label: label.to_owned(),
        press: Callback::new(move |()| is_asking.set(false)),
    };
    view! {
        <h2>"A dialog"</h2>
        <p>
            <button type="button" class="button" on:click=move |_| is_asking.set(true)>"Ask something"</button>
        </p>
        <Show when=move || is_asking.get()>
            <Modal
                id="gallery-question"
                title="Open “a-file-with-a-rather-long-name.json”?"
                on_cancel=move |()| is_asking.set(false)
                actions=vec![answer("Open it"), answer("Cancel")]
            >
                <QuestionText
                    paragraphs=vec!["It was saved on 23 November 2026.".to_owned()]
                    lists=vec![("This would be added:".to_owned(), vec!["Ratings: 6 added".to_owned()])]
                />
            </Modal>
        </Show>
    }
}

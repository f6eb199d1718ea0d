//! "Mark all unanswered here as …", and taking that back.

use leptos::html;
use leptos::prelude::*;

use crate::app::topics::{MarkAll, answers, change, mark_all, marking, newest_to_undo};
use crate::domain::document::{AnswerChange, TopicStatus};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Section, Topic};
use crate::ui::components::Hidden;
use crate::ui::focus::focus_when_there;
use crate::ui::session::use_session;

/// The buttons that mark these topics, and the one that takes it back until
/// the page is left.
#[component]
pub fn MarkAll(
    section: &'static Section,
    /// Unique in the page.
    place: usize,
    /// What is marked.
    name: &'static str,
    topics: Vec<&'static Topic>,
) -> impl IntoView {
    let session = use_session();
    // The newest last.
    let presses = RwSignal::new(Vec::<MarkAll>::new());
    let topics = StoredValue::new(topics);
    let shown = Memo::new(move |_| {
        session.read(|document| {
            let presses = presses.read();
            topics.with_value(|topics| marking(bundled(), document, section, topics, &presses))
        })
    });
    let (summary, undo) = (
        NodeRef::<html::Summary>::new(),
        NodeRef::<html::Button>::new(),
    );
    let mark = move |status: TopicStatus| {
        let press = session
            .document(|document| topics.with_value(|topics| mark_all(document, topics, status)));
        let marked = press.topics.iter();
        for topic in marked.filter_map(|id| bundled().topic(id.as_str())) {
            session.change(change(topic, AnswerChange::Status(Some(status))));
        }
        presses.update(|presses| presses.push(press));
        // Nothing is left to mark, so these buttons go.
        focus_when_there(undo);
    };
    let take_back = move |_| {
        let newest = session.document(|document| {
            presses.with_untracked(|presses| newest_to_undo(bundled(), document, presses))
        });
        let Some((newest, topics)) = newest else {
            return;
        };
        // The button goes with what it undoes.
        focus_when_there(summary);
        for topic in topics {
            session.change(change(topic, AnswerChange::Status(None)));
        }
        // Newer ones have nothing left to undo.
        presses.update(|presses| presses.truncate(newest));
    };
    let buttons = answers(section)
        .map(|(status, words)| {
            view! {
                <button type="button" class="button plain" on:click=move |_| mark(status)>
                    {words}
                    <Hidden>{format!(", all unanswered in {name}")}</Hidden>
                </button>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <div class="marking">
            <details class="mark-all">
                <summary node_ref=summary id=format!("mark-{place}")>
                    "Mark all unanswered here as …"
                    <Hidden>{format!(" ({name})")}</Hidden>
                </summary>
                <div>
                    <p prop:textContent=move || shown.with(|it| it.left.clone())></p>
                    <div class="buttons" hidden=move || shown.with(|it| !it.can_mark)>{buttons}</div>
                </div>
            </details>
            <div class="marked">
                <p class="said" role="status" prop:textContent=move || shown.with(|it| it.done.clone())></p>
                <Show when=move || shown.with(|it| !it.done.is_empty())>
                    <button
                        node_ref=undo
                        type="button"
                        class="button plain"
                        id=format!("undo-{place}")
                        on:click=take_back
                    >
                        "Undo"
                        <Hidden>{format!(" marking all in {name}")}</Hidden>
                    </button>
                </Show>
            </div>
        </div>
    }
}

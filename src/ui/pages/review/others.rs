//! Views that were begun of other people's plans.

use leptos::prelude::*;

use crate::app::session::{Event, EventButton};
use crate::ui::components::{Buttons, Each};
use crate::ui::session::use_session;

/// The views of other plans that were begun and are kept.
#[component]
pub fn Drafts() -> impl IntoView {
    let session = use_session();
    let drafts = session.review_drafts();
    view! {
        <Show when=move || drafts.with(|all| !all.is_empty())>
            <section class="flow" aria-labelledby="drafts">
                <h2 id="drafts">"Views you have begun"</h2>
                <ul class="cards" role="list">
                    <Each each=move || drafts.get() key=Clone::clone let((plan, name))>
                        <li class="card">
                            <p><bdi>{name.clone()}</bdi></p>
                            <Buttons
                                of=name
                                actions=session.actions(vec![
                                    EventButton {
                                        label: "Go on".to_owned(),
                                        event: Event::OpenDraft(plan.clone()),
                                    },
                                    EventButton {
                                        label: "Remove".to_owned(),
                                        event: Event::AskRemoveDraft(plan),
                                    },
                                ])
                            />
                        </li>
                    </Each>
                </ul>
            </section>
        </Show>
    }
}

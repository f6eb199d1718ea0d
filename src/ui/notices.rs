//! The messages of every page, above it, and the question that waits for an
//! answer.

use leptos::prelude::*;

use super::components::{Action, Each, Message, Modal, QuestionText, Urgency};
use super::session::{Newer, SessionContext, message_id};
use crate::app::session::{DialogView, Event, EventButton, Notice, Tone};

/// Everything there is to say to the person, whatever page they are on.
#[component]
pub fn Notices(session: SessionContext) -> impl IntoView {
    let frame = session.frame();
    let reading = Memo::new(move |_| frame.with(|frame| frame.shared_plan.clone()));
    let question = Memo::new(move |_| frame.with(|frame| frame.dialog.clone()));
    view! {
        <div class="notices">
            {move || newer_release(session)}
            {move || reading.get().map(|name| view! { <Reading session name/> })}
            <Each each=move || frame.with(|frame| frame.notices.clone()) key=what_it_says let:notice>
                <OneNotice session notice/>
            </Each>
        </div>
        <p class="refused" id="refused" role="alert" prop:textContent=move || session.refused()></p>
        {move || question.get().map(|question| view! { <Question session question/> })}
    }
}

/// A message that says something else is another message, and is spoken.
fn what_it_says(notice: &Notice) -> (Option<u32>, String, Vec<String>, Vec<String>) {
    let labels = notice.buttons.iter().map(|choice| choice.label.clone());
    (
        notice.id,
        notice.text.clone(),
        notice.list.clone(),
        labels.collect(),
    )
}

#[component]
fn OneNotice(session: SessionContext, notice: Notice) -> impl IntoView {
    let urgency = match notice.tone {
        Tone::Error => Urgency::Error,
        Tone::Warning => Urgency::Caution,
        Tone::Info | Tone::Success => Urgency::Calm,
    };
    let mut buttons = notice.buttons;
    buttons.extend(notice.id.map(|id| EventButton {
        label: "Close this message".to_owned(),
        event: Event::DismissNotice(id),
    }));
    view! {
        <Message
            id=notice.id.map(message_id).unwrap_or_default()
            urgency
            text=notice.text
            list=notice.list
            actions=session.actions(buttons)
        />
    }
}

/// That somebody's plan is open.
#[component]
fn Reading(session: SessionContext, name: String) -> impl IntoView {
    let choice = |label: &str, event| EventButton {
        label: label.to_owned(),
        event,
    };
    let actions = session.actions(vec![choice("Close the plan", Event::CloseSharedPlan)]);
    view! {
        <Message
            urgency=Urgency::Calm
            text=format!(
                "You are reading “{name}”, a plan from a file, under “Somebody’s plan”. Every other page shows what you entered yourself.",
            )
            actions
        />
    }
}

/// That a newer release is here, once it is.
fn newer_release(session: SessionContext) -> Option<impl IntoView> {
    let (text, label) = match session.newer() {
        Newer::None => return None,
        Newer::Ready => (
            "A new version of Waymark is ready. What you entered stays.",
            "Use the new version",
        ),
        Newer::WouldLose => (
            "What you entered could not be saved in this browser, so the new version would begin empty. Save a backup file first, under “Your data”.",
            "Use the new version all the same",
        ),
    };
    let take = Action {
        label: label.to_owned(),
        press: Callback::new(move |()| session.take_newer()),
    };
    Some(view! { <Message urgency=Urgency::Calm text actions=vec![take]/> })
}

#[component]
fn Question(session: SessionContext, question: DialogView) -> impl IntoView {
    let DialogView {
        title,
        paragraphs,
        lists,
        buttons,
    } = question;
    view! {
        <Modal
            id="question"
            title
            on_cancel=move |()| session.send(Event::CloseDialog)
            actions=session.actions(buttons)
        >
            <QuestionText paragraphs lists/>
        </Modal>
    }
}

//! The questions that are not radios: boxes, words, a number, dates.

use leptos::prelude::*;

use super::answers;
use crate::app::about_you as asked;
use crate::app::session::Change;
use crate::domain::dates::Day;
use crate::domain::document::{LearningHours, Profile, ProfileAnswer};
use crate::domain::framework::bundled;
use crate::domain::ids::TopicId;
use crate::domain::limits::{NAME, WORKPLACE};
use crate::ui::components::fields::{Answer, CheckboxGroup, DateField, Shape, TextField};
use crate::ui::session::use_session;

/// The topics that come up in the work.
#[component]
pub fn Caseload() -> impl IntoView {
    let session = use_session();
    let chosen = session.memo(|document| {
        let topics = document.profile().caseload.get().into_iter().flatten();
        topics.map(|id| id.as_str().to_owned()).collect::<Vec<_>>()
    });
    let tick = move |(topic, ticked): (String, bool)| {
        let topics = session
            .document(|document| document.profile().caseload.get().cloned())
            .unwrap_or_default()
            .changed(TopicId::new(topic), ticked);
        let topics = Some(topics).filter(|topics| !topics.is_empty());
        session.change(Change::Profile(ProfileAnswer::Caseload(topics)));
    };
    view! {
        <CheckboxGroup
            name="caseload"
            legend="Topics that come up in my work"
            hint="Tick those you want to learn about. Only these enter your plan."
            answers=answers(asked::caseload(bundled()))
            chosen
            on_tick=tick
            shape=Shape::Row
        />
    }
}

/// What was taken on beyond the caseload; "none" and the others put each other
/// out.
#[component]
pub fn TakenOn() -> impl IntoView {
    let session = use_session();
    let chosen = session.memo(|document| asked::wider_words(document.profile().wider.get()));
    let tick = move |(word, ticked): (String, bool)| {
        let before = session.document(|document| document.profile().wider.get().cloned());
        let after = asked::wider_after(before, &word, ticked);
        session.change(Change::Profile(ProfileAnswer::Wider(after)));
    };
    view! {
        <CheckboxGroup
            name="wider"
            legend="What I have taken on beyond my own caseload"
            hint="The highest career level looks for one of these."
            answers=answers(asked::wider_choices())
            chosen
            on_tick=tick
        />
    }
}

/// For the top of what is printed or shared.
#[component]
pub fn NameAndWorkplace() -> impl IntoView {
    let session = use_session();
    let name = |document: &Profile| document.name.get().cloned().unwrap_or_default();
    let workplace = |document: &Profile| document.workplace.get().cloned().unwrap_or_default();
    view! {
        <TextField
            id="name"
            label="My name"
            hint="For the top of a plan you print or share."
            value=session.memo(move |document| name(document.profile()))
            limit=NAME.most
            on_input=move |text| session.change(Change::Profile(ProfileAnswer::Name(text)))
        />
        <TextField
            id="workplace"
            label="My workplace"
            hint="Your practice, network or organisation, for the same place."
            value=session.memo(move |document| workplace(document.profile()))
            limit=WORKPLACE.most
            on_input=move |text| session.change(Change::Profile(ProfileAnswer::Workplace(text)))
        />
    }
}

/// The form's word for hours that are not known.
const UNKNOWN: &str = "unknown";

/// A number, or "I don't know": ticking the box puts the number away.
#[component]
pub fn HoursAMonth() -> impl IntoView {
    let session = use_session();
    let kept = session.memo(|document| document.profile().hours_a_month.get().copied());
    // What is typed and is no number of hours stays in the box, and is judged
    // once that is left.
    let not_kept = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let change = move |hours| {
        not_kept.set(None);
        problem.set(None);
        session.change(Change::Profile(ProfileAnswer::HoursAMonth(hours)));
    };
    let type_in = move |text: String| match asked::hours(&text) {
        Ok(hours) => change(hours),
        Err(_) => not_kept.set(Some(text)),
    };
    let leave = move |()| {
        problem.set(not_kept.with_untracked(|text| {
            let said = asked::hours(text.as_deref()?).err()?;
            Some(said.to_owned())
        }));
    };
    let tick = move |(_, ticked): (String, bool)| change(ticked.then_some(LearningHours::Unknown));
    let shown = Signal::derive(move || {
        not_kept
            .get()
            .unwrap_or_else(|| asked::hours_text(kept.get().as_ref()))
    });
    let ticked = Signal::derive(move || match kept.get() {
        Some(LearningHours::Unknown) => vec![UNKNOWN.to_owned()],
        _ => Vec::new(),
    });
    let unknown = Answer {
        value: UNKNOWN.to_owned(),
        label: "I don’t know".to_owned(),
        hint: String::new(),
    };
    view! {
        <CheckboxGroup
            name="hours-known"
            legend="Hours a month I have for learning"
            hint="Your plan then spreads over months that you can manage. 0 is an answer too."
            answers=vec![unknown]
            chosen=ticked
            on_tick=tick
        >
            <TextField
                id="hours"
                label="Number of hours"
                value=shown
                limit=5
                on_input=type_in
                on_leave=leave
                short=true
                problem
            />
        </CheckboxGroup>
    }
}

/// A day of the worker's.
#[component]
pub fn DayOf(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    kept: fn(&Profile) -> Option<Day>,
    /// The last day that can be meant.
    latest: fn() -> Day,
    answer: fn(Option<Day>) -> ProfileAnswer,
) -> impl IntoView {
    let session = use_session();
    let keep = move |(text, broken): (String, bool)| match asked::day(&text, broken, latest()) {
        Ok(day) => {
            session.change(Change::Profile(answer(day)));
            None
        }
        Err(said) => Some(said.to_owned()),
    };
    let value = session.memo(move |document| {
        let day = kept(document.profile());
        day.map_or(String::new(), Day::iso)
    });
    view! { <DateField id label hint value latest=latest().iso() on_date=keep/> }
}

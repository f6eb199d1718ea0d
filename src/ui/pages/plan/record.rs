//! What asks for nothing any more: done, or put aside.

use leptos::prelude::*;

use super::body::Offers;
use super::card::{CardTitle, follow};
use super::changing::Notes;
use super::folded::Folded;
use super::state::PlanState;
use crate::app::plan_page::{Card, STATUSES};
use crate::app::words;
use crate::domain::document::{ActionPart, ActionStatus};
use crate::domain::ids::ActionId;
use crate::ui::components::Hidden;

/// Both lists, each folded under its heading.
#[component]
pub fn Record(page: PlanState) -> impl IntoView {
    let done = Signal::derive(move || page.shown.with(|shown| shown.done.clone()));
    let aside = Signal::derive(move || page.shown.with(|shown| shown.put_aside.clone()));
    let has_done = Memo::new(move |_| page.shown.with(|shown| !shown.done.is_empty()));
    let has_aside = Memo::new(move |_| page.shown.with(|shown| !shown.put_aside.is_empty()));
    let (done_open, aside_open) = (RwSignal::new(false), RwSignal::new(false));
    let summary = |cards: Signal<Vec<Card>>, state: &'static str| {
        Signal::derive(move || {
            let count = cards.with(Vec::len);
            format!("Show {} {state}", words::count(count, "action", "actions"))
        })
    };
    let (show_done, show_aside) = (summary(done, "done"), summary(aside, "put aside"));
    view! {
        {move || has_done.get().then(|| view! {
            <h2 id="plan-done" tabindex="-1">"Done"</h2>
            <Folded id="plan-done-list" class="more" summary=show_done open=done_open>
                <ul class="cards actions" role="list">
                    <For each=move || done.get() key=|card| card.id.clone() let:first>
                        <Finished page first/>
                    </For>
                </ul>
            </Folded>
        })}
        {move || has_aside.get().then(|| view! {
            <h2 id="plan-aside" tabindex="-1">"Put aside"</h2>
            <Folded id="plan-aside-list" class="more" summary=show_aside open=aside_open>
                <ul class="cards actions" role="list">
                    <For each=move || aside.get() key=|card| card.id.clone() let:first>
                        <PutAside page first/>
                    </For>
                </ul>
            </Folded>
        })}
    }
}

#[component]
fn Finished(page: PlanState, first: Card) -> impl IntoView {
    let state = page.card(&first.id);
    let card = follow(page, first.clone());
    let Card { id, title, .. } = first;
    let of = title.clone();
    let back = move |_| {
        let part = ActionPart::Status(Some(STATUSES[0].0));
        if page.change(&id, part, |it| it.status == Some(ActionStatus::ToDo)) {
            let said = format!("“{title}” is back among what is to do.");
            page.rearrange(Some(&id), page.next_heading, said);
        }
    };
    let day = move || card.with(|card| card.done_on.clone());
    view! {
        <li class="card">
            <CardTitle page card/>
            {move || (!day().is_empty()).then(|| view! { <p>"Done on " {day} "."</p> })}
            <Offers card/>
            <Notes page card/>
            <p class="said" role="status" prop:textContent=state.said></p>
            <p>
                <button type="button" class="button plain" on:click=back>
                    "Not finished after all"<Hidden>": " <bdi>{of}</bdi></Hidden>
                </button>
            </p>
        </li>
    }
}

#[component]
fn PutAside(page: PlanState, first: Card) -> impl IntoView {
    let state = page.card(&first.id);
    let card = follow(page, first.clone());
    let Card { id, title, .. } = first;
    let of = title.clone();
    let back = move |_| {
        if bring_back(page, &id) {
            let is_there = page
                .plan
                .with_untracked(|plan| plan.actions().any(|it| it.id == id));
            let said = match is_there {
                true => format!("“{title}” is back in your plan."),
                false => format!(
                    "“{title}” is no longer put aside. Nothing in your answers asks for it now, so it is not in the plan."
                ),
            };
            page.rearrange(Some(&id), page.next_heading, said);
        }
    };
    let why = move || card.with(|card| card.why.last().cloned());
    let reason = move || card.with(|card| card.aside_because.clone());
    view! {
        <li class="card">
            <CardTitle page card/>
            {move || why().map(|why| view! { <p>{why}</p> })}
            {move || {
                let reason = reason();
                (!reason.is_empty()).then(|| view! { <p class="wrote">"Your reason: " <bdi>{reason}</bdi></p> })
            }}
            <p class="said" role="status" prop:textContent=state.said></p>
            <p>
                <button type="button" class="button plain" on:click=back>
                    "Bring back"<Hidden>": " <bdi>{of}</bdi></Hidden>
                </button>
            </p>
        </li>
    }
}

/// Neither put aside nor swapped for another any more.
fn bring_back(page: PlanState, id: &ActionId) -> bool {
    let is_swapped = page
        .session
        .document(|document| document.change(id).is_some_and(|it| it.swapped.is_some()));
    if is_swapped {
        page.change(id, ActionPart::Swapped(None), |it| it.swapped.is_none());
    }
    page.change(id, ActionPart::Dismissed(None), |it| !it.dismissed)
}

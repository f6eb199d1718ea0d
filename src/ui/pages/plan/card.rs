//! One action: what it is, how far it is, and when.

use leptos::html;
use leptos::prelude::*;

use super::body::{Body, Learning, Offers};
use super::changing::{LEARNED, More, Notes, Written};
use super::state::PlanState;
use crate::app::plan_page::{Card, STATUSES, months, status, status_value};
use crate::app::words;
use crate::domain::dates::Month;
use crate::domain::document::{ActionPart, ActionStatus};
use crate::domain::ids::ActionId;
use crate::platform::clock;
use crate::ui::components::Hidden;
use crate::ui::components::fields::{Answer, RadioGroup, Shape};

/// An action that is to do, wherever it stands. Its element stays while the
/// plan is worked out anew.
#[component]
pub fn ActionCard(
    page: PlanState,
    /// As it is when the card is drawn.
    first: Card,
    /// Of the list it stands in.
    heading: NodeRef<html::H2>,
) -> impl IntoView {
    let id = StoredValue::new(first.id.clone());
    let card = follow(page, first.clone());
    let state = page.card(&first.id);
    let is_done = Memo::new(move |_| card.with(|card| card.status == ActionStatus::Done));
    let hidden = move || !id.with_value(|id| page.is_left(id));
    view! {
        <li class="card topic action" hidden=hidden>
            <CardTitle page card/>
            <Body card/>
            <Learning card/>
            <div class="steer">
                <HowFar page card/>
                <MonthChoice page card/>
            </div>
            <p class="visually-hidden" role="status" prop:textContent=state.told></p>
            <Slip page card/>
            {move || is_done.get().then(|| view! { <DoneHere page card heading/> })}
            <Notes page card/>
            <More page card heading/>
            <p class="said" role="status" prop:textContent=state.said></p>
        </li>
    }
}

/// The card of an action as it is now; where it has gone, as it was last.
pub fn follow(page: PlanState, first: Card) -> Memo<Card> {
    Memo::new(move |was: Option<&Card>| {
        let was = was.unwrap_or(&first);
        page.shown
            .with(|shown| shown.card(&was.id).unwrap_or(was).clone())
    })
}

/// The heading of a card.
#[component]
pub fn CardTitle(page: PlanState, card: Memo<Card>) -> impl IntoView {
    let (id, node_ref) = card.with_untracked(|card| {
        let id = format!("action-{}", card.slug);
        (id, page.card(&card.id).title)
    });
    view! {
        <h3 node_ref=node_ref id=id tabindex="-1">
            <bdi prop:textContent=move || card.with(|card| card.title.clone())></bdi>
        </h3>
    }
}

#[component]
fn HowFar(page: PlanState, card: Memo<Card>) -> impl IntoView {
    let first = card.get_untracked();
    let state = page.card(&first.id);
    let answers = STATUSES
        .iter()
        .map(|(_, value, label)| Answer {
            value: (*value).to_owned(),
            label: (*label).to_owned(),
            hint: String::new(),
        })
        .collect::<Vec<_>>();
    let chosen = Signal::derive(move || {
        let status = card.with(|card| card.status);
        Some(status_value(status).to_owned())
    });
    let id = first.id.clone();
    let choose = Callback::new(move |value: Option<String>| {
        let Some(wanted) = value.as_deref().and_then(status) else {
            return;
        };
        let part = ActionPart::Status(Some(wanted));
        if page.change(&id, part, |change| change.status == Some(wanted)) {
            let words = STATUSES.iter().find(|(it, ..)| *it == wanted);
            let words = words.map_or("", |(.., words)| words);
            state.told.set(format!("Marked as “{words}”."));
        }
    });
    view! {
        <RadioGroup
            name=format!("status-{}", first.slug)
            legend=format!("How far are you: {}", first.title)
            answers
            chosen
            on_choose=choose
            shape=Shape::Row
        />
    }
}

#[component]
fn MonthChoice(page: PlanState, card: Memo<Card>) -> impl IntoView {
    let select = NodeRef::<html::Select>::new();
    let first = card.get_untracked();
    let state = page.card(&first.id);
    let select_id = format!("month-{}", first.slug);
    let chosen = Memo::new(move |_| card.with(|card| card.chosen_month));
    let options = move || {
        let suggested = card.with(|card| card.month.filter(|_| card.suggested));
        months(clock::today(), chosen.get(), suggested)
    };
    let id = first.id;
    let choose = move |event| {
        let wanted = Month::parse(&event_target_value(&event));
        let part = ActionPart::Month(wanted);
        if page.change(&id, part, |change| change.month == wanted) {
            state.told.set(match wanted {
                Some(month) => format!("Planned for {}.", month.long()),
                None => "No month is chosen.".to_owned(),
            });
        } else if let Some(select) = select.get_untracked() {
            let kept = chosen.get_untracked();
            select.set_value(&kept.map_or_else(String::new, Month::iso));
        }
    };
    view! {
        <div class="field month">
            <label for=select_id.clone()>
                "Month"<Hidden>" for " <bdi>{first.title}</bdi></Hidden>
            </label>
            <select node_ref=select class="select" id=select_id on:change=choose>
                <For
                    each=options
                    key=|(value, words, _)| (value.clone(), words.clone())
                    let((value, words, _))
                >
                    <MonthOption chosen value words/>
                </For>
            </select>
        </div>
    }
}

#[component]
fn MonthOption(chosen: Memo<Option<Month>>, value: String, words: String) -> impl IntoView {
    let month = Month::parse(&value);
    view! {
        <option value=value prop:selected=move || chosen.get() == month>{words}</option>
    }
}

/// The question a past month asks; the answer stays when the month moves.
#[component]
fn Slip(page: PlanState, card: Memo<Card>) -> impl IntoView {
    let id = StoredValue::new(card.with_untracked(|card| card.id.clone()));
    let was = card.with_untracked(|card| card.chosen_month);
    let is_past = Memo::new(move |was: Option<&bool>| {
        was == Some(&true) || card.with(|card| !card.past.is_empty())
    });
    // Asked of the worker's own months only, and kept once it was answered.
    let learned = Memo::new(move |was: Option<&bool>| {
        let is_own = card.with(|card| !card.past.is_empty() && card.chosen_month.is_some());
        was == Some(&true) || is_own || id.with_value(|id| has_learned(page, id))
    });
    let words = move || {
        card.with(|card| match card.chosen_month {
            _ if !card.past.is_empty() => card.past.clone(),
            Some(month) if Some(month) != was => format!("Moved to {}.", month.long()),
            _ => String::new(),
        })
    };
    let asks = move || is_past.get() || learned.get();
    let written = move || {
        learned.get().then(|| view! { <Written page id=id.get_value() of=card.with_untracked(|card| card.title.clone()) text=LEARNED/> })
    };
    move || {
        asks().then(|| {
            view! {
                <div class="slip">
                    <p prop:textContent=words></p>
                    {written}
                </div>
            }
        })
    }
}

fn has_learned(page: PlanState, id: &ActionId) -> bool {
    page.session.read(|document| {
        let change = document.change(id);
        change.is_some_and(|change| !change.learned.is_empty())
    })
}

/// Marked as done, and still in its place: what it offers now.
#[component]
fn DoneHere(page: PlanState, card: Memo<Card>, heading: NodeRef<html::H2>) -> impl IntoView {
    let title = card.with_untracked(|card| card.title.clone());
    let tidy = move |_| {
        let count = page.shown.with_untracked(|shown| shown.finished_here());
        let said = format!(
            "{} moved to Done.",
            words::count(count, "action", "actions")
        );
        page.move_finished(heading, said);
    };
    view! {
        <div class="notice done-here">
            <p>
                <strong>"Done. "</strong>
                "It stays here until you leave this page, and then stands under “Done”."
            </p>
            <Offers card/>
            <p>
                <button type="button" class="button plain" on:click=tidy>
                    "Move finished ones to Done"<Hidden>", with " <bdi>{title}</bdi></Hidden>
                </button>
            </p>
        </div>
    }
}

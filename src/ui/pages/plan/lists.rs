//! The lists of the plan.

use leptos::html;
use leptos::prelude::*;

use super::asked_link::AskedLink;
use super::body::HowToPractise;
use super::card::ActionCard;
use super::folded::Folded;
use super::state::PlanState;
use crate::app::plan_page::{Card, Grow as GrowShown, OpenGroup, counted};
use crate::app::route::Route;
use crate::domain::document::ActionPart;
use crate::domain::ids::ActionId;
use crate::ui::components::Hidden;

/// Everything that is to do, and what to grow in where nothing is.
#[component]
pub fn ToDo(page: PlanState) -> impl IntoView {
    let shown = page.shown;
    let next = Signal::derive(move || shown.with(|shown| shown.next.clone()));
    let ask = Signal::derive(move || shown.with(|shown| shown.ask.clone()));
    let has_next = Memo::new(move |_| shown.with(|shown| !shown.next.is_empty()));
    let has_asks = Memo::new(move |_| shown.with(|shown| !shown.ask.is_empty()));
    let stages = move || {
        shown.with(|shown| {
            let stages = shown.later.iter().map(|(stage, _)| *stage);
            stages.collect::<Vec<_>>()
        })
    };
    let has_later = Memo::new(move |_| shown.with(|shown| !shown.later.is_empty()));
    let (next_heading, ask_heading, later_heading) =
        (page.next_heading, page.ask_heading, page.later_heading);
    view! {
        <h2 node_ref=next_heading id="plan-next" tabindex="-1">"Next"</h2>
        {move || (!has_next.get()).then(|| view! {
            <p>
                "There is nothing to do next. Answer more in "
                <a href=Route::Topics.href()>"Induction, knowledge and skills"</a>
                ", or add an action of your own below."
            </p>
        })}
        <div class="flow">
            <Count page cards=next/>
            <ol class="cards actions" role="list"><Cards page cards=next heading=next_heading/></ol>
        </div>
        <Grow page/>
        {move || has_asks.get().then(|| view! {
            <h2 node_ref=ask_heading id="plan-ask" tabindex="-1">"Ask your employer or network"</h2>
            <p>"What others owe you, apart from what you learn. One conversation can settle several."</p>
            <div class="flow">
                <Count page cards=ask/>
                <ol class="cards actions" role="list"><Cards page cards=ask heading=ask_heading/></ol>
            </div>
        })}
        {move || has_later.get().then(|| view! {
            <h2 node_ref=later_heading id="plan-later" tabindex="-1">"Later"</h2>
            <p>"These can wait. Bring one forward with “Keep at the top”, or by choosing a month."</p>
            <For each=stages key=|stage| *stage let:stage>
                <Stage page stage/>
            </For>
        })}
        <StillOpen page/>
    }
}

#[component]
fn Cards(page: PlanState, cards: Signal<Vec<Card>>, heading: NodeRef<html::H2>) -> impl IntoView {
    view! {
        <For each=move || cards.get() key=|card| card.id.clone() let:first>
            <ActionCard page first heading/>
        </For>
    }
}

/// A sentence while the filter leaves some out.
#[component]
fn Count(page: PlanState, cards: Signal<Vec<Card>>) -> impl IntoView {
    let words = Memo::new(move |_| {
        let (left, all) = count(page, &cards.get());
        match left == all {
            true => String::new(),
            false => format!("{}.", counted(left, all)),
        }
    });
    let is_said = Memo::new(move |_| words.with(|words| !words.is_empty()));
    move || {
        is_said
            .get()
            .then(|| view! { <p class="soft" prop:textContent=words></p> })
    }
}

/// How many of these the filter leaves, and how many there are.
fn count(page: PlanState, cards: &[Card]) -> (usize, usize) {
    let left = cards.iter().filter(|card| page.is_left(&card.id));
    (left.count(), cards.len())
}

/// What comes later at one stage: drawn once it is opened.
#[component]
fn Stage(page: PlanState, stage: &'static str) -> impl IntoView {
    let cards = Signal::derive(move || {
        page.shown.with(|shown| {
            let mut stages = shown.later.iter();
            let found = stages.find(|(it, _)| *it == stage);
            found.map_or_else(Vec::new, |(_, cards)| cards.clone())
        })
    });
    let summary = Signal::derive(move || {
        let (left, all) = count(page, &cards.get());
        format!("{stage}: {}", counted(left, all))
    });
    let id = format!("plan-later-{}", stage.to_lowercase().replace(' ', "-"));
    view! {
        <Folded id class="more stage" summary open=page.stage(stage)>
            <ul class="cards actions" role="list">
                <Cards page cards heading=page.later_heading/>
            </ul>
        </Folded>
    }
}

/// What was answered "not there yet" and is helped by nothing in the plan.
#[component]
fn StillOpen(page: PlanState) -> impl IntoView {
    let groups = move || page.shown.with(|shown| shown.open.clone());
    let has_groups = Memo::new(move |_| page.shown.with(|shown| !shown.open.is_empty()));
    move || {
        has_groups.get().then(|| {
            view! {
                <h2>"Still open"</h2>
                <p>"Nothing in your plan helps with these. Bring something back, or add an action of your own."</p>
                <For each=groups key=|group| group.because let(OpenGroup { because, things: _ })>
                    <p>{because}</p>
                    <ul><OpenThings page because/></ul>
                </For>
            }
        })
    }
}

#[component]
fn OpenThings(page: PlanState, because: &'static str) -> impl IntoView {
    let things = move || {
        page.shown.with(|shown| {
            let mut groups = shown.open.iter();
            let found = groups.find(|group| group.because == because);
            found.map_or_else(Vec::new, |group| group.things.clone())
        })
    };
    view! {
        <For each=things key=|(title, _)| *title let((title, asked))>
            <li>{title} ". " <AskedLink asked words="Look at my answer" of=title/></li>
        </For>
    }
}

/// What to grow in, where everything is recorded that the aim looks for.
#[component]
fn Grow(page: PlanState) -> impl IntoView {
    let grow = Memo::new(move |_| page.shown.with(|shown| shown.grow.clone()));
    move || {
        grow.get().map(
            |GrowShown {
                 sentence,
                 choose_aim,
                 choices,
             }| {
                let aim =
                    choose_aim.map(|(asked, words)| view! { <p><AskedLink asked words/></p> });
                let choices = choices
                    .into_iter()
                    .map(|(id, title, practise)| {
                        view! {
                            <li class="card action">
                                <h3>{title}</h3>
                                <HowToPractise practise/>
                                <p><AddGrowth page id title/></p>
                            </li>
                        }
                    })
                    .collect_view();
                view! {
                    <section class="flow" aria-labelledby="plan-grow">
                        <h2 id="plan-grow" tabindex="-1">"Grow"</h2>
                        <p>{sentence}</p>
                        {aim}
                        <ul class="cards" role="list">{choices}</ul>
                    </section>
                }
            },
        )
    }
}

#[component]
fn AddGrowth(page: PlanState, id: ActionId, title: &'static str) -> impl IntoView {
    let press = move |_| {
        if page.change(&id, ActionPart::Pinned(true), |it| it.pinned) {
            let said = format!("“{title}” is in your plan.");
            page.rearrange(Some(&id), page.next_heading, said);
        }
    };
    view! {
        <button type="button" class="button plain" on:click=press>
            "Add to my plan"<Hidden>": " {title}</Hidden>
        </button>
    }
}

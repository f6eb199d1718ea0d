//! The lists of the plan: what is next is open, the rest opens on request.

use leptos::prelude::*;

use super::card::{ActionCard, Practising};
use super::opened::{Opened, OpenedHere};
use super::state::{PlanState, heading_id};
use crate::app::plan_page::{Card, Grow, List, OpenGroup, counted};
use crate::app::route::Route;
use crate::app::words;
use crate::domain::document::ActionEdit;
use crate::ui::components::{Each, Hidden};

/// The lists of actions: next, later by stage, done and left out.
#[component]
pub fn Lists(state: PlanState) -> impl IntoView {
    let shown = state.shown;
    let is_empty = move |list: List| shown.with(|shown| shown.cards(list).is_empty());
    let stages = move || {
        shown.with(|shown| {
            let titles = shown.later.iter().map(|(title, _)| *title);
            titles.collect::<Vec<_>>()
        })
    };
    let has_later = Memo::new(move |_| shown.with(|shown| !shown.later.is_empty()));
    view! {
        <div class="flow plan-lists">
            <Heading list=List::Next words="Next"/>
            <Show when=move || is_empty(List::Next)>
                <p>
                    "There is nothing to do next. Answer more in "
                    <a href=Route::Topics.href()>"Induction, knowledge and skills"</a>
                    ", or add an action of your own below."
                </p>
            </Show>
            <Growth state/>
            <Cards state list=List::Next in_order=true/>
            <Show when=move || !is_empty(List::Ask)>
                <Heading list=List::Ask words="Ask your employer or network"/>
                <p>"What others owe you, apart from what you learn. One conversation can settle several."</p>
                <Cards state list=List::Ask in_order=true/>
            </Show>
            <Show when=move || has_later.get()>
                <Heading list=List::Later("") words="Later"/>
                <p>"These can wait. Bring one forward with “Keep at the top”, or by choosing a month."</p>
                <Each each=stages key=|title| *title let:title>
                    <Stage state title/>
                </Each>
            </Show>
            <StillOpen state/>
            <Kept state list=List::Done title="Done" how="done"/>
            <Kept state list=List::PutAside title="Put aside" how="put aside"/>
        </div>
    }
}

#[component]
fn Heading(list: List, words: &'static str) -> impl IntoView {
    view! { <h2 id=heading_id(list) tabindex="-1">{words}</h2> }
}

/// Cards in order, and a sentence while the filter leaves some out.
#[component]
fn Cards(state: PlanState, list: List, in_order: bool) -> impl IntoView {
    let cards = move || state.shown.with(|shown| shown.cards(list).to_vec());
    let left_out = Memo::new(move |_| {
        state.shown.with(|shown| {
            let all = shown.cards(list);
            let through = all.iter().filter(|card| state.is_shown(card)).count();
            if through < all.len() {
                format!("{}.", counted(through, all.len()))
            } else {
                String::new()
            }
        })
    });
    let items = move || {
        view! {
            <Each each=cards key=|card: &Card| card.id.clone() let:card>
                <ActionCard state list card/>
            </Each>
        }
    };
    let items = if in_order {
        view! { <ol class="cards actions" role="list">{items()}</ol> }.into_any()
    } else {
        view! { <ul class="cards actions" role="list">{items()}</ul> }.into_any()
    };
    view! {
        <div class="flow">
            <p class="soft" hidden=move || left_out.with(String::is_empty) prop:textContent=left_out></p>
            {items}
        </div>
    }
}

/// What comes later at one stage: drawn once it is opened, or once an action
/// in it is sought.
#[component]
fn Stage(state: PlanState, title: &'static str) -> impl IntoView {
    let list = List::Later(title);
    let was_opened = RwSignal::new(false);
    let is_sought = Memo::new(move |_| {
        state
            .sought
            .get()
            .is_some_and(|id| state.shown.with(|shown| shown.card(list, &id).is_some()))
    });
    let words = move || {
        state.shown.with(|shown| {
            let all = shown.cards(list);
            let through = all.iter().filter(|card| state.is_shown(card)).count();
            format!("{title}: {}", counted(through, all.len()))
        })
    };
    view! {
        <details
            class="more stage"
            id=format!("plan-later-{}", title.to_ascii_lowercase().replace(' ', "-"))
            prop:open=move || is_sought.get() || was_opened.get_untracked()
            on:toggle=move |_| was_opened.set(true)
        >
            <summary><span prop:textContent=words></span></summary>
            <div>
                <Show when=move || was_opened.get() || is_sought.get()>
                    <Cards state list in_order=false/>
                </Show>
            </div>
        </details>
    }
}

/// Actions that ask for nothing any more, folded under their heading.
#[component]
fn Kept(state: PlanState, list: List, title: &'static str, how: &'static str) -> impl IntoView {
    let count = Memo::new(move |_| state.shown.with(|shown| shown.cards(list).len()));
    let cards = move || state.shown.with(|shown| shown.cards(list).to_vec());
    let was_opened = RwSignal::new(false);
    let words = move || {
        format!(
            "Show {} {how}",
            words::count(count.get(), "action", "actions")
        )
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <Heading list words=title/>
            <details class="more" id=format!("{}-list", heading_id(list)) on:toggle=move |_| was_opened.set(true)>
                <summary><span prop:textContent=words></span></summary>
                <div>
                    <Show when=move || was_opened.get()>
                        <ul class="cards actions" role="list">
                            <Each each=cards key=|card: &Card| card.id.clone() let:card>
                                <OpenedHere
                                    state
                                    opened=match list {
                                        List::Done => Opened::Finished(card),
                                        _ => Opened::PutAside(card),
                                    }
                                />
                            </Each>
                        </ul>
                    </Show>
                </div>
            </details>
        </Show>
    }
}

/// What was answered "not there yet", and no action helps with.
#[component]
fn StillOpen(state: PlanState) -> impl IntoView {
    let groups = Memo::new(move |_| state.shown.with(|shown| shown.open.clone()));
    let draw = |group: OpenGroup| {
        let things = group.things.into_iter().map(|(title, asked)| view! {
            <li>{format!("{title}. ")} <a href=asked.href()>"Look at my answer"<Hidden>{format!(": {title}")}</Hidden></a></li>
        });
        view! { <p>{group.because}</p> <ul>{things.collect_view()}</ul> }
    };
    move || {
        let groups = groups.get();
        (!groups.is_empty()).then(|| {
            view! {
                <h2>"Still open"</h2>
                {groups.into_iter().map(draw).collect_view()}
            }
        })
    }
}

/// Growth instead of gaps, where nothing is left to work on.
#[component]
fn Growth(state: PlanState) -> impl IntoView {
    let grow = Memo::new(move |_| state.shown.with(|shown| shown.grow.clone()));
    let draw = move |Grow {
                         sentence,
                         choose_aim,
                         choices,
                     }: Grow| {
        let choices = choices.into_iter().map(|(id, title, practise)| {
            let name = title.to_owned();
            let pin = move |_| {
                if state.change(&id, ActionEdit::Pinned(true), |it| it.is_some_and(|it| it.pinned)) {
                    state.seek(Some(id.clone()), List::Next, format!("“{name}” is in your plan."));
                }
            };
            view! {
                <details class="more">
                    <summary>{title}</summary>
                    <div class="flow">
                        <Practising practise/>
                        <p><button type="button" class="button plain" on:click=pin>"Work on this"<Hidden>{format!(": {title}")}</Hidden></button></p>
                    </div>
                </details>
            }
        });
        view! {
            <p>{sentence}</p>
            {choose_aim.map(|(asked, words)| view! { <p><a href=asked.href()>{words}</a></p> })}
            {choices.collect_view()}
        }
    };
    move || grow.get().map(draw)
}

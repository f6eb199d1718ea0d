//! One action: what it is, how and why, where to go, and how far it is.

use leptos::prelude::*;

use super::changing::{Change, Notes};
use super::opened::{Opened, OpenedHere};
use super::state::{PlanState, title_id};
use crate::app::plan_page::{Card, List, Practise, STATUSES, months, status, status_value};
use crate::app::review::agreed_with;
use crate::app::words;
use crate::domain::dates::Month;
use crate::domain::document::{ActionEdit, ActionStatus};
use crate::ui::components::fields::{Answer, RadioGroup, Shape};
use crate::ui::components::{Each, ExternalLink, Hidden, NOT_KEPT};
use crate::ui::pages::asked_link::AskedLink;
use crate::ui::pages::copy_button::CopyButton;
use crate::ui::pages::own_words::HostNoteOn;

/// One action: what, why, by when, and how far it is.
#[component]
pub fn ActionCard(state: PlanState, list: List, card: Card) -> impl IntoView {
    let id = card.id.clone();
    let title = card.title.clone();
    let kept = RwSignal::new(true);
    let card = state.card(list, card);
    let is_left_out = move || card.with(|card| !state.is_shown(card));
    let practise = Memo::new(move |_| card.with(|card| card.practise.clone()));
    let start = Memo::new(move |_| card.with(|card| card.start.clone()));
    let started = title.clone();
    // Still in its place.
    let is_done = Memo::new(move |_| card.with(|it| it.status == ActionStatus::Done));
    view! {
        <li class="card topic action" hidden=is_left_out>
            <h3 id=title_id(&id) tabindex="-1"><bdi>{title}</bdi></h3>
            <Tags card/>
            <p hidden=move || card.with(|card| card.how.is_empty()) prop:textContent=move || card.with(|card| card.how.clone())></p>
            {move || practise.get().map(|practise| view! { <Practising practise/> })}
            {move || start.get().map(|(asked, words)| view! { <p><AskedLink asked words of=started.clone()/></p> })}
            <AgreedWith state card/>
            <LearnFrom card/>
            <Why card/>
            <HelpsWith card/>
            <NotesOfHost card/>
            <Steer state card kept/>
            <Slipped state card/>
            <Show when=move || is_done.get()>
                <OpenedHere state opened=Opened::DoneHere { card, list }/>
            </Show>
            <Notes state card kept/>
            <Change state card list kept/>
            <p class="said" role="status" prop:textContent=move || if kept.get() { "" } else { NOT_KEPT }></p>
        </li>
    }
}

#[component]
fn Tags(card: Memo<Card>) -> impl IntoView {
    let tags = move || {
        card.with(|card| {
            let pinned = card
                .pinned
                .then(|| ("tag score", "Kept at the top".to_owned()));
            let tag = |words: &str| (!words.is_empty()).then(|| ("tag", words.to_owned()));
            let all = [
                pinned,
                tag(card.kind),
                tag(&card.effort),
                tag(&card.when),
                tag(card.stage),
            ];
            all.into_iter().flatten().collect::<Vec<_>>()
        })
    };
    view! {
        <ul class="tags" role="list">
            <Each each=tags key=|tag| tag.clone() let:tag><li class=tag.0>{tag.1}</li></Each>
        </ul>
    }
}

/// That it was agreed, with whom and when, and what changed since.
#[component]
fn AgreedWith(state: PlanState, card: Memo<Card>) -> impl IntoView {
    let said = state
        .session
        .memo(move |document| agreed_with(document, &card.with_untracked(|card| card.id.clone())));
    view! {
        <Each each=move || said.get() key=String::clone let:line>
            <p class="soft"><bdi>{line}</bdi></p>
        </Each>
    }
}

/// Things to do for one score up, and what to watch for.
#[component]
pub fn Practising(practise: Practise) -> impl IntoView {
    let list = |all: Vec<&'static str>| {
        all.into_iter()
            .map(|it| view! { <li>{it}</li> })
            .collect_view()
    };
    let features = (!practise.features.is_empty()).then(|| {
        view! {
            <dt>{practise.look}</dt>
            <dd><ul>{list(practise.features)}</ul></dd>
        }
    });
    view! {
        <dl class="practice">
            <dt>{practise.goal}</dt>
            <dd><ul>{list(practise.steps)}</ul></dd>
            {features}
            <dt>"Watch for"</dt>
            <dd>{practise.watch_for}</dd>
        </dl>
        <p class="small soft">{practise.source}</p>
    }
}

/// What is learned from, or whom to ask, and how to find it without the link.
#[component]
fn LearnFrom(card: Memo<Card>) -> impl IntoView {
    let from = Memo::new(move |_| {
        card.with(|card| {
            (
                card.link.clone(),
                card.about,
                card.provider.clone(),
                card.whom.clone(),
                card.services.clone(),
                card.to_search_for(),
                card.no_link.clone(),
            )
        })
    });
    move || {
        let (link, about, provider, whom, services, to_search_for, no_link) = from.get();
        let by = (!provider.is_empty()).then(|| view! { ", " <bdi>{provider.clone()}</bdi> });
        let learn = match link {
            Some((url, title, remark)) => Some(view! {
                <p class="learn-from">
                    <ExternalLink url text=title.clone()/>{by} {format!(". {remark} ")}
                    <CopyButton label="Copy title and provider" of=title text=to_search_for/>
                </p>
            }.into_any()),
            None if !to_search_for.is_empty() => Some(view! {
                <p class="learn-from">
                    <strong><bdi>{provider}</bdi></strong> {format!(". {no_link} ")}
                    <CopyButton label="Copy title and provider" of=card.with_untracked(|it| it.title.clone()) text=to_search_for/>
                </p>
            }.into_any()),
            None => None,
        };
        let services = services.into_iter().map(|(title, url)| match url {
            Some(url) => view! { <li><ExternalLink url text=title/></li> }.into_any(),
            None => view! { <li><bdi>{title}</bdi></li> }.into_any(),
        });
        view! {
            {learn}
            {about.map(|(words, url)| view! { <p class="small">"About it: " <ExternalLink url text=words/></p> })}
            {(!whom.is_empty()).then(|| view! { <p><strong>"Whom to ask: "</strong> {whom}</p> })}
            {(services.len() > 0).then(|| view! { <ul class="plain-list" role="list">{services.collect_view()}</ul> })}
        }
    }
}

#[component]
fn Why(card: Memo<Card>) -> impl IntoView {
    let reasons = Memo::new(move |_| card.with(|card| card.why.clone()));
    move || match reasons.get().as_slice() {
        [] => ().into_any(),
        [one] => view! { <p><strong>"Why: "</strong> {one.clone()}</p> }.into_any(),
        many => {
            let items = many
                .iter()
                .map(|it| view! { <li>{it.clone()}</li> })
                .collect_view();
            view! { <div><p><strong>"Why:"</strong></p> <ul>{items}</ul></div> }.into_any()
        }
    }
}

#[component]
fn HelpsWith(card: Memo<Card>) -> impl IntoView {
    let words = Memo::new(move |_| {
        card.with(|card| match card.helps.is_empty() {
            true => String::new(),
            false => format!("{}.", card.helps.join("; ")),
        })
    });
    view! {
        <p class="small" hidden=move || words.with(String::is_empty)>
            <strong>"Helps with: "</strong> <span prop:textContent=words></span>
        </p>
    }
}

/// The host's words beside what it helps with.
#[component]
fn NotesOfHost(card: Memo<Card>) -> impl IntoView {
    let notes = Memo::new(move |_| card.with(|card| card.notes.clone()));
    move || {
        let notes = notes.get().into_iter();
        notes
            .map(|(of, note)| view! { <HostNoteOn note of/> })
            .collect_view()
    }
}

/// How far it is, and when.
#[component]
fn Steer(state: PlanState, card: Memo<Card>, kept: RwSignal<bool>) -> impl IntoView {
    let (id, slug, title) =
        card.with_untracked(|it| (it.id.clone(), it.slug.clone(), it.title.clone()));
    let chosen = Signal::derive(move || Some(card.with(|it| status_value(it.status)).to_owned()));
    let marked = id.clone();
    let mark = move |value: Option<String>| {
        if let Some(wanted) = value.as_deref().and_then(status) {
            kept.set(state.mark(&marked, wanted));
        }
    };
    let options = Memo::new(move |_| {
        card.with(|it| months(state.session.today(), it.chosen_month, it.suggested_month))
    });
    let answers = STATUSES.iter().map(|(_, value, label)| Answer {
        value: (*value).to_owned(),
        label: (*label).to_owned(),
        hint: String::new(),
    });
    let select = format!("month-{slug}");
    let move_to = move |event| {
        let wanted = Month::parse(&event_target_value(&event));
        kept.set(state.move_to(&id, wanted));
    };
    // Said once the choice is kept; the select says nothing of what follows.
    let planned = move || {
        card.with(|it| {
            it.chosen_month.map_or_else(String::new, |month| {
                format!("Planned for {}.", month.long())
            })
        })
    };
    view! {
        <div class="steer">
            <RadioGroup
                name=format!("status-{slug}")
                legend=format!("How far are you: {title}")
                answers=answers.collect()
                chosen
                on_choose=mark
                shape=Shape::Row
            />
            <div class="field month">
                <label for=select.clone()>"Month"<Hidden>{format!(" for {title}")}</Hidden></label>
                <select class="select" id=select on:change=move_to>
                    <Each each=move || options.get() key=|option| option.clone() let:option>
                        <option value=option.0 prop:selected=option.2>{option.1}</option>
                    </Each>
                </select>
                <p class="visually-hidden" role="status" prop:textContent=planned></p>
            </div>
        </div>
    }
}

/// The question a past month asks; the answer stays when the month moves.
#[component]
fn Slipped(state: PlanState, card: Memo<Card>) -> impl IntoView {
    let id = card.with_untracked(|it| it.id.clone());
    let learned = state.session.memo(move |document| {
        document
            .change(&id)
            .map_or_else(String::new, |it| it.learned.clone())
    });
    let is_asked = Memo::new(move |was: Option<&bool>| {
        // Once asked, the box stays while the page is open.
        was == Some(&true)
            || card.with(|it| !it.past.is_empty() && it.chosen_month.is_some())
            || learned.with(|it| !it.is_empty())
    });
    view! {
        <p role="status" hidden=move || card.with(|it| it.past.is_empty()) prop:textContent=move || card.with(|it| it.past.clone())></p>
        <Show when=move || is_asked.get()>
            <div class="slip"><OpenedHere state opened=Opened::Learned(card)/></div>
        </Show>
    }
}

/// Marked as done, and still in its place: what it offers now.
#[component]
pub fn DoneHere(state: PlanState, card: Memo<Card>, list: List) -> impl IntoView {
    let title = card.with_untracked(|it| it.title.clone());
    let id = card.with_untracked(|it| it.id.clone());
    // From the plan as it is now: nothing is offered before it is done.
    let offers = Memo::new(move |_| {
        state.plan.with(|plan| {
            let action = plan.actions().find(|it| it.id == id);
            action.map_or_else(Vec::new, |it| {
                it.offers()
                    .iter()
                    .map(|help| crate::app::plan_page::offer(it.kind, help))
                    .collect()
            })
        })
    });
    let tidy = move |_| {
        let moved = words::count(state.tidy(), "action", "actions");
        state.seek(None, list, format!("{moved} moved to Done."));
    };
    view! {
        <div class="notice done-here">
            <p><strong>"Done. "</strong> "It stays here until you leave this page, and then stands under “Done”."</p>
            <Offers offers/>
            <p>
                <button type="button" class="button plain" on:click=tidy>
                    "Move finished ones to Done"<Hidden>{format!(", with {title}")}</Hidden>
                </button>
            </p>
        </div>
    }
}

/// What to answer now that it is done. Nothing is answered by itself.
#[component]
fn Offers(offers: Memo<Vec<(crate::app::question::Asked, String)>>) -> impl IntoView {
    let items = move || {
        offers
            .get()
            .into_iter()
            .map(|(asked, words)| view! { <li><AskedLink asked words/></li> })
            .collect_view()
    };
    view! {
        <div hidden=move || offers.with(Vec::is_empty)>
            <p>"Has it changed an answer? Your answers stay as they are until you change them."</p>
            <ul>{items}</ul>
        </div>
    }
}

/// An action that is done, and was moved to its record.
#[component]
pub fn Finished(state: PlanState, card: Card) -> impl IntoView {
    let (id, title) = (card.id.clone(), card.title.clone());
    let kept = RwSignal::new(true);
    let offers = card.offers.clone();
    let offers = Memo::new(move |_| offers.clone());
    let (done_on, heading) = (card.done_on.clone(), title_id(&card.id));
    let name = title.clone();
    let card = state.card(List::Done, card);
    let back = move |_| {
        let is_back = state.change(&id, ActionEdit::Status(Some(ActionStatus::ToDo)), |it| {
            it.and_then(|it| it.status) == Some(ActionStatus::ToDo)
        });
        kept.set(is_back);
        if is_back {
            state.seek(
                Some(id.clone()),
                List::Next,
                format!("“{title}” is back among what is to do."),
            );
        }
    };
    let of = name.clone();
    view! {
        <li class="card">
            <h3 id=heading tabindex="-1"><bdi>{name}</bdi></h3>
            {(!done_on.is_empty()).then(|| view! { <p>{done_on}</p> })}
            <Offers offers/>
            <Notes state card kept/>
            <p class="said" role="status" prop:textContent=move || if kept.get() { "" } else { NOT_KEPT }></p>
            <p>
                <button type="button" class="button plain" on:click=back>
                    "Not finished after all"<Hidden>{format!(": {of}")}</Hidden>
                </button>
            </p>
        </li>
    }
}

/// An action the worker put aside.
#[component]
pub fn PutAside(state: PlanState, card: Card) -> impl IntoView {
    let (id, title) = (card.id.clone(), card.title.clone());
    let name = title.clone();
    let back = move |_| {
        state.change(&id, ActionEdit::Swapped(None), |_| true);
        state.change(&id, ActionEdit::Dismissed(None), |_| true);
        let there = state
            .plan
            .with_untracked(|plan| plan.actions().any(|it| it.id == id));
        let said = if there {
            format!("“{title}” is back in your plan.")
        } else {
            format!(
                "“{title}” is no longer put aside. Nothing in your answers asks for it now, so it is not in the plan."
            )
        };
        state.seek(Some(id.clone()), List::Next, said);
    };
    let why = card.why.last().cloned();
    let reason = (!card.aside_because.is_empty()).then_some(card.aside_because);
    let of = name.clone();
    view! {
        <li class="card">
            <h3 id=title_id(&card.id) tabindex="-1"><bdi>{name}</bdi></h3>
            {why.map(|why| view! { <p>{why}</p> })}
            {reason.map(|reason| view! { <p class="wrote">"Your reason: " <bdi>{reason}</bdi></p> })}
            <p>
                <button type="button" class="button plain" on:click=back>"Bring back"<Hidden>{format!(": {of}")}</Hidden></button>
            </p>
        </li>
    }
}

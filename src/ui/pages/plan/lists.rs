//! The lists of the plan.

use leptos::prelude::*;

use super::card::{self, Place, title_id};
use super::{Desk, FILTER, TO_SHOW};
use crate::app::plan_page::{counted, month_now, slug, status_now};
use crate::app::question::Asked;
use crate::app::route::Route;
use crate::app::words;
use crate::domain::document::{ActionPart, ActionStatus};
use crate::domain::framework::model::Target;
use crate::domain::plan::{Action, Plan, StillOpen};
use crate::platform::page;
use crate::ui::components::form::{button, link};
use crate::ui::element::{Element, each, el, live};
use crate::ui::pages::answering::{self, unseen};

pub const NEXT: &str = "plan-next";
pub const ASK: &str = "plan-ask";
pub const LATER: &str = "plan-later";
pub const DONE: &str = "plan-done";
pub const ASIDE: &str = "plan-aside";

/// All lists, from the plan as it is arranged.
pub fn all(desk: Desk) -> Element {
    let plan = desk.plan();
    let Plan {
        next,
        ask,
        later,
        done,
        dismissed,
        open,
        ..
    } = plan;
    let nothing_next = next.is_empty().then(|| {
        el("p")
            .with("There is nothing to do next. Answer more in ")
            .with(link(
                Route::Topics.href(),
                "Induction, knowledge and skills",
            ))
            .with(", or add an action of your own below.")
    });
    let asks = (!ask.is_empty()).then(|| {
        vec![
            heading(ASK, "Ask your employer or network"),
            el("p").with("What others owe you, apart from what you learn. One conversation can settle several."),
            cards(desk, &ask, ASK, true),
        ]
    });
    let stages: Vec<Vec<Action>> = later
        .chunk_by(|a, b| a.stage.place == b.stage.place)
        .map(<[Action]>::to_vec)
        .collect();
    let later = (!stages.is_empty()).then(|| {
        vec![
            heading(LATER, "Later").view(),
            el("p")
                .with("These can wait. Bring one forward with “Keep at the top”, or by choosing a month.")
                .view(),
            each(stages, |actions| stage(desk, actions)),
        ]
    });
    el("div")
        .class("flow plan-lists")
        .with(heading(NEXT, "Next"))
        .with(nothing_next)
        .with(cards(desk, &next, NEXT, true))
        .with(asks)
        .with(later)
        .with(still_open(&open))
        .with(record(desk, done))
        .with(aside(desk, dismissed))
}

fn heading(id: &'static str, words: &'static str) -> Element {
    el("h2").attr("id", id).attr("tabindex", "-1").with(words)
}

/// The filter as it is, for one action.
pub fn is_shown(desk: Desk, action: &Action) -> bool {
    let (status, month) = desk.keeper.look(|document| {
        let month = month_now(document, &action.id);
        (status_now(document, &action.id), month)
    });
    let month = month.or(action.month);
    FILTER.with_borrow(|filter| filter.shows(action.kind, status, month))
}

/// Cards in order, and a sentence while the filter leaves some out.
fn cards(desk: Desk, actions: &[Action], list: &'static str, in_order: bool) -> Element {
    let place = Place {
        list: list.to_owned(),
    };
    let items = each(actions, |action| card::card(desk, action, &place));
    let all = actions.to_vec();
    let remark = live(move || {
        desk.filtered.track();
        let shown = all.iter().filter(|it| is_shown(desk, it)).count();
        let some = shown < all.len();
        some.then(|| {
            el("p")
                .class("soft")
                .with(format!("{}.", counted(shown, all.len())))
        })
    });
    let tag = if in_order { "ol" } else { "ul" };
    el("div")
        .class("flow")
        .with(remark)
        .with(el(tag).class("cards actions").with(items))
}

/// What comes later at one stage: drawn once it is opened.
fn stage(desk: Desk, actions: Vec<Action>) -> Element {
    let (place, title) = (actions[0].stage.place, actions[0].stage.title);
    let id = format!("{LATER}-{place}");
    let to_show = TO_SHOW.with_borrow(|id| {
        let is = |action: &Action| Some(&action.id) == id.as_ref();
        actions.iter().any(is)
    });
    let all = actions.clone();
    let count = live(move || {
        desk.filtered.track();
        let shown = all.iter().filter(|it| is_shown(desk, it)).count();
        format!("{title}: {}", counted(shown, all.len()))
    });
    folded(id.clone(), el("summary").with(count), to_show, move || {
        let place = Place { list: id.clone() };
        el("ul")
            .class("cards actions")
            .with(each(&actions, |action| card::card(desk, action, &place)))
            .view()
    })
    .class("more stage")
}

/// Details whose inside is drawn when they are first opened. Drawn again, they
/// are open if they were.
pub fn folded(
    id: String,
    summary: Element,
    open: bool,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> Element {
    let open = open || page::is_open(&id);
    let opened = RwSignal::new(u32::from(open));
    let inside = live(move || (opened.get() > 0).then(|| untrack(&draw)));
    el("details")
        .attr("id", id)
        .flag("open", open)
        .with(summary)
        .with(el("div").with(inside))
        .on("toggle", move |_| {
            if opened.try_get_untracked() == Some(0) {
                opened.set(1);
            }
        })
}

fn still_open(open: &[StillOpen]) -> Option<Vec<Element>> {
    let items = each(open, |it| {
        let words = match it.target {
            Target::Competency(_) => "Rate it again",
            _ => "Look at my answer",
        };
        el("li")
            .with(format!("{}. ", it.title))
            .with(link(Asked::of(&it.target).href(), words).with(unseen(format!(": {}", it.title))))
    });
    (!open.is_empty()).then(|| {
        vec![
            el("h2").with("Still open"),
            el("p").with("Nothing left in your plan helps with these. Bring something back, or add an action of your own."),
            el("ul").with(items),
        ]
    })
}

fn record(desk: Desk, done: Vec<Action>) -> Option<Vec<Element>> {
    kept(desk, DONE, "Done", "done", done, finished)
}

fn aside(desk: Desk, dismissed: Vec<Action>) -> Option<Vec<Element>> {
    kept(desk, ASIDE, "Put aside", "put aside", dismissed, put_aside)
}

/// Actions that ask for nothing any more, folded under their heading.
fn kept(
    desk: Desk,
    id: &'static str,
    title: &'static str,
    state: &str,
    actions: Vec<Action>,
    draw: fn(Desk, &Action) -> Element,
) -> Option<Vec<Element>> {
    if actions.is_empty() {
        return None;
    }
    let count = words::count(actions.len(), "action", "actions");
    let list = folded(
        format!("{id}-list"),
        el("summary").with(format!("Show {count} {state}")),
        false,
        move || {
            el("ul")
                .class("cards actions")
                .with(each(&actions, |it| draw(desk, it)))
                .view()
        },
    );
    Some(vec![heading(id, title), list.class("more")])
}

fn finished(desk: Desk, action: &Action) -> Element {
    let id = action.id.clone();
    let title = action.title.clone();
    let day = action.yours.as_ref().and_then(|yours| yours.done_on);
    let back = button("button plain", "Not finished after all", move || {
        desk.change(&id, ActionPart::Status(Some(ActionStatus::ToDo)));
        let said = format!("“{title}” is back among what is to do.");
        desk.show(Some(&id), NEXT.to_owned(), said);
    })
    .with(unseen(format!(": {}", action.title)));
    el("li")
        .class("card")
        .with(
            el("h3")
                .attr("id", title_id(&action.id))
                .attr("tabindex", "-1")
                .with(action.title.clone()),
        )
        .with(day.map(|day| el("p").with(format!("Done on {}.", day.long()))))
        .with(card::offers(action))
        .with(super::changing::notes(desk, action))
        .with(answering::said(&slug(&action.id)))
        .with(el("p").with(back))
}

fn put_aside(desk: Desk, action: &Action) -> Element {
    let id = action.id.clone();
    let title = action.title.clone();
    let reason = action
        .yours
        .as_ref()
        .map(|yours| yours.dismissed_because.clone())
        .filter(|reason| !reason.is_empty());
    let why = action.reasons.last().map(|reason| reason.sentence.clone());
    let back = button("button plain", "Bring back", move || {
        let swapped = desk
            .keeper
            .look(|document| document.change(&id).is_some_and(|it| it.swapped.is_some()));
        if swapped {
            desk.change(&id, ActionPart::Swapped(None));
        }
        desk.change(&id, ActionPart::Dismissed(None));
        let there = desk.plan_now().actions().any(|it| it.id == id);
        let said = if there {
            format!("“{title}” is back in your plan.")
        } else {
            format!("“{title}” is no longer put aside. Nothing in your answers asks for it now, so it is not in the plan.")
        };
        desk.show(Some(&id), NEXT.to_owned(), said);
    })
    .with(unseen(format!(": {}", action.title)));
    el("li")
        .class("card")
        .with(
            el("h3")
                .attr("id", title_id(&action.id))
                .attr("tabindex", "-1")
                .with(action.title.clone()),
        )
        .with(why.map(|why| el("p").with(why)))
        .with(reason.map(|reason| {
            el("p")
                .class("wrote")
                .with(format!("Your reason: {reason}"))
        }))
        .with(el("p").with(back))
}

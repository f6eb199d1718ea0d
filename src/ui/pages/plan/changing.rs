//! What the worker writes about an action, and what they make of it: kept at
//! the top, done another way, a better link, put aside.

use leptos::prelude::*;

use super::Desk;
use super::card::Place;
use super::lists::folded;
use crate::app::plan_page::{address_problem, course_of, slug};
use crate::app::session::Change;
use crate::domain::document::{ActionChange, ActionEdit};
use crate::domain::ids::{ActionId, CourseId, ResourceId};
use crate::domain::limits::{ADDRESS, NOTE, REASON};
use crate::domain::plan::Action;
use crate::platform::page;
use crate::ui::components::form::{TextBox, button, text_box};
use crate::ui::element::{Element, each, el};
use crate::ui::pages::answering::{NOT_KEPT, say_kept, unseen};

/// A box of an action: which text it is.
#[derive(Clone, Copy)]
pub struct Written {
    name: &'static str,
    label: &'static str,
    part: fn(String) -> ActionEdit,
    of: fn(&ActionChange) -> &String,
}

pub const LEARNED: Written = Written {
    name: "learned",
    label: "What I learned when it slipped",
    part: ActionEdit::Learned,
    of: |change| &change.learned,
};

const NOTES: [Written; 3] = [
    Written {
        name: "notes",
        label: "My notes",
        part: ActionEdit::Notes,
        of: |change| &change.notes,
    },
    Written {
        name: "obstacles",
        label: "What might get in the way",
        part: ActionEdit::Obstacles,
        of: |change| &change.obstacles,
    },
    Written {
        name: "help",
        label: "Who can help",
        part: ActionEdit::Help,
        of: |change| &change.help,
    },
];

/// One box. Typing redraws nothing.
pub fn written(desk: Desk, action: &Action, it: Written) -> Element {
    let slug = slug(&action.id);
    let text = move |id: &ActionId| {
        desk.keeper.look(|document| {
            let change = document.change(id);
            change.map_or_else(String::new, |change| (it.of)(change).clone())
        })
    };
    let id = action.id.clone();
    text_box(
        TextBox {
            id: format!("{}-{slug}", it.name),
            label: it.label.to_owned(),
            hint: String::new(),
            value: text(&id),
            limit: NOTE.most,
            rows: 2,
            free: true,
        },
        move |typed| {
            desk.change(&id, (it.part)(typed.clone()));
            say_kept(&slug, text(&id) == typed);
        },
    )
}

/// The three boxes; open where something is written.
pub fn notes(desk: Desk, action: &Action) -> Element {
    let there = action
        .yours
        .as_ref()
        .is_some_and(|yours| NOTES.iter().any(|it| !(it.of)(yours).is_empty()));
    let summary = el("summary")
        .with("Notes and help")
        .with(unseen(format!(": {}", action.title)));
    let of = action.clone();
    let id = format!("texts-{}", slug(&action.id));
    folded(id, summary, there, move || {
        el("div")
            .class("flow")
            .attr("role", "group")
            .attr("aria-label", of.title.clone())
            .with(each(NOTES, |it| written(desk, &of, it)))
            .view()
    })
    .class("note")
}

/// Everything else, folded away.
pub fn more(desk: Desk, action: &Action, place: &Place, touched: RwSignal<u32>) -> Element {
    let summary = el("summary")
        .with("Change this action")
        .with(unseen(format!(": {}", action.title)));
    let (of, list) = (action.clone(), place.list.clone());
    let id = format!("change-{}", slug(&action.id));
    folded(id, summary, false, move || {
        el("div")
            .class("flow")
            .attr("role", "group")
            .attr("aria-label", of.title.clone())
            .with(pin(desk, &of, &list))
            .with(other_ways(desk, &of, &list))
            .with(better_link(desk, &of, touched))
            .with(take_out(desk, &of, &list))
            .with(not_for_me(desk, &of, &list))
            .view()
    })
    .class("note")
}

fn pin(desk: Desk, action: &Action, list: &str) -> Element {
    let (id, title, list) = (action.id.clone(), action.title.clone(), list.to_owned());
    let pinned = action.is_pinned();
    let (label, said) = if pinned {
        ("No longer keep at the top", "is no longer kept at the top")
    } else {
        ("Keep at the top", "is kept at the top")
    };
    el("p").with(
        button("button plain", label, move || {
            desk.change(&id, ActionEdit::Pinned(!pinned));
            let now = desk
                .keeper
                .look(|document| document.change(&id).is_some_and(|it| it.pinned));
            if now == pinned {
                return say_kept(&slug(&id), false);
            }
            desk.show(Some(&id), list.clone(), format!("“{title}” {said}."));
        })
        .with(unseen(format!(": {}", action.title))),
    )
}

fn other_ways(desk: Desk, action: &Action, list: &str) -> Option<Vec<Element>> {
    if action.other_ways.is_empty() {
        return None;
    }
    let ways = each(&action.other_ways, |way| {
        let (id, other, list) = (action.id.clone(), way.id.clone(), list.to_owned());
        let said = format!(
            "“{}” takes the place of “{}”, which is put aside.",
            way.title, action.title
        );
        let press = button("link-button", way.title.clone(), move || {
            desk.change(&id, ActionEdit::Swapped(Some(other.clone())));
            let kept = desk
                .keeper
                .look(|document| document.change(&id).is_some_and(|it| it.swapped.is_some()));
            if !kept {
                return say_kept(&slug(&id), false);
            }
            desk.show(Some(&other), list.clone(), said.clone());
        });
        el("li").with(press.with(unseen(format!(", instead of {}", action.title))))
    });
    Some(vec![
        el("h4").with("Do this instead"),
        el("ul").class("plain-list").with(ways),
    ])
}

fn better_link(desk: Desk, action: &Action, touched: RwSignal<u32>) -> Option<Vec<Element>> {
    let resource: ResourceId = action.resource.as_ref()?.id.clone()?;
    let slug = slug(&action.id);
    let (box_id, said) = (format!("link-{slug}"), format!("link-said-{slug}"));
    // What was typed and not taken survives the lists being drawn again.
    let typed = page::value_of(&box_id);
    let stands = desk.keeper.look(|document| {
        let link = document.link(&resource);
        link.map_or_else(String::new, |link| link.as_str().to_owned())
    });
    let boxed = TextBox {
        id: box_id.clone(),
        label: "A better link".to_owned(),
        hint: "It begins with https:// or http://. Leave it empty to go back to the listed one."
            .to_owned(),
        value: if typed.is_empty() { stands } else { typed },
        limit: ADDRESS.most,
        rows: 1,
        free: false,
    };
    let told = said.clone();
    let press = button("button plain", "Use this link", move || {
        let url = page::value_of(&box_id);
        if let Some(problem) = address_problem(&url) {
            page::say(&told, &problem);
            page::focus_on(&box_id);
            return;
        }
        desk.keeper.change(Change::Link {
            resource: resource.clone(),
            url: url.clone(),
        });
        let kept = desk.keeper.look(|document| {
            let link = document
                .link(&resource)
                .map(|link| link.as_str().to_owned());
            link.unwrap_or_default() == url.trim()
        });
        let said = match (kept, url.trim().is_empty()) {
            (false, _) => NOT_KEPT,
            (true, true) => "The listed link is used.",
            (true, false) => "Your link is used from now on.",
        };
        page::say(&told, said);
        touched.update(|count| *count += 1);
    })
    .with(unseen(format!(" for {}", action.title)));
    Some(vec![
        el("h4").with("This link does not work"),
        el("p").with("Copy the title and provider above and search for them. If you find it, put the address here. If not, do something else instead, or put it aside."),
        text_box(boxed, |_| {}),
        el("p").class("said").attr("id", said).attr("role", "status"),
        el("p").with(press),
    ])
}

/// Takes out a course the worker added. What was written about it stays, put
/// aside under the course's name.
fn take_out(desk: Desk, action: &Action, list: &str) -> Option<Element> {
    let course = CourseId::new(course_of(action)?);
    let (id, title, list) = (action.id.clone(), action.title.clone(), list.to_owned());
    Some(
        el("p").with(
            button("button plain", "Remove this course", move || {
                desk.keeper.change(Change::RemoveCourse(course.clone()));
                let (removed, touched) = desk.keeper.look(|document| {
                    (
                        document.course(&course).is_none(),
                        document.change(&id).is_some(),
                    )
                });
                if !removed {
                    return say_kept(&slug(&id), false);
                }
                if touched {
                    desk.change(&id, ActionEdit::Own(title.clone()));
                    let why = "I took this course out again.".to_owned();
                    desk.change(&id, ActionEdit::Dismissed(Some(why)));
                }
                desk.show(None, list.clone(), format!("“{title}” is taken out."));
            })
            .with(unseen(format!(": {}", action.title))),
        ),
    )
}

fn not_for_me(desk: Desk, action: &Action, list: &str) -> Vec<Element> {
    let slug = slug(&action.id);
    let (id, title, list) = (action.id.clone(), action.title.clone(), list.to_owned());
    let box_id = format!("why-{slug}");
    let before = action
        .yours
        .as_ref()
        .map_or_else(String::new, |yours| yours.dismissed_because.clone());
    let typed = page::value_of(&box_id);
    let boxed = TextBox {
        id: box_id.clone(),
        label: "Why it is not for me".to_owned(),
        hint: "A few words help when you talk about your plan. You can leave this empty."
            .to_owned(),
        value: if typed.is_empty() { before } else { typed },
        limit: REASON.most,
        rows: 1,
        free: true,
    };
    let press = button("button plain", "Put it aside", move || {
        let why = page::value_of(&box_id);
        desk.change(&id, ActionEdit::Dismissed(Some(why)));
        let kept = desk
            .keeper
            .look(|document| document.change(&id).is_some_and(|it| it.dismissed));
        if !kept {
            return say_kept(&slug, false);
        }
        let said = format!("“{title}” is put aside. You can bring it back under “Put aside”.");
        desk.show(None, list.clone(), said);
    })
    .with(unseen(format!(": {}", action.title)));
    vec![
        el("h4").with("Not for me"),
        text_box(boxed, |_| {}),
        el("p").with(press),
    ]
}

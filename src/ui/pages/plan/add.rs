//! What the worker adds: an action of their own, a course nearby.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::Desk;
use super::lists::{NEXT, folded};
use crate::app::plan_page::{address_problem, open_things};
use crate::app::session::Change;
use crate::domain::dates::Moment;
use crate::domain::document::{ActionEdit, ClockReading, Course};
use crate::domain::ids::{ActionId, CourseId};
use crate::domain::limits::{ADDRESS, HELPS_WITH, PROVIDER, TITLE};
use crate::domain::web_address::WebAddress;
use crate::platform::{clock, page};
use crate::ui::components::form::{Answer, Question, TextBox, boxes, button, text_box};
use crate::ui::element::{Element, el};
use crate::ui::pages::answering::NOT_KEPT;

pub fn forms(desk: Desk) -> Element {
    el("div")
        .class("flow plan-add")
        .with(el("h2").with("Add to my plan"))
        .with(folded(
            "add-own".to_owned(),
            el("summary").with("Add an action of your own"),
            false,
            move || own(desk),
        ))
        .with(folded(
            "add-course".to_owned(),
            el("summary").with("Add a course or a page you know of"),
            false,
            move || course(desk),
        ))
}

fn field(id: &'static str, label: &str, hint: &str, limit: usize, free: bool) -> Element {
    let it = TextBox {
        id: id.to_owned(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        value: String::new(),
        limit,
        rows: 1,
        free,
    };
    text_box(it, |_| {})
}

fn said(id: &'static str) -> Element {
    el("p").class("said").attr("id", id).attr("role", "status")
}

fn typed(id: &str) -> String {
    page::value_of(id).trim().to_owned()
}

fn own(desk: Desk) -> AnyView {
    const TITLE_BOX: &str = "own-title";
    const SAID: &str = "own-said";
    let add = button("button", "Add this action", move || {
        let title = typed(TITLE_BOX);
        if title.is_empty() {
            page::say(SAID, "Write what you want to do.");
            page::focus_on(TITLE_BOX);
            return;
        }
        let id = ActionId::new(format!("own:{}", clock::random_word()));
        desk.change(&id, ActionEdit::Own(title.clone()));
        let kept = desk.keeper.look(|document| document.change(&id).is_some());
        page::say(SAID, if kept { "" } else { NOT_KEPT });
        if kept {
            page::show_value(TITLE_BOX, "");
            desk.show(
                Some(&id),
                NEXT.to_owned(),
                format!("“{title}” is in your plan."),
            );
        }
    });
    el("div")
        .class("flow")
        .with(field(TITLE_BOX, "What I want to do", "", TITLE.most, true))
        .with(said(SAID))
        .with(el("p").with(add))
        .view()
}

fn course(desk: Desk) -> AnyView {
    const NAME: &str = "course-title";
    const PROVIDED: &str = "course-provider";
    const LINK: &str = "course-link";
    const SAID: &str = "course-said";
    let things = open_things(&desk.plan_now());
    let chosen: Rc<RefCell<Vec<usize>>> = Rc::default();
    let question = Question {
        name: "course-helps".to_owned(),
        legend: "What it helps with".to_owned(),
        hint: "Tick what fits. The plan then counts it as help for that.".to_owned(),
        answers: things
            .iter()
            .enumerate()
            .map(|(place, (_, title))| Answer {
                value: place.to_string(),
                label: (*title).to_owned(),
                hint: String::new(),
            })
            .collect(),
        chosen: Vec::new(),
        side_by_side: true,
    };
    let ticked = chosen.clone();
    let helps = (!things.is_empty()).then(|| {
        boxes(question, move |value, on| {
            let Ok(place) = value.parse::<usize>() else {
                return;
            };
            let mut chosen = ticked.borrow_mut();
            chosen.retain(|it| *it != place);
            if on {
                chosen.push(place);
            }
        })
    });
    let add = button("button", "Add this course", move || {
        let refuse = |said: &str, id: &str| {
            page::say(SAID, said);
            page::focus_on(id);
        };
        let (title, url) = (typed(NAME), typed(LINK));
        if title.is_empty() {
            return refuse("Write what the course is called.", NAME);
        }
        if let Some(problem) = address_problem(&url) {
            return refuse(&problem, LINK);
        }
        let id = CourseId::new(clock::random_word());
        let at = ClockReading {
            now: Moment::start_of(clock::today()),
            today: clock::today(),
        };
        let mut course = Course::new(title.clone(), typed(PROVIDED), at);
        course.url = WebAddress::parse(&url);
        for place in chosen.borrow().iter().take(HELPS_WITH.most) {
            course.helps_with.push(things[*place].0.clone());
        }
        desk.keeper.change(Change::Course {
            id: id.clone(),
            course,
        });
        if desk.keeper.look(|document| document.course(&id).is_none()) {
            return refuse(NOT_KEPT, NAME);
        }
        page::say(SAID, "");
        for id in [NAME, PROVIDED, LINK] {
            page::show_value(id, "");
        }
        for place in chosen.take() {
            page::show_checked(&format!("course-helps-{place}"), false);
        }
        let action = ActionId::new(format!("resource:{id}"));
        desk.show(
            Some(&action),
            NEXT.to_owned(),
            format!("“{title}” is in your plan."),
        );
    });
    el("div")
        .class("flow")
        .with(field(NAME, "Title", "", TITLE.most, false))
        .with(field(PROVIDED, "Who provides it", "", PROVIDER.most, false))
        .with(field(
            LINK,
            "Link, if there is one",
            "It begins with https:// or http://.",
            ADDRESS.most,
            false,
        ))
        .with(helps)
        .with(said(SAID))
        .with(el("p").with(add))
        .view()
}

//! What the worker adds: an action of their own, a course nearby.

use leptos::html;
use leptos::prelude::*;

use super::opened::{Opened, OpenedHere};
use super::state::PlanState;
use crate::app::plan_page::{List, address_problem, open_things};
use crate::app::session::Change;
use crate::domain::dates::Moment;
use crate::domain::document::{ActionEdit, ClockReading, Course};
use crate::domain::framework::model::Target;
use crate::domain::ids::{ActionId, CourseId};
use crate::domain::limits::{ADDRESS, HELPS_WITH, PROVIDER, TITLE};
use crate::domain::web_address::WebAddress;
use crate::platform::clock;
use crate::ui::components::NOT_KEPT;
use crate::ui::components::fields::{Answer, CheckboxGroup, Shape, TextField};
use crate::ui::drafts::{Draft, draft};
use crate::ui::focus::focus_when_there;

// The boxes whose words wait to be added.
const OWN: &str = "own-title";
const COURSE: &str = "course-title";
const PROVIDED_BY: &str = "course-provider";
const COURSE_LINK: &str = "course-link";

/// What the worker adds: an action in their words, or a course that is not listed.
#[component]
pub fn Add(state: PlanState) -> impl IntoView {
    // Open where something waits to be added.
    let is_waiting = |of: &[&str]| of.iter().any(|of| draft(*of).is_written());
    let own = RwSignal::new(is_waiting(&[OWN]));
    let course = RwSignal::new(is_waiting(&[COURSE, PROVIDED_BY, COURSE_LINK]));
    view! {
        <div class="flow plan-add">
            <h2>"Add to my plan"</h2>
            <details id="add-own" prop:open=own.get_untracked() on:toggle=move |_| own.set(true)>
                <summary>"Add an action of your own"</summary>
                <div><Show when=move || own.get()><OpenedHere state opened=Opened::OwnAction/></Show></div>
            </details>
            <details id="add-course" prop:open=course.get_untracked() on:toggle=move |_| course.set(true)>
                <summary>"Add a course or a page you know of"</summary>
                <div><Show when=move || course.get()><OpenedHere state opened=Opened::Course/></Show></div>
            </details>
        </div>
    }
}

/// A box for an action in their own words.
#[component]
pub fn OwnAction(state: PlanState) -> impl IntoView {
    let draft = draft(OWN);
    let title = draft.text();
    let problem = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let add = move |_| {
        let typed = title.get_untracked().trim().to_owned();
        if typed.is_empty() {
            problem.set(Some("Write what you want to do.".to_owned()));
            return focus_when_there(field);
        }
        let id = ActionId::new(format!("own:{}", clock::random_word()));
        let is_kept = state.change(&id, ActionEdit::Own(typed.clone()), |it| it.is_some());
        problem.set((!is_kept).then(|| NOT_KEPT.to_owned()));
        if is_kept {
            draft.set(None);
            state.seek(Some(id), List::Next, format!("“{typed}” is in your plan."));
        }
    };
    view! {
        <div class="flow">
            <TextField
                id="own-title"
                label="What I want to do"
                value=title
                limit=TITLE.most
                on_input=move |text| draft.set(Some(text))
                free=true
                problem
                node_ref=field
            />
            <p><button type="button" class="button" on:click=add>"Add this action"</button></p>
        </div>
    }
}

/// A course that is not listed, and what of the plan it is for.
#[component]
pub fn CourseForm(state: PlanState) -> impl IntoView {
    let drafts = [COURSE, PROVIDED_BY, COURSE_LINK].map(draft);
    let [title, provider, link] = drafts.map(Draft::text);
    let type_in = move |place: usize| move |text| drafts[place].set(Some(text));
    let (no_title, no_link) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let (title_field, link_field) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    // What is open when the form is opened: nothing moves while it is filled in.
    let things: StoredValue<Vec<(Target, &'static str)>> =
        StoredValue::new(state.plan.with_untracked(open_things));
    let chosen = RwSignal::new(Vec::<String>::new());
    let answers = things.with_value(|things| {
        let answer = |(place, (_, title)): (usize, &(Target, &str))| Answer {
            value: place.to_string(),
            label: (*title).to_owned(),
            hint: String::new(),
        };
        things.iter().enumerate().map(answer).collect::<Vec<_>>()
    });
    let tick = move |(value, ticked): (String, bool)| {
        chosen.update(|chosen| {
            chosen.retain(|it| *it != value);
            if ticked {
                chosen.push(value);
            }
        });
    };
    let add = move |_| {
        let (name, url) = (
            title.get_untracked().trim().to_owned(),
            link.get_untracked(),
        );
        no_title.set(
            name.is_empty()
                .then(|| "Write what the course is called.".to_owned()),
        );
        if name.is_empty() {
            return focus_when_there(title_field);
        }
        let wrong = address_problem(&url);
        no_link.set(wrong.clone());
        if wrong.is_some() {
            return focus_when_there(link_field);
        }
        let id = CourseId::new(clock::random_word());
        let at = ClockReading {
            now: Moment::start_of(clock::today()),
            today: clock::today(),
        };
        let mut course = Course::new(name.clone(), provider.get_untracked().trim().to_owned(), at);
        course.url = WebAddress::parse(&url);
        things.with_value(|things| {
            let places = chosen.get_untracked();
            let places = places.iter().filter_map(|it| it.parse::<usize>().ok());
            course.helps_with.extend(
                places
                    .take(HELPS_WITH.most)
                    .map(|place| things[place].0.clone()),
            );
        });
        state.session.change(Change::Course {
            id: id.clone(),
            course,
        });
        if state
            .session
            .document(|document| document.course(&id).is_none())
        {
            no_title.set(Some(NOT_KEPT.to_owned()));
            return focus_when_there(title_field);
        }
        for draft in drafts {
            draft.set(None);
        }
        chosen.set(Vec::new());
        let action = ActionId::new(format!("resource:{id}"));
        state.seek(
            Some(action),
            List::Next,
            format!("“{name}” is in your plan."),
        );
    };
    let helps = (!answers.is_empty()).then(|| {
        view! {
            <CheckboxGroup
                name="course-helps"
                legend="What it helps with"
                hint="Tick what fits. The plan then counts it as help for that."
                answers
                chosen
                on_tick=tick
                shape=Shape::Row
            />
        }
    });
    view! {
        <div class="flow">
            <TextField id="course-title" label="Title" value=title limit=TITLE.most on_input=type_in(0) problem=no_title node_ref=title_field/>
            <TextField id="course-provider" label="Who provides it" value=provider limit=PROVIDER.most on_input=type_in(1)/>
            <TextField
                id="course-link"
                label="Link, if there is one"
                hint="It begins with https:// or http://."
                value=link
                limit=ADDRESS.most
                on_input=type_in(2)
                problem=no_link
                node_ref=link_field
            />
            {helps}
            <p><button type="button" class="button" on:click=add>"Add this course"</button></p>
        </div>
    }
}

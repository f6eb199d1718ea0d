//! What the worker adds: an action of their own, a course nearby.

use leptos::html;
use leptos::prelude::*;

use super::folded::Folded;
use super::state::PlanState;
use crate::app::plan_page::{address_problem, open_things};
use crate::app::session::Change;
use crate::domain::dates::Moment;
use crate::domain::document::{ActionPart, At, Course};
use crate::domain::framework::model::Target;
use crate::domain::ids::{ActionId, CourseId};
use crate::domain::limits::{ADDRESS, HELPS_WITH, PROVIDER, TITLE};
use crate::domain::web_address::WebAddress;
use crate::platform::clock;
use crate::ui::components::fields::{Answer, CheckboxGroup, Shape, TextField};
use crate::ui::focus::focus_when_there;
use crate::ui::pages::answering::NOT_KEPT;

#[component]
pub fn Add(page: PlanState) -> impl IntoView {
    let (own_open, course_open) = (RwSignal::new(false), RwSignal::new(false));
    view! {
        <div class="flow plan-add">
            <h2>"Add to my plan"</h2>
            <Folded id="add-own" class="" summary="Add an action of your own" open=own_open>
                <OwnAction page/>
            </Folded>
            <Folded
                id="add-course"
                class=""
                summary="Add a course or a page you know of"
                open=course_open
            >
                <OwnCourse page/>
            </Folded>
        </div>
    }
}

#[component]
fn OwnAction(page: PlanState) -> impl IntoView {
    let title = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let refuse = move |why: &str| {
        problem.set(Some(why.to_owned()));
        focus_when_there(field);
    };
    let add = move |_| {
        let words = title.with_untracked(|title| title.trim().to_owned());
        if words.is_empty() {
            return refuse("Write what you want to do.");
        }
        let id = ActionId::new(format!("own:{}", clock::random_word()));
        if !page.change(&id, ActionPart::Own(words.clone()), |it| it.own.is_some()) {
            return refuse(NOT_KEPT);
        }
        problem.set(None);
        title.set(String::new());
        let said = format!("“{words}” is in your plan.");
        page.rearrange(Some(&id), page.next_heading, said);
    };
    view! {
        <div class="flow">
            <TextField
                id="own-title"
                label="What I want to do"
                value=title
                limit=TITLE.most
                on_input=move |typed| title.set(typed)
                free=true
                problem
                node_ref=field
            />
            <p><button type="button" class="button" on:click=add>"Add this action"</button></p>
        </div>
    }
}

#[component]
fn OwnCourse(page: PlanState) -> impl IntoView {
    let title = RwSignal::new(String::new());
    let provider = RwSignal::new(String::new());
    let link = RwSignal::new(String::new());
    let helps = RwSignal::new(Vec::<String>::new());
    let things = page.plan.with_untracked(open_things);
    let title_problem = RwSignal::new(None::<String>);
    let link_problem = RwSignal::new(None::<String>);
    let (title_field, link_field) = (NodeRef::<html::Input>::new(), NodeRef::new());
    let targets = StoredValue::new(things.clone());
    let add = move |_| {
        let words = title.with_untracked(|title| title.trim().to_owned());
        title_problem.set(
            words
                .is_empty()
                .then(|| "Write what the course is called.".to_owned()),
        );
        link_problem.set(link.with_untracked(|link| address_problem(link)));
        if words.is_empty() {
            return focus_when_there(title_field);
        }
        if link_problem.with_untracked(Option::is_some) {
            return focus_when_there(link_field);
        }
        let chosen = helps.get_untracked();
        let helps_with = targets.with_value(|things| chosen_of(things, &chosen));
        let provided = provider.with_untracked(|it| it.trim().to_owned());
        let url = link.with_untracked(|it| WebAddress::parse(it.trim()));
        let Some(id) = add_course(page, words.clone(), provided, url, helps_with) else {
            title_problem.set(Some(NOT_KEPT.to_owned()));
            return focus_when_there(title_field);
        };
        for text in [title, provider, link] {
            text.set(String::new());
        }
        helps.set(Vec::new());
        let action = ActionId::new(format!("resource:{id}"));
        let said = format!("“{words}” is in your plan.");
        page.rearrange(Some(&action), page.next_heading, said);
    };
    view! {
        <div class="flow">
            <TextField
                id="course-title"
                label="Title"
                value=title
                limit=TITLE.most
                on_input=move |typed| title.set(typed)
                problem=title_problem
                node_ref=title_field
            />
            <TextField
                id="course-provider"
                label="Who provides it"
                value=provider
                limit=PROVIDER.most
                on_input=move |typed| provider.set(typed)
            />
            <TextField
                id="course-link"
                label="Link, if there is one"
                hint="It begins with https:// or http://."
                value=link
                limit=ADDRESS.most
                on_input=move |typed| link.set(typed)
                problem=link_problem
                node_ref=link_field
            />
            <HelpsWith things chosen=helps/>
            <p><button type="button" class="button" on:click=add>"Add this course"</button></p>
        </div>
    }
}

/// What a course may help with, and its name.
type Thing = (Target, &'static str);

#[component]
fn HelpsWith(things: Vec<Thing>, chosen: RwSignal<Vec<String>>) -> impl IntoView {
    let answers = things
        .iter()
        .enumerate()
        .map(|(place, (_, title))| Answer {
            value: place.to_string(),
            label: (*title).to_owned(),
            hint: String::new(),
        })
        .collect::<Vec<_>>();
    let tick = Callback::new(move |(value, is_ticked): (String, bool)| {
        chosen.update(|chosen| {
            chosen.retain(|it| *it != value);
            if is_ticked {
                chosen.push(value);
            }
        });
    });
    (!answers.is_empty()).then(|| {
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
    })
}

/// What was ticked, as far as there is room for it.
fn chosen_of(things: &[Thing], chosen: &[String]) -> Vec<Target> {
    let places = chosen
        .iter()
        .filter_map(|place| place.parse::<usize>().ok());
    let ticked = places.filter_map(|place| things.get(place));
    ticked
        .take(HELPS_WITH.most)
        .map(|(target, _)| target.clone())
        .collect()
}

/// Adds a course; None where there is no room for it.
fn add_course(
    page: PlanState,
    title: String,
    provider: String,
    url: Option<WebAddress>,
    helps_with: Vec<Target>,
) -> Option<CourseId> {
    let id = CourseId::new(clock::random_word());
    let at = At {
        now: Moment::start_of(clock::today()),
        today: clock::today(),
    };
    let mut course = Course::new(title, provider, at);
    course.url = url;
    course.helps_with = helps_with;
    page.session.change(Change::Course {
        id: id.clone(),
        course,
    });
    let is_kept = page
        .session
        .document(|document| document.course(&id).is_some());
    is_kept.then_some(id)
}

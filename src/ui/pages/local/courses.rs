//! Courses and pages of the host's own.

use leptos::html;
use leptos::prelude::*;

use super::boxes::{Reads, Writes, address, choice, days, go_to, line, lines, options, tick};
use super::draft::Draft;
use crate::app::local::form;
use crate::app::resource_search::{target_title, targets};
use crate::app::words;
use crate::domain::framework::model::{Band, Target};
use crate::domain::framework::shipped;
use crate::domain::ids::ResourceId;
use crate::domain::limits::{COURSES, HELPS_WITH, LOCAL_LINE, LOCAL_TEXT, PROVIDER, TITLE};
use crate::domain::local::LocalCourse;
use crate::platform::clock;
use crate::ui::components::fields::TextField;
use crate::ui::components::{Each, Hidden, Select, SelectOption};
use crate::ui::focus::focus_when_there;

/// The courses and pages a host adds.
#[component]
pub fn Courses(draft: Draft) -> impl IntoView {
    let ids = Memo::new(move |_| {
        draft
            .pack
            .with(|pack| pack.courses.keys().cloned().collect::<Vec<_>>())
    });
    let title = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let added = RwSignal::new(None::<ResourceId>);
    let taken = RwSignal::new(None::<(ResourceId, LocalCourse)>);
    // Puts it there, unfolded.
    let show = move |id: ResourceId, course: LocalCourse| {
        let first = format!("{id}-title");
        added.set(Some(id.clone()));
        draft.change(|pack| {
            pack.courses.insert(id, course);
        });
        go_to(first);
    };
    let add = move |_| {
        let name = title.get_untracked().trim().to_owned();
        let (is_full, id) = draft.pack.with_untracked(|pack| {
            (
                pack.courses.len() >= COURSES.most,
                form::new_id(pack, &name),
            )
        });
        problem.set(match (name.is_empty(), is_full) {
            (true, _) => Some("Give the course a name.".to_owned()),
            (_, true) => Some(format!("A pack has {} courses at most.", COURSES.most)),
            _ => None,
        });
        if problem.with_untracked(Option::is_some) {
            return focus_when_there(field);
        }
        let mut course = LocalCourse::default();
        course.title = name;
        course.checked = Some(clock::today());
        show(id, course);
        title.set(String::new());
    };
    let bring_back = move |_| {
        if let Some((id, course)) = taken.get_untracked() {
            // Another may have been added under its id.
            let id = draft
                .pack
                .with_untracked(|it| match it.courses.contains_key(&id) {
                    true => form::new_id(it, &course.title),
                    false => id,
                });
            taken.set(None);
            show(id, course);
        }
    };
    view! {
        <p>
            "Each stands first in the list of training, marked as yours. What you say it helps with can bring it into the plans of people who work near you. Where it does not come by itself, it is offered under “Change this action”."
        </p>
        <ul class="cards" role="list">
            <Each each=move || ids.get() key=ResourceId::clone let:id>
                <Course draft id added taken/>
            </Each>
        </ul>
        <div role="status" id="course-taken" tabindex="-1">
            {move || taken.get().map(|(_, course)| view! {
                <p>
                    "“" <bdi>{course.title}</bdi> "” is taken out. "
                    <button type="button" class="link-button" on:click=bring_back>"Bring it back"</button>
                </p>
            })}
        </div>
        <TextField
            id="course-new"
            label="Name of another course or page"
            value=title
            limit=TITLE.most
            on_input=move |text| title.set(text)
            problem
            node_ref=field
        />
        <p><button type="button" class="button plain" on:click=add>"Add it"</button></p>
    }
}

/// One of them, unfolded to be written in.
#[component]
fn Course(
    draft: Draft,
    id: ResourceId,
    added: RwSignal<Option<ResourceId>>,
    taken: RwSignal<Option<(ResourceId, LocalCourse)>>,
) -> impl IntoView {
    let is_new = added.get_untracked().as_ref() == Some(&id);
    let was_opened = RwSignal::new(is_new);
    let of = id.clone();
    let title = Memo::new(move |_| {
        draft.pack.with(|pack| {
            pack.courses
                .get(&of)
                .map_or(String::new(), |it| it.title.clone())
        })
    });
    let out = id.clone();
    let take_out = move |_| {
        draft.change(|pack| {
            let course = pack.courses.remove(&out);
            taken.set(course.map(|it| (out.clone(), it)));
        });
        go_to("course-taken".to_owned());
    };
    let form = move || was_opened.get().then(|| fields(draft, &id));
    view! {
        <li class="card">
            <details open=is_new on:toggle=move |_| was_opened.set(true)>
                <summary><bdi prop:textContent=title></bdi></summary>
                {form}
                <p>
                    <button type="button" class="link-button" on:click=take_out>
                        "Take it out"<Hidden>": " {title}</Hidden>
                    </button>
                </p>
            </details>
        </li>
    }
}

/// How something of the course with this id is read.
fn of<T: Default + 'static>(id: &ResourceId, get: fn(&LocalCourse) -> T) -> Reads<T> {
    let id = id.clone();
    Box::new(move |pack| pack.courses.get(&id).map(get).unwrap_or_default())
}

/// And how it is written.
fn put<T: 'static>(id: &ResourceId, set: fn(&mut LocalCourse, T)) -> Writes<T> {
    let id = id.clone();
    Box::new(move |pack, value| {
        if let Some(mut course) = pack.courses.get(&id).cloned() {
            set(&mut course, value);
            course.checked = Some(clock::today());
            pack.courses.insert(id.clone(), course);
        }
    })
}

fn fields(draft: Draft, id: &ResourceId) -> impl IntoView + use<> {
    let name = |field: &str| format!("{id}-{field}");
    let short = LOCAL_LINE.most;
    let bands = options(Band::ALL.iter().map(|it| words::effort(*it)));
    let kinds = options(form::kinds().iter().map(|it| words::kind(*it)));
    let time = |it: &LocalCourse| it.time.map(|it| it as usize);
    let kind = |it: &LocalCourse| it.kind.map(|it| it as usize);
    let shown = id.clone();
    let preview = move || {
        let rows = draft.pack.with(|pack| {
            pack.courses
                .get(&shown)
                .map(|it| form::preview(pack, it))
                .unwrap_or_default()
        });
        let rows = rows.into_iter();
        rows.map(|(name, words)| view! { <dt>{name}</dt> <dd><bdi>{words}</bdi></dd> })
            .collect_view()
    };
    view! {
        <div class="flow">
            {line(draft, name("title"), ("Name", ""), TITLE.most, of(id, |it| it.title.clone()), put(id, |it, text: String| {
                // A course without a name could not be opened again.
                if !text.trim().is_empty() {
                    it.title = text;
                }
            }))}
            {line(draft, name("provider"), ("Who offers it", ""), PROVIDER.most, of(id, |it| it.provider.clone()), put(id, |it, text| it.provider = text))}
            {address(draft, name("url"), "Web page", of(id, |it| it.url.clone()), put(id, |it, url| it.url = url))}
            {choice(draft, name("kind"), "Kind", kinds, of(id, kind), put(id, |it, place: Option<usize>| it.kind = place.map(|place| form::kinds()[place])))}
            {choice(draft, name("time"), "How much time it takes", bands, of(id, time), put(id, |it, place: Option<usize>| it.time = place.map(|place| Band::ALL[place])))}
            {line(draft, name("length"), ("Length", "Such as: two mornings, online"), short, of(id, |it| it.length.clone()), put(id, |it, text| it.length = text))}
            {line(draft, name("cost"), ("Cost", "Such as: free for staff of our practices"), short, of(id, |it| it.cost.clone()), put(id, |it, text| it.cost = text))}
            {line(draft, name("booking"), ("How to book", "A whole sentence"), short, of(id, |it| it.booking.clone()), put(id, |it, text| it.booking = text))}
            {line(draft, name("who"), ("Who may come", ""), short, of(id, |it| it.who.clone()), put(id, |it, text| it.who = text))}
            {lines(draft, name("about"), ("What it offers", "One or two sentences"), LOCAL_TEXT.most, of(id, |it| it.about.clone()), put(id, |it, text| it.about = text))}
            {days(draft, name("dates"), of(id, |it| it.dates.clone()), put(id, |it, days| it.dates = days))}
            {tick(draft, name("introductory"), "It is an introduction: not for somebody with years in the role", of(id, |it| it.introductory), put(id, |it, ticked| it.introductory = ticked))}
            <HelpsWith draft id=id.clone()/>
            <div class="flow">
                <p><strong>"On its card"</strong></p>
                <dl>{preview}</dl>
            </div>
        </div>
    }
}

/// What it helps with, chosen one by one.
#[component]
fn HelpsWith(draft: Draft, id: ResourceId) -> impl IntoView {
    let all = StoredValue::new(targets(shipped()));
    let options = all.with_value(|all| {
        let option = |(_, label, group): &(Target, &str, String)| SelectOption {
            label: (*label).to_owned(),
            group: Some(group.clone()),
        };
        all.iter().map(option).collect::<Vec<_>>()
    });
    let get = of(&id, |it| it.helps_with.clone());
    let chosen = Memo::new(move |_| draft.pack.with(|pack| get(pack)));
    let none = Memo::new(|_| None::<usize>);
    let (add, take) = (put(&id, push), StoredValue::new(put(&id, drop)));
    let select = format!("{id}-helps");
    let below = select.clone();
    let choose = move |place: Option<usize>| {
        if let Some(place) = place {
            let target = all.with_value(|all| all[place].0.clone());
            draft.change(|pack| add(pack, target));
        }
    };
    view! {
        <Select id=select label="What it helps with: add one" none="Choose …" options chosen=none on_choose=choose/>
        <ul>
            <Each each=move || chosen.get() key=Target::clone let:target>
                {
                    let select = below.clone();
                    let title = target_title(shipped(), &target);
                    let title = if title.is_empty() { target.id().to_owned() } else { title.to_owned() };
                    let out = move |_| {
                        let target = target.clone();
                        draft.change(|pack| take.with_value(|take| take(pack, target)));
                        go_to(select.clone());
                    };
                    view! {
                        <li>{title.clone()} " " <button type="button" class="link-button" on:click=out>"Take out"<Hidden>{format!(": {title}")}</Hidden></button></li>
                    }
                }
            </Each>
        </ul>
    }
}

fn push(course: &mut LocalCourse, target: Target) {
    if course.helps_with.len() < HELPS_WITH.most && !course.helps_with.contains(&target) {
        course.helps_with.push(target);
    }
}

fn drop(course: &mut LocalCourse, target: Target) {
    course.helps_with.retain(|it| *it != target);
}

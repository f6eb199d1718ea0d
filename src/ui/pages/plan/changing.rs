//! What the worker writes about an action, and what they make of it: kept at
//! the top, done another way, a better link, put aside.

use leptos::html;
use leptos::prelude::*;

use super::folded::Folded;
use super::state::PlanState;
use crate::app::plan_page::{Card, address_problem};
use crate::app::session::Change;
use crate::domain::document::{ActionChange, ActionPart};
use crate::domain::ids::{ActionId, CourseId, ResourceId};
use crate::domain::limits::{ADDRESS, NOTE, REASON};
use crate::ui::components::Hidden;
use crate::ui::components::fields::{TextArea, TextField};
use crate::ui::focus::focus_when_there;
use crate::ui::pages::answering::NOT_KEPT;

/// A text of an action: which it is.
#[derive(Clone, Copy)]
pub struct ActionText {
    name: &'static str,
    label: &'static str,
    part: fn(String) -> ActionPart,
    of: fn(&ActionChange) -> &String,
}

pub const LEARNED: ActionText = ActionText {
    name: "learned",
    label: "What I learned when it slipped",
    part: ActionPart::Learned,
    of: |change| &change.learned,
};

const NOTES: [ActionText; 3] = [
    ActionText {
        name: "notes",
        label: "My notes",
        part: ActionPart::Notes,
        of: |change| &change.notes,
    },
    ActionText {
        name: "obstacles",
        label: "What might get in the way",
        part: ActionPart::Obstacles,
        of: |change| &change.obstacles,
    },
    ActionText {
        name: "help",
        label: "Who can help",
        part: ActionPart::Help,
        of: |change| &change.help,
    },
];

/// A box for one text of an action.
#[component]
pub fn Written(
    page: PlanState,
    id: ActionId,
    /// The action's title.
    of: String,
    text: ActionText,
) -> impl IntoView {
    let slug = crate::app::plan_page::slug(&id);
    let kept = id.clone();
    let value = page.session.memo(move |document| {
        let change = document.change(&kept);
        change.map_or_else(String::new, |change| (text.of)(change).clone())
    });
    let type_in = Callback::new(move |typed: String| {
        page.session.change(Change::Action {
            action: id.clone(),
            part: (text.part)(typed.clone()),
        });
        page.tell(&id, value.with_untracked(|kept| *kept == typed));
    });
    view! {
        <TextArea
            id=format!("{}-{slug}", text.name)
            label=text.label
            of=of
            value
            limit=NOTE.most
            on_input=type_in
            rows=2
            free=true
        />
    }
}

/// The three boxes; open where something is written.
#[component]
pub fn Notes(page: PlanState, card: Memo<Card>) -> impl IntoView {
    let card = card.get_untracked();
    let state = page.card(&card.id);
    let (id, title) = (card.id, StoredValue::new(card.title.clone()));
    let boxes = move || {
        let boxes = NOTES.map(|text| {
            view! { <Written page id=id.clone() of=title.get_value() text/> }
        });
        view! { <div class="flow" role="group" aria-label=title.get_value()>{boxes}</div> }
    };
    view! {
        <Folded
            id=format!("texts-{}", card.slug)
            class="note"
            summary="Notes and help"
            of=card.title
            open=state.notes_open
        >
            {boxes.clone()()}
        </Folded>
    }
}

/// Everything else, folded away.
#[component]
pub fn More(page: PlanState, card: Memo<Card>, heading: NodeRef<html::H2>) -> impl IntoView {
    let first = card.get_untracked();
    let state = page.card(&first.id);
    let title = StoredValue::new(first.title.clone());
    view! {
        <Folded
            id=format!("change-{}", first.slug)
            class="note"
            summary="Change this action"
            of=first.title
            open=state.change_open
        >
            <div class="flow" role="group" aria-label=title.get_value()>
                <Pin page card heading/>
                <OtherWays page card heading/>
                <BetterLink page card/>
                <TakeOut page card heading/>
                <NotForMe page card heading/>
            </div>
        </Folded>
    }
}

#[component]
fn Pin(page: PlanState, card: Memo<Card>, heading: NodeRef<html::H2>) -> impl IntoView {
    let title = card.with_untracked(|card| card.title.clone());
    let label = move || match card.with(|card| card.pinned) {
        true => "No longer keep at the top",
        false => "Keep at the top",
    };
    let press = move |_| {
        let (id, title, was) =
            card.with_untracked(|card| (card.id.clone(), card.title.clone(), card.pinned));
        if page.change(&id, ActionPart::Pinned(!was), |it| it.pinned != was) {
            let said = match was {
                true => "is no longer kept at the top",
                false => "is kept at the top",
            };
            page.rearrange(Some(&id), heading, format!("“{title}” {said}."));
        }
    };
    view! {
        <p>
            <button type="button" class="button plain" on:click=press>
                <span prop:textContent=label></span><Hidden>": " <bdi>{title}</bdi></Hidden>
            </button>
        </p>
    }
}

#[component]
fn OtherWays(page: PlanState, card: Memo<Card>, heading: NodeRef<html::H2>) -> impl IntoView {
    let ways = move || card.with(|card| card.other_ways.clone());
    let has_ways = Memo::new(move |_| card.with(|card| !card.other_ways.is_empty()));
    move || {
        has_ways.get().then(|| {
            view! {
                <h4>"Do this instead"</h4>
                <ul class="plain-list" role="list">
                    <For each=ways key=|way| way.clone() let(other)>
                        <li><OtherWay page card heading other/></li>
                    </For>
                </ul>
            }
        })
    }
}

#[component]
fn OtherWay(
    page: PlanState,
    card: Memo<Card>,
    heading: NodeRef<html::H2>,
    /// The action that takes the place, and its title.
    other: (ActionId, String),
) -> impl IntoView {
    let (other, way) = other;
    let title = card.with_untracked(|card| card.title.clone());
    let words = way.clone();
    let take = move |_| {
        let (id, title) = card.with_untracked(|card| (card.id.clone(), card.title.clone()));
        let part = ActionPart::Swapped(Some(other.clone()));
        if page.change(&id, part, |it| it.swapped.is_some()) {
            let said = format!("“{way}” takes the place of “{title}”, which is put aside.");
            page.rearrange(Some(&other), heading, said);
        }
    };
    view! {
        <button type="button" class="link-button" on:click=take>
            <bdi>{words}</bdi><Hidden>", instead of " <bdi>{title}</bdi></Hidden>
        </button>
    }
}

#[component]
fn BetterLink(page: PlanState, card: Memo<Card>) -> impl IntoView {
    let card = card.get_untracked();
    let resource = card.resource.clone()?;
    let state = page.card(&card.id);
    let of = resource.clone();
    let kept = page.session.memo(move |document| {
        let link = document.link(&of);
        link.map_or_else(String::new, |link| link.as_str().to_owned())
    });
    // What was typed and not taken stays when the card moves.
    let value = Signal::derive(move || state.link.get().unwrap_or_else(|| kept.get()));
    let problem = RwSignal::new(None::<String>);
    let said = RwSignal::new("");
    let field = NodeRef::<html::Input>::new();
    let press = move |_| {
        let url = value.get_untracked();
        said.set("");
        problem.set(address_problem(&url));
        if problem.with_untracked(Option::is_some) {
            focus_when_there(field);
            return;
        }
        said.set(use_link(page, &resource, &url));
        if kept.with_untracked(|kept| kept == url.trim()) {
            state.link.set(None);
        }
    };
    Some(view! {
        <h4>"This link does not work"</h4>
        <p>
            "Copy the title and provider above and search for them. If you find it, put the address here. If not, do something else instead, or put it aside."
        </p>
        <TextField
            id=format!("link-{}", card.slug)
            label="A better link"
            of=card.title.clone()
            hint="It begins with https:// or http://. Leave it empty to go back to the listed one."
            value
            limit=ADDRESS.most
            on_input=move |typed| state.link.set(Some(typed))
            problem
            node_ref=field
        />
        <p class="said" role="status" prop:textContent=said></p>
        <p>
            <button type="button" class="button plain" on:click=press>
                "Use this link"<Hidden>" for " <bdi>{card.title}</bdi></Hidden>
            </button>
        </p>
    })
}

/// Takes an address for a resource; what there is to say of it.
fn use_link(page: PlanState, resource: &ResourceId, url: &str) -> &'static str {
    page.session.change(Change::Link {
        resource: resource.clone(),
        url: url.to_owned(),
    });
    let url = url.trim();
    let is_kept = page.session.document(|document| {
        let link = document.link(resource);
        link.map_or("", |link| link.as_str()) == url
    });
    match (is_kept, url.is_empty()) {
        (false, _) => NOT_KEPT,
        (true, true) => "The listed link is used.",
        (true, false) => "Your link is used from now on.",
    }
}

/// Takes out a course the worker added. What was written about it stays, put
/// aside under the course's name.
#[component]
fn TakeOut(page: PlanState, card: Memo<Card>, heading: NodeRef<html::H2>) -> impl IntoView {
    let Card {
        id, title, course, ..
    } = card.get_untracked();
    let course = course?;
    let of = title.clone();
    let press = move |_| {
        if take_out(page, &id, &course, &title) {
            page.rearrange(None, heading, format!("“{title}” is taken out."));
        }
    };
    Some(view! {
        <p>
            <button type="button" class="button plain" on:click=press>
                "Remove this course"<Hidden>": " <bdi>{of}</bdi></Hidden>
            </button>
        </p>
    })
}

fn take_out(page: PlanState, id: &ActionId, course: &CourseId, title: &str) -> bool {
    page.session.change(Change::RemoveCourse(course.clone()));
    let (is_removed, is_written_on) = page.session.document(|document| {
        (
            document.course(course).is_none(),
            document.change(id).is_some(),
        )
    });
    if is_removed && is_written_on {
        page.change(id, ActionPart::Own(title.to_owned()), |it| it.own.is_some());
        let why = "I took this course out again.".to_owned();
        page.change(id, ActionPart::Dismissed(Some(why)), |it| it.dismissed);
    }
    page.tell(id, is_removed)
}

#[component]
fn NotForMe(page: PlanState, card: Memo<Card>, heading: NodeRef<html::H2>) -> impl IntoView {
    let first = card.get_untracked();
    let state = page.card(&first.id);
    // What was typed and not sent stays when the card moves.
    let value = Signal::derive(move || {
        let typed = state.why.get();
        typed.unwrap_or_else(|| card.with(|card| card.aside_because.clone()))
    });
    let (id, title) = (first.id, first.title.clone());
    let press = move |_| {
        let part = ActionPart::Dismissed(Some(value.get_untracked()));
        if page.change(&id, part, |it| it.dismissed) {
            state.why.set(None);
            let said = format!("“{title}” is put aside. You can bring it back under “Put aside”.");
            page.rearrange(None, heading, said);
        }
    };
    view! {
        <h4>"Not for me"</h4>
        <TextField
            id=format!("why-{}", first.slug)
            label="Why it is not for me"
            of=first.title.clone()
            hint="A few words help when you talk about your plan. You can leave this empty."
            value
            limit=REASON.most
            on_input=move |typed| state.why.set(Some(typed))
            free=true
        />
        <p>
            <button type="button" class="button plain" on:click=press>
                "Put it aside"<Hidden>": " <bdi>{first.title}</bdi></Hidden>
            </button>
        </p>
    }
}

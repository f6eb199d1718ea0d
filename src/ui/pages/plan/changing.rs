//! What the worker writes about an action, and what they make of it: kept at
//! the top, done another way, a better link, put aside.

use leptos::html;
use leptos::prelude::*;

use super::opened::{Opened, OpenedHere};
use super::state::PlanState;
use crate::app::plan_page::{Card, List, address_problem};
use crate::app::session::Change as Changed;
use crate::domain::document::{ActionChange, ActionEdit};
use crate::domain::ids::ResourceId;
use crate::domain::limits::{ADDRESS, NOTE, REASON};
use crate::ui::components::fields::{TextArea, TextField};
use crate::ui::components::{Each, Hidden, NOT_KEPT};
use crate::ui::drafts::{Draft, draft};
use crate::ui::focus::focus_when_there;

/// A text about an action.
#[derive(Clone, Copy)]
pub struct Text {
    name: &'static str,
    label: &'static str,
    part: fn(String) -> ActionEdit,
    of: fn(&ActionChange) -> &String,
}

/// What the worker learned when an action slipped.
pub const LEARNED: Text = Text {
    name: "learned",
    label: "What I learned when it slipped",
    part: ActionEdit::Learned,
    of: |change| &change.learned,
};

const NOTES: [Text; 3] = [
    Text {
        name: "notes",
        label: "My notes",
        part: ActionEdit::Notes,
        of: |change| &change.notes,
    },
    Text {
        name: "obstacles",
        label: "What might get in the way",
        part: ActionEdit::Obstacles,
        of: |change| &change.obstacles,
    },
    Text {
        name: "help",
        label: "Who can help",
        part: ActionEdit::Help,
        of: |change| &change.help,
    },
];

/// The box of one text, kept while it is typed.
#[component]
pub fn Written(
    state: PlanState,
    card: Memo<Card>,
    text: Text,
    #[prop(optional)] kept: Option<RwSignal<bool>>,
) -> impl IntoView {
    let (id, slug) = card.with_untracked(|it| (it.id.clone(), it.slug.clone()));
    let title = card.with_untracked(|it| it.title.clone());
    let of = id.clone();
    let value = state.session.memo(move |document| {
        document
            .change(&of)
            .map_or_else(String::new, |it| (text.of)(it).clone())
    });
    let write = move |typed: String| {
        let is_kept = state.change(&id, (text.part)(typed.clone()), |it| {
            it.map_or(typed.is_empty(), |it| *(text.of)(it) == typed)
        });
        if let Some(kept) = kept {
            kept.set(is_kept);
        }
    };
    view! {
        <TextArea
            id=format!("{}-{slug}", text.name)
            label=text.label
            label_of=title
            value
            limit=NOTE.most
            on_input=write
            rows=2
            free=true
        />
    }
}

/// The three boxes.
#[component]
pub fn Notes(state: PlanState, card: Memo<Card>, kept: RwSignal<bool>) -> impl IntoView {
    let (slug, title) = card.with_untracked(|it| (it.slug.clone(), it.title.clone()));
    let is_open = card.with_untracked(|it| state.card_state(&it.id).notes_open);
    view! {
        <details
            class="note"
            id=format!("texts-{slug}")
            open=is_open.get_untracked()
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>"Notes and help"<Hidden>{format!(": {title}")}</Hidden></summary>
            <div>
                <Show when=move || is_open.get()>
                    <OpenedHere state opened=Opened::Notes { card, kept }/>
                </Show>
            </div>
        </details>
    }
}

/// What is written there.
#[component]
pub fn WrittenNotes(state: PlanState, card: Memo<Card>, kept: RwSignal<bool>) -> impl IntoView {
    view! {
        <div class="flow" role="group" aria-label=card.with_untracked(|it| it.title.clone())>
            {NOTES.map(|text| view! { <Written state card text kept/> }).collect_view()}
        </div>
    }
}

/// Everything else, folded away.
#[component]
pub fn Change(
    state: PlanState,
    card: Memo<Card>,
    list: List,
    kept: RwSignal<bool>,
) -> impl IntoView {
    let (slug, title) = card.with_untracked(|it| (it.slug.clone(), it.title.clone()));
    let is_open = card.with_untracked(|it| state.card_state(&it.id).change_open);
    view! {
        <details
            class="note"
            id=format!("change-{slug}")
            open=is_open.get_untracked()
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>"Change this action"<Hidden>{format!(": {title}")}</Hidden></summary>
            <div>
                <Show when=move || is_open.get()>
                    <OpenedHere state opened=Opened::Change { card, list, kept }/>
                </Show>
            </div>
        </details>
    }
}

/// What is folded away.
#[component]
pub fn Changing(
    state: PlanState,
    card: Memo<Card>,
    list: List,
    kept: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <div class="flow" role="group" aria-label=card.with_untracked(|it| it.title.clone())>
            <Pin state card list kept/>
            <OtherWays state card list kept/>
            <BetterLink state card/>
            <TakeOut state card list kept/>
            <NotForMe state card list kept/>
        </div>
    }
}

#[component]
fn Pin(state: PlanState, card: Memo<Card>, list: List, kept: RwSignal<bool>) -> impl IntoView {
    let (id, title) = card.with_untracked(|it| (it.id.clone(), it.title.clone()));
    let of = title.clone();
    let pinned = Memo::new(move |_| card.with(|it| it.pinned));
    let press = move |_| {
        let wanted = !pinned.get_untracked();
        let is_kept = state.change(&id, ActionEdit::Pinned(wanted), |it| {
            it.is_some_and(|it| it.pinned) == wanted
        });
        kept.set(is_kept);
        if is_kept {
            let said = if wanted {
                "is kept at the top"
            } else {
                "is no longer kept at the top"
            };
            state.seek(Some(id.clone()), list, format!("“{title}” {said}."));
        }
    };
    let label = move || {
        if pinned.get() {
            "No longer keep at the top"
        } else {
            "Keep at the top"
        }
    };
    view! {
        <p>
            <button type="button" class="button plain" on:click=press>
                <span prop:textContent=label></span><Hidden>{format!(": {of}")}</Hidden>
            </button>
        </p>
    }
}

#[component]
fn OtherWays(
    state: PlanState,
    card: Memo<Card>,
    list: List,
    kept: RwSignal<bool>,
) -> impl IntoView {
    let (id, title) = card.with_untracked(|it| (it.id.clone(), it.title.clone()));
    let ways = Memo::new(move |_| card.with(|it| it.other_ways.clone()));
    let way = move |(other, words): (crate::domain::ids::ActionId, String)| {
        let (id, title, label) = (id.clone(), title.clone(), words.clone());
        let instead_of = format!(", instead of {title}");
        let press = move |_| {
            let is_kept = state.change(&id, ActionEdit::Swapped(Some(other.clone())), |it| {
                it.is_some_and(|it| it.swapped.is_some())
            });
            kept.set(is_kept);
            if is_kept {
                let said = format!("“{words}” takes the place of “{title}”, which is put aside.");
                state.seek(Some(other.clone()), list, said);
            }
        };
        view! { <li><button type="button" class="link-button" on:click=press>{label}<Hidden>{instead_of}</Hidden></button></li> }
    };
    view! {
        <Show when=move || ways.with(|ways| !ways.is_empty())>
            <h4>"Do this instead"</h4>
            <ul class="plain-list" role="list">
                <Each each=move || ways.get() key=|way| way.0.clone() children=way.clone()/>
            </ul>
        </Show>
    }
}

#[component]
fn BetterLink(state: PlanState, card: Memo<Card>) -> impl IntoView {
    let draft = card.with_untracked(|it| draft(format!("link {}", it.id)));
    card.with_untracked(|it| {
        it.resource
            .clone()
            .map(|resource| (resource, it.slug.clone(), it.title.clone()))
    })
    .map(|(resource, slug, title)| view! { <LinkForm state resource slug title draft/> })
}

#[component]
fn LinkForm(
    state: PlanState,
    resource: ResourceId,
    slug: String,
    title: String,
    /// What is typed and not used yet.
    draft: Draft,
) -> impl IntoView {
    let of = resource.clone();
    let stands = state.session.memo(move |document| {
        document
            .link(&of)
            .map_or_else(String::new, |link| link.as_str().to_owned())
    });
    let typed = Signal::derive(move || draft.get().unwrap_or_else(|| stands.get()));
    let said = RwSignal::new(None::<&'static str>);
    let problem = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let press = move |_| {
        let url = typed.get_untracked();
        let wrong = address_problem(&url);
        problem.set(wrong.clone());
        said.set(None);
        if wrong.is_some() {
            return focus_when_there(field);
        }
        state.session.change(Changed::Link {
            resource: resource.clone(),
            url: url.clone(),
        });
        let is_kept = stands.get_untracked() == url.trim();
        if is_kept {
            draft.set(None);
        }
        said.set(Some(match (is_kept, url.trim().is_empty()) {
            (false, _) => NOT_KEPT,
            (true, true) => "The listed link is used.",
            (true, false) => "Your link is used from now on.",
        }));
    };
    view! {
        <h4>"This link does not work"</h4>
        <p>"Copy the title and provider above and search for them. If you find it, put the address here. If not, do something else instead, or put it aside."</p>
        <TextField
            id=format!("link-{slug}")
            label="A better link"
            label_of=title.clone()
            hint="It begins with https:// or http://. Leave it empty to go back to the listed one."
            value=typed
            limit=ADDRESS.most
            on_input=move |text| draft.set(Some(text))
            problem
            node_ref=field
        />
        <p class="said" role="status" prop:textContent=move || said.get().unwrap_or_default()></p>
        <p>
            <button type="button" class="button plain" on:click=press>
                "Use this link"<Hidden>{format!(" for {title}")}</Hidden>
            </button>
        </p>
    }
}

/// Takes out a course the worker added. What was written about it stays, put
/// aside under the course's name.
#[component]
fn TakeOut(state: PlanState, card: Memo<Card>, list: List, kept: RwSignal<bool>) -> impl IntoView {
    let (id, title, course) =
        card.with_untracked(|it| (it.id.clone(), it.title.clone(), it.course.clone()));
    course.map(|course| {
        let of = title.clone();
        let press = move |_| {
            state.session.change(Changed::RemoveCourse(course.clone()));
            let (removed, touched) = state.session.document(|document| {
                (
                    document.course(&course).is_none(),
                    document.change(&id).is_some(),
                )
            });
            kept.set(removed);
            if !removed {
                return;
            }
            if touched {
                state.change(&id, ActionEdit::Own(title.clone()), |_| true);
                let why = "I took this course out again.".to_owned();
                state.change(&id, ActionEdit::Dismissed(Some(why)), |_| true);
            }
            state.seek(None, list, format!("“{title}” is taken out."));
        };
        view! {
            <p>
                <button type="button" class="button plain" on:click=press>
                    "Remove this course"<Hidden>{format!(": {of}")}</Hidden>
                </button>
            </p>
        }
    })
}

#[component]
fn NotForMe(state: PlanState, card: Memo<Card>, list: List, kept: RwSignal<bool>) -> impl IntoView {
    let (id, slug, title) =
        card.with_untracked(|it| (it.id.clone(), it.slug.clone(), it.title.clone()));
    let draft = draft(format!("why {id}"));
    let because = move || card.with(|it| it.aside_because.clone());
    let why = Signal::derive(move || draft.get().unwrap_or_else(because));
    let of = title.clone();
    let press = move |_| {
        let reason = Some(why.get_untracked());
        let is_kept = state.change(&id, ActionEdit::Dismissed(reason), |it| {
            it.is_some_and(|it| it.dismissed)
        });
        kept.set(is_kept);
        if is_kept {
            draft.set(None);
            let said = format!("“{title}” is put aside. You can bring it back under “Put aside”.");
            state.seek(None, list, said);
        }
    };
    view! {
        <h4>"Not for me"</h4>
        <TextField
            id=format!("why-{slug}")
            label="Why it is not for me"
            label_of=of.clone()
            hint="A few words help when you talk about your plan. You can leave this empty."
            value=why
            limit=REASON.most
            on_input=move |text| draft.set(Some(text))
            free=true
        />
        <p>
            <button type="button" class="button plain" on:click=press>
                "Put it aside"<Hidden>{format!(": {of}")}</Hidden>
            </button>
        </p>
    }
}

//! What was said of a competency before.

use leptos::html;
use leptos::prelude::*;

use super::state::{Part, PutBack, RatingState};
use crate::app::assess::EarlierEntry;
use crate::domain::document::Entry;
use crate::domain::framework::bundled;
use crate::domain::ids::EntryId;
use crate::ui::components::Each;
use crate::ui::focus::focus_when_there;

/// How many are shown at once; a browser takes its time over a long page with
/// every letter somebody types, and what is folded away costs nothing.
const SHOWN: usize = 5;

/// What was said before, newest first.
#[component]
pub fn EarlierRatings(state: RatingState) -> impl IntoView {
    // Compared where they are and copied only if they changed: a thousand of
    // them must not slow down what is typed above.
    let entries = Memo::new_owning(move |before: Option<Vec<Entry>>| {
        let sitting = state.sitting.read();
        state.session.read(|document| {
            let now = sitting.earlier(document);
            match before {
                Some(before) if before == now => (before, false),
                _ => (now.to_vec(), true),
            }
        })
    });
    let ids = move |from: usize, most: usize| {
        Signal::derive(move || {
            entries.with(|all| {
                let newest_first = all.iter().rev().skip(from).take(most);
                newest_first
                    .map(|entry| entry.id.clone())
                    .collect::<Vec<_>>()
            })
        })
    };
    let recent = ids(0, SHOWN);
    let older = ids(SHOWN, usize::MAX);
    let is_empty = Memo::new(move |_| entries.with(Vec::is_empty));
    let has_older = Memo::new(move |_| entries.with(|all| all.len() > SHOWN));
    let count_older = move || {
        entries.with(|all| {
            let first = all.first().map_or(String::new(), |first| first.date.long());
            format!("{} more, back to {first}", all.len().saturating_sub(SHOWN))
        })
    };
    // A thousand of them take a slow device a second to draw.
    let older_wanted = RwSignal::new(false);
    let part = NodeRef::<html::Div>::new();
    let look_here = Callback::new(move |()| focus_when_there(part));
    move || {
        (!is_empty.get()).then(|| {
            view! {
                <div class="flow" id="earlier" node_ref=part>
                    <h2>"Earlier ratings"</h2>
                    <PutBack state of=Part::Earlier then=look_here/>
                    <EarlierList state entries ids=recent on_taken_out=look_here/>
                    {move || has_older.get().then(|| view! {
                        <details on:toggle:capture=move |_| older_wanted.set(true)>
                            <summary prop:textContent=count_older></summary>
                            {move || older_wanted.get().then(|| view! {
                                <EarlierList state entries ids=older on_taken_out=look_here/>
                            })}
                        </details>
                    })}
                </div>
            }
        })
    }
}

#[component]
fn EarlierList(
    state: RatingState,
    entries: Memo<Vec<Entry>>,
    ids: Signal<Vec<EntryId>>,
    on_taken_out: Callback<()>,
) -> impl IntoView {
    view! {
        <ul class="earlier" role="list">
            <Each each=move || ids.get() key=EntryId::clone let:id>
                <EarlierEntry state entries id on_taken_out/>
            </Each>
        </ul>
    }
}

#[component]
fn EarlierEntry(
    state: RatingState,
    entries: Memo<Vec<Entry>>,
    id: EntryId,
    on_taken_out: Callback<()>,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let find = move || {
        entries
            .with(|all| id.with_value(|id| all.iter().rev().find(|entry| entry.id == *id).cloned()))
    };
    let said = Memo::new(move |_| {
        find().map_or_else(EarlierEntry::default, |entry| {
            EarlierEntry::of(bundled(), &entry)
        })
    });
    let has_words = Memo::new(move |_| said.with(|said| said.has_words));
    let date = move || said.with(|said| said.date.clone());
    let take_out = move |_| {
        if let Some(was) = untrack(find) {
            state.take_out_entry(Part::Earlier, was);
        }
        on_taken_out.run(());
    };
    view! {
        <li>
            <p prop:textContent=move || said.with(|it| format!("{}: {}", it.date, it.rating))></p>
            {move || has_words.get().then(|| view! {
                <details>
                    <summary>"What I wrote" <span class="visually-hidden" prop:textContent=move || format!(" on {}", date())></span></summary>
                    <p class="written" dir="auto" prop:textContent=move || said.with(|it| it.reflection.clone())></p>
                    {move || said.with(|it| it.evidence.clone()).into_iter().map(|evidence| view! {
                        <p class="written" dir="auto" prop:textContent=evidence></p>
                    }).collect_view()}
                    <button type="button" class="link-button" on:click=take_out>
                        "Take out this answer and what I wrote"
                        <span class="visually-hidden" prop:textContent=move || format!(" of {}", date())></span>
                    </button>
                </details>
            })}
        </li>
    }
}

//! Evidence under a rating: what, when, and a link. Kept while it is typed.

use leptos::html;
use leptos::prelude::*;

use super::state::{Part, PutBack, RatingState};
use crate::app::assess;
use crate::domain::document::{ChangeError, Entry, EntryChange, Evidence};
use crate::domain::ids::EvidenceId;
use crate::domain::limits::{ADDRESS, EVIDENCE, EVIDENCE_WHAT, EVIDENCE_WHEN};
use crate::domain::web_address::WebAddress;
use crate::platform::clock;
use crate::ui::components::Each;
use crate::ui::components::fields::{TextArea, TextField};
use crate::ui::focus::focus_when_there;

/// The evidence of the entry that is shown, to add to, change and remove.
#[component]
pub fn EvidenceList(state: RatingState) -> impl IntoView {
    let add = NodeRef::<html::Button>::new();
    let pieces = Memo::new(move |before: Option<&Vec<(EvidenceId, usize)>>| {
        let mut ids: Vec<EvidenceId> = state.read(|entry| {
            let evidence = entry.map_or(&[][..], |entry| &entry.evidence);
            evidence.iter().map(|it| it.id.clone()).collect()
        });
        ids.extend(state.new_piece.get().filter(|id| !ids.contains(id)));
        assess::numbered(before.map_or(&[], Vec::as_slice), ids)
    });
    let has_room = Memo::new(move |_| pieces.with(|pieces| pieces.len() < EVIDENCE.most));
    let remove = Callback::new(move |id: EvidenceId| {
        if state.new_piece.get_untracked().as_ref() == Some(&id) {
            state.new_piece.set(None);
        }
        if let Some(piece) = state.entry(|entry| find(entry, &id).cloned()) {
            let back = EntryChange::Evidence(piece);
            state.take_out_of_shown(Part::Evidence, EntryChange::RemoveEvidence(id), back);
        }
        focus_when_there(add);
    });
    let begin = move |_| {
        let id = EvidenceId::new(clock::random_word());
        state.new_piece.set(Some(id));
    };
    view! {
        <div class="flow">
            <p id="evidence-hint">
                "One real conversation or piece of work that your rating rests on, with nobody named. You may leave this out."
            </p>
            <div class="flow" id="evidence">
                <Each each=move || pieces.get() key=|piece| piece.clone() let:piece>
                    <Piece
                        state
                        id=piece.0.clone()
                        field_number=piece.1
                        place=Signal::derive(move || {
                            pieces.with(|all| all.iter().position(|it| *it == piece))
                        })
                        on_remove=remove
                    />
                </Each>
                <PutBack state of=Part::Evidence then=Callback::new(move |()| focus_when_there(add))/>
                {move || has_room.get().then(|| view! {
                    <button type="button" class="button plain" id="evidence-add" node_ref=add on:click=begin>
                        "Add evidence"
                    </button>
                })}
            </div>
        </div>
    }
}

fn find<'a>(entry: Option<&'a Entry>, id: &EvidenceId) -> Option<&'a Evidence> {
    entry?.evidence.iter().find(|it| it.id == *id)
}

/// What the fields of a piece show.
#[derive(Clone, Default, PartialEq)]
struct Texts {
    what: String,
    when: String,
    link: String,
}

/// One piece of evidence. Whatever is typed is kept at once; a link that is
/// no web address stays in its field and says so.
#[component]
fn Piece(
    state: RatingState,
    id: EvidenceId,
    /// Names the fields, for as long as they are shown.
    field_number: usize,
    /// Where it stands now.
    place: Signal<Option<usize>>,
    on_remove: Callback<EvidenceId>,
) -> impl IntoView {
    let what = NodeRef::<html::Textarea>::new();
    if state.new_piece.get_untracked().as_ref() == Some(&id) {
        focus_when_there(what);
    }
    let id = StoredValue::new(id);
    let kept = Memo::new(move |_| {
        let texts = |it: &Evidence| Texts {
            what: it.what.clone(),
            when: it.when.clone(),
            link: it.link.as_ref().map_or("", WebAddress::as_str).to_owned(),
        };
        let id = id.get_value();
        state.read(|entry| find(entry, &id).map_or_else(Texts::default, texts))
    });
    // Only what is typed changes; the rest stays as it is kept.
    let piece = move || {
        let id = id.get_value();
        let kept = state.entry(|entry| find(entry, &id).cloned());
        kept.unwrap_or_else(|| Evidence::new(id, "", "", None))
    };
    let change = move |with: &dyn Fn(&mut Evidence)| {
        let mut piece = piece();
        with(&mut piece);
        state.change(EntryChange::Evidence(piece));
    };
    let type_what = move |text: String| change(&|it| it.what.clone_from(&text));
    let type_when = move |text: String| change(&|it| it.when.clone_from(&text));
    let not_kept = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let type_link = move |text: String| {
        let link = WebAddress::parse(&text);
        if link.is_none() && !text.trim().is_empty() {
            not_kept.set(Some(text));
            return;
        }
        not_kept.set(None);
        problem.set(None);
        if link != piece().link {
            change(&|it| it.link.clone_from(&link));
        }
    };
    let leave_link = move |()| {
        problem.set(not_kept.get_untracked().map(|text| {
            format!(
                "This link is not saved yet. {}",
                ChangeError::NotAWebAddress { text }.sentence()
            )
        }));
    };
    let link = Signal::derive(move || {
        not_kept
            .get()
            .unwrap_or_else(|| kept.with(|kept| kept.link.clone()))
    });
    let field = |part: &str| format!("evidence-{field_number}-{part}");
    let number = move || place.get().map_or(field_number, |place| place + 1);
    view! {
        <fieldset class="question piece">
            <legend prop:textContent=move || format!("Evidence {}", number())></legend>
            <TextArea
                id=field("what")
                label="What happened"
                value=Signal::derive(move || kept.with(|kept| kept.what.clone()))
                limit=EVIDENCE_WHAT.most
                on_input=type_what
                rows=3
                free=true
                node_ref=what
            />
            <TextField
                id=field("when")
                label="When"
                hint="In your words: “last week”, “14 November”."
                value=Signal::derive(move || kept.with(|kept| kept.when.clone()))
                limit=EVIDENCE_WHEN.most
                on_input=type_when
            />
            <TextField
                id=field("link")
                label="Link, if there is one"
                hint="To a note of your own, for example. It begins with https:// or http://."
                value=link
                limit=ADDRESS.most
                on_input=type_link
                on_leave=leave_link
                problem
            />
            <button type="button" class="link-button" on:click=move |_| on_remove.run(id.get_value())>
                "Remove"
                <span class="visually-hidden" prop:textContent=move || format!(" evidence {}", number())></span>
            </button>
        </fieldset>
    }
}

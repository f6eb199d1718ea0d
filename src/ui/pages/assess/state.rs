//! What the parts of the page of one competency share.

use leptos::prelude::*;

use crate::app::assess::Sitting;
use crate::app::session::Change;
use crate::domain::document::{Entry, EntryChange, WhichEntry};
use crate::domain::framework::model::Competency;
use crate::domain::ids::{EntryId, EvidenceId};
use crate::platform::clock;
use crate::ui::session::SessionContext;

/// One competency while it is rated. What is shown is worked out from the
/// document and the sitting, and from nothing else.
#[derive(Clone, Copy)]
pub struct RatingState {
    pub session: SessionContext,
    pub competency: &'static Competency,
    pub sitting: RwSignal<Sitting>,
    /// A piece of evidence to write in, until something is.
    pub new_piece: RwSignal<Option<EvidenceId>>,
    /// What was taken out last, to put back until the page is left.
    taken: RwSignal<Option<Taken>>,
}

/// Something taken out, and the change that brings it back.
#[derive(Clone)]
struct Taken {
    of: Part,
    entry: EntryId,
    back: EntryChange,
}

/// What can be taken out.
#[derive(Clone, Copy, PartialEq)]
pub enum Part {
    Evidence,
    Earlier,
}

impl RatingState {
    /// Begins a sitting: what is rated on this page today is one entry.
    pub fn new(session: SessionContext, competency: &'static Competency) -> Self {
        let sitting = session.document(|document| Sitting::begin(document, competency.id.clone()));
        Self {
            session,
            competency,
            sitting: RwSignal::new(sitting),
            new_piece: RwSignal::new(None),
            taken: RwSignal::new(None),
        }
    }

    /// Reads the entry that is shown within a memo; None where there is none.
    pub fn read<T>(self, read: impl FnOnce(Option<&Entry>) -> T) -> T {
        self.session
            .read(|document| self.sitting.with(|sitting| read(sitting.entry(document))))
    }

    /// The entry that is shown, as it is now, for what answers an event.
    pub fn entry<T>(self, read: impl FnOnce(Option<&Entry>) -> T) -> T {
        self.session.document(|document| {
            self.sitting
                .with_untracked(|sitting| read(sitting.entry(document)))
        })
    }

    /// Changes the entry that is written in, or begins it.
    pub fn change(self, change: EntryChange) {
        let new = EntryId::new(clock::random_word());
        let mut sitting = self.sitting.get_untracked();
        let which = self
            .session
            .document(|document| sitting.which(document, new));
        self.send(which, change);
        self.session.document(|document| sitting.wrote(document));
        if self.sitting.with_untracked(|before| *before != sitting) {
            self.sitting.set(sitting);
        }
    }

    fn send(self, which: WhichEntry, change: EntryChange) {
        self.session.change(Change::Rate {
            competency: self.competency.id.clone(),
            which,
            change,
        });
    }

    /// Begins to rate again, or goes back to what was said before.
    pub fn rate_again(self, again: bool) {
        self.taken.set(None);
        self.new_piece.set(None);
        self.session.document(|document| {
            self.sitting.update(|sitting| {
                if again {
                    sitting.rate_again(document);
                } else {
                    sitting.go_back();
                }
            });
        });
    }

    /// Takes something out of the entry that is shown.
    pub fn take_out_of_shown(self, of: Part, change: EntryChange, back: EntryChange) {
        self.change(change);
        let entry = self.entry(|entry| entry.map(|entry| entry.id.clone()));
        self.taken.set(entry.map(|entry| Taken { of, entry, back }));
    }

    /// Takes out all that an entry says.
    pub fn take_out_entry(self, of: Part, was: Entry) {
        let entry = was.id.clone();
        self.send(WhichEntry::Existing(entry.clone()), EntryChange::Blank);
        let back = EntryChange::PutBack(Box::new(was));
        self.taken.set(Some(Taken { of, entry, back }));
    }

    fn put_back(self) {
        let taken = self.taken.try_update(Option::take).flatten();
        if let Some(taken) = taken {
            self.send(WhichEntry::Existing(taken.entry), taken.back);
        }
    }
}

/// That something was taken out, and the button that puts it back.
#[component]
pub fn PutBack(state: RatingState, of: Part, then: Callback<()>) -> impl IntoView {
    let is_here = move || {
        let is_it = |taken: &Option<Taken>| taken.as_ref().is_some_and(|it| it.of == of);
        state.taken.with(is_it)
    };
    let press = move |_| {
        state.put_back();
        then.run(());
    };
    move || {
        is_here().then(|| {
            view! {
                <p role="status">
                    "It was taken out. "
                    <button type="button" class="link-button" on:click=press>"Put it back"</button>
                </p>
            }
        })
    }
}

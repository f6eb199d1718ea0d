//! What is searched for. It lives as long as the program, so that coming
//! back from a topic finds the list as it was left.

use leptos::prelude::*;

use crate::app::resource_search::{Filter, Index, Query};
use crate::domain::framework::bundled;
use crate::domain::ids::ResourceId;
use crate::ui::components::{Choice, filter};
use crate::ui::kept::{Kept, then, value};

/// The query and, for each resource, whether it is found.
#[derive(Clone, Copy)]
pub struct Search(Kept<State>);

#[derive(Default)]
struct State {
    query: Query,
    /// Prepared at the first search, not while the program starts.
    index: Option<Index>,
    found: Vec<bool>,
}

impl Search {
    pub fn new() -> Search {
        Search(Kept::new(State::default()))
    }

    /// Reads, for each resource, whether it is found.
    pub fn found<T>(self, read: impl FnOnce(&[bool]) -> T) -> T {
        self.0.with(|state| read(&state.found))
    }

    fn change(self, change: impl FnOnce(&mut Query)) {
        self.0.update(|state| {
            change(&mut state.query);
            let index = state.index.get_or_insert_with(|| Index::new(bundled()));
            state.found = index.find(&state.query);
        });
    }

    /// Gets ready. Drops the search if it would hide the resource somebody
    /// asked for.
    pub fn begin(self, opened: Option<&ResourceId>) {
        let place = opened.and_then(|id| bundled().resources.iter().position(|r| &r.id == id));
        let shown = self.0.quietly(|state| {
            let shown = |place: usize| state.found.get(place) == Some(&true);
            !state.found.is_empty() && (opened.is_none() || place.is_some_and(shown))
        });
        if !shown {
            self.change(|query| *query = Query::default());
        }
    }

    /// The search box and the filters.
    pub fn form(&self) -> AnyView {
        let search = *self;
        let words = move || search.0.with(|state| state.query.words.clone());
        let none = move || search.0.with(|state| state.query == Query::default());
        view! {
            <div role="search" aria-label="Training resources" class="flow">
                <div class="field">
                    <label for="resource-words">"Search"</label>
                    <p class="hint" id="resource-words-hint">"A word from the title, the provider, the description or what it helps with"</p>
                    <input
                        id="resource-words"
                        type="search"
                        class="input"
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby="resource-words-hint"
                        prop:value=value(words)
                        on:input=then(move |event| {
                            search.change(|query| query.words = event_target_value(&event));
                        })
                    />
                </div>
                <div class="filters">
                    {Filter::ALL.map(|filter| self.select(filter)).collect_view()}
                </div>
                <p>
                    <button
                        type="button"
                        class="link-button"
                        prop:hidden=value(none)
                        on:click=then(move |_| search.change(|query| *query = Query::default()))
                    >
                        "Clear the search and filters"
                    </button>
                </p>
            </div>
        }
        .into_any()
    }

    fn select(&self, which: Filter) -> AnyView {
        let (id, label, any) = match which {
            Filter::Stage => ("filter-stage", "Stage", "Any stage"),
            Filter::Kind => ("filter-kind", "Kind", "Any kind"),
            Filter::Role => ("filter-role", "Role", "Any role"),
            Filter::Area => ("filter-area", "Area", "Any area"),
            Filter::HelpsWith => ("filter-helps-with", "Helps with", "Anything"),
        };
        let search = *self;
        let options = search.0.quietly(|state| {
            let choices = state.index.iter().flat_map(|index| index.choices(which));
            choices
                .map(|choice| Choice {
                    label: format!("{} ({})", choice.label, choice.count()),
                    group: choice.group.clone(),
                })
                .collect()
        });
        let chosen = move || search.0.with(|state| state.query.chosen[which as usize]);
        filter(
            id,
            label,
            any,
            options,
            value(move || chosen().map_or(String::new(), |place| place.to_string())),
            move |place| search.change(|query| query.chosen[which as usize] = place),
        )
    }
}

//! What is searched for. It lives as long as the program, so that coming
//! back from a topic finds the list as it was left.

use leptos::prelude::*;

use crate::app::resource_search::{Filter, Index, Query};
use crate::domain::framework::bundled;
use crate::domain::ids::ResourceId;
use crate::ui::components::{Choice, filter};

/// How many are shown until somebody asks for all: few enough that the browser
/// lays them out anew within a frame of each keystroke.
const FIRST: usize = 20;

/// The query and, for each resource, whether it is found, and shown.
#[derive(Clone, Copy)]
pub struct Search {
    query: RwSignal<Query>,
    index: StoredValue<Option<Index>>,
    /// All that is found is shown, not only the first.
    all: RwSignal<bool>,
    pub found: Memo<Vec<bool>>,
    pub shown: Memo<Vec<bool>>,
}

impl Search {
    pub fn new() -> Search {
        let query = RwSignal::new(Query::default());
        // Prepared at the first search, not while the program starts.
        let index = StoredValue::new(None);
        let found = Memo::new(move |_| query.with(|query| with_index(index, |i| i.find(query))));
        let all = RwSignal::new(false);
        let shown = Memo::new(move |_| {
            let mut room = if all.get() { usize::MAX } else { FIRST };
            let mut shown = found.get();
            for each in &mut shown {
                *each = *each && room > 0;
                room -= usize::from(*each);
            }
            shown
        });
        Search {
            query,
            index,
            all,
            found,
            shown,
        }
    }

    /// Another query: its first results are shown.
    fn ask(&self, change: impl FnOnce(&mut Query)) {
        self.all.set(false);
        self.query.update(change);
    }

    /// Shows all that is found; returns the place of the first that was not
    /// shown before.
    pub fn show_all(&self) -> Option<usize> {
        let before = self.shown.get_untracked();
        self.all.set(true);
        let found = self.found.get_untracked();
        (0..found.len()).find(|place| found[*place] && !before[*place])
    }

    /// Drops the search if it would hide the resource somebody asked for.
    pub fn make_room_for(&self, id: &ResourceId) {
        let place = bundled().resources.iter().position(|r| &r.id == id);
        let is_in =
            |list: Memo<Vec<bool>>| place.is_some_and(|place| list.with_untracked(|it| it[place]));
        if !is_in(self.found) {
            self.ask(|query| *query = Query::default());
        }
        if !is_in(self.shown) {
            self.all.set(true);
        }
    }

    /// The search box and the filters.
    pub fn form(&self) -> AnyView {
        let (search, query) = (*self, self.query);
        let any = move || query.with(|q| *q != Query::default());
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
                        prop:value=move || query.with(|q| q.words.clone())
                        on:input=move |event| {
                            search.ask(|q| q.words = event_target_value(&event));
                        }
                    />
                </div>
                <div class="filters">
                    {Filter::ALL.map(|filter| self.select(filter)).collect_view()}
                </div>
                <p>
                    <button
                        type="button"
                        class="link-button"
                        prop:hidden=move || !any()
                        on:click=move |_| search.ask(|q| *q = Query::default())
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
        let options = with_index(self.index, |index| {
            index
                .choices(which)
                .iter()
                .map(|choice| Choice {
                    label: format!("{} ({})", choice.label, choice.count()),
                    group: choice.group.clone(),
                })
                .collect()
        });
        let (search, query) = (*self, self.query);
        filter(
            id,
            label,
            any,
            options,
            Signal::derive(move || query.with(|q| q.chosen[which as usize])),
            Callback::new(move |place| search.ask(|q| q.chosen[which as usize] = place)),
        )
    }
}

fn with_index<T>(index: StoredValue<Option<Index>>, use_it: impl FnOnce(&Index) -> T) -> T {
    if index.with_value(Option::is_none) {
        index.set_value(Some(Index::new(bundled())));
    }
    index.with_value(|index| use_it(index.as_ref().expect("just prepared")))
}

//! What is searched for, and the form that asks for it.

use leptos::html;
use leptos::prelude::*;

use crate::app::resource_list::{ListQuery, Listed};
use crate::app::resource_search::{Filter, index};
use crate::ui::components::{Select, SelectOption};
use crate::ui::focus::focus_when_there;

/// What somebody asked of the list. It lives as long as the session, so that
/// coming back from a topic finds the list as it was left.
#[derive(Clone, Copy)]
pub struct Search(RwSignal<ListQuery>);

impl Search {
    /// Nothing asked yet.
    pub fn new() -> Search {
        Search(RwSignal::new(ListQuery::default()))
    }

    /// What the list shows.
    pub fn listed(self) -> Memo<Listed> {
        Memo::new(move |_| self.0.with(|asked| Listed::new(index(), asked)))
    }

    /// Shows all that is found.
    pub fn show_all(self) {
        self.0.update(|asked| asked.all = true);
    }

    /// Drops what would hide the resource at this place.
    pub fn bring_to_light(self, place: usize) {
        self.0.update(|asked| asked.bring_to_light(index(), place));
    }
}

/// The search box and the filters.
#[component]
pub fn SearchForm(search: Search) -> impl IntoView {
    let asked = search.0;
    let field = NodeRef::<html::Input>::new();
    // What is typed stands there already; only another's words are shown anew.
    Effect::new(move |_| {
        let words = asked.with(|asked| asked.query.words.clone());
        if let Some(field) = field.get()
            && field.value() != words
        {
            field.set_value(&words);
        }
    });
    // The button hides with what it clears, so the focus goes to the box.
    let clear = move |_| {
        asked.set(ListQuery::default());
        focus_when_there(field);
    };
    let filters = Filter::ALL.map(|filter| view! { <FilterBy filter asked/> });
    view! {
        <div role="search" aria-label="Training resources" class="flow">
            <div class="field">
                <label for="resource-words">"Search"</label>
                <p class="hint" id="resource-words-hint">
                    "A word from the title, the provider, the description or what it helps with"
                </p>
                <input
                    node_ref=field
                    id="resource-words"
                    type="search"
                    class="input"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="resource-words-hint"
                    on:input=move |event| asked.update(|asked| asked.search(event_target_value(&event)))
                />
            </div>
            <div class="filters">{filters}</div>
            <p>
                <button
                    type="button"
                    class="link-button"
                    hidden=move || asked.with(ListQuery::is_everything)
                    on:click=clear
                >
                    "Clear the search and filters"
                </button>
            </p>
        </div>
    }
}

#[component]
fn FilterBy(filter: Filter, asked: RwSignal<ListQuery>) -> impl IntoView {
    let (id, label, none) = match filter {
        Filter::Stage => ("filter-stage", "Stage", "Any stage"),
        Filter::Kind => ("filter-kind", "Kind", "Any kind"),
        Filter::Role => ("filter-role", "Role", "Any role"),
        Filter::Area => ("filter-area", "Area", "Any area"),
        Filter::HelpsWith => ("filter-helps-with", "Helps with", "Anything"),
    };
    let options = index().choices(filter).iter().map(|choice| SelectOption {
        label: format!("{} ({})", choice.label, choice.count()),
        group: choice.group.clone(),
    });
    // A memo, so that two hundred options do not follow every letter typed.
    let chosen = Memo::new(move |_| asked.with(|asked| asked.query.chosen[filter as usize]));
    view! {
        <Select
            id
            label
            none
            options=options.collect()
            chosen
            on_choose=move |place| asked.update(|asked| asked.narrow(filter, place))
        />
    }
}

//! What is searched for. It lives as long as the program, so that coming
//! back from a topic finds the list as it was left.

use leptos::prelude::event_target_value;

use crate::app::resource_search::{Filter, Index, Query};
use crate::domain::framework::bundled;
use crate::domain::ids::ResourceId;
use crate::ui::components::form::button;
use crate::ui::components::{Choice, filter};
use crate::ui::element::{Element, each, el};
use crate::ui::kept::Kept;

/// How many are shown until somebody asks for all: few enough that the browser
/// lays them out anew within a frame of each keystroke.
const FIRST: usize = 20;

/// The search, for pages.
#[derive(Clone, Copy)]
pub struct Search(Kept<State>);

#[derive(Default)]
struct State {
    query: Query,
    /// Prepared at the first search, not while the program starts.
    index: Option<Index>,
    /// All that is found is shown, not only the first.
    all: bool,
    /// For each resource, whether it is found, and shown.
    found: Vec<bool>,
    shown: Vec<bool>,
}

impl State {
    fn find(&mut self) {
        let index = self.index.get_or_insert_with(|| Index::new(bundled()));
        self.found = index.find(&self.query);
        self.show();
    }

    fn show(&mut self) {
        let mut room = if self.all { usize::MAX } else { FIRST };
        self.shown = self.found.clone();
        for each in &mut self.shown {
            *each = *each && room > 0;
            room -= usize::from(*each);
        }
    }
}

impl Search {
    pub fn new() -> Search {
        Search(Kept::new(State::default()))
    }

    /// How many are found, and shown.
    pub fn counts(self) -> (usize, usize) {
        let count = |marked: &[bool]| marked.iter().filter(|it| **it).count();
        self.0
            .with(|state| (count(&state.found), count(&state.shown)))
    }

    /// Whether the resource at this place is shown.
    pub fn shows(self, place: usize) -> bool {
        self.0.with(|state| state.shown[place])
    }

    /// Another query: its first results are shown.
    fn ask(self, change: impl FnOnce(&mut Query)) {
        self.0.update(|state| {
            state.all = false;
            change(&mut state.query);
            state.find();
        });
    }

    /// Shows all that is found; returns the place of the first that was not
    /// shown before.
    pub fn show_all(self) -> Option<usize> {
        self.0.update(|state| {
            let first = (0..state.found.len()).find(|at| state.found[*at] && !state.shown[*at]);
            state.all = true;
            state.show();
            first
        })
    }

    /// Gets ready. Drops the search if it would hide the resource somebody
    /// asked for.
    pub fn begin(self, opened: Option<&ResourceId>) {
        let place = opened.and_then(|id| bundled().resources.iter().position(|r| &r.id == id));
        self.0.quietly(|state| {
            if state.found.is_empty() {
                state.find();
            }
            if opened.is_none() {
                return;
            }
            if !place.is_some_and(|place| state.found[place]) {
                state.query = Query::default();
                state.all = false;
                state.find();
            }
            if !place.is_some_and(|place| state.shown[place]) {
                state.all = true;
                state.show();
            }
        });
    }

    /// The search box and the filters.
    pub fn form(self) -> Element {
        let words = move || self.0.with(|state| state.query.words.clone());
        let none = move || self.0.with(|state| state.query == Query::default());
        let field = el("div")
            .class("field")
            .with(el("label").attr("for", "resource-words").with("Search"))
            .with(
                el("p")
                    .class("hint")
                    .attr("id", "resource-words-hint")
                    .with("A word from the title, the provider, the description or what it helps with"),
            )
            .with(
                el("input")
                    .attr("id", "resource-words")
                    .attr("type", "search")
                    .class("input")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .attr("aria-describedby", "resource-words-hint")
                    .live_value(words)
                    .on("input", move |event| {
                        self.ask(|query| query.words = event_target_value(&event));
                    }),
            );
        let clear = button("link-button", "Clear the search and filters", move || {
            self.ask(|query| *query = Query::default());
        });
        el("div")
            .attr("role", "search")
            .attr("aria-label", "Training resources")
            .class("flow")
            .with(field)
            .with(
                el("div")
                    .class("filters")
                    .with(each(Filter::ALL, |filter| self.select(filter))),
            )
            .with(el("p").with(clear.live_flag("hidden", none)))
    }

    fn select(self, which: Filter) -> Element {
        let (id, label, any) = match which {
            Filter::Stage => ("filter-stage", "Stage", "Any stage"),
            Filter::Kind => ("filter-kind", "Kind", "Any kind"),
            Filter::Role => ("filter-role", "Role", "Any role"),
            Filter::Area => ("filter-area", "Area", "Any area"),
            Filter::HelpsWith => ("filter-helps-with", "Helps with", "Anything"),
        };
        let mut options = Vec::new();
        self.0.quietly(|state| {
            for choice in state.index.iter().flat_map(|index| index.choices(which)) {
                options.push(Choice {
                    label: format!("{} ({})", choice.label, choice.count()),
                    group: choice.group.clone(),
                });
            }
        });
        filter(
            id,
            label,
            any,
            options,
            move || self.0.with(|state| state.query.chosen[which as usize]),
            move |place| self.ask(|query| query.chosen[which as usize] = place),
        )
    }
}

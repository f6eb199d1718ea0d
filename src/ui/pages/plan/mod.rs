//! `#/plan`: what to do next and why, and what the worker makes of it.
//!
//! Nothing jumps under the hand. The lists are drawn from the plan as it was
//! when the page was opened, and drawn again only when an action comes, goes
//! or moves because somebody pressed for it; then the focus goes to where that
//! action is. A mark, a month or a word typed leaves every card where it is.

mod add;
mod card;
mod changing;
mod lists;
mod paper;

use std::cell::RefCell;

use leptos::prelude::*;

use super::title;
use crate::app::about_you::bearing_sentence;
use crate::app::plan_page::{
    Before, Filter, STATUSES, arranged, choices, is_first_visit, note_link,
};
use crate::app::route::Route;
use crate::app::session::Change;
use crate::domain::document::{ActionPart, Document};
use crate::domain::framework::bundled;
use crate::domain::ids::ActionId;
use crate::domain::ladder::Bearing;
use crate::domain::plan::{Note, Plan, generate, summary};
use crate::platform::{clipboard, clock, page};
use crate::ui::components::form::{button, link};
use crate::ui::element::{Element, each, el, live, nothing};
use crate::ui::session::Keeper;

thread_local! {
    /// What was marked since the page was opened, and what it was before.
    static BEFORE: RefCell<Before> = const { RefCell::new(Vec::new()) };
    static FILTER: RefCell<Filter> = RefCell::default();
    /// The action to be seen once the lists are drawn again.
    static TO_SHOW: RefCell<Option<ActionId>> = const { RefCell::new(None) };
}

/// Where something is said that concerns no card.
const SAID: &str = "plan-said";

/// The page, for its parts.
#[derive(Clone, Copy)]
struct Desk {
    keeper: Keeper,
    /// Counts how often the lists were drawn.
    arranged: RwSignal<u32>,
    /// Counts the changes of status and month, which the paper shows too.
    marked: RwSignal<u32>,
    /// Counts how often the filter was changed.
    filtered: RwSignal<u32>,
}

pub fn page(heading: String) -> AnyView {
    let desk = Desk {
        keeper: expect_context::<Keeper>(),
        arranged: RwSignal::new(0),
        marked: RwSignal::new(0),
        filtered: RwSignal::new(0),
    };
    desk.keeper.page(move || desk.whole(&heading))
}

impl Desk {
    /// The plan as the lists show it.
    fn plan(self) -> Plan {
        let today = clock::today();
        BEFORE.with_borrow(|before| {
            self.keeper
                .look(|document| arranged(bundled(), document, today, before))
        })
    }

    /// The plan as it is now.
    fn plan_now(self) -> Plan {
        self.keeper
            .look(|document| generate(bundled(), document, clock::today()))
    }

    fn change(self, action: &ActionId, part: ActionPart) {
        self.keeper.change(Change::Action {
            action: action.clone(),
            part,
        });
    }

    /// Draws the lists again, and moves the focus: to the action, if it is
    /// there, or else to `or`. Says what happened.
    fn show(self, action: Option<&ActionId>, or: String, said: String) {
        TO_SHOW.replace(action.cloned());
        self.arranged.update(|count| *count += 1);
        self.marked.update(|count| *count += 1);
        let id = action.map(card::title_id);
        // Once it is drawn.
        clock::soon(move || {
            TO_SHOW.take();
            let there = id.is_some_and(|id| page::focus_on(&id)) || page::focus_on(&or);
            if !there {
                page::focus_on(lists::NEXT);
            }
            page::say(SAID, &said);
        });
    }

    fn whole(self, heading: &str) -> AnyView {
        BEFORE.take();
        FILTER.take();
        let keeper = self.keeper;
        let top = keeper.look(|document| intro(document, &self.plan_now()));
        let lists = live(move || {
            self.arranged.track();
            untrack(|| lists::all(self))
        });
        let paper = live(move || {
            self.marked.track();
            untrack(|| keeper.look(|document| paper::draw(document, &self.plan_now())))
        });
        let plan = keeper.memo(|document| generate(bundled(), document, clock::today()));
        let hand_over = view! { <super::handover::HandOver plan/> }.into_any();
        el("div")
            .class("flow plan")
            .with(title(heading))
            .with(top)
            .with(self.in_few_words())
            .with(self.filters())
            .with(
                el("p")
                    .class("said")
                    .attr("id", SAID)
                    .attr("role", "status"),
            )
            .with(lists)
            .with(add::forms(self))
            // Hand over.
            .with(hand_over)
            .with(paper)
            .view()
    }

    fn in_few_words(self) -> Element {
        let words = live(move || {
            self.marked.track();
            let words = untrack(|| summary(&self.plan_now()));
            let copied = words.clone();
            let copy = el("button")
                .attr("type", "button")
                .class("link-button")
                .with("Copy these words")
                .on("click", move |event| clipboard::copy(&copied, &event));
            vec![el("p").with(words), el("p").with(copy)]
        });
        el("details")
            .class("more")
            .with(el("summary").with("The plan in a few words, to read out"))
            .with(el("div").class("flow").with(words))
    }

    /// Selects that leave some of the cards; for long plans.
    fn filters(self) -> AnyView {
        let Some(found) = choices(&self.plan()) else {
            return nothing();
        };
        let statuses = STATUSES.map(|(_, value, words)| (value.to_owned(), words.to_owned()));
        let one = |id: &'static str,
                   label: &'static str,
                   any: &'static str,
                   options: Vec<(String, String)>,
                   set: fn(&mut Filter, String)| {
            let options = each(options, |(value, words)| {
                el("option").attr("value", value).with(words)
            });
            let select = el("select")
                .class("select")
                .attr("id", id)
                .with(el("option").attr("value", "").with(any))
                .with(options)
                .on("change", move |event| {
                    FILTER.with_borrow_mut(|filter| set(filter, event_target_value(&event)));
                    self.filtered.update(|count| *count += 1);
                });
            el("div")
                .class("field")
                .with(el("label").attr("for", id).with(label))
                .with(select)
        };
        el("details")
            .class("more")
            .attr("id", "plan-filters")
            .with(el("summary").with("Show only some of the actions"))
            .with(
                el("div")
                    .class("filters")
                    .with(one(
                        "filter-status",
                        "How far",
                        "All",
                        statuses.to_vec(),
                        |filter, value| filter.status = value,
                    ))
                    .with(one(
                        "filter-kind",
                        "Kind",
                        "All kinds",
                        found.kinds,
                        |filter, value| filter.kind = value,
                    ))
                    .with(one(
                        "filter-month",
                        "Month",
                        "Any month",
                        found.months,
                        |filter, value| filter.month = value,
                    )),
            )
            .view()
    }
}

/// Whom the plan is for, what to know about it, and a few words to read out.
fn intro(document: &Document, plan: &Plan) -> Vec<Element> {
    let bearing = Bearing::of(bundled(), document);
    let mut parts = vec![el("p").class("lead").with(
        "What to do next, and why. It follows your answers. Change it as you like: it is yours.",
    )];
    let is_first = is_first_visit(document);
    if is_first {
        parts.push(
            el("div").class("notice").with(
                el("p")
                    .with(format!(
                        "You have not answered anything yet. This is where the tool starts: a {}, with {} as the first level to aim for. ",
                        bearing.role.title.to_lowercase(),
                        bearing.aim.title
                    ))
                    .with(link(Route::AboutYou.href(), "Tell it about you"))
                    .with(", and the plan becomes yours."),
            ),
        );
    } else {
        parts.push(el("p").with(bearing_sentence(bundled(), document)));
    }
    // What stands above says these two already.
    let said = |note: &&Note| matches!(note, Note::RoleNotChosen(_) | Note::AimSupposed(_));
    let notes = each(plan.notes.iter().filter(|it| !said(it)), |note| {
        let way = note_link(note).map(|(route, words)| link(route.href(), words));
        el("li").with(format!("{} ", note.sentence())).with(way)
    });
    parts.push(el("ul").class("plan-notes").with(notes));
    parts.push(
        el("p")
            .class("buttons")
            .with(button("button", "Print my plan", || {
                page::print_only("plan")
            }))
            .with(link("#hand-over", "Save or share it")),
    );
    parts
}

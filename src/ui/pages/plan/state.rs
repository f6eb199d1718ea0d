//! What the parts of the page have in common.

use leptos::prelude::*;

use crate::app::plan_page::{Card, Filter, List, MarksOnOpening, Shown, before_marks, shown};
use crate::app::session::Change;
use crate::domain::dates::Month;
use crate::domain::document::{ActionChange, ActionEdit, ActionStatus, Document};
use crate::domain::framework::bundled;
use crate::domain::ids::ActionId;
use crate::domain::plan::{Plan, generate};
use crate::platform::{clock, page};
use crate::ui::session::{SessionContext, use_session};

/// The page while it is open. Nothing jumps under the hand: what is marked
/// stays in its place until the page is left or somebody tidies up.
#[derive(Clone, Copy)]
pub struct PlanState {
    pub session: SessionContext,
    /// What was marked since the page was opened, and what it was before.
    before: RwSignal<MarksOnOpening>,
    filter: RwSignal<Filter>,
    /// What the filter let through when it was chosen: it stays, whatever is
    /// then changed about it.
    let_through: RwSignal<Vec<ActionId>>,
    /// Said once, about something that happened to an action.
    pub said: RwSignal<String>,
    /// How and why of each action go on paper, too.
    pub paper_in_full: RwSignal<bool>,
    /// The plan as it is now, worked out once for each change.
    pub plan: Memo<Plan>,
    /// The lists, in the order of before the marks.
    pub shown: Memo<Shown>,
    /// The action the focus goes to, once its list has it.
    pub sought: RwSignal<Option<ActionId>>,
    cards: StoredValue<Vec<(ActionId, CardState)>>,
    /// What lasts as long as the page; weak, as it owns this state.
    owner: StoredValue<WeakOwner>,
}

/// What is open on an action's card: it goes with the card to another list.
#[derive(Clone, Copy)]
pub struct CardState {
    /// Open at first where something is written.
    pub notes_open: RwSignal<bool>,
    pub change_open: RwSignal<bool>,
}

impl PlanState {
    /// The plan of the session, with nothing marked or filtered yet.
    pub fn new() -> Self {
        let session = use_session();
        let before = RwSignal::new(MarksOnOpening::new());
        // A mark changes this document not at all, so the order is kept.
        let then = session.memo(move |document| {
            before.with(|before| before_marks(document, session.today(), before))
        });
        let plan = session.memo(move |document| generate(bundled(), document, session.today()));
        let in_order = Memo::new(move |_| {
            let unmarked = before.with(MarksOnOpening::is_empty);
            match unmarked {
                true => plan.get(),
                false => then.with(|then| generate(bundled(), then, session.today())),
            }
        });
        let shown = Memo::new(move |_| {
            in_order.with(|order| {
                plan.with(|plan| {
                    session
                        .read(|document| shown(bundled(), document, order, plan, session.today()))
                })
            })
        });
        Self {
            session,
            before,
            filter: RwSignal::new(Filter::default()),
            let_through: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            paper_in_full: RwSignal::new(false),
            plan,
            shown,
            sought: RwSignal::new(None),
            cards: StoredValue::new(Vec::new()),
            owner: StoredValue::new(Owner::current().expect("a page has an owner").downgrade()),
        }
    }

    /// A card as it is now, and as it was last once it has left its list.
    pub fn card(self, list: List, first: Card) -> Memo<Card> {
        Memo::new(move |last: Option<&Card>| {
            let now = self
                .shown
                .with(|shown| shown.card(list, &first.id).cloned());
            now.unwrap_or_else(|| last.unwrap_or(&first).clone())
        })
    }

    /// The state of an action's card.
    pub fn card_state(self, id: &ActionId) -> CardState {
        let known = self.cards.with_value(|cards| {
            let mut cards = cards.iter();
            cards.find(|(it, _)| it == id).map(|(_, state)| *state)
        });
        known.unwrap_or_else(|| {
            let is_written = self.session.document(|document| {
                document.change(id).is_some_and(|it| {
                    let texts = [&it.notes, &it.obstacles, &it.help];
                    texts.iter().any(|text| !text.is_empty())
                })
            });
            let new = || CardState {
                notes_open: RwSignal::new(is_written),
                change_open: RwSignal::new(false),
            };
            let owner = self.owner.with_value(WeakOwner::upgrade);
            let state = owner.map_or_else(new, |owner| owner.with(new));
            self.cards
                .update_value(|cards| cards.push((id.clone(), state)));
            state
        })
    }

    /// Chooses what to filter by.
    pub fn filter(self, choose: impl FnOnce(&mut Filter)) {
        self.filter.update(choose);
        let filter = self.filter.get_untracked();
        let shown = self.shown.with_untracked(|shown| shown.passing(&filter));
        self.let_through.set(shown);
    }

    /// Whether the filter shows a card.
    pub fn is_shown(self, card: &Card) -> bool {
        self.filter.with(|filter| card.passes(filter))
            || self.let_through.with(|ids| ids.contains(&card.id))
    }

    /// Changes an action, and answers whether that was kept.
    pub fn change(
        self,
        action: &ActionId,
        edit: ActionEdit,
        is_kept: impl FnOnce(Option<&ActionChange>) -> bool,
    ) -> bool {
        self.session.change(Change::Action {
            action: action.clone(),
            edit,
        });
        self.session
            .document(|document| is_kept(document.change(action)))
    }

    /// Marks how far an action is, in its place.
    pub fn mark(self, action: &ActionId, status: ActionStatus) -> bool {
        self.hold(action);
        self.change(action, ActionEdit::Status(Some(status)), |it| {
            it.and_then(|it| it.status) == Some(status)
        })
    }

    /// Moves an action to another month, in its place.
    pub fn move_to(self, action: &ActionId, month: Option<Month>) -> bool {
        self.hold(action);
        self.change(action, ActionEdit::Month(month), |it| {
            it.and_then(|it| it.month) == month
        })
    }

    /// Keeps an action where it is, whatever is then marked.
    fn hold(self, action: &ActionId) {
        let is_held = |before: &MarksOnOpening| before.iter().any(|(id, ..)| id == action);
        if self.before.with_untracked(is_held) {
            return;
        }
        let (status, month) = self.session.document(|document| {
            let change = document.change(action);
            change.map_or((None, None), |it| (it.status, it.month))
        });
        self.before
            .update(|before| before.push((action.clone(), status, month)));
    }

    /// Lets what was marked as done go to its list, and says how many went.
    pub fn tidy(self) -> usize {
        let is_done = |document: &Document, id: &ActionId| {
            document.change(id).and_then(|it| it.status) == Some(ActionStatus::Done)
        };
        let count = self.before.with_untracked(|before| {
            self.session.document(|document| {
                let finished = before.iter().filter(|(id, was, _)| {
                    *was != Some(ActionStatus::Done) && is_done(document, id)
                });
                finished.count()
            })
        });
        self.before.set(MarksOnOpening::new());
        count
    }

    /// Moves the focus to an action's card, and says what happened. Where the
    /// action has gone, `or` gets the focus: its list's heading.
    pub fn seek(self, action: Option<ActionId>, or: List, said: String) {
        self.said.set(said);
        self.sought.set(action.clone());
        // Once it is drawn.
        clock::soon(move || {
            let found = action.is_some_and(|id| page::focus_on(&title_id(&id)));
            if !found && !page::focus_on(heading_id(or)) {
                page::focus_on(heading_id(List::Next));
            }
        });
    }
}

/// The element with an action's title.
pub fn title_id(id: &ActionId) -> String {
    format!("action-{}", crate::app::plan_page::slug(id))
}

/// The element with a list's heading.
pub fn heading_id(list: List) -> &'static str {
    match list {
        List::Next => "plan-next",
        List::Ask => "plan-ask",
        List::Later(_) => "plan-later",
        List::Done => "plan-done",
        List::PutAside => "plan-aside",
    }
}

//! What the parts of the page share: the plan, where its actions stand, what
//! is folded out, and where the focus goes when an action comes, goes or moves.

use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::element::ElementType;

use crate::app::plan_page::{Card, Filter, Places, Shown, shown};
use crate::app::session::Change;
use crate::domain::document::{ActionChange, ActionPart};
use crate::domain::framework::bundled;
use crate::domain::ids::ActionId;
use crate::domain::plan::{Plan, generate};
use crate::platform::{clock, page};
use crate::ui::pages::answering::NOT_KEPT;
use crate::ui::session::{SessionContext, use_session};

/// The page of the plan, for its parts. The plan is generated once for each
/// change of the document; everything else follows from it.
#[derive(Clone, Copy)]
pub struct PlanState {
    pub session: SessionContext,
    /// As it is now.
    pub plan: Memo<Plan>,
    /// Where its actions stand, until somebody presses for one to move.
    places: RwSignal<Places>,
    /// What the page shows: the plan with its actions where they stand.
    pub shown: Memo<Shown>,
    pub filter: RwSignal<Filter>,
    /// The actions the filter left when it was chosen; None for all.
    left: Memo<Option<Vec<ActionId>>>,
    /// What happened that concerns no card.
    pub said: RwSignal<String>,
    /// What each action's card has folded out and typed: it stays when the
    /// card moves to another list.
    cards: StoredValue<Vec<(ActionId, CardState)>>,
    /// The stages of "Later" that are folded out.
    stages: StoredValue<Vec<(&'static str, RwSignal<bool>)>>,
    /// What lasts as long as the page.
    owner: StoredValue<Owner>,
    pub next_heading: NodeRef<html::H2>,
    pub ask_heading: NodeRef<html::H2>,
    pub later_heading: NodeRef<html::H2>,
}

/// Page state of one card.
#[derive(Clone, Copy)]
pub struct CardState {
    pub title: NodeRef<html::H3>,
    pub notes_open: RwSignal<bool>,
    pub change_open: RwSignal<bool>,
    /// A better link, as typed and not taken yet.
    pub link: RwSignal<Option<String>>,
    /// Why it is not for me, as typed and not sent yet.
    pub why: RwSignal<Option<String>>,
    /// That something was not kept.
    pub said: RwSignal<&'static str>,
    /// What was just chosen, for who listens to the page.
    pub told: RwSignal<String>,
}

impl PlanState {
    pub fn new() -> Self {
        let session = use_session();
        let plan = session.memo(|document| generate(bundled(), document, clock::today()));
        let places = RwSignal::new(plan.with_untracked(Places::of));
        let shown = Memo::new(move |_| {
            let plan = plan.with(|plan| places.with(|places| places.arrange(plan)));
            session.read(|document| shown(bundled(), document, &plan, clock::today()))
        });
        let filter = RwSignal::new(Filter::default());
        let left = Memo::new(move |_| {
            let filter = filter.get();
            let is_left = |card: &&Card| filter.shows_card(card);
            let ids = |shown: &Shown| {
                let left = shown.to_do().filter(is_left);
                left.map(|card| card.id.clone()).collect()
            };
            (filter != Filter::default()).then(|| shown.with_untracked(ids))
        });
        Self {
            session,
            plan,
            places,
            shown,
            filter,
            left,
            said: RwSignal::new(String::new()),
            cards: StoredValue::new(Vec::new()),
            stages: StoredValue::new(Vec::new()),
            owner: StoredValue::new(Owner::current().expect("a page has an owner")),
            next_heading: NodeRef::new(),
            ask_heading: NodeRef::new(),
            later_heading: NodeRef::new(),
        }
    }

    /// Whether the filter leaves an action.
    pub fn is_left(self, id: &ActionId) -> bool {
        self.left.with(|left| {
            left.as_ref()
                .is_none_or(|left| left.iter().any(|it| it == id))
        })
    }

    /// The page state of an action's card.
    pub fn card(self, id: &ActionId) -> CardState {
        let known = self.cards.with_value(|cards| {
            let known = cards.iter().find(|(it, _)| it == id);
            known.map(|(_, card)| *card)
        });
        known.unwrap_or_else(|| {
            let has_notes = self.session.document(|document| {
                let texts =
                    |it: &ActionChange| [&it.notes, &it.obstacles, &it.help].map(String::len);
                let change = document.change(id);
                change.is_some_and(|it| texts(it).iter().any(|length| *length > 0))
            });
            let card = self.owner.with_value(|owner| {
                owner.with(|| CardState {
                    title: NodeRef::new(),
                    notes_open: RwSignal::new(has_notes),
                    change_open: RwSignal::new(false),
                    link: RwSignal::new(None),
                    why: RwSignal::new(None),
                    said: RwSignal::new(""),
                    told: RwSignal::new(String::new()),
                })
            });
            self.cards
                .update_value(|cards| cards.push((id.clone(), card)));
            card
        })
    }

    /// Whether a stage of "Later" is folded out.
    pub fn stage(self, stage: &'static str) -> RwSignal<bool> {
        let known = self.stages.with_value(|stages| {
            let known = stages.iter().find(|(it, _)| *it == stage);
            known.map(|(_, open)| *open)
        });
        known.unwrap_or_else(|| {
            let open = self
                .owner
                .with_value(|owner| owner.with(|| RwSignal::new(false)));
            self.stages
                .update_value(|stages| stages.push((stage, open)));
            open
        })
    }

    /// Changes a part of an action; says on its card where that was refused.
    pub fn change(
        self,
        id: &ActionId,
        part: ActionPart,
        is_kept: impl Fn(&ActionChange) -> bool,
    ) -> bool {
        self.session.change(Change::Action {
            action: id.clone(),
            part,
        });
        let kept = self
            .session
            .document(|document| document.change(id).is_some_and(is_kept));
        self.tell(id, kept)
    }

    /// Says on an action's card whether what was entered is kept.
    pub fn tell(self, id: &ActionId, kept: bool) -> bool {
        let said = if kept { "" } else { NOT_KEPT };
        let card = self.card(id);
        if card.said.get_untracked() != said {
            card.said.set(said);
        }
        kept
    }

    /// Puts every action where the plan has it now; what was finished stays.
    /// The focus goes to `action`, if it is there, or else to the heading of
    /// the list it was in. Says what happened.
    pub fn rearrange(self, action: Option<&ActionId>, from: NodeRef<html::H2>, said: String) {
        let places = self
            .plan
            .with_untracked(|plan| self.places.with_untracked(|places| places.again(plan)));
        self.move_to(places, action, from, said);
    }

    /// Puts what was finished here under "Done", too.
    pub fn move_finished(self, from: NodeRef<html::H2>, said: String) {
        let places = self.plan.with_untracked(Places::of);
        self.move_to(places, None, from, said);
    }

    fn move_to(
        self,
        places: Places,
        action: Option<&ActionId>,
        heading: NodeRef<html::H2>,
        said: String,
    ) {
        self.places.set(places);
        // What comes now is looked at by the filter as well.
        self.filter.notify();
        let title = action.map(|id| {
            self.unfold(id);
            self.card(id).title
        });
        let next = self.next_heading;
        let here = self.said;
        clock::soon(move || {
            let has_it = title.is_some_and(take_focus) || take_focus(heading);
            if !has_it {
                take_focus(next);
            }
            here.try_set(said);
        });
    }

    /// Folds out the stage an action stands in, if it stands in one.
    fn unfold(self, id: &ActionId) {
        let stage = self.shown.with_untracked(|shown| {
            let mut stages = shown.later.iter();
            stages
                .find(|(_, cards)| cards.iter().any(|card| card.id == *id))
                .map(|(stage, _)| *stage)
        });
        if let Some(stage) = stage {
            self.stage(stage).set(true);
        }
    }
}

/// Moves the focus to an element. False where it is not in the page.
fn take_focus<E>(element: NodeRef<E>) -> bool
where
    E: ElementType + 'static,
    E::Output: page::TakesFocus,
{
    let element = element.try_get_untracked().flatten();
    element.is_some_and(|element| page::focus_if_there(element.as_ref()))
}

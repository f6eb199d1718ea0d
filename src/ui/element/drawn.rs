//! Parts in the page. One type of state, one type of effect and one type of
//! listener for all of them: Leptos' own elements are a type, and code, for
//! each combination of attributes and children.

use std::cell::Cell;

use leptos::attr::Attribute;
use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{RemoveEventHandler, Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, add_attr::AddAnyAttr};

use leptos::attr::any_attribute::AnyAttribute;

/// What is to be drawn.
pub(super) enum Piece {
    Words(String),
    Element(Box<Plan>),
    List(Vec<AnyView>),
    /// Drawn anew whenever what it reads changes.
    Live {
        draw: Box<dyn FnMut() -> AnyView + Send>,
        /// What stays the same keeps its elements.
        steady: bool,
    },
}

/// An element to be drawn.
pub(super) struct Plan {
    pub tag: &'static str,
    pub fixed: Vec<(&'static str, String)>,
    pub live: Vec<Follow>,
    pub acts: Vec<(&'static str, Here<Act>)>,
    pub children: Vec<AnyView>,
}

/// What answers an event.
pub(super) type Act = Box<dyn FnMut(ev::Event)>;

/// Views are sent between threads, as far as Leptos knows.
pub(super) type Here<T> = <LocalStorage as Storage<T>>::Wrapped;

/// Something of an element that follows what it reads.
pub(super) struct Follow {
    pub what: What,
    pub name: &'static str,
    pub read: Box<dyn Fn() -> Option<String> + Send>,
}

#[derive(Clone, Copy)]
pub(super) enum What {
    Attribute,
    /// The property; the attribute would only be its first value.
    Value,
}

/// What an effect saw last.
pub(super) enum Seen {
    View(AnyViewState),
    Value(Option<String>),
}

/// What was drawn.
pub(super) enum Drawn {
    Words(types::Text, String),
    Element(Box<Made>),
    List(Vec<AnyViewState>, types::Placeholder),
    Live(RenderEffect<Seen>),
}

/// An element in the page, with what must live as long as it does.
pub(super) struct Made {
    element: types::Element,
    tag: &'static str,
    fixed: Vec<(&'static str, String)>,
    live: Vec<RenderEffect<Seen>>,
    acts: Vec<RemoveEventHandler<types::Element>>,
    children: Vec<AnyViewState>,
}

thread_local! {
    /// A steady part is being drawn again.
    static STEADY: Cell<bool> = const { Cell::new(false) };
}

impl Render for Piece {
    type State = Drawn;

    fn build(self) -> Drawn {
        match self {
            Piece::Words(words) => Drawn::Words(Rndr::create_text_node(&words), words),
            Piece::Element(plan) => Drawn::Element(Box::new(make(*plan))),
            Piece::List(parts) => Drawn::List(
                parts.into_iter().map(Render::build).collect(),
                Rndr::create_placeholder(),
            ),
            Piece::Live { mut draw, steady } => Drawn::Live(effect(Box::new(move |seen| {
                let view = draw();
                let Some(Seen::View(mut state)) = seen else {
                    return Seen::View(view.build());
                };
                let outside = STEADY.replace(steady);
                view.rebuild(&mut state);
                STEADY.set(outside);
                Seen::View(state)
            }))),
        }
    }

    fn rebuild(self, drawn: &mut Drawn) {
        match (self, drawn) {
            (Piece::Words(words), Drawn::Words(node, old)) => {
                if words != *old {
                    Rndr::set_text(node, &words);
                    *old = words;
                }
            }
            (Piece::List(parts), Drawn::List(states, end)) => {
                for surplus in states.iter_mut().skip(parts.len()) {
                    surplus.unmount();
                }
                states.truncate(parts.len());
                for (place, part) in parts.into_iter().enumerate() {
                    if let Some(state) = states.get_mut(place) {
                        part.rebuild(state);
                    } else {
                        let mut state = part.build();
                        end.insert_before_this(&mut state);
                        states.push(state);
                    }
                }
            }
            (Piece::Element(plan), Drawn::Element(made))
                if STEADY.get()
                    && plan.tag == made.tag
                    && plan.children.len() == made.children.len() =>
            {
                patch(*plan, made);
            }
            (piece, drawn) => {
                let mut new = piece.build();
                drawn.insert_before_this(&mut new);
                drawn.unmount();
                *drawn = new;
            }
        }
    }
}

/// Elements differ in data alone, and so do effects.
fn effect(run: Box<dyn FnMut(Option<Seen>) -> Seen>) -> RenderEffect<Seen> {
    RenderEffect::new(run)
}

fn make(plan: Plan) -> Made {
    let element = Rndr::create_element(plan.tag, None);
    for (name, value) in &plan.fixed {
        Rndr::set_attribute(&element, name, value);
    }
    let mut children: Vec<AnyViewState> = Vec::new();
    for child in plan.children {
        let mut child = child.build();
        child.mount(&element, None);
        children.push(child);
    }
    // After the options of a select, one of which may be its value.
    let live = follow_all(&element, plan.live);
    let acts = listen_all(&element, plan.acts);
    Made {
        tag: plan.tag,
        fixed: plan.fixed,
        live,
        acts,
        children,
        element,
    }
}

/// Changes an element into one of the same tag and as many children.
fn patch(plan: Plan, made: &mut Made) {
    let element = &made.element;
    for (name, _) in &made.fixed {
        if !plan.fixed.iter().any(|(new, _)| new == name) {
            Rndr::remove_attribute(element, name);
        }
    }
    for new in &plan.fixed {
        if !made.fixed.contains(new) {
            Rndr::set_attribute(element, new.0, &new.1);
        }
    }
    made.fixed = plan.fixed;
    made.live = follow_all(element, plan.live);
    made.acts = listen_all(element, plan.acts);
    for (child, state) in plan.children.into_iter().zip(&mut made.children) {
        child.rebuild(state);
    }
}

fn follow_all(element: &types::Element, all: Vec<Follow>) -> Vec<RenderEffect<Seen>> {
    let mut effects = Vec::new();
    for Follow { what, name, read } in all {
        let element = element.clone();
        effects.push(effect(Box::new(move |seen| {
            let value = read();
            if !matches!(&seen, Some(Seen::Value(old)) if *old == value) {
                match (what, &value) {
                    (What::Attribute, Some(value)) => Rndr::set_attribute(&element, name, value),
                    (What::Attribute, None) => Rndr::remove_attribute(&element, name),
                    (What::Value, value) => {
                        let value = value.as_deref().unwrap_or_default();
                        Rndr::set_property(&element, name, &value.into());
                    }
                }
            }
            Seen::Value(value)
        })));
    }
    effects
}

fn listen_all(
    element: &types::Element,
    all: Vec<(&'static str, Here<Act>)>,
) -> Vec<RemoveEventHandler<types::Element>> {
    let mut acts = Vec::new();
    for (name, act) in all {
        let mut act: Act = act.into_taken();
        let owner = Owner::current().unwrap_or_default();
        let answer: Box<dyn FnMut(types::Event)> =
            Box::new(move |event| owner.with(|| act(event.into())));
        acts.push(Rndr::add_event_listener(element, name, answer));
    }
    acts
}

impl Mountable for Drawn {
    fn unmount(&mut self) {
        match self {
            Drawn::Words(node, _) => node.unmount(),
            Drawn::Element(made) => made.element.unmount(),
            Drawn::List(states, end) => {
                for state in states {
                    state.unmount();
                }
                end.unmount();
            }
            Drawn::Live(effect) => shown(effect, |state| state.unmount()),
        }
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        match self {
            Drawn::Words(node, _) => node.mount(parent, marker),
            Drawn::Element(made) => made.element.mount(parent, marker),
            Drawn::List(states, end) => {
                for state in states {
                    state.mount(parent, marker);
                }
                end.mount(parent, marker);
            }
            Drawn::Live(effect) => shown(effect, |state| state.mount(parent, marker)),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self {
            Drawn::Words(node, _) => node.insert_before_this(child),
            Drawn::Element(made) => made.element.insert_before_this(child),
            Drawn::List(states, end) => match states.first() {
                Some(first) => first.insert_before_this(child),
                None => end.insert_before_this(child),
            },
            Drawn::Live(effect) => {
                let mut done = false;
                shown(effect, |state| done = state.insert_before_this(child));
                done
            }
        }
    }

    fn elements(&self) -> Vec<types::Element> {
        Vec::new()
    }
}

fn shown(effect: &RenderEffect<Seen>, act: impl FnOnce(&mut AnyViewState)) {
    effect.with_value_mut(|seen| {
        if let Seen::View(state) = seen {
            act(state);
        }
    });
}

/// Attributes are given to an element before it becomes a view.
impl AddAnyAttr for Piece {
    type Output<SomeNewAttr: Attribute> = Piece;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Piece {
        self
    }
}

/// Leptos asks for it of every view. No server ever draws this one.
impl RenderHtml for Piece {
    type AsyncOutput = Piece;
    type Owned = Piece;
    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Piece {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    /// Nothing stands in the page beforehand, so it is drawn.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Drawn {
        self.build()
    }

    fn into_owned(self) -> Piece {
        self
    }
}

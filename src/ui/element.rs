//! Elements put together at run time. Every page is made of one kind of
//! element, one kind of attribute and one kind of closure: `view!` builds code
//! for each combination of its own, which costs the program several times as
//! much for the same page.

mod drawn;

use leptos::ev;
use leptos::prelude::*;

use drawn::{Act, Follow, Piece, Plan, What};

/// An element that is being put together.
pub struct Element(Box<Plan>);

/// Begins an element: `el("p").with("Words")`.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Plan {
        tag,
        fixed: Vec::new(),
        live: Vec::new(),
        acts: Vec::new(),
        children: Vec::new(),
    }))
}

/// Something that may stand in an element.
pub trait Part {
    fn part(self) -> AnyView;
}

impl Part for AnyView {
    fn part(self) -> AnyView {
        self
    }
}

impl Part for Element {
    fn part(self) -> AnyView {
        self.view()
    }
}

impl Part for String {
    fn part(self) -> AnyView {
        Piece::Words(self).into_any()
    }
}

impl Part for &'static str {
    fn part(self) -> AnyView {
        self.to_owned().part()
    }
}

impl<T: Part> Part for Option<T> {
    fn part(self) -> AnyView {
        self.map_or_else(nothing, Part::part)
    }
}

impl<T: Part> Part for Vec<T> {
    fn part(self) -> AnyView {
        each(self, |part| part)
    }
}

/// No element at all.
pub fn nothing() -> AnyView {
    Piece::List(Vec::new()).into_any()
}

/// What is drawn anew whenever what it reads changes.
pub fn live<T: Part>(mut draw: impl FnMut() -> T + Send + 'static) -> AnyView {
    again(Box::new(move || draw().part()), false)
}

/// Like [`live`], but what stays the same is left alone: elements are changed
/// into those of the same kind in their place, so that the focus stays and
/// nothing is spoken twice. Not for fields somebody writes in.
pub fn steady<T: Part>(mut draw: impl FnMut() -> T + Send + 'static) -> AnyView {
    again(Box::new(move || draw().part()), true)
}

fn again(draw: Box<dyn FnMut() -> AnyView + Send>, steady: bool) -> AnyView {
    Piece::Live { draw, steady }.into_any()
}

/// A list drawn from what an iterator hands over.
pub fn each<T, P: Part>(
    items: impl IntoIterator<Item = T>,
    mut draw: impl FnMut(T) -> P,
) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    for item in items {
        parts.push(draw(item).part());
    }
    Piece::List(parts).into_any()
}

impl Element {
    /// A fixed attribute. A `class` is an attribute like any other.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.fixed.push((name, value.into()));
        self
    }

    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// An attribute without a value, if `there`.
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.attr(name, "") } else { self }
    }

    fn follow(
        mut self,
        what: What,
        name: &'static str,
        read: Box<dyn Fn() -> Option<String> + Send>,
    ) -> Self {
        self.0.live.push(Follow { what, name, read });
        self
    }

    /// An attribute that follows what it reads; None takes it away.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.follow(What::Attribute, name, Box::new(value))
    }

    /// An attribute without a value, there while what it reads is so.
    pub fn live_flag(self, name: &'static str, there: impl Fn() -> bool + Send + 'static) -> Self {
        self.live_attr(name, move || there().then(String::new))
    }

    /// A text field's value, which follows what it reads.
    pub fn live_value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.follow(What::Value, "value", Box::new(move || Some(value())))
    }

    /// What stands in it, after what stands there already.
    pub fn with(mut self, part: impl Part) -> Self {
        self.0.children.push(part.part());
        self
    }

    /// Answers an event by its name: "click", "input", "change".
    pub fn on(mut self, name: &'static str, act: impl FnMut(ev::Event) + 'static) -> Self {
        let act: Act = Box::new(act);
        self.0.acts.push((name, LocalStorage::wrap(act)));
        self
    }

    pub fn view(self) -> AnyView {
        Piece::Element(self.0).into_any()
    }
}

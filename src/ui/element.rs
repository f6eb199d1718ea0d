//! Elements put together at run time. Every page is made of one kind of
//! element, one kind of attribute and one kind of closure: `view!` builds code
//! for each combination of its own, which costs the program several times as
//! much for the same page.

use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::{self, Custom};
use leptos::tachys::html::property::prop;

/// An element that is being put together.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element: `el("p").text("Words")`.
pub fn el(tag: &'static str) -> Element {
    Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
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
        self.into_any()
    }
}

impl Part for &'static str {
    fn part(self) -> AnyView {
        self.into_any()
    }
}

impl<T: Part> Part for Option<T> {
    fn part(self) -> AnyView {
        self.map_or_else(nothing, Part::part)
    }
}

impl<T: Part> Part for Vec<T> {
    fn part(self) -> AnyView {
        let parts: Vec<AnyView> = self.into_iter().map(Part::part).collect();
        parts.into_any()
    }
}

/// No element at all.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// What is drawn anew whenever what it reads changes.
pub fn live<T: Part>(mut draw: impl FnMut() -> T + Send + 'static) -> AnyView {
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().part());
    draw.into_any()
}

/// A list drawn from what an iterator hands over.
pub fn each<T, P: Part>(items: impl IntoIterator<Item = T>, draw: impl FnMut(T) -> P) -> AnyView {
    items.into_iter().map(draw).collect::<Vec<P>>().part()
}

impl Element {
    /// A fixed attribute. A `class` is an attribute like any other.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// An attribute without a value, if `there`.
    pub fn flag(self, name: &'static str, there: bool) -> Self {
        if there { self.attr(name, "") } else { self }
    }

    /// An attribute that follows what it reads; None takes it away.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Box<dyn Fn() -> Option<String> + Send> = Box::new(value);
        self.attributes
            .push(custom_attribute(name, move || value()).into_any_attr());
        self
    }

    /// A text field's value, which follows what it reads.
    pub fn live_value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.attributes
            .push(prop("value", move || value()).into_any_attr());
        self
    }

    /// Whether a radio or box is chosen, which follows what it reads.
    pub fn live_checked(mut self, value: impl Fn() -> bool + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> bool + Send> = Box::new(value);
        self.attributes
            .push(prop("checked", move || value()).into_any_attr());
        self
    }

    /// What stands in it, after what stands there already.
    pub fn with(mut self, part: impl Part) -> Self {
        self.children.push(part.part());
        self
    }

    /// Answers an event by its name: "click", "input", "change".
    pub fn on(mut self, name: &'static str, act: impl FnMut(ev::Event) + 'static) -> Self {
        let act: Box<dyn FnMut(ev::Event)> = Box::new(act);
        let name: Custom<ev::Event> = Custom::new(name);
        self.attributes.push(event::on(name, act).into_any_attr());
        self
    }

    pub fn view(self) -> AnyView {
        custom(self.tag)
            .add_any_attr(self.attributes)
            .child(self.children)
            .into_any()
    }
}

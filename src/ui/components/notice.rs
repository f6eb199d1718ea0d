use super::form::button;
use crate::ui::element::{Element, each, el};

/// How a message is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Spoken at once by a screen reader, and shown as an error summary.
    Error,
    Caution,
    Calm,
}

/// A button of a notice or dialog.
pub struct Button {
    pub label: String,
    pub press: Box<dyn Fn()>,
}

/// A message with what can be done about it.
pub fn notice(tone: Tone, text: String, list: Vec<String>, buttons: Vec<Button>) -> Element {
    let (class, role) = match tone {
        Tone::Error => ("error-summary", "alert"),
        Tone::Caution => ("notice caution", "status"),
        Tone::Calm => ("notice", "status"),
    };
    el("div")
        .class(class)
        .attr("role", role)
        .with(el("p").with(text))
        .with(lines(list))
        .with(row(buttons))
}

/// A list, or nothing.
pub fn lines(list: Vec<String>) -> Option<Element> {
    if list.is_empty() {
        return None;
    }
    Some(el("ul").with(each(list, |line| el("li").with(line))))
}

/// Buttons side by side, the first the main one; or nothing.
pub fn row(buttons: Vec<Button>) -> Option<Element> {
    if buttons.is_empty() {
        return None;
    }
    let mut class = "button";
    let buttons = each(buttons, |Button { label, press }| {
        button(std::mem::replace(&mut class, "button plain"), label, press)
    });
    Some(el("div").class("buttons").with(buttons))
}

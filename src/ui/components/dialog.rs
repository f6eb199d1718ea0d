use super::notice::{Button, lines, row};
use crate::ui::element::{Element, each, el};

/// What a dialog asks.
pub struct Question {
    pub title: String,
    pub paragraphs: Vec<String>,
    /// Lists with a heading each.
    pub lists: Vec<(String, Vec<String>)>,
    /// The way out last.
    pub buttons: Vec<Button>,
}

/// A modal dialog, to be opened once it is in the page. `cancel` answers
/// Escape.
pub fn dialog(question: Question, cancel: impl Fn() + 'static) -> Element {
    el("dialog")
        .class("dialog")
        .attr("aria-labelledby", "dialog-title")
        .on("cancel", move |event| {
            // The program takes it away; the browser alone would only hide it.
            event.prevent_default();
            cancel();
        })
        .with(
            el("div")
                .class("flow")
                .with(
                    el("h2")
                        .attr("id", "dialog-title")
                        .attr("tabindex", "-1")
                        .with(question.title),
                )
                .with(each(question.paragraphs, |text| el("p").with(text)))
                .with(each(question.lists, |(heading, list)| {
                    each([Some(el("h3").with(heading)), lines(list)], |part| part)
                }))
                .with(row(question.buttons)),
        )
}

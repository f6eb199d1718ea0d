//! A button that takes an answer back. It stands in the question it belongs
//! to and shows once there is something to take back: the style sheet sees to
//! that, so that a tap on an answer draws nothing.

use crate::platform::page;
use crate::ui::components::form::button;
use crate::ui::element::Element;

/// A question of radios with a button that clears it. `name` is the
/// question's, `first` the value of its first answer, which gets the focus;
/// `of` says aloud which answer is meant, where the label alone does not.
pub fn clearable(
    question: Element,
    name: String,
    first: &str,
    label: &str,
    of: &str,
    clear: impl Fn() + 'static,
) -> Element {
    let first = format!("{name}-{first}");
    let clear = button("link-button take-back", label, move || {
        page::untick(&format!("input[name='{name}']"));
        page::focus_on(&first);
        clear();
    });
    question.with(clear.with((!of.is_empty()).then(|| {
        crate::ui::element::el("span")
            .class("visually-hidden")
            .with(format!(": {of}"))
    })))
}

//! What answering has in common on the pages that do not use the components
//! for it yet.

use crate::platform::page;
pub use crate::ui::components::NOT_KEPT;
use crate::ui::components::form::button;
use crate::ui::element::{Element, el};

/// The part of an element's id that names what is answered.
pub fn slug(id: &str) -> String {
    id.replace('/', "-")
}

/// What the button that takes an answer back is called.
pub const CLEAR: &str = "Clear my answer";

/// A question of radios with a button that takes its answer back. The button
/// shows once there is something to take back: the style sheet sees to that,
/// so that a tap on an answer draws nothing. `name` is the question's,
/// `first` the value of its first answer, which gets the focus, as the button
/// goes with the answer; `of` says aloud which answer is meant, where the
/// label alone does not.
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
    question.with(clear.with((!of.is_empty()).then(|| unseen(format!(": {of}")))))
}

/// Text for screen readers only, after words that many things share.
pub fn unseen(words: String) -> Element {
    el("span").class("visually-hidden").with(words)
}

/// Where `say_kept` says it.
pub fn said(slug: &str) -> Element {
    el("p")
        .class("said")
        .attr("id", said_id(slug))
        .attr("role", "status")
}

fn said_id(slug: &str) -> String {
    format!("said-{slug}")
}

/// Says whether what was entered was kept.
pub fn say_kept(slug: &str, kept: bool) {
    page::say(&said_id(slug), if kept { "" } else { NOT_KEPT });
}

//! What answering a topic and answering a requirement have in common: the
//! radios, taking the answer back, the note.

use crate::domain::limits::NOTE;
use crate::platform::page;
use crate::ui::components::form::{Answer, Question, TextBox, button, radios, text_box};
use crate::ui::element::{Element, el};

/// Said beside what the document refused, which is then shown as it is.
pub const NOT_KEPT: &str = "This was not kept: there is no room left for more.";

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

fn group_id(slug: &str) -> String {
    format!("answer-{slug}")
}

/// Text for screen readers only, after words that many things share.
pub fn unseen(words: String) -> Element {
    el("span").class("visually-hidden").with(words)
}

/// The radios of one thing, "Clear my answer" (seen only where there is one)
/// and where it is said that something was not kept. `choose` is told the
/// value, or None to take the answer back.
pub fn question(
    slug: &str,
    title: &'static str,
    answers: &[(&'static str, &'static str)],
    chosen: Option<&'static str>,
    choose: impl Fn(Option<String>) + Copy + 'static,
) -> Vec<Element> {
    let name = group_id(slug);
    let question = Question {
        name: name.clone(),
        legend: title.to_owned(),
        hint: String::new(),
        answers: answers
            .iter()
            .map(|(value, label)| Answer {
                value: (*value).to_owned(),
                label: (*label).to_owned(),
                hint: String::new(),
            })
            .collect(),
        chosen: chosen.into_iter().map(str::to_owned).collect(),
        side_by_side: true,
    };
    let radios = radios(question, move |value| choose(Some(value)));
    vec![
        clearable(radios, name, answers[0].0, CLEAR, title, move || {
            choose(None);
        }),
        said(slug),
    ]
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

/// Shows an answer in its radios, where it changed without them.
pub fn show(slug: &str, answers: &[(&'static str, &'static str)], chosen: Option<&'static str>) {
    for (value, _) in answers {
        page::show_checked(
            &format!("{}-{value}", group_id(slug)),
            chosen == Some(*value),
        );
    }
}

/// The id of a note's box.
pub fn note_id(slug: &str) -> String {
    format!("note-{slug}")
}

/// A note, open where there is one.
pub fn note(
    slug: &str,
    title: &'static str,
    value: String,
    type_in: impl Fn(String) + 'static,
) -> Element {
    let there = !value.is_empty();
    let summary = el("summary")
        .with(if there { "My note" } else { "Add a note" })
        .with(unseen(format!(" on {title}")));
    let written = TextBox {
        id: note_id(slug),
        label: format!("My note on “{title}”"),
        hint: String::new(),
        value,
        limit: NOTE.most,
        rows: 3,
        free: true,
    };
    el("details")
        .class("note")
        .flag("open", there)
        .with(summary)
        .with(text_box(written, type_in))
}

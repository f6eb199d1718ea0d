//! Questions: radio groups, boxes to tick, text boxes. Each control shows what
//! was chosen or typed by itself, in the same frame; the page is told after.

use leptos::ev;
use leptos::prelude::*;

use crate::ui::element::{Element, each, el};

/// One of several answers.
pub struct Answer {
    /// What `chosen` is told.
    pub value: String,
    pub label: String,
    /// Empty for none.
    pub hint: String,
}

/// A question with several answers, of which one or more may be chosen.
pub struct Question {
    /// Unique in the page; names the controls and the parts.
    pub name: String,
    pub legend: String,
    /// Why it is asked, or how to answer. Empty for none.
    pub hint: String,
    pub answers: Vec<Answer>,
    /// The values chosen now.
    pub chosen: Vec<String>,
    /// Short answers stand side by side where there is room.
    pub side_by_side: bool,
}

/// A radio group. `choose` is told the value.
pub fn radios(question: Question, choose: impl Fn(String) + 'static) -> Element {
    group("radio", question, Box::new(move |value, _| choose(value)))
}

/// Boxes to tick. `tick` is told the value and whether it is ticked now.
pub fn boxes(question: Question, tick: impl Fn(String, bool) + 'static) -> Element {
    group("checkbox", question, Box::new(tick))
}

fn group(kind: &'static str, question: Question, act: Box<dyn Fn(String, bool)>) -> Element {
    let Question {
        name,
        legend,
        hint,
        answers,
        chosen,
        side_by_side,
    } = question;
    let hint_id = format!("{name}-hint");
    let described = !hint.is_empty();
    let controls = each(answers, |answer| {
        let id = format!("{name}-{}", answer.value.replace('/', "-"));
        let its_hint = format!("{id}-hint");
        let is_chosen = chosen.contains(&answer.value);
        let mut control = el("input")
            .attr("type", kind)
            .attr("id", id.clone())
            .attr("name", name.clone())
            .attr("value", answer.value)
            .flag("checked", is_chosen);
        if !answer.hint.is_empty() {
            control = control.attr("aria-describedby", its_hint.clone());
        }
        let words = (!answer.hint.is_empty()).then(|| {
            el("span")
                .class("choice-hint")
                .attr("id", its_hint)
                .with(answer.hint)
        });
        el("div")
            .class("choice")
            .with(control)
            .with(el("label").attr("for", id).with(answer.label))
            .with(words)
    });
    let mut set = el("fieldset")
        .class(if side_by_side {
            "question side"
        } else {
            "question"
        })
        .attr("id", name);
    if described {
        set = set.attr("aria-describedby", hint_id.clone());
    }
    set.with(el("legend").with(legend))
        .with(described.then(|| el("p").class("hint").attr("id", hint_id).with(hint)))
        .with(el("div").class("choices").with(controls))
        .on("change", move |event| {
            act(event_target_value(&event), event_target_checked(&event));
        })
}

/// A box to write in.
pub struct TextBox {
    /// Unique in the page.
    pub id: String,
    pub label: String,
    /// Empty for none.
    pub hint: String,
    pub value: String,
    /// In UTF-16 units, as browsers count.
    pub limit: usize,
    /// 1 for a single line.
    pub rows: usize,
    /// Whether somebody could be named in it: then it says not to.
    pub free: bool,
}

/// Stands by every box in which somebody could be named.
pub const NOBODY_NAMED: &str = "Do not write anything that could identify a person you support.";

/// A text box. `type_in` is told all of its text at every change.
pub fn text_box(it: TextBox, type_in: impl Fn(String) + 'static) -> Element {
    let hint_id = format!("{}-hint", it.id);
    let nobody_id = format!("{}-nobody", it.id);
    let mut described = Vec::new();
    if !it.hint.is_empty() {
        described.push(hint_id.clone());
    }
    if it.free {
        described.push(nobody_id.clone());
    }
    let control = if it.rows > 1 {
        el("textarea")
            .attr("rows", it.rows.to_string())
            .with(it.value.clone())
    } else {
        el("input")
            .attr("type", "text")
            .attr("value", it.value.clone())
    };
    let mut control = control
        .class("input")
        .attr("id", it.id.clone())
        .attr("maxlength", it.limit.to_string())
        .attr("dir", "auto")
        .on("input", move |event: ev::Event| {
            type_in(event_target_value(&event))
        });
    if !described.is_empty() {
        control = control.attr("aria-describedby", described.join(" "));
    }
    el("div")
        .class("field")
        .with(el("label").attr("for", it.id).with(it.label))
        .with(
            (!it.hint.is_empty()).then(|| el("p").class("hint").attr("id", hint_id).with(it.hint)),
        )
        .with(it.free.then(|| {
            el("p")
                .class("hint")
                .attr("id", nobody_id)
                .with(NOBODY_NAMED)
        }))
        .with(control)
}

/// A button.
pub fn button(
    class: &'static str,
    label: impl Into<String>,
    press: impl Fn() + 'static,
) -> Element {
    el("button")
        .attr("type", "button")
        .class(class)
        .with(label.into())
        .on("click", move |_| press())
}

/// A link to a place of the app or elsewhere.
pub fn link(href: impl Into<String>, words: impl Into<String>) -> Element {
    el("a").attr("href", href).with(words.into())
}

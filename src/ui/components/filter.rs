use leptos::prelude::event_target_value;

use crate::ui::element::{Element, Part, each, el};

/// One option of a filter.
#[derive(Clone)]
pub struct Choice {
    pub label: String,
    /// A heading the option stands under, if any.
    pub group: Option<String>,
}

/// A select whose first option is "any". `chosen` is the place of the chosen
/// option, or none. Options of one group must stand together.
pub fn filter(
    id: &'static str,
    label: &'static str,
    any: &'static str,
    choices: Vec<Choice>,
    chosen: impl Fn() -> Option<usize> + Send + 'static,
    choose: impl Fn(Option<usize>) + 'static,
) -> Element {
    let mut place = 0;
    let options = each(choices.chunk_by(|a, b| a.group == b.group), |these| {
        let options = each(these, |choice| {
            let option = el("option").attr("value", place.to_string());
            place += 1;
            option.with(choice.label.clone())
        });
        match &these[0].group {
            Some(label) => el("optgroup").attr("label", label).with(options).part(),
            None => options,
        }
    });
    el("div")
        .class("field")
        .with(el("label").attr("for", id).with(label))
        .with(
            el("select")
                .attr("id", id)
                .class("select")
                .live_value(move || chosen().map_or(String::new(), |place| place.to_string()))
                .on("change", move |event| {
                    choose(event_target_value(&event).parse().ok())
                })
                .with(el("option").attr("value", "").with(any))
                .with(options),
        )
}

use leptos::prelude::*;

use crate::ui::kept::{Value, then};

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
    chosen: Value<String>,
    choose: impl Fn(Option<usize>) + 'static,
) -> AnyView {
    let mut options: Vec<AnyView> = Vec::new();
    let mut at = 0;
    while at < choices.len() {
        let group = choices[at].group.clone();
        let end = at
            + choices[at..]
                .iter()
                .take_while(|c| c.group == group)
                .count();
        let these = (at..end)
            .map(|place| {
                view! { <option value=place.to_string()>{choices[place].label.clone()}</option> }
            })
            .collect_view();
        options.push(match group {
            Some(label) => view! { <optgroup label=label>{these}</optgroup> }.into_any(),
            None => these.into_any(),
        });
        at = end;
    }
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select
                id=id
                class="select"
                prop:value=chosen
                on:change=then(move |event| choose(event_target_value(&event).parse().ok()))
            >
                <option value="">{any}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

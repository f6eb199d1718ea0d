//! A choice of one from a list that opens.

use leptos::prelude::*;

use super::hidden::Hidden;

/// One option of a select.
#[derive(Clone, Debug, PartialEq)]
pub struct SelectOption {
    pub label: String,
    /// A heading the option stands under, if any. Options of one group stand
    /// together.
    pub group: Option<String>,
}

/// A select. Where `none` has words, the first option stands for none of the
/// others.
#[component]
pub fn Select(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    /// Of what, said aloud after a label that stands on the page several times.
    #[prop(into, optional)]
    label_of: MaybeProp<String>,
    /// The first option: "Any length". Empty where one of the others is always
    /// chosen.
    #[prop(into, optional)]
    none: String,
    options: Vec<SelectOption>,
    /// The place of the chosen option, or none.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    #[prop(into)] on_choose: Callback<Option<usize>>,
) -> impl IntoView {
    let mut place = 0;
    let groups = options
        .chunk_by(|a, b| a.group == b.group)
        .map(|these| {
            let options = these
                .iter()
                .map(|option| {
                    let value = place;
                    place += 1;
                    let is_chosen = move || chosen.get() == Some(value);
                    view! { <option value=value.to_string() prop:selected=is_chosen>{option.label.clone()}</option> }
                })
                .collect::<Vec<_>>();
            match these[0].group.clone() {
                Some(label) => view! { <optgroup label=label>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
        })
        .collect::<Vec<_>>();
    let none = (!none.is_empty()).then(|| {
        view! { <option value="" prop:selected=move || chosen.get().is_none()>{none}</option> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>
                {label}
                <Hidden>{move || label_of.get().map(|of| format!(": {of}"))}</Hidden>
            </label>
            <select
                id=id
                class="select"
                on:change=move |event| on_choose.run(event_target_value(&event).parse().ok())
            >
                {none}
                {groups}
            </select>
        </div>
    }
}

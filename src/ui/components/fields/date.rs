//! A day.

use leptos::html;
use leptos::prelude::*;

/// A box for a day. A whole date is kept at once; what is none is judged once
/// the box is left, as browsers report half a date while it is typed.
#[component]
pub fn DateField(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    /// The day that is kept, as `YYYY-MM-DD`; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// The last day that can be meant, as `YYYY-MM-DD`.
    #[prop(into)]
    latest: String,
    /// Is told the text, and whether the browser says that what stands there
    /// is no date; answers what is wrong with it, if anything.
    #[prop(into)]
    on_date: Callback<(String, bool), Option<String>>,
) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<String>);
    let shown = StoredValue::new(value.get_untracked());
    Effect::new(move |_| {
        let kept = value.get();
        if let Some(field) = field.get()
            && !field.matches(":focus").unwrap_or(false)
            && shown.with_value(|shown| *shown != kept)
        {
            field.set_value(&kept);
            shown.set_value(kept);
        }
    });
    let read = move |is_left: bool| {
        let Some(field) = field.get_untracked() else {
            return;
        };
        let (text, broken) = (field.value(), field.matches(":invalid").unwrap_or(false));
        // What was not touched is not judged.
        if !broken && shown.with_value(|shown| *shown == text) {
            problem.set(None);
            return;
        }
        let wrong = on_date.run((text.clone(), broken));
        if wrong.is_none() {
            shown.set_value(text);
        }
        if is_left || wrong.is_none() {
            problem.set(wrong);
        }
    };
    let hint_id = format!("{id}-hint");
    let problem_id = format!("{id}-problem");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <p class="hint" id=hint_id.clone()>{hint}</p>
            <input
                node_ref=field
                type="date"
                class="input date"
                id=id
                max=latest
                autocomplete="off"
                aria-describedby=format!("{hint_id} {problem_id}")
                aria-invalid=move || problem.with(Option::is_some).then_some("true")
                prop:value=value.get_untracked()
                on:change=move |_| read(false)
                on:blur=move |_| read(true)
            />
            <p class="problem" role="alert" id=problem_id>{move || problem.get()}</p>
        </div>
    }
}

//! A day.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::said::below;

/// A box for a day. What is typed is kept and judged once the box is left, as
/// browsers report half a date, and another date, while it is typed; what is
/// chosen from the browser's calendar is kept at once.
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
    // Keys were pressed since the box was entered.
    let is_typed = StoredValue::new(false);
    let read = move || {
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
        problem.set(wrong);
    };
    let leave = move || {
        is_typed.try_set_value(false);
        read();
    };
    // The page can go without the box being left.
    let gone = window_event_listener(ev::pagehide, move |_| {
        if is_typed.try_get_value() == Some(true) {
            leave();
        }
    });
    on_cleanup(move || gone.remove());
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
                on:keydown=move |event| {
                    match event.key().as_str() {
                        "Enter" => leave(),
                        "Tab" => {}
                        _ => is_typed.set_value(true),
                    }
                }
                on:change=move |_| {
                    if !is_typed.get_value() {
                        read();
                    }
                }
                on:blur=move |_| leave()
            />
            {below("problem", "alert", Some(problem_id), move || problem.get().unwrap_or_default())}
        </div>
    }
}

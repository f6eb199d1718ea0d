//! Questions that must be answered before anything else.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::buttons::{Action, Buttons};
use super::message::Lines;

/// A modal dialog: it opens once it is in the page, keeps the focus inside,
/// and Escape answers `on_cancel`.
#[component]
pub fn Modal(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    /// For the style sheet.
    #[prop(default = "dialog")]
    class: &'static str,
    #[prop(into)] title: String,
    #[prop(into)] on_cancel: Callback<()>,
    /// The way out last.
    #[prop(optional)]
    actions: Vec<Action>,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    // The second click of a double click on what opened the dialog must not
    // press what has just come under it.
    let first_click = StoredValue::new(true);
    let leave_out_a_second_click = move |event: ev::MouseEvent| {
        if event.detail() > 1 && first_click.get_value() {
            event.prevent_default();
            event.stop_propagation();
        } else {
            first_click.set_value(false);
        }
    };
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            // It fails only for an element that is not in the page.
            let _ = dialog.show_modal();
        }
    });
    // The browser gives the focus back to what had it, where that is still there.
    on_cleanup(move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let title_id = format!("{id}-title");
    let heading = view! { <h2 id=title_id.clone() tabindex="-1">{title}</h2> };
    view! {
        <dialog
            node_ref=dialog
            class=class
            id=id
            aria-labelledby=title_id
            on:click:capture=leave_out_a_second_click
            on:cancel=move |event: ev::Event| {
                // The program takes it away; the browser alone would only hide it.
                event.prevent_default();
                on_cancel.run(());
            }
        >
            <div class="flow">
                {heading}
                {children()}
                <Buttons actions/>
            </div>
        </dialog>
    }
}

/// What a question of the whole app says: paragraphs, then lists with a
/// heading each.
#[component]
pub fn QuestionText(paragraphs: Vec<String>, lists: Vec<(String, Vec<String>)>) -> impl IntoView {
    let paragraphs = paragraphs
        .into_iter()
        .map(|text| view! { <p>{text}</p> })
        .collect_view();
    let lists = lists
        .into_iter()
        .map(|(heading, list)| view! { <h3>{heading}</h3> <Lines list/> })
        .collect_view();
    view! { {paragraphs} {lists} }
}

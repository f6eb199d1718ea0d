//! A button that copies a text.

use leptos::prelude::*;

use crate::platform::clipboard;
use crate::ui::components::Hidden;

/// Copies, then says beside it whether that worked; where the browser forbids
/// copying, the text itself is shown to copy by hand.
#[component]
pub fn CopyButton(
    #[prop(into)] label: String,
    /// Of what, said aloud after the label. Empty for nothing.
    #[prop(into)]
    of: String,
    #[prop(into)] text: String,
) -> impl IntoView {
    let copied = RwSignal::new(None);
    let of = (!of.is_empty()).then(|| view! { <Hidden>{format!(": {of}")}</Hidden> });
    let by_hand = format!("Copy this: {text}");
    let said = move || match copied.get() {
        None => String::new(),
        Some(true) => "Copied.".to_owned(),
        Some(false) => by_hand.clone(),
    };
    let copy = move |_| {
        // So that a second time is said, too.
        copied.set(None);
        clipboard::write(&text, move |worked| {
            // Gone with its page, perhaps.
            copied.try_set(Some(worked));
        });
    };
    view! {
        <button type="button" class="link-button" on:click=copy>{label}{of}</button>
        " "
        <span role="status" prop:textContent=said></span>
    }
}

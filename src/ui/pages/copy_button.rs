//! A button that copies a text.

use leptos::prelude::*;

use crate::platform::clipboard;
use crate::ui::components::Hidden;

/// Copies, then says whether it worked; where the browser forbids copying, the
/// text itself is shown to copy by hand.
#[component]
pub fn CopyButton(
    #[prop(into)] label: String,
    /// Of what, said aloud after the label. Empty for nothing.
    #[prop(into)]
    of: String,
    #[prop(into)] text: String,
) -> impl IntoView {
    let copied = RwSignal::new(None);
    let by_hand = format!("Copy this: {text}");
    let words = move || match copied.get() {
        None => {
            let of = (!of.is_empty()).then(|| format!(": {of}"));
            view! { {label.clone()}{of.map(|of| view! { <Hidden>{of}</Hidden> })} }.into_any()
        }
        Some(true) => "Copied".into_any(),
        Some(false) => by_hand.clone().into_any(),
    };
    let copy = move |_| {
        clipboard::write(&text, move |worked| {
            // Gone with its page, perhaps.
            copied.try_set(Some(worked));
        });
    };
    view! { <button type="button" class="link-button" on:click=copy>{words}</button> }
}

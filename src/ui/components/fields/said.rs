//! What is said below a box.

use leptos::prelude::*;

use crate::ui::after_press::after_press;

/// Words below a box, which come and go as it is left. Often it is left by a
/// press on something further down: they wait for the click, as what moves
/// before it takes the click from what was pressed.
pub fn below(
    class: &'static str,
    role: &'static str,
    id: Option<String>,
    words: impl Fn() -> String + 'static,
) -> AnyView {
    said(class, role, id, Box::new(words))
}

fn said(
    class: &'static str,
    role: &'static str,
    id: Option<String>,
    words: Box<dyn Fn() -> String>,
) -> AnyView {
    let shown = RwSignal::new(String::new());
    Effect::new(move |_| {
        let words = words();
        after_press(move || {
            // What is said again is not said aloud again.
            if shown.try_with_untracked(|shown| *shown != words) == Some(true) {
                shown.set(words);
            }
        });
    });
    view! { <p class=class role=role id=id prop:textContent=shown></p> }.into_any()
}

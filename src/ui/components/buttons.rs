//! Buttons side by side.

use leptos::prelude::*;

use super::hidden::Hidden;

/// What a button says and does.
#[derive(Clone)]
pub struct Action {
    pub label: String,
    pub press: Callback<()>,
}

/// Buttons side by side, the first the main one; nothing where there is none.
#[component]
pub fn Buttons(
    actions: Vec<Action>,
    /// Of what, said aloud after labels that stand on the page several times.
    /// Empty for nothing.
    #[prop(into, optional)]
    of: String,
) -> impl IntoView {
    let buttons = actions
        .into_iter()
        .enumerate()
        .map(|(place, Action { label, press })| {
            let class = if place == 0 { "button" } else { "button plain" };
            let of = (!of.is_empty()).then(|| of.clone());
            let of = of.map(|of| view! { <Hidden>": " <bdi>{of}</bdi></Hidden> });
            view! { <button type="button" class=class on:click=move |_| press.run(())>{label}{of}</button> }
        })
        .collect::<Vec<_>>();
    (!buttons.is_empty()).then(|| view! { <div class="buttons">{buttons}</div> })
}

use leptos::prelude::*;

/// What a button says and does.
#[derive(Clone)]
pub struct Action {
    pub label: String,
    pub press: Callback<()>,
}

/// Buttons side by side, the first the main one; nothing where there is none.
#[component]
pub fn Buttons(actions: Vec<Action>) -> impl IntoView {
    let buttons = actions
        .into_iter()
        .enumerate()
        .map(|(place, Action { label, press })| {
            let class = if place == 0 { "button" } else { "button plain" };
            view! { <button type="button" class=class on:click=move |_| press.run(())>{label}</button> }
        })
        .collect::<Vec<_>>();
    (!buttons.is_empty()).then(|| view! { <div class="buttons">{buttons}</div> })
}

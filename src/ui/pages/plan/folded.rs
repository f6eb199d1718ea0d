use leptos::prelude::*;

use crate::ui::components::Hidden;

/// Details whose inside is drawn when they are first opened.
#[component]
pub fn Folded(
    /// Unique in the page.
    #[prop(into)]
    id: String,
    class: &'static str,
    #[prop(into)] summary: Signal<String>,
    /// Of what, said aloud after the summary. Empty for none.
    #[prop(into, optional)]
    of: String,
    open: RwSignal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    let was_open = Memo::new(move |was: Option<&bool>| was == Some(&true) || open.get());
    let of = (!of.is_empty()).then(|| view! { <Hidden>": " <bdi>{of}</bdi></Hidden> });
    view! {
        <details
            id=id
            class=class
            prop:open=open
            on:toggle:target=move |event| {
                let is_open = event.target().open();
                if open.try_get_untracked().is_some_and(|open| open != is_open) {
                    open.set(is_open);
                }
            }
        >
            <summary><span prop:textContent=summary></span>{of}</summary>
            <div>{move || was_open.get().then(|| children())}</div>
        </details>
    }
}

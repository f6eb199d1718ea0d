//! What is drawn by a part of the program that is asked for when it is needed.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::SplitLoaderError;

use crate::platform::page;

/// Shows it once its part is here, or says that it did not arrive.
#[component]
pub fn WhenHere<Part, Load>(
    /// Asks for the part.
    part: fn() -> Load,
    draw: impl Fn(Part) -> AnyView + Send + 'static,
) -> impl IntoView
where
    Part: Copy + Send + Sync + 'static,
    Load: Future<Output = Result<Part, SplitLoaderError>> + 'static,
{
    let here = RwSignal::new(None);
    let ask = move || {
        spawn_local(async move {
            let arrived = part().await;
            // What asked for it may be gone.
            here.try_set(Some(arrived.ok()));
        });
    };
    ask();
    move || {
        match here.get() {
        None => view! { <div aria-busy="true"></div> }.into_any(),
        Some(Some(part)) => draw(part),
        Some(None) => view! {
            <p role="alert">"This could not be loaded. " {what_helps()}</p>
            <p><button type="button" class="button plain" on:click=move |_| ask()>"Try again"</button></p>
        }
        .into_any(),
    }
    }
}

/// What to do where a part did not arrive. After a new release the host may no
/// longer have the parts of this one, and trying again helps nobody.
pub fn what_helps() -> &'static str {
    if page::is_renewed() {
        "Waymark has perhaps been renewed since you opened it: if trying again does not help, load this page again. What is saved in this browser is kept."
    } else {
        "Check your connection and try again. Nothing of yours has changed."
    }
}

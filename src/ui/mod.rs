//! Leptos: pages read memos and call the session, components take props.

mod components;
mod element;
mod pages;
#[cfg(feature = "your-data")]
mod session;

use leptos::prelude::*;

use crate::app::route::{Route, window_title};
use crate::platform::page;

/// Puts the app into its place in `index.html`, whose frame and first words
/// are already on the screen.
pub fn mount() {
    let (route, set_route) = signal(Route::parse(&page::fragment()).unwrap_or(Route::Home));
    page::on_fragment_change(move |fragment| {
        if let Some(new) = Route::parse(&fragment) {
            set_route.set(new);
        }
    });
    mount_to(
        page::place(page::Place::Page),
        move || view! { <App route/> },
    )
    .forget();
}

/// Draws the page of the route and tells the frame about it.
#[component]
fn App(route: ReadSignal<Route>) -> impl IntoView {
    #[cfg(feature = "your-data")]
    {
        let keeper = session::Keeper::begin();
        provide_context(keeper);
        mount_to(page::place(page::Place::Notices), move || keeper.notices()).forget();
    }
    provide_context(pages::resources::Search::new());
    Effect::new(move |before: Option<()>| {
        let route = route.get();
        let heading = pages::heading(&route);
        page::show_arrival(
            &window_title(&heading),
            &route.root_href(),
            route == Route::Home && pages::is_first_visit(),
            before.is_some(),
            pages::arrive_at(&route).as_deref(),
        );
    });
    move || pages::draw(route.get())
}

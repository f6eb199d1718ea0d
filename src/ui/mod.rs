//! Leptos: pages draw what the session says, components take props.

mod components;
mod kept;
mod pages;
mod session;

use leptos::prelude::*;

use crate::app::route::{Route, window_title};
use crate::platform::{clock, page};
use kept::{Kept, live};

/// Puts the app into its place in `index.html`, whose frame and first words
/// are already on the screen.
pub fn mount() {
    // The session outlives every page, so it is owned by the program itself.
    let owner = Owner::new();
    owner.set();
    std::mem::forget(owner);
    let keeper = session::Keeper::begin();
    let (notices, place) = page::places();
    mount_to(notices, move || keeper.notices()).forget();

    let route = Kept::new(Route::parse(&page::fragment()).unwrap_or(Route::Home));
    page::on_fragment_change(move |fragment| {
        if let Some(new) = Route::parse(&fragment) {
            route.update(|route| *route = new);
        }
    });
    let search = pages::resources::Search::new();
    let arrived = Kept::new(false);
    let drawn = move || {
        let route = route.with(Route::clone);
        let moved = arrived.quietly(|arrived| std::mem::replace(arrived, true));
        let (heading, of) = (pages::heading(&route), route.clone());
        // Once it is in its place.
        clock::soon(move || {
            page::show_arrival(
                &window_title(&heading),
                &of.root_href(),
                of == Route::Home,
                moved,
                pages::arrive_at(&of).as_deref(),
            );
        });
        pages::draw(route, keeper, search)
    };
    mount_to(place, move || live(drawn)).forget();
}

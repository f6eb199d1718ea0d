//! Leptos: pages read what is kept and call the session, components take props.

mod components;
mod element;
mod kept;
mod pages;
mod session;

use leptos::prelude::*;

use crate::app::route::{Route, window_title};
use crate::domain::framework::is_here;
use crate::platform::{clock, page, words};
use crate::ui::element::{live, nothing};
use crate::ui::kept::Kept;
use crate::ui::session::Keeper;

/// Puts the app into its place in `index.html`, whose frame and first words
/// are already on the screen.
pub fn mount() {
    words::take();
    let now = Kept::new(Now {
        route: Route::parse(&page::fragment()).unwrap_or(Route::Home),
        words: if is_here() {
            Arrival::Here
        } else {
            Arrival::Awaited
        },
        moves: 1,
    });
    page::on_fragment_change(move |fragment| {
        if let Some(route) = Route::parse(&fragment) {
            now.update(|now| {
                now.route = route;
                now.moves += 1;
            });
        }
    });
    let keeper = Keeper::begin();
    put(page::Place::Notices, Box::new(move || keeper.notices()));
    put(
        page::Place::Page,
        Box::new(move || {
            provide_context(keeper);
            provide_context(pages::resources::Search::new());
            if !is_here() {
                await_framework(keeper, now);
            }
            app(keeper, now)
        }),
    );
}

fn put(place: page::Place, draw: Box<dyn FnOnce() -> AnyView>) {
    mount_to(page::place(place), draw).forget();
}

/// What the page is drawn from.
struct Now {
    route: Route,
    words: Arrival,
    /// Counts the changes of the route.
    moves: u32,
}

/// Draws the page of the route and tells the frame about it.
fn app(keeper: Keeper, now: Kept<Now>) -> AnyView {
    let mut told = 0;
    live(move || {
        let (route, words, moves) = now.with(|now| (now.route.clone(), now.words, now.moves));
        if words != Arrival::Here && route.needs_rest() {
            let again = move || await_framework(keeper, now);
            return pages::awaiting(words == Arrival::Failed, Box::new(again));
        }
        let first_words = route == Route::Home && keeper.is_first_visit();
        if told != moves {
            let (route, moved) = (route.clone(), told > 0);
            told = moves;
            // Once it is drawn.
            clock::soon(move || arrive(&route, first_words, moved));
        }
        page::show_words(first_words);
        if first_words {
            // They stand in index.html, and need nothing of the program's rest.
            return nothing();
        }
        pages::draw(route)
    })
}

fn arrive(route: &Route, first_words: bool, moved: bool) {
    page::show_arrival(
        &window_title(&pages::heading(route)),
        &route.root_href(),
        first_words,
        moved,
        pages::arrive_at(route).as_deref(),
    );
}

/// Whether the framework's words have arrived.
#[derive(Clone, Copy, PartialEq)]
enum Arrival {
    Awaited,
    Here,
    Failed,
}

fn await_framework(keeper: Keeper, now: Kept<Now>) {
    let learn = move |words| {
        now.update(|now| now.words = words);
    };
    learn(Arrival::Awaited);
    keeper.with_framework(move |here| {
        learn(if here { Arrival::Here } else { Arrival::Failed });
    });
}

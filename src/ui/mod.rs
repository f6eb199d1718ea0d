//! Leptos: pages read memos and call the session, components take props.

mod components;
mod element;
mod pages;
mod session;

use leptos::prelude::*;

use crate::app::route::{Route, window_title};
use crate::domain::framework::is_here;
use crate::platform::{page, words};
use crate::ui::session::Keeper;

/// Puts the app into its place in `index.html`, whose frame and first words
/// are already on the screen.
pub fn mount() {
    words::take();
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
    let arrival = RwSignal::new(if is_here() {
        Arrival::Here
    } else {
        Arrival::Awaited
    });
    let keeper = Keeper::begin();
    provide_context(keeper);
    mount_to(page::place(page::Place::Notices), move || keeper.notices()).forget();
    provide_context(pages::resources::Search::new());
    if arrival.get_untracked() != Arrival::Here {
        await_framework(keeper, arrival);
    }
    let shown = move || {
        let route = route.get();
        (arrival.get() == Arrival::Here || !route.needs_framework()).then_some(route)
    };
    Effect::new(move |before: Option<()>| {
        let Some(route) = shown() else { return };
        let heading = pages::heading(&route);
        page::show_arrival(
            &window_title(&heading),
            &route.root_href(),
            route == Route::Home && pages::is_first_visit(),
            before.is_some(),
            pages::arrive_at(&route).as_deref(),
        );
    });
    move || match shown() {
        Some(route) => pages::draw(route),
        None => pages::awaiting(
            arrival.get() == Arrival::Failed,
            Callback::new(move |()| await_framework(keeper, arrival)),
        ),
    }
}

/// Whether the framework's words have arrived.
#[derive(Clone, Copy, PartialEq)]
enum Arrival {
    Awaited,
    Here,
    Failed,
}

fn await_framework(keeper: Keeper, arrival: RwSignal<Arrival>) {
    arrival.set(Arrival::Awaited);
    keeper.with_framework(move |here| {
        arrival.set(if here { Arrival::Here } else { Arrival::Failed });
    });
}

//! The frame: the address, the page it asks for, and the part of the program
//! that has it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::parts::{self, DrawPage, Page};
use super::session::SessionContext;
use crate::app::route::{Route, window_title};
use crate::app::session::Keys;
use crate::platform::{clock, local_pack, page, storage};
use crate::ui::components::Each;
use crate::ui::when_here::what_helps;

/// What stands in the place of the page.
#[derive(Clone)]
enum Shown {
    /// Nothing yet, or the words of a first visit, which stand in `index.html`.
    FirstWords,
    /// Its part has been on its way for a while.
    Awaited(Route),
    /// Its part did not arrive.
    Missing(Route),
    Page(Route, Option<DrawPage>),
}

impl Shown {
    fn key(&self) -> (&'static str, String) {
        match self {
            Shown::FirstWords => ("first words", String::new()),
            Shown::Awaited(route) => ("awaited", route.href()),
            Shown::Missing(route) => ("missing", route.href()),
            // It has no address of its own.
            Shown::Page(Route::NotFound, _) => ("nowhere", String::new()),
            Shown::Page(route, _) => ("page", route.href()),
        }
    }
}

/// How long a part may be on its way before it is said, in milliseconds.
const SAY_AFTER: i32 = 400;

/// Everything between the header and the footer.
#[component]
pub fn App() -> impl IntoView {
    let route = RwSignal::new(Route::of(&page::fragment(), page::has));
    let session = RwSignal::new(None::<SessionContext>);
    page::leave_out_stray_clicks();
    page::on_fragment_change(
        |fragment| Route::parse(fragment).is_some(),
        move |fragment| {
            let to = Route::of(&fragment, page::has);
            if route.with_untracked(|shown| *shown == to) {
                page::stay();
            } else {
                if let Some(session) = session.get_untracked() {
                    session.leave_page();
                }
                route.set(to);
            }
        },
    );
    let frame = Frame {
        owner: StoredValue::new(Owner::current().expect("a component has an owner")),
        session,
        shown: RwSignal::new(Shown::FirstWords),
        route,
        stored: storage::holds_any(Keys::new(page::path().as_deref()).prefix()),
        moved: StoredValue::new(false),
    };
    let wanted = Memo::new(move |_| frame.wanted());
    Effect::new(move |_| frame.go(wanted.get()));
    mount_to(page::place(page::Place::Notices), move || {
        move || frame.session.get().map(SessionContext::draw_notices)
    })
    .forget();
    // Another page is another element, never the last one's changed in place:
    // what is typed or open in one must not stand in the next.
    view! {
        <Each each=move || [frame.shown.get()] key=Shown::key let:shown>
            {untrack(|| frame.draw(shown))}
        </Each>
    }
}

#[derive(Clone, Copy)]
struct Frame {
    /// What pages are drawn under, so that they find the session.
    owner: StoredValue<Owner>,
    session: RwSignal<Option<SessionContext>>,
    shown: RwSignal<Shown>,
    route: RwSignal<Route>,
    /// Something of ours was stored here when the page was loaded.
    stored: bool,
    /// A page was shown before: then the focus follows to the next.
    moved: StoredValue<bool>,
}

/// What should be shown.
#[derive(Clone, PartialEq)]
enum Wanted {
    FirstWords,
    Page(Route),
}

impl Frame {
    fn wanted(self) -> Wanted {
        let route = self.route.get();
        let is_first_visit = match self.session.get() {
            Some(session) => session.is_first_visit(),
            // Before the session is here, what is stored tells who comes back.
            None => !self.stored,
        };
        if route == Route::Home && is_first_visit {
            Wanted::FirstWords
        } else {
            Wanted::Page(route)
        }
    }

    /// Shows it, once the session and the page's part are here.
    fn go(self, wanted: Wanted) {
        let Wanted::Page(route) = wanted.clone() else {
            self.shown.set(Shown::FirstWords);
            self.arrive(Route::Home.heading().to_owned(), Route::Home, None, true);
            spawn_local(async move {
                let _ = self.begin_session().await;
                parts::load_the_rest().await;
            });
            return;
        };
        let is_wanted = move || untrack(|| self.wanted()) == wanted;
        let arrived = StoredValue::new(false);
        let (still_wanted, slow) = (is_wanted.clone(), route.clone());
        clock::after(SAY_AFTER, move || {
            // Gone with what it was asked for.
            if arrived.try_get_value() == Some(false) && still_wanted() {
                self.shown.set(Shown::Awaited(slow));
            }
        });
        // Asked for beside the session, not after it.
        let beside = route.clone();
        spawn_local(async move {
            let _ = parts::page(&beside).await;
        });
        spawn_local(async move {
            let part = match self.begin_session().await {
                Ok(()) => parts::page(&route).await,
                Err(missing) => Err(missing),
            };
            arrived.try_set_value(true);
            if !is_wanted() {
                return;
            }
            match part {
                Ok(draw) => {
                    self.shown.set(Shown::Page(route, draw));
                    parts::load_the_rest().await;
                }
                Err(_) => self.shown.set(Shown::Missing(route)),
            }
        });
    }

    /// Begins the session if it has not begun.
    async fn begin_session(self) -> Result<(), parts::SplitLoaderError> {
        let begin = parts::session().await?;
        // What the host adds is known before anything asks the framework.
        if local_pack::is_there() {
            (parts::local_pack().await?)();
        }
        if self.session.with_untracked(Option::is_none) {
            let session = self.owner.with_value(|owner| owner.with(begin));
            self.session.set(Some(session));
        }
        Ok(())
    }

    fn draw(self, shown: Shown) -> AnyView {
        let first_words = matches!(shown, Shown::FirstWords);
        page::show_words(first_words);
        match shown {
            Shown::FirstWords => ().into_any(),
            Shown::Awaited(route) => {
                let heading = route.heading();
                self.arrive(heading.to_owned(), route, None, false);
                view! {
                    <div class="flow" id="awaited">
                        <h1 class="page-title" tabindex="-1">{heading}</h1>
                        <p role="status">"This page is on its way …"</p>
                    </div>
                }
                .into_any()
            }
            Shown::Missing(route) => {
                let heading = route.heading();
                self.arrive(
                    heading.to_owned(),
                    route.clone(),
                    Some("missing".to_owned()),
                    false,
                );
                let load_again = page::is_renewed().then(|| {
                    view! {
                        <button type="button" class="button plain" on:click=|_| page::load_again()>"Load the page again"</button>
                    }
                });
                let again = move |_| {
                    // Missing again, it is another message.
                    self.shown.set(Shown::Awaited(route.clone()));
                    self.go(Wanted::Page(route.clone()));
                };
                view! {
                    <div class="flow">
                        <h1 class="page-title" tabindex="-1">{heading}</h1>
                        <div class="error-summary" role="alert" id="missing" tabindex="-1">
                            <p>"This page could not be loaded. " {what_helps()}</p>
                            <p class="buttons">
                                <button type="button" class="button" on:click=again>"Try again"</button>
                                {load_again}
                            </p>
                        </div>
                    </div>
                }
                .into_any()
            }
            Shown::Page(route, draw) => {
                let page = draw.and_then(|draw| draw(route.clone()));
                let page = page.unwrap_or_else(nothing_here);
                self.arrive(page.heading, route, page.points_at, false);
                page.view
            }
        }
    }

    /// Tells the frame in `index.html` about a page, once it is drawn.
    fn arrive(self, heading: String, route: Route, points_at: Option<String>, first_words: bool) {
        clock::soon(move || {
            let asked = self
                .session
                .get_untracked()
                .and_then(SessionContext::arrive);
            let points_at = points_at.or(asked);
            let moved = self.moved.try_get_value().unwrap_or(true);
            self.moved.set_value(true);
            page::show_arrival(
                &window_title(&heading),
                &route.root_href(),
                first_words,
                moved,
                points_at.as_deref(),
            );
        });
    }
}

/// A page that only says why it is empty, with ways on.
fn nothing_here() -> Page {
    let heading = Route::NotFound.heading();
    let why = "There is no page at this address. If you typed it, check it; if you followed a link, the page may have a new name. Nothing of yours has changed.";
    Page {
        heading: heading.to_owned(),
        points_at: None,
        view: view! {
            <div class="flow">
                <h1 class="page-title" tabindex="-1">{heading}</h1>
                <p>{why}</p>
                <ul>
                    <li><a href="#/">"Go to the first page"</a></li>
                    <li><a href="#/framework">"Read the framework"</a></li>
                    <li><a href="#/resources">"Find training"</a></li>
                </ul>
            </div>
        }
        .into_any(),
    }
}

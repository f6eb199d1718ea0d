//! What the host of the site adds, taken once at start. A part of its own: it is
//! asked for only where there is something to take.

use std::sync::OnceLock;

use leptos::prelude::*;

use super::components::ExternalLink;
use crate::app::local::{AtStart, host_lines};
use crate::app::route::Route;
use crate::app::session::{Keys, Store};
use crate::domain::framework::model::Host;
use crate::domain::framework::{bundled, shipped, take_with_host};
use crate::platform::storage::BrowserStore;
use crate::platform::{local_pack, page};

static AT_START: OnceLock<AtStart> = OnceLock::new();

/// What came with the page; none where nothing did.
pub fn at_start() -> Option<&'static AtStart> {
    AT_START.get()
}

/// Takes it, before anything of the framework is shown; the part's own
/// function. Asked again, it does nothing.
pub fn take() {
    let (from, text) = local_pack::read();
    if AT_START.get().is_some() || AT_START.set(AtStart::read(from, text, shipped())).is_err() {
        return;
    }
    let Some(came) = AT_START.get() else { return };
    if let Some(pack) = &came.pack {
        take_with_host(shipped().with_pack(pack));
    }
    if let Some(host) = bundled().host {
        mount_to(
            page::place(page::Place::Host),
            move || view! { <AtFoot host/> },
        )
        .forget();
    }
    if let Some((says, stop)) = came.trial(page::path().is_none()) {
        mount_to(
            page::place(page::Place::Notices),
            move || view! { <Trial says stop/> },
        )
        .forget();
    }
}

/// Who hosts this page and whom to ask, at the foot of every page.
#[component]
fn AtFoot(host: &'static Host) -> impl IntoView {
    view! { <HostLines host/> }
}

/// The same, wherever it stands.
#[component]
pub fn HostLines(host: &'static Host) -> impl IntoView {
    let (first, contacts) = host_lines(host);
    let contacts = contacts.into_iter().map(|(words, url)| {
        let link =
            url.map(|url| view! { " " <ExternalLink url text="Web page" of=words.clone()/> });
        view! { <p><bdi>{words}</bdi> {link}</p> }
    });
    view! {
        <p>{first}</p>
        {contacts.collect_view()}
    }
}

/// A pack is tried out: said on every page until it is taken back.
#[component]
fn Trial(says: &'static str, stop: &'static str) -> impl IntoView {
    view! {
        <div class="notice caution" id="local-trial">
            <p>{says}</p>
            <p class="buttons">
                <button type="button" class="button plain" on:click=|_| take_back()>{stop}</button>
                <a href=Route::Local.href()>"Go on with it"</a>
            </p>
        </div>
    }
}

/// Stops trying a pack out, and loads the page without it.
fn take_back() {
    let keys = Keys::new(page::path().as_deref());
    let _ = BrowserStore.remove(&keys.local_trial());
    page::load_again();
}

/// Tries a pack out in this browser alone. False where the browser does not
/// keep it.
pub fn try_out(text: &str) -> bool {
    let keys = Keys::new(page::path().as_deref());
    let is_kept = BrowserStore.write(&keys.local_trial(), text).is_ok();
    if is_kept {
        page::load_again();
    }
    is_kept
}

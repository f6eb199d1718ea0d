//! Saving a backup file, and what to do where a browser saves no files.

use leptos::prelude::*;

use crate::app::handover::given;
use crate::app::session::Event;
use crate::domain::file::{FileKind, file_name};
use crate::platform::clock;
use crate::ui::parts::{self, DrawHere};
use crate::ui::session::use_session;
use crate::ui::when_here::WhenHere;

/// Saves a backup: as a file, or as text where the browser saves none.
#[component]
pub fn SaveBackup() -> impl IntoView {
    let session = use_session();
    let said = RwSignal::new(String::new());
    let save = move |_| {
        session.send_and(Event::SaveBackup, move || {
            let name = file_name(FileKind::Backup, clock::today());
            // That it failed is said at the top of the page. That may have
            // been left.
            said.try_set(match session.was_not_saved(&name) {
                true => String::new(),
                false => given(&name),
            });
        });
    };
    view! {
        <div class="buttons">
            <button type="button" class="button" on:click=save>"Save a backup file"</button>
        </div>
        <p role="status" prop:textContent=move || said.get()></p>
        <AsText/>
    }
}

/// The backup to take along without a download, made when it is asked for.
#[component]
fn AsText() -> impl IntoView {
    let was_opened = RwSignal::new(false);
    view! {
        <details id="as-text" on:toggle=move |_| was_opened.set(true)>
            <summary>"If your browser saves no file"</summary>
            {move || was_opened.get().then(|| view! {
                <WhenHere part=parts::backup_text draw=|draw: DrawHere| draw()/>
            })}
        </details>
    }
}

//! The backup as text, to take along where a browser saves no files. A part of
//! its own: the plan is written in it.

use leptos::html;
use leptos::prelude::*;

use crate::app::handover::shared_name;
use crate::app::session::Event;
use crate::domain::document::Document;
use crate::platform::clipboard;
use crate::platform::share::{self, Shared};
use crate::ui::session::use_session;

/// A backup as text to copy, where no file can be saved.
#[component]
pub fn BackupText() -> impl IntoView {
    let session = use_session();
    let document = session.memo(Document::clone);
    // Only a change of the document makes it another: the time in it passes,
    // and somebody may be selecting it.
    let text = move || {
        document.track();
        session.backup_file().1
    };
    let field = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new("");
    let select = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let copy = move |_| {
        clipboard::write(&session.backup_file().1, move |worked| {
            if worked {
                session.send(Event::BackupCopied);
            }
            // Gone with its page, perhaps.
            said.try_set(if worked {
                "The text was copied."
            } else {
                "The browser would not copy it. The text in the box is selected: copy it by hand."
            });
            if !worked {
                select();
            }
        });
    };
    let share = share::takes_files().then(|| {
        let share = move |_| {
            let (name, text) = session.backup_file();
            share::share(&shared_name(&name), &text, move |shared| {
                if matches!(shared, Shared::Settled) {
                    session.send(Event::BackupCopied);
                }
                said.try_set(match shared {
                    Shared::Settled => "",
                    Shared::Refused => "This browser would not share it. Copy the text instead.",
                });
            });
        };
        view! { <button type="button" class="button plain" on:click=share>"Share …"</button> }
    });
    view! {
        <div class="flow">
            <p>
                "Some browsers, above all those inside other apps, save no files. Open Waymark in your usual browser if you can. Or take everything you entered along as text: keep it in a file whose name ends in .txt, and you can open that file here."
            </p>
            <div class="field">
                <label for="backup-text">"The backup file, letter for letter"</label>
                <textarea
                    node_ref=field
                    id="backup-text"
                    class="input"
                    rows="4"
                    readonly
                    autocomplete="off"
                    prop:value=text
                    on:focus=move |_| select()
                ></textarea>
            </div>
            <div class="buttons">
                <button type="button" class="button plain" on:click=copy>"Copy the text"</button>
                {share}
            </div>
            <p role="status" prop:textContent=move || said.get()></p>
        </div>
    }
}

//! What this tool adds to the framework, marked as its own.

use leptos::prelude::*;

use crate::app::words::{OWN, OWN_VIEW};
use crate::domain::framework::bundled;
use crate::domain::framework::model::{Description, HostNote, Origin, Target, Text};
use crate::ui::components::ExternalLink;

/// Words beside the framework's.
#[component]
pub fn OwnWords(texts: &'static [Text]) -> impl IntoView {
    texts
        .iter()
        .map(|text| view! { <p><span class="tag own">{OWN}</span> " " {*text}</p> })
        .collect_view()
}

/// What is said of a section or a resource, and what this tool adds.
#[component]
pub fn Described(description: &'static Description) -> impl IntoView {
    let said = description.text.iter();
    view! {
        {said.map(|text| view! { <p>{*text}</p> }).collect_view()}
        <OwnWords texts=&description.own/>
    }
}

/// What the host of this site says beside something.
#[component]
pub fn HostNotes(
    about: Target,
    /// What it is called.
    of: Text,
) -> impl IntoView {
    let notes = bundled().notes_on(&about);
    notes
        .map(|note| view! { <HostNoteOn note of/> })
        .collect_view()
}

/// One of its notes.
#[component]
pub fn HostNoteOn(note: &'static HostNote, of: Text) -> impl IntoView {
    let host = bundled().host.map_or("", |host| host.name);
    let link = note
        .url
        .map(|url| view! { " " <ExternalLink url text="Read more" of/> });
    view! {
        <p class="host-note">
            <span class="tag own">"Added by "<bdi>{host}</bdi></span> " " <bdi>{note.text}</bdi> {link}
        </p>
    }
}

/// What the tool makes of a requirement: stands after such a text, where it is
/// not the framework's.
#[component]
pub fn OwnView(#[prop(default = Origin::Tool)] origin: Origin) -> impl IntoView {
    (origin == Origin::Tool).then(|| view! { " " <span class="tag own">{OWN_VIEW}</span> })
}

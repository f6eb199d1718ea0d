//! All links, to go through by hand: each opened in a new tab and answered.

use leptos::prelude::*;

use super::boxes::read_address;
use super::draft::Draft;
use crate::app::local::form::{FOUND, first_open, found, link_title, moved_to, progress};
use crate::domain::framework::shipped;
use crate::domain::limits::ADDRESS;
use crate::domain::local::{FoundLink, ListedLink, listed_links};
use crate::platform::{clock, page};
use crate::ui::components::ExternalLink;
use crate::ui::components::fields::{Answer, RadioGroup, Shape, TextField};

/// Every link of the framework, to be tried and answered for one by one.
#[component]
pub fn Links(draft: Draft) -> impl IntoView {
    let links = StoredValue::new(listed_links(shipped()));
    let said =
        Memo::new(move |_| links.with_value(|links| draft.pack.with(|pack| progress(pack, links))));
    let go_on = move |_| {
        let open = links.with_value(|links| draft.pack.with_untracked(|it| first_open(it, links)));
        page::focus_on(&open.map_or(END.to_owned(), heading_id));
    };
    let rows = links.get_value().into_iter().enumerate();
    let rows = rows.map(|(place, link)| view! { <Link draft place link/> });
    view! {
        <p>
            "Open each link in a new tab, look whether it is still what its title says, and answer. It takes about an hour, and you can stop at any time: this browser keeps what you answered, with today’s date."
        </p>
        <p role="status" class="found" prop:textContent=said></p>
        <p><button type="button" class="button plain" on:click=go_on>"Go to the first without an answer"</button></p>
        <ul class="cards links-to-check" role="list">{rows.collect_view()}</ul>
        <p id=END tabindex="-1">"That was the last one."</p>
    }
}

const END: &str = "links-end";

fn no_address() -> String {
    "Not kept yet: copy the new address here.".to_owned()
}

fn heading_id(place: usize) -> String {
    format!("link-{place}-title")
}

#[component]
fn Link(draft: Draft, place: usize, link: ListedLink) -> impl IntoView {
    let address = link.address;
    let title = link_title(&link);
    let kept = Memo::new(move |_| draft.pack.with(|pack| found(pack, address)));
    // Moved, and where to is not typed yet: kept once it is.
    let is_moving = RwSignal::new(false);
    let typed = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let chosen = Signal::derive(move || {
        let word = if is_moving.get() {
            Some(FOUND[2].0)
        } else {
            kept.get()
        };
        word.map(str::to_owned)
    });
    let note = move |found: Option<FoundLink>| {
        let found = found.map(|it| (it, clock::today()));
        draft.change(|pack| pack.note_link(address, found));
    };
    let choose = move |word: Option<String>| {
        let word = word.as_deref();
        let has_moved = word == Some(FOUND[2].0);
        is_moving.set(has_moved);
        typed.set(None);
        problem.set(has_moved.then(no_address));
        match word {
            Some("works") => note(Some(FoundLink::Works)),
            Some("gone") => note(Some(FoundLink::Gone)),
            // What was said before is not true any more.
            _ => note(None),
        }
    };
    let answers = FOUND.map(|(value, label)| Answer {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: String::new(),
    });
    let value = Signal::derive(move || {
        typed
            .get()
            .unwrap_or_else(|| draft.pack.with(|pack| moved_to(pack, address)))
    });
    let type_in = move |text: String| match read_address(&text) {
        Ok(Some(url)) => {
            typed.set(None);
            problem.set(None);
            is_moving.set(false);
            note(Some(FoundLink::Moved(url)));
        }
        _ => typed.set(Some(text)),
    };
    let leave = move |()| {
        problem.set(typed.with_untracked(|text| match text.as_deref() {
            None if is_moving.get_untracked() => Some(no_address()),
            Some("") => Some(no_address()),
            text => read_address(text?).err(),
        }));
    };
    let has_moved = Memo::new(move |_| is_moving.get() || kept.get() == Some(FOUND[2].0));
    view! {
        <li class="card">
            <h3 id=heading_id(place) tabindex="-1">{title.clone()}</h3>
            <p class="small soft">{link.resource.provider}</p>
            <p class="small"><ExternalLink url=address text=address/></p>
            <RadioGroup
                name=format!("link-{place}")
                legend=format!("What is there: {title}")
                answers=answers.into()
                chosen
                on_choose=choose
                shape=Shape::Row
                clear="Clear my answer"
                clear_of=title
            />
            <Show when=move || has_moved.get()>
                <TextField
                    id=format!("link-{place}-to")
                    label="Where it is now"
                    hint="Copy the address from the other tab."
                    value
                    limit=ADDRESS.most
                    on_input=type_in
                    on_leave=leave
                    problem
                />
            </Show>
        </li>
    }
}

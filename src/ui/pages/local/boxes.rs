//! The boxes of the form. Each is drawn by one function for all its uses: what
//! differs is how the pack is read and written.

use leptos::prelude::*;

use super::draft::Draft;
use crate::app::local::form;
use crate::app::plan_page::address_problem;
use crate::domain::dates::Day;
use crate::domain::limits::ADDRESS;
use crate::domain::local::Pack;
use crate::domain::web_address::WebAddress;
use crate::platform::{clock, page};
use crate::ui::components::fields::{TextArea, TextField};
use crate::ui::components::{Select, SelectOption};

/// Reads something of the pack.
pub type Reads<T> = Box<dyn Fn(&Pack) -> T + Send + Sync>;
/// Writes it.
pub type Writes<T> = Box<dyn Fn(&mut Pack, T) + Send + Sync>;

/// Words of one line.
pub fn line(
    draft: Draft,
    id: String,
    (label, hint): (&'static str, &'static str),
    limit: usize,
    get: Reads<String>,
    set: Writes<String>,
) -> AnyView {
    let value = Memo::new(move |_| draft.pack.with(|pack| get(pack)));
    let type_in = move |text: String| draft.change(|pack| set(pack, text));
    view! { <TextField id label hint value limit on_input=type_in/> }.into_any()
}

/// Words of several lines.
pub fn lines(
    draft: Draft,
    id: String,
    (label, hint): (&'static str, &'static str),
    limit: usize,
    get: Reads<String>,
    set: Writes<String>,
) -> AnyView {
    let value = Memo::new(move |_| draft.pack.with(|pack| get(pack)));
    let type_in = move |text: String| draft.change(|pack| set(pack, text));
    view! { <TextArea id label hint value limit rows=3 on_input=type_in/> }.into_any()
}

/// What is typed, kept once it can be read.
fn read_when_left<T: 'static>(
    draft: Draft,
    id: String,
    (label, hint): (&'static str, &'static str),
    limit: usize,
    get: Reads<String>,
    read: fn(&str) -> Result<T, String>,
    set: Writes<T>,
) -> AnyView {
    let kept = Memo::new(move |_| draft.pack.with(|pack| get(pack)));
    let not_kept = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let value = Signal::derive(move || not_kept.get().unwrap_or_else(|| kept.get()));
    let type_in = move |text: String| match read(&text) {
        Ok(read) => {
            not_kept.set(None);
            problem.set(None);
            draft.change(|pack| set(pack, read));
        }
        Err(_) => not_kept.set(Some(text)),
    };
    let leave = move |()| {
        problem.set(not_kept.with_untracked(|text| read(text.as_deref()?).err()));
    };
    view! { <TextField id label hint value limit on_input=type_in on_leave=leave problem/> }
        .into_any()
}

/// How many people a group has at least; empty for the page's own five.
pub fn smallest_group(
    draft: Draft,
    id: String,
    (label, hint): (&'static str, &'static str),
) -> AnyView {
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => match text.parse() {
            Ok(people @ 5..=1000) => Ok(Some(people)),
            _ => Err("Give a whole number from 5 to 1,000.".to_owned()),
        },
    };
    let get = |pack: &Pack| {
        pack.smallest_group
            .map_or(String::new(), |it| it.to_string())
    };
    let set = |pack: &mut Pack, people: Option<u16>| pack.smallest_group = people;
    read_when_left(
        draft,
        id,
        (label, hint),
        4,
        Box::new(get),
        read,
        Box::new(set),
    )
}

/// A web address; empty for none.
pub fn address(
    draft: Draft,
    id: String,
    label: &'static str,
    get: Reads<Option<WebAddress>>,
    set: Writes<Option<WebAddress>>,
) -> AnyView {
    let get: Reads<String> = Box::new(move |pack| {
        let url = get(pack);
        url.map_or(String::new(), |url| url.as_str().to_owned())
    });
    let says = (label, "It begins with https:// or http://");
    read_when_left(draft, id, says, ADDRESS.most, get, read_address, set)
}

/// The address typed; none where the box is empty.
pub fn read_address(typed: &str) -> Result<Option<WebAddress>, String> {
    match address_problem(typed) {
        Some(problem) => Err(problem),
        None => Ok(WebAddress::parse(typed)),
    }
}

/// Days, several in one box.
pub fn days(draft: Draft, id: String, get: Reads<Vec<Day>>, set: Writes<Vec<Day>>) -> AnyView {
    let get: Reads<String> = Box::new(move |pack| form::days_text(&get(pack)));
    let says = (
        "Next dates",
        "Such as 14 January 2027, 20 April 2027. Past ones are not shown.",
    );
    read_when_left(draft, id, says, form::DAYS_UNITS, get, form::days, set)
}

/// One of several; the first stands where nothing is chosen.
pub fn choice(
    draft: Draft,
    id: String,
    label: &'static str,
    options: Vec<SelectOption>,
    get: Reads<Option<usize>>,
    set: Writes<Option<usize>>,
) -> AnyView {
    let chosen = Memo::new(move |_| draft.pack.with(|pack| get(pack)));
    let choose = move |place| draft.change(|pack| set(pack, place));
    view! { <Select id label none="Choose …" options chosen on_choose=choose/> }.into_any()
}

/// A box to tick.
pub fn tick(
    draft: Draft,
    id: String,
    label: &'static str,
    get: Reads<bool>,
    set: Writes<bool>,
) -> AnyView {
    let is_ticked = Memo::new(move |_| draft.pack.with(|pack| get(pack)));
    view! {
        <div class="choice">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=move || is_ticked.get()
                on:change=move |event| {
                    let is_ticked = event_target_checked(&event);
                    draft.change(|pack| set(pack, is_ticked));
                }
            />
            <label for=id>{label}</label>
        </div>
    }
    .into_any()
}

/// Moves the focus to what has this id, once what was just changed is drawn.
pub fn go_to(id: String) {
    clock::soon(move || {
        page::focus_on(&id);
    });
}

/// Plain options of a select.
pub fn options<'a>(labels: impl Iterator<Item = &'a str>) -> Vec<SelectOption> {
    let option = |label: &str| SelectOption {
        label: label.to_owned(),
        group: None,
    };
    labels.map(option).collect()
}

//! Who hosts it and whom to ask, what is said of listed resources, and notes.

use leptos::prelude::*;

use super::boxes::{Reads, Writes, address, days, go_to, line, lines, smallest_group, tick};
use super::draft::Draft;
use crate::app::about_you::{day, last_day};
use crate::app::resource_search::{target_title, targets};
use crate::domain::dates::Day;
use crate::domain::framework::model::Target;
use crate::domain::framework::shipped;
use crate::domain::ids::ResourceId;
use crate::domain::limits::{LOCAL_CONTACTS, LOCAL_LINE, LOCAL_NOTES, LOCAL_TEXT, NAME};
use crate::domain::local::{Contact, LocalNote, OfResource, Pack};
use crate::platform::clock;
use crate::ui::components::fields::DateField;
use crate::ui::components::{Each, Hidden, Select, SelectOption};

/// Name, place, day and contacts.
#[component]
pub fn Host(draft: Draft) -> impl IntoView {
    let count = Memo::new(move |_| draft.pack.with(|pack| pack.contacts.len()));
    let checked = Memo::new(move |_| {
        draft
            .pack
            .with(|pack| pack.checked.map_or(String::new(), Day::iso))
    });
    let keep_day = move |(text, broken): (String, bool)| match day(&text, broken, last_day()) {
        Ok(day) => {
            draft.change(|pack| pack.checked = day);
            None
        }
        Err(said) => Some(said.to_owned()),
    };
    let drawn = RwSignal::new(0_u32);
    let rows = move || (0..count.get()).map(move |place| (drawn.get(), place));
    let add = move |_| {
        let new = count.get_untracked();
        draft.change(|pack| {
            if pack.contacts.len() < LOCAL_CONTACTS.most {
                pack.contacts.push(Contact::default());
            }
        });
        go_to(format!("contact-{new}-about"));
    };
    view! {
        {line(draft, "host-name".into(), ("Who hosts this page", "As people know you. It stands in “Added by …” and at the foot of every page."), NAME.most, Box::new(|pack| pack.name.clone()), Box::new(|pack, text| pack.name = text))}
        {line(draft, "host-area".into(), ("The place it is for", "Such as your county. The page then asks “Do I work in …?”"), NAME.most, Box::new(|pack| pack.area.clone()), Box::new(|pack, text| pack.area = text))}
        <DateField
            id="host-checked"
            label="The day you last went through all of it"
            hint="It stands at the foot of every page."
            value=checked
            latest=last_day().iso()
            on_date=keep_day
        />
        {smallest_group(draft, "host-group".into(), ("Smallest group of people", "“What a team needs” tells nothing of fewer people than this. Five, where you leave it empty; never less."))}
        <h3>"Whom to ask"</h3>
        <p>"At the foot of every page, and with “Privacy” and “Accessibility”."</p>
        <ul class="cards" role="list">
            <Each each=rows key=|row| *row let:row>
                <li class="card">{contact(draft, row.1, drawn)}</li>
            </Each>
        </ul>
        <p><button type="button" class="button plain" id="contact-new" on:click=add>"Add a contact"</button></p>
    }
}

/// One of them. Once one is taken out, all are drawn anew: what is typed in a
/// box and not kept yet belongs to none that moves up.
fn contact(draft: Draft, place: usize, drawn: RwSignal<u32>) -> impl IntoView {
    let name = |field: &str| format!("contact-{place}-{field}");
    let get = move |get: fn(&Contact) -> String| {
        Box::new(move |pack: &Pack| pack.contacts.get(place).map_or(String::new(), get))
    };
    let put = move |set: fn(&mut Contact, String)| {
        Box::new(move |pack: &mut Pack, text: String| {
            if let Some(contact) = pack.contacts.get_mut(place) {
                set(contact, text);
            }
        })
    };
    let out = move |_| {
        draft.change(|pack| {
            if place < pack.contacts.len() {
                pack.contacts.remove(place);
            }
        });
        drawn.update(|it| *it += 1);
        go_to("contact-new".to_owned());
    };
    view! {
        <div role="group" aria-label=format!("Contact {}", place + 1)>
        {line(draft, name("about"), ("About what", "Such as: Questions about training"), LOCAL_LINE.most, get(|it| it.about.clone()), put(|it, text| it.about = text))}
        {line(draft, name("text"), ("Whom to ask", "A name, a telephone number, an e-mail address: shown as text"), LOCAL_LINE.most, get(|it| it.text.clone()), put(|it, text| it.text = text))}
        {address(draft, name("url"), "Web page", Box::new(move |pack| pack.contacts.get(place)?.url.clone()), Box::new(move |pack, url| {
            if let Some(contact) = pack.contacts.get_mut(place) {
                contact.url = url;
            }
        }))}
        <p><button type="button" class="link-button" on:click=out>"Take it out"<Hidden>{format!(": contact {}", place + 1)}</Hidden></button></p>
        </div>
    }
}

/// What else there is to say of the framework's own resources.
#[component]
pub fn Listed(draft: Draft) -> impl IntoView {
    let all = shipped().resources.0;
    let options = all.iter().map(|it| SelectOption {
        label: format!("{} ({})", it.title, it.provider),
        group: None,
    });
    let options = options.collect::<Vec<_>>();
    let ids = Memo::new(move |_| {
        draft
            .pack
            .with(|pack| pack.resources.keys().cloned().collect::<Vec<_>>())
    });
    let none = Memo::new(|_| None::<usize>);
    let choose = move |place: Option<usize>| {
        if let Some(place) = place {
            draft.change(|pack| {
                let id = &all[place].id;
                if !pack.resources.contains_key(id) {
                    let mut new = OfResource::default();
                    new.checked = Some(clock::today());
                    pack.resources.insert(id.clone(), new);
                }
            });
        }
    };
    view! {
        <p>"Leave out what is of no use where you are, give another page, or say how to book here."</p>
        <ul class="cards" role="list">
            <Each each=move || ids.get() key=ResourceId::clone let:id>
                <li class="card">{of_resource(draft, id)}</li>
            </Each>
        </ul>
        <Select id="resource-new" label="Say something of another one" none="Choose …" options chosen=none on_choose=choose/>
    }
}

fn of_resource(draft: Draft, id: ResourceId) -> impl IntoView {
    fn of<T: Default + 'static>(id: &ResourceId, get: fn(&OfResource) -> T) -> Reads<T> {
        let id = id.clone();
        Box::new(move |pack| pack.resources.get(&id).map(get).unwrap_or_default())
    }
    fn put<T: 'static>(id: &ResourceId, set: fn(&mut OfResource, T)) -> Writes<T> {
        let id = id.clone();
        Box::new(move |pack, value| {
            if let Some(mut it) = pack.resources.get(&id).cloned() {
                set(&mut it, value);
                it.checked = Some(clock::today());
                pack.resources.insert(id.clone(), it);
            }
        })
    }
    let title = shipped()
        .resource(id.as_str())
        .map_or_else(|| id.to_string(), |it| it.title.to_owned());
    let name = |field: &str| format!("{id}-{field}");
    let taken = id.clone();
    let out = move |_| {
        draft.change(|pack| {
            pack.resources.remove(&taken);
        });
        go_to("resource-new".to_owned());
    };
    view! {
        <h3>{title.clone()}</h3>
        {tick(draft, name("hidden"), "Leave it out here", of(&id, |it| it.hidden), put(&id, |it, ticked| it.hidden = ticked))}
        {address(draft, name("url"), "Its own page, instead of what is listed", of(&id, |it| it.url.clone()), put(&id, |it, url| it.url = url))}
        {line(draft, name("booking"), ("How to book", "A whole sentence"), LOCAL_LINE.most, of(&id, |it| it.booking.clone()), put(&id, |it, text| it.booking = text))}
        {days(draft, name("dates"), of(&id, |it| it.dates.clone()), put(&id, |it, days| it.dates = days))}
        {line(draft, name("note"), ("What else to know", ""), LOCAL_TEXT.most, of(&id, |it| it.note.clone()), put(&id, |it, text| it.note = text))}
        <p><button type="button" class="link-button" on:click=out>"Say nothing of it"<Hidden>{format!(": {title}")}</Hidden></button></p>
    }
}

/// Words beside topics and requirements.
#[component]
pub fn Notes(draft: Draft) -> impl IntoView {
    let all = StoredValue::new(targets(shipped()));
    let options = all.with_value(|all| {
        let option = |(_, label, group): &(Target, &str, String)| SelectOption {
            label: (*label).to_owned(),
            group: Some(group.clone()),
        };
        all.iter().map(option).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| draft.pack.with(|pack| pack.notes.len()));
    let drawn = RwSignal::new(0_u32);
    let rows = move || (0..count.get()).map(move |place| (drawn.get(), place));
    let none = Memo::new(|_| None::<usize>);
    let choose = move |place: Option<usize>| {
        if let Some(place) = place {
            draft.change(|pack| {
                if pack.notes.len() < LOCAL_NOTES.most {
                    let about = all.with_value(|all| all[place].0.clone());
                    pack.notes.push(LocalNote::new(about, ""));
                }
            });
        }
    };
    view! {
        <p>"Where your own rules and papers are: “Our lone working policy is on the intranet under …”. Each stands beside its topic or requirement, marked as yours."</p>
        <ul class="cards" role="list">
            <Each each=rows key=|row| *row let:row>
                <li class="card">{note(draft, row.1, drawn)}</li>
            </Each>
        </ul>
        <Select id="note-new" label="Write beside another topic or requirement" none="Choose …" options chosen=none on_choose=choose/>
    }
}

fn note(draft: Draft, place: usize, drawn: RwSignal<u32>) -> impl IntoView {
    let title = Memo::new(move |_| {
        draft.pack.with(|pack| {
            pack.notes.get(place).map_or(String::new(), |note| {
                match target_title(shipped(), &note.about) {
                    "" => note.about.id().to_owned(),
                    title => title.to_owned(),
                }
            })
        })
    });
    let out = move |_| {
        draft.change(|pack| {
            if place < pack.notes.len() {
                pack.notes.remove(place);
            }
        });
        drawn.update(|it| *it += 1);
        go_to("note-new".to_owned());
    };
    view! {
        <h3 prop:textContent=title></h3>
        {lines(draft, format!("note-{place}-text"), ("What to know here", ""), LOCAL_TEXT.most, Box::new(move |pack| pack.notes.get(place).map_or(String::new(), |it| it.text.clone())), Box::new(move |pack, text| {
            if let Some(note) = pack.notes.get_mut(place) {
                note.text = text;
            }
        }))}
        {address(draft, format!("note-{place}-url"), "Web page", Box::new(move |pack| pack.notes.get(place)?.url.clone()), Box::new(move |pack, url| {
            if let Some(note) = pack.notes.get_mut(place) {
                note.url = url;
            }
        }))}
        <p><button type="button" class="link-button" on:click=out>"Take it out"<Hidden>": " {title}</Hidden></button></p>
    }
}

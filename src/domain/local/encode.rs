//! Writing a pack.

use serde_json::Value;

use super::decode::{PackRefusal, decode};
use super::pack::{
    CheckedLink, Contact, FoundLink, LocalCourse, LocalNote, OfResource, Pack, own_word,
};
use super::table::PACK;
use super::words::FORMAT;
use crate::domain::dates::Day;
use crate::domain::document::JsonFields;
use crate::domain::file::Purpose;
use crate::domain::file::indent::indent;
use crate::domain::file::to_json::{FieldWriter, target};
use crate::domain::file::v1::VERSION;
use crate::domain::file::write;
use crate::domain::framework::model::Framework;

/// What the file is called, beside `index.html`.
pub const FILE_NAME: &str = "local.json";

/// The pack as a file that opens again, equal; or why it would not: something
/// in it is longer or more than a pack may have.
pub fn to_file(pack: &Pack, framework: &Framework) -> Result<String, PackRefusal> {
    let text = encode(pack);
    decode(text.as_bytes(), framework)?;
    Ok(text)
}

/// The pack as text.
pub fn encode(pack: &Pack) -> String {
    let mut file = FieldWriter::of(&pack.extra);
    file.text("format", FORMAT);
    file.value("version", VERSION.into());
    file.text("name", &pack.name);
    file.text("area", &pack.area);
    day(&mut file, "checked", pack.checked);
    file.some("smallest_group", pack.smallest_group.map(Into::into));
    file.list("contacts", pack.contacts.iter().map(contact).collect());
    file.list("links", pack.links.iter().map(link).collect());
    let mut resources = FieldWriter::of(&JsonFields::new());
    for (id, it) in pack.resources.iter() {
        resources.value(id.as_str(), of_resource(it));
    }
    file.group("resources", resources);
    let mut courses = FieldWriter::of(&JsonFields::new());
    for (id, it) in pack.courses.iter() {
        courses.value(own_word(id), course(it));
    }
    file.group("courses", courses);
    file.list("notes", pack.notes.iter().map(note).collect());
    indent(&write::group(&PACK, &file.0, Purpose::Backup))
}

fn day(it: &mut FieldWriter, name: &str, day: Option<Day>) {
    it.some(name, day.map(|day| day.iso().into()));
}

fn days(it: &mut FieldWriter, days: &[Day]) {
    it.list("dates", days.iter().map(|day| day.iso().into()).collect());
}

fn contact(contact: &Contact) -> Value {
    let mut it = FieldWriter::of(&contact.extra);
    it.text("about", &contact.about);
    it.value("text", contact.text.as_str().into());
    it.link("url", contact.url.as_ref());
    Value::Object(it.0)
}

fn link(link: &CheckedLink) -> Value {
    let mut it = FieldWriter::of(&link.extra);
    it.value("address", link.address.as_str().into());
    match &link.found {
        FoundLink::Works => {}
        FoundLink::Gone => it.flag("gone", true),
        FoundLink::Moved(url) => it.link("moved_to", Some(url)),
    }
    day(&mut it, "checked", link.checked);
    Value::Object(it.0)
}

fn of_resource(resource: &OfResource) -> Value {
    let mut it = FieldWriter::of(&resource.extra);
    it.flag("hidden", resource.hidden);
    it.link("url", resource.url.as_ref());
    it.text("booking", &resource.booking);
    days(&mut it, &resource.dates);
    it.text("note", &resource.note);
    day(&mut it, "checked", resource.checked);
    Value::Object(it.0)
}

fn course(course: &LocalCourse) -> Value {
    let mut it = FieldWriter::of(&course.extra);
    it.text("title", &course.title);
    it.text("provider", &course.provider);
    it.link("url", course.url.as_ref());
    it.word("kind", course.kind);
    it.word("time", course.time);
    it.text("length", &course.length);
    it.text("cost", &course.cost);
    it.text("booking", &course.booking);
    it.text("who", &course.who);
    it.text("about", &course.about);
    days(&mut it, &course.dates);
    it.list("helps_with", course.helps_with.iter().map(target).collect());
    it.flag("introductory", course.introductory);
    day(&mut it, "checked", course.checked);
    Value::Object(it.0)
}

fn note(note: &LocalNote) -> Value {
    let mut it = FieldWriter::of(&note.extra);
    it.value("about", target(&note.about));
    it.value("text", note.text.as_str().into());
    it.link("url", note.url.as_ref());
    Value::Object(it.0)
}

//! Opening a pack, in the order of every file: size, byte order mark, text,
//! JSON, format and version, kinds, limits, addresses. A pack is taken whole or
//! not at all; what is odd about it and harmless is a remark.

use serde_json::Value;

use super::links::listed_links;
use super::pack::{
    CheckedLink, Contact, FoundLink, LocalCourse, LocalNote, OfResource, Pack, own_id,
};
use super::places::in_words;
use super::table::PACK;
use super::words::FORMAT;
use crate::domain::dates::Day;
use crate::domain::file::check::Checker;
use crate::domain::file::decode::of_format;
use crate::domain::file::field_reader::FieldReader;
use crate::domain::file::json_path::JsonPath;
use crate::domain::file::v1::words::WAYMARK;
use crate::domain::file::{FileRemark, Refusal, values};
use crate::domain::framework::model::Framework;
use crate::domain::ids::{ResourceId, is_well_formed};
use crate::domain::limits::{LOCAL_BYTES, NAME, utf16_units};
use crate::domain::words::thousands;

/// A pack that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenedPack {
    pub pack: Pack,
    /// What was noticed.
    pub remarks: Vec<FileRemark>,
}

impl OpenedPack {
    /// What was noticed, in a sentence each that names the file.
    pub fn said(&self, file: &str) -> Vec<String> {
        let said = self.remarks.iter().map(|it| {
            let mut it = it.clone();
            if let Some(path) = it.path_mut() {
                *path = in_words(path);
            }
            it.sentence(file)
        });
        said.collect()
    }
}

/// Why a pack was not opened. Nothing is changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackRefusal {
    /// More bytes than every visit should wait for.
    TooLarge { bytes: usize },
    /// A web page in the place of the file, as some hosts answer for what they
    /// do not have.
    WebPage,
    /// Another kind of file that this app saves.
    PlanOrBackup,
    /// A course's word that could be no part of an address.
    NotAWord { path: String },
    /// What is wrong with any file.
    File(Refusal),
}

impl PackRefusal {
    /// Names the file and says what is wrong and what to do.
    pub fn sentence(&self, file: &str) -> String {
        match self {
            Self::TooLarge { bytes } => format!(
                "“{file}” was not used. It has {} bytes; a pack may have {}. Take out what is not needed.",
                thousands(*bytes),
                thousands(LOCAL_BYTES),
            ),
            Self::WebPage => format!(
                "“{file}” was not used. It is a web page and no pack: perhaps the site has no such file and answers with a page of its own. Put the file “local.json” beside “index.html”."
            ),
            Self::PlanOrBackup => format!(
                "“{file}” was not used. It is a training plan or a backup saved by Waymark, not a local pack. Open it under “Your data”."
            ),
            Self::NotAWord { path } => format!(
                "“{file}” was not used. The name at “{}” must be of small letters, digits and hyphens, such as “first-aid-in-may”. Change it, and open the file again.",
                in_words(path),
            ),
            Self::File(Refusal::NewerVersion) => format!(
                "“{file}” was not used. It was made with a newer version of Waymark. Put the newer version on your site first."
            ),
            Self::File(Refusal::NotJson { line }) => format!(
                "“{file}” was not used. It cannot be read from line {} on. Often a comma or a quotation mark is missing there or in the line above. Mend that, or open the last one that worked.",
                thousands(*line)
            ),
            Self::File(refusal) => {
                let mut refusal = refusal.clone();
                if let Some(path) = refusal.path_mut() {
                    *path = in_words(path);
                }
                format!(
                    "“{file}” was not used. {} Open the last one that worked, or begin again from nothing.",
                    refusal.reason()
                )
            }
        }
    }
}

impl From<Refusal> for PackRefusal {
    fn from(refusal: Refusal) -> Self {
        Self::File(refusal)
    }
}

/// Opens a pack for this framework, as it was shipped.
pub fn decode(bytes: &[u8], framework: &Framework) -> Result<OpenedPack, PackRefusal> {
    if bytes.len() > LOCAL_BYTES {
        return Err(PackRefusal::TooLarge { bytes: bytes.len() });
    }
    let begins = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if begins.trim_ascii_start().starts_with(b"<") {
        return Err(PackRefusal::WebPage);
    }
    let mut checker = Checker {
        leaves_out_days: true,
        ..Checker::default()
    };
    let mut value = match of_format(FORMAT, bytes, &mut checker) {
        Ok(value) => value,
        Err(Refusal::OtherProgram) if is_of_a_worker(bytes) => {
            return Err(PackRefusal::PlanOrBackup);
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let Value::Object(fields) = &mut value else {
        return Err(Refusal::OtherProgram.into());
    };
    checker.group(&PACK, fields, &JsonPath::FILE)?;
    if let Some(refusal) = checker.limit_refusal.take() {
        return Err(refusal.into());
    }
    let mut file = FieldReader::of(value);
    for name in ["format", "version"] {
        file.value(name);
    }
    let mut remarks = checker.remarks;
    let dropped = |path: &str| {
        let is_it = |it: &FileRemark| matches!(it, FileRemark::LinkDropped { path: dropped, .. } if dropped == path);
        remarks.iter().any(is_it)
    };
    let pack = pack(file, &dropped)?;
    unknown_ids(&pack, framework, &mut remarks);
    Ok(OpenedPack { pack, remarks })
}

/// Whether it is a file as workers save them, of whichever version.
fn is_of_a_worker(bytes: &[u8]) -> bool {
    let opened = of_format(WAYMARK, bytes, &mut Checker::default());
    matches!(opened, Ok(_) | Err(Refusal::NewerVersion))
}

/// `dropped` tells of a place whether what stood there was no web address.
fn pack(mut file: FieldReader, dropped: &dyn Fn(&str) -> bool) -> Result<Pack, PackRefusal> {
    let mut pack = Pack {
        name: file.text("name"),
        area: file.text("area"),
        checked: file.day("checked"),
        smallest_group: values::people(&file.value("smallest_group")),
        ..Pack::default()
    };
    for it in groups(&mut file, "contacts") {
        pack.contacts.push(contact(it));
    }
    let links = JsonPath::FILE.field("links");
    for (place, it) in groups(&mut file, "links").into_iter().enumerate() {
        let place = links.item(place);
        // Where it moved to what is no web address, nothing is known of it.
        if !dropped(&place.field("moved_to").to_string()) {
            let path = place.to_string();
            pack.links
                .push(link(it).ok_or(Refusal::Contradiction { path })?);
        }
    }
    for (id, it) in file.group("resources").0 {
        let it = of_resource(FieldReader::of(it));
        pack.resources.insert(ResourceId::new(id), it);
    }
    let courses = JsonPath::FILE.field("courses");
    for (word, it) in file.group("courses").0 {
        let path = courses.field(&word);
        // With what goes before it, it is part of addresses and of ids.
        if !is_well_formed(&word) || word.contains('/') || utf16_units(&word) > WORD {
            let path = path.to_string();
            return Err(PackRefusal::NotAWord { path });
        }
        let course = course(FieldReader::of(it));
        if course.title.trim().is_empty() {
            let path = path.field("title").to_string();
            return Err(Refusal::Missing { path }.into());
        }
        pack.courses.insert(own_id(&word), course);
    }
    for mut it in groups(&mut file, "notes") {
        let about = it.some_text("about");
        if let Some(about) = about.as_deref().and_then(values::target) {
            pack.notes.push(LocalNote {
                about,
                text: it.text("text"),
                url: it.link("url"),
                extra: it.0,
            });
        }
    }
    pack.extra = file.0;
    Ok(pack)
}

/// So many units a course's word may have: with what goes before it, and
/// before that in an action, it is an id still.
const WORD: usize = NAME.most / 2;

fn groups(file: &mut FieldReader, name: &str) -> Vec<FieldReader> {
    file.list(name).into_iter().map(FieldReader::of).collect()
}

fn contact(mut it: FieldReader) -> Contact {
    Contact {
        about: it.text("about"),
        text: it.text("text"),
        url: it.link("url"),
        extra: it.0,
    }
}

/// None where it says two things at once.
fn link(mut it: FieldReader) -> Option<CheckedLink> {
    let found = match (it.flag("gone"), it.link("moved_to")) {
        (true, Some(_)) => return None,
        (true, None) => FoundLink::Gone,
        (false, Some(url)) => FoundLink::Moved(url),
        (false, None) => FoundLink::Works,
    };
    Some(CheckedLink {
        address: it.text("address"),
        found,
        checked: it.day("checked"),
        extra: it.0,
    })
}

fn of_resource(mut it: FieldReader) -> OfResource {
    OfResource {
        hidden: it.flag("hidden"),
        url: it.link("url"),
        booking: it.text("booking"),
        dates: days(&mut it),
        note: it.text("note"),
        checked: it.day("checked"),
        extra: it.0,
    }
}

fn course(mut it: FieldReader) -> LocalCourse {
    let helps_with = it.list("helps_with");
    let targets = helps_with.iter().filter_map(Value::as_str);
    LocalCourse {
        title: it.text("title"),
        provider: it.text("provider"),
        url: it.link("url"),
        kind: it.word("kind"),
        time: it.word("time"),
        length: it.text("length"),
        cost: it.text("cost"),
        booking: it.text("booking"),
        who: it.text("who"),
        about: it.text("about"),
        dates: days(&mut it),
        helps_with: targets.filter_map(values::target).collect(),
        introductory: it.flag("introductory"),
        checked: it.day("checked"),
        extra: it.0,
    }
}

fn days(it: &mut FieldReader) -> Vec<Day> {
    let days = it.list("dates");
    days.iter()
        .filter_map(|day| Day::parse(day.as_str()?))
        .collect()
}

/// Names every id and address that the framework does not have. They are kept,
/// and change nothing.
fn unknown_ids(pack: &Pack, framework: &Framework, remarks: &mut Vec<FileRemark>) {
    let mut unknown = |path: JsonPath, id: &str| {
        let (path, id) = (path.to_string(), id.to_owned());
        remarks.push(FileRemark::UnknownId { path, id });
    };
    let listed = listed_links(framework);
    let links = JsonPath::FILE.field("links");
    for (place, link) in pack.links.iter().enumerate() {
        if !listed.iter().any(|it| it.address == link.address) {
            unknown(links.item(place), &link.address);
        }
    }
    let resources = JsonPath::FILE.field("resources");
    for id in pack.resources.keys() {
        if framework.resource(id.as_str()).is_none() {
            unknown(resources, id.as_str());
        }
    }
    let courses = JsonPath::FILE.field("courses");
    for (id, course) in pack.courses.iter() {
        for target in &course.helps_with {
            if !framework.has(target) {
                unknown(courses.field(super::pack::own_word(id)), target.id());
            }
        }
    }
    let notes = JsonPath::FILE.field("notes");
    for (place, note) in pack.notes.iter().enumerate() {
        if !framework.has(&note.about) {
            unknown(notes.item(place), note.about.id());
        }
    }
}

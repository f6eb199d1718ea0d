//! Version 1 of the pack: every field with its limit.

use crate::domain::file::FieldScope::Everywhere;
use crate::domain::file::format_table::Shape::{
    Day, Group as In, Link, List, People, Table, Target, Text, Version, Word, YesNo,
};
use crate::domain::file::format_table::{Field, Group, Shape, field, required};
use crate::domain::file::v1::words::FileWord;
use crate::domain::framework::model::{Band, Kind};
use crate::domain::limits;

use super::words::FORMATS;

const LINE: Shape = Text(limits::LOCAL_LINE.most);
const WORDS: Shape = Text(limits::LOCAL_TEXT.most);

/// A field that may be left out.
const fn has(name: &'static str, shape: Shape, says: &'static str) -> Field {
    field(name, shape, Everywhere, says)
}

const fn needs(name: &'static str, shape: Shape, says: &'static str) -> Field {
    required(name, shape, Everywhere, says)
}

/// The fields of `local.json`.
pub static PACK: Group = Group::of(
    "Pack",
    "What a host adds to Waymark: `local.json`, beside `index.html`.",
    &[
        needs("format", Word(&FORMATS), "Always `waymark-local`."),
        needs(
            "version",
            Version,
            "Always 1. It rises only where an old reader would misread.",
        ),
        has(
            "name",
            Text(limits::NAME.most),
            "Who hosts the page, as people know them.",
        ),
        has(
            "area",
            Text(limits::NAME.most),
            "The county or place the pack is for. The page then asks “Do I work in …?”",
        ),
        has(
            "checked",
            Day,
            "The day it was last gone through as a whole.",
        ),
        has(
            "smallest_group",
            People,
            "Of how many people something is told where many plans are counted. Five at least, and five where it is left out.",
        ),
        has(
            "contacts",
            List(&In(&CONTACT), limits::LOCAL_CONTACTS.most),
            "Whom to ask; at the foot of every page.",
        ),
        has(
            "links",
            List(&In(&LINK), limits::LOCAL_LINKS.most),
            "What became of the framework's links.",
        ),
        has(
            "resources",
            Table(&In(&RESOURCE), limits::LOCAL_RESOURCES.most),
            "What else there is to say of the framework's own resources, by id.",
        ),
        has(
            "courses",
            Table(&In(&COURSE), limits::COURSES.most),
            "Courses and pages of the host's own, each under a word of lower-case letters, digits and hyphens, which must not change: people's plans name it.",
        ),
        has(
            "notes",
            List(&In(&NOTE), limits::LOCAL_NOTES.most),
            "Words beside topics and requirements.",
        ),
    ],
);

static CONTACT: Group = Group::of(
    "Contact",
    "Whom to ask.",
    &[
        has(
            "about",
            LINE,
            "About what, such as `Questions about training`.",
        ),
        needs(
            "text",
            LINE,
            "A name, a telephone number, an e-mail address; shown as text.",
        ),
        has("url", Link, "A web page."),
    ],
);

static LINK: Group = Group::of(
    "CheckedLink",
    "What was found at an address. Neither `gone` nor `moved_to`: it works.",
    &[
        needs(
            "address",
            Text(limits::ADDRESS.most),
            "As the framework lists it.",
        ),
        has("gone", YesNo, "There is nothing any more."),
        has("moved_to", Link, "Where it is now."),
        has("checked", Day, "The day somebody looked."),
    ],
);

static RESOURCE: Group = Group::of(
    "OfResource",
    "What a host says of one of the framework's resources.",
    &[
        has("hidden", YesNo, "Not offered here."),
        has(
            "url",
            Link,
            "Its own page, where none or another is listed.",
        ),
        has("booking", LINE, "How to book."),
        has(
            "dates",
            List(&Day, limits::LOCAL_DATES.most),
            "When it runs next.",
        ),
        has("note", WORDS, "What else to know."),
        has("checked", Day, "The day this was checked."),
    ],
);

static COURSE: Group = Group::of(
    "Course",
    "A course or page of the host's own.",
    &[
        needs("title", Text(limits::TITLE.most), "Its name."),
        has("provider", Text(limits::PROVIDER.most), "Who offers it."),
        has("url", Link, "Its web page."),
        has(
            "kind",
            Word(<Kind as FileWord>::WORDS),
            "What kind of thing it is; a course where this is not said.",
        ),
        has(
            "time",
            Word(<Band as FileWord>::WORDS),
            "How much time it takes; half a day where this is not said.",
        ),
        has(
            "length",
            LINE,
            "How long it is, such as `two mornings, online`.",
        ),
        has("cost", LINE, "What it costs."),
        has("booking", LINE, "How to book."),
        has("who", LINE, "Who may come."),
        has("about", WORDS, "What it offers."),
        has(
            "dates",
            List(&Day, limits::LOCAL_DATES.most),
            "When it runs next.",
        ),
        has(
            "helps_with",
            List(&Target, limits::HELPS_WITH.most),
            "What it helps with, by ids of the framework.",
        ),
        has(
            "introductory",
            YesNo,
            "An introduction: not for somebody with years in the role.",
        ),
        has("checked", Day, "The day this was checked."),
    ],
);

static NOTE: Group = Group::of(
    "Note",
    "Words beside a topic, a section, a competency or a requirement.",
    &[
        needs("about", Target, "What it is about."),
        needs("text", WORDS, "Shown as text, marked as the host's."),
        has("url", Link, "Where to read on."),
    ],
);

//! The plan written out.

use super::super::fields::Share::{Files, IfTicked};
use super::super::fields::Tick::ActionNotes;
use super::super::table::Shape::{Group as In, Id, Link, List, Month, Text, Word, YesNo};
use super::super::table::{Group, field, needed};
use super::words;
use crate::domain::limits;

pub static PLAN: Group = Group::of(
    "Plan",
    "The plan written out.",
    &[field(
        "actions",
        List(&In(&ACTION), limits::WRITTEN_ACTIONS.most),
        Files,
        "Its actions, in order.",
    )],
);

pub static ACTION: Group = Group::of(
    "Action",
    "One action, written out.",
    &[
        needed("id", Id, Files, "What is done."),
        field("kind", Text(limits::ID.most), Files, "What kind of action."),
        field("title", Text(limits::SENTENCE.most), Files, "What to do."),
        field(
            "why",
            List(&Text(limits::SENTENCE.most), limits::WHY.most),
            Files,
            "Why, a sentence each.",
        ),
        field("resource", In(&RESOURCE), Files, "What to learn from."),
        field(
            "status",
            Word(&words::ACTION_STATUS),
            Files,
            "How far it is.",
        ),
        field("due", Month, Files, "The month it is planned for."),
        field(
            "suggested",
            YesNo,
            Files,
            "The month is this tool's suggestion.",
        ),
        field(
            "notes",
            Text(limits::NOTE.most),
            IfTicked(ActionNotes),
            "The worker's notes.",
        ),
    ],
);

pub static RESOURCE: Group = Group::of(
    "Resource",
    "What to learn from.",
    &[
        field("title", Text(limits::SENTENCE.most), Files, "Its name."),
        field(
            "provider",
            Text(limits::SENTENCE.most),
            Files,
            "Who offers it.",
        ),
        field("url", Link, Files, "Where to find it."),
    ],
);

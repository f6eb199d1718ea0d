//! The plan written out.

use super::super::format_table::Shape::{
    Group as In, Id, Link, List, Month, Score, Text, Word, YesNo,
};
use super::super::format_table::{Group, field, required};
use super::super::scope::FieldScope::{Files, IfTicked};
use super::super::scope::ShareOption::{ActionNotes, Details};
use super::words;
use crate::domain::limits;

/// The plan written out.
pub static PLAN: Group = Group::of(
    "Plan",
    "The plan written out.",
    &[
        field(
            "supposed_aim",
            Id,
            Files,
            "The career level it was made for, by id, where the worker has chosen none.",
        ),
        field(
            "actions",
            List(&In(&ACTION), limits::WRITTEN_ACTIONS.most),
            Files,
            "Its actions, in order.",
        ),
    ],
);

/// One action, written out.
pub static ACTION: Group = Group::of(
    "Action",
    "One action, written out.",
    &[
        required("id", Id, Files, "What is done."),
        field("kind", Text(limits::ID.most), Files, "What kind of action."),
        field("title", Text(limits::SENTENCE.most), Files, "What to do."),
        field(
            "why",
            List(&Text(limits::SENTENCE.most), limits::WHY.most),
            IfTicked(Details),
            "Why, a sentence each.",
        ),
        field(
            "how",
            List(&Text(limits::SENTENCE.most), limits::WHY.most),
            IfTicked(Details),
            "How to do it, a sentence each.",
        ),
        field(
            "score",
            Score,
            IfTicked(Details),
            "The worker's score of the competency it practises.",
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

/// What to learn from.
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

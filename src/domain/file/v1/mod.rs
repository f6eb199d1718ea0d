//! Version 1 of the format: every field with its limit and the copies it goes
//! into. `version` rises only where an old reader would misread. Until the
//! first release this may change together with its fixtures; from then on
//! never: a later version converts from it. `tests/file/frozen.rs` has the
//! switch.

mod answers;
mod reviews;
pub mod words;
mod written;

pub use answers::*;
pub use reviews::*;
pub use written::*;

use super::format_table::Shape::{
    Day, Group as In, Hours, Id, List, Moment, Score, Table, Text, Version, Word, YesNo,
};
use super::format_table::{Group, field, required};
use super::scope::FieldScope::{Everywhere, Files, IfTicked, Own};
use super::scope::ShareOption::{AboutMyPost, Answers, LocalCourses, Name, ScoreFirst, Workplace};
use crate::domain::limits;

/// The number of this version.
pub const VERSION: i64 = 1;

/// An answer about the worker, and when it was last changed.
macro_rules! answered {
    ($value:expr) => {
        In(&Group::of(
            "",
            "",
            &[
                field("value", $value, Everywhere, ""),
                required("changed", Moment, Everywhere, ""),
            ],
        ))
    };
}

/// A file, or what is stored.
pub static FILE: Group = Group::of(
    "File",
    "A file, or what is stored.",
    &[
        required(
            "format",
            Word(&words::FORMAT),
            Everywhere,
            "Always `waymark`.",
        ),
        required(
            "version",
            Version,
            Everywhere,
            "Always 1. It rises only where an old reader would misread.",
        ),
        required(
            "kind",
            Word(&words::KIND),
            Everywhere,
            "A plan is for sharing; a backup has everything.",
        ),
        field(
            "about",
            Text(limits::SENTENCE.most),
            Files,
            "What this is not: an assessment by an employer.",
        ),
        field("created", Moment, Everywhere, "When the file was saved."),
        field(
            "app",
            Text(limits::APP.most),
            Everywhere,
            "The program that saved it.",
        ),
        field(
            "framework",
            In(&FRAMEWORK),
            Everywhere,
            "The framework it was written with.",
        ),
        field("rules", In(&RULES), Everywhere, "The rules used."),
        field("id", Id, Own, "Which document this is a copy of."),
        field("worker", In(&WORKER), Everywhere, "About the worker."),
        field(
            "ratings",
            Table(
                &List(&In(&ENTRY), limits::ENTRIES.most),
                limits::COMPETENCIES.most,
            ),
            Everywhere,
            "For each competency its entries, newest last. A plan has the latest only, unless earlier ones were ticked.",
        ),
        field(
            "topics",
            Table(&In(&TOPIC), limits::TOPICS.most),
            IfTicked(Answers),
            "For each topic the answer.",
        ),
        field(
            "requirements",
            Table(&In(&REQUIREMENT), limits::REQUIREMENTS.most),
            IfTicked(Answers),
            "For each requirement the answer.",
        ),
        field(
            "changes",
            Table(&In(&CHANGE), limits::CHANGES.most),
            Everywhere,
            "For each action the worker touched, what they changed.",
        ),
        field(
            "local",
            In(&LOCAL),
            IfTicked(LocalCourses),
            "Links and courses the worker added.",
        ),
        field(
            "score_first",
            YesNo,
            IfTicked(ScoreFirst),
            "The reader is asked to score before they look at the worker's scores.",
        ),
        field(
            "reviews",
            Table(&In(&RECEIVED), limits::REVIEWS.most),
            Own,
            "What readers of the worker's plan sent back.",
        ),
        field(
            "saved_plans",
            Table(&In(&NOTED), limits::SHARED_PLANS.most),
            Own,
            "The plan files saved to share, by the SHA-256 of their bytes.",
        ),
        field(
            "in_calendar",
            Table(&In(&NOTED), limits::CHANGES.most),
            Own,
            "The actions that had an entry in a calendar file.",
        ),
        field(
            "plan",
            In(&PLAN),
            Everywhere,
            "The plan written out, for people and other programs; not read back.",
        ),
    ],
);

/// Which framework.
pub static FRAMEWORK: Group = Group::of(
    "Framework",
    "Which framework.",
    &[
        field("id", Text(limits::ID.most), Everywhere, "Its id."),
        field("version", Text(limits::ID.most), Everywhere, "Its version."),
    ],
);

/// The rules used where the framework leaves one open.
pub static RULES: Group = Group::of(
    "Rules",
    "The rules used where the framework leaves one open.",
    &[
        field(
            "achieved_at",
            Score,
            Everywhere,
            "The score that counts as achieved.",
        ),
        field(
            "changed",
            Moment,
            Everywhere,
            "When it was chosen; not there where it was not.",
        ),
    ],
);

/// About the worker. Each answer has its own `changed`; one without a value was taken back.
pub static WORKER: Group = Group::of(
    "Worker",
    "About the worker. Each answer has its own `changed`; one without a value was taken back.",
    &[
        field("role", answered!(Id), Everywhere, "The worker's role."),
        field(
            "aim",
            answered!(Id),
            Everywhere,
            "The career level aimed for.",
        ),
        field(
            "experience",
            answered!(Word(&words::EXPERIENCE)),
            IfTicked(AboutMyPost),
            "How long they have done this.",
        ),
        field(
            "here",
            answered!(Id),
            IfTicked(AboutMyPost),
            "Where the worker says they are now; never an assessment.",
        ),
        field(
            "name",
            answered!(Text(limits::NAME.most)),
            IfTicked(Name),
            "Their name.",
        ),
        field(
            "workplace",
            answered!(Text(limits::WORKPLACE.most)),
            IfTicked(Workplace),
            "Where they work.",
        ),
        field(
            "scheme_funded",
            answered!(Word(&words::SCHEME_FUNDED)),
            IfTicked(AboutMyPost),
            "Whether the post is paid for through a network's additional roles scheme.",
        ),
        field(
            "in_somerset",
            answered!(YesNo),
            IfTicked(AboutMyPost),
            "Whether they work in Somerset.",
        ),
        field(
            "area",
            answered!(Text(limits::NAME.most)),
            IfTicked(AboutMyPost),
            "The place that `in_area` is about: that of the site's local pack.",
        ),
        field(
            "in_area",
            answered!(YesNo),
            IfTicked(AboutMyPost),
            "Whether they work in that place.",
        ),
        field(
            "hours_a_month",
            answered!(Hours),
            IfTicked(AboutMyPost),
            "Hours a month for learning, or `unknown`.",
        ),
        field(
            "start",
            answered!(Day),
            IfTicked(AboutMyPost),
            "When they began in this post.",
        ),
        field(
            "caseload",
            answered!(List(&Id, limits::CASELOAD.most)),
            IfTicked(AboutMyPost),
            "Topics of their caseload.",
        ),
        field(
            "wider",
            answered!(List(&Word(&words::WIDER), limits::WIDER.most)),
            IfTicked(AboutMyPost),
            "What they have taken on beyond their caseload; an empty list for nothing.",
        ),
        field(
            "next_review",
            answered!(Day),
            IfTicked(AboutMyPost),
            "When it is next looked at with a supervisor.",
        ),
        field(
            "last_review",
            answered!(Day),
            IfTicked(AboutMyPost),
            "When it was last: what `next_review` was before.",
        ),
    ],
);

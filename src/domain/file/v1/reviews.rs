//! What a reader of a plan sends back, and how a document keeps it.

use super::super::format_table::Shape::{
    Day, Group as In, Id, List, Moment, Month, Score, Table, Text, Version, Word, YesNo,
};
use super::super::format_table::{Group, field, required};
use super::super::scope::FieldScope::{Everywhere, Files, Own};
use super::{FRAMEWORK, words};
use crate::domain::limits;

/// What a review says, wherever it stands, after other fields.
macro_rules! and_the_review {
    ($($first:expr),* $(,)?) => {
        &[
            $($first,)*
            required("created", Day, Everywhere, "The day it was saved."),
            field("reviewer", In(&REVIEWER), Everywhere, "Who gives this view."),
            required("of", In(&REVIEWED_PLAN), Everywhere, "Which plan file was read."),
            field(
                "ratings",
                Table(&In(&REVIEW_RATING), limits::COMPETENCIES.most),
                Everywhere,
                "For each competency what the reader has seen; one that is not there was not answered.",
            ),
            field(
                "comment",
                Text(limits::REVIEW_COMMENT.most),
                Everywhere,
                "What the reader says beside it.",
            ),
            field(
                "actions",
                List(&In(&AGREED_ACTION), limits::REVIEW_ACTIONS.most),
                Everywhere,
                "The actions agreed.",
            ),
            field("next_review", Day, Everywhere, "When both look at it again."),
        ]
    };
}

/// Somebody's view of a plan they were sent.
pub static REVIEW_FILE: Group = Group::of(
    "ReviewFile",
    "Somebody's view of a plan they were sent.",
    and_the_review![
        required(
            "format",
            Word(&words::FORMAT),
            Everywhere,
            "Always `waymark`."
        ),
        required(
            "version",
            Version,
            Everywhere,
            "Always 1. It rises only where an old reader would misread.",
        ),
        required("kind", Word(&words::REVIEW), Everywhere, "Always `review`."),
        field(
            "about",
            Text(limits::SENTENCE.most),
            Files,
            "What this is not: an assessment by an employer.",
        ),
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
        required(
            "id",
            Id,
            Everywhere,
            "Its own, random; saved again, it is the same."
        ),
    ],
);

/// A view of the worker's plan, as it was received.
pub static REVIEW: Group = Group::of(
    "Review",
    "A view of the worker's plan, as it was received.",
    and_the_review![],
);

/// Who gives a view.
pub static REVIEWER: Group = Group::of(
    "Reviewer",
    "Who gives a view.",
    &[
        field(
            "name",
            Text(limits::NAME.most),
            Everywhere,
            "Their name, as they wrote it.",
        ),
        field(
            "role",
            Text(limits::REVIEWER_ROLE.most),
            Everywhere,
            "What they are to the worker, such as a supervisor.",
        ),
    ],
);

/// Which plan file was read.
pub static REVIEWED_PLAN: Group = Group::of(
    "ReviewedPlan",
    "Which plan file was read.",
    &[
        field(
            "created",
            Day,
            Everywhere,
            "The day that file was saved, as it says itself.",
        ),
        required(
            "sha256",
            Id,
            Everywhere,
            "The SHA-256 of its bytes, in hexadecimal.",
        ),
    ],
);

/// What the reader has seen of one competency. At most one of `score` and `not_seen`.
pub static REVIEW_RATING: Group = Group::of(
    "ReviewRating",
    "What the reader has seen of one competency. At most one of `score` and `not_seen`.",
    &[
        field("score", Score, Everywhere, "0 to 5; 0 is a real score."),
        field(
            "not_seen",
            YesNo,
            Everywhere,
            "The reader has not seen this.",
        ),
    ],
);

/// An action both agreed.
pub static AGREED_ACTION: Group = Group::of(
    "AgreedAction",
    "An action both agreed.",
    &[
        required(
            "id",
            Id,
            Everywhere,
            "That of the plan, or `own:` and something random.",
        ),
        field("title", Text(limits::TITLE.most), Everywhere, "What to do."),
        field("month", Month, Everywhere, "By when."),
    ],
);

/// A review the worker opened.
pub static RECEIVED: Group = Group::of(
    "ReceivedReview",
    "A review the worker opened.",
    &[
        required("changed", Moment, Own, "When it was last changed."),
        field(
            "review",
            In(&REVIEW),
            Own,
            "As it came; not there where it was removed.",
        ),
        field(
            "accepted",
            Table(&Day, limits::REVIEW_ACTIONS.most),
            Own,
            "The agreed actions the worker took on, with the day.",
        ),
    ],
);

/// That something left in a file.
pub static NOTED: Group = Group::of(
    "Noted",
    "That something left in a file.",
    &[required("changed", Moment, Own, "When it was saved.")],
);

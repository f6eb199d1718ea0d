//! The groups a worker's answers stand in.

use super::super::format_table::Shape::{
    Day, Group as In, Id, Link, List, Moment, Month, Score, Table, Target, Text, Word, YesNo,
};
use super::super::format_table::{Group, field, required};
use super::super::scope::FieldScope::{Everywhere, IfTicked};
use super::super::scope::ShareOption::{
    ActionNotes, AnswerNotes, Answers, Evidence, Features, LocalCourses, OwnActions, Reflections,
};
use super::words;
use crate::domain::limits;

/// What a worker said of one competency on one day. At most one of `score`, `opportunity` and `cleared`.
pub static ENTRY: Group = Group::of(
    "Entry",
    "What a worker said of one competency on one day. At most one of `score`, `opportunity` and `cleared`.",
    &[
        required("id", Id, Everywhere, "Its own, random."),
        required("date", Day, Everywhere, "The worker's day."),
        field(
            "started",
            Moment,
            Everywhere,
            "When it was begun; entries stand in this order. The start of `date` where not there.",
        ),
        required("changed", Moment, Everywhere, "When it was last changed."),
        required("by", Word(&words::BY), Everywhere, "Who rated."),
        field("score", Score, Everywhere, "0 to 5; 0 is a real score."),
        field(
            "opportunity",
            Word(&words::OPPORTUNITY),
            Everywhere,
            "There was no opportunity to show this.",
        ),
        field(
            "cleared",
            YesNo,
            Everywhere,
            "Rated before, and taken back.",
        ),
        field(
            "rated_on",
            Day,
            Everywhere,
            "The earlier day the rating was given on, where this entry only carries it on: no new rating.",
        ),
        field(
            "reflection",
            Text(limits::REFLECTION.most),
            IfTicked(Reflections),
            "What the worker thought about it.",
        ),
        field(
            "evidence",
            List(&In(&EVIDENCE), limits::EVIDENCE.most),
            IfTicked(Evidence),
            "What the rating rests on.",
        ),
        field(
            "features",
            Table(&Word(&words::SEEN), limits::FEATURES.most),
            IfTicked(Features),
            "For each key feature, whether it was there.",
        ),
    ],
);

/// A conversation or piece of work a rating rests on.
pub static EVIDENCE: Group = Group::of(
    "Evidence",
    "A conversation or piece of work a rating rests on.",
    &[
        required("id", Id, Everywhere, "Its own, random."),
        field(
            "what",
            Text(limits::EVIDENCE_WHAT.most),
            IfTicked(Evidence),
            "What it was; nobody named.",
        ),
        field(
            "when",
            Text(limits::EVIDENCE_WHEN.most),
            IfTicked(Evidence),
            "When, in the worker's words.",
        ),
        field("link", Link, IfTicked(Evidence), "Where to find it."),
    ],
);

/// An answer to a topic.
pub static TOPIC: Group = Group::of(
    "TopicAnswer",
    "An answer to a topic.",
    &[
        field(
            "status",
            Word(&words::TOPIC_STATUS),
            IfTicked(Answers),
            "Where the worker is with it; not there where the answer was taken back.",
        ),
        required("changed", Moment, Everywhere, "When it was last changed."),
        field(
            "note",
            Text(limits::NOTE.most),
            IfTicked(AnswerNotes),
            "A note.",
        ),
        field(
            "reason",
            Text(limits::REASON.most),
            IfTicked(AnswerNotes),
            "Why it is not relevant.",
        ),
    ],
);

/// An answer to a requirement.
pub static REQUIREMENT: Group = Group::of(
    "RequirementAnswer",
    "An answer to a requirement.",
    &[
        field(
            "status",
            Word(&words::REQUIREMENT_STATUS),
            IfTicked(Answers),
            "Where it stands; not there where the answer was taken back.",
        ),
        required("changed", Moment, Everywhere, "When it was last changed."),
        field(
            "note",
            Text(limits::NOTE.most),
            IfTicked(AnswerNotes),
            "A note.",
        ),
        field(
            "reason",
            Text(limits::REASON.most),
            IfTicked(AnswerNotes),
            "Why it does not apply.",
        ),
    ],
);

/// What the worker changed about one action.
pub static CHANGE: Group = Group::of(
    "Change",
    "What the worker changed about one action.",
    &[
        required("changed", Moment, Everywhere, "When it was last changed."),
        field(
            "status",
            Word(&words::ACTION_STATUS),
            Everywhere,
            "How far it is.",
        ),
        field("done_on", Day, Everywhere, "The day it was marked done."),
        field(
            "month",
            Month,
            Everywhere,
            "When the worker wants to do it.",
        ),
        field(
            "notes",
            Text(limits::NOTE.most),
            IfTicked(ActionNotes),
            "Notes.",
        ),
        field(
            "obstacles",
            Text(limits::NOTE.most),
            IfTicked(ActionNotes),
            "What might get in the way.",
        ),
        field(
            "help",
            Text(limits::NOTE.most),
            IfTicked(ActionNotes),
            "Who can help.",
        ),
        field(
            "learned",
            Text(limits::NOTE.most),
            IfTicked(ActionNotes),
            "What was learned when a date slipped.",
        ),
        field("dismissed", YesNo, Everywhere, "Put aside."),
        field(
            "dismissed_because",
            Text(limits::REASON.most),
            IfTicked(ActionNotes),
            "Why it was put aside.",
        ),
        field("pinned", YesNo, Everywhere, "Kept where it is."),
        field("swapped", Id, Everywhere, "The other way taken instead."),
        field(
            "own",
            Text(limits::TITLE.most),
            IfTicked(OwnActions),
            "What to do, where the action is the worker's own.",
        ),
    ],
);

/// What the worker knows better than the framework of 2021.
pub static LOCAL: Group = Group::of(
    "Local",
    "What the worker knows better than the framework of 2021.",
    &[
        field(
            "links",
            Table(&In(&BETTER_LINK), limits::LINKS.most),
            IfTicked(LocalCourses),
            "For each resource a link that works.",
        ),
        field(
            "courses",
            Table(&In(&COURSE), limits::COURSES.most),
            IfTicked(LocalCourses),
            "Courses nearby.",
        ),
    ],
);

/// A link to use instead of a resource's own.
pub static BETTER_LINK: Group = Group::of(
    "BetterLink",
    "A link to use instead of a resource's own.",
    &[
        required("changed", Moment, Everywhere, "When it was last changed."),
        field(
            "url",
            Link,
            IfTicked(LocalCourses),
            "The address; not there where the resource's own was put back.",
        ),
    ],
);

/// A course the worker added.
pub static COURSE: Group = Group::of(
    "Course",
    "A course the worker added.",
    &[
        required("changed", Moment, Everywhere, "When it was last changed."),
        field(
            "title",
            Text(limits::TITLE.most),
            IfTicked(LocalCourses),
            "Its name.",
        ),
        field(
            "provider",
            Text(limits::PROVIDER.most),
            IfTicked(LocalCourses),
            "Who offers it.",
        ),
        field("url", Link, IfTicked(LocalCourses), "Where to find it."),
        field(
            "notes",
            Text(limits::NOTE.most),
            IfTicked(LocalCourses),
            "Notes.",
        ),
        field(
            "helps_with",
            List(&Target, limits::HELPS_WITH.most),
            IfTicked(LocalCourses),
            "What it helps with, such as `topic:level-1-skills/empathy`; also `competency:`, `section:`, `requirement:`.",
        ),
        field("removed", YesNo, IfTicked(LocalCourses), "Taken out again."),
    ],
);

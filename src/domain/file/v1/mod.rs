//! Version 1 of the format: every field with its limit and the copies it goes
//! into. `version` rises only where an old reader would misread. Until the
//! first release this may change together with its fixtures; from then on
//! never: a later version converts from it.

mod shapes;
mod words;

use serde_json::Value;
pub use shapes::{Answered, HoursWire, TargetWire, VERSION, Version};
pub use words::{By, FORMAT, Format, Opportunity};

use super::fields::Share::{Everywhere, Files, IfTicked, Own};
use super::fields::Tick;
use super::place::Place;
use super::wire::{
    Flag, Link, List, Read, Reading, ScoreWire, Table, Text, Wire, Word, read_object, take,
    unknown, wire,
};
use super::{Kind, Purpose};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::document::{
    ActionStatus, Experience, Extra, RequirementStatus, SchemeFunded, Seen, TopicStatus, Wider,
};
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, DocumentId, EntryId, EvidenceId, FeatureId, LevelId,
    RequirementId, ResourceId, RoleId, TopicId,
};
use crate::domain::limits::*;

wire! {
    /// A file, or what is stored.
    File {
        /// Always `waymark`.
        format: Word<Format> => Everywhere,
        /// Always 1. It rises only where an old reader would misread.
        version: Version => Everywhere,
        /// A plan is for sharing; a backup has everything.
        kind: Word<Kind> => Everywhere,
        /// What this is not: an assessment by an employer.
        about: Text<{ SENTENCE.most }> => Files,
        /// When the file was saved.
        created: Option<Moment> => Everywhere,
        /// The program that saved it.
        app: Text<{ APP.most }> => Everywhere,
        /// The framework it was written with.
        framework: Framework => Everywhere,
        /// The rules used.
        rules: Rules => Everywhere,
        /// Which document this is a copy of.
        id: Option<DocumentId> => Own,
        /// About the worker.
        worker: Worker => Everywhere,
        /// For each competency its entries, newest last. A plan has the latest only, unless earlier ones were ticked.
        ratings: Table<CompetencyId, List<Entry, { ENTRIES.most }>, { COMPETENCIES.most }> => Everywhere,
        /// For each topic the answer.
        topics: Table<TopicId, TopicAnswer, { TOPICS.most }> => IfTicked(Tick::Answers),
        /// For each requirement the answer.
        requirements: Table<RequirementId, RequirementAnswer, { REQUIREMENTS.most }> => IfTicked(Tick::Answers),
        /// For each action the worker touched, what they changed.
        changes: Table<ActionId, Change, { CHANGES.most }> => Everywhere,
        /// Links and courses the worker added.
        local: Local => IfTicked(Tick::LocalCourses),
        /// The plan written out, for people and other programs; not read back.
        plan: Plan => Everywhere,
    }

    /// Which framework.
    Framework {
        /// Its id.
        id: Text<{ ID.most }> => Everywhere,
        /// Its version.
        version: Text<{ ID.most }> => Everywhere,
    }

    /// The rules used where the framework leaves one open.
    Rules {
        /// The score that counts as achieved.
        achieved_at: Option<ScoreWire> => Everywhere,
        /// When it was chosen; not there where it was not.
        changed: Option<Moment> => Everywhere,
    }

    /// About the worker. Each answer has its own `changed`; one without a value was taken back.
    Worker {
        /// The worker's role.
        role: Option<Answered<RoleId>> => Everywhere,
        /// The career level aimed for.
        aim: Option<Answered<LevelId>> => Everywhere,
        /// How long they have done this.
        experience: Option<Answered<Word<Experience>>> => IfTicked(Tick::AboutMyPost),
        /// Where the worker says they are now; never an assessment.
        here: Option<Answered<LevelId>> => IfTicked(Tick::AboutMyPost),
        /// Their name.
        name: Option<Answered<Text<{ NAME.most }>>> => IfTicked(Tick::Name),
        /// Where they work.
        workplace: Option<Answered<Text<{ WORKPLACE.most }>>> => IfTicked(Tick::Workplace),
        /// Whether the post is paid for through a network's additional roles scheme.
        scheme_funded: Option<Answered<Word<SchemeFunded>>> => IfTicked(Tick::AboutMyPost),
        /// Whether they work in Somerset.
        in_somerset: Option<Answered<bool>> => IfTicked(Tick::AboutMyPost),
        /// Hours a month for learning, or `unknown`.
        hours_a_month: Option<Answered<HoursWire>> => IfTicked(Tick::AboutMyPost),
        /// When they began in this post.
        start: Option<Answered<Day>> => IfTicked(Tick::AboutMyPost),
        /// Topics of their caseload.
        caseload: Option<Answered<List<TopicId, { CASELOAD.most }>>> => IfTicked(Tick::AboutMyPost),
        /// What they have taken on beyond their caseload; an empty list for nothing.
        wider: Option<Answered<List<Word<Wider>, { WIDER.most }>>> => IfTicked(Tick::AboutMyPost),
        /// When it is next looked at with a supervisor.
        next_review: Option<Answered<Day>> => IfTicked(Tick::AboutMyPost),
    }

    /// What a worker said of one competency on one day. At most one of `score`, `opportunity` and `cleared`.
    Entry {
        /// Its own, random.
        id: EntryId => Everywhere,
        /// The worker's day.
        date: Day => Everywhere,
        /// When it was begun; entries stand in this order. The start of `date` where not there.
        started: Option<Moment> => Everywhere,
        /// When it was last changed.
        changed: Moment => Everywhere,
        /// Who rated.
        by: Word<By> => Everywhere,
        /// 0 to 5; 0 is a real score.
        score: Option<ScoreWire> => Everywhere,
        /// There was no opportunity to show this.
        opportunity: Option<Word<Opportunity>> => Everywhere,
        /// Rated before, and taken back.
        cleared: Flag => Everywhere,
        /// What the worker thought about it.
        reflection: Text<{ REFLECTION.most }> => IfTicked(Tick::Reflections),
        /// What the rating rests on.
        evidence: List<Evidence, { EVIDENCE.most }> => IfTicked(Tick::Evidence),
        /// For each key feature, whether it was there.
        features: Table<FeatureId, Word<Seen>, { FEATURES.most }> => IfTicked(Tick::Features),
    }

    /// A conversation or piece of work a rating rests on.
    Evidence {
        /// Its own, random.
        id: EvidenceId => Everywhere,
        /// What it was; nobody named.
        what: Text<{ EVIDENCE_WHAT.most }> => IfTicked(Tick::Evidence),
        /// When, in the worker's words.
        when: Text<{ EVIDENCE_WHEN.most }> => IfTicked(Tick::Evidence),
        /// Where to find it.
        link: Link => IfTicked(Tick::Evidence),
    }

    /// An answer to a topic.
    TopicAnswer {
        /// Where the worker is with it; not there where the answer was taken back.
        status: Option<Word<TopicStatus>> => IfTicked(Tick::Answers),
        /// When it was last changed.
        changed: Moment => Everywhere,
        /// A note.
        note: Text<{ NOTE.most }> => IfTicked(Tick::AnswerNotes),
        /// Why it is not relevant.
        reason: Text<{ REASON.most }> => IfTicked(Tick::AnswerNotes),
    }

    /// An answer to a requirement.
    RequirementAnswer {
        /// Where it stands; not there where the answer was taken back.
        status: Option<Word<RequirementStatus>> => IfTicked(Tick::Answers),
        /// When it was last changed.
        changed: Moment => Everywhere,
        /// A note.
        note: Text<{ NOTE.most }> => IfTicked(Tick::AnswerNotes),
        /// Why it does not apply.
        reason: Text<{ REASON.most }> => IfTicked(Tick::AnswerNotes),
    }

    /// What the worker changed about one action.
    Change {
        /// When it was last changed.
        changed: Moment => Everywhere,
        /// How far it is.
        status: Option<Word<ActionStatus>> => Everywhere,
        /// The day it was marked done.
        done_on: Option<Day> => Everywhere,
        /// When the worker wants to do it.
        month: Option<Month> => Everywhere,
        /// Notes.
        notes: Text<{ NOTE.most }> => IfTicked(Tick::ActionNotes),
        /// What might get in the way.
        obstacles: Text<{ NOTE.most }> => IfTicked(Tick::ActionNotes),
        /// Who can help.
        help: Text<{ NOTE.most }> => IfTicked(Tick::ActionNotes),
        /// What was learned when a date slipped.
        learned: Text<{ NOTE.most }> => IfTicked(Tick::ActionNotes),
        /// Put aside.
        dismissed: Flag => Everywhere,
        /// Why it was put aside.
        dismissed_because: Text<{ REASON.most }> => IfTicked(Tick::ActionNotes),
        /// Kept where it is.
        pinned: Flag => Everywhere,
        /// The other way taken instead.
        swapped: Option<ActionId> => Everywhere,
        /// What to do, where the action is the worker's own.
        own: Option<Text<{ TITLE.most }>> => IfTicked(Tick::OwnActions),
    }

    /// What the worker knows better than the framework of 2021.
    Local {
        /// For each resource a link that works.
        links: Table<ResourceId, BetterLink, { LINKS.most }> => IfTicked(Tick::LocalCourses),
        /// Courses nearby.
        courses: Table<CourseId, Course, { COURSES.most }> => IfTicked(Tick::LocalCourses),
    }

    /// A link to use instead of a resource's own.
    BetterLink {
        /// When it was last changed.
        changed: Moment => Everywhere,
        /// The address; not there where the resource's own was put back.
        url: Link => IfTicked(Tick::LocalCourses),
    }

    /// A course the worker added.
    Course {
        /// When it was last changed.
        changed: Moment => Everywhere,
        /// Its name.
        title: Text<{ TITLE.most }> => IfTicked(Tick::LocalCourses),
        /// Who offers it.
        provider: Text<{ PROVIDER.most }> => IfTicked(Tick::LocalCourses),
        /// Where to find it.
        url: Link => IfTicked(Tick::LocalCourses),
        /// Notes.
        notes: Text<{ NOTE.most }> => IfTicked(Tick::LocalCourses),
        /// What it helps with, such as `topic:level-1-skills/empathy`; also `competency:`, `section:`, `requirement:`.
        helps_with: List<TargetWire, { HELPS_WITH.most }> => IfTicked(Tick::LocalCourses),
        /// Taken out again.
        removed: Flag => IfTicked(Tick::LocalCourses),
    }

    /// The plan written out.
    Plan {
        /// Its actions, in order.
        actions: List<Action, { WRITTEN_ACTIONS.most }> => Files,
    }

    /// One action, written out.
    Action {
        /// What is done.
        id: ActionId => Files,
        /// What kind of action.
        kind: Text<{ ID.most }> => Files,
        /// What to do.
        title: Text<{ SENTENCE.most }> => Files,
        /// Why, a sentence each.
        why: List<Text<{ SENTENCE.most }>, { WHY.most }> => Files,
        /// What to learn from.
        resource: Option<Resource> => Files,
        /// How far it is.
        status: Option<Word<ActionStatus>> => Files,
        /// The month it is planned for.
        due: Option<Month> => Files,
        /// The worker's notes.
        notes: Text<{ NOTE.most }> => IfTicked(Tick::ActionNotes),
    }

    /// What to learn from.
    Resource {
        /// Its name.
        title: Text<{ SENTENCE.most }> => Files,
        /// Who offers it.
        provider: Text<{ SENTENCE.most }> => Files,
        /// Where to find it.
        url: Link => Files,
    }
}

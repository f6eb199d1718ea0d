//! From the document to a file of version 1, with all there is; `write` leaves
//! out what does not go into a copy. What is empty is not there.

use std::borrow::Borrow;

use serde_json::Value;

use super::v1::words::{self, FileWord};
use super::values::UNKNOWN;
use super::written::{Header, NOT_A_VERDICT, WrittenAction, WrittenPlan, WrittenResource};
use super::{FileKind, v1};
use crate::domain::dates::Moment;
use crate::domain::document::{
    ActionChange, AgreedAction, Answer, BetterLink, Course, DatedAnswer, Document, Entry, Evidence,
    JsonFields, LearningHours, Noted, Parts, Profile, Rating, ReaderView, ReceivedReview, Review,
    ReviewRating,
};
use crate::domain::framework::model::Target;
use crate::domain::ids::ReviewId;
use crate::domain::limits::{APP, ID, NOTE, SENTENCE, WHY, WRITTEN_ACTIONS, utf16_units};
use crate::domain::sorted_map::SortedMap;
use crate::domain::web_address::WebAddress;

/// The fields of a group, put in one by one.
pub(in crate::domain) struct FieldWriter(pub JsonFields);

impl FieldWriter {
    /// A group that begins with the unknown fields it had.
    pub fn of(extra: &JsonFields) -> Self {
        Self(extra.clone())
    }

    /// Whatever it is.
    pub fn value(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Left out where there is none.
    pub fn some(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }

    /// A text; left out where it is empty.
    pub fn text(&mut self, name: &str, text: &str) {
        self.some(
            name,
            Some(text).filter(|text| !text.is_empty()).map(Value::from),
        );
    }

    /// `true`; left out where it is not.
    pub fn flag(&mut self, name: &str, flag: bool) {
        self.some(name, flag.then_some(Value::Bool(true)));
    }

    /// A web address; left out where there is none.
    pub fn link(&mut self, name: &str, link: Option<&WebAddress>) {
        self.text(name, link.map(WebAddress::as_str).unwrap_or_default());
    }

    /// A word of a choice; left out where there is none.
    pub fn word<T: FileWord>(&mut self, name: &str, word: Option<T>) {
        self.text(name, word.map(T::word).unwrap_or_default());
    }

    /// A group; left out where it has nothing in it.
    pub fn group(&mut self, name: &str, group: Self) {
        if !group.0.is_empty() {
            self.value(name, Value::Object(group.0));
        }
    }

    /// An answer about the worker, given or taken back.
    fn answer<T>(&mut self, name: &str, answer: &DatedAnswer<T>, each: fn(&T) -> Value) {
        let value = answer.value.as_ref().map(each);
        self.answered(name, value, answer.changed, &answer.extra);
    }

    fn answered(
        &mut self,
        name: &str,
        value: Option<Value>,
        changed: Option<Moment>,
        extra: &JsonFields,
    ) {
        let Some(changed) = changed else {
            return;
        };
        let mut it = Self::of(extra);
        it.some("value", value);
        it.text("changed", &changed.iso());
        self.group(name, it);
    }

    /// A list; left out where it is empty.
    pub fn list(&mut self, name: &str, items: Vec<Value>) {
        if !items.is_empty() {
            self.value(name, Value::Array(items));
        }
    }
}

fn table<K: Borrow<str>, V>(rows: &SortedMap<K, V>, each: fn(&V) -> Value) -> FieldWriter {
    let mut group = FieldWriter(JsonFields::new());
    for (key, value) in rows.iter() {
        group.value(key.borrow(), each(value));
    }
    group
}

/// A review and what its file says about itself.
pub fn review_file(id: &ReviewId, it: &Review, header: &Header) -> JsonFields {
    let mut file = FieldWriter(review(it));
    file.text("format", words::WAYMARK);
    file.value("version", v1::VERSION.into());
    file.text("kind", words::REVIEW.words[0]);
    file.text("about", NOT_A_VERDICT);
    file.text("app", cut(&header.app, APP.most));
    // What else stood there when it was opened.
    let unknown = it.extra.get("framework").and_then(Value::as_object);
    let unknown = unknown.cloned().unwrap_or_default();
    file.group("framework", framework(header, &unknown));
    file.text("id", id.as_str());
    file.0
}

fn framework(header: &Header, extra: &JsonFields) -> FieldWriter {
    let mut framework = FieldWriter::of(extra);
    framework.text("id", cut(&header.framework.id, ID.most));
    framework.text("version", cut(&header.framework.version, ID.most));
    framework
}

/// The whole document and what a file says about itself.
pub fn file(
    document: &Document,
    kind: FileKind,
    header: &Header,
    written: &WrittenPlan,
) -> JsonFields {
    let mut file = FieldWriter(parts(document.parts()));
    file.text("format", words::WAYMARK);
    file.value("version", v1::VERSION.into());
    file.word("kind", Some(kind));
    file.text("about", NOT_A_VERDICT);
    file.text("created", &header.created.iso());
    file.text("app", cut(&header.app, APP.most));
    let unknown = &document.parts().unknown.framework;
    file.group("framework", framework(header, unknown));
    let mut rules = FieldWriter::of(&document.parts().unknown.rules);
    rules.value("achieved_at", document.achieved_at().get().into());
    let changed = document.parts().achieved_at.changed;
    rules.some("changed", changed.map(|changed| changed.iso().into()));
    file.group("rules", rules);
    let mut plan = FieldWriter::of(&document.parts().unknown.plan);
    let named = |action: &&WrittenAction| {
        let id = action.id.as_str();
        !id.is_empty() && utf16_units(id) <= ID.most
    };
    if let Some(aim) = &written.supposed_aim {
        plan.text("supposed_aim", aim.as_str());
    }
    let actions = written.actions.iter().filter(named);
    let actions = actions.take(WRITTEN_ACTIONS.most);
    plan.list("actions", actions.map(action).collect());
    file.group("plan", plan);
    file.0
}

/// What the worker entered, with the groups it stands in.
pub fn parts(parts: &Parts) -> JsonFields {
    let mut file = FieldWriter::of(&parts.unknown.file);
    file.text("id", parts.id.as_ref().map_or("", |id| id.as_str()));
    file.group("worker", worker(&parts.profile, &parts.unknown.worker));
    let entries = |entries: &Vec<Entry>| entries.iter().map(entry).collect();
    file.group("ratings", table(&parts.ratings, entries));
    file.group("topics", table(&parts.topics, answer));
    file.group("requirements", table(&parts.requirements, answer));
    file.group("changes", table(&parts.changes, change));
    let mut local = FieldWriter::of(&parts.unknown.local);
    local.group("links", table(&parts.links, better_link));
    local.group("courses", table(&parts.courses, course));
    file.group("local", local);
    file.group("reviews", table(&parts.reviews, received));
    file.group("saved_plans", table(&parts.saved_plans, noted));
    file.group("in_calendar", table(&parts.in_calendar, noted));
    file.0
}

fn worker(profile: &Profile, extra: &JsonFields) -> FieldWriter {
    // All of it, so that no answer is left unwritten.
    let Profile {
        role,
        experience,
        aim,
        here,
        name,
        workplace,
        scheme_funded,
        in_somerset,
        area,
        in_area,
        hours_a_month,
        start,
        caseload,
        wider,
        next_review,
        last_review,
    } = profile;
    let mut it = FieldWriter::of(extra);
    it.answer("role", role, |role| role.as_str().into());
    it.answer("aim", aim, |level| level.as_str().into());
    it.answer("experience", experience, |it| it.word().into());
    it.answer("here", here, |level| level.as_str().into());
    it.answer("name", name, |name| name.as_str().into());
    it.answer("workplace", workplace, |name| name.as_str().into());
    it.answer("scheme_funded", scheme_funded, |it| it.word().into());
    it.answer("in_somerset", in_somerset, |it| (*it).into());
    it.answer("area", area, |area| area.as_str().into());
    it.answer("in_area", in_area, |it| (*it).into());
    it.answer("hours_a_month", hours_a_month, |hours| match hours {
        LearningHours::Known(hours) => (*hours).into(),
        LearningHours::Unknown => UNKNOWN.into(),
    });
    it.answer("start", start, |day| day.iso().into());
    it.answer("caseload", caseload, |topics| {
        topics.iter().map(|topic| topic.as_str()).collect()
    });
    it.answer("wider", wider, |wider| {
        wider.iter().map(|one| one.word()).collect()
    });
    it.answer("next_review", next_review, |day| day.iso().into());
    it.answer("last_review", last_review, |day| day.iso().into());
    it
}

fn answer<S: FileWord>(answer: &Answer<S>) -> Value {
    let mut it = FieldWriter::of(&answer.extra);
    it.word("status", answer.status);
    it.text("changed", &answer.changed.iso());
    it.text("note", &answer.note);
    it.text("reason", &answer.reason);
    Value::Object(it.0)
}

/// An entry of a rating, with what stands beside the score.
pub fn entry(entry: &Entry) -> Value {
    let mut it = FieldWriter::of(&entry.extra);
    it.text("id", entry.id.as_str());
    it.text("date", &entry.date.iso());
    it.text("started", &entry.started.iso());
    it.text("changed", &entry.changed.iso());
    it.text("by", words::MYSELF);
    match entry.rating {
        None => {}
        Some(Rating::Score(score)) => it.value("score", score.get().into()),
        Some(Rating::NoOpportunity) => it.text("opportunity", words::NONE),
        Some(Rating::Cleared) => it.flag("cleared", true),
    }
    it.some("rated_on", entry.rated_on.map(|day| day.iso().into()));
    it.text("reflection", &entry.reflection);
    it.list("evidence", entry.evidence.iter().map(evidence).collect());
    it.group(
        "features",
        table(&entry.features, |seen| seen.word().into()),
    );
    Value::Object(it.0)
}

fn evidence(evidence: &Evidence) -> Value {
    let mut it = FieldWriter::of(&evidence.extra);
    it.text("id", evidence.id.as_str());
    it.text("what", &evidence.what);
    it.text("when", &evidence.when);
    it.link("link", evidence.link.as_ref());
    Value::Object(it.0)
}

fn change(change: &ActionChange) -> Value {
    let mut it = FieldWriter::of(&change.extra);
    it.text("changed", &change.changed.iso());
    it.word("status", change.status);
    it.some("done_on", change.done_on.map(|day| day.iso().into()));
    it.some("month", change.month.map(|month| month.iso().into()));
    it.text("notes", &change.notes);
    it.text("obstacles", &change.obstacles);
    it.text("help", &change.help);
    it.text("learned", &change.learned);
    it.flag("dismissed", change.dismissed);
    it.text("dismissed_because", &change.dismissed_because);
    it.flag("pinned", change.pinned);
    it.some(
        "swapped",
        change.swapped.as_ref().map(|id| id.as_str().into()),
    );
    it.some("own", change.own.as_deref().map(Value::from));
    Value::Object(it.0)
}

fn better_link(link: &BetterLink) -> Value {
    let mut it = FieldWriter::of(&link.extra);
    it.text("changed", &link.changed.iso());
    it.link("url", link.url.as_ref());
    Value::Object(it.0)
}

fn course(course: &Course) -> Value {
    let mut it = FieldWriter::of(&course.extra);
    it.text("changed", &course.changed.iso());
    it.text("title", &course.title);
    it.text("provider", &course.provider);
    it.link("url", course.url.as_ref());
    it.text("notes", &course.notes);
    it.list("helps_with", course.helps_with.iter().map(target).collect());
    it.flag("removed", course.removed);
    Value::Object(it.0)
}

fn received(received: &ReceivedReview) -> Value {
    let mut it = FieldWriter::of(&received.extra);
    it.text("changed", &received.changed.iso());
    let review = received.review.as_ref().map(review);
    it.some("review", review.map(Value::Object));
    it.group("accepted", table(&received.accepted, |on| on.iso().into()));
    Value::Object(it.0)
}

fn noted(noted: &Noted) -> Value {
    let mut it = FieldWriter::of(&noted.extra);
    it.text("changed", &noted.changed.iso());
    Value::Object(it.0)
}

fn review(review: &Review) -> JsonFields {
    let mut it = FieldWriter::of(&review.extra);
    it.text("created", &review.created.iso());
    let mut reviewer = FieldWriter::of(&review.reviewer.extra);
    reviewer.text("name", &review.reviewer.name);
    reviewer.text("role", &review.reviewer.role);
    it.group("reviewer", reviewer);
    let mut of = FieldWriter::of(&review.of.extra);
    of.some("created", review.of.created.map(|day| day.iso().into()));
    of.text("sha256", review.of.sha256.as_str());
    it.group("of", of);
    it.group("ratings", table(&review.ratings, review_rating));
    it.text("comment", &review.comment);
    it.list("actions", review.actions.iter().map(agreed).collect());
    it.some(
        "next_review",
        review.next_review.map(|day| day.iso().into()),
    );
    it.0
}

fn review_rating(rating: &ReviewRating) -> Value {
    let mut it = FieldWriter::of(&rating.extra);
    match rating.view {
        None => {}
        Some(ReaderView::Score(score)) => it.value("score", score.get().into()),
        Some(ReaderView::NotSeen) => it.flag("not_seen", true),
    }
    Value::Object(it.0)
}

fn agreed(action: &AgreedAction) -> Value {
    let mut it = FieldWriter::of(&action.extra);
    it.text("id", action.id.as_str());
    it.text("title", &action.title);
    it.some("month", action.month.map(|month| month.iso().into()));
    Value::Object(it.0)
}

/// What a course helps with: `topic:level-1-skills/empathy`.
pub(in crate::domain) fn target(target: &Target) -> Value {
    let kind = match target {
        Target::Topic(_) => "topic:",
        Target::Competency(_) => "competency:",
        Target::Section(_) => "section:",
        Target::Requirement(_) => "requirement:",
    };
    [kind, target.id()].concat().into()
}

fn action(action: &WrittenAction) -> Value {
    let mut it = FieldWriter(JsonFields::new());
    it.text("id", action.id.as_str());
    it.text("kind", cut(&action.kind, ID.most));
    it.text("title", cut(&action.title, SENTENCE.most));
    let why = action.why.iter().take(WHY.most);
    it.list(
        "why",
        why.map(|why| cut(why, SENTENCE.most).into()).collect(),
    );
    let how = action.how.iter().take(WHY.most);
    it.list(
        "how",
        how.map(|how| cut(how, SENTENCE.most).into()).collect(),
    );
    it.some("score", action.score.map(|score| score.get().into()));
    it.some("resource", action.resource.as_ref().map(resource));
    it.word("status", action.status);
    it.some("due", action.due.map(|month| month.iso().into()));
    it.flag("suggested", action.suggested);
    it.text("notes", cut(&action.notes, NOTE.most));
    Value::Object(it.0)
}

fn resource(resource: &WrittenResource) -> Value {
    let mut it = FieldWriter(JsonFields::new());
    it.text("title", cut(&resource.title, SENTENCE.most));
    it.text("provider", cut(&resource.provider, SENTENCE.most));
    it.link("url", resource.url.as_ref());
    Value::Object(it.0)
}

/// The beginning of a text, as much as a file may have of it. Only for what
/// the app itself writes: what a worker wrote is never cut.
fn cut(text: &str, most: usize) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > most {
            return &text[..at];
        }
    }
    text
}

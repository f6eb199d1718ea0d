//! From the document to a file of version 1, with all there is; `write` leaves
//! out what does not go into a copy. What is empty is not there.

use std::borrow::Borrow;

use serde_json::Value;

use super::check::UNKNOWN;
use super::encode::{Header, NOT_A_VERDICT, WrittenAction, WrittenResource};
use super::v1::words::{self, Choice};
use super::{Kind, v1};
use crate::domain::dates::Moment;
use crate::domain::document::{
    ActionChange, Answer, BetterLink, Course, Document, Entry, Evidence, Extra, Hours, Parts,
    Profile, Rating, Stamped,
};
use crate::domain::framework::model::Target;
use crate::domain::keyed::Keyed;
use crate::domain::limits::{APP, ID, NOTE, SENTENCE, WHY, WRITTEN_ACTIONS, utf16_units};
use crate::domain::web_address::WebAddress;

/// The fields of a group, put in one by one.
struct Group(Extra);

impl Group {
    /// A group that begins with the unknown fields it had.
    fn of(extra: &Extra) -> Self {
        Self(extra.clone())
    }

    fn value(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    fn some(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.value(name, value);
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.some(
            name,
            Some(text).filter(|text| !text.is_empty()).map(Value::from),
        );
    }

    fn flag(&mut self, name: &str, flag: bool) {
        self.some(name, flag.then_some(Value::Bool(true)));
    }

    fn link(&mut self, name: &str, link: Option<&WebAddress>) {
        self.text(name, link.map(WebAddress::as_str).unwrap_or_default());
    }

    fn word<T: Choice>(&mut self, name: &str, word: Option<T>) {
        self.text(name, word.map(T::word).unwrap_or_default());
    }

    fn group(&mut self, name: &str, group: Self) {
        if !group.0.is_empty() {
            self.value(name, Value::Object(group.0));
        }
    }

    /// An answer about the worker, given or taken back.
    fn answer<T>(&mut self, name: &str, answer: &Stamped<T>, each: fn(&T) -> Value) {
        let value = answer.value.as_ref().map(each);
        self.answered(name, value, answer.changed, &answer.extra);
    }

    fn answered(
        &mut self,
        name: &str,
        value: Option<Value>,
        changed: Option<Moment>,
        extra: &Extra,
    ) {
        let Some(changed) = changed else {
            return;
        };
        let mut it = Self::of(extra);
        it.some("value", value);
        it.text("changed", &changed.iso());
        self.group(name, it);
    }

    fn list(&mut self, name: &str, items: Vec<Value>) {
        if !items.is_empty() {
            self.value(name, Value::Array(items));
        }
    }
}

fn table<K: Borrow<str>, V>(rows: &Keyed<K, V>, each: fn(&V) -> Value) -> Group {
    let mut group = Group(Extra::new());
    for (key, value) in rows.iter() {
        group.value(key.borrow(), each(value));
    }
    group
}

/// The whole document and what a file says about itself.
pub fn file(document: &Document, kind: Kind, header: &Header, actions: &[WrittenAction]) -> Extra {
    let mut file = Group(parts(document.parts()));
    file.text("format", words::WAYMARK);
    file.value("version", v1::VERSION.into());
    file.word("kind", Some(kind));
    file.text("about", NOT_A_VERDICT);
    file.text("created", &header.created.iso());
    file.text("app", cut(&header.app, APP.most));
    let mut framework = Group::of(&document.parts().kept.framework);
    framework.text("id", cut(&header.framework.id, ID.most));
    framework.text("version", cut(&header.framework.version, ID.most));
    file.group("framework", framework);
    let mut rules = Group::of(&document.parts().kept.rules);
    rules.value("achieved_at", document.achieved_at().get().into());
    let changed = document.parts().achieved_at.changed;
    rules.some("changed", changed.map(|changed| changed.iso().into()));
    file.group("rules", rules);
    let mut plan = Group::of(&document.parts().kept.plan);
    let named = |action: &&WrittenAction| {
        let id = action.id.as_str();
        !id.is_empty() && utf16_units(id) <= ID.most
    };
    let written = actions.iter().filter(named).take(WRITTEN_ACTIONS.most);
    plan.list("actions", written.map(action).collect());
    file.group("plan", plan);
    file.0
}

/// What the worker entered, with the groups it stands in.
pub fn parts(parts: &Parts) -> Extra {
    let mut file = Group::of(&parts.kept.file);
    file.text("id", parts.id.as_ref().map_or("", |id| id.as_str()));
    file.group("worker", worker(&parts.profile, &parts.kept.worker));
    let entries = |entries: &Vec<Entry>| entries.iter().map(entry).collect();
    file.group("ratings", table(&parts.ratings, entries));
    file.group("topics", table(&parts.topics, answer));
    file.group("requirements", table(&parts.requirements, answer));
    file.group("changes", table(&parts.changes, change));
    let mut local = Group::of(&parts.kept.local);
    local.group("links", table(&parts.links, better_link));
    local.group("courses", table(&parts.courses, course));
    file.group("local", local);
    file.0
}

fn worker(profile: &Profile, extra: &Extra) -> Group {
    let mut it = Group::of(extra);
    it.answer("role", &profile.role, |role| role.as_str().into());
    it.answer("aim", &profile.aim, |level| level.as_str().into());
    it.answer("experience", &profile.experience, |it| it.word().into());
    it.answer("here", &profile.here, |level| level.as_str().into());
    it.answer("name", &profile.name, |name| name.as_str().into());
    it.answer("workplace", &profile.workplace, |name| name.as_str().into());
    it.answer("scheme_funded", &profile.scheme_funded, |it| {
        it.word().into()
    });
    it.answer("in_somerset", &profile.in_somerset, |it| (*it).into());
    it.answer(
        "hours_a_month",
        &profile.hours_a_month,
        |hours| match hours {
            Hours::Known(hours) => (*hours).into(),
            Hours::Unknown => UNKNOWN.into(),
        },
    );
    it.answer("start", &profile.start, |day| day.iso().into());
    it.answer("caseload", &profile.caseload, |topics| {
        topics.iter().map(|topic| topic.as_str()).collect()
    });
    it.answer("wider", &profile.wider, |wider| {
        wider.iter().map(|one| one.word()).collect()
    });
    it.answer("next_review", &profile.next_review, |day| day.iso().into());
    it.answer("last_review", &profile.last_review, |day| day.iso().into());
    it
}

fn answer<S: Choice>(answer: &Answer<S>) -> Value {
    let mut it = Group::of(&answer.extra);
    it.word("status", answer.status);
    it.text("changed", &answer.changed.iso());
    it.text("note", &answer.note);
    it.text("reason", &answer.reason);
    Value::Object(it.0)
}

pub fn entry(entry: &Entry) -> Value {
    let mut it = Group::of(&entry.extra);
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
    let mut it = Group::of(&evidence.extra);
    it.text("id", evidence.id.as_str());
    it.text("what", &evidence.what);
    it.text("when", &evidence.when);
    it.link("link", evidence.link.as_ref());
    Value::Object(it.0)
}

fn change(change: &ActionChange) -> Value {
    let mut it = Group::of(&change.extra);
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
    let mut it = Group::of(&link.extra);
    it.text("changed", &link.changed.iso());
    it.link("url", link.url.as_ref());
    Value::Object(it.0)
}

fn course(course: &Course) -> Value {
    let mut it = Group::of(&course.extra);
    it.text("changed", &course.changed.iso());
    it.text("title", &course.title);
    it.text("provider", &course.provider);
    it.link("url", course.url.as_ref());
    it.text("notes", &course.notes);
    it.list("helps_with", course.helps_with.iter().map(target).collect());
    it.flag("removed", course.removed);
    Value::Object(it.0)
}

fn target(target: &Target) -> Value {
    let kind = match target {
        Target::Topic(_) => "topic:",
        Target::Competency(_) => "competency:",
        Target::Section(_) => "section:",
        Target::Requirement(_) => "requirement:",
    };
    [kind, target.id()].concat().into()
}

fn action(action: &WrittenAction) -> Value {
    let mut it = Group(Extra::new());
    it.text("id", action.id.as_str());
    it.text("kind", cut(&action.kind, ID.most));
    it.text("title", cut(&action.title, SENTENCE.most));
    let why = action.why.iter().take(WHY.most);
    it.list(
        "why",
        why.map(|why| cut(why, SENTENCE.most).into()).collect(),
    );
    it.some("resource", action.resource.as_ref().map(resource));
    it.word("status", action.status);
    it.some("due", action.due.map(|month| month.iso().into()));
    it.flag("suggested", action.suggested);
    it.text("notes", cut(&action.notes, NOTE.most));
    Value::Object(it.0)
}

fn resource(resource: &WrittenResource) -> Value {
    let mut it = Group(Extra::new());
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

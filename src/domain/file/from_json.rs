//! From a checked file of version 1 to the document. None only where the
//! table of fields asks for less than the document needs.

use serde_json::Value;

use super::compare::{Believed, by_id};
use super::field_reader::{FieldReader, list, some_text};
use super::json_path::JsonPath;
use super::v1::words::FileWord;
use super::values;
use super::written::{WrittenAction, WrittenResource};
use super::{FileRemark, Refusal, to_json};
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{
    ActionChange, AgreedAction, Answer, BetterLink, Course, DatedAnswer, Entry, Evidence,
    FeatureSeen, JsonFields, Noted, Parts, Profile, Rating, ReaderView, ReceivedReview, Review,
    ReviewRating, ReviewedPlan, Reviewer, UnknownFields,
};
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, DocumentId, EntryId, EvidenceId, FeatureId, LevelId,
    PlanHash, RequirementId, ResourceId, ReviewId, RoleId, TopicId,
};
use crate::domain::sorted_map::SortedMap;

/// Refuses an entry that says two things at once.
pub fn contradiction(file: &JsonFields) -> Option<Refusal> {
    let ratings = JsonPath::FILE.field("ratings");
    for (competency, entries) in file.get("ratings")?.as_object()? {
        for (i, entry) in entries.as_array()?.iter().enumerate() {
            let says = |name| entry.get(name).is_some_and(|said| !said.is_null());
            let cleared = entry.get("cleared") == Some(&Value::Bool(true));
            let said = [says("score"), says("opportunity"), cleared];
            if said.into_iter().filter(|said| *said).count() > 1 {
                let path = ratings.field(competency).item(i).to_string();
                return Some(Refusal::Contradiction { path });
            }
        }
    }
    None
}

/// The same of the reviews a document has.
pub fn reviews_contradiction(file: &JsonFields) -> Option<Refusal> {
    let reviews = JsonPath::FILE.field("reviews");
    for (id, received) in file.get("reviews")?.as_object()? {
        let path = reviews.field(id);
        if let Some(Value::Object(review)) = received.get("review")
            && let Some(refusal) = review_contradiction(review, &path.field("review"))
        {
            return Some(refusal);
        }
    }
    None
}

/// Refuses a review, or a document's, that has seen a thing and has not; or
/// that agrees one action twice, of which only one could be taken on.
pub fn review_contradiction(fields: &JsonFields, path: &JsonPath) -> Option<Refusal> {
    let group = |name: &str| fields.get(name).and_then(Value::as_object);
    let ratings = path.field("ratings");
    for (competency, rating) in group("ratings").into_iter().flatten() {
        let score = rating.get("score").is_some_and(|said| !said.is_null());
        if score && rating.get("not_seen") == Some(&Value::Bool(true)) {
            let path = ratings.field(competency).to_string();
            return Some(Refusal::Contradiction { path });
        }
    }
    let actions = fields.get("actions").and_then(Value::as_array);
    let actions = actions.map_or(&[][..], Vec::as_slice);
    for (i, action) in actions.iter().enumerate() {
        if actions
            .iter()
            .take(i)
            .any(|other| other.get("id") == action.get("id"))
        {
            let path = path.field("actions").item(i).to_string();
            return Some(Refusal::Contradiction { path });
        }
    }
    None
}

/// What the worker entered. The envelope's other fields are already taken.
pub fn parts(mut file: FieldReader, remarks: &mut Vec<FileRemark>) -> Option<Parts> {
    let mut parts = Parts {
        id: file.some_text("id").map(DocumentId::new),
        ..Parts::default()
    };
    let mut rules = file.group("rules");
    // Without `changed` it was not chosen but is the rule of that time.
    let rule = values::score(&rules.value("achieved_at")).zip(rules.moment("changed"));
    if let Some((score, changed)) = rule {
        parts.achieved_at.value = Some(score);
        parts.achieved_at.changed = Some(changed);
    }
    let mut worker = file.group("worker");
    parts.profile = profile(&mut worker);
    for (id, entries) in file.group("ratings").0 {
        let entries = in_order(entries, &id, remarks)?;
        // A competency without entries says nothing.
        if !entries.is_empty() {
            parts.ratings.insert(CompetencyId::new(id), entries);
        }
    }
    rows(&mut file, "topics", &mut |id, it| {
        parts.topics.insert(TopicId::new(id), answer(it)?);
        Some(())
    })?;
    rows(&mut file, "requirements", &mut |id, it| {
        let answer = answer(it)?;
        parts.requirements.insert(RequirementId::new(id), answer);
        Some(())
    })?;
    rows(&mut file, "changes", &mut |id, it| {
        parts.changes.insert(ActionId::new(id), change(it)?);
        Some(())
    })?;
    let mut local = file.group("local");
    rows(&mut local, "links", &mut |id, it| {
        parts.links.insert(ResourceId::new(id), better_link(it)?);
        Some(())
    })?;
    rows(&mut local, "courses", &mut |id, it| {
        parts.courses.insert(CourseId::new(id), course(it)?);
        Some(())
    })?;
    rows(&mut file, "reviews", &mut |id, it| {
        parts.reviews.insert(ReviewId::new(id), received(it)?);
        Some(())
    })?;
    rows(&mut file, "saved_plans", &mut |id, it| {
        parts.saved_plans.insert(PlanHash::new(id), noted(it)?);
        Some(())
    })?;
    rows(&mut file, "in_calendar", &mut |id, it| {
        parts.in_calendar.insert(ActionId::new(id), noted(it)?);
        Some(())
    })?;
    parts.unknown = UnknownFields {
        framework: file.group("framework").0,
        rules: rules.0,
        worker: worker.0,
        local: local.0,
        plan: file.group("plan").0,
        file: file.0,
    };
    Some(parts)
}

/// Hands every row of a table on.
fn rows(
    fields: &mut FieldReader,
    name: &str,
    each: &mut dyn FnMut(String, FieldReader) -> Option<()>,
) -> Option<()> {
    let rows = fields.group(name).0.into_iter();
    rows.map(|(id, value)| each(id, FieldReader::of(value)))
        .collect()
}

/// Entries oldest first, each id once.
fn in_order(entries: Value, competency: &str, remarks: &mut Vec<FileRemark>) -> Option<Vec<Entry>> {
    let mut entries = all(entries)?;
    let ratings = JsonPath::FILE.field("ratings");
    for entry in &mut entries {
        if tell_apart(&mut entry.evidence) {
            let of_competency = ratings.field(competency);
            let path = of_competency.field(entry.id.as_str()).to_string();
            remarks.push(FileRemark::RepeatedEvidence { path });
        }
    }
    let after = |(i, entry): (usize, &Entry)| {
        let mut before = entries.iter().take(i);
        before.all(|other| {
            other.id != entry.id && (other.started, &other.id) < (entry.started, &entry.id)
        })
    };
    if entries.iter().enumerate().all(after) {
        return Some(entries);
    }
    let (kept, repeated) = by_id(
        &Believed::all(),
        entries.iter().map(to_json::entry).collect(),
    );
    for (entry, _) in repeated {
        let id = FieldReader::of(entry).text("id");
        let path = ratings.field(competency).field(&id).to_string();
        remarks.push(FileRemark::RepeatedEntry { path });
    }
    all(Value::Array(kept))
}

/// Gives each piece of evidence an id of its own; whether any needed one. What
/// is typed into one must not go into another.
fn tell_apart(evidence: &mut [Evidence]) -> bool {
    let mut repeated = false;
    for at in 1..evidence.len() {
        let (before, rest) = evidence.split_at_mut(at);
        let is_taken = |id: &EvidenceId| before.iter().any(|it| it.id == *id);
        if is_taken(&rest[0].id) {
            let mut new = (at + 1..).map(|n| EvidenceId::new(format!("evidence-{n}")));
            rest[0].id = new
                .find(|id| !is_taken(id))
                .unwrap_or_else(|| EvidenceId::new("evidence"));
            repeated = true;
        }
    }
    repeated
}

fn all(entries: Value) -> Option<Vec<Entry>> {
    let mut all: Vec<Entry> = Vec::new();
    for value in list(entries).unwrap_or_default() {
        let started = value.get("started").and_then(Value::as_str);
        let is_day = started.is_some_and(|text| Day::parse(text).is_some());
        let mut entry = entry(FieldReader::of(value))?;
        // A plan has days only: of one day they stand as they come.
        if let Some(before) = all.last().map(|it| it.started)
            && is_day
            && before.utc_day() == entry.started.utc_day()
        {
            entry.started = before.next();
        }
        all.push(entry);
    }
    Some(all)
}

fn entry(mut it: FieldReader) -> Option<Entry> {
    let date = it.day("date")?;
    it.value("by");
    let score = values::score(&it.value("score"));
    let no_opportunity = !it.value("opportunity").is_null();
    let rating = match score {
        Some(score) => Some(Rating::Score(score)),
        None if no_opportunity => Some(Rating::NoOpportunity),
        None => None,
    };
    let cleared = it.flag("cleared").then_some(Rating::Cleared);
    let mut entry = Entry {
        id: EntryId::new(it.some_text("id")?),
        date,
        started: it.moment("started").unwrap_or(Moment::start_of(date)),
        changed: it.moment("changed")?,
        rating: rating.or(cleared),
        rated_on: it.day("rated_on"),
        reflection: it.text("reflection"),
        evidence: Vec::new(),
        features: Default::default(),
        extra: JsonFields::new(),
    };
    for value in it.list("evidence") {
        entry.evidence.push(evidence(FieldReader::of(value))?);
    }
    for (id, seen) in it.group("features").0 {
        let seen = FeatureSeen::of(seen.as_str()?)?;
        entry.features.insert(FeatureId::new(id), seen);
    }
    entry.extra = it.0;
    Some(entry)
}

fn evidence(mut it: FieldReader) -> Option<Evidence> {
    Some(Evidence {
        id: EvidenceId::new(it.some_text("id")?),
        what: it.text("what"),
        when: it.text("when"),
        link: it.link("link"),
        extra: it.0,
    })
}

/// An answer to a topic or requirement.
fn answer<S: FileWord>(mut it: FieldReader) -> Option<Answer<S>> {
    Some(Answer {
        status: it.word("status"),
        changed: it.moment("changed")?,
        note: it.text("note"),
        reason: it.text("reason"),
        extra: it.0,
    })
}

fn change(mut it: FieldReader) -> Option<ActionChange> {
    Some(ActionChange {
        changed: it.moment("changed")?,
        status: it.word("status"),
        done_on: it.day("done_on"),
        month: it.month("month"),
        notes: it.text("notes"),
        obstacles: it.text("obstacles"),
        help: it.text("help"),
        learned: it.text("learned"),
        dismissed: it.flag("dismissed"),
        dismissed_because: it.text("dismissed_because"),
        pinned: it.flag("pinned"),
        swapped: it.some_text("swapped").map(ActionId::new),
        own: it.some_text("own"),
        extra: it.0,
    })
}

fn better_link(mut it: FieldReader) -> Option<BetterLink> {
    Some(BetterLink {
        changed: it.moment("changed")?,
        url: it.link("url"),
        extra: it.0,
    })
}

fn course(mut it: FieldReader) -> Option<Course> {
    let helps_with = it.list("helps_with");
    let targets = helps_with.iter().filter_map(Value::as_str);
    Some(Course {
        changed: it.moment("changed")?,
        title: it.text("title"),
        provider: it.text("provider"),
        url: it.link("url"),
        notes: it.text("notes"),
        helps_with: targets.filter_map(values::target).collect(),
        removed: it.flag("removed"),
        extra: it.0,
    })
}

fn profile(worker: &mut FieldReader) -> Profile {
    let text: fn(Value) -> Option<String> = |value| some_text(value).filter(|it| !it.is_empty());
    let day: fn(Value) -> Option<Day> = |value| Day::parse(value.as_str()?);
    let level: fn(Value) -> Option<LevelId> = |value| some_text(value).map(LevelId::new);
    Profile {
        role: stamped(worker, "role", |value| some_text(value).map(RoleId::new)),
        experience: stamped(worker, "experience", word),
        aim: stamped(worker, "aim", level),
        here: stamped(worker, "here", level),
        name: stamped(worker, "name", text),
        workplace: stamped(worker, "workplace", text),
        scheme_funded: stamped(worker, "scheme_funded", word),
        in_somerset: stamped(worker, "in_somerset", |value| value.as_bool()),
        area: stamped(worker, "area", text),
        in_area: stamped(worker, "in_area", |value| value.as_bool()),
        hours_a_month: stamped(worker, "hours_a_month", |value| values::hours(&value)),
        start: stamped(worker, "start", day),
        caseload: stamped(worker, "caseload", |value| {
            let topics = list(value)?.into_iter().filter_map(some_text);
            Some(topics.map(TopicId::new).collect())
        }),
        wider: stamped(worker, "wider", |value| {
            Some(list(value)?.into_iter().filter_map(word).collect())
        }),
        next_review: stamped(worker, "next_review", day),
        last_review: stamped(worker, "last_review", day),
    }
}

fn word<T: FileWord>(value: Value) -> Option<T> {
    T::of(value.as_str()?)
}

fn stamped<T>(
    worker: &mut FieldReader,
    name: &str,
    read: fn(Value) -> Option<T>,
) -> DatedAnswer<T> {
    let (value, changed, extra) = answered(worker, name);
    DatedAnswer {
        value: read(value),
        changed,
        extra,
    }
}

#[inline(never)]
fn answered(worker: &mut FieldReader, name: &str) -> (Value, Option<Moment>, JsonFields) {
    let mut it = worker.group(name);
    (it.value("value"), it.moment("changed"), it.0)
}

fn noted(mut it: FieldReader) -> Option<Noted> {
    Some(Noted {
        changed: it.moment("changed")?,
        extra: it.0,
    })
}

fn received(mut it: FieldReader) -> Option<ReceivedReview> {
    let review = match it.value("review") {
        Value::Null => None,
        value => Some(review(FieldReader::of(value))?),
    };
    let mut accepted = SortedMap::new();
    for (action, day) in it.group("accepted").0 {
        accepted.insert(ActionId::new(action), Day::parse(day.as_str()?)?);
    }
    Some(ReceivedReview {
        changed: it.moment("changed")?,
        review,
        accepted,
        extra: it.0,
    })
}

/// A review. Its file's other fields are already taken.
pub fn review(mut it: FieldReader) -> Option<Review> {
    let mut reviewer = it.group("reviewer");
    let mut of = it.group("of");
    let mut review = Review {
        created: it.day("created")?,
        reviewer: Reviewer {
            name: reviewer.text("name"),
            role: reviewer.text("role"),
            extra: reviewer.0,
        },
        of: ReviewedPlan {
            created: of.day("created"),
            sha256: PlanHash::new(of.some_text("sha256")?),
            extra: of.0,
        },
        ratings: SortedMap::new(),
        comment: it.text("comment"),
        actions: Vec::new(),
        next_review: it.day("next_review"),
        extra: JsonFields::new(),
    };
    rows(&mut it, "ratings", &mut |id, mut it| {
        let score = values::score(&it.value("score")).map(ReaderView::Score);
        let not_seen = it.flag("not_seen").then_some(ReaderView::NotSeen);
        let rating = ReviewRating {
            view: score.or(not_seen),
            extra: it.0,
        };
        review.ratings.insert(CompetencyId::new(id), rating);
        Some(())
    })?;
    for value in it.list("actions") {
        let mut it = FieldReader::of(value);
        review.actions.push(AgreedAction {
            id: ActionId::new(it.some_text("id")?),
            title: it.text("title"),
            month: it.month("month"),
            extra: it.0,
        });
    }
    review.extra = it.0;
    Some(review)
}

/// An action of the plan written out; what is not known in it is left.
pub fn action(value: Value) -> Option<WrittenAction> {
    let mut it = FieldReader::of(value);
    let (why, how) = (it.list("why"), it.list("how"));
    Some(WrittenAction {
        id: ActionId::new(it.some_text("id")?),
        kind: it.text("kind"),
        title: it.text("title"),
        why: why.into_iter().filter_map(some_text).collect(),
        how: how.into_iter().filter_map(some_text).collect(),
        score: values::score(&it.value("score")),
        resource: match it.value("resource") {
            Value::Null => None,
            value => Some(resource(FieldReader::of(value))),
        },
        status: it.word("status"),
        due: it.month("due"),
        suggested: it.flag("suggested"),
        notes: it.text("notes"),
    })
}

fn resource(mut it: FieldReader) -> WrittenResource {
    WrittenResource {
        title: it.text("title"),
        provider: it.text("provider"),
        url: it.link("url"),
    }
}

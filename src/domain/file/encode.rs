//! Writing a document: as it is stored, as a backup, or as a plan to share.

use serde_json::Value;

use super::indent::indent;
use super::scope::{Purpose, ShareOption};
use super::v1::{FILE, REVIEW_FILE};
use super::written::{Header, WrittenPlan};
use super::{FileKind, to_json, write};
use crate::domain::dates::Day;
use crate::domain::document::{Document, JsonFields, Review};
use crate::domain::ids::ReviewId;
use crate::domain::limits::FILE_BYTES;

/// Writes a document. `plan` is the plan written out; a stored document
/// has none. What is written opens again, equal, whatever the document.
pub fn encode(
    document: &Document,
    purpose: Purpose<'_>,
    header: &Header,
    plan: &WrittenPlan,
) -> String {
    let kind = match purpose {
        Purpose::Stored | Purpose::Backup => FileKind::Backup,
        Purpose::Plan(_) => FileKind::Plan,
    };
    let mut file = to_json::file(document, kind, header, plan);
    if let Purpose::Plan(ticks) = purpose {
        keep_for_plan(&mut file, ticks);
    }
    let compact = write::group(&FILE, &file, purpose);
    if purpose == Purpose::Stored {
        return compact;
    }
    let indented = indent(&compact);
    if indented.len() <= FILE_BYTES {
        return indented;
    }
    if compact.len() <= FILE_BYTES {
        return compact;
    }
    // The written plan can be made again; the document cannot.
    if let Some(plan) = group(&mut file, "plan") {
        plan.remove("actions");
    }
    write::group(&FILE, &file, purpose)
}

/// Writes a reader's view of a plan, to send back or to keep as a draft. What
/// is written opens again, equal.
pub fn encode_review(id: &ReviewId, review: &Review, header: &Header, stored: bool) -> String {
    let purpose = if stored {
        Purpose::Stored
    } else {
        Purpose::Backup
    };
    let file = to_json::review_file(id, review, header);
    let compact = write::group(&REVIEW_FILE, &file, purpose);
    if stored { compact } else { indent(&compact) }
}

/// `waymark-plan-2026-11-23.json`, or with the worker's name, where that is in
/// the plan: `waymark-review-Sam-Example-2026-11-25.json`.
pub fn file_name_of(what: &str, worker: Option<&str>, today: Day) -> String {
    // Signs that no disk takes, or that would turn the name around, stay out.
    let is_plain = |it: char| {
        !it.is_control()
            && !r#"\/:*?"<>|.%#"#.contains(it)
            && !matches!(it, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    let worker: String = worker
        .unwrap_or("")
        .chars()
        .filter(|it| is_plain(*it))
        .collect();
    let mut words: Vec<&str> = worker.split_whitespace().collect();
    // A disk's name has 255 bytes at most, and a letter up to four.
    while words.iter().map(|it| it.len() + 1).sum::<usize>() > WORKER_BYTES {
        words.pop();
    }
    words.insert(0, what);
    format!("waymark-{}-{}.json", words.join("-"), today.iso())
}

/// The most of a worker's name that a file's name carries.
const WORKER_BYTES: usize = 120;

/// `waymark-plan-2026-11-23.json`.
pub fn file_name(kind: FileKind, today: Day) -> String {
    let kind = match kind {
        FileKind::Plan => "plan",
        FileKind::Backup => "backup",
    };
    file_name_of(kind, None, today)
}

fn group<'a>(fields: &'a mut JsonFields, name: &str) -> Option<&'a mut JsonFields> {
    fields.get_mut(name)?.as_object_mut()
}

/// What the table of fields cannot say, for it is about which and not what:
/// the latest entry of each competency, and actions that are the worker's own.
fn keep_for_plan(file: &mut JsonFields, ticks: &[ShareOption]) {
    if ticks.contains(&ShareOption::ScoreFirst) {
        file.insert("score_first".into(), true.into());
    }
    if let Some(ratings) = group(file, "ratings") {
        for entries in ratings.values_mut() {
            if let Value::Array(entries) = entries {
                keep_entries(entries, ticks);
            }
        }
        ratings.retain(|_, entries| entries.as_array().is_none_or(|all| !all.is_empty()));
        if ratings.is_empty() {
            file.remove("ratings");
        }
    }
    // What was taken out again is not handed on.
    if let Some(local) = group(file, "local") {
        if let Some(Value::Object(courses)) = local.get_mut("courses") {
            courses.retain(|_, course| course.get("removed") != Some(&Value::Bool(true)));
            if courses.is_empty() {
                local.remove("courses");
            }
        }
        if local.is_empty() {
            file.remove("local");
        }
    }
    if !ticks.contains(&ShareOption::OwnActions) {
        drop_actions(file, &|id, action| {
            id.starts_with("own:") || action.get("own").is_some()
        });
    }
    if !ticks.contains(&ShareOption::LocalCourses) {
        let local = group(file, "local").map(std::mem::take).unwrap_or_default();
        let rows = |name| local.get(name).and_then(Value::as_object);
        drop_actions(file, &|id, _| {
            let resource = id.strip_prefix("resource:");
            resource.is_some_and(|id| rows("courses").is_some_and(|all| all.contains_key(id)))
        });
        let own_link = |url: &Value| {
            let mut links = rows("links").into_iter().flat_map(|all| all.values());
            links.any(|link| link.get("url") == Some(url))
        };
        for action in written(file) {
            if let Some(resource) = action.get_mut("resource").and_then(Value::as_object_mut)
                && resource.get("url").is_some_and(own_link)
            {
                resource.remove("url");
            }
        }
    }
}

/// The plan written out.
fn written(file: &mut JsonFields) -> &mut [Value] {
    let actions = group(file, "plan").and_then(|plan| plan.get_mut("actions"));
    actions
        .and_then(Value::as_array_mut)
        .map_or(&mut [], Vec::as_mut_slice)
}

/// Takes actions out of the plan written out and of what was changed about it.
fn drop_actions(file: &mut JsonFields, out: &dyn Fn(&str, &Value) -> bool) {
    if let Some(changes) = group(file, "changes") {
        changes.retain(|id, change| !out(id, change));
        if changes.is_empty() {
            file.remove("changes");
        }
    }
    if let Some(plan) = group(file, "plan")
        && let Some(Value::Array(actions)) = plan.get_mut("actions")
    {
        let id = |action: &Value| {
            action
                .get("id")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        actions.retain(|action| !out(&id(action), &Value::Null));
        if actions.is_empty() {
            plan.remove("actions");
        }
    }
}

/// Leaves the entries a plan tells of: all, or the one that stands, which is
/// the newest with a rating or else the newest. Where nothing that was written
/// goes along, there is no trace of it: neither an entry that has nothing else,
/// nor the day on which one only carries a score on.
fn keep_entries(entries: &mut Vec<Value>, ticks: &[ShareOption]) {
    let says = |entry: &Value, names: &[&str]| names.iter().any(|it| entry.get(it).is_some());
    let has_history = ticks.contains(&ShareOption::History);
    if !has_history {
        let rated = |entry: &Value| says(entry, &["score", "opportunity", "cleared"]);
        let standing = entries.iter().rposition(rated);
        if let Some(at) = standing.or(entries.len().checked_sub(1)) {
            entries.swap(0, at);
            entries.truncate(1);
        }
        // Taken back is not rated.
        entries.retain(|entry| !says(entry, &["cleared"]));
    }
    let written = [
        (ShareOption::Reflections, "reflection"),
        (ShareOption::Evidence, "evidence"),
        (ShareOption::Features, "features"),
    ];
    let mut before = false;
    entries.retain_mut(|entry| {
        let told =
            |(tick, name): &(ShareOption, &str)| ticks.contains(tick) && entry.get(*name).is_some();
        let keep = written.iter().any(told) || {
            let rated = says(entry, &["score", "opportunity", "cleared"]);
            if let Value::Object(entry) = entry {
                rated && tell_rating_only(entry, before)
            } else {
                true
            }
        };
        before |= keep;
        keep
    });
}

/// Puts an entry on the day its score was given. False where an entry before
/// has told that score already.
fn tell_rating_only(entry: &mut JsonFields, before: bool) -> bool {
    if let Some(day) = entry.remove("rated_on") {
        if before {
            return false;
        }
        entry.insert("date".into(), day.clone());
        entry.insert("started".into(), day);
    }
    if let Some(started) = entry.get("started").cloned() {
        entry.insert("changed".into(), started);
    }
    true
}

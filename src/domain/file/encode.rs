//! Writing a document: as it is stored, as a backup, or as a plan to share.

use serde_json::Value;

use super::indent::indent;
use super::scope::{Purpose, ShareOption};
use super::v1::FILE;
use super::written::{Header, WrittenAction};
use super::{Kind, to_json, write};
use crate::domain::dates::Day;
use crate::domain::document::{Document, JsonFields};
use crate::domain::limits::FILE_BYTES;

/// Writes a document. `actions` is the plan written out; a stored document
/// has none. What is written opens again, equal, whatever the document.
pub fn encode(
    document: &Document,
    purpose: Purpose<'_>,
    header: &Header,
    actions: &[WrittenAction],
) -> String {
    let kind = match purpose {
        Purpose::Stored | Purpose::Backup => Kind::Backup,
        Purpose::Plan(_) => Kind::Plan,
    };
    let mut file = to_json::file(document, kind, header, actions);
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

/// `waymark-plan-2026-11-23.json`.
pub fn file_name(kind: Kind, today: Day) -> String {
    let kind = match kind {
        Kind::Plan => "plan",
        Kind::Backup => "backup",
    };
    format!("waymark-{kind}-{}.json", today.iso())
}

fn group<'a>(fields: &'a mut JsonFields, name: &str) -> Option<&'a mut JsonFields> {
    fields.get_mut(name)?.as_object_mut()
}

/// What the table of fields cannot say, for it is about which and not what:
/// the latest entry of each competency, and actions that are the worker's own.
fn keep_for_plan(file: &mut JsonFields, ticks: &[ShareOption]) {
    if !ticks.contains(&ShareOption::History) {
        for entries in group(file, "ratings")
            .into_iter()
            .flat_map(|all| all.values_mut())
        {
            if let Value::Array(entries) = entries {
                keep_latest(entries);
            }
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

/// Leaves the entry that stands: the newest with a rating, or else the newest.
fn keep_latest(entries: &mut Vec<Value>) {
    let rated = |entry: &Value| {
        let mut said = ["score", "opportunity", "cleared"].into_iter();
        said.any(|name| entry.get(name).is_some())
    };
    let standing = entries.iter().rposition(rated);
    if let Some(at) = standing.or(entries.len().checked_sub(1)) {
        entries.swap(0, at);
        entries.truncate(1);
    }
}

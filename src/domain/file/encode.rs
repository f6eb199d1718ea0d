//! Writing a document: as it is stored, as a backup, or as a plan to share.

use serde_json::Value;

use super::fields::Tick;
use super::indent::indent;
use super::v1::FILE;
use super::{FrameworkName, Kind, to_json, write};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::document::{ActionStatus, Document, Extra};
use crate::domain::ids::ActionId;
use crate::domain::limits::FILE_BYTES;
use crate::domain::web_address::WebAddress;

/// Stands in every plan and backup.
pub const NOT_A_VERDICT: &str = "A self-assessment for development; not an assessment by an \
     employer, not for pay or capability decisions.";

/// What a document is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// To be kept by the browser: on one line.
    Stored,
    /// Everything, to keep.
    Backup,
    /// To share, with what was ticked.
    Plan(&'a [Tick]),
}

/// What a file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub created: Moment,
    /// The program's name and version; at most 100 UTF-16 units.
    pub app: String,
    pub framework: FrameworkName,
}

/// One action of a plan as a file shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenAction {
    pub id: ActionId,
    pub kind: String,
    pub title: String,
    /// A sentence each.
    pub why: Vec<String>,
    pub resource: Option<WrittenResource>,
    pub status: Option<ActionStatus>,
    pub due: Option<Month>,
    /// The month is this tool's suggestion, not the worker's choice.
    pub suggested: bool,
    /// The worker's; left out of a plan unless ticked.
    pub notes: String,
}

/// What an action learns from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenResource {
    pub title: String,
    pub provider: String,
    pub url: Option<WebAddress>,
}

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

fn group<'a>(fields: &'a mut Extra, name: &str) -> Option<&'a mut Extra> {
    fields.get_mut(name)?.as_object_mut()
}

/// What the table of fields cannot say, for it is about which and not what:
/// the latest entry of each competency, and actions that are the worker's own.
fn keep_for_plan(file: &mut Extra, ticks: &[Tick]) {
    if !ticks.contains(&Tick::History) {
        for entries in group(file, "ratings")
            .into_iter()
            .flat_map(|all| all.values_mut())
        {
            if let Value::Array(entries) = entries {
                keep_latest(entries);
            }
        }
    }
    if !ticks.contains(&Tick::OwnActions) {
        drop_actions(file, &|id, action| {
            id.starts_with("own:") || action.get("own").is_some()
        });
    }
    if !ticks.contains(&Tick::LocalCourses) {
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
fn written(file: &mut Extra) -> &mut [Value] {
    let actions = group(file, "plan").and_then(|plan| plan.get_mut("actions"));
    actions
        .and_then(Value::as_array_mut)
        .map_or(&mut [], Vec::as_mut_slice)
}

/// Takes actions out of the plan written out and of what was changed about it.
fn drop_actions(file: &mut Extra, out: &dyn Fn(&str, &Value) -> bool) {
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

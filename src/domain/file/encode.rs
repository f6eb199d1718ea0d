//! Writing a document: as it is stored, as a backup, or as a plan to share.

use super::fields::Tick;
use super::indent::indent;
use super::wire::Wire;
use super::{FrameworkName, Kind, to_wire, v1};
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::document::{ActionStatus, Document, Entry, Parts};
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
    let mut file = to_wire::file(document, kind, header, actions);
    if let Purpose::Plan(ticks) = purpose {
        keep_for_plan(&mut file, document.parts(), ticks);
    }
    file.keep_for(purpose);
    let compact = write(&file);
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
    file.plan.actions.0.clear();
    write(&file)
}

/// `waymark-plan-2026-11-23.json`.
pub fn file_name(kind: Kind, today: Day) -> String {
    let kind = match kind {
        Kind::Plan => "plan",
        Kind::Backup => "backup",
    };
    format!("waymark-{kind}-{}.json", today.iso())
}

fn write(file: &v1::File) -> String {
    // No shape has a key that is not text, the only way this can fail.
    serde_json::to_string(file).unwrap_or_default()
}

/// What the table of fields cannot say, for it is about which and not what:
/// the latest entry of each competency, and actions that are the worker's own.
fn keep_for_plan(file: &mut v1::File, parts: &Parts, ticks: &[Tick]) {
    if !ticks.contains(&Tick::History) {
        for (competency, entries) in file.ratings.0.iter_mut() {
            let latest = parts.ratings.get(competency).and_then(|all| latest(all));
            entries
                .0
                .retain(|entry| latest.is_some_and(|latest| latest.id == entry.id));
        }
    }
    let own = |id: &ActionId| id.as_str().starts_with("own:");
    if !ticks.contains(&Tick::OwnActions) {
        file.changes
            .0
            .retain(|id, change| change.own.is_none() && !own(id));
        file.plan.actions.0.retain(|action| !own(&action.id));
    }
    if !ticks.contains(&Tick::LocalCourses) {
        let local = |id: &ActionId| {
            let resource = id.as_str().strip_prefix("resource:");
            resource.is_some_and(|id| parts.courses.contains_key(id))
        };
        file.changes.0.retain(|id, _| !local(id));
        let links: Vec<_> = parts.links.values().map(|link| &link.url).collect();
        file.plan.actions.0.retain(|action| !local(&action.id));
        for resource in file
            .plan
            .actions
            .0
            .iter_mut()
            .filter_map(|a| a.resource.as_mut())
        {
            resource
                .url
                .0
                .take_if(|url| links.iter().any(|link| link.as_ref() == Some(url)));
        }
    }
}

/// The entry that stands: the newest with a rating, or else the newest.
fn latest(entries: &[Entry]) -> Option<&Entry> {
    entries
        .iter()
        .rev()
        .find(|entry| entry.rating.is_some())
        .or(entries.last())
}

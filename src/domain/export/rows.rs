//! A plan as rows of texts.

use crate::domain::dates::Day;
use crate::domain::document::ActionStatus;
use crate::domain::ids::{ActionId, DocumentId};
use crate::domain::plan::{Action, Plan};

/// The columns that only the calendar reads, before those of the spreadsheet.
pub(super) const HIDDEN: usize = 1;

/// What each text of a row is. The first is an id for the calendar; the
/// spreadsheet shows the others under these names.
pub const COLUMNS: [&str; 16] = [
    "Id",
    "List",
    "Action",
    "Why",
    "How",
    "Resource",
    "Provider",
    "Link",
    "Time it takes",
    "Month",
    "Month chosen by",
    "Status",
    "Notes",
    "What might get in the way",
    "Who can help",
    "What I learned",
];

/// A row for every action but those put aside, one after the other: as many
/// texts each as there are [`COLUMNS`].
pub fn rows(
    plan: &Plan,
    document: Option<&DocumentId>,
    effort: fn(&Action) -> String,
) -> Vec<String> {
    let suffix = suffix(document);
    let mut all = Vec::new();
    for (list, name) in [
        (&plan.next, "Next"),
        (&plan.ask, "Ask your employer or network"),
        (&plan.later, "Later"),
        (&plan.done, "Done"),
    ] {
        for action in list {
            row(&mut all, action, name, &suffix, effort(action));
        }
    }
    all
}

fn row(all: &mut Vec<String>, action: &Action, list: &str, suffix: &str, effort: String) {
    let mut put = |text: &str| all.push(text.to_owned());
    // The same action of the same worker has the same id in every file.
    put(&format!("{}{suffix}", action.id));
    put(list);
    put(&action.title);
    let why: Vec<&str> = action
        .reasons
        .iter()
        .map(|it| it.sentence.as_str())
        .collect();
    put(&why.join("\n"));
    put(&action.how);
    let resource = action.resource.as_ref();
    put(resource.map_or("", |it| &it.title));
    put(resource.map_or("", |it| &it.provider));
    put(resource.and_then(|it| it.url.as_deref()).unwrap_or(""));
    put(&effort);
    put(&action.month.map_or(String::new(), |month| month.iso()));
    put(match action.month {
        None => "",
        Some(_) if action.month_is_yours() => CHOSEN,
        Some(_) => SUGGESTED,
    });
    put(match action.status() {
        None | Some(ActionStatus::ToDo) => "to do",
        Some(ActionStatus::Doing) => "doing",
        Some(ActionStatus::Done) => DONE,
    });
    let yours = action.yours.as_ref();
    put(yours.map_or("", |it| &it.notes));
    put(yours.map_or("", |it| &it.obstacles));
    put(yours.map_or("", |it| &it.help));
    put(yours.map_or("", |it| &it.learned));
}

/// The status of what is done.
pub(super) const DONE: &str = "done";
const CHOSEN: &str = "you";
/// Said of every month that is not the worker's own.
pub(super) const SUGGESTED: &str = "suggested by the tool";

/// A number made of the document's id, which itself is nobody else's business.
fn mark(text: &str) -> u64 {
    let step = |mark: u64, byte: u8| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, step)
}

/// What a calendar file is asked to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CalendarChoice {
    /// Also the months this tool suggests.
    pub suggested: bool,
    /// The day of the next review.
    pub review: Option<Day>,
}

/// The id under which a calendar has the review day.
const REVIEW: &str = "review";

/// Makes the rows of a plan those of a calendar file: without the months that
/// were not asked for, with the review day, and with each entry of `earlier`
/// files that is no longer one. And the ids that now have an entry.
pub fn calendar_rows(
    mut rows: Vec<String>,
    document: Option<&DocumentId>,
    earlier: &[ActionId],
    choice: CalendarChoice,
) -> (Vec<String>, Vec<ActionId>) {
    let suffix = suffix(document);
    let place = |column: &str| COLUMNS.iter().position(|name| *name == column);
    let (month, by, status) = (place("Month"), place("Month chosen by"), place("Status"));
    let cell = |row: &[String], at: Option<usize>| at.map_or("", |at| row[at].as_str()).to_owned();
    for row in rows.chunks_exact_mut(COLUMNS.len()) {
        if !choice.suggested && cell(row, by) == SUGGESTED {
            month.into_iter().for_each(|at| row[at].clear());
        }
    }
    if let Some(day) = choice.review {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[0] = format!("{REVIEW}{suffix}");
        row[2] = "Review with my supervisor".to_owned();
        month.into_iter().for_each(|at| row[at] = day.iso());
        rows.extend(row);
    }
    let mut entries = Vec::new();
    let mut gone: Vec<&ActionId> = earlier.iter().collect();
    for row in rows.chunks_exact_mut(COLUMNS.len()) {
        let id = row[0].trim_end_matches(suffix.as_str()).to_owned();
        let is_entry = !cell(row, month).is_empty() && cell(row, status) != DONE;
        if is_entry {
            entries.push(ActionId::new(id.as_str()));
            gone.retain(|other| other.as_str() != id);
        } else if gone.iter().any(|other| other.as_str() == id) {
            status
                .into_iter()
                .for_each(|at| row[at] = CANCELLED.to_owned());
            gone.retain(|other| other.as_str() != id);
        }
    }
    // Put aside, or no longer in the plan at all.
    for id in gone {
        let mut row = vec![String::new(); COLUMNS.len()];
        row[0] = format!("{id}{suffix}");
        row[2] = "No longer planned".to_owned();
        status
            .into_iter()
            .for_each(|at| row[at] = CANCELLED.to_owned());
        rows.extend(row);
    }
    (rows, entries)
}

/// The status of an entry that a calendar is to take out.
pub(super) const CANCELLED: &str = "cancelled";

/// What stands after an action's id, for ids of two workers to differ.
fn suffix(document: Option<&DocumentId>) -> String {
    let whose = mark(document.map_or("", DocumentId::as_str));
    format!("-{whose:016x}@waymark")
}

/// One row, read.
pub(super) struct Row<'a>(pub &'a [String]);

impl Row<'_> {
    /// The text under a name of [`COLUMNS`]; empty where there is none.
    pub fn text(&self, column: &str) -> &str {
        let at = COLUMNS.iter().position(|name| *name == column);
        at.and_then(|at| self.0.get(at)).map_or("", String::as_str)
    }
}

/// Line breaks as one character, and no other control characters: neither
/// file may have them.
pub(super) fn clean(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

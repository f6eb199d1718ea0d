//! The session in words, as plain data: the frame of every page, and the page
//! "Your data". The pages only draw it, and send the events it names.

use super::state::UndoReason;
use super::{Event, Session, StorageUsage};
use crate::app::words::kilobytes;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::Document;
use crate::domain::file::{DocumentPart, preview};
use crate::domain::limits::{DOCUMENT_UNITS, DOCUMENT_WARNING_UNITS};
use crate::domain::words::thousands;

/// Whether what was entered is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// Nothing has been entered yet.
    NothingYet,
    Saved,
    /// It will be, after a short pause.
    Saving,
    /// It is in memory only; the sentence beside says why.
    NotSaved,
}

/// What every page shows around its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    pub save_status: SaveStatus,
    /// One sentence about it.
    pub saved_sentence: String,
    /// In the order to show them.
    pub notices: Vec<Notice>,
    pub dialog: Option<DialogView>,
    /// The name of the plan file being read.
    pub shared_plan: Option<String>,
}

/// How a notice is said. `Error` is an error summary (role alert).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Error,
    Warning,
    Info,
    Success,
}

/// A message on every page.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Send `Event::DismissNotice` with it; None stays until it is dealt with.
    pub id: Option<u32>,
    pub tone: Tone,
    pub text: String,
    /// Details, a line each.
    pub list: Vec<String>,
    pub buttons: Vec<EventButton>,
}

/// A button.
#[derive(Clone, Debug, PartialEq)]
pub struct EventButton {
    pub label: String,
    pub event: Event,
}

impl EventButton {
    /// A button that sends this event.
    pub(super) fn new(label: &str, event: Event) -> Self {
        Self {
            label: label.into(),
            event,
        }
    }
}

/// A dialog. Escape and "Cancel" send `Event::CloseDialog`.
#[derive(Clone, Debug, PartialEq)]
pub struct DialogView {
    pub title: String,
    pub paragraphs: Vec<String>,
    /// Lists with a heading each.
    pub lists: Vec<(String, Vec<String>)>,
    /// The safest last: "Cancel".
    pub buttons: Vec<EventButton>,
}

/// What the page "Your data" shows.
#[derive(Clone, Debug, PartialEq)]
pub struct YourData {
    /// None where nothing was ever stored.
    pub last_saved: Option<Moment>,
    /// When a backup was last saved, and what changed since.
    pub backup_sentence: String,
    pub holdings: Vec<PartCount>,
    /// UTF-16 units the document takes, and the most it may.
    pub units: usize,
    pub most_units: usize,
    /// How full the document is, in words.
    pub fullness_sentence: String,
    /// Four fifths or more are taken.
    pub nearly_full: bool,
    /// After `Event::MeasureStorage`, where the browser says.
    pub usage: Option<StorageUsage>,
    /// Copies that were kept aside.
    pub copies: Vec<StoredCopy>,
    /// Go back to what was here before.
    pub undo: Option<EventButton>,
    /// Put back what was removed.
    pub put_back: Option<EventButton>,
    /// Whether the browser promised to keep what is stored; None: not asked.
    pub persisted: Option<bool>,
}

/// How much there is of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartCount {
    pub part: DocumentPart,
    /// Ratings, answers, changes … of it.
    pub count: usize,
}

/// A stored text that is not in use.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredCopy {
    pub key: String,
    pub name: String,
    pub buttons: Vec<EventButton>,
}

impl YourData {
    /// What there is, in words and in numbers, each under its name. When it was
    /// last saved is told by whoever knows where the worker is.
    pub fn facts(&self, last_saved: Option<String>) -> Vec<(String, String)> {
        let mut facts = vec![
            (
                "Last saved in this browser".to_owned(),
                last_saved.unwrap_or_else(|| "Nothing is saved yet".into()),
            ),
            ("Backup file".into(), self.backup_sentence.clone()),
        ];
        let holdings = self.holdings.iter();
        facts.extend(holdings.map(|it| (it.part.title().to_owned(), it.count.to_string())));
        facts.push((
            "Room for your answers".into(),
            self.fullness_sentence.clone(),
        ));
        if let Some(usage) = self.usage {
            let (used, left) = (kilobytes(usage.used), kilobytes(usage.left));
            facts.push((
                "Room in this browser".into(),
                format!("{used} used, about {left} left"),
            ));
        }
        facts
    }
}

impl Session {
    /// What every page shows around its content.
    pub fn frame(&self, today: Day) -> Frame {
        let (save_status, saved_sentence) = self.save_status();
        Frame {
            save_status,
            saved_sentence,
            notices: self.notices(today),
            dialog: self.dialog(),
            shared_plan: self
                .ui
                .shared_plan
                .as_ref()
                .map(|shared_plan| shared_plan.name.clone()),
        }
    }

    /// What the page "Your data" shows.
    pub fn your_data(&self, today: Day) -> YourData {
        let units = self.document.units();
        YourData {
            last_saved: self.storage.last_saved,
            backup_sentence: self.backup_sentence(today),
            holdings: part_counts(&self.document),
            units,
            most_units: DOCUMENT_UNITS,
            fullness_sentence: format!(
                "{} of {} characters are left.",
                thousands(DOCUMENT_UNITS.saturating_sub(units)),
                thousands(DOCUMENT_UNITS),
            ),
            nearly_full: units >= DOCUMENT_WARNING_UNITS,
            usage: self.ui.usage,
            copies: self.copies(),
            undo: self.undo_choice(),
            put_back: self
                .undo
                .removed
                .as_ref()
                .map(|_| EventButton::new("Put back what you removed", Event::UndoRemoval)),
            persisted: self.ui.persisted,
        }
    }

    fn backup_sentence(&self, today: Day) -> String {
        let note = &self.backup;
        let changes = match (note.changes, note.last) {
            (0, Some(_)) => "You have changed nothing since.".to_owned(),
            (0, None) => return "You have not saved a backup file yet.".into(),
            (1, Some(_)) => "You have made a change since.".into(),
            (1, None) => "You have made a change.".into(),
            (count, Some(_)) => format!("You have made {count} changes since."),
            (count, None) => format!("You have made {count} changes."),
        };
        let given = match note.given {
            Some(_) => " Another was given to your browser: say whether it is there.",
            None => "",
        };
        match note.last {
            Some(day) => format!(
                "You last saved a backup file on {}. {changes}{given}",
                day.said(today)
            ),
            None if note.given.is_some() => format!(
                "A backup was given to your browser: it counts once you have said that it is there. {changes}"
            ),
            None => format!("You have not saved a backup file yet. {changes}"),
        }
    }

    fn copies(&self) -> Vec<StoredCopy> {
        let copy = |key: &String| StoredCopy {
            key: key.clone(),
            name: self.name_of(key),
            buttons: vec![
                EventButton::new("Save it as it is", Event::DownloadCopy { key: key.clone() }),
                EventButton::new("Try to open it", Event::OpenCopy { key: key.clone() }),
                EventButton::new("Remove it", Event::RemoveCopy { key: key.clone() }),
            ],
        };
        let aside = self.storage.copies.iter().map(copy);
        let elsewhere = self.storage.elsewhere.iter().map(|key| StoredCopy {
            name: capitalised(&self.name_of(key)),
            // It is the other address's: it can be removed there.
            buttons: copy(key).buttons.into_iter().take(2).collect(),
            key: key.clone(),
        });
        aside.chain(elsewhere).collect()
    }

    fn undo_choice(&self) -> Option<EventButton> {
        let label = match self.undo.snapshot.as_ref().map(|undo| &undo.reason) {
            Some(UndoReason::OpenedFile { name }) => {
                format!("Go back to what was here before you opened “{name}”")
            }
            Some(UndoReason::ResolvedConflict) => {
                "Go back to the version you did not choose, of the two tabs".into()
            }
            Some(UndoReason::EarlierUndo) => "Go back to what was here before the last undo".into(),
            Some(UndoReason::EarlierVisit) => EARLIER.into(),
            None if self.storage.has_undo_copy => EARLIER.into(),
            None => return None,
        };
        Some(EventButton {
            label,
            event: Event::Undo,
        })
    }
}

fn capitalised(words: &str) -> String {
    let (first, rest) = words.split_at(words.len().min(1));
    [&first.to_ascii_uppercase(), rest].concat()
}

const EARLIER: &str = "Go back to what was here before this version";

/// What a document holds, part by part.
pub(super) fn part_counts(document: &Document) -> Vec<PartCount> {
    preview(&Document::default(), document)
        .into_iter()
        .map(|part| PartCount {
            part: part.part,
            count: part.added + part.changed,
        })
        .collect()
}

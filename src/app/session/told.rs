//! What the session tells once, after it happened.

use super::view::{Choice, Notice, Tone};
use super::{Event, Session};
use crate::domain::file::Replaced;

/// Something that happened.
pub(super) enum Told {
    /// Another tab's changes were taken in.
    OtherTab,
    /// Everything was removed in another tab, and so here.
    RemovedElsewhere,
    /// Something in the stored copy could not be used; the copy was kept.
    KeptAside,
    /// The undo copy is in memory only.
    UndoOnlyHere,
    /// A stored copy could not be read now.
    CopyNotRead,
    FileNotSaved {
        name: String,
    },
    FileRefused {
        sentence: String,
    },
    Opened {
        name: String,
        replaced: Vec<Replaced>,
    },
    Undone,
    Removed,
    Finished,
    /// `again` tries the same removal once more.
    NotRemoved {
        names: Vec<String>,
        again: Event,
    },
    PutBack,
    NotPutBack,
}

impl Session {
    /// Whether it is said that the browser did not take this file.
    pub fn was_not_saved(&self, name: &str) -> bool {
        self.talk
            .told
            .iter()
            .any(|(_, told)| matches!(told, Told::FileNotSaved { name: it } if it == name))
    }

    pub(super) fn notice_of(&self, id: u32, told: &Told) -> Notice {
        let undo = || Choice::new("Undo", Event::Undo);
        let (tone, text, choices) = match told {
            Told::OtherTab => (
                Tone::Info,
                "This page now also has what you changed in another tab.".to_owned(),
                vec![],
            ),
            Told::RemovedElsewhere => (
                Tone::Info,
                "Everything was removed in another tab, so it was removed here too.".into(),
                vec![],
            ),
            Told::KeptAside => (
                Tone::Warning,
                "Something in what is stored in this browser could not be used, such as a link \
                 that is not a web address. Everything else is here, and the stored copy is kept \
                 as it was: see “Your data”."
                    .into(),
                vec![],
            ),
            Told::UndoOnlyHere => (
                Tone::Warning,
                "There was no room to store what was here before. You can undo until you close \
                 or reload this page, or save it as a file now."
                    .into(),
                vec![
                    undo(),
                    Choice::new("Save what was here before as a file", Event::DownloadUndo),
                ],
            ),
            Told::CopyNotRead => (
                Tone::Warning,
                "The stored copy could not be read just now. Nothing was changed; try again in a \
                 moment."
                    .into(),
                vec![],
            ),
            Told::FileNotSaved { name } => (
                Tone::Error,
                format!("“{name}” was not saved: the browser did not take it. Try again."),
                vec![Choice::new("Save a backup file", Event::SaveBackup)],
            ),
            Told::FileRefused { sentence } => (
                Tone::Error,
                format!("{sentence} Nothing was changed."),
                vec![],
            ),
            Told::Opened { name, replaced } => {
                let gave_way = match replaced.len() {
                    0 => String::new(),
                    1 => " Of one thing there were two versions. The one changed last is kept; \
                          this one gave way:"
                        .into(),
                    count => format!(
                        " Of {count} things there were two versions. The one changed last is \
                         kept; these gave way:"
                    ),
                };
                (
                    Tone::Success,
                    format!("“{name}” was opened.{gave_way}"),
                    vec![undo()],
                )
            }
            Told::Undone => (
                Tone::Success,
                "You have gone back to what was here before.".into(),
                vec![Choice::new("Undo this", Event::Undo)],
            ),
            Told::Removed => (
                Tone::Success,
                "It was removed. Until you close or reload this page, you can put it back.".into(),
                vec![Choice::new("Put it back", Event::UndoRemoval)],
            ),
            Told::Finished => (
                Tone::Success,
                "Nothing you entered is left in this browser. The backup file is still on this \
                 computer, among the downloads: take it with you, then delete it there."
                    .into(),
                vec![],
            ),
            Told::NotRemoved { names, again } => (
                Tone::Error,
                format!(
                    "The browser did not remove {}. Try again, or clear this site’s data in the \
                     settings of the browser.",
                    names.join(", "),
                ),
                vec![Choice::new("Try again", again.clone())],
            ),
            Told::PutBack => (Tone::Success, "It was put back.".into(), vec![]),
            Told::NotPutBack => (
                Tone::Warning,
                "Not everything could be stored again. It is kept until you close or reload this \
                 page."
                    .into(),
                vec![Choice::new("Try again", Event::UndoRemoval)],
            ),
        };
        let list = match told {
            Told::Opened { replaced, .. } => self.gave_way(replaced),
            _ => Vec::new(),
        };
        Notice {
            id: Some(id),
            tone,
            text,
            list,
            choices,
        }
    }

    /// What gave way to something later, each with what it said.
    pub(super) fn gave_way(&self, replaced: &[Replaced]) -> Vec<String> {
        let one = |old: &Replaced| {
            let (part, name) = (old.part.title(), self.setup.known.name(&old.id));
            let day = old
                .changed
                .map_or(String::new(), |day| format!(", {}", day.utc_day().long()));
            let said = self.setup.known.words(&old.content);
            let stop = if said.is_empty() { "" } else { ": " };
            format!("{part}: {name}{day}{stop}{said}")
        };
        replaced.iter().map(one).collect()
    }
}

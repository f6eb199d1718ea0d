//! What the session tells once, after it happened.

use super::view::{EventButton, Notice, Tone};
use super::{Event, Session};
use crate::domain::file::Replaced;

/// Something that happened.
pub(super) enum Message {
    /// Another tab's changes were taken in.
    ChangedInOtherTab,
    /// Everything was removed in another tab, and so here.
    RemovedInOtherTab,
    /// Something in the stored copy could not be used; the copy was kept.
    KeptAside,
    /// The undo copy is in memory only.
    UndoNotStored,
    /// A stored copy could not be read now.
    CopyNotRead,
    FileNotSaved {
        name: String,
    },
    FileRefused {
        sentence: String,
    },
    FileOpened {
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
        self.ui
            .messages
            .iter()
            .any(|(_, message)| matches!(message, Message::FileNotSaved { name: it } if it == name))
    }

    pub(super) fn notice_of(&self, id: u32, message: &Message) -> Notice {
        let undo = || EventButton::new("Undo", Event::Undo);
        let (tone, text, buttons) = match message {
            Message::ChangedInOtherTab => (
                Tone::Info,
                "This page now also has what you changed in another tab.".to_owned(),
                vec![],
            ),
            Message::RemovedInOtherTab => (
                Tone::Info,
                "Everything was removed in another tab, so it was removed here too.".into(),
                vec![],
            ),
            Message::KeptAside => (
                Tone::Warning,
                "Something in what is stored in this browser could not be used, such as a link \
                 that is not a web address. Everything else is here, and the stored copy is kept \
                 as it was: see “Your data”."
                    .into(),
                vec![],
            ),
            Message::UndoNotStored => (
                Tone::Warning,
                "There was no room to store what was here before. You can undo until you close \
                 or reload this page, or save it as a file now."
                    .into(),
                vec![
                    undo(),
                    EventButton::new("Save what was here before as a file", Event::DownloadUndo),
                ],
            ),
            Message::CopyNotRead => (
                Tone::Warning,
                "The stored copy could not be read just now. Nothing was changed; try again in a \
                 moment."
                    .into(),
                vec![],
            ),
            Message::FileNotSaved { name } => (
                Tone::Error,
                format!("“{name}” was not saved: the browser did not take it. Try again."),
                vec![EventButton::new("Save a backup file", Event::SaveBackup)],
            ),
            Message::FileRefused { sentence } => (
                Tone::Error,
                format!("{sentence} Nothing was changed."),
                vec![],
            ),
            Message::FileOpened { name, replaced } => {
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
            Message::Undone => (
                Tone::Success,
                "You have gone back to what was here before.".into(),
                vec![EventButton::new("Undo this", Event::Undo)],
            ),
            Message::Removed => (
                Tone::Success,
                "It was removed. Until you close or reload this page, you can put it back.".into(),
                vec![EventButton::new("Put it back", Event::UndoRemoval)],
            ),
            Message::Finished => (
                Tone::Success,
                "Nothing you entered is left in this browser. The backup file is still on this \
                 computer, among the downloads: take it with you, then delete it there."
                    .into(),
                vec![],
            ),
            Message::NotRemoved { names, again } => (
                Tone::Error,
                format!(
                    "The browser did not remove {}. Try again, or clear this site’s data in the \
                     settings of the browser.",
                    names.join(", "),
                ),
                vec![EventButton::new("Try again", again.clone())],
            ),
            Message::PutBack => (Tone::Success, "It was put back.".into(), vec![]),
            Message::NotPutBack => (
                Tone::Warning,
                "Not everything could be stored again. It is kept until you close or reload this \
                 page."
                    .into(),
                vec![EventButton::new("Try again", Event::UndoRemoval)],
            ),
        };
        let list = match message {
            Message::FileOpened { replaced, .. } => self.describe_replaced(replaced),
            _ => Vec::new(),
        };
        Notice {
            id: Some(id),
            tone,
            text,
            list,
            buttons,
        }
    }

    /// What gave way to something later, each with what it said.
    pub(super) fn describe_replaced(&self, replaced: &[Replaced]) -> Vec<String> {
        let one = |old: &Replaced| {
            let (part, name) = (old.part.title(), self.config.known_ids.name(&old.id));
            let day = old
                .changed
                .map_or(String::new(), |day| format!(", {}", day.utc_day().long()));
            let said = self.config.known_ids.words(&old.content);
            let stop = if said.is_empty() { "" } else { ": " };
            format!("{part}: {name}{day}{stop}{said}")
        };
        replaced.iter().map(one).collect()
    }
}

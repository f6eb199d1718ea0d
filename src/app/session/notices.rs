//! The saved state and the notices of the frame.

use super::messages::Message;
use super::state::{StorageConflict, UnreadableText};
use super::view::{EventButton, Notice, SaveStatus, Tone};
use super::{Event, Prefer, Session, StoreError};
use crate::domain::dates::Day;
use crate::domain::file::{Conflict, DocumentPart, Refusal, Replaced};
use crate::domain::ids::ReviewId;
use crate::domain::words::isolated;

/// The years a clock can show: this page is not older, and no plan is made for
/// longer.
const CLOCKS: std::ops::RangeInclusive<i32> = 2026..=2100;

/// What is not this page's to remove.
pub(super) const CANNOT_REMOVE: &str = "What this page cannot remove: files among the downloads, \
     the browser’s history, and what the browser itself remembers of forms. Clear those in its \
     settings.";

impl Session {
    /// Whether what was entered is stored, and a sentence about it.
    pub fn save_status(&self) -> (SaveStatus, String) {
        let storage = &self.storage;
        let not = |why: &str| (SaveStatus::NotSaved, format!("Not being saved: {why}."));
        if storage.unreadable.is_some() {
            return not(
                "what is stored here could not be read, and you have not yet decided what to do",
            );
        }
        match storage.conflict {
            Some(StorageConflict::TwoTabs(_)) => {
                return not("two tabs changed the same things, and you have not yet decided");
            }
            Some(StorageConflict::Gone) => {
                return not("what was stored is gone, and you have not yet decided");
            }
            None => {}
        }
        match &storage.failure {
            Some(StoreError::Blocked) => not("this browser does not let the page keep anything"),
            Some(StoreError::Full) => not("there is no room left in this browser"),
            Some(StoreError::Other(_)) => not("the browser could not store it"),
            None if storage.unsaved => (SaveStatus::Saving, "Saving in this browser.".into()),
            None if storage.in_store => (SaveStatus::Saved, "Saved in this browser.".into()),
            None if self.review_draft().is_some() && self.review_failure().is_none() => (
                SaveStatus::Saved,
                "Your view is kept in this browser.".into(),
            ),
            None => (SaveStatus::NothingYet, "Nothing to save yet.".into()),
        }
    }

    /// What must be dealt with, what happened, and what would be good.
    pub(super) fn notices(&self, today: Day) -> Vec<Notice> {
        let mut notices = Vec::new();
        notices.extend(self.storage.unreadable.as_ref().map(unreadable));
        if !CLOCKS.contains(&today.year()) {
            notices.push(lasting(
                Tone::Warning,
                &format!(
                    "By this device’s clock today is {}, which cannot be right. What you enter \
                     would carry that day. Set the clock, then load this page again: what you \
                     entered is kept.",
                    today.long()
                ),
                vec![],
            ));
        }
        notices.extend(
            self.storage
                .conflict
                .as_ref()
                .map(|conflict| self.conflict(conflict)),
        );
        notices.extend(
            self.storage
                .failure
                .as_ref()
                .map(|error| self.failure(error)),
        );
        notices.extend(
            self.ui
                .messages
                .iter()
                .map(|(id, message)| self.notice_of(*id, message)),
        );
        if self.document.is_empty()
            && !self.ui.remind_later
            && let Some(key) = self.storage.elsewhere.first()
        {
            let (key, name) = (key.clone(), self.name_of(key));
            notices.push(lasting(
                Tone::Info,
                &format!(
                    "Nothing is entered at this address yet, but this browser holds {name}. You \
                     can look at what is in them and bring them here; they stay there too."
                ),
                vec![
                    EventButton::new("Look at them", Event::OpenCopy { key }),
                    EventButton::new("Not now", Event::RemindLater),
                ],
            ));
        }
        if self.document.is_nearly_full() {
            notices.push(lasting(
                Tone::Warning,
                "What you entered takes more than four fifths of the room there is. Save a backup \
                 file, then shorten old reflections or notes.",
                vec![save_file()],
            ));
        }
        let given = self.backup.given.filter(|_| !self.ui.remind_later);
        if let Some(given) = given {
            notices.push(lasting(
                Tone::Info,
                &format!(
                    "A backup was given to your browser on {}, and the browser does not tell what \
                     became of it. Look for it among your downloads, or where you put the text. \
                     It counts as saved once you say that it is there.",
                    given.day.said(today)
                ),
                vec![
                    EventButton::new("It is there", Event::BackupIsThere),
                    EventButton::new("Save it again", Event::SaveBackup),
                    EventButton::new("Not now", Event::RemindLater),
                ],
            ));
        } else if self.backup.is_due(today) && !self.ui.remind_later {
            notices.push(lasting(
                Tone::Info,
                if self.backup.last.is_some() {
                    "You have made changes since your last backup file. Browsers can clear \
                     what a page stores; a file stays."
                } else {
                    "There is no backup file of what you entered yet. Browsers can clear \
                     what a page stores; a file stays."
                },
                vec![save_file(), EventButton::new("Not now", Event::RemindLater)],
            ));
        }
        notices
    }

    /// Whether it is said that the browser did not take this file.
    pub fn was_not_saved(&self, name: &str) -> bool {
        self.ui
            .messages
            .iter()
            .any(|(_, message)| matches!(message, Message::FileNotSaved { name: it } if it == name))
    }

    /// A message in words, with what can be done about it.
    pub(super) fn notice_of(&self, id: u32, message: &Message) -> Notice {
        // It says what is undone: by then something else may have been entered.
        let undo = |what: &str| EventButton::new(what, Event::Undo);
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
                    undo("Go back to it"),
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
            Message::FilesRefused { sentences } => (
                Tone::Error,
                match sentences.as_slice() {
                    [sentence] => format!("{sentence} Nothing was changed."),
                    all => format!("{} of the files were not opened:", all.len()),
                },
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
                    vec![undo("Undo opening it")],
                )
            }
            Message::ReviewTakenIn { name } => (
                Tone::Success,
                format!("“{name}” stands beside your ratings now, under “Where you stand”."),
                vec![undo("Undo taking it in")],
            ),
            Message::PlanNotKept => (
                Tone::Warning,
                "Your view is kept here, but there was no room for the plan it is about. Open that plan file again, and you can go on."
                    .into(),
                vec![],
            ),
            Message::ReviewRemoved => (
                Tone::Success,
                "The view was removed. Actions you took on from it are still in your plan.".into(),
                vec![],
            ),
            Message::DraftRemoved => (
                Tone::Success,
                "Your view and the plan it is about are not in this browser any more.".into(),
                vec![],
            ),
            Message::DraftNotRemoved => (
                Tone::Error,
                "The browser did not remove your view. Try again, or clear this site’s data in the settings of the browser."
                    .into(),
                vec![],
            ),
            Message::DraftKeptAside { key } => (
                Tone::Warning,
                "The view of this plan that was kept here before could not be read. It stays in this browser, and you can save it as it is. What you say now is kept beside it."
                    .into(),
                vec![EventButton::new(
                    "Save it as it is",
                    Event::DownloadCopy { key: key.clone() },
                )],
            ),
            Message::TabChosen { prefer } => (
                Tone::Success,
                match prefer {
                    Prefer::Mine => "What this tab had is used now.",
                    Prefer::Theirs => "What the other tab had is used now.",
                }
                .to_owned(),
                vec![undo("Undo this choice")],
            ),
            Message::Undone => (
                Tone::Success,
                "You have gone back to what was here before. What you entered since then is not here now."
                    .into(),
                vec![undo("Undo this")],
            ),
            Message::Removed => (
                Tone::Success,
                "It was removed. Until you close or reload this page, you can put it back.".into(),
                vec![EventButton::new("Put it back", Event::UndoRemoval)],
            ),
            Message::Finished => (
                Tone::Success,
                format!(
                    "This page keeps nothing you entered any more. A backup file, if you saved one, \
                     is still on this computer, among the downloads: take it with you, then delete \
                     it there. {CANNOT_REMOVE}"
                ),
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
            Message::FileOpened { replaced, .. } => self.describe_replaced(replaced, None),
            Message::FilesRefused { sentences } if sentences.len() > 1 => sentences.clone(),
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
    pub(super) fn describe_replaced(
        &self,
        replaced: &[Replaced],
        today: Option<Day>,
    ) -> Vec<String> {
        let one = |old: &Replaced| {
            let (part, name) = (old.part.title(), self.called(old.part, &old.id));
            let day = old.changed.map_or(String::new(), |changed| {
                let day = changed.utc_day();
                format!(", {}", today.map_or(day.long(), |today| day.said(today)))
            });
            let said = isolated(&self.config.known_ids.words(&old.content));
            let stop = if said.is_empty() { "" } else { ": " };
            let kept = self.in_words(&old.kept);
            format!("{part}: {name}{day}{stop}{said}. Kept instead: {kept}.")
        };
        replaced.iter().map(one).collect()
    }

    /// What a person would call a thing of the document.
    pub(super) fn called(&self, part: DocumentPart, id: &str) -> String {
        if part != DocumentPart::Reviews {
            return self.config.known_ids.name(id);
        }
        let review = self.document.review(&ReviewId::new(id));
        let whose = review.map_or("", |review| review.reviewer.name.as_str());
        match whose {
            "" => "somebody’s view of your plan".to_owned(),
            name => format!("the view of {}", isolated(name)),
        }
    }

    /// What something in a file says.
    pub(super) fn in_words(&self, content: &str) -> String {
        match self.config.known_ids.words(content) {
            nothing if nothing.is_empty() => "nothing".to_owned(),
            said => isolated(&said),
        }
    }

    /// What each of two tabs says, so that one can be chosen knowingly.
    fn contradiction(&self, conflict: &Conflict) -> String {
        let known = &self.config.known_ids;
        let field = match conflict.field.as_str() {
            "" => String::new(),
            field => format!(", {}", known.name(field)),
        };
        format!(
            "{}: {}{field}. In this tab: {}. In the other tab: {}.",
            conflict.part.title(),
            self.called(conflict.part, &conflict.id),
            self.in_words(&conflict.mine),
            self.in_words(&conflict.theirs)
        )
    }

    fn failure(&self, error: &StoreError) -> Notice {
        let kept = "Everything you enter stays here until you close or reload this page. Save a \
                    backup file before you do.";
        let again = EventButton::new("Try again", Event::SaveDue);
        match error {
            StoreError::Blocked if self.config.keys.is_file() => lasting(
                Tone::Warning,
                "This browser stores nothing for a page that was opened from a disk. So a file is \
                 your only copy: save a backup file before you close this page, and open it under \
                 “Your data” when you come back.",
                vec![save_file(), again],
            ),
            StoreError::Blocked => lasting(
                Tone::Warning,
                &format!(
                    "This browser does not let the page keep anything, perhaps because of a \
                     private window or a setting. {kept}"
                ),
                vec![save_file(), again],
            ),
            StoreError::Full => {
                let mut buttons = vec![save_file(), again];
                if self.storage.has_undo_copy {
                    buttons.push(EventButton::new(
                        "Remove the undo copy to make room",
                        Event::RemoveUndoCopy,
                    ));
                }
                lasting(
                    Tone::Warning,
                    &format!(
                        "There is no room left in this browser, so your latest changes are not \
                         stored; what was stored before still is. {kept}"
                    ),
                    buttons,
                )
            }
            StoreError::Other(words) => Notice {
                list: vec![format!("The browser says: {words}")],
                ..lasting(
                    Tone::Warning,
                    &format!("The browser could not store your latest changes. {kept}"),
                    vec![save_file(), again],
                )
            },
        }
    }

    fn conflict(&self, conflict: &StorageConflict) -> Notice {
        let choose = || {
            vec![
                EventButton::new(
                    "Use what this tab has",
                    Event::ResolveConflict(Prefer::Mine),
                ),
                EventButton::new(
                    "Use what the other tab has",
                    Event::ResolveConflict(Prefer::Theirs),
                ),
                save_file(),
            ]
        };
        match conflict {
            StorageConflict::TwoTabs(both) if both.base.is_some() => Notice {
                list: both
                    .conflicts
                    .iter()
                    .map(|it| self.contradiction(it))
                    .collect(),
                ..lasting(
                    Tone::Warning,
                    "You changed the same things in another tab. Which do you want to use? \
                     Only what is listed here is chosen: everything else from both tabs is kept. \
                     You can undo your choice.",
                    choose(),
                )
            },
            StorageConflict::TwoTabs(_) => lasting(
                Tone::Warning,
                "You made changes in another tab too, and together they are more than this page \
                 can keep. Which do you want to use? You can undo your choice.",
                choose(),
            ),
            StorageConflict::Gone => lasting(
                Tone::Warning,
                "What was stored in this browser is gone: it was removed in another tab, or the \
                 browser cleared it. This tab still has it.",
                vec![
                    EventButton::new("Store it again", Event::StoreAgain),
                    EventButton::new("Let it go here too", Event::RemoveHereToo),
                    save_file(),
                ],
            ),
        }
    }
}

fn unreadable(unreadable: &UnreadableText) -> Notice {
    let what = match unreadable.why {
        Refusal::NewerVersion => {
            "What is stored in this browser was saved by a newer version of this page. Reload the \
             page to get the newest version."
                .to_owned()
        }
        Refusal::OtherProgram => {
            "What is stored in this browser under this page’s name comes from another program."
                .into()
        }
        ref why => format!(
            "What is stored in this browser is damaged and could not be read. {}",
            why.reason()
        ),
    };
    let key = unreadable.key.clone();
    lasting(
        Tone::Warning,
        &format!(
            "{what} It is still there and nothing is written over it. You can save it as a file, \
             and start afresh beside it. Until you decide, what you enter is not stored."
        ),
        vec![
            EventButton::new("Save it as it is", Event::DownloadCopy { key }),
            EventButton::new("Start afresh and keep it", Event::ContinueUnderNewKey),
        ],
    )
}

fn lasting(tone: Tone, text: &str, buttons: Vec<EventButton>) -> Notice {
    Notice {
        id: None,
        tone,
        text: text.into(),
        list: Vec::new(),
        buttons,
    }
}

fn save_file() -> EventButton {
    EventButton::new("Save a backup file", Event::SaveBackup)
}

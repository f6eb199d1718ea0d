//! The saved state and the notices of the frame.

use super::state::{Question, Unreadable};
use super::view::{Choice, Notice, Saved, Tone};
use super::{Event, Prefer, Session, StoreError};
use crate::domain::dates::Day;
use crate::domain::file::Refusal;

impl Session {
    /// Whether what was entered is stored, and a sentence about it.
    pub fn saved(&self) -> (Saved, String) {
        let keeping = &self.keeping;
        let not = |why: &str| (Saved::Not, format!("Not being saved: {why}."));
        if keeping.unreadable.is_some() {
            return not(
                "what is stored here could not be read, and you have not yet decided what to do",
            );
        }
        match keeping.question {
            Some(Question::Both(_)) => {
                return not("two tabs changed the same things, and you have not yet decided");
            }
            Some(Question::Gone) => {
                return not("what was stored is gone, and you have not yet decided");
            }
            None => {}
        }
        match &keeping.failure {
            Some(StoreError::Blocked) => not("this browser does not let the page keep anything"),
            Some(StoreError::Full) => not("there is no room left in this browser"),
            Some(StoreError::Other(_)) => not("the browser could not store it"),
            None if keeping.unsaved => (Saved::Saving, "Saving in this browser.".into()),
            None if keeping.expected => (Saved::Saved, "Saved in this browser.".into()),
            None => (Saved::Nothing, "Nothing to save yet.".into()),
        }
    }

    /// What must be dealt with, what happened, and what would be good.
    pub(super) fn notices(&self, today: Day) -> Vec<Notice> {
        let mut notices = Vec::new();
        notices.extend(self.keeping.unreadable.as_ref().map(unreadable));
        notices.extend(
            self.keeping
                .question
                .as_ref()
                .map(|question| self.question(question)),
        );
        notices.extend(
            self.keeping
                .failure
                .as_ref()
                .map(|error| self.failure(error)),
        );
        notices.extend(
            self.talk
                .told
                .iter()
                .map(|(id, told)| self.notice_of(*id, told)),
        );
        if self.document.is_nearly_full() {
            notices.push(lasting(
                Tone::Warning,
                "What you entered takes more than four fifths of the room there is. Save a backup \
                 file, then shorten old reflections or notes.",
                vec![save_file()],
            ));
        }
        if self.backup.is_due(today) && !self.talk.remind_later {
            notices.push(lasting(
                Tone::Info,
                if self.backup.last.is_some() {
                    "You have made changes since your last backup file. Browsers can clear \
                     what a page stores; a file stays."
                } else {
                    "There is no backup file of what you entered yet. Browsers can clear \
                     what a page stores; a file stays."
                },
                vec![save_file(), Choice::new("Not now", Event::RemindLater)],
            ));
        }
        notices
    }

    fn failure(&self, error: &StoreError) -> Notice {
        let kept = "Everything you enter stays here until you close or reload this page. Save a \
                    backup file before you do.";
        let again = Choice::new("Try again", Event::SaveDue);
        match error {
            StoreError::Blocked if self.setup.keys.is_file() => lasting(
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
                let mut choices = vec![save_file(), again];
                if self.keeping.has_undo_copy {
                    choices.push(Choice::new(
                        "Remove the undo copy to make room",
                        Event::DropUndoCopy,
                    ));
                }
                lasting(
                    Tone::Warning,
                    &format!(
                        "There is no room left in this browser, so your latest changes are not \
                         stored; what was stored before still is. {kept}"
                    ),
                    choices,
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

    fn question(&self, question: &Question) -> Notice {
        let choose = || {
            vec![
                Choice::new("Use what this tab has", Event::Choose(Prefer::Mine)),
                Choice::new("Use what the other tab has", Event::Choose(Prefer::Theirs)),
                save_file(),
            ]
        };
        match question {
            Question::Both(both) if both.base.is_some() => Notice {
                list: both
                    .conflicts
                    .iter()
                    .map(|conflict| {
                        format!(
                            "{}: {}",
                            conflict.part.title(),
                            self.setup.known.name(&conflict.id)
                        )
                    })
                    .collect(),
                ..lasting(
                    Tone::Warning,
                    "You changed the same things in another tab. Which do you want to use? \
                     Everything else from both tabs is kept, and you can undo your choice.",
                    choose(),
                )
            },
            Question::Both(_) => lasting(
                Tone::Warning,
                "You made changes in another tab too, and together they are more than this page \
                 can keep. Which do you want to use? You can undo your choice.",
                choose(),
            ),
            Question::Gone => lasting(
                Tone::Warning,
                "What was stored in this browser is gone: it was removed in another tab, or the \
                 browser cleared it. This tab still has it.",
                vec![
                    Choice::new("Store it again", Event::KeepHere),
                    Choice::new("Let it go here too", Event::LetGoHere),
                    save_file(),
                ],
            ),
        }
    }
}

fn unreadable(unreadable: &Unreadable) -> Notice {
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
            Choice::new("Save it as it is", Event::DownloadCopy { key }),
            Choice::new("Start afresh and keep it", Event::ContinueUnderNewKey),
        ],
    )
}

fn lasting(tone: Tone, text: &str, choices: Vec<Choice>) -> Notice {
    Notice {
        id: None,
        tone,
        text: text.into(),
        list: Vec::new(),
        choices,
    }
}

fn save_file() -> Choice {
    Choice::new("Save a backup file", Event::SaveBackup)
}

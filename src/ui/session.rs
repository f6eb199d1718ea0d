//! The session in the browser: events in, effects out.

use leptos::prelude::*;

use super::components::{self, Button, Question, Tone};
use super::kept::{Kept, live, then};
use crate::app::session::{
    self, Choice, DialogView, Effect as Asked, Event, Keys, Notice, Saved, Session, Setup, Turn,
};
use crate::domain::document::At;
use crate::domain::file::Known;
use crate::domain::framework::bundled;
use crate::domain::ids::DocumentId;
use crate::domain::limits::FILE_BYTES;
use crate::platform::files::Chosen;
use crate::platform::page::Life;
use crate::platform::{clock, dialog, files, page, storage};

/// How long after a change it is stored, in milliseconds: long enough for a
/// word, short enough to lose nothing worth naming.
const SAVE_AFTER: i32 = 400;

/// The session for pages: they read it and send events.
#[derive(Clone, Copy)]
pub struct Keeper {
    session: Kept<Session>,
    /// It will be asked to save in a moment.
    waiting: Kept<bool>,
}

impl Keeper {
    /// Begins the session and listens to the browser.
    pub fn begin() -> Keeper {
        let keeper = Keeper {
            session: Kept::new(Session::new(Setup {
                keys: Keys::new(page::path().as_deref()),
                tab: clock::random_word(),
                app: format!("Waymark {}", env!("CARGO_PKG_VERSION")),
                known: Known::of(bundled()),
                // The plan is written out once there is one.
                write_plan: |_, _| Vec::new(),
            })),
            waiting: Kept::new(false),
        };
        keeper.send(Event::Start);
        page::on_life(move |life| {
            keeper.send(match life {
                Life::Hidden => Event::Hidden,
                Life::Shown => Event::Woke,
                Life::StorageChanged(key) => Event::StorageChanged { key },
            });
        });
        files::on_drop(FILE_BYTES, move |chosen| keeper.open(chosen));
        keeper
    }

    /// Sends an event and does what the session asks for in return.
    pub fn send(self, event: Event) {
        let turn = Turn {
            at: At {
                now: clock::now(),
                today: clock::today(),
            },
            fresh: DocumentId::new(clock::random_word()),
        };
        let (asked, saved, sentence) = self.session.update(|session| {
            let asked = session.step(event, &turn, &storage::BrowserStore);
            let (saved, sentence) = session.saved();
            (asked, saved, sentence)
        });
        page::show_saved(&sentence, saved == Saved::Not);
        for effect in asked {
            self.perform(effect);
        }
    }

    fn perform(self, effect: Asked) {
        match effect {
            Asked::SaveSoon => {
                if !self
                    .waiting
                    .quietly(|waiting| std::mem::replace(waiting, true))
                {
                    clock::after(SAVE_AFTER, move || {
                        self.waiting.quietly(|waiting| *waiting = false);
                        self.send(Event::SaveDue);
                    });
                }
            }
            Asked::Download { name, text } => {
                let event = if files::save(&name, &text) {
                    Event::Downloaded { name }
                } else {
                    Event::DownloadFailed { name }
                };
                self.send(event);
            }
            Asked::AskToKeep => {
                storage::ask_to_keep(move |keeps| self.send(Event::KeepAnswered(keeps)));
            }
            // Pages that change something show why it was refused beside it.
            Asked::Refused(_) => {}
        }
    }

    /// Hands over a file that was chosen or dropped.
    pub fn open(self, chosen: Chosen) {
        self.send(match chosen {
            Chosen::Read { name, bytes } => Event::FileChosen { name, bytes },
            Chosen::TooLarge { name, bytes } => Event::FileTooLarge { name, bytes },
            Chosen::NotRead { name } => Event::FileNotRead { name },
        });
    }

    /// Reads the session.
    pub fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with(read)
    }

    /// Buttons that send what each choice names.
    pub fn buttons(self, choices: Vec<Choice>) -> Vec<Button> {
        choices
            .into_iter()
            .map(|Choice { label, event }| Button {
                label,
                press: then(move |_| self.send(event.clone())),
            })
            .collect()
    }

    /// The messages of every page, and the dialog if one is open.
    pub fn notices(self) -> AnyView {
        live(move || {
            let frame = self.with(|session| session.frame(clock::today()));
            let shown: Vec<_> = frame
                .notices
                .into_iter()
                .map(|it| self.notice(it))
                .collect();
            let question = frame.dialog.map(|it| self.dialog(it));
            view! { <div class="notices">{shown}</div> {question} }.into_any()
        })
    }

    fn notice(self, notice: Notice) -> AnyView {
        let tone = match notice.tone {
            session::Tone::Error => Tone::Error,
            session::Tone::Warning => Tone::Caution,
            session::Tone::Info | session::Tone::Success => Tone::Calm,
        };
        let mut choices = notice.choices;
        choices.extend(notice.id.map(|id| Choice {
            label: "Close this message".to_owned(),
            event: Event::Dismiss(id),
        }));
        components::notice(tone, notice.text, notice.list, self.buttons(choices))
    }

    fn dialog(self, view: DialogView) -> AnyView {
        // Once it is in the page.
        clock::soon(move || dialog::open(move || self.send(Event::Cancel)));
        components::dialog(Question {
            title: view.title,
            paragraphs: view.paragraphs,
            lists: view.lists,
            buttons: self.buttons(view.choices),
        })
    }
}

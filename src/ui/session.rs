//! The session in the browser: events in, effects out.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::{self, Button, Question, Tone};
use super::element::live;
use crate::app::session::{
    self, Change, Choice, Effect as Asked, Event, Frame, Keys, PlanRead, Saved, Session, Setup, Turn,
    YourData,
};
use crate::domain::document::{At, Document};
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

/// The session for pages: they read memos and send events.
#[derive(Clone, Copy)]
pub struct Keeper {
    state: RwSignal<Session>,
    waiting: StoredValue<bool>,
    /// Counts how often the document was replaced as a whole.
    replaced: RwSignal<u32>,
    pub frame: Memo<Frame>,
}

impl Keeper {
    /// Begins the session and listens to the browser.
    pub fn begin() -> Keeper {
        let state = RwSignal::new(Session::new(Setup {
            keys: Keys::new(page::path().as_deref()),
            tab: clock::random_word(),
            app: format!("Waymark {}", env!("CARGO_PKG_VERSION")),
            known: Known::of(bundled()),
            // The plan is written out once there is one.
            write_plan: |_, _| Vec::new(),
        }));
        let keeper = Keeper {
            state,
            waiting: StoredValue::new(false),
            replaced: RwSignal::new(0),
            frame: Memo::new(move |_| state.with(|s| s.frame(clock::today()))),
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
        Effect::new(move |_| {
            keeper.frame.with(|frame| {
                page::show_saved(&frame.saved_sentence, frame.saved == Saved::Not);
            });
        });
        keeper
    }

    /// Sends an event and does what the session asks for in return.
    pub fn send(&self, event: Event) {
        let turn = Turn {
            at: At {
                now: clock::now(),
                today: clock::today(),
            },
            fresh: DocumentId::new(clock::random_word()),
        };
        // A change is made by a control that shows it already; whatever else
        // changes the document came from outside the page.
        let before = match event {
            Event::Change(_) => None,
            _ => Some(self.look(Document::clone)),
        };
        let asked = self
            .state
            .try_update(|state| state.step(event, &turn, &storage::BrowserStore))
            .unwrap_or_default();
        if before.is_some_and(|before| self.look(|document| *document != before)) {
            self.replaced.update(|count| *count += 1);
        }
        for effect in asked {
            self.perform(effect);
        }
    }

    fn perform(&self, effect: Asked) {
        let keeper = *self;
        match effect {
            Asked::SaveSoon => {
                if !self.waiting.get_value() {
                    self.waiting.set_value(true);
                    clock::after(SAVE_AFTER, move || {
                        keeper.waiting.set_value(false);
                        keeper.send(Event::SaveDue);
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
            Asked::AskToKeep => spawn_local(async move {
                keeper.send(Event::KeepAnswered(storage::ask_to_keep().await));
            }),
            Asked::Refused(refused) => page::show_refused(&refused.sentence()),
        }
    }

    /// Makes a change. Where it is refused, the page says so and why until
    /// the next change.
    pub fn change(&self, change: Change) {
        page::show_refused("");
        self.send(Event::Change(change));
    }

    /// Reads what pages show; whatever is being drawn is drawn again when
    /// anything changes.
    pub fn read<T>(&self, read: impl FnOnce(&Document) -> T) -> T {
        self.state.with(|session| read(session.shown()))
    }

    /// Reads what pages show, as it is now.
    pub fn look<T>(&self, read: impl FnOnce(&Document) -> T) -> T {
        self.state.with_untracked(|session| read(session.shown()))
    }

    /// A page with controls: drawn once, and again only when the document was
    /// replaced from outside (a file, another tab, an undo), so that nobody
    /// loses their place while typing.
    pub fn page(&self, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let replaced = self.replaced;
        live(move || {
            replaced.track();
            untrack(&draw)
        })
    }

    /// Hands over a file that was chosen or dropped.
    pub fn open(&self, chosen: Chosen) {
        self.send(match chosen {
            Chosen::Read { name, bytes } => Event::FileChosen { name, bytes },
            Chosen::TooLarge { name, bytes } => Event::FileTooLarge { name, bytes },
            Chosen::NotRead { name } => Event::FileNotRead { name },
        });
    }

    /// What the page "Your data" shows.
    pub fn your_data(&self) -> Memo<YourData> {
        let state = self.state;
        Memo::new(move |_| state.with(Session::your_data))
    }

    /// Somebody's plan, while it is being read.
    pub fn plan_read(&self) -> Memo<Option<PlanRead>> {
        let state = self.state;
        Memo::new(move |_| state.with(|s| s.plan_read(bundled())))
    }

    /// Buttons that send what each choice names.
    pub fn buttons(&self, choices: Vec<Choice>) -> Vec<Button> {
        let keeper = *self;
        choices
            .into_iter()
            .map(|Choice { label, event }| Button {
                label,
                press: Callback::new(move |()| keeper.send(event.clone())),
            })
            .collect()
    }

    /// The messages of every page, and the dialog if one is open.
    pub fn notices(self) -> AnyView {
        let dismiss = move |id| Choice {
            label: "Close this message".to_owned(),
            event: Event::Dismiss(id),
        };
        let shown = move || {
            self.frame.with(|frame| {
                frame
                    .notices
                    .iter()
                    .map(|notice| {
                        let tone = match notice.tone {
                            session::Tone::Error => Tone::Error,
                            session::Tone::Warning => Tone::Caution,
                            session::Tone::Info | session::Tone::Success => Tone::Calm,
                        };
                        let mut choices = notice.choices.clone();
                        choices.extend(notice.id.map(dismiss));
                        components::notice(
                            tone,
                            notice.text.clone(),
                            notice.list.clone(),
                            self.buttons(choices),
                        )
                    })
                    .collect_view()
            })
        };
        let reading = move || {
            self.frame.with(|frame| frame.reading.clone()).map(|name| {
                let choice = |label: &str, event| Choice {
                    label: label.to_owned(),
                    event,
                };
                components::notice(
                    Tone::Calm,
                    format!("You are reading “{name}”, a plan from a file. What you entered yourself is untouched."),
                    Vec::new(),
                    self.buttons(vec![
                        choice("Close the plan", Event::ClosePlan),
                        choice("This is mine: continue from it", Event::ContinueFromPlan),
                    ]),
                )
            })
        };
        let asked = Memo::new(move |_| self.frame.with(|frame| frame.dialog.clone()));
        let question = move || {
            asked.get().map(|view| {
                components::dialog(
                    Question {
                        title: view.title,
                        paragraphs: view.paragraphs,
                        lists: view.lists,
                        buttons: self.buttons(view.choices),
                    },
                    Callback::new(|element: NodeRef<html::Dialog>| {
                        if let Some(element) = element.get_untracked() {
                            dialog::open(&element);
                        }
                    }),
                    Callback::new(move |()| self.send(Event::Cancel)),
                )
            })
        };
        view! {
            <div class="notices">{reading} {shown}</div>
            <p id="refused" class="refused" role="alert"></p>
            {question}
        }
        .into_any()
    }
}

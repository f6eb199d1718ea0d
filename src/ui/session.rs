//! The session in the browser: events in, effects out.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::{self, Button, Question, Tone};
use crate::app::session::{
    self, Choice, DialogView, Effect as Asked, Event, Frame, Keys, Notice, PlanRead, Saved,
    Session, Setup, Turn, YourData,
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

/// The session for pages: they read memos and send events.
#[derive(Clone, Copy)]
pub struct Keeper {
    state: RwSignal<Session>,
    waiting: StoredValue<bool>,
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
        let asked = self
            .state
            .try_update(|state| state.step(event, &turn, &storage::BrowserStore))
            .unwrap_or_default();
        for effect in asked {
            self.perform(effect);
        }
        self.frame.with_untracked(|frame| {
            page::show_saved(&frame.saved_sentence, frame.saved == Saved::Not);
        });
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
            // Pages that change something show why it was refused beside it.
            Asked::Refused(_) => {}
        }
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
        // All in one closure, and boxed: each type of closure in a view is code
        // of its own.
        let draw: Box<dyn FnMut() -> AnyView + Send> =
            Box::new(move || self.frame.with(|frame| self.drawn(frame)));
        draw.into_any()
    }

    fn drawn(self, frame: &Frame) -> AnyView {
        let reading = frame.reading.as_deref().map(|name| self.reading(name));
        let notice = |it| self.notice(it);
        let shown: Vec<AnyView> = frame.notices.iter().map(notice).collect();
        let question = frame.dialog.as_ref().map(|view| self.question(view));
        view! { <div class="notices">{reading} {shown}</div> {question} }.into_any()
    }

    fn reading(self, name: &str) -> AnyView {
        let choice = |label: &str, event| Choice {
            label: label.to_owned(),
            event,
        };
        components::notice(
            Tone::Calm,
            format!(
                "You are reading “{name}”, a plan from a file. What you entered yourself is untouched."
            ),
            Vec::new(),
            self.buttons(vec![
                choice("Close the plan", Event::ClosePlan),
                choice("This is mine: continue from it", Event::ContinueFromPlan),
            ]),
        )
    }

    fn notice(self, notice: &Notice) -> AnyView {
        let tone = match notice.tone {
            session::Tone::Error => Tone::Error,
            session::Tone::Warning => Tone::Caution,
            session::Tone::Info | session::Tone::Success => Tone::Calm,
        };
        let mut choices = notice.choices.clone();
        choices.extend(notice.id.map(|id| Choice {
            label: "Close this message".to_owned(),
            event: Event::Dismiss(id),
        }));
        components::notice(
            tone,
            notice.text.clone(),
            notice.list.clone(),
            self.buttons(choices),
        )
    }

    fn question(self, view: &DialogView) -> AnyView {
        components::dialog(
            Question {
                title: view.title.clone(),
                paragraphs: view.paragraphs.clone(),
                lists: view.lists.clone(),
                buttons: self.buttons(view.choices.clone()),
            },
            Callback::new(|element: NodeRef<html::Dialog>| {
                if let Some(element) = element.get_untracked() {
                    dialog::open(&element);
                }
            }),
            Callback::new(move |()| self.send(Event::Cancel)),
        )
    }
}

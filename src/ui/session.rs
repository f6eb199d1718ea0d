//! The session in the browser: events in, effects out.

use leptos::prelude::{AnyView, untrack};

use super::components::{self, Button, Question, Tone};
use super::element::{Element, Part, el, live, steady};
use super::kept::Kept;
use crate::app::route::Route;
use crate::app::session::{
    self, Change, Choice, DialogView, Effect as Asked, Event, Keys, Notice, Place, PlanRead, Saved,
    Session, Setup, Turn, YourData,
};
use crate::domain::document::{At, Document};
use crate::domain::file::{Known, Tick};
use crate::domain::framework::{bundled, is_here};
use crate::domain::ids::DocumentId;
use crate::domain::limits::FILE_BYTES;
use crate::domain::plan;
use crate::platform::files::Chosen;
use crate::platform::page::Life;
use crate::platform::{clock, dialog, files, page, storage, words, worker};

/// How long after a change it is stored, in milliseconds: long enough for a
/// word, short enough to lose nothing worth naming.
const SAVE_AFTER: i32 = 400;

/// The session for pages: they read it and send events.
#[derive(Clone, Copy)]
pub struct Keeper {
    state: Kept<Session>,
    /// It will be asked to save in a moment.
    waiting: Kept<bool>,
    newer: Kept<Newer>,
    /// Changes when the document was replaced as a whole.
    replaced: Kept<()>,
    /// While the person chooses what goes into a plan file: what is ticked.
    pub handing: Kept<Option<Vec<Tick>>>,
}

impl Keeper {
    /// Begins the session and listens to the browser.
    pub fn begin() -> Keeper {
        let state = Kept::new(Session::new(Setup {
            keys: Keys::new(page::path().as_deref()),
            tab: clock::random_word(),
            app: format!("Waymark {}", env!("CARGO_PKG_VERSION")),
            known: known(),
            write_plan: |document, today| {
                // A backup can be asked for before the framework is here.
                let plan = is_here().then(|| plan::generate(bundled(), document, today));
                plan.map_or(Vec::new(), |plan| plan::written(&plan))
            },
        }));
        let keeper = Keeper {
            state,
            waiting: Kept::new(false),
            newer: Kept::new(Newer::None),
            replaced: Kept::new(()),
            handing: Kept::new(None),
        };
        keeper.send(Event::Start);
        page::on_life(move |life| match life {
            Life::Hidden => keeper.send(Event::Hidden),
            Life::Shown => keeper.with_framework(move |here| {
                if here {
                    keeper.send(Event::Woke);
                }
            }),
            Life::StorageChanged(key) => keeper.with_framework(move |here| {
                if here {
                    keeper.send(Event::StorageChanged { key });
                }
            }),
        });
        worker::on_new_release(move || keeper.newer.update(|newer| *newer = Newer::Ready));
        files::on_drop(FILE_BYTES, move |chosen| {
            keeper.with_framework(move |here| match chosen {
                Chosen::Read { name, .. } if !here => keeper.send(Event::FileNotRead { name }),
                chosen => keeper.open(chosen),
            });
        });
        keeper
    }

    /// Does what reads a stored text or a file, once the framework is here to
    /// read it by; told false where it did not arrive.
    pub fn with_framework(&self, act: impl FnOnce(bool) + 'static) {
        if is_here() {
            return act(true);
        }
        let state = self.state;
        words::ask(move |here| {
            if here {
                state.update(|session| session.learn(known()));
            }
            act(here);
        });
    }

    /// Sends an event and does what the session asks for in return.
    pub fn send(&self, event: Event) {
        let turn = turn();
        // A change is made by a control that shows it already; whatever else
        // changes the document came from outside the page.
        let before = match event {
            Event::Change(_) => None,
            _ => Some(self.look(Document::clone)),
        };
        let was_asking = self.state.look(Session::asks);
        let asked = self
            .state
            .update(|state| state.step(event, &turn, &storage::BrowserStore));
        if was_asking && !self.state.look(Session::asks) {
            clock::soon(dialog::give_back);
        }
        if before.is_some_and(|before| self.look(|document| *document != before)) {
            self.replaced.update(|()| ());
        }
        for effect in asked {
            self.perform(effect);
        }
        let (saved, sentence) = self.state.look(Session::saved);
        page::show_saved(&sentence, saved == Saved::Not);
    }

    fn perform(&self, effect: Asked) {
        let keeper = *self;
        match effect {
            Asked::SaveSoon => {
                let waiting = |now| self.waiting.quietly(|was| std::mem::replace(was, now));
                if !waiting(true) {
                    clock::after(SAVE_AFTER, move || {
                        keeper.waiting.quietly(|waiting| *waiting = false);
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
            Asked::AskToKeep => {
                storage::ask_to_keep(move |keeps| keeper.send(Event::KeepAnswered(keeps)));
            }
            Asked::Refused(refused) => page::show_refused(&refused.sentence()),
            Asked::LookAt(place) => {
                let id = match place {
                    // On another page, arriving moves the focus.
                    Place::Plan => {
                        page::go_to(&Route::YourData.href());
                        PLAN_READ.to_owned()
                    }
                    Place::OpenFile => OPEN_FILE.to_owned(),
                    Place::Message(id) => message_id(id),
                };
                clock::soon(move || {
                    // What is not on this page leaves the focus at its top.
                    if !page::focus_on(&id) {
                        page::focus_on("main");
                    }
                });
            }
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
        self.state.with(|session| read(session.document()))
    }

    /// Reads what pages show, as it is now.
    pub fn look<T>(&self, read: impl FnOnce(&Document) -> T) -> T {
        self.state.look(|session| read(session.document()))
    }

    /// Nothing was ever entered here. What is being drawn is drawn again when
    /// the document is replaced.
    pub fn is_first_visit(&self) -> bool {
        self.replaced.with(|()| ());
        self.look(Document::is_empty)
    }

    /// A page with controls: drawn once, and again only when the document was
    /// replaced from outside (a file, another tab, an undo), so that nobody
    /// loses their place while typing.
    pub fn page(&self, draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
        let replaced = self.replaced;
        live(move || {
            replaced.with(|()| ());
            untrack(&draw)
        })
    }

    /// Takes the newer release: saved first, or with the person's word for it.
    fn take_newer(&self) {
        self.send(Event::SaveDue);
        let unsaved = self.state.look(Session::saved).0 == Saved::Not;
        if unsaved && self.newer.look(|newer| *newer == Newer::Ready) {
            self.newer.update(|newer| *newer = Newer::WouldLose);
        } else {
            worker::take();
        }
    }

    /// Says that a newer release is here, once it is.
    fn newer_release(self) -> Option<AnyView> {
        let (text, label) = match self.newer.with(|newer| *newer) {
            Newer::None => return None,
            Newer::Ready => (
                "A new version of Waymark is ready. What you entered stays.",
                "Use the new version",
            ),
            Newer::WouldLose => (
                "What you entered could not be saved in this browser, so the new version would begin empty. Save a backup file first, under “Your data”.",
                "Use the new version all the same",
            ),
        };
        let press = Button {
            label: label.to_owned(),
            press: Box::new(move || self.take_newer()),
        };
        Some(components::notice(Tone::Calm, text.to_owned(), Vec::new(), vec![press]).view())
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
    pub fn your_data(&self) -> YourData {
        self.state.with(Session::your_data)
    }

    /// Somebody's plan, while it is being read.
    pub fn plan_read(&self) -> Option<PlanRead> {
        self.state.with(|session| session.plan_read(bundled()))
    }

    /// The plan file with these ticks: its name and its text.
    pub fn plan_file(&self, ticks: &[Tick]) -> (String, String) {
        self.state.look(|session| session.plan_file(ticks, &turn()))
    }

    /// Whether the browser did not take this file.
    pub fn was_not_saved(&self, name: &str) -> bool {
        self.state.look(|session| session.was_not_saved(name))
    }

    /// What whoever opens such a file will read.
    pub fn plan_preview(&self, file: (&str, &str)) -> Option<PlanRead> {
        self.state
            .look(|session| session.plan_preview(file, bundled()))
    }

    /// Buttons that send what each choice names.
    pub fn buttons(&self, choices: Vec<Choice>) -> Vec<Button> {
        let keeper = *self;
        let mut buttons = Vec::new();
        for Choice { label, event } in choices {
            buttons.push(Button {
                label,
                press: Box::new(move || keeper.send(event.clone())),
            });
        }
        buttons
    }

    /// The messages of every page, and the dialog if one is open.
    pub fn notices(self) -> AnyView {
        // Steady: a message is spoken whenever it is drawn anew, and a dialog
        // would lose the focus.
        steady(move || {
            let frame = self.state.with(|session| session.frame(clock::today()));
            let mut shown: Vec<AnyView> = Vec::new();
            shown.extend(frame.reading.map(|name| self.reading(&name)));
            shown.extend(frame.notices.into_iter().map(|it| self.notice(it)));
            let messages = el("div")
                .class("notices")
                .with(self.newer_release())
                .with(shown);
            // Written into as it happens; see `change`.
            let refused = el("p")
                .class("refused")
                .attr("id", "refused")
                .attr("role", "alert");
            let question = frame.dialog.map(|it| self.question(it));
            vec![messages.part(), refused.part(), question.part()]
        })
    }

    fn reading(self, name: &str) -> AnyView {
        let choice = |label: &str, event| Choice {
            label: label.to_owned(),
            event,
        };
        components::notice(
            Tone::Calm,
            format!(
                "You are reading “{name}”, a plan from a file, under “Your data”. Nothing of it is stored here. Every other page shows what you entered yourself."
            ),
            Vec::new(),
            self.buttons(vec![
                choice("Close the plan", Event::ClosePlan),
                choice("This is mine: continue from it", Event::ContinueFromPlan),
            ]),
        )
        .view()
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
        let drawn = components::notice(tone, notice.text, notice.list, self.buttons(choices));
        match notice.id {
            Some(id) => drawn.attr("id", message_id(id)).view(),
            None => drawn.view(),
        }
    }

    fn question(self, view: DialogView) -> Element {
        // Once it is in the page.
        clock::soon(dialog::open);
        components::dialog(
            Question {
                title: view.title,
                paragraphs: view.paragraphs,
                lists: view.lists,
                buttons: self.buttons(view.choices),
            },
            move || self.send(Event::Cancel),
        )
    }
}

/// The control that opens a file.
pub const OPEN_FILE: &str = "open-file";

/// The heading of somebody's plan.
pub const PLAN_READ: &str = "plan-read";

/// Where a message stands.
fn message_id(id: u32) -> String {
    format!("message-{id}")
}

/// What a step needs to know besides.
fn turn() -> Turn {
    Turn {
        at: At {
            now: clock::now(),
            today: clock::today(),
        },
        fresh: DocumentId::new(clock::random_word()),
    }
}

/// A newer release of the app.
#[derive(Clone, Copy, PartialEq)]
enum Newer {
    None,
    Ready,
    /// It was asked for, but what was entered is not saved.
    WouldLose,
}

/// The framework's ids; none before it has arrived.
fn known() -> Known {
    if is_here() {
        Known::of(bundled())
    } else {
        Known::default()
    }
}

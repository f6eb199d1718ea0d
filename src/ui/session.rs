//! The session in the browser: events in, effects out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::Action;
use super::drafts::Drafts;
use super::notices;
use super::parts;
use super::requests::WRITE_PLAN;
use super::when_here::what_helps;
use crate::app::review::ReaderPage;
use crate::app::route::Route;
use crate::app::session::{
    self, Change, Effect, Event, EventButton, FocusTarget, Keys, SaveStatus, Session,
    SessionConfig, SharedPlan, StepContext, StoreError, YourData,
};
use crate::domain::dates::Day;
use crate::domain::document::{ClockReading, Document, Review};
use crate::domain::file::{KnownIds, ShareOption};
use crate::domain::framework::bundled;
use crate::domain::ids::{DocumentId, PlanHash};
use crate::domain::limits::FILE_BYTES;
use crate::platform::files::Chosen;
use crate::platform::page::Life;
use crate::platform::{clock, files, page, storage, worker};

/// How long after a change it is stored, in milliseconds: long enough for a
/// word, short enough to lose nothing worth naming.
const SAVE_AFTER: i32 = 400;

/// How long nothing may change before it is said aloud that all is stored, in
/// milliseconds.
const SPEAK_AFTER: i32 = 3000;

/// The session for pages, from the context: they read it as memos and send it
/// events.
#[derive(Clone, Copy)]
pub struct SessionContext {
    state: RwSignal<Session>,
    /// It will be asked to save in a moment.
    save_is_due: StoredValue<bool>,
    newer: RwSignal<Newer>,
    first_visit: Memo<bool>,
    /// Why the last change was not made; empty for nothing.
    refused: RwSignal<String>,
    /// The question a followed link leads to, on the page that comes.
    asked: RwSignal<Option<String>>,
    /// The day that what is shown was worked out for.
    today: RwSignal<Day>,
    drafts: Drafts,
    // Functions, so that the part with the frame has none of what they need.
    notices: fn(SessionContext) -> AnyView,
    leave: fn(SessionContext),
}

/// The session, for a component of a page.
pub fn use_session() -> SessionContext {
    expect_context()
}

/// Begins the session, listens to the browser, and puts it into the context.
pub fn begin() -> SessionContext {
    let state = RwSignal::new(Session::new(SessionConfig {
        keys: Keys::new(page::path().as_deref()),
        tab: clock::random_word(),
        app: format!("Waymark {}", env!("CARGO_PKG_VERSION")),
        known_ids: KnownIds::of(bundled()),
    }));
    let session = SessionContext {
        state,
        save_is_due: StoredValue::new(false),
        newer: RwSignal::new(Newer::None),
        first_visit: Memo::new(move |_| state.with(|session| session.document().is_empty())),
        refused: RwSignal::new(String::new()),
        asked: RwSignal::new(None),
        today: RwSignal::new(clock::today()),
        drafts: Drafts::provide(),
        notices: |session| view! { <notices::Notices session/> }.into_any(),
        leave: |session| {
            if session.state.with_untracked(Session::has_dialog) {
                session.send(Event::CloseDialog);
            }
        },
    };
    session.send(Event::Start);
    session.tell_saved();
    session.drafts.go_when(session.first_visit);
    page::on_life(move |life| {
        session.send(match life {
            Life::Hidden => {
                session.drafts.keep();
                Event::PageHidden
            }
            Life::Shown => {
                session.follow_the_day();
                Event::PageShown
            }
            Life::StorageChanged(key) => Event::StorageChanged { key },
        });
    });
    worker::on_new_release(move || session.newer.set(Newer::Ready));
    files::on_drop(FILE_BYTES, move |chosen| session.open(chosen));
    provide_context(session);
    provide_context(super::pages::Search::new());
    session
}

impl SessionContext {
    /// What hangs on the document, worked out anew when that changes, and told
    /// on only where it is then another.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        derive: impl Fn(&Document) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.memo_of(Box::new(derive))
    }

    /// One for each kind of result, not for each that derives one: it is sent.
    fn memo_of<T: PartialEq + Send + Sync + 'static>(
        self,
        derive: Box<dyn Fn(&Document) -> T + Send + Sync>,
    ) -> Memo<T> {
        Memo::new(move |_| self.state.with(|session| derive(session.document())))
    }

    /// Reads the document within a memo or what is drawn, which follows it.
    pub fn read<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.state.with(|session| read(session.document()))
    }

    /// The document as it is now, for what answers an event.
    pub fn document<T>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.state
            .with_untracked(|session| read(session.document()))
    }

    /// The day it is, for what is shown: another one only once the page is
    /// shown again, so that nothing moves under the hands at midnight.
    pub fn today(self) -> Day {
        self.today.get()
    }

    fn follow_the_day(self) {
        let today = clock::today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    /// A page is left: what was asked on it goes with it.
    pub fn leave_page(self) {
        (self.leave)(self);
    }

    /// Nothing was ever entered here.
    pub fn is_first_visit(self) -> bool {
        self.first_visit.get()
    }

    /// Has the page that comes begin at one of its elements.
    pub fn ask(self, element: Option<String>) {
        self.asked.set(element);
    }

    /// A page has come: what the last one said of a change goes. Tells the
    /// element it begins at, once.
    pub fn arrive(self) -> Option<String> {
        self.refused.set(String::new());
        self.asked.try_update(Option::take).flatten()
    }

    /// The messages of every page.
    pub fn draw_notices(self) -> AnyView {
        (self.notices)(self)
    }

    /// Sends an event and does what the session asks for in return.
    pub fn send(&self, event: Event) {
        let (session, removes) = (*self, matches!(event, Event::ConfirmRemoval));
        self.send_and(event, move || {
            // Nothing may have been entered but what was not added yet.
            if removes && session.document(Document::is_empty) {
                session.drafts.clear();
            }
        });
    }

    /// The same, and then what hangs on it: what somebody asks for is carried
    /// out by a part that may be on its way still.
    pub fn send_and(self, event: Event, then: impl FnOnce() + 'static) {
        let context = step_context();
        let was_asking = self.state.with_untracked(Session::has_dialog);
        let step = |state: &mut Session| state.step(event, &context, &storage::BrowserStore);
        match self.state.try_update(step) {
            Some(Err(asked)) => spawn_local(async move {
                match parts::requests().await {
                    Ok(carry_out) => {
                        let context = step_context();
                        let carry_out = |state: &mut Session| carry_out(state, *asked, &context);
                        let effects = self.state.try_update(carry_out);
                        // It was said, perhaps, that it could not be done.
                        self.refused.set(String::new());
                        self.follow(was_asking, effects.unwrap_or_default());
                        then();
                    }
                    Err(_) => {
                        // Loading the page again keeps what is stored only.
                        self.send(Event::SaveDue);
                        let helps = what_helps();
                        self.refused.set(format!("{NOT_CARRIED_OUT} {helps}"));
                    }
                }
            }),
            Some(Ok(effects)) => {
                self.follow(was_asking, effects);
                then();
            }
            None => {}
        }
    }

    /// Does what the session asks for after a step.
    fn follow(self, was_asking: bool, effects: Vec<Effect>) {
        if was_asking && !self.state.with_untracked(Session::has_dialog) {
            clock::soon(page::hold_focus);
        }
        for effect in effects {
            self.perform(effect);
        }
    }

    /// Shows whether what was entered is stored, and says so aloud: a failure
    /// at once, anything else in the first long pause only.
    fn tell_saved(self) {
        let saved = Memo::new(move |_| self.state.with(Session::save_status));
        let changes = StoredValue::new(0_u32);
        leptos::prelude::Effect::new(move |_| {
            let (how, sentence) = saved.get();
            page::show_saved(&sentence, how == SaveStatus::NotSaved);
            changes.update_value(|changes| *changes += 1);
            let now = changes.get_value();
            let speak = move || page::speak_saved(&sentence);
            match how {
                SaveStatus::NotSaved => speak(),
                SaveStatus::Saved => clock::after(SPEAK_AFTER, move || {
                    if changes.get_value() == now {
                        speak();
                    }
                }),
                SaveStatus::NothingYet | SaveStatus::Saving => {}
            }
        });
    }

    fn perform(&self, effect: Effect) {
        let keeper = *self;
        match effect {
            Effect::SaveSoon => {
                if !self.save_is_due.get_value() {
                    self.save_is_due.set_value(true);
                    clock::after(SAVE_AFTER, move || {
                        keeper.save_is_due.set_value(false);
                        keeper.send(Event::SaveDue);
                    });
                }
            }
            Effect::Download { name, text } => {
                let event = if files::save(&name, &text) {
                    Event::Downloaded { name }
                } else {
                    Event::DownloadFailed { name }
                };
                self.send(event);
            }
            Effect::RequestPersistence => {
                storage::ask_to_keep(move |keeps| keeper.send(Event::PersistenceAnswered(keeps)));
            }
            Effect::ChangeRefused(refused) => self.refused.set(refused.sentence()),
            Effect::Focus(place) => {
                let id = match place {
                    FocusTarget::SharedPlan => match self.go_to(&Route::Review, PLAN_READ) {
                        true => return,
                        false => PLAN_READ.to_owned(),
                    },
                    FocusTarget::Reviews => match self.go_to(&Route::Results, REVIEWS) {
                        true => return,
                        false => REVIEWS.to_owned(),
                    },
                    FocusTarget::OpenFile => OPEN_FILE.to_owned(),
                    FocusTarget::Message(id) => message_id(id),
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

    /// Goes to an element of another page. False where that page is shown:
    /// then only the focus is to be moved.
    fn go_to(self, route: &Route, element: &str) -> bool {
        let there = route.href();
        let elsewhere = there.strip_prefix('#') != Some(&page::fragment());
        if elsewhere {
            // Arriving moves the focus.
            self.ask(Some(element.to_owned()));
            page::go_to(&there);
        }
        elsewhere
    }

    /// Makes a change. Where it is refused, the page says so and why until
    /// the next change or page.
    pub fn change(&self, change: Change) {
        self.refused.set(String::new());
        self.send(Event::Change(change));
    }

    /// Takes the newer release: saved first, or with the person's word for it.
    pub fn take_newer(&self) {
        self.send(Event::SaveDue);
        if !self.is_stored() && self.newer.get_untracked() == Newer::Ready {
            self.newer.set(Newer::WouldLose);
        } else {
            worker::take();
        }
    }

    /// Nothing that was entered would be lost with the page, once it is asked
    /// to save.
    pub fn is_stored(self) -> bool {
        self.state.with_untracked(Session::save_status).0 != SaveStatus::NotSaved
    }

    /// Hands over the files that were chosen or dropped.
    pub fn open(&self, chosen: Vec<Chosen>) {
        let each = chosen.into_iter().map(|chosen| match chosen {
            Chosen::Read { name, bytes } => Event::FileChosen { name, bytes },
            Chosen::TooLarge { name, bytes } => Event::FileTooLarge { name, bytes },
            Chosen::NotRead { name } => Event::FileNotRead { name },
            Chosen::Folder { name } => Event::FolderDropped { name },
        });
        self.send(Event::FilesChosen(each.collect()));
    }

    /// What the page "Your data" shows.
    pub fn your_data(self) -> Memo<YourData> {
        Memo::new(move |_| self.state.with(|session| session.your_data(clock::today())))
    }

    /// Somebody's plan, while it is being read.
    pub fn reader_page(self) -> Memo<Option<ReaderPage>> {
        Memo::new(move |_| self.state.with(|session| session.reader_page(bundled())))
    }

    /// What its reader has said of it.
    pub fn review_draft(self) -> Memo<Option<Review>> {
        Memo::new(move |_| self.state.with(|session| session.review_draft().cloned()))
    }

    /// Why that is not stored.
    pub fn review_failure(self) -> Memo<Option<StoreError>> {
        Memo::new(move |_| self.state.with(|session| session.review_failure().cloned()))
    }

    /// Whether what its reader said was saved as a file, as it stands.
    pub fn review_is_saved(self) -> Memo<bool> {
        Memo::new(move |_| self.state.with(Session::review_is_saved))
    }

    /// Views begun of other plans.
    pub fn review_drafts(self) -> Memo<Vec<(PlanHash, String)>> {
        Memo::new(move |_| self.state.with(|session| session.review_drafts().to_vec()))
    }

    /// Which plan is being read, by its hash.
    pub fn plan_being_read(self) -> Option<PlanHash> {
        self.state
            .with_untracked(|session| session.plan_being_read().cloned())
    }

    /// The review file as it is now: its name and its text.
    pub fn review_file(self) -> Option<(String, String)> {
        self.state
            .with_untracked(|session| session.review_file(&step_context()))
    }

    /// The plan file with these ticks: its name and its text.
    pub fn plan_file(&self, ticks: &[ShareOption]) -> (String, String) {
        self.state
            .with_untracked(|session| session.plan_file(ticks, &step_context(), WRITE_PLAN))
    }

    /// The backup file as it is now: its name and its text.
    pub fn backup_file(self) -> (String, String) {
        self.state
            .with_untracked(|session| session.backup_file(&step_context(), WRITE_PLAN))
    }

    /// Whether the browser did not take this file.
    pub fn was_not_saved(&self, name: &str) -> bool {
        self.state
            .with_untracked(|session| session.was_not_saved(name))
    }

    /// What whoever opens such a file will read.
    pub fn plan_preview(&self, file: (&str, &str)) -> Option<SharedPlan> {
        self.state
            .with_untracked(|session| session.plan_preview(file, bundled()))
    }

    /// What every page shows around its content.
    pub fn frame(self) -> Memo<session::Frame> {
        Memo::new(move |_| self.state.with(|session| session.frame(clock::today())))
    }

    /// The same choices as buttons that send what each names.
    pub fn actions(self, choices: Vec<EventButton>) -> Vec<Action> {
        choices
            .into_iter()
            .map(|EventButton { label, event }| Action {
                label,
                // The button may go with its message.
                press: Callback::new(move |()| {
                    self.send_and(event.clone(), || clock::soon(page::hold_focus));
                }),
            })
            .collect()
    }

    /// A newer release of the app, if there is one.
    pub fn newer(self) -> Newer {
        self.newer.get()
    }

    /// Why the last change was not made; empty for nothing.
    pub fn refused(self) -> String {
        self.refused.get()
    }
}

/// The part that would have done it did not arrive.
const NOT_CARRIED_OUT: &str = "This could not be done, because a part of Waymark did not load.";

/// The control that opens a file.
pub const OPEN_FILE: &str = "open-file";

/// The heading of what others sent back.
pub const REVIEWS: &str = "others-views";

/// The heading of somebody's plan.
pub const PLAN_READ: &str = "plan-read";

/// Where a message stands.
pub fn message_id(id: u32) -> String {
    format!("message-{id}")
}

/// What a step needs to know besides.
fn step_context() -> StepContext {
    StepContext {
        at: ClockReading {
            now: clock::now(),
            today: clock::today(),
        },
        new_id: DocumentId::new(clock::random_word()),
    }
}

/// A newer release of the app.
#[derive(Clone, Copy, PartialEq)]
pub enum Newer {
    None,
    Ready,
    /// It was asked for, but what was entered is not saved.
    WouldLose,
}

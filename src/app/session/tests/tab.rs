//! One tab in front of a store, with a clock and what a person would do.

use std::collections::BTreeSet;

use super::fake::Fake;
use crate::app::session::stored_text::RevisionHeader;
use crate::app::session::{
    Change, Effect, Event, Keys, SaveStatus, Session, SessionConfig, StepContext, WritePlan,
};
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{AnswerChange, ClockReading, Document, TopicStatus};
use crate::domain::file::{Header, KnownIds, Purpose, ShareOption, WrittenPlan, decode, encode};

pub const DOCUMENT: &str = "waymark:/:document";
pub const SECOND: &str = "waymark:/:document:2";
pub const UNDO: &str = "waymark:/:undo";

/// Files without a plan: what is tested here is what else they say.
pub const NO_PLAN: WritePlan = |_, _| WrittenPlan::default();

pub struct Tab<'a> {
    pub session: Session,
    store: &'a Fake,
    name: String,
    seconds: i64,
}

pub fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

/// The moment so many seconds into the test.
fn moment(seconds: i64) -> Moment {
    Moment::from_unix(1_795_442_709 + seconds).unwrap()
}

fn header() -> Header {
    Header {
        created: moment(0),
        app: "test".into(),
        framework: KnownIds::default().framework,
    }
}

pub fn written(document: &Document, purpose: Purpose<'_>) -> String {
    encode(document, purpose, &header(), &WrittenPlan::default())
}

/// A document in which these topics are answered.
pub fn answered(topics: &[&str]) -> Document {
    let mut document = Document::new("somebody".into()).unwrap();
    for topic in topics {
        let change = AnswerChange::Status(Some(TopicStatus::Confident));
        let at = ClockReading {
            now: moment(0),
            today: today(),
        };
        document
            .answer_topic(&(*topic).into(), &[], change, at)
            .unwrap();
    }
    document
}

pub fn backup_of(topics: &[&str]) -> Vec<u8> {
    written(&answered(topics), Purpose::Backup).into_bytes()
}

pub fn plan_of(topics: &[&str]) -> Vec<u8> {
    written(&answered(topics), Purpose::Plan(&ShareOption::ALL)).into_bytes()
}

pub fn topics(document: &Document) -> BTreeSet<String> {
    document.topics().map(|(id, _)| id.to_string()).collect()
}

pub fn set(topics: &[&str]) -> BTreeSet<String> {
    topics.iter().map(|topic| (*topic).to_owned()).collect()
}

/// The document that stands under a key; None where there is none to read.
pub fn stored(store: &Fake, key: &str) -> Option<Document> {
    let (_, file) = RevisionHeader::split(&store.get(key)?);
    Some(decode(file.as_bytes(), &KnownIds::default()).ok()?.document)
}

impl<'a> Tab<'a> {
    /// A tab that has just been loaded.
    pub fn load(name: &str, store: &'a Fake) -> Self {
        Self::load_at(name, store, 0)
    }

    /// The same later: what is loaded again is another tab with another name.
    pub fn load_at(name: &str, store: &'a Fake, seconds: i64) -> Self {
        Self::load_from(Keys::new(Some("/")), name, store, seconds)
    }

    /// A tab with the edition of one file.
    pub fn load_from_a_disk(name: &str, store: &'a Fake) -> Self {
        Self::load_from(Keys::new(None), name, store, 0)
    }

    fn load_from(keys: Keys, name: &str, store: &'a Fake, seconds: i64) -> Self {
        let config = SessionConfig {
            keys,
            tab: format!("{name}{seconds}"),
            app: "test".into(),
            known_ids: KnownIds::default(),
        };
        let mut tab = Self {
            session: Session::new(config),
            store,
            name: name.into(),
            seconds,
        };
        tab.send(Event::Start);
        tab
    }

    pub fn reload(&mut self) {
        *self = Self::load_at(&self.name, self.store, self.seconds + 1);
    }

    pub fn send(&mut self, event: Event) -> Vec<Effect> {
        self.seconds += 1;
        let context = StepContext {
            at: ClockReading {
                now: moment(self.seconds),
                today: today(),
            },
            new_id: format!("{}{}", self.name, self.seconds).as_str().into(),
        };
        self.session
            .step(event, &context, self.store)
            .unwrap_or_else(|asked| {
                self.session
                    .carry_out(*asked, &context, self.store, NO_PLAN)
            })
    }

    /// When the last event was.
    pub fn now(&self) -> Moment {
        moment(self.seconds)
    }

    pub fn sleep(&mut self, seconds: i64) {
        self.seconds += seconds;
    }

    pub fn answer(&mut self, topic: &str) {
        self.answer_as(topic, TopicStatus::Confident);
    }

    pub fn answer_as(&mut self, topic: &str, status: TopicStatus) {
        let change = AnswerChange::Status(Some(status));
        self.change(Change::Topic {
            topic: topic.into(),
            same_as: Vec::new(),
            change,
        });
    }

    pub fn change(&mut self, change: Change) {
        assert_eq!(self.send(Event::Change(change)), [Effect::SaveSoon]);
    }

    /// Answers topics and waits until they are saved.
    pub fn answer_and_save(&mut self, topics: &[&str]) {
        topics.iter().for_each(|topic| self.answer(topic));
        self.send(Event::SaveDue);
    }

    pub fn hear(&mut self) -> Vec<Effect> {
        self.send(Event::StorageChanged {
            key: Some(DOCUMENT.into()),
        })
    }

    pub fn topics(&self) -> BTreeSet<String> {
        topics(self.session.document())
    }

    pub fn status(&self, topic: &str) -> Option<TopicStatus> {
        let topic = topic.into();
        self.session
            .document()
            .topic(&topic, &[])
            .and_then(|(_, answer)| answer.status)
    }

    pub fn save_status(&self) -> SaveStatus {
        self.session.frame(today()).save_status
    }

    pub fn reload_unless_unsaved(&mut self) {
        if matches!(
            self.save_status(),
            SaveStatus::Saved | SaveStatus::NothingYet
        ) {
            self.reload();
        }
    }

    /// Everything said around the page.
    pub fn said(&self) -> String {
        let frame = self.session.frame(today());
        let notices = frame
            .notices
            .iter()
            .flat_map(|notice| std::iter::once(&notice.text).chain(&notice.list));
        let dialog = frame.dialog.iter().flat_map(|dialog| {
            let lists = dialog
                .lists
                .iter()
                .flat_map(|(title, lines)| std::iter::once(title).chain(lines));
            std::iter::once(&dialog.title)
                .chain(&dialog.paragraphs)
                .chain(lists)
        });
        let all: Vec<_> = std::iter::once(&frame.saved_sentence)
            .chain(notices)
            .chain(dialog)
            .collect();
        all.into_iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[track_caller]
    pub fn says(&self, what: &str) {
        let said = self.said();
        assert!(said.contains(what), "{what:?} is not said in:\n{said}");
    }

    /// Presses the button that is labelled so, wherever it is.
    #[track_caller]
    pub fn press(&mut self, label: &str) -> Vec<Effect> {
        let frame = self.session.frame(today());
        let data = self.session.your_data(today());
        let dialog = frame.dialog.into_iter().flat_map(|dialog| dialog.buttons);
        let notices = frame.notices.into_iter().flat_map(|notice| notice.buttons);
        let copies = data.copies.into_iter().flat_map(|copy| copy.buttons);
        let more = data.undo.into_iter().chain(data.put_back);
        let buttons: Vec<_> = dialog.chain(notices).chain(copies).chain(more).collect();
        let found = buttons
            .iter()
            .find(|choice| choice.label.starts_with(label));
        let labels: Vec<_> = buttons.iter().map(|choice| &choice.label).collect();
        let event = found
            .unwrap_or_else(|| panic!("no {label:?} in {labels:?}"))
            .event
            .clone();
        self.send(event)
    }

    /// Presses it and lets the browser save the file; its text.
    #[track_caller]
    pub fn press_and_save(&mut self, label: &str) -> String {
        let effects = self.press(label);
        let [Effect::Download { name, text }] = effects.as_slice() else {
            panic!("{label:?} saved no file but {effects:?}");
        };
        self.send(Event::Downloaded { name: name.clone() });
        text.clone()
    }

    /// What is looked at then: nothing where a dialog asks.
    pub fn choose_file(&mut self, name: &str, bytes: &[u8]) -> Vec<Effect> {
        let (name, bytes) = (name.to_owned(), bytes.to_vec());
        self.send(Event::FileChosen { name, bytes })
    }
}

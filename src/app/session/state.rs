//! What a session holds: the data, how it is kept, the ways back, and what is
//! being said to the person, apart from each other.

use super::backup::BackupNote;
use super::record::Revision;
use super::told::Told;
use super::{Effect, Keys, Room, StoreError, Turn};
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{ChangeError, Document};
use crate::domain::file::{Header, Known, Merged, Opened, Refusal, WrittenAction};
use crate::domain::ids::DocumentId;
use crate::domain::reconcile::Conflict;

/// What a session is set up with; never changes.
pub struct Setup {
    pub keys: Keys,
    /// Random, new for every loading of the page.
    pub tab: String,
    /// The program's name and version, for the files it writes.
    pub app: String,
    /// The ids of the bundled framework.
    pub known: Known,
    /// Writes out the plan of a document, for backup and plan files.
    pub write_plan: fn(&Document, Day) -> Vec<WrittenAction>,
}

/// One tab's session.
pub struct Session {
    pub(super) setup: Setup,
    pub(super) document: Document,
    pub(super) backup: BackupNote,
    pub(super) keeping: Keeping,
    pub(super) back: WaysBack,
    pub(super) talk: Talk,
    pub(super) effects: Vec<Effect>,
}

impl Session {
    /// A session with nothing in it, before [`super::Event::Start`].
    pub fn new(setup: Setup) -> Self {
        Self {
            setup,
            document: Document::default(),
            backup: BackupNote::default(),
            keeping: Keeping {
                number: 1,
                ..Keeping::default()
            },
            back: WaysBack::default(),
            talk: Talk::default(),
            effects: Vec::new(),
        }
    }

    /// The framework has arrived after the session began.
    pub fn learn(&mut self, known: Known) {
        self.setup.known = known;
    }

    /// What the person entered.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether a dialog is open.
    pub fn asks(&self) -> bool {
        self.talk.dialog.is_some()
    }

    /// The plan file being read, if any.
    pub fn reading(&self) -> Option<&Opened> {
        self.talk.reading.as_ref().map(|reading| &reading.opened)
    }

    /// The key the document is kept under now.
    pub(super) fn key(&self) -> String {
        self.setup.keys.document(self.keeping.number)
    }

    pub(super) fn header(&self, turn: &Turn) -> Header {
        Header {
            created: turn.at.now,
            app: self.setup.app.clone(),
            framework: self.setup.known.framework.clone(),
        }
    }

    /// Another document, whole, in place of this one.
    pub(super) fn replace_document(&mut self, mut new: Document, turn: &Turn) -> Document {
        adopt_if_none(&mut new, turn);
        self.keeping.unsaved = true;
        self.keeping.touched = true;
        std::mem::replace(&mut self.document, new)
    }
}

/// A document with nothing in it.
pub(super) fn begun(id: &DocumentId) -> Document {
    // An id that breaks the limits is the shell's mistake: a document without
    // one is as good, and gets one when it is next adopted.
    Document::new(id.clone()).unwrap_or_default()
}

/// Gives a document that has no id the fresh one.
pub(super) fn adopt_if_none(document: &mut Document, turn: &Turn) {
    if document.id().is_none() {
        let mut adopted = document.clone();
        if adopted.adopt(turn.fresh.clone()).is_ok() {
            *document = adopted;
        }
    }
}

/// How the document is kept.
#[derive(Default)]
pub(super) struct Keeping {
    /// Which document key is in use, from 1.
    pub number: u32,
    /// Something stands under that key, as far as this tab knows.
    pub expected: bool,
    /// What the store was seen to hold, newest last; a few before it, for two
    /// tabs may write at the same moment.
    pub agreed: Vec<Agreed>,
    /// The highest counter this tab has used.
    pub counter: u64,
    /// Memory has something the store has not.
    pub unsaved: bool,
    /// The person changed something since the last attempt to save.
    pub touched: bool,
    pub failure: Option<StoreError>,
    pub unreadable: Option<Unreadable>,
    pub question: Option<Question>,
    pub last_saved: Option<Moment>,
    /// Keys of copies that were kept aside.
    pub copies: Vec<String>,
    pub has_undo_copy: bool,
}

/// How many revisions a tab remembers whole.
const REMEMBERED: usize = 4;

impl Keeping {
    pub fn agree(&mut self, agreed: Agreed) {
        self.counter = self.counter.max(agreed.revision.counter);
        self.expected = true;
        self.agreed.push(agreed);
        if self.agreed.len() > REMEMBERED {
            self.agreed.remove(0);
        }
    }

    /// Whether a write is allowed at all.
    pub fn may_write(&self) -> bool {
        self.unreadable.is_none() && self.question.is_none()
    }
}

/// A revision this tab and the store had in common.
#[derive(Clone)]
pub(super) struct Agreed {
    pub revision: Revision,
    pub after: Vec<Revision>,
    pub document: Document,
    pub backup: BackupNote,
    pub saved: Option<Moment>,
    /// Of the stored text.
    pub mark: u64,
}

/// What stands under the document's key and cannot be read.
pub(super) struct Unreadable {
    pub key: String,
    pub why: Refusal,
    pub text: String,
}

/// What only the person can decide.
pub(super) enum Question {
    /// Two tabs changed the same things differently.
    Both(Box<Both>),
    /// What was stored is no longer there.
    Gone,
}

/// Another tab's document that cannot simply be laid together with this one.
pub(super) struct Both {
    pub theirs: Agreed,
    /// What both began from; None where together they are more than a document
    /// may hold, so that only one of them can be kept whole.
    pub base: Option<Document>,
    pub conflicts: Vec<Conflict>,
}

/// Ways back; in memory until the page is left.
#[derive(Default)]
pub(super) struct WaysBack {
    pub undo: Option<Undo>,
    pub removed: Option<Removed>,
}

/// What was here before.
pub(super) struct Undo {
    pub of: UndoOf,
    pub document: Document,
}

/// What an undo would undo.
pub(super) enum UndoOf {
    Opening {
        name: String,
    },
    Choice,
    Undo,
    /// Known only from the store, from before the page was loaded.
    Earlier,
}

/// What was removed on request.
#[derive(Default)]
pub(super) struct Removed {
    pub document: Option<Document>,
    pub backup: BackupNote,
    /// Other keys and what stood under them.
    pub texts: Vec<(String, String)>,
}

/// What is being said to the person, and asked.
#[derive(Default)]
pub(super) struct Talk {
    pub dialog: Option<Dialog>,
    pub reading: Option<Reading>,
    pub told: Vec<(u32, Told)>,
    pub next_id: u32,
    pub remind_later: bool,
    pub download: Option<Download>,
    pub room: Option<Room>,
    /// Whether the browser said it will keep what is stored.
    pub keeps: Option<bool>,
}

impl Talk {
    /// Says something; the same again takes the place of what was said.
    pub fn tell(&mut self, told: Told) {
        let kind = std::mem::discriminant(&told);
        self.told
            .retain(|(_, old)| std::mem::discriminant(old) != kind);
        self.told.push((self.next_id, told));
        self.next_id += 1;
    }

    /// Takes back what was said of a file opened or an undo: after the next
    /// one it is no longer so, and its "Undo" would undo something else.
    pub fn forget_opening(&mut self) {
        self.told.retain(|(_, told)| {
            !matches!(
                told,
                Told::Opened { .. } | Told::Undone | Told::UndoOnlyHere
            )
        });
    }
}

/// What a dialog is about.
pub(super) enum Dialog {
    Opening(Box<Opening>),
    RemoveEverything,
    /// `saved`: the backup file was given to the browser, or none is needed.
    Finish {
        saved: bool,
    },
    RemoveCopy {
        key: String,
    },
}

/// A file that was opened and waits for the person.
pub(super) struct Opening {
    pub name: String,
    pub document: Document,
    pub created: Option<Moment>,
    pub remarks: Vec<String>,
    /// It and what is here, together.
    pub merged: Result<Merged, ChangeError>,
    /// The undo copy could not be stored, and the person was told.
    pub without_undo: bool,
}

/// Somebody's plan, open for reading.
pub(super) struct Reading {
    pub name: String,
    pub opened: Opened,
}

/// A file the shell was asked to save.
pub(super) struct Download {
    pub name: String,
    /// For a backup: how many changes it covers.
    pub covers: Option<u32>,
}

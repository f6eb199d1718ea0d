//! What a session holds: the data, how it is kept, the ways back, and what is
//! being said to the person, apart from each other.

use super::backup::BackupNote;
use super::keys::DocumentNumber;
use super::messages::Message;
use super::stored_text::RevisionId;
use super::{Effect, Keys, StepContext, StorageUsage, StoreError};
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{ChangeError, Document, Review};
use crate::domain::file::{
    AnyFile, Conflict, Header, KnownIds, Merged, OpenedFile, Refusal, WrittenPlan,
};
use crate::domain::ids::{DocumentId, PlanHash, ReviewId};

/// What a session is set up with; never changes.
pub struct SessionConfig {
    pub keys: Keys,
    /// Random, new for every loading of the page.
    pub tab: String,
    /// The program's name and version, for the files it writes.
    pub app: String,
    /// The ids of the bundled framework.
    pub known_ids: KnownIds,
}

/// Writes out the plan of a document, for backup and plan files.
pub type WritePlan = fn(&Document, Day) -> WrittenPlan;

/// One tab's session.
pub struct Session {
    pub(super) config: SessionConfig,
    pub(super) document: Document,
    pub(super) backup: BackupNote,
    pub(super) storage: StorageState,
    pub(super) undo: UndoState,
    pub(super) ui: UiState,
    pub(super) effects: Vec<Effect>,
}

impl Session {
    /// A session with nothing in it, before [`super::Event::Start`].
    pub fn new(config: SessionConfig) -> Self {
        Self {
            config,
            document: Document::default(),
            backup: BackupNote::default(),
            storage: StorageState::default(),
            undo: UndoState::default(),
            ui: UiState::default(),
            effects: Vec::new(),
        }
    }

    /// The framework has arrived after the session began.
    pub fn set_known_ids(&mut self, known_ids: KnownIds) {
        self.config.known_ids = known_ids;
    }

    /// What the person entered.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Whether a dialog is open.
    pub fn has_dialog(&self) -> bool {
        self.ui.dialog.is_some()
    }

    /// The plan file being read, if any.
    pub fn shared_plan_file(&self) -> Option<&OpenedFile> {
        self.ui
            .shared_plan
            .as_ref()
            .map(|shared_plan| &shared_plan.opened)
    }

    /// The key the document is kept under now.
    pub(super) fn key(&self) -> String {
        self.config.keys.document(&self.storage.key_number)
    }

    /// What a file written now says of itself.
    pub(super) fn header(&self, context: &StepContext) -> Header {
        Header {
            created: context.at.now,
            app: self.config.app.clone(),
            framework: self.config.known_ids.framework.clone(),
        }
    }

    /// Another document, whole, in place of this one.
    pub(super) fn replace_document(
        &mut self,
        mut new: Document,
        context: &StepContext,
    ) -> Document {
        ensure_id(&mut new, context);
        self.storage.unsaved = true;
        self.storage.touched = true;
        std::mem::replace(&mut self.document, new)
    }
}

/// A document with nothing in it.
pub(super) fn empty_document(id: &DocumentId) -> Document {
    // An id that breaks the limits is the shell's mistake: a document without
    // one is as good, and gets one when it is next adopted.
    Document::new(id.clone()).unwrap_or_default()
}

/// Gives a document that has no id the fresh one.
pub(super) fn ensure_id(document: &mut Document, context: &StepContext) {
    if document.id().is_none() {
        let mut adopted = document.clone();
        if adopted.adopt(context.new_id.clone()).is_ok() {
            *document = adopted;
        }
    }
}

/// How the document is kept.
#[derive(Default)]
pub(super) struct StorageState {
    /// Which document key is in use.
    pub key_number: DocumentNumber,
    /// Something stands under that key, as far as this tab knows.
    pub in_store: bool,
    /// What the store was seen to hold, newest last; a few before it, for two
    /// tabs may write at the same moment.
    pub seen_revisions: Vec<StoredRevision>,
    /// The highest counter this tab has used.
    pub counter: u64,
    /// Memory has something the store has not.
    pub unsaved: bool,
    /// The person changed something since the last attempt to save.
    pub touched: bool,
    pub failure: Option<StoreError>,
    pub unreadable: Option<UnreadableText>,
    pub conflict: Option<StorageConflict>,
    pub last_saved: Option<Moment>,
    /// Keys of copies that were kept aside.
    pub copies: Vec<String>,
    /// Keys of documents that belong to another address of this site.
    pub elsewhere: Vec<String>,
    pub has_undo_copy: bool,
}

/// How many revisions a tab remembers whole.
const REMEMBERED: usize = 4;

impl StorageState {
    /// This revision was read from the store or written to it.
    pub fn remember(&mut self, seen: StoredRevision) {
        self.counter = self.counter.max(seen.revision.counter);
        self.in_store = true;
        self.seen_revisions.push(seen);
        if self.seen_revisions.len() > REMEMBERED {
            self.seen_revisions.remove(0);
        }
    }

    /// Whether a write is allowed at all.
    pub fn may_write(&self) -> bool {
        self.unreadable.is_none() && self.conflict.is_none()
    }
}

/// A revision this tab and the store had in common.
#[derive(Clone)]
pub(super) struct StoredRevision {
    pub revision: RevisionId,
    pub ancestors: Vec<RevisionId>,
    pub document: Document,
    pub backup: BackupNote,
    pub saved_at: Option<Moment>,
    /// Of the stored text.
    pub fingerprint: u64,
}

/// What stands under the document's key and cannot be read.
pub(super) struct UnreadableText {
    pub key: String,
    pub why: Refusal,
    pub text: String,
}

/// What only the person can decide.
pub(super) enum StorageConflict {
    /// Two tabs changed the same things differently.
    TwoTabs(Box<TabConflict>),
    /// What was stored is no longer there.
    Gone,
}

/// Another tab's document that cannot simply be laid together with this one.
pub(super) struct TabConflict {
    pub theirs: StoredRevision,
    /// What both began from; None where together they are more than a document
    /// may hold, so that only one of them can be kept whole.
    pub base: Option<Document>,
    pub conflicts: Vec<Conflict>,
}

/// Ways back; in memory until the page is left.
#[derive(Default)]
pub(super) struct UndoState {
    pub snapshot: Option<UndoSnapshot>,
    pub removed: Option<RemovedData>,
}

/// What was here before.
pub(super) struct UndoSnapshot {
    pub reason: UndoReason,
    pub document: Document,
}

/// What an undo would undo.
pub(super) enum UndoReason {
    OpenedFile {
        name: String,
    },
    ResolvedConflict,
    EarlierUndo,
    /// Known only from the store, from before the page was loaded.
    EarlierVisit,
}

/// What was removed on request.
#[derive(Default)]
pub(super) struct RemovedData {
    pub document: Option<Document>,
    pub backup: BackupNote,
    /// Other keys and what stood under them.
    pub texts: Vec<(String, String)>,
}

/// What is being said to the person, and asked.
#[derive(Default)]
pub(super) struct UiState {
    pub dialog: Option<Dialog>,
    pub shared_plan: Option<SharedPlanFile>,
    /// Views begun of other plans: of which, and what that was called.
    pub drafts: Vec<(PlanHash, String)>,
    pub messages: Vec<(u32, Message)>,
    pub next_id: u32,
    pub remind_later: bool,
    pub download: Option<PendingDownload>,
    /// Files that were dropped together and come after the one that is asked
    /// about.
    pub waiting: Vec<WaitingFile>,
    pub usage: Option<StorageUsage>,
    /// Whether the browser said it will keep what is stored.
    pub persisted: Option<bool>,
}

impl UiState {
    /// Says something; the same again takes the place of what was said.
    pub fn show(&mut self, message: Message) {
        let kind = std::mem::discriminant(&message);
        let is_news = |(_, old): &(u32, Message)| std::mem::discriminant(old) == kind;
        // Another tab may change something with every key: said once, until
        // it is closed, and never put in anew above what somebody is doing.
        if matches!(message, Message::ChangedInOtherTab) && self.messages.iter().any(is_news) {
            return;
        }
        self.messages
            .retain(|(_, old)| std::mem::discriminant(old) != kind);
        self.messages.push((self.next_id, message));
        self.next_id += 1;
    }

    /// Takes back what was said of a file opened or an undo: after the next
    /// one it is no longer so, and its "Undo" would undo something else.
    pub fn forget_opening(&mut self) {
        self.messages.retain(|(_, message)| {
            !matches!(
                message,
                Message::FileOpened { .. }
                    | Message::ReviewTakenIn { .. }
                    | Message::TabChosen { .. }
                    | Message::Undone
                    | Message::UndoNotStored
            )
        });
    }
}

/// What a dialog is about.
pub(super) enum Dialog {
    OpenFile(Box<PendingFile>),
    OpenReview(Box<PendingReview>),
    RemoveEverything,
    /// `saved`: the backup file was given to the browser, or none is needed.
    FinishOnSharedComputer {
        saved: bool,
    },
    RemoveCopy {
        key: String,
    },
    RemoveDraft {
        plan: PlanHash,
    },
    RemoveReview {
        review: ReviewId,
    },
}

/// A file that was read and comes after the one that is asked about.
pub(super) struct WaitingFile {
    pub name: String,
    pub file: AnyFile,
    /// Of a plan, as it was read: its hash says which plan a view is of.
    pub bytes: Vec<u8>,
}

/// A file that was opened and waits for the person.
pub(super) struct PendingFile {
    pub name: String,
    pub document: Document,
    pub created: Option<Moment>,
    pub remarks: Vec<String>,
    /// It and what is here, together.
    pub merged: Result<Merged, ChangeError>,
    /// When it was chosen.
    pub now: Moment,
    pub today: Day,
    /// The undo copy could not be stored, and the person was told.
    pub without_undo: bool,
}

/// Somebody's plan, open for reading.
pub(super) struct SharedPlanFile {
    pub name: String,
    pub opened: OpenedFile,
    pub reading: Reading,
}

/// What its reader has said of it so far.
pub(super) struct Reading {
    /// Of the file's bytes as they were read.
    pub hash: PlanHash,
    /// The file, to be kept beside the draft.
    pub text: String,
    /// None until something is said.
    pub draft: Option<ReviewDraft>,
    /// Why the draft is not stored.
    pub failure: Option<StoreError>,
}

/// A view of somebody's plan, not sent back yet.
#[derive(Clone)]
pub(super) struct ReviewDraft {
    pub id: ReviewId,
    pub review: Review,
    /// As this tab last wrote or read it.
    pub stored: Option<Review>,
    /// It was given to the browser as a file as it stands.
    pub given: bool,
}

/// A review that was opened and waits for the worker.
pub(super) struct PendingReview {
    pub name: String,
    pub id: ReviewId,
    pub review: Review,
    /// What is in it, in words.
    pub paragraphs: Vec<String>,
    pub lists: Vec<(String, Vec<String>)>,
}

/// A file the shell was asked to save.
pub(super) struct PendingDownload {
    pub name: String,
    /// For a backup: how many changes it covers.
    pub covers: Option<u32>,
}

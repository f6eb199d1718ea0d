//! What happens to a session, and what it asks of the shell.

use super::{Change, Prefer, ReviewEdit};
use crate::domain::document::{ChangeError, ClockReading};
use crate::domain::file::ShareOption;
use crate::domain::ids::{DocumentId, PlanHash, ReviewId};

/// What the session cannot know itself; new for every step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepContext {
    pub at: ClockReading,
    /// A random id, for the case that a document is begun.
    pub new_id: DocumentId,
}

/// What a person does with an opened file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// It takes the place of what is here.
    Replace,
    /// Both together; of two answers to one thing the later stays.
    Merge,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page has loaded. Comes first, once.
    Start,
    /// The person changed something.
    Change(Change),
    /// The time asked for by [`Effect::SaveSoon`] has come; also "try again".
    SaveDue,
    /// The page is hidden or left: save now.
    PageHidden,
    /// The page is shown again, perhaps after a long sleep.
    PageShown,
    /// Another tab changed what is stored; None where all of it.
    StorageChanged { key: Option<String> },

    /// Go on under a new key; what could not be read stays where it is.
    ContinueUnderNewKey,
    /// Save a copy that was kept aside, or could not be read, as it stands.
    DownloadCopy { key: String },
    /// Try to open such a copy, like a file.
    OpenCopy { key: String },
    /// Ask whether to remove such a copy.
    RemoveCopy { key: String },

    /// The same thing was changed in two tabs: whose to take.
    ResolveConflict(Prefer),
    /// What was stored is gone: store what is here again.
    StoreAgain,
    /// What was stored is gone: let it go here too.
    RemoveHereToo,

    /// A file was chosen or dropped.
    FileChosen { name: String, bytes: Vec<u8> },
    /// It has so many bytes that it was not even read.
    FileTooLarge { name: String, bytes: usize },
    /// The browser could not read it.
    FileNotRead { name: String },
    /// What was dropped is a folder.
    FolderDropped { name: String },
    /// Several at once, each as the event it would be alone.
    FilesChosen(Vec<Event>),
    /// Do it with the file in the dialog.
    OpenFile(OpenMode),
    /// "This is mine: continue from it", of the plan being read.
    ContinueFromPlan,
    /// Back from somebody's plan to what is here.
    CloseSharedPlan,
    /// Say something about the plan being read.
    EditReview(ReviewEdit),
    /// Save what was said as a file to send back.
    SaveReview,
    /// The browser was given that file.
    ReviewGiven,
    /// Look for views that were begun, here or in another tab.
    FindDrafts,
    /// Go on with one of them.
    OpenDraft(PlanHash),
    /// Ask whether to remove a view that was begun.
    AskRemoveDraft(PlanHash),
    /// Remove it.
    RemoveDraft(PlanHash),
    /// Ask whether to take a review that was taken in out again.
    AskRemoveReview(ReviewId),
    /// Take it out.
    RemoveReview(ReviewId),
    /// Take in the review in the dialog.
    TakeInReview,
    /// Go back to what was here before the last file, choice or undo.
    Undo,
    /// Save what "undo" would bring back as a file.
    DownloadUndo,
    /// Remove the stored undo copy, to make room.
    RemoveUndoCopy,

    /// Save a backup file.
    SaveBackup,
    /// Save a plan to share, with what was ticked.
    SavePlan(Vec<ShareOption>),
    /// The browser was given the file of [`Effect::Download`].
    Downloaded { name: String },
    /// It could not be.
    DownloadFailed { name: String },
    /// The backup was copied as text, or given to the share sheet.
    BackupCopied,
    /// The backup file that was given to the browser is there.
    BackupIsThere,
    /// Not now: no reminder until the page is loaded again.
    RemindLater,

    /// Ask whether to remove everything.
    AskRemoveEverything,
    /// "Finish on a shared computer": a backup file, then remove everything.
    AskFinishOnSharedComputer,
    /// Yes, to the removal the dialog asks about.
    ConfirmRemoval,
    /// Put back what was removed since the page was loaded.
    UndoRemoval,

    /// Close the dialog; nothing is changed.
    CloseDialog,
    /// The page that shows how much is stored is open: measure.
    MeasureStorage,
    /// Ask the browser to keep what is stored.
    RequestPersistence,
    /// Whether it will.
    PersistenceAnswered(bool),
    /// The person has read a message; the number is its `id`.
    DismissNotice(u32),
}

/// Something the shell does.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Send [`Event::SaveDue`] after a short pause in changes.
    SaveSoon,
    /// Save a file, then send `Downloaded` or `DownloadFailed` with its name.
    Download { name: String, text: String },
    /// Ask the browser to keep what is stored, then send `PersistenceAnswered`.
    RequestPersistence,
    /// The change just sent was not made.
    ChangeRefused(ChangeError),
    /// Bring into view what just came, and move the focus there.
    Focus(FocusTarget),
}

/// Something that came because of what the person did elsewhere on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// Somebody's plan, on the page for it.
    SharedPlan,
    /// What others sent back, beside the worker's own ratings.
    Reviews,
    /// Where a file is opened, on the same page.
    OpenFile,
    /// The message with this `id`.
    Message(u32),
}

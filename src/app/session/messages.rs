//! What the session tells once, after it happened. `notices` has the words.

use super::{Event, Prefer};
use crate::domain::file::Replaced;

/// Something that happened.
pub(super) enum Message {
    /// Another tab's changes were taken in.
    ChangedInOtherTab,
    /// Everything was removed in another tab, and so here.
    RemovedInOtherTab,
    /// Something in the stored copy could not be used; the copy was kept.
    KeptAside,
    /// The undo copy is in memory only.
    UndoNotStored,
    /// A stored copy could not be read now.
    CopyNotRead,
    FileNotSaved {
        name: String,
    },
    /// Why each was not opened.
    FilesRefused {
        sentences: Vec<String>,
    },
    FileOpened {
        name: String,
        replaced: Vec<Replaced>,
    },
    /// A review stands beside the worker's ratings now.
    ReviewTakenIn {
        name: String,
    },
    /// A draft is here, but not the plan it is of.
    PlanNotKept,
    /// A draft could not be read, and stays under a key of its own.
    DraftKeptAside {
        key: String,
    },
    /// A review was taken out that stood beside the worker's ratings.
    ReviewRemoved,
    /// A draft was removed, with the plan it was of.
    DraftRemoved,
    DraftNotRemoved,
    /// Of two tabs that contradicted each other.
    TabChosen {
        prefer: Prefer,
    },
    Undone,
    Removed,
    Finished,
    /// `again` tries the same removal once more.
    NotRemoved {
        names: Vec<String>,
        again: Event,
    },
    PutBack,
    NotPutBack,
}

//! Why a change was not made.

use crate::domain::limits::{DOCUMENT_UNITS, Limit};
use crate::domain::words::{excerpt, thousands};

/// A change that was refused; the document is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeError {
    /// A text has more UTF-16 units than it may.
    TooLong { limit: Limit, units: usize },
    /// A list would have more items than it may.
    TooMany { limit: Limit },
    /// The document would be larger than 1,000,000 UTF-16 units as stored.
    DocumentFull,
    /// Not an `http://` or `https://` address.
    NotAWebAddress { text: String },
    /// More hours than a month has.
    TooManyHours,
    /// An id with no character or too many, or one that is already taken.
    BadId { id: String },
    /// There is no such rating, piece of evidence or course.
    NotThere { id: String },
}

impl ChangeError {
    /// One plain sentence or two: what is wrong and what to do.
    pub fn sentence(&self) -> String {
        match self {
            Self::TooLong { limit, units } => format!(
                "{} can have up to {} characters; this one has {}. Shorten it to save it.",
                limit.what,
                thousands(limit.most),
                thousands(*units),
            ),
            Self::TooMany { limit } => format!(
                "{} is full: it can have up to {}. Remove one you no longer need first.",
                limit.what,
                thousands(limit.most),
            ),
            Self::DocumentFull => format!(
                "There is no room for more: what you enter can have up to {} characters in all. \
                 Save a backup file, then shorten old reflections or notes.",
                thousands(DOCUMENT_UNITS),
            ),
            Self::NotAWebAddress { text } => format!(
                "“{}” is not a web address. Copy the whole address; it begins with https:// or http://.",
                excerpt(text),
            ),
            Self::TooManyHours => {
                "A month does not have that many hours. Give the hours you have for learning in one month.".into()
            }
            Self::BadId { id } => format!(
                "Something went wrong inside this page (id “{}”), and the change was not made. Reload the page and try again.",
                excerpt(id),
            ),
            Self::NotThere { .. } => {
                "What you changed is no longer there. It may have been removed in another tab.".into()
            }
        }
    }
}

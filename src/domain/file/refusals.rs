//! Why a file was not opened. Nothing has changed then.

use crate::domain::limits::{DEPTH, DOCUMENT_UNITS, FILE_BYTES};
use crate::domain::words::thousands;

/// Why a file was not opened. `path` names where in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More than 8 MiB.
    TooLarge { bytes: usize },
    /// Nothing in it, or only spaces.
    Empty,
    /// Text, but as UTF-16 or UTF-32.
    Utf16,
    /// Like one of ours, but with letters that are no UTF-8: saved by another
    /// program in an encoding of one byte a letter.
    OldEncoding,
    /// Like one of ours, but with zero bytes in the middle.
    Damaged,
    /// Not text at all: a photograph, a PDF, a Word document.
    NotText,
    /// Text, but not JSON; `line` counted from 1.
    NotJson { line: usize },
    /// JSON that ends in the middle.
    CutShort,
    /// A number such as 1e400, larger than any program can hold.
    NumberTooLarge { line: usize },
    /// Lists and groups inside each other more than 32 deep.
    TooDeep,
    /// JSON, but not ours.
    OtherProgram,
    /// Written by a newer version of this app.
    NewerVersion,
    /// Not of the kind it should be, such as text for a number.
    WrongKind { path: String, wanted: &'static str },
    /// Something needed is not there.
    Missing { path: String },
    /// A number that is not a score: 6, −1, 2.5.
    NotAScore { path: String },
    /// Says two things at once, such as a score and "no opportunity".
    Contradiction { path: String },
    /// A text longer than it may be, in UTF-16 units.
    TooLong {
        path: String,
        most: usize,
        units: usize,
    },
    /// A list longer than it may be.
    TooMany {
        path: String,
        most: usize,
        count: usize,
    },
    /// More in all than a document may hold.
    DocumentTooLarge,
}

impl Refusal {
    /// Where in the file it is, where that is one place.
    pub(in crate::domain) fn path_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::WrongKind { path, .. }
            | Self::Missing { path }
            | Self::NotAScore { path }
            | Self::Contradiction { path }
            | Self::TooLong { path, .. }
            | Self::TooMany { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Names the file and says what is wrong and what to do.
    pub fn sentence(&self, file: &str) -> String {
        format!(
            "“{file}” was not opened. {} {}",
            self.reason(),
            self.advice()
        )
    }

    /// What is wrong, as a sentence of its own about "it".
    pub fn reason(&self) -> String {
        match self {
            Self::TooLarge { bytes } => format!(
                "It has {} bytes; a file from this page never has more than {}.",
                thousands(*bytes),
                thousands(FILE_BYTES),
            ),
            Self::Empty => "It is empty.".into(),
            Self::Utf16 => {
                "It was saved in another kind of text (UTF-16), perhaps by a text editor.".into()
            }
            Self::OldEncoding => {
                "Some of its letters cannot be read: it was saved by another program in an old encoding, such as Windows-1252 or Latin-1, or damaged on the way."
                    .into()
            }
            Self::Damaged => "Parts in the middle of it are missing, as after a copy that did not end well.".into(),
            Self::NotText => {
                "It is not text but something else, such as a photograph, a PDF or a Word document."
                    .into()
            }
            Self::NotJson { line } => {
                format!(
                    "It is text, but not a file that Waymark saved, or one that was changed since (line {}).",
                    thousands(*line)
                )
            }
            Self::CutShort => "It stops in the middle: the end is missing.".into(),
            Self::NumberTooLarge { line } => {
                format!(
                    "It has a number at line {} that is far too large.",
                    thousands(*line)
                )
            }
            Self::TooDeep => format!("It has groups inside groups more than {DEPTH} deep."),
            Self::OtherProgram => "It comes from another program.".into(),
            Self::NewerVersion => "It was saved by a newer version of this page.".into(),
            Self::WrongKind { path, wanted } => {
                format!("What stands at “{path}” is not {wanted}.")
            }
            Self::Missing { path } => format!("“{path}” is missing."),
            Self::NotAScore { path } => {
                format!("What stands at “{path}” is not one of the scores 0, 1, 2, 3, 4 and 5.")
            }
            Self::Contradiction { path } => {
                format!("What stands at “{path}” says two things at once, or none.")
            }
            Self::TooLong { path, most, units } => format!(
                "The text at “{path}” has {} characters; it can have up to {}.",
                thousands(*units),
                thousands(*most),
            ),
            Self::TooMany { path, most, count } => format!(
                "The list at “{path}” has {} items; it can have up to {}.",
                thousands(*count),
                thousands(*most),
            ),
            Self::DocumentTooLarge => format!(
                "It has more in it than this page can keep, which is {} characters in all.",
                thousands(DOCUMENT_UNITS),
            ),
        }
    }

    /// What to do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } | Self::NotText | Self::NotJson { .. } | Self::OtherProgram => {
                "Choose a file that Waymark saved: its name begins with “waymark-” and ends with “.json”."
            }
            Self::OldEncoding => {
                "Choose the file as this page saved it. If you only have this one, open it in the program that changed it and save it again with the encoding UTF-8."
            }
            Self::Empty | Self::CutShort | Self::Damaged => {
                "It may not have been copied or sent completely. Copy it again, or choose another backup."
            }
            Self::Utf16 => "Open it in that editor, save it as UTF-8, and try again.",
            Self::NewerVersion => {
                "Reload this page to get the newest version, then open the file again."
            }
            Self::NumberTooLarge { .. }
            | Self::TooDeep
            | Self::WrongKind { .. }
            | Self::Missing { .. }
            | Self::NotAScore { .. }
            | Self::Contradiction { .. }
            | Self::TooLong { .. }
            | Self::TooMany { .. }
            | Self::DocumentTooLarge => {
                "It was probably changed by hand or by another program. Choose another backup, or ask whoever made it to save it again."
            }
        }
    }
}

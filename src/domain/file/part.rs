//! The parts of a document.

/// A part of a document, as a person thinks of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentPart {
    AboutYou,
    Ratings,
    Topics,
    Requirements,
    Plan,
    Local,
    Reviews,
    Rule,
    Unknown,
}

impl DocumentPart {
    /// Its name, to begin a line with.
    pub fn title(self) -> &'static str {
        match self {
            Self::AboutYou => "About you",
            Self::Ratings => "Ratings",
            Self::Topics => "Topics",
            Self::Requirements => "Requirements",
            Self::Plan => "Changes to your plan",
            Self::Local => "Your own links and courses",
            Self::Reviews => "What others sent back",
            Self::Rule => "The score that counts as achieved",
            Self::Unknown => "Things this version of the page does not know",
        }
    }
}

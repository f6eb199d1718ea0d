//! What was noticed about a file that was opened all the same.

use super::FrameworkName;
use crate::domain::ids::HOSTS_OWN;
use crate::domain::words::excerpt;

/// Something noticed on opening. `path` names where in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRemark {
    /// The file begins with a byte order mark, as some editors write.
    ByteOrderMark,
    /// Zero bytes after the end, as a copy has that was filled up.
    ZerosAtTheEnd,
    /// A field this version does not know; kept, and written back.
    UnknownField { path: String },
    /// An id this version's framework does not have; kept, and written back.
    UnknownId { path: String, id: String },
    /// A link that is not an `http` or `https` address; left out.
    LinkDropped { path: String, link: String },
    /// Text that is no day, in a local pack; left out.
    DayDropped { path: String, day: String },
    /// A name that stands twice in one group; the last one counts.
    RepeatedName { path: String },
    /// Two entries with one id; the one changed later is kept.
    RepeatedEntry { path: String },
    /// Two pieces of evidence of one entry with one id; each is kept.
    RepeatedEvidence { path: String },
    /// Written with another framework, or another version of it.
    OtherFramework { framework: FrameworkName },
}

impl FileRemark {
    /// Where in the file it was noticed, where that is one place.
    pub(in crate::domain) fn path_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::UnknownField { path }
            | Self::UnknownId { path, .. }
            | Self::LinkDropped { path, .. }
            | Self::DayDropped { path, .. }
            | Self::RepeatedName { path }
            | Self::RepeatedEntry { path }
            | Self::RepeatedEvidence { path } => Some(path),
            Self::ByteOrderMark | Self::ZerosAtTheEnd | Self::OtherFramework { .. } => None,
        }
    }

    /// One plain sentence that names the file.
    pub fn sentence(&self, file: &str) -> String {
        match self {
            Self::ByteOrderMark => format!(
                "“{file}” begins with an invisible mark that some text editors add. It makes no difference."
            ),
            Self::ZerosAtTheEnd => format!(
                "“{file}” has empty bytes after its end, as some copies have. They are left out."
            ),
            Self::UnknownField { path } => format!(
                "“{file}” has something this page does not know, at “{path}”. It is kept, and saved again with the rest."
            ),
            Self::UnknownId { path, id } if id.starts_with(HOSTS_OWN) => format!(
                "“{file}” names “{}”, at “{path}”, a course or page that the local list of this site does not have, or has no more. It is kept, but not shown.",
                excerpt(&id.replace('-', " ")),
            ),
            Self::UnknownId { path, id } => format!(
                "“{file}” names “{}”, at “{path}”, which is not in this version of the framework. It is kept, but not shown.",
                excerpt(id),
            ),
            Self::LinkDropped { path, link } => format!(
                "“{file}” has a link at “{path}” that is not a web address, so it was left out: “{}”. An address begins with https:// or http://.",
                excerpt(link),
            ),
            Self::DayDropped { path, day } => format!(
                "“{file}” has no date at “{path}”, so that was left out: “{}”. A date is written there as 2027-01-12.",
                excerpt(day),
            ),
            Self::RepeatedName { path } => {
                format!("“{file}” has “{path}” more than once. The last one is used.")
            }
            Self::RepeatedEntry { path } => format!(
                "“{file}” has two versions of the entry at “{path}”. The one changed last is used."
            ),
            Self::RepeatedEvidence { path } => format!(
                "“{file}” has two pieces of evidence with one id at “{path}”. Both are kept, each as its own."
            ),
            Self::OtherFramework { framework } => format!(
                "“{file}” was made with another framework or version (“{}”, {}). What this page does not know is kept, but not shown.",
                excerpt(&framework.id),
                excerpt(&framework.version),
            ),
        }
    }
}

//! Identifiers: lower-case words joined by hyphens, part of the file format,
//! never changed once released. Each kind is a type of its own, so that a
//! topic cannot be handed to a function that wants a competency.

use std::borrow::{Borrow, Cow};
use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// Wraps a word as it stands: a file may name an id this version
            /// does not know, and it must survive.
            pub fn new(word: impl Into<String>) -> Self {
                Self(Cow::Owned(word.into()))
            }

            /// An id of the bundled data.
            pub const fn known(word: &'static str) -> Self {
                Self(Cow::Borrowed(word))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self::new(word)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id!(
    /// One of the six assessed competencies (Appendix 6).
    CompetencyId
);
id!(
    /// A key feature of a competency: `competency/feature` (Appendix 6).
    FeatureId
);
id!(
    /// A section of topics, such as `level-1-skills` (section 8).
    SectionId
);
id!(
    /// A topic: `section/topic`, so that equal names do not collide (section 8).
    TopicId
);
id!(
    /// A training resource, document, tool or organisation (section 8).
    ResourceId
);
id!(
    /// A role, such as `care-coordinator` (Appendix 1).
    RoleId
);
id!(
    /// What a network must make sure of, or a person specification asks (Appendix 1).
    RequirementId
);
id!(
    /// A career level, such as `mid-career` (Table 1).
    LevelId
);
id!(
    /// An action of a plan: `resource:<id>`, `practise:<competency>`, `own:<random>` …
    ActionId
);
id!(
    /// One dated rating of a competency; random.
    EntryId
);
id!(
    /// One piece of evidence under a rating; random.
    EvidenceId
);
id!(
    /// A course the worker added; random.
    CourseId
);
id!(
    /// One worker's document; random. A plan that is shared carries none.
    DocumentId
);

id!(
    /// What a reader of a plan sent back; random.
    ReviewId
);
id!(
    /// The SHA-256 of a plan file, in hexadecimal.
    PlanHash
);

/// What the ids begin with of what a host adds, and none of the framework's
/// does: so no pack can take the place of something listed.
pub const HOSTS_OWN: &str = "here-";

/// True for lower-case words joined by hyphens, in one or more parts joined by `/`.
pub fn is_well_formed(id: &str) -> bool {
    let word = |w: &str| {
        !w.is_empty()
            && w.bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    };
    !id.is_empty() && id.split('/').all(|part| part.split('-').all(word))
}

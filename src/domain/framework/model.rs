//! The framework as data: read-only, bundled, checked as a whole by tests.
//! The shapes here are those of the JSON files in `data/`, so that a training
//! lead can correct a sentence there without reading Rust.
//!
//! `build.rs` reads the JSON into these types and packs it; the program only
//! unpacks it, and carries no code to read JSON for it.

use serde::{Deserialize, Deserializer};

use super::packed::{Pack, Words, pack};
pub use super::text::{List, Text};

/// An enum of words, packed as its place among them.
macro_rules! words {
    ($(#[$attr:meta])* pub enum $name:ident { $($(#[$variant_attr:meta])* $variant:ident,)+ }) => {
        $(#[$attr])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$variant_attr])* $variant,)+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];
        }

        impl Pack for $name {
            fn pack(&self, out: &mut String) {
                (*self as u32).pack(out);
            }
            fn unpack(words: &mut Words) -> Self {
                Self::ALL[words.number() as usize]
            }
        }
    };
}

mod host;
mod levels;
mod practice;
mod resources;
mod roles;
mod scale;
mod topics;

pub use host::*;
pub use levels::*;
pub use practice::*;
pub use resources::*;
pub use roles::*;
pub use scale::*;
pub use topics::*;

/// What is rated, answered and planned by. Each field is one file (or one
/// folder) of `data/`.
#[derive(Clone, Debug)]
pub struct Framework {
    pub about: About,
    pub scale: Scale,
    pub competencies: List<Competency>,
    /// Five a competency, from each score below 5.
    pub steps_up: List<StepUp>,
    pub ladder: List<CareerLevel>,
    pub roles: List<Role>,
    pub sections: List<Section>,
    pub topics: List<Topic>,
    pub resources: List<Resource>,
    /// What its host's local pack adds; none as it is shipped.
    pub host: Option<&'static Host>,
    /// The resources that the host does not offer: known, and not among
    /// `resources`.
    pub hidden: List<Resource>,
}

/// What is only read, on the framework's own pages: no answer and no plan
/// hangs on it. Apart, so that other pages need not wait for it.
#[derive(Clone, Debug)]
pub struct Reading {
    pub passages: Passages,
    pub pay: Pay,
    pub practice: Practice,
    pub references: List<Reference>,
    pub scoring: Scoring,
    /// Of each competency, in the framework's order.
    pub interactions: List<Interactions>,
}

/// How to score (section 7); in the file of the scale.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Scoring {
    pub how_to_score: List<Passage>,
}

/// What a competency looks like in a conversation; in its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Interactions {
    pub interactions: List<Text>,
}

/// What is said of a section, a topic or a resource; in the same entry of the
/// files. Apart from the rest of it, so that only the pages that show it wait
/// for it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Description {
    /// Paragraphs: what the source says of it, in one or two plain sentences
    /// each.
    #[serde(deserialize_with = "one_or_many")]
    pub text: List<Text>,
    /// What this tool adds to `text`; shown after it, as the tool's own.
    #[serde(default, deserialize_with = "one_or_many")]
    pub own: List<Text>,
}

/// How a topic is learned at work, always the tool's own; the only way where
/// no resource covers it. One sentence, unlike any other topic's.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct OnTheJob {
    #[serde(default)]
    pub on_the_job: Option<Text>,
}

/// A list, or its only item.
fn one_or_many<'de: 'static, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<List<Text>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, bound(deserialize = "'de: 'static"))]
    enum OneOrMany {
        One(Text),
        Many(List<Text>),
    }
    Ok(match OneOrMany::deserialize(deserializer)? {
        OneOrMany::One(it) => List::from(vec![it]),
        OneOrMany::Many(all) => all,
    })
}

words! {
    /// Who says something: the framework, or this tool where the framework is
    /// silent; or whoever hosts the site, in its local pack.
    #[derive(Default)]
    pub enum Origin {
        #[default]
        Framework,
        Tool,
        Host,
    }
}

/// A short piece of reading with its place in the framework.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Passage {
    pub id: Text,
    pub title: Text,
    /// Paragraphs.
    pub text: List<Text>,
    /// Names only, shown as a list below the text.
    #[serde(default)]
    pub items: List<Text>,
    /// What this tool adds; shown after `text` and `items`, as the tool's own.
    #[serde(default)]
    pub own: List<Text>,
    pub source: Text,
    #[serde(default)]
    pub origin: Origin,
}

/// What the framework is, and whose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct About {
    /// Names the framework in every saved file.
    pub id: Text,
    pub title: Text,
    pub version: Text,
    /// `YYYY-MM`.
    pub published: Text,
    /// Whose text it is, who endorsed it, and that this tool is not endorsed.
    pub copyright: Text,
}

/// What the framework is for (sections 1–6), and how this tool differs.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
pub struct Passages {
    pub purpose: List<Passage>,
    pub kinds_of_training: List<Passage>,
    pub somerset_model: List<Passage>,
    pub logic_model: List<Passage>,
    /// How this differs from the official wording.
    pub differences: List<Passage>,
}

pack!(Framework: about scale competencies steps_up ladder roles sections topics resources; host hidden);
pack!(Reading: passages pay practice references scoring interactions);
pack!(Scoring: how_to_score);
pack!(Interactions: interactions);
pack!(Description: text own);
pack!(OnTheJob: on_the_job);
pack!(Passage: id title text items own source origin);
pack!(About: id title version published copyright);
pack!(Passages: purpose kinds_of_training somerset_model logic_model differences);

//! What a pack holds.

use crate::domain::dates::Day;
use crate::domain::document::JsonFields;
use crate::domain::framework::model::{Band, Kind, Target};
use crate::domain::ids::{HOSTS_OWN, ResourceId};
use crate::domain::sorted_map::SortedMap;
use crate::domain::web_address::WebAddress;

/// All that a host adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// Who hosts the page, as people know them.
    pub name: String,
    /// The county or place the pack is for.
    pub area: String,
    /// The day it was last gone through as a whole.
    pub checked: Option<Day>,
    /// Of how many people something is told on `#/team`, 5 to 1,000; five where
    /// the host does not say.
    pub smallest_group: Option<u16>,
    pub contacts: Vec<Contact>,
    /// What became of the framework's links.
    pub links: Vec<CheckedLink>,
    /// What else there is to say of the framework's own resources.
    pub resources: SortedMap<ResourceId, OfResource>,
    /// Courses and pages of the host's own, by their id.
    pub courses: SortedMap<ResourceId, LocalCourse>,
    /// Words beside topics and requirements.
    pub notes: Vec<LocalNote>,
    pub(in crate::domain) extra: JsonFields,
}

impl Pack {
    /// Nothing in it that could be shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The host's name, for "Added by …".
    pub fn host(&self) -> &str {
        match self.name.trim() {
            "" => "whoever runs this page",
            name => name,
        }
    }

    /// What was found at a listed address.
    pub fn found(&self, address: &str) -> Option<&CheckedLink> {
        self.links.iter().rev().find(|it| it.address == address)
    }

    /// Notes what was found at a listed address, or that nothing is known.
    pub fn note_link(&mut self, address: &str, found: Option<(FoundLink, Day)>) {
        let at = self.links.iter().rposition(|it| it.address == address);
        match (at, found) {
            (Some(at), Some((found, checked))) => {
                self.links[at].found = found;
                self.links[at].checked = Some(checked);
            }
            (None, Some((found, checked))) => self.links.push(CheckedLink {
                address: address.to_owned(),
                found,
                checked: Some(checked),
                extra: JsonFields::new(),
            }),
            (_, None) => self.links.retain(|it| it.address != address),
        }
    }
}

/// Whom to ask, and about what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// "Questions about training", "Accessibility of this page".
    pub about: String,
    /// A name, a telephone number, an e-mail address: shown as text.
    pub text: String,
    pub url: Option<WebAddress>,
    pub(in crate::domain) extra: JsonFields,
}

/// What was found at an address the framework lists.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedLink {
    /// As the framework lists it.
    pub address: String,
    pub found: FoundLink,
    pub checked: Option<Day>,
    pub(in crate::domain) extra: JsonFields,
}

/// What an address does now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundLink {
    Works,
    Gone,
    Moved(WebAddress),
}

/// What a host says of one of the framework's resources.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OfResource {
    /// Not offered here: neither listed nor planned.
    pub hidden: bool,
    /// Its own page, where none or another is listed.
    pub url: Option<WebAddress>,
    pub booking: String,
    pub dates: Vec<Day>,
    pub note: String,
    pub checked: Option<Day>,
    pub(in crate::domain) extra: JsonFields,
}

/// A course or page of the host's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LocalCourse {
    pub title: String,
    pub provider: String,
    pub url: Option<WebAddress>,
    /// A course where the host does not say.
    pub kind: Option<Kind>,
    /// How much of a worker's time it takes; half a day is supposed where the
    /// host does not say.
    pub time: Option<Band>,
    /// How long it is, in the host's words: "two mornings, online".
    pub length: String,
    pub cost: String,
    pub booking: String,
    /// Who may come.
    pub who: String,
    /// What it offers.
    pub about: String,
    pub dates: Vec<Day>,
    pub helps_with: Vec<Target>,
    /// Not for somebody with years in the role.
    pub introductory: bool,
    pub checked: Option<Day>,
    pub(in crate::domain) extra: JsonFields,
}

/// Words beside a topic, a section, a competency or a requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalNote {
    pub about: Target,
    pub text: String,
    pub url: Option<WebAddress>,
    pub(in crate::domain) extra: JsonFields,
}

impl LocalNote {
    /// A note of these words.
    pub fn new(about: Target, text: impl Into<String>) -> Self {
        Self {
            about,
            text: text.into(),
            url: None,
            extra: JsonFields::new(),
        }
    }
}

/// The id of a host's course, from its word in the pack.
pub fn own_id(word: &str) -> ResourceId {
    ResourceId::new(format!("{HOSTS_OWN}{word}"))
}

/// Its word in the pack again.
pub(super) fn own_word(id: &ResourceId) -> &str {
    id.as_str().strip_prefix(HOSTS_OWN).unwrap_or(id.as_str())
}

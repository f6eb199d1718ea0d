//! What a host adds to the framework on one site, from its local pack. None of
//! it is in `data/`.

use super::{Description, List, Target, Text};

/// Who hosts the site, and what they say of it.
#[derive(Clone, Debug)]
pub struct Host {
    /// For "Added by …".
    pub name: Text,
    /// The place it is for; empty for none.
    pub area: Text,
    /// "Do I work in Mallowshire?"; empty where no place is given.
    pub question: Text,
    /// The day the pack was gone through, in words.
    pub checked: Option<Text>,
    /// Of how many people something is told; less than five means five.
    pub smallest_group: usize,
    pub contacts: List<HostContact>,
    pub notes: List<HostNote>,
}

/// Whom to ask.
#[derive(Clone, Debug)]
pub struct HostContact {
    /// About what; empty where that is not said.
    pub about: Text,
    pub text: Text,
    pub url: Option<Text>,
}

/// The host's words beside something.
#[derive(Clone, Debug, PartialEq)]
pub struct HostNote {
    pub about: Target,
    pub text: Text,
    pub url: Option<Text>,
}

/// What the host says of a resource.
#[derive(Clone, Debug, Default)]
pub struct HostWords {
    /// What it offers, where the host added it; none for the framework's own.
    pub offers: Option<Description>,
    /// The day its addresses were checked, in words.
    pub checked: Option<Text>,
    /// All addresses it was listed with are gone.
    pub is_gone: bool,
    /// The host does not offer it: it is known by name only.
    pub is_hidden: bool,
    pub booking: Option<Text>,
    /// Who may come.
    pub who: Option<Text>,
    /// `YYYY-MM-DD`, in order; some may be past.
    pub dates: List<Text>,
    pub note: Option<Text>,
}

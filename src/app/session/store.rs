//! What keeps texts between visits, and how it can fail. `platform` does it
//! with the browser's storage; the tests with one that fails on purpose.

/// Why a text could not be kept, read or removed. Nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
    /// Anything else, in the browser's words.
    Other(String),
}

/// How much there is, in bytes as the browser counts (two a UTF-16 unit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StorageUsage {
    /// What this app keeps.
    pub used: usize,
    /// What is left for it; an estimate, for browsers do not say.
    pub left: usize,
}

/// Keeps texts under names. Writing replaces the old text or, on an error,
/// leaves it as it was.
pub trait Store {
    /// None where nothing is kept under the name.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Keeps a text under a key, in place of what was there.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Also where there is nothing to remove.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// All names that begin so.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
    /// What the names that begin so take, and what is left.
    fn usage(&self, prefix: &str) -> Result<StorageUsage, StoreError>;
}

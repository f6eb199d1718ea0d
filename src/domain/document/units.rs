//! What has a size in a stored document; `size` says what each takes.

/// UTF-16 units of the stored text, at most.
pub(super) trait Units {
    fn units(&self) -> usize;
}

//! What answering topics and answering requirements have in common.

/// The part of an element's id that names what is answered.
pub fn slug(id: &str) -> String {
    id.replace('/', "-")
}

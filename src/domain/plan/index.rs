//! Places by id.

use super::order::{in_order, key};

/// Stands for "none" in a list of places.
pub(super) const NONE: u16 = u16::MAX;

/// Places by id: a list sorted by a number made of the id, for thousands of
/// ids are looked up in every plan and most of them begin alike.
pub(super) struct Index<'a>(Vec<(u32, &'a str, u16)>);

impl<'a> Index<'a> {
    /// Of ids and their places, in any order.
    pub fn new(places: Vec<(&'a str, u16)>) -> Self {
        Self(in_order(
            places
                .iter()
                .map(|(id, place)| (number(id), *id, *place))
                .collect(),
            |(number, ..)| key([(number >> 16) as u16, *number as u16]),
        ))
    }

    /// The place of an id; None where it has none.
    pub fn find(&self, id: &str) -> Option<usize> {
        let wanted = number(id);
        let from = self.0.partition_point(|(number, ..)| *number < wanted);
        let mut same = self.0[from..].iter().take_while(|it| it.0 == wanted);
        same.find(|it| it.1 == id).map(|it| usize::from(it.2))
    }
}

/// FNV-1a: short, and good enough to tell ids apart nearly always.
fn number(id: &str) -> u32 {
    id.bytes().fold(0x811c_9dc5, |number, byte| {
        (number ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

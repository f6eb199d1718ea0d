//! One sort for the whole plan, as every sort with a type of its own is two
//! kilobytes to send.

/// What to sort by: the lowest first, in the first number that differs.
pub(super) type Key = [u16; 7];

/// A key with fewer numbers.
pub(super) fn key<const N: usize>(numbers: [u16; N]) -> Key {
    let mut key = Key::default();
    key[..N].copy_from_slice(&numbers);
    key
}

/// The places of these keys in their order; those with the same key stay as
/// they are.
pub(super) fn order(keys: &[Key]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..keys.len()).collect();
    places.sort_unstable_by(|a, b| keys[*a].cmp(&keys[*b]).then(a.cmp(b)));
    places
}

/// Puts them in the order of their keys.
pub(super) fn in_order<T>(items: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let keys: Vec<Key> = items.iter().map(key).collect();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let places = order(&keys).into_iter();
    places.filter_map(|place| items[place].take()).collect()
}

//! A sorted list where the standard library would have a tree. A tree's code
//! is made anew for every type of key and value: 2 to 4 kB of the program each,
//! and collecting into one brings a sort of its own. A document's tables have
//! tens of entries, at most 2,000, and are searched and rarely changed.

use std::borrow::Borrow;
use std::cmp::Ordering;

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<K, V> {
    entries: Vec<(K, V)>,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a key stands in a list, or would.
fn place<T, Q: Ord + ?Sized>(list: &[T], key: &Q, of: impl Fn(&T) -> &Q) -> Result<usize, usize> {
    search(list.len(), &|at| {
        let other = list.get(at).map(&of);
        other.map_or(Ordering::Greater, |other| other.cmp(key))
    })
}

/// The search itself, once for all types.
#[inline(never)]
fn search(len: usize, order: &dyn Fn(usize) -> Ordering) -> Result<usize, usize> {
    let (mut low, mut high) = (0, len);
    while low < high {
        let middle = low.midpoint(high);
        match order(middle) {
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
            Ordering::Equal => return Ok(middle),
        }
    }
    Err(low)
}

impl<K, V> Map<K, V> {
    pub const fn new() -> Self {
        Self {
            entries: Vec::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn clear(&mut self) {
        self.entries.clear();
    }

    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.entries.iter())
    }

    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        place(&self.entries, key, |(key, _)| key.borrow())
    }

    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        self.entries.get(at).map(|(_, value)| value)
    }

    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// The value of a key, and an empty one where there was none.
    pub fn get_or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let at = self.find(&key).unwrap_or_else(|at| {
            self.entries.insert(at, (key, V::default()));
            at
        });
        &mut self.entries[at].1
    }

    /// Puts a value in, in place of the one there was.
    pub fn insert(&mut self, key: K, value: V) {
        match self.find(&key) {
            Ok(at) => self.entries[at].1 = value,
            Err(at) => self.entries.insert(at, (key, value)),
        }
    }

    /// Takes a value out, if it is there.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Ok(at) = self.find(key) {
            self.entries.remove(at);
        }
    }
}

/// A map's keys and values, in the order of the keys.
pub struct Iter<'a, K, V>(std::slice::Iter<'a, (K, V)>);

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

/// One after the other: of two with one key, the last.
impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        for (key, value) in entries {
            map.insert(key, value);
        }
        map
    }
}

/// Keys, each once, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Set<K>(Vec<K>);

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K> Set<K> {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> std::slice::Iter<'_, K> {
        self.0.iter()
    }
}

impl<'a, K> IntoIterator for &'a Set<K> {
    type Item = &'a K;
    type IntoIter = std::slice::Iter<'a, K>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Vec::new();
        for key in keys {
            if let Err(at) = place(&set, &key, |key| key) {
                set.insert(at, key);
            }
        }
        Self(set)
    }
}

impl<K: Ord, const N: usize> From<[K; N]> for Set<K> {
    fn from(keys: [K; N]) -> Self {
        keys.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;
    use proptest::test_runner::{Config, RngSeed};

    use super::*;

    #[derive(Clone, Debug)]
    enum Did {
        Insert(u8, u16),
        Remove(u8),
        OrDefault(u8),
        Clear,
    }

    fn did() -> impl Strategy<Value = Did> {
        prop_oneof![
            8 => (0..40_u8, any::<u16>()).prop_map(|(key, value)| Did::Insert(key, value)),
            4 => (0..40_u8).prop_map(Did::Remove),
            2 => (0..40_u8).prop_map(Did::OrDefault),
            1 => Just(Did::Clear),
        ]
    }

    fn config() -> Config {
        Config {
            cases: 300,
            rng_seed: RngSeed::Fixed(20_261_123),
            failure_persistence: None,
            ..Config::default()
        }
    }

    /// Short words, so that they are asked for as `str`, as ids are.
    fn word(key: u8) -> String {
        format!("k{key}")
    }

    #[test]
    fn a_map_is_as_the_trees_is() {
        let all = prop::collection::vec(did(), 0..60);
        proptest!(config(), |(all in all)| {
            let (mut map, mut tree) = (Map::new(), BTreeMap::new());
            for did in all {
                match did {
                    Did::Insert(key, value) => {
                        map.insert(word(key), value);
                        tree.insert(word(key), value);
                    }
                    Did::Remove(key) => {
                        map.remove(word(key).as_str());
                        tree.remove(word(key).as_str());
                    }
                    Did::OrDefault(key) => {
                        let value = map.get_or_default(word(key));
                        let other = tree.entry(word(key)).or_default();
                        prop_assert_eq!(&*value, &*other);
                        *value = value.wrapping_add(1);
                        *other = other.wrapping_add(1);
                    }
                    Did::Clear => {
                        map.clear();
                        tree.clear();
                    }
                }
                prop_assert!(map.iter().eq(tree.iter()));
                prop_assert!(map.keys().eq(tree.keys()));
                prop_assert!(map.values().eq(tree.values()));
                prop_assert_eq!((map.len(), map.is_empty()), (tree.len(), tree.is_empty()));
            }
            for key in 0..40 {
                let key = word(key);
                prop_assert_eq!(map.get(key.as_str()), tree.get(key.as_str()));
                prop_assert_eq!(map.contains_key(&key), tree.contains_key(&key));
            }
            prop_assert_eq!(map.clone(), tree.clone().into_iter().rev().collect());
            prop_assert!(map.into_iter().eq(tree));
        });
    }

    #[test]
    fn collected_in_any_order_with_keys_repeated() {
        let all = prop::collection::vec((0..20_u8, any::<u16>()), 0..40);
        proptest!(config(), |(all in all)| {
            let (map, tree): (Map<_, _>, BTreeMap<_, _>) =
                (all.iter().copied().collect(), all.iter().copied().collect());
            prop_assert!(map.into_iter().eq(tree));
            let keys = || all.iter().map(|(key, _)| *key);
            let (set, tree): (Set<_>, BTreeSet<_>) = (keys().collect(), keys().collect());
            prop_assert!(set.iter().eq(tree.iter()));
            prop_assert_eq!((set.len(), set.is_empty()), (tree.len(), tree.is_empty()));
        });
    }
}

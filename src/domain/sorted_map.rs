//! Things by id, in order of id. A sorted list: a document has tens of each,
//! and the standard library's tree costs the program several times as much
//! code for every pair of types it is used with.

use std::borrow::Borrow;

use serde::{Serialize, Serializer};

/// Values by key, each key once, in order of key. Finding is a binary search;
/// adding in the middle moves what comes after.
#[derive(Clone, Debug, PartialEq)]
pub struct SortedMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SortedMap<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> SortedMap<K, V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Each key with its value, in the order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The same, to change the values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// The same, to change them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }

    /// Keeps those for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }
}

impl<K: Borrow<str>, V> SortedMap<K, V> {
    /// The value of a key; None where it is not there.
    pub fn get(&self, key: &(impl Borrow<str> + ?Sized)) -> Option<&V> {
        let at = self.find(key.borrow()).ok()?;
        Some(&self.0[at].1)
    }

    /// Whether the key is there.
    pub fn contains_key(&self, key: &(impl Borrow<str> + ?Sized)) -> bool {
        self.find(key.borrow()).is_ok()
    }

    /// Puts a value in, and hands back the one that was there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(key.borrow()) {
            Ok(at) => Some(std::mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &(impl Borrow<str> + ?Sized)) -> Option<V> {
        let at = self.find(key.borrow()).ok()?;
        Some(self.0.remove(at).1)
    }

    /// The value of a key, put in if it is not there.
    pub fn entry(&mut self, key: &K) -> &mut V
    where
        K: Clone,
        V: Default,
    {
        let at = self.find(key.borrow()).unwrap_or_else(|at| {
            self.0.insert(at, (key.clone(), V::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Where a key is, or would be.
    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0
            .binary_search_by(|(other, _)| other.borrow().cmp(key))
    }
}

impl<K, V> IntoIterator for SortedMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Serialize, V: Serialize> Serialize for SortedMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: proptest::test_runner::RngSeed::Fixed(1),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn does_what_the_standard_tree_does(
            steps in proptest::collection::vec(("[a-d]{1,2}", 0..3u8, 0..9u8), 0..60)
        ) {
            let mut ours = SortedMap::<String, u8>::new();
            let mut tree = BTreeMap::<String, u8>::new();
            for (key, what, value) in steps {
                match what {
                    0 => prop_assert_eq!(ours.insert(key.clone(), value), tree.insert(key.clone(), value)),
                    1 => prop_assert_eq!(ours.remove(&key), tree.remove(&key)),
                    _ => {
                        *ours.entry(&key) += value;
                        *tree.entry(key.clone()).or_default() += value;
                    }
                }
                prop_assert_eq!(ours.get(&key), tree.get(&key));
                prop_assert_eq!(ours.contains_key(&key), tree.contains_key(&key));
                prop_assert!(ours.iter().eq(tree.iter()));
                prop_assert!(ours.keys().eq(tree.keys()) && ours.values().eq(tree.values()));
                prop_assert_eq!(ours.len(), tree.len());
                prop_assert_eq!(ours.is_empty(), tree.is_empty());
            }
            let text = serde_json::to_string(&ours).unwrap();
            prop_assert_eq!(text, serde_json::to_string(&tree).unwrap());
            ours.retain(|_, value| value % 2 == 0);
            tree.retain(|_, value| *value % 2 == 0);
            prop_assert!(ours.clone().into_iter().eq(tree));
            ours.values_mut().for_each(|value| *value = 2);
            ours.iter_mut().for_each(|(_, value)| *value -= 1);
            prop_assert!(ours.values().all(|value| *value == 1));
            ours.clear();
            prop_assert_eq!(ours, SortedMap::default());
        }
    }
}

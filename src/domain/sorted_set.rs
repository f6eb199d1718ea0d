//! Things without order or number, such as the topics of a caseload: a sorted
//! list, for the reason `keyed` gives.

/// Each thing once, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct SortedSet<T>(Vec<T>);

impl<T> SortedSet<T> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> SortedSet<T> {
    /// The set with a thing in it, or without.
    pub fn changed(mut self, item: T, there: bool) -> Self {
        match (self.0.binary_search(&item), there) {
            (Err(at), true) => self.0.insert(at, item),
            (Ok(at), false) => drop(self.0.remove(at)),
            _ => {}
        }
        self
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    /// One by one: a sort would be more code for every type.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Vec::new();
        for item in items {
            if let Err(at) = set.binary_search(&item) {
                set.insert(at, item);
            }
        }
        Self(set)
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for SortedSet<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: proptest::test_runner::RngSeed::Fixed(1),
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        #[test]
        fn holds_what_the_standard_tree_does(items in proptest::collection::vec(0..9u8, 0..12)) {
            let ours: SortedSet<u8> = items.iter().copied().collect();
            let tree: BTreeSet<u8> = items.into_iter().collect();
            prop_assert!(ours.iter().eq(tree.iter()));
            prop_assert!((&ours).into_iter().eq(&tree));
            prop_assert_eq!(ours.len(), tree.len());
            prop_assert_eq!(ours.is_empty(), tree.is_empty());
            for item in 0..9 {
                let (mut with, mut without) = (tree.clone(), tree.clone());
                with.insert(item);
                without.remove(&item);
                prop_assert!(ours.clone().changed(item, true).iter().eq(&with));
                prop_assert!(ours.clone().changed(item, false).iter().eq(&without));
            }
        }
    }

    #[test]
    fn the_same_things_are_the_same_set() {
        assert_eq!(SortedSet::from([2, 1, 2]), SortedSet::from([1, 2]));
        assert_ne!(SortedSet::from([1]), SortedSet::from([1, 2]));
    }
}

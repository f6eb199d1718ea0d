//! How small groups are folded, so that nothing tells of them: neither a number
//! that is shown nor what is left when numbers are taken from each other.
//!
//! Three rules, and why they are enough. A table splits its people into parts,
//! each empty or large enough ([`SmallestGroup::runs`]). A table by role or by
//! aim splits the same people again, in parts that are whole parts of the
//! first, and each of its cells is empty or large enough, for what is not
//! shown too ([`SmallestGroup::by_group`]). What can be worked out from the
//! edges of tables is made of whole rows and whole columns, and those are all
//! empty or large enough. A number that is about some of the same people in
//! another way is told rounded down ([`SmallestGroup::at_least`]).

use std::ops::Range;

/// The smallest number of people anything is told of. A host may raise it,
/// never lower it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmallestGroup(usize);

impl Default for SmallestGroup {
    fn default() -> Self {
        Self(Self::LEAST)
    }
}

/// What a table shows of each group of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByGroup {
    /// The answers that are told together.
    pub ranges: Vec<Range<usize>>,
    /// Whether a group is shown.
    pub shown: Vec<bool>,
}

impl SmallestGroup {
    /// Never less.
    pub const LEAST: usize = 5;

    /// Raised to this number.
    pub fn raised_to(people: usize) -> Self {
        Self(people.max(Self::LEAST))
    }

    /// The number.
    pub fn get(self) -> usize {
        self.0
    }

    /// Nobody, or enough.
    pub(super) fn tells(self, people: usize) -> bool {
        people == 0 || people >= self.0
    }

    /// Rounded down: "at least ten".
    pub(super) fn at_least(self, people: usize) -> usize {
        people / self.0 * self.0
    }

    /// Answers that stand in an order, told together with their neighbours
    /// where there are too few; `within` a part of them.
    pub(super) fn runs(self, counts: &[usize], within: Range<usize>) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = within.map(|at| at..at + 1).collect();
        while let Some(at) = self.smallest_untold(&runs, counts) {
            if runs.len() == 1 {
                break;
            }
            // With the smaller neighbour that has anybody.
            let weight = |run: &Range<usize>| match sum(run, counts) {
                0 => usize::MAX,
                people => people,
            };
            let before = at.checked_sub(1).map(|it| weight(&runs[it]));
            let after = runs.get(at + 1).map(weight);
            let with_before = match (before, after) {
                (Some(before), Some(after)) => before <= after,
                (before, _) => before.is_some(),
            };
            merge(&mut runs, if with_before { at - 1 } else { at });
        }
        runs
    }

    fn smallest_untold(self, runs: &[Range<usize>], counts: &[usize]) -> Option<usize> {
        let untold = (0..runs.len()).filter(|at| !self.tells(sum(&runs[*at], counts)));
        untold.min_by_key(|at| sum(&runs[*at], counts))
    }

    /// Answers in no order: those of too few people are told together, and
    /// with the smallest of the others where they are still too few.
    pub(super) fn pools(self, counts: &[usize]) -> Vec<Vec<usize>> {
        let there = |at: &usize| counts[*at] > 0;
        let (mut alone, mut few): (Vec<usize>, Vec<usize>) = (0..counts.len())
            .filter(there)
            .partition(|at| self.tells(counts[*at]));
        while !few.is_empty() && few.iter().map(|at| counts[*at]).sum::<usize>() < self.0 {
            let Some(place) = (0..alone.len()).min_by_key(|place| counts[alone[*place]]) else {
                break;
            };
            few.push(alone.remove(place));
        }
        few.sort_unstable();
        let mut pools: Vec<Vec<usize>> = alone.into_iter().map(|at| vec![at]).collect();
        pools.extend((!few.is_empty()).then_some(few));
        pools
    }

    /// What can be told of each group, where `fine` is told of everybody: as
    /// many groups as can be shown in two or more parts, then as many parts.
    /// `cells` has the counts of each group.
    pub(super) fn by_group(self, fine: &[Range<usize>], cells: &[Vec<usize>]) -> Option<ByGroup> {
        let width = cells.first().map_or(0, Vec::len);
        let total = |at: usize| cells.iter().map(|group| group[at]).sum();
        let totals: Vec<usize> = (0..width).map(total).collect();
        let mut ranges = fine.to_vec();
        let mut best: Option<ByGroup> = None;
        while ranges.len() > 1 {
            let shown = self.shown(&ranges, cells);
            let many = |shown: &[bool]| shown.iter().filter(|it| **it).count();
            if many(&shown) > best.as_ref().map_or(0, |best| many(&best.shown)) {
                let ranges = ranges.clone();
                best = Some(ByGroup { ranges, shown });
            }
            let pairs = 0..ranges.len() - 1;
            let smallest =
                pairs.min_by_key(|at| sum(&ranges[*at], &totals) + sum(&ranges[at + 1], &totals));
            merge(&mut ranges, smallest.unwrap_or(0));
        }
        best
    }

    /// Which groups can be shown so that what is left over can be, too.
    fn shown(self, ranges: &[Range<usize>], cells: &[Vec<usize>]) -> Vec<bool> {
        let told = |group: &[usize]| ranges.iter().all(|it| self.tells(sum(it, group)));
        let mut shown: Vec<bool> = cells.iter().map(|group| told(group)).collect();
        loop {
            let mut rest = vec![0; cells.first().map_or(0, Vec::len)];
            for (group, _) in cells.iter().zip(&shown).filter(|(_, shown)| !**shown) {
                for (sum, count) in rest.iter_mut().zip(group) {
                    *sum += count;
                }
            }
            let smallest = (0..cells.len())
                .filter(|at| shown[*at])
                .min_by_key(|at| cells[*at].iter().sum::<usize>());
            match smallest {
                Some(smallest) if !told(&rest) => shown[smallest] = false,
                _ => return shown,
            }
        }
    }
}

/// How many gave one of these answers.
pub(super) fn sum(range: &Range<usize>, counts: &[usize]) -> usize {
    counts[range.clone()].iter().sum()
}

fn merge(runs: &mut Vec<Range<usize>>, at: usize) {
    let next = runs.remove(at + 1);
    runs[at].end = next.end;
}

//! A score on the framework's scale (section 7, Table 2).

use std::fmt;

/// 0 (Absence) to 5 (Expert). 0 is a real score: that something is not rated,
/// or that there was no opportunity to show it, is said by other types.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

impl Score {
    /// What counts as achieved unless the worker or a host chooses another:
    /// Competent. The tool's own rule.
    pub const COMPETENT: Self = Self(3);
    /// The highest, 5.
    pub const EXPERT: Self = Self(5);

    /// All six, lowest first.
    pub const ALL: [Self; 6] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// None above 5.
    pub fn new(score: u8) -> Option<Self> {
        (score <= 5).then_some(Self(score))
    }

    /// 0 to 5.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_to_five_and_nothing_else() {
        for n in 0..=u8::MAX {
            assert_eq!(Score::new(n).map(Score::get), (n <= 5).then_some(n));
        }
    }
}

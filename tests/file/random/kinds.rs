//! The kinds of answers about the worker, for both makers of random workers:
//! without an answer of a kind, no law sees what the program makes of it.

use std::collections::BTreeSet;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, TestRunner};
use waymark::domain::document::ProfileAnswer;

macro_rules! kinds {
    ($($kind:ident)+) => {
        const ALL: &[&str] = &[$(stringify!($kind)),+];

        fn kind(answer: &ProfileAnswer) -> &'static str {
            match answer {
                $(ProfileAnswer::$kind(..) => stringify!($kind),)+
            }
        }
    };
}

kinds!(
    Role Experience Aim Here Name Workplace SchemeFunded InSomerset InArea HoursAMonth Start Caseload
    Wider NextReview
);

/// Panics if a run makes no answer of a kind, but for those left `out`.
pub fn check(answers: impl Strategy<Value = Vec<ProfileAnswer>>, config: Config, out: &[&str]) {
    let cases = config.cases;
    let mut runner = TestRunner::new(config);
    let mut made = BTreeSet::new();
    for _ in 0..cases {
        let answers = answers.new_tree(&mut runner).expect("answers").current();
        made.extend(answers.iter().map(kind));
    }
    let wanted = ALL.iter().copied().filter(|kind| !out.contains(kind));
    assert_eq!(made, wanted.collect::<BTreeSet<_>>());
}

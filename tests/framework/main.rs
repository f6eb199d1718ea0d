//! The framework's data, held against the rules it has to keep: one rule, one
//! test. Every rule also meets copies with one thing broken, and has to say
//! which, so that no rule can pass by looking away.

mod addresses;
mod bundle;
mod copied;
mod counts;
mod coverage;
mod data;
mod dated;
mod grade;
mod ids;
mod listed;
mod origin;
mod people;
mod references;
mod rubric;
mod source;
mod steps_up;
mod wording;

use serde_json::Value;

/// A fault put into a copy of the data: what it is, how it is made, and the
/// word by which the complaint has to name it.
type Fault = (&'static str, fn(&mut Value), &'static str);

/// Holds the bundled data against `rule`, which lists what breaks it, after
/// each of `faults` has been seen to be found.
fn check(rule: impl Fn(&Value) -> Vec<String>, faults: &[Fault]) {
    let data = data::bundled_files();
    let complaints = rule(data);
    assert!(!faults.is_empty(), "a rule that was never seen to fail");
    for (fault, make, word) in faults {
        let mut copy = data.clone();
        make(&mut copy);
        assert!(copy != *data, "{fault}: this changed nothing in the data");
        let found = rule(&copy);
        assert!(
            found
                .iter()
                .any(|c| c.contains(word) && !complaints.contains(c)),
            "{fault}: the rule should have named {word:?}, and said {:#?}",
            &found[..found.len().min(10)]
        );
    }
    assert!(complaints.is_empty(), "\n- {}\n", complaints.join("\n- "));
}

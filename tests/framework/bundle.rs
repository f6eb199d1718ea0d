//! The program carries what the files hold: `build.rs` reads them by name, and
//! could pass one by.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use waymark::domain::framework;

use crate::check;
use crate::ids::lines;

/// The ids the program itself carries, in the words of the list.
fn carried() -> BTreeSet<String> {
    let framework = framework::bundled();
    let mut ids = Vec::new();
    ids.extend(framework.topics.iter().map(|t| format!("topic {}", t.id)));
    ids.extend(
        framework
            .resources
            .iter()
            .map(|r| format!("resource {}", r.id)),
    );
    ids.extend(
        framework
            .sections
            .iter()
            .map(|s| format!("section {}", s.id)),
    );
    ids.extend(framework.ladder.iter().map(|l| format!("level {}", l.id)));
    ids.extend(
        framework::reading()
            .references
            .iter()
            .map(|r| format!("reference {}", r.id)),
    );
    for competency in framework.competencies.iter() {
        ids.push(format!("competency {}", competency.id));
        ids.extend(
            competency
                .features
                .iter()
                .map(|f| format!("feature {}", f.id)),
        );
    }
    for role in framework.roles.iter() {
        ids.push(format!("role {}", role.id));
        ids.extend(
            role.requirements
                .iter()
                .map(|r| format!("requirement {}", r.id)),
        );
    }
    ids.into_iter().collect()
}

fn not_carried(carried: &BTreeSet<String>, data: &Value) -> Vec<String> {
    let kinds: BTreeSet<&str> = carried
        .iter()
        .filter_map(|id| id.split(' ').next())
        .collect();
    lines(data)
        .into_iter()
        .filter(|line| kinds.contains(line.split(' ').next().unwrap_or_default()))
        .filter(|line| !carried.contains(line))
        .map(|line| format!("“{line}” is in the files and not in the program"))
        .collect()
}

#[test]
fn the_program_carries_every_file() {
    let carried = carried();
    assert!(
        carried.len() > 300,
        "the program carries only {}",
        carried.len()
    );
    check(
        |data| not_carried(&carried, data),
        &[
            (
                "a file of resources the program does not read",
                |d| d["resources"]["more"] = json!([{"id": "unread"}]),
                "“resource unread”",
            ),
            (
                "a file of topics without a section",
                |d| d["topics"]["more"] = json!([{"id": "more/unread"}]),
                "“topic more/unread”",
            ),
        ],
    );
}

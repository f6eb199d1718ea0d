//! Packs the framework's JSON: a mistake in a file stops the build with the
//! file's name and line, and the browser carries no code to read JSON for it.

use std::path::Path;
use std::{env, fs};

use serde::Deserialize;

/// The model itself, so that the data is read by the very types it becomes.
#[allow(dead_code)]
#[path = "src/domain"]
mod domain {
    pub mod ids;
    pub mod framework {
        pub mod model;
        pub mod packed;
        pub mod text;
    }
}

use domain::framework::model::{Framework, List, Reading, Resource, Section, Topic};
use domain::framework::packed::Pack;

const DATA: &str = "src/domain/framework/data";

/// Where the framework lists its resources, in its order.
const RESOURCES: [&str; 7] = [
    "induction",
    "core",
    "level-1",
    "level-2",
    "level-3",
    "caseload",
    "references",
];

fn main() {
    println!("cargo::rerun-if-changed={DATA}");
    println!("cargo::rerun-if-changed=src/domain");
    let sections: List<Section> = read("sections");
    let topics: Vec<Topic> = sections
        .iter()
        .flat_map(|section| read::<Vec<Topic>>(&format!("topics/{}", section.id)))
        .collect();
    let resources: Vec<Resource> = RESOURCES
        .iter()
        .flat_map(|stage| read::<Vec<Resource>>(&format!("resources/{stage}")))
        .collect();
    let framework = Framework {
        about: read("about"),
        scale: read("scale"),
        competencies: read("competencies"),
        steps_up: read("steps-up"),
        ladder: read("ladder"),
        roles: read("roles"),
        sections,
        topics: topics.into(),
        resources: resources.into(),
    };
    let reading = Reading {
        passages: read("passages"),
        pay: read("pay"),
        practice: read("practice"),
        references: read("references"),
    };
    write("framework", &framework);
    write("reading", &reading);
}

fn write(name: &str, data: &impl Pack) {
    let mut packed = String::new();
    data.pack(&mut packed);
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let path = Path::new(&out).join(format!("{name}.txt"));
    fs::write(path, packed).expect("OUT_DIR can be written to");
}

fn read<T: Deserialize<'static>>(name: &str) -> T {
    let path = format!("{DATA}/{name}.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(text.leak()).unwrap_or_else(|error| panic!("{path}: {error}"))
}

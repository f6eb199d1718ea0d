//! Packs the framework's JSON: a mistake in a file stops the build with the
//! file's name, and its line or the entry, and the browser carries no code to
//! read JSON for it.

use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde_json::{Map, Value};

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

use domain::framework::model::{Description, Framework, List, OnTheJob, Reading, Section};
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
    let mut scale = entry("scale");
    let scoring = scale.taken(&["how_to_score"]);
    let mut competencies = entries("competencies");
    let interactions = taken(&mut competencies, &["interactions"]);
    let mut sections = entries("sections");
    let of_sections: List<Description> = taken(&mut sections, &DESCRIPTION);
    let sections: List<Section> = typed(sections);
    let mut topics: Vec<Entry> = sections
        .iter()
        .flat_map(|section| entries(&format!("topics/{}", section.id)))
        .collect();
    let of_topics: List<Description> = taken(&mut topics, &DESCRIPTION);
    let on_the_job: List<OnTheJob> = taken(&mut topics, &["on_the_job"]);
    let mut resources: Vec<Entry> = RESOURCES
        .iter()
        .flat_map(|stage| entries(&format!("resources/{stage}")))
        .collect();
    let offers: List<Description> = taken(&mut resources, &DESCRIPTION);
    let framework = Framework {
        about: read("about"),
        scale: scale.typed(),
        competencies: typed(competencies),
        steps_up: read("steps-up"),
        ladder: read("ladder"),
        roles: read("roles"),
        sections,
        topics: typed(topics),
        resources: typed(resources),
        host: None,
        hidden: List::default(),
    };
    let reading = Reading {
        passages: read("passages"),
        pay: read("pay"),
        practice: read("practice"),
        references: read("references"),
        scoring,
        interactions,
    };
    write("framework", &framework);
    write("reading", &reading);
    write("descriptions", &(of_sections, of_topics));
    write("offers", &offers);
    write("on-the-job", &on_the_job);
}

/// What an entry of a file says of its thing.
const DESCRIPTION: [&str; 2] = ["text", "own"];

/// One object of a file, and which file it is.
struct Entry {
    file: String,
    fields: Map<String, Value>,
}

impl Entry {
    /// Takes fields out, for a type of their own.
    fn taken<T: Deserialize<'static>>(&mut self, names: &[&str]) -> T {
        let named = names.iter();
        let fields = named.filter_map(|name| self.fields.remove_entry(*name));
        let fields = fields.collect();
        let file = self.file.clone();
        Entry { file, fields }.typed()
    }

    fn typed<T: Deserialize<'static>>(self) -> T {
        let text = Value::Object(self.fields).to_string().leak();
        let is = |error| format!("{}: {error} in {text}", self.file);
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{}", is(error)))
    }
}

/// The object that a file is.
fn entry(name: &str) -> Entry {
    Entry {
        file: format!("{DATA}/{name}.json"),
        fields: read(name),
    }
}

/// The entries of a file's list.
fn entries(name: &str) -> Vec<Entry> {
    let all: Vec<Map<String, Value>> = read(name);
    let file = format!("{DATA}/{name}.json");
    let entry = |fields| Entry {
        file: file.clone(),
        fields,
    };
    all.into_iter().map(entry).collect()
}

/// Takes fields out of each.
fn taken<T: Deserialize<'static>>(entries: &mut [Entry], names: &[&str]) -> List<T> {
    let taken = entries.iter_mut().map(|entry| entry.taken(names));
    taken.collect::<Vec<T>>().into()
}

/// What is left of them.
fn typed<T: Deserialize<'static>>(entries: Vec<Entry>) -> List<T> {
    let all: Vec<T> = entries.into_iter().map(Entry::typed).collect();
    all.into()
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

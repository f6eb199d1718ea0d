//! The same figures counted plainly, from nothing but the JSON of the files and
//! of the framework.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn data(path: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/framework/data");
    let text = fs::read_to_string(folder.join(path)).expect("the framework's data");
    serde_json::from_str(&text).expect("JSON")
}

fn all(folder: &str) -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/framework/data");
    let entries = fs::read_dir(root.join(folder)).expect("the folder");
    let files = entries.map(|it| {
        it.expect("a file")
            .file_name()
            .into_string()
            .expect("UTF-8")
    });
    files
        .flat_map(|file| data(&format!("{folder}/{file}")))
        .collect()
}

pub type Counts = BTreeMap<String, usize>;

/// How many people say what.
#[derive(Default)]
pub struct Recount {
    pub people: usize,
    pub roles: Counts,
    pub aims: Counts,
    /// By competency and answer: `promoting-autonomy 3`.
    pub scores: Counts,
    pub scores_of_role: Counts,
    pub with_answers: usize,
    /// By topic and status.
    pub topics: Counts,
    /// By resource: in the plan, and helping with something open beside.
    pub planned: Counts,
    pub planned_of_role: Counts,
    pub helped: Counts,
    pub asked: Counts,
}

fn add(counts: &mut Counts, what: impl Into<String>) {
    *counts.entry(what.into()).or_default() += 1;
}

pub fn word<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or("")
}

impl Recount {
    pub fn of(files: &[String]) -> Self {
        let resources = all("resources");
        let topics = all("topics");
        let same: BTreeMap<&str, Vec<&str>> = topics
            .iter()
            .map(|topic| {
                let same = topic["same_as"].as_array();
                let same = same.into_iter().flatten().filter_map(Value::as_str);
                (word(topic, "/id"), same.collect())
            })
            .collect();
        let ladder = data("ladder.json");
        let competencies = data("competencies.json");
        let level = |id: &str| ladder.iter().position(|it| word(it, "/id") == id);
        let mut count = Self::default();
        for file in files {
            let file: Value = serde_json::from_str(file).expect("JSON");
            count.people += 1;
            let role = word(&file, "/worker/role/value");
            let aim = word(&file, "/worker/aim/value");
            add(&mut count.roles, role);
            add(&mut count.aims, aim);
            let mut scores: BTreeMap<String, i64> = BTreeMap::new();
            for competency in &competencies {
                let id = word(competency, "/id");
                let entries = file["ratings"][id].as_array();
                let mut entries = entries.into_iter().flatten().rev();
                let said = |it: &&Value| {
                    ["score", "opportunity", "cleared"]
                        .iter()
                        .any(|name| it.get(name).is_some())
                };
                let last = entries.find(said);
                let answer = match last {
                    Some(entry) if entry.get("score").is_some() => entry["score"].to_string(),
                    Some(entry) if entry.get("opportunity").is_some() => "no opportunity".into(),
                    _ => "not rated".into(),
                };
                if let Ok(score) = answer.parse() {
                    scores.insert(id.to_owned(), score);
                }
                add(&mut count.scores, format!("{id} {answer}"));
                add(&mut count.scores_of_role, format!("{role} {id} {answer}"));
            }
            let known = file.get("topics").is_some() || file.get("requirements").is_some();
            count.with_answers += usize::from(known);
            let status = |id: &str| -> String {
                let ids = std::iter::once(&id).chain(same.get(id).into_iter().flatten());
                let mut said = ids.filter_map(|id| file["topics"][*id]["status"].as_str());
                said.next().unwrap_or("").to_owned()
            };
            if known {
                for topic in &topics {
                    let id = word(topic, "/id");
                    add(&mut count.topics, format!("{id} {}", status(id)));
                }
            }
            let actions = file["plan"]["actions"].as_array();
            let actions: Vec<&Value> = actions.into_iter().flatten().collect();
            for action in &actions {
                let done = action["status"] == "done";
                match word(action, "/id").split_once(':') {
                    Some(("resource", id)) if !done => {
                        add(&mut count.planned, id);
                        add(&mut count.planned_of_role, format!("{role} {id}"));
                    }
                    Some(("ask", id)) if !done => add(&mut count.asked, id),
                    _ => {}
                }
            }
            let achieved = file["rules"]["achieved_at"].as_i64().unwrap_or(3);
            let highest = level(aim) == Some(ladder.len() - 1);
            let looked_for = if highest { 5 } else { achieved };
            for resource in &resources {
                let id = word(resource, "/id");
                let has = actions
                    .iter()
                    .any(|it| word(it, "/id") == format!("resource:{id}"));
                let roles = resource["roles"].as_array();
                let suits = role.is_empty()
                    || roles.is_none_or(|all| all.is_empty() || all.iter().any(|it| it == role));
                let above = match (level(word(resource, "/level")), level(aim)) {
                    (Some(level), Some(aim)) => level > aim,
                    _ => false,
                };
                let covers = resource["covers"].as_array();
                let helps = covers.into_iter().flatten().any(|cover| {
                    let target = &cover["target"];
                    let open = |status: &str| ["not-yet", "in-progress"].contains(&status);
                    if let Some(id) = target["competency"].as_str() {
                        scores.get(id).is_some_and(|score| *score < looked_for)
                    } else if let Some(id) = target["topic"].as_str() {
                        open(&status(id))
                    } else if let Some(id) = target["requirement"].as_str() {
                        let status = &file["requirements"][id]["status"];
                        status == "not-met" || status == "unsure"
                    } else {
                        false
                    }
                });
                let worker = resource["audience"] == "worker";
                if worker && helps && suits && !above && !has {
                    add(&mut count.helped, id);
                }
            }
        }
        count
    }
}

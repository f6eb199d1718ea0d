//! Everything the framework asks for can be learned somewhere, and a link says
//! what it is for.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::check;
use crate::data::{at_mut, list, list_mut, push, resources, set, text, topics};

/// The topics and competencies that a resource for the worker names itself.
fn helped(data: &Value) -> BTreeSet<&str> {
    resources(data)
        .filter(|resource| resource["audience"] == "worker")
        .flat_map(|resource| list(resource, "covers"))
        .flat_map(|cover| {
            [
                text(&cover["target"], "topic"),
                text(&cover["target"], "competency"),
            ]
        })
        .filter(|id| !id.is_empty())
        .collect()
}

fn not_helped(data: &Value) -> Vec<String> {
    let helped = helped(data);
    let framework: BTreeSet<&str> = list(data, "sections")
        .iter()
        .filter(|section| section["standing"] == "framework")
        .map(|section| text(section, "id"))
        .collect();
    let asked = topics(data).filter(|topic| {
        let section = text(topic, "id").split('/').next();
        section.is_some_and(|section| framework.contains(section))
    });
    asked
        .chain(list(data, "competencies"))
        .filter(|item| !helped.contains(text(item, "id")))
        .filter(|item| text(item, "on_the_job").is_empty())
        .map(|item| {
            let id = text(item, "id");
            format!("{id}: no resource for the worker helps with it, and nothing on the job does")
        })
        .collect()
}

fn without_covers_of(data: &mut Value, kind: &str, id: &str) {
    let files = data["resources"]
        .as_object_mut()
        .expect("a folder of files");
    for resource in files.values_mut().flat_map(list_mut) {
        if resource["covers"].is_array() {
            list_mut(&mut resource["covers"]).retain(|cover| cover["target"][kind] != id);
        }
    }
}

#[test]
fn everything_asked_for_can_be_learned() {
    check(
        not_helped,
        &[
            (
                "a topic with nothing",
                |d| {
                    without_covers_of(d, "topic", "level-1-skills/empathy");
                    at_mut(d, "topics.level-1-skills.level-1-skills/empathy")["on_the_job"] =
                        Value::Null;
                },
                "level-1-skills/empathy: no resource",
            ),
            (
                "a competency with nothing but its section",
                |d| without_covers_of(d, "competency", "self-monitoring"),
                "self-monitoring: no resource",
            ),
        ],
    );
}

fn said_twice(data: &Value) -> Vec<String> {
    let mut said: BTreeMap<String, &str> = BTreeMap::new();
    let mut complaints = Vec::new();
    for topic in topics(data) {
        let sentence = crate::source::plain_words(text(topic, "on_the_job")).join(" ");
        let id = text(topic, "id");
        if sentence.is_empty() {
            continue;
        }
        if let Some(other) = said.insert(sentence, id) {
            complaints.push(format!("{id} and {other} are learned by the same sentence"));
        }
    }
    complaints
}

#[test]
fn each_topic_is_learned_on_the_job_in_its_own_way() {
    check(
        said_twice,
        &[(
            "one sentence twice",
            |d| {
                let file = "topics.level-1-skills.level-1-skills";
                set(d, &format!("{file}/empathy.on_the_job"), "Ask a colleague.");
                set(
                    d,
                    &format!("{file}/reflection.on_the_job"),
                    "Ask a colleague!",
                );
            },
            "level-1-skills/empathy and level-1-skills/reflection are",
        )],
    );
}

/// Links that are said twice, said without a reason, or spread over a section.
fn loose_links(data: &Value) -> Vec<String> {
    let mut complaints = Vec::new();
    for resource in resources(data) {
        let id = text(resource, "id");
        let covers = list(resource, "covers");
        let by_framework = |cover: &&Value| cover["origin"] == "framework";
        for (number, cover) in covers.iter().enumerate() {
            let target = &cover["target"];
            if !by_framework(&cover) && text(cover, "teaches").is_empty() {
                complaints.push(format!(
                    "{id}: {target} is the tool's link and says not why"
                ));
            }
            if covers[..number]
                .iter()
                .any(|before| before["target"] == *target)
            {
                complaints.push(format!("{id}: {target} is linked twice"));
            }
            let Some(section) = target["section"].as_str() else {
                continue;
            };
            // One topic may be what the resource is named after.
            let spread = covers
                .iter()
                .filter(by_framework)
                .filter(|c| text(&c["target"], "topic").split('/').next() == Some(section))
                .count();
            if spread > 1 {
                complaints.push(format!(
                    "{id}: a link to {section} is one link, and {spread} of its topics are \
                     linked by the framework too"
                ));
            }
        }
    }
    complaints
}

const COVERS: &str = "resources.level-1.hello-my-name-is.covers";

#[test]
fn a_link_is_made_once_and_the_tools_say_why() {
    check(
        loose_links,
        &[
            (
                "a tool's link without its reason",
                |d| {
                    push(
                        d,
                        COVERS,
                        json!({"target": {"topic": "level-1-skills/empathy"}, "origin": "tool"}),
                    );
                },
                "hello-my-name-is: {\"topic\":\"level-1-skills/empathy\"} is the tool's",
            ),
            (
                "a section linked twice",
                |d| {
                    push(
                        d,
                        COVERS,
                        json!({"target": {"section": "level-1-skills"}, "origin": "framework"}),
                    );
                },
                "hello-my-name-is: {\"section\":\"level-1-skills\"} is linked twice",
            ),
            (
                "a section link spread over its topics",
                |d| {
                    push(
                        d,
                        COVERS,
                        json!({"target": {"topic": "level-1-skills/empathy"}, "origin": "framework"}),
                    );
                },
                "hello-my-name-is: a link to level-1-skills is one link, and 2",
            ),
        ],
    );
}

//! Ids a file names that this version's framework does not have.

use serde_json::Value;

use super::json_path::JsonPath;
use super::{FileRemark, FrameworkName};
use crate::domain::document::{Parts, Review};
use crate::domain::framework::model::{Framework, Target};

/// Every id of a framework with its title, in one bag: no two kinds share an
/// id by chance that would matter here.
#[derive(Clone, Debug, Default)]
pub struct KnownIds {
    pub framework: FrameworkName,
    titles: Vec<(String, String)>,
}

impl KnownIds {
    /// The ids of a framework.
    pub fn of(framework: &Framework) -> Self {
        let mut titles = Vec::new();
        let mut add = |id: &str, title: &str| titles.push((id.to_owned(), title.to_owned()));
        for competency in &framework.competencies {
            add(competency.id.as_str(), competency.title);
            for feature in &competency.features {
                add(feature.id.as_str(), feature.text);
            }
        }
        for role in &framework.roles {
            add(role.id.as_str(), role.title);
            for requirement in &role.requirements {
                add(requirement.id.as_str(), requirement.title);
            }
        }
        for level in &framework.ladder {
            add(level.id.as_str(), level.title);
        }
        for section in &framework.sections {
            add(section.id.as_str(), section.title);
        }
        for topic in &framework.topics {
            add(topic.id.as_str(), topic.title);
        }
        for resource in framework.resources.iter().chain(framework.hidden.iter()) {
            add(resource.id.as_str(), resource.title);
        }
        Self {
            framework: FrameworkName::of(framework),
            titles,
        }
    }

    /// These ids, of a framework of this name; each is its own title.
    pub fn from_ids<'a>(framework: FrameworkName, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let title = |id: &str| (id.to_owned(), id.to_owned());
        Self {
            framework,
            titles: ids.into_iter().map(title).collect(),
        }
    }

    fn title(&self, id: &str) -> Option<&str> {
        let found = self.titles.iter().find(|(known, _)| known == id);
        found.map(|(_, title)| title.as_str())
    }

    /// What a person would call the thing of this id: its title, an action's
    /// by what it is about, or else the id in words.
    pub fn name(&self, id: &str) -> String {
        let about = match subject(id) {
            Some(Subject::Own) => return "an action of your own".to_owned(),
            Some(Subject::Named(about)) => about,
            None => id,
        };
        let title = self.title(about).map(str::to_owned);
        title.unwrap_or_else(|| about.replace(['-', '_'], " "))
    }

    /// What something in a file says, for a person: without its ids and days.
    pub fn words(&self, content: &str) -> String {
        let mut said = Vec::new();
        if let Ok(content) = serde_json::from_str(content) {
            self.say("", &content, &mut said);
        }
        said.join("; ")
    }

    fn say(&self, name: &str, value: &Value, said: &mut Vec<String>) {
        let name = name.replace('_', " ");
        let name = if name == "value" { "" } else { &name };
        let stop = if name.is_empty() { "" } else { " " };
        match value {
            Value::Null | Value::Bool(false) => {}
            Value::Bool(true) => said.push(name.to_owned()),
            Value::Number(number) => said.push(format!("{name}{stop}{number}")),
            Value::String(text) => match (self.title(text), name) {
                (Some(title), _) => said.push(format!("{name}{stop}{title}")),
                (None, "status" | "opportunity") => {
                    said.push(format!("{name} {}", text.replace('-', " ")))
                }
                (None, _) => said.push(format!("{name}{stop}“{text}”")),
            },
            Value::Array(all) => all.iter().for_each(|one| self.say(name, one, said)),
            Value::Object(fields) => {
                for (field, value) in fields {
                    match field.as_str() {
                        "id" | "date" | "started" | "changed" | "by" | "created" | "sha256" => {}
                        _ if subject(field).is_some() => self.say(&self.name(field), value, said),
                        _ => match (self.title(field), value) {
                            // What is said of each thing in a table.
                            (Some(title), Value::Object(_)) => {
                                let mut of_it = Vec::new();
                                self.say("", value, &mut of_it);
                                said.push(format!("{title}: {}", of_it.join(", ")));
                            }
                            (title, _) => self.say(title.unwrap_or(field), value, said),
                        },
                    }
                }
            }
        }
    }

    /// The same of a review. The actions agreed are the worker's own matter:
    /// they may be of courses that only the worker has.
    pub(super) fn unknown_ids_of_review(
        &self,
        review: &Review,
        path: &JsonPath,
        remarks: &mut Vec<FileRemark>,
    ) {
        let path = path.field("ratings");
        for competency in review.ratings.keys() {
            if self.title(competency.as_str()).is_none() {
                let (path, id) = (path.to_string(), competency.as_str().to_owned());
                remarks.push(FileRemark::UnknownId { path, id });
            }
        }
    }

    /// Names every id of the document that is not known, and its place.
    pub(super) fn unknown_ids(&self, parts: &Parts, remarks: &mut Vec<FileRemark>) {
        let reviews = JsonPath::FILE.field("reviews");
        for (id, received) in parts.reviews.iter() {
            let path = reviews.field(id.as_str());
            if let Some(review) = &received.review {
                self.unknown_ids_of_review(review, &path.field("review"), remarks);
            }
        }
        let mut look = |path: JsonPath, id: &str| {
            if self.title(id).is_none() && !parts.courses.contains_key(id) {
                let (path, id) = (path.to_string(), id.to_owned());
                remarks.push(FileRemark::UnknownId { path, id });
            }
        };
        let file = JsonPath::FILE;
        let worker = file.field("worker");
        let profile = &parts.profile;
        if let Some(role) = profile.role.get() {
            look(worker.field("role"), role.as_str());
        }
        for (name, level) in [("aim", &profile.aim), ("here", &profile.here)] {
            if let Some(level) = level.get() {
                look(worker.field(name), level.as_str());
            }
        }
        for topic in profile.caseload.get().into_iter().flatten() {
            look(worker.field("caseload"), topic.as_str());
        }
        let ratings = file.field("ratings");
        for (competency, entries) in parts.ratings.iter() {
            look(ratings, competency.as_str());
            let path = ratings.field(competency.as_str());
            let mut features = Vec::new();
            for feature in entries.iter().flat_map(|entry| entry.features.keys()) {
                if !features.contains(&feature) {
                    features.push(feature);
                    look(path, feature.as_str());
                }
            }
        }
        for topic in parts.topics.keys() {
            look(file.field("topics"), topic.as_str());
        }
        for requirement in parts.requirements.keys() {
            look(file.field("requirements"), requirement.as_str());
        }
        let changes = file.field("changes");
        for (action, change) in parts.changes.iter() {
            for action in [Some(action), change.swapped.as_ref()]
                .into_iter()
                .flatten()
            {
                match subject(action.as_str()) {
                    Some(Subject::Own) => {}
                    Some(Subject::Named(id)) => look(changes, id),
                    None => look(changes, action.as_str()),
                }
            }
        }
        let local = file.field("local");
        for resource in parts.links.keys() {
            look(local.field("links"), resource.as_str());
        }
        for target in parts.courses.values().flat_map(|course| &course.helps_with) {
            look(local.field("courses"), Target::id(target));
        }
    }
}

/// What an action is about.
enum Subject<'a> {
    Own,
    /// The id of what is learned, practised, rated or asked for.
    Named(&'a str),
}

/// None for a kind of action this version does not have.
fn subject(action: &str) -> Option<Subject<'_>> {
    let (kind, id) = action.split_once(':')?;
    match kind {
        "own" => Some(Subject::Own),
        "resource" | "practise" | "rate" | "job" | "ask" | "go-through" => Some(Subject::Named(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::framework::bundled;

    #[test]
    fn says_what_gave_way_in_words() {
        let known = KnownIds::of(bundled());
        for (content, words) in [
            (
                r#"{"id":"e-1","date":"2026-11-01","changed":"2026-11-01T09:00:00Z","by":"self","score":2,"reflection":"I listened"}"#,
                "reflection “I listened”; score 2",
            ),
            (
                r#"{"value":"care-coordinator","changed":"2026-11-01T09:00:00Z"}"#,
                "Care coordinator",
            ),
            (r#"{"value":["leadership"]}"#, "“leadership”"),
            (
                r#"{"status":"not-yet","note":"<b>in May</b>"}"#,
                "note “<b>in May</b>”; status not yet",
            ),
            (r#"{"pinned":true,"swapped":null}"#, "pinned"),
            (r#"{"value":10}"#, "10"),
            (
                r#"{"changed":"2026-11-01T09:00:00Z","review":{"created":"2026-11-01","of":{"sha256":"00ff"},"comment":"Well done","ratings":{"promoting-autonomy":{"score":3}}},"accepted":{"practise:promoting-autonomy":"2026-11-02"}}"#,
                "Promoting Autonomy “2026-11-02”; comment “Well done”; Promoting Autonomy: score 3",
            ),
            (r#""what stood there""#, "“what stood there”"),
            ("", ""),
        ] {
            assert_eq!(known.words(content), words, "{content}");
        }
    }

    #[test]
    fn names_a_thing_as_a_person_would() {
        let known = KnownIds::of(bundled());
        for (id, name) in [
            ("promoting-autonomy", "Promoting Autonomy"),
            ("practise:promoting-autonomy", "Promoting Autonomy"),
            ("level-1-skills/empathy", "Empathy"),
            ("own:7d1e", "an action of your own"),
            ("hours_a_month", "hours a month"),
            ("resource:no-longer-there", "no longer there"),
            ("unheard:of", "unheard:of"),
        ] {
            assert_eq!(known.name(id), name, "{id}");
        }
    }
}

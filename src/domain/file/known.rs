//! Ids a file names that this version's framework does not have.

use super::place::Place;
use super::{FrameworkName, Remark};
use crate::domain::document::Parts;
use crate::domain::framework::model::{Framework, Target};
use crate::domain::ids::ActionId;

/// Every id of a framework, in one bag: no two kinds share one by chance that
/// would matter here.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub framework: FrameworkName,
    ids: Vec<String>,
}

impl Known {
    /// The ids of a framework.
    pub fn of(framework: &Framework) -> Self {
        let mut ids = Vec::new();
        for competency in &framework.competencies {
            ids.push(competency.id.as_str());
            ids.extend(
                competency
                    .features
                    .iter()
                    .map(|feature| feature.id.as_str()),
            );
        }
        for role in &framework.roles {
            ids.push(role.id.as_str());
            ids.extend(
                role.requirements
                    .iter()
                    .map(|requirement| requirement.id.as_str()),
            );
        }
        ids.extend(framework.ladder.iter().map(|level| level.id.as_str()));
        ids.extend(framework.sections.iter().map(|section| section.id.as_str()));
        ids.extend(framework.topics.iter().map(|topic| topic.id.as_str()));
        ids.extend(
            framework
                .resources
                .iter()
                .map(|resource| resource.id.as_str()),
        );
        Self::from_ids(FrameworkName::of(framework), ids)
    }

    /// These ids, of a framework of this name.
    pub fn from_ids<'a>(framework: FrameworkName, ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            framework,
            ids: ids.into_iter().map(str::to_owned).collect(),
        }
    }

    /// Names every id of the document that is not known, and its place.
    pub(super) fn unknown_ids(&self, parts: &Parts, remarks: &mut Vec<Remark>) {
        let mut look = |place: Place, id: &str| {
            if !self.ids.iter().any(|known| known == id) && !parts.courses.contains_key(id) {
                let (place, id) = (place.to_string(), id.to_owned());
                remarks.push(Remark::UnknownId { place, id });
            }
        };
        let file = Place::FILE;
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
            let place = ratings.field(competency.as_str());
            let mut features = Vec::new();
            for feature in entries.iter().flat_map(|entry| entry.features.keys()) {
                if !features.contains(&feature) {
                    features.push(feature);
                    look(place, feature.as_str());
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
                match subject(action) {
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
fn subject(action: &ActionId) -> Option<Subject<'_>> {
    let (kind, id) = action.as_str().split_once(':')?;
    match kind {
        "own" => Some(Subject::Own),
        "resource" | "practise" | "rate" | "job" | "ask" | "go-through" => Some(Subject::Named(id)),
        _ => None,
    }
}

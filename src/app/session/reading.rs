//! Somebody's plan, opened to read: what it says, as plain data.

use super::Session;
use crate::domain::document::Rating;
use crate::domain::framework::model::Framework;

/// A plan from a file, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRead {
    /// The file's name.
    pub name: String,
    /// What it says of the worker and of each competency: a name and a value.
    pub facts: Vec<(String, String)>,
    /// The actions, in the file's order.
    pub actions: Vec<String>,
}

impl Session {
    /// The plan file being read, if any.
    pub fn plan_read(&self, framework: &Framework) -> Option<PlanRead> {
        let reading = self.talk.reading.as_ref()?;
        let opened = &reading.opened;
        let profile = opened.document.profile();
        let mut facts = Vec::new();
        if let Some(created) = opened.created {
            facts.push(("Saved on".to_owned(), created.utc_day().long()));
        }
        let mut fact = |name: &str, value: Option<&str>| {
            facts.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        };
        fact("Name", profile.name.get().map(String::as_str));
        fact("Workplace", profile.workplace.get().map(String::as_str));
        let role = profile.role.get();
        let role = role.and_then(|id| framework.role(id.as_str()));
        fact("Role", role.map(|role| role.title));
        let aim = profile.aim.get();
        let aim = aim.and_then(|id| framework.ladder.iter().find(|level| &level.id == id));
        fact("Aims at", aim.map(|level| level.title));
        for competency in &framework.competencies {
            let rating = match opened.document.rating(&competency.id) {
                Some(Rating::Score(score)) => framework
                    .scale
                    .levels
                    .iter()
                    .find(|level| level.score == score.get())
                    .map(|level| format!("score {} ({})", level.score, level.name)),
                Some(Rating::NoOpportunity) => Some("no opportunity to show it yet".to_owned()),
                Some(Rating::Cleared) | None => None,
            };
            fact(
                competency.title,
                Some(rating.as_deref().unwrap_or("not rated")),
            );
        }
        let actions = opened
            .actions
            .iter()
            .map(|action| action.title.clone())
            .collect();
        Some(PlanRead {
            name: reading.name.clone(),
            facts,
            actions,
        })
    }
}

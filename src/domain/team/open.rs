//! What a plan file says is open, and which of the framework's training would
//! help with it. Plainer than the worker's own plan, which knows more of them
//! than a shared file may: so that any program can count the same.

use crate::domain::document::{Document, RequirementStatus, TopicStatus};
use crate::domain::framework::model::{Audience, Framework, Target};
use crate::domain::ids::LevelId;
use crate::domain::score::Score;

/// The places of the training for workers that helps with something open, for
/// this role and not above this aim, where those were chosen.
pub(super) fn would_help(framework: &Framework, document: &Document) -> Vec<usize> {
    let open = open(framework, document);
    let profile = document.profile();
    let role = profile.role.get();
    let place = |id: &LevelId| framework.ladder.iter().position(|level| level.id == *id);
    let aim = profile.aim.get().and_then(place);
    let mut found = Vec::new();
    for (at, resource) in framework.resources.iter().enumerate() {
        let suits =
            role.is_none_or(|role| resource.roles.is_empty() || resource.roles.contains(role));
        let level = resource.level.as_ref().and_then(place);
        let above = aim.zip(level).is_some_and(|(aim, level)| level > aim);
        // A link to a whole section names none of its topics.
        let helps = |target: &Target| {
            !matches!(target, Target::Section(_)) && open.binary_search(&target.id()).is_ok()
        };
        if resource.audience == Audience::Worker
            && suits
            && !above
            && resource.covers.iter().any(|cover| helps(&cover.target))
        {
            found.push(at);
        }
    }
    found
}

/// The ids of what is rated below what is looked for, or answered "not there
/// yet"; sorted.
fn open<'a>(framework: &'a Framework, document: &Document) -> Vec<&'a str> {
    let mut open = Vec::new();
    let looked_for = looks_for(framework, document);
    for competency in &framework.competencies {
        let score = document.score(&competency.id);
        if score.is_some_and(|score| score < looked_for) {
            open.push(competency.id.as_str());
        }
    }
    for topic in &framework.topics {
        let answer = document.topic(&topic.id, &topic.same_as);
        let status = answer.and_then(|(_, answer)| answer.status);
        if matches!(status, Some(TopicStatus::NotYet | TopicStatus::InProgress)) {
            open.push(topic.id.as_str());
        }
    }
    for requirement in framework.roles.iter().flat_map(|it| it.requirements.iter()) {
        let answer = document.requirement(&requirement.id);
        let status = answer.and_then(|answer| answer.status);
        if matches!(
            status,
            Some(RequirementStatus::NotMet | RequirementStatus::Unsure)
        ) {
            open.push(requirement.id.as_str());
        }
    }
    open.sort_unstable();
    open
}

/// The highest aim looks for the highest score, any other for what counts as
/// achieved.
fn looks_for(framework: &Framework, document: &Document) -> Score {
    let highest = framework.ladder.last().map(|level| &level.id);
    match document.profile().aim.get() {
        aim @ Some(_) if aim == highest => Score::EXPERT,
        _ => document.achieved_at(),
    }
}

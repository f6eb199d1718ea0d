//! What the page says, in every state it can be in.

mod competencies;
mod levels;
mod sheet;
mod shown;

use super::*;
use crate::domain::dates::Day;
use crate::domain::document::{
    Document, Experience, FeatureSeen, ProfileAnswer, Rating, RequirementStatus, TopicStatus,
    WiderWork,
};
use crate::domain::example::Example;
use crate::domain::framework::bundled;
use crate::domain::ladder::Bearing;
use crate::domain::score::Score;

const PCA: &str = "person-centred-approach";
const AUTONOMY: &str = "promoting-autonomy";
const LEVEL_1: [&str; 4] = [
    PCA,
    AUTONOMY,
    "action-planning-and-goal-setting",
    "managing-setbacks-and-problem-solving",
];

fn today() -> Day {
    Day::parse("2026-11-23").unwrap()
}

fn bearing(document: &Document) -> Bearing<'static> {
    Bearing::of(bundled(), document)
}

fn aims(level: &str) -> ProfileAnswer {
    ProfileAnswer::Aim(Some(level.into()))
}

fn plays(role: &str) -> ProfileAnswer {
    ProfileAnswer::Role(Some(role.into()))
}

/// In post, link worker, aiming for Mid-career.
fn begun() -> Example {
    Example::new()
        .says(plays("social-prescribing-link-worker"))
        .says(ProfileAnswer::Experience(Some(Experience::OneToTwoYears)))
        .says(aims("mid-career"))
}

/// All that Mid-career looks for, and what the role requires.
fn whole(score: u8) -> Example {
    let sections = ["local-induction", "core-knowledge", "level-1-skills"];
    let example = sections.iter().fold(begun(), |it, section| {
        it.section(section, TopicStatus::Confident)
    });
    let example = LEVEL_1.iter().fold(example, |it, id| it.scores(id, score));
    required(example, "social-prescribing-link-worker")
}

fn required(example: Example, role: &str) -> Example {
    let role = bundled().role(role).unwrap();
    role.requirements.iter().fold(example, |it, requirement| {
        it.requirement(requirement.id.as_str(), RequirementStatus::Met)
    })
}

fn at_the_top() -> Example {
    let example = bundled().sections.iter().fold(whole(5), |it, section| {
        it.section(section.id.as_str(), TopicStatus::Confident)
    });
    example
        .says(aims("wider-responsibilities"))
        .says(ProfileAnswer::Wider(Some([WiderWork::Leadership].into())))
        .all(Rating::Score(Score::EXPERT))
}

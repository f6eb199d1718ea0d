//! What is kept of one plan file while figures are made.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::open::would_help;
use crate::domain::dates::{Day, Moment};
use crate::domain::document::{ActionStatus, Rating, ReaderView, TopicStatus};
use crate::domain::file::{OpenedFile, OpenedReview};
use crate::domain::framework::model::{Framework, Topic};
use crate::domain::ids::PlanHash;

/// What "no opportunity" and "not rated" stand for beside the scores 0 to 5.
pub(super) const NO_OPPORTUNITY: u8 = 6;
/// Not rated, or taken back.
pub(super) const NOT_RATED: u8 = 7;

/// Answers to a topic.
pub(super) const NOT_YET: u8 = 0;
/// "In progress".
pub(super) const IN_PROGRESS: u8 = 1;
/// Any other answer, or none.
pub(super) const OTHERWISE: u8 = 2;

/// One person's plan, as numbers: places in the framework, and nothing that
/// anybody wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Person {
    /// The day the file was saved, and which file it was.
    pub(super) created: Option<Moment>,
    pub(super) file: Option<PlanHash>,
    /// What another file of the same plan has too: of each random id in it a
    /// number, from which the id cannot be told.
    pub(super) marks: Vec<u64>,
    /// Places among the framework's roles and levels; the number of those for
    /// none chosen.
    pub(super) role: usize,
    pub(super) aim: usize,
    /// By competency: 0 to 5, or one of the numbers above.
    pub(super) scores: Vec<u8>,
    /// By topic; none where the file has no answers.
    pub(super) topics: Option<Vec<u8>>,
    /// Places among the framework's resources: in the plan, and not there but
    /// helping with something open.
    pub(super) planned: Vec<usize>,
    pub(super) helped: Vec<usize>,
    /// Places in [`askable`]: what the plan asks others for.
    pub(super) asked: Vec<usize>,
}

/// What a reader saw in one plan file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct View {
    pub of: PlanHash,
    /// Of two of one plan the later counts.
    pub created: Day,
    pub id: u64,
    /// By competency: 0 to 5, or [`NOT_RATED`] for what they did not see.
    pub scores: Vec<u8>,
}

/// What a plan can ask others for, by the second part of the action's id.
pub(super) fn askable(framework: &Framework) -> impl Iterator<Item = &str> {
    let topics = framework.topics.iter().map(|it| it.id.as_str());
    let requirements = framework.roles.iter().flat_map(|it| it.requirements.iter());
    let requirements = requirements.map(|it| it.id.as_str());
    topics.chain(requirements).chain(["wider-responsibilities"])
}

/// One answer serves topics that are the same thing: whether this is the first
/// of them.
pub(super) fn is_first(framework: &Framework, place: usize, topic: &Topic) -> bool {
    let before = &framework.topics[..place];
    !before.iter().any(|other| topic.same_as.contains(&other.id))
}

impl Person {
    /// What an opened plan adds.
    pub(super) fn of(framework: &Framework, opened: &OpenedFile, file: PlanHash) -> Self {
        let document = &opened.document;
        let profile = document.profile();
        let role = profile.role.get();
        let role = framework.roles.iter().position(|it| Some(&it.id) == role);
        let aim = profile.aim.get();
        let aim = framework.ladder.iter().position(|it| Some(&it.id) == aim);
        let score = |rating| match rating {
            Some(Rating::Score(score)) => score.get(),
            Some(Rating::NoOpportunity) => NO_OPPORTUNITY,
            Some(Rating::Cleared) | None => NOT_RATED,
        };
        let scores = framework.competencies.iter();
        let scores = scores.map(|it| score(document.rating(&it.id)));
        let answered =
            document.topics().next().is_some() || document.requirements().next().is_some();
        let (mut planned, mut done) = (Vec::new(), Vec::new());
        let mut asked = Vec::new();
        for action in &opened.plan.actions {
            let is_done = action.status == Some(ActionStatus::Done);
            match action.id.as_str().split_once(':') {
                Some(("resource", id)) => {
                    let place = framework
                        .resources
                        .iter()
                        .position(|it| it.id.as_str() == id);
                    if is_done { &mut done } else { &mut planned }.extend(place);
                }
                Some(("ask", id)) if !is_done => {
                    asked.extend(askable(framework).position(|known| known == id));
                }
                _ => {}
            }
        }
        let mut helped = would_help(framework, document);
        helped.retain(|place| !planned.contains(place) && !done.contains(place));
        let mut person = Self {
            created: opened.created,
            file: Some(file),
            marks: marks(opened),
            role: role.unwrap_or(framework.roles.len()),
            aim: aim.unwrap_or(framework.ladder.len()),
            scores: scores.collect(),
            topics: answered.then(|| topics(framework, opened)),
            planned,
            helped,
            asked,
        };
        // A file made by hand may name a thing twice.
        for list in [&mut person.planned, &mut person.asked] {
            list.sort_unstable();
            list.dedup();
        }
        person
    }
}

fn topics(framework: &Framework, opened: &OpenedFile) -> Vec<u8> {
    let topics = framework.topics.iter();
    let answer = topics.map(|topic| {
        let answer = opened.document.topic(&topic.id, &topic.same_as);
        match answer.and_then(|(_, answer)| answer.status) {
            Some(TopicStatus::NotYet) => NOT_YET,
            Some(TopicStatus::InProgress) => IN_PROGRESS,
            _ => OTHERWISE,
        }
    });
    answer.collect()
}

/// This tool draws 32 letters; what another program numbers by hand tells
/// nobody apart.
const RANDOM: usize = 16;

/// Of each rating, and of each action of their own, its random id: two files of
/// one plan share those of all that was not rated anew in between.
fn marks(opened: &OpenedFile) -> Vec<u64> {
    let ratings = opened.document.ratings();
    let ratings = ratings.flat_map(|(_, entries)| entries.iter().map(|it| it.id.as_str()));
    let own = opened.plan.actions.iter();
    let own = own.filter_map(|it| it.id.as_str().strip_prefix("own:"));
    let ids = ratings.chain(own).filter(|id| id.len() >= RANDOM);
    ids.map(mark).collect()
}

fn mark(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

impl View {
    /// What a reader said, as numbers.
    pub fn of(framework: &Framework, opened: &OpenedReview) -> Self {
        let review = &opened.review;
        let competencies = framework.competencies.iter();
        let scores = competencies.map(|it| match review.view(&it.id) {
            Some(ReaderView::Score(score)) => score.get(),
            Some(ReaderView::NotSeen) | None => NOT_RATED,
        });
        Self {
            of: review.of.sha256.clone(),
            created: review.created,
            id: mark(opened.id.as_str()),
            scores: scores.collect(),
        }
    }
}

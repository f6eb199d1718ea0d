//! What to bring to supervision: what changed since last time, the safety
//! topics still open, and three things to talk about. The choice of the three
//! is this tool's suggestion.

use super::dates::Day;
use super::document::{Document, Rating, ReaderView, RequirementStatus, TopicStatus};
use super::framework::model::{Competency, Framework, Requirement, Topic};
use super::ladder::{Bearing, State, topic_state};
use super::score::Score;

/// The day of the last review: what was to be the next one, once it is past,
/// or else the one before it.
pub fn last_review(document: &Document, today: Day) -> Option<Day> {
    let profile = document.profile();
    let past = |day: &Day| *day < today;
    let next = profile.next_review.get().copied().filter(past);
    next.or(profile.last_review.get().copied().filter(past))
}

/// What stood for a competency last time: on the day of the last review, or
/// else in the entry before the one that stands now. None where there was none.
pub fn before(
    document: &Document,
    competency: &Competency,
    last_review: Option<Day>,
) -> Option<Rating> {
    let rated = document.history(&competency.id).iter().rev();
    let mut rated = rated.filter(|entry| entry.new_rating().is_some());
    match last_review {
        Some(day) => rated.find(|entry| entry.date <= day),
        None => rated.nth(1),
    }
    .and_then(|entry| entry.rating)
}

/// The safety topics that are not done, whatever the aim, each with its answer.
/// One marked not relevant stays open until there is a reason.
pub fn open_safety<'a>(
    framework: &'a Framework,
    document: &Document,
) -> Vec<(&'a Topic, Option<TopicStatus>)> {
    let mut open = Vec::new();
    for topic in framework.topics.iter().filter(|topic| topic.safety) {
        if !matches!(topic_state(document, topic), State::Done | State::SetAside) {
            let answer = document.topic(&topic.id, &topic.same_as);
            open.push((topic, answer.and_then(|(_, answer)| answer.status)));
        }
    }
    open
}

/// Something to talk about.
#[derive(Clone, Copy, Debug)]
pub enum Talk<'a> {
    /// The competency that the newest reader sees most differently, by two or
    /// more: the worker's score, the reader's.
    Apart(&'a Competency, Score, Score),
    /// The lowest rating that is below what the aim looks for or what counts as
    /// achieved, whatever the aim: the score, and what is expected.
    Lowest(&'a Competency, Score, Score),
    /// A safety topic answered "not yet", "under way", or "not relevant"
    /// without a reason.
    Safety(&'a Topic),
    /// The score that fell most since last time: from, to.
    Fell(&'a Competency, Score, Score),
    /// How to get an opportunity to show it.
    NoOpportunity(&'a Competency),
    /// What the role requires and is not met, or unsure.
    Requirement(&'a Requirement),
    /// A topic of the aim that is to work on.
    Topic(&'a Topic),
    /// The score that rose most since last time: from, to.
    Rose(&'a Competency, Score, Score),
    /// The highest score that counts as achieved.
    Strength(&'a Competency, Score),
    /// Safety topics nobody has answered yet: how many.
    SafetyUnanswered(usize),
    /// What to rate or answer next.
    WhereToBegin,
    /// What went well since last time.
    WentWell,
    /// What to aim for next.
    NextAim,
}

/// Three things to talk about, each of another kind: what a reader sees very
/// differently, the lowest rating, whatever the aim, then safety (which also stands above them on the sheet),
/// what fell, what there was no opportunity for, what the role requires, what
/// is to work on, what rose and what is strong; where that is fewer than
/// three, a question that always helps.
pub fn to_talk_about<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
    today: Day,
) -> [Talk<'a>; 3] {
    let last = last_review(document, today);
    let (mut fell, mut rose, mut none, mut best) = (None, None, None, None);
    let apart = seen_differently(framework, document);
    let lowest = bearing.weak(framework, document).into_iter().next();
    // The same competency twice would be one thing to talk about.
    let lowest = lowest.filter(|low| apart.is_none_or(|it| it.0.id != low.competency.id));
    let is_lowest = |it: &Competency| lowest.is_some_and(|low| low.competency.id == it.id);
    let mut rated = false;
    for competency in &framework.competencies {
        if let Some(score) = document.score(&competency.id)
            && let Some(Rating::Score(was)) = before(document, competency, last)
        {
            if !is_lowest(competency) {
                keep_most(&mut fell, competency, was, score, was.get(), score.get());
            }
            keep_most(&mut rose, competency, was, score, score.get(), was.get());
        }
    }
    for competency in &framework.competencies {
        let score = match document.rating(&competency.id) {
            Some(Rating::Score(score)) => score,
            Some(Rating::NoOpportunity) => {
                none = none.or(Some(competency));
                continue;
            }
            Some(Rating::Cleared) | None => continue,
        };
        rated = true;
        let named = |most: &Most| most.is_some_and(|it| it.0.id == competency.id);
        if score >= document.achieved_at() && !named(&rose) && !is_lowest(competency) {
            keep_most(&mut best, competency, score, score, score.get() + 1, 0);
        }
    }
    let open = open_safety(framework, document);
    let unanswered = open.iter().filter(|it| it.1.is_none()).count();
    let answered = open.iter().find(|it| it.1.is_some());
    let required = bearing.role.requirements.iter().find(|requirement| {
        let answer = document.requirement(&requirement.id);
        let status = answer.and_then(|answer| answer.status);
        matches!(
            status,
            Some(RequirementStatus::NotMet | RequirementStatus::Unsure)
        )
    });
    let all = [
        apart.map(|most| Talk::Apart(most.0, most.1, most.2)),
        lowest.map(|low| Talk::Lowest(low.competency, low.now, low.expected)),
        answered.map(|(topic, _)| Talk::Safety(topic)),
        fell.map(|most| Talk::Fell(most.0, most.1, most.2)),
        none.map(Talk::NoOpportunity),
        required.map(Talk::Requirement),
        topic_to_work_on(framework, document).map(Talk::Topic),
        rose.map(|most| Talk::Rose(most.0, most.1, most.2)),
        best.map(|most| Talk::Strength(most.0, most.1)),
        (unanswered > 0).then_some(Talk::SafetyUnanswered(unanswered)),
        (!rated).then_some(Talk::WhereToBegin),
        Some(Talk::WentWell),
        Some(Talk::NextAim),
    ];
    let mut chosen = [Talk::WentWell, Talk::NextAim, Talk::WhereToBegin];
    for (place, talk) in chosen.iter_mut().zip(all.into_iter().flatten()) {
        *place = talk;
    }
    chosen
}

/// Where the newest review and the worker are most apart, by two or more: the
/// worker's score, and theirs.
fn seen_differently<'a>(framework: &'a Framework, document: &Document) -> Most<'a> {
    let newest = document.reviews().max_by_key(|(_, _, it)| it.created);
    let (_, _, review) = newest?;
    let mut most = None;
    for competency in &framework.competencies {
        if let Some(mine) = document.score(&competency.id)
            && let Some(ReaderView::Score(theirs)) = review.view(&competency.id)
        {
            let (low, high) = (mine.min(theirs), mine.max(theirs));
            keep_most(&mut most, competency, mine, theirs, high.get(), low.get());
        }
    }
    most.filter(|it| it.3 >= 2)
}

type Most<'a> = Option<(&'a Competency, Score, Score, u8)>;

/// Keeps what is apart most, the first of equals.
fn keep_most<'a>(
    most: &mut Most<'a>,
    competency: &'a Competency,
    from: Score,
    to: Score,
    high: u8,
    low: u8,
) {
    let apart = high.saturating_sub(low);
    if apart > most.map_or(0, |it| it.3) {
        *most = Some((competency, from, to, apart));
    }
}

/// The first topic to work on that is no safety topic, as a career goes; those
/// not begun before those under way.
fn topic_to_work_on<'a>(framework: &'a Framework, document: &Document) -> Option<&'a Topic> {
    let mut under_way = None;
    let levels = framework.ladder.iter();
    let sections = levels.flat_map(|level| &level.sections);
    for section in sections.filter_map(|id| framework.section(id.as_str())) {
        for topic in framework.topics_of(section).filter(|topic| !topic.safety) {
            let answer = document.topic(&topic.id, &topic.same_as);
            match answer.and_then(|(_, answer)| answer.status) {
                Some(TopicStatus::NotYet) => return Some(topic),
                Some(TopicStatus::InProgress) => under_way = under_way.or(Some(topic)),
                _ => {}
            }
        }
    }
    under_way
}

#[cfg(test)]
mod tests;

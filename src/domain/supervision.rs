//! What to bring to supervision: what changed since last time, the safety
//! topics still open, and three things to talk about. The choice of the three
//! is this tool's suggestion.

use super::dates::Day;
use super::document::{Document, Rating, RequirementStatus, TopicStatus};
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
    /// A safety topic answered "not yet", "under way", or "not relevant"
    /// without a reason.
    Safety(&'a Topic),
    /// The score that fell most since last time: from, to.
    Fell(&'a Competency, Score, Score),
    /// The score farthest below what the aim looks for.
    Farthest(&'a Competency, Score, Score),
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

/// Three things to talk about, each of another kind: safety before all, then
/// what fell, what is farthest from the aim, what there was no opportunity
/// for, what the role requires, what is to work on, what rose and what is
/// strong; where that is fewer than three, a question that always helps.
pub fn to_talk_about<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
    today: Day,
) -> [Talk<'a>; 3] {
    let last = last_review(document, today);
    let (mut fell, mut rose, mut farthest, mut none, mut best) = (None, None, None, None, None);
    let mut rated = false;
    for competency in &framework.competencies {
        if let Some(score) = document.score(&competency.id)
            && let Some(Rating::Score(was)) = before(document, competency, last)
        {
            keep_most(&mut fell, competency, was, score, was.get(), score.get());
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
        // The same competency twice would be one thing to talk about.
        let named = |most: &Most| most.is_some_and(|it| it.0.id == competency.id);
        if let Some(looks_for) = bearing.looks_for(framework, document, competency)
            && !named(&fell)
        {
            let (high, low) = (looks_for.get(), score.get());
            keep_most(&mut farthest, competency, score, looks_for, high, low);
        }
        if score >= document.achieved_at() && !named(&rose) {
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
        answered.map(|(topic, _)| Talk::Safety(topic)),
        fell.map(|most| Talk::Fell(most.0, most.1, most.2)),
        farthest.map(|most| Talk::Farthest(most.0, most.1, most.2)),
        none.map(Talk::NoOpportunity),
        required.map(Talk::Requirement),
        topic_to_work_on(framework, document, bearing).map(Talk::Topic),
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

/// The first topic of the aim to work on that is no safety topic; those not
/// begun before those under way.
fn topic_to_work_on<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
) -> Option<&'a Topic> {
    let mut under_way = None;
    for section in bearing.sections(framework) {
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
mod tests {
    use super::*;
    use crate::domain::document::ProfileAnswer;
    use crate::domain::example::Example;
    use crate::domain::framework::bundled;

    const TODAY: &str = "2026-11-23";
    const PCA: &str = "person-centred-approach";
    const AUTONOMY: &str = "promoting-autonomy";
    const SETBACKS: &str = "managing-setbacks-and-problem-solving";

    fn today() -> Day {
        Day::parse(TODAY).unwrap()
    }

    fn review(day: &str) -> ProfileAnswer {
        ProfileAnswer::NextReview(Day::parse(day))
    }

    /// Aims for Mid-career, and all about safety is done.
    fn safe() -> Example {
        let topics = bundled().topics.iter().filter(|topic| topic.safety);
        topics.fold(
            Example::new().says(ProfileAnswer::Aim(Some("mid-career".into()))),
            |example, topic| example.topic(topic.id.as_str(), TopicStatus::Confident),
        )
    }

    /// A thing to talk about in short.
    fn short(talk: Talk) -> String {
        match talk {
            Talk::Safety(topic) => format!("safety {}", topic.id),
            Talk::Fell(it, from, to) => format!("fell {} {from} {to}", it.id),
            Talk::Farthest(it, score, aim) => format!("farthest {} {score} {aim}", it.id),
            Talk::NoOpportunity(it) => format!("no opportunity {}", it.id),
            Talk::Requirement(it) => format!("requirement {}", it.id),
            Talk::Topic(it) => format!("topic {}", it.id),
            Talk::Rose(it, from, to) => format!("rose {} {from} {to}", it.id),
            Talk::Strength(it, score) => format!("strength {} {score}", it.id),
            Talk::SafetyUnanswered(count) => format!("safety unanswered {count}"),
            Talk::WhereToBegin => "where to begin".into(),
            Talk::WentWell => "went well".into(),
            Talk::NextAim => "next aim".into(),
        }
    }

    #[track_caller]
    fn check(name: &str, example: Example, expected: [&str; 3]) {
        let document = example.document();
        let bearing = Bearing::of(bundled(), &document);
        let talk = to_talk_about(bundled(), &document, &bearing, today());
        assert_eq!(talk.map(short), expected, "{name}");
    }

    #[test]
    fn three_things_to_talk_about() {
        check(
            "nothing answered",
            Example::new(),
            ["safety unanswered 7", "where to begin", "went well"],
        );
        check(
            "only safety",
            safe(),
            ["where to begin", "went well", "next aim"],
        );
        check(
            "safety before all",
            safe()
                .scores(PCA, 1)
                .topic("core-knowledge/mental-capacity", TopicStatus::NotYet),
            [
                "safety core-knowledge/mental-capacity",
                "farthest person-centred-approach 1 3",
                "went well",
            ],
        );
        check(
            "what fell before what is farthest",
            safe().scores(PCA, 4).scores(PCA, 3).scores(AUTONOMY, 0),
            [
                "fell person-centred-approach 4 3",
                "farthest promoting-autonomy 0 3",
                "strength person-centred-approach 3",
            ],
        );
        check(
            "the farthest, the first of equals",
            safe()
                .scores(PCA, 2)
                .scores(AUTONOMY, 1)
                .scores(SETBACKS, 1),
            ["farthest promoting-autonomy 1 3", "went well", "next aim"],
        );
        check(
            "no opportunity, requirement, topic",
            safe()
                .rates(SETBACKS, Rating::NoOpportunity)
                .requirement("link-worker-des-b", RequirementStatus::Unsure)
                .topic("level-1-skills/empathy", TopicStatus::InProgress)
                .topic("level-1-skills/active-listening", TopicStatus::NotYet),
            [
                "no opportunity managing-setbacks-and-problem-solving",
                "requirement link-worker-des-b",
                "topic level-1-skills/active-listening",
            ],
        );
        check(
            "what is above the aim is no topic",
            safe().topic("level-2-skills/personalised-planning", TopicStatus::NotYet),
            ["where to begin", "went well", "next aim"],
        );
        check(
            "what rose, and what is strong",
            safe().scores(PCA, 3).scores(PCA, 5),
            ["rose person-centred-approach 3 5", "went well", "next aim"],
        );
        check(
            "everything at 5",
            safe().all(Rating::Score(Score::EXPERT)),
            [
                "strength person-centred-approach 5",
                "went well",
                "next aim",
            ],
        );
        check(
            "0 is a rating and no strength",
            safe().scores("self-monitoring", 0),
            ["went well", "next aim", "where to begin"],
        );
        check(
            "no opportunity everywhere",
            safe().all(Rating::NoOpportunity),
            [
                "no opportunity person-centred-approach",
                "where to begin",
                "went well",
            ],
        );
    }

    #[test]
    fn last_time_is_the_review_that_is_past_or_the_entry_before() {
        let rated = || {
            Example::new()
                .scores(PCA, 1)
                .scores(PCA, 2)
                .on("2026-11-01")
                .rates(PCA, Rating::NoOpportunity)
                .on("2026-11-20")
                .scores(PCA, 3)
        };
        let score = |n| Some(Rating::Score(Score::new(n).unwrap()));
        for (name, example, day, expected) in [
            ("no review", rated(), None, Some(Rating::NoOpportunity)),
            (
                "a review to come",
                rated().says(review("2026-12-01")),
                None,
                Some(Rating::NoOpportunity),
            ),
            (
                "the review is today",
                rated().says(review(TODAY)),
                None,
                Some(Rating::NoOpportunity),
            ),
            (
                "a review on a day with two entries",
                rated().says(review("2026-10-05")),
                Some("2026-10-05"),
                score(2),
            ),
            (
                "a review since the last entry",
                rated().says(review("2026-11-22")),
                Some("2026-11-22"),
                score(3),
            ),
            (
                "a review before all",
                rated().says(review("2026-09-01")),
                Some("2026-09-01"),
                None,
            ),
            (
                "the next review given after the last",
                rated()
                    .on("2026-10-01")
                    .says(review("2026-10-15"))
                    .on("2026-10-16")
                    .says(review("2027-01-15")),
                Some("2026-10-15"),
                Some(Rating::Score(Score::new(2).unwrap())),
            ),
            (
                "a date typed in parts",
                rated()
                    .says(review("0202-10-15"))
                    .says(review("2027-01-15")),
                None,
                Some(Rating::NoOpportunity),
            ),
            ("one entry", Example::new().scores(PCA, 1), None, None),
            ("none", Example::new(), None, None),
        ] {
            let document = example.document();
            let last = last_review(&document, today());
            assert_eq!(last, day.and_then(Day::parse), "{name}");
            let competency = bundled().competency(PCA).unwrap();
            assert_eq!(before(&document, competency, last), expected, "{name}");
        }
    }

    #[test]
    fn a_safety_topic_marked_not_relevant_stays_open_until_there_is_a_reason() {
        let topic = "core-knowledge/safeguarding-children";
        let open = |example: Example| {
            let document = example.document();
            let open = open_safety(bundled(), &document);
            open.iter().any(|(it, _)| it.id.as_str() == topic)
        };
        let not_relevant = || safe().topic(topic, TopicStatus::NotRelevant);
        assert!(open(Example::new()), "not answered");
        assert!(!open(safe()), "done");
        assert!(open(not_relevant()), "no reason");
        assert!(open(not_relevant().because(topic, "  ")), "only spaces");
        assert!(!open(
            not_relevant().because(topic, "Done through my employer")
        ));
    }
}

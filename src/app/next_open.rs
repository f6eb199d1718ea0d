//! What is next, in the order of the plan: safety, what is owed, what is weak,
//! and then what is not answered yet. The first page and "Where you stand" put
//! the same thing into their own words.

use super::assess;
use crate::domain::dates::Day;
use crate::domain::document::{Document, Experience, RequirementStatus, SchemeFunded};
use crate::domain::framework::model::{
    Competency, Framework, Requirement, RequirementKind, Section, Topic,
};
use crate::domain::ladder::{Bearing, State, Weak, topic_state};
use crate::domain::plan::arranged_by;

/// Minutes to rate one competency: this tool's own estimate.
pub const RATING: usize = 5;

/// Minutes to go through so many topics or requirements: five a minute.
pub fn minutes_for(questions: usize) -> usize {
    questions.div_ceil(5)
}

/// What is next, as the plan has it.
#[derive(Clone, Copy, Debug)]
pub enum NextOpen<'a> {
    /// The aim chosen lies below the present.
    Aim,
    /// What the person has not said of themselves.
    AboutYou {
        role: bool,
        experience: bool,
    },
    /// Safety that others arrange and that is still open.
    Agree(&'a Topic),
    /// What the network owes: answered "not met", or "unsure".
    Owed(&'a Requirement),
    /// The lowest rating below what is expected, whatever the aim.
    Weakest(Weak<'a>),
    Rate(&'a Competency),
    /// A section the aim asks for, and how many of its topics.
    Topics(&'a Section, usize),
    /// How many requirements of the role.
    Requirements(usize),
}

/// None where all that the aim looks for is answered, and nothing is weak.
pub fn next_open<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
    today: Day,
) -> Option<NextOpen<'a>> {
    if bearing.aims_below(framework, document) {
        return Some(NextOpen::Aim);
    }
    let profile = document.profile();
    let (role, experience) = (
        profile.role.get().is_none(),
        profile.experience.get().is_none(),
    );
    if role || experience {
        return Some(NextOpen::AboutYou { role, experience });
    }
    to_agree(framework, document, today)
        .map(NextOpen::Agree)
        .or_else(|| owed(document, bearing).map(NextOpen::Owed))
        .or_else(|| {
            let mut weak = bearing.weak(framework, document).into_iter();
            weak.next().map(NextOpen::Weakest)
        })
        .or_else(|| assess::next_unrated(framework, document).map(NextOpen::Rate))
        .or_else(|| list(framework, document, bearing))
        .or_else(|| unanswered_requirements(document, bearing))
}

/// The first safety topic that others arrange and that is to do: answered so,
/// or not answered by somebody who is just starting.
fn to_agree<'a>(framework: &'a Framework, document: &Document, today: Day) -> Option<&'a Topic> {
    let starting = document.profile().is_just_starting(today);
    framework.topics.iter().find(|topic| {
        let open = match topic_state(document, topic) {
            State::ToWorkOn => true,
            State::NotAnswered => starting,
            _ => false,
        };
        topic.safety && arranged_by(topic).is_some() && open
    })
}

/// The network's duty that is not met, or else one that is unsure.
fn owed<'a>(document: &Document, bearing: &Bearing<'a>) -> Option<&'a Requirement> {
    if document.profile().scheme_funded.get() == Some(&SchemeFunded::No) {
        return None;
    }
    let is = |wanted| {
        bearing.role.requirements.iter().find(|it| {
            let answer = document.requirement(&it.id);
            it.kind == RequirementKind::Scheme && answer.and_then(|it| it.status) == Some(wanted)
        })
    };
    is(RequirementStatus::NotMet).or_else(|| is(RequirementStatus::Unsure))
}

/// The first list up to the aim that is not answered. For somebody with a year
/// or more in the role induction and core only confirm, so they come last.
fn list<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing<'a>,
) -> Option<NextOpen<'a>> {
    let mut sections = bearing.sections(framework);
    if document.profile().experience.get() >= Some(&Experience::OneToTwoYears) {
        let confirms = |section: &Section| {
            let mut first = framework.ladder.iter().take(2);
            first.any(|level| level.sections.contains(&section.id))
        };
        sections.sort_by_key(|section| confirms(section));
    }
    sections.into_iter().find_map(|section| {
        let topics = framework.topics_of(section);
        let open = topics.filter(|topic| topic_state(document, topic) == State::NotAnswered);
        let open = open.count();
        (open > 0).then_some(NextOpen::Topics(section, open))
    })
}

fn unanswered_requirements<'a>(document: &Document, bearing: &Bearing) -> Option<NextOpen<'a>> {
    let unanswered = bearing.role.requirements.iter().filter(|requirement| {
        let answer = document.requirement(&requirement.id);
        answer.is_none_or(|answer| answer.status.is_none())
    });
    let unanswered = unanswered.count();
    (unanswered > 0).then_some(NextOpen::Requirements(unanswered))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The id of the plan's action for it.
    fn action(open: &NextOpen) -> Option<String> {
        Some(match open {
            NextOpen::Agree(topic) => format!("ask:{}", topic.id),
            NextOpen::Owed(requirement) => format!("ask:{}", requirement.id),
            NextOpen::Weakest(weak) => format!("practise:{}", weak.competency.id),
            NextOpen::Rate(competency) => format!("rate:{}", competency.id),
            _ => return None,
        })
    }

    #[test]
    fn what_is_next_is_what_the_plan_begins_with() {
        use crate::domain::document::{ProfileAnswer, Rating, TopicStatus};
        use crate::domain::example::Example;
        use crate::domain::framework::bundled;
        use crate::domain::plan::generate;
        let today = Day::parse("2026-11-23").unwrap();
        let person = |experience| {
            Example::new()
                .says(ProfileAnswer::Role(Some("care-coordinator".into())))
                .says(ProfileAnswer::Experience(Some(experience)))
        };
        let settled = || person(Experience::ThreeYearsOrMore);
        let supervision = "local-induction/supervision-and-appraisal";
        for (name, example) in [
            ("just starting", person(Experience::JustStarting)),
            ("nothing rated", settled()),
            (
                "weak above the aim",
                settled()
                    .says(ProfileAnswer::Aim(Some("early-career".into())))
                    .scores("self-monitoring", 1)
                    .scores("promoting-autonomy", 2),
            ),
            (
                "no opportunity first",
                settled()
                    .all(Rating::NoOpportunity)
                    .scores("self-monitoring", 0),
            ),
            (
                "safety and a duty",
                settled()
                    .topic(supervision, TopicStatus::NotYet)
                    .requirement("coordinator-des-b", RequirementStatus::NotMet)
                    .scores("self-monitoring", 0),
            ),
            (
                "a duty not met before one unsure",
                settled()
                    .requirement("coordinator-des-a", RequirementStatus::Unsure)
                    .requirement("coordinator-des-b", RequirementStatus::NotMet),
            ),
        ] {
            let document = example.document();
            let bearing = Bearing::of(bundled(), &document);
            let open = next_open(bundled(), &document, &bearing, today).expect(name);
            let plan = generate(bundled(), &document, today);
            let first = plan.next.first().map(|it| it.id.as_str().to_owned());
            assert_eq!(action(&open), first, "{name}");
        }
    }

    #[test]
    fn a_list_of_fourteen_takes_three_minutes() {
        for (topics, minutes) in [(1, 1), (5, 1), (11, 3), (14, 3)] {
            assert_eq!(minutes_for(topics), minutes, "{topics}");
        }
    }
}

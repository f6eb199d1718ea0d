//! The parts the framework is read in: one address and one page each.

use crate::domain::framework::model::{
    Competency, Framework, Role, Section, Standing, Text, Topic,
};
use crate::domain::framework::section_of;

/// A page of `#/framework`.
#[derive(Clone, Copy, Debug)]
pub enum FrameworkPart<'a> {
    Purpose,
    KindsOfTraining,
    SomersetModel,
    Differences,
    Scale,
    Competency(&'a Competency),
    Ladder,
    Pay,
    Apprenticeship,
    Roles,
    Role(&'a Role),
    Section(&'a Section),
    /// A section, opened at one of its topics.
    Topic(&'a Section, &'a Topic),
    OutcomeTools,
    ReferralCodes,
    Directories,
    PersonalisedPlan,
    References,
}

/// Parts that belong together on the contents page.
pub struct PartGroup<'a> {
    pub heading: &'static str,
    pub parts: Vec<FrameworkPart<'a>>,
}

impl<'a> FrameworkPart<'a> {
    /// The part an address names, if the framework has it.
    pub fn find(framework: &'a Framework, slug: &str) -> Option<FrameworkPart<'a>> {
        if let Some(topic) = framework.topic(slug) {
            let section = framework.section(slug.split('/').next()?)?;
            return Some(FrameworkPart::Topic(section, topic));
        }
        contents(framework)
            .into_iter()
            .flat_map(|group| group.parts)
            .find(|part| part.slug() == slug)
    }

    /// The word after `#/framework/`.
    pub fn slug(&self) -> &'a str {
        match self {
            FrameworkPart::Purpose => "purpose",
            FrameworkPart::KindsOfTraining => "kinds-of-training",
            FrameworkPart::SomersetModel => "somerset-model",
            FrameworkPart::Differences => "differences",
            FrameworkPart::Scale => "scale",
            FrameworkPart::Competency(it) => it.id.as_str(),
            FrameworkPart::Ladder => "career-levels",
            FrameworkPart::Pay => "pay",
            FrameworkPart::Apprenticeship => "apprenticeship",
            FrameworkPart::Roles => "roles",
            FrameworkPart::Role(it) => it.id.as_str(),
            FrameworkPart::Section(it) => it.id.as_str(),
            FrameworkPart::Topic(_, topic) => topic.id.as_str(),
            FrameworkPart::OutcomeTools => "outcome-tools",
            FrameworkPart::ReferralCodes => "referral-codes",
            FrameworkPart::Directories => "directories",
            FrameworkPart::PersonalisedPlan => "personalised-plan",
            FrameworkPart::References => "references",
        }
    }

    /// The page's heading.
    pub fn heading(&self) -> Text {
        match self {
            FrameworkPart::Purpose => "Purpose and use",
            FrameworkPart::KindsOfTraining => "Five kinds of training",
            FrameworkPart::SomersetModel => "Social prescribing in Somerset",
            FrameworkPart::Differences => "How this differs from the official wording",
            FrameworkPart::Scale => "The scale, and how to score",
            FrameworkPart::Competency(it) => it.title,
            FrameworkPart::Ladder => "Career levels",
            FrameworkPart::Pay => "Suggested pay in 2020–21",
            FrameworkPart::Apprenticeship => "The apprenticeship route",
            FrameworkPart::Roles => "Roles and what they require",
            FrameworkPart::Role(it) => it.title,
            FrameworkPart::Section(it) | FrameworkPart::Topic(it, _) => it.title,
            FrameworkPart::OutcomeTools => "Outcome tools",
            FrameworkPart::ReferralCodes => "Referral codes",
            FrameworkPart::Directories => "Online directories",
            FrameworkPart::PersonalisedPlan => "What goes into a personalised plan",
            FrameworkPart::References => "Documents behind the framework",
        }
    }

    /// The address.
    pub fn href(&self) -> String {
        format!("#/framework/{}", self.slug())
    }
}

/// The contents page.
pub fn contents(framework: &Framework) -> Vec<PartGroup<'_>> {
    let sections = |ids: &[&str]| -> Vec<FrameworkPart<'_>> {
        ids.iter()
            .filter_map(|id| framework.section(id))
            .map(FrameworkPart::Section)
            .collect()
    };
    let mut rating = vec![FrameworkPart::Scale];
    rating.extend(framework.competencies.iter().map(FrameworkPart::Competency));
    let mut roles = vec![FrameworkPart::Roles];
    roles.extend(framework.roles.iter().map(FrameworkPart::Role));
    vec![
        PartGroup {
            heading: "What it is",
            parts: vec![
                FrameworkPart::Purpose,
                FrameworkPart::SomersetModel,
                FrameworkPart::KindsOfTraining,
                FrameworkPart::Differences,
            ],
        },
        PartGroup {
            heading: "The six assessed competencies",
            parts: rating,
        },
        PartGroup {
            heading: "Induction, knowledge and skills",
            parts: sections(&[
                "local-induction",
                "core-knowledge",
                "level-1-skills",
                "level-2-skills",
                "level-3-components",
            ]),
        },
        PartGroup {
            heading: "For the people you work with",
            parts: sections(&["caseload-topics", "specialist-areas"]),
        },
        PartGroup {
            heading: "Roles, levels and pay",
            parts: {
                roles.extend([
                    FrameworkPart::Ladder,
                    FrameworkPart::Pay,
                    FrameworkPart::Apprenticeship,
                ]);
                roles
            },
        },
        PartGroup {
            heading: "Used day by day",
            parts: vec![
                FrameworkPart::OutcomeTools,
                FrameworkPart::ReferralCodes,
                FrameworkPart::Directories,
                FrameworkPart::PersonalisedPlan,
            ],
        },
        PartGroup {
            heading: "Background reading",
            parts: {
                let mut parts = sections(&[
                    "models-and-tools",
                    "legislation-and-policy",
                    "key-conditions",
                    "social-prescribing-activities",
                    "community-development",
                    "professional-practice",
                    "workshop-competencies",
                ]);
                parts.push(FrameworkPart::References);
                parts
            },
        },
    ]
}

/// A score as the rubric and the scale name it: "3 – Competent".
pub fn score_name(framework: &Framework, score: u8) -> String {
    let mut levels = framework.scale.levels.iter();
    let level = levels.find(|level| level.score == score);
    format!("{score} – {}", level.map_or("", |level| level.name))
}

/// What a section asks of the reader, where the framework does not say.
pub fn standing(section: &Section) -> Option<Text> {
    match section.standing {
        Standing::Framework => None,
        Standing::Chosen => Some("You choose which of these matter for the people you work with."),
        Standing::Background => {
            Some("Background reading: it asks nothing of you and holds no level back.")
        }
    }
}

/// Where else the same topic stands: the sections and their topics.
pub fn same_elsewhere<'a>(
    framework: &'a Framework,
    topic: &Topic,
) -> Vec<(&'a Section, &'a Topic)> {
    let there = |id| {
        let section = framework.section(section_of(id))?;
        Some((section, framework.topic(id.as_str())?))
    };
    topic.same_as.iter().filter_map(there).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::framework::bundled;

    #[test]
    fn a_score_is_told_with_its_name() {
        for (score, expected) in [(0, "0 – Absence"), (3, "3 – Competent"), (5, "5 – Expert")]
        {
            assert_eq!(score_name(bundled(), score), expected);
        }
    }

    #[test]
    fn every_topic_that_stands_twice_names_the_other_place() {
        for topic in &bundled().topics {
            let elsewhere = same_elsewhere(bundled(), topic);
            assert_eq!(elsewhere.len(), topic.same_as.len(), "{}", topic.id);
            for (section, other) in elsewhere {
                assert_eq!(section.id.as_str(), section_of(&other.id));
                assert_ne!(other.id, topic.id);
            }
        }
    }
}

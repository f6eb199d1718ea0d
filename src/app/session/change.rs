//! A change a person makes, as data: which method of the document, with what.

use crate::domain::document::{
    ActionPart, AnswerChange, At, ChangeError, Course, Document, EntryChange, ProfileAnswer,
    RequirementStatus, TopicStatus, Which,
};
use crate::domain::ids::{ActionId, CompetencyId, CourseId, RequirementId, ResourceId, TopicId};
use crate::domain::score::Score;

/// One change to the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Profile(ProfileAnswer),
    AchievedAt(Score),
    Rate {
        competency: CompetencyId,
        which: Which,
        change: EntryChange,
    },
    Topic {
        topic: TopicId,
        same_as: Vec<TopicId>,
        change: AnswerChange<TopicStatus>,
    },
    Requirement {
        requirement: RequirementId,
        change: AnswerChange<RequirementStatus>,
    },
    Action {
        action: ActionId,
        part: ActionPart,
    },
    Link {
        resource: ResourceId,
        url: String,
    },
    Course {
        id: CourseId,
        course: Course,
    },
    RemoveCourse(CourseId),
}

impl Change {
    pub(super) fn apply(self, document: &mut Document, at: At) -> Result<(), ChangeError> {
        match self {
            Self::Profile(answer) => document.set_profile(answer, at),
            Self::AchievedAt(score) => document.choose_achieved_at(score, at),
            Self::Rate {
                competency,
                which,
                change,
            } => document.rate(&competency, which, change, at),
            Self::Topic {
                topic,
                same_as,
                change,
            } => document.answer_topic(&topic, &same_as, change, at),
            Self::Requirement {
                requirement,
                change,
            } => document.answer_requirement(&requirement, change, at),
            Self::Action { action, part } => document.change_action(&action, part, at),
            Self::Link { resource, url } => document.replace_link(&resource, &url, at),
            Self::Course { id, course } => document.put_course(&id, course, at),
            Self::RemoveCourse(id) => document.remove_course(&id, at),
        }
    }
}

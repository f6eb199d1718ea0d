//! A change a person makes, as data: which method of the document, with what.

use crate::domain::document::{
    ActionEdit, AnswerChange, ChangeError, ClockReading, Course, Document, EntryChange,
    ProfileAnswer, RequirementStatus, TopicStatus, WhichEntry,
};
use crate::domain::ids::{
    ActionId, CompetencyId, CourseId, PlanHash, RequirementId, ResourceId, ReviewId, TopicId,
};
use crate::domain::score::Score;

/// One change to the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    Profile(ProfileAnswer),
    AchievedAt(Score),
    Rate {
        competency: CompetencyId,
        which: WhichEntry,
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
        edit: ActionEdit,
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
    RemoveReview(ReviewId),
    /// Takes an action on that was agreed in a review.
    AcceptAgreed {
        review: ReviewId,
        action: ActionId,
    },
    /// Says no to an action that was agreed in a review.
    DeclineAgreed {
        review: ReviewId,
        action: ActionId,
    },
    /// This plan file was saved to share.
    SavedPlan(PlanHash),
    /// These actions have an entry in a calendar file.
    InCalendar(Vec<ActionId>),
}

impl Change {
    pub(in crate::app) fn apply(
        self,
        document: &mut Document,
        at: ClockReading,
    ) -> Result<(), ChangeError> {
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
            Self::Action { action, edit } => document.change_action(&action, edit, at),
            Self::Link { resource, url } => document.replace_link(&resource, &url, at),
            Self::Course { id, course } => document.put_course(&id, course, at),
            Self::RemoveCourse(id) => document.remove_course(&id, at),
            Self::RemoveReview(id) => document.remove_review(&id, at),
            Self::AcceptAgreed { review, action } => document.accept_agreed(&review, &action, at),
            Self::DeclineAgreed { review, action } => document.decline_agreed(&review, &action, at),
            Self::SavedPlan(plan) => document.note_saved_plan(&plan, at),
            Self::InCalendar(actions) => actions
                .iter()
                .try_for_each(|action| document.note_in_calendar(action, at)),
        }
    }
}

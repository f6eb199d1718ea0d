//! Where a field goes. `v1` names one of these beside every field: together
//! they are the one table of what is stored, backed up and shared.

/// What a document is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// To be kept by the browser: on one line.
    Stored,
    /// Everything, to keep.
    Backup,
    /// To share, with what was ticked.
    Plan(&'a [ShareOption]),
}

/// The copies a field goes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldScope {
    /// Stored, in a backup, and in every plan.
    Everywhere,
    /// Stored and in a backup, never in a plan.
    Own,
    /// Stored and in a backup; in a plan only if ticked.
    IfTicked(ShareOption),
    /// In a backup and in a plan; not stored, for it can be worked out.
    Files,
}

/// What a worker can add to a plan before sharing it. All are off at
/// first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShareOption {
    Name,
    Workplace,
    /// How long, where I say I am now, scheme, Somerset, hours, start,
    /// caseload, wider responsibilities, next review.
    AboutMyPost,
    /// Earlier ratings, not only the latest score of each competency.
    History,
    /// Which key features were there.
    Features,
    Reflections,
    Evidence,
    /// Answers to topics and requirements.
    Answers,
    /// Notes and reasons beside those answers.
    AnswerNotes,
    /// Notes on actions, what might get in the way, who can help, what was
    /// learned, reasons for putting aside.
    ActionNotes,
    /// Actions the worker wrote.
    OwnActions,
    /// Courses and links the worker added.
    LocalCourses,
    /// How each action is done, why, and the score it is about.
    Details,
    /// The reader is asked to score before they see the worker's scores.
    ScoreFirst,
}

impl ShareOption {
    /// All, in the order they are offered.
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Workplace,
        Self::AboutMyPost,
        Self::History,
        Self::Features,
        Self::Reflections,
        Self::Evidence,
        Self::Answers,
        Self::AnswerNotes,
        Self::ActionNotes,
        Self::OwnActions,
        Self::LocalCourses,
        Self::Details,
        Self::ScoreFirst,
    ];
}

impl FieldScope {
    /// Whether a field goes into this copy.
    pub fn goes_into(self, purpose: Purpose<'_>) -> bool {
        match (self, purpose) {
            (Self::Everywhere, _) => true,
            (Self::Own | Self::IfTicked(_), Purpose::Stored | Purpose::Backup) => true,
            (Self::Own, Purpose::Plan(_)) => false,
            (Self::IfTicked(tick), Purpose::Plan(ticks)) => ticks.contains(&tick),
            (Self::Files, Purpose::Stored) => false,
            (Self::Files, Purpose::Backup | Purpose::Plan(_)) => true,
        }
    }
}

#[cfg(test)]
mod tests;

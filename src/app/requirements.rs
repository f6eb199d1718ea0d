//! What the page of requirements shows: kinds and answers in words, counts.

use crate::domain::document::{Document, RequirementStatus, SchemeFunded};
use crate::domain::framework::model::{Requirement, RequirementKind, Role};

/// The requirements of one kind, in order.
pub fn of_kind(role: &Role, kind: RequirementKind) -> Vec<&Requirement> {
    let mut found = Vec::new();
    for requirement in role.requirements.iter() {
        if requirement.kind == kind {
            found.push(requirement);
        }
    }
    found
}

/// Whose the scheme's duties are, by the answer to "Is your post paid for
/// through the scheme?".
pub fn scheme_words(funded: Option<SchemeFunded>) -> &'static str {
    match funded {
        Some(SchemeFunded::Yes) => {
            "Your post is scheme-funded, so your network had to make sure of this (2020/21 rules; check this year’s). What is missing is for the network to put right: ask for it."
        }
        Some(SchemeFunded::No) => {
            "Your post is not scheme-funded, so the scheme asked no network to make sure of this for you. It is still a picture of good support. Answer what helps you, and leave the rest."
        }
        Some(SchemeFunded::DontKnow) | None => {
            "If your post is scheme-funded, your network had to make sure of this (2020/21 rules; check this year’s)."
        }
    }
}

/// The answers to a requirement, in order. What is ongoing is never finished.
pub fn answers(requirement: &Requirement) -> [(RequirementStatus, &'static str); 4] {
    let [met, not_met] = if requirement.ongoing {
        [
            "Met: it is in place, and it goes on",
            "Not met: not in place now",
        ]
    } else {
        ["Met", "Not met"]
    };
    [
        (RequirementStatus::Met, met),
        (RequirementStatus::NotMet, not_met),
        (RequirementStatus::Unsure, "Unsure"),
        (RequirementStatus::DoesNotApply, "Does not apply"),
    ]
}

/// The value a control gives an answer.
pub fn value(status: RequirementStatus) -> &'static str {
    match status {
        RequirementStatus::Met => "met",
        RequirementStatus::NotMet => "not-met",
        RequirementStatus::Unsure => "unsure",
        RequirementStatus::DoesNotApply => "does-not-apply",
    }
}

/// The answer of a control's value.
pub fn status(given: &str) -> Option<RequirementStatus> {
    [
        RequirementStatus::Met,
        RequirementStatus::NotMet,
        RequirementStatus::Unsure,
        RequirementStatus::DoesNotApply,
    ]
    .into_iter()
    .find(|status| value(*status) == given)
}

/// The value a control gives an answer to the scheme question, and its words.
pub const FUNDED: [(SchemeFunded, &str, &str); 3] = [
    (SchemeFunded::Yes, "yes", "Yes"),
    (SchemeFunded::No, "no", "No"),
    (SchemeFunded::DontKnow, "dont-know", "I don’t know"),
];

/// How far the requirements of a role are, in words: "3 of 6 answered, 1 not
/// met, 1 unsure".
pub fn progress(document: &Document, role: &Role) -> String {
    let (mut answered, mut not_met, mut unsure) = (0, 0, 0);
    for requirement in role.requirements.iter() {
        let status = standing(document, requirement).0;
        answered += usize::from(status.is_some());
        not_met += usize::from(status == Some(RequirementStatus::NotMet));
        unsure += usize::from(status == Some(RequirementStatus::Unsure));
    }
    let mut words = format!("{answered} of {} answered", role.requirements.len());
    if not_met > 0 {
        words = format!("{words}, {not_met} not met");
    }
    if unsure > 0 {
        words = format!("{words}, {unsure} unsure");
    }
    words
}

/// The answer that stands: status and note.
pub fn standing<'a>(
    document: &'a Document,
    requirement: &Requirement,
) -> (Option<RequirementStatus>, &'a str) {
    document
        .requirement(&requirement.id)
        .map_or((None, ""), |answer| (answer.status, &answer.note))
}

//! What the page of requirements shows: kinds and answers in words, counts.

use crate::domain::document::{Document, RequirementStatus, SchemeFunded};
use crate::domain::framework::model::{Framework, Requirement, RequirementKind, Role};
use crate::domain::ladder::Bearing;

/// For which role the page is shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShownFor {
    /// The role's id.
    pub role: &'static str,
    /// The worker has chosen it.
    pub is_chosen: bool,
}

/// The role that was chosen, or else the one the tool supposes.
pub fn shown_for(framework: &'static Framework, document: &Document) -> ShownFor {
    let bearing = Bearing::of(framework, document);
    ShownFor {
        role: bearing.role.id.as_str(),
        is_chosen: bearing.role_chosen,
    }
}

/// The kinds of requirements a role has, in order, each with its heading.
pub fn kinds(role: &Role) -> Vec<(RequirementKind, &'static str)> {
    let mut kinds = vec![
        (
            RequirementKind::Scheme,
            "What the scheme asked of your network",
        ),
        (
            RequirementKind::Essential,
            "What the sample job description calls essential",
        ),
        (
            RequirementKind::Desirable,
            "What the sample job description calls desirable",
        ),
    ];
    kinds.retain(|(kind, _)| !of_kind(role, *kind).is_empty());
    kinds
}

/// What to know of a kind, by the answer to "Is your post paid for through the
/// scheme?".
pub fn about(kind: RequirementKind, funded: Option<SchemeFunded>) -> &'static str {
    match kind {
        RequirementKind::Scheme => scheme_words(funded),
        RequirementKind::Essential => {
            "This is from a national sample person specification. Your own job description may ask for other things."
        }
        RequirementKind::Desirable => "Good to have, and not a must.",
    }
}

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

/// How far the requirements of a role are, in words: "3 of 6 answered, 1 not
/// met, 1 unsure".
pub fn progress(document: &Document, role: &Role) -> String {
    let (mut answered, mut not_met, mut unsure) = (0, 0, 0);
    for requirement in role.requirements.iter() {
        let status = current_answer(document, requirement).0;
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
pub fn current_answer<'a>(
    document: &'a Document,
    requirement: &Requirement,
) -> (Option<RequirementStatus>, &'a str) {
    document
        .requirement(&requirement.id)
        .map_or((None, ""), |answer| (answer.status, &answer.note))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dates::Moment;
    use crate::domain::document::{AnswerChange, ClockReading};
    use crate::domain::framework::bundled;

    #[test]
    fn counts_say_what_was_answered_and_nothing_else() {
        use RequirementStatus::{DoesNotApply, Met, NotMet, Unsure};
        let role = &bundled().roles[0];
        let now = Moment::parse("2026-11-23T10:00:00Z").expect("a moment");
        let at = ClockReading {
            now,
            today: now.utc_day(),
        };
        let table: [(&[Option<RequirementStatus>], &str); 5] = [
            (&[], "0 of 6 answered"),
            (&[None, Some(Met)], "1 of 6 answered"),
            (
                &[Some(Met), Some(NotMet), Some(Unsure)],
                "3 of 6 answered, 1 not met, 1 unsure",
            ),
            (&[Some(DoesNotApply); 6], "6 of 6 answered"),
            (&[Some(NotMet); 6], "6 of 6 answered, 6 not met"),
        ];
        for (given, expected) in table {
            let mut document = Document::default();
            for (requirement, status) in role.requirements.iter().zip(given) {
                for change in [
                    AnswerChange::Note("a note is no answer".into()),
                    AnswerChange::Status(*status),
                ] {
                    document
                        .answer_requirement(&requirement.id, change, at)
                        .expect("room");
                }
            }
            assert_eq!(progress(&document, role), expected);
        }
    }

    #[test]
    fn a_role_shows_only_the_kinds_it_has() {
        let kinds_of = |id: &str| -> Vec<RequirementKind> {
            let role = bundled().role(id).expect("a role");
            kinds(role).into_iter().map(|(kind, _)| kind).collect()
        };
        for role in &bundled().roles {
            let counted: usize = kinds(role)
                .into_iter()
                .map(|(kind, _)| of_kind(role, kind).len())
                .sum();
            assert_eq!(counted, role.requirements.len(), "{}", role.id);
        }
        assert!(kinds_of("other-role").is_empty());
        assert!(kinds_of("social-prescribing-link-worker").contains(&RequirementKind::Scheme));
    }

    #[test]
    fn the_duty_is_the_networks_whatever_was_answered() {
        for (funded, says) in [
            (None, "If your post is scheme-funded, your network had to"),
            (
                Some(SchemeFunded::DontKnow),
                "If your post is scheme-funded",
            ),
            (Some(SchemeFunded::Yes), "so your network had to make sure"),
            (Some(SchemeFunded::No), "the scheme asked no network"),
        ] {
            let words = scheme_words(funded);
            assert!(words.contains(says), "{funded:?}: {words}");
            assert!(!words.contains("contract"), "{words}");
        }
    }

    #[test]
    fn every_requirement_stands_under_its_kind_once() {
        for role in bundled().roles.iter() {
            let found: usize = RequirementKind::ALL
                .iter()
                .map(|kind| of_kind(role, *kind).len())
                .sum();
            assert_eq!(found, role.requirements.len(), "{}", role.id);
        }
    }

    #[test]
    fn what_is_ongoing_is_in_place_and_never_finished() {
        for role in bundled().roles.iter() {
            for requirement in role.requirements.iter() {
                let words = answers(requirement)[0].1;
                assert_eq!(words.contains("goes on"), requirement.ongoing, "{words}");
            }
        }
        for (given, _) in answers(&bundled().roles[0].requirements[0]) {
            assert_eq!(status(value(given)), Some(given));
        }
    }
}

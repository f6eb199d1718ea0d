//! The words for what the data names by a code.

use crate::domain::framework::model::{Area, ArrangedBy, Band, Kind, LearnedBy, RequirementKind};

/// Stands before words that are not the framework's.
pub const OWN: &str = "This tool’s own words";

/// Stands before a `met_when` or `how` that is not the framework's.
pub const OWN_VIEW: &str = "This tool’s own view";

/// A kind of resource.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::ELearning => "E-learning",
        Kind::Course => "Course",
        Kind::Video => "Video",
        Kind::Website => "Website",
        Kind::Document => "Document",
        Kind::Tool => "Tool",
        Kind::Forum => "Forum",
        Kind::Organisation => "Organisation",
        Kind::Service => "Service",
    }
}

/// Where a resource can be used.
pub fn area(area: Area) -> &'static str {
    match area {
        Area::Somerset => "Somerset",
        Area::SouthWest => "South West",
        Area::England => "Anywhere in England",
    }
}

/// How much time a resource takes.
pub fn effort(band: Band) -> &'static str {
    match band {
        Band::UnderAnHour => "Under an hour",
        Band::HalfADay => "Half a day",
        Band::ADayOrMore => "A day or more",
        Band::Ongoing => "Ongoing",
    }
}

/// Who arranges something.
pub fn arranged_by(who: ArrangedBy) -> &'static str {
    match who {
        ArrangedBy::Employer => "your employer",
        ArrangedBy::SkilledProfessional => "a professional with the right skills",
        ArrangedBy::PeerExpert => "an expert peer: somebody experienced in your role",
        ArrangedBy::Myself => "you",
    }
}

/// A way of learning, as the end of "Learned by …".
pub fn learned_by(way: LearnedBy) -> &'static str {
    match way {
        LearnedBy::InteractiveTraining => "interactive training",
        LearnedBy::Coaching => "coaching",
        LearnedBy::Assessment => "assessment",
        LearnedBy::OnlineLearning => "online learning",
        LearnedBy::Reading => "reading",
        LearnedBy::Shadowing => "shadowing",
        LearnedBy::Doing => "doing",
        LearnedBy::Supervision => "supervision",
        LearnedBy::PeerSupport => "peer support",
        LearnedBy::LearningSets => "learning sets",
        LearnedBy::Workplace => "being shown at work",
    }
}

/// Where a requirement comes from.
pub fn requirement_kind(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Scheme => "Additional roles scheme",
        RequirementKind::Essential => "Sample person specification: essential",
        RequirementKind::Desirable => "Sample person specification: desirable",
    }
}

/// A list as a sentence says it: "reading, shadowing and doing".
pub fn list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A count with its noun: "1 resource", "3 resources".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_as_a_sentence_says_it() {
        for (words, expected) in [
            (&[][..], ""),
            (&["reading"], "reading"),
            (&["reading", "doing"], "reading and doing"),
            (
                &["reading", "shadowing", "doing"],
                "reading, shadowing and doing",
            ),
        ] {
            assert_eq!(list(words), expected);
        }
    }

    #[test]
    fn one_is_not_plural_and_none_is() {
        for (n, expected) in [(0, "0 resources"), (1, "1 resource"), (2, "2 resources")] {
            assert_eq!(count(n, "resource", "resources"), expected);
        }
    }
}

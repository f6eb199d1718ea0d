//! The words for what the data names by a code.

use crate::domain::framework::model::{
    Area, ArrangedBy, Band, Effort, Framework, Kind, LearnedBy, Origin, RequirementKind, Text,
};
use crate::domain::words::thousands;

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
pub fn area(framework: &Framework, area: Area) -> Text {
    match area {
        Area::Local => match framework.host {
            Some(host) if !host.area.is_empty() => host.area,
            _ => "Near you",
        },
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

/// How much time it takes, and who says so where the framework does not.
pub fn effort_and_who(it: Effort) -> String {
    let band = effort(it.band);
    match it.origin {
        Origin::Framework | Origin::Host => band.to_owned(),
        Origin::Tool => format!("{band} (this tool’s estimate)"),
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

/// Each text once, in order, with how often it came: "icon.svg (19 times)".
pub fn each_once(texts: Vec<String>) -> Vec<String> {
    let mut times: Vec<(String, usize)> = Vec::new();
    for text in texts {
        match times.iter_mut().find(|it| it.0 == text) {
            Some(known) => known.1 += 1,
            None => times.push((text, 1)),
        }
    }
    let said = times.into_iter().map(|(text, times)| match times {
        1 => text,
        _ => format!("{text} ({times} times)"),
    });
    said.collect()
}

/// A count with its noun: "1 resource", "3 resources".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A whole amount of money: "£19,737".
pub fn pounds(amount: u32) -> String {
    format!("£{}", thousands(amount as usize))
}

/// What a number of bytes takes: "12 kB", "10.5 MB". A kilobyte is 1,000
/// bytes, and a begun one counts.
pub fn kilobytes(bytes: usize) -> String {
    match bytes.div_ceil(1000) {
        kilo @ 0..1000 => format!("{kilo} kB"),
        kilo => format!("{}.{} MB", kilo / 1000, kilo % 1000 / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_a_comma_at_the_thousands() {
        for (amount, expected) in [(950, "£950"), (19_737, "£19,737"), (20_005, "£20,005")] {
            assert_eq!(pounds(amount), expected);
        }
    }

    #[test]
    fn room_is_told_in_round_numbers() {
        for (bytes, expected) in [
            (0, "0 kB"),
            (1, "1 kB"),
            (11_001, "12 kB"),
            (999_000, "999 kB"),
            (999_001, "1.0 MB"),
            (10_485_760, "10.4 MB"),
        ] {
            assert_eq!(kilobytes(bytes), expected);
        }
    }

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

    #[test]
    fn what_comes_again_stands_once() {
        let texts = ["a", "b", "a", "a"].map(str::to_owned).to_vec();
        assert_eq!(each_once(texts), ["a (3 times)", "b"]);
        assert_eq!(each_once(vec![]), [""; 0]);
    }
}

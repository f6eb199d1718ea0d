//! A worker who answered every question about themselves, for the tests that
//! hold the lists of these answers against each other.

use super::*;

/// The name of every field of a profile.
pub(crate) fn field_names() -> Vec<&'static str> {
    macro_rules! names {
        ($($field:ident)+) => { vec![$(stringify!($field)),+] };
    }
    profile_fields!(names)
}

/// An answer to every question, by ids of the bundled framework.
pub(crate) fn answers() -> Vec<ProfileAnswer> {
    use ProfileAnswer as A;
    vec![
        A::Role(Some("social-prescribing-link-worker".into())),
        A::Experience(Some(Experience::OneToTwoYears)),
        A::Aim(Some("mid-career".into())),
        A::Here(Some("early-career".into())),
        A::Name("Sam Example".to_owned()),
        A::Workplace("Example Health Centre".to_owned()),
        A::SchemeFunded(Some(SchemeFunded::Yes)),
        A::InSomerset(Some(true)),
        A::InArea("Mallowshire".to_owned(), Some(true)),
        A::HoursAMonth(Some(LearningHours::Known(8))),
        A::Start(Day::parse("2025-09-01")),
        A::Caseload(Some(["caseload-topics/dementia".into()].into())),
        A::Wider(Some([WiderWork::Leadership].into())),
        A::NextReview(Day::parse("2026-11-01")),
        // With a review after it, that one is the last.
        A::NextReview(Day::parse("2027-01-15")),
    ]
}

/// A worker who gave each answer on a day of its own, from 1 November 2026.
pub(crate) fn worker() -> Document {
    let first = Day::parse("2026-11-01").expect("a day");
    let mut document = Document::new("somebody".into()).expect("an id");
    for (day, answer) in (0..).zip(answers()) {
        let today = first.plus_days(day);
        let now = Moment::start_of(today);
        let at = ClockReading { now, today };
        document.set_profile(answer, at).expect("an answer");
    }
    document
}

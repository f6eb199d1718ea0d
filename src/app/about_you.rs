//! What `#/about-you` asks, as plain data: the answers to choose from, what a
//! form's words stand for, and what to say where they stand for nothing.

use crate::domain::dates::Day;
use crate::domain::document::{Document, Experience, Hours, Profile, SchemeFunded, Wider};
use crate::domain::framework::model::Framework;
use crate::domain::ladder::Bearing;
use crate::domain::limits::HOURS_A_MONTH;
use crate::domain::set::Set;

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    pub label: String,
    /// Empty for none.
    pub hint: String,
}

fn option(value: &str, label: &str, hint: impl Into<String>) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: hint.into(),
    }
}

/// "My role".
pub fn roles(framework: &Framework) -> Vec<Choice> {
    let role = |role: &crate::domain::framework::model::Role| {
        let hint = match &*role.also_called {
            [] => String::new(),
            names => format!("Also called: {}.", names.join(", ")),
        };
        option(role.id.as_str(), role.title, hint)
    };
    framework.roles.iter().map(role).collect()
}

/// The career levels, named as in Table 1.
pub fn levels(framework: &Framework) -> Vec<Choice> {
    let level = |level: &crate::domain::framework::model::CareerLevel| {
        let hint = format!(
            "{} Training: {}.",
            first_sentence(level.about),
            level.training
        );
        option(level.id.as_str(), level.full_title, hint)
    };
    framework.ladder.iter().map(level).collect()
}

/// The caseload topics a worker may choose.
pub fn caseload(framework: &Framework) -> Vec<Choice> {
    let Some(section) = framework.section("caseload-topics") else {
        return Vec::new();
    };
    framework
        .topics_of(section)
        .map(|topic| option(topic.id.as_str(), topic.title, ""))
        .collect()
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

/// How long the worker has done this: the answer, the form's word, its label.
pub const EXPERIENCE: [(Experience, &str, &str); 4] = [
    (
        Experience::JustStarting,
        "just-starting",
        "I am just starting",
    ),
    (Experience::UnderAYear, "under-a-year", "Less than a year"),
    (
        Experience::OneToTwoYears,
        "one-to-two-years",
        "One or two years",
    ),
    (
        Experience::ThreeYearsOrMore,
        "three-years-or-more",
        "Three years or more",
    ),
];

/// Whether the scheme pays for the post.
pub const SCHEME: [(SchemeFunded, &str, &str); 3] = [
    (SchemeFunded::Yes, "yes", "Yes"),
    (SchemeFunded::No, "no", "No"),
    (SchemeFunded::DontKnow, "dont-know", "I don’t know"),
];

/// Whether the worker works in Somerset.
pub const SOMERSET: [(bool, &str, &str); 2] = [(true, "yes", "Yes"), (false, "no", "No")];

/// What a worker has taken on.
pub const WIDER: [(Wider, &str, &str); 3] = [
    (
        Wider::WiderResponsibilities,
        "wider-responsibilities",
        "Wider responsibilities",
    ),
    (Wider::Leadership, "leadership", "Leadership"),
    (Wider::Specialism, "specialism", "A specialism"),
];

/// The form's word for "none of these".
pub const NONE_OF_THESE: &str = "none";

/// The options of a table as a form shows them.
pub fn options<T>(table: &[(T, &str, &str)]) -> Vec<Choice> {
    let row = |(_, value, label): &(T, &str, &str)| option(value, label, "");
    table.iter().map(row).collect()
}

/// The answer a form's word stands for.
pub fn read<T: Copy>(table: &[(T, &str, &str)], word: &str) -> Option<T> {
    let row = table.iter().find(|(_, value, _)| *value == word)?;
    Some(row.0)
}

/// The form's word for an answer.
pub fn word<T: PartialEq>(table: &[(T, &'static str, &str)], answer: Option<&T>) -> Option<String> {
    let row = table.iter().find(|(it, _, _)| Some(it) == answer)?;
    Some(row.1.to_owned())
}

/// What has been taken on after a box was ticked or unticked. None: not
/// answered; an empty set: none of these.
pub fn wider_after(before: Option<Set<Wider>>, word: &str, ticked: bool) -> Option<Set<Wider>> {
    if word == NONE_OF_THESE {
        return ticked.then(Set::default);
    }
    let mut after = before.unwrap_or_default();
    if let Some(wider) = read(&WIDER, word) {
        after = after.changed(wider, ticked);
    }
    Some(after).filter(|set| !set.is_empty())
}

/// The hours typed; none where nothing is. The sentence says what is wrong.
pub fn hours(text: &str) -> Result<Option<Hours>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<u16>() {
        Ok(hours) if hours <= HOURS_A_MONTH => Ok(Some(Hours::Known(hours))),
        _ => Err(
            "Not saved yet: give whole hours in one month, as a number from 0 to 744, such as 6.",
        ),
    }
}

/// What the box for hours shows.
pub fn hours_text(hours: Option<&Hours>) -> String {
    match hours {
        Some(Hours::Known(hours)) => hours.to_string(),
        Some(Hours::Unknown) | None => String::new(),
    }
}

/// The day a date box holds; none where it is empty. `broken`: the browser
/// says that what stands there is no date. The sentence says what is wrong.
pub fn day(text: &str, broken: bool) -> Result<Option<Day>, &'static str> {
    if text.is_empty() && !broken {
        return Ok(None);
    }
    match Day::parse(text) {
        Some(day) if (1950..=2100).contains(&day.year()) => Ok(Some(day)),
        Some(_) => Err("Not saved yet: look at the year again. It should be from 1950 to 2100."),
        None => Err(
            "Not saved yet: this is not a whole date. Give the day, month and year, or leave it empty.",
        ),
    }
}

/// Which role and aim everything is shown for.
pub fn bearing_sentence(framework: &Framework, document: &Document) -> String {
    let bearing = Bearing::of(framework, document);
    let role = bearing.role.title.to_ascii_lowercase();
    let role = if bearing.role.id.as_str() == "other-role" {
        "somebody in another role".to_owned()
    } else {
        format!("a {role}")
    };
    let mut said = if bearing.role_chosen {
        format!("Everything is shown for {role}")
    } else {
        format!("You have not chosen a role yet. Until you do, everything is shown for {role}")
    };
    match &bearing.supposed {
        None => said.push_str(&format!(" who aims for {}.", bearing.aim.title)),
        Some(reason) => said.push_str(&format!(
            ". You have not chosen an aim: this tool supposes {}, because {}.",
            bearing.aim.title,
            reason.because()
        )),
    }
    if bearing.aims_below(framework, document) {
        said.push_str(
            " This aim is below what you have recorded or where you say you are. That is fine, and you can choose another.",
        );
    }
    said
}

/// How much of this page is answered, in words.
pub fn status(document: &Document) -> String {
    let profile = document.profile();
    let main = [
        profile.role.get().is_some(),
        profile.experience.get().is_some(),
        profile.aim.get().is_some(),
    ];
    let main = main.iter().filter(|answered| **answered).count();
    let more = more_answered(profile);
    match (main, more) {
        (0, 0) => "Nothing answered yet".to_owned(),
        (_, 0) => format!("{main} of 3 main questions answered"),
        _ => format!("{main} of 3 main questions answered, and {more} more"),
    }
}

fn more_answered(profile: &Profile) -> usize {
    [
        profile.here.get().is_some(),
        profile.name.get().is_some(),
        profile.workplace.get().is_some(),
        profile.scheme_funded.get().is_some(),
        profile.in_somerset.get().is_some(),
        profile.hours_a_month.get().is_some(),
        profile.start.get().is_some(),
        profile.caseload.get().is_some(),
        profile.wider.get().is_some(),
        profile.next_review.get().is_some(),
    ]
    .iter()
    .filter(|answered| **answered)
    .count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tests::Worker;
    use crate::domain::document::ProfileAnswer;
    use crate::domain::framework::bundled;

    #[test]
    fn levels_are_named_as_in_table_1_and_said_in_short() {
        let levels = levels(bundled());
        let labels: Vec<_> = levels.iter().map(|it| it.label.as_str()).collect();
        let expected: Vec<_> = bundled().ladder.iter().map(|it| it.full_title).collect();
        assert_eq!(labels, expected);
        assert_eq!(
            levels[0].hint,
            "You have just been taken on. Training: Local induction."
        );
    }

    #[test]
    fn every_name_of_a_role_is_beside_it() {
        let all: String = roles(bundled()).into_iter().map(|it| it.hint).collect();
        for name in ["Link worker", "Health coach", "Health connector"] {
            assert!(all.contains(name), "{name} is not in {all}");
        }
    }

    #[test]
    fn words_of_a_form_are_read_back() {
        for (answer, value, _) in EXPERIENCE {
            assert_eq!(read(&EXPERIENCE, value), Some(answer));
            assert_eq!(word(&EXPERIENCE, Some(&answer)).as_deref(), Some(value));
        }
        assert_eq!(read(&SCHEME, "dont-know"), Some(SchemeFunded::DontKnow));
        assert_eq!(read(&SOMERSET, "no"), Some(false));
        assert_eq!(read(&SOMERSET, ""), None);
        assert_eq!(word(&SOMERSET, None), None);
    }

    #[test]
    fn none_of_these_and_not_answered_are_different() {
        let set = |all: &[Wider]| Some(all.iter().copied().collect::<Set<_>>());
        let both = set(&[Wider::Leadership, Wider::Specialism]);
        let table = [
            (None, "none", true, set(&[])),
            (set(&[]), "none", false, None),
            (both.clone(), "none", true, set(&[])),
            (None, "leadership", true, set(&[Wider::Leadership])),
            (set(&[]), "leadership", true, set(&[Wider::Leadership])),
            (both, "leadership", false, set(&[Wider::Specialism])),
            (set(&[Wider::Leadership]), "leadership", false, None),
        ];
        for (before, word, ticked, after) in table {
            let said = format!("{before:?} {word} {ticked}");
            assert_eq!(wider_after(before, word, ticked), after, "{said}");
        }
    }

    #[test]
    fn hours_are_whole_and_zero_is_an_answer() {
        for (text, expected) in [
            ("", Some(None)),
            ("  ", Some(None)),
            ("0", Some(Some(Hours::Known(0)))),
            (" 6 ", Some(Some(Hours::Known(6)))),
            ("744", Some(Some(Hours::Known(744)))),
            ("745", None),
            ("-1", None),
            ("6.5", None),
            ("six", None),
            ("99999", None),
        ] {
            assert_eq!(hours(text).ok(), expected, "{text:?}");
        }
        assert_eq!(hours_text(Some(&Hours::Known(0))), "0");
        assert_eq!(hours_text(Some(&Hours::Unknown)), "");
    }

    #[test]
    fn a_date_is_whole_or_empty() {
        for (text, broken, expected) in [
            ("", false, Some(None)),
            ("", true, None),
            ("2026-11-23", false, Some(Day::parse("2026-11-23"))),
            ("0026-11-23", false, None),
            ("12026-11-23", false, None),
            ("2101-01-01", false, None),
            ("yesterday", false, None),
        ] {
            assert_eq!(day(text, broken).ok(), expected, "{text:?} {broken}");
        }
    }

    #[test]
    fn what_is_not_chosen_is_said() {
        let mut worker = Worker::new();
        let said = |worker: &Worker| bearing_sentence(bundled(), &worker.document);
        assert_eq!(
            said(&worker),
            "You have not chosen a role yet. Until you do, everything is shown for a social prescribing link worker. You have not chosen an aim: this tool supposes Early career, because it is the first level to aim for."
        );
        worker.says(ProfileAnswer::Role(Some("other-role".into())));
        assert_eq!(
            said(&worker),
            "Everything is shown for somebody in another role. You have not chosen an aim: this tool supposes Early career, because it is the first level to aim for."
        );
        worker.says(ProfileAnswer::Aim(Some("mid-career".into())));
        assert_eq!(
            said(&worker),
            "Everything is shown for somebody in another role who aims for Mid-career."
        );
        worker.says(ProfileAnswer::Here(Some("established-career".into())));
        assert!(said(&worker).ends_with("you can choose another."));
    }

    #[test]
    fn what_is_answered_is_counted_and_nothing_else() {
        let mut worker = Worker::new();
        assert_eq!(status(&worker.document), "Nothing answered yet");
        worker.says(ProfileAnswer::HoursAMonth(Some(Hours::Unknown)));
        worker.says(ProfileAnswer::Role(Some("care-coordinator".into())));
        assert_eq!(
            status(&worker.document),
            "1 of 3 main questions answered, and 1 more"
        );
        worker.says(ProfileAnswer::Role(None));
        worker.says(ProfileAnswer::HoursAMonth(None));
        assert_eq!(status(&worker.document), "Nothing answered yet");
    }
}

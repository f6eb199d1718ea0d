//! What `#/about-you` asks, as plain data: the answers to choose from, what a
//! form's words stand for, and what to say where they stand for nothing.

#[cfg(test)]
mod tests;

use super::assess::next_unrated;
use crate::domain::dates::Day;
use crate::domain::document::{
    Document, Experience, LearningHours, Profile, ProfileAnswer, SchemeFunded, WiderWork,
};
use crate::domain::framework::model::{Framework, Text};
use crate::domain::ladder::Bearing;
use crate::domain::limits::HOURS_A_MONTH;
use crate::domain::plan::is_somerset;
use crate::domain::sorted_set::SortedSet;

/// One of several answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldOption {
    /// What the form sends.
    pub value: String,
    pub label: String,
    /// Empty for none.
    pub hint: String,
}

fn option(value: &str, label: &str, hint: impl Into<String>) -> FieldOption {
    FieldOption {
        value: value.to_owned(),
        label: label.to_owned(),
        hint: hint.into(),
    }
}

/// "My role".
pub fn roles(framework: &Framework) -> Vec<FieldOption> {
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
pub fn levels(framework: &Framework) -> Vec<FieldOption> {
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
pub fn caseload(framework: &Framework) -> Vec<FieldOption> {
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

/// Whether the worker works where the host of the site is: in Somerset, where
/// there is no host or none that says where.
pub const WORKS_HERE: [(bool, &str, &str); 2] = [(true, "yes", "Yes"), (false, "no", "No")];

/// The question that asks it.
pub fn works_here_question(framework: &Framework) -> Text {
    match framework.host.map_or("", |host| host.question) {
        "" => "Do I work in Somerset?",
        question => question,
    }
}

/// The answer to it, kept under the name of the place it is about.
pub fn works_here(framework: &Framework, answer: Option<bool>) -> ProfileAnswer {
    match framework.host.map_or("", |host| host.area) {
        area if area.is_empty() || is_somerset(area) => ProfileAnswer::InSomerset(answer),
        area => ProfileAnswer::InArea(area.to_owned(), answer),
    }
}

/// What a worker has taken on.
pub const WIDER: [(WiderWork, &str, &str); 3] = [
    (
        WiderWork::WiderResponsibilities,
        "wider-responsibilities",
        "Wider responsibilities",
    ),
    (WiderWork::Leadership, "leadership", "Leadership"),
    (WiderWork::Specialism, "specialism", "A specialism"),
];

/// The form's word for "none of these".
pub const NONE_OF_THESE: &str = "none";

/// The options of a table as a form shows them.
pub fn options<T>(table: &[(T, &str, &str)]) -> Vec<FieldOption> {
    let row = |(_, value, label): &(T, &str, &str)| option(value, label, "");
    table.iter().map(row).collect()
}

/// The answer a form's word stands for.
pub fn from_word<T: Copy>(table: &[(T, &str, &str)], word: &str) -> Option<T> {
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
pub fn wider_after(
    before: Option<SortedSet<WiderWork>>,
    word: &str,
    ticked: bool,
) -> Option<SortedSet<WiderWork>> {
    if word == NONE_OF_THESE {
        return ticked.then(SortedSet::default);
    }
    let mut after = before.unwrap_or_default();
    if let Some(wider) = from_word(&WIDER, word) {
        after = after.changed(wider, ticked);
    }
    Some(after).filter(|set| !set.is_empty())
}

/// The hours typed; none where nothing is. The sentence says what is wrong.
pub fn hours(text: &str) -> Result<Option<LearningHours>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<u16>() {
        Ok(hours) if hours <= HOURS_A_MONTH => Ok(Some(LearningHours::Known(hours))),
        _ => Err(
            "Not saved yet: give whole hours in one month, as a number from 0 to 744, such as 6.",
        ),
    }
}

/// What the box for hours shows.
pub fn hours_text(hours: Option<&LearningHours>) -> String {
    match hours {
        Some(LearningHours::Known(hours)) => hours.to_string(),
        Some(LearningHours::Unknown) | None => String::new(),
    }
}

/// The day a date box holds; none where it is empty. `broken`: the browser
/// says that what stands there is no date. `latest`: the last day that can be
/// meant. The sentence says what is wrong.
pub fn day(text: &str, broken: bool, latest: Day) -> Result<Option<Day>, &'static str> {
    if text.is_empty() && !broken {
        return Ok(None);
    }
    match Day::parse(text) {
        Some(day) if (1950..=2100).contains(&day.year()) && day > latest => Err(
            "Not saved yet: this day is still to come. Give a day up to today, or leave it empty.",
        ),
        Some(day) if (1950..=2100).contains(&day.year()) => Ok(Some(day)),
        Some(_) => Err("Not saved yet: look at the year again. It should be from 1950 to 2100."),
        None => Err(
            "Not saved yet: this is not a whole date. Give the day, month and year, or leave it empty.",
        ),
    }
}

/// The last day a date of what is still to come can be: 31 December 2100.
pub fn last_day() -> Day {
    Day::new(2100, 12, 31).expect("a day of the calendar")
}

/// Where the page leads on to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOn {
    /// Which role and aim everything is shown for.
    pub bearing: String,
    /// What the link to the aim is called.
    pub choose: &'static str,
    pub href: String,
    /// What is there, within a sentence.
    pub place: String,
}

/// Leads on to the next competency to rate, and to the plan after the last.
pub fn way_on(framework: &Framework, document: &Document) -> WayOn {
    let (href, place) = match next_unrated(framework, document) {
        Some(next) => (
            format!("#/assess/{}", next.id),
            format!("rate “{}”", next.title),
        ),
        None => ("#/plan".to_owned(), "my training plan".to_owned()),
    };
    WayOn {
        bearing: bearing_sentence(framework, document),
        choose: match document.profile().aim.get() {
            Some(_) => "Change my aim",
            None => "Choose my aim",
        },
        href,
        place,
    }
}

/// The form's words for what was taken on.
pub fn wider_words(wider: Option<&SortedSet<WiderWork>>) -> Vec<String> {
    match wider {
        None => Vec::new(),
        Some(none) if none.is_empty() => vec![NONE_OF_THESE.to_owned()],
        Some(all) => all
            .iter()
            .filter_map(|wider| word(&WIDER, Some(wider)))
            .collect(),
    }
}

/// What may have been taken on, and that nothing was.
pub fn wider_choices() -> Vec<FieldOption> {
    let mut choices = options(&WIDER);
    choices.push(option(NONE_OF_THESE, "None of these", ""));
    choices
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
    // All of it, so that every question is counted.
    let Profile {
        role: _,
        experience: _,
        aim: _,
        here,
        name,
        workplace,
        scheme_funded,
        in_somerset,
        area: _,
        in_area,
        hours_a_month,
        start,
        caseload,
        wider,
        next_review,
        last_review: _,
    } = profile;
    [
        here.get().is_some(),
        name.get().is_some(),
        workplace.get().is_some(),
        scheme_funded.get().is_some(),
        in_somerset.get().or(in_area.get()).is_some(),
        hours_a_month.get().is_some(),
        start.get().is_some(),
        caseload.get().is_some(),
        wider.get().is_some(),
        next_review.get().is_some(),
    ]
    .iter()
    .filter(|answered| **answered)
    .count()
}

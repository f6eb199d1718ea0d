//! What somebody does on the pages, and what must be kept after it.

use proptest::prelude::*;
use proptest::sample::select;
use waymark::domain::framework::bundled;
use waymark::domain::limits::REFLECTION;

use super::kept::{Kept, topic_name};

/// One thing somebody does. Numbers choose among what the page then has.
#[derive(Clone, Debug)]
pub enum Action {
    /// A radio on the page about the worker: question and answer.
    About(&'static str, String),
    TakeBack(&'static str),
    /// A box or field there: its id and what is written.
    Write(&'static str, String),
    /// "I don't know" beside the hours.
    HoursUnknown,
    TakenOn(&'static str),
    /// A caseload topic, on the page about the worker or on its own.
    Pick(&'static str, bool),
    Rate(&'static str, &'static str),
    ClearRating(&'static str),
    RateAgain(&'static str, &'static str),
    /// A key feature; none takes the answer back.
    Feature(&'static str, Option<&'static str>),
    Reflect(&'static str, String),
    AddEvidence(&'static str, String),
    Topic(&'static str, Option<&'static str>),
    TopicNote(&'static str, String),
    /// "Mark all unanswered here as …", and perhaps "Undo".
    MarkAll(&'static str, usize, bool),
    Requirement(usize, Option<&'static str>),
    RequirementNote(usize, String),
    /// Something about the so-many-th action of the plan.
    OfPlan(usize, Edit),
    BringBack,
    AddOwn(String),
    Reload,
    Look(&'static str),
}

/// What is changed about an action of the plan.
#[derive(Clone, Debug)]
pub enum Edit {
    Status(&'static str),
    /// The so-many-th month of the list.
    Month(usize),
    Text(&'static str, String),
    Pin,
    PutAside(String),
}

/// What the page had to say before the effect of an action is known.
#[derive(Debug)]
pub enum Met {
    Nothing,
    /// The action of the plan it was about, and the month chosen.
    InPlan(String, String),
}

pub const SCORES: [&str; 7] = ["0", "1", "2", "3", "4", "5", "none"];
const ANSWERS: [&str; 4] = ["confident", "in-progress", "not-yet", "not-relevant"];
const STANDINGS: [&str; 4] = ["met", "not-met", "unsure", "does-not-apply"];
const TAKEN_ON: [&str; 4] = ["wider-responsibilities", "leadership", "specialism", "none"];

impl Action {
    /// Whether a person could do it now: a way back is only offered where there
    /// is something to take back.
    pub fn is_offered(&self, kept: &Kept) -> bool {
        match self {
            Self::TakeBack(question) => kept.get(&about(kept, question)).is_some(),
            Self::ClearRating(id) => {
                let rating = kept.get(&format!("{id} rating"));
                rating.is_some_and(|rating| rating != "cleared")
            }
            Self::RateAgain(id, _) => kept.begun.contains(*id),
            Self::Feature(id, None) => kept.get(&feature(id)).is_some(),
            Self::Topic(of, None) => kept.get(&format!("topic {}", topic_name(of))).is_some(),
            Self::Requirement(place, None) => requirement(kept, *place)
                .is_some_and(|id| kept.get(&format!("requirement {id}")).is_some()),
            Self::Requirement(place, _) | Self::RequirementNote(place, _) => {
                requirement(kept, *place).is_some()
            }
            Self::BringBack => kept.all("aside ").next().is_some(),
            _ => true,
        }
    }

    /// What must be kept once it is done.
    pub fn apply(&self, met: &Met, kept: &mut Kept) {
        match self {
            Self::About(question, answer) => kept.set(about(kept, question), answer),
            Self::TakeBack(question) => kept.take_back(&about(kept, question)),
            Self::Write(field, text) => kept.set(*field, text),
            Self::HoursUnknown => {
                let known = kept.get("hours") != Some("unknown");
                kept.set("hours", if known { "unknown" } else { "" });
            }
            Self::TakenOn(what) => {
                let name = format!("taken on {what}");
                let was = kept.get(&name).is_some();
                match *what {
                    "none" => kept.take_back_all("taken on "),
                    _ => kept.take_back("taken on none"),
                }
                kept.set(name, if was { "" } else { "yes" });
            }
            Self::Pick(topic, _) => {
                let name = format!("picked {topic}");
                let was = kept.get(&name).is_some();
                kept.set(name, if was { "" } else { "yes" });
            }
            Self::Rate(id, rating) => {
                kept.begun.insert((*id).to_owned());
                kept.set(format!("{id} rating"), *rating);
            }
            Self::ClearRating(id) => kept.set(format!("{id} rating"), "cleared"),
            Self::RateAgain(id, rating) => {
                kept.rate_again(id);
                kept.set(format!("{id} rating"), *rating);
            }
            Self::Feature(id, seen) => {
                kept.begun.insert(competency_of(id).to_owned());
                kept.set(feature(id), seen.unwrap_or_default());
            }
            Self::Reflect(id, text) => {
                kept.begun.insert((*id).to_owned());
                kept.set(format!("{id} reflection"), cut(text, REFLECTION.most));
            }
            Self::AddEvidence(id, text) => {
                kept.begun.insert((*id).to_owned());
                let place = kept.all(&format!("{id} evidence ")).count();
                kept.set(format!("{id} evidence {place:02}"), text);
            }
            Self::Topic(of, answer) => {
                kept.set(
                    format!("topic {}", topic_name(of)),
                    answer.unwrap_or_default(),
                );
            }
            Self::TopicNote(of, text) => kept.set(format!("note on {}", topic_name(of)), text),
            Self::MarkAll(_, _, true) => {}
            Self::MarkAll(section, answer, false) => {
                let section = bundled().section(section).expect("a section");
                for topic in bundled().topics_of(section) {
                    let name = format!("topic {}", topic_name(topic.id.as_str()));
                    if kept.get(&name).is_none() {
                        kept.set(name, ANSWERS[*answer]);
                    }
                }
            }
            Self::Requirement(place, answer) => {
                let id = requirement(kept, *place).unwrap_or_default();
                kept.set(format!("requirement {id}"), answer.unwrap_or_default());
            }
            Self::RequirementNote(place, text) => {
                let id = requirement(kept, *place).unwrap_or_default();
                kept.set(format!("note on {id}"), text);
            }
            Self::OfPlan(_, edit) => {
                if let Met::InPlan(action, month) = met {
                    edit.apply(action, month, kept);
                }
            }
            Self::BringBack => {
                if let Met::InPlan(action, _) = met {
                    kept.take_back(&format!("aside {action}"));
                }
            }
            Self::AddOwn(title) => kept.set(format!("own {title}"), "there"),
            Self::Reload | Self::Look(_) => {}
        }
    }
}

impl Edit {
    fn apply(&self, action: &str, month: &str, kept: &mut Kept) {
        match self {
            Self::Status(status) => {
                let name = format!("status {action}");
                // What is to do unless something else was said is not said.
                if kept.get(&name).unwrap_or("to-do") != *status {
                    kept.set(name, *status);
                }
            }
            Self::Month(_) => kept.set(format!("month {action}"), month),
            Self::Text(which, text) => kept.set(format!("{which} {action}"), text),
            Self::Pin => {
                let name = format!("pinned {action}");
                let was = kept.get(&name).is_some();
                kept.set(name, if was { "" } else { "yes" });
            }
            Self::PutAside(why) => kept.set(format!("aside {action}"), format!("because: {why}")),
        }
    }
}

/// What an answer on the page about the worker is kept as.
pub fn about(kept: &Kept, question: &str) -> String {
    match question {
        "somerset" => format!("in {}", kept.area.as_deref().unwrap_or("Somerset")),
        other => other.to_owned(),
    }
}

fn feature(id: &str) -> String {
    format!("{} feature {id}", competency_of(id))
}

/// The competency of a feature.
pub fn competency_of(feature: &str) -> &str {
    feature.split('/').next().unwrap_or_default()
}

/// The id of a requirement of the role that was chosen; link worker until then.
pub fn requirement(kept: &Kept, place: usize) -> Option<&'static str> {
    let role = kept.get("role").unwrap_or("social-prescribing-link-worker");
    let all = &bundled().role(role)?.requirements;
    let place = place.checked_rem(all.len())?;
    Some(all[place].id.as_str())
}

fn cut(text: &str, most: usize) -> String {
    let units: Vec<u16> = text.encode_utf16().take(most).collect();
    String::from_utf16_lossy(&units)
}

pub fn action() -> BoxedStrategy<Action> {
    prop_oneof![
        6 => about_the_worker(),
        8 => of_a_competency(),
        6 => of_topics(),
        2 => of_requirements(),
        7 => of_the_plan(),
        1 => Just(Action::Reload),
        1 => select(vec!["#/", "#/results", "#/resources", "#/framework", "#/your-data"]).prop_map(Action::Look),
    ]
    .boxed()
}

pub fn about_the_worker() -> BoxedStrategy<Action> {
    let framework = bundled();
    let ids = |ids: Vec<&'static str>| ids.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let roles = ids(framework.roles.iter().map(|it| it.id.as_str()).collect());
    let levels = ids(framework.ladder.iter().map(|it| it.id.as_str()).collect());
    let questions = [
        ("role", roles),
        (
            "experience",
            ids(vec![
                "just-starting",
                "under-a-year",
                "one-to-two-years",
                "three-years-or-more",
            ]),
        ),
        ("aim", levels.clone()),
        ("here", levels),
        ("somerset", ids(vec!["yes", "no"])),
        ("scheme", ids(vec!["yes", "no", "dont-know"])),
    ];
    let names = questions.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    let answers = questions
        .into_iter()
        .flat_map(|(name, answers)| answers.into_iter().map(move |answer| (name, answer)))
        .collect::<Vec<_>>();
    let topics = framework.topics.iter().map(|it| it.id.as_str());
    let caseload = topics.filter(|id| id.starts_with("caseload-topics/"));
    let caseload: Vec<&'static str> = caseload.collect();
    prop_oneof![
        5 => select(answers).prop_map(|(question, answer)| Action::About(question, answer)),
        1 => select(names).prop_map(Action::TakeBack),
        2 => (select(vec!["name", "workplace"]), line()).prop_map(|(field, text)| Action::Write(field, text)),
        1 => select(vec!["", "0", "6", "744"]).prop_map(|text| Action::Write("hours", text.to_owned())),
        1 => Just(Action::HoursUnknown),
        1 => select(vec!["", "2024-02-29", "2026-01-05"]).prop_map(|day| Action::Write("start", day.to_owned())),
        1 => select(vec!["", "2027-03-01", "2100-12-31"]).prop_map(|day| Action::Write("next-review", day.to_owned())),
        1 => select(TAKEN_ON.to_vec()).prop_map(Action::TakenOn),
        2 => (select(caseload), any::<bool>()).prop_map(|(topic, here)| Action::Pick(topic, here)),
    ]
    .boxed()
}

pub fn of_a_competency() -> BoxedStrategy<Action> {
    let all = &bundled().competencies;
    let ids: Vec<&'static str> = all.iter().map(|it| it.id.as_str()).collect();
    let any = move || select(ids.clone());
    let features = all.iter().flat_map(|it| it.features.iter());
    let features: Vec<&'static str> = features.map(|it| it.id.as_str()).collect();
    let seen = select(vec![Some("seen"), Some("partly"), Some("not-there"), None]);
    prop_oneof![
        5 => (any(), select(SCORES.to_vec())).prop_map(|(id, score)| Action::Rate(id, score)),
        1 => any().prop_map(Action::ClearRating),
        2 => (any(), select(SCORES.to_vec())).prop_map(|(id, score)| Action::RateAgain(id, score)),
        3 => (select(features), seen).prop_map(|(id, seen)| Action::Feature(id, seen)),
        4 => (any(), text(REFLECTION.most)).prop_map(|(id, text)| Action::Reflect(id, text)),
        1 => (any(), said()).prop_map(|(id, text)| Action::AddEvidence(id, text)),
    ]
    .boxed()
}

pub fn of_topics() -> BoxedStrategy<Action> {
    let all: Vec<&'static str> = bundled().topics.iter().map(|it| it.id.as_str()).collect();
    let any_topic = move || select(all.clone());
    let sections: Vec<&'static str> = bundled().sections.iter().map(|it| it.id.as_str()).collect();
    let answer = prop_oneof![5 => select(ANSWERS.to_vec()).prop_map(Some), 1 => Just(None)];
    prop_oneof![
        6 => (any_topic(), answer).prop_map(|(topic, answer)| Action::Topic(topic, answer)),
        2 => (any_topic(), text(0)).prop_map(|(topic, text)| Action::TopicNote(topic, text)),
        1 => (select(sections), 0..4_usize, prop::bool::weighted(0.8))
            .prop_map(|(section, answer, undo)| Action::MarkAll(section, answer, undo)),
    ]
    .boxed()
}

pub fn of_requirements() -> BoxedStrategy<Action> {
    let answer = prop_oneof![4 => select(STANDINGS.to_vec()).prop_map(Some), 1 => Just(None)];
    prop_oneof![
        3 => (0..6_usize, answer).prop_map(|(place, answer)| Action::Requirement(place, answer)),
        1 => (0..6_usize, text(0)).prop_map(|(place, text)| Action::RequirementNote(place, text)),
    ]
    .boxed()
}

fn of_the_plan() -> BoxedStrategy<Action> {
    let edit = prop_oneof![
        4 => select(vec!["to-do", "doing", "done"]).prop_map(Edit::Status),
        3 => (0..14_usize).prop_map(Edit::Month),
        3 => (select(vec!["notes", "obstacles", "help"]), text(0)).prop_map(|(which, text)| Edit::Text(which, text)),
        1 => Just(Edit::Pin),
        2 => line().prop_map(Edit::PutAside),
    ];
    prop_oneof![
        8 => (0..20_usize, edit).prop_map(|(card, edit)| Action::OfPlan(card, edit)),
        1 => Just(Action::BringBack),
        1 => (said(), 0..1_000_u32).prop_map(|(text, number)| Action::AddOwn(format!("{number} {text}"))),
    ]
    .boxed()
}

/// What is written on one line: what breaks careless programs, and nothing.
fn line() -> BoxedStrategy<String> {
    prop_oneof![4 => said(), 1 => Just(String::new())].boxed()
}

pub fn said() -> BoxedStrategy<String> {
    let pieces = vec![
        "I asked more than I told.",
        "“Quotes” 'and' \"these\"",
        "<b>&amp;</b> \\ \\u0000",
        "😀👩‍👩‍👧",
        "مرحبا בעולם",
        "नमस्ते",
        "=1+1",
        "{\"kind\":null}",
    ];
    proptest::collection::vec(select(pieces), 1..4)
        .prop_map(|pieces| pieces.join(" "))
        .boxed()
}

/// The same, perhaps on several lines, and where there is a limit also as much
/// as fits and more.
fn text(most: usize) -> BoxedStrategy<String> {
    let lines =
        (line(), line()).prop_map(|(one, other)| format!("{one}\n{other}").trim().to_owned());
    match most {
        0 => lines.boxed(),
        _ => prop_oneof![9 => lines, 1 => select(vec![most, most + 1]).prop_map(|size| "ö".repeat(size))].boxed(),
    }
}

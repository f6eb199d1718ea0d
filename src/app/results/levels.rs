//! The career ladder in words: what the answers cover, and what lies between.
//! Never a verdict.

use crate::app::rating_words::{CurrentRating, capital};
use crate::app::words::count;
use crate::domain::document::{Document, RequirementStatus};
use crate::domain::framework::model::{CareerLevel, Framework, Role, Text};
use crate::domain::framework::section_of;
use crate::domain::ladder::{Bearing, Item, State, Step, steps};

/// Where something is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLink {
    pub href: String,
    pub words: String,
    /// The topics of a section that are meant.
    pub topics: Vec<Text>,
}

/// Things in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateGroup {
    /// Stays while things come and go: "To work on".
    pub name: &'static str,
    /// "To work on (3)".
    pub heading: String,
    pub links: Vec<AnswerLink>,
}

/// A career level as it is shown.
#[derive(Debug)]
pub struct LevelResult<'a> {
    pub level: &'a CareerLevel,
    /// "Covered by what you have recorded."
    pub says: String,
    pub is_covered: bool,
    pub is_aim: bool,
    /// What lies between, and what was set aside.
    pub groups: Vec<StateGroup>,
    /// Shown beside it, and deciding nothing; empty for none.
    pub beside: String,
}

const WORDS: [(State, &str, &str); 5] = [
    (State::Done, "done", "Done"),
    (State::ToWorkOn, "to work on", "To work on"),
    (State::NotAnswered, "not answered yet", "Not answered yet"),
    (
        State::NoOpportunity,
        "with no opportunity yet",
        "No opportunity yet",
    ),
    (
        State::SetAside,
        "marked not relevant by you",
        "Marked not relevant by you: holds nobody back",
    ),
];

type Items<'a> = Vec<(Item<'a>, State)>;

/// "3 to work on, 11 not answered yet"; empty where nothing lies between.
fn tally(items: &Items, all: bool) -> String {
    let mut parts = Vec::new();
    for (state, words, _) in WORDS {
        let many = items.iter().filter(|(_, it)| *it == state).count();
        let open = !matches!(state, State::Done | State::SetAside);
        if many > 0 && (all || open) {
            parts.push(format!("{many} {words}"));
        }
    }
    parts.join(", ")
}

/// Every career level, lowest first.
pub fn levels<'a>(
    framework: &'a Framework,
    document: &Document,
    bearing: &Bearing,
) -> Vec<LevelResult<'a>> {
    let mut shown = Vec::new();
    for (index, step) in steps(framework, document).into_iter().enumerate() {
        let is_covered = step.is_covered();
        let says = if is_covered && index == 0 {
            "Covered: it asks only that you are in post.".to_owned()
        } else if is_covered {
            "Covered by what you have recorded.".to_owned()
        } else {
            format!("Of what it looks for: {}.", tally(&step.items, true))
        };
        let beside = match step.beside.is_empty() {
            true => String::new(),
            false => format!(
                "Its {} counts one level further on, in {}: {}.",
                step.level.training.to_lowercase(),
                framework.ladder[index + 1].title,
                tally(&step.beside, true)
            ),
        };
        shown.push(LevelResult {
            says,
            is_covered,
            is_aim: index == bearing.aim_index,
            groups: groups(framework, document, &step),
            beside,
            level: step.level,
        });
    }
    shown
}

/// What the recorded answers cover, and what lies between there and the aim.
/// The second sentence is about levels before the one covered, if open.
pub fn covers(framework: &Framework, document: &Document, bearing: &Bearing) -> Vec<String> {
    let steps = steps(framework, document);
    let aim = bearing.aim.title;
    let from = bearing.covered.map_or(0, |covered| covered + 1);
    let between = match steps.get(from..=bearing.aim_index) {
        Some(steps) => once_each(steps),
        None => Vec::new(),
    };
    let begins = match bearing.covered {
        None => "Not enough is answered to say what your answers cover.".to_owned(),
        Some(0) => format!(
            "What you have recorded covers {}, which asks only that you are in post.",
            framework.ladder[0].title
        ),
        Some(covered) => format!(
            "What you have recorded covers {}.",
            framework.ladder[covered].title
        ),
    };
    let mine = Bearing::of(framework, document).aim_index == bearing.aim_index;
    let which = match (mine, bearing.aim_chosen) {
        (false, _) => "the level chosen here",
        (true, true) => "the level you aim for",
        (true, false) => "the level this tool supposes you aim for",
    };
    let mut said = vec![match bearing.covered {
        Some(covered) if covered == bearing.aim_index => format!("{begins} That is {which}."),
        Some(covered) if covered > bearing.aim_index => {
            format!("{begins} {}, {aim}, comes before it.", capital(which))
        }
        _ => format!(
            "{begins} Between here and {aim}: {}.",
            tally(&between, false)
        ),
    }];
    let earlier = bearing.covered.map_or(&steps[..0], |at| &steps[..at]);
    let earlier = tally(&once_each(earlier), false);
    if !earlier.is_empty() {
        said.push(format!(
            "Still open from levels before that: {earlier}. They undo nothing: each level is looked at by itself."
        ));
    }
    said
}

/// What some levels look for; a competency that several look at counts once,
/// as the highest does.
fn once_each<'a>(steps: &[Step<'a>]) -> Items<'a> {
    let mut items: Items = Vec::new();
    for step in steps.iter().rev() {
        for (item, state) in &step.items {
            let again = matches!(item, Item::Competency(it, _) if items.iter().any(
                |(other, _)| matches!(other, Item::Competency(other, _) if other.id == it.id)
            ));
            if !again {
                items.push((*item, *state));
            }
        }
    }
    items
}

/// What is not done, by state; the topics of a section stand together.
fn groups(framework: &Framework, document: &Document, step: &Step) -> Vec<StateGroup> {
    let mut groups = Vec::new();
    for (state, _, heading) in &WORDS[1..] {
        let mut links: Vec<AnswerLink> = Vec::new();
        let mut many = 0;
        for (item, _) in step.items.iter().filter(|(_, it)| it == state) {
            many += 1;
            let (href, words) = match item {
                Item::InPost => (
                    "#/about-you".to_owned(),
                    "Say how long you have done this".to_owned(),
                ),
                Item::Wider => (
                    "#/about-you".to_owned(),
                    "Wider responsibilities, leadership or a specialism".to_owned(),
                ),
                Item::Competency(competency, looks_for) => {
                    let current_rating = CurrentRating::of(document.rating(&competency.id));
                    let words = current_rating.words(framework);
                    (
                        format!("#/assess/{}", competency.id),
                        format!(
                            "{}: {words}; this level looks for {looks_for}",
                            competency.title
                        ),
                    )
                }
                Item::Topic(topic) => {
                    let section = section_of(&topic.id);
                    let href = format!("#/topics/{section}");
                    if let Some(place) = links.iter_mut().find(|it| it.href == href) {
                        place.topics.push(topic.title);
                        continue;
                    }
                    links.push(AnswerLink {
                        href,
                        words: framework
                            .section(section)
                            .map_or("", |it| it.title)
                            .to_owned(),
                        topics: vec![topic.title],
                    });
                    continue;
                }
            };
            links.push(AnswerLink {
                href,
                words,
                topics: Vec::new(),
            });
        }
        if many > 0 {
            groups.push(StateGroup {
                name: heading,
                heading: format!("{heading} ({many})"),
                links,
            });
        }
    }
    groups
}

/// How a role's requirements are answered, in a sentence.
pub fn requirements(document: &Document, role: &Role) -> String {
    if role.requirements.is_empty() {
        return "The framework names no requirements for this role.".to_owned();
    }
    let mut counts = [0; 5];
    for requirement in &role.requirements {
        let answer = document.requirement(&requirement.id);
        let place = match answer.and_then(|answer| answer.status) {
            Some(RequirementStatus::Met) => 0,
            Some(RequirementStatus::NotMet) => 1,
            Some(RequirementStatus::Unsure) => 2,
            Some(RequirementStatus::DoesNotApply) => 3,
            None => 4,
        };
        counts[place] += 1;
    }
    let words = [
        "met",
        "not met",
        "unsure",
        "does not apply",
        "not answered yet",
    ];
    let mut parts = Vec::new();
    for (many, words) in counts.into_iter().zip(words) {
        if many > 0 {
            parts.push(format!("{many} {words}"));
        }
    }
    let all = count(role.requirements.len(), "requirement", "requirements");
    format!("{all} for this role: {}.", parts.join(", "))
}

//! What the page of the plan shows: links and words for what an action, a note
//! or a month is, which actions a filter leaves, and the plan as it stays put
//! while somebody works on it.

use crate::app::question::{AboutYou, Asked};
use crate::app::words;
use crate::domain::dates::{Day, Moment, Month};
use crate::domain::document::{
    ActionEdit, ActionStatus, ChangeError, ClockReading, Document, Profile,
};
use crate::domain::framework::model::{Effort, Framework, Origin, Target};
use crate::domain::ids::ActionId;
use crate::domain::plan::{Action, ActionKind, Help, Note, Plan};
use crate::domain::score::Score;
use crate::domain::web_address::WebAddress;

/// An action's id as part of an element's id: no two actions share one, and
/// nothing in it is read as anything but a name.
pub fn slug(id: &ActionId) -> String {
    let mut slug = String::new();
    for c in id.as_str().chars() {
        match c {
            'a'..='z' | '0'..='9' | '-' => slug.push(c),
            ':' => slug.push('.'),
            _ => slug.push_str(&format!("_{:x}_", u32::from(c))),
        }
    }
    slug
}

/// Nothing was answered yet; an action of one's own is no answer.
pub fn is_first_visit(document: &Document) -> bool {
    *document.profile() == Profile::default()
        && document.ratings().next().is_none()
        && document.topics().next().is_none()
        && document.requirements().next().is_none()
}

/// What each action's status and month were when the page was opened, for
/// those of which one changed since.
pub type MarksOnOpening = Vec<(ActionId, Option<ActionStatus>, Option<Month>)>;

/// The document with those as they were when the page was opened: a plan made
/// of it has its order still, so that what is marked stays where it is.
/// Everything else is as it is now.
pub fn before_marks(document: &Document, today: Day, before: &MarksOnOpening) -> Document {
    let at = ClockReading {
        now: Moment::start_of(today),
        today,
    };
    let mut then = document.clone();
    for (action, status, month) in before {
        // They fit: both have been in the document before.
        let _ = then.change_action(action, ActionEdit::Status(*status), at);
        let _ = then.change_action(action, ActionEdit::Month(*month), at);
    }
    then
}

/// The statuses in order, with the value a control gives each and its words.
pub const STATUSES: [(ActionStatus, &str, &str); 3] = [
    (ActionStatus::ToDo, "to-do", "To do"),
    (ActionStatus::Doing, "doing", "Doing"),
    (ActionStatus::Done, "done", "Done"),
];

/// The status of a control's value.
pub fn status(given: &str) -> Option<ActionStatus> {
    let found = STATUSES.iter().find(|(_, value, _)| *value == given);
    found.map(|(status, ..)| *status)
}

/// How far an action is now; what was never marked is to do.
pub fn status_now(document: &Document, action: &ActionId) -> ActionStatus {
    let change = document.change(action);
    change
        .and_then(|it| it.status)
        .unwrap_or(ActionStatus::ToDo)
}

/// The month the worker chose.
pub fn month_now(document: &Document, action: &ActionId) -> Option<Month> {
    document.change(action)?.month
}

/// The value a control gives a status.
pub fn status_value(status: ActionStatus) -> &'static str {
    let found = STATUSES.iter().find(|(it, ..)| *it == status);
    found.map_or("", |(_, value, _)| value)
}

/// The words of a status.
pub fn status_words(status: ActionStatus) -> &'static str {
    let found = STATUSES.iter().find(|(it, ..)| *it == status);
    found.map_or("", |(.., words)| words)
}

/// The kinds, as tags and filters say them.
pub const KINDS: [(ActionKind, &str); 8] = [
    (ActionKind::Learn, "Training"),
    (ActionKind::Practise, "Practice"),
    (ActionKind::Rate, "Rating"),
    (ActionKind::OnTheJob, "Learning at work"),
    (ActionKind::Ask, "Asking"),
    (ActionKind::GoThrough, "List to go through"),
    (ActionKind::Own, "My own"),
    (ActionKind::Unknown, "Not known here"),
];

/// The word for a kind.
pub fn kind(kind: ActionKind) -> &'static str {
    let found = KINDS.iter().find(|(it, _)| *it == kind);
    found.map_or("", |(_, words)| words)
}

/// "Half a day", and who says so.
pub fn effort(effort: Effort) -> String {
    words::effort_and_who(effort)
}

/// Where to do something about a note: the very question.
pub fn note_link(note: &Note) -> Option<(Asked, &'static str)> {
    let (question, words) = match note {
        Note::RoleNotChosen(_) => (AboutYou::Role, "Choose my role"),
        Note::AimSupposed(_) => (AboutYou::Aim, "Choose my aim"),
        Note::AimsBelow(_) => (AboutYou::Aim, "Change my aim"),
        Note::StillStarting(_) => (AboutYou::Experience, "Say how long I have done this"),
        Note::WiderNotAnswered(_) => (AboutYou::Wider, "Say what I have taken on"),
        Note::NoMonths(_) => (AboutYou::Hours, "Say how many hours I have"),
        Note::Extension(_) | Note::MonthsPassed(_) => return None,
    };
    Some((Asked::about_you(question), words))
}

/// What is offered once an action is done: never done by itself.
pub fn offer(kind: ActionKind, help: &Help) -> (Asked, String) {
    let words = match help.target {
        // Marked as done, and no rating yet.
        Target::Competency(_) if kind == ActionKind::Rate => format!("Rate {} now", help.title),
        Target::Competency(_) => format!("Rate {} again", help.title),
        _ => format!("Answer “{}” now", help.title),
    };
    (Asked::of(&help.target), words)
}

/// Where an action is done, for those done on a page of this tool.
pub fn start_link(action: &Action) -> Option<(Asked, &'static str)> {
    let place = action
        .helps_with
        .first()
        .map(|help| Asked::of(&help.target));
    match action.kind {
        ActionKind::Rate => Some((place?, "Rate it now")),
        ActionKind::Practise => Some((place?, "Rate again from a conversation")),
        ActionKind::GoThrough => Some((place?, "Go through the list now")),
        _ => None,
    }
}

/// The months to choose from, each with its value, its words and whether it
/// is chosen: none, which names the month suggested, then a chosen one that is
/// past, then the next eighteen.
pub fn months(
    today: Day,
    chosen: Option<Month>,
    suggested: Option<Month>,
) -> Vec<(String, String, bool)> {
    let none = match suggested.filter(|_| chosen.is_none()) {
        Some(month) => format!("Suggested: {}", month.long()),
        None => "Not chosen".to_owned(),
    };
    let mut months = vec![(String::new(), none, chosen.is_none())];
    let mut add = |month: Month, remark: &str| {
        let words = format!("{}{remark}", month.long());
        months.push((month.iso(), words, chosen == Some(month)));
    };
    let first = today.month();
    let last = first.plus(MONTHS - 1);
    if let Some(past) = chosen.filter(|it| *it < first) {
        add(past, " (past)");
    }
    for place in 0..MONTHS {
        let month = first.plus(place);
        add(month, "");
    }
    if let Some(far) = chosen.filter(|it| *it > last) {
        add(far, "");
    }
    months
}

const MONTHS: i32 = 18;

/// Said where the month this tool suggested is past.
pub fn overtaken(month: Month) -> String {
    format!(
        "This tool suggested {}, and that month is past. Is it done? If not, choose the month that suits you.",
        month.long()
    )
}

/// Said where the worker's month is past.
pub fn slipped(month: Month) -> String {
    format!(
        "You planned this for {}, and that month is past. That happens. What did you learn? Move it: choose another month above.",
        month.long()
    )
}

/// What a filter of the page lets through. Empty lets everything through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// A status's value.
    pub status: String,
    /// A kind's word in files.
    pub kind: String,
    /// `2026-11`, or "none" for no month at all.
    pub month: String,
}

/// The value that stands for no month.
pub const NO_MONTH: &str = "none";

impl Filter {
    /// Whether an action of this kind, status and month is shown.
    pub fn shows(&self, kind: ActionKind, status: ActionStatus, month: Option<Month>) -> bool {
        let month = month.map_or(NO_MONTH.to_owned(), Month::iso);
        (self.status.is_empty() || self.status == status_value(status))
            && (self.kind.is_empty() || self.kind == kind.word())
            && (self.month.is_empty() || self.month == month)
    }
}

/// Actions from which on filters help; fewer are seen at a glance.
const MANY: usize = 8;

/// What can be filtered for: value and words of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FilterOptions {
    pub kinds: Vec<(String, String)>,
    pub months: Vec<(String, String)>,
}

/// What to filter a plan by; none where there is little to filter.
pub fn filter_options(plan: &Plan) -> Option<FilterOptions> {
    if !is_long(plan) {
        return None;
    }
    let lists = [&plan.next, &plan.ask, &plan.later];
    let mut choices = FilterOptions::default();
    for (kind, words) in KINDS {
        if lists
            .iter()
            .any(|list| list.iter().any(|it| it.kind == kind))
        {
            choices
                .kinds
                .push((kind.word().to_owned(), words.to_owned()));
        }
    }
    let mut months: Vec<Month> = Vec::new();
    for action in lists.into_iter().flatten() {
        months.extend(action.month);
    }
    months.sort_unstable();
    months.dedup();
    choices
        .months
        .push((NO_MONTH.to_owned(), "No month".to_owned()));
    for month in months {
        choices.months.push((month.iso(), month.long()));
    }
    Some(choices)
}

/// Whether a plan has so many actions that a filter helps.
pub fn is_long(plan: &Plan) -> bool {
    let lists = [&plan.next, &plan.ask, &plan.later];
    lists.iter().map(|list| list.len()).sum::<usize>() >= MANY
}

/// The words of a count that a filter may lower: "4 actions", "2 of 4 shown".
pub fn counted(shown: usize, all: usize) -> String {
    if shown == all {
        words::count(all, "action", "actions")
    } else {
        format!("{shown} of {all} shown")
    }
}

/// What a course may help with: everything that is open, by name, each once.
pub fn open_things(plan: &Plan) -> Vec<(Target, &'static str)> {
    let mut things: Vec<(Target, &'static str)> = Vec::new();
    let mut add = |target: &Target, title| {
        let known = things.iter().any(|(it, _)| it == target);
        if !known && !matches!(target, Target::Section(_)) {
            things.push((target.clone(), title));
        }
    };
    for action in plan.actions().filter(|action| !action.is_done()) {
        for help in &action.helps_with {
            add(&help.target, help.title);
        }
    }
    for open in &plan.open {
        add(&open.target, open.title);
    }
    things
}

/// "score 3 (Competent)".
pub fn score(framework: &Framework, score: Score) -> String {
    let mut levels = framework.scale.levels.iter();
    match levels.find(|level| level.score == score.get()) {
        Some(level) => format!("score {score} ({})", level.name),
        None => format!("score {score}"),
    }
}

/// Titles of what an action helps with: those the framework or the host says,
/// and those this tool adds. Empty where it would only repeat the action's own title.
pub fn helps(action: &Action) -> [String; 2] {
    let own = matches!(
        action.kind,
        ActionKind::Rate | ActionKind::GoThrough | ActionKind::Practise
    );
    [Origin::Framework, Origin::Tool].map(|origin| {
        let mut titles: Vec<&str> = Vec::new();
        for help in &action.helps_with {
            // The host vouches for what it adds, as the framework does.
            let is_tools = help.origin == Origin::Tool;
            if is_tools == (origin == Origin::Tool) && !own {
                titles.push(help.title);
            }
        }
        words::list(&titles)
    })
}

/// What is wrong with an address as typed, in a sentence; none where it is
/// good, or empty.
pub fn address_problem(typed: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.is_empty() || WebAddress::parse(typed).is_some() {
        return None;
    }
    let error = ChangeError::NotAWebAddress {
        text: typed.to_owned(),
    };
    Some(error.sentence())
}

/// The worker's course behind an action, by its id.
pub fn course_of(action: &Action) -> Option<&str> {
    let resource = action.resource.as_ref()?;
    if resource.id.is_some() {
        return None;
    }
    Some(action.id.as_str().split_once(':')?.1)
}

pub mod paper;
mod shown;

pub use shown::{Card, Grow, List, MadeFor, OpenGroup, Practise, Shown, shown};

/// Stands in every plan on paper.
pub const NO_VERDICT: &str = "A self-assessment for development; not an assessment by an employer, not for pay or capability decisions.";

#[cfg(test)]
mod tests;

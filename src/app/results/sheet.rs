//! The supervision sheet.

use crate::app::rating_words::{CurrentRating, capital, score_words};
use crate::app::review::side_by_side;
use crate::app::words::count;
use crate::domain::dates::Day;
use crate::domain::document::{ActionChange, Document, TopicStatus};
use crate::domain::framework::model::{Framework, Origin};
use crate::domain::ladder::Bearing;
use crate::domain::plan;
use crate::domain::score::Score;
use crate::domain::supervision::{Talk, before, last_review, open_safety, to_talk_about};
use crate::domain::words::excerpt;

/// A competency on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetRow {
    pub title: &'static str,
    pub answer: String,
    pub change: String,
    /// What each reader of the plan said; empty where nobody did.
    pub theirs: Vec<String>,
}

/// A reflection to take along, where that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SheetReflection {
    pub title: &'static str,
    pub text: String,
}

/// What a worker takes to supervision: one side of A4, whatever was entered.
#[derive(Clone, Debug, PartialEq)]
pub struct SupervisionSheet {
    /// Name, role, aim and dates.
    pub facts: Vec<(&'static str, String)>,
    /// The safety topics still open.
    pub safety: Vec<String>,
    /// "Since the last review, 5 October 2026".
    pub since: String,
    /// The lowest first; what has no score comes last.
    pub rows: Vec<SheetRow>,
    /// The newest two who gave a view, for columns of their own.
    pub readers: Vec<String>,
    /// What was done since the last review, what slipped, and what is next:
    /// a heading and what stands under it. None that is empty.
    pub actions: Vec<(&'static str, Vec<String>)>,
    /// The latest of each competency.
    pub reflections: Vec<SheetReflection>,
    /// Who supervises, as they signed their view. Empty for nobody yet.
    pub supervisor: String,
    /// What else changed since the last review; empty for nothing.
    pub also: String,
    pub talk: Vec<String>,
    /// What the newest review agreed, the first few; the worker writes on.
    pub agreed: Vec<String>,
    pub next_review: String,
}

/// Role and aim as a paper says them: what was not chosen is marked.
pub fn role_and_aim(bearing: &Bearing) -> [(&'static str, String); 2] {
    let not_chosen = |chosen: bool| if chosen { "" } else { " (not chosen yet)" };
    let supposed = if bearing.aim_chosen {
        ""
    } else {
        " (supposed by this tool, not chosen)"
    };
    let (role, aim) = (bearing.role, bearing.aim);
    let extension = bearing.role_chosen && role.levels_origin == Origin::Tool;
    let extension = if extension {
        " (this tool’s extension)"
    } else {
        ""
    };
    [
        (
            "Role",
            format!(
                "{}{}{extension}",
                role.title,
                not_chosen(bearing.role_chosen)
            ),
        ),
        ("Aim", format!("{}{supposed}", aim.title)),
    ]
}

/// The sheet as it is today (Appendix 6 is its six rows).
pub fn sheet(
    framework: &Framework,
    document: &Document,
    bearing: &Bearing,
    today: Day,
) -> SupervisionSheet {
    let profile = document.profile();
    let mut facts = Vec::new();
    for (name, text) in [("Name", &profile.name), ("Workplace", &profile.workplace)] {
        if let Some(text) = text.get() {
            facts.push((name, excerpt(text)));
        }
    }
    facts.extend(role_and_aim(bearing));
    facts.push(("Date", today.long()));

    let last = last_review(document, today);
    let to_come = profile.next_review.get().filter(|day| **day >= today);
    let mut rows = Vec::new();
    let mut reflections = Vec::new();
    let side = side_by_side(framework, document);
    let from = side
        .as_ref()
        .map_or(0, |it| it.readers.len().saturating_sub(READERS));
    for (place, competency) in framework.competencies.iter().enumerate() {
        let current_rating = CurrentRating::of(document.rating(&competency.id));
        let was = before(document, competency, last).map(|rating| CurrentRating::of(Some(rating)));
        rows.push(SheetRow {
            title: competency.title,
            answer: capital(&current_rating.words(framework)),
            change: change(framework, was, current_rating),
            theirs: side.as_ref().map_or_else(Vec::new, |it| {
                let theirs = it.rows[place].theirs.iter().skip(from);
                theirs.map(|it| it.1.clone()).collect()
            }),
        });
        let written = document.history(&competency.id).iter().rev();
        let written = written.map(|entry| entry.reflection.as_str());
        if let Some(text) = written.into_iter().find(|text| !text.is_empty()) {
            reflections.push(SheetReflection {
                title: competency.title,
                text: text.to_owned(),
            });
        }
    }
    // What has no score is no lowest.
    let score = |title: &str| {
        let mut all = framework.competencies.iter();
        let competency = all.find(|it| it.title == title);
        competency.and_then(|it| document.score(&it.id))
    };
    rows.sort_by_key(|row| score(row.title).map_or(u8::MAX, Score::get));
    let mut readers = side.map_or_else(Vec::new, |it| it.readers);
    readers.drain(..from);
    let mut safety = Vec::new();
    let open = open_safety(framework, document);
    // Nothing is known of any: their names would read as faults.
    let none_is_answered = open.len() > 1 && open.iter().all(|(_, status)| status.is_none());
    if none_is_answered {
        safety.push(format!("{} topics, none answered yet", open.len()));
    }
    for (topic, status) in open.into_iter().filter(|_| !none_is_answered) {
        safety.push(format!("{}: {}", topic.title, said(status)));
    }
    let mut talk = Vec::new();
    for thing in to_talk_about(framework, document, bearing, today) {
        talk.push(words(framework, thing));
    }
    SupervisionSheet {
        facts,
        safety,
        since: match last {
            Some(day) => format!("Since the last review, {}", day.long()),
            None => "Since the rating before".to_owned(),
        },
        supervisor: readers.last().cloned().unwrap_or_default(),
        readers,
        actions: actions(framework, document, last, today),
        reflections,
        rows,
        also: also(document, last),
        talk,
        agreed: agreed(document),
        next_review: to_come.map_or_else(String::new, |day| day.long()),
    }
}

/// How many agreed actions are listed: there must be room to write.
const AGREED: usize = 3;

fn agreed(document: &Document) -> Vec<String> {
    let newest = document
        .reviews()
        .max_by_key(|(_, _, review)| review.created);
    let mut all = Vec::new();
    if let Some((_, received, review)) = newest {
        for action in review.agreed() {
            let is_taken = received.accepted.contains_key(&action.id);
            let declined = |it: &ActionChange| it.dismissed;
            // What the worker said no to was not agreed: this is signed.
            if !is_taken && document.change(&action.id).is_some_and(declined) {
                continue;
            }
            let month = action.month.map(|month| month.long());
            let open = (!is_taken).then(|| "not taken on yet".to_owned());
            let facts: Vec<String> = month.into_iter().chain(open).collect();
            let facts = match facts.is_empty() {
                true => String::new(),
                false => format!(" ({})", facts.join(", ")),
            };
            all.push(format!("{}{facts}", excerpt(&action.title)));
        }
    }
    let more = all.len().saturating_sub(AGREED);
    all.truncate(AGREED);
    if more > 0 {
        all.push(format!("and {more} more"));
    }
    all
}

/// How many readers have a column: more would not fit on one side.
const READERS: usize = 2;

/// How many actions stand under a heading: the sheet is one side of paper.
const ACTIONS: usize = 2;

/// What was done since the last review, what slipped, and what is next.
fn actions(
    framework: &Framework,
    document: &Document,
    last: Option<Day>,
    today: Day,
) -> Vec<(&'static str, Vec<String>)> {
    let plan = plan::generate(framework, document, today);
    let (mut done, mut slipped, mut next) = (Vec::new(), Vec::new(), Vec::new());
    for action in &plan.done {
        let on = action.yours.as_ref().and_then(|yours| yours.done_on);
        if last.is_none_or(|last| on.is_none_or(|on| on > last)) {
            let on = on.map_or(String::new(), |on| format!(" ({})", on.long()));
            done.push(format!("{}{on}", excerpt(&action.title)));
        }
    }
    for action in plan.next.iter().chain(&plan.ask).chain(&plan.later) {
        if let Some(month) = action.month.filter(|_| action.slipped) {
            slipped.push(format!(
                "{} (planned for {})",
                excerpt(&action.title),
                month.long()
            ));
        }
    }
    for action in plan.next.iter().filter(|action| !action.slipped) {
        let month = action.month.filter(|_| action.month_is_yours());
        let month = month.map_or(String::new(), |it| format!(" ({})", it.long()));
        next.push(format!("{}{month}", excerpt(&action.title)));
    }
    let mut all = vec![
        ("Done since then", done),
        ("Slipped: what did I learn? Move it?", slipped),
        ("Next", next),
    ];
    for (_, list) in &mut all {
        let more = list.len().saturating_sub(ACTIONS);
        list.truncate(ACTIONS);
        if more > 0 {
            list.push(format!("and {more} more"));
        }
    }
    all.retain(|(_, list)| !list.is_empty());
    all
}

fn said(status: Option<TopicStatus>) -> &'static str {
    match status {
        None => "not answered yet",
        Some(TopicStatus::NotYet) => "not done yet",
        Some(TopicStatus::InProgress) => "under way",
        Some(TopicStatus::NotRelevant) => "not relevant, no reason yet",
        Some(TopicStatus::Confident) => "done",
    }
}

fn change(framework: &Framework, was: Option<CurrentRating>, is: CurrentRating) -> String {
    match (was, is) {
        (_, CurrentRating::NotRated) => "–".to_owned(),
        (None, _) => "New".to_owned(),
        (Some(was), is) if was == is => "No change".to_owned(),
        (Some(CurrentRating::Score(was)), CurrentRating::Score(is)) => {
            format!("From {was} to {is}")
        }
        (Some(CurrentRating::Score(was)), _) => format!("Before: score {was}"),
        (Some(was), _) => format!("Before: {}", was.words(framework)),
    }
}

/// Topics and requirements answered since the last review.
fn also(document: &Document, last: Option<Day>) -> String {
    let Some(last) = last else {
        return String::new();
    };
    let topics = document.topics();
    let topics = topics
        .filter(|(_, answer)| answer.changed.utc_day() > last)
        .count();
    let required = document.requirements();
    let required = required
        .filter(|(_, answer)| answer.changed.utc_day() > last)
        .count();
    let mut parts = Vec::new();
    if topics > 0 {
        parts.push(count(topics, "topic", "topics"));
    }
    if required > 0 {
        parts.push(count(required, "requirement", "requirements"));
    }
    match parts.is_empty() {
        true => String::new(),
        false => format!("Answered or changed since then: {}.", parts.join(" and ")),
    }
}

fn words(framework: &Framework, talk: Talk) -> String {
    let say = |score: Score| score_words(framework, score);
    match talk {
        Talk::Apart(it, mine, theirs) => format!(
            "{}: I say {}, my reader says {}. What has each of us seen?",
            it.title,
            say(mine),
            say(theirs)
        ),
        Talk::Safety(topic) => format!(
            "{}: it is about safety and still open. What is missing, and who arranges it?",
            topic.title
        ),
        Talk::Fell(it, from, to) => format!(
            "{}: {} last time, {} now. What has changed: the work, the people, or how I look at it?",
            it.title,
            say(from),
            say(to)
        ),
        Talk::Lowest(it, score, expected) => format!(
            "{}: {} now, my lowest; {} is what I work towards. What could I do more of, or begin?",
            it.title,
            say(score),
            say(expected)
        ),
        Talk::NoOpportunity(it) => format!(
            "{}: I have had no opportunity to show this. How could I get one?",
            it.title
        ),
        Talk::Requirement(it) => format!(
            "What my role requires: {}. Is it in place, and who sees to it?",
            it.title
        ),
        Talk::Topic(topic) => format!("{}: how could I learn this, and by when?", topic.title),
        Talk::Rose(it, from, to) => format!(
            "{}: {} last time, {} now. What helped, and what would help elsewhere?",
            it.title,
            say(from),
            say(to)
        ),
        Talk::Strength(it, score) => format!(
            "{}: {}. Where could others learn this from me?",
            it.title,
            say(score)
        ),
        Talk::SafetyUnanswered(many) => format!(
            "{} about safety not answered yet. Could we go through them together?",
            count(many, "topic", "topics")
        ),
        Talk::WhereToBegin => "What to rate or answer next, and why that first.".to_owned(),
        Talk::WentWell => "A conversation that went well lately: what did I do?".to_owned(),
        Talk::NextAim => "What I would like to aim for next, and what would help.".to_owned(),
    }
}

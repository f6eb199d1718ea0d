//! The page of the plan as plain data: nothing is left to work out but how it
//! looks.

use super::{
    Filter, course_of, kind, note_link, offer, overtaken, slipped, slug, start_link, status_now,
    status_words,
};
use crate::app::question::{AboutYou, Asked};
use crate::app::words;
use crate::domain::dates::{Day, Month};
use crate::domain::document::{ActionStatus, Document};
use crate::domain::framework::model::{Framework, Origin, Text};
use crate::domain::ids::{ActionId, CourseId, ResourceId};
use crate::domain::ladder::Bearing;
use crate::domain::plan::{Action, ActionKind, Growth, OpenBecause, Plan, Practice};

/// Where the plan leads, and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct MadeFor {
    pub role: Text,
    pub role_chosen: bool,
    pub aim: Text,
    /// Why the tool supposes the aim: "you have done this for three years or
    /// more". None where the worker chose it.
    pub supposed_because: Option<String>,
    /// Where to choose or change it.
    pub choose: Asked,
}

/// The whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub made_for: MadeFor,
    /// A sentence, and where to do something about it. What `made_for` says is
    /// not among them.
    pub notes: Vec<(String, Option<(Asked, Text)>)>,
    /// Open when the page opens: seven at most.
    pub next: Vec<Card>,
    /// What others owe: a list of its own.
    pub ask: Vec<Card>,
    /// The rest, by stage: a heading and its cards.
    pub later: Vec<(Text, Vec<Card>)>,
    /// A record, latest first.
    pub done: Vec<Card>,
    pub put_aside: Vec<Card>,
    /// Answered "not there yet", and helped by no action.
    pub open: Vec<OpenGroup>,
    /// What to grow in, where nothing is left to work on.
    pub grow: Option<Grow>,
    /// From which day the suggested months are counted; empty for none.
    pub months: String,
}

/// One action.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub id: ActionId,
    /// For an element's id.
    pub slug: String,
    pub title: String,
    /// "Training", "Practice", "Asking".
    pub kind: Text,
    /// Its kind, for filters.
    pub of_kind: ActionKind,
    /// Empty for what the worker wrote.
    pub how: String,
    pub practise: Option<Practise>,
    /// A sentence each, at least one.
    pub why: Vec<String>,
    /// What it helps with and which part of it does, marked where only this
    /// tool says so; empty where that would only repeat the title.
    pub helps: Vec<String>,
    /// The very thing of the title: address, words, and a remark on the link.
    pub link: Option<(String, String, Text)>,
    /// Something about it, which is not itself: words and address.
    pub about: Option<(Text, Text)>,
    /// Who offers it; empty for none.
    pub provider: String,
    /// Whom to ask; empty where nobody need be asked.
    pub whom: String,
    /// Services to tell people about: title and address.
    pub services: Vec<(String, Option<String>)>,
    /// Where it is done on a page of this tool.
    pub start: Option<(Asked, Text)>,
    /// "Half a day (this tool’s estimate)"; empty where its words say it.
    pub effort: String,
    /// "This week", "January 2027 (suggested)"; empty for no month.
    pub when: String,
    /// The month is this tool's suggestion.
    pub suggested: bool,
    /// The month the worker chose.
    pub chosen_month: Option<Month>,
    /// The worker's month, or else the suggested one.
    pub month: Option<Month>,
    /// A question, where the month is past; otherwise empty.
    pub past: String,
    pub stage: Text,
    pub status: ActionStatus,
    pub status_words: Text,
    /// "2 November 2026"; empty for no day.
    pub done_on: String,
    /// The worker's reason for putting it aside; empty for none.
    pub aside_because: String,
    pub pinned: bool,
    /// What the worker can give a better link to.
    pub resource: Option<ResourceId>,
    /// The worker's own course behind it.
    pub course: Option<CourseId>,
    /// What can be taken instead.
    pub other_ways: Vec<(ActionId, String)>,
    /// What to answer or rate again, once it is done.
    pub offers: Vec<(Asked, String)>,
}

/// How to practise.
#[derive(Clone, Debug, PartialEq)]
pub struct Practise {
    /// "From score 1 (Novice) towards score 3 (Competent)".
    pub goal: String,
    /// Things to do more, or to begin.
    pub steps: Vec<Text>,
    pub watch_for: Text,
    /// "Seen least so far", or "Look for".
    pub look: Text,
    pub features: Vec<Text>,
    /// Whose words these are, and which cells they were drawn from.
    pub source: String,
}

/// Things that are open for one reason.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenGroup {
    pub because: Text,
    pub things: Vec<(Text, Asked)>,
}

/// Growth instead of gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Grow {
    pub sentence: String,
    /// Where to choose the next level.
    pub choose_aim: Option<(Asked, String)>,
    /// Pinning one of these makes it part of the plan.
    pub choices: Vec<(ActionId, Text, Practise)>,
}

impl Shown {
    /// The cards somebody works on, in the order of the page.
    pub fn to_do(&self) -> impl Iterator<Item = &Card> {
        let later = self.later.iter().flat_map(|(_, cards)| cards);
        self.next.iter().chain(&self.ask).chain(later)
    }

    /// The card of an action, in whichever list it stands.
    pub fn card(&self, id: &ActionId) -> Option<&Card> {
        let mut all = self.to_do().chain(&self.done).chain(&self.put_aside);
        all.find(|card| card.id == *id)
    }

    /// How many stand among what is to do and are marked as done.
    pub fn finished_here(&self) -> usize {
        let is_done = |card: &&Card| card.status == ActionStatus::Done;
        self.to_do().filter(is_done).count()
    }
}

impl Filter {
    /// Whether a card is shown.
    pub fn shows_card(&self, card: &Card) -> bool {
        self.shows(card.of_kind, card.status, card.month)
    }
}

/// Puts a plan into what the page shows.
pub fn shown(framework: &Framework, document: &Document, plan: &Plan, today: Day) -> Shown {
    let bearing = Bearing::of(framework, document);
    let card = |action: &Action| card(framework, document, action);
    let cards = |actions: &[Action]| actions.iter().map(card).collect::<Vec<_>>();
    let mut later: Vec<(Text, Vec<Card>)> = Vec::new();
    for action in &plan.later {
        match later.last_mut() {
            Some((stage, cards)) if *stage == action.stage.title => cards.push(card(action)),
            _ => later.push((action.stage.title, vec![card(action)])),
        }
    }
    let mut notes = Vec::new();
    for note in &plan.notes {
        if !matches!(note, crate::domain::plan::Note::AimSupposed(_)) {
            notes.push((note.sentence().to_owned(), note_link(note)));
        }
    }
    Shown {
        made_for: MadeFor {
            role: bearing.role.title,
            role_chosen: bearing.role_chosen,
            aim: bearing.aim.title,
            supposed_because: bearing.supposed.map(|it| it.because()),
            choose: Asked::about_you(AboutYou::Aim),
        },
        notes,
        next: cards(&plan.next),
        ask: cards(&plan.ask),
        later,
        done: cards(&plan.done),
        put_aside: cards(&plan.dismissed),
        open: open(plan),
        grow: plan.growth.as_ref().map(|it| grow(framework, it)),
        months: match plan.months_from {
            None => String::new(),
            Some(day) if day > today => format!(
                "Suggested months are counted from {}, your first day.",
                day.long()
            ),
            Some(day) => format!(
                "Suggested months are counted from {}, the day of your last answer, and stay as they are until you answer something else.",
                day.long()
            ),
        },
    }
}

fn card(framework: &Framework, document: &Document, action: &Action) -> Card {
    let status = status_now(document, &action.id);
    let own = matches!(
        action.kind,
        ActionKind::Rate | ActionKind::GoThrough | ActionKind::Practise
    );
    let helps = action.helps_with.iter().filter(|_| !own);
    let learning = action.resource.as_ref();
    let yours = action.yours.as_ref();
    let remark = |replaced: bool, listed: bool| match (replaced, listed) {
        (true, _) => "Your own link.",
        (false, true) => "As listed in March 2021.",
        (false, false) => "A course you added.",
    };
    Card {
        slug: slug(&action.id),
        title: action.title.clone(),
        kind: kind(action.kind),
        of_kind: action.kind,
        how: action.how.clone(),
        practise: action.practice.as_ref().map(|it| practise(framework, it)),
        why: action
            .reasons
            .iter()
            .map(|it| it.sentence.clone())
            .collect(),
        helps: helps.map(help).collect(),
        link: learning.and_then(|it| {
            let url = it.url.clone()?;
            Some((url, it.title.clone(), remark(it.replaced, it.id.is_some())))
        }),
        about: learning
            .and_then(|it| it.about.as_ref())
            .map(|it| (it.title, it.url)),
        provider: learning.map_or(String::new(), |it| it.provider.clone()),
        whom: action.whom.clone().unwrap_or_default(),
        services: action
            .services
            .iter()
            .map(|it| (it.title.clone(), it.url.clone()))
            .collect(),
        start: start_link(action),
        effort: action.effort.map_or(String::new(), super::effort),
        when: when(action),
        suggested: action.month_is_suggested(),
        chosen_month: action.month.filter(|_| action.month_is_yours()),
        month: action.month,
        past: match action.month {
            Some(month) if action.slipped => slipped(month),
            Some(month) if action.overtaken => overtaken(month),
            _ => String::new(),
        },
        stage: action.stage.title,
        status,
        status_words: status_words(status),
        done_on: yours
            .and_then(|it| it.done_on)
            .map_or_else(String::new, Day::long),
        aside_because: yours.map_or_else(String::new, |it| it.dismissed_because.clone()),
        pinned: action.is_pinned(),
        resource: learning.and_then(|it| it.id.clone()),
        course: course_of(action).map(CourseId::new),
        other_ways: action
            .other_ways
            .iter()
            .map(|it| (it.id.clone(), it.title.clone()))
            .collect(),
        offers: action.offers().iter().map(offer).collect(),
        id: action.id.clone(),
    }
}

fn help(help: &crate::domain::plan::Help) -> String {
    let part = help.part.map_or(String::new(), |part| format!(": {part}"));
    let own = match help.origin {
        Origin::Framework => "",
        Origin::Tool => " (this tool’s own view)",
    };
    format!("{}{part}{own}", help.title)
}

fn when(action: &Action) -> String {
    let month = action.month.map(|month| match action.month_is_suggested() {
        true => format!("{} (suggested)", month.long()),
        false => month.long(),
    });
    match (action.this_week, month) {
        (true, _) if !action.month_is_yours() => "This week".to_owned(),
        (_, month) => month.unwrap_or_default(),
    }
}

fn practise(framework: &Framework, it: &Practice) -> Practise {
    let score = |score| super::score(framework, score);
    Practise {
        goal: format!("From {} towards {}", score(it.now), score(it.goal)),
        steps: it.steps.clone(),
        watch_for: it.watch_for,
        look: if it.ticked {
            "Seen least so far"
        } else {
            "Look for"
        },
        features: it.features.clone(),
        source: format!("{}, drawn from {}", words::OWN, it.source),
    }
}

fn open(plan: &Plan) -> Vec<OpenGroup> {
    let mut groups: Vec<(OpenBecause, OpenGroup)> = Vec::new();
    for it in &plan.open {
        let thing = (it.title, Asked::of(&it.target));
        match groups
            .iter_mut()
            .find(|(because, _)| *because == it.because)
        {
            Some((_, group)) => group.things.push(thing),
            None => groups.push((
                it.because,
                OpenGroup {
                    because: it.because.sentence(),
                    things: vec![thing],
                },
            )),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn grow(framework: &Framework, growth: &Growth) -> Grow {
    let choose = growth.next_level.map(|level| {
        let words = format!("Aim for {level}");
        (Asked::about_you(AboutYou::Aim), words)
    });
    Grow {
        sentence: "All that your aim looks for is recorded. Choose what you would like to grow in."
            .to_owned(),
        choose_aim: choose,
        choices: growth
            .choices
            .iter()
            .map(|it| (it.id.clone(), it.title, practise(framework, &it.practice)))
            .collect(),
    }
}

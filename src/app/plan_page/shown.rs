//! The page of the plan as plain data: nothing is left to work out but how it
//! looks.

use super::{
    Filter, course_of, kind, month_now, note_link, offer, overtaken, slipped, slug, start_link,
    status_now, status_words,
};
use crate::app::question::{AboutYou, Asked};
use crate::app::resource_card::listed;
use crate::app::words;
use crate::domain::dates::{Day, Month};
use crate::domain::document::{ActionStatus, Document};
use crate::domain::framework::model::{Framework, HostNote, Origin, Text};
use crate::domain::ids::{ActionId, CourseId, ResourceId};
use crate::domain::ladder::Bearing;
use crate::domain::plan::{
    Action, ActionKind, Growth, Help, Learning, Note, OpenBecause, Plan, Practice,
};

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

/// A list of cards, under a heading of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Next,
    Ask,
    /// What comes later under this heading.
    Later(Text),
    Done,
    PutAside,
}

impl Shown {
    /// The cards of a list, in order.
    pub fn cards(&self, list: List) -> &[Card] {
        match list {
            List::Next => &self.next,
            List::Ask => &self.ask,
            List::Later(heading) => {
                let mut later = self.later.iter();
                let found = later.find(|(title, _)| *title == heading);
                found.map_or(&[], |(_, cards)| cards)
            }
            List::Done => &self.done,
            List::PutAside => &self.put_aside,
        }
    }

    /// An action of the list, if it is there.
    pub fn card(&self, list: List, id: &ActionId) -> Option<&Card> {
        self.cards(list).iter().find(|card| card.id == *id)
    }

    /// The actions to do that a filter lets through.
    pub fn passing(&self, filter: &Filter) -> Vec<ActionId> {
        let later = self.later.iter().flat_map(|(_, cards)| cards);
        let all = self.next.iter().chain(&self.ask).chain(later);
        all.filter(|card| card.passes(filter))
            .map(|card| card.id.clone())
            .collect()
    }

    /// Where an action to do stands.
    pub fn list_of(&self, id: &ActionId) -> Option<List> {
        let stages = self.later.iter().map(|(heading, _)| List::Later(heading));
        [List::Next, List::Ask]
            .into_iter()
            .chain(stages)
            .chain([List::Done, List::PutAside])
            .find(|list| self.card(*list, id).is_some())
    }
}

impl Card {
    /// Whether a filter lets it through.
    pub fn passes(&self, filter: &Filter) -> bool {
        filter.shows(self.action_kind, self.status, self.month)
    }

    /// "Title, provider", to search for; empty where there is nothing to find.
    pub fn to_search_for(&self) -> String {
        match (&self.link, self.provider.is_empty()) {
            (Some((_, title, _)), false) => format!("{title}, {}", self.provider),
            (Some((_, title, _)), true) => title.clone(),
            (None, false) => format!("{}, {}", self.title, self.provider),
            (None, true) => String::new(),
        }
    }
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
    /// Empty for what the worker wrote.
    pub how: String,
    pub practise: Option<Practise>,
    /// A sentence each, at least one.
    pub why: Vec<String>,
    /// What it helps with and which part of it does, marked where only this
    /// tool says so; empty where that would only repeat the title.
    pub helps: Vec<String>,
    /// The very thing of the title: address, words, and a remark on the link.
    pub link: Option<(String, String, String)>,
    /// Something about it, which is not itself: words and address.
    pub about: Option<(Text, Text)>,
    /// Who offers it; empty for none.
    pub provider: String,
    /// What is said where it has no address.
    pub no_link: String,
    /// The host's words beside what it helps with: what for, and the words.
    pub notes: Vec<(Text, &'static HostNote)>,
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
    /// A question, where the month is past; otherwise empty.
    pub past: String,
    pub stage: Text,
    /// What a filter goes by, besides the status.
    pub action_kind: ActionKind,
    pub month: Option<Month>,
    /// The month the worker chose, and the one this tool suggests.
    pub chosen_month: Option<Month>,
    pub suggested_month: Option<Month>,
    /// Whose link can be replaced.
    pub resource: Option<ResourceId>,
    /// A course the worker added, which can be taken out.
    pub course: Option<CourseId>,
    /// "Done on 23 November 2026."; empty where it is not done.
    pub done_on: String,
    /// Why the worker put it aside, in their words.
    pub aside_because: String,
    pub status: ActionStatus,
    pub status_words: Text,
    pub pinned: bool,
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

/// Puts a plan into what the page shows. The lists are those of `order`, the
/// plan of before the marks; what they say is as it is now.
pub fn shown(
    framework: &Framework,
    document: &Document,
    order: &Plan,
    plan: &Plan,
    today: Day,
) -> Shown {
    let bearing = Bearing::of(framework, document);
    let card = |action: &Action| {
        let now = plan.actions().find(|it| it.id == action.id);
        card(framework, document, now.unwrap_or(action))
    };
    let cards = |actions: &[Action]| actions.iter().map(card).collect::<Vec<_>>();
    let mut later: Vec<(Text, Vec<Card>)> = Vec::new();
    for action in &order.later {
        let heading = later_heading(action);
        match later.last_mut() {
            Some((last, cards)) if *last == heading => cards.push(card(action)),
            _ => later.push((heading, vec![card(action)])),
        }
    }
    let mut notes = Vec::new();
    for note in &plan.notes {
        if !matches!(note, Note::AimSupposed(_)) {
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
        next: cards(&order.next),
        ask: cards(&order.ask),
        later,
        done: cards(&order.done),
        put_aside: cards(&order.dismissed),
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

/// The heading an action stands under that can wait: each once, in the order
/// of the plan.
pub(super) fn later_heading(action: &Action) -> Text {
    if action.waits_for_no_stage() {
        "About safety"
    } else {
        action.stage.title
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
    Card {
        slug: slug(&action.id),
        title: action.title.clone(),
        kind: kind(action.kind),
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
            Some((url, it.title.clone(), link_remark(framework, it)))
        }),
        about: learning
            .and_then(|it| it.about.as_ref())
            .map(|it| (it.title, it.url)),
        provider: learning.map_or(String::new(), |it| it.provider.clone()),
        no_link: learning.map_or(String::new(), |it| no_link(framework, it)),
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
        past: match action.month {
            Some(month) if action.slipped => slipped(month),
            Some(month) if action.overtaken => overtaken(month),
            _ => String::new(),
        },
        stage: action.stage.title,
        action_kind: action.kind,
        month: month_now(document, &action.id).or(action.month),
        chosen_month: month_now(document, &action.id),
        suggested_month: action.month.filter(|_| action.month_is_suggested()),
        resource: learning.and_then(|it| it.id.clone()),
        course: course_of(action).map(CourseId::new),
        done_on: done_on(action),
        aside_because: document
            .change(&action.id)
            .map_or_else(String::new, |it| it.dismissed_because.clone()),
        status,
        status_words: status_words(status),
        pinned: action.is_pinned(),
        notes: notes(framework, action),
        other_ways: action
            .other_ways
            .iter()
            .map(|it| (it.id.clone(), it.title.clone()))
            .collect(),
        offers: action
            .offers()
            .iter()
            .map(|help| offer(action.kind, help))
            .collect(),
        id: action.id.clone(),
    }
}

/// What the host says beside each thing an action helps with.
fn notes(framework: &Framework, action: &Action) -> Vec<(Text, &'static HostNote)> {
    let mut notes = Vec::new();
    for help in &action.helps_with {
        notes.extend(framework.notes_on(&help.target).map(|it| (help.title, it)));
    }
    notes
}

/// What is known of an address.
fn link_remark(framework: &Framework, it: &Learning) -> String {
    if it.replaced {
        return "Your own link.".to_owned();
    }
    match no_link(framework, it) {
        none if none.is_empty() => "A course you added.".to_owned(),
        listed => listed,
    }
}

/// What is said of one without.
fn no_link(framework: &Framework, it: &Learning) -> String {
    let resource = it.id.as_ref();
    let resource = resource.and_then(|id| framework.known_resource(id.as_str()));
    resource.map_or(String::new(), |it| listed(framework, it))
}

fn done_on(action: &Action) -> String {
    let day = action.yours.as_ref().and_then(|yours| yours.done_on);
    day.map_or_else(String::new, |day| format!("Done on {}.", day.long()))
}

fn help(help: &Help) -> String {
    let part = help.part.map_or(String::new(), |part| format!(": {part}"));
    let own = match help.origin {
        Origin::Framework => "",
        Origin::Host => " (the host’s own view)",
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

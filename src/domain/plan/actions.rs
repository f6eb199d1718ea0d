//! An action put together: reasons, effort, and what could be done instead.

use crate::domain::document::{ActionStatus, Rating};
use crate::domain::framework::model::{Band, Effort, Origin, Target};
use crate::domain::framework::section_of;
use crate::domain::ids::ActionId;
use crate::domain::web_address::WebAddress;

use super::changes::{Fate, Laid, Matter, Subject};
use super::few::Few;
use super::model::{Action, ActionKind, Help, Learning, OtherWay, Practice, Rank, Reason};
use super::practice;
use super::sentences;
use super::view::{View, arranged_by};
use super::ways::{Fit, Source, Way, Ways};
use super::work_on::{Thing, What, WorkOn};

/// An action before it is put into words.
pub(super) struct Item {
    pub id: ActionId,
    pub subject: Subject,
    /// None for what the steps came to by themselves.
    pub fate: Option<Fate>,
}

impl Item {
    pub fn new(id: ActionId, subject: Subject) -> Self {
        Self {
            id,
            subject,
            fate: None,
        }
    }
}

/// Puts each item into words, once: what the worker decided comes first, and
/// is not listed again.
pub(super) fn build(
    view: &View,
    work: &WorkOn,
    ways: &Ways,
    few: &Few,
    laid: &Laid,
    items: Vec<Item>,
) -> Vec<Action> {
    let builder = Builder {
        view,
        work,
        ways,
        few,
        laid,
    };
    let mut actions = Vec::with_capacity(items.len());
    for item in items {
        if item.fate.is_some() || laid.by_id.find(item.id.as_str()).is_none() {
            actions.push(builder.action(item));
        }
    }
    actions
}

pub(super) struct Builder<'a, 'b> {
    pub view: &'b View<'a>,
    pub work: &'b WorkOn,
    pub ways: &'b Ways<'a>,
    few: &'b Few,
    laid: &'b Laid<'a>,
}

/// The most other ways an action names.
const OTHER_WAYS: usize = 4;

impl Builder<'_, '_> {
    fn action(&self, item: Item) -> Action {
        let Item { id, subject, fate } = item;
        let change = self.view.document.change(&id).filter(|_| fate.is_some());
        let aside = fate == Some(Fate::Aside);
        let helped = self.helped(subject, fate);
        let things: Vec<&Thing> = helped.iter().map(|(thing, _)| self.thing(*thing)).collect();
        let mut helps_with: Vec<Help> = Vec::with_capacity(helped.len());
        for (thing, (_, origin)) in things.iter().zip(&helped) {
            let (target, title) = (thing.target(), thing.title());
            helps_with.push(Help {
                target,
                title,
                origin: *origin,
            });
        }
        let rating = matches!(
            subject,
            Subject::Rate(_) | Subject::GoThrough(_) | Subject::Wider
        );
        let mut reasons = if rating {
            self.own_reasons(subject, &mut helps_with)
        } else {
            // One tool's link to a safety topic makes no course one about safety.
            let about_safety = things
                .iter()
                .zip(&helped)
                .any(|(thing, (_, origin))| thing.is_safety() && *origin == Origin::Framework)
                || things.iter().all(|thing| thing.is_safety());
            sentences::reasons(self.view, &things, !aside && about_safety)
        };
        if reasons.is_empty() || matches!(fate, Some(Fate::Aside | Fate::SwappedIn)) {
            reasons.push(sentences::yours(change, fate));
        }
        let practice = self.practice(subject, &things);
        let stage = self.stage(subject, &things);
        let (effort, minutes) = self.effort(subject);
        let done = change.is_some_and(|it| it.status == Some(ActionStatus::Done));
        let slipped = change
            .and_then(|it| it.month)
            .is_some_and(|it| it < self.view.today.month());
        Action {
            kind: kind(subject),
            title: self.title(subject, change.and_then(|it| it.own.as_deref())),
            reasons,
            how: self.how(subject, practice.as_ref()),
            resource: match subject {
                Subject::Way(way) => Some(self.learning(&self.ways.all[way])),
                _ => None,
            },
            practice,
            effort,
            month: change.and_then(|it| it.month),
            stage: self.view.stage(stage),
            other_ways: self.other_ways(&id, subject, &helped),
            yours: change.cloned(),
            slipped: slipped && !done && !aside,
            rank: rank(subject, &things, &helped, self.few, aside, minutes),
            id,
            helps_with,
        }
    }

    fn thing(&self, place: u16) -> &Thing {
        &self.work.things[usize::from(place)]
    }

    /// The things an action helps with, and who says so.
    fn helped(&self, subject: Subject, fate: Option<Fate>) -> Vec<(u16, Origin)> {
        let place = match subject {
            Subject::Way(way) => {
                // What the worker took up themselves helps wherever it is linked.
                let least = if fate.is_some() {
                    Fit::Never
                } else {
                    Fit::OnRequest
                };
                let links = self.ways.all[way].links.iter();
                let helps = links.filter(|link| link.fit >= least);
                return helps.map(|link| (link.thing, link.origin)).collect();
            }
            Subject::Practise(it) | Subject::Rate(it) => self.work.index.find(it.id.as_str()),
            Subject::Job(matter) | Subject::Ask(matter) => matter.thing(self.work),
            _ => None,
        };
        place
            .map(|place| (place as u16, Origin::Framework))
            .into_iter()
            .collect()
    }

    /// The reasons of what is about no single thing to work on.
    fn own_reasons(&self, subject: Subject, helps_with: &mut Vec<Help>) -> Vec<Reason> {
        let (sentence, target, title) = match subject {
            Subject::Rate(competency) => {
                let Some(rate) = self
                    .work
                    .rate
                    .iter()
                    .find(|it| it.competency.id == competency.id)
                else {
                    return Vec::new();
                };
                let sentence = if rate.no_opportunity {
                    format!(
                        "You have had no opportunity yet to show {}.",
                        competency.title
                    )
                } else {
                    format!("You have not rated {} yet.", competency.title)
                };
                (
                    sentence,
                    Target::Competency(competency.id.clone()),
                    competency.title,
                )
            }
            Subject::GoThrough(section) => {
                let mut all = self.work.go_through.iter();
                let Some(it) = all.find(|it| it.section.id == section.id) else {
                    return Vec::new();
                };
                let sentence = match it.count {
                    1 => format!("1 point of {} is not answered yet.", section.title),
                    count => format!("{count} points of {} are not answered yet.", section.title),
                };
                (sentence, Target::Section(section.id.clone()), section.title)
            }
            _ if self.work.wider => {
                let sentence = format!(
                    "You said that you have taken on nothing wider yet; {} looks for it.",
                    self.view.bearing.aim.title,
                );
                return vec![Reason {
                    sentence,
                    about: Vec::new(),
                }];
            }
            _ => return Vec::new(),
        };
        if helps_with.is_empty() {
            let target = target.clone();
            helps_with.push(Help {
                target,
                title,
                origin: Origin::Framework,
            });
        }
        vec![sentences::about(sentence, target)]
    }

    fn practice(&self, subject: Subject, things: &[&Thing]) -> Option<Practice> {
        match (subject, things.first()?.what) {
            (Subject::Practise(_), What::Competency(competency, now, _)) => {
                practice::practice(self.view.document, competency, now)
            }
            _ => None,
        }
    }

    fn stage(&self, subject: Subject, things: &[&Thing]) -> u8 {
        let earliest = things.iter().map(|thing| thing.stage).min();
        let level = |id| self.view.level(id).map_or(0, |place| place as u8);
        earliest.unwrap_or(match subject {
            Subject::Rate(it) | Subject::Practise(it) => level(&it.level),
            Subject::GoThrough(section) => self.view.section_place(section),
            Subject::Wider => self.view.bearing.aim_index as u8,
            _ => self.view.chosen_place() + 1,
        })
    }

    pub fn has_no_opportunity(&self, competency: &str) -> bool {
        let ratings = &self.view.framework.competencies;
        let it = ratings.0.iter().find(|it| it.id.as_str() == competency);
        it.and_then(|it| self.view.document.rating(&it.id)) == Some(Rating::NoOpportunity)
    }

    /// How much time it takes, and the minutes the months are worked out from.
    fn effort(&self, subject: Subject) -> (Option<Effort>, u32) {
        let band = match subject {
            Subject::Way(way) => match self.ways.all[way].source {
                Source::Listed(resource) => {
                    return (Some(resource.effort), minutes(resource.effort.band));
                }
                Source::Local(..) => return (None, minutes(Band::HalfADay)),
            },
            Subject::Own | Subject::Unknown => return (None, 0),
            Subject::Ask(Matter::Requirement(it)) | Subject::Job(Matter::Requirement(it))
                if it.ongoing =>
            {
                Band::Ongoing
            }
            Subject::Job(_) => Band::HalfADay,
            Subject::Practise(_) => Band::Ongoing,
            Subject::Rate(it) if self.has_no_opportunity(it.id.as_str()) => Band::HalfADay,
            _ => {
                let band = Band::UnderAnHour;
                return (
                    Some(Effort {
                        band,
                        origin: Origin::Tool,
                    }),
                    15,
                );
            }
        };
        (
            Some(Effort {
                band,
                origin: Origin::Tool,
            }),
            minutes(band),
        )
    }

    fn learning(&self, way: &Way) -> Learning {
        match way.source {
            Source::Listed(resource) => {
                let better = self.view.document.link(&resource.id);
                let own = resource.addresses.first().map(|it| it.url);
                Learning {
                    id: Some(resource.id.clone()),
                    title: resource.title.to_owned(),
                    provider: resource.provider.to_owned(),
                    url: better.map(WebAddress::as_str).or(own).map(str::to_owned),
                    replaced: better.is_some(),
                }
            }
            Source::Local(_, course) => Learning {
                id: None,
                title: course.title.clone(),
                provider: course.provider.clone(),
                url: course.url.as_ref().map(|it| it.as_str().to_owned()),
                replaced: false,
            },
        }
    }

    /// Ways not in the plan that help with the same, those of the topic itself
    /// before those of its whole section, and then learning it at work.
    fn other_ways(
        &self,
        id: &ActionId,
        subject: Subject,
        helped: &[(u16, Origin)],
    ) -> Vec<OtherWay> {
        let mut others: Vec<u16> = Vec::new();
        // No course stands in for practice.
        let helped = if matches!(subject, Subject::Practise(_)) {
            &[]
        } else {
            helped
        };
        let of_things = helped
            .iter()
            .map(|(thing, _)| &self.ways.of_thing[usize::from(*thing)]);
        let section = match (subject, helped.first().map(|it| self.thing(it.0).what)) {
            (Subject::GoThrough(section), _) => Some(section.id.as_str()),
            (Subject::Job(_), Some(What::Topic(topic))) => Some(section_of(&topic.id)),
            _ => None,
        };
        let sections = &self.view.framework.sections;
        let section = section.and_then(|id| sections.0.iter().position(|it| it.id.as_str() == id));
        let of_section = section.map(|place| &self.ways.of_section[place]);
        for way in of_things.chain(of_section).flatten() {
            let place = usize::from(*way);
            let free = !self.few.taken[place] && !self.laid.aside_ways[place];
            if free && !others.contains(way) {
                others.push(*way);
                if others.len() == OTHER_WAYS {
                    break;
                }
            }
        }
        let mut ways = Vec::with_capacity(others.len() + 1);
        for way in others {
            let place = usize::from(way);
            let title = self.title(Subject::Way(place), None);
            ways.push(OtherWay {
                id: self.ways.all[place].action_id(),
                title,
            });
        }
        if let (Subject::Way(_), [(thing, _)]) = (subject, helped)
            && let What::Topic(topic) = self.thing(*thing).what
            && arranged_by(topic).is_none()
        {
            let job = ActionId::new(format!("job:{}", topic.id));
            let title = self.title(Subject::Job(Matter::Topic(topic)), None);
            if job != *id && self.laid.by_id.find(job.as_str()).is_none() {
                ways.push(OtherWay { id: job, title });
            }
        }
        ways
    }
}

fn kind(subject: Subject) -> ActionKind {
    match subject {
        Subject::Way(_) => ActionKind::Learn,
        Subject::Practise(_) => ActionKind::Practise,
        Subject::Rate(_) => ActionKind::Rate,
        Subject::Job(_) => ActionKind::OnTheJob,
        Subject::Ask(_) | Subject::Wider => ActionKind::Ask,
        Subject::GoThrough(_) => ActionKind::GoThrough,
        Subject::Own => ActionKind::Own,
        Subject::Unknown => ActionKind::Unknown,
    }
}

fn rank(
    subject: Subject,
    things: &[&Thing],
    helped: &[(u16, Origin)],
    few: &Few,
    aside: bool,
    minutes: u32,
) -> Rank {
    // A tool's link makes a page help with a duty; it does not discharge it.
    let mut rank = Rank {
        aside,
        minutes,
        ..Rank::default()
    };
    for (thing, (_, origin)) in things.iter().zip(helped) {
        rank.duty |= thing.is_duty() && *origin == Origin::Framework;
        rank.safety += u16::from(thing.is_safety());
        rank.strength += thing.weight();
        rank.induction |= thing.stage == 0 && matches!(thing.what, What::Topic(_));
    }
    let asks = matches!(subject, Subject::Ask(_));
    rank.backed = asks
        && helped
            .iter()
            .any(|(thing, _)| few.helped[usize::from(*thing)]);
    rank
}

/// What a band stands for when the months are worked out; the tool's guess.
fn minutes(band: Band) -> u32 {
    match band {
        Band::UnderAnHour | Band::Ongoing => 60,
        Band::HalfADay => 210,
        Band::ADayOrMore => 840,
    }
}

//! An action put together: reasons, effort, and what could be done instead.

use crate::domain::document::ActionStatus;
use crate::domain::framework::model::{Kind, Origin, Resource, Target};
use crate::domain::framework::section_of;
use crate::domain::ids::ActionId;

use super::context::{Context, arranged_by};
use super::decisions::Decisions;
use super::effort::effort;
use super::gaps::{About, Because, Gap, Gaps};
use super::how::{Wording, can_be_booked, how_of_gone, title_of_gone};
use super::model::{Action, ActionKind, Help, Learning, NamedLink, OtherWay, Rank, Reason};
use super::practice;
use super::reasons;
use super::selection::{Selection, job_id};
use super::subject::{Decision, Matter, Proposal, Subject};
use super::ways::{Source, Way, Ways};

/// What the steps came to.
pub(super) struct Found<'a, 'b> {
    pub context: &'b Context<'a>,
    pub gaps: &'b Gaps,
    pub ways: &'b Ways<'a>,
    pub selection: &'b Selection,
    pub decisions: &'b Decisions<'a>,
}

/// Puts each proposal into words, once. What the worker keeps stands where it
/// would stand untouched, so that a note moves nothing; what else they decided
/// comes first.
pub(super) fn build(found: &Found, proposals: Vec<Proposal>) -> Vec<Action> {
    let Decisions { all, by_id, .. } = found.decisions;
    let mut stays_in_place = vec![false; all.len()];
    for proposal in proposals.iter().filter(|it| it.decision.is_none()) {
        if let Some(at) = by_id.find(proposal.id.as_str()) {
            stays_in_place[at] = all[at].2 == Decision::Keep;
        }
    }
    let turns = practice::turns(found.gaps);
    let turns: Vec<&str> = turns.iter().map(|it| it.id.as_str()).collect();
    let mut actions = Vec::with_capacity(proposals.len());
    for mut proposal in proposals {
        if let Some(at) = by_id.find(proposal.id.as_str()) {
            if proposal.decision.is_some() == stays_in_place[at] {
                continue;
            }
            let (_, subject, decision) = all[at];
            (proposal.subject, proposal.decision) = (subject, Some(decision));
        }
        actions.push(found.action(proposal, &turns));
    }
    actions
}

/// The most other ways an action names.
const OTHER_WAYS: usize = 4;
/// The most services an action names.
const SERVICES: usize = 3;

impl Found<'_, '_> {
    fn action(&self, proposal: Proposal, turns: &[&str]) -> Action {
        let Proposal {
            id,
            subject,
            decision,
        } = proposal;
        let change = self
            .context
            .document
            .change(&id)
            .filter(|_| decision.is_some());
        let aside = decision == Some(Decision::PutAside);
        let is_agreed = self.context.document.agreed(&id).next().is_some();
        let helped = self.helped(subject, decision);
        let gaps: Vec<&Gap> = helped.iter().map(|it| &self.gaps.all[*it]).collect();
        let mut helps_with = self.helps(subject, &helped);
        let mut reasons = match subject {
            Subject::Rate(_) | Subject::GoThrough(_) | Subject::Wider => {
                self.own_reasons(subject, &mut helps_with)
            }
            _ => {
                // One tool's link to a safety topic makes no course one about safety.
                let listed = helps_with.iter().zip(&gaps);
                let mut about = listed.filter(|(_, gap)| gap.is_safety());
                let about_safety = about.any(|(help, _)| help.origin == Origin::Framework)
                    || gaps.iter().all(|gap| gap.is_safety());
                reasons::reasons(self.context, &gaps, !aside && about_safety)
            }
        };
        if reasons.is_empty()
            || matches!(decision, Some(Decision::PutAside | Decision::TakeInstead))
        {
            reasons.push(reasons::yours(change, decision, is_agreed));
        }
        let done = change.is_some_and(|it| it.status == Some(ActionStatus::Done));
        if done && !gaps.is_empty() {
            reasons.push(reasons::yours(change, decision, is_agreed));
        }
        let practice = match subject {
            Subject::Practise(competency) => practice::practice(self.context, competency),
            _ => None,
        };
        let wording = Wording {
            context: self.context,
            gaps: self.gaps,
            ways: self.ways,
        };
        let (effort, minutes) = effort(self.ways, subject);
        let month = change.and_then(|it| it.month);
        let slipped = month.is_some_and(|it| it < self.context.today.month());
        let is_agreed = self.context.document.agreed(&id).next().is_some();
        Action {
            kind: kind(subject),
            title: match (subject, change.and_then(|it| it.own.as_deref())) {
                (Subject::Gone, None) => title_of_gone(&id),
                (subject, own) => wording.title(subject, own),
            },
            reasons,
            how: match subject {
                Subject::Gone => how_of_gone(&id),
                _ => wording.how(subject, practice.as_ref()),
            },
            resource: match subject {
                Subject::Learn(way) => Some(self.learning(&self.ways.all[way])),
                _ => None,
            },
            practice,
            effort,
            month,
            this_week: false,
            whom: wording.whom(subject).map(str::to_owned),
            services: self.services(subject, &helped),
            stage: self.context.stage(self.stage(subject, &gaps)),
            other_ways: self.other_ways(&id, subject, &helped),
            yours: change.cloned(),
            slipped: slipped && !done && !aside,
            overtaken: false,
            rank: Rank {
                agreed: is_agreed,
                aside,
                minutes,
                ..self.rank(subject, &gaps, &helps_with, turns)
            },
            id,
            helps_with,
        }
    }

    /// The gaps an action helps with.
    fn helped(&self, subject: Subject, decision: Option<Decision>) -> Vec<usize> {
        let place = match subject {
            Subject::Learn(way) => {
                let best = self.selection.way_of_gap.iter().enumerate();
                let best = best.filter(|(_, it)| usize::from(**it) == way);
                let best: Vec<usize> = best.map(|(place, _)| place).collect();
                // What the worker took up themselves helps wherever it is linked.
                if best.is_empty() && decision.is_some() {
                    let links = self.ways.all[way].links.iter();
                    return links.map(|link| usize::from(link.gap)).collect();
                }
                return best;
            }
            Subject::Practise(it) | Subject::Rate(it) => self.gaps.index.find(it.id.as_str()),
            Subject::Job(matter) | Subject::Ask(matter) => matter.gap(self.gaps),
            _ => None,
        };
        place.into_iter().collect()
    }

    fn helps(&self, subject: Subject, helped: &[usize]) -> Vec<Help> {
        let mut helps = Vec::with_capacity(helped.len());
        for place in helped {
            let gap = &self.gaps.all[*place];
            let link = match subject {
                Subject::Learn(way) => self.ways.all[way].link(*place),
                _ => None,
            };
            helps.push(Help {
                target: gap.target(),
                title: gap.title(),
                origin: link.map_or(Origin::Framework, |link| link.origin),
                part: link.and_then(|link| link.part),
            });
        }
        helps
    }

    /// The reasons of what is about no single thing to work on.
    fn own_reasons(&self, subject: Subject, helps_with: &mut Vec<Help>) -> Vec<Reason> {
        let (sentence, target, title) = match subject {
            Subject::Rate(competency) => {
                let mut all = self.gaps.rate.iter();
                let Some(rate) = all.find(|it| it.competency.id == competency.id) else {
                    return Vec::new();
                };
                let title = competency.title;
                let sentence = if rate.no_opportunity {
                    format!("You have had no opportunity yet to show {title}.")
                } else {
                    format!("You have not rated {title} yet.")
                };
                (sentence, Target::Competency(competency.id.clone()), title)
            }
            Subject::GoThrough(section) => {
                let mut all = self.gaps.unanswered.iter();
                let Some(it) = all.find(|it| it.section.id == section.id) else {
                    return Vec::new();
                };
                let sentence = match it.count {
                    1 => format!("1 point of {} is not answered yet.", section.title),
                    count => format!("{count} points of {} are not answered yet.", section.title),
                };
                (sentence, Target::Section(section.id.clone()), section.title)
            }
            _ if self.gaps.wider => {
                let sentence = format!(
                    "You said that you have taken on nothing wider yet; {} looks for it.",
                    self.context.bearing.aim.title,
                );
                return vec![Reason {
                    sentence,
                    about: Vec::new(),
                }];
            }
            _ => return Vec::new(),
        };
        if helps_with.is_empty() {
            helps_with.push(Help {
                target: target.clone(),
                title,
                origin: Origin::Framework,
                part: None,
            });
        }
        vec![reasons::about(sentence, target)]
    }

    fn stage(&self, subject: Subject, gaps: &[&Gap]) -> u8 {
        let earliest = gaps.iter().map(|gap| gap.stage).min();
        let level = |id| self.context.level(id).map_or(0, |place| place as u8);
        earliest.unwrap_or(match subject {
            Subject::Rate(it) | Subject::Practise(it) => level(&it.level),
            Subject::GoThrough(section) => self.context.section_place(section),
            Subject::Wider => self.context.bearing.aim_index as u8,
            _ => self.context.chosen_place() + 1,
        })
    }

    fn learning(&self, way: &Way) -> Learning {
        match way.source {
            Source::Listed(resource) => self.listed(resource),
            Source::Own(_, course) => Learning {
                id: None,
                title: course.title.clone(),
                provider: course.provider.clone(),
                url: course.url.as_ref().map(|it| it.as_str().to_owned()),
                replaced: false,
                added_by: None,
                about: None,
            },
        }
    }

    fn listed(&self, resource: &Resource) -> Learning {
        let better = self.context.document.link(&resource.id);
        let own = resource.addresses.first();
        let is_itself = can_be_booked(resource);
        Learning {
            id: Some(resource.id.clone()),
            title: resource.title.to_owned(),
            provider: resource.provider.to_owned(),
            url: match (better, own) {
                (Some(better), _) => Some(better.as_str().to_owned()),
                (None, Some(own)) if is_itself => Some(own.url.to_owned()),
                _ => None,
            },
            replaced: better.is_some(),
            added_by: match self.context.framework.host {
                Some(host) if resource.is_hosts_own() => Some(host.name),
                _ => None,
            },
            about: own.filter(|_| !is_itself).map(|own| NamedLink {
                title: own.label.unwrap_or(resource.title),
                url: own.url,
            }),
        }
    }

    /// Services to tell people about, for what is learned at work or about
    /// what the worker picked.
    fn services(&self, subject: Subject, helped: &[usize]) -> Vec<Learning> {
        if !matches!(subject, Subject::Job(_) | Subject::Learn(_)) {
            return Vec::new();
        }
        let places = helped.iter();
        let chosen = places.filter(|it| self.gaps.all[**it].stage == self.context.chosen_place());
        let services = chosen.flat_map(|it| &self.ways.services[*it]);
        services.take(SERVICES).map(|it| self.listed(it)).collect()
    }

    /// Ways not in the plan that help with the same, those of the topic itself
    /// before those of its whole section, and then learning it at work.
    fn other_ways(&self, id: &ActionId, subject: Subject, helped: &[usize]) -> Vec<OtherWay> {
        // No course stands in for practice.
        let helped = match subject {
            Subject::Practise(_) => &[],
            _ => helped,
        };
        let of_gaps = helped.iter().flat_map(|gap| &self.ways.of_gap[*gap]);
        let about = helped.first().map(|it| self.gaps.all[*it].about);
        let section = match (subject, about) {
            (Subject::GoThrough(section), _) => Some(section.id.as_str()),
            (Subject::Job(_), Some(About::Topic(topic))) => Some(section_of(&topic.id)),
            _ => None,
        };
        let sections = &self.context.framework.sections;
        let section = section.and_then(|id| sections.0.iter().position(|it| it.id.as_str() == id));
        let of_section = section.map(|place| &self.ways.of_section[place]);
        let mut others: Vec<u16> = Vec::new();
        for way in of_gaps
            .map(|it| &it.way)
            .chain(of_section.into_iter().flatten())
        {
            let place = usize::from(*way);
            let free = !self.selection.chosen[place] && !self.decisions.aside_ways[place];
            if free && !others.contains(way) {
                others.push(*way);
                if others.len() == OTHER_WAYS {
                    break;
                }
            }
        }
        let mut ways = Vec::with_capacity(others.len() + 1);
        for way in others {
            let way = &self.ways.all[usize::from(way)];
            let title = match way.source {
                Source::Listed(resource) => resource.title.to_owned(),
                Source::Own(_, course) => course.title.clone(),
            };
            ways.push(OtherWay {
                id: way.action_id(),
                title,
            });
        }
        if let (Subject::Learn(_), &[place]) = (subject, helped)
            && let About::Topic(topic) = self.gaps.all[place].about
            && arranged_by(topic).is_none()
        {
            let job = job_id(Matter::Topic(topic));
            if job != *id && self.decisions.about(job.as_str()).is_none() {
                let title = format!("{}: learn it at work", topic.title);
                ways.push(OtherWay { id: job, title });
            }
        }
        ways
    }

    fn rank(&self, subject: Subject, gaps: &[&Gap], helps: &[Help], turns: &[&str]) -> Rank {
        let mut rank = Rank::default();
        for (gap, help) in gaps.iter().zip(helps) {
            rank.safety |= gap.is_safety() && help.origin == Origin::Framework;
            rank.not_met |= gap.is_duty() && gap.because == Because::NotMet;
            rank.answered_duty |= gap.is_duty() && gap.because != Because::Starting;
            rank.strength += gap.weight();
            if let About::Competency(competency, ..) = gap.about {
                let turn = turns.iter().position(|it| *it == competency.id.as_str());
                let turn = turn.map(|turn| turn as u8);
                rank.turn = [rank.turn, turn].into_iter().flatten().min();
            }
        }
        rank.owed = matches!(subject, Subject::Ask(_));
        rank.is_course = match subject {
            Subject::Learn(way) => match self.ways.all[way].source {
                Source::Listed(resource) => resource.kind == Kind::Course,
                Source::Own(..) => true,
            },
            _ => false,
        };
        rank.confirms = match subject {
            Subject::GoThrough(section) => {
                self.context.settled && self.context.section_place(section) <= 1
            }
            _ => false,
        };
        rank
    }
}

fn kind(subject: Subject) -> ActionKind {
    match subject {
        Subject::Learn(_) => ActionKind::Learn,
        Subject::Practise(_) => ActionKind::Practise,
        Subject::Rate(_) => ActionKind::Rate,
        Subject::Job(_) => ActionKind::OnTheJob,
        Subject::Ask(_) | Subject::Wider => ActionKind::Ask,
        Subject::GoThrough(_) => ActionKind::GoThrough,
        Subject::Own => ActionKind::Own,
        Subject::Gone | Subject::Unknown => ActionKind::Unknown,
    }
}
